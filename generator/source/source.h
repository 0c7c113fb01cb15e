/*
 * Where content comes from: the working tree of a site, one revision of a git repository (a bare one too,
 * without a checkout), or memory. One interface; nothing above this layer knows which it is.
 *
 * Paths are relative to the site's folder ("content/atti/2024/dczi-1.md"), with '/' between names, valid
 * UTF-8 without control characters. Listing and reading never follow a symbolic link and never open a
 * device or FIFO: those are listed by their kind, each reported as an error.
 *
 * Of git only objects and references of the repository itself are read: no configuration outside it, no
 * filter, hook, replace reference or graft has any influence. Opening and closing sources is for one thread
 * at a time (libgit2's settings belong to the process); reading is for all.
 */
#ifndef ZONALE_SOURCE_SOURCE_H
#define ZONALE_SOURCE_SOURCE_H

#include "base/diag.h"
#include "base/digest.h"

enum source_kind {
	SOURCE_FILE,
	SOURCE_SYMLINK,
	SOURCE_SUBMODULE, /* a git link, or a folder that is a repository of its own */
	SOURCE_SPECIAL,   /* device, FIFO, socket */
};

#define SOURCE_OID_SIZE 20
#define SOURCE_MAX_FILES 200000 /* design 9 */
#define SOURCE_MAX_DEPTH 16     /* names in a path, "content" counted */

struct source_entry {
	struct slice path;
	enum source_kind kind;
	uint64_t size;    /* in bytes; 0 for what is not a file */
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
 * Which revision of which repository. `site` is the site's folder inside the repository ("" or null for its
 * root, "siti/zona"), and `repository` the repository's own folder: a bare one, or the one with .git in it.
 */
struct source_revision {
	const char *repository;
	const char *revision; /* anything that names a commit: branch, tag, hash, HEAD~3 */
	const char *site;

	/*
	 * `repository` is a site's folder in a working tree: the repository is looked for there and above,
	 * `site` is worked out.
	 */
	bool discover;

	/* Inside a hook: git's own environment names the repository and its quarantined objects. */
	bool from_environment;
};

/*
 * Each opens a source and lists what stands under content/; null after reporting why nothing could be listed.
 * A single entry that may not be there (symbolic link, device, submodule, bad name, too deep) is reported as
 * an error and the rest is listed: diagnostics_blocking() tells. An entry with a bad name is left out.
 *
 * The tree is `site`, the folder that holds content/. Where it lies in the working tree of a git repository,
 * files that git ignores are left out (tracked ones are not ignored); a repository that ignores the whole of
 * the site's content is none of its own. The memory source borrows its files; they must outlive it.
 */
struct source *source_open_tree(const char *site, struct diagnostics *diagnostics);
struct source *source_open_revision(
    const struct source_revision *revision, struct diagnostics *diagnostics);
struct source *source_open_memory(
    const struct memory_file *files, size_t count, struct diagnostics *diagnostics);

/*
 * Lets what is learned of the source be kept for the next build: in `folder`, which is made where it is missing, or,
 * where that is null, in the repository's git folder. A named folder that can't be used is a warning; where the git
 * folder is another user's or can't be written, nothing is kept, and nothing said.
 */
void source_use_cache(struct source *source, const char *folder, struct diagnostics *diagnostics);

/* The folder, for base/cache_file.h; -1 where nothing is kept. */
int source_cache(const struct source *source);

/*
 * The name there of a file of a kind ("log"), and what it tells of: the site in this repository, in a format of so many
 * bytes. One file a site. In the repository itself it is named for the site alone, so that it is found, and written
 * over, where the repository is moved.
 */
struct slice source_cache_name(const struct source *source, const char *kind, struct arena *arena);
struct digest source_cache_identity(const struct source *source, struct slice format);

/* Reports that the folder which a user named for the cache can't be used; of the one in the repository nothing. */
void source_cache_failed(const struct source *source, int error, struct diagnostics *diagnostics);

/* Null is allowed. */
void source_close(struct source *source);

/* Is there a git repository behind it? Without one nothing is `uncommitted` and there is no history. */
bool source_has_repository(const struct source *source);

/*
 * The commit that the source shows (working tree: the one it stands on): true with its id; false without a
 * repository or before the first commit.
 */
bool source_commit_id(const struct source *source, unsigned char oid[SOURCE_OID_SIZE]);

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

/*
 * A descriptor for reading a SOURCE_FILE that is a file of the system (the caller closes it), so that it can be copied
 * without passing through memory; -1 where it is not one, or can't be opened: then source_read says why.
 */
int source_open_file(struct source *source, const struct source_entry *entry);

/*
 * What source_read does, for a blob of the repository by its id: an old revision of `path`, which messages name. The
 * source must have a repository.
 */
int source_read_blob(struct source *source, const unsigned char oid[SOURCE_OID_SIZE],
    struct slice path, size_t limit, struct arena *arena, struct slice *bytes,
    struct diagnostics *diagnostics);

#endif
