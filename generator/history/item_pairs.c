#include "history/item_pairs.h"

#include <stdlib.h>

#include "history/item_likeness.h"
#include "model/keys_sense.h"

/* With more items than this on either side no best pair is looked for: they are taken in order. */
#define MANY_ITEMS 100

/* Items of one list, all of them or those that have no partner yet. */
struct side {
	struct item **items;
	size_t count;
};

/* A pair that could be made. */
struct candidate {
	struct item *before, *after;
	size_t agreeing, differing; /* keys; what agrees in the identity counts twice */
};

struct pairing {
	const struct key_table *table;
	struct side before, after;
	struct candidate *candidates; /* room for `room` of them, used again and again */
	size_t room;
	struct arena *arena;
};

/* May two items be one? */
typedef bool pair_test(
    const struct key_table *table, const struct item *before, const struct item *after);

static struct side read_side(
    const struct key_table *table, const struct list *list, struct arena *arena)
{
	struct side side = { ARENA_COUNT(arena, struct item *, list->count + 1), 0 };

	for (size_t i = 0; i < list->count; i++) {
		const void *object = (const char *)list->items + i * table->size;

		if (!keys_given(table, object))
			continue;
		side.items[side.count] = item_read(table, object, side.count, arena);
		side.count++;
	}
	return side;
}

static struct side without_partner(const struct side *side, struct arena *arena)
{
	struct side left = { ARENA_COUNT(arena, struct item *, side->count + 1), 0 };

	for (size_t i = 0; i < side->count; i++)
		if (!side->items[i]->partner)
			left.items[left.count++] = side->items[i];
	return left;
}

static void make_pair(struct item *before, struct item *after)
{
	before->partner = after;
	after->partner = before;
}

/* --- the best of several pairs ------------------------------------------------------------------- */

static bool any_pair(
    const struct key_table *table, const struct item *before, const struct item *after)
{
	(void)table;
	(void)before;
	(void)after;
	return true;
}

static struct candidate candidate(
    const struct key_table *table, struct item *before, struct item *after)
{
	struct candidate made = { before, after, 0, 0 };

	for (size_t i = 0; i < table->count; i++) {
		if (items_agree(before, after, i))
			made.agreeing += key_is_identity(table, i) ? 2 : 1;
		if (!slice_eq(before->keys[i], after->keys[i]))
			made.differing++;
	}
	return made;
}

static int compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static size_t distance(const struct candidate *pair)
{
	size_t before = pair->before->place, after = pair->after->place;

	return before > after ? before - after : after - before;
}

/* The best first; in what decides neither side comes before the other. */
static int by_likeness(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int order = compare(b->agreeing, a->agreeing);

	if (!order)
		order = compare(a->differing, b->differing);
	if (!order)
		order =
		    compare(a->before->place + a->after->place, b->before->place + b->after->place);
	if (!order)
		order = compare(distance(a), distance(b));
	return order ? order : compare(a->before->place, b->before->place);
}

static void pair_best(
    struct pairing *pairing, const struct side *before, const struct side *after, pair_test *may)
{
	size_t count = 0;

	if (!before->count || !after->count)
		return;
	if (pairing->room < before->count * after->count) {
		pairing->room = before->count * after->count;
		pairing->candidates = ARENA_COUNT(pairing->arena, struct candidate, pairing->room);
	}
	for (size_t b = 0; b < before->count; b++)
		for (size_t a = 0; a < after->count; a++)
			if (may(pairing->table, before->items[b], after->items[a]))
				pairing->candidates[count++] =
				    candidate(pairing->table, before->items[b], after->items[a]);
	if (count)
		qsort(pairing->candidates, count, sizeof *pairing->candidates, by_likeness);
	for (size_t i = 0; i < count; i++) {
		const struct candidate *pair = &pairing->candidates[i];

		if (!pair->before->partner && !pair->after->partner)
			make_pair(pair->before, pair->after);
	}
}

/* --- equal ones ----------------------------------------------------------------------------------- */

static int by_place(const struct item *a, const struct item *b)
{
	return compare(a->place, b->place);
}

static int by_sense(const void *left, const void *right)
{
	const struct item *a = *(struct item *const *)left, *b = *(struct item *const *)right;
	int order = slice_cmp(a->sense, b->sense);

	return order ? order : by_place(a, b);
}

static int by_identity(const void *left, const void *right)
{
	const struct item *a = *(struct item *const *)left, *b = *(struct item *const *)right;
	int order = slice_cmp(a->identity, b->identity);

	return order ? order : by_place(a, b);
}

static struct slice sense_of(const struct item *item)
{
	return item->sense;
}

static struct slice identity_of(const struct item *item)
{
	return item->identity;
}

/* How many items from here on share what is told. */
static size_t run_length(
    const struct side *side, size_t from, struct slice (*told)(const struct item *))
{
	size_t end = from;

	while (end < side->count && slice_eq(told(side->items[end]), told(side->items[from])))
		end++;
	return end - from;
}

static void pair_in_order(
    struct pairing *pairing, const struct side *before, const struct side *after)
{
	(void)pairing;
	for (size_t i = 0; i < before->count && i < after->count; i++)
		make_pair(before->items[i], after->items[i]);
}

static void pair_alike(struct pairing *pairing, const struct side *before, const struct side *after)
{
	if (before->count <= MANY_ITEMS && after->count <= MANY_ITEMS)
		pair_best(pairing, before, after, any_pair);
	else
		pair_in_order(pairing, before, after);
}

/* What items are paired by, and in which order: by it, then by their places. */
struct pairing_rule {
	struct slice (*told)(const struct item *);
	int (*order)(const void *, const void *);
	void (*pair)(struct pairing *, const struct side *, const struct side *);
};

static const struct pairing_rule same_sense = { sense_of, by_sense, pair_in_order };
static const struct pairing_rule same_identity = { identity_of, by_identity, pair_alike };

static void pair_equal(struct pairing *pairing, const struct pairing_rule *rule)
{
	struct side before = without_partner(&pairing->before, pairing->arena);
	struct side after = without_partner(&pairing->after, pairing->arena);
	size_t b = 0, a = 0;

	qsort(before.items, before.count, sizeof *before.items, rule->order);
	qsort(after.items, after.count, sizeof *after.items, rule->order);
	while (b < before.count && a < after.count) {
		int which = slice_cmp(rule->told(before.items[b]), rule->told(after.items[a]));
		size_t in_before = run_length(&before, b, rule->told);
		size_t in_after = run_length(&after, a, rule->told);

		if (which == 0)
			rule->pair(pairing, &(struct side){ before.items + b, in_before },
			    &(struct side){ after.items + a, in_after });
		if (which <= 0)
			b += in_before;
		if (which >= 0)
			a += in_after;
	}
}

/* The only item in which the key says this; null where there is none, or several. */
static struct item *only_one(const struct side *side, size_t key, struct slice told)
{
	struct item *found = NULL;

	for (size_t i = 0; i < side->count; i++) {
		if (!slice_eq(side->items[i]->keys[key], told))
			continue;
		if (found)
			return NULL;
		found = side->items[i];
	}
	return found;
}

static void pair_known(const struct side *before, const struct side *after, size_t key)
{
	for (size_t i = 0; i < before->count; i++) {
		struct slice told = before->items[i]->keys[key];
		struct item *one = slice_empty(told) ? NULL : only_one(before, key, told);
		struct item *other = one ? only_one(after, key, told) : NULL;

		if (other && !one->partner && !other->partner)
			make_pair(one, other);
	}
}

static void pair_left_over(struct pairing *pairing)
{
	struct side before = without_partner(&pairing->before, pairing->arena);
	struct side after = without_partner(&pairing->after, pairing->arena);

	if (before.count > MANY_ITEMS || after.count > MANY_ITEMS)
		return;
	pair_best(pairing, &before, &after, identity_extends);
	before = without_partner(&pairing->before, pairing->arena);
	after = without_partner(&pairing->after, pairing->arena);
	for (size_t i = 0; i < before.count; i++)
		item_read_words(before.items[i], pairing->table, pairing->arena);
	for (size_t i = 0; i < after.count; i++)
		item_read_words(after.items[i], pairing->table, pairing->arena);
	pair_best(pairing, &before, &after, items_half_agree);
	for (size_t i = 0; pairing->table->known_by[i]; i++) {
		before = without_partner(&pairing->before, pairing->arena);
		after = without_partner(&pairing->after, pairing->arena);
		pair_known(&before, &after, key_index(pairing->table, pairing->table->known_by[i]));
	}
}

static struct item_pairs gather(const struct pairing *pairing)
{
	size_t room = pairing->before.count + pairing->after.count + 1;
	struct item_pairs pairs = { .items = ARENA_COUNT(pairing->arena, struct item_pair, room) };
	const struct item *last = NULL;

	for (size_t i = 0; i < pairing->after.count; i++) {
		const struct item *after = pairing->after.items[i], *before = after->partner;

		pairs.items[pairs.count++] = (struct item_pair){ before ? before->object : NULL,
			after->object, before && slice_eq(before->sense, after->sense) };
		if (!before)
			continue;
		pairs.reordered = pairs.reordered || (last && before->place < last->place);
		last = before;
	}
	for (size_t i = 0; i < pairing->before.count; i++)
		if (!pairing->before.items[i]->partner)
			pairs.items[pairs.count++] =
			    (struct item_pair){ pairing->before.items[i]->object, NULL, false };
	return pairs;
}

struct item_pairs item_pairs(const struct key_table *table, const struct list *before,
    const struct list *after, struct arena *arena)
{
	struct pairing pairing = { .table = table,
		.before = read_side(table, before, arena),
		.after = read_side(table, after, arena),
		.arena = arena };

	pair_equal(&pairing, &same_sense);
	pair_equal(&pairing, &same_identity);
	pair_left_over(&pairing);
	return gather(&pairing);
}
