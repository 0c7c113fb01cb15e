/* Citations: each text with what is found in it, and Normattiva's addresses. */
#include <criterion/criterion.h>

#include "parse/citation.h"

static const struct slice sigle[] = { SLICE_INIT("DCZI"), SLICE_INIT("DTS"),
	SLICE_INIT("D.C. SocioSanitaria") };
static const char *const names[] = { "own", "delibera", "dgr", "lr", "legge", "dlgs", "dl", "dpr" };

/* "own 1/2024 [DCZI n. 1/2024]", several with "; ". */
static const char *found_in(const char *text, struct arena *arena)
{
	struct buffer out = { 0 };
	struct citations found;
	const char *result;

	citations_find(slice_from(text), sigle, 3, arena, &found);
	for (size_t i = 0; i < found.list.count; i++) {
		const struct citation *each = &found.list.items[i];
		struct slice date = date_iso(each->date, arena);

		buffer_addf(&out, "%s%s %u%.*s/%.*s", i ? "; " : "", names[each->kind],
		    each->number, SLICE_ARGS(each->suffix), SLICE_ARGS(date));
		if (each->article.len > 0)
			buffer_addf(&out, " art %.*s", SLICE_ARGS(each->article));
		buffer_addf(&out, " [%.*s]",
		    SLICE_ARGS(slice_sub(slice_from(text), each->start, each->end)));
	}
	result = arena_cstr(arena, buffer_slice(&out));
	buffer_release(&out);
	return result;
}

struct row {
	const char *text, *found;
};

static void check_rows(const struct row *rows, size_t count)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++) {
		const char *found = found_in(rows[i].text, arena);

		cr_expect_str_eq(found, rows[i].found, "'%s': '%s'", rows[i].text, found);
	}
	arena_free(arena);
}

#define CHECK(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

/* Quotation marks, dashes and the like end a word as ASCII's marks do; letters with accents do not. */
Test(citation, words_end_at_marks)
{
	static const struct row rows[] = {
		{ "«DCZI n. 1/2024»", "own 1/2024 [DCZI n. 1/2024]" },
		{ "“DCZI n. 1/2024”", "own 1/2024 [DCZI n. 1/2024]" },
		{ "dell’DCZI n. 1/2024…", "own 1/2024 [DCZI n. 1/2024]" },
		{ "–DCZI n. 1 del 2024–", "own 1/2024 [DCZI n. 1 del 2024]" },
		{ "«delibera n. 5 del 2017»", "delibera 5/2017 [delibera n. 5 del 2017]" },
		{ "«art. 5 del D.Lgs. 33/2013»", "dlgs 33/2013 art 5 [art. 5 del D.Lgs. 33/2013]" },
		{ "«L. 69/2009, art. 32»", "legge 69/2009 art 32 [L. 69/2009, art. 32]" },
		{ "DCZI n. 1 bis»/2024", "" },
		{ "n. «1/2024»", "" },
		{ "èDCZI n. 1/2024", "" },
		{ "DCZIè n. 1/2024", "" },
		{ "DCZI n. 1/2024è", "" },
		{ "DCZI n. 1/2024ª", "" },
	};

	CHECK(rows);
}

Test(citation, initials_with_stops_and_blanks)
{
	static const struct row rows[] = {
		{ "D.C. SocioSanitaria n. 6/2005", "own 6/2005 [D.C. SocioSanitaria n. 6/2005]" },
		{ "la d.c. sociosanitaria 6/2005", "own 6/2005 [d.c. sociosanitaria 6/2005]" },
		{ "DC SocioSanitaria n. 6/2005", "own 6/2005 [DC SocioSanitaria n. 6/2005]" },
		{ "D. C. SocioSanitaria n. 6/2005", "own 6/2005 [D. C. SocioSanitaria n. 6/2005]" },
		{ "D.C. Sociologica n. 6/2005", "" },
		{ "D.C. n. 6/2005", "" },
	};

	CHECK(rows);
}

Test(citation, own_acts)
{
	static const struct row rows[] = {
		{ "la DCZI n. 1/2024 conferma", "own 1/2024 [DCZI n. 1/2024]" },
		{ "DCZI 5/2017", "own 5/2017 [DCZI 5/2017]" },
		{ "con DCZI n.5/2017 il", "own 5/2017 [DCZI n.5/2017]" },
		{ "D.C.Z.I. n° 5 del 2017", "own 5/2017 [D.C.Z.I. n° 5 del 2017]" },
		{ "dczi 5/2017", "own 5/2017 [dczi 5/2017]" },
		{ "le DCZI n.1 e 2/2005 è", "own 1/2005 [DCZI n.1]; own 2/2005 [2/2005]" },
		{ "DCZI n. 1, 2 e 3/2005",
		    "own 1/2005 [DCZI n. 1]; own 2/2005 [2]; own 3/2005 [3/2005]" },
		{ "DCZI n. 3-bis/2020", "own 3bis/2020 [DCZI n. 3-bis/2020]" },
		{ "DCZI n. 3 bis del 4 maggio 2020",
		    "own 3bis/2020-05-04 [DCZI n. 3 bis del 4 maggio 2020]" },
		{ "DTS 7/2021", "own 7/2021 [DTS 7/2021]" },
		{ "DCZI 5/2017 del 3/2/2017", "own 5/2017-02-03 [DCZI 5/2017 del 3/2/2017]" },
		{ "DCZI 5/2017 del 3/2/2018", "own 5/2017 [DCZI 5/2017]" },
		{ "DCZI\xC2\xA0n.\xC2\xA0"
		  "1/2024",
		    "own 1/2024 [DCZI\xC2\xA0n.\xC2\xA0"
		    "1/2024]" },
		{ "XDCZI 5/2017", "" },
		{ "DCZIX 5/2017", "" },
		{ "DCZI 5", "" },
		{ "DCZI n. 5, del tutto", "" },
		{ "DCZI 0/2017", "" },
		{ "DCZI 5/20171", "" },
		{ "DCZI 5/2017/3", "" },
		{ "delibera n. 5 del 2017", "delibera 5/2017 [delibera n. 5 del 2017]" },
		{ "deliberazione della Conferenza n. 5/2017",
		    "delibera 5/2017 [deliberazione della Conferenza n. 5/2017]" },
		{ "Deliberazione della Conferenza zonale per l'istruzione n. 5 del 3.2.2017",
		    "delibera 5/2017-02-03 [Deliberazione della Conferenza zonale per l'istruzione n. 5 del 3.2.2017]" },
		{ "deliberazione della Giunta comunale n. 5/2017", "" },
		{ "deliberazione del Consiglio n. 5 del 2017", "" },
		{ "D.C. Altrui n. 6/2005", "" },
	};

	CHECK(rows);
}

Test(citation, external_acts)
{
	static const struct row rows[] = {
		{ "DGR 584/2024", "dgr 584/2024 [DGR 584/2024]" },
		{ "DGR 584", "" },
		{ "alle DGR n.\n251/2017 e n. 584/2024 e alle",
		    "dgr 251/2017 [DGR n.\n251/2017]; dgr 584/2024 [n. 584/2024]" },
		{ "D.G.R. n. 584 del 13/5/2024",
		    "dgr 584/2024-05-13 [D.G.R. n. 584 del 13/5/2024]" },
		{ "D.G.R. del 13 maggio 2024, n. 584",
		    "dgr 584/2024-05-13 [D.G.R. del 13 maggio 2024, n. 584]" },
		{ "deliberazione della Giunta regionale n. 584/2024",
		    "dgr 584/2024 [deliberazione della Giunta regionale n. 584/2024]" },
		{ "D.Lgs. 33/2013", "dlgs 33/2013 [D.Lgs. 33/2013]" },
		{ "D. Lgs. n. 33/2013", "dlgs 33/2013 [D. Lgs. n. 33/2013]" },
		{ "decreto legislativo 14 marzo 2013, n. 33",
		    "dlgs 33/2013-03-14 [decreto legislativo 14 marzo 2013, n. 33]" },
		{ "L. 69/2009", "legge 69/2009 [L. 69/2009]" },
		{ "legge 7 agosto 1990, n. 241",
		    "legge 241/1990-08-07 [legge 7 agosto 1990, n. 241]" },
		{ "la legge 1° agosto 2003, n. 206 e",
		    "legge 206/2003-08-01 [legge 1° agosto 2003, n. 206]" },
		{ "L. 241/90", "legge 241/1990 [L. 241/90]" },
		{ "L.R. 32/2002 (Toscana)", "lr 32/2002 [L.R. 32/2002]" },
		{ "legge regionale toscana 26 luglio 2002, n. 32",
		    "lr 32/2002-07-26 [legge regionale toscana 26 luglio 2002, n. 32]" },
		{ "DPR 445/2000 e D.L. 34/2020",
		    "dpr 445/2000 [DPR 445/2000]; dl 34/2020 [D.L. 34/2020]" },
		{ "D.P.R. 28 dicembre 2000, n. 445",
		    "dpr 445/2000-12-28 [D.P.R. 28 dicembre 2000, n. 445]" },
		{ "decreto-legge n. 34 del 2020", "dl 34/2020 [decreto-legge n. 34 del 2020]" },
		{ "art. 32 della L. 69/2009", "legge 69/2009 art 32 [art. 32 della L. 69/2009]" },
		{ "art. 8, comma 3, del D.Lgs. 33/2013",
		    "dlgs 33/2013 art 8 [art. 8, comma 3, del D.Lgs. 33/2013]" },
		{ "articolo 6-ter della L.R. 32/2002",
		    "lr 32/2002 art 6-ter [articolo 6-ter della L.R. 32/2002]" },
		{ "L. 69/2009, art. 32", "legge 69/2009 art 32 [L. 69/2009, art. 32]" },
		{ "L. 69/2009, art. 8 del D.Lgs. 33/2013",
		    "legge 69/2009 [L. 69/2009]; dlgs 33/2013 art 8 [art. 8 del D.Lgs. 33/2013]" },
		{ "art. 124 del TUEL", "dlgs 267/2000-08-18 art 124 [art. 124 del TUEL]" },
		{ "TUEL, art. 134", "dlgs 267/2000-08-18 art 134 [TUEL, art. 134]" },
		{ "la legge prevede 5/2020", "" },
		{ "il sig. L. Rossi 5/2020", "" },
		{ "legge 31 giugno 1990, n. 241", "" },
		{ "n. 5/2020", "" },
	};

	CHECK(rows);
}

Test(citation, normattiva)
{
	static const struct row rows[] = {
		{ "D.Lgs. 33/2013",
		    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013;33" },
		{ "art. 21-quinquies della legge 7 agosto 1990, n. 241",
		    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:1990-08-07;241~art21quinquies" },
		{ "D.P.R. 445/2000",
		    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.del.presidente.della.repubblica:2000;445" },
		{ "D.L. 34/2020",
		    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legge:2020;34" },
		{ "L.R. 32/2002", "" },
		{ "DCZI 5/2017", "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct citations found;
		struct slice url;

		citations_find(slice_from(rows[i].text), sigle, 2, arena, &found);
		cr_assert(found.list.count == 1, "%s", rows[i].text);
		url = citation_normattiva(&found.list.items[0], arena);
		cr_expect(slice_is(url, rows[i].found), "%s: %.*s", rows[i].text, SLICE_ARGS(url));
	}
	arena_free(arena);
}

Test(citation, in_markdown)
{
	static const char text[] =
	    "Vista la DCZI\nn. 1/2024 e\nla DGR 584/2024.\n\n[L. 1/2000](x) `L. 2/2000`\n\n"
	    "| L. 3/2000 |\n|---|\n| *L. 4/2000* |\n";
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct md_citations found;
	struct buffer seen = { 0 };
	struct md md;

	diagnostics_init(&diagnostics);
	md_parse(slice_from(text), SLICE("atto.md"), 1, arena, &diagnostics, &md);
	md_citations(&md, sigle, 2, arena, &found);
	for (size_t i = 0; i < found.list.count; i++)
		buffer_addf(&seen, "%u %.*s\n", found.list.items[i].line,
		    SLICE_ARGS(found.list.items[i].text));
	cr_expect_str_eq(seen.p, "1 DCZI n. 1/2024\n3 DGR 584/2024\n7 L. 3/2000\n9 L. 4/2000\n");
	buffer_release(&seen);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
