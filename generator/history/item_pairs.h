/*
 * Which item of one list is which of another, by the identity that their table tells (model/keys.h). In this order,
 * each item once:
 *
 *   1. those that say the same;
 *   2. those of the same identity: all its keys equal, given or not;
 *   3. those of which one tells more of its identity than the other, and what both tell is equal;
 *   4. those of which at least half of what they tell agrees, unless they name two different things of the site by id.
 *      A text of the identity agrees if two thirds of the words are the same; keys that take a word, and yes or no,
 *      don't count, since they agree easily;
 *   5. those that share a key by which such items are known, where no other item that is left shares it.
 *
 * Of several candidates those that agree most are paired, then those that stand at like places. Pairing b with a gives
 * the same pairs as a with b. Cost is bounded: among very many items only 1 and 2 are tried, in order.
 */
#ifndef ZONALE_HISTORY_ITEM_PAIRS_H
#define ZONALE_HISTORY_ITEM_PAIRS_H

#include "model/keys.h"

struct item_pair {
	const void *before, *after; /* structs of the table; null: there is none */
	bool same;                  /* both say the same */
};

struct item_pairs {
	struct item_pair
	    *items; /* in the order of `after`, then those that are gone in the order of `before` */
	size_t count;
	bool reordered; /* those that are in both lists stand in another order */
};

/* Lists of structs of the table; items in which nothing is given are left out. In the arena. */
struct item_pairs item_pairs(const struct key_table *table, const struct list *before,
    const struct list *after, struct arena *arena);

#endif
