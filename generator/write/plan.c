#include "write/plan.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/unicode.h"

/* So many files are named for each kind of trouble, the others counted. */
#define NAMED_MAX 20

enum phase {
	PHASE_ASSETS,
	PHASE_NEW,
	PHASE_LOOSE, /* ledger.h: '~'; nothing leads to them yet */
	PHASE_CHANGED,
	PHASE_REMOVE,
};

static void report(struct plan *plan, struct publish *publish, enum diag_id id, struct slice path,
    struct diagnostics *d)
{
	if (plan->counts[id]++ < NAMED_MAX)
		publish_refused(publish, id, path, d);
	if (diag_level(id) >= LEVEL_ERROR)
		plan->refused = true;
}

static void report_rest(struct plan *plan, struct diagnostics *d)
{
	for (enum diag_id id = 0; id < DIAG_COUNT; id++)
		if (plan->counts[id] > NAMED_MAX)
			diag2(d, DIAG_PUBLISH_MORE, POSITION_NONE,
			    arena_printf(d->arena, "%zu", plan->counts[id] - NAMED_MAX),
			    slice_from(diag_code(id)));
}

/* Names */

static int item_order(const void *a, const void *b)
{
	const struct item *const *one = a, *const *other = b;

	return slice_cmp((*one)->path, (*other)->path);
}

static struct folder *folder_for(struct plan *plan, struct slice path)
{
	struct folder *folder = map_get(&plan->folder_by_path, path);

	if (folder)
		return folder;
	folder = ARENA_NEW(plan->arena, struct folder);
	folder->path = (struct slice){ arena_cstr(plan->arena, path), path.len };
	folder->stands = slice_empty(path);
	if (!folder->stands)
		folder->parent = folder_for(plan, place_parent(path));
	*ARENA_PUSH(plan->arena, &plan->folders) = folder;
	map_put(&plan->folder_by_path, plan->arena, folder->path, folder);
	return folder;
}

struct folder *plan_folder(const struct plan *plan, const struct item *item)
{
	return map_get(&plan->folder_by_path, place_parent(item->path));
}

/* Names that differ by case alone have one key; the usual path, all in small letters, is its own. */
static struct slice case_key(struct slice path, struct arena *arena)
{
	for (size_t i = 0; i < path.len; i++)
		if ((unsigned char)path.p[i] >= 0x80 || (path.p[i] >= 'A' && path.p[i] <= 'Z'))
			return utf8_lower(path, arena);
	return path;
}

static void check_case(
    struct plan *plan, struct map *keys, struct slice path, struct diagnostics *d)
{
	struct slice *name = ARENA_NEW(plan->arena, struct slice), *before;
	struct slice key = case_key(path, plan->arena);

	*name = path;
	before = map_get(keys, key);
	if (!before) {
		map_put(keys, plan->arena, key, name);
	} else if (!slice_eq(*before, path)) {
		diag2(d, DIAG_PUBLISH_CASE, POSITION_NONE, *before, path);
		plan->refused = true;
	}
}

static void check_names(struct plan *plan, struct publish *publish, struct diagnostics *d)
{
	struct item *const *items = publish->items.items;
	struct map keys = { 0 };

	for (size_t i = 0; i < plan->folders.count; i++)
		check_case(plan, &keys, plan->folders.items[i]->path, d);
	for (size_t i = 0; i < publish->items.count; i++) {
		if (i > 0 && slice_eq(items[i]->path, items[i - 1]->path)) {
			diag1(d, DIAG_PUBLISH_TWICE, POSITION_NONE, items[i]->path);
			plan->refused = true;
		} else if (map_get(&plan->folder_by_path, items[i]->path)) {
			diag1(d, DIAG_PUBLISH_FILE_AND_FOLDER, POSITION_NONE, items[i]->path);
			plan->refused = true;
		} else {
			check_case(plan, &keys, items[i]->path, d);
		}
	}
}

/* What stands in OUT */

/* Which folders the items need: those of files that are there already stand. */
static void gather_folders(struct plan *plan, struct publish *publish)
{
	for (size_t i = 0; i < publish->items.count; i++) {
		struct item *item = publish->items.items[i];
		struct folder *folder = folder_for(plan, place_parent(item->path));

		if (!item->staged)
			for (; folder && !folder->stands; folder = folder->parent)
				folder->stands = true;
		else
			for (; folder; folder = folder->parent)
				if (folder->class < item->class)
					folder->class = item->class;
	}
}

static enum diag_id trouble_of(enum place_kind kind)
{
	switch (kind) {
	case PLACE_LINK:
	case PLACE_UNDER_LINK: return DIAG_PUBLISH_LINK;
	case PLACE_UNDER_MOUNT: return DIAG_PUBLISH_MOUNT;
	default: return DIAG_PUBLISH_IN_THE_WAY;
	}
}

static void look_at_folder(
    struct plan *plan, struct publish *publish, struct folder *folder, struct diagnostics *d)
{
	struct place place;

	if (folder->stands)
		return;
	folder->blocked = folder->parent->blocked;
	folder->top = folder->parent->top;
	if (folder->blocked || folder->top)
		return;
	place = place_look(publish->out_fd, folder->path.p);
	if (place.fd >= 0)
		close(place.fd);
	if (place.kind == PLACE_FOLDER) {
		folder->stands = true;
	} else if (place.kind == PLACE_ABSENT) {
		folder->top = folder;
	} else {
		folder->blocked = plan->refused = true;
		if (place.kind == PLACE_FAILED)
			publish_failed(publish, folder->path, place.error, d);
		else
			report(plan, publish, trouble_of(place.kind), folder->path, d);
	}
}

static void look_at_item(
    struct plan *plan, struct publish *publish, const struct item *item, struct diagnostics *d)
{
	bool ours = item->before && item->before->has;

	if (plan_folder(plan, item)->blocked)
		return;
	switch (item->place) {
	case PLACE_FILE:
	case PLACE_LINK:
	case PLACE_SPECIAL:
		if (!ours && !publish->options.adopt)
			report(plan, publish, DIAG_PUBLISH_FOREIGN, item->path, d);
		else if (item->altered)
			report(plan, publish, DIAG_PUBLISH_ALTERED, item->path, d);
		break;
	case PLACE_FOLDER: report(plan, publish, DIAG_PUBLISH_IN_THE_WAY, item->path, d); break;
	case PLACE_UNDER_MOUNT: report(plan, publish, DIAG_PUBLISH_MOUNT, item->path, d); break;
	default: break; /* nothing there */
	}
}

/* Steps */

static struct step *add_step(struct plan *plan, enum step_kind kind, struct slice path)
{
	struct step *step = ARENA_NEW(plan->arena, struct step);

	step->kind = kind;
	step->path = path;
	step->depth = PLACE_DEPTH_MAX - place_depth(path);
	*ARENA_PUSH(plan->arena, &plan->steps) = step;
	return step;
}

static void plan_folder_step(struct plan *plan, struct folder *folder)
{
	struct step *step = add_step(plan, STEP_FOLDER, folder->path);

	step->number = folder->number = plan->steps.count;
	step->phase = folder->class == PUBLISH_ASSET ? PHASE_ASSETS : PHASE_NEW;
	step->rank = 2 * folder->class;
}

static void plan_file_step(struct plan *plan, const struct item *item)
{
	struct step *step = add_step(plan, STEP_FILE, item->path);

	step->number = item->stage;
	step->fresh = item->place == PLACE_ABSENT;
	if (item->class == PUBLISH_ASSET) {
		step->phase = PHASE_ASSETS;
		step->rank = step->fresh ? 1 : 2;
		return;
	}
	step->phase = PHASE_CHANGED;
	if (item->class != PUBLISH_HOME && step->fresh)
		step->phase = PHASE_NEW;
	else if (item->class != PUBLISH_HOME && item->before && item->before->loose)
		step->phase = PHASE_LOOSE;
	step->rank = 2 * item->class + 1;
}

static void may_be_emptied(struct plan *plan, struct map *seen, struct slice path)
{
	for (path = place_parent(path); !slice_empty(path); path = place_parent(path)) {
		struct slice *copy;

		if (map_get(&plan->folder_by_path, path) || map_get(seen, path))
			return;
		copy = ARENA_PUSH(plan->arena, &plan->emptied);
		*copy = (struct slice){ arena_cstr(plan->arena, path), path.len };
		map_put(seen, plan->arena, *copy, plan);
	}
}

/* Something stands where our file was: was it changed since? */
static int see_removed(struct plan *plan, struct publish *publish, const struct ledger_entry *entry,
    struct place place, struct diagnostics *d)
{
	struct content content;
	bool altered = place.fd < 0;

	if (place.fd >= 0) {
		int result = place_digest(place.fd, &content.digest, &content.size);
		int error = errno;

		close(place.fd);
		if (result != 0)
			return publish_failed(publish, entry->path, error, d);
		altered = !digest_eq(content.digest, entry->content.digest);
	}
	if (altered)
		report(plan, publish, DIAG_PUBLISH_ALTERED_REMOVED, entry->path, d);
	return 0;
}

static int plan_removal(struct plan *plan, struct publish *publish,
    const struct ledger_entry *entry, struct diagnostics *d)
{
	char *path = arena_cstr(plan->arena, entry->path);
	struct place place = place_look(publish->out_fd, path);
	struct step *step;

	switch (place.kind) {
	case PLACE_FILE:
	case PLACE_LINK:
	case PLACE_SPECIAL: break;
	case PLACE_UNDER_LINK:
	case PLACE_UNDER_MOUNT:
		report(plan, publish, trouble_of(place.kind), entry->path, d);
		return 0;
	case PLACE_FAILED: return publish_failed(publish, entry->path, place.error, d);
	default: return 0; /* it is gone, or somebody's folder is in its place */
	}
	step = add_step(plan, STEP_REMOVE, entry->path);
	step->phase = PHASE_REMOVE;
	step->rank = PUBLISH_HOME - entry->class;
	step->depth = place_depth(entry->path);
	plan->removals++;
	return see_removed(plan, publish, entry, place, d);
}

static int plan_removals(struct plan *plan, struct publish *publish, struct diagnostics *d)
{
	struct map seen = { 0 }, given = { 0 };
	int result = 0;

	for (size_t i = 0; i < publish->items.count; i++)
		map_put(
		    &given, plan->arena, publish->items.items[i]->path, publish->items.items[i]);
	for (size_t i = 0; i < publish->ledger.entries.count; i++) {
		const struct ledger_entry *entry = publish->ledger.entries.items[i];

		if (map_get(&given, entry->path) || (!entry->has && !entry->planned))
			continue;
		if (entry->has && plan_removal(plan, publish, entry, d) != 0)
			result = -1;
		may_be_emptied(plan, &seen, entry->path);
	}
	return result;
}

static int step_order(const void *a, const void *b)
{
	const struct step *one = *(const struct step *const *)a;
	const struct step *other = *(const struct step *const *)b;

	if (one->phase != other->phase)
		return one->phase < other->phase ? -1 : 1;
	if (one->rank != other->rank)
		return one->rank < other->rank ? -1 : 1;
	if (one->depth != other->depth)
		return one->depth < other->depth ? -1 : 1;
	return slice_cmp(one->path, other->path);
}

static int deepest_first(const void *a, const void *b)
{
	const struct slice *one = a, *other = b;
	size_t depth = place_depth(*one), other_depth = place_depth(*other);

	if (depth != other_depth)
		return depth > other_depth ? -1 : 1;
	return slice_cmp(*one, *other);
}

static void sort(void *items, size_t count, size_t size, int (*order)(const void *, const void *))
{
	if (count)
		qsort(items, count, size, order);
}

int plan_make(struct plan *plan, struct publish *publish, struct diagnostics *d)
{
	int result;

	sort(publish->items.items, publish->items.count, sizeof *publish->items.items, item_order);
	gather_folders(plan, publish);
	check_names(plan, publish, d);
	for (size_t i = 0; i < plan->folders.count; i++) {
		look_at_folder(plan, publish, plan->folders.items[i], d);
		if (plan->folders.items[i]->top == plan->folders.items[i])
			plan_folder_step(plan, plan->folders.items[i]);
	}
	for (size_t i = 0; i < publish->items.count; i++) {
		const struct item *item = publish->items.items[i];

		look_at_item(plan, publish, item, d);
		if (item->staged && !plan_folder(plan, item)->top)
			plan_file_step(plan, item);
	}
	result = plan_removals(plan, publish, d);
	report_rest(plan, d);
	sort(plan->steps.items, plan->steps.count, sizeof *plan->steps.items, step_order);
	sort(plan->emptied.items, plan->emptied.count, sizeof *plan->emptied.items, deepest_first);
	return plan->refused ? -1 : result;
}
