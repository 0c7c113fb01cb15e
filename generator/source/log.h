/*
 * What the commits behind a source did to the files under content/: first parents only, from the source's
 * commit back to the first one.
 *
 * For one path the changes are those of `git log --first-parent -m --no-renames -- PATH` with replace
 * references off. A commit's message is here for its trailers; neither it nor the id is ever published.
 */
#ifndef ZONALE_SOURCE_LOG_H
#define ZONALE_SOURCE_LOG_H

#include "source/source.h"

struct source_commit {
	unsigned char oid[SOURCE_OID_SIZE];
	int64_t time; /* the committer's, in seconds since 1970-01-01T00:00Z */
	struct slice message;
};

struct source_change {
	struct slice path; /* relative to the site's folder */
	size_t commit;     /* index into the log's commits */
	bool has_blob;     /* false: from here on there is no file at this path */
	unsigned char oid[SOURCE_OID_SIZE];
};

struct source_log {
	const struct source_commit *commits; /* oldest first */
	size_t commit_count;
	const struct source_change *changes; /* by bytes of the path, then by commit */
	size_t change_count;
};

/*
 * Reads the log of the source's commit into the arena. Returns 0; -1 after reporting why there is none that
 * could be trusted: no repository, no commit, a shallow clone, a missing or corrupt object.
 */
int source_log(struct source *source, struct arena *arena, struct source_log *log,
    struct diagnostics *diagnostics);

/* The changes of one path in commit order; null and 0 where there are none. */
const struct source_change *source_log_of(
    const struct source_log *log, struct slice path, size_t *count);

#endif
