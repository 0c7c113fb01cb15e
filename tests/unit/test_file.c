#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "reported.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A folder of this test's own, and the way to remove what the test names in it. */
static int folder;
static char folder_path[] = "/tmp/zonale-file-XXXXXX";

static void open_folder(void)
{
	cr_assert(mkdtemp(folder_path) != NULL);
	folder = open(folder_path, O_RDONLY | O_DIRECTORY);
	cr_assert(folder >= 0);
}

static void close_folder(void)
{
	static const char *const files[] = { "testo", "vuoto", "rimando", "coda", "uscita", "a/b/c",
		"a/b", "a", "x" };

	for (size_t i = 0; i < COUNT(files); i++)
		if (unlinkat(folder, files[i], 0) != 0)
			unlinkat(folder, files[i], AT_REMOVEDIR);
	close(folder);
	rmdir(folder_path);
}

static void put(const char *name, const char *text)
{
	int fd = openat(folder, name, O_WRONLY | O_CREAT, 0600);

	cr_assert(fd >= 0 && fd_write_all(fd, slice_from(text)) == 0 && close(fd) == 0);
}

Test(file, read, .init = open_folder, .fini = close_folder)
{
	static const struct {
		const char *path;
		size_t limit;
		int error; /* 0: read */
		const char *text;
	} rows[] = {
		{ "testo", 100, 0, "cinque" },
		{ "testo", 6, 0, "cinque" },
		{ "testo", 5, EFBIG, "" },
		{ "vuoto", 0, 0, "" },
		{ "manca", 100, ENOENT, "" },
		{ "rimando", 100, ELOOP, "" },
		{ "a", 100, EINVAL, "" },
		{ "coda", 100, EINVAL, "" },
		{ "testo/x", 100, ENOTDIR, "" },
	};
	struct arena *arena = arena_new();

	put("testo", "cinque");
	put("vuoto", "");
	cr_assert_eq(symlinkat("testo", folder, "rimando"), 0);
	cr_assert_eq(mkdirat(folder, "a", 0700), 0);
	cr_assert_eq(mkfifoat(folder, "coda", 0600), 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice text = SLICE("");
		int result = file_read(folder, rows[i].path, rows[i].limit, arena, &text);

		cr_expect_eq(result, rows[i].error ? -1 : 0, "%s", rows[i].path);
		if (rows[i].error)
			cr_expect_eq(errno, rows[i].error, "%s: %s", rows[i].path, strerror(errno));
		cr_expect(slice_is(text, rows[i].text), "%s", rows[i].path);
	}
	arena_free(arena);
}

/* More than a block, in odd pieces, comes out whole and in order. */
Test(file, output, .init = open_folder, .fini = close_folder)
{
	enum { LINES = 30000 };
	struct arena *arena = arena_new();
	struct output output;
	struct slice text, line;
	int fd = openat(folder, "uscita", O_WRONLY | O_CREAT, 0600), count = 0;

	cr_assert(fd >= 0);
	output_init(&output, fd);
	for (int i = 0; i < LINES; i++)
		output_addf(&output, "riga %d%s", i, "\n");
	output_add(&output, SLICE("fine"));
	cr_expect_eq(output_finish(&output), 0);
	cr_expect_eq(close(fd), 0);
	cr_assert_eq(file_read(folder, "uscita", 10000000, arena, &text), 0);
	while (slice_next_line(&text, &line) && count < LINES) {
		cr_assert(slice_eq(line, arena_printf(arena, "riga %d", count)), "line %d", count);
		count++;
	}
	cr_expect(slice_is(line, "fine") && count == LINES);
	arena_free(arena);
}

/* A full disk: the first failure is kept and said at the end, however much follows. */
Test(file, full_disk)
{
	struct output output;
	int fd = open("/dev/full", O_WRONLY);

	if (fd < 0)
		cr_skip_test("no /dev/full");
	cr_expect(fd_write_all(fd, SLICE("x")) == -1 && errno == ENOSPC);
	output_init(&output, fd);
	for (int i = 0; i < 100; i++)
		output_addf(&output, "%4000d", i);
	cr_expect_eq(output.failed, ENOSPC);
	errno = 0;
	cr_expect(output_finish(&output) == -1 && errno == ENOSPC);
	close(fd);
	output_init(&output, -1);
	output_add(&output, SLICE("x"));
	cr_expect(output_finish(&output) == -1 && errno == EBADF);
}

Test(file, folders, .init = open_folder, .fini = close_folder)
{
	static const struct {
		const char *path;
		int error;
	} rows[] = {
		{ "a/b/c", 0 },
		{ "a/b/c", 0 },
		{ "a//b/", 0 },
		{ "x/y", ENOTDIR },
		{ "x", ENOTDIR },
		{ "", ENOENT },
	};
	struct stat status;

	put("x", "");
	for (size_t i = 0; i < COUNT(rows); i++) {
		int result = make_folders(folder, rows[i].path);

		cr_expect_eq(result, rows[i].error ? -1 : 0, "'%s'", rows[i].path);
		if (rows[i].error)
			cr_expect_eq(
			    errno, rows[i].error, "'%s': %s", rows[i].path, strerror(errno));
	}
	cr_expect(fstatat(folder, "a/b/c", &status, 0) == 0 && S_ISDIR(status.st_mode));
}

Test(file, absolute_folders, .init = open_folder, .fini = close_folder)
{
	struct arena *arena = arena_new();
	struct stat status;

	cr_expect_eq(make_folders(AT_FDCWD, arena_printf(arena, "%s/a/b", folder_path).p), 0);
	cr_expect(fstatat(folder, "a/b", &status, 0) == 0 && S_ISDIR(status.st_mode));
	arena_free(arena);
}

Test(file, failure_is_reported)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	cr_expect_eq(file_failed(&diagnostics, SLICE("public/a"), ENOSPC), -1);
	cr_expect_str_eq(reported(&diagnostics, arena),
	    arena_printf(arena, "0:0+0 SYSTEM public/a,%s", strerror(ENOSPC)).p);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
