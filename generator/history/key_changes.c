#include "history/key_changes.h"

#include <string.h>

#include "base/map.h"
#include "history/item_pairs.h"
#include "history/unread_keys.h"
#include "model/keys_copy.h"
#include "model/keys_sense.h"

struct comparison {
	const struct key_table *table; /* of the file */
	struct arena *arena, *scratch;
	struct changes *changes;
};

/* Two structs of a table whose keys are compared, and where they stand in the file. */
struct scope {
	const struct key_table *table;
	const void *before, *after;
	const struct key
	    *outer; /* the list or object of the file that holds them; null: the file itself */
	const struct key *inner; /* the object inside that which holds them; or null */
	const void *holder;      /* with outer: the item or object there, as it is now */
	const void **copy;       /* of holder; null until it is needed */
};

static struct yaml_node *node_of(const void *object)
{
	struct yaml_node *node;

	memcpy(&node, object, sizeof node);
	return node;
}

static const void *object_at(const void *place)
{
	const void *object;

	memcpy(&object, place, sizeof object);
	return object;
}

static struct list list_at(const void *place)
{
	struct list list;

	memcpy(&list, place, sizeof list);
	return list;
}

static enum change_verb verb_for(bool before, bool after)
{
	if (before && after)
		return CHANGE_REPLACED;
	return after ? CHANGE_ADDED : CHANGE_REMOVED;
}

/* --- what is told --------------------------------------------------------------------------------- */

static void add(struct comparison *comparison, struct change change)
{
	change.table = comparison->table;
	*ARENA_PUSH(comparison->arena, comparison->changes) = change;
}

/* The item that a change in the scope stands in, copied once for all of them. */
static const void *item_of(struct comparison *comparison, const struct scope *scope)
{
	if (!scope->outer)
		return NULL;
	if (!*scope->copy)
		*scope->copy = keys_copy(scope->outer->of, scope->holder, comparison->arena);
	return *scope->copy;
}

/* A copy of the value; of the default where nothing is given; null where there is none either. */
static const void *told_value(
    const struct comparison *comparison, const struct key *key, const void *place)
{
	if (key_given(key, place))
		return key_copy(key, place, comparison->arena);
	return key->absent ? key_copy(key, &key->absent, comparison->arena) : NULL;
}

static void add_value(
    struct comparison *comparison, const struct scope *scope, const struct key *key)
{
	struct change change = { .place = scope->outer ? CHANGE_OF_INNER : CHANGE_OF_KEY,
		.key = scope->outer ? scope->outer : key,
		.inner = scope->outer ? key : NULL,
		.item = item_of(comparison, scope),
		.before = told_value(comparison, key, key_place(key, scope->before)),
		.after = told_value(comparison, key, key_place(key, scope->after)) };

	change.verb = verb_for(change.before != NULL, change.after != NULL);
	add(comparison, change);
}

static void add_item(
    struct comparison *comparison, const struct key *key, const void *before, const void *after)
{
	struct change change = {
		.verb = verb_for(before != NULL, after != NULL), .place = CHANGE_OF_ITEM, .key = key
	};

	if (before)
		change.before = key_item_copy(key, before, comparison->arena);
	if (after)
		change.after = key_item_copy(key, after, comparison->arena);
	add(comparison, change);
}

static const void *told_text(const struct comparison *comparison, struct slice text)
{
	struct slice *copy;

	if (slice_empty(text))
		return NULL;
	copy = ARENA_NEW(comparison->arena, struct slice);
	*copy = arena_slice(comparison->arena, text);
	return copy;
}

/* key: null where the scope's table does not know the name. Texts that are equal are no change. */
static void add_unknown(struct comparison *comparison, const struct scope *scope,
    const struct key *key, struct slice name, struct slice before, struct slice after)
{
	struct change change = { .place = CHANGE_OF_UNKNOWN_KEY,
		.verb = verb_for(!slice_empty(before), !slice_empty(after)),
		.key = scope->outer ? scope->outer : key };

	if (slice_eq(before, after))
		return;
	if (scope->outer)
		change.inner = scope->inner ? scope->inner : key;
	change.item = item_of(comparison, scope);
	change.name = arena_slice(comparison->arena, name);
	change.before = told_text(comparison, before);
	change.after = told_text(comparison, after);
	add(comparison, change);
}

/* --- what today's tables can't read --------------------------------------------------------------- */

/* The keys of the mapping that the scope's table does not know, by name. */
static struct map unknown_keys(
    struct comparison *comparison, const struct scope *scope, const struct yaml_node *map)
{
	struct map keys = { 0 };
	struct yaml_node *node = NULL;

	while ((node = next_unknown_key(scope->table, map, !scope->outer, node)))
		map_put(&keys, comparison->scratch, node->key, node);
	return keys;
}

/* Those there are now in their order, then those that are gone. */
static void compare_unknown(struct comparison *comparison, const struct scope *scope)
{
	struct yaml_node *before = node_of(scope->before), *after = node_of(scope->after);
	struct map old_keys = unknown_keys(comparison, scope, before);
	struct map new_keys = unknown_keys(comparison, scope, after);
	struct yaml_node *node = NULL;

	while ((node = next_unknown_key(scope->table, after, !scope->outer, node)))
		add_unknown(comparison, scope, NULL, node->key,
		    node_text(map_get(&old_keys, node->key), comparison->scratch),
		    node_text(node, comparison->scratch));
	while ((node = next_unknown_key(scope->table, before, !scope->outer, node)))
		if (!map_get(&new_keys, node->key))
			add_unknown(comparison, scope, NULL, node->key,
			    node_text(node, comparison->scratch), SLICE(""));
}

/*
 * Where a value of the key can't be read, both are compared as texts: true, for what they say can't be told. Of a list
 * only such items are.
 */
static bool compare_unread(
    struct comparison *comparison, const struct scope *scope, const struct key *key)
{
	struct arena *scratch = comparison->scratch;
	struct slice before = unread_text(scope->table, key, scope->before, scratch);
	struct slice after = unread_text(scope->table, key, scope->after, scratch);
	bool is_list = key->type == VALUE_LIST;

	if (slice_empty(before) && slice_empty(after))
		return false;
	if (!is_list) {
		before = node_text(key_node(scope->table, key, node_of(scope->before)), scratch);
		after = node_text(key_node(scope->table, key, node_of(scope->after)), scratch);
	}
	add_unknown(comparison, scope, key, slice_from(key->name), before, after);
	return !is_list;
}

/* All of it in structs that otherwise say the same. */
static void compare_unread_inside(struct comparison *comparison, const struct scope *scope)
{
	for (size_t i = 0; i < scope->table->count; i++)
		if (!scope->table->keys[i].no_meaning)
			compare_unread(comparison, scope, &scope->table->keys[i]);
	compare_unknown(comparison, scope);
}

/* --- values --------------------------------------------------------------------------------------- */

/* Both objects under a key, where there are two; the scope is then what stands in them. */
static bool both_objects(const struct scope *scope, const struct key *key, struct scope *inside)
{
	*inside = *scope;
	inside->table = key->of;
	inside->before = object_at(key_place(key, scope->before));
	inside->after = object_at(key_place(key, scope->after));
	inside->inner = key;
	return inside->before && inside->after;
}

static void compare_value(
    struct comparison *comparison, const struct scope *scope, const struct key *key, bool same)
{
	const void *before = key_place(key, scope->before), *after = key_place(key, scope->after);
	struct scope inside;

	if (!same && !key_same(key, before, after, comparison->scratch))
		add_value(comparison, scope, key);
	if (key->type == VALUE_OBJECT && key_given(key, before) == key_given(key, after) &&
	    both_objects(scope, key, &inside))
		compare_unread_inside(comparison, &inside);
}

/* Two items of a list that are one, or two objects under a key; `same`: what can be read of them says the same. */
static void compare_inside(struct comparison *comparison, const struct key *outer,
    const void *before, const void *after, bool same)
{
	const void *copy = NULL;
	const struct scope scope = { outer->of, before, after, outer, NULL, after, &copy };

	for (size_t i = 0; i < outer->of->count; i++) {
		const struct key *key = &outer->of->keys[i];

		if (!key->no_meaning && !compare_unread(comparison, &scope, key))
			compare_value(comparison, &scope, key, same);
	}
	compare_unknown(comparison, &scope);
}

static void compare_object(
    struct comparison *comparison, const struct scope *file, const struct key *key)
{
	const void *before = key_place(key, file->before), *after = key_place(key, file->after);

	if (key_given(key, before) != key_given(key, after)) {
		add_value(comparison, file, key);
		return;
	}
	before = object_at(before);
	after = object_at(after);
	if (before || after)
		compare_inside(comparison, key,
		    before ? before : arena_alloc(comparison->scratch, key->of->size),
		    after ? after : arena_alloc(comparison->scratch, key->of->size), false);
}

static void compare_items(
    struct comparison *comparison, const struct scope *file, const struct key *key)
{
	struct list before = list_at(key_place(key, file->before));
	struct list after = list_at(key_place(key, file->after));
	struct item_pairs pairs = item_pairs(key->of, &before, &after, comparison->scratch);

	for (size_t i = 0; i < pairs.count; i++) {
		const struct item_pair *pair = &pairs.items[i];

		if (pair->before && pair->after)
			compare_inside(comparison, key, pair->before, pair->after, pair->same);
		else
			add_item(comparison, key, pair->before, pair->after);
	}
	if (pairs.reordered && key->of->ordered)
		add_value(comparison, file, key);
}

/* The values of a plain list that the other one lacks, each once. */
static void add_missing(struct comparison *comparison, const struct key *key,
    const struct list *list, const struct list *other, bool added)
{
	struct arena *scratch = comparison->scratch;
	struct map seen = { 0 };

	for (size_t i = 0; i < other->count; i++) {
		const char *item = (const char *)other->items + i * key_item_size(key);

		map_put(&seen, scratch, key_item_sense(key, item, scratch), &seen);
	}
	for (size_t i = 0; i < list->count; i++) {
		const char *item = (const char *)list->items + i * key_item_size(key);

		if (key_item_given(key, item) &&
		    !map_put(&seen, scratch, key_item_sense(key, item, scratch), &seen))
			add_item(comparison, key, added ? NULL : item, added ? item : NULL);
	}
}

static void compare_plain_list(
    struct comparison *comparison, const struct scope *file, const struct key *key)
{
	struct list before = list_at(key_place(key, file->before));
	struct list after = list_at(key_place(key, file->after));

	add_missing(comparison, key, &after, &before, true);
	add_missing(comparison, key, &before, &after, false);
}

void key_changes(const struct key_table *table, const void *before, const void *after,
    struct arena *arena, struct arena *scratch, struct changes *changes)
{
	struct comparison comparison = { table, arena, scratch, changes };
	const struct scope file = { .table = table, .before = before, .after = after };

	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		if (key->no_meaning || compare_unread(&comparison, &file, key))
			continue;
		if (key->type == VALUE_OBJECT)
			compare_object(&comparison, &file, key);
		else if (key->type != VALUE_LIST)
			compare_value(&comparison, &file, key, false);
		else if (key->of)
			compare_items(&comparison, &file, key);
		else
			compare_plain_list(&comparison, &file, key);
	}
	compare_unknown(&comparison, &file);
}
