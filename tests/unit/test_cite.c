/* What citations point to: an act of the site, a legal source, nothing certain. */
#include <criterion/criterion.h>

#include "model/cite.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACT(lines) "---\n" lines "oggetto: Un altro oggetto inventato\n---\n"

static const struct edit edits[] = {
	{ "atti/2031/dczi-2.md", NULL,
	    ACT("tipo: delibera\norgano: conferenza\nnumero: 2\ndata: 2031-04-01\n") },
	{ "atti/2031/dczi-2-bis.md", NULL,
	    ACT("tipo: delibera\norgano: conferenza\nnumero: 2\nsuffisso: BIS\ndata: 2031-04-01\n") },
	{ "atti/2030/dczi-3.md", NULL,
	    ACT("tipo: delibera\norgano: conferenza\nnumero: 3\nanno: 2030\n") },
	{ "atti/2031/alfa-2.md", NULL,
	    ACT("tipo: delibera\nente: alfa\nnumero: 2\ndata: 2031-05-01\n") },
	{ "atti/2031/determina-5.md", NULL,
	    ACT("tipo: determina\norgano: conferenza\nnumero: 5\ndata: 2031-05-01\n") },
};

Test(cite, points_to_what_is_certain)
{
	static const struct {
		const char *text, *expected; /* a place, estremi, "?" for ambiguous, "" */
	} rows[] = {
		{ "DCZI n. 1/2031", "2031/dczi-1" },
		{ "DCZI n. 2/2031", "2031/dczi-2" },
		{ "DCZI n. 2 bis/2031", "2031/dczi-2-bis" },
		{ "DCZI n. 3/2030", "2030/dczi-3" },
		{ "DCZI n. 3/2031", "" },
		{ "DCZI n. 1/2030", "" },
		{ "delibera n. 1/2031", "2031/dczi-1" },
		{ "delibera n. 2/2031", "?" },
		{ "delibera n. 5/2031", "" },
		{ "DCZI n. 5/2031", "" },
		{ "L.R. 32/2002", "L.R. 32/2002" },
		{ "legge regionale 26 luglio 2002, n. 32", "L.R. 32/2002" },
		{ "D.Lgs. 33/2013", "D.Lgs. 33/2013" },
		{ "L. 33/2013", "" },
		{ "D.Lgs. 33/2014", "" },
		{ "L. 241/1990", "" },
	};
	struct sample sample;

	sample_load(&sample, edits);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct citations found = { 0 };
		struct slice said;
		struct cited cited;

		citations_find(slice_from(rows[i].text), sample.site->initials,
		    sample.site->initials_count, sample.arena, &found);
		cr_assert_eq(found.list.count, 1, "%s", rows[i].text);
		cited = site_cited(sample.site, &found.list.items[0]);
		said = cited.ambiguous ? SLICE("?")
		       : cited.act     ? cited.act->place
		       : cited.source  ? cited.source->reference
				       : SLICE("");
		cr_expect(
		    slice_is(said, rows[i].expected), "%s: %.*s", rows[i].text, SLICE_ARGS(said));
	}
	sample_release(&sample);
}
