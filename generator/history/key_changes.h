/*
 * What changed between two readings of a file's keys, by its key table (history/change.h): every key added, removed and
 * changed, in the order of the table. Values are compared by what they say (model/keys_sense.h): white space, quoting,
 * the order of a list, keys left empty, keys without meaning and defaults written out make no difference.
 *
 * Items of a list of objects are matched by their identity (history/item_pairs.h): a presence by its organisation and
 * person, an attachment by its file. Plain lists are sets. Objects and lists inside an object or an item are compared
 * as whole values of `inner`.
 *
 * Beyond what history/change.h says:
 *
 *   - Where a list's order says something (an agenda) and its items stand in another one, there is a CHANGE_OF_KEY,
 *     REPLACED, with both lists, beside what else changed in them.
 *   - Of a key that has a default (key->absent) REPLACED is told with it, never ADDED or REMOVED.
 *   - CHANGE_OF_UNKNOWN_KEY also tells of keys that the table knows but whose value can't be read by it (a word that
 *     was retired; of a list, the items that can't be read): `key` is that key then. Of what stands inside an object or
 *     an item, `key` and `item` say where, and `inner` which of its keys, null where no table knows it.
 */
#ifndef ZONALE_HISTORY_KEY_CHANGES_H
#define ZONALE_HISTORY_KEY_CHANGES_H

#include "history/change.h"

/*
 * Adds to `changes`, in the arena. before and after: structs of the table's kind as they were read in history mode, with
 * their references resolved, not derived; their nodes are read for what the table does not know. scratch is used while
 * comparing.
 */
void key_changes(const struct key_table *table, const void *before, const void *after,
    struct arena *arena, struct arena *scratch, struct changes *changes);

#endif
