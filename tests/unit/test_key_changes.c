/*
 * What changed between two texts of the keys of a file. Each row is also tried backwards, and against itself; and each
 * key that has a meaning must change in one of them.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "change_text.h"
#include "history/key_changes.h"
#include "key_change_rows.h"
#include "model/keys_sense.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- comparing ------------------------------------------------------------------------------------ */

static void *read_keys(const struct key_table *table, const char *yaml, struct arena *arena)
{
	void *object = arena_alloc(arena, table->size);
	struct diagnostics diagnostics;
	struct key_reader reader = {
		.file = SLICE("f"), .arena = arena, .diagnostics = &diagnostics, .history = true
	};
	struct slice text = arena_slice(arena, slice_from(yaml));

	diagnostics_init(&diagnostics);
	reader.root = yaml_parse(text, SLICE("f"), 1, arena, &diagnostics);
	cr_assert(reader.root, "%s", yaml);
	cr_expect(keys_read(&reader, table, reader.root, object), "%s", yaml);
	diagnostics_release(&diagnostics);
	return object;
}

/* The texts are gone when this returns: what the changes hold is their own. */
static struct changes compare(
    const struct key_table *table, const char *before, const char *after, struct arena *arena)
{
	struct arena *texts = arena_new(), *scratch = arena_new();
	struct changes changes = { .count = 0 };
	void *old_keys = read_keys(table, before, texts);
	void *new_keys = read_keys(table, after, texts);

	key_changes(table, old_keys, new_keys, arena, scratch, &changes);
	arena_free(scratch);
	arena_free(texts);
	return changes;
}

Test(key_changes, of_each_pair)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < key_change_row_count; i++) {
		struct changes changes = compare(key_change_rows[i].table,
		    key_change_rows[i].before, key_change_rows[i].after, arena);

		cr_expect_str_eq(changes_text(&changes, arena), key_change_rows[i].expected,
		    "%s: %s", key_change_rows[i].name, changes_text(&changes, arena));
	}
	arena_free(arena);
}

Test(key_changes, of_a_text_and_itself)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < key_change_row_count; i++) {
		const char *texts[] = { key_change_rows[i].before, key_change_rows[i].after };

		for (size_t n = 0; n < 2; n++) {
			struct changes changes =
			    compare(key_change_rows[i].table, texts[n], texts[n], arena);

			cr_expect_str_eq(
			    changes_text(&changes, arena), "", "%s", key_change_rows[i].name);
		}
	}
	arena_free(arena);
}

/* --- backwards ------------------------------------------------------------------------------------ */

static int by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The changes, each as it would read backwards where `mirrored`, without the names of items, sorted. */
static const char *sorted_changes(const struct changes *changes, bool mirrored, struct arena *arena)
{
	static const enum change_verb reverse[] = { [CHANGE_ADDED] = CHANGE_REMOVED,
		[CHANGE_REMOVED] = CHANGE_ADDED,
		[CHANGE_REPLACED] = CHANGE_REPLACED };
	char **lines = ARENA_COUNT(arena, char *, changes->count + 1);
	struct slice all = SLICE("");

	for (size_t i = 0; i < changes->count; i++) {
		struct change change = changes->items[i];
		struct buffer out = { .len = 0 };

		if (mirrored) {
			change.verb = reverse[change.verb];
			change.before = changes->items[i].after;
			change.after = changes->items[i].before;
		}
		change_text(&out, &change, true);
		lines[i] = arena_cstr(arena, buffer_slice(&out));
		buffer_release(&out);
	}
	if (changes->count)
		qsort(lines, changes->count, sizeof *lines, by_text);
	for (size_t i = 0; i < changes->count; i++)
		all = ARENA_CONCAT(arena, all, slice_from(lines[i]), SLICE("; "));
	return arena_cstr(arena, all);
}

static void check_reverse(
    const struct key_change_row *row, const char *a, const char *b, struct arena *arena)
{
	struct changes there = compare(row->table, a, b, arena);
	struct changes back = compare(row->table, b, a, arena);

	cr_expect_str_eq(sorted_changes(&there, false, arena), sorted_changes(&back, true, arena),
	    "%s: %s%s", row->name, a, b);
}

/* Each text with its own other one, and with those of its neighbours. */
Test(key_changes, back_again)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < key_change_row_count; i++) {
		check_reverse(&key_change_rows[i], key_change_rows[i].before,
		    key_change_rows[i].after, arena);
		for (size_t n = i > 6 ? i - 6 : 0; n < i; n++)
			if (key_change_rows[n].table == key_change_rows[i].table)
				check_reverse(&key_change_rows[i], key_change_rows[n].after,
				    key_change_rows[i].before, arena);
	}
	arena_free(arena);
}

/* Do the keys of both texts say the same, in what today's tables can read of them? */
static bool same_sense(
    const struct key_table *table, const char *a, const char *b, struct arena *arena)
{
	return slice_eq(keys_sense(table, read_keys(table, a, arena), arena),
	    keys_sense(table, read_keys(table, b, arena), arena));
}

static void check_told(const struct key_change_row *row, const char *a, const char *b)
{
	struct arena *arena = arena_new();
	struct changes changes = compare(row->table, a, b, arena);
	bool same = same_sense(row->table, a, b, arena);

	cr_expect(same || changes.count > 0, "%s: nothing told of %s%s", row->name, a, b);
	for (size_t i = 0; i < changes.count; i++)
		cr_expect(!same || changes.items[i].place == CHANGE_OF_UNKNOWN_KEY,
		    "%s: too much told of %s%s", row->name, a, b);
	arena_free(arena);
}

/* What differs is told, and what does not is not. */
Test(key_changes, where_there_are_some)
{
	for (size_t i = 0; i < key_change_row_count; i++)
		for (size_t n = i > 6 ? i - 6 : 0; n <= i; n++)
			if (key_change_rows[n].table == key_change_rows[i].table) {
				check_told(&key_change_rows[i], key_change_rows[n].before,
				    key_change_rows[i].after);
				check_told(&key_change_rows[i], key_change_rows[i].before,
				    key_change_rows[n].before);
			}
}

static const void *pointer_at(const void *place)
{
	const void *pointer;

	memcpy(&pointer, place, sizeof pointer);
	return pointer;
}

/* --- every key ------------------------------------------------------------------------------------ */

struct seen {
	const struct key *items[512];
	size_t count;
};

static bool is_seen(const struct seen *seen, const struct key *key)
{
	for (size_t i = 0; i < seen->count; i++)
		if (seen->items[i] == key)
			return true;
	return false;
}

static void see(struct seen *seen, const struct key *key)
{
	if (is_seen(seen, key))
		return;
	cr_assert_lt(seen->count, COUNT(seen->items));
	seen->items[seen->count++] = key;
}

/* The keys that differ in an object inside an item or object. */
static void see_inside(struct seen *seen, const struct change *change, struct arena *arena)
{
	const struct key_table *table = change->inner->of;

	if (change->inner->type != VALUE_OBJECT || change->verb != CHANGE_REPLACED)
		return;
	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		if (!key_same(key, key_place(key, pointer_at(change->before)),
			key_place(key, pointer_at(change->after)), arena))
			see(seen, key);
	}
}

static void expect_seen(const struct seen *seen, const struct key_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		cr_expect(key->no_meaning || is_seen(seen, key), "no row changes %s.%s",
		    table->name, key->name);
		if (key->of)
			expect_seen(seen, key->of);
	}
}

Test(key_changes, of_every_key)
{
	static const struct key_table *const tables[] = { &act_table, &meeting_table,
		&programme_table, &point_table, &progress_table, &report_table, &regulation_table };
	struct arena *arena = arena_new();
	struct seen seen = { .count = 0 };

	for (size_t i = 0; i < key_change_row_count; i++) {
		struct changes changes = compare(key_change_rows[i].table,
		    key_change_rows[i].before, key_change_rows[i].after, arena);

		for (size_t n = 0; n < changes.count; n++) {
			const struct change *change = &changes.items[n];

			if (change->place == CHANGE_OF_UNKNOWN_KEY)
				continue;
			see(&seen, change->key);
			if (change->inner) {
				see(&seen, change->inner);
				see_inside(&seen, change, arena);
			}
		}
	}
	for (size_t i = 0; i < COUNT(tables); i++)
		expect_seen(&seen, tables[i]);
	arena_free(arena);
}
