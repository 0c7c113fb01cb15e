#include "render/news_lists.h"

#include "history/change_names.h"
#include "model/url.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/rows.h"

static bool refers_to(const struct reference *references, size_t count, const void *what)
{
	for (size_t i = 0; i < count; i++)
		if (references[i].found == what)
			return true;
	return false;
}

static bool changes_name(const struct changes *changes, const void *what)
{
	for (size_t i = 0; i < changes->count; i++)
		if (change_names(&changes->items[i], what))
			return true;
	return false;
}

static bool has_point(const struct reference *points, size_t count, int32_t number)
{
	for (size_t i = 0; i < count; i++) {
		const struct point *point = points[i].found;

		if (point && point->number == number)
			return true;
	}
	return false;
}

/* Is it about the point, or about an action that the point tells, there first or again (stessa_di)? */
static bool progress_is_of_point(const struct progress *progress, int32_t number)
{
	const struct action *action = progress->action.found;
	const struct action *deed = action ? action->deed : NULL;

	if (!deed)
		return false;
	for (size_t i = 0; i < deed->told_also.count; i++)
		if (deed->told_also.items[i]->point->number == number)
			return true;
	return deed->point->number == number;
}

static bool is_of_point(const struct history_subject *subject, int32_t number)
{
	const struct act *act = subject->item;
	const struct report *report = subject->item;

	switch (subject->kind) {
	case SUBJECT_ACT: return has_point(act->points.items, act->points.count, number);
	case SUBJECT_POINT: return ((const struct point *)subject->item)->number == number;
	case SUBJECT_PROGRESS: return progress_is_of_point(subject->item, number);
	case SUBJECT_REPORT: return has_point(report->points.items, report->points.count, number);
	default: return false;
	}
}

static bool is_of_body(const struct history_subject *subject, const struct body *body)
{
	switch (subject->kind) {
	case SUBJECT_ACT: return ((const struct act *)subject->item)->body.found == body;
	case SUBJECT_MEETING: return ((const struct meeting *)subject->item)->body.found == body;
	default: return false;
	}
}

static bool act_is_of(const struct act *act, const struct organisation *organisation)
{
	return act->organisation.found == organisation ||
	       refers_to(act->organisations.items, act->organisations.count, organisation);
}

bool news_list_holds(const struct news_list *list, const struct history_entry *entry)
{
	const struct history_subject *subject = &entry->history->subject;

	switch (list->by) {
	case NEWS_NEWEST:
	case NEWS_OF_YEAR:
	case NEWS_OF_MONTH: return news_list_spans(list, entry->day);
	case NEWS_OF_ACT_TYPE:
		return subject->kind == SUBJECT_ACT &&
		       ((const struct act *)subject->item)->type == list->value;
	case NEWS_OF_MEETINGS: return subject->kind == SUBJECT_MEETING;
	case NEWS_OF_PROGRAMME:
		return subject->kind == SUBJECT_PROGRAMME || subject->kind == SUBJECT_POINT ||
		       subject->kind == SUBJECT_PROGRESS;
	case NEWS_OF_REPORTS: return subject->kind == SUBJECT_REPORT;
	case NEWS_OF_REGULATIONS: return subject->kind == SUBJECT_REGULATION;
	case NEWS_OF_BODY: return is_of_body(subject, list->common);
	case NEWS_OF_MUNICIPALITY:
		return (subject->kind == SUBJECT_ACT && act_is_of(subject->item, list->common)) ||
		       changes_name(&entry->changes, list->common);
	case NEWS_OF_POINT: return is_of_point(subject, list->value);
	}
	return false;
}

bool news_list_is_about(const struct news_list *list, const struct act *act)
{
	switch (list->by) {
	case NEWS_NEWEST:
	case NEWS_OF_YEAR:
	case NEWS_OF_MONTH: return true;
	case NEWS_OF_ACT_TYPE: return act->type == list->value;
	case NEWS_OF_BODY: return act->body.found == list->common;
	case NEWS_OF_MUNICIPALITY: return act_is_of(act, list->common);
	case NEWS_OF_POINT: return has_point(act->points.items, act->points.count, list->value);
	case NEWS_OF_MEETINGS:
	case NEWS_OF_PROGRAMME:
	case NEWS_OF_REPORTS:
	case NEWS_OF_REGULATIONS: return false;
	}
	return false;
}

bool news_list_spans(const struct news_list *list, struct date day)
{
	if (list->by == NEWS_OF_YEAR)
		return day.year == list->value;
	if (list->by == NEWS_OF_MONTH)
		return news_month(day) == list->value;
	return true;
}

struct slice news_list_path(const struct news_list *list, struct arena *arena)
{
	const struct organisation *organisation = list->common;
	const struct body *body = list->common;

	switch (list->by) {
	case NEWS_NEWEST: break;
	case NEWS_OF_YEAR: return url_news_year(list->value, arena);
	case NEWS_OF_MONTH: return url_news_month(list->value / 100, list->value % 100, arena);
	case NEWS_OF_ACT_TYPE: return url_news_of_type(list->value, arena);
	case NEWS_OF_MEETINGS: return url_news_by("tipo", SLICE("seduta"), arena);
	case NEWS_OF_PROGRAMME: return url_news_by("tipo", SLICE("programma"), arena);
	case NEWS_OF_REPORTS: return url_news_by("tipo", SLICE("rapporto"), arena);
	case NEWS_OF_REGULATIONS: return url_news_by("tipo", SLICE("regolamento"), arena);
	case NEWS_OF_BODY: return url_news_by("organo", body->id, arena);
	case NEWS_OF_MUNICIPALITY: return url_news_by("comune", organisation->id, arena);
	case NEWS_OF_POINT: return url_news_of_point(list->value, arena);
	}
	return SLICE("novita/");
}

struct slice news_list_name(const struct news_list *list, struct arena *arena)
{
	struct date month = { (int16_t)(list->value / 100), (int8_t)(list->value % 100), 0 };

	switch (list->by) {
	case NEWS_NEWEST: break;
	case NEWS_OF_YEAR: return arena_printf(arena, "%d", list->value);
	case NEWS_OF_MONTH: return italian_with_capital(italian_date(month, arena), true, arena);
	case NEWS_OF_ACT_TYPE: return slice_from(italian_acts_of_type(list->value));
	case NEWS_OF_MEETINGS: return SLICE("Sedute");
	case NEWS_OF_PROGRAMME: return SLICE("Programma e suo avanzamento");
	case NEWS_OF_REPORTS: return SLICE("Rapporti");
	case NEWS_OF_REGULATIONS: return SLICE("Regolamenti");
	case NEWS_OF_BODY: return ((const struct body *)list->common)->name;
	case NEWS_OF_MUNICIPALITY: return ((const struct organisation *)list->common)->name;
	case NEWS_OF_POINT: return italian_point(list->common, arena);
	}
	return SLICE("Novità");
}

struct slice news_list_title(const struct news_list *list, struct arena *arena)
{
	struct slice name = news_list_name(list, arena);

	if (list->by == NEWS_NEWEST)
		return name;
	if (list->by == NEWS_OF_YEAR)
		return arena_printf(arena, "Novità del %.*s", SLICE_ARGS(name));
	return arena_printf(arena, "Novità: %.*s", SLICE_ARGS(name));
}

bool news_list_exists(const struct site_history *history, const struct news_list *list)
{
	for (size_t i = 0; history && i < history->news_count; i++)
		if (news_list_holds(list, history->news[i]))
			return true;
	return false;
}

struct slice news_list_link(struct maker *maker, enum news_by by, const void *common)
{
	struct news_list list = { .by = by, .common = common };

	if (by == NEWS_OF_POINT)
		list.value = ((const struct point *)common)->number;
	if (!news_list_exists(maker->renderer->history, &list))
		return SLICE("");
	return maker_link(maker, news_list_path(&list, maker->arena));
}

/* --- all of them ------------------------------------------------------------------------------- */

struct adding {
	const struct site_history *history;
	struct arena *arena;
	struct news_choices *lists;
};

static void add(struct adding *adding, enum news_by by, int32_t value, const void *common)
{
	struct news_list list = { by, value, common };

	if (news_list_exists(adding->history, &list))
		*ARENA_PUSH(adding->arena, adding->lists) = list;
}

/* Is it of the newest programme that has a point with its number? */
static bool is_newest(const struct site *site, const struct point *point)
{
	for (size_t i = site->programmes.count; i-- > 0;) {
		const struct programme *programme = site->programmes.items[i];

		for (size_t n = 0; n < programme->points.count; n++)
			if (programme->points.items[n]->number == point->number)
				return programme->points.items[n] == point;
	}
	return false;
}

static void add_points(struct adding *adding, const struct site *site)
{
	for (size_t i = 0; i < site->programmes.count; i++) {
		const struct programme *programme = site->programmes.items[i];

		for (size_t n = 0; n < programme->points.count; n++)
			if (is_newest(site, programme->points.items[n]))
				add(adding, NEWS_OF_POINT, programme->points.items[n]->number,
				    programme->points.items[n]);
	}
}

void news_lists_add(const struct site *site, const struct site_history *history,
    struct arena *arena, struct news_choices *lists)
{
	struct adding adding = { history, arena, lists };

	for (int type = 1; type < ACT_TYPE_COUNT; type++)
		add(&adding, NEWS_OF_ACT_TYPE, type, NULL);
	for (int by = NEWS_OF_MEETINGS; by <= NEWS_OF_REGULATIONS; by++)
		add(&adding, (enum news_by)by, 0, NULL);
	for (size_t i = 0; i < site->bodies.count; i++)
		add(&adding, NEWS_OF_BODY, 0, site->bodies.items[i]);
	for (size_t i = 0; i < site->organisations.count; i++)
		if (site->organisations.items[i]->type == ORGANISATION_MUNICIPALITY)
			add(&adding, NEWS_OF_MUNICIPALITY, 0, site->organisations.items[i]);
	add_points(&adding, site);
}
