/*
 * Every object that a repository holds: packed or loose, its own or borrowed from another by alternates, led to by a
 * branch or by nothing any more. For who must be certain that something is nowhere in it.
 *
 * Unlike a source this looks at no site: commits, tags, all folders, messages, names of people.
 */
#ifndef ZONALE_SOURCE_EVERY_OBJECT_H
#define ZONALE_SOURCE_EVERY_OBJECT_H

#include "source/source.h"

/* What is larger is told of, and not read. */
#define EVERY_OBJECT_LIMIT ((size_t)50 << 20)

enum stored_kind { STORED_COMMIT, STORED_TREE, STORED_BLOB, STORED_TAG, STORED_KIND_COUNT };

struct stored_object {
	enum stored_kind kind;
	char id[2 * SOURCE_OID_SIZE + 1];

	/*
	 * What leads to it, the first of several: "refs/heads/main", "refs/stash@{1}" (a reflog), "index", "ORIG_HEAD".
	 * Empty: nothing does.
	 */
	struct slice from;
	struct slice
	    path; /* blobs and trees: one path of it, in git's bytes; empty where none is known */
	bool has_time;
	int64_t time; /* of the newest commit in which it was met, or of the commit itself */

	/*
	 * A commit or tag as it is stored, all its lines; a blob's content; of a tree the names in it that no tree before
	 * had, one a line. Empty where the object is larger than the limit.
	 */
	struct slice bytes;
	bool too_large;
};

/* Everything in the object is valid during the call alone. */
typedef void every_object_visit(void *context, const struct stored_object *object);

struct object_figures {
	size_t objects[STORED_KIND_COUNT];
	size_t unreachable; /* of these: nothing leads there */
	size_t too_large;
	size_t unreadable; /* missing or corrupt: the first ones are reported too */
	size_t leftovers;  /* files of interrupted operations, which git itself does not read */
	size_t worktrees;  /* further working trees of this repository */
	bool shallow;      /* what lies before its oldest commits is elsewhere */
	bool borrows;      /* objects of other repositories were looked at (alternates) */
};

struct object_store;

/*
 * Opens the repository in this folder, or where `search_above` in the nearest above it. Null after reporting why not
 * (DIAG_REPOSITORY_NONE where there is none).
 */
struct object_store *object_store_open(
    const char *path, bool search_above, struct diagnostics *diagnostics);

/* Null is allowed. */
void object_store_close(struct object_store *store);

/* Its git folder and working tree, absolute with '/' at their end; the latter null where it has none. */
const char *object_store_git_folder(const struct object_store *store);
const char *object_store_work_folder(const struct object_store *store);

/*
 * Shows every object once, one in memory at a time. Returns 0 where all could be read; -1 after reporting
 * some of those that could not, all others were shown.
 */
int every_object(struct object_store *store, every_object_visit *visit, void *context,
    struct object_figures *figures, struct diagnostics *diagnostics);

#endif
