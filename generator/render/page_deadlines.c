#include <stdlib.h>

#include "model/url.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/programme_parts.h"

/* .../scadenze/: all that falls due, by year and month; then what waits for an event, and what has no term. */

struct due_month {
	struct slice title, id; /* "Dicembre", "mese-2030-12" */
	bool next;              /* the first that is not over */
	struct deadline_rows rows;
};

struct due_group {
	struct slice title, id; /* of a year: "2030", "anno-2030" */
	struct deadline_rows rows;
	ARRAY(struct due_month) months; /* of a year: the same rows */
};

struct deadlines_page {
	struct layout layout;
	ARRAY(struct due_group) years, waiting;
	struct deadline_rows open;
	const struct link_row *next; /* to the first month that is not over; or null */
	bool any;                    /* is there anything that falls due? */
	struct slice today;          /* "il 13 maggio 2024" */
};

static const struct view_field due_month_fields[] = {
	VIEW_TEXT(struct due_month, title, "titolo_mese"),
	VIEW_ID(struct due_month, id, "id_mese"),
	VIEW_FLAG(struct due_month, next, "prossimo"),
	VIEW_LIST(struct due_month, rows, "scadenze", struct deadline_row, &deadline_row_view),
};
static const struct view due_month_view =
    VIEW("scadenze di un mese", struct due_month, due_month_fields);

static const struct view_field due_group_fields[] = {
	VIEW_TEXT(struct due_group, title, "titolo_gruppo"),
	VIEW_ID(struct due_group, id, "id_gruppo"),
	VIEW_LIST(struct due_group, rows, "scadenze", struct deadline_row, &deadline_row_view),
	VIEW_LIST(struct due_group, months, "mesi", struct due_month, &due_month_view),
};
static const struct view due_group_view =
    VIEW("gruppo di scadenze", struct due_group, due_group_fields);

static const struct view_field deadlines_page_fields[] = {
	LAYOUT_FIELDS(struct deadlines_page),
	VIEW_LIST(struct deadlines_page, years, "anni", struct due_group, &due_group_view),
	VIEW_LIST(struct deadlines_page, waiting, "in_attesa", struct due_group, &due_group_view),
	VIEW_LIST(
	    struct deadlines_page, open, "senza_termine", struct deadline_row, &deadline_row_view),
	VIEW_OBJECT(
	    struct deadlines_page, next, "prossimo_termine", struct link_row, &link_row_view),
	VIEW_FLAG(struct deadlines_page, any, "con_scadenze"),
	VIEW_TEXT(struct deadlines_page, today, "oggi"),
};
static const struct view deadlines_page_view =
    VIEW("pagina delle scadenze", struct deadlines_page, deadlines_page_fields);

/* By day; of one day by point, then as the point has them: dues are in that order, each in its place. */
static int by_day(const void *left, const void *right)
{
	const struct due *const *a = left, *const *b = right;
	int order = date_cmp((*a)->days->last, (*b)->days->last);

	return order ? order : (*a > *b) - (*a < *b);
}

static struct due_group *year_of(struct maker *maker, struct deadlines_page *page, int year)
{
	struct slice title = arena_printf(maker->arena, "%d", year);
	struct due_group *last =
	    page->years.count ? &page->years.items[page->years.count - 1] : NULL;

	if (last && slice_eq(last->title, title))
		return last;
	last = ARENA_PUSH(maker->arena, &page->years);
	*last = (struct due_group){ .title = title,
		.id = ARENA_CONCAT(maker->arena, SLICE("anno-"), title) };
	return last;
}

static struct due_group *waiting_for(
    struct maker *maker, struct deadlines_page *page, struct slice event)
{
	struct slice title = italian_waits_for(maker->site, event, maker->arena);
	struct due_group *group;

	for (size_t i = 0; i < page->waiting.count; i++)
		if (slice_eq(page->waiting.items[i].title, title))
			return &page->waiting.items[i];
	group = ARENA_PUSH(maker->arena, &page->waiting);
	*group = (struct due_group){ .title = title,
		.id = ARENA_CONCAT(maker->arena, SLICE("evento-"), event) };
	return group;
}

static struct due_month *month_of(struct maker *maker, struct due_group *year, struct date day)
{
	struct slice id = arena_printf(maker->arena, "mese-%d-%02d", day.year, day.month);
	struct due_month *last =
	    year->months.count ? &year->months.items[year->months.count - 1] : NULL;

	if (last && slice_eq(last->id, id))
		return last;
	last = ARENA_PUSH(maker->arena, &year->months);
	*last = (struct due_month){ .id = id,
		.title = italian_with_capital(
		    italian_date((struct date){ day.year, day.month, 0 }, maker->arena), true,
		    maker->arena) };
	return last;
}

/* The first month that holds a term of today or later. */
static void mark_next(struct maker *maker, struct deadlines_page *page, struct due_month *month)
{
	struct link_row *link;

	if (page->next)
		return;
	month->next = true;
	link = ARENA_NEW(maker->arena, struct link_row);
	*link = (struct link_row){ italian_with_capital(month->title, false, maker->arena),
		ARENA_CONCAT(maker->arena, SLICE("#"), month->id), false };
	page->next = link;
}

static void add_dated(struct maker *maker, struct deadlines_page *page, const struct due *due)
{
	struct date day = due->days->last;
	struct due_group *year = year_of(maker, page, day.year);
	struct due_month *month = month_of(maker, year, day);
	struct deadline_row row = due_row_of(maker, due, NULL);

	if (date_cmp(day, maker->site->today) >= 0)
		mark_next(maker, page, month);
	*ARENA_PUSH(maker->arena, &year->rows) = row;
	*ARENA_PUSH(maker->arena, &month->rows) = row;
}

static void add_due(struct maker *maker, struct deadlines_page *page, const struct due *due)
{
	struct deadline_rows *rows = &page->open;

	if (due->days->state == TERM_DATED) {
		add_dated(maker, page, due);
		return;
	}
	if (due->days->state == TERM_WAITING)
		rows = &waiting_for(maker, page, due->days->waits_for)->rows;
	*ARENA_PUSH(maker->arena, rows) = due_row_of(maker, due, NULL);
}

static void plan_deadlines(struct plan *plan, const struct page_kind *kind)
{
	plan_programme_part(plan, kind, "scadenze");
}

static void make_deadlines(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct deadlines_page *page = values;
	struct dues dues = dues_of(maker->arena, programme);
	const struct due **sorted = ARENA_COUNT(maker->arena, const struct due *, dues.count);

	programme_layout(maker, &page->layout,
	    italian_programme_part(programme, "scadenze", maker->arena), programme);
	for (size_t i = 0; i < dues.count; i++)
		sorted[i] = &dues.items[i];
	if (dues.count)
		qsort(sorted, dues.count, sizeof *sorted, by_day);
	for (size_t i = 0; i < dues.count; i++)
		add_due(maker, page, sorted[i]);
	page->any = dues.count > 0;
	page->today = italian_on_date(maker->site->today, maker->arena);
}

const struct page_kind deadlines_page_kind = {
	.template = "scadenze",
	.view = &deadlines_page_view,
	.rank = RANK_LIST,
	.plan = plan_deadlines,
	.make = make_deadlines,
};
