/*
 * What the kinds of source share; for generator/source/ only.
 */
#ifndef ZONALE_SOURCE_INTERNAL_H
#define ZONALE_SOURCE_INTERNAL_H

#include <git2.h>

#include "base/digest.h"
#include "source/object.h"
#include "source/repository.h"
#include "source/source.h"

/* What differs between the kinds of source. */
struct source_type {
	/* Sets *bytes to the content of a SOURCE_FILE, at most `limit` bytes; -1 after reporting. */
	int (*read)(struct source *source, const struct source_entry *entry, size_t limit,
	    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics);

	/* A descriptor of the file for reading, or -1 with errno; null where files are not files of the system. */
	int (*open)(struct source *source, const struct source_entry *entry);

	/* Ends what the type holds besides the common part; may be null. */
	void (*close)(struct source *source);
};

struct source {
	const struct source_type *type;
	struct arena *arena; /* owned: the source itself, its entries and their paths */
	ARRAY(struct source_entry) entries;
	struct repository *repository; /* owned; null where there is none */
	bool has_commit;
	git_oid commit;
	struct slice prefix;      /* the site's folder inside the repository: "" or "siti/zona/" */
	int cache;                /* owned: the folder of the cache, or -1 */
	struct slice cache_apart; /* as the user named it; empty: in the repository */
	const bool *
	    log_held; /* of the oldest log_held_count commits of the log: were they in the cache, whole? */
	size_t log_held_count;
	struct digest cached_log; /* what the cache has (source/log_cache.h); zeros: nothing yet */
};

/* A zeroed object of `size` bytes that begins with a struct source, in an arena of its own. */
void *source_new(const struct source_type *type, size_t size);

/*
 * Adds an entry, its path copied; reports what may not be there. Null when the entry is left out for its
 * name, or when there are too many (reported once, by source_finish).
 */
struct source_entry *source_add(struct source *source, struct slice path, enum source_kind kind,
    struct diagnostics *diagnostics);

/* Sorts the entries. Returns 0; -1 after reporting that they are too many or double. */
int source_finish(struct source *source, struct diagnostics *diagnostics);

/* Reports the file as larger than the limit. Returns -1. */
int source_too_large(struct slice path, size_t limit, struct diagnostics *diagnostics);

/* Reports a folder at this path as too deep where it is: then true. */
bool source_too_deep(struct slice path, struct diagnostics *diagnostics);

/* What a commit holds under the site's content/, in git's own words. */
struct listed {
	struct slice path;   /* relative to the site's folder */
	enum tree_kind kind; /* TREE_FOLDER: nested too deep, not looked into */
	git_oid oid;
};

struct listing {
	struct listed *items; /* by bytes of the path */
	size_t count;
};

/*
 * Lists it; a little more than SOURCE_MAX_FILES at most. Returns 1; 0 when the commit has no such folder; -1
 * after reporting.
 */
int commit_list(struct repository *repository, const git_oid *commit, struct slice prefix,
    struct arena *arena, struct listing *listing, struct diagnostics *diagnostics);

/*
 * Where the folder `site` lies in the repository's working tree, as a prefix ("siti/zona/"); false when it lies
 * outside, or the repository is bare.
 */
bool site_prefix(const struct repository *repository, const char *site, struct arena *arena,
    struct slice *prefix);

/* The path without what a terminal or a page would stumble over: bad bytes as \xNN. */
struct slice path_printable(struct slice path, struct arena *arena);

#endif
