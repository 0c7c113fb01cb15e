#include <stdlib.h>

#include "model/url.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/programme_parts.h"

/* Two looks at all that falls due: in order of date (scadenze), and drawn along the years (cronoprogramma). */

/* --- .../scadenze/ --- */

struct due_group {
	struct slice title;
	struct deadline_rows rows;
};

struct deadlines_page {
	struct layout layout;
	ARRAY(struct due_group) years, waiting;
	struct deadline_rows open;
};

static const struct view_field due_group_fields[] = {
	VIEW_TEXT(struct due_group, title, "titolo_gruppo"),
	VIEW_LIST(struct due_group, rows, "scadenze", struct deadline_row, &deadline_row_view),
};
static const struct view due_group_view =
    VIEW("gruppo di scadenze", struct due_group, due_group_fields);

static const struct view_field deadlines_page_fields[] = {
	LAYOUT_FIELDS(struct deadlines_page),
	VIEW_LIST(struct deadlines_page, years, "anni", struct due_group, &due_group_view),
	VIEW_LIST(struct deadlines_page, waiting, "in_attesa", struct due_group, &due_group_view),
	VIEW_LIST(
	    struct deadlines_page, open, "senza_termine", struct deadline_row, &deadline_row_view),
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

static struct dues dues_of(const struct programme *programme, struct arena *arena)
{
	struct dues dues = { 0 };

	for (size_t i = 0; i < programme->points.count; i++)
		dues_add(arena, programme->points.items[i], &dues);
	return dues;
}

static struct due_group *year_of(struct maker *maker, struct deadlines_page *page, int year)
{
	struct slice title = arena_printf(maker->arena, "%d", year);
	struct due_group *last =
	    page->years.count ? &page->years.items[page->years.count - 1] : NULL;

	if (last && slice_eq(last->title, title))
		return last;
	last = ARENA_PUSH(maker->arena, &page->years);
	*last = (struct due_group){ .title = title };
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
	*group = (struct due_group){ .title = title };
	return group;
}

static struct deadline_rows *place_of(
    struct maker *maker, struct deadlines_page *page, const struct term_days *days)
{
	switch (days->state) {
	case TERM_DATED: return &year_of(maker, page, days->last.year)->rows;
	case TERM_WAITING: return &waiting_for(maker, page, days->waits_for)->rows;
	case TERM_OPEN: break;
	}
	return &page->open;
}

static void plan_part(struct plan *plan, const struct page_kind *kind, const char *part)
{
	for (size_t i = 0; i < plan->site->programmes.count; i++)
		plan_add(plan, kind,
		    url_programme_part(plan->site->programmes.items[i], part, plan->arena),
		    plan->site->programmes.items[i]);
}

static void plan_deadlines(struct plan *plan, const struct page_kind *kind)
{
	plan_part(plan, kind, "scadenze");
}

static void make_deadlines(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct deadlines_page *page = values;
	struct dues dues = dues_of(programme, maker->arena);
	const struct due **sorted = ARENA_COUNT(maker->arena, const struct due *, dues.count);

	programme_layout(maker, &page->layout,
	    italian_programme_part(programme, "scadenze", maker->arena), programme);
	for (size_t i = 0; i < dues.count; i++)
		sorted[i] = &dues.items[i];
	if (dues.count)
		qsort(sorted, dues.count, sizeof *sorted, by_day);
	for (size_t i = 0; i < dues.count; i++) {
		struct deadline_rows *rows = place_of(maker, page, sorted[i]->days);

		*ARENA_PUSH(maker->arena, rows) = due_row_of(maker, sorted[i], NULL);
	}
}

const struct page_kind deadlines_page_kind = {
	.template = "scadenze",
	.view = &deadlines_page_view,
	.rank = RANK_LIST,
	.plan = plan_deadlines,
	.make = make_deadlines,
};

/* --- .../cronoprogramma/ --- */

/* The drawing, in pixels of its own: a column of names, then the years side by side. */
#define NAMES_WIDTH 90
#define NAMES_MAX 3
#define YEAR_WIDTH 200
#define HEADER_HEIGHT 30
#define ROW_HEIGHT 20
#define TEXT_DROP 14 /* from a row's upper edge to the line that its text stands on */
#define BAR_HEIGHT 10
#define MARK 6       /* half of a mark's width */
#define YEARS_MAX 12 /* terms far away are drawn at the edge */

/* A line of the drawing: a point's name, or one thing that falls due. Zero widths are not drawn. */
struct schedule_row {
	struct slice name, heading;
	int y, text_y, bar_y, bar_bottom, middle_y;
	int bar_x, bar_width;   /* the term's span */
	int span_x, span_width; /* what only describes: since, until, for so long */
	int mark_x;             /* the day on which it falls due; 0: none */
	int mark_left, mark_right;
	bool waiting; /* its day hangs on an event without a date */
};

struct schedule_year {
	struct slice year;
	int x, text_x;
};

struct schedule_group {
	struct slice title, url;
	struct deadline_rows rows;
};

struct schedule_page {
	struct layout layout;
	int width, height, first_x;
	ARRAY(struct schedule_year) years;
	ARRAY(struct schedule_row) rows;
	ARRAY(struct schedule_group) groups;
};

static const struct view_field schedule_row_fields[] = {
	VIEW_TEXT(struct schedule_row, name, "nome_riga"),
	VIEW_TEXT(struct schedule_row, heading, "intestazione"),
	VIEW_NUMBER(struct schedule_row, y, "y"),
	VIEW_NUMBER(struct schedule_row, text_y, "y_testo"),
	VIEW_NUMBER(struct schedule_row, bar_y, "y_barra"),
	VIEW_NUMBER(struct schedule_row, bar_bottom, "y_fondo"),
	VIEW_NUMBER(struct schedule_row, middle_y, "y_mezzo"),
	VIEW_NUMBER(struct schedule_row, bar_x, "x_barra"),
	VIEW_NUMBER(struct schedule_row, bar_width, "larghezza_barra"),
	VIEW_NUMBER(struct schedule_row, span_x, "x_durata"),
	VIEW_NUMBER(struct schedule_row, span_width, "larghezza_durata"),
	VIEW_NUMBER(struct schedule_row, mark_x, "x_segno"),
	VIEW_NUMBER(struct schedule_row, mark_left, "x_sinistra"),
	VIEW_NUMBER(struct schedule_row, mark_right, "x_destra"),
	VIEW_FLAG(struct schedule_row, waiting, "da_determinare"),
};
static const struct view schedule_row_view =
    VIEW("riga del disegno", struct schedule_row, schedule_row_fields);

static const struct view_field schedule_year_fields[] = {
	VIEW_TEXT(struct schedule_year, year, "anno"),
	VIEW_NUMBER(struct schedule_year, x, "x_anno"),
	VIEW_NUMBER(struct schedule_year, text_x, "x_nome"),
};
static const struct view schedule_year_view =
    VIEW("anno del disegno", struct schedule_year, schedule_year_fields);

static const struct view_field schedule_group_fields[] = {
	VIEW_TEXT(struct schedule_group, title, "nome_punto"),
	VIEW_URL(struct schedule_group, url, "url_punto"),
	VIEW_LIST(struct schedule_group, rows, "scadenze", struct deadline_row, &deadline_row_view),
};
static const struct view schedule_group_view =
    VIEW("scadenze di un punto", struct schedule_group, schedule_group_fields);

static const struct view_field schedule_page_fields[] = {
	LAYOUT_FIELDS(struct schedule_page),
	VIEW_NUMBER(struct schedule_page, width, "larghezza"),
	VIEW_NUMBER(struct schedule_page, height, "altezza"),
	VIEW_NUMBER(struct schedule_page, first_x, "x_inizio"),
	VIEW_LIST(struct schedule_page, years, "anni", struct schedule_year, &schedule_year_view),
	VIEW_LIST(struct schedule_page, rows, "righe", struct schedule_row, &schedule_row_view),
	VIEW_LIST(
	    struct schedule_page, groups, "punti", struct schedule_group, &schedule_group_view),
};
static const struct view schedule_page_view =
    VIEW("cronoprogramma", struct schedule_page, schedule_page_fields);

/* The years that are drawn. */
struct scale {
	int first, last;
};

static void widen(struct scale *scale, struct date date)
{
	if (!date_known(date))
		return;
	if (date.year < scale->first && scale->last - date.year < YEARS_MAX)
		scale->first = date.year;
	if (date.year > scale->last && date.year - scale->first < YEARS_MAX)
		scale->last = date.year;
}

/* The programme's own years, and those into which its terms reach. */
static struct scale scale_of(const struct programme *programme, const struct dues *dues)
{
	struct scale scale = { programme->first_year, programme->last_year };

	for (size_t i = 0; i < dues->count; i++) {
		widen(&scale, dues->items[i].days->first);
		widen(&scale, dues->items[i].days->last);
		widen(&scale, dues->items[i].days->ends);
	}
	return scale;
}

static int edge_of(const struct scale *scale, int year)
{
	return NAMES_WIDTH + (year - scale->first) * YEAR_WIDTH;
}

/* Where a day begins; one outside the years drawn is at their edge. */
static int place_on(const struct scale *scale, struct date day)
{
	struct date new_year = { day.year, 1, 1 };
	int64_t days = date_to_days(day) - date_to_days(new_year);

	if (day.year < scale->first)
		return edge_of(scale, scale->first);
	if (day.year > scale->last)
		return edge_of(scale, scale->last + 1);
	return edge_of(scale, day.year) + (int)(days * YEAR_WIDTH / 366);
}

static int end_of(const struct scale *scale, struct date day)
{
	return place_on(scale, date_add_days(day, 1));
}

/* Since when and until when, as far as it is described; to the edges where it goes on without an end. */
static void draw_span(const struct scale *scale, const struct due *due, struct schedule_row *row)
{
	const struct term_days *days = due->days;
	int begins = edge_of(scale, scale->first), ends = edge_of(scale, scale->last + 1);

	if (days->state != TERM_OPEN && !date_known(days->begins))
		return;
	if (date_known(days->begins))
		begins = place_on(scale, days->begins);
	if (date_known(days->ends))
		ends = end_of(scale, days->ends);
	row->span_x = begins;
	row->span_width = ends > begins ? ends - begins : 0;
}

static void draw_term(const struct scale *scale, const struct due *due, struct schedule_row *row)
{
	const struct term_days *days = due->days;
	int end;

	row->waiting = days->state == TERM_WAITING;
	if (days->state != TERM_DATED)
		return;
	end = end_of(scale, days->last);
	if (date_known(days->first)) {
		row->bar_x = place_on(scale, days->first);
		row->bar_width = end > row->bar_x ? end - row->bar_x : 1;
		return;
	}
	row->mark_x = end;
	row->mark_left = end - MARK;
	row->mark_right = end + MARK;
}

static struct schedule_row *add_row(struct maker *maker, struct schedule_page *page)
{
	struct schedule_row *row = ARENA_PUSH(maker->arena, &page->rows);

	*row = (struct schedule_row){ .y = page->height, .text_y = page->height + TEXT_DROP };
	row->bar_y = row->y + (ROW_HEIGHT - BAR_HEIGHT) / 2;
	row->bar_bottom = row->bar_y + BAR_HEIGHT;
	row->middle_y = row->y + ROW_HEIGHT / 2;
	page->height += ROW_HEIGHT;
	return row;
}

/* "12.1", "9.1, 9.2": as many as there is room for; a deadline about no action has none. */
static struct slice name_of(const struct due *due, struct arena *arena)
{
	struct slice ids[NAMES_MAX + 1];
	size_t count = 0;

	if (!due->deadline)
		return due->progress->action.id;
	for (size_t i = 0; i < due->deadline->actions.count && count < NAMES_MAX; i++)
		ids[count++] = due->deadline->actions.items[i].id;
	if (count < due->deadline->actions.count)
		ids[count++] = SLICE("…");
	return italian_join(ids, count, arena);
}

static void add_point(struct maker *maker, struct schedule_page *page, const struct scale *scale,
    const struct point *point)
{
	struct schedule_group group = { .title = italian_point(point, maker->arena),
		.url = maker_link(maker, url_point(point, maker->arena)) };
	struct dues dues = { 0 };

	dues_add(maker->arena, point, &dues);
	if (dues.count == 0)
		return;
	add_row(maker, page)->heading = group.title;
	for (size_t i = 0; i < dues.count; i++) {
		struct schedule_row *row = add_row(maker, page);

		row->name = name_of(&dues.items[i], maker->arena);
		draw_span(scale, &dues.items[i], row);
		draw_term(scale, &dues.items[i], row);
		*ARENA_PUSH(maker->arena, &group.rows) = due_row_of(maker, &dues.items[i], point);
	}
	*ARENA_PUSH(maker->arena, &page->groups) = group;
}

static void plan_schedule(struct plan *plan, const struct page_kind *kind)
{
	plan_part(plan, kind, "cronoprogramma");
}

static void make_schedule(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct schedule_page *page = values;
	struct dues dues = dues_of(programme, maker->arena);
	struct scale scale = scale_of(programme, &dues);

	programme_layout(maker, &page->layout,
	    italian_programme_part(programme, "cronoprogramma", maker->arena), programme);
	page->first_x = NAMES_WIDTH;
	page->width = edge_of(&scale, scale.last + 1) + MARK;
	page->height = HEADER_HEIGHT;
	for (int year = scale.first; year <= scale.last; year++)
		*ARENA_PUSH(maker->arena, &page->years) =
		    (struct schedule_year){ arena_printf(maker->arena, "%d", year),
			    edge_of(&scale, year), edge_of(&scale, year) + MARK };
	for (size_t i = 0; i < programme->points.count; i++)
		add_point(maker, page, &scale, programme->points.items[i]);
}

const struct page_kind schedule_page_kind = {
	.template = "cronoprogramma",
	.view = &schedule_page_view,
	.rank = RANK_LIST,
	.plan = plan_schedule,
	.make = make_schedule,
};
