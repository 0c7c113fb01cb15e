#include "base/cache_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

#define MAGIC "zonale cache 1\n"
#define CACHE_MAX ((size_t)256 << 20)
#define SECTIONS_MAX 64

/* --- numbers and sections ---------------------------------------------------------------------- */

void cache_add_number(struct buffer *bytes, uint64_t number, unsigned size)
{
	for (unsigned i = 0; i < size; i++)
		buffer_add_byte(bytes, (char)(number >> 8 * i & 0xff));
}

struct slice cache_take(struct cache_reader *reader, uint64_t len)
{
	struct slice taken;

	if (reader->failed || len > reader->rest.len) {
		reader->failed = true;
		return SLICE("");
	}
	taken = slice_sub(reader->rest, 0, (size_t)len);
	reader->rest = slice_from_index(reader->rest, (size_t)len);
	return taken;
}

uint64_t cache_take_number(struct cache_reader *reader, unsigned size)
{
	struct slice bytes = cache_take(reader, size);
	uint64_t number = 0;

	for (size_t i = bytes.len; i-- > 0;)
		number = number << 8 | (unsigned char)bytes.p[i];
	return number;
}

/* Seven bits a byte, the lowest first; of all but the last one the eighth is set. */
void cache_add_count(struct buffer *bytes, uint64_t count)
{
	for (; count >= 0x80; count >>= 7)
		buffer_add_byte(bytes, (char)((count & 0x7f) | 0x80));
	buffer_add_byte(bytes, (char)count);
}

uint64_t cache_take_count(struct cache_reader *reader)
{
	uint64_t count = 0, byte = 0x80;

	for (unsigned shift = 0; byte & 0x80; shift += 7) {
		byte = cache_take_number(reader, 1);
		if (shift > 56)
			reader->failed = true;
		else
			count |= (byte & 0x7f) << shift;
		if (reader->failed)
			return 0;
	}
	return count;
}

void cache_add_text(struct buffer *bytes, struct slice text)
{
	cache_add_count(bytes, text.len);
	buffer_add(bytes, text);
}

struct slice cache_take_text(struct cache_reader *reader)
{
	return cache_take(reader, cache_take_count(reader));
}

static struct slice digest_bytes(const struct digest *digest)
{
	return (struct slice){ (const char *)digest->bytes, DIGEST_SIZE };
}

void cache_compose(struct buffer *bytes, struct digest identity,
    const struct cache_section *sections, size_t count)
{
	struct digest checksum;

	buffer_add_str(bytes, MAGIC);
	buffer_add(bytes, digest_bytes(&identity));
	for (size_t i = 0; i < count; i++) {
		struct slice name = slice_sub(sections[i].name, 0, CACHE_NAME_SIZE);

		buffer_add(bytes, name);
		cache_add_number(bytes, 0, (unsigned)(CACHE_NAME_SIZE - name.len));
		cache_add_number(bytes, sections[i].content.len, 8);
		buffer_add(bytes, sections[i].content);
	}
	checksum = digest_of(buffer_slice(bytes));
	buffer_add(bytes, digest_bytes(&checksum));
}

/* The bytes of a name without the NULs that fill it up. */
static struct slice name_of(struct slice field)
{
	size_t end = slice_find_byte(field, '\0');

	return end == SLICE_NONE ? field : slice_sub(field, 0, end);
}

bool cache_parse(
    struct slice bytes, struct digest identity, struct arena *arena, struct cache_file *file)
{
	struct cache_reader reader = { .rest = bytes };
	struct slice magic = cache_take(&reader, sizeof MAGIC - 1);
	struct slice about = cache_take(&reader, DIGEST_SIZE);
	struct digest checksum;

	*file = (struct cache_file){ 0 };
	if (!slice_is(magic, MAGIC) || !slice_eq(about, digest_bytes(&identity)) ||
	    reader.rest.len < DIGEST_SIZE)
		return false;
	checksum = digest_of(slice_sub(bytes, 0, bytes.len - DIGEST_SIZE));
	if (!slice_eq(slice_from_index(bytes, bytes.len - DIGEST_SIZE), digest_bytes(&checksum)))
		return false;
	reader.rest.len -= DIGEST_SIZE;
	file->sections = ARENA_COUNT(arena, struct cache_section, SECTIONS_MAX);
	while (reader.rest.len && !reader.failed && file->count < SECTIONS_MAX) {
		struct slice name = name_of(cache_take(&reader, CACHE_NAME_SIZE));
		uint64_t len = cache_take_number(&reader, 8);

		file->sections[file->count++] =
		    (struct cache_section){ name, cache_take(&reader, len) };
	}
	return !reader.failed && reader.rest.len == 0;
}

struct slice cache_section(const struct cache_file *file, const char *name)
{
	for (size_t i = 0; i < file->count; i++)
		if (slice_is(file->sections[i].name, name))
			return file->sections[i].content;
	return SLICE("");
}

/* --- files ------------------------------------------------------------------------------------- */

/* Nobody but us wrote it, and nobody else may. */
static bool is_ours(const struct stat *status)
{
	return status->st_uid == geteuid() && (status->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

int cache_folder_open(int dir_fd, const char *name)
{
	struct stat status;
	int folder;

	mkdirat(dir_fd, name, 0700);
	folder = openat(dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder < 0)
		return -1;
	if (fstat(folder, &status) == 0 && is_ours(&status))
		return folder;
	close(folder);
	return -1;
}

static bool file_is_ours(int folder, const char *name)
{
	struct stat status;

	return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISREG(status.st_mode) && is_ours(&status);
}

bool cache_read(int folder, const char *name, struct digest identity, struct arena *arena,
    struct cache_file *file)
{
	struct slice bytes;

	*file = (struct cache_file){ 0 };
	/* Asked by name: who could put another file there in between could as well write as us. */
	return file_is_ours(folder, name) &&
	       file_read(folder, name, CACHE_MAX, arena, &bytes) == 0 &&
	       cache_parse(bytes, identity, arena, file);
}

/*
 * Opens the file that is written aside, empty and locked. Returns its descriptor; -1 with errno, EWOULDBLOCK where
 * another writer has it. One that a killed writer left is taken over; whatever else stands there is taken away.
 */
static int open_aside(int folder, const char *aside)
{
	int fd =
	    openat(folder, aside, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
	struct stat open_one, named;
	int error;

	if (fd < 0)
		return -1;
	error = EWOULDBLOCK;
	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		goto refused;
	/* The other writer may just have renamed it: then this is the finished file. */
	if (fstat(fd, &open_one) != 0 || fstatat(folder, aside, &named, AT_SYMLINK_NOFOLLOW) != 0 ||
	    open_one.st_ino != named.st_ino || open_one.st_dev != named.st_dev)
		goto refused;
	error = EEXIST;
	/* A second name of a file that is none of ours must not be emptied. */
	if (!S_ISREG(open_one.st_mode) || !is_ours(&open_one) || open_one.st_nlink != 1)
		goto refused;
	if (fchmod(fd, 0600) == 0 && ftruncate(fd, 0) == 0)
		return fd;
	error = errno;
refused:
	close(fd);
	errno = error;
	return -1;
}

static int write_aside(int folder, const char *aside, const char *name, struct slice bytes)
{
	int fd = open_aside(folder, aside), error;

	if (fd < 0 && errno != EWOULDBLOCK && errno != EACCES && errno != EROFS &&
	    unlinkat(folder, aside, 0) == 0)
		fd = open_aside(folder, aside);
	if (fd < 0)
		return errno == EWOULDBLOCK ? 0 : -1;
	if (fd_write_all(fd, bytes) == 0 && renameat(folder, aside, folder, name) == 0) {
		close(fd);
		return 0;
	}
	error = errno;
	unlinkat(folder, aside, 0);
	close(fd);
	errno = error;
	return -1;
}

int cache_write(int folder, const char *name, struct digest identity,
    const struct cache_section *sections, size_t count)
{
	struct buffer bytes = { 0 };
	struct arena *scratch = arena_new();
	int result, error;

	cache_compose(&bytes, identity, sections, count);
	result = write_aside(
	    folder, arena_printf(scratch, ".%s.new", name).p, name, buffer_slice(&bytes));
	error = errno;
	if (result != 0)
		unlinkat(folder, name, 0);
	buffer_release(&bytes);
	arena_free(scratch);
	errno = error;
	return result;
}
