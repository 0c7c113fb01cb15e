/*
 * Borrowed text: a pointer and a length, never NUL-terminated by promise, never owned.
 *
 * Whoever made the bytes (an arena, a file's text, a literal) keeps them alive for as long as a
 * slice into them is used. Comparison is by bytes: what must be equal for a reader of Italian but
 * differs in bytes was made equal before (base/unicode.h, NFC).
 */
#ifndef ZONALE_BASE_SLICE_H
#define ZONALE_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct slice {
	const char *p;
	size_t len;
};

/* A literal as a slice; SLICE_INIT is the form for static initialisers. */
#define SLICE(literal) ((struct slice){ "" literal, sizeof(literal) - 1 })
#define SLICE_INIT(literal)                     \
	{                                       \
		"" literal, sizeof(literal) - 1 \
	}

/* For "%.*s". */
#define SLICE_ARGS(s) (int)(s).len, (s).p

#define SLICE_NONE ((size_t)-1)

/* The bytes up to the NUL; a null pointer gives the empty slice. */
struct slice slice_from(const char *text);

bool slice_eq(struct slice a, struct slice b);
bool slice_is(struct slice s, const char *text);

/* Order by bytes, a prefix first: negative, zero or positive. */
int slice_cmp(struct slice a, struct slice b);

bool slice_starts(struct slice s, const char *prefix);
bool slice_ends(struct slice s, const char *suffix);

/* The index of the first occurrence, or SLICE_NONE. */
size_t slice_find(struct slice s, const char *needle);
size_t slice_find_byte(struct slice s, char byte);
size_t slice_find_last_byte(struct slice s, char byte);

/* Bytes [from, to), both clamped to the slice. */
struct slice slice_sub(struct slice s, size_t from, size_t to);
struct slice slice_from_index(struct slice s, size_t from);

/* Without blanks, tabs and line ends at both sides. */
struct slice slice_trim(struct slice s);

/*
 * Cuts s at the first separator: true, with what stands before and after it; false where there is
 * none, with head = s and an empty tail.
 */
bool slice_cut(struct slice s, char separator, struct slice *head, struct slice *tail);

/* Takes the next line (without its LF) off *rest; false when nothing is left. */
bool slice_next_line(struct slice *rest, struct slice *line);

/* Decimal digits alone, at most `max`: true with the value. */
bool slice_to_uint(struct slice s, uint32_t max, uint32_t *value);

static inline bool slice_empty(struct slice s)
{
	return s.len == 0;
}

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alnum(char c)
{
	return ascii_is_digit(c) || ascii_is_alpha(c);
}

static inline bool ascii_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static inline char ascii_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

#endif
