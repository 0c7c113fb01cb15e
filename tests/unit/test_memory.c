/* Arenas, buffers and maps. */
#include <criterion/criterion.h>
#include <stdalign.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"

/* Objects of all sizes around the block size: aligned, zeroed, and none touches another. */
Test(arena, objects)
{
	static const size_t sizes[] = { 0, 1, 7, 8, 16, 17, 255, 4096, 16383, 16384, 16385, 65535,
		65536, 65537, 1000000 };
	enum { SIZES = sizeof sizes / sizeof *sizes, ROUNDS = 4 };
	struct arena *arena = arena_new();
	unsigned char *objects[ROUNDS * SIZES];

	for (size_t i = 0; i < ROUNDS * SIZES; i++) {
		size_t size = sizes[i % SIZES];

		objects[i] = arena_alloc(arena, size);
		cr_assert_eq((uintptr_t)objects[i] % alignof(max_align_t), 0, "size %zu", size);
		for (size_t k = 0; k < size; k++)
			cr_assert_eq(objects[i][k], 0, "size %zu is not zeroed", size);
		memset(objects[i], (int)i + 1, size);
	}
	for (size_t i = 0; i < ROUNDS * SIZES; i++)
		for (size_t k = 0; k < sizes[i % SIZES]; k++)
			cr_assert_eq(objects[i][k], i + 1, "object %zu was written over", i);
	cr_expect_geq(arena_used(arena), ROUNDS * 1000000);
	arena_free(arena);
	arena_free(NULL);
}

Test(arena, reset_keeps_one_block_and_zeroes)
{
	struct arena *arena = arena_new();
	char *text;

	for (int i = 0; i < 100; i++)
		memset(arena_alloc(arena, 5000), 'x', 5000);
	arena_reset(arena);
	cr_expect_leq(arena_used(arena), 64 * 1024);
	text = arena_alloc(arena, 5000);
	for (size_t i = 0; i < 5000; i++)
		cr_assert_eq(text[i], 0);
	arena_reset(arena);
	arena_reset(arena);
	arena_free(arena);
}

Test(arena, text)
{
	struct arena *arena = arena_new();
	const char *copy = arena_cstr(arena, SLICE("a\0b"));
	struct slice empty = { NULL, 0 };
	struct slice printed = arena_printf(arena, "%s-%d", "xy", 42);

	cr_expect(memcmp(copy, "a\0b", 4) == 0);
	cr_expect(slice_eq(arena_slice(arena, SLICE("a\0b")), SLICE("a\0b")));
	cr_expect(arena_slice(arena, empty).p != NULL && arena_slice(arena, empty).len == 0);
	cr_expect(slice_is(printed, "xy-42") && printed.p[printed.len] == '\0');
	cr_expect_eq(arena_printf(arena, "%100000d", 1).len, 100000);
	arena_free(arena);
}

Test(arena, growing_array)
{
	struct arena *arena = arena_new();
	ARRAY(size_t) numbers = { 0 };

	for (size_t i = 0; i < 10000; i++)
		*ARENA_PUSH(arena, &numbers) = i * i;
	cr_assert_eq(numbers.count, 10000);
	for (size_t i = 0; i < numbers.count; i++)
		cr_assert_eq(numbers.items[i], i * i, "item %zu", i);
	arena_free(arena);
}

Test(buffer, adds)
{
	struct buffer buffer = { 0 };

	cr_expect(slice_is(buffer_slice(&buffer), ""));
	buffer_add_str(&buffer, "uno");
	buffer_add_byte(&buffer, ' ');
	buffer_add(&buffer, SLICE("d\0e"));
	buffer_addf(&buffer, "%03d%s", 7, "");
	cr_expect(slice_eq(buffer_slice(&buffer), SLICE("uno d\0e007")));
	cr_expect_eq(buffer.p[buffer.len], '\0');
	buffer_clear(&buffer);
	cr_expect(slice_is(buffer_slice(&buffer), ""));
	buffer_add(&buffer, (struct slice){ NULL, 0 });
	cr_expect(buffer.len == 0 && buffer.p[0] == '\0');
	buffer_release(&buffer);
	cr_expect(buffer.p == NULL && buffer.len == 0 && buffer.cap == 0);
	buffer_release(&buffer);
}

/* Byte by byte over every size at which the buffer grows. */
Test(buffer, grows)
{
	struct buffer one = { 0 }, other = { 0 };

	for (size_t i = 0; i < 5000; i++) {
		buffer_add_byte(&one, (char)('a' + i % 26));
		buffer_addf(&other, "%c", (char)('a' + i % 26));
		cr_assert(one.cap > one.len && other.cap > other.len, "no room for the NUL");
	}
	cr_expect(slice_eq(buffer_slice(&one), buffer_slice(&other)) && one.len == 5000);
	for (size_t i = 0; i < 5000; i++)
		cr_assert_eq(one.p[i], (char)('a' + i % 26), "byte %zu", i);
	buffer_reserve(&one, 100000);
	cr_expect_geq(one.cap, 105001);
	cr_expect(slice_eq(buffer_slice(&one), buffer_slice(&other)));
	buffer_release(&one);
	buffer_release(&other);
}

Test(map, many_keys, .timeout = 20)
{
	enum { COUNT = 5000 };
	struct arena *arena = arena_new();
	struct map map = { 0 };
	int *values = ARENA_COUNT(arena, int, COUNT);

	cr_expect_null(map_get(&map, SLICE("k0")));
	for (int i = 0; i < COUNT; i++) {
		cr_assert_null(
		    map_put(&map, arena, arena_printf(arena, "k%d", i), &values[i]), "k%d", i);
		/* Never full: looking for what is not there would not end. */
		cr_assert_null(map_get(&map, SLICE("manca")), "after k%d", i);
	}
	cr_expect_eq(map.count, COUNT);
	for (int i = 0; i < COUNT; i++)
		cr_assert_eq(map_get(&map, arena_printf(arena, "k%d", i)), &values[i], "k%d", i);
	cr_expect_null(map_get(&map, SLICE("k")));
	cr_expect_null(map_get(&map, SLICE("k5000")));
	arena_free(arena);
}

Test(map, replaced)
{
	struct arena *arena = arena_new();
	struct map map = { 0 };
	int first, second;

	cr_expect_null(map_put(&map, arena, SLICE(""), &first));
	cr_expect_eq(map_put(&map, arena, SLICE(""), &second), &first);
	cr_expect_eq(map_get(&map, SLICE("")), &second);
	cr_expect_null(map_put(&map, arena, SLICE("a\0b"), &first));
	cr_expect_null(map_get(&map, SLICE("a")));
	cr_expect_eq(map.count, 2);
	arena_free(arena);
}
