#include "publishing.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"

static char folder[64];

void folder_enter(void)
{
	strcpy(folder, "/tmp/zonale-test-XXXXXX");
	cr_assert(mkdtemp(folder) && chdir(folder) == 0, "no temporary folder");
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)status, (void)kind, (void)walk;
	return remove(path);
}

static void remove_all(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void folder_leave(void)
{
	cr_assert(chdir("/") == 0);
	remove_all(folder);
}

static void write_file(const char *path, struct slice text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	cr_assert(fd >= 0 && fd_write_all(fd, text) == 0, "cannot write %s", path);
	close(fd);
}

static void meddle_once(struct slice line, struct arena *arena)
{
	struct slice verb, name, text;
	const char *path;

	slice_cut(line, ' ', &verb, &line);
	slice_cut(line, ' ', &name, &text);
	path = arena_cstr(arena, name);
	if (slice_is(verb, "write"))
		write_file(path, text);
	else if (slice_is(verb, "link"))
		cr_assert(symlink(arena_cstr(arena, text), path) == 0, "cannot link %s", path);
	else if (slice_is(verb, "folder"))
		cr_assert(make_folders(AT_FDCWD, path) == 0, "cannot make %s", path);
	else if (slice_is(verb, "fifo"))
		cr_assert(mkfifo(path, 0644) == 0, "cannot make %s", path);
	else if (slice_is(verb, "mode"))
		cr_assert(chmod(path, (mode_t)strtoul(arena_cstr(arena, text), NULL, 8)) == 0);
	else if (slice_is(verb, "remove"))
		remove_all(path);
	else
		cr_assert_fail("unknown verb in '%.*s'", SLICE_ARGS(line));
}

void meddle(const char *lines)
{
	struct arena *arena = arena_new();
	struct slice rest = slice_from(lines), line;

	while (slice_next_line(&rest, &line))
		meddle_once(line, arena);
	arena_free(arena);
}

int give(struct publish *publish, const char *lines, struct diagnostics *d)
{
	static const char letters[] = "aplh";
	struct slice rest = slice_from(lines), line;
	int result = 0;

	while (slice_next_line(&rest, &line)) {
		struct slice path, class, text;

		slice_cut(line, ' ', &path, &line);
		slice_cut(line, ' ', &class, &text);
		cr_assert(class.len == 1 && strchr(letters, class.p[0]), "a row without class");
		if (publish_file(publish, path,
			(enum publish_class)(strchr(letters, class.p[0]) - letters), text, d) != 0)
			result = -1;
	}
	return result;
}

const char *publish_once(const char *lines, bool adopt, struct diagnostics *d, struct arena *arena)
{
	const struct publish_options options = { .mode = SLICE("prova"), .adopt = adopt };
	struct publish *publish = publish_open("out", 0, d);
	struct publish_result result;
	const char *text = "refused";

	if (!publish)
		return text;
	if (publish_begin(publish, &options, d) == 0) {
		(void)give(publish, lines, d);
		if (publish_commit(publish, &result, d) == 0)
			text = arena_printf(
			    arena, "%zu/%zu/%zu", result.written, result.unchanged, result.removed)
				   .p;
	}
	publish_close(publish);
	return text;
}

static void add_tree(struct buffer *text, const char *path, size_t cut, struct arena *arena);

static void add_thing(struct buffer *text, const char *path, size_t cut, struct arena *arena)
{
	struct slice content = { 0 };
	char target[256] = "";
	struct stat status;

	cr_assert(lstat(path, &status) == 0);
	buffer_addf(text, "%s%s", text->len ? " " : "", path + cut);
	if (S_ISDIR(status.st_mode)) {
		buffer_add_str(text, "/");
		add_tree(text, path, cut, arena);
	} else if (S_ISLNK(status.st_mode)) {
		cr_assert(readlink(path, target, sizeof target - 1) >= 0);
		buffer_addf(text, "->%s", target);
	} else if (S_ISREG(status.st_mode)) {
		cr_assert(file_read(AT_FDCWD, path, 1 << 20, arena, &content) == 0);
		buffer_addf(text, "=%.*s", SLICE_ARGS(content));
	} else {
		buffer_add_str(text, "|");
	}
}

static void add_tree(struct buffer *text, const char *path, size_t cut, struct arena *arena)
{
	struct dirent **names;
	int count = scandir(path, &names, NULL, alphasort);

	cr_assert(count >= 0, "cannot list %s", path);
	for (int i = 0; i < count; i++) {
		const char *name = names[i]->d_name;

		if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
		    strcmp(name, ".zonale") != 0)
			add_thing(text, arena_printf(arena, "%s/%s", path, name).p, cut, arena);
		free(names[i]);
	}
	free(names);
}

const char *tree(const char *path, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *result;

	add_tree(&text, path, strlen(path) + 1, arena);
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}
