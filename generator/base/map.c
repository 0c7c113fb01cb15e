#include "base/map.h"

#include <assert.h>

/* FNV-1a; the inputs are ids and paths of a repository whose writers we trust not to attack us. */
static uint64_t hash_of(struct slice key)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < key.len; i++)
		hash = (hash ^ (unsigned char)key.p[i]) * UINT64_C(0x100000001b3);
	return hash ^ (hash >> 32);
}

static struct map_slot *slot_for(struct map_slot *slots, size_t cap, struct slice key)
{
	size_t at = (size_t)hash_of(key) & (cap - 1);

	while (slots[at].value && !slice_eq(slots[at].key, key))
		at = (at + 1) & (cap - 1);
	return &slots[at];
}

void *map_get(const struct map *map, struct slice key)
{
	return map->cap ? slot_for(map->slots, map->cap, key)->value : NULL;
}

static void map_grow(struct map *map, struct arena *arena)
{
	size_t cap = map->cap ? map->cap * 2 : 16;
	struct map_slot *slots = ARENA_COUNT(arena, struct map_slot, cap);

	for (size_t i = 0; i < map->cap; i++)
		if (map->slots[i].value)
			*slot_for(slots, cap, map->slots[i].key) = map->slots[i];
	map->slots = slots;
	map->cap = cap;
}

void *map_put(struct map *map, struct arena *arena, struct slice key, void *value)
{
	struct map_slot *slot;
	void *before;

	assert(value);
	if ((map->count + 1) * 4 > map->cap * 3)
		map_grow(map, arena);
	slot = slot_for(map->slots, map->cap, key);
	before = slot->value;
	if (!before) {
		slot->key = key;
		map->count++;
	}
	slot->value = value;
	return before;
}
