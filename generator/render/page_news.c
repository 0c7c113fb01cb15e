#include "model/url.h"
#include "render/italiano.h"
#include "render/italiano_news.h"
#include "render/layout.h"
#include "render/news_rows.h"
#include "render/pages.h"

/* Lists show so many of the newest changes; the pages of years and months have all of theirs. */
#define NEWEST_MAX 200
/* A year with more changes than these has a page a month. */
#define YEAR_MAX 500
#define RECENT_DAYS 30

/* What changed (design 5): the newest, by year and month, and by what the changed pages have in common. */
struct news_page {
	struct layout layout;
	bool newest, cut_off;
	struct slice subject, subject_url; /* the page of what they have in common; may be empty */

	struct slice recent_days, recent_count; /* of the newest alone */
	const struct news_group *recent;
	struct news_groups months;
	ARRAY(struct link_row) years;
	struct {
		struct link_row *items;
		size_t count, cap;
	} types, bodies, municipalities, points;
};

#define LINKS(member, name) \
	VIEW_LIST(struct news_page, member, name, struct link_row, &link_row_view)

static const struct view_field news_page_fields[] = {
	LAYOUT_FIELDS(struct news_page),
	VIEW_FLAG(struct news_page, newest, "tutte"),
	VIEW_FLAG(struct news_page, cut_off, "solo_recenti"),
	VIEW_TEXT(struct news_page, subject, "in_comune"),
	VIEW_URL(struct news_page, subject_url, "url_in_comune"),
	VIEW_TEXT(struct news_page, recent_days, "ultimi_giorni"),
	VIEW_TEXT(struct news_page, recent_count, "quante_recenti"),
	VIEW_OBJECT(struct news_page, recent, "recenti", struct news_group, &news_group_view),
	VIEW_LIST(struct news_page, months, "mesi", struct news_group, &news_group_view),
	LINKS(years, "anni"),
	LINKS(types, "per_tipo"),
	LINKS(bodies, "per_organo"),
	LINKS(municipalities, "per_comune"),
	LINKS(points, "per_punto"),
};
static const struct view news_page_view = VIEW("novità", struct news_page, news_page_fields);

/* --- which pages ------------------------------------------------------------------------------- */

static size_t count_of_year(const struct site_history *history, int32_t year)
{
	size_t count = 0;

	for (size_t i = 0; i < history->news_count; i++)
		count += history->news[i]->day.year == year;
	return count;
}

static void plan_list(
    struct plan *plan, const struct page_kind *kind, enum news_by by, int32_t value)
{
	struct news_list *list = ARENA_NEW(plan->arena, struct news_list);

	*list = (struct news_list){ .by = by, .value = value };
	plan_add(plan, kind, news_list_path(list, plan->arena), list);
}

static void plan_years(struct plan *plan, const struct page_kind *kind)
{
	const struct site_history *history = plan->history;
	int32_t year = 0, month = 0;
	bool by_month = false;

	for (size_t i = 0; i < history->news_count; i++) {
		struct date day = history->news[i]->day;

		if (day.year != year) {
			year = day.year;
			by_month = count_of_year(history, year) > YEAR_MAX;
			plan_list(plan, kind, NEWS_OF_YEAR, year);
		}
		if (by_month && news_month(day) != month)
			plan_list(plan, kind, NEWS_OF_MONTH, news_month(day));
		month = news_month(day);
	}
}

static void plan_news(struct plan *plan, const struct page_kind *kind)
{
	struct news_choices lists = { 0 };

	plan_list(plan, kind, NEWS_NEWEST, 0);
	if (!plan->history)
		return;
	plan_years(plan, kind);
	news_lists_add(plan->site, plan->history, plan->arena, &lists);
	for (size_t i = 0; i < lists.count; i++)
		plan_add(plan, kind, news_list_path(&lists.items[i], plan->arena), &lists.items[i]);
}

/* --- what is on them --------------------------------------------------------------------------- */

static struct link_row link_to(struct maker *maker, const struct news_list *list, bool current)
{
	return (struct link_row){ news_list_name(list, maker->arena),
		maker_link(maker, news_list_path(list, maker->arena)), current };
}

static void add_years(struct maker *maker, struct news_page *page, int32_t shown)
{
	const struct site_history *history = maker->renderer->history;
	int32_t last = 0;

	for (size_t i = 0; history && i < history->news_count; i++) {
		struct news_list list = { NEWS_OF_YEAR, history->news[i]->day.year, NULL };

		if (list.value != last)
			*ARENA_PUSH(maker->arena, &page->years) =
			    link_to(maker, &list, list.value == shown);
		last = list.value;
	}
	/* A choice among one, made already, is none. */
	if (page->years.count == 1 && page->years.items[0].current)
		page->years.count = 0;
}

static void add_choices(struct maker *maker, struct news_page *page)
{
	struct news_choices lists = { 0 };

	news_lists_add(maker->site, maker->renderer->history, maker->arena, &lists);
	for (size_t i = 0; i < lists.count; i++) {
		struct link_row link = link_to(maker, &lists.items[i], false);

		switch (lists.items[i].by) {
		case NEWS_OF_BODY: *ARENA_PUSH(maker->arena, &page->bodies) = link; break;
		case NEWS_OF_MUNICIPALITY:
			*ARENA_PUSH(maker->arena, &page->municipalities) = link;
			break;
		case NEWS_OF_POINT: *ARENA_PUSH(maker->arena, &page->points) = link; break;
		default: *ARENA_PUSH(maker->arena, &page->types) = link;
		}
	}
}

static struct news_query query_of(struct maker *maker, const struct news_list *list)
{
	struct date today = maker->site->today;
	struct news_query query = { *list, NEWS_FROM_THE_BEGINNING, today, SIZE_MAX,
		SENTENCES_SHOWN };
	struct date year = { (int16_t)list->value, 0, 0 };
	struct date month = { (int16_t)(list->value / 100), (int8_t)(list->value % 100), 0 };
	struct date span = list->by == NEWS_OF_YEAR ? year : month;

	if (list->by != NEWS_OF_YEAR && list->by != NEWS_OF_MONTH) {
		query.most = NEWEST_MAX;
		return query;
	}
	query.since = date_add_days(date_first_day(span), -1);
	if (date_cmp(date_last_day(span), today) < 0)
		query.until = date_last_day(span);
	return query;
}

/* Of the month in which the last days begin, the groups of months have only the days before. */
static void name_cut_month(struct maker *maker, struct date before, struct news_groups *months)
{
	struct news_list month = { NEWS_OF_MONTH, news_month(before), NULL };

	if (months->count > 0 && before.day < date_days_in_month(before.year, before.month) &&
	    slice_eq(months->items[0].title, news_list_name(&month, maker->arena)))
		months->items[0].title = italian_month_until(before, maker->arena);
}

/* The last days in a group of their own; then the months before. */
static void fill_newest(struct maker *maker, struct news_query query, struct news_page *page)
{
	struct news_group *recent = ARENA_NEW(maker->arena, struct news_group);
	struct date before = date_add_days(query.until, -RECENT_DAYS);
	struct news_query last = query;
	struct news_count count;
	size_t shown;

	last.since = before;
	count = news_count(maker, &last);
	shown = count.published + count.changed + count.removed;
	page->recent_days = italian_last_days(RECENT_DAYS, query.until, maker->arena);
	page->recent_count =
	    italian_page_news_count(count.published, count.changed, count.removed, maker->arena);
	page->recent = recent;
	if (news_group_add(maker, &last, recent) > 0) {
		page->cut_off = true;
		return;
	}
	query.until = before;
	query.most -= shown;
	page->cut_off = query.most == 0 || news_months_add(maker, &query, &page->months) > 0;
	name_cut_month(maker, before, &page->months);
}

/* A year of too many changes: of each month what happened to acts, and how many changes it has, and where. */
static void fill_months(struct maker *maker, int32_t year, struct news_page *page)
{
	for (int month = 12; month >= 1; month--) {
		struct news_list list = { NEWS_OF_MONTH, year * 100 + month, NULL };
		struct news_query query = query_of(maker, &list);
		struct news_group group = { .title = news_list_name(&list, maker->arena) };
		size_t changes;

		query.most = 0;
		changes = news_group_add(maker, &query, &group);
		if (changes > 0) {
			group.count = italian_news_count(changes, maker->arena);
			group.url = maker_link(maker, news_list_path(&list, maker->arena));
		}
		if (changes > 0 || group.life.count > 0)
			*ARENA_PUSH(maker->arena, &page->months) = group;
	}
}

/* The page of what the changed pages have in common. */
static struct slice page_of_common(struct maker *maker, const struct news_list *list)
{
	switch (list->by) {
	case NEWS_OF_BODY: return maker_link(maker, url_body(list->common, maker->arena));
	case NEWS_OF_MUNICIPALITY:
		return maker_link(maker, url_municipality(list->common, maker->arena));
	case NEWS_OF_POINT: return maker_link(maker, url_point(list->common, maker->arena));
	default: return SLICE("");
	}
}

static void add_crumbs(struct maker *maker, const struct news_list *list, struct news_page *page)
{
	struct news_list year = { NEWS_OF_YEAR, list->value / 100, NULL };

	if (list->by != NEWS_NEWEST)
		layout_crumb(maker, &page->layout, SLICE("Novità"), SLICE("novita/"));
	if (list->by == NEWS_OF_MONTH)
		layout_crumb(maker, &page->layout, news_list_name(&year, maker->arena),
		    news_list_path(&year, maker->arena));
}

static void make_news(struct maker *maker, const void *subject, void *values)
{
	struct news_page *page = values;
	const struct news_list *list = subject;
	const struct site_history *history = maker->renderer->history;
	struct news_query query = query_of(maker, list);

	layout_begin(maker, &page->layout, news_list_title(list, maker->arena), "novita/");
	add_crumbs(maker, list, page);
	page->newest = list->by == NEWS_NEWEST;
	page->subject_url = page_of_common(maker, list);
	if (!slice_empty(page->subject_url))
		page->subject = news_list_name(list, maker->arena);
	if (!history)
		return;
	add_years(maker, page, list->by == NEWS_OF_YEAR ? list->value : 0);
	if (page->newest)
		add_choices(maker, page);
	if (page->newest && history->news_count > 0)
		fill_newest(maker, query, page);
	else if (list->by == NEWS_OF_YEAR && count_of_year(history, list->value) > YEAR_MAX)
		fill_months(maker, list->value, page);
	else
		page->cut_off = news_months_add(maker, &query, &page->months) > 0;
}

const struct page_kind news_page_kind = {
	.template = "novita",
	.view = &news_page_view,
	.rank = RANK_LIST,
	.plan = plan_news,
	.make = make_news,
};
