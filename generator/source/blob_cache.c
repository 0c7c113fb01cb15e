#include "source/blob_cache.h"

#define ROOM ((size_t)64 << 20)
#define BLOB_MAX ((size_t)256 << 10) /* a large one is read for its own page alone */

void blob_cache_init(struct blob_cache *cache)
{
	*cache = (struct blob_cache){ .arena = arena_new(), .room = ROOM };
	pthread_mutex_init(&cache->lock, NULL);
}

void blob_cache_release(struct blob_cache *cache)
{
	pthread_mutex_destroy(&cache->lock);
	arena_free(cache->arena);
}

bool blob_cache_get(struct blob_cache *cache, struct slice oid, struct slice *bytes)
{
	const struct slice *kept;

	pthread_mutex_lock(&cache->lock);
	kept = map_get(&cache->by_oid, oid);
	if (kept)
		*bytes = *kept;
	pthread_mutex_unlock(&cache->lock);
	return kept != NULL;
}

bool blob_cache_put(struct blob_cache *cache, struct slice oid, struct slice *bytes)
{
	struct slice *kept = NULL;

	pthread_mutex_lock(&cache->lock);
	if (bytes->len <= BLOB_MAX && bytes->len <= cache->room) {
		kept = map_get(&cache->by_oid, oid);
		if (!kept) {
			kept = ARENA_NEW(cache->arena, struct slice);
			*kept = arena_slice(cache->arena, *bytes);
			cache->room -= bytes->len;
			map_put(&cache->by_oid, cache->arena, arena_slice(cache->arena, oid), kept);
		}
		*bytes = *kept;
	}
	pthread_mutex_unlock(&cache->lock);
	return kept != NULL;
}
