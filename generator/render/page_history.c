#include "model/url.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"

/* /novita/ shows so many of the newest; each year's page has all of its own. */
#define NEWEST_MAX 200

/* An act's chronology: the versions of its page, newest first. */
struct chronology_page {
	struct layout layout;
	struct slice reference, act_url;
	bool obscured_before;
	struct version_rows versions;
};

static const struct view_field chronology_page_fields[] = {
	LAYOUT_FIELDS(struct chronology_page),
	VIEW_TEXT(struct chronology_page, reference, "estremi"),
	VIEW_URL(struct chronology_page, act_url, "url_atto"),
	VIEW_FLAG(struct chronology_page, obscured_before, "oscurata"),
	VIEW_LIST(
	    struct chronology_page, versions, "versioni", struct version_row, &version_row_view),
};
static const struct view chronology_page_view =
    VIEW("cronologia", struct chronology_page, chronology_page_fields);

/* What changed on the site, by month: all of a year, or the newest (year 0). */
struct month_group {
	struct slice month; /* "novembre 2026" */
	struct version_rows versions;
};

struct news_page {
	struct layout layout;
	bool cut_off;
	ARRAY(struct month_group) months;
	ARRAY(struct link_row) years;
};

static const struct view_field month_group_fields[] = {
	VIEW_TEXT(struct month_group, month, "mese"),
	VIEW_LIST(struct month_group, versions, "versioni", struct version_row, &version_row_view),
};
static const struct view month_group_view = VIEW("mese", struct month_group, month_group_fields);

static const struct view_field news_page_fields[] = {
	LAYOUT_FIELDS(struct news_page),
	VIEW_FLAG(struct news_page, cut_off, "solo_recenti"),
	VIEW_LIST(struct news_page, months, "mesi", struct month_group, &month_group_view),
	VIEW_LIST(struct news_page, years, "anni", struct link_row, &link_row_view),
};
static const struct view news_page_view = VIEW("novità", struct news_page, news_page_fields);

static void plan_chronology(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->acts.count; i++) {
		const struct act *act = plan->site->acts.items[i];

		if (act_is_listed(act))
			plan_add(plan, kind, url_act_history(act, plan->arena), act);
	}
}

static void make_chronology(struct maker *maker, const void *subject, void *values)
{
	struct chronology_page *page = values;
	const struct act *act = subject;
	const struct page_history *history = history_of(maker->renderer->history, act->file);

	layout_begin(maker, &page->layout,
	    arena_printf(maker->arena, "Cronologia: %.*s", SLICE_ARGS(act->reference)), "atti/");
	layout_crumb(maker, &page->layout, SLICE("Atti"), SLICE("atti/"));
	layout_crumb(maker, &page->layout, act->reference, url_act(act));
	page->layout.noindex = !act->indexed;
	page->layout.draft = act_is_draft(act, maker->site->today);
	page->reference = act->reference;
	page->act_url = maker_link(maker, url_act(act));
	if (!history)
		return;
	page->obscured_before = history->obscured_before;
	for (size_t i = history->count; i-- > 0;)
		*ARENA_PUSH(maker->arena, &page->versions) =
		    version_row_of(maker, &history->entries[i]);
}

/* Subject of a page of news: the year; 0 is the newest of all. */
static void plan_news(struct plan *plan, const struct page_kind *kind)
{
	static const int32_t newest = 0;
	int32_t *year, last = 0;

	plan_add(plan, kind, SLICE("novita/"), &newest);
	for (size_t i = 0; plan->history && i < plan->history->news_count; i++) {
		if (plan->history->news[i]->day.year == last)
			continue;
		year = ARENA_NEW(plan->arena, int32_t);
		*year = last = plan->history->news[i]->day.year;
		plan_add(plan, kind, url_news_year(*year, plan->arena), year);
	}
}

static void add_news(struct maker *maker, struct news_page *page, const struct history_entry *entry)
{
	struct date month = { entry->day.year, entry->day.month, 0 };
	struct slice name =
	    italian_with_capital(italian_date(month, maker->arena), true, maker->arena);
	struct month_group *last =
	    page->months.count ? &page->months.items[page->months.count - 1] : NULL;

	if (!last || !slice_eq(last->month, name)) {
		last = ARENA_PUSH(maker->arena, &page->months);
		*last = (struct month_group){ .month = name };
	}
	*ARENA_PUSH(maker->arena, &last->versions) = version_row_of(maker, entry);
}

static void add_year(struct maker *maker, struct news_page *page, int32_t year, int32_t shown)
{
	struct slice text = arena_printf(maker->arena, "%d", year);

	if (page->years.count == 0 ||
	    !slice_eq(page->years.items[page->years.count - 1].text, text))
		*ARENA_PUSH(maker->arena, &page->years) = (struct link_row){ text,
			maker_link(maker, url_news_year(year, maker->arena)), year == shown };
}

static void make_news(struct maker *maker, const void *subject, void *values)
{
	struct news_page *page = values;
	const struct site_history *history = maker->renderer->history;
	int32_t year = *(const int32_t *)subject;
	size_t shown = 0;

	layout_begin(maker, &page->layout,
	    year ? arena_printf(maker->arena, "Novità del %d", year) : SLICE("Novità"), "novita/");
	if (year)
		layout_crumb(maker, &page->layout, SLICE("Novità"), SLICE("novita/"));
	for (size_t i = 0; history && i < history->news_count; i++) {
		const struct history_entry *entry = history->news[i];

		add_year(maker, page, entry->day.year, year);
		if (year ? entry->day.year == year : shown++ < NEWEST_MAX)
			add_news(maker, page, entry);
	}
	page->cut_off = shown > NEWEST_MAX;
}

const struct page_kind chronology_page_kind = {
	.template = "cronologia",
	.view = &chronology_page_view,
	.rank = RANK_PAGE,
	.tells_versions = true,
	.plan = plan_chronology,
	.make = make_chronology,
};

const struct page_kind news_page_kind = {
	.template = "novita",
	.view = &news_page_view,
	.rank = RANK_LIST,
	.plan = plan_news,
	.make = make_news,
};
