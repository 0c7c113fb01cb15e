/*
 * A hash map from text to a pointer. Keys are borrowed and must outlive the map; the table lives in
 * the arena. It is for look-up only: it has no iteration, since hash order may reach no output.
 */
#ifndef ZONALE_BASE_MAP_H
#define ZONALE_BASE_MAP_H

#include "base/arena.h"

struct map_slot {
	struct slice key;
	void *value;
};

struct map {
	struct map_slot *slots;
	size_t count, cap;
};

/* The value under the key, or null. */
void *map_get(const struct map *map, struct slice key);

/* Puts a non-null value; returns the one that was there before (now replaced), or null. */
void *map_put(struct map *map, struct arena *arena, struct slice key, void *value);

#endif
