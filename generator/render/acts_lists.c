#include "render/acts_lists.h"

#include "model/url.h"
#include "render/italiano.h"
#include "render/rows.h"

static const struct view_field acts_choice_fields[] = {
	VIEW_TEXT(struct acts_choice, text, "testo"),
	VIEW_URL(struct acts_choice, url, "url"),
	VIEW_TEXT(struct acts_choice, count, "quanti_atti"),
	VIEW_TEXT(struct acts_choice, value, "valore"),
	VIEW_FLAG(struct acts_choice, current, "corrente"),
};
const struct view acts_choice_view = VIEW("scelta", struct acts_choice, acts_choice_fields);

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

bool acts_list_holds(const struct acts_list *list, const struct act *act)
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

size_t acts_list_count(const struct site *site, const struct acts_list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < site->acts.count; i++)
		count += acts_list_holds(list, site->acts.items[i]);
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

struct slice acts_list_path(const struct acts_list *list, struct arena *arena)
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

struct slice acts_list_name(const struct acts_list *list, struct arena *arena)
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

struct acts_lists acts_lists_of(const struct site *site, struct arena *arena)
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

bool acts_list_is_always_there(const struct acts_list *list)
{
	return list->common != NULL;
}

/* "2024" of "atti/2024/". */
static struct slice last_part(struct slice path)
{
	struct slice whole = slice_sub(path, 0, path.len - 1);

	return slice_from_index(whole, slice_find_last_byte(whole, '/') + 1);
}

/* Offers the list, if it has an act. */
static void add_choice(
    struct maker *maker, const struct acts_list *list, struct acts_choices *choices)
{
	size_t count = acts_list_count(maker->site, list);
	struct slice path = acts_list_path(list, maker->arena);

	if (count > 0)
		*ARENA_PUSH(maker->arena, choices) = (struct acts_choice){
			.text = acts_list_name(list, maker->arena),
			.url = maker_link(maker, path),
			.count = italian_count(count, "atto", "atti", maker->arena),
			.value = last_part(path),
			.current = slice_eq(path, maker->path),
		};
}

void acts_choices_fill(struct maker *maker, struct acts_choices *choices)
{
	struct acts_lists lists = acts_lists_of(maker->site, maker->arena);

	for (size_t i = 0; i < lists.count; i++)
		add_choice(maker, &lists.items[i], &choices[lists.items[i].by]);
}

void acts_choices_beside(
    struct maker *maker, const struct acts_list *list, struct acts_choices *choices)
{
	struct acts_lists lists = acts_lists_of(maker->site, maker->arena);

	for (size_t i = 0; i < lists.count; i++)
		if (lists.items[i].by == list->by)
			add_choice(maker, &lists.items[i], choices);
}
