/*
 * What is new, in groups: what happened to acts apart from what changed on the pages of this site, newest first. Many
 * pages that were first published, or changed, on one day stand folded into one row a kind.
 */
#ifndef ZONALE_RENDER_NEWS_ROWS_H
#define ZONALE_RENDER_NEWS_ROWS_H

#include "render/history_rows.h"
#include "render/life_rows.h"
#include "render/news_lists.h"

/* So many first publications, or so many changes, of pages of one kind on one day become one row. */
#define FOLD_PUBLISHED_FROM 6
#define FOLD_CHANGED_FROM 10
/* Of which so many are named. */
#define FOLD_SHOWN 200

/* "17 punti del programma pubblicati", "50 modifiche ai punti del programma", with all of them inside. */
struct news_fold {
	struct date day;
	struct slice day_text, text;
	struct version_rows published, changed; /* one of the two */
	struct slice more;                      /* "e altre 40 pubblicazioni"; or empty */
	struct slice more_url;                  /* of the list that has them all */
};

/* One of the two. */
struct news_row {
	const struct version_row *version;
	const struct news_fold *fold;
};

struct news_group {
	struct slice title; /* "Novembre 2031" */
	struct slice count,
	    url; /* instead of rows, where these have a page of their own: "212 modifiche" */
	struct life_rows life;
	struct {
		struct news_row *items;
		size_t count, cap;
	} pages;
};

struct news_groups {
	struct news_group *items;
	size_t count, cap;
};

/* parti/gruppo_novita.mustache writes what is in it. */
extern const struct view news_group_view;

/* Before every day of a history. */
#define NEWS_FROM_THE_BEGINNING ((struct date){ 1, 1, 1 })

/* What is asked for: of days after `since` and up to `until`, which is never after today. */
struct news_query {
	struct news_list list;
	struct date since, until;
	size_t most;      /* so many changes of pages, the newest */
	size_t sentences; /* so many sentences of each */
};

/*
 * Adds the changes of pages that the list holds, and what happened to its acts: only what changed whether they hold, by
 * other acts, from outside, or as they declare themselves, and only where the day is known. Returns how many changes of
 * pages were left out; what happened to acts before the last of those shown is left out with them (with `most` 0: nothing).
 */
size_t news_group_add(
    struct maker *maker, const struct news_query *query, struct news_group *group);

/* The same, in a group a month. */
size_t news_months_add(
    struct maker *maker, const struct news_query *query, struct news_groups *groups);

/* How many changes of pages the list holds in the span. */
struct news_count {
	size_t published, changed, removed;
};
struct news_count news_count(struct maker *maker, const struct news_query *query);

#endif
