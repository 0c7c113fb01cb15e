/*
 * Single values of content: one reader a type of model/keys.h. Included by model/keys*.c alone.
 */
#ifndef ZONALE_MODEL_VALUES_H
#define ZONALE_MODEL_VALUES_H

#include "model/keys.h"

/* The size of the C value that a type is read into, in bytes. */
size_t value_size(enum value_type type);

/*
 * Reads a value of the type (not VALUE_LIST, not VALUE_OBJECT) into its place. False after an error was
 * reported; in history mode what can't be read is passed over, and the place stays as it was.
 */
bool value_read(const struct key_reader *reader, const struct key *row, enum value_type type,
    const struct yaml_node *node, void *place);

/* Nothing but blanks, in quotes or not: a key, or an item of a list, that was left without its value. */
bool value_is_absent(const struct yaml_node *node);

/* Reports a diagnostic about a value, whose first argument is the key; nothing in history mode. */
void value_refuse(const struct key_reader *reader, enum diag_id id, const struct yaml_node *node,
    const char *key);

#endif
