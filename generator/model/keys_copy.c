#include "model/keys_copy.h"

#include <string.h>

#include "model/keys_sense.h"
#include "model/values.h"

static void copy_value(
    const struct key *key, enum value_type type, const void *from, void *to, struct arena *arena);

static const struct yaml_node *copy_node(const struct yaml_node *node, struct arena *arena)
{
	struct yaml_node *copy = ARENA_NEW(arena, struct yaml_node);

	copy->kind = node->kind;
	copy->text = arena_slice(arena, node->text);
	return copy;
}

static struct reference copy_reference(const struct reference *from, struct arena *arena)
{
	struct reference copy = { .id = arena_slice(arena, from->id), .found = from->found };

	if (from->node && slice_empty(from->id))
		copy.node = copy_node(from->node, arena);
	return copy;
}

static void copy_tally(const struct tally *from, struct tally *to, struct arena *arena)
{
	*to = (struct tally){ .count = from->count };
	if (from->node)
		to->node = copy_node(from->node, arena);
	for (size_t i = 0; i < from->organisations.count; i++)
		*ARENA_PUSH(arena, &to->organisations) =
		    copy_reference(&from->organisations.items[i], arena);
}

static struct term_event copy_event(const struct term_event *from, struct arena *arena)
{
	return (struct term_event){ .id = arena_slice(arena, from->id), .after = from->after };
}

/* Positions are left out: they name a file. */
static struct term *copy_term(const struct term *from, struct arena *arena)
{
	struct term *term = ARENA_NEW(arena, struct term);

	*term = *from;
	term->at = term->term_at = (struct position){ .line = 0 };
	term->event = copy_event(&from->event, arena);
	term->from.event = copy_event(&from->from.event, arena);
	term->to.event = copy_event(&from->to.event, arena);
	term->after = copy_event(&from->after, arena);
	term->condition = arena_slice(arena, from->condition);
	return term;
}

static void copy_list(const struct key *key, const void *from, void *to, struct arena *arena)
{
	size_t size = key_item_size(key);
	struct list list, copy = { 0 };

	memcpy(&list, from, sizeof list);
	copy.items = arena_array(arena, size, list.count);
	copy.count = copy.cap = list.count;
	for (size_t i = 0; i < list.count; i++) {
		const char *item = (const char *)list.items + i * size;

		memcpy((char *)copy.items + i * size, key_item_copy(key, item, arena), size);
	}
	memcpy(to, &copy, sizeof copy);
}

static void copy_pointer(
    const struct key *key, enum value_type type, const void *from, void *to, struct arena *arena)
{
	const void *object;
	void *copy = NULL;

	memcpy(&object, from, sizeof object);
	if (object)
		copy = type == VALUE_TERM ? copy_term(object, arena)
					  : keys_copy(key->of, object, arena);
	memcpy(to, &copy, sizeof copy);
}

static void copy_value(
    const struct key *key, enum value_type type, const void *from, void *to, struct arena *arena)
{
	switch (type) {
	case VALUE_LINE:
	case VALUE_TEXT:
	case VALUE_MARKDOWN:
	case VALUE_ID:
	case VALUE_ACT_PLACE:
	case VALUE_URL:
	case VALUE_EMAIL:
		*(struct slice *)to = arena_slice(arena, *(const struct slice *)from);
		break;
	case VALUE_REFERENCE: *(struct reference *)to = copy_reference(from, arena); break;
	case VALUE_DECIMAL:
		*(struct decimal *)to = *(const struct decimal *)from;
		((struct decimal *)to)->text =
		    arena_slice(arena, ((const struct decimal *)from)->text);
		break;
	case VALUE_TALLY: copy_tally(from, to, arena); break;
	case VALUE_TERM:
	case VALUE_OBJECT: copy_pointer(key, type, from, to, arena); break;
	case VALUE_LIST: copy_list(key, from, to, arena); break;
	default: memcpy(to, from, value_size(type)); break;
	}
}

void *keys_copy(const struct key_table *table, const void *object, struct arena *arena)
{
	char *copy = arena_alloc(arena, table->size);

	for (size_t i = 0; i < table->count; i++)
		copy_value(&table->keys[i], table->keys[i].type, key_place(&table->keys[i], object),
		    copy + table->keys[i].offset, arena);
	return copy;
}

void *key_copy(const struct key *key, const void *place, struct arena *arena)
{
	void *copy = arena_alloc(arena, value_size(key->type));

	copy_value(key, key->type, place, copy, arena);
	return copy;
}

void *key_item_copy(const struct key *key, const void *item, struct arena *arena)
{
	void *copy;

	if (key->of)
		return keys_copy(key->of, item, arena);
	copy = arena_alloc(arena, value_size(key->item));
	copy_value(key, key->item, item, copy, arena);
	return copy;
}
