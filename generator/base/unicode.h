/*
 * UTF-8 text: validity, normal form, counting, comparison without accents, and what is made from
 * names (slugs, suggestions). utf8proc does the Unicode; this header is its only home.
 */
#ifndef ZONALE_BASE_UNICODE_H
#define ZONALE_BASE_UNICODE_H

#include "base/arena.h"

/*
 * The code point at text[*at], moving *at behind it. For bytes that are not UTF-8 (RFC 3629: no
 * overlong forms, no surrogates, nothing past U+10FFFF) returns -1 and moves by one byte.
 */
int32_t utf8_next(struct slice text, size_t *at);

/* Appends the code point's bytes (1 to 4) to out; returns their number. */
size_t utf8_encode(int32_t code_point, char out[4]);

/* The index of the first byte that is not UTF-8, or SLICE_NONE. */
size_t utf8_invalid_at(struct slice text);

/* Code points of valid UTF-8. */
size_t utf8_count(struct slice text);

/* Columns on a terminal: wide characters two, combining ones none. */
size_t utf8_width(struct slice text);

/* Unicode normal form C of valid UTF-8; the text itself where it already is. */
struct slice utf8_nfc(struct slice text, struct arena *arena);

/* Lower case without accents and other marks, for comparing what people typed. */
struct slice utf8_fold(struct slice text, struct arena *arena);

/*
 * One character as utf8_fold has it, its compatibility forms (ligatures, full width) written out: how many code points
 * were put into `folded`, 0 for marks and what is invisible.
 */
#define UNICODE_FOLD_MAX 32
size_t unicode_fold(int32_t code_point, int32_t folded[UNICODE_FOLD_MAX]);

/* Is it a letter or a digit (general category L or N)? What stands between is not part of a word. */
bool unicode_in_words(int32_t code_point);

/* Lower case and upper case of the first letter, by Unicode. */
struct slice utf8_lower(struct slice text, struct arena *arena);
struct slice utf8_capitalised(struct slice text, struct arena *arena);

/* [a-z0-9-] from a title: accents off, everything else one '-' between words; at most `max` bytes. */
struct slice slug_from(struct slice title, size_t max, struct arena *arena);

/* [a-z0-9-]{1,80}: may this be an id? (design 4) */
bool id_valid(struct slice id);

/*
 * "Did you mean": the candidate nearest to `word` by edits of letters (Damerau-Levenshtein over
 * folded text, at most a third of the longer word, rounded up), the first on a tie; an empty slice
 * for none.
 */
struct slice nearest_word(
    struct slice word, const struct slice *candidates, size_t count, struct arena *scratch);

/* The version of the library that knows Unicode. */
const char *unicode_library(void);

#endif
