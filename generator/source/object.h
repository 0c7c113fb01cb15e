/*
 * git's commits and trees, read from their raw bytes (git's documentation: gitformat-pack, "object
 * types"; git-cat-file). libgit2's own parsed objects are passed by: they cost an allocation an entry, and from
 * 1.7 on grafts change what they say. For generator/source/ only.
 */
#ifndef ZONALE_SOURCE_OBJECT_H
#define ZONALE_SOURCE_OBJECT_H

#include <git2.h>

#include "base/arena.h"

struct raw_commit {
	git_oid tree, parent; /* the first parent */
	bool has_parent;
	bool has_time; /* false: there is none, or an impossible one */
	int64_t time;  /* the committer's */
	struct slice message;
};

/* Slices point into the bytes. False when they are no commit. */
bool commit_parse(struct slice bytes, struct raw_commit *commit);

enum tree_kind { TREE_FILE, TREE_FOLDER, TREE_SYMLINK, TREE_SUBMODULE };

struct tree_entry {
	struct slice raw; /* the whole entry */
	struct slice name;
	enum tree_kind kind;
	git_oid oid;
};

/* Takes the next entry off *rest. Returns 1; 0 at the end; -1 when the bytes are no tree. */
int tree_next(struct slice *rest, struct tree_entry *entry);

/* The order in which git keeps entries: by bytes, a folder's name as if it ended in '/'. */
int tree_order(const struct tree_entry *a, const struct tree_entry *b);

/* The content of an object as a slice, for as long as the object is held. */
struct slice object_bytes(git_odb_object *object);

#endif
