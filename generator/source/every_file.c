#include "source/every_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Deeper than any path that Linux takes at once would need; it bounds open descriptors too. */
#define MAX_DEPTH 128

struct file_walk {
	const char *folder;
	every_file_wanted *wanted;
	every_file_visit *visit;
	void *context;
	struct diagnostics *diagnostics;
	int result;
};

static void failed(struct file_walk *walk, struct slice path, int error)
{
	struct arena *scratch = arena_new();

	file_failed(walk->diagnostics,
	    arena_printf(scratch, "%s/%.*s", walk->folder, SLICE_ARGS(path)), error);
	arena_free(scratch);
	walk->result = -1;
}

static int order_names(const void *left, const void *right)
{
	return slice_cmp(*(const struct slice *)left, *(const struct slice *)right);
}

struct names {
	ARRAY(struct slice) list;
};

/* The names in an open folder, in order; -1 with errno. Takes the descriptor over. */
static int read_names(int fd, struct arena *arena, struct names *names)
{
	DIR *dir = fdopendir(fd);
	struct dirent *entry;
	int error;

	if (!dir) {
		close(fd);
		return -1;
	}
	errno = 0;
	while ((entry = readdir(dir))) {
		struct slice name = slice_from(entry->d_name);

		if (!slice_is(name, ".") && !slice_is(name, ".."))
			*ARENA_PUSH(arena, &names->list) = arena_slice(arena, name);
		errno = 0;
	}
	error = errno;
	closedir(dir);
	if (names->list.count)
		qsort(names->list.items, names->list.count, sizeof *names->list.items, order_names);
	errno = error;
	return error ? -1 : 0;
}

static void show_file(struct file_walk *walk, int parent, const char *name, struct slice path)
{
	struct stored_file file = { .path = path, .bytes = SLICE("") };
	struct arena *arena = arena_new();

	if (file_read(parent, name, EVERY_FILE_LIMIT, arena, &file.bytes) != 0) {
		file.too_large = errno == EFBIG;
		if (!file.too_large)
			failed(walk, path, errno);
	}
	walk->visit(walk->context, &file);
	arena_free(arena);
}

static void show_link(struct file_walk *walk, int parent, const char *name, struct slice path)
{
	char target[PATH_MAX];
	ssize_t len = readlinkat(parent, name, target, sizeof target);
	struct stored_file file = { .path = path };

	if (len < 0) {
		failed(walk, path, errno);
		return;
	}
	file.bytes = (struct slice){ target, (size_t)len };
	walk->visit(walk->context, &file);
}

static void walk_folder(struct file_walk *walk, int fd, struct slice path, unsigned depth);

/* One name in an open folder. */
static void walk_entry(
    struct file_walk *walk, int parent, struct slice name, struct slice path, unsigned depth)
{
	struct stat status;

	if (fstatat(parent, name.p, &status, AT_SYMLINK_NOFOLLOW) != 0) {
		/* Gone since the folder was read: others may be at work here. */
		if (errno != ENOENT)
			failed(walk, path, errno);
		return;
	}
	if (S_ISDIR(status.st_mode)) {
		struct arena *arena = arena_new();
		struct stored_file folder = { .path = ARENA_CONCAT(arena, path, SLICE("/")),
			.bytes = SLICE("") };

		if (walk->wanted(walk->context, folder.path)) {
			walk->visit(walk->context, &folder);
			walk_folder(walk,
			    openat(parent, name.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW),
			    folder.path, depth + 1);
		}
		arena_free(arena);
	} else if (walk->wanted(walk->context, path)) {
		if (S_ISLNK(status.st_mode))
			show_link(walk, parent, name.p, path);
		else if (S_ISREG(status.st_mode))
			show_file(walk, parent, name.p, path);
	}
}

/* Takes the descriptor (negative: it could not be opened) over. */
static void walk_folder(struct file_walk *walk, int fd, struct slice path, unsigned depth)
{
	struct arena *arena;
	struct names names = { 0 };
	int again;

	if (fd < 0 || depth > MAX_DEPTH) {
		failed(walk, path, fd < 0 ? errno : ENAMETOOLONG);
		if (fd >= 0)
			close(fd);
		return;
	}
	arena = arena_new();
	again = dup(fd);
	if (again < 0 || read_names(again, arena, &names) != 0)
		failed(walk, path, errno);
	for (size_t i = 0; i < names.list.count; i++)
		walk_entry(walk, fd, names.list.items[i],
		    ARENA_CONCAT(arena, path, names.list.items[i]), depth);
	close(fd);
	arena_free(arena);
}

int every_file(const char *folder, every_file_wanted *wanted, every_file_visit *visit,
    void *context, struct diagnostics *diagnostics)
{
	struct file_walk walk = { folder, wanted, visit, context, diagnostics, 0 };

	walk_folder(&walk, open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), SLICE(""), 0);
	return walk.result;
}
