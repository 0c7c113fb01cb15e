#include "source/log_cache.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/internal.h"
#include "source/walk.h"

/* To be raised with every change in what the walk finds, in message_reduced, or in the sections. */
#define LOG_FORMAT "log 1"

/* --- sections ---------------------------------------------------------------------------------- */

/*
 *     ids        20 bytes a commit, oldest first
 *     hidden     a byte a commit: 1 or 0
 *     commits    of each that is not hidden: time (8 bytes), length of its message (4), message
 *     changes    of each path, in order: its length (4), path, number of changes (4), and of each change its
 *                commit (4), whether there is a blob (1), and the blob's id where there is one (20)
 */
static const char *const names[LOG_SECTIONS] = { "ids", "hidden", "commits", "changes" };

static void add_commit(struct buffer *bytes, const struct source_commit *commit)
{
	cache_add_number(bytes, (uint64_t)commit->time, 8);
	cache_add_number(bytes, commit->message.len, 4);
	buffer_add(bytes, commit->message);
}

static void add_change(struct buffer *bytes, const struct source_change *change)
{
	cache_add_number(bytes, change->commit, 4);
	cache_add_number(bytes, change->has_blob, 1);
	if (change->has_blob)
		buffer_add(bytes, (struct slice){ (const char *)change->oid, SOURCE_OID_SIZE });
}

/* The changes from `first` on that are of one path; returns the index behind the last one. */
static size_t add_path(
    struct buffer *bytes, const struct source_log *log, const bool *hidden, size_t first)
{
	struct slice path = log->changes[first].path;
	size_t end = first, count = 0;

	for (; end < log->change_count && slice_eq(log->changes[end].path, path); end++)
		count += !hidden[log->changes[end].commit];
	if (count == 0)
		return end;
	cache_add_number(bytes, path.len, 4);
	buffer_add(bytes, path);
	cache_add_number(bytes, count, 4);
	for (size_t i = first; i < end; i++)
		if (!hidden[log->changes[i].commit])
			add_change(bytes, &log->changes[i]);
	return end;
}

void cached_log_compose(const struct source_log *log, const bool *hidden,
    struct buffer bytes[LOG_SECTIONS], struct cache_section sections[LOG_SECTIONS])
{
	for (size_t i = 0; i < log->commit_count; i++) {
		buffer_add(&bytes[0],
		    (struct slice){ (const char *)log->commits[i].oid, SOURCE_OID_SIZE });
		cache_add_number(&bytes[1], hidden[i], 1);
		if (!hidden[i])
			add_commit(&bytes[2], &log->commits[i]);
	}
	for (size_t i = 0; i < log->change_count;)
		i = add_path(&bytes[3], log, hidden, i);
	for (size_t i = 0; i < LOG_SECTIONS; i++)
		sections[i] =
		    (struct cache_section){ slice_from(names[i]), buffer_slice(&bytes[i]) };
}

static bool take_commits(const struct cache_file *file, struct arena *arena, struct cached_log *log)
{
	struct slice ids = cache_section(file, names[0]), hidden = cache_section(file, names[1]);
	struct cache_reader reader = { .rest = cache_section(file, names[2]) };
	size_t count = hidden.len;

	if (count == 0 || count > UINT32_MAX || ids.len != count * SOURCE_OID_SIZE)
		return false;
	log->commits = ARENA_COUNT(arena, struct source_commit, count);
	log->hidden = ARENA_COUNT(arena, bool, count);
	log->commit_count = count;
	for (size_t i = 0; i < count && !reader.failed; i++) {
		struct source_commit *commit = &log->commits[i];

		memcpy(commit->oid, ids.p + i * SOURCE_OID_SIZE, SOURCE_OID_SIZE);
		log->hidden[i] = hidden.p[i] != 0;
		if (log->hidden[i])
			continue;
		commit->time = (int64_t)cache_take_number(&reader, 8);
		commit->message = cache_take(&reader, cache_take_number(&reader, 4));
	}
	return !reader.failed && reader.rest.len == 0;
}

/* The changes of a path behind `*last`, its commits in order. */
static bool take_path(struct cache_reader *reader, struct arena *arena, struct cached_log *log,
    struct source_changes *changes, struct slice *last)
{
	struct slice path = cache_take(reader, cache_take_number(reader, 4));
	uint64_t count = cache_take_number(reader, 4), least = 0;

	if (slice_cmp(*last, path) >= 0 || count == 0)
		return false;
	*last = path;
	while (count-- && !reader->failed) {
		uint64_t commit = cache_take_number(reader, 4);
		uint64_t has_blob = cache_take_number(reader, 1);
		struct slice oid = cache_take(reader, has_blob ? SOURCE_OID_SIZE : 0);
		struct source_change *change;

		if (reader->failed || commit < least || commit >= log->commit_count ||
		    log->hidden[commit])
			return false;
		change = ARENA_PUSH(arena, changes);
		*change = (struct source_change){
			.path = path, .commit = (size_t)commit, .has_blob = has_blob != 0
		};
		memcpy(change->oid, oid.p, oid.len);
		least = commit + 1;
	}
	return !reader->failed;
}

bool cached_log_parse(const struct cache_file *file, struct arena *arena, struct cached_log *log)
{
	struct cache_reader reader = { .rest = cache_section(file, names[3]) };
	struct source_changes changes = { 0 };
	struct slice last = SLICE("");
	bool good;

	*log = (struct cached_log){ 0 };
	good = take_commits(file, arena, log);
	while (good && reader.rest.len)
		good = take_path(&reader, arena, log, &changes, &last);
	log->changes = changes.items;
	log->change_count = changes.count;
	if (!good)
		*log = (struct cached_log){ 0 };
	return good;
}

/* --- the source's cache ------------------------------------------------------------------------ */

static struct digest identity_of(const struct source *source)
{
	return source_cache_identity(source, SLICE(LOG_FORMAT));
}

static struct slice name_of(const struct source *source, struct arena *arena)
{
	return source_cache_name(source, "log", arena);
}

struct digest cached_log_state(
    const struct source_commit *commits, const bool *hidden, size_t commit_count)
{
	struct digest_state state;

	digest_start(&state);
	if (commit_count)
		digest_add(&state,
		    (struct slice){ (const char *)commits[commit_count - 1].oid, SOURCE_OID_SIZE });
	for (size_t i = 0; i < commit_count; i++)
		if (hidden[i])
			digest_add(&state,
			    (struct slice){ (const char *)commits[i].oid, SOURCE_OID_SIZE });
	return digest_finish(&state);
}

void cached_log_read(struct source *source, struct arena *arena, struct cached_log *log)
{
	struct cache_file file;

	*log = (struct cached_log){ 0 };
	if (source->cache >= 0 &&
	    cache_read(
		source->cache, name_of(source, arena).p, identity_of(source), arena, &file) &&
	    cached_log_parse(&file, arena, log))
		source->cached_log = cached_log_state(log->commits, log->hidden, log->commit_count);
}

/* The index of the first change of this path or one behind it. */
static size_t first_change(const struct source_log *log, struct slice path)
{
	size_t low = 0, high = log->change_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (slice_cmp(log->changes[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void source_log_hide(const struct source_log *log, struct slice path, size_t before, bool *hidden)
{
	bool below = slice_ends(path, "/");

	for (size_t i = first_change(log, path); i < log->change_count; i++) {
		const struct source_change *change = &log->changes[i];
		size_t compared = below ? path.len : change->path.len;

		if (!slice_eq(slice_sub(change->path, 0, compared), path))
			break;
		if (change->commit < before)
			hidden[change->commit] = true;
	}
}

static int write_log(struct source *source, const struct source_log *log, const bool *hidden)
{
	struct buffer bytes[LOG_SECTIONS] = { 0 };
	struct cache_section sections[LOG_SECTIONS];
	struct arena *scratch = arena_new();
	int result, error;

	cached_log_compose(log, hidden, bytes, sections);
	result = cache_write(
	    source->cache, name_of(source, scratch).p, identity_of(source), sections, LOG_SECTIONS);
	error = errno;
	for (size_t i = 0; i < LOG_SECTIONS; i++)
		buffer_release(&bytes[i]);
	arena_free(scratch);
	errno = error;
	return result;
}

/* hidden[], and besides all commits that the cache did not hold. */
static const bool *hide_what_is_new(const struct source *source, const struct source_log *log,
    const bool *hidden, struct arena *arena)
{
	bool *all = ARENA_COUNT(arena, bool, log->commit_count);

	for (size_t i = 0; i < log->commit_count; i++)
		all[i] = hidden[i] || i >= source->log_held_count || !source->log_held[i];
	return all;
}

static void keep(struct source *source, const struct source_log *log, const bool *hidden,
    struct diagnostics *diagnostics)
{
	struct digest state = cached_log_state(log->commits, hidden, log->commit_count);

	if (!digest_eq(state, source->cached_log) && write_log(source, log, hidden) != 0)
		source_cache_failed(source, errno, diagnostics);
	source->cached_log = state;
}

void source_log_keep(struct source *source, const struct source_log *log, const bool *hidden,
    bool certain, struct diagnostics *diagnostics)
{
	struct arena *scratch;

	if (source->cache < 0 || log->commit_count == 0 || log->commit_count > UINT32_MAX)
		return;
	scratch = arena_new();
	if (!certain)
		hidden = hide_what_is_new(source, log, hidden, scratch);
	keep(source, log, hidden, diagnostics);
	arena_free(scratch);
}
