#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "source/internal.h"

/* Beyond this a file is not read to learn whether it is the committed one: no content may be so large. */
#define HASH_LIMIT ((size_t)64 * 1024 * 1024)

struct tree_source {
	struct source base;
	int site_fd; /* the site's folder */
};

/* What listing needs besides the source. */
struct walk {
	struct tree_source *source;
	git_index *index;        /* what git tracks; null without a repository */
	struct timespec written; /* when the index was */
	struct listing head;     /* the last commit */
	struct arena *scratch;
	struct diagnostics *diagnostics;
};

static int unreadable(struct slice path, int error, struct diagnostics *diagnostics)
{
	diag1(diagnostics, DIAG_FILE_UNREADABLE, position_file(path), slice_from(strerror(error)));
	return -1;
}

/* A folder below the site, reached name by name so that no link on the way is followed. */
static int open_folder(int site_fd, struct slice folder)
{
	struct arena *scratch = arena_new();
	int fd = dup(site_fd);

	while (fd >= 0 && folder.len) {
		struct slice name;
		int next, error;

		slice_cut(folder, '/', &name, &folder);
		next = openat(
		    fd, arena_cstr(scratch, name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		error = errno;
		close(fd);
		errno = error;
		fd = next;
	}
	arena_free(scratch);
	return fd;
}

/* Reads the file; -1 with errno. */
static int read_file(
    int site_fd, struct slice path, size_t limit, struct arena *arena, struct slice *bytes)
{
	size_t slash = slice_find_last_byte(path, '/');
	struct slice folder = slash == SLICE_NONE ? SLICE("") : slice_sub(path, 0, slash);
	struct slice name = slash == SLICE_NONE ? path : slice_from_index(path, slash + 1);
	int fd = open_folder(site_fd, folder), result, error;

	if (fd < 0)
		return -1;
	result = file_read(fd, arena_cstr(arena, name), limit, arena, bytes);
	error = errno;
	close(fd);
	errno = error;
	return result;
}

static int tree_read(struct source *source, const struct source_entry *entry, size_t limit,
    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics)
{
	const struct tree_source *tree = (const struct tree_source *)source;

	if (read_file(tree->site_fd, entry->path, limit, arena, bytes) == 0)
		return 0;
	if (errno == EFBIG)
		return source_too_large(entry->path, limit, diagnostics);
	return unreadable(entry->path, errno, diagnostics);
}

static int tree_open(struct source *source, const struct source_entry *entry)
{
	const struct tree_source *tree = (const struct tree_source *)source;
	struct arena *scratch = arena_new();
	size_t slash = slice_find_last_byte(entry->path, '/');
	int folder = open_folder(tree->site_fd, slice_sub(entry->path, 0, slash)), fd = -1, error;

	if (folder >= 0)
		fd = openat(folder, arena_cstr(scratch, slice_from_index(entry->path, slash + 1)),
		    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	error = errno;
	if (folder >= 0)
		close(folder);
	arena_free(scratch);
	errno = error;
	return fd;
}

static void tree_close(struct source *source)
{
	close(((struct tree_source *)source)->site_fd);
}

static const struct source_type tree_type = { tree_read, tree_open, tree_close };

static const char *repository_path(struct walk *walk, struct slice path, const char *end)
{
	return arena_printf(walk->scratch, "%.*s%.*s%s", SLICE_ARGS(walk->source->base.prefix),
	    SLICE_ARGS(path), end)
	    .p;
}

static bool tracked(struct walk *walk, struct slice path, bool folder)
{
	const char *name = repository_path(walk, path, folder ? "/" : "");

	return folder ? git_index_find_prefix(NULL, walk->index, name) == 0
		      : git_index_find(NULL, walk->index, name) == 0;
}

/* Does git leave it out of "what is not yet committed"? */
static bool left_out(struct walk *walk, struct slice path, bool folder)
{
	int ignored = 0;

	if (!walk->index || tracked(walk, path, folder))
		return false;
	/* A rule that can't be read ignores nothing: rather too much is looked at than too little. */
	return git_ignore_path_is_ignored(&ignored,
		   repository_handle(walk->source->base.repository),
		   repository_path(walk, path, folder ? "/" : "")) == 0 &&
	       ignored;
}

static const struct listed *committed(const struct walk *walk, struct slice path)
{
	size_t low = 0, high = walk->head.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int by = slice_cmp(path, walk->head.items[middle].path);

		if (by == 0)
			return &walk->head.items[middle];
		if (by < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool same_time(git_index_time a, struct timespec b)
{
	return a.seconds == (int32_t)b.tv_sec && a.nanoseconds == (uint32_t)b.tv_nsec;
}

static bool before(struct timespec a, struct timespec b)
{
	return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

/*
 * Does git's index vouch that the file is still the blob? As in git, only for a file last written before the
 * index was (git's documentation: technical/racy-git).
 */
static bool vouched(
    struct walk *walk, struct slice path, const git_oid *blob, const struct stat *status)
{
	const git_index_entry *entry =
	    git_index_get_bypath(walk->index, repository_path(walk, path, ""), 0);

	return entry && git_oid_equal(&entry->id, blob) &&
	       entry->file_size == (uint32_t)status->st_size &&
	       entry->ino == (uint32_t)status->st_ino && same_time(entry->mtime, status->st_mtim) &&
	       same_time(entry->ctime, status->st_ctim) && before(status->st_mtim, walk->written);
}

/* Is its content the blob? Read and hashed; a file that can't be read is not. */
static bool hashes_to(struct walk *walk, struct slice path, const git_oid *blob)
{
	struct arena *scratch = arena_new();
	struct slice bytes;
	git_oid oid;
	bool same = read_file(walk->source->site_fd, path, HASH_LIMIT, scratch, &bytes) == 0 &&
		    git_odb_hash(&oid, bytes.p, bytes.len, GIT_OBJECT_BLOB) == 0 &&
		    git_oid_equal(&oid, blob);

	arena_free(scratch);
	return same;
}

/*
 * A vouched file may still differ from its blob in bytes, by a filter of the user's (line ends, large files): it
 * counts as committed, but only one of the blob's size has its id.
 */
static int compare_with_commit(
    struct walk *walk, struct source_entry *entry, const struct stat *status)
{
	const struct listed *listed = committed(walk, entry->path);
	bool unchanged;
	uint64_t size;

	entry->uncommitted = true;
	if (!listed || listed->kind != TREE_FILE)
		return 0;
	if (repository_blob_size(
		walk->source->base.repository, &listed->oid, &size, walk->diagnostics) != 0)
		return -1;
	unchanged = vouched(walk, entry->path, &listed->oid, status);
	entry->has_oid =
	    size == entry->size && (unchanged || hashes_to(walk, entry->path, &listed->oid));
	entry->uncommitted = !unchanged && !entry->has_oid;
	memcpy(entry->oid, listed->oid.id, SOURCE_OID_SIZE);
	return 0;
}

static int take_file(struct walk *walk, struct slice path, const struct stat *status)
{
	enum source_kind kind = S_ISREG(status->st_mode)   ? SOURCE_FILE
				: S_ISLNK(status->st_mode) ? SOURCE_SYMLINK
							   : SOURCE_SPECIAL;
	struct source_entry *entry = source_add(&walk->source->base, path, kind, walk->diagnostics);

	if (!entry || kind != SOURCE_FILE)
		return 0;
	entry->size = (uint64_t)status->st_size;
	return walk->index ? compare_with_commit(walk, entry, status) : 0;
}

static int walk_folder(struct walk *walk, int parent_fd, const char *name, struct slice path);

static int walk_entry(struct walk *walk, int folder_fd, const char *name, struct slice folder)
{
	struct slice path = arena_printf(walk->scratch, "%.*s/%s", SLICE_ARGS(folder), name);
	struct stat status;
	bool is_folder;

	if (fstatat(folder_fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? 0 : unreadable(path, errno, walk->diagnostics);
	is_folder = S_ISDIR(status.st_mode);
	if (left_out(walk, path, is_folder))
		return 0;
	if (!is_folder)
		return take_file(walk, path, &status);
	if (source_too_deep(path, walk->diagnostics))
		return 0;
	return walk_folder(walk, folder_fd, name, path);
}

/* Reads an open folder's names; -1 after reporting. */
static int walk_names(struct walk *walk, DIR *folder, struct slice path)
{
	while (walk->source->base.entries.count <= SOURCE_MAX_FILES) {
		struct dirent *each;

		errno = 0;
		each = readdir(folder);
		if (!each)
			return errno ? unreadable(path, errno, walk->diagnostics) : 0;
		if (strcmp(each->d_name, ".") == 0 || strcmp(each->d_name, "..") == 0)
			continue;
		if (walk_entry(walk, dirfd(folder), each->d_name, path) != 0)
			return -1;
	}
	return 0;
}

static int walk_folder(struct walk *walk, int parent_fd, const char *name, struct slice path)
{
	int fd = openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	int result = 0;

	if (!folder) {
		unreadable(path, errno, walk->diagnostics);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	if (faccessat(fd, ".git", F_OK, AT_SYMLINK_NOFOLLOW) == 0)
		source_add(&walk->source->base, path, SOURCE_SUBMODULE, walk->diagnostics);
	else
		result = walk_names(walk, folder, path);
	closedir(folder);
	return result;
}

/* What git knows of the files: its index and its last commit. */
static int read_git(struct walk *walk)
{
	struct source *source = &walk->source->base;
	git_repository *handle = repository_handle(source->repository);
	struct stat status;
	int head;

	if (git_repository_index(&walk->index, handle) != 0) {
		diag2(walk->diagnostics, DIAG_REPOSITORY_UNREADABLE, POSITION_NONE,
		    repository_name(source->repository), SLICE("index"));
		return -1;
	}
	if (stat(git_index_path(walk->index), &status) == 0)
		walk->written = status.st_mtim;
	head = repository_head(source->repository, &source->commit, walk->diagnostics);
	source->has_commit = head > 0;
	if (head > 0)
		head = commit_list(source->repository, &source->commit, source->prefix,
		    walk->scratch, &walk->head, walk->diagnostics);
	return head < 0 ? -1 : 0;
}

static void forget_repository(struct walk *walk)
{
	struct source *source = &walk->source->base;

	git_index_free(walk->index);
	walk->index = NULL;
	repository_close(source->repository);
	source->repository = NULL;
	source->has_commit = false;
	source->prefix = SLICE("");
}

/* The repository around the site, where there is one and it takes an interest. */
static int attach_repository(struct walk *walk, const char *site)
{
	struct source *source = &walk->source->base;

	if (repository_open(site, REPOSITORY_AROUND, &source->repository, walk->diagnostics) != 0)
		return -1;
	if (!source->repository)
		return 0;
	if (!site_prefix(source->repository, site, source->arena, &source->prefix)) {
		forget_repository(walk);
		return 0;
	}
	if (read_git(walk) != 0)
		return -1;
	if (left_out(walk, SLICE("content"), true))
		forget_repository(walk);
	return 0;
}

/* That there is no folder is the content's fault; that it can't be opened is the system's. */
static void report_no_content(const char *site, struct diagnostics *diagnostics)
{
	if (errno == ENOENT || errno == ENOTDIR)
		diag1(diagnostics, DIAG_CONTENT_MISSING, POSITION_NONE, slice_from(site));
	else
		diag2(diagnostics, DIAG_SYSTEM, POSITION_NONE, slice_from(site),
		    slice_from(strerror(errno)));
}

static int list_tree(struct walk *walk, const char *site)
{
	struct source *source = &walk->source->base;
	struct stat status;

	if (fstatat(walk->source->site_fd, "content", &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISLNK(status.st_mode)) {
		source_add(source, SLICE("content"), SOURCE_SYMLINK, walk->diagnostics);
		return -1;
	}
	if (faccessat(walk->source->site_fd, "content/.", F_OK, 0) != 0) {
		report_no_content(site, walk->diagnostics);
		return -1;
	}
	if (attach_repository(walk, site) != 0 ||
	    walk_folder(walk, walk->source->site_fd, "content", SLICE("content")) != 0)
		return -1;
	return source_finish(source, walk->diagnostics);
}

struct source *source_open_tree(const char *site, struct diagnostics *diagnostics)
{
	int fd = open(site, O_RDONLY | O_DIRECTORY | O_CLOEXEC), result;
	struct tree_source *tree;
	struct walk walk;

	if (fd < 0) {
		report_no_content(site, diagnostics);
		return NULL;
	}
	tree = source_new(&tree_type, sizeof *tree);
	tree->site_fd = fd;
	walk = (struct walk){ .source = tree, .scratch = arena_new(), .diagnostics = diagnostics };
	result = list_tree(&walk, site);
	git_index_free(walk.index);
	arena_free(walk.scratch);
	if (result == 0)
		return &tree->base;
	source_close(&tree->base);
	return NULL;
}
