/*
 * From what was given and what stands in OUT to the steps of a commit, in their order. Nothing in OUT is
 * changed here: whatever can be refused is refused here.
 *
 * The order keeps links whole. Pages that stay may be visited at any moment, and whatever can be reached from
 * them: so all that is new is put in place before any changed page may lead to it, and is removed after the
 * last page that led to it was replaced. (New pages may lead to each other in circles, so that no order
 * among them could do more; nothing leads to them yet.)
 */
#ifndef ZONALE_WRITE_PLAN_H
#define ZONALE_WRITE_PLAN_H

#include "write/state.h"

enum step_kind { STEP_FOLDER, STEP_FILE, STEP_REMOVE };

struct step {
	enum step_kind kind;
	struct slice path;
	bool fresh;    /* STEP_FILE: nothing stands there */
	size_t number; /* of the staged file or folder */
	unsigned phase, rank;
	size_t depth; /* in the order of steps, not of the path */
};

/* A folder of the new site. */
struct folder {
	struct slice path;
	struct folder *parent; /* null for OUT itself */
	bool stands, blocked;
	struct folder
	    *top; /* the missing folder highest above it, or itself; null where it stands */
	enum publish_class class; /* the latest of what is staged in and below it */
	size_t number;            /* of a top */
};

struct plan {
	struct arena *arena;
	ARRAY(struct folder *) folders; /* each after its parent */
	struct map folder_by_path;
	ARRAY(struct step *) steps;  /* sorted */
	ARRAY(struct slice) emptied; /* folders that may be empty afterwards, deepest first */
	size_t removals;
	bool refused;
	size_t counts[DIAG_COUNT]; /* reports so far */
};

/* Sorts the items by path and fills a zeroed plan that has an arena; -1 after reporting. */
int plan_make(struct plan *plan, struct publish *publish, struct diagnostics *d);

/* The folder that the item is in. */
struct folder *plan_folder(const struct plan *plan, const struct item *item);

#endif
