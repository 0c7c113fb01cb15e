/* Items of two lists, paired: whatever the lists, none is lost, and backwards the pairs are the same. */
#include <criterion/criterion.h>
#include <string.h>

#include "history/item_pairs.h"
#include "model/programme.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The list under the only key of a YAML text, as a file of acts or meetings reads it. */
static struct list read_list(const struct key_table *file, const char *yaml, struct arena *arena)
{
	char *object = arena_alloc(arena, file->size);
	struct diagnostics diagnostics;
	struct key_reader reader = {
		.file = SLICE("f"), .arena = arena, .diagnostics = &diagnostics, .history = true
	};
	struct list list = { 0 };

	diagnostics_init(&diagnostics);
	reader.root =
	    yaml_parse(arena_slice(arena, slice_from(yaml)), SLICE("f"), 1, arena, &diagnostics);
	cr_assert(reader.root && reader.root->first, "%s", yaml);
	cr_assert(keys_read(&reader, file, reader.root, object));
	memcpy(&list, object + key_find(file, reader.root->first->key)->offset, sizeof list);
	diagnostics_release(&diagnostics);
	return list;
}

#define MAX_ITEMS 3

struct kind {
	const char *name;
	const struct key_table *file;
	const char *key;        /* of the list in it */
	const char *letters[4]; /* items that have to do with each other */
};

static const struct key_table *items_table(const struct kind *kind)
{
	return key_find(kind->file, slice_from(kind->key))->of;
}

/* The n-th sequence of at most MAX_ITEMS letters as a YAML list; 85 of them. */
static struct list sequence(const struct kind *kind, size_t n, struct arena *arena)
{
	struct slice text = arena_printf(arena, "%s: [", kind->key);

	for (size_t left = n; left > 0; left = (left - 1) / 4)
		text = arena_printf(
		    arena, "%.*s%s, ", SLICE_ARGS(text), kind->letters[(left - 1) % 4]);
	return read_list(kind->file, arena_printf(arena, "%.*s]\n", SLICE_ARGS(text)).p, arena);
}
#define SEQUENCES (1 + 4 + 16 + 64)

static size_t index_in(const struct kind *kind, const struct list *list, const void *item)
{
	return (size_t)((const char *)item - (const char *)list->items) / items_table(kind)->size;
}

/* For each item of `before` its partner in `after`, or MAX_ITEMS. Each item of both must stand in one pair. */
static void partners(const struct kind *kind, const struct list *before, const struct list *after,
    size_t partner[MAX_ITEMS], struct arena *arena)
{
	struct item_pairs pairs = item_pairs(items_table(kind), before, after, arena);
	size_t times_before[MAX_ITEMS] = { 0 }, times_after[MAX_ITEMS] = { 0 };

	for (size_t i = 0; i < pairs.count; i++) {
		const struct item_pair *pair = &pairs.items[i];
		size_t b = pair->before ? index_in(kind, before, pair->before) : MAX_ITEMS;
		size_t a = pair->after ? index_in(kind, after, pair->after) : MAX_ITEMS;

		cr_assert(b < before->count || (b == MAX_ITEMS && a < MAX_ITEMS));
		cr_assert(a < after->count || (a == MAX_ITEMS && b < MAX_ITEMS));
		if (b < MAX_ITEMS) {
			partner[b] = a;
			times_before[b]++;
		}
		if (a < MAX_ITEMS)
			times_after[a]++;
	}
	for (size_t i = 0; i < before->count; i++)
		cr_expect_eq(times_before[i], 1, "%s: each one once", kind->name);
	for (size_t i = 0; i < after->count; i++)
		cr_expect_eq(times_after[i], 1, "%s: each one once", kind->name);
}

static void check_both_ways(const struct kind *kind, const struct list *before,
    const struct list *after, size_t row, struct arena *arena)
{
	size_t there[MAX_ITEMS], back[MAX_ITEMS];

	partners(kind, before, after, there, arena);
	partners(kind, after, before, back, arena);
	for (size_t i = 0; i < before->count; i++)
		cr_expect(there[i] == MAX_ITEMS || back[there[i]] == i,
		    "%s %zu: not the same backwards", kind->name, row);
}

static void check_itself(const struct kind *kind, const struct list *list, struct arena *arena)
{
	struct item_pairs pairs = item_pairs(items_table(kind), list, list, arena);

	cr_expect_eq(pairs.count, list->count);
	cr_expect_not(pairs.reordered);
	for (size_t i = 0; i < pairs.count; i++)
		cr_expect(pairs.items[i].same && pairs.items[i].before == pairs.items[i].after,
		    "%s: of itself", kind->name);
}

Test(item_pairs, of_all_short_lists)
{
	static const struct kind kinds[] = {
		{ "presences", &act_table, "presenze",
		    { "{ente: alfa, esito: presente}", "{ente: alfa, persona: p, esito: presente}",
			"{ente: beta, persona: p, esito: assente}",
			"{nome: N, esito: presente}" } },
		{ "attachments", &act_table, "allegati",
		    { "{file: a.pdf, titolo: A}", "{file: b.pdf, titolo: A}",
			"{file: a.pdf, titolo: B, lingua: it}", "{titolo: B, lingua: it}" } },
		{ "points", &meeting_table, "ordine_del_giorno",
		    { "{n: 1, titolo: A}", "{n: 2, titolo: A}", "{n: 1, titolo: B}",
			"{n: 2, titolo: B, atto: 2031/dczi-1}" } },
	};
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct list lists[SEQUENCES];

	for (size_t k = 0; k < COUNT(kinds); k++) {
		for (size_t i = 0; i < SEQUENCES; i++)
			lists[i] = sequence(&kinds[k], i, arena);
		for (size_t a = 0; a < SEQUENCES; a++) {
			check_itself(&kinds[k], &lists[a], scratch);
			for (size_t b = 0; b < a; b++)
				check_both_ways(&kinds[k], &lists[a], &lists[b], a, scratch);
			arena_reset(scratch);
		}
	}
	arena_free(scratch);
	arena_free(arena);
}

Test(item_pairs, in_another_order)
{
	static const struct {
		const char *before, *after;
		bool reordered;
	} cases[] = {
		{ "{ente: alfa}, {ente: beta}", "{ente: beta}, {ente: alfa}", true },
		{ "{ente: alfa}, {ente: beta}", "{ente: gamma}, {ente: alfa}, {ente: beta}",
		    false },
		{ "{ente: alfa}, {ente: beta}, {ente: gamma}", "{ente: alfa}, {ente: gamma}",
		    false },
		{ "{ente: alfa}, {ente: beta}", "{ente: beta}", false },
		{ "{ente: alfa}, {ente: beta}", "{ente: beta, voto: si}, {ente: alfa}", true },
		{ "{}, {ente: alfa}", "{ente: alfa}, {}", false },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct list before = read_list(
		    &act_table, arena_printf(arena, "presenze: [%s]\n", cases[i].before).p, arena);
		struct list after = read_list(
		    &act_table, arena_printf(arena, "presenze: [%s]\n", cases[i].after).p, arena);

		cr_expect_eq(
		    item_pairs(key_find(&act_table, SLICE("presenze"))->of, &before, &after, arena)
			.reordered,
		    cases[i].reordered, "%s", cases[i].after);
	}
	arena_free(arena);
}

/*
 * Presences of so many organisations, `each` of them so many times, from the one with a number on: backwards where told,
 * and all with another outcome where told.
 */
struct crowd {
	size_t count, each, from;
	bool backwards;
	int outcome;
};

static struct list crowd_list(const struct crowd *crowd, struct arena *arena)
{
	size_t count = crowd->count * crowd->each;
	struct attendance *items = ARENA_COUNT(arena, struct attendance, count);

	for (size_t i = 0; i < count; i++) {
		size_t number = crowd->backwards ? count - 1 - i : i;

		items[i].organisation.id =
		    arena_printf(arena, "ente-%zu", crowd->from + number / crowd->each);
		items[i].share.thousandths = (int64_t)(number % crowd->each);
		items[i].share.text = SLICE("quota");
		items[i].outcome = crowd->outcome;
	}
	return (struct list){ items, count, count };
}

/* More than a best pair is looked for among: those of the same identity are found nevertheless. */
Test(item_pairs, of_many)
{
	static const struct {
		const char *name;
		struct crowd before, after;
		size_t pairs, same;
	} cases[] = {
		{ "the same", { 20000, 1, 0, false, 1 }, { 20000, 1, 0, false, 1 }, 20000, 20000 },
		{ "backwards", { 20000, 1, 0, false, 1 }, { 20000, 1, 0, true, 1 }, 20000, 20000 },
		{ "a few others", { 20000, 1, 0, false, 1 }, { 20000, 1, 10, false, 1 }, 20010,
		    19990 },
		{ "all others", { 20000, 1, 0, false, 1 }, { 20000, 1, 20000, false, 1 }, 40000,
		    0 },
		{ "all changed", { 20000, 1, 0, false, 1 }, { 20000, 1, 0, true, 2 }, 20000, 0 },
		{ "all of one organisation", { 1, 20000, 0, false, 1 }, { 1, 20000, 0, true, 1 },
		    20000, 20000 },
		{ "all of one organisation, changed", { 1, 20000, 0, false, 1 },
		    { 1, 19999, 0, false, 2 }, 20000, 0 },
		{ "many of many", { 200, 100, 0, false, 1 }, { 200, 100, 0, true, 2 }, 20000, 0 },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct list before = crowd_list(&cases[i].before, arena);
		struct list after = crowd_list(&cases[i].after, arena);
		struct item_pairs pairs =
		    item_pairs(key_find(&act_table, SLICE("presenze"))->of, &before, &after, arena);
		size_t same = 0;

		for (size_t n = 0; n < pairs.count; n++)
			same += pairs.items[n].same;
		cr_expect_eq(pairs.count, cases[i].pairs, "%s: %zu", cases[i].name, pairs.count);
		cr_expect_eq(same, cases[i].same, "%s: %zu", cases[i].name, same);
		arena_reset(arena);
	}
	arena_free(arena);
}

static void expect_known_keys(const struct key_table *table, const char *const *names)
{
	for (size_t i = 0; names[i]; i++)
		cr_expect(key_find(table, slice_from(names[i])), "%s has no key %s", table->name,
		    names[i]);
}

/* Whatever stands in a list has an identity, of keys that it has. */
static void expect_identities(const struct key_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		if (key->type == VALUE_LIST && key->of) {
			cr_expect(key->of->identity[0], "%s has no identity", key->of->name);
			expect_known_keys(key->of, key->of->identity);
			expect_known_keys(key->of, key->of->known_by);
		}
		if (key->of)
			expect_identities(key->of);
	}
}

Test(item_pairs, by_keys_that_are_there)
{
	static const struct key_table *const tables[] = { &act_table, &meeting_table,
		&programme_table, &point_table, &progress_table, &report_table, &regulation_table,
		&body_table, &person_table, &working_table_table };

	for (size_t i = 0; i < COUNT(tables); i++)
		expect_identities(tables[i]);
}
