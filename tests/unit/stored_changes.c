#include "stored_changes.h"

#include <criterion/criterion.h>

static struct slice stored(const struct key_table *table, const struct changes *changes,
    struct arena *arena, bool *unresolved)
{
	struct buffer bytes = { 0 };
	struct key_store store = { .bytes = &bytes };
	struct slice copy;

	changes_store(&store, table, changes);
	copy = arena_slice(arena, buffer_slice(&bytes));
	buffer_release(&bytes);
	*unresolved = store.unresolved;
	return copy;
}

static struct changes restored(const struct site *site, const struct key_table *table,
    struct slice bytes, struct key_restore *restore, struct arena *arena)
{
	const struct programme *programme =
	    site->programmes.count ? site->programmes.items[0] : NULL;
	struct changes changes;

	*restore = (struct key_restore){
		.reader = { .rest = bytes }, .site = site, .programme = programme, .arena = arena
	};
	changes_restore(restore, table, programme, &changes);
	return changes;
}

struct changes stored_and_restored(const struct site *site, const struct key_table *table,
    const struct changes *changes, struct arena *arena)
{
	bool unresolved, still;
	struct slice bytes = stored(table, changes, arena, &unresolved);
	struct key_restore restore;
	struct changes again;

	for (size_t cut = 0; cut < bytes.len; cut++) {
		restored(
		    site, table, arena_slice(arena, slice_sub(bytes, 0, cut)), &restore, arena);
		cr_expect(restore.reader.failed, "cut after %zu of %zu", cut, bytes.len);
	}
	again = restored(site, table, bytes, &restore, arena);
	cr_expect(!restore.reader.failed && restore.reader.rest.len == 0);
	cr_expect_eq(restore.unresolved, unresolved);
	cr_expect(slice_eq(stored(table, &again, arena, &still), bytes));
	cr_expect_eq(still, unresolved);
	return again;
}
