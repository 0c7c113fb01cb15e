/* What loading and linking report of files, keys, values and references. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "support.h"

#define ACT "atti/2031/dczi-1.md"
#define MEETING "sedute/2031-03-05-conferenza.yaml"

/* "file:line:column NAME; ...", without arguments, sorted; in the arena. */
static const char *places(const struct edit *edits, struct arena *arena)
{
	struct sample sample;
	struct buffer text = { 0 };
	const char *result;

	sample_load(&sample, edits);
	diagnostics_sort(&sample.diagnostics);
	for (size_t i = 0; i < sample.diagnostics.list.count; i++) {
		const struct diagnostic *each = &sample.diagnostics.list.items[i];
		struct slice file = each->at.file;

		if (slice_starts(file, "content/"))
			file = slice_from_index(file, strlen("content/"));
		buffer_addf(&text, "%s%.*s:%u:%u %s", i ? "; " : "", SLICE_ARGS(file),
		    each->at.line, each->at.column, diag_name(each->id));
	}
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	sample_release(&sample);
	return result;
}

static void check_places(const struct check_row *rows, size_t count)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++) {
		const char *said = places(rows[i].edits, arena);

		cr_expect_str_eq(said, rows[i].expected, "%s: %s", rows[i].name, said);
	}
	arena_free(arena);
}
#define PLACES(rows) check_places(rows, sizeof rows / sizeof *(rows))

Test(model_format, keys)
{
	static const struct check_row rows[] = {
		{ "misspelt", { { ACT, "oggetto:", "ogetto:" } },
		    ACT ":2:1 KEY_MISSING; " ACT ":6:1 KEY_MISSPELT" },
		{ "unknown", { { ACT, "numero: 1", "numero: 1\ncolore: verde" } },
		    ACT ":5:1 KEY_UNKNOWN" },
		{ "unknown beside a register's list",
		    { { "norme.yaml", NULL, "elenco: []\nnumero: 3\n" } },
		    "norme.yaml:2:1 KEY_UNKNOWN" },
		{ "no value", { { ACT, "numero: 1", "numero: 1\nfonte:" } },
		    ACT ":5:7 KEY_WITHOUT_VALUE" },
		{ "required", { { "enti.yaml", ", nome: Comune di Delta", "" } },
		    "enti.yaml:4:3 KEY_MISSING" },
		{ "list for one value", { { ACT, "numero: 1", "numero: [1, 2]" } },
		    ACT ":4:9 VALUE_NOT_SINGLE" },
		{ "one value for a list", { { ACT, "numero: 1", "numero: 1\nallegati: a.pdf" } },
		    ACT ":5:11 VALUE_NOT_LIST" },
		{ "one value for a register", { { "norme.yaml", NULL, "elenco: niente\n" } },
		    "norme.yaml:1:9 VALUE_NOT_LIST" },
		{ "one value for a mapping", { { ACT, "numero: 1", "numero: 1\nalbo: si" } },
		    ACT ":5:7 VALUE_NOT_MAPPING" },
	};

	PLACES(rows);
}

Test(model_format, values)
{
	static const struct check_row rows[] = {
		{ "misspelt word", { { ACT, "tipo: delibera", "tipo: delibra" } },
		    ACT ":2:7 WORD_MISSPELT" },
		{ "unknown word", { { ACT, "tipo: delibera", "tipo: lettera" } },
		    ACT ":2:7 WORD_UNKNOWN" },
		{ "number too large", { { ACT, "numero: 1", "numero: 100000" } },
		    ACT ":4:9 NUMBER_BAD" },
		{ "number with a fraction", { { MEETING, "quorum: 2", "quorum: 2.5" } },
		    MEETING ":11:9 NUMBER_BAD" },
		{ "no such day", { { ACT, "data: 2031-03-05", "data: 2031-02-29" } },
		    ACT ":5:7 DATE_BAD" },
		{ "a month for a day", { { ACT, "numero: 1", "numero: 1\nefficace_dal: 2031-04" } },
		    ACT ":5:15 DATE_NOT_FULL" },
		{ "time", { { MEETING, "quorum:", "ora_inizio: \"25:00\"\nquorum:" } },
		    MEETING ":11:13 TIME_BAD" },
		{ "moment",
		    { { "oscuramenti.yaml", NULL,
			"- {percorso: content/enti.yaml, prima_di: ieri, categoria: errore}\n" } },
		    "oscuramenti.yaml:1:43 MOMENT_BAD" },
		{ "school year", { { ACT, "numero: 1", "numero: 1\nanni_scolastici: [2031/33]" } },
		    ACT ":5:19 SCHOOL_YEAR_BAD" },
		{ "web address",
		    { { "sito.yaml", "https://www.example.org/zona/", "www.example.org" } },
		    "sito.yaml:3:11 URL_BAD" },
		{ "script for an address",
		    { { "norme.yaml", "- estremi: L.R. 32/2002",
			"- estremi: L.R. 32/2002\n  url: javascript:alert(1)" } },
		    "norme.yaml:2:8 URL_BAD" },
		{ "mail address", { { "sito.yaml", "contatti:", "contatti:\n  email: ufficio" } },
		    "sito.yaml:7:10 EMAIL_BAD" },
		{ "id", { { "enti.yaml", "id: delta", "id: Comune_delta" } },
		    "enti.yaml:4:8 ID_BAD" },
		{ "place of an act", { { ACT, "numero: 1", "numero: 1\ngia: [dczi-1]" } },
		    ACT ":5:7 ACT_PLACE_BAD" },
		{ "several lines",
		    { { ACT, "numero: 1", "numero: 1\ntitolo_breve: |\n  uno\n  due" } },
		    ACT ":5:15 TEXT_MANY_LINES" },
		{ "too long", { { ACT, "numero: 1", "numero: 1\nsuffisso: undici-segni" } },
		    ACT ":5:11 TEXT_TOO_LONG" },
		{ "longer than it should be",
		    { { ACT, "numero: 1",
			"numero: 1\ntitolo_breve: "
			"uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
			"quattordici quindici sedici diciassette diciotto" } },
		    ACT ":5:15 TEXT_LONG" },
		{ "too short",
		    { { ACT, "numero: 1", "numero: 1\naccettati: [{regola: Z502, motivo: mah}]" } },
		    ACT ":5:36 TEXT_TOO_SHORT" },
		{ "decimal",
		    { { ACT, "numero: 1",
			"numero: 1\nfondi: [{fonte: Regione, importo: \"1.000,50\"}]" } },
		    ACT ":5:35 DECIMAL_BAD" },
		{ "neither yes nor no",
		    { { MEETING, "esito: presente", "esito: presente\n    voto: forse" } },
		    MEETING ":15:11 YES_NO_BAD" },
		{ "yes in English",
		    { { MEETING, "esito: presente", "esito: presente\n    voto: true" } },
		    MEETING ":15:11 YAML_YES_NO" },
	};

	PLACES(rows);
}

Test(model_format, files)
{
	static const struct check_row rows[] = {
		{ "a place that is none", { { "appunti.txt", NULL, "niente" } },
		    "appunti.txt:0:0 PLACE_UNKNOWN" },
		{ "an act without its ending", { { "atti/2031/dczi-2.txt", NULL, "niente" } },
		    "atti/2031/dczi-2.txt:0:0 FILE_MISNAMED" },
		{ "a meeting without its day",
		    { { "sedute/conferenza.yaml", NULL, "stato: svolta\n" } },
		    "sedute/conferenza.yaml:0:0 FILE_MISNAMED" },
		{ "points without a programme",
		    { { "programma/2033-2035/punti/01-primo.yaml", NULL,
			"numero: 1\ntitolo: Primo punto\n" } },
		    "programma/2033-2035/punti/01-primo.yaml:0:0 FILE_MISSING" },
		{ "no settings", { { "sito.yaml", NULL, NULL } }, ":0:0 FILE_MISSING" },
	};

	PLACES(rows);
}

Test(model_format, references)
{
	static const struct check_row rows[] = {
		{ "misspelt", { { ACT, "organo: conferenza", "organo: conferenzza" } },
		    ACT ":3:9 REFERENCE_MISSPELT" },
		{ "unknown", { { ACT, "numero: 1", "numero: 1\nargomenti: [mense]" } },
		    ACT ":5:13 REFERENCE_UNKNOWN" },
		{ "an event",
		    { { "programma/2030-2032/punti/01-primo.yaml", "entro: 2032-03",
			"evento: firma" } },
		    "programma/2030-2032/punti/01-primo.yaml:15:22 REFERENCE_UNKNOWN" },
		{ "an id twice", { { "enti.yaml", "id: delta", "id: alfa" } },
		    "enti.yaml:4:8 ID_DOUBLE" },
		{ "an id that is not the file's name",
		    { { "tavoli/scuola.yaml", NULL, "id: scuole\nnome: Tavolo di prova\n" } },
		    "tavoli/scuola.yaml:1:5 ID_NOT_THE_NAME" },
		{ "a former place that is taken",
		    { { ACT, "numero: 1", "numero: 1\ngia: [2031/dczi-1]" } },
		    ACT ":5:7 FORMER_PLACE_OCCUPIED" },
		{ "a former place of two",
		    { { ACT, "numero: 1", "numero: 1\ngia: [2030/dczi-1]" },
			{ "atti/2031/dczi-2.md", NULL,
			    "---\ntipo: delibera\norgano: conferenza\nnumero: 2\ndata: 2031-04-10\n"
			    "oggetto: Una seconda delibera\ngia: [2030/dczi-1]\n---\n" } },
		    "atti/2031/dczi-2.md:7:7 FORMER_PLACE_CLAIMED" },
		{ "a citation of two acts",
		    { { "atti/2031/avviso-1.md", NULL,
			  "---\ntipo: delibera\nente: alfa\nnumero: 1\ndata: 2031-04-10\n"
			  "oggetto: Una delibera di Alfa\n---\n" },
			{ ACT, "Di approvare", "Vista la delibera n. 1/2031, di approvare" } },
		    ACT ":21:0 CITATION_AMBIGUOUS" },
	};

	PLACES(rows);
}

/* Links in texts, which are looked at when addresses are known. */
Test(model_format, broken_links)
{
	static const struct edit edits[] = {
		{ ACT, "Di approvare l'accordo.",
		    "[Atto](/atti/2031/dczi-1/), [file](dczi-1.md), [altro](https://alfa.example/),\n"
		    "   [manca](/atti/2031/dczi-9/), [manca](dczi-9.md)." },
		{ NULL, NULL, NULL },
	};
	struct sample sample;
	const char *said;

	sample_load(&sample, edits);
	site_check_links(sample.site, &sample.diagnostics);
	said = sample_reported(&sample.diagnostics, sample.arena);
	cr_expect_str_eq(said,
	    ACT ":22:0 LINK_BROKEN /atti/2031/dczi-9/; " ACT ":22:0 LINK_BROKEN dczi-9.md", "%s",
	    said);
	sample_release(&sample);
}

/* No key has been retired yet: a table of its own shows how one would be told. */
Test(model_format, retired_key)
{
	struct record {
		const struct yaml_node *node;
		struct slice colour;
	};
	static const struct key keys[] = {
		{ .name = "colore",
		    .offset = offsetof(struct record, colour),
		    .type = VALUE_LINE,
		    .formats = { .since = 1, .until = 1 },
		    .label = { "Colore", "Colour" },
		    .description = { "Il colore.", "The colour." } },
	};
	static const struct key_table table = {
		.name = "prova", .size = sizeof(struct record), .keys = keys, .count = 1
	};
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct key_reader reader = {
		.file = SLICE_INIT("content/a.yaml"), .arena = arena, .diagnostics = &diagnostics
	};
	struct record record = { 0 };
	const struct yaml_node *root;

	diagnostics_init(&diagnostics);
	root = yaml_parse(SLICE("colore: verde\n"), reader.file, 1, arena, &diagnostics);
	cr_expect_not(keys_read(&reader, &table, root, &record));
	cr_expect_str_eq(sample_reported(&diagnostics, arena), "a.yaml:1:1 KEY_RETIRED colore,2");
	reader.history = true;
	cr_expect(keys_read(&reader, &table, root, &record), "an old version may have it");
	cr_expect_eq(diagnostics.list.count, 1);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
