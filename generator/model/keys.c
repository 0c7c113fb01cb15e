#include "model/keys.h"

#include <string.h>

#include "base/unicode.h"
#include "model/values.h"

static const struct key *row_of(const struct key_table *table, struct slice name)
{
	for (size_t i = 0; i < table->count; i++)
		if (slice_is(name, table->keys[i].name))
			return &table->keys[i];
	return NULL;
}

const struct key *key_find(const struct key_table *table, struct slice name)
{
	return row_of(table, name);
}

const struct word *word_find(const struct word *words, int value)
{
	for (const struct word *word = words; word->name; word++)
		if (word->value == value)
			return word;
	return NULL;
}

struct position key_position(const struct yaml_node *map, const char *key, struct slice file)
{
	const struct yaml_node *value = map && map->kind == YAML_MAP ? yaml_get(map, key) : NULL;

	if (!map)
		return position_file(file);
	return yaml_position(value ? value : map, file);
}

/* The names of all keys, as a list in a sentence. */
static struct slice key_names(const struct key_table *table, struct arena *arena)
{
	struct slice names = SLICE("");

	for (size_t i = 0; i < table->count; i++)
		names = arena_printf(
		    arena, "%.*s%s%s", SLICE_ARGS(names), i ? ", " : "", table->keys[i].name);
	return names;
}

static void report_unknown_key(
    const struct key_reader *reader, const struct key_table *table, const struct yaml_node *child)
{
	struct arena *scratch = arena_new();
	struct slice *names = ARENA_COUNT(scratch, struct slice, table->count);
	struct position at = yaml_key_position(child, reader->file);
	struct slice nearest;

	for (size_t i = 0; i < table->count; i++)
		names[i] = slice_from(table->keys[i].name);
	nearest = nearest_word(child->key, names, table->count, scratch);
	if (slice_empty(nearest))
		diag3(reader->diagnostics, DIAG_KEY_UNKNOWN, at, child->key,
		    slice_from(table->name), key_names(table, scratch));
	else
		diag3(reader->diagnostics, DIAG_KEY_MISSPELT, at, child->key,
		    slice_from(table->name), nearest);
	arena_free(scratch);
}

static bool read_list(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, void *place)
{
	struct list *list = place;
	size_t size = row->of ? row->of->size : value_size(row->item);
	bool good = true;

	if (node->kind != YAML_LIST) {
		value_refuse(reader, DIAG_VALUE_NOT_LIST, node, row->name);
		return reader->history;
	}
	list->items = arena_array(reader->arena, size, node->count);
	list->cap = node->count;
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		void *object = (char *)list->items + size * list->count;
		bool fine = row->of ? keys_read(reader, row->of, item, object)
				    : value_read(reader, row, row->item, item, object);

		if (fine || row->of)
			list->count++;
		good = good && fine;
	}
	return good;
}

static bool read_object(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, void *place)
{
	void *object = arena_alloc(reader->arena, row->of->size);
	bool good = keys_read(reader, row->of, node, object);

	memcpy(place, &object, sizeof object);
	return good;
}

bool key_is_awaited(const struct yaml_node *value)
{
	return value->kind == YAML_SCALAR && slice_is(value->text, KEY_AWAITED);
}

bool key_read(const struct key_reader *reader, const struct key *row, const struct yaml_node *node,
    void *object)
{
	void *place = (char *)object + row->offset;

	if (value_is_absent(node)) {
		value_refuse(reader, DIAG_KEY_WITHOUT_VALUE, node, row->name);
		return reader->history;
	}
	if (row->formats.until && !reader->history) {
		diag2(reader->diagnostics, DIAG_KEY_RETIRED, yaml_key_position(node, reader->file),
		    slice_from(row->name),
		    arena_printf(reader->arena, "%d", row->formats.until + 1));
		return false;
	}
	if (row->may_be_awaited && key_is_awaited(node))
		return true;
	switch (row->type) {
	case VALUE_LIST: return read_list(reader, row, node, place);
	case VALUE_OBJECT: return read_object(reader, row, node, place);
	default: return value_read(reader, row, row->type, node, place);
	}
}

static bool check_required(
    const struct key_reader *reader, const struct key_table *table, const struct yaml_node *map)
{
	bool good = true;

	for (size_t i = 0; i < table->count; i++) {
		const struct key *row = &table->keys[i];

		if (!row->required || reader->history || yaml_get(map, row->name))
			continue;
		diag3(reader->diagnostics, DIAG_KEY_MISSING, yaml_position(map, reader->file),
		    slice_from(row->name), slice_from(table->name),
		    slice_from(row->description[0]));
		good = false;
	}
	return good;
}

bool keys_read(const struct key_reader *reader, const struct key_table *table,
    const struct yaml_node *map, void *object)
{
	bool good = true;

	memcpy(object, &map, sizeof map);
	if (map->kind == YAML_SCALAR && table->shorthand)
		return key_read(reader, row_of(table, slice_from(table->shorthand)), map, object);
	if (map->kind != YAML_MAP) {
		if (!reader->history)
			diag2(reader->diagnostics, DIAG_VALUE_NOT_MAPPING,
			    yaml_position(map, reader->file),
			    slice_empty(map->key) ? slice_from(table->name) : map->key,
			    key_names(table, reader->arena));
		return reader->history;
	}
	for (const struct yaml_node *child = map->first; child; child = child->next) {
		const struct key *row = row_of(table, child->key);

		if (row) {
			good = key_read(reader, row, child, object) && good;
		} else if (!reader->history &&
			   !(map == reader->root && slice_is(child->key, "accettati"))) {
			report_unknown_key(reader, table, child);
			good = false;
		}
	}
	return check_required(reader, table, map) && good;
}

void keys_each_reference(
    const struct key_table *table, void *object, reference_visit *visit, void *context)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct key *row = &table->keys[i];
		void *place = (char *)object + row->offset;
		struct list list = { 0 };
		void *inner = NULL;

		if (row->type == VALUE_REFERENCE) {
			visit(context, row, place);
		} else if (row->type == VALUE_TALLY) {
			memcpy(&list, &((struct tally *)place)->organisations, sizeof list);
		} else if (row->type == VALUE_LIST) {
			memcpy(&list, place, sizeof list);
		} else if (row->type == VALUE_OBJECT) {
			memcpy(&inner, place, sizeof inner);
			if (inner)
				keys_each_reference(row->of, inner, visit, context);
		}
		for (size_t n = 0; n < list.count; n++) {
			if (row->of)
				keys_each_reference(row->of, (char *)list.items + n * row->of->size,
				    visit, context);
			else if (row->type == VALUE_TALLY || row->item == VALUE_REFERENCE)
				visit(context, row, &((struct reference *)list.items)[n]);
		}
	}
}
