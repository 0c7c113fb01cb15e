#include "history/change_names.h"

struct search {
	const void *wanted;
	bool found;
};

static void look(void *context, const struct key *key, struct reference *reference)
{
	struct search *search = context;

	(void)key;
	search->found = search->found || reference->found == search->wanted;
}

/* Does a struct of the table refer to it? The visit changes nothing. */
static bool struct_names(const struct key_table *table, const void *object, const void *wanted)
{
	struct search search = { wanted, false };

	keys_each_reference(table, (void *)object, look, &search);
	return search.found;
}

/* The same of a value of the key, as if it were the only one of a struct. */
static bool value_names(const struct key *key, const void *value, const void *wanted)
{
	struct key alone = *key;
	struct key_table table = { .keys = &alone, .count = 1 };

	alone.offset = 0;
	return struct_names(&table, value, wanted);
}

static bool side_names(const struct change *change, const void *side, const void *wanted)
{
	if (!side)
		return false;
	if (change->place == CHANGE_OF_INNER)
		return value_names(change->inner, side, wanted);
	if (change->place == CHANGE_OF_KEY)
		return value_names(change->key, side, wanted);
	if (change->place != CHANGE_OF_ITEM)
		return false;
	if (change->key->of)
		return struct_names(change->key->of, side, wanted);
	return change->key->item == VALUE_REFERENCE &&
	       ((const struct reference *)side)->found == wanted;
}

static bool identity_names(const struct change *change, const void *wanted)
{
	const struct key_table *table = change->key->of;

	for (size_t i = 0; table->identity[i]; i++) {
		const struct key *key = key_find(table, slice_from(table->identity[i]));

		if (value_names(key, key_place(key, change->item), wanted))
			return true;
	}
	return false;
}

bool change_names(const struct change *change, const void *found)
{
	if (change->place == CHANGE_OF_INNER && change->item && identity_names(change, found))
		return true;
	return side_names(change, change->before, found) !=
	       side_names(change, change->after, found);
}
