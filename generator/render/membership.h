/*
 * Who belongs to a body, and when: those of today, those of before and those decided already, a table of all with
 * their dates and, where any date is known, a drawing of the same along the years. What nobody wrote down (since
 * when, until when) is told as unknown and drawn apart.
 */
#ifndef ZONALE_RENDER_MEMBERSHIP_H
#define ZONALE_RENDER_MEMBERSHIP_H

#include "render/maker.h"

enum span_time { SPAN_PAST, SPAN_NOW, SPAN_COMING };

/* Where a span stands on a day. Partial dates count as a whole; a bound that is not known as past, or to come. */
enum span_time span_time_of(struct date since, struct date until, struct date today);

struct membership_row {
	struct slice name, url;    /* url: of a municipality's page, else empty */
	struct slice period;       /* "dal 2022 al 2030"; may be empty */
	struct slice since, until; /* "1º marzo 2030"; empty where not known */
	struct slice share;        /* "45,5"; may be empty */
};

/* A line of the drawing: the name, and below it the years. Widths of 0 are not drawn. */
struct membership_bar {
	struct slice name;
	int name_y, y;                /* of the name's foot, and of the bar's top */
	int x, width;                 /* of the time that is known */
	int unknown_x, unknown_width; /* of that whose beginning is not */
};

struct membership_year {
	int x, year;
};

struct membership_drawing {
	int width, height;
	ARRAY(struct membership_year) years; /* some of them, where there are many */
	ARRAY(struct membership_bar) bars;
	int today_x;
	bool cut; /* there are dates before or after these years */
};

/* parti/composizione.mustache writes it, in a section of the object. */
struct membership {
	struct slice summary; /* "A questo sito risulta che ne fanno parte 9 Comuni." */
	ARRAY(struct membership_row) now, past, coming;
	ARRAY(struct membership_row) all; /* in that order */
	bool has_shares;
	bool has_table;     /* the table says more than the lists */
	bool unknown_since; /* of some of today's it is not known since when */
	const struct membership_drawing *drawing; /* null where no date is known */
};

extern const struct view membership_view;

/* Null where the body has no members. */
const struct membership *membership_of(struct maker *maker, const struct body *body);

#endif
