#include "render/drawing.h"

#include "base/unicode.h"

/* --- tiles ------------------------------------------------------------------------------------- */

int drawing_tile_x(size_t index)
{
	return (int)index * (DRAWING_TILE + DRAWING_TILE_GAP);
}

int drawing_tiles_width(size_t count)
{
	return count ? drawing_tile_x(count) - DRAWING_TILE_GAP : 0;
}

/* --- years ------------------------------------------------------------------------------------- */

#define MONTHS 12
#define NARROWEST_YEAR (2 * MONTHS)

struct time_scale time_scale_of(int first_year, int last_year, int left, int width)
{
	int year_width = width / (last_year - first_year + 1) / MONTHS * MONTHS;

	return (struct time_scale){ first_year, last_year, left,
		year_width < NARROWEST_YEAR ? NARROWEST_YEAR : year_width };
}

static int year_start(const struct time_scale *scale, int year)
{
	return scale->left + (year - scale->first_year) * scale->year_width;
}

int time_scale_right(const struct time_scale *scale)
{
	return year_start(scale, scale->last_year + 1);
}

bool time_scale_holds(const struct time_scale *scale, struct date day)
{
	return scale->first_year <= day.year && day.year <= scale->last_year;
}

int time_scale_start(const struct time_scale *scale, struct date day)
{
	int month_width = scale->year_width / MONTHS;

	if (day.year < scale->first_year)
		return scale->left;
	if (day.year > scale->last_year)
		return time_scale_right(scale);
	return year_start(scale, day.year) + (day.month - 1) * month_width +
	       (day.day - 1) * month_width / date_days_in_month(day.year, day.month);
}

int time_scale_end(const struct time_scale *scale, struct date day)
{
	return time_scale_start(scale, date_add_days(day, 1));
}

/* --- terms ------------------------------------------------------------------------------------- */

/* Days that nobody sees end where they begin. */
static struct stretch stretch_between(int begins, int ends)
{
	return (struct stretch){ begins, ends > begins ? ends - begins : 0 };
}

/* Is it said since when, but by an event without a date? */
static bool begins_with_an_unknown_day(const struct term *term, const struct term_days *days)
{
	return !date_known(days->begins) &&
	       (term->from.kind == BOUND_EVENT || !slice_empty(term->after.id));
}

/* Until when: as described, else until the term. */
static struct date span_end(const struct term_days *days)
{
	return date_known(days->ends) ? days->ends : days->last;
}

static void draw_span(
    const struct time_scale *scale, const struct term_days *days, struct term_drawing *drawing)
{
	struct date ends = span_end(days);
	bool begun = date_known(days->begins), ended = date_known(ends);
	int left = begun ? time_scale_start(scale, days->begins) : scale->left;
	int right = ended ? time_scale_end(scale, ends) : time_scale_right(scale);

	drawing->open_left = !begun;
	drawing->open_right = !ended;
	drawing->span = stretch_between(left, right);
}

static void draw_dated(
    const struct time_scale *scale, const struct term_days *days, struct term_drawing *drawing)
{
	int ends = time_scale_end(scale, days->last);

	if (date_known(days->begins))
		draw_span(scale, days, drawing);
	if (date_known(days->first) && !date_eq(days->first, days->last))
		drawing->bar = stretch_between(time_scale_start(scale, days->first), ends);
	drawing->marked = drawing->bar.width == 0;
	drawing->mark_x = ends;
}

struct term_drawing term_drawing_of(
    const struct time_scale *scale, const struct term *term, const struct term_days *days)
{
	struct term_drawing drawing = { 0 };
	bool waits = days->state == TERM_WAITING;

	if (days->state == TERM_DATED) {
		draw_dated(scale, days, &drawing);
		return drawing;
	}
	if (!waits && !begins_with_an_unknown_day(term, days)) {
		draw_span(scale, days, &drawing);
		return drawing;
	}
	drawing.waiting = stretch_between(
	    date_known(days->begins) ? time_scale_start(scale, days->begins) : scale->left,
	    date_known(days->ends) ? time_scale_end(scale, days->ends) : time_scale_right(scale));
	return drawing;
}

/* --- texts and parts --------------------------------------------------------------------------- */

/* Where the word ends that begins there. */
static size_t word_end(struct slice text, size_t from)
{
	size_t length = slice_find_byte(slice_from_index(text, from), ' ');

	return length == SLICE_NONE ? text.len : from + length;
}

struct slice drawing_line(struct slice *text, size_t max)
{
	struct slice all = slice_trim(*text);
	size_t end = word_end(all, 0);

	while (end < all.len) {
		size_t next = word_end(all, end + 1);

		if (utf8_count(slice_sub(all, 0, next)) > max)
			break;
		end = next;
	}
	*text = slice_trim(slice_from_index(all, end));
	return slice_trim(slice_sub(all, 0, end));
}

size_t drawing_parts(const int *heights, size_t count, int max, size_t *part)
{
	int64_t total = 0, above = 0, parts, last = 0;
	size_t used = 0;

	for (size_t i = 0; i < count; i++)
		total += heights[i];
	parts = (total + max - 1) / max;
	for (size_t i = 0; i < count; i++) {
		int64_t wanted = (above + heights[i] / 2) * parts / total;

		if (i == 0 || wanted != last)
			used++;
		last = wanted;
		part[i] = used - 1;
		above += heights[i];
	}
	return used;
}
