#include <criterion/criterion.h>

#include "base/unicode.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

Test(unicode, one_code_point)
{
	static const struct {
		struct slice bytes;
		int32_t code; /* -1: not UTF-8 */
		size_t taken;
	} rows[] = {
		{ SLICE_INIT("a"), 'a', 1 },
		{ SLICE_INIT("\0"), 0, 1 },
		{ SLICE_INIT("\x7F"), 0x7F, 1 },
		{ SLICE_INIT("\xC2\x80"), 0x80, 2 },
		{ SLICE_INIT("\xDF\xBF"), 0x7FF, 2 },
		{ SLICE_INIT("\xE0\xA0\x80"), 0x800, 3 },
		{ SLICE_INIT("\xED\x9F\xBF"), 0xD7FF, 3 },
		{ SLICE_INIT("\xEE\x80\x80"), 0xE000, 3 },
		{ SLICE_INIT("\xEF\xBF\xBF"), 0xFFFF, 3 },
		{ SLICE_INIT("\xF0\x90\x80\x80"), 0x10000, 4 },
		{ SLICE_INIT("\xF4\x8F\xBF\xBF"), 0x10FFFF, 4 },
		{ SLICE_INIT("\x80"), -1, 1 },
		{ SLICE_INIT("\xC0\x80"), -1, 1 },
		{ SLICE_INIT("\xC1\xBF"), -1, 1 },
		{ SLICE_INIT("\xE0\x9F\xBF"), -1, 1 },
		{ SLICE_INIT("\xED\xA0\x80"), -1, 1 },
		{ SLICE_INIT("\xED\xBF\xBF"), -1, 1 },
		{ SLICE_INIT("\xF0\x8F\xBF\xBF"), -1, 1 },
		{ SLICE_INIT("\xF4\x90\x80\x80"), -1, 1 },
		{ SLICE_INIT("\xF5\x80\x80\x80"), -1, 1 },
		{ SLICE_INIT("\xFE"), -1, 1 },
		{ SLICE_INIT("\xC3"), -1, 1 },
		{ SLICE_INIT("\xE2\x82"), -1, 1 },
		{ SLICE_INIT("\xF0\x9F\x98"), -1, 1 },
		{ SLICE_INIT("\xC3 "), -1, 1 },
		{ SLICE_INIT("\xE2\x82 "), -1, 1 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t at = 0;
		char out[4];

		cr_expect_eq(utf8_next(rows[i].bytes, &at), rows[i].code, "row %zu", i);
		cr_expect_eq(at, rows[i].taken, "row %zu", i);
		cr_expect_eq(utf8_invalid_at(rows[i].bytes), rows[i].code < 0 ? 0 : SLICE_NONE,
		    "row %zu", i);
		if (rows[i].code >= 0)
			cr_expect(slice_eq((struct slice){ out, utf8_encode(rows[i].code, out) },
				      rows[i].bytes),
			    "row %zu", i);
	}
	cr_expect_eq(utf8_invalid_at(SLICE("abc\xC3\xA8\xE8")), 5);
}

Test(unicode, counts)
{
	static const struct {
		const char *text;
		size_t count, width;
	} rows[] = {
		{ "", 0, 0 }, { "abc", 3, 3 }, { "citt\xC3\xA0", 5, 5 },
		{ "e\xCC\x81", 2, 1 },                /* a combining accent */
		{ "\xE6\xBC\xA2\xE5\xAD\x97", 2, 4 }, /* two ideographs */
		{ "\xF0\x9F\x98\x80", 1, 2 },         /* a face */
		{ "a\xE2\x80\x8B", 2, 1 },            /* a blank without width */
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		cr_expect_eq(utf8_count(slice_from(rows[i].text)), rows[i].count, "row %zu", i);
		cr_expect_eq(utf8_width(slice_from(rows[i].text)), rows[i].width, "row %zu: %zu", i,
		    utf8_width(slice_from(rows[i].text)));
	}
}

typedef struct slice transform(struct slice text, struct arena *arena);

static void check_transform(
    transform *function, const char *const (*rows)[2], size_t count, const char *name)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++) {
		struct slice got = function(slice_from(rows[i][0]), arena);

		cr_expect(slice_is(got, rows[i][1]), "%s('%s') is '%.*s'", name, rows[i][0],
		    SLICE_ARGS(got));
	}
	arena_free(arena);
}

Test(unicode, nfc)
{
	static const char *const rows[][2] = {
		{ "", "" }, { "perché", "perché" }, { "perche\xCC\x81", "perch\xC3\xA9" },
		{ "A\xCC\x8A", "\xC3\x85" }, { "\xE2\x84\xAB", "\xC3\x85" }, /* the Ångström sign */
		{ "\xE2\x84\xAA", "K" },                                     /* the Kelvin sign */
		{ "e\xCC\xA3\xCC\x82", "\xE1\xBB\x87" },                     /* two marks */
		{ "e\xCC\x82\xCC\xA3", "\xE1\xBB\x87" },        /* in the other order */
		{ "\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80" }, /* Hangul */
		{ "\xEF\xAC\x81", "\xEF\xAC\x81" },             /* a ligature stays */
		{ "\xCC\x81"
		  "a",
		    "\xCC\x81"
		    "a" },                                      /* a mark with nothing before it */
		{ "\xE0\xA5\x98", "\xE0\xA4\x95\xE0\xA4\xBC" }, /* excluded from composition */
	};

	check_transform(utf8_nfc, rows, COUNT(rows), "nfc");
}

Test(unicode, fold)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "Città", "citta" },
		{ "PERCHÉ", "perche" },
		{ "perche\xCC\x81", "perche" },
		{ "Straße", "strasse" },
		{ "Ægir", "ægir" },
		{ "L'Aquila n. 3", "l'aquila n. 3" },
	};

	check_transform(utf8_fold, rows, COUNT(rows), "fold");
}

Test(unicode, letters)
{
	static const char *const lower[][2] = { { "ÀÈ Città", "àè città" }, { "", "" },
		{ "3 N", "3 n" } };
	static const char *const capitalised[][2] = { { "è così", "È così" }, { "", "" },
		{ "a", "A" }, { "Già", "Già" }, { "3 a", "3 a" } };

	check_transform(utf8_lower, lower, COUNT(lower), "lower");
	check_transform(utf8_capitalised, capitalised, COUNT(capitalised), "capitalised");
}

Test(unicode, slugs)
{
	static const struct {
		const char *title;
		size_t max;
		const char *slug;
	} rows[] = {
		{ "Organi e governance", 80, "organi-e-governance" },
		{ "L'attività della Città!", 80, "l-attivita-della-citta" },
		{ "  -- a__b --  ", 80, "a-b" },
		{ "P.E.Z. 2024/25", 80, "p-e-z-2024-25" },
		{ "\xE6\xBC\xA2", 80, "" },
		{ "", 80, "" },
		{ "uno due tre", 7, "uno-due" },
		{ "uno due tre", 8, "uno-due" },
		{ "uno due tre", 3, "uno" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice slug = slug_from(slice_from(rows[i].title), rows[i].max, arena);

		cr_expect(slice_is(slug, rows[i].slug), "'%s' is '%.*s'", rows[i].title,
		    SLICE_ARGS(slug));
	}
	arena_free(arena);
}

Test(unicode, ids)
{
	static const struct {
		const char *id;
		bool valid;
	} rows[] = {
		{ "a", true },
		{ "dczi-1-2024", true },
		{ "-", true },
		{ "", false },
		{ "A", false },
		{ "a_b", false },
		{ "a b", false },
		{ "città", false },
		{ "a/b", false },
		{ "a.b", false },
		{ "12345678901234567890123456789012345678901234567890"
		  "123456789012345678901234567890",
		    true },
		{ "12345678901234567890123456789012345678901234567890"
		  "1234567890123456789012345678901",
		    false },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(id_valid(slice_from(rows[i].id)), rows[i].valid, "'%s'", rows[i].id);
}

Test(unicode, nearest)
{
	static const struct slice keys[] = { SLICE_INIT("tipo"), SLICE_INIT("titolo_breve"),
		SLICE_INIT("oggetto"), SLICE_INIT("numero"), SLICE_INIT("votazioni"),
		SLICE_INIT("data"), SLICE_INIT("dati_personali"), SLICE_INIT("città") };
	static const struct {
		const char *word, *nearest;
	} rows[] = {
		{ "ogetto", "oggetto" }, { "ogegtto", "oggetto" }, /* two letters changed round */
		{ "Oggetto", "oggetto" }, { "numeor", "numero" }, { "votazione", "votazioni" },
		{ "dati-personali", "dati_personali" }, { "titolo-breve", "titolo_breve" },
		{ "citta", "città" }, { "tip", "tipo" }, { "date", "data" }, { "xyz", "" },
		{ "", "" }, { "presenze", "" }, { "tuto", "tipo" }, /* two letters of four */
		{ "xuto", "" },                                     /* three */
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice nearest =
		    nearest_word(slice_from(rows[i].word), keys, COUNT(keys), arena);

		cr_expect(slice_is(nearest, rows[i].nearest), "'%s' is nearest to '%.*s'",
		    rows[i].word, SLICE_ARGS(nearest));
	}
	cr_expect(slice_is(nearest_word(SLICE("a"), keys, 0, arena), ""));
	arena_free(arena);
}

/* On a tie the first in the list; a word as long as a file costs no more than a short one. */
Test(unicode, nearest_edges)
{
	static const struct slice keys[] = { SLICE_INIT("dal"), SLICE_INIT("del") };
	struct arena *arena = arena_new();
	struct slice word = arena_printf(arena, "%0100000d", 1);

	cr_expect(slice_is(nearest_word(SLICE("dol"), keys, 2, arena), "dal"));
	cr_expect(slice_is(nearest_word(word, keys, 2, arena), ""));
	arena_free(arena);
}
