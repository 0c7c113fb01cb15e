#include <stdlib.h>
#include <string.h>

#include "history/history.h"

/* A change, and which place it befell: 0 is the file's own, then the former ones in their order. */
struct step {
	const struct source_change *change;
	size_t place;
};

struct follow {
	const struct source_log *log;
	struct arena *arena;
	ARRAY(struct step) steps;
	const struct source_change **standing; /* what stands at each place, or null */
	size_t places;
	ARRAY(struct file_revision) found;
};

static void take_place(struct follow *follow, struct slice path, size_t place)
{
	size_t count;
	const struct source_change *changes = source_log_of(follow->log, path, &count);

	for (size_t i = 0; i < count; i++)
		*ARENA_PUSH(follow->arena, &follow->steps) = (struct step){ &changes[i], place };
}

static int order_steps(const void *left, const void *right)
{
	const struct step *a = left, *b = right;

	if (a->change->commit != b->change->commit)
		return a->change->commit < b->change->commit ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

static const struct source_change *current(const struct follow *follow)
{
	const struct source_change *latest = NULL;

	if (follow->standing[0])
		return follow->standing[0];
	for (size_t i = 1; i < follow->places; i++) {
		const struct source_change *each = follow->standing[i];

		if (each && (!latest || each->commit > latest->commit))
			latest = each;
	}
	return latest;
}

static bool is_shown(const struct file_revision *last, const struct source_change *now)
{
	if (!last || !now)
		return !now && (!last || !last->has_blob);
	return last->has_blob && slice_eq(last->path, now->path) &&
	       memcmp(last->oid, now->oid, SOURCE_OID_SIZE) == 0;
}

/* Records what the commit left, where that is something new. */
static void end_commit(struct follow *follow, size_t commit)
{
	const struct source_change *now = current(follow);
	struct file_revision *last =
	    follow->found.count ? &follow->found.items[follow->found.count - 1] : NULL;
	struct file_revision next = { .commit = commit };

	if (is_shown(last, now))
		return;
	next.time = follow->log->commits[commit].time;
	next.day = moment_in_rome(next.time).day;
	next.has_blob = now != NULL;
	next.path = now ? now->path : last->path;
	if (now)
		memcpy(next.oid, now->oid, SOURCE_OID_SIZE);
	*ARENA_PUSH(follow->arena, &follow->found) = next;
}

struct file_revisions history_revisions(const struct source_log *log, struct slice path,
    const struct slice *former, size_t former_count, struct arena *arena)
{
	struct follow follow = { .log = log, .arena = arena, .places = former_count + 1 };

	follow.standing = ARENA_COUNT(arena, const struct source_change *, follow.places);
	take_place(&follow, path, 0);
	for (size_t i = 0; i < former_count; i++)
		take_place(&follow, former[i], i + 1);
	if (follow.steps.count)
		qsort(follow.steps.items, follow.steps.count, sizeof *follow.steps.items,
		    order_steps);
	for (size_t i = 0; i < follow.steps.count; i++) {
		const struct step *step = &follow.steps.items[i];

		follow.standing[step->place] = step->change->has_blob ? step->change : NULL;
		if (i + 1 == follow.steps.count || step[1].change->commit != step->change->commit)
			end_commit(&follow, step->change->commit);
	}
	return (struct file_revisions){ follow.found.items, follow.found.count };
}

bool history_check_former(const struct source_log *log, struct slice path, struct slice shown,
    struct position at, struct diagnostics *diagnostics)
{
	size_t count;

	if (source_log_of(log, path, &count))
		return true;
	diag1(diagnostics, DIAG_FORMER_PLACE_UNKNOWN, at, shown);
	return false;
}
