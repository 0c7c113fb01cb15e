#include "search/words.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

/* Letters with the accents that Italian words end in; the stemmer knows the grave ones. */
static const char *grave_of(int32_t code)
{
	switch (code) {
	case 0xC0:
	case 0xC1:
	case 0xE0:
	case 0xE1: return "à";
	case 0xC8:
	case 0xC9:
	case 0xE8:
	case 0xE9: return "è";
	case 0xCC:
	case 0xCD:
	case 0xEC:
	case 0xED: return "ì";
	case 0xD2:
	case 0xD3:
	case 0xF2:
	case 0xF3: return "ò";
	case 0xD9:
	case 0xDA:
	case 0xF9:
	case 0xFA: return "ù";
	default: return NULL;
	}
}

static void append(char *to, size_t *len, const char *from, size_t size)
{
	if (*len + size > SEARCH_WORD_MAX)
		return;
	memcpy(to + *len, from, size);
	*len += size;
}

static void add_character(struct search_word *word, int32_t code)
{
	int32_t folded[UNICODE_FOLD_MAX];
	const char *grave = grave_of(code);
	char bytes[4];
	size_t count;

	if (code < 0x80) {
		bytes[0] = ascii_lower((char)code);
		append(word->folded, &word->folded_len, bytes, 1);
		append(word->lower, &word->lower_len, bytes, 1);
		return;
	}
	count = unicode_fold(code, folded);
	for (size_t i = 0; i < count; i++) {
		size_t size;

		if (!unicode_in_words(folded[i]))
			continue;
		size = utf8_encode(folded[i], bytes);
		append(word->folded, &word->folded_len, bytes, size);
		if (!grave)
			append(word->lower, &word->lower_len, bytes, size);
	}
	if (grave)
		append(word->lower, &word->lower_len, grave, strlen(grave));
}

static bool in_word(int32_t code)
{
	if (code < 0x80)
		return code >= 0 && ascii_is_alnum((char)code);
	return unicode_in_words(code);
}

/* "D.Lgs": a point between a single letter and another letter. */
static bool is_initial(const struct search_words *words, size_t letters)
{
	size_t at = words->at + 1;
	int32_t code;

	if (letters != 1 || at >= words->text.len || words->text.p[words->at] != '.')
		return false;
	code = utf8_next(words->text, &at);
	return in_word(code) && !(code < 0x80 && ascii_is_digit((char)code));
}

static void finish(struct search_word *word)
{
	size_t zeros = 0;

	word->numeric = true;
	for (size_t i = 0; i < word->folded_len; i++)
		word->numeric = word->numeric && ascii_is_digit(word->folded[i]);
	if (!word->numeric)
		return;
	while (zeros + 1 < word->folded_len && word->folded[zeros] == '0')
		zeros++;
	word->folded_len -= zeros;
	memmove(word->folded, word->folded + zeros, word->folded_len);
	word->lower_len = word->folded_len;
	memcpy(word->lower, word->folded, word->folded_len);
	if (word->folded_len <= 8)
		slice_to_uint(
		    (struct slice){ word->folded, word->folded_len }, 99999999, &word->number);
}

/* Moves to the next letter or digit; the sign before it where that is the only one. */
static bool find_begin(struct search_words *words, char *separator)
{
	size_t from = words->at;

	*separator = 0;
	while (words->at < words->text.len) {
		size_t next = words->at;
		int32_t code = utf8_next(words->text, &next);

		if (in_word(code)) {
			if (from > 0 && words->at == from + 1 &&
			    (words->text.p[from] == '/' || words->text.p[from] == '-' ||
				words->text.p[from] == '.'))
				*separator = words->text.p[from];
			return true;
		}
		words->at = next;
	}
	return false;
}

bool search_words_next(struct search_words *words, struct search_word *word)
{
	size_t letters = 0;

	do {
		word->folded_len = word->lower_len = 0;
		word->number = 0;
		letters = 0;
		if (!find_begin(words, &word->separator))
			return false;
		while (words->at < words->text.len) {
			size_t next = words->at;
			int32_t code = utf8_next(words->text, &next);

			if (in_word(code)) {
				add_character(word, code);
				letters += code >= 0x80 || !ascii_is_digit((char)code) ? 1 : 2;
			} else if (is_initial(words, letters)) {
				letters = 0;
			} else {
				break;
			}
			words->at = next;
		}
	} while (word->folded_len == 0);
	finish(word);
	return true;
}

/* --- keys: numbers of acts, dates, actions --- */

static struct slice folded_of(const struct search_word *word)
{
	return (struct slice){ word->folded, word->folded_len };
}

static bool is_year(const struct search_word *word)
{
	return word->numeric && word->number >= 1861 && word->number <= 2999;
}

static bool is_one_of(const struct search_word *word, const char *const *list)
{
	for (; *list; list++)
		if (slice_is(folded_of(word), *list))
			return true;
	return false;
}

/* 1 to 12; else 0. */
static uint32_t month_of(const struct search_word *word)
{
	static const char *const months[] = { "gennaio", "febbraio", "marzo", "aprile", "maggio",
		"giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" };

	for (uint32_t i = 0; i < sizeof months / sizeof *months; i++)
		if (slice_is(folded_of(word), months[i]))
			return i + 1;
	return 0;
}

static bool write_key(struct search_key *key, uint32_t number, struct slice suffix, uint32_t year)
{
	key->len = (size_t)snprintf(key->text, sizeof key->text, "%u%.*s/%u", number,
	    (int)(suffix.len < 12 ? suffix.len : 12), suffix.p ? suffix.p : "", year);
	return true;
}

/* Behind "5 del": a year, "13 maggio 2017" or "13/5/2017". */
static bool year_behind_del(struct search_words words, uint32_t *year)
{
	struct search_word word, middle;

	if (!search_words_next(&words, &word) || !word.numeric)
		return false;
	if (!is_year(&word)) {
		if (word.number < 1 || word.number > 31 || !search_words_next(&words, &middle) ||
		    !search_words_next(&words, &word) || !is_year(&word))
			return false;
		if (!month_of(&middle) && !(middle.separator == '/' && word.separator == '/'))
			return false;
	}
	*year = word.number;
	return true;
}

/* "2024/25", "2024/2025", "2024-25" */
static bool is_school_year(uint32_t first, const struct search_word *second)
{
	return (second->separator == '/' || second->separator == '-') && first >= 1900 &&
	       first <= 2999 &&
	       (second->number == first + 1 ||
		   (second->number < 100 && second->number == (first + 1) % 100));
}

/* "5/2017", "2024/2025" */
static bool reference_at(
    const struct search_words *words, const struct search_word *number, struct search_key *key)
{
	static const char *const suffixes[] = { "bis", "ter", "quater", NULL };
	struct search_words ahead = *words;
	struct search_word word, behind;
	struct slice suffix = SLICE("");
	uint32_t year;

	if (!number->numeric || number->number == 0 || number->number > 99999 ||
	    number->separator == '/' || !search_words_next(&ahead, &word))
		return false;
	if (is_school_year(number->number, &word))
		return write_key(key, number->number, suffix, number->number + 1);
	if (is_one_of(&word, suffixes)) {
		suffix = folded_of(&word);
		if (!search_words_next(&ahead, &behind) || behind.separator != '/' ||
		    !is_year(&behind))
			return false;
		return write_key(key, number->number, suffix, behind.number);
	}
	if (slice_is(folded_of(&word), "del"))
		return year_behind_del(ahead, &year) &&
		       write_key(key, number->number, suffix, year);
	if (word.separator != '/' || !is_year(&word))
		return false;
	/* "5/2017/3" is something else. */
	if (search_words_next(&ahead, &behind) && behind.separator == '/' && behind.numeric)
		return false;
	return write_key(key, number->number, suffix, word.number);
}

static size_t write_days(
    struct search_key keys[SEARCH_KEYS_MAX], uint32_t year, uint32_t month, uint32_t day)
{
	if (month < 1 || month > 12 || day < 1 || day > 31)
		return 0;
	keys[0].len =
	    (size_t)snprintf(keys[0].text, sizeof keys[0].text, "%u-%02u-%02u", year, month, day);
	keys[1] = keys[0];
	keys[1].len -= strlen("-31");
	return 2;
}

/* "13 aprile 2017", "13/4/2017", "13.4.2017", "2017-04-13". Of the first the month's own word says the month. */
static size_t day_at(const struct search_words *words, const struct search_word *first,
    struct search_key keys[SEARCH_KEYS_MAX])
{
	struct search_words ahead = *words;
	struct search_word second, third;
	uint32_t month;

	if (!first->numeric || !search_words_next(&ahead, &second) ||
	    !search_words_next(&ahead, &third) || !third.numeric)
		return 0;
	month = month_of(&second);
	if (month > 0 && is_year(&third))
		return write_days(keys, third.number, month, first->number) ? 1 : 0;
	if (!second.separator || second.separator != third.separator)
		return 0;
	if (is_year(&third))
		return write_days(keys, third.number, second.number, first->number);
	if (is_year(first) && second.separator == '-')
		return write_days(keys, first->number, second.number, third.number);
	return 0;
}

/* "aprile 2017" */
static size_t month_at(const struct search_words *words, const struct search_word *first,
    struct search_key keys[SEARCH_KEYS_MAX])
{
	struct search_words ahead = *words;
	struct search_word second;
	uint32_t month = month_of(first);

	if (month == 0 || !search_words_next(&ahead, &second) || !is_year(&second))
		return 0;
	keys[0].len =
	    (size_t)snprintf(keys[0].text, sizeof keys[0].text, "%u-%02u", second.number, month);
	return 1;
}

/* "12.1" */
static size_t action_at(const struct search_words *words, const struct search_word *first,
    struct search_key keys[SEARCH_KEYS_MAX])
{
	struct search_words ahead = *words;
	struct search_word second, third;

	if (!first->numeric || first->number < 1 || first->number > 99 ||
	    !search_words_next(&ahead, &second) || !second.numeric || second.separator != '.' ||
	    second.number < 1 || second.number > 99)
		return 0;
	/* "1.2.3" is something else. */
	if (search_words_next(&ahead, &third) && third.numeric && third.separator == '.')
		return 0;
	keys[0].len = (size_t)snprintf(
	    keys[0].text, sizeof keys[0].text, "%u.%u", first->number, second.number);
	return 1;
}

size_t search_keys_at(const struct search_words *words, const struct search_word *first,
    struct search_key keys[SEARCH_KEYS_MAX])
{
	size_t count = reference_at(words, first, &keys[0]) ? 1 : 0;

	if (count == 0)
		count = day_at(words, first, keys);
	if (count == 0)
		count = month_at(words, first, keys);
	return count > 0 ? count : action_at(words, first, keys);
}

bool search_word_is_empty(struct slice folded)
{
	size_t low = 0, high = search_empty_word_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = slice_cmp(folded, slice_from(search_empty_words[middle]));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

/* "due", "secondo", "stato", "parte" are not among them: they are what some ask for. */
const char *const search_empty_words[] = {
	"a",
	"ad",
	"agl",
	"agli",
	"ai",
	"al",
	"all",
	"alla",
	"alle",
	"allo",
	"anche",
	"ancora",
	"avere",
	"avete",
	"aveva",
	"avevano",
	"avuto",
	"c",
	"che",
	"chi",
	"ci",
	"ciascun",
	"ciascuna",
	"ciascuno",
	"cio",
	"circa",
	"coi",
	"col",
	"come",
	"con",
	"cos",
	"cosa",
	"cosi",
	"cui",
	"d",
	"da",
	"dagli",
	"dai",
	"dal",
	"dall",
	"dalla",
	"dalle",
	"dallo",
	"degli",
	"dei",
	"del",
	"dell",
	"della",
	"delle",
	"dello",
	"di",
	"dov",
	"dove",
	"e",
	"ed",
	"era",
	"erano",
	"essendo",
	"essere",
	"fa",
	"fanno",
	"far",
	"fare",
	"fatto",
	"fra",
	"gia",
	"gli",
	"ha",
	"hanno",
	"ho",
	"i",
	"il",
	"in",
	"io",
	"l",
	"la",
	"le",
	"lei",
	"li",
	"lo",
	"loro",
	"lui",
	"m",
	"ma",
	"me",
	"mentre",
	"mi",
	"mia",
	"mie",
	"miei",
	"mio",
	"molto",
	"n",
	"ne",
	"negli",
	"nei",
	"nel",
	"nell",
	"nella",
	"nelle",
	"nello",
	"noi",
	"non",
	"nostra",
	"nostre",
	"nostri",
	"nostro",
	"o",
	"od",
	"ogni",
	"oltre",
	"oppure",
	"per",
	"perche",
	"pero",
	"piu",
	"po",
	"poi",
	"posso",
	"possono",
	"puo",
	"pur",
	"qual",
	"qualche",
	"qualcosa",
	"quale",
	"quali",
	"quand",
	"quando",
	"quant",
	"quanta",
	"quante",
	"quanti",
	"quanto",
	"quel",
	"quell",
	"quella",
	"quelle",
	"quelli",
	"quello",
	"quest",
	"questa",
	"queste",
	"questi",
	"questo",
	"qui",
	"quindi",
	"s",
	"sara",
	"saranno",
	"se",
	"sei",
	"si",
	"sia",
	"siamo",
	"siano",
	"siete",
	"sono",
	"sta",
	"stanno",
	"su",
	"sua",
	"sue",
	"sugli",
	"sui",
	"sul",
	"sull",
	"sulla",
	"sulle",
	"sullo",
	"suo",
	"suoi",
	"t",
	"te",
	"ti",
	"tra",
	"tu",
	"tua",
	"tue",
	"tuo",
	"tuoi",
	"tutta",
	"tutte",
	"tutti",
	"tutto",
	"un",
	"una",
	"uno",
	"v",
	"va",
	"vanno",
	"vi",
	"voi",
	"vorrei",
	"vostra",
	"vostre",
	"vostri",
	"vostro",
	"vuol",
	"vuole",
};
const size_t search_empty_word_count = sizeof search_empty_words / sizeof *search_empty_words;
