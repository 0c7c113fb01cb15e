/*
 * What stands in a file's keys but can't be read by today's tables: keys that they don't know, words that were retired,
 * values of another form. Old versions keep it as text (design 6).
 */
#ifndef ZONALE_HISTORY_UNREAD_KEYS_H
#define ZONALE_HISTORY_UNREAD_KEYS_H

#include "model/keys.h"

/* A value as text on one line: "alfa, beta"; of a mapping "ente: alfa, dal: 2031". Empty where there is none. */
struct slice node_text(const struct yaml_node *node, struct arena *arena);

/*
 * What stands under a key of the table in a struct's node, where `place` in the struct has no value of it; of a list,
 * the items without one. Empty where all was read.
 */
struct slice unread_text(
    const struct key_table *table, const struct key *key, const void *object, struct arena *arena);

/* The node of a key's value in that of a struct, also where a scalar stands for the mapping; or null. */
const struct yaml_node *key_node(
    const struct key_table *table, const struct key *key, const struct yaml_node *map);

/*
 * The next key of a mapping that the table does not know, behind `last`, or the first one for
 * null; null at the end. Null is allowed for `map`. `accettati` is passed over in a file's root.
 */
struct yaml_node *next_unknown_key(const struct key_table *table, const struct yaml_node *map,
    bool is_root, const struct yaml_node *last);

#endif
