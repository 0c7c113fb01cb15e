#include "render/theme_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

struct reader {
	const char *dir;
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct theme_files *files;
	int result;
};

static struct slice shown(const struct reader *reader, struct slice path)
{
	return arena_printf(reader->arena, "%s/%.*s", reader->dir, SLICE_ARGS(path));
}

static void refuse(struct reader *reader, enum diag_id id, struct slice path)
{
	diag1(reader->diagnostics, id, position_file(shown(reader, path)), path);
	reader->result = -1;
}

static void system_failed(struct reader *reader, struct slice path, int error)
{
	reader->result = file_failed(reader->diagnostics, shown(reader, path), error);
}

static bool name_allowed(const char *name)
{
	for (; *name; name++)
		if (!ascii_is_alnum(*name) && *name != '.' && *name != '-' && *name != '_')
			return false;
	return true;
}

static void read_file(struct reader *reader, int folder, const char *name, struct slice path)
{
	struct slice bytes;

	if (reader->files->count == THEME_MAX_FILES) {
		if (reader->result == 0)
			refuse(reader, DIAG_THEME_TOO_LARGE, path);
		return;
	}
	if (file_read(folder, name, THEME_MAX_FILE, reader->arena, &bytes) == 0)
		*ARENA_PUSH(reader->arena, reader->files) = (struct theme_file){ path, bytes };
	else if (errno == EFBIG)
		refuse(reader, DIAG_THEME_TOO_LARGE, path);
	else
		system_failed(reader, path, errno);
}

static void read_folder(struct reader *reader, int folder, struct slice prefix, unsigned depth);

static void read_subfolder(
    struct reader *reader, int folder, const char *name, struct slice path, unsigned depth)
{
	int fd;

	if (depth == THEME_MAX_DEPTH) {
		refuse(reader, DIAG_THEME_TOO_LARGE, path);
		return;
	}
	fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		system_failed(reader, path, errno);
	else
		read_folder(
		    reader, fd, arena_printf(reader->arena, "%.*s/", SLICE_ARGS(path)), depth);
}

static void read_entry(
    struct reader *reader, int folder, const char *name, struct slice prefix, unsigned depth)
{
	struct slice path = arena_printf(reader->arena, "%.*s%s", SLICE_ARGS(prefix), name);
	struct stat status;

	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		system_failed(reader, path, errno);
	else if (!name_allowed(name))
		refuse(reader, DIAG_THEME_FILE_NAME, path);
	else if (S_ISDIR(status.st_mode))
		read_subfolder(reader, folder, name, path, depth + 1);
	else if (S_ISREG(status.st_mode))
		read_file(reader, folder, name, path);
	else
		refuse(reader, DIAG_THEME_ENTRY, path);
}

/* Takes the descriptor over. */
static void read_folder(struct reader *reader, int folder, struct slice prefix, unsigned depth)
{
	DIR *dir = fdopendir(folder);
	struct dirent *entry;

	if (!dir) {
		system_failed(reader, prefix, errno);
		close(folder);
		return;
	}
	while (errno = 0, (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			read_entry(reader, folder, entry->d_name, prefix, depth);
	if (errno != 0)
		system_failed(reader, prefix, errno);
	closedir(dir);
}

static int by_path(const void *left, const void *right)
{
	const struct theme_file *a = left, *b = right;

	return slice_cmp(a->path, b->path);
}

int theme_read_folder(const char *dir, struct arena *arena, struct diagnostics *diagnostics,
    struct theme_files *files)
{
	struct reader reader = { dir, arena, diagnostics, files, 0 };
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return file_failed(diagnostics, slice_from(dir), errno);
	read_folder(&reader, fd, SLICE(""), 0);
	if (files->count)
		qsort(files->items, files->count, sizeof *files->items, by_path);
	return reader.result;
}
