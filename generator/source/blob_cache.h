/*
 * Blobs that were read once, kept for the next time: a build reads most old texts several times (to compare them, to
 * show them), and taking one out of a pack costs more than all that is done with it. Until there is no room left, then
 * what is there stays. For all threads.
 */
#ifndef ZONALE_SOURCE_BLOB_CACHE_H
#define ZONALE_SOURCE_BLOB_CACHE_H

#include <pthread.h>

#include "base/map.h"

struct blob_cache {
	pthread_mutex_t lock;
	struct arena *arena;
	struct map by_oid;
	size_t room; /* in bytes */
};

void blob_cache_init(struct blob_cache *cache);
void blob_cache_release(struct blob_cache *cache);

/* The bytes under an id, valid until the release; false where they are not here. */
bool blob_cache_get(struct blob_cache *cache, struct slice oid, struct slice *bytes);

/* Takes a copy of the bytes where there is room, and gives it as blob_cache_get would; false where there is none. */
bool blob_cache_put(struct blob_cache *cache, struct slice oid, struct slice *bytes);

#endif
