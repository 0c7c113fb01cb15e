#include "source/repository.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "source/blob_cache.h"
#include "source/internal.h"
#include "source/repository_format.h"

/* One opening of the repository; libgit2 lets one thread at a time use it. */
struct handle {
	git_repository *repository;
	git_odb *objects;
	struct handle *next;
};

struct repository {
	char *path; /* to open again; null: from the environment */
	struct slice name;
	struct handle *first; /* the opening thread's */
	pthread_mutex_t lock; /* for idle */
	struct handle *idle;
	struct blob_cache blobs;
};

/*
 * The settings belong to the process and go with the last shutdown, so each opening makes them anew. Objects are
 * not hashed again when they are read (git does not either): zlib's checksum finds what a disk has changed.
 */
static int library_start(void)
{
	static const int levels[] = { GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
		GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL };
	const char *extensions[REPOSITORY_EXTENSIONS];
	int error = git_libgit2_init() < 0 ? -1 : 0;

	memcpy(extensions, repository_extensions, sizeof extensions);
	for (size_t i = 0; error == 0 && i < sizeof levels / sizeof *levels; i++)
		error = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
	if (error == 0)
		error = git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	if (error == 0)
		error = git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	if (error == 0)
		error = git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, REPOSITORY_EXTENSIONS);
	return error;
}

static struct slice last_error(void)
{
	const git_error *error = git_error_last();

	return error && error->message ? slice_from(error->message) : SLICE("libgit2");
}

static int unreadable(struct slice name, struct diagnostics *diagnostics)
{
	diag2(diagnostics, DIAG_REPOSITORY_UNREADABLE, POSITION_NONE, name, last_error());
	return -1;
}

static int open_at(const char *path, enum repository_where where, git_repository **repository)
{
	switch (where) {
	case REPOSITORY_AT:
		return git_repository_open_ext(
		    repository, path, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);
	case REPOSITORY_AROUND: return git_repository_open_ext(repository, path, 0, NULL);
	case REPOSITORY_ENVIRONMENT:
		return git_repository_open_ext(
		    repository, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
	}
	return GIT_ERROR;
}

static void handle_free(struct handle *handle)
{
	if (!handle)
		return;
	git_odb_free(handle->objects);
	git_repository_free(handle->repository);
	free(handle);
}

static struct handle *handle_new(const char *path, enum repository_where where, int *error)
{
	struct handle *handle = calloc(1, sizeof *handle);

	if (!handle)
		abort();
	*error = open_at(path, where, &handle->repository);
	if (*error == 0)
		*error = git_repository_odb(&handle->objects, handle->repository);
	if (*error == 0)
		return handle;
	handle_free(handle);
	return NULL;
}

static char *copy_of(const char *text)
{
	char *copy = strdup(text);

	if (!copy)
		abort();
	return copy;
}

static struct repository *repository_new(struct handle *handle, struct slice name, bool by_path)
{
	struct repository *repository = calloc(1, sizeof *repository);

	if (!repository)
		abort();
	/* The git folder, so that a further handle is of the very same repository. */
	if (by_path)
		repository->path = copy_of(git_repository_path(handle->repository));
	repository->name = (struct slice){ copy_of(name.p), name.len };
	repository->first = handle;
	pthread_mutex_init(&repository->lock, NULL);
	blob_cache_init(&repository->blobs);
	return repository;
}

int repository_open(const char *path, enum repository_where where, struct repository **repository,
    struct diagnostics *diagnostics)
{
	struct slice name = slice_from(path && *path ? path : "."), setting;
	struct arena *scratch;
	struct handle *handle;
	int error, result = 0;

	*repository = NULL;
	if (library_start() != 0)
		return unreadable(name, diagnostics);
	scratch = arena_new();
	switch (repository_format_of(path, where, scratch, &setting)) {
	case FORMAT_SHA256:
		diag1(diagnostics, DIAG_REPOSITORY_SHA256, POSITION_NONE, name);
		result = -1;
		break;
	case FORMAT_UNKNOWN:
		diag2(diagnostics, DIAG_REPOSITORY_FORMAT, POSITION_NONE, name, setting);
		result = -1;
		break;
	case FORMAT_USUAL:
		handle = handle_new(path, where, &error);
		if (handle)
			*repository = repository_new(handle, name, where != REPOSITORY_ENVIRONMENT);
		else if (error != GIT_ENOTFOUND)
			result = unreadable(name, diagnostics);
	}
	arena_free(scratch);
	if (!*repository)
		git_libgit2_shutdown();
	return result;
}

void repository_close(struct repository *repository)
{
	if (!repository)
		return;
	while (repository->idle) {
		struct handle *next = repository->idle->next;

		handle_free(repository->idle);
		repository->idle = next;
	}
	handle_free(repository->first);
	pthread_mutex_destroy(&repository->lock);
	blob_cache_release(&repository->blobs);
	free((char *)repository->name.p);
	free(repository->path);
	free(repository);
	git_libgit2_shutdown();
}

struct slice repository_name(const struct repository *repository)
{
	return repository->name;
}

git_repository *repository_handle(const struct repository *repository)
{
	return repository->first->repository;
}

bool repository_shallow(const struct repository *repository)
{
	git_repository *handle = repository->first->repository;
	struct arena *scratch;
	struct stat status;
	bool marked;

	if (git_repository_is_shallow(handle))
		return true;
	/* libgit2 asks the folder of a linked working tree; the mark is in the common one. */
	scratch = arena_new();
	marked = stat(arena_printf(scratch, "%sshallow", git_repository_commondir(handle)).p,
		     &status) == 0 &&
		 status.st_size > 0;
	arena_free(scratch);
	return marked;
}

int repository_object_failed(
    struct repository *repository, const git_oid *oid, int error, struct diagnostics *diagnostics)
{
	const git_error *reason = git_error_last();
	char hex[GIT_OID_HEXSZ + 1];

	/* Not the object's fault: no right to read it, too many open files. */
	if (error < 0 && error != GIT_ENOTFOUND && reason && reason->klass == GIT_ERROR_OS)
		return unreadable(repository->name, diagnostics);
	diag2(diagnostics, error == GIT_ENOTFOUND ? DIAG_OBJECT_MISSING : DIAG_OBJECT_CORRUPT,
	    POSITION_NONE, slice_from(git_oid_tostr(hex, sizeof hex, oid)), repository->name);
	return -1;
}

int repository_corrupt(
    struct repository *repository, const git_oid *oid, struct diagnostics *diagnostics)
{
	return repository_object_failed(repository, oid, 0, diagnostics);
}

/* Has nothing ever been committed? (git_repository_is_empty expects a certain name of the branch.) */
static bool nothing_committed(git_repository *handle)
{
	git_strarray names = { 0 };
	bool empty = git_repository_head_unborn(handle) == 1 &&
		     git_reference_list(&names, handle) == 0 && names.count == 0;

	git_strarray_dispose(&names);
	return empty;
}

/*
 * The object of a branch or tag. Returns 1; 0 when the name is of neither; -1 after reporting. libgit2 would say
 * "not found" of a branch whose object is lost as of one that never was.
 */
static int resolve_reference(struct repository *repository, const char *name, git_object **object,
    struct diagnostics *diagnostics)
{
	git_repository *handle = repository_handle(repository);
	git_reference *reference = NULL, *direct = NULL;
	int result = 0;

	if (git_reference_dwim(&reference, handle, name) == 0 &&
	    git_reference_resolve(&direct, reference) == 0) {
		const git_oid *target = git_reference_target(direct);
		int error = git_object_lookup(object, handle, target, GIT_OBJECT_ANY);

		result = error == 0
			     ? 1
			     : repository_object_failed(repository, target, error, diagnostics);
	}
	git_reference_free(direct);
	git_reference_free(reference);
	return result;
}

int repository_resolve(struct repository *repository, const char *revision, git_oid *commit,
    struct diagnostics *diagnostics)
{
	git_repository *handle = repository_handle(repository);
	git_object *found = NULL, *peeled = NULL;
	git_oid whole;
	bool hash = strlen(revision) == GIT_OID_HEXSZ && git_oid_fromstr(&whole, revision) == 0;
	int result;

	/* A branch may be named like a commit's hash: the hash is meant. */
	if (!hash && resolve_reference(repository, revision, &found, diagnostics) < 0)
		return -1;
	if (!found)
		git_revparse_single(&found, handle, revision);
	result = -1;
	if (found && git_object_peel(&peeled, found, GIT_OBJECT_COMMIT) == 0) {
		git_oid_cpy(commit, git_object_id(peeled));
		result = 0;
	} else if (nothing_committed(handle) ||
		   (strcmp(revision, "HEAD") == 0 && git_repository_head_unborn(handle) == 1)) {
		diag1(diagnostics, DIAG_REPOSITORY_EMPTY, POSITION_NONE, repository->name);
	} else {
		diag2(diagnostics, DIAG_REVISION_UNKNOWN, POSITION_NONE, slice_from(revision),
		    repository->name);
	}
	git_object_free(peeled);
	git_object_free(found);
	return result;
}

int repository_head(struct repository *repository, git_oid *commit, struct diagnostics *diagnostics)
{
	int error = git_reference_name_to_id(commit, repository_handle(repository), "HEAD");

	if (error == GIT_ENOTFOUND)
		return 0;
	return error == 0 ? 1 : unreadable(repository->name, diagnostics);
}

static struct handle *handle_take(struct repository *repository, struct diagnostics *diagnostics)
{
	struct handle *handle;
	int error;

	pthread_mutex_lock(&repository->lock);
	handle = repository->idle;
	if (handle)
		repository->idle = handle->next;
	pthread_mutex_unlock(&repository->lock);
	if (handle)
		return handle;
	handle = handle_new(
	    repository->path, repository->path ? REPOSITORY_AT : REPOSITORY_ENVIRONMENT, &error);
	if (!handle)
		unreadable(repository->name, diagnostics);
	return handle;
}

static void handle_give(struct repository *repository, struct handle *handle)
{
	pthread_mutex_lock(&repository->lock);
	handle->next = repository->idle;
	repository->idle = handle;
	pthread_mutex_unlock(&repository->lock);
}

git_odb_object *repository_object(struct repository *repository, const git_oid *oid,
    git_object_t type, struct diagnostics *diagnostics)
{
	struct handle *handle = handle_take(repository, diagnostics);
	git_odb_object *object = NULL;
	int error;

	if (!handle)
		return NULL;
	error = git_odb_read(&object, handle->objects, oid);
	handle_give(repository, handle);
	if (error == 0 && git_odb_object_type(object) == type)
		return object;
	repository_object_failed(repository, oid, error, diagnostics);
	git_odb_object_free(object);
	return NULL;
}

static struct slice oid_slice(const git_oid *oid)
{
	return (struct slice){ (const char *)oid->id, sizeof oid->id };
}

int repository_blob_size(struct repository *repository, const git_oid *oid, uint64_t *size,
    struct diagnostics *diagnostics)
{
	struct slice kept;
	struct handle *handle;
	git_object_t type;
	size_t bytes;
	int error;

	if (blob_cache_get(&repository->blobs, oid_slice(oid), &kept)) {
		*size = kept.len;
		return 0;
	}
	handle = handle_take(repository, diagnostics);
	if (!handle)
		return -1;
	error = git_odb_read_header(&bytes, &type, handle->objects, oid);
	handle_give(repository, handle);
	if (error != 0 || type != GIT_OBJECT_BLOB)
		return repository_object_failed(repository, oid, error, diagnostics);
	*size = bytes;
	return 0;
}

int repository_blob(struct repository *repository, const git_oid *oid, struct arena *arena,
    struct slice *bytes, struct diagnostics *diagnostics)
{
	git_odb_object *object;

	if (blob_cache_get(&repository->blobs, oid_slice(oid), bytes))
		return 0;
	object = repository_object(repository, oid, GIT_OBJECT_BLOB, diagnostics);
	if (!object)
		return -1;
	*bytes = object_bytes(object);
	if (!blob_cache_put(&repository->blobs, oid_slice(oid), bytes))
		*bytes = arena_slice(arena, *bytes);
	git_odb_object_free(object);
	return 0;
}
