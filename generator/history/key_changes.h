/*
 * What changed between two readings of a file's keys, by its key table (history/change.h): every key added, removed and
 * changed, in the order of the table. Items of a list of objects are matched by their identity (a presence by its
 * organisation and person, an attachment by its file), those of plain lists by their value; the order of a list alone
 * is no change, but of an agenda. Keys without meaning are passed over. White space inside text makes no difference.
 */
#ifndef ZONALE_HISTORY_KEY_CHANGES_H
#define ZONALE_HISTORY_KEY_CHANGES_H

#include "history/change.h"

/*
 * Adds to `changes`, in the arena. before and after: structs of the table's kind, read in history mode and resolved;
 * their nodes are read for keys that the table does not know. scratch is used while comparing.
 */
void key_changes(const struct key_table *table, const void *before, const void *after,
    struct arena *arena, struct arena *scratch, struct changes *changes);

#endif
