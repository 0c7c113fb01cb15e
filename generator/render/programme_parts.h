/*
 * What pages of the programme share: a point with all that it holds, its actions with what was told of them, and
 * deadlines in words. The point's page and the one document for printing show the same.
 */
#ifndef ZONALE_RENDER_PROGRAMME_PARTS_H
#define ZONALE_RENDER_PROGRAMME_PARTS_H

#include "render/facts.h"
#include "render/rows.h"

/* A deadline, or the new term of an action that was put off: parti/scadenza.mustache and tables write it. */
struct deadline_row {
	const struct deadline *deadline; /* null for a new term */
	struct slice text, when, state;
	struct slice expected, doubt; /* may be empty */
	struct date day;              /* on which it falls; unknown where there is none yet */
	struct slice day_text;
	struct link_rows actions;     /* "azione 12.1": those that it is about */
	const struct link_row *place; /* the point that says it; null where the page is about it */
};

struct deadline_rows {
	struct deadline_row *items;
	size_t count, cap;
};

/* What was told of an action on a day. */
struct progress_row {
	struct date date;
	struct slice date_text, state, state_id, rescheduled;
	struct slice changed; /* that the entry was changed after it was written; may be empty */
	struct html note;
	struct link_rows evidence;
	bool uncommitted;
};

/* A state of progress as it is drawn: parti/segno_stato.mustache has a shape for each, so that no colour is needed. */
struct state_sign {
	struct slice state, state_id; /* "in corso", "in-corso" */
	bool is[PROGRESS_STATE_COUNT];
};

/* In the row of its point's actions. */
struct action_tile {
	struct slice name; /* "Azione 12.1: in corso" */
	const struct state_sign *sign;
	int x; /* its left edge */
};

struct action_tiles {
	struct action_tile *items;
	size_t count, cap;
};

/*
 * How a point goes, in a row: its link, a tile an action, and the same in words. A page with a list of these named
 * "avanzamento_punti" shows it by parti/avanzamento_punti.mustache.
 */
struct point_progress_row {
	struct slice name, url,
	    progress; /* "Punto 12: I compiti ...", "3 azioni: 1 completata ..." */
	struct action_tiles tiles;
	int width; /* of all tiles */
};

struct point_progress_rows {
	struct point_progress_row *items;
	size_t count, cap;
};

struct action_block {
	struct slice id, name; /* "12.1", "Azione 12.1" */
	struct html text;
	const struct state_sign *sign;
	struct slice state, state_id, state_sentence, late, in_charge;
	struct link_rows same; /* the same deed in other points */
	struct link_rows goals;
	ARRAY(struct slice) expected_acts;
	struct link_rows adopted_acts;  /* what its progress names as evidence */
	struct deadline_rows deadlines; /* of the deed: those of other points too */
	ARRAY(struct progress_row) progress;
};

struct goal_block {
	struct slice id;
	struct html text;
};

struct point_block {
	int32_t number;
	struct slice name, title, simple_title, url; /* name: "Punto 12: I compiti ..." */
	struct action_tiles tiles;
	int tiles_width;
	struct slice progress; /* "3 azioni: 1 completata, 2 in corso" */
	struct html situation, weaknesses, indicators;
	struct html official; /* the official text, where the body publishes it */
	struct slice source;
	ARRAY(struct goal_block) goals;
	ARRAY(struct action_block) actions;
	struct deadline_rows others; /* its deadlines that are about none of its actions */
	struct link_rows see_also, seen_from;
	struct act_rows acts;
	struct slice acts_url;
};

extern const struct view deadline_row_view, point_block_view, state_sign_view,
    point_progress_row_view;

/* here: the point that the page is about, or null. */
struct deadline_row deadline_row_of(
    struct maker *maker, const struct deadline *deadline, const struct point *here);

/* "da-avviare": for classes. */
struct slice progress_state_id(int state);

const struct state_sign *state_sign_of(struct maker *maker, int state);

/* Every point of the programme, in its order. */
void point_progress_rows_add(
    struct maker *maker, const struct programme *programme, struct point_progress_rows *rows);

/* first_heading: the level of the official text's headings. */
struct point_block point_block_of(
    struct maker *maker, const struct point *point, unsigned first_heading);

/* Something that falls due: a deadline of a point, or the new term of a deed that was put off. */
struct due {
	const struct point *point;
	const struct deadline *deadline; /* null: progress says it */
	const struct progress *progress;
	const struct term *term;
	const struct term_days *days;
};

struct dues {
	struct due *items;
	size_t count, cap;
};

/* All of a point, in its order, and after them the last new term of each deed that it tells first. */
void dues_add(struct arena *arena, const struct point *point, struct dues *dues);

/* Of all points. */
struct dues dues_of(struct arena *arena, const struct programme *programme);

struct deadline_row due_row_of(
    struct maker *maker, const struct due *due, const struct point *here);

/* Plans a page of each programme: "scadenze", "cronoprogramma", "stampa". */
void plan_programme_part(struct plan *plan, const struct page_kind *kind, const char *part);

/* The programme's frame: its part of the menu, and the crumbs down to it; to a page of it one more. */
void programme_layout(struct maker *maker, struct layout *layout, struct slice title,
    const struct programme *programme);

#endif
