#include "source/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "source/internal.h"
#include "source/log_cache.h"
#include "source/message.h"
#include "source/walk.h"

/* A log being read: from the newest commit back to one that the cache knows, or to the first one. */
struct reading {
	struct source *source;
	struct arena *arena;   /* the log's */
	struct arena *scratch; /* a commit's */
	struct walk *walk;
	ARRAY(struct source_commit) commits; /* read, newest first */
	struct source_changes changes;       /* found, commits counted from the newest */
	struct cached_log cached;
	size_t common; /* so many of the cached commits are the oldest of the log */
	struct diagnostics *diagnostics;
};

static int undated(const struct reading *reading, const git_oid *oid)
{
	char hex[GIT_OID_HEXSZ + 1];

	diag2(reading->diagnostics, DIAG_COMMIT_UNDATED, POSITION_NONE,
	    slice_from(git_oid_tostr(hex, sizeof hex, oid)),
	    repository_name(reading->source->repository));
	return -1;
}

static int read_commit(struct reading *reading, const git_oid *oid, struct raw_commit *commit,
    struct source_commit *kept)
{
	struct repository *repository = reading->source->repository;
	git_odb_object *object =
	    repository_object(repository, oid, GIT_OBJECT_COMMIT, reading->diagnostics);
	int result = 0;

	if (!object)
		return -1;
	if (!commit_parse(object_bytes(object), commit)) {
		result = repository_corrupt(repository, oid, reading->diagnostics);
	} else if (!commit->has_time) {
		result = undated(reading, oid);
	} else {
		memcpy(kept->oid, oid->id, SOURCE_OID_SIZE);
		kept->time = commit->time;
		kept->message = message_reduced(
		    message_text(commit->message, reading->scratch), reading->arena);
		commit->message = SLICE("");
		arena_reset(reading->scratch);
	}
	git_odb_object_free(object);
	return result;
}

/* How many of the cached commits are this one and those before it; 0 where it is not among them. */
static size_t commits_up_to(
    const struct map *known, const git_oid *oid, const struct cached_log *cached)
{
	const struct source_commit *found =
	    map_get(known, (struct slice){ (const char *)oid->id, SOURCE_OID_SIZE });

	return found ? (size_t)(found - cached->commits) + 1 : 0;
}

/*
 * From the newest commit back: each is read after its child, whose changes are the difference between the two. The
 * first commit of all brought all that it holds. Once a commit is known, so are those before it: its id names them.
 */
static int read_commits(struct reading *reading, const struct map *known)
{
	git_oid oid = reading->source->commit;
	struct raw_commit commit, parent;
	struct source_commit kept;

	reading->common = commits_up_to(known, &oid, &reading->cached);
	if (reading->common)
		return 0;
	if (read_commit(reading, &oid, &commit, &kept) != 0)
		return -1;
	for (;; commit = parent) {
		size_t which = reading->commits.count;

		*ARENA_PUSH(reading->arena, &reading->commits) = kept;
		if (!commit.has_parent)
			return walk_compare(reading->walk, &commit.tree, NULL, which);
		if (read_commit(reading, &commit.parent, &parent, &kept) != 0 ||
		    walk_compare(reading->walk, &commit.tree, &parent.tree, which) != 0)
			return -1;
		reading->common = commits_up_to(known, &commit.parent, &reading->cached);
		if (reading->common)
			return 0;
	}
}

/* Reads again what a commit did of which the cache has the id alone. */
static int read_again(struct reading *reading, size_t index)
{
	struct source_commit *cached = &reading->cached.commits[index], before;
	size_t which = reading->common + reading->commits.count - 1 - index;
	struct raw_commit commit, parent;
	git_oid oid;

	memcpy(oid.id, cached->oid, SOURCE_OID_SIZE);
	if (read_commit(reading, &oid, &commit, cached) != 0)
		return -1;
	if (!commit.has_parent)
		return walk_compare(reading->walk, &commit.tree, NULL, which);
	if (read_commit(reading, &commit.parent, &parent, &before) != 0)
		return -1;
	return walk_compare(reading->walk, &commit.tree, &parent.tree, which);
}

static int read_all(struct reading *reading)
{
	const struct cached_log *cached = &reading->cached;
	struct arena *scratch = arena_new();
	struct map known = { 0 };
	int result;

	for (size_t i = 0; i < cached->commit_count; i++)
		map_put(&known, scratch,
		    (struct slice){ (const char *)cached->commits[i].oid, SOURCE_OID_SIZE },
		    &cached->commits[i]);
	result = read_commits(reading, &known);
	for (size_t i = reading->common; result == 0 && i-- > 0;)
		if (cached->hidden[i])
			result = read_again(reading, i);
	arena_free(scratch);
	return result;
}

static int order_to_path(const void *path, const void *change)
{
	return slice_cmp(*(const struct slice *)path, ((const struct source_change *)change)->path);
}

static int order_changes(const void *left, const void *right)
{
	const struct source_change *a = left, *b = right;
	int by = order_to_path(&a->path, b);

	return by ? by : (a->commit > b->commit) - (a->commit < b->commit);
}

/* The cached commits that are common, then those that were read, oldest first. */
static void join_commits(struct reading *reading, struct source_log *log)
{
	size_t common = reading->common, read = reading->commits.count;
	struct source_commit *commits =
	    ARENA_COUNT(reading->arena, struct source_commit, common + read);

	if (common)
		memcpy(commits, reading->cached.commits, common * sizeof *commits);
	for (size_t i = 0; i < read; i++)
		commits[common + i] = reading->commits.items[read - 1 - i];
	log->commits = commits;
	log->commit_count = common + read;
}

/* Tells source_log_keep which commits the cache held. */
static void remember_held(const struct reading *reading)
{
	struct source *source = reading->source;
	bool *held = ARENA_COUNT(source->arena, bool, reading->common);

	for (size_t i = 0; i < reading->common; i++)
		held[i] = !reading->cached.hidden[i];
	source->log_held = held;
	source->log_held_count = reading->common;
}

/* Those of common commits that the cache has, and those that were found, in the log's order. */
static void join_changes(struct reading *reading, struct source_log *log)
{
	const struct cached_log *cached = &reading->cached;
	struct source_changes *found = &reading->changes;
	struct source_change *joined =
	    ARENA_COUNT(reading->arena, struct source_change, found->count + cached->change_count);
	size_t count = 0, at = 0;

	for (size_t i = 0; i < found->count; i++)
		found->items[i].commit = log->commit_count - 1 - found->items[i].commit;
	if (found->count)
		qsort(found->items, found->count, sizeof *found->items, order_changes);
	for (size_t i = 0; i < cached->change_count; i++) {
		const struct source_change *change = &cached->changes[i];

		if (change->commit >= reading->common)
			continue;
		while (at < found->count && order_changes(&found->items[at], change) < 0)
			joined[count++] = found->items[at++];
		joined[count++] = *change;
	}
	while (at < found->count)
		joined[count++] = found->items[at++];
	log->changes = joined;
	log->change_count = count;
}

/* Is there a history that can be trusted? */
static bool has_history(const struct source *source, struct diagnostics *diagnostics)
{
	enum diag_id id;

	if (!source->repository) {
		diag0(diagnostics, DIAG_HISTORY_NONE, POSITION_NONE);
		return false;
	}
	if (source->has_commit && !repository_shallow(source->repository))
		return true;
	id = source->has_commit ? DIAG_REPOSITORY_SHALLOW : DIAG_REPOSITORY_EMPTY;
	diag1(diagnostics, id, POSITION_NONE, repository_name(source->repository));
	return false;
}

int source_log(struct source *source, struct arena *arena, struct source_log *log,
    struct diagnostics *diagnostics)
{
	struct reading reading = { .source = source, .arena = arena, .diagnostics = diagnostics };
	int result;

	if (!has_history(source, diagnostics))
		return -1;
	reading.scratch = arena_new();
	cached_log_read(source, arena, &reading.cached);
	reading.walk = walk_new(source, arena, &reading.changes, diagnostics);
	result = read_all(&reading);
	if (result == 0) {
		join_commits(&reading, log);
		join_changes(&reading, log);
		remember_held(&reading);
	}
	walk_free(reading.walk);
	arena_free(reading.scratch);
	return result;
}

const struct source_change *source_log_of(
    const struct source_log *log, struct slice path, size_t *count)
{
	const struct source_change *found = NULL, *end = log->changes + log->change_count;

	*count = 0;
	if (log->change_count)
		found = bsearch(
		    &path, log->changes, log->change_count, sizeof *log->changes, order_to_path);
	if (!found)
		return NULL;
	while (found > log->changes && slice_eq(found[-1].path, path))
		found--;
	while (found + *count < end && slice_eq(found[*count].path, path))
		++*count;
	return found;
}
