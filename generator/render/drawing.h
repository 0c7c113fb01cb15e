/*
 * Where things stand in drawings: how days become places, how terms are drawn along the years, how many tiles go side
 * by side. Whole numbers only, in units of the drawing, so that the same content gives the same bytes. How it looks
 * is the theme's.
 */
#ifndef ZONALE_RENDER_DRAWING_H
#define ZONALE_RENDER_DRAWING_H

#include "parse/term.h"

/* A row of square tiles: where one begins, and how wide so many are. */
#define DRAWING_TILE 20
#define DRAWING_TILE_GAP 4
int drawing_tile_x(size_t index);
int drawing_tiles_width(size_t count);

/*
 * Years side by side, from `left` on, each `year_width` wide: twelve months of the same width, each with its days at
 * even distances.
 */
struct time_scale {
	int first_year, last_year;
	int left, year_width;
};

/* As wide as fits into `width`; a year is never narrower than 24. */
struct time_scale time_scale_of(int first_year, int last_year, int left, int width);

/* The end of the last year. */
int time_scale_right(const struct time_scale *scale);

/* Does the full date lie in the years of the scale? */
bool time_scale_holds(const struct time_scale *scale, struct date day);

/* Where a full date begins and ends; one before or after the years of the scale stands at their edge. */
int time_scale_start(const struct time_scale *scale, struct date day);
int time_scale_end(const struct time_scale *scale, struct date day);

/* From x on so wide; nothing is drawn of width 0. */
struct stretch {
	int x, width;
};

/* A term along the years: what of it is drawn. */
struct term_drawing {
	struct stretch bar; /* of the days on which it may fall */
	bool marked;        /* one day: it falls due at mark_x */
	int mark_x;
	struct stretch span;        /* what only describes: since, until, for so long */
	bool open_left, open_right; /* the span goes on, nobody says since or until when */
	struct stretch waiting;     /* its days hang on an event without a date */
};

struct term_drawing term_drawing_of(
    const struct time_scale *scale, const struct term *term, const struct term_days *days);

/*
 * Takes a line of at most `max` code points off the text's beginning, between words; a word that is longer has a line
 * of its own.
 */
struct slice drawing_line(struct slice *text, size_t max);

/*
 * Groups of rows, of these heights (each above 0), one below the other, in parts of about the same height, as many as
 * are needed for `max` each: tells the part of each group, from 0 on. Returns how many parts there are. Only a group
 * at a part's edge makes it taller than `max`.
 */
size_t drawing_parts(const int *heights, size_t count, int max, size_t *part);

#endif
