#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "publishing.h"
#include "write/place.h"

TestSuite(place, .init = folder_enter, .fini = folder_leave);

#define TEN "aaaaaaaaaa"
#define FIFTY TEN TEN TEN TEN TEN
#define NAME_250 FIFTY FIFTY FIFTY FIFTY FIFTY
#define TWICE_A_8 "a/a/a/a/a/a/a/a/"

Test(place, paths)
{
	static const struct {
		const char *path;
		bool allowed;
	} rows[] = {
		{ "index.html", true },
		{ "atti/2024/dczi-1/index.html", true },
		{ ".well-known/security.txt", true },
		{ "a/.htaccess", true },
		{ "a/.zonale", true },
		{ ".zonalek", true },
		{ "a b", true },
		{ "...", true },
		{ "\xc3\xa0.pdf", true },
		{ NAME_250 "aaaaa", true },
		{ TWICE_A_8 TWICE_A_8 TWICE_A_8 "a/a/a/a/a/a/a/a", true },
		{ NAME_250 "/" NAME_250 "/" NAME_250 "/" NAME_250 "/" TEN TEN, true },
		{ "", false },
		{ "/", false },
		{ "/a", false },
		{ "a/", false },
		{ "a//b", false },
		{ ".", false },
		{ "..", false },
		{ "a/../b", false },
		{ "a/..", false },
		{ "./a", false },
		{ ".zonale", false },
		{ ".zonale/ledger", false },
		{ ".Zonale/x", false },
		{ "a\nb", false },
		{ "a\tb", false },
		{ "a\x7f", false },
		{ "a\x1b[1m", false },
		{ "\xff.pdf", false },
		{ "\xc0\xae\xc0\xae/a", false },
		{ NAME_250 "aaaaaa", false },
		{ TWICE_A_8 TWICE_A_8 TWICE_A_8 TWICE_A_8 "a", false },
		{ NAME_250 "/" NAME_250 "/" NAME_250 "/" NAME_250 "/" TEN TEN "a", false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(place_path_allowed(slice_from(rows[i].path)) == rows[i].allowed, "'%s'",
		    rows[i].path);
	cr_expect_not(place_path_allowed((struct slice){ "a\0b", 3 }), "a NUL inside");
}

static void make_socket(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	strcpy(address.sun_path, path);
	cr_assert(bind(fd, (struct sockaddr *)&address, sizeof address) == 0);
	close(fd);
}

static const struct {
	const char *path;
	enum place_kind kind;
	int file_error, folder_error; /* of opening it as one; 0: opens */
} places[] = {
	{ "file", PLACE_FILE, 0, ENOTDIR },
	{ "a/b/file", PLACE_FILE, 0, ENOTDIR },
	{ "a", PLACE_FOLDER, 0, 0 },
	{ "a/b", PLACE_FOLDER, 0, 0 },
	{ "absent", PLACE_ABSENT, ENOENT, ENOENT },
	{ "absent/absent", PLACE_ABSENT, ENOENT, ENOENT },
	{ "a/absent", PLACE_ABSENT, ENOENT, ENOENT },
	{ "link", PLACE_LINK, ELOOP, ELOOP },
	{ "a/link", PLACE_LINK, ELOOP, ELOOP },
	{ "dangling", PLACE_LINK, ELOOP, ELOOP },
	{ "folder-link", PLACE_LINK, ELOOP, ELOOP },
	{ "folder-link/b", PLACE_UNDER_LINK, ELOOP, ELOOP },
	{ "folder-link/b/file", PLACE_UNDER_LINK, ELOOP, ELOOP },
	{ "folder-link/absent", PLACE_UNDER_LINK, ELOOP, ELOOP },
	{ "a/up/file", PLACE_UNDER_LINK, ELOOP, ELOOP },
	{ "file/x", PLACE_UNDER_FILE, ENOTDIR, ENOTDIR },
	{ "fifo", PLACE_SPECIAL, 0, ENOTDIR },
	{ "fifo/x", PLACE_UNDER_FILE, ENOTDIR, ENOTDIR },
	{ "socket", PLACE_SPECIAL, ENXIO, ENOTDIR },
};

static int error_of(int fd)
{
	if (fd < 0)
		return errno;
	close(fd);
	return 0;
}

Test(place, what_stands_there)
{
	char path[64];
	int out_fd;

	meddle("folder a/b\nwrite file x\nwrite a/b/file x\nlink link file\nlink a/link b/file\n"
	       "link dangling nowhere\nlink folder-link a\nlink a/up ..\nfifo fifo");
	make_socket("socket");
	out_fd = open(".", O_RDONLY | O_DIRECTORY);
	cr_assert(out_fd >= 0);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct place place;
		const char *name = places[i].path;

		strcpy(path, name);
		place = place_look(out_fd, path);
		cr_expect(place.kind == places[i].kind, "%s: %d", name, (int)place.kind);
		cr_expect((place.fd >= 0) == (place.kind == PLACE_FILE), "%s", name);
		cr_expect(place.error == 0, "%s: %s", name, strerror(place.error));
		if (place.fd >= 0)
			close(place.fd);
		cr_expect(error_of(place_open_folder(out_fd, path)) == places[i].folder_error,
		    "%s as a folder", name);
		cr_expect(error_of(place_open_stepwise(out_fd, path, O_PATH | O_DIRECTORY)) ==
			      places[i].folder_error,
		    "%s as a folder, stepwise", name);
		cr_expect(error_of(place_open_stepwise(out_fd, path, O_RDONLY | O_NONBLOCK)) ==
			      places[i].file_error,
		    "%s stepwise", name);
	}
	cr_expect(error_of(place_open_folder(out_fd, "")) == 0);
	close(out_fd);
}

Test(place, comparing)
{
	/* Differences in the first block, at its border, in the last, in length. */
	static const size_t sizes[] = { 0, 1, 65535, 65536, 65537, 200000 };

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		size_t len = sizes[i];
		char *bytes = calloc(1, len + 1);
		struct digest digest;
		uint64_t size;
		bool same;
		int fd = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644);
		int other = open("other", O_RDWR | O_CREAT | O_TRUNC, 0644);

		cr_assert(bytes && fd >= 0 && other >= 0);
		cr_assert(ftruncate(fd, (off_t)len) == 0 && ftruncate(other, (off_t)len) == 0);
		cr_expect(place_holds(fd, (struct slice){ bytes, len }, &same) == 0 && same);
		cr_expect(place_compare(fd, other, &same, &digest, &size) == 0 && same);
		cr_expect(
		    size == len && digest_eq(digest, digest_of((struct slice){ bytes, len })));
		cr_expect(place_holds(fd, (struct slice){ bytes, len + 1 }, &same) == 0 && !same);
		cr_assert(ftruncate(other, (off_t)len + 1) == 0);
		cr_expect(place_compare(fd, other, &same, &digest, &size) == 0 && !same);
		cr_assert(ftruncate(other, (off_t)len) == 0);
		for (size_t at = 0; at < len; at += at + 1 < len ? len - at - 1 : 1) {
			cr_assert(pwrite(other, "x", 1, (off_t)at) == 1);
			cr_expect(place_compare(fd, other, &same, &digest, &size) == 0 && !same,
			    "byte %zu of %zu", at, len);
			bytes[at] = 'x';
			cr_expect(
			    place_holds(fd, (struct slice){ bytes, len }, &same) == 0 && !same,
			    "byte %zu of %zu", at, len);
			cr_assert(pwrite(other, "", 1, (off_t)at) == 1);
			bytes[at] = '\0';
		}
		close(fd);
		close(other);
		free(bytes);
	}
}
