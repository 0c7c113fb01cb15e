/* Changes written down and read again, as the cache does it. */
#ifndef ZONALE_TESTS_STORED_CHANGES_H
#define ZONALE_TESTS_STORED_CHANGES_H

#include "history/changes_stored.h"

/*
 * The changes as they come back. Expects that they can be written down again to the same bytes, that nothing is believed
 * of bytes that are cut short, and that references which find nothing are seen on both ways, or on none.
 */
struct changes stored_and_restored(const struct site *site, const struct key_table *table,
    const struct changes *changes, struct arena *arena);

#endif
