/*
 * Changes as bytes and back, so that what was compared once can be kept for the next build (history/kept_pages.h).
 */
#ifndef ZONALE_HISTORY_CHANGES_STORED_H
#define ZONALE_HISTORY_CHANGES_STORED_H

#include "history/change.h"
#include "model/keys_stored.h"

/* Changes between two texts of a file whose keys are those of the table. */
void changes_store(
    struct key_store *store, const struct key_table *table, const struct changes *changes);

/*
 * Restores into `restore->arena`; restore->programme: of the text after, `before`: of the one before. What is restored
 * is what history/change.h promises, or `restore->reader.failed` is set and `changes` are to be thrown away.
 */
void changes_restore(struct key_restore *restore, const struct key_table *table,
    const struct programme *before, struct changes *changes);

#endif
