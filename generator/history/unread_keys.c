#include "history/unread_keys.h"

#include <string.h>

#include "model/keys_sense.h"

/* A mapping inside something else stands in brackets. */
static struct slice part_text(const struct yaml_node *node, struct arena *arena)
{
	struct slice text = node_text(node, arena);

	if (node->kind == YAML_SCALAR || slice_empty(text))
		return text;
	return ARENA_CONCAT(arena, SLICE("("), text, SLICE(")"));
}

/* Parts that say nothing are left out. */
struct slice node_text(const struct yaml_node *node, struct arena *arena)
{
	struct slice *parts;
	size_t count = 0;

	if (!node)
		return SLICE("");
	if (node->kind == YAML_SCALAR)
		return text_on_one_line(node->text, arena);
	parts = ARENA_COUNT(arena, struct slice, 4 * node->count + 1);
	for (const struct yaml_node *child = node->first; child; child = child->next) {
		struct slice text = part_text(child, arena);

		if (slice_empty(text))
			continue;
		if (count)
			parts[count++] = SLICE(", ");
		if (node->kind == YAML_MAP) {
			parts[count++] = child->key;
			parts[count++] = SLICE(": ");
		}
		parts[count++] = text;
	}
	return arena_concat(arena, parts, count);
}

const struct yaml_node *key_node(
    const struct key_table *table, const struct key *key, const struct yaml_node *map)
{
	if (map && map->kind == YAML_SCALAR && table->shorthand &&
	    strcmp(table->shorthand, key->name) == 0)
		return map;
	return yaml_get(map, key->name);
}

/* Items of a list are read one for one (model/keys.c). */
static struct slice unread_items(const struct key *key, const struct list *list,
    const struct yaml_node *node, struct arena *arena)
{
	struct slice *parts = ARENA_COUNT(arena, struct slice, 2 * node->count + 1);
	size_t count = 0, index = 0;

	for (const struct yaml_node *child = node->first; child; child = child->next, index++) {
		const char *item = (const char *)list->items + index * key_item_size(key);
		struct slice text;

		if (index < list->count && key_item_given(key, item))
			continue;
		text = part_text(child, arena);
		if (slice_empty(text))
			continue;
		if (count)
			parts[count++] = SLICE(", ");
		parts[count++] = text;
	}
	return arena_concat(arena, parts, count);
}

/* Is there a value, though it says no more than an absent key does? */
static bool is_read(const struct key *key, const void *place)
{
	return key_given(key, place) || (key->type == VALUE_WORD && *(const int *)place);
}

struct slice unread_text(
    const struct key_table *table, const struct key *key, const void *object, struct arena *arena)
{
	const void *place = key_place(key, object);
	const struct yaml_node *node;
	struct list list;

	if (key->type != VALUE_LIST && is_read(key, place))
		return SLICE("");
	memcpy(&node, object, sizeof node);
	node = key_node(table, key, node);
	if (!node || (key->type == VALUE_OBJECT && node->kind == YAML_MAP))
		return SLICE("");
	if (key->type != VALUE_LIST || node->kind != YAML_LIST)
		return node_text(node, arena);
	memcpy(&list, place, sizeof list);
	return unread_items(key, &list, node, arena);
}

struct yaml_node *next_unknown_key(const struct key_table *table, const struct yaml_node *map,
    bool is_root, const struct yaml_node *last)
{
	struct yaml_node *next = last ? last->next : NULL;

	if (!last && map && map->kind == YAML_MAP)
		next = map->first;
	while (
	    next && (key_find(table, next->key) || (is_root && slice_is(next->key, "accettati"))))
		next = next->next;
	return next;
}
