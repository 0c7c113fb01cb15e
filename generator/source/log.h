/*
 * What the commits behind a source did to the files under content/: first parents only, from the source's
 * commit back to the first one.
 *
 * For one path the changes are those of `git log --first-parent -m --no-renames -- PATH` with replace
 * references off. What a commit says, but for its public note, and its id are never published.
 */
#ifndef ZONALE_SOURCE_LOG_H
#define ZONALE_SOURCE_LOG_H

#include "source/source.h"

struct source_commit {
	unsigned char oid[SOURCE_OID_SIZE];
	int64_t time;         /* the committer's, in seconds since 1970-01-01T00:00Z */
	struct slice message; /* reduced to the trailers that are read (source/message.h) */
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

/*
 * Keeps the log in the source's cache (source_use_cache), from which source_log then takes all that no new commit
 * changed. It is the same log with a cache and without, whatever the cache holds.
 *
 * hidden: one a commit; true of those that must leave nothing in the cache but their id: no path, no blob, no trailer.
 * They are read again each time. To be called as soon as it is known what is hidden, whether the site is published or
 * not: what an earlier cache held of it ends then.
 *
 * certain: false where errors in the content may keep from view what is to be hidden. Nothing that the cache did not
 * hold before is then kept. Where a cache that the user named can't be written, that is a warning.
 */
void source_log_keep(struct source *source, const struct source_log *log, const bool *hidden,
    bool certain, struct diagnostics *diagnostics);

/*
 * Sets hidden[] of those commits before the index that changed this path, or, where it ends in '/', anything below it.
 */
void source_log_hide(const struct source_log *log, struct slice path, size_t before, bool *hidden);

/* The changes of one path in commit order; null and 0 where there are none. */
const struct source_change *source_log_of(
    const struct source_log *log, struct slice path, size_t *count);

#endif
