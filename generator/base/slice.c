#include "base/slice.h"

#include <string.h>

struct slice slice_from(const char *text)
{
	return (struct slice){ text ? text : "", text ? strlen(text) : 0 };
}

bool slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.p, b.p, a.len) == 0);
}

bool slice_is(struct slice s, const char *text)
{
	return slice_eq(s, slice_from(text));
}

int slice_cmp(struct slice a, struct slice b)
{
	size_t shared = a.len < b.len ? a.len : b.len;
	int order = shared ? memcmp(a.p, b.p, shared) : 0;

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool slice_starts(struct slice s, const char *prefix)
{
	size_t len = strlen(prefix);

	return s.len >= len && (len == 0 || memcmp(s.p, prefix, len) == 0);
}

bool slice_ends(struct slice s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len >= len && (len == 0 || memcmp(s.p + s.len - len, suffix, len) == 0);
}

size_t slice_find(struct slice s, const char *needle)
{
	size_t len = strlen(needle);

	if (len == 0)
		return 0;
	for (size_t i = 0; i + len <= s.len; i++) {
		const char *hit = memchr(s.p + i, needle[0], s.len - len + 1 - i);

		if (!hit)
			return SLICE_NONE;
		i = (size_t)(hit - s.p);
		if (memcmp(hit, needle, len) == 0)
			return i;
	}
	return SLICE_NONE;
}

size_t slice_find_byte(struct slice s, char byte)
{
	const char *hit = s.len ? memchr(s.p, byte, s.len) : NULL;

	return hit ? (size_t)(hit - s.p) : SLICE_NONE;
}

size_t slice_find_last_byte(struct slice s, char byte)
{
	for (size_t i = s.len; i > 0; i--)
		if (s.p[i - 1] == byte)
			return i - 1;
	return SLICE_NONE;
}

struct slice slice_sub(struct slice s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (struct slice){ s.p + from, to - from };
}

struct slice slice_from_index(struct slice s, size_t from)
{
	return slice_sub(s, from, s.len);
}

struct slice slice_trim(struct slice s)
{
	while (s.len && ascii_is_space(s.p[0]))
		s = slice_from_index(s, 1);
	while (s.len && ascii_is_space(s.p[s.len - 1]))
		s.len--;
	return s;
}

bool slice_cut(struct slice s, char separator, struct slice *head, struct slice *tail)
{
	size_t at = slice_find_byte(s, separator);

	if (at == SLICE_NONE) {
		*head = s;
		*tail = slice_from_index(s, s.len);
		return false;
	}
	*head = slice_sub(s, 0, at);
	*tail = slice_from_index(s, at + 1);
	return true;
}

bool slice_next_line(struct slice *rest, struct slice *line)
{
	if (rest->len == 0)
		return false;
	slice_cut(*rest, '\n', line, rest);
	return true;
}

bool slice_to_uint(struct slice s, uint32_t max, uint32_t *value)
{
	uint64_t sum = 0;

	if (s.len == 0 || s.len > 10)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!ascii_is_digit(s.p[i]))
			return false;
		sum = sum * 10 + (uint64_t)(s.p[i] - '0');
	}
	if (sum > max)
		return false;
	*value = (uint32_t)sum;
	return true;
}
