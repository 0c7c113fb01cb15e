/*
 * What falls due as it is drawn along the years: its row in the schedule, and the strip of it below its words. Numbers
 * are pixels of the drawing; from left to right a column of names, the years side by side, a margin for signs.
 */
#ifndef ZONALE_RENDER_SCHEDULE_ROWS_H
#define ZONALE_RENDER_SCHEDULE_ROWS_H

#include "render/drawing.h"
#include "render/programme_parts.h"

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

/* The years, with today where it is among them. */
struct schedule_axis {
	int width, first_x, years_width;
	ARRAY(struct schedule_line) years, quarters;
	int today_x; /* 0: not in these years */
	struct slice today;
};

extern const struct view schedule_row_view, schedule_year_view, schedule_quarter_view;

/* Of a page whose struct has a member `axis`. */
#define SCHEDULE_AXIS_FIELDS(type)                                                               \
	VIEW_NUMBER(type, axis.width, "larghezza"), VIEW_NUMBER(type, axis.first_x, "x_inizio"), \
	    VIEW_NUMBER(type, axis.years_width, "larghezza_anni"),                               \
	    VIEW_LIST(type, axis.years, "anni", struct schedule_line, &schedule_year_view),      \
	    VIEW_LIST(                                                                           \
		type, axis.quarters, "trimestri", struct schedule_line, &schedule_quarter_view), \
	    VIEW_NUMBER(type, axis.today_x, "x_oggi"), VIEW_TEXT(type, axis.today, "oggi")

/* The programme's own years, and those into which its terms reach. */
struct time_scale schedule_scale_of(struct maker *maker, const struct programme *programme);

struct schedule_axis schedule_axis_of(struct maker *maker, const struct time_scale *scale);

/* Its upper edge is at y. */
struct schedule_row schedule_row_of(
    struct maker *maker, const struct time_scale *scale, const struct due *due, int y);

#endif
