/*
 * How the files under a site's content/ differ from one commit to the next. For generator/source/ only.
 *
 * Made for going from newer commits to older ones: of each folder the tree is kept that the last comparison ended
 * with, so that each tree is read once, and one that two commits share is not read at all.
 */
#ifndef ZONALE_SOURCE_WALK_H
#define ZONALE_SOURCE_WALK_H

#include <git2.h>

#include "source/log.h"

struct source_changes {
	struct source_change *items;
	size_t count, cap;
};

struct walk;

/* What is found is added to `changes`, in the arena; the caller ends the walk with walk_free. */
struct walk *walk_new(struct source *source, struct arena *arena, struct source_changes *changes,
    struct diagnostics *diagnostics);

/*
 * Adds what the commit did: its tree is `newer`, that of the commit before it `older`, null for the first one. Returns
 * 0; -1 after reporting.
 */
int walk_compare(struct walk *walk, const git_oid *newer, const git_oid *older, size_t commit);

/* Null is allowed. */
void walk_free(struct walk *walk);

#endif
