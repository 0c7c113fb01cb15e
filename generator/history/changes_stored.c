#include "history/changes_stored.h"

/* The item that a change stands in. */
enum stored_item {
	ITEM_NONE,
	ITEM_OWN,
	ITEM_OF_LAST, /* that of the change before it: all that changed in one item share it */
};

/* --- stored ------------------------------------------------------------------------------------ */

static void store_row(struct key_store *store, const struct key_table *table, const struct key *key)
{
	cache_add_count(store->bytes, key ? (uint64_t)(key - table->keys) + 1 : 0);
}

static void store_item(
    struct key_store *store, const struct change *change, const struct change *last)
{
	enum stored_item kind = !change->item                        ? ITEM_NONE
				: last && last->item == change->item ? ITEM_OF_LAST
								     : ITEM_OWN;

	cache_add_count(store->bytes, kind);
	if (kind == ITEM_OWN)
		keys_store(store, change->key->of, change->item);
}

static void store_side(struct key_store *store, const struct change *change, const void *value)
{
	cache_add_count(store->bytes, value != NULL);
	if (!value)
		return;
	switch (change->place) {
	case CHANGE_OF_KEY: key_store(store, change->key, value); break;
	case CHANGE_OF_ITEM: key_item_store(store, change->key, value); break;
	case CHANGE_OF_INNER: key_store(store, change->inner, value); break;
	default: cache_add_text(store->bytes, *(const struct slice *)value); break;
	}
}

static void store_place(struct key_store *store, const struct text_place *place)
{
	cache_add_text(store->bytes, place->section);
	cache_add_text(store->bytes, place->label);
	cache_add_count(store->bytes, place->number);
}

static void store_text(struct key_store *store, const struct text_change *text)
{
	cache_add_count(store->bytes, text->unit);
	store_place(store, &text->place);
	store_place(store, &text->from);
	cache_add_text(store->bytes, text->old_words);
	cache_add_text(store->bytes, text->new_words);
	cache_add_count(store->bytes, text->few_words);
}

static void store_keys(struct key_store *store, const struct key_table *table,
    const struct change *change, const struct change *last)
{
	store_row(store, table, change->key);
	if (change->key && change->key->of) {
		store_row(store, change->key->of, change->inner);
		store_item(store, change, last);
	}
	cache_add_text(store->bytes, change->name);
	store_side(store, change, change->before);
	store_side(store, change, change->after);
}

void changes_store(
    struct key_store *store, const struct key_table *table, const struct changes *changes)
{
	cache_add_count(store->bytes, changes->count);
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		cache_add_count(store->bytes, change->verb);
		cache_add_count(store->bytes, change->place);
		if (change->place == CHANGE_OF_TEXT)
			store_text(store, &change->text);
		else if (change->place != CHANGE_OF_UNREADABLE_TEXT)
			store_keys(store, table, change, i ? change - 1 : NULL);
	}
}

/* --- restored ---------------------------------------------------------------------------------- */

static void refuse_unless(struct key_restore *restore, bool good)
{
	restore->reader.failed = restore->reader.failed || !good;
}

static unsigned restore_up_to(struct key_restore *restore, uint64_t max)
{
	uint64_t number = cache_take_count(&restore->reader);

	refuse_unless(restore, number <= max);
	return restore->reader.failed ? 0 : (unsigned)number;
}

static const struct key *restore_row(struct key_restore *restore, const struct key_table *table)
{
	unsigned index = restore_up_to(restore, table->count);

	return index ? &table->keys[index - 1] : NULL;
}

static const void *restore_item(
    struct key_restore *restore, const struct key *key, const struct change *last)
{
	unsigned kind = restore_up_to(restore, ITEM_OF_LAST);

	if (kind == ITEM_OWN)
		return keys_restore(restore, key->of);
	if (kind != ITEM_OF_LAST)
		return NULL;
	refuse_unless(restore, last && last->key == key && last->item);
	return restore->reader.failed ? NULL : last->item;
}

static const void *restore_side(struct key_restore *restore, const struct change *change)
{
	struct slice *text;

	if (!restore_up_to(restore, 1))
		return NULL;
	switch (change->place) {
	case CHANGE_OF_KEY: return key_restore(restore, change->key);
	case CHANGE_OF_ITEM: return key_item_restore(restore, change->key);
	case CHANGE_OF_INNER: return key_restore(restore, change->inner);
	default:
		text = ARENA_NEW(restore->arena, struct slice);
		*text = cache_take_text(&restore->reader);
		return text;
	}
}

/* What history/change.h promises of each place. */
static bool keys_fit(const struct change *change)
{
	const struct key *key = change->key;

	switch (change->place) {
	case CHANGE_OF_KEY: return key && !change->inner && !change->item;
	case CHANGE_OF_ITEM:
		return key && key->type == VALUE_LIST && !change->inner && !change->item;
	case CHANGE_OF_INNER: return key && change->inner && change->item;
	default: return !change->inner || change->item;
	}
}

static bool sides_fit(const struct change *change)
{
	switch (change->verb) {
	case CHANGE_ADDED: return !change->before && change->after;
	case CHANGE_REMOVED: return change->before && !change->after;
	case CHANGE_REPLACED: return change->before && change->after;
	default: return false;
	}
}

static void restore_keys(struct key_restore *restore, const struct key_table *table,
    const struct programme *before, struct change *change, const struct change *last)
{
	const struct programme *after = restore->programme;

	change->table = table;
	change->key = restore_row(restore, table);
	if (change->key && change->key->of) {
		change->inner = restore_row(restore, change->key->of);
		change->item = restore_item(restore, change->key, last);
	}
	change->name = cache_take_text(&restore->reader);
	refuse_unless(restore, keys_fit(change));
	if (restore->reader.failed)
		return;
	restore->programme = before;
	change->before = restore_side(restore, change);
	restore->programme = after;
	change->after = restore_side(restore, change);
	refuse_unless(restore, sides_fit(change));
}

static void restore_place(struct key_restore *restore, struct text_place *place)
{
	place->section = cache_take_text(&restore->reader);
	place->label = cache_take_text(&restore->reader);
	place->number = restore_up_to(restore, UINT32_MAX);
}

static void restore_text(struct key_restore *restore, struct text_change *text)
{
	text->unit = (enum text_unit)restore_up_to(restore, TEXT_FOOTNOTE);
	restore_place(restore, &text->place);
	restore_place(restore, &text->from);
	text->old_words = cache_take_text(&restore->reader);
	text->new_words = cache_take_text(&restore->reader);
	text->few_words = restore_up_to(restore, 1) != 0;
	refuse_unless(restore, text->unit >= TEXT_WHOLE);
}

static void restore_change(struct key_restore *restore, const struct key_table *table,
    const struct programme *before, struct change *change, const struct change *last)
{
	*change = (struct change){ 0 };
	change->verb = (enum change_verb)restore_up_to(restore, CHANGE_MOVED);
	change->place = (enum change_place)restore_up_to(restore, CHANGE_OF_UNREADABLE_TEXT);
	refuse_unless(restore, change->verb && change->place);
	if (restore->reader.failed || change->place == CHANGE_OF_UNREADABLE_TEXT)
		return;
	if (change->place == CHANGE_OF_TEXT)
		restore_text(restore, &change->text);
	else
		restore_keys(restore, table, before, change, last);
}

void changes_restore(struct key_restore *restore, const struct key_table *table,
    const struct programme *before, struct changes *changes)
{
	uint64_t count = cache_take_count(&restore->reader);

	/* Each takes two bytes at least. */
	refuse_unless(restore, count <= restore->reader.rest.len / 2);
	*changes = (struct changes){ 0 };
	while (count-- && !restore->reader.failed) {
		struct change *change = ARENA_PUSH(restore->arena, changes);

		restore_change(
		    restore, table, before, change, changes->count > 1 ? change - 1 : NULL);
	}
}
