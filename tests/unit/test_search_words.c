/* A text as the search sees it: words, numbers of acts, stems. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/unicode.h"
#include "search/plain.h"
#include "search/stems.h"
#include "search/words.h"

#include <fcntl.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "folded" words between blanks; a word whose form with accents differs as "folded=form". */
static struct slice words_of(const char *text, struct arena *arena)
{
	struct search_words words = { slice_from(text), 0 };
	struct search_word word;
	struct slice all = SLICE("");

	while (search_words_next(&words, &word)) {
		struct slice folded = { word.folded, word.folded_len };
		struct slice lower = { word.lower, word.lower_len };

		all = arena_printf(arena, "%.*s%s%.*s%s%.*s", SLICE_ARGS(all), all.len ? " " : "",
		    SLICE_ARGS(folded), slice_eq(folded, lower) ? "" : "=",
		    slice_eq(folded, lower) ? 0 : (int)lower.len, lower.p);
	}
	return all;
}

Test(search_words, are_folded_and_cut_at_signs)
{
	static const struct {
		const char *name, *text, *expected;
	} rows[] = {
		{ "nothing", "", "" },
		{ "signs alone", " ,;.'’-/ ", "" },
		{ "case", "Delibera DCZI", "delibera dczi" },
		{ "accents", "L'ATTIVITÀ è più giù", "l attivita=attività e=è piu=più giu=giù" },
		{ "acute accents are grave ones", "perché", "perche=perchè" },
		{ "accents in two characters", "citta\xcc\x80", "citta" },
		{ "typographic apostrophe", "dell’atto", "dell atto" },
		{ "hyphen", "socio-sanitaria", "socio sanitaria" },
		{ "initials", "D.C.Z.I. e D.Lgs. 33", "dczi e dlgs 33" },
		{ "initials apart", "D. C. Sociale", "d c sociale" },
		{ "a point between words", "art.3 fine.Inizio", "art 3 fine inizio" },
		{ "zeros before a number", "007 0 00", "7 0 0" },
		{ "letters and digits", "2A covid19", "2a covid19" },
		{ "ligatures and full width", "ﬁrma Ａ", "firma a" },
		{ "another script", "школа 学", "школа 学" },
		{ "what is no UTF-8",
		    "a\xff\xfe"
		    "b",
		    "a b" },
		{ "too long a word",
		    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		struct slice seen = words_of(rows[i].text, arena);

		cr_expect(
		    slice_is(seen, rows[i].expected), "%s: '%.*s'", rows[i].name, SLICE_ARGS(seen));
		arena_free(arena);
	}
}

/* All keys of the text, between blanks. */
static struct slice keys_of(const char *text, struct arena *arena)
{
	struct search_words words = { slice_from(text), 0 };
	struct search_word word;
	struct search_key keys[SEARCH_KEYS_MAX];
	struct slice all = SLICE("");

	while (search_words_next(&words, &word)) {
		size_t count = search_keys_at(&words, &word, keys);

		for (size_t i = 0; i < count; i++)
			all = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(all), all.len ? " " : "",
			    (int)keys[i].len, keys[i].text);
	}
	return all;
}

Test(search_words, know_numbers_of_acts)
{
	static const struct {
		const char *name, *text, *expected;
	} rows[] = {
		{ "with a slash", "DCZI n. 5/2017", "5/2017" },
		{ "zeros", "n. 005/2017", "5/2017" },
		{ "in words", "delibera n. 5 del 2017", "5/2017" },
		{ "with a day", "delibera 5 del 13 maggio 2017", "5/2017 2017-05-13 2017-05" },
		{ "with a day in numbers", "delibera 5 del 13/05/2017",
		    "5/2017 2017-05-13 2017-05" },
		{ "with a suffix", "n. 5 bis/2017", "5bis/2017" },
		{ "two", "n. 1/2005 e n. 2/2005", "1/2005 2/2005" },
		{ "a date is none", "il 13/05/2017", "2017-05-13 2017-05" },
		{ "nor what only begins so", "12/2017/3", "" },
		{ "nor a year that is none", "5/3000 e 5 del 1700", "" },
		{ "nor a small number", "punto 5 del programma", "" },
		{ "nor a month that is none", "5 del 13 anni 2017", "" },
		{ "a school year", "anno 2024/25", "2024/2025" },
		{ "in full", "anno 2024/2025", "2024/2025" },
		{ "with a hyphen", "anno 2024-25", "2024/2025" },
		{ "the end of a century", "1999/00", "1999/2000" },
		{ "a programme", "2024-2026", "" },
		{ "not with a point", "2024.25", "" },
		{ "years apart", "2024 25", "" },
		{ "too large", "123456/2017", "" },
		{ "much too large", "99999999999999999999/2017", "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		struct slice seen = keys_of(rows[i].text, arena);

		cr_expect(
		    slice_is(seen, rows[i].expected), "%s: '%.*s'", rows[i].name, SLICE_ARGS(seen));
		arena_free(arena);
	}
}

Test(search_words, know_dates_and_actions)
{
	static const struct {
		const char *name, *text, *expected;
	} rows[] = {
		{ "a month", "entro Aprile 2017", "2017-04" },
		{ "a day", "il 13 aprile 2017", "2017-04-13 2017-04" },
		{ "the first", "il 1° aprile 2017", "2017-04-01 2017-04" },
		{ "with slashes", "13/4/2017", "2017-04-13 2017-04" },
		{ "with points and zeros", "03.04.2017", "2017-04-03 2017-04" },
		{ "with hyphens", "13-4-2017", "2017-04-13 2017-04" },
		{ "the other way round", "2017-04-13", "2017-04-13 2017-04" },
		{ "signs that differ", "13/4-2017", "" },
		{ "no such day", "32 aprile 2017", "2017-04" },
		{ "no such month", "13/13/2017", "" },
		{ "a month without a year", "13 aprile", "" },
		{ "a year without a month", "nel 2017", "" },
		{ "an action", "l'azione 12.1.", "12.1" },
		{ "behind a sign", "n.12.1", "12.1" },
		{ "one with three parts", "1.2.3", "2.3" },
		{ "thousands", "1.000 euro", "" },
		{ "apart", "12. 1", "" },
		{ "letters", "12.a", "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		struct slice seen = keys_of(rows[i].text, arena);

		cr_expect(
		    slice_is(seen, rows[i].expected), "%s: '%.*s'", rows[i].name, SLICE_ARGS(seen));
		arena_free(arena);
	}
}

Test(search_words, knows_empty_ones)
{
	static const struct {
		const char *word;
		bool empty;
	} rows[] = {
		{ "a", true },
		{ "vuole", true },
		{ "della", true },
		{ "perche", true },
		{ "delibera", false },
		{ "stato", false },
		{ "", false },
		{ "zzz", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect(search_word_is_empty(slice_from(rows[i].word)) == rows[i].empty, "'%s'",
		    rows[i].word);
	for (size_t i = 1; i < search_empty_word_count; i++)
		cr_expect(strcmp(search_empty_words[i - 1], search_empty_words[i]) < 0, "%s",
		    search_empty_words[i]);
}

Test(search_stems, bring_forms_together)
{
	static const struct {
		const char *a, *b;
		bool same;
	} rows[] = {
		{ "delibera", "delibere", true },
		{ "scuola", "scuole", true },
		{ "approvazione", "approvazioni", true },
		{ "conferenza", "conferenze", true },
		{ "città", "città", true },
		{ "vidimazione", "vidimare", true },
		{ "regolamento", "regolamenti", true },
		{ "scuola", "scudo", false },
		{ "comune", "comunicazione", false },
		{ "comune", "comunità", false },
		{ "lettera", "lettere", true },
		{ "opera", "opere", true },
		{ "camera", "camere", true },
		{ "tessera", "tessere", true },
		{ "comunicazione", "comunicazioni", true },
		{ "organo", "organismo", false },
		{ "atto", "atti", true },
		{ "ente", "enti", true },
		{ "anno", "anni", true },
		{ "parere", "pareri", true },
		{ "circolare", "circolari", true },
		{ "elementare", "elementari", true },
		{ "consigliere", "consiglieri", true },
		{ "consigliere", "consiglio", false },
		{ "seduta", "sedute", true },
		{ "seduta", "sede", false },
		{ "regolamento", "regolamenti", true },
		{ "regolamento", "regola", false },
		{ "comunicazione", "comunica", true },
		{ "toscano", "toscani", true },
	};
	struct stemmer *stemmer = stemmer_new();
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice a = stemmer_stem(stemmer, slice_from(rows[i].a), arena);
		struct slice b = stemmer_stem(stemmer, slice_from(rows[i].b), arena);

		cr_expect(slice_eq(a, b) == rows[i].same, "%s '%.*s', %s '%.*s'", rows[i].a,
		    SLICE_ARGS(a), rows[i].b, SLICE_ARGS(b));
	}
	arena_free(arena);
	stemmer_free(stemmer);
}

static bool read_shared(const char *name, struct arena *arena, struct slice *text)
{
	const char *data = getenv("ZONALE_SHARED_DATA");
	struct slice path =
	    arena_printf(arena, "%s/stemmer-it/%s", data ? data : "../shared/data", name);

	return file_read(AT_FDCWD, path.p, (size_t)8 << 20, arena, text) == 0;
}

/* Snowball's own vocabulary. One word is another matter of version: libstemmer 2.2 leaves "divano" its "an". */
Test(search_stems, are_those_of_snowball)
{
	struct arena *arena = arena_new();
	struct stemmer *stemmer = stemmer_new();
	struct slice words, stems, word, stem;
	size_t count = 0, differing = 0;

	if (!read_shared("voc.txt", arena, &words) || !read_shared("output.txt", arena, &stems)) {
		puts("search_stems: no vocabulary in shared/data/stemmer-it");
		stemmer_free(stemmer);
		arena_free(arena);
		cr_skip_test();
	}
	while (slice_next_line(&words, &word) && slice_next_line(&stems, &stem)) {
		struct slice seen = stemmer_stem(stemmer, word, arena);

		count++;
		if (slice_eq(seen, stem) || slice_is(word, "divano") || stemmer_is_own(word))
			continue;
		differing++;
		cr_expect(differing > 10, "%.*s: '%.*s', not '%.*s'", SLICE_ARGS(word),
		    SLICE_ARGS(seen), SLICE_ARGS(stem));
	}
	cr_expect(count > 35000, "%zu words", count);
	cr_expect_eq(differing, 0, "%zu differ", differing);
	stemmer_free(stemmer);
	arena_free(arena);
}

Test(search_plain, cuts_behind_words)
{
	static const struct {
		const char *name, *text;
		size_t characters;
		const char *expected;
	} rows[] = {
		{ "short enough", "Un testo", 8, "Un testo" },
		{ "cut", "Un testo lungo", 10, "Un testo…" },
		{ "at a blank", "Un testo lungo", 8, "Un testo…" },
		{ "one word", "precipitevolissimevolmente", 5, "preci…" },
		{ "one word with accents", "ààààààà", 3, "ààà…" },
		{ "nothing", "", 5, "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		struct slice seen = plain_cut(slice_from(rows[i].text), rows[i].characters, arena);

		cr_expect(
		    slice_is(seen, rows[i].expected), "%s: '%.*s'", rows[i].name, SLICE_ARGS(seen));
		arena_free(arena);
	}
}

Test(search_plain, takes_markdown_off)
{
	struct arena *arena = arena_new();
	struct slice seen = plain_markdown(
	    SLICE("Con **forza** e [un rimando](../x.md):\n\n- uno\n- due\n"), arena);

	cr_expect(slice_is(seen, "Con forza e un rimando: uno due"), "'%.*s'", SLICE_ARGS(seen));
	arena_free(arena);
}
