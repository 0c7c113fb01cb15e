/*
 * The three-year programme: points, goals, actions, deadlines and progress; reports, regulations and
 * pages. design 4.2, 4.3.
 */
#ifndef ZONALE_MODEL_PROGRAMME_H
#define ZONALE_MODEL_PROGRAMME_H

#include "model/act.h"

struct programme;
struct point;

struct goal {
	const struct yaml_node *node;
	struct slice id, text;
	const struct point *point; /* linked */
};

enum progress_state {
	PROGRESS_NOT_REPORTED, /* no entry: "non comunicato", whatever the date */
	PROGRESS_TO_START,
	PROGRESS_UNDER_WAY,
	PROGRESS_COMPLETED,
	PROGRESS_SUSPENDED,
	PROGRESS_CANCELLED,
	PROGRESS_RESCHEDULED,
	PROGRESS_STATE_COUNT
};

struct evidence {
	const struct yaml_node *node;
	struct reference act, report;
	struct slice url, title;
};

/* One file in avanzamento/: what was told of an action on a day. */
struct progress {
	const struct yaml_node *node;
	const struct content_file *file;
	struct date date;
	struct reference action;
	int state; /* enum progress_state */
	struct slice note;
	ARRAY(struct evidence) evidence;
	struct term *new_term;     /* nuova_scadenza; null where not given */
	struct term_days new_days; /* derived */
};

/* A deadline of a point; it may hang on several actions, or on none. */
struct deadline {
	const struct yaml_node *node;
	struct slice text, expected, doubt;
	ARRAY(struct reference) actions;
	struct term *term;     /* null after an error */
	struct term_days days; /* derived against the events */
	const struct point *point;
};

struct action {
	const struct yaml_node *node;
	struct slice id, text, in_charge;
	ARRAY(struct reference) goals;
	ARRAY(struct slice) expected_acts;
	struct reference same_as; /* stessa_di: one deed, one progress, one count */
	/* linked */
	const struct point *point;
	struct action *deed; /* the one that counts: itself, or where same_as leads */
	ARRAY(const struct action *) told_also;   /* the others that are the same deed */
	ARRAY(const struct progress *) progress;  /* of the deed, by date */
	ARRAY(const struct deadline *) deadlines; /* that name this action */
	ARRAY(const struct act *) acts;           /* evidence of its progress */
	int state; /* enum progress_state: of the deed's last entry */
};

struct point {
	const struct yaml_node *node;
	const struct content_file *file;
	int32_t number;
	struct slice title, simple_title, situation, weaknesses, indicators, source;
	ARRAY(struct goal) goals;
	ARRAY(struct action) actions;
	ARRAY(struct deadline) deadlines;
	ARRAY(struct reference) see_also; /* points */
	/* linked */
	struct programme *programme;
	const struct content_file *official_text; /* punti/NN-slug.md, or null */
	ARRAY(const struct act *) acts;
	ARRAY(const struct point *) seen_from;
};

/* Deeds by what was last told of them, each counted once. */
struct progress_count {
	size_t deeds;
	size_t by_state[PROGRESS_STATE_COUNT];
	size_t past_unreported; /* term past, no entry: counted apart, never "late" */
};

struct programme {
	const struct yaml_node *node;
	const struct content_file *file;
	struct slice title, area, introduction, in_charge, agreement, funding;
	struct reference lead;        /* capofila */
	struct reference approved_by; /* an act; `ignoto`: a node without an id */
	struct date signed_on;
	ARRAY(struct slice) legal_sources;
	/* linked */
	struct slice id; /* AAAA-AAAA */
	int32_t first_year, last_year;
	ARRAY(struct point *) points;      /* by number */
	ARRAY(struct progress *) progress; /* by date, action, path */
	struct progress_count count;
};

struct report {
	const struct yaml_node *node;
	const struct content_file *file;
	struct slice title, period, summary;
	ARRAY(struct reference) points;
	/* linked */
	struct slice id; /* AAAA-MM-GG-<slug> */
	struct date date;
};

/* One version of a regulation's text. */
struct regulation {
	const struct yaml_node *node;
	const struct content_file *file;
	struct slice title;
	struct reference approved_by;
	struct date in_force_since, in_force_until;
	/* linked */
	struct slice id;  /* the folder */
	struct date date; /* of the file's name */
	const struct act
	    *ended_by;           /* the public act that revoked, replaced or annulled it; or null */
	struct date ended_since; /* unknown where nobody said it */
	bool current;            /* the newest of its id that is in force today */
};

struct page {
	const struct yaml_node *node;
	const struct content_file *file;
	struct slice title, description;
	int32_t menu;    /* place in the menu; 0: not in it */
	struct slice id; /* linked: the slug */
};

extern const struct word progress_state_words[];
extern const struct key_table programme_table, point_table, progress_table, report_table,
    regulation_table, page_table;

/* Of what stands inside them. */
extern const struct key_table goal_table, action_table, deadline_table, evidence_table;

#endif
