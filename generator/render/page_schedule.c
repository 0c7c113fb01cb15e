#include "base/unicode.h"
#include "model/url.h"
#include "render/drawing.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/programme_parts.h"

/* .../cronoprogramma/: all that falls due, drawn along the years point by point, and the same as a table. */

/* The drawing, in pixels of its own: a column of names, then the years side by side, then a margin for signs. */
#define NAMES_WIDTH 344
#define YEARS_WIDTH 660
#define MARGIN 24
#define HEADER_HEIGHT 54
#define HEADING_HEIGHT 26
#define ROW_HEIGHT 20
#define LINE_HEIGHT 14 /* of a second line of text */
#define TEXT_DROP 14   /* from a row's upper edge to the line that its text stands on */
#define BAR_HEIGHT 10
#define LINE_MAX 52 /* code points that fit beside the years */
#define LINES_MAX 2
#define NAMES_MAX 3
#define DRAWING_MAX 900 /* a drawing that is higher becomes two: each fits on a sheet */
#define QUARTERS 4
#define QUARTER_NAMED 48 /* a quarter is named if it is as wide */
#define YEARS_MAX 12     /* terms far away are drawn at the edge */

struct schedule_text {
	struct slice text;
	int y;
	bool goes_on; /* not the first line */
};

/* One thing that falls due: in words, and along the years. Zero widths are not drawn. */
struct schedule_row {
	const struct deadline_row *deadline;
	struct slice name;                 /* "9.1, 9.2": the actions */
	ARRAY(struct schedule_text) lines; /* its text: the first stands behind the name */
	int y, height, text_y, bar_y, middle_y, strip_y; /* from the point's heading on */
	int bar_x, bar_width, bar_end;                   /* the term's span */
	int span_x, span_width, span_end; /* what only describes: since, until, for so long */
	int waiting_x, waiting_width, waiting_end; /* its day hangs on an event without a date */
	int mark_x, mark_left, mark_right;         /* the day on which it falls due; 0: none */
	int mark_top, mark_bottom;
	int doubt_x; /* 0: none */
	bool open_left, open_right, approximate, repeated;
};

struct schedule_line {
	struct slice name;
	int x, text_x;
	bool named;
};

/* What a point says falls due. */
struct schedule_group {
	struct slice title, url;
	int32_t number; /* the point's */
	int y, height;  /* in its drawing: its rows begin from there */
	ARRAY(struct schedule_row) rows;
};

/* Some points, drawn together. */
struct schedule_drawing {
	size_t number;
	struct slice title;
	int height;
	struct {
		struct schedule_group *items;
		size_t count, cap;
	} groups;
};

struct schedule_page {
	struct layout layout;
	int width, first_x, years_width, heading_height;
	ARRAY(struct schedule_line) years, quarters;
	int today_x; /* 0: not in these years */
	struct slice today;
	ARRAY(struct schedule_drawing) drawings;
	ARRAY(struct schedule_group) groups;
};

static const struct view_field schedule_text_fields[] = {
	VIEW_TEXT(struct schedule_text, text, "testo_riga"),
	VIEW_NUMBER(struct schedule_text, y, "y_testo"),
	VIEW_FLAG(struct schedule_text, goes_on, "continua"),
};
static const struct view schedule_text_view =
    VIEW("testo del disegno", struct schedule_text, schedule_text_fields);

static const struct view_field schedule_row_fields[] = {
	VIEW_OBJECT(
	    struct schedule_row, deadline, "scadenza", struct deadline_row, &deadline_row_view),
	VIEW_TEXT(struct schedule_row, name, "nome_riga"),
	VIEW_LIST(struct schedule_row, lines, "testi", struct schedule_text, &schedule_text_view),
	VIEW_NUMBER(struct schedule_row, y, "y"),
	VIEW_NUMBER(struct schedule_row, text_y, "y_nome"),
	VIEW_NUMBER(struct schedule_row, bar_y, "y_barra"),
	VIEW_NUMBER(struct schedule_row, middle_y, "y_mezzo"),
	VIEW_NUMBER(struct schedule_row, strip_y, "y_striscia"),
	VIEW_NUMBER(struct schedule_row, bar_x, "x_barra"),
	VIEW_NUMBER(struct schedule_row, bar_width, "larghezza_barra"),
	VIEW_NUMBER(struct schedule_row, bar_end, "x_fine_barra"),
	VIEW_NUMBER(struct schedule_row, span_x, "x_durata"),
	VIEW_NUMBER(struct schedule_row, span_width, "larghezza_durata"),
	VIEW_NUMBER(struct schedule_row, span_end, "x_fine_durata"),
	VIEW_NUMBER(struct schedule_row, waiting_x, "x_attesa"),
	VIEW_NUMBER(struct schedule_row, waiting_width, "larghezza_attesa"),
	VIEW_NUMBER(struct schedule_row, waiting_end, "x_fine_attesa"),
	VIEW_NUMBER(struct schedule_row, mark_x, "x_segno"),
	VIEW_NUMBER(struct schedule_row, mark_left, "x_sinistra"),
	VIEW_NUMBER(struct schedule_row, mark_right, "x_destra"),
	VIEW_NUMBER(struct schedule_row, mark_top, "y_sopra"),
	VIEW_NUMBER(struct schedule_row, mark_bottom, "y_sotto"),
	VIEW_NUMBER(struct schedule_row, doubt_x, "x_dubbio"),
	VIEW_FLAG(struct schedule_row, open_left, "aperta_prima"),
	VIEW_FLAG(struct schedule_row, open_right, "aperta_dopo"),
	VIEW_FLAG(struct schedule_row, approximate, "all_incirca"),
	VIEW_FLAG(struct schedule_row, repeated, "si_ripete"),
};
static const struct view schedule_row_view =
    VIEW("riga del disegno", struct schedule_row, schedule_row_fields);

static const struct view_field schedule_year_fields[] = {
	VIEW_TEXT(struct schedule_line, name, "anno"),
	VIEW_NUMBER(struct schedule_line, x, "x_anno"),
	VIEW_NUMBER(struct schedule_line, text_x, "x_nome"),
};
static const struct view schedule_year_view =
    VIEW("anno del disegno", struct schedule_line, schedule_year_fields);

static const struct view_field schedule_quarter_fields[] = {
	VIEW_TEXT(struct schedule_line, name, "trimestre"),
	VIEW_NUMBER(struct schedule_line, x, "x_trimestre"),
	VIEW_NUMBER(struct schedule_line, text_x, "x_nome"),
	VIEW_FLAG(struct schedule_line, named, "con_nome"),
};
static const struct view schedule_quarter_view =
    VIEW("trimestre del disegno", struct schedule_line, schedule_quarter_fields);

static const struct view_field schedule_group_fields[] = {
	VIEW_TEXT(struct schedule_group, title, "nome_punto"),
	VIEW_URL(struct schedule_group, url, "url_punto"),
	VIEW_NUMBER(struct schedule_group, y, "y_punto"),
	VIEW_LIST(struct schedule_group, rows, "righe", struct schedule_row, &schedule_row_view),
};
static const struct view schedule_group_view =
    VIEW("scadenze di un punto", struct schedule_group, schedule_group_fields);

static const struct view_field schedule_drawing_fields[] = {
	VIEW_NUMBER(struct schedule_drawing, number, "numero"),
	VIEW_TEXT(struct schedule_drawing, title, "titolo_disegno"),
	VIEW_NUMBER(struct schedule_drawing, height, "altezza"),
	VIEW_LIST(struct schedule_drawing, groups, "punti_disegnati", struct schedule_group,
	    &schedule_group_view),
};
static const struct view schedule_drawing_view =
    VIEW("disegno", struct schedule_drawing, schedule_drawing_fields);

static const struct view_field schedule_page_fields[] = {
	LAYOUT_FIELDS(struct schedule_page),
	VIEW_NUMBER(struct schedule_page, width, "larghezza"),
	VIEW_NUMBER(struct schedule_page, first_x, "x_inizio"),
	VIEW_NUMBER(struct schedule_page, years_width, "larghezza_anni"),
	VIEW_NUMBER(struct schedule_page, heading_height, "altezza_punto"),
	VIEW_LIST(struct schedule_page, years, "anni", struct schedule_line, &schedule_year_view),
	VIEW_LIST(struct schedule_page, quarters, "trimestri", struct schedule_line,
	    &schedule_quarter_view),
	VIEW_NUMBER(struct schedule_page, today_x, "x_oggi"),
	VIEW_TEXT(struct schedule_page, today, "oggi"),
	VIEW_LIST(struct schedule_page, drawings, "disegni", struct schedule_drawing,
	    &schedule_drawing_view),
	VIEW_LIST(
	    struct schedule_page, groups, "punti", struct schedule_group, &schedule_group_view),
};
static const struct view schedule_page_view =
    VIEW("cronoprogramma", struct schedule_page, schedule_page_fields);

/* --- years ------------------------------------------------------------------------------------- */

struct years {
	int first, last;
};

static void widen(struct years *years, struct date date)
{
	if (!date_known(date))
		return;
	if (date.year < years->first && years->last - date.year < YEARS_MAX)
		years->first = date.year;
	if (date.year > years->last && date.year - years->first < YEARS_MAX)
		years->last = date.year;
}

/* The programme's own years, and those into which its terms reach. */
static struct time_scale scale_of(struct maker *maker, const struct programme *programme)
{
	struct years years = { programme->first_year, programme->last_year };
	struct dues dues = dues_of(maker->arena, programme);

	for (size_t i = 0; i < dues.count; i++) {
		widen(&years, dues.items[i].days->first);
		widen(&years, dues.items[i].days->last);
		widen(&years, dues.items[i].days->ends);
	}
	return time_scale_of(years.first, years.last, NAMES_WIDTH, YEARS_WIDTH);
}

static void add_years(
    struct maker *maker, struct schedule_page *page, const struct time_scale *scale)
{
	static const char *const names[QUARTERS] = { "gen-mar", "apr-giu", "lug-set", "ott-dic" };
	int width = scale->year_width / QUARTERS;

	for (int year = scale->first_year; year <= scale->last_year; year++) {
		int x = time_scale_start(scale, (struct date){ (int16_t)year, 1, 1 });

		*ARENA_PUSH(maker->arena, &page->years) =
		    (struct schedule_line){ arena_printf(maker->arena, "%d", year), x,
			    x + scale->year_width / 2, true };
		for (int i = 0; i < QUARTERS; i++)
			*ARENA_PUSH(maker->arena, &page->quarters) =
			    (struct schedule_line){ slice_from(names[i]), x + i * width,
				    x + i * width + width / 2, width >= QUARTER_NAMED };
	}
}

/* --- rows -------------------------------------------------------------------------------------- */

/* As many as there is room for; a deadline about no action has none. */
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

/* The text behind the name in at most so many lines, what does not fit left out: the table has it. */
static void write_lines(struct maker *maker, struct slice text, struct schedule_row *row)
{
	size_t name = utf8_count(row->name);
	size_t room = name ? LINE_MAX - name - 1 : LINE_MAX;

	for (size_t i = 0; i < LINES_MAX && !slice_empty(text); i++) {
		bool last = i + 1 == LINES_MAX;
		struct slice line = last ? italian_shortened(text, LINE_MAX, maker->arena)
					 : drawing_line(&text, room);

		*ARENA_PUSH(maker->arena, &row->lines) =
		    (struct schedule_text){ line, row->text_y + (int)i * LINE_HEIGHT, i > 0 };
	}
	row->height = ROW_HEIGHT;
	if (row->lines.count > 1)
		row->height += (int)(row->lines.count - 1) * LINE_HEIGHT;
}

static void draw(const struct time_scale *scale, const struct due *due, struct schedule_row *row)
{
	struct term_drawing drawing = term_drawing_of(scale, due->term, due->days);

	row->middle_y = row->y + row->height / 2;
	row->strip_y = row->middle_y - ROW_HEIGHT / 2;
	row->bar_y = row->middle_y - BAR_HEIGHT / 2;
	row->bar_x = drawing.bar.x;
	row->bar_width = drawing.bar.width;
	row->bar_end = drawing.bar.x + drawing.bar.width;
	row->span_x = drawing.span.x;
	row->span_width = drawing.span.width;
	row->span_end = drawing.span.x + drawing.span.width;
	row->waiting_x = drawing.waiting.x;
	row->waiting_width = drawing.waiting.width;
	row->waiting_end = drawing.waiting.x + drawing.waiting.width;
	row->open_left = drawing.open_left;
	row->open_right = drawing.open_right;
	row->approximate = due->term->approximate;
	row->repeated = due->term->rhythm != RHYTHM_NONE;
	if (due->deadline && !slice_empty(due->deadline->doubt))
		row->doubt_x = time_scale_right(scale) + MARGIN / 2;
	if (!drawing.marked)
		return;
	row->mark_x = drawing.mark_x;
	row->mark_left = drawing.mark_x - BAR_HEIGHT / 2;
	row->mark_right = drawing.mark_x + BAR_HEIGHT / 2;
	row->mark_top = row->middle_y - BAR_HEIGHT / 2;
	row->mark_bottom = row->middle_y + BAR_HEIGHT / 2;
}

/* Returns where the next one begins. */
static int add_row(struct maker *maker, struct schedule_group *group,
    const struct time_scale *scale, const struct due *due, int y)
{
	struct schedule_row *row = ARENA_PUSH(maker->arena, &group->rows);
	struct deadline_row *deadline = ARENA_NEW(maker->arena, struct deadline_row);

	*deadline = due_row_of(maker, due, due->point);
	*row = (struct schedule_row){ .deadline = deadline,
		.name = name_of(due, maker->arena),
		.y = y,
		.text_y = y + TEXT_DROP };
	write_lines(maker, deadline->text, row);
	draw(scale, due, row);
	return y + row->height;
}

/* --- points ------------------------------------------------------------------------------------ */

static void add_point(struct maker *maker, struct schedule_page *page,
    const struct time_scale *scale, const struct point *point)
{
	struct schedule_group *group;
	struct dues dues = { 0 };

	dues_add(maker->arena, point, &dues);
	if (dues.count == 0)
		return;
	group = ARENA_PUSH(maker->arena, &page->groups);
	*group = (struct schedule_group){ .title = italian_point(point, maker->arena),
		.url = maker_link(maker, url_point(point, maker->arena)),
		.number = point->number,
		.height = HEADING_HEIGHT };
	for (size_t i = 0; i < dues.count; i++)
		group->height = add_row(maker, group, scale, &dues.items[i], group->height);
}

/* --- drawings ---------------------------------------------------------------------------------- */

/* Groups from `first` on, those of one part, one below the other. */
static void add_drawing(struct maker *maker, const struct programme *programme,
    struct schedule_page *page, size_t first, size_t count)
{
	struct schedule_drawing *drawing = ARENA_PUSH(maker->arena, &page->drawings);
	struct schedule_group *groups = page->groups.items + first;

	*drawing = (struct schedule_drawing){ .number = page->drawings.count,
		.height = HEADER_HEIGHT,
		.title = italian_schedule_drawing(
		    programme, groups[0].number, groups[count - 1].number, maker->arena) };
	drawing->groups.items = groups;
	drawing->groups.count = count;
	for (size_t i = 0; i < count; i++) {
		groups[i].y = drawing->height;
		drawing->height += groups[i].height;
	}
}

static void add_drawings(
    struct maker *maker, const struct programme *programme, struct schedule_page *page)
{
	size_t count = page->groups.count, *part = ARENA_COUNT(maker->arena, size_t, count);
	int *heights = ARENA_COUNT(maker->arena, int, count);

	for (size_t i = 0; i < count; i++)
		heights[i] = page->groups.items[i].height;
	drawing_parts(heights, count, DRAWING_MAX, part);
	for (size_t first = 0, i = 1; i <= count; i++)
		if (i == count || part[i] != part[first]) {
			add_drawing(maker, programme, page, first, i - first);
			first = i;
		}
}

static void plan_schedule(struct plan *plan, const struct page_kind *kind)
{
	plan_programme_part(plan, kind, "cronoprogramma");
}

static void make_schedule(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct date today = maker->site->today;
	struct schedule_page *page = values;
	struct time_scale scale = scale_of(maker, programme);

	programme_layout(maker, &page->layout,
	    italian_programme_part(programme, "cronoprogramma", maker->arena), programme);
	page->first_x = scale.left;
	page->years_width = time_scale_right(&scale) - scale.left;
	page->width = time_scale_right(&scale) + MARGIN;
	page->heading_height = HEADING_HEIGHT;
	page->today = italian_date(today, maker->arena);
	if (time_scale_holds(&scale, today))
		page->today_x = time_scale_start(&scale, today);
	add_years(maker, page, &scale);
	for (size_t i = 0; i < programme->points.count; i++)
		add_point(maker, page, &scale, programme->points.items[i]);
	add_drawings(maker, programme, page);
}

const struct page_kind schedule_page_kind = {
	.template = "cronoprogramma",
	.view = &schedule_page_view,
	.rank = RANK_LIST,
	.plan = plan_schedule,
	.make = make_schedule,
};
