/* Which words tell a small change: whole ones, and enough of them to be understood. */
#include <string.h>

#include "history/text_parts.h"
#include "parse/citation_reader.h"

#define SHORT_WORD 3 /* bytes: "3", "di" say little without the word before */

/* Tokens of a text that a cursor has passed: where the last ones began and ended. */
struct seen {
	size_t start, end;
	bool word;
};

/* The token at *at, which moves behind it; false at the end. */
static bool next_token(struct slice text, size_t *at, struct seen *token)
{
	enum text_token_kind kind = TOKEN_WORD;

	if (*at >= text.len)
		return false;
	token->start = *at;
	token->end = *at = text_token_end(text, *at, &kind);
	token->word = kind == TOKEN_WORD;
	return true;
}

static unsigned count_words(struct slice text)
{
	struct seen token;
	unsigned count = 0;

	for (size_t at = 0; next_token(text, &at, &token);)
		count += token.word;
	return count;
}

static bool is_month(struct slice word)
{
	struct reader reader = { .text = word };
	int8_t month;

	return reader_month(&reader, &month) && reader.at == word.len;
}

/* "30", "1º": a day; "2031": a year. */
static bool is_number(struct slice word, size_t least, size_t most)
{
	size_t digits = 0;

	while (digits < word.len && ascii_is_digit(word.p[digits]))
		digits++;
	if (digits < least || digits > most)
		return false;
	word = slice_from_index(word, digits);
	return word.len == 0 || slice_is(word, "\xC2\xBA") || slice_is(word, "\xC2\xB0");
}

/* How many bytes before and behind a part belong to it. */
struct margin {
	size_t before, behind;
};

static void widen_to(const struct text_part *part, size_t start, size_t end, struct margin *margin)
{
	bool touches = part->from == part->to ? start < part->from && end > part->to
					      : start < part->to && end > part->from;

	if (!touches)
		return;
	if (start < part->from && part->from - start > margin->before)
		margin->before = part->from - start;
	if (end > part->to && end - part->to > margin->behind)
		margin->behind = end - part->to;
}

/* Dates that the part is in: day, month and year, or two of them. */
static void widen_to_dates(const struct text_part *part, struct margin *margin)
{
	struct seen words[3] = { { 0 } }, token; /* the last words, newest first */

	for (size_t at = 0; next_token(part->text, &at, &token);) {
		struct slice word = slice_sub(part->text, token.start, token.end);
		struct slice last = slice_sub(part->text, words[0].start, words[0].end);

		if (!token.word) {
			if (!slice_empty(slice_trim(word)) && !slice_starts(word, "\xC2\xA0"))
				words[0] = words[1] = (struct seen){ 0 };
			continue;
		}
		if (is_month(word) && is_number(last, 1, 2))
			widen_to(part, words[0].start, token.end, margin);
		if (is_number(word, 4, 4) && is_month(last)) {
			struct slice day = slice_sub(part->text, words[1].start, words[1].end);

			widen_to(part, is_number(day, 1, 2) ? words[1].start : words[0].start,
			    token.end, margin);
		}
		words[1] = words[0];
		words[0] = token;
	}
}

/* The part's bytes and the margin around it, without blanks at its ends. */
static struct slice with_margin(const struct text_part *part, struct margin margin)
{
	return slice_trim(
	    slice_sub(part->text, part->from - margin.before, part->to + margin.behind));
}

/* To the begin of the last word before the part; false where there is none. */
static bool widen_before(const struct text_part *part, struct margin *margin)
{
	struct seen token;
	bool any = false;

	for (size_t at = 0; next_token(part->text, &at, &token) && token.end <= part->from;)
		if (token.word) {
			margin->before = part->from - token.start;
			any = true;
		}
	return any;
}

/* To the end of the first word behind the part. */
static void widen_behind(const struct text_part *part, struct margin *margin)
{
	struct seen token;

	for (size_t at = part->to; next_token(part->text, &at, &token);)
		if (token.word) {
			margin->behind = token.end - part->to;
			return;
		}
}

static struct margin margin_of(const struct text_part *before, const struct text_part *after)
{
	struct margin margin = { 0, 0 };
	struct slice a, b;

	widen_to_dates(before, &margin);
	widen_to_dates(after, &margin);
	a = with_margin(before, margin);
	b = with_margin(after, margin);
	if (count_words(a) + count_words(b) == 0) {
		widen_before(after, &margin);
		widen_behind(after, &margin);
	} else if (a.len > 0 && b.len > 0 && a.len <= SHORT_WORD && b.len <= SHORT_WORD) {
		if (!widen_before(after, &margin))
			widen_behind(after, &margin);
	}
	return margin;
}

/* A full stop for a semicolon goes with the last words of a sentence, and is not told with them. */
static void drop_last_signs(struct slice *a, struct slice *b)
{
	static const char signs[] = ".;,:";

	if (a->len < 2 || b->len < 2 || !strchr(signs, a->p[a->len - 1]) ||
	    !strchr(signs, b->p[b->len - 1]))
		return;
	if (slice_eq(slice_sub(*a, 0, a->len - 1), slice_sub(*b, 0, b->len - 1)))
		return;
	a->len--;
	b->len--;
}

static bool are_few(struct slice a, struct slice b)
{
	return count_words(a) <= TEXT_FEW_WORDS && count_words(b) <= TEXT_FEW_WORDS;
}

bool text_few_words(struct text_part before, struct text_part after, struct slice *old_words,
    struct slice *new_words)
{
	struct margin margin = { 0, 0 };

	*old_words = with_margin(&before, margin);
	*new_words = with_margin(&after, margin);
	if (!are_few(*old_words, *new_words) || slice_eq(*old_words, *new_words)) {
		*old_words = *new_words = SLICE("");
		return false;
	}
	margin = margin_of(&before, &after);
	if (are_few(with_margin(&before, margin), with_margin(&after, margin))) {
		*old_words = with_margin(&before, margin);
		*new_words = with_margin(&after, margin);
	}
	drop_last_signs(old_words, new_words);
	return true;
}
