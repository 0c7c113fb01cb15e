/*
 * Attendance and votes as small pictures: a line for each outcome, with a square for each who had it, or a bar where
 * what was counted are not heads. Each line says in words what it draws, so nothing hangs on the picture; each outcome
 * has a sign of its own, so nothing hangs on colours.
 */
#ifndef ZONALE_RENDER_PICTOGRAM_H
#define ZONALE_RENDER_PICTOGRAM_H

#include "render/maker.h"

/* So many squares stand in a row; more than so many heads are drawn as a bar. */
#define PICTOGRAM_ROW 10
#define PICTOGRAM_HEADS_MAX 60

struct pictogram_square {
	int x, y;          /* of its upper left corner, in pixels */
	int width;         /* inside its outline; of a bar, whatever it stands for */
	struct slice name; /* whose it is; empty where that is not told */
};

struct pictogram_line {
	struct slice
	    kind; /* favorevole, contrario, astenuto, non-partecipante, presente, assente */
	struct slice text;            /* "5 favorevoli" */
	bool tick, cross, dash, ring; /* the sign of the kind: one or none */
	int width, height;            /* of the picture: 0 where there is nothing to draw */
	ARRAY(struct pictogram_square) squares;
};

struct pictogram {
	struct pictogram_line *items;
	size_t count, cap;
};

/* parti/disegno.mustache writes it: {{#disegno.quanti}}{{>parti/disegno}}{{/disegno.quanti}} */
extern const struct view pictogram_line_view;
#define PICTOGRAM_FIELD(type, member) \
	VIEW_LIST(type, member, "disegno", struct pictogram_line, &pictogram_line_view)

void pictogram_of_attendance(struct maker *maker, const struct attendance *attendance, size_t count,
    struct pictogram *picture);

/*
 * Of a vote, and of those who by the attendance were not there for it; of a secret one without names. Nothing is drawn
 * of what is not known; of a vote of which nobody in favour is told, nothing at all.
 */
void pictogram_of_vote(struct maker *maker, const struct vote *vote,
    const struct attendance *attendance, size_t count, struct pictogram *picture);

#endif
