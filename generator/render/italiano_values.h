/*
 * Values of keys in words, whole: as comparisons set them beside each other. Sentences tell them shorter
 * (render/italiano_changes.h). Names are those of today's registers; an act that nobody may see, and a person whom the
 * registers no longer know, are not named.
 */
#ifndef ZONALE_RENDER_ITALIANO_VALUES_H
#define ZONALE_RENDER_ITALIANO_VALUES_H

#include "model/site.h"

struct text_lines {
	struct slice *items;
	size_t count, cap;
};

/*
 * Adds the value in words, a line for each item of a list; none where nothing is given. place: of a value of the key's
 * type, or null. within: the item of a list that holds it, a struct of the table `of`, or null: a secret vote names no
 * one.
 */
void italian_value(const struct site *site, const struct key *key, const void *place,
    const struct key_table *of, const void *within, struct arena *arena, struct text_lines *lines);

/* The same for one item of the list under a key: a struct of key->of, or a value of key->item. */
void italian_item(const struct site *site, const struct key *key, const void *item,
    struct arena *arena, struct text_lines *lines);

/* Which item of its list it is, by the identity that its table tells: "Comune di Alfa"; may be empty. */
struct slice italian_identity(
    const struct site *site, const struct key_table *table, const void *item, struct arena *arena);

#endif
