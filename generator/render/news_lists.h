/*
 * Lists of changes by what the changed pages have in common (design 5): a year or month, a kind of page or act, a body,
 * a municipality, a point. Which entry stands in which list is decided here alone.
 */
#ifndef ZONALE_RENDER_NEWS_LISTS_H
#define ZONALE_RENDER_NEWS_LISTS_H

#include "history/site_history.h"
#include "render/maker.h"

enum news_by {
	NEWS_NEWEST, /* of all */
	NEWS_OF_YEAR,
	NEWS_OF_MONTH,
	NEWS_OF_ACT_TYPE,
	NEWS_OF_MEETINGS,
	NEWS_OF_PROGRAMME, /* with points and progress */
	NEWS_OF_REPORTS,
	NEWS_OF_REGULATIONS,
	NEWS_OF_BODY,
	NEWS_OF_MUNICIPALITY,
	NEWS_OF_POINT, /* of all programmes that have a point with this number */
};

struct news_list {
	enum news_by by;
	int32_t value;      /* year, month (AAAAMM), enum act_type or the point's number */
	const void *common; /* body, municipality or (the newest programme's) point */
};

/* A month as the value of NEWS_OF_MONTH. */
static inline int32_t news_month(struct date day)
{
	return day.year * 100 + day.month;
}

bool news_list_holds(const struct news_list *list, const struct history_entry *entry);

/* What happens to this act stands in the list, whenever it happened. */
bool news_list_is_about(const struct news_list *list, const struct act *act);

/* Does a day belong to it? */
bool news_list_spans(const struct news_list *list, struct date day);

struct slice news_list_path(const struct news_list *list, struct arena *arena);

/* "Novità del 2031", "Novità: Comune di Alfa" */
struct slice news_list_title(const struct news_list *list, struct arena *arena);

/* As a choice among the others: "2031", "Comune di Alfa" */
struct slice news_list_name(const struct news_list *list, struct arena *arena);

/* A list has a page where it holds anything. False without a history. */
bool news_list_exists(const struct site_history *history, const struct news_list *list);

/* A link to the list from the page of what it has in common; empty where it has no page. */
struct slice news_list_link(struct maker *maker, enum news_by by, const void *common);

struct news_choices {
	struct news_list *items;
	size_t count, cap;
};

/* Every list that has a page, but the newest and those of years and months: in the order in which they are offered. */
void news_lists_add(const struct site *site, const struct site_history *history,
    struct arena *arena, struct news_choices *lists);

#endif
