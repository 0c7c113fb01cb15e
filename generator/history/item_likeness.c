#include "history/item_likeness.h"

#include <stdlib.h>
#include <string.h>

#include "model/keys_sense.h"

size_t key_index(const struct key_table *table, const char *name)
{
	return (size_t)(key_find(table, slice_from(name)) - table->keys);
}

bool key_is_identity(const struct key_table *table, size_t key)
{
	for (size_t i = 0; table->identity[i]; i++)
		if (key_index(table, table->identity[i]) == key)
			return true;
	return false;
}

/* What is told by some keys, one behind the other, each with its length. */
static void add_told(struct slice *parts, size_t *count, struct slice told, struct arena *arena)
{
	parts[(*count)++] = arena_printf(arena, "%zu:", told.len);
	parts[(*count)++] = told;
}

/* What tells an item from others: of an object the key that alone may stand for it. */
static struct slice identity_sense(
    const struct key *key, const void *object, struct slice sense, struct arena *arena)
{
	const struct key *alone;
	const void *inside;

	if (key->type != VALUE_OBJECT || !key->of->shorthand)
		return sense;
	memcpy(&inside, key_place(key, object), sizeof inside);
	alone = key_find(key->of, slice_from(key->of->shorthand));
	return inside ? key_sense(alone, key_place(alone, inside), arena) : SLICE("");
}

struct item *item_read(
    const struct key_table *table, const void *object, size_t place, struct arena *arena)
{
	struct item *item = ARENA_NEW(arena, struct item);
	struct slice *parts = ARENA_COUNT(arena, struct slice, 2 * table->count);
	size_t count = 0;

	item->object = object;
	item->place = place;
	item->keys = ARENA_COUNT(arena, struct slice, table->count);
	for (size_t i = 0; i < table->count; i++) {
		if (!table->keys[i].no_meaning)
			item->keys[i] =
			    key_sense(&table->keys[i], key_place(&table->keys[i], object), arena);
		add_told(parts, &count, item->keys[i], arena);
	}
	item->sense = arena_concat(arena, parts, count);
	count = 0;
	for (size_t i = 0; table->identity[i]; i++) {
		size_t key = key_index(table, table->identity[i]);

		add_told(parts, &count,
		    identity_sense(&table->keys[key], object, item->keys[key], arena), arena);
	}
	item->identity = arena_concat(arena, parts, count);
	return item;
}

bool identity_extends(
    const struct key_table *table, const struct item *before, const struct item *after)
{
	bool before_more = false, after_more = false;

	for (size_t i = 0; table->identity[i]; i++) {
		size_t key = key_index(table, table->identity[i]);
		struct slice b = before->keys[key], a = after->keys[key];

		if (!slice_empty(b) && !slice_empty(a) && !slice_eq(b, a))
			return false;
		before_more = before_more || (slice_empty(a) && !slice_empty(b));
		after_more = after_more || (slice_empty(b) && !slice_empty(a));
	}
	return !(before_more && after_more);
}

static bool is_text(enum value_type type)
{
	return type == VALUE_LINE || type == VALUE_TEXT || type == VALUE_MARKDOWN;
}

static int by_text(const void *left, const void *right)
{
	return slice_cmp(*(const struct slice *)left, *(const struct slice *)right);
}

static struct words sorted_words(struct slice text, struct arena *arena)
{
	struct words words = { ARENA_COUNT(arena, struct slice, text.len / 2 + 1), 0 };
	struct slice rest = text;

	while (!slice_empty(rest))
		slice_cut(rest, ' ', &words.items[words.count++], &rest);
	if (words.count)
		qsort(words.items, words.count, sizeof *words.items, by_text);
	return words;
}

void item_read_words(struct item *item, const struct key_table *table, struct arena *arena)
{
	item->words = ARENA_COUNT(arena, struct words, table->count);
	for (size_t i = 0; i < table->count; i++)
		if (is_text(table->keys[i].type) && key_is_identity(table, i))
			item->words[i] = sorted_words(item->keys[i], arena);
}

/* Are two thirds of both texts' words the same? */
static bool words_agree(const struct words *before, const struct words *after)
{
	size_t b = 0, a = 0, shared = 0;

	while (b < before->count && a < after->count) {
		int order = slice_cmp(before->items[b], after->items[a]);

		shared += order == 0;
		b += order <= 0;
		a += order >= 0;
	}
	return shared && shared * 3 >= before->count + after->count;
}

bool items_agree(const struct item *before, const struct item *after, size_t key)
{
	if (slice_empty(before->keys[key]))
		return false;
	return slice_eq(before->keys[key], after->keys[key]) ||
	       (before->words && after->words &&
		   words_agree(&before->words[key], &after->words[key]));
}

/* Do their identities name two things of the site? */
static bool name_others(
    const struct key_table *table, const struct item *before, const struct item *after)
{
	for (size_t i = 0; table->identity[i]; i++) {
		size_t key = key_index(table, table->identity[i]);

		if (table->keys[key].type == VALUE_REFERENCE && !slice_empty(before->keys[key]) &&
		    !slice_empty(after->keys[key]) &&
		    !slice_eq(before->keys[key], after->keys[key]))
			return true;
	}
	return false;
}

bool items_half_agree(
    const struct key_table *table, const struct item *before, const struct item *after)
{
	size_t told = 0, agreeing = 0;

	if (name_others(table, before, after))
		return false;
	for (size_t i = 0; i < table->count; i++) {
		enum value_type type = table->keys[i].type;

		if (type == VALUE_WORD || type == VALUE_YES_NO ||
		    (slice_empty(before->keys[i]) && slice_empty(after->keys[i])))
			continue;
		told++;
		agreeing += items_agree(before, after, i);
	}
	return agreeing && agreeing * 2 >= told;
}
