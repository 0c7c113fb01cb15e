/* Where links in texts lead: addresses of the site, content files, attachments, places in a text, elsewhere. */
#include <criterion/criterion.h>

#include "model/target.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define ACT(number, lines, body)                                                          \
	"---\ntipo: delibera\norgano: conferenza\nnumero: " number "\ndata: 2031-04-01\n" \
	"oggetto: Un altro oggetto inventato\n" lines "---\n" body

/* Beside act 1, which is public: a draft, a card, one with attachments. */
static const struct edit edits[] = {
	{ "atti/2031/dczi-1.md", "dati_personali: solo_incarichi\n",
	    "dati_personali: solo_incarichi\ngia: [2030/vecchio-1]\nargomenti: [nidi]\nenti: [beta]\npunti_programma: [2]\n"
	    "allegati: [{file: piano.pdf, titolo: Piano}]\n" },
	{ "atti/2031/dczi-2.md", NULL,
	    ACT("2", "stato: bozza\ngia: [2030/vecchio-2]\n", "Testo.\n") },
	{ "atti/2031/dczi-3.md", NULL,
	    ACT("3",
		"pubblica_fino_al: 2031-05-01\n"
		"gia: [2030/vecchio-3]\n"
		"allegati: [{file: vecchio.pdf, titolo: Vecchio}]\n",
		"Testo.\n") },
	{ "argomenti.yaml", NULL, "- {id: nidi, nome: Nidi}\n- {id: altro, nome: Altro}\n" },
	{ "pagine/come-funziona.md", NULL, "---\ntitolo: Come\n---\n## Una voce\n\nTesto.\n" },
};

/* More files than edits go into one sample. */
static const struct memory_file more[] = {
	{ "content/atti/2031/dczi-1/piano.pdf", "x" },
	{ "content/atti/2031/dczi-1/nascosto.pdf", "x" },
	{ "content/atti/2031/dczi-3/vecchio.pdf", "x" },
	{ "content/regolamenti/nidi/2031-01-01.md", "---\ntitolo: Nidi\n---\n## Titolo primo\n" },
	{ "content/rapporti/2031-05-01-primo.md", "---\ntitolo: Primo\n---\nTesto.\n" },
	{ "content/tavoli/inclusione.yaml", "id: inclusione\nnome: Tavolo\n" },
};

struct with_more {
	struct sample sample;
	struct site *site;
	struct source *source;
};

static void load(struct with_more *with)
{
	struct site_options options = { .today = SAMPLE_TODAY, .workers = 1 };
	struct sample *sample = &with->sample;
	struct memory_file *files;

	sample_load(sample, edits);
	files = ARENA_COUNT(sample->arena, struct memory_file, sample->count + COUNT(more));
	for (size_t i = 0; i < sample->count; i++)
		files[i] = sample->files[i];
	for (size_t i = 0; i < COUNT(more); i++)
		files[sample->count + i] = more[i];
	diagnostics_clear(&sample->diagnostics);
	with->source = source_open_memory(files, sample->count + COUNT(more), &sample->diagnostics);
	with->site = site_load(with->source, &options, &sample->diagnostics);
	site_link(with->site, &sample->diagnostics);
	site_derive(with->site);
	cr_assert_eq(sample->diagnostics.list.count, 0, "%s",
	    sample_reported(&sample->diagnostics, sample->arena));
}

static void release(struct with_more *with)
{
	site_free(with->site);
	source_close(with->source);
	sample_release(&with->sample);
}

Test(target, finds_where_links_lead)
{
	/* path: "" for a broken one, "=" for one outside. All from act 1. */
	static const struct {
		const char *target, *path;
	} rows[] = {
		/* elsewhere, and within the text */
		{ "https://example.org/a", "=" },
		{ "http://example.org", "=" },
		{ "mailto:ufficio@example.org", "=" },
		{ "tel:0573123456", "=" },
		{ "#delibera", "=" },
		{ "#punto-1", "=" },
		{ "#punto-9", "" },
		{ "#", "" },
		/* addresses of the site */
		{ "/", ""
		       "/" },
		{ "/atti/", "atti/" },
		{ "/novita/", "novita/" },
		{ "/nulla/", "" },
		{ "/atti/2031/dczi-1/", "atti/2031/dczi-1/" },
		{ "/atti/2031/dczi-1/#punto-1", "atti/2031/dczi-1/#punto-1" },
		{ "/atti/2031/dczi-1", "" },
		{ "/atti/2031/dczi-2/", "" },
		{ "/atti/2031/dczi-3/", "atti/2031/dczi-3/" },
		{ "/atti/2031/dczi-9/", "" },
		{ "/atti/2031/dczi-1/allegati/piano.pdf", "atti/2031/dczi-1/allegati/piano.pdf" },
		{ "/atti/2031/dczi-1/allegati/nascosto.pdf", "" },
		{ "/atti/2031/dczi-3/allegati/vecchio.pdf", "" },
		{ "/atti/2031/", "atti/2031/" },
		{ "/atti/2030/", "" },
		{ "/atti/tipo/delibera/", "atti/tipo/delibera/" },
		{ "/atti/tipo/determina/", "" },
		{ "/atti/organo/conferenza/", "atti/organo/conferenza/" },
		{ "/atti/argomento/nidi/", "atti/argomento/nidi/" },
		{ "/atti/argomento/altro/", "atti/argomento/altro/" },
		{ "/atti/argomento/xyzzy/", "" },
		{ "/atti/organo/xyzzy/", "" },
		{ "/atti/comune/beta/", "atti/comune/beta/" },
		{ "/atti/comune/delta/", "atti/comune/delta/" },
		{ "/atti/comune/omega/", "" },
		{ "/atti/punto/2/", "atti/punto/2/" },
		{ "/atti/punto/1/", "atti/punto/1/" },
		{ "/atti/punto/9/", "" },
		{ "/atti/stato/non-accertati/", "atti/stato/non-accertati/" },
		{ "/atti/stato/revocati/", "" },
		{ "/atti/colore/verde/", "" },
		{ "/programma/2030-2032/", "programma/2030-2032/" },
		{ "/programma/2030-2032/scadenze/", "programma/2030-2032/scadenze/" },
		{ "/programma/2030-2032/punti/01-primo/", "programma/2030-2032/punti/01-primo/" },
		{ "/programma/2030-2032/punti/09-nono/", "" },
		{ "/programma/2033-2035/", "" },
		{ "/sedute/2031-03-05-conferenza/", "sedute/2031-03-05-conferenza/" },
		{ "/sedute/2031-03-06-conferenza/", "" },
		{ "/organi/conferenza/", "organi/conferenza/" },
		{ "/comuni/alfa/", "comuni/alfa/" },
		{ "/comuni/omega/", "" },
		{ "/tavoli/inclusione/", "tavoli/inclusione/" },
		{ "/rapporti/2031-05-01-primo/", "rapporti/2031-05-01-primo/" },
		{ "/regolamenti/nidi/", "regolamenti/nidi/" },
		{ "/regolamenti/nidi/2031-01-01/", "regolamenti/nidi/2031-01-01/" },
		{ "/regolamenti/nidi/2031-01-02/", "" },
		{ "/come-funziona/", "come-funziona/" },
		{ "//example.org/", "" },
		/* where acts stood before */
		{ "/atti/2030/vecchio-1/", "atti/2031/dczi-1/" },
		{ "/atti/2030/vecchio-1/#punto-1", "atti/2031/dczi-1/#punto-1" },
		{ "/atti/2030/vecchio-1/#punto-9", "" },
		{ "../2030/vecchio-1.md", "atti/2031/dczi-1/" },
		{ "/atti/2030/vecchio-2/", "" },
		{ "/atti/2030/vecchio-3/", "" },
		{ "../2030/vecchio-3.md", "" },
		/* content files */
		{ "dczi-1.md", "atti/2031/dczi-1/" },
		{ "./dczi-1.md", "atti/2031/dczi-1/" },
		{ "../2031/dczi-1.md", "atti/2031/dczi-1/" },
		{ "dczi-1.md#punto-1", "atti/2031/dczi-1/#punto-1" },
		{ "dczi-1.md#punto-9", "" },
		{ "dczi-2.md", "" },
		{ "dczi-3.md", "atti/2031/dczi-3/" },
		{ "dczi-9.md", "" },
		{ "dczi-1/piano.pdf", "atti/2031/dczi-1/allegati/piano.pdf" },
		{ "dczi-1/piano.pdf#page=2", "atti/2031/dczi-1/allegati/piano.pdf#page=2" },
		{ "dczi-1/nascosto.pdf", "" },
		{ "dczi-3/vecchio.pdf", "" },
		{ "../../pagine/come-funziona.md", "come-funziona/" },
		{ "../../pagine/come-funziona.md#una-voce", "come-funziona/#una-voce" },
		{ "../../regolamenti/nidi/2031-01-01.md", "regolamenti/nidi/2031-01-01/" },
		{ "../../rapporti/2031-05-01-primo.md", "rapporti/2031-05-01-primo/" },
		{ "../../sedute/2031-03-05-conferenza.yaml", "sedute/2031-03-05-conferenza/" },
		{ "../../organi/conferenza.yaml", "organi/conferenza/" },
		{ "../../tavoli/inclusione.yaml", "tavoli/inclusione/" },
		{ "../../programma/2030-2032/programma.yaml", "programma/2030-2032/" },
		{ "../../programma/2030-2032/punti/01-primo.yaml",
		    "programma/2030-2032/punti/01-primo/" },
		{ "../../sito.yaml", "" },
		{ "../../../../etc/passwd", "" },
		{ "../../..", "" },
		{ "", "" },
		{ "javascript:alert(1)", "" },
	};
	struct with_more with;
	const struct content_file *file;

	load(&with);
	file = map_get(&with.site->files_by_path, SLICE("content/atti/2031/dczi-1.md"));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice path = SLICE("");
		enum link_target kind = site_link_target(
		    with.site, file, slice_from(rows[i].target), with.sample.arena, &path);
		bool outside = rows[i].path[0] == '=';
		/* The home page's path is empty: "/" stands for it. */
		const char *expected = slice_is(slice_from(rows[i].path), "/") ? "" : rows[i].path;

		cr_expect_eq(kind,
		    outside           ? TARGET_OUTSIDE
		    : rows[i].path[0] ? TARGET_INSIDE
				      : TARGET_BROKEN,
		    "%s: %d", rows[i].target, (int)kind);
		if (kind == TARGET_INSIDE)
			cr_expect(
			    slice_is(path, expected), "%s: %.*s", rows[i].target, SLICE_ARGS(path));
	}
	release(&with);
}

/* A text of a key has no place of its own to begin from. */
Test(target, texts_of_keys_name_addresses)
{
	struct sample sample;
	struct slice path;

	sample_load(&sample, NULL);
	cr_expect_eq(
	    site_link_target(sample.site, NULL, SLICE("/atti/2031/dczi-1/"), sample.arena, &path),
	    TARGET_INSIDE);
	cr_expect_eq(site_link_target(sample.site, NULL, SLICE("dczi-1.md"), sample.arena, &path),
	    TARGET_BROKEN);
	cr_expect_eq(site_link_target(sample.site, NULL, SLICE("#delibera"), sample.arena, &path),
	    TARGET_BROKEN);
	cr_expect_eq(
	    site_link_target(sample.site, NULL, SLICE("https://a.example/"), sample.arena, &path),
	    TARGET_OUTSIDE);
	sample_release(&sample);
}
