/* Blobs kept from one reading to the next: what was put comes back, and no more is kept than there is room for. */
#include <criterion/criterion.h>
#include <string.h>

#include "source/blob_cache.h"

Test(blob_cache, gives_back_what_was_put)
{
	struct blob_cache cache;
	char text[] = "uno";
	struct slice bytes = slice_from(text), found = SLICE("");

	blob_cache_init(&cache);
	cr_expect_not(blob_cache_get(&cache, SLICE("a"), &found));
	cr_expect(blob_cache_put(&cache, SLICE("a"), &bytes));
	cr_expect_neq(bytes.p, text, "a copy");
	memset(text, 'x', 3);
	cr_expect(blob_cache_get(&cache, SLICE("a"), &found));
	cr_expect(slice_is(found, "uno"));
	cr_expect_not(blob_cache_get(&cache, SLICE("b"), &found));
	bytes = SLICE("uno");
	cr_expect(blob_cache_put(&cache, SLICE("a"), &bytes), "another thread was faster");
	cr_expect_eq(bytes.p, found.p);
	bytes = SLICE("");
	cr_expect(blob_cache_put(&cache, SLICE("c"), &bytes));
	cr_expect(blob_cache_get(&cache, SLICE("c"), &found));
	cr_expect_eq(found.len, 0);
	blob_cache_release(&cache);
}

Test(blob_cache, keeps_no_more_than_it_has_room_for)
{
	struct blob_cache cache;
	struct arena *arena = arena_new();
	struct slice large = { arena_alloc(arena, (size_t)1 << 20), (size_t)1 << 20 }, found;
	size_t room;

	blob_cache_init(&cache);
	cr_expect_not(blob_cache_put(&cache, SLICE("large"), &large));
	cr_expect_not(blob_cache_get(&cache, SLICE("large"), &found));
	room = cache.room;
	large.len = 200000;
	for (unsigned i = 0; i < 1000; i++) {
		struct slice bytes = large;
		struct slice oid = arena_printf(arena, "%u", i);

		cr_expect_eq(blob_cache_put(&cache, oid, &bytes), (i + 1) * large.len <= room);
		cr_expect_eq(blob_cache_get(&cache, oid, &found), (i + 1) * large.len <= room);
	}
	cr_expect(blob_cache_get(&cache, SLICE("0"), &found), "what is there stays");
	blob_cache_release(&cache);
	arena_free(arena);
}
