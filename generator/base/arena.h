/*
 * Memory by lifetime: what is allocated together ends together.
 *
 * The program has three lifetimes: the site (until exit), a page (reset after each page, one arena
 * a worker) and scratch (inside a function). Nothing from an arena is freed by itself. Allocation
 * never fails to its caller: without memory the process aborts, which leaves the published site as
 * it was (write/publish.h).
 *
 * Built with ARENA_DEBUG, every object is a malloc of its own, so that sanitizers see overruns and
 * uses after a reset.
 */
#ifndef ZONALE_BASE_ARENA_H
#define ZONALE_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/slice.h"

struct arena;

struct arena *arena_new(void);

/* Ends every object; the arena can be used again. Keeps one block. */
void arena_reset(struct arena *arena);

/* Null is allowed. */
void arena_free(struct arena *arena);

/* `size` zeroed bytes, aligned for any type. A size of 0 gives a pointer that is not to be read. */
void *arena_alloc(struct arena *arena, size_t size);

/* Bytes that blocks of this arena hold now, for figures in a closing note. */
size_t arena_used(const struct arena *arena);

/* A copy of the bytes; arena_cstr adds a NUL. */
struct slice arena_slice(struct arena *arena, struct slice text);
char *arena_cstr(struct arena *arena, struct slice text);

/* printf into the arena; the result is NUL-terminated past its length. */
struct slice arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct slice arena_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* The texts one behind the other: ARENA_CONCAT(arena, a, SLICE("/"), b). NUL-terminated past its length. */
struct slice arena_concat(struct arena *arena, const struct slice *parts, size_t count);
#define ARENA_CONCAT(arena, ...)                                     \
	arena_concat((arena), (const struct slice[]){ __VA_ARGS__ }, \
	    sizeof((const struct slice[]){ __VA_ARGS__ }) / sizeof(struct slice))

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_COUNT(arena, type, count) ((type *)arena_array((arena), sizeof(type), (count)))

/* count * size bytes, checked for overflow. */
void *arena_array(struct arena *arena, size_t size, size_t count);

/*
 * A growing array: ARRAY(struct act *) acts; *ARENA_PUSH(arena, &acts) = act;
 * Growth copies within the arena, so keep no pointer to an item while the array still grows.
 */
#define ARRAY(type)                \
	struct {                   \
		type *items;       \
		size_t count, cap; \
	}

#define ARENA_PUSH(arena, array)                                                              \
	((array)->items = arena_grow(                                                         \
	     (arena), (array)->items, sizeof *(array)->items, (array)->count, &(array)->cap), \
	    &(array)->items[(array)->count++])

/* Room for one more item behind `count`; returns the (perhaps moved) items. */
void *arena_grow(struct arena *arena, void *items, size_t size, size_t count, size_t *cap);

#endif
