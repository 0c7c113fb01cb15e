/* Changes that were kept say the same; bytes that are not ours say nothing. Sentences on them: test_italiano_changes*.c. */
#include <criterion/criterion.h>
#include <string.h>

#include "change_text.h"
#include "history/key_changes.h"
#include "key_change_rows.h"
#include "stored_changes.h"

static const struct site nothing_registered;

static void *read_keys(const struct key_table *table, const char *yaml, struct arena *arena)
{
	void *object = arena_alloc(arena, table->size);
	struct diagnostics unheard;
	struct key_reader reader = { .arena = arena, .diagnostics = &unheard, .history = true };

	diagnostics_init(&unheard);
	reader.root = yaml_parse(slice_from(yaml), SLICE("f"), 1, arena, &unheard);
	cr_assert(reader.root, "%s", yaml);
	keys_read(&reader, table, reader.root, object);
	diagnostics_release(&unheard);
	return object;
}

static struct changes compare(
    const struct key_table *table, const char *before, const char *after, struct arena *arena)
{
	struct changes changes = { 0 };

	key_changes(table, read_keys(table, before, arena), read_keys(table, after, arena), arena,
	    arena, &changes);
	return changes;
}

static size_t items_of_last(const struct changes *changes)
{
	size_t shared = 0;

	for (size_t i = 1; i < changes->count; i++)
		shared +=
		    changes->items[i].item && changes->items[i].item == changes->items[i - 1].item;
	return shared;
}

Test(changes_stored, of_keys)
{
	size_t shared = 0;

	for (size_t i = 0; i < key_change_row_count; i++) {
		const struct key_change_row *row = &key_change_rows[i];
		struct arena *arena = arena_new();
		struct changes changes = compare(row->table, row->before, row->after, arena), again;

		again = stored_and_restored(&nothing_registered, row->table, &changes, arena);
		cr_expect_str_eq(changes_text(&again, arena), row->expected, "%s", row->name);
		cr_expect_eq(items_of_last(&again), items_of_last(&changes), "%s", row->name);
		shared += items_of_last(&again);
		arena_free(arena);
	}
	cr_expect(shared > 5, "several changes in one item: %zu", shared);
}

/* A reference is restored as what its id names now. */
Test(changes_stored, references_name_what_is_registered_now)
{
	static struct organisation alfa;
	struct arena *arena = arena_new();
	struct site site = { 0 };
	struct changes changes =
	    compare(&act_table, "numero: 1\n", "numero: 1\nenti: [alfa]\n", arena);
	struct changes again;

	((struct reference *)changes.items[0].after)->found = &changes;
	map_put(&site.by_id[TARGET_ORGANISATION], arena, SLICE("alfa"), &alfa);
	again = stored_and_restored(&site, &act_table, &changes, arena);
	cr_expect_eq(((const struct reference *)again.items[0].after)->found, &alfa);
	arena_free(arena);
}

/* Point 1 of then and point 1 of now are of two programmes. */
Test(changes_stored, points_are_of_the_programme_of_their_text)
{
	static struct programme then = { .id = SLICE_INIT("2028-2030") },
				now = { .id = SLICE_INIT("2031-2033") };
	static struct point old_point, new_point;
	struct arena *arena = arena_new();
	struct site site = { 0 };
	struct changes changes =
	    compare(&act_table, "punti_programma: [1]\n", "numero: 1\n", arena);
	struct changes more = compare(&act_table, "numero: 1\n", "punti_programma: [1]\n", arena);
	struct buffer bytes = { 0 };
	struct key_store store = { .bytes = &bytes };
	struct key_restore restore = { .site = &site, .programme = &now, .arena = arena };

	map_put(&site.by_id[TARGET_POINT], arena, SLICE("2028-2030/1"), &old_point);
	map_put(&site.by_id[TARGET_POINT], arena, SLICE("2031-2033/1"), &new_point);
	changes_store(&store, &act_table, &changes);
	changes_store(&store, &act_table, &more);
	restore.reader.rest = buffer_slice(&bytes);
	changes_restore(&restore, &act_table, &then, &changes);
	cr_expect_eq(((const struct reference *)changes.items[1].before)->found, &old_point);
	changes_restore(&restore, &act_table, &then, &more);
	cr_expect_eq(((const struct reference *)more.items[1].after)->found, &new_point);
	cr_expect(!restore.reader.failed && !restore.unresolved);
	buffer_release(&bytes);
	arena_free(arena);
}

Test(changes_stored, nonsense_is_refused)
{
	static const struct {
		const char *name;
		struct slice bytes;
	} rows[] = {
		{ "more than there are", SLICE_INIT("\x7f\1\6") },
		{ "no verb", SLICE_INIT("\1\0\6") },
		{ "an unknown verb", SLICE_INIT("\1\5\6") },
		{ "an unknown place", SLICE_INIT("\1\3\7") },
		{ "a key behind the last one", SLICE_INIT("\1\1\1\x7f\0\0\1\0") },
		{ "no key", SLICE_INIT("\1\1\1\0\0\0\1\0") },
		{ "added, with nothing", SLICE_INIT("\1\1\4\0\1x\0\0") },
		{ "moved, as keys never are", SLICE_INIT("\1\4\4\0\1x\1\1a\1\1b") },
		{ "no unit", SLICE_INIT("\1\1\5\0\0\0\0\0\0\0\0\0\0") },
		{ "an unknown unit", SLICE_INIT("\1\1\5\x9\0\0\0\0\0\0\0\0\0") },
		{ "a length beyond the end", SLICE_INIT("\1\1\4\0\x7f\0\0\0") },
		{ "a number that never ends",
		    SLICE_INIT("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\1") },
	};
	static const struct slice right[] = { SLICE_INIT("\1\1\4\0\1x\0\1\1a"),
		SLICE_INIT("\1\1\5\x8\0\0\0\0\0\0\0\0\0"), SLICE_INIT("\1\3\6"), SLICE_INIT("\0") };
	struct arena *arena = arena_new();
	struct changes changes;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct key_restore restore = { .reader = { .rest = rows[i].bytes },
			.site = &nothing_registered,
			.arena = arena };

		changes_restore(&restore, &act_table, NULL, &changes);
		cr_expect(restore.reader.failed, "%s", rows[i].name);
	}
	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		struct key_restore restore = {
			.reader = { .rest = right[i] }, .site = &nothing_registered, .arena = arena
		};

		changes_restore(&restore, &act_table, NULL, &changes);
		cr_expect(!restore.reader.failed && restore.reader.rest.len == 0, "right %zu", i);
	}
	arena_free(arena);
}

/* Values that no table would have read. */
Test(keys_stored, nonsense_is_refused)
{
	static const struct {
		const char *name, *key;
		struct slice bytes;
	} rows[] = {
		{ "a word that there is not", "tipo", SLICE_INIT("\x7f") },
		{ "a month 13", "data", SLICE_INIT("\xa1\xdf\x7e") },
		{ "a year 1", "data", SLICE_INIT("\xa1\x04") },
		{ "an object that is neither", "albo", SLICE_INIT("\2") },
		{ "a key twice in an object", "albo", SLICE_INIT("\1\2\0\2\0\0") },
		{ "an object without an end", "albo", SLICE_INIT("\1\1") },
		{ "a list longer than its bytes", "enti", SLICE_INIT("\x9\1a") },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct key_restore restore = { .reader = { .rest = rows[i].bytes },
			.site = &nothing_registered,
			.arena = arena };

		key_restore(&restore, key_find(&act_table, slice_from(rows[i].key)));
		cr_expect(restore.reader.failed, "%s", rows[i].name);
	}
	arena_free(arena);
}

Test(keys_stored, dates)
{
	static const struct date dates[] = { { 0, 0, 0 }, { 1000, 1, 1 }, { 2031, 0, 0 },
		{ 2031, 12, 0 }, { 2032, 2, 29 }, { 2999, 12, 31 } };

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct buffer bytes = { 0 };
		struct cache_reader reader;

		date_store(&bytes, dates[i]);
		reader = (struct cache_reader){ .rest = buffer_slice(&bytes) };
		cr_expect(date_eq(date_restore(&reader), dates[i]), "%zu", i);
		cr_expect(!reader.failed && reader.rest.len == 0, "%zu", i);
		buffer_release(&bytes);
	}
}
