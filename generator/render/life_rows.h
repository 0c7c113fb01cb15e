/*
 * What happened to acts, in lists: of one act's chronology, of the news. Never mixed with what changed on the pages of
 * this site (design 6; render/history_rows.h).
 */
#ifndef ZONALE_RENDER_LIFE_ROWS_H
#define ZONALE_RENDER_LIFE_ROWS_H

#include "render/italiano_life.h"
#include "render/rows.h"

struct life_row {
	struct date date;       /* may be partial or unknown */
	struct slice date_text; /* "marzo 2031, giorno non noto"; empty for an unknown date */

	/* Its sentence, in which what it refers to is a link, where that has an address; else `link` is empty. */
	struct slice before, link, link_url, after;
	struct slice derived; /* "ricavato da questo sito"; empty of what is declared */
	struct slice title, reference, url; /* of the act */
	bool has_title;                     /* title is not the reference */
};

struct life_rows {
	struct life_row *items;
	size_t count, cap;
};

/* parti/vita.mustache writes it in lists of several acts. */
extern const struct view life_row_view;

struct life_row life_row_of(
    struct maker *maker, const struct act *act, const struct life_event *event);

#endif
