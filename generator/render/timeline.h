/*
 * An act's chronology: the life of the act and the changes of its page, in one list by date, each told apart from the
 * other (design 6). Its own page tells all of it, the act's page the newest.
 */
#ifndef ZONALE_RENDER_TIMELINE_H
#define ZONALE_RENDER_TIMELINE_H

#include "render/history_rows.h"
#include "render/life_rows.h"

/* One of the two. */
struct timeline_row {
	const struct life_row *life;
	const struct version_row *version;
};

struct timeline_rows {
	struct timeline_row *items;
	size_t count, cap;
};

extern const struct view timeline_row_view;

struct timeline {
	struct life_rows coming;       /* the next first */
	struct timeline_rows happened; /* the last first */
	size_t left_out;               /* of what happened, beyond `most` */
	struct life_rows undated;
	bool has_life, has_versions;
	bool happened_to_act; /* and not only to its page */
};

/* most: how many of what happened; sentences: of each change of the page (render/history_rows.h). */
void timeline_fill(struct maker *maker, const struct act *act, size_t most, size_t sentences,
    struct timeline *timeline);

#endif
