/*
 * A git repository as zonale reads it: its objects, its references, nothing else. For generator/source/ only,
 * the one home of libgit2.
 *
 * Configuration outside the repository is shut out, its owner is not asked for, and nothing configured is
 * ever run. Reading objects is for several threads at once: each reading takes a handle of its own from a
 * small pool, since one libgit2 handle would let them wait for each other.
 */
#ifndef ZONALE_SOURCE_REPOSITORY_H
#define ZONALE_SOURCE_REPOSITORY_H

#include <git2.h>

#include "base/diag.h"

struct repository;

enum repository_where {
	REPOSITORY_AT,          /* in this folder, bare or with .git in it */
	REPOSITORY_AROUND,      /* in this folder or the nearest above it */
	REPOSITORY_ENVIRONMENT, /* where git's environment says (inside a hook) */
};

/*
 * Opens the repository at `path` (which REPOSITORY_ENVIRONMENT uses in messages only). Returns 0 with
 * *repository, null when there is none; -1 after reporting why it can't be used.
 */
int repository_open(const char *path, enum repository_where where, struct repository **repository,
    struct diagnostics *diagnostics);

/* Null is allowed. */
void repository_close(struct repository *repository);

/* The name under which messages speak of it, and libgit2's handle for the opening thread. */
struct slice repository_name(const struct repository *repository);
git_repository *repository_handle(const struct repository *repository);

/* A commit by any name of it. Returns 0; -1 after reporting. */
int repository_resolve(struct repository *repository, const char *revision, git_oid *commit,
    struct diagnostics *diagnostics);

/*
 * The commit on which the working tree stands. Returns 1 with it, 0 before the first commit, -1 after
 * reporting.
 */
int repository_head(
    struct repository *repository, git_oid *commit, struct diagnostics *diagnostics);

/* Is its history cut off? */
bool repository_shallow(const struct repository *repository);

/*
 * An object of this type, whole; the caller frees it with git_odb_object_free. Null after reporting. Any
 * thread.
 */
git_odb_object *repository_object(struct repository *repository, const git_oid *oid,
    git_object_t type, struct diagnostics *diagnostics);

/* The size of a blob in bytes. Returns 0; -1 after reporting. Any thread. */
int repository_blob_size(struct repository *repository, const git_oid *oid, uint64_t *size,
    struct diagnostics *diagnostics);

/* The bytes of a blob, whole, in the arena or the repository's own memory. Returns 0; -1 after reporting. Any thread. */
int repository_blob(struct repository *repository, const git_oid *oid, struct arena *arena,
    struct slice *bytes, struct diagnostics *diagnostics);

/* Reports what libgit2 said (0: it read the object, which is not what it should be). Returns -1. */
int repository_object_failed(
    struct repository *repository, const git_oid *oid, int error, struct diagnostics *diagnostics);

/* Reports the object as corrupt. Returns -1. */
int repository_corrupt(
    struct repository *repository, const git_oid *oid, struct diagnostics *diagnostics);

#endif
