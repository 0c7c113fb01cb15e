/*
 * Values of content copied by their key tables into another arena, so that they outlive what they were read from.
 *
 * A copy holds what its table says and nothing else: what linking and deriving add to a struct is zero in it, but for
 * what references found. Its `node` is null. Where a node says that something was given (a tally, a reference that is a
 * word), the copy has a node that holds the scalar's text and nothing else.
 */
#ifndef ZONALE_MODEL_KEYS_COPY_H
#define ZONALE_MODEL_KEYS_COPY_H

#include "model/keys.h"

/* A struct of the table, whole. */
void *keys_copy(const struct key_table *table, const void *object, struct arena *arena);

/*
 * A key's value: a new place of its type, with all that it points to. Of a VALUE_OBJECT and a VALUE_TERM that is a
 * pointer to a pointer, as in the struct.
 */
void *key_copy(const struct key *key, const void *place, struct arena *arena);

/* An item of the list under a key: a struct of key->of, or a value of key->item. */
void *key_item_copy(const struct key *key, const void *item, struct arena *arena);

#endif
