#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct block {
	struct block *next;
	size_t size, used;
	size_t dirty; /* up to here bytes were given out once; behind it they are still zero */
	alignas(max_align_t) char bytes[];
};

struct arena {
	struct block *blocks;
};

static void *must_allocate(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

struct arena *arena_new(void)
{
	return must_allocate(calloc(1, sizeof(struct arena)));
}

static struct block *block_new(size_t size)
{
	struct block *block = must_allocate(calloc(1, sizeof(struct block) + size));

	block->size = size;
	return block;
}

static void blocks_free(struct block *block)
{
	while (block) {
		struct block *next = block->next;

		free(block);
		block = next;
	}
}

void arena_reset(struct arena *arena)
{
	struct block *kept = arena->blocks;

#ifdef ARENA_DEBUG
	blocks_free(kept);
	arena->blocks = NULL;
#else
	if (!kept)
		return;
	blocks_free(kept->next);
	kept->next = NULL;
	kept->used = 0;
#endif
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	blocks_free(arena->blocks);
	free(arena);
}

static size_t block_size_for(size_t size)
{
#ifdef ARENA_DEBUG
	return size;
#else
	return size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE;
#endif
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct block *block = arena->blocks;
	size_t at;

	if (size > SIZE_MAX / 2)
		abort();
	at = block ? (block->used + align - 1) / align * align : 0;
	if (!block || at > block->size || block->size - at < size) {
		struct block *fresh = block_new(block_size_for(size));

		/* A block made for one large object goes behind, so that the open one stays open. */
		if (block && fresh->size == size) {
			fresh->next = block->next;
			block->next = fresh;
		} else {
			fresh->next = block;
			arena->blocks = fresh;
		}
		block = fresh;
		at = 0;
	}
	block->used = at + size;
	if (at < block->dirty)
		memset(block->bytes + at, 0, size < block->dirty - at ? size : block->dirty - at);
	if (block->dirty < block->used)
		block->dirty = block->used;
	return block->bytes + at;
}

void *arena_array(struct arena *arena, size_t size, size_t count)
{
	if (size && count > SIZE_MAX / 2 / size)
		abort();
	return arena_alloc(arena, size * count);
}

size_t arena_used(const struct arena *arena)
{
	size_t sum = 0;

	for (const struct block *block = arena->blocks; block; block = block->next)
		sum += block->size;
	return sum;
}

struct slice arena_slice(struct arena *arena, struct slice text)
{
	return (struct slice){ arena_cstr(arena, text), text.len };
}

char *arena_cstr(struct arena *arena, struct slice text)
{
	char *copy = arena_alloc(arena, text.len + 1);

	if (text.len)
		memcpy(copy, text.p, text.len);
	return copy;
}

struct slice arena_concat(struct arena *arena, const struct slice *parts, size_t count)
{
	size_t len = 0, at = 0;
	char *text;

	for (size_t i = 0; i < count; i++)
		len += parts[i].len;
	text = arena_alloc(arena, len + 1);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len)
			memcpy(text + at, parts[i].p, parts[i].len);
		at += parts[i].len;
	}
	return (struct slice){ text, len };
}

static void note_dirty(struct block *block, const char *from, size_t size)
{
	size_t end = (size_t)(from - block->bytes) + size;

	if (block->dirty < end)
		block->dirty = end;
}

/* What is left of the open block: most texts fit, and are then formatted once. */
static size_t room_in(const struct arena *arena, char **at)
{
	const size_t align = alignof(max_align_t);
	struct block *block = arena->blocks;
	size_t used = block ? (block->used + align - 1) / align * align : 0;

	if (!block || used >= block->size)
		return 0;
	*at = block->bytes + used;
	return block->size - used;
}

struct slice arena_vprintf(struct arena *arena, const char *format, va_list args)
{
	char *text = NULL;
	size_t room = room_in(arena, &text);
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(text, room, format, again);
	va_end(again);
	if (len < 0)
		abort();
	/* vsnprintf wrote as much as there was room for. */
	if (room > 0)
		note_dirty(arena->blocks, text, (size_t)len < room ? (size_t)len + 1 : room);
	if ((size_t)len < room) {
		arena->blocks->used = (size_t)(text - arena->blocks->bytes) + (size_t)len + 1;
		return (struct slice){ text, (size_t)len };
	}
	text = arena_alloc(arena, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, args);
	return (struct slice){ text, (size_t)len };
}

struct slice arena_printf(struct arena *arena, const char *format, ...)
{
	struct slice text;
	va_list args;

	va_start(args, format);
	text = arena_vprintf(arena, format, args);
	va_end(args);
	return text;
}

void *arena_grow(struct arena *arena, void *items, size_t size, size_t count, size_t *cap)
{
	size_t wanted;
	void *grown;

	if (count < *cap)
		return items;
	wanted = *cap ? *cap * 2 : 8;
	grown = arena_array(arena, size, wanted);
	if (count)
		memcpy(grown, items, size * count);
	*cap = wanted;
	return grown;
}
