/*
 * What values of content say, apart from how they were written: two that say the same have the same sense. White space
 * inside text, the order of organisations in a tally and of items in a list (but an ordered one), empty values and
 * defaults written out make no difference; keys without meaning don't count, nor what no table knows.
 */
#ifndef ZONALE_MODEL_KEYS_SENSE_H
#define ZONALE_MODEL_KEYS_SENSE_H

#include "model/keys.h"

/* Is there a value, and one that says more than an absent key does? */
bool key_given(const struct key *key, const void *place);
bool key_item_given(const struct key *key, const void *item);

/* The size of an item of the list under a key: of a struct of key->of, or of a value of key->item. */
size_t key_item_size(const struct key *key);

/* Is any key of the struct given? */
bool keys_given(const struct key_table *table, const void *object);

/*
 * Bytes that are equal for values of this key that say the same, and for no others; empty where nothing is given.
 * Not to be shown.
 */
struct slice key_sense(const struct key *key, const void *place, struct arena *arena);
struct slice key_item_sense(const struct key *key, const void *item, struct arena *arena);
struct slice keys_sense(const struct key_table *table, const void *object, struct arena *arena);

/* Do two values of the key say the same? */
bool key_same(const struct key *key, const void *a, const void *b, struct arena *scratch);

/* The text with runs of white space as one blank, and none at its ends. */
struct slice text_on_one_line(struct slice text, struct arena *arena);

#endif
