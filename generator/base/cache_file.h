/*
 * What was learned once and can be learned again: files in a folder of ours, each believed whole or not at all.
 *
 *     zonale cache 1\n
 *     identity     32 bytes: what the content tells of, and in which version of its own format
 *     sections     each a name (8 bytes, filled up with NUL), a length (8 bytes) and that many bytes
 *     checksum     32 bytes: SHA-256 of all before
 *
 * Numbers are little-endian. A file that is cut short, altered, of another version, identity or user, that others may
 * write, or that is no file at all, is as good as none: nobody is told. A file is written aside and renamed, for its
 * user alone (0600); of two writers at once one does nothing. All of it may be deleted at any time.
 */
#ifndef ZONALE_BASE_CACHE_FILE_H
#define ZONALE_BASE_CACHE_FILE_H

#include "base/buffer.h"
#include "base/digest.h"

#define CACHE_NAME_SIZE 8 /* of a section, at most */

struct arena;

struct cache_section {
	struct slice name, content;
};

struct cache_file {
	struct cache_section *sections;
	size_t count;
};

/*
 * Opens the folder `name` below dir_fd, where it is ours alone, or makes it (0700). Returns a descriptor that the
 * caller closes; -1 where it is a symbolic link, another user's, writable by others, or can't be made.
 */
int cache_folder_open(int dir_fd, const char *name);

/* The file as its bytes have it, sections pointing into them. False when they are not to be believed. */
bool cache_parse(
    struct slice bytes, struct digest identity, struct arena *arena, struct cache_file *file);

/* The same of the file `name` in a folder, read into the arena. */
bool cache_read(int folder, const char *name, struct digest identity, struct arena *arena,
    struct cache_file *file);

/* The content of a section; empty where there is none. */
struct slice cache_section(const struct cache_file *file, const char *name);

/* The bytes of a file with these sections, added to an empty buffer. */
void cache_compose(struct buffer *bytes, struct digest identity,
    const struct cache_section *sections, size_t count);

/*
 * Puts a file in place, or leaves it to another writer who is at it. Returns 0; -1 with errno, and then there is no
 * file of this name, as far as it could be removed: what stood there may hold what must not be kept any longer.
 */
int cache_write(int folder, const char *name, struct digest identity,
    const struct cache_section *sections, size_t count);

/* Numbers of 1 to 8 bytes, for the content of sections. */
void cache_add_number(struct buffer *bytes, uint64_t number, unsigned size);

/* Numbers that are mostly small, in as few bytes as each needs; and texts of any length. */
void cache_add_count(struct buffer *bytes, uint64_t count);
void cache_add_text(struct buffer *bytes, struct slice text);

/* Takes content apart. Once something was missing all numbers are 0 and all slices empty. */
struct cache_reader {
	struct slice rest;
	bool failed;
};

uint64_t cache_take_number(struct cache_reader *reader, unsigned size);
uint64_t cache_take_count(struct cache_reader *reader);
struct slice cache_take(struct cache_reader *reader, uint64_t len);
struct slice cache_take_text(struct cache_reader *reader);

#endif
