#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buffer.h"

static bool is_continuation(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

int32_t utf8_next(struct slice text, size_t *at)
{
	const unsigned char *p = (const unsigned char *)text.p + *at;
	size_t left = text.len - *at;
	int32_t code;
	size_t size;

	(*at)++;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] >= 0xC2 && p[0] < 0xE0)
		size = 2, code = p[0] & 0x1F;
	else if (p[0] >= 0xE0 && p[0] < 0xF0)
		size = 3, code = p[0] & 0x0F;
	else if (p[0] >= 0xF0 && p[0] < 0xF5)
		size = 4, code = p[0] & 0x07;
	else
		return -1;
	if (left < size)
		return -1;
	for (size_t i = 1; i < size; i++) {
		if (!is_continuation(p[i]))
			return -1;
		code = code << 6 | (p[i] & 0x3F);
	}
	if ((size == 3 && code < 0x800) || (size == 4 && code < 0x10000) || code > 0x10FFFF ||
	    (code >= 0xD800 && code < 0xE000))
		return -1;
	*at += size - 1;
	return code;
}

size_t utf8_encode(int32_t code_point, char out[4])
{
	return (size_t)utf8proc_encode_char(code_point, (utf8proc_uint8_t *)out);
}

size_t utf8_invalid_at(struct slice text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t start = at;

		if (utf8_next(text, &at) < 0)
			return start;
	}
	return SLICE_NONE;
}

size_t utf8_count(struct slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += !is_continuation((unsigned char)text.p[i]);
	return count;
}

size_t utf8_width(struct slice text)
{
	size_t at = 0, width = 0;

	while (at < text.len) {
		int32_t code = utf8_next(text, &at);
		int columns = code < 0 ? 1 : utf8proc_charwidth(code);

		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}

/* Below U+0300 there are no combining marks and every character is its own normal form C. */
static bool surely_nfc(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.p[i] >= 0xCC)
			return false;
	return true;
}

/* utf8proc's transformation of the whole text, copied into the arena. */
static struct slice mapped(struct slice text, utf8proc_option_t options, struct arena *arena)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t len = utf8proc_map(
	    (const utf8proc_uint8_t *)text.p, (utf8proc_ssize_t)text.len, &out, options);
	struct slice result = text;

	if (len >= 0)
		result = arena_slice(arena, (struct slice){ (const char *)out, (size_t)len });
	free(out);
	return result;
}

struct slice utf8_nfc(struct slice text, struct arena *arena)
{
	if (surely_nfc(text))
		return text;
	return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE, arena);
}

struct slice utf8_fold(struct slice text, struct arena *arena)
{
	return mapped(text,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD, arena);
}

size_t unicode_fold(int32_t code_point, int32_t folded[UNICODE_FOLD_MAX])
{
	int last = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(code_point, folded, UNICODE_FOLD_MAX,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
		UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
	    &last);

	return count < 0 || count > UNICODE_FOLD_MAX ? 0 : (size_t)count;
}

bool unicode_in_words(int32_t code_point)
{
	utf8proc_category_t category = utf8proc_category(code_point);

	return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
	       (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

struct slice utf8_lower(struct slice text, struct arena *arena)
{
	struct buffer lower = { 0 };
	struct slice result;
	size_t at = 0;

	while (at < text.len) {
		int32_t code = utf8_next(text, &at);
		char bytes[4];

		if (code >= 0)
			buffer_add(&lower,
			    (struct slice){ bytes, utf8_encode(utf8proc_tolower(code), bytes) });
	}
	result = arena_slice(arena, buffer_slice(&lower));
	buffer_release(&lower);
	return result;
}

struct slice utf8_capitalised(struct slice text, struct arena *arena)
{
	size_t at = 0;
	char bytes[4];
	int32_t code;
	struct slice first;

	if (text.len == 0)
		return text;
	code = utf8_next(text, &at);
	if (code < 0)
		return text;
	first = (struct slice){ bytes, utf8_encode(utf8proc_toupper(code), bytes) };
	return arena_printf(
	    arena, "%.*s%.*s", SLICE_ARGS(first), SLICE_ARGS(slice_from_index(text, at)));
}

struct slice slug_from(struct slice title, size_t max, struct arena *arena)
{
	struct slice folded = utf8_fold(title, arena);
	char *out = arena_alloc(arena, folded.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < folded.len && len < max; i++) {
		char c = ascii_lower(folded.p[i]);

		if (ascii_is_alnum(c))
			out[len++] = c;
		else if (len > 0 && out[len - 1] != '-')
			out[len++] = '-';
	}
	while (len > 0 && out[len - 1] == '-')
		len--;
	return (struct slice){ out, len };
}

bool id_valid(struct slice id)
{
	if (id.len < 1 || id.len > 80)
		return false;
	for (size_t i = 0; i < id.len; i++)
		if (!ascii_is_digit(id.p[i]) && !(id.p[i] >= 'a' && id.p[i] <= 'z') &&
		    id.p[i] != '-')
			return false;
	return true;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment distance, three rows at a time. */
static size_t edit_distance(struct slice a, struct slice b, struct arena *scratch)
{
	size_t *before = ARENA_COUNT(scratch, size_t, b.len + 1);
	size_t *above = ARENA_COUNT(scratch, size_t, b.len + 1);
	size_t *row = ARENA_COUNT(scratch, size_t, b.len + 1);

	for (size_t j = 0; j <= b.len; j++)
		above[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *spare = before;

		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool same = a.p[i - 1] == b.p[j - 1];

			row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		before = above;
		above = row;
		row = spare;
	}
	return above[b.len];
}

struct slice nearest_word(
    struct slice word, const struct slice *candidates, size_t count, struct arena *scratch)
{
	struct slice best = SLICE(""), folded = utf8_fold(slice_sub(word, 0, 80), scratch);
	size_t best_distance = SLICE_NONE;

	for (size_t i = 0; i < count; i++) {
		struct slice candidate = utf8_fold(slice_sub(candidates[i], 0, 80), scratch);
		size_t longer = candidate.len > folded.len ? candidate.len : folded.len;
		size_t distance = edit_distance(folded, candidate, scratch);

		if (distance <= (longer + 2) / 3 && distance < longer && distance < best_distance) {
			best = candidates[i];
			best_distance = distance;
		}
	}
	return best;
}

const char *unicode_library(void)
{
	return utf8proc_version();
}
