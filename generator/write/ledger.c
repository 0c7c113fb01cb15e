#include "write/ledger.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "write/place.h"

#define LEDGER_HEAD "zonale ledger 1"
#define LEDGER_ASIDE "ledger.new"
#define LEDGER_SIZE_MAX ((size_t)512 * 1024 * 1024)

static const char class_letters[] = "aplh";

static bool read_class(struct slice word, enum publish_class *class)
{
	const char *found = word.len == 1 ? strchr(class_letters, word.p[0]) : NULL;

	if (!found || !*found)
		return false;
	*class = (enum publish_class)(found - class_letters);
	return true;
}

static bool read_size(struct slice word, uint64_t *size)
{
	*size = 0;
	if (word.len == 0 || word.len > 18)
		return false;
	for (size_t i = 0; i < word.len; i++) {
		if (!ascii_is_digit(word.p[i]))
			return false;
		*size = *size * 10 + (uint64_t)(word.p[i] - '0');
	}
	return true;
}

/* The entry that the line is about: the last one, or a new one behind it; null where out of order. */
static struct ledger_entry *entry_for(struct ledger *ledger, struct arena *arena, struct slice path)
{
	struct ledger_entry *entry = NULL;
	int order = -1;

	if (ledger->entries.count) {
		entry = ledger->entries.items[ledger->entries.count - 1];
		order = slice_cmp(entry->path, path);
	}
	if (order > 0)
		return NULL;
	if (order < 0) {
		entry = ARENA_NEW(arena, struct ledger_entry);
		entry->path = path;
		*ARENA_PUSH(arena, &ledger->entries) = entry;
		map_put(&ledger->by_path, arena, path, entry);
	}
	return entry;
}

static bool is_standing(struct slice sign)
{
	return slice_is(sign, "=") || slice_is(sign, "=~") || slice_is(sign, "-") ||
	       slice_is(sign, "-~");
}

static bool read_line(struct ledger *ledger, struct arena *arena, struct slice line)
{
	struct slice sign, letter, hex, number, path;
	enum publish_class class;
	struct content content;
	struct ledger_entry *entry;

	if (!slice_cut(line, ' ', &sign, &line) || !slice_cut(line, ' ', &letter, &line) ||
	    !slice_cut(line, ' ', &hex, &line) || !slice_cut(line, ' ', &number, &path))
		return false;
	if (!read_class(letter, &class) || !digest_parse(hex, &content.digest) ||
	    !read_size(number, &content.size) || !place_path_allowed(path))
		return false;
	entry = entry_for(ledger, arena, path);
	if (!entry || entry->planned)
		return false;
	if (slice_is(sign, "+") || (slice_is(sign, "?") && !entry->has)) {
		entry->planned = true;
		entry->forgone = slice_is(sign, "?");
		entry->plan = content;
	} else if (is_standing(sign) && !entry->has) {
		entry->has = true;
		entry->leaving = sign.p[0] == '-';
		entry->loose = sign.len == 2;
		entry->content = content;
	} else {
		return false;
	}
	entry->class = class;
	return true;
}

static bool end_is_right(struct slice text, struct slice line)
{
	struct digest digest;

	return slice_starts(line, "end ") && digest_parse(slice_from_index(line, 4), &digest) &&
	       digest_eq(digest, digest_of((struct slice){ text.p, (size_t)(line.p - text.p) }));
}

/* 0, or the number of the first line that is wrong. */
static size_t read_lines(struct ledger *ledger, struct arena *arena)
{
	struct slice rest = ledger->text, line;
	size_t number = 1;

	if (!slice_next_line(&rest, &line) || !slice_is(line, LEDGER_HEAD))
		return number;
	number++;
	if (!slice_next_line(&rest, &line) || !slice_starts(line, "mode "))
		return number;
	ledger->mode = slice_from_index(line, 5);
	for (number++; slice_next_line(&rest, &line); number++) {
		if (slice_starts(line, "end "))
			return rest.len == 0 && slice_ends(ledger->text, "\n") &&
				       end_is_right(ledger->text, line)
				   ? 0
				   : number;
		if (!read_line(ledger, arena, line))
			return number;
	}
	return number;
}

int ledger_read(int own_fd, struct arena *arena, struct ledger *ledger, size_t *line)
{
	*line = 0;
	*ledger = (struct ledger){ 0 };
	if (file_read(own_fd, LEDGER_NAME, LEDGER_SIZE_MAX, arena, &ledger->text) != 0)
		return errno == ENOENT ? 0 : -1;
	ledger->found = true;
	*line = read_lines(ledger, arena);
	return *line ? -1 : 0;
}

void ledger_add_head(struct buffer *text, struct slice mode)
{
	buffer_add_str(text, LEDGER_HEAD "\nmode ");
	buffer_add(text, mode);
	buffer_add_byte(text, '\n');
}

static void add_line(
    struct buffer *text, const char *sign, struct content content, const struct ledger_entry *entry)
{
	char hex[DIGEST_HEX + 1];

	digest_hex(content.digest, hex);
	buffer_addf(
	    text, "%s %c %s %" PRIu64 " ", sign, class_letters[entry->class], hex, content.size);
	buffer_add(text, entry->path);
	buffer_add_byte(text, '\n');
}

void ledger_add_entry(struct buffer *text, const struct ledger_entry *entry)
{
	static const char *const standing[2][2] = { { "=", "=~" }, { "-", "-~" } };

	assert(entry->has || entry->planned);
	if (entry->has)
		add_line(text, standing[entry->leaving][entry->loose], entry->content, entry);
	if (entry->planned)
		add_line(text, entry->forgone ? "?" : "+", entry->plan, entry);
}

void ledger_add_end(struct buffer *text)
{
	char hex[DIGEST_HEX + 1];

	digest_hex(digest_of(buffer_slice(text)), hex);
	buffer_addf(text, "end %s\n", hex);
}

int ledger_write_aside(int own_fd, struct slice text)
{
	int fd, result, error;

	if (unlinkat(own_fd, LEDGER_ASIDE, 0) != 0 && errno != ENOENT)
		return -1;
	fd = openat(own_fd, LEDGER_ASIDE, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return -1;
	result = fd_write_all(fd, text) == 0 && fsync(fd) == 0 ? 0 : -1;
	error = errno;
	if (close(fd) != 0 && result == 0)
		return -1;
	errno = error;
	return result;
}

int ledger_replace(int own_fd)
{
	if (renameat(own_fd, LEDGER_ASIDE, own_fd, LEDGER_NAME) != 0)
		return -1;
	return fsync(own_fd);
}
