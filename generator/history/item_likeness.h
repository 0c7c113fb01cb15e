/* How much two items of lists have to do with each other; for history/item_pairs.c. */
#ifndef ZONALE_HISTORY_ITEM_LIKENESS_H
#define ZONALE_HISTORY_ITEM_LIKENESS_H

#include "model/keys.h"

struct words {
	struct slice *items; /* sorted */
	size_t count;
};

/* One item, and what it tells. */
struct item {
	const void *object;
	size_t place;          /* among those of its list in which something is given */
	struct slice *keys;    /* the sense of each key of the table */
	struct slice sense;    /* of all keys: equal for items that say the same */
	struct slice identity; /* of those of the identity */
	struct words *words;   /* of each text of the identity; null until they are read */
	struct item *partner;  /* of the other list; null: none yet */
};

struct item *item_read(
    const struct key_table *table, const void *object, size_t place, struct arena *arena);

/* From then on texts of the identity agree that have most of their words in common. */
void item_read_words(struct item *item, const struct key_table *table, struct arena *arena);

size_t key_index(const struct key_table *table, const char *name);
bool key_is_identity(const struct key_table *table, size_t key);

/* Do both tell the same under the key? */
bool items_agree(const struct item *before, const struct item *after, size_t key);

/* Does one tell more of its identity than the other, or as much, and what both tell is equal? */
bool identity_extends(
    const struct key_table *table, const struct item *before, const struct item *after);

/* Does at least half of what is told agree, but for words and yes or no, and do they not name two things of the site? */
bool items_half_agree(
    const struct key_table *table, const struct item *before, const struct item *after);

#endif
