#include "model/url.h"
#include "render/acts_lists.h"
#include "render/facts.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/rows.h"

/* /atti/ shows so many of the newest; each year's page has all of its own. */
#define NEWEST_MAX 200

/* A year with more acts than these is shown month by month. */
#define YEAR_WITHOUT_MONTHS 20

struct month_group {
	struct slice title;  /* "Maggio 2024"; "Mese non noto, 2024" */
	struct slice name;   /* of the month alone, for links to it */
	struct slice anchor; /* "mese-2024-05", "mese-2024-ignoto" */
	struct slice count;
	struct act_rows acts;
};

struct year_group {
	struct slice title, url;
	struct act_rows acts;             /* all; of a year with months, only there */
	ARRAY(struct month_group) months; /* the last first */
};

struct acts_page {
	struct layout layout;
	bool all, one_year, cut_off;
	struct slice count, meaning;
	struct slice subject, subject_url; /* the page of what they share; may be empty */
	struct slice archive_url;          /* empty where nothing was removed */
	ARRAY(struct year_group) years;
	ARRAY(struct slice) gaps; /* numbers that are missing, a sentence a year */
	struct acts_choices beside;
	struct slice choices_url; /* where all lists are offered; empty there */
	struct acts_choices choices[BY_COUNT];
};

static const struct view_field month_group_fields[] = {
	VIEW_TEXT(struct month_group, title, "mese_e_anno"),
	VIEW_TEXT(struct month_group, name, "mese"),
	VIEW_ID(struct month_group, anchor, "id_mese"),
	VIEW_TEXT(struct month_group, count, "quanti_nel_mese"),
	VIEW_LIST(struct month_group, acts, "atti", struct act_row, &act_row_view),
};
static const struct view month_group_view = VIEW("mese", struct month_group, month_group_fields);

static const struct view_field year_group_fields[] = {
	VIEW_TEXT(struct year_group, title, "anno"),
	VIEW_URL(struct year_group, url, "url_anno"),
	VIEW_LIST(struct year_group, acts, "atti", struct act_row, &act_row_view),
	VIEW_LIST(struct year_group, months, "mesi", struct month_group, &month_group_view),
};
static const struct view year_group_view = VIEW("anno", struct year_group, year_group_fields);

static const struct view_field acts_page_fields[] = {
	LAYOUT_FIELDS(struct acts_page),
	VIEW_FLAG(struct acts_page, all, "tutti"),
	VIEW_FLAG(struct acts_page, one_year, "un_anno"),
	VIEW_FLAG(struct acts_page, cut_off, "solo_recenti"),
	VIEW_TEXT(struct acts_page, count, "quanti_atti"),
	VIEW_TEXT(struct acts_page, meaning, "spiegazione"),
	VIEW_TEXT(struct acts_page, subject, "in_comune"),
	VIEW_URL(struct acts_page, subject_url, "url_in_comune"),
	VIEW_URL(struct acts_page, archive_url, "url_archivio"),
	VIEW_LIST(struct acts_page, years, "anni", struct year_group, &year_group_view),
	VIEW_LIST(struct acts_page, gaps, "numeri_mancanti", struct slice, &view_text),
	VIEW_LIST(
	    struct acts_page, beside, "elenchi_vicini", struct acts_choice, &acts_choice_view),
	VIEW_URL(struct acts_page, choices_url, "url_scelte"),
	ACTS_CHOICES_FIELDS(struct acts_page, choices),
};
static const struct view acts_page_view =
    VIEW("elenco di atti", struct acts_page, acts_page_fields);

static void plan_acts(struct plan *plan, const struct page_kind *kind)
{
	static const struct acts_list all = { BY_NOTHING, 0, NULL };
	struct acts_lists lists = acts_lists_of(plan->site, plan->arena);

	plan_add(plan, kind, acts_list_path(&all, plan->arena), &all);
	for (size_t i = 0; i < lists.count; i++) {
		const struct acts_list *list = &lists.items[i];

		if (acts_list_is_always_there(list) || acts_list_count(plan->site, list) > 0)
			plan_add(plan, kind, acts_list_path(list, plan->arena), list);
	}
}

static struct year_group *group_of(struct maker *maker, struct acts_page *page, int32_t year)
{
	struct slice title = arena_printf(maker->arena, "%d", year);
	struct year_group *last =
	    page->years.count ? &page->years.items[page->years.count - 1] : NULL;

	if (last && slice_eq(last->title, title))
		return last;
	last = ARENA_PUSH(maker->arena, &page->years);
	*last = (struct year_group){ .title = title,
		.url = maker_link(maker, url_acts_year(year, maker->arena)) };
	return last;
}

static struct month_group *month_of(
    struct maker *maker, struct year_group *year, const struct date *date)
{
	struct arena *arena = maker->arena;
	bool known = date->month > 0;
	struct slice anchor =
	    known ? arena_printf(arena, "mese-%.*s-%02d", SLICE_ARGS(year->title), date->month)
		  : arena_printf(arena, "mese-%.*s-ignoto", SLICE_ARGS(year->title));
	struct month_group *last =
	    year->months.count ? &year->months.items[year->months.count - 1] : NULL;

	if (last && slice_eq(last->anchor, anchor))
		return last;
	last = ARENA_PUSH(arena, &year->months);
	*last = (struct month_group){ .anchor = anchor,
		.name = known ? slice_from(italian_month(date->month)) : SLICE("mese non noto") };
	last->title = arena_printf(arena, "%.*s%s %.*s",
	    SLICE_ARGS(italian_with_capital(last->name, true, arena)), known ? "" : ",",
	    SLICE_ARGS(year->title));
	return last;
}

/* Many acts of a year, parted by their months: they stand in the order of their dates. */
static void part_by_months(struct maker *maker, struct year_group *year)
{
	if (year->acts.count <= YEAR_WITHOUT_MONTHS)
		return;
	for (size_t i = 0; i < year->acts.count; i++) {
		const struct act_row *row = &year->acts.items[i];
		struct month_group *month = month_of(maker, year, &row->date);

		*ARENA_PUSH(maker->arena, &month->acts) = *row;
		month->count = italian_count(month->acts.count, "atto", "atti", maker->arena);
	}
	year->acts.count = 0;
}

static void fill_years(struct maker *maker, struct acts_page *page, const struct acts_list *list)
{
	const struct site *site = maker->site;
	size_t count = 0, most = page->all ? NEWEST_MAX : SIZE_MAX;

	for (size_t i = site->acts.count; i-- > 0;) {
		const struct act *act = site->acts.items[i];
		struct year_group *group;

		if (!acts_list_holds(list, act) || count++ >= most)
			continue;
		group = group_of(maker, page, act->order_year);
		*ARENA_PUSH(maker->arena, &group->acts) = act_row_of(maker, act);
	}
	for (size_t i = 0; i < page->years.count; i++)
		part_by_months(maker, &page->years.items[i]);
	page->cut_off = count > most;
	page->count = italian_count(count, "atto", "atti", maker->arena);
}

/* The numbers of one kind and year, by which a gap shows. Removed acts have kept theirs. */
static void fill_gaps_of(
    struct maker *maker, struct acts_page *page, const struct body *body, int type, int32_t year)
{
	ARRAY(int32_t) missing = { 0 };
	int32_t expected = 1;

	for (size_t i = 0; i < body->acts.count; i++) {
		const struct act *act = body->acts.items[i];

		if (act->type != type || act->order_year != year || act->number <= 0 ||
		    !act_is_named(act))
			continue;
		for (; expected < act->number; expected++)
			*ARENA_PUSH(maker->arena, &missing) = expected;
		expected = act->number + 1;
	}
	if (missing.count > 0)
		*ARENA_PUSH(maker->arena, &page->gaps) =
		    italian_missing_numbers(type, year, missing.items, missing.count, maker->arena);
}

static struct slice page_of_common(struct maker *maker, const struct acts_list *list)
{
	switch (list->by) {
	case BY_BODY: return maker_link(maker, url_body(list->common, maker->arena));
	case BY_MUNICIPALITY:
		return maker_link(maker, url_municipality(list->common, maker->arena));
	case BY_POINT: return maker_link(maker, url_point(list->common, maker->arena));
	default: return SLICE("");
	}
}

static bool any_removed(const struct site *site)
{
	for (size_t i = 0; i < site->acts.count; i++)
		if (site->acts.items[i]->visibility == VISIBILITY_CARD)
			return true;
	return false;
}

/* The first whole year from which the body's register is declared complete; 0: it isn't. */
static int32_t complete_since(const struct body *body)
{
	struct date since = body->register_complete_since;

	if (!date_known(since))
		return 0;
	since = date_first_day(since);
	return since.month == 1 && since.day == 1 ? since.year : since.year + 1;
}

/* Acts that have no number of their own kind can't show a gap; years before the declaration may not. */
static void fill_gaps(struct maker *maker, struct acts_page *page, const struct body *body)
{
	int32_t first = complete_since(body);

	for (int32_t year = maker->site->today.year; first > 0 && year >= first; year--)
		for (int type = 1; type < ACT_TYPE_COUNT; type++)
			fill_gaps_of(maker, page, body, type, year);
}

static struct slice title_of(struct maker *maker, const struct acts_list *list)
{
	struct slice name = acts_list_name(list, maker->arena);

	switch (list->by) {
	case BY_YEAR: return arena_printf(maker->arena, "Atti del %d", list->value);
	case BY_BODY:
	case BY_TOPIC:
	case BY_MUNICIPALITY:
	case BY_POINT: return arena_printf(maker->arena, "Atti: %.*s", SLICE_ARGS(name));
	default: return name;
	}
}

static void make_acts(struct maker *maker, const void *subject, void *values)
{
	struct acts_page *page = values;
	const struct acts_list *list = subject;

	page->all = list->by == BY_NOTHING;
	page->one_year = list->by == BY_YEAR;
	layout_begin(maker, &page->layout, title_of(maker, list), "atti/");
	if (!page->all)
		layout_crumb(maker, &page->layout, SLICE("Atti"), SLICE("atti/"));
	if (page->all)
		acts_choices_fill(maker, page->choices);
	else
		page->choices_url = maker_link(maker, SLICE("atti/#sez_scegli"));
	acts_choices_beside(maker, list, &page->beside);
	if (list->by == BY_BODY)
		fill_gaps(maker, page, list->common);
	if (list->by == BY_STATUS)
		page->meaning =
		    slice_from(italian_status_meaning((enum recorded_status)list->value));
	if (list->by == BY_TOPIC)
		page->meaning = ((const struct topic *)list->common)->description;
	fill_years(maker, page, list);
	page->subject_url = page_of_common(maker, list);
	if (!slice_empty(page->subject_url))
		page->subject = acts_list_name(list, maker->arena);
	if ((page->all || page->one_year) && any_removed(maker->site))
		page->archive_url = maker_link(maker, SLICE("archivio/"));
}

const struct page_kind acts_page_kind = {
	.template = "atti",
	.view = &acts_page_view,
	.rank = RANK_LIST,
	.plan = plan_acts,
	.make = make_acts,
};
