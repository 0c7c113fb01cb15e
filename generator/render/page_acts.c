#include "model/url.h"
#include "render/facts.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/rows.h"

/* /atti/ shows so many of the newest; each year's page has all of its own. */
#define NEWEST_MAX 200

/* Lists of acts (design 5): all, and by what they have in common. */
enum acts_by {
	BY_NOTHING,
	BY_YEAR,
	BY_TYPE,
	BY_BODY,
	BY_STATUS,
	BY_TOPIC,
	BY_MUNICIPALITY,
	BY_POINT,
	BY_COUNT
};

/* What a list's acts share: a number (year, type, status, point) or a struct of the model. */
struct acts_list {
	enum acts_by by;
	int32_t value;
	const void *common;
};

/* A choice of /atti/: a list and how many acts it has. */
struct choice {
	struct slice text, url, count;
};
struct choices {
	struct choice *items;
	size_t count, cap;
};

struct year_group {
	struct slice title, url;
	struct act_rows acts;
};

struct acts_page {
	struct layout layout;
	bool all, one_year, cut_off;
	struct slice count, meaning;
	struct slice subject, subject_url; /* the page of what they share; may be empty */
	struct slice archive_url;          /* empty where nothing was removed */
	ARRAY(struct year_group) years;
	ARRAY(struct slice) gaps; /* numbers that are missing, a sentence a year */
	struct choices choices[BY_COUNT];
};

static const struct view_field choice_fields[] = {
	VIEW_TEXT(struct choice, text, "testo"),
	VIEW_URL(struct choice, url, "url"),
	VIEW_TEXT(struct choice, count, "quanti_atti"),
};
static const struct view choice_view = VIEW("scelta", struct choice, choice_fields);

static const struct view_field year_group_fields[] = {
	VIEW_TEXT(struct year_group, title, "anno"),
	VIEW_URL(struct year_group, url, "url_anno"),
	VIEW_LIST(struct year_group, acts, "atti", struct act_row, &act_row_view),
};
static const struct view year_group_view = VIEW("anno", struct year_group, year_group_fields);

#define CHOICES(by, name) \
	VIEW_LIST(struct acts_page, choices[by], name, struct choice, &choice_view)

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
	CHOICES(BY_YEAR, "per_anno"),
	CHOICES(BY_TYPE, "per_tipo"),
	CHOICES(BY_BODY, "per_organo"),
	CHOICES(BY_STATUS, "per_stato"),
	CHOICES(BY_TOPIC, "per_argomento"),
	CHOICES(BY_MUNICIPALITY, "per_comune"),
	CHOICES(BY_POINT, "per_punto"),
};
static const struct view acts_page_view =
    VIEW("elenco di atti", struct acts_page, acts_page_fields);

static bool refers_to(const struct reference *references, size_t count, const void *what)
{
	for (size_t i = 0; i < count; i++)
		if (references[i].found == what)
			return true;
	return false;
}

static bool has_point(const struct act *act, int32_t number)
{
	for (size_t i = 0; i < act->points.count; i++) {
		const struct point *point = act->points.items[i].found;

		if (point && point->number == number)
			return true;
	}
	return false;
}

static bool holds(const struct acts_list *list, const struct act *act)
{
	if (!act_is_listed(act))
		return false;
	switch (list->by) {
	case BY_NOTHING: return true;
	case BY_YEAR: return act->order_year == list->value;
	case BY_TYPE: return act->type == list->value;
	case BY_BODY: return act->body.found == list->common;
	case BY_STATUS: return (int32_t)act->status.status == list->value;
	case BY_TOPIC: return refers_to(act->topics.items, act->topics.count, list->common);
	case BY_MUNICIPALITY:
		return act->organisation.found == list->common ||
		       refers_to(act->organisations.items, act->organisations.count, list->common);
	case BY_POINT: return has_point(act, list->value);
	case BY_COUNT: break;
	}
	return false;
}

static size_t count_of(const struct site *site, const struct acts_list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < site->acts.count; i++)
		count += holds(list, site->acts.items[i]);
	return count;
}

/* The newest programme's point with this number. */
static const struct point *point_with(const struct site *site, int32_t number)
{
	for (size_t i = site->programmes.count; i-- > 0;) {
		const struct programme *programme = site->programmes.items[i];

		for (size_t n = 0; n < programme->points.count; n++)
			if (programme->points.items[n]->number == number)
				return programme->points.items[n];
	}
	return NULL;
}

static struct slice path_of(const struct acts_list *list, struct arena *arena)
{
	switch (list->by) {
	case BY_NOTHING:
	case BY_COUNT: break;
	case BY_YEAR: return url_acts_year(list->value, arena);
	case BY_TYPE: return url_acts_of_type(list->value, arena);
	case BY_BODY: return url_acts_by("organo", ((const struct body *)list->common)->id, arena);
	case BY_STATUS: return url_acts_in_status((enum recorded_status)list->value, arena);
	case BY_TOPIC:
		return url_acts_by("argomento", ((const struct topic *)list->common)->id, arena);
	case BY_MUNICIPALITY:
		return url_acts_by(
		    "comune", ((const struct organisation *)list->common)->id, arena);
	case BY_POINT: return url_acts_of_point(list->value, arena);
	}
	return SLICE("atti/");
}

/* What the list's acts share, as /atti/ names the choice. */
static struct slice name_of_list(const struct acts_list *list, struct arena *arena)
{
	switch (list->by) {
	case BY_NOTHING:
	case BY_COUNT: break;
	case BY_YEAR: return arena_printf(arena, "%d", list->value);
	case BY_TYPE: return slice_from(italian_acts_of_type(list->value));
	case BY_BODY: return ((const struct body *)list->common)->name;
	case BY_STATUS:
		return slice_from(italian_acts_in_status((enum recorded_status)list->value));
	case BY_TOPIC: return ((const struct topic *)list->common)->name;
	case BY_MUNICIPALITY: return ((const struct organisation *)list->common)->name;
	case BY_POINT: return italian_point(list->common, arena);
	}
	return SLICE("Atti");
}

struct acts_lists {
	struct acts_list *items;
	size_t count, cap;
};

static void add_list(struct acts_lists *lists, enum acts_by by, int32_t value, const void *common,
    struct arena *arena)
{
	*ARENA_PUSH(arena, lists) = (struct acts_list){ by, value, common };
}

static void add_years(struct acts_lists *lists, const struct site *site, struct arena *arena)
{
	int32_t last = 0;

	for (size_t i = site->acts.count; i-- > 0;) {
		const struct act *act = site->acts.items[i];

		if (act_is_listed(act) && act->order_year != last) {
			last = act->order_year;
			add_list(lists, BY_YEAR, last, NULL, arena);
		}
	}
}

/* Each number once, though several programmes have it. */
static void add_points(struct acts_lists *lists, const struct site *site, struct arena *arena)
{
	for (size_t i = 0; i < site->programmes.count; i++) {
		const struct programme *programme = site->programmes.items[i];

		for (size_t n = 0; n < programme->points.count; n++) {
			const struct point *point = programme->points.items[n];

			if (point_with(site, point->number) == point)
				add_list(lists, BY_POINT, point->number, point, arena);
		}
	}
}

/* Every list but the whole one, in the order in which they are offered. */
static struct acts_lists lists_of(const struct site *site, struct arena *arena)
{
	struct acts_lists lists = { 0 };

	add_years(&lists, site, arena);
	for (int type = 1; type < ACT_TYPE_COUNT; type++)
		add_list(&lists, BY_TYPE, type, NULL, arena);
	for (size_t i = 0; i < site->bodies.count; i++)
		add_list(&lists, BY_BODY, 0, site->bodies.items[i], arena);
	for (size_t i = 0; i < site->topics.count; i++)
		add_list(&lists, BY_TOPIC, 0, site->topics.items[i], arena);
	for (size_t i = 0; i < site->organisations.count; i++)
		if (site->organisations.items[i]->type == ORGANISATION_MUNICIPALITY)
			add_list(&lists, BY_MUNICIPALITY, 0, site->organisations.items[i], arena);
	add_points(&lists, site, arena);
	for (int status = 1; status < STATUS_COUNT; status++)
		add_list(&lists, BY_STATUS, status, NULL, arena);
	return lists;
}

/* Pages about bodies, topics, municipalities and points lead to their list even where it is empty. */
static bool is_always_there(const struct acts_list *list)
{
	return list->common != NULL;
}

static void plan_acts(struct plan *plan, const struct page_kind *kind)
{
	static const struct acts_list all = { BY_NOTHING, 0, NULL };
	struct acts_lists lists = lists_of(plan->site, plan->arena);

	plan_add(plan, kind, path_of(&all, plan->arena), &all);
	for (size_t i = 0; i < lists.count; i++) {
		const struct acts_list *list = &lists.items[i];

		if (is_always_there(list) || count_of(plan->site, list) > 0)
			plan_add(plan, kind, path_of(list, plan->arena), list);
	}
}

static void fill_choices(struct maker *maker, struct acts_page *page)
{
	struct acts_lists lists = lists_of(maker->site, maker->arena);

	for (size_t i = 0; i < lists.count; i++) {
		const struct acts_list *list = &lists.items[i];
		size_t count = count_of(maker->site, list);

		if (count > 0)
			*ARENA_PUSH(maker->arena, &page->choices[list->by]) = (struct choice){
				name_of_list(list, maker->arena),
				maker_link(maker, path_of(list, maker->arena)),
				italian_count(count, "atto", "atti", maker->arena),
			};
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

static void fill_years(struct maker *maker, struct acts_page *page, const struct acts_list *list)
{
	const struct site *site = maker->site;
	size_t count = 0, most = page->all ? NEWEST_MAX : SIZE_MAX;

	for (size_t i = site->acts.count; i-- > 0;) {
		const struct act *act = site->acts.items[i];
		struct year_group *group;

		if (!holds(list, act) || count++ >= most)
			continue;
		group = group_of(maker, page, act->order_year);
		*ARENA_PUSH(maker->arena, &group->acts) = act_row_of(maker, act);
	}
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
	struct slice name = name_of_list(list, maker->arena);

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
		fill_choices(maker, page);
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
		page->subject = name_of_list(list, maker->arena);
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
