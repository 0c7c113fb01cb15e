#include "source/object.h"

#include <string.h>

#include "base/date.h"

#define HEX_SIZE GIT_OID_HEXSZ

struct slice object_bytes(git_odb_object *object)
{
	return (struct slice){ git_odb_object_data(object), git_odb_object_size(object) };
}

static bool parse_oid(struct slice hex, git_oid *oid)
{
	return hex.len == HEX_SIZE && git_oid_fromstrn(oid, hex.p, hex.len) == 0;
}

/*
 * "Name <e-mail> 1709251200 +0100": the number; names may hold anything but '>' there. False where it is no moment from
 * 1970 to 2999: git itself takes those for another time, each tool for its own.
 */
static bool parse_time(struct slice person, int64_t *time)
{
	size_t close = slice_find_last_byte(person, '>');
	struct slice digits, zone;
	int64_t value = 0;

	if (close == SLICE_NONE)
		return false;
	slice_cut(slice_trim(slice_from_index(person, close + 1)), ' ', &digits, &zone);
	if (digits.len == 0 || digits.len > 15)
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		if (!ascii_is_digit(digits.p[i]))
			return false;
		value = value * 10 + (digits.p[i] - '0');
	}
	if (value > MOMENT_LAST)
		return false;
	*time = value;
	return true;
}

bool commit_parse(struct slice bytes, struct raw_commit *commit)
{
	struct slice rest = bytes, line, key, value, tree = { 0 }, parent = { 0 };
	bool has_committer = false;

	*commit = (struct raw_commit){ 0 };
	while (slice_next_line(&rest, &line) && line.len) {
		if (!slice_cut(line, ' ', &key, &value))
			return false;
		if (slice_is(key, "tree") && !tree.len)
			tree = value;
		else if (slice_is(key, "parent") && !parent.len)
			parent = value;
		else if (slice_is(key, "committer") && !has_committer) {
			has_committer = true;
			commit->has_time = parse_time(value, &commit->time);
		}
	}
	commit->message = rest;
	commit->has_parent = parent.len != 0;
	if (commit->has_parent && !parse_oid(parent, &commit->parent))
		return false;
	return has_committer && parse_oid(tree, &commit->tree);
}

static bool kind_of_mode(struct slice mode, enum tree_kind *kind)
{
	uint32_t bits = 0;

	if (mode.len == 0 || mode.len > 6)
		return false;
	for (size_t i = 0; i < mode.len; i++) {
		if (mode.p[i] < '0' || mode.p[i] > '7')
			return false;
		bits = bits * 8 + (uint32_t)(mode.p[i] - '0');
	}
	switch (bits & 0170000) {
	case 0040000: *kind = TREE_FOLDER; return true;
	case 0100000: *kind = TREE_FILE; return true;
	case 0120000: *kind = TREE_SYMLINK; return true;
	case 0160000: *kind = TREE_SUBMODULE; return true;
	default: return false;
	}
}

int tree_next(struct slice *rest, struct tree_entry *entry)
{
	const char *end;
	struct slice mode;
	size_t size;

	if (rest->len == 0)
		return 0;
	end = memchr(rest->p, '\0', rest->len);
	if (!end)
		return -1;
	size = (size_t)(end - rest->p) + 1 + GIT_OID_RAWSZ;
	if (size > rest->len)
		return -1;
	entry->raw = slice_sub(*rest, 0, size);
	if (!slice_cut(slice_sub(*rest, 0, (size_t)(end - rest->p)), ' ', &mode, &entry->name) ||
	    !entry->name.len || !kind_of_mode(mode, &entry->kind))
		return -1;
	memcpy(entry->oid.id, end + 1, GIT_OID_RAWSZ);
	*rest = slice_from_index(*rest, size);
	return 1;
}

static unsigned char byte_at(const struct tree_entry *entry, size_t at)
{
	if (at < entry->name.len)
		return (unsigned char)entry->name.p[at];
	return entry->kind == TREE_FOLDER ? '/' : '\0';
}

int tree_order(const struct tree_entry *a, const struct tree_entry *b)
{
	size_t shared = a->name.len < b->name.len ? a->name.len : b->name.len;
	int by = memcmp(a->name.p, b->name.p, shared);

	if (by == 0)
		by = byte_at(a, shared) - byte_at(b, shared);
	if (by == 0)
		by = (a->name.len > b->name.len) - (a->name.len < b->name.len);
	return by;
}
