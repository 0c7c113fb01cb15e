#include "render/schedule_rows.h"

#include "base/unicode.h"
#include "render/italiano.h"

/* The drawing, in pixels of its own: a column of names, then the years side by side, then a margin for signs. */
#define NAMES_WIDTH 344
#define YEARS_WIDTH 660
#define MARGIN 24
#define ROW_HEIGHT 20
#define LINE_HEIGHT 14 /* of a second line of text */
#define TEXT_DROP 14   /* from a row's upper edge to the line that its text stands on */
#define BAR_HEIGHT 10
#define LINE_MAX 52 /* code points that fit beside the years */
#define LINES_MAX 2
#define NAMES_MAX 3
#define QUARTERS 4
#define QUARTER_NAMED 48 /* a quarter is named if it is as wide */
#define YEARS_MAX 12     /* terms far away are drawn at the edge */

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
const struct view schedule_row_view =
    VIEW("riga del disegno", struct schedule_row, schedule_row_fields);

static const struct view_field schedule_year_fields[] = {
	VIEW_TEXT(struct schedule_line, name, "anno"),
	VIEW_NUMBER(struct schedule_line, x, "x_anno"),
	VIEW_NUMBER(struct schedule_line, text_x, "x_nome"),
};
const struct view schedule_year_view =
    VIEW("anno del disegno", struct schedule_line, schedule_year_fields);

static const struct view_field schedule_quarter_fields[] = {
	VIEW_TEXT(struct schedule_line, name, "trimestre"),
	VIEW_NUMBER(struct schedule_line, x, "x_trimestre"),
	VIEW_NUMBER(struct schedule_line, text_x, "x_nome"),
	VIEW_FLAG(struct schedule_line, named, "con_nome"),
};
const struct view schedule_quarter_view =
    VIEW("trimestre del disegno", struct schedule_line, schedule_quarter_fields);

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
struct time_scale schedule_scale_of(struct maker *maker, const struct programme *programme)
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
    struct maker *maker, const struct time_scale *scale, struct schedule_axis *axis)
{
	static const char *const names[QUARTERS] = { "gen-mar", "apr-giu", "lug-set", "ott-dic" };
	int width = scale->year_width / QUARTERS;

	for (int year = scale->first_year; year <= scale->last_year; year++) {
		int x = time_scale_start(scale, (struct date){ (int16_t)year, 1, 1 });

		*ARENA_PUSH(maker->arena, &axis->years) =
		    (struct schedule_line){ arena_printf(maker->arena, "%d", year), x,
			    x + scale->year_width / 2, true };
		for (int i = 0; i < QUARTERS; i++)
			*ARENA_PUSH(maker->arena, &axis->quarters) =
			    (struct schedule_line){ slice_from(names[i]), x + i * width,
				    x + i * width + width / 2, width >= QUARTER_NAMED };
	}
}

struct schedule_axis schedule_axis_of(struct maker *maker, const struct time_scale *scale)
{
	struct date today = maker->site->today;
	int right = time_scale_right(scale);
	struct schedule_axis axis = { .first_x = scale->left,
		.years_width = right - scale->left,
		.width = right + MARGIN,
		.today = italian_date(today, maker->arena) };

	if (time_scale_holds(scale, today))
		axis.today_x = time_scale_start(scale, today);
	add_years(maker, scale, &axis);
	return axis;
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

struct schedule_row schedule_row_of(
    struct maker *maker, const struct time_scale *scale, const struct due *due, int y)
{
	struct deadline_row *deadline = ARENA_NEW(maker->arena, struct deadline_row);
	struct schedule_row row = { .deadline = deadline,
		.name = name_of(due, maker->arena),
		.y = y,
		.text_y = y + TEXT_DROP };

	*deadline = due_row_of(maker, due, due->point);
	write_lines(maker, deadline->text, &row);
	draw(scale, due, &row);
	return row;
}
