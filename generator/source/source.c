#include "source/source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/unicode.h"
#include "source/internal.h"

void *source_new(const struct source_type *type, size_t size)
{
	struct arena *arena = arena_new();
	struct source *source = arena_alloc(arena, size);

	source->type = type;
	source->arena = arena;
	source->prefix = SLICE("");
	source->cache = -1;
	return source;
}

void source_close(struct source *source)
{
	if (!source)
		return;
	if (source->type->close)
		source->type->close(source);
	if (source->cache >= 0)
		close(source->cache);
	repository_close(source->repository);
	arena_free(source->arena);
}

bool source_has_repository(const struct source *source)
{
	return source->repository != NULL;
}

bool source_commit_id(const struct source *source, unsigned char oid[SOURCE_OID_SIZE])
{
	if (source->has_commit)
		memcpy(oid, source->commit.id, SOURCE_OID_SIZE);
	return source->has_commit;
}

const struct source_entry *source_entries(const struct source *source, size_t *count)
{
	*count = source->entries.count;
	return source->entries.items;
}

static int order_to_path(const void *key, const void *entry)
{
	const struct slice *path = key;

	return slice_cmp(*path, ((const struct source_entry *)entry)->path);
}

static int order_entries(const void *a, const void *b)
{
	return order_to_path(&((const struct source_entry *)a)->path, b);
}

const struct source_entry *source_find(const struct source *source, struct slice path)
{
	if (source->entries.count == 0)
		return NULL;
	return bsearch(&path, source->entries.items, source->entries.count,
	    sizeof *source->entries.items, order_to_path);
}

/* Invisible, or turning the order of what follows it (Unicode's bidirectional controls). */
static bool hidden_character(int32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200b || c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static bool text_allowed(struct slice path)
{
	for (size_t at = 0; at < path.len;)
		if (hidden_character(utf8_next(path, &at)))
			return false;
	return true;
}

static bool name_allowed(struct slice name)
{
	bool git = name.len == 4 && name.p[0] == '.' && ascii_lower(name.p[1]) == 'g' &&
		   ascii_lower(name.p[2]) == 'i' && ascii_lower(name.p[3]) == 't';

	return name.len && !git && !slice_is(name, ".") && !slice_is(name, "..");
}

static bool path_allowed(struct slice path)
{
	struct slice name;
	bool more;

	if (!text_allowed(path))
		return false;
	do {
		more = slice_cut(path, '/', &name, &path);
		if (!name_allowed(name))
			return false;
	} while (more);
	return true;
}

struct slice path_printable(struct slice path, struct arena *arena)
{
	struct buffer shown = { 0 };
	struct slice result;

	for (size_t at = 0, from = 0; at < path.len; from = at) {
		if (!hidden_character(utf8_next(path, &at)))
			buffer_add(&shown, slice_sub(path, from, at));
		else
			for (size_t i = from; i < at; i++)
				buffer_addf(&shown, "\\x%02x", (unsigned)(unsigned char)path.p[i]);
	}
	result = arena_slice(arena, buffer_slice(&shown));
	buffer_release(&shown);
	return result;
}

static void refuse_name(struct slice path, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();

	diag0(diagnostics, DIAG_FILE_NAME, position_file(path_printable(path, scratch)));
	arena_free(scratch);
}

struct source_entry *source_add(struct source *source, struct slice path, enum source_kind kind,
    struct diagnostics *diagnostics)
{
	struct source_entry *entry;

	if (!path_allowed(path)) {
		refuse_name(path, diagnostics);
		return NULL;
	}
	if (source->entries.count > SOURCE_MAX_FILES)
		return NULL;
	entry = ARENA_PUSH(source->arena, &source->entries);
	*entry = (struct source_entry){ .path = arena_slice(source->arena, path), .kind = kind };
	switch (kind) {
	case SOURCE_FILE: break;
	case SOURCE_SYMLINK:
		diag0(diagnostics, DIAG_FILE_SYMLINK, position_file(entry->path));
		break;
	case SOURCE_SUBMODULE:
		diag0(diagnostics, DIAG_FILE_SUBMODULE, position_file(entry->path));
		break;
	case SOURCE_SPECIAL:
		diag0(diagnostics, DIAG_FILE_SPECIAL, position_file(entry->path));
		break;
	}
	return entry;
}

int source_finish(struct source *source, struct diagnostics *diagnostics)
{
	struct arena *scratch;

	if (source->entries.count <= SOURCE_MAX_FILES) {
		if (source->entries.count)
			qsort(source->entries.items, source->entries.count,
			    sizeof *source->entries.items, order_entries);
		return 0;
	}
	scratch = arena_new();
	diag1(diagnostics, DIAG_FILES_TOO_MANY, POSITION_NONE,
	    arena_printf(scratch, "%d", SOURCE_MAX_FILES));
	arena_free(scratch);
	return -1;
}

bool source_too_deep(struct slice path, struct diagnostics *diagnostics)
{
	struct arena *scratch;
	size_t names = 1;

	for (size_t i = 0; i < path.len; i++)
		names += path.p[i] == '/';
	if (names < SOURCE_MAX_DEPTH)
		return false;
	scratch = arena_new();
	diag1(diagnostics, DIAG_FILE_TOO_DEEP, position_file(path_printable(path, scratch)),
	    arena_printf(scratch, "%d", SOURCE_MAX_DEPTH));
	arena_free(scratch);
	return true;
}

int source_too_large(struct slice path, size_t limit, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	struct slice shown;

	if (limit >= 1024 * 1024 && limit % (1024 * 1024) == 0)
		shown = arena_printf(scratch, "%zu MiB", limit / (1024 * 1024));
	else if (limit >= 1024 && limit % 1024 == 0)
		shown = arena_printf(scratch, "%zu KiB", limit / 1024);
	else
		shown = arena_printf(scratch, "%zu byte", limit);
	diag1(diagnostics, DIAG_FILE_TOO_LARGE, position_file(path), shown);
	arena_free(scratch);
	return -1;
}

int source_read(struct source *source, const struct source_entry *entry, size_t limit,
    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics)
{
	if (entry->size > limit)
		return source_too_large(entry->path, limit, diagnostics);
	return source->type->read(source, entry, limit, arena, bytes, diagnostics);
}

int source_open_file(struct source *source, const struct source_entry *entry)
{
	return source->type->open ? source->type->open(source, entry) : -1;
}

int source_read_blob(struct source *source, const unsigned char oid[SOURCE_OID_SIZE],
    struct slice path, size_t limit, struct arena *arena, struct slice *bytes,
    struct diagnostics *diagnostics)
{
	git_oid id = { 0 };
	uint64_t size;

	memcpy(id.id, oid, SOURCE_OID_SIZE);
	if (repository_blob_size(source->repository, &id, &size, diagnostics) != 0)
		return -1;
	if (size > limit)
		return source_too_large(path, limit, diagnostics);
	return repository_blob(source->repository, &id, arena, bytes, diagnostics);
}
