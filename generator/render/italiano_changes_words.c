/* Few words in which two texts differ, and which of them may be told once more. */
#include "render/italiano_changes_parts.h"

/* --- few words --------------------------------------------------------------------------------- */

static bool next_word(struct slice *rest, struct slice *word)
{
	size_t length = 0;

	*rest = slice_trim(*rest);
	while (length < rest->len && !ascii_is_space(rest->p[length]))
		length++;
	*word = slice_sub(*rest, 0, length);
	*rest = slice_from_index(*rest, length);
	return length > 0;
}

static bool last_word(struct slice *rest, struct slice *word)
{
	size_t begin;

	*rest = slice_trim(*rest);
	begin = rest->len;
	while (begin > 0 && !ascii_is_space(rest->p[begin - 1]))
		begin--;
	*word = slice_from_index(*rest, begin);
	*rest = slice_sub(*rest, 0, begin);
	return word->len > 0;
}

typedef bool take_word(struct slice *rest, struct slice *word);

/* Takes off both texts the words at one end that they share; true where there was any. */
static bool take_shared(struct slice *before, struct slice *after, take_word *take)
{
	bool any = false;

	for (;;) {
		struct slice old_rest = *before, new_rest = *after, old_word, new_word;

		if (!take(&old_rest, &old_word) || !take(&new_rest, &new_word) ||
		    !slice_eq(old_word, new_word))
			return any;
		*before = old_rest;
		*after = new_rest;
		any = true;
	}
}

static bool are_few(struct slice words)
{
	struct slice word;
	size_t count = 0;

	while (next_word(&words, &word))
		count++;
	return count <= TEXT_FEW_WORDS;
}

static struct slice without_stop(struct slice text)
{
	text = slice_trim(text);
	return slice_ends(text, ".") ? slice_sub(text, 0, text.len - 1) : text;
}

bool change_few_words(
    struct slice before, struct slice after, struct slice *old_words, struct slice *new_words)
{
	bool at_begin, at_end;

	before = without_stop(before);
	after = without_stop(after);
	at_begin = take_shared(&before, &after, next_word);
	at_end = take_shared(&before, &after, last_word);
	*old_words = slice_trim(before);
	*new_words = slice_trim(after);
	return (at_begin || at_end) && are_few(before) && are_few(after) &&
	       !(slice_empty(*old_words) && slice_empty(*new_words));
}

/* --- privacy ----------------------------------------------------------------------------------- */

/* Does the name hold the word? */
static bool holds_word(struct slice name, struct slice wanted)
{
	struct slice word;

	while (next_word(&name, &word))
		if (slice_eq(word, wanted))
			return true;
	return false;
}

/*
 * Is it a word of a public name that this site knows: an organisation, a body, a topic, initials? Schools are called
 * after people, by names that others have, too.
 */
static bool is_public_word(const struct site *site, struct slice word)
{
	for (size_t i = 0; i < site->initials_count; i++)
		if (slice_eq(site->initials[i], word))
			return true;
	for (size_t i = 0; i < site->organisations.count; i++)
		if (site->organisations.items[i]->type != ORGANISATION_SCHOOL &&
		    holds_word(site->organisations.items[i]->name, word))
			return true;
	for (size_t i = 0; i < site->bodies.count; i++)
		if (holds_word(site->bodies.items[i]->name, word))
			return true;
	for (size_t i = 0; i < site->topics.count; i++)
		if (holds_word(site->topics.items[i]->name, word))
			return true;
	return false;
}

/* A to Z, and the capitals of Latin-1 in UTF-8. */
static bool begins_large(struct slice word)
{
	unsigned char first = word.len ? (unsigned char)word.p[0] : 0;
	unsigned char second = word.len > 1 ? (unsigned char)word.p[1] : 0;

	return (first >= 'A' && first <= 'Z') ||
	       (first == 0xc3 && second >= 0x80 && second <= 0x9e);
}

static struct slice without_marks(struct slice word)
{
	while (word.len && slice_find_byte(SLICE("\"'([,.;:!?"), word.p[0]) != SLICE_NONE)
		word = slice_from_index(word, 1);
	while (
	    word.len && slice_find_byte(SLICE("\"')],.;:!?"), word.p[word.len - 1]) != SLICE_NONE)
		word = slice_sub(word, 0, word.len - 1);
	return word;
}

/* Beginnings of words of which nobody wants to be reminded: health, faith, unions, crimes (GDPR, art. 9 and 10). */
static bool is_delicate(struct slice word)
{
	static const char *const stems[] = { "autis", "condann", "detenut", "diagnos", "disabil",
		"etni", "gravidanz", "handicap", "imputat", "indagat", "infortun", "invalid",
		"malat", "patolog", "pentit", "psich", "reat", "religio", "sanguig", "sessual",
		"sindacal", "sindrom", "terap", "tossic" };
	char small[16];
	size_t length = 0;

	while (length < word.len && length + 1 < sizeof small) {
		small[length] = ascii_lower(word.p[length]);
		length++;
	}
	for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++)
		if (slice_starts((struct slice){ small, length }, stems[i]))
			return true;
	return false;
}

/* What stands behind an elided article: "Inventata" in "dell'Inventata". */
static struct slice behind_apostrophe(struct slice word)
{
	size_t at = slice_find(word, "’");

	if (at != SLICE_NONE)
		return slice_from_index(word, at + sizeof "’" - 1);
	at = slice_find_byte(word, '\'');
	return at == SLICE_NONE ? word : slice_from_index(word, at + 1);
}

static bool may_repeat_word(const struct site *site, struct slice word)
{
	return !is_delicate(word) && (!begins_large(word) || is_public_word(site, word));
}

bool italian_may_repeat(const struct site *site, struct slice words)
{
	enum { MOST_DIGITS = 8 }; /* of a date; a telephone number has more */
	struct slice word;
	size_t digits = 0;

	if (slice_find_byte(words, '@') != SLICE_NONE)
		return false;
	for (size_t i = 0; i < words.len; i++)
		digits += ascii_is_digit(words.p[i]);
	if (digits > MOST_DIGITS)
		return false;
	while (next_word(&words, &word)) {
		word = without_marks(word);
		if (!may_repeat_word(site, word) || !may_repeat_word(site, behind_apostrophe(word)))
			return false;
	}
	return true;
}
