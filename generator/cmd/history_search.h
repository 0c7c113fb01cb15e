/* What the parts of `zonale history search` share. */
#ifndef ZONALE_CMD_HISTORY_SEARCH_H
#define ZONALE_CMD_HISTORY_SEARCH_H

#include "check/secret_search.h"
#include "cmd/command.h"
#include "source/every_object.h"

/* Where something was found, or could not be looked for. */
enum search_place {
	PLACE_COMMIT, /* as enum stored_kind */
	PLACE_NAMES,  /* names of files in a folder */
	PLACE_CONTENT,
	PLACE_TAG,
	PLACE_GIT_FILE, /* of git's own folder: reflogs, names of branches, settings */
	PLACE_GIT_FILE_NAME,
	PLACE_WORK_FILE, /* of the working tree, tracked or not */
	PLACE_WORK_FILE_NAME,
	PLACE_COUNT
};

/* One place; its texts hold no term, their parts that did are "…". */
struct search_record {
	enum search_place place;
	struct slice id, path, from; /* each may be empty */
	struct slice day;            /* AAAA-MM-GG, or empty */
	struct secret_find *finds;   /* null: nothing was found there */
	unsigned gaps;
};

struct search_outcome {
	struct arena *arena;
	ARRAY(struct search_record) records; /* in the order in which they were met */
	size_t terms, places;                /* `places`: records with finds */
	size_t gaps[SECRET_GAP_COUNT];       /* how many objects and files have each */
	size_t files;                        /* looked through beside the objects */
	size_t repositories;                 /* others, inside this one: not looked into */
	struct object_figures objects;
};

/*
 * The terms, from standard input: asked for without echo where that is a terminal. The bytes are the caller's, to be
 * given back to secret_input_free. False after saying that they could not be read.
 */
bool secret_input_read(enum language language, struct slice *input);
void secret_input_free(struct slice input);

void search_report(
    const struct search_outcome *outcome, enum language language, bool json, struct output *out);

#endif
