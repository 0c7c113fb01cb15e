/*
 * Owned text that grows: what is being written. A zeroed struct is an empty buffer; whoever has it
 * releases it. Without memory the process aborts, as in base/arena.h.
 */
#ifndef ZONALE_BASE_BUFFER_H
#define ZONALE_BASE_BUFFER_H

#include "base/slice.h"

struct buffer {
	char *p; /* NUL-terminated past len once anything was added, else null */
	size_t len, cap;
};

void buffer_release(struct buffer *buffer);

/* Empties it and keeps the room. */
void buffer_clear(struct buffer *buffer);

/* Room for `more` bytes behind the text. */
void buffer_reserve(struct buffer *buffer, size_t more);

void buffer_add(struct buffer *buffer, struct slice text);
void buffer_add_str(struct buffer *buffer, const char *text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_addf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Borrowed: valid until the buffer changes. */
struct slice buffer_slice(const struct buffer *buffer);

#endif
