/*
 * Where content comes from: the working tree of a site, one revision of a git repository (a bare one too,
 * without a checkout), or memory. One interface; nothing above this layer knows which it is.
 *
 * Paths are relative to the site's folder ("content/atti/2024/dczi-1.md"), with '/' between names. Listing
 * and reading never follow a symbolic link and never open a device or FIFO: those are listed by their
 * kind, for the checks to refuse.
 */
#ifndef ZONALE_SOURCE_SOURCE_H
#define ZONALE_SOURCE_SOURCE_H

#include "base/diag.h"

enum source_kind {
	SOURCE_FILE,
	SOURCE_SYMLINK,
	SOURCE_SUBMODULE, /* a git link */
	SOURCE_SPECIAL,   /* device, FIFO, socket */
};

#define SOURCE_OID_SIZE 20

struct source_entry {
	struct slice path;
	enum source_kind kind;
	uint64_t size;    /* in bytes */
	bool has_oid;     /* the content is the git blob `oid`; false for a changed or new file */
	bool uncommitted; /* working tree: differs from the last commit, or is not in it */
	unsigned char oid[SOURCE_OID_SIZE];
};

struct source;

/* One file of a source in memory. */
struct memory_file {
	const char *path;
	const char *text;
};

/*
 * Each opens a source and lists what stands under content/ (files that git ignores left out); null after a
 * failure or error has been reported. site: the folder that holds content/. The memory source borrows its
 * files; they must outlive it.
 */
struct source *source_open_tree(const char *site, struct diagnostics *diagnostics);
struct source *source_open_revision(
    const char *repository, const char *revision, struct diagnostics *diagnostics);
struct source *source_open_memory(
    const struct memory_file *files, size_t count, struct diagnostics *diagnostics);
void source_close(struct source *source);

/* Entries sorted by bytes of their path; valid until source_close. */
const struct source_entry *source_entries(const struct source *source, size_t *count);

/* The entry with this path, or null. */
const struct source_entry *source_find(const struct source *source, struct slice path);

/*
 * The bytes of a SOURCE_FILE, at most `limit` of them, into the arena. Returns 0; -1 after reporting why
 * not. Safe to call from several threads at once, each with its own arena and diagnostics.
 */
int source_read(struct source *source, const struct source_entry *entry, size_t limit,
    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics);

#endif
