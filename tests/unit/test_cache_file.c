/* Cache files: believed whole or not at all, written over whatever stands in the way. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cache_file.h"
#include "base/file.h"
#include "repository_fixture.h"

#define NAME "log-0"

static struct fixture f;
static int folder;

static void set_up(void)
{
	fixture_init(&f);
	folder = open(f.folder, O_DIRECTORY | O_CLOEXEC);
	cr_assert(folder >= 0);
}

static void tear_down(void)
{
	close(folder);
	fixture_release(&f);
}

TestSuite(cache_file, .init = set_up, .fini = tear_down);

static struct digest identity_of(const char *text)
{
	return digest_of(slice_from(text));
}

static const struct cache_section sections[] = {
	{ SLICE_INIT("ids"), SLICE_INIT("abc") },
	{ SLICE_INIT("empty"), SLICE_INIT("") },
	{ SLICE_INIT("eightlet"), SLICE_INIT("\0\n\xff") },
};
#define SECTIONS (sizeof sections / sizeof *sections)

static int write_it(void)
{
	return cache_write(folder, NAME, identity_of("this"), sections, SECTIONS);
}

static bool read_it(void)
{
	struct cache_file file;

	if (!cache_read(folder, NAME, identity_of("this"), f.arena, &file))
		return false;
	cr_expect_eq(file.count, SECTIONS);
	for (size_t i = 0; i < SECTIONS; i++)
		cr_expect(slice_eq(cache_section(&file, sections[i].name.p), sections[i].content));
	cr_expect(slice_empty(cache_section(&file, "none")));
	return true;
}

Test(cache_file, is_read_as_it_was_written)
{
	struct stat status;

	cr_expect(!read_it(), "none yet");
	cr_assert_eq(write_it(), 0);
	cr_expect(read_it());
	cr_assert_eq(write_it(), 0, "over the one before");
	cr_expect(read_it());
	cr_assert_eq(fstatat(folder, NAME, &status, AT_SYMLINK_NOFOLLOW), 0);
	cr_expect_eq(status.st_mode & 07777, 0600);
	cr_expect(slice_is(fixture_output(&f, "ls -A"), NAME "\n"), "nothing else is left");
}

Test(cache_file, is_not_believed_of_another)
{
	struct cache_file file;

	cr_assert_eq(write_it(), 0);
	cr_expect(!cache_read(folder, NAME, identity_of("that"), f.arena, &file));
	cr_expect_eq(file.count, 0);
}

Test(cache_file, is_not_believed_with_any_byte_changed_or_missing)
{
	struct buffer bytes = { 0 };
	struct cache_file file;
	struct slice whole;

	cache_compose(&bytes, identity_of("this"), sections, SECTIONS);
	whole = buffer_slice(&bytes);
	cr_assert(cache_parse(whole, identity_of("this"), f.arena, &file));
	for (size_t i = 0; i < whole.len; i++) {
		bytes.p[i] ^= 0x10;
		cr_expect(!cache_parse(whole, identity_of("this"), f.arena, &file), "byte %zu", i);
		bytes.p[i] ^= 0x10;
		cr_expect(!cache_parse(slice_sub(whole, 0, i), identity_of("this"), f.arena, &file),
		    "cut at %zu", i);
	}
	buffer_add_byte(&bytes, '\0');
	cr_expect(!cache_parse(buffer_slice(&bytes), identity_of("this"), f.arena, &file));
	buffer_release(&bytes);
}

/* The right checksum over sections that do not add up. */
Test(cache_file, is_not_believed_where_sections_end_beyond_it)
{
	static const struct {
		const char *name, *tail;
		size_t len;
	} rows[] = {
		{ "a name cut short", "ids", 3 },
		{ "no length", "ids\0\0\0\0\0", 8 },
		{ "a length beyond the end", "ids\0\0\0\0\0\x04\0\0\0\0\0\0\0abc", 19 },
		{ "a length that overflows",
		    "ids\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff"
		    "abc",
		    19 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct digest identity = identity_of("this"), sum;
		struct buffer bytes = { 0 };
		struct cache_file file;

		buffer_add_str(&bytes, "zonale cache 1\n");
		buffer_add(&bytes, (struct slice){ (char *)identity.bytes, DIGEST_SIZE });
		buffer_add(&bytes, (struct slice){ rows[i].tail, rows[i].len });
		sum = digest_of(buffer_slice(&bytes));
		buffer_add(&bytes, (struct slice){ (char *)sum.bytes, DIGEST_SIZE });
		cr_expect(!cache_parse(buffer_slice(&bytes), identity, f.arena, &file), "%s",
		    rows[i].name);
		buffer_release(&bytes);
	}
}

/* Each stands where the cache should; it is not read, and where it may be replaced it is. */
Test(cache_file, bears_what_stands_in_its_place)
{
	static const struct {
		const char *name, *script;
		bool replaced;
	} rows[] = {
		{ "a truncated one", "head -c 40 good >" NAME, true },
		{ "garbage", "head -c 3000 /dev/urandom >" NAME, true },
		{ "an empty file", ": >" NAME, true },
		{ "a symbolic link to a good one", "ln -s good " NAME, true },
		{ "a symbolic link to nowhere", "ln -s nowhere " NAME, true },
		{ "a FIFO", "mkfifo " NAME, true },
		{ "a folder", "mkdir " NAME, false },
		{ "one that others may write", "cp good " NAME "; chmod 622 " NAME, true },
		{ "one of another version", "sed 's/^zonale cache 1/zonale cache 2/' good >" NAME,
		    true },
		{ "aside, the rest of a killed writer", "head -c 40 good >." NAME ".new", true },
		{ "aside, a FIFO", "mkfifo ." NAME ".new", true },
		{ "aside, a symbolic link", "echo kept >precious; ln -s precious ." NAME ".new",
		    true },
		{ "aside, another name of a file", "echo kept >precious; ln precious ." NAME ".new",
		    true },
		{ "aside, a folder", "mkdir ." NAME ".new", false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice precious;

		cr_assert_eq(write_it(), 0, "%s", rows[i].name);
		fixture_run(
		    &f, "umask 022; echo kept >precious; mv " NAME " good; %s", rows[i].script);
		cr_expect(!read_it(), "%s: read", rows[i].name);
		cr_expect_eq(write_it(), rows[i].replaced ? 0 : -1, "%s: written", rows[i].name);
		cr_expect_eq(read_it(), rows[i].replaced, "%s: read again", rows[i].name);
		precious =
		    fixture_output(&f, "cat precious; rm -rf " NAME " ." NAME ".new precious");
		cr_expect(slice_is(precious, "kept\n"), "%s: wrote elsewhere", rows[i].name);
	}
}

Test(cache_file, leaves_it_to_another_writer)
{
	int other;

	cr_assert_eq(write_it(), 0);
	fixture_run(&f, "mv " NAME " before");
	other = openat(folder, "." NAME ".new", O_CREAT | O_RDWR, 0600);
	cr_assert(other >= 0);
	cr_assert_eq(flock(other, LOCK_EX), 0);
	cr_expect_eq(write_it(), 0, "no failure");
	cr_expect(!read_it(), "and nothing written");
	close(other);
	cr_expect_eq(write_it(), 0);
	cr_expect(read_it());
}

Test(cache_file, opens_folders_that_are_ours)
{
	static const struct {
		const char *name, *script;
		bool opened;
	} rows[] = {
		{ "to be made", ":", true },
		{ "there", "mkdir -m 700 x", true },
		{ "one that others may read", "mkdir -m 755 x", true },
		{ "one that others may write", "mkdir x; chmod 777 x", false },
		{ "a file", "echo >x", false },
		{ "a FIFO", "mkfifo x", false },
		{ "a symbolic link", "mkdir y; ln -s y x", false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct stat status;
		int opened;

		fixture_run(&f, "%s", rows[i].script);
		opened = cache_folder_open(folder, "x");
		cr_expect_eq(opened >= 0, rows[i].opened, "%s", rows[i].name);
		if (i == 0 && fstat(opened, &status) == 0)
			cr_expect_eq(status.st_mode & 07777, 0700);
		if (opened >= 0)
			close(opened);
		fixture_run(&f, "rm -rf x y");
	}
}

Test(cache_file, refuses_what_is_another_users)
{
	if (geteuid() != 0)
		cr_skip_test("only root can make another user's file");
	cr_assert_eq(write_it(), 0);
	fixture_run(&f, "chown 12345 " NAME "; mkdir x; chown 12345 x");
	cr_expect(!read_it());
	cr_expect_eq(cache_folder_open(folder, "x"), -1);
}

Test(cache_file, takes_numbers_apart)
{
	struct buffer bytes = { 0 };
	struct cache_reader reader;

	cache_add_number(&bytes, 0x0102030405060708, 8);
	cache_add_number(&bytes, 0xfffffffe, 4);
	cache_add_number(&bytes, 7, 1);
	cr_expect_eq(bytes.p[0], 8, "the least byte first");
	reader = (struct cache_reader){ .rest = buffer_slice(&bytes) };
	cr_expect_eq(cache_take_number(&reader, 8), 0x0102030405060708);
	cr_expect_eq(cache_take_number(&reader, 4), 0xfffffffe);
	cr_expect(!reader.failed);
	cr_expect_eq(cache_take_number(&reader, 2), 0, "one byte is left");
	cr_expect(reader.failed);
	cr_expect_eq(cache_take(&reader, 1).len, 0, "failed for good");
	buffer_release(&bytes);
}
