/* Loading: which files are read and how, forms of registers, `accettati`, bodies; the same with any number of workers. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACT "atti/2031/dczi-1.md"
#define DATA "dati_personali: solo_incarichi\n"

static void check_rows(const struct check_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct sample sample;
		const char *said;

		sample_load(&sample, rows[i].edits);
		diagnostics_sort(&sample.diagnostics);
		said = sample_reported(&sample.diagnostics, sample.arena);
		cr_expect_str_eq(said, rows[i].expected, "%s: %s", rows[i].name, said);
		sample_release(&sample);
	}
}

Test(load, reports_files_and_places)
{
	static const struct check_row rows[] = {
		{ "no settings", { { "sito.yaml", NULL, NULL } },
		    "FILE_MISSING content/sito.yaml" },
		{ "settings misnamed", { { "sito.yml", NULL, "formato: 1\n" } },
		    "PLACE_UNKNOWN Forse «sito.yaml»?" },
		{ "a place that design does not know", { { "bozze/nota.txt", NULL, "x" } },
		    "PLACE_UNKNOWN" },
		{ "a name that breaks the rule", { { "atti/2031/DCZI 2.md", NULL, "x" } },
		    "FILE_MISNAMED atti/AAAA/<sigla>-<numero>.md" },
		{ "hidden files and folders are the tools'",
		    { { ".gitkeep", NULL, "" }, { "atti/2031/.dczi-1.md.swp", NULL, "x" },
			{ ".obsidian/workspace.json", NULL, "{}" } },
		    "" },
		{ "a page at an address of the site",
		    { { "pagine/atti.md", NULL, "---\ntitolo: Atti\n---\nTesto.\n" } },
		    "pagine/atti.md PAGE_NAME_RESERVED atti" },
		{ "pages that the site expects",
		    { { "pagine/contatti.md", NULL, "---\ntitolo: Contatti\n---\nTesto.\n" },
			{ "pagine/come-funziona.md", NULL, "---\ntitolo: Come\n---\nTesto.\n" } },
		    "" },
		{ "point without its programme",
		    { { "programma/2040-2042/punti/01-primo.yaml", NULL,
			"numero: 1\ntitolo: Primo\n" } },
		    "FILE_MISSING content/programma/2040-2042/programma.yaml" },
		{ "an act without front matter", { { "atti/2031/dczi-2.md", NULL, "Testo.\n" } },
		    "FRONT_MATTER_MISSING" },
		{ "a register that is one text", { { "norme.yaml", NULL, "L.R. 32/2002\n" } },
		    "1:1 YAML_ROOT_KIND" },
		{ "an empty register", { { "norme.yaml", NULL, "# niente ancora\n" } }, "" },
		{ "an empty act", { { "atti/2031/dczi-2.md", NULL, "---\n---\n" } },
		    "2:1 KEY_MISSING tipo" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;
		const char *said;

		sample_load(&sample, rows[i].edits);
		diagnostics_sort(&sample.diagnostics);
		said = sample_reported(&sample.diagnostics, sample.arena);
		if (rows[i].expected[0])
			cr_expect(strstr(said, rows[i].expected), "%s: %s", rows[i].name, said);
		else
			cr_expect_str_empty(said, "%s: %s", rows[i].name, said);
		sample_release(&sample);
	}
}

Test(load, takes_registers_in_both_forms)
{
	static const struct check_row rows[] = {
		{ "a list with what is accepted",
		    { { "norme.yaml", NULL,
			"elenco:\n  - estremi: L.R. 32/2002\n"
			"accettati:\n  - {regola: Z250, motivo: Due voci che vanno bene}\n" } },
		    "" },
		{ "no list beside it",
		    { { "norme.yaml", NULL,
			"accettati:\n  - {regola: Z250, motivo: Due voci che vanno bene}\n" } },
		    "" },
		{ "another key", { { "norme.yaml", NULL, "elenco: []\nvoci: []\n" } },
		    "norme.yaml:2:1 KEY_UNKNOWN voci,un file che è un elenco,elenco, accettati" },
		{ "a list that is none", { { "norme.yaml", NULL, "elenco: L.R. 32/2002\n" } },
		    "norme.yaml:1:9 VALUE_NOT_LIST content/norme.yaml" },
		{ "an entry that is none", { { "norme.yaml", NULL, "- L.R. 32/2002\n" } },
		    "norme.yaml:1:3 VALUE_NOT_MAPPING norma,estremi, titolo, url" },
	};

	check_rows(rows, COUNT(rows));
}

/* `accettati` may stand in every file of keys, and is read the same in all. */
Test(load, reads_accettati_everywhere)
{
	static const char accepted[] =
	    "accettati: [{regola: Z999, motivo: Motivo abbastanza lungo}]\n";
	static const struct {
		const char *path, *from, *to;
	} rows[] = {
		{ "sito.yaml", "formato: 1\n", "formato: 1\n%s" },
		{ "enti.yaml", NULL,
		    "%selenco:\n  - {id: alfa, nome: Alfa, tipo: comune}\n"
		    "  - {id: beta, nome: Beta, tipo: comune}\n"
		    "  - {id: gamma, nome: Gamma, tipo: comune}\n" },
		{ "persone.yaml", NULL,
		    "elenco: [{id: nome-inventato, nome: N, qualifica: dipendente}]\n%s" },
		{ "argomenti.yaml", NULL, "elenco: []\n%s" },
		{ "glossario.yaml", NULL, "elenco: []\n%s" },
		{ "eventi.yaml", NULL, "elenco: []\n%s" },
		{ "scuole.yaml", NULL, "elenco: []\n%s" },
		{ "norme.yaml", NULL, "elenco: []\n%s" },
		{ "oscuramenti.yaml", NULL, "elenco: []\n%s" },
		{ "cessati.yaml", NULL, "elenco: []\n%s" },
		{ "note_pubbliche.yaml", NULL, "elenco: []\n%s" },
		{ "organi/conferenza.yaml", "id: conferenza\n", "id: conferenza\n%s" },
		{ "sedute/2031-03-05-conferenza.yaml", "quorum: 2\n", "quorum: 2\n%s" },
		{ "tavoli/t.yaml", NULL, "id: t\nnome: Tavolo\n%s" },
		{ ACT, DATA, DATA "%s" },
		{ "programma/2030-2032/programma.yaml", "zona: Zona di prova\n",
		    "zona: Zona di prova\n%s" },
		{ "programma/2030-2032/punti/01-primo.yaml", "numero: 1\n", "numero: 1\n%s" },
		{ "programma/2030-2032/avanzamento/2031-05-02-1.1.yaml", "stato: in_corso\n",
		    "stato: in_corso\n%s" },
		{ "rapporti/2031-05-01-primo.md", NULL, "---\ntitolo: Primo\n%s---\nTesto.\n" },
		{ "regolamenti/nidi/2031-01-01.md", NULL, "---\ntitolo: Nidi\n%s---\nTesto.\n" },
		{ "pagine/come.md", NULL, "---\ntitolo: Come\n%s---\nTesto.\n" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *mark = strstr(rows[i].to, "%s");
		const struct edit edits[] = {
			{ rows[i].path, rows[i].from,
			    arena_printf(arena, "%.*s%s%s", (int)(mark - rows[i].to), rows[i].to,
				accepted, mark + 2)
				.p },
			{ 0 },
		};
		struct sample sample;
		const struct content_file *file;

		sample_load(&sample, edits);
		cr_expect_eq(sample.diagnostics.list.count, 0, "%s: %s", rows[i].path,
		    sample_reported(&sample.diagnostics, arena));
		file = map_get(
		    &sample.site->files_by_path, arena_printf(arena, "content/%s", rows[i].path));
		cr_assert_not_null(file);
		cr_assert_eq(file->accepted.count, 1, "%s", rows[i].path);
		cr_expect(slice_is(file->accepted.items[0].rule, "Z999"), "%s", rows[i].path);
		cr_expect_not(file->unreadable, "%s", rows[i].path);
		sample_release(&sample);
		arena_free(arena);
	}
}

Test(load, reports_accettati_that_are_wrong)
{
	static const struct check_row rows[] = {
		{ "no list", { { ACT, DATA, DATA "accettati: Z501\n" } },
		    ACT ":18:12 VALUE_NOT_LIST accettati" },
		{ "no mapping", { { ACT, DATA, DATA "accettati: [Z501]\n" } },
		    ACT ":18:13 VALUE_NOT_MAPPING accettati,regola, motivo" },
		{ "no reason", { { ACT, DATA, DATA "accettati: [{regola: Z501}]\n" } },
		    ACT
		    ":18:13 KEY_MISSING motivo,accettati,Perché l'avviso non riguarda questo file." },
		{ "too short a reason",
		    { { ACT, DATA, DATA "accettati: [{regola: Z501, motivo: così}]\n" } },
		    ACT ":18:36 TEXT_TOO_SHORT motivo,4,10" },
		{ "not in the file's own mapping",
		    { { ACT, "unita: teste\n", "unita: teste\n    accettati: []\n" } },
		    ACT ":11:5 KEY_UNKNOWN accettati,votazione,oggetto, parte, modalita, unita, "
			"favorevoli, contrari, astenuti, non_partecipanti, esito" },
	};

	check_rows(rows, COUNT(rows));
}

Test(load, keeps_what_a_body_has)
{
	struct sample sample;
	const struct content_file *file;

	sample_load(&sample, (const struct edit[]){
				 { ACT, "1. Di approvare l'accordo.\n",
				     "1. Di approvare la DCZI n. 4/2030.\n2. Di trasmetterlo.\n" },
				 { 0 } });
	file = map_get(&sample.site->files_by_path, SLICE("content/" ACT));
	cr_assert_not_null(file);
	cr_expect(file->has_body);
	cr_expect_eq(file->body_line, 19);
	cr_assert_eq(file->anchors.count, 3);
	cr_expect(slice_is(file->anchors.items[0].text, "Delibera"));
	cr_expect_eq(file->anchors.items[0].line, 19);
	cr_expect_gt(file->anchors.items[0].level, 0);
	cr_expect_eq(file->anchors.items[2].level, 0);
	cr_expect(slice_is(file->anchors.items[2].anchor, "punto-2"));
	cr_expect_eq(file->anchors.items[2].line, 22);
	cr_assert_eq(file->citations.count, 1);
	cr_expect(slice_is(file->citations.items[0].citation.sigla, "DCZI"));
	cr_expect_eq(file->citations.items[0].citation.number, 4);
	cr_expect_eq(file->citations.items[0].line, 21);
	sample_release(&sample);
}

/* What can't be read is kept as a file, and nothing is made of it. */
Test(load, marks_what_can_not_be_read)
{
	static const struct {
		const char *name, *lines, *body;
	} rows[] = {
		{ "a key of its own", "colore: verde\n", "Testo.\n" },
		{ "no YAML", "a: [\n", "Testo.\n" },
		{ "a value", "efficace_dal: ieri\n", "Testo.\n" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const struct edit edits[] = {
			{ ACT, DATA, arena_printf(arena, DATA "%s", rows[i].lines).p }, { 0 }
		};
		struct sample sample;
		const struct content_file *file;

		sample_load(&sample, edits);
		file = map_get(&sample.site->files_by_path, SLICE("content/" ACT));
		cr_assert_not_null(file);
		cr_expect(file->unreadable, "%s", rows[i].name);
		cr_expect(diagnostics_blocking(&sample.diagnostics), "%s", rows[i].name);
		sample_release(&sample);
		arena_free(arena);
	}
}

/* The same site, word for word, whoever reads which file. */
Test(load, does_not_hang_on_the_number_of_workers)
{
	enum { ACTS = 40 };
	struct arena *arena = arena_new();
	struct memory_file *files = ARENA_COUNT(arena, struct memory_file, ACTS + 3);
	const char *said[3];
	size_t count = 0;

	files[count++] = (struct memory_file){ "content/sito.yaml",
		"formato: 1\ntitolo: Sito\nbase_url: https://www.example.org/\n" };
	files[count++] = (struct memory_file){ "content/organi/conferenza.yaml",
		"id: conferenza\nnome: Conferenza\nsigle: {delibera: DCZI}\n" };
	for (int i = 0; i < ACTS; i++)
		files[count++] = (struct memory_file){
			arena_printf(arena, "content/atti/2031/dczi-%d.md", i).p,
			arena_printf(arena,
			    "---\ntipo: delibera\norgano: conferenza\nnumero: %d\ndata: 2031-01-%02d\n"
			    "oggetto: Un oggetto inventato\n%s---\nVista la DCZI n. %d/2031.\n",
			    i, i % 28 + 1, i % 7 == 0 ? "enti: [nessuno]\n" : "", i + 1)
			    .p,
		};
	for (unsigned workers = 1; workers <= 3; workers++) {
		struct site_options options = { .today = SAMPLE_TODAY, .workers = workers };
		struct diagnostics diagnostics;
		struct buffer text = { 0 };
		struct source *source;
		struct site *site;

		diagnostics_init(&diagnostics);
		source = source_open_memory(files, count, &diagnostics);
		site = site_load(source, &options, &diagnostics);
		site_link(site, &diagnostics);
		site_derive(site);
		diagnostics_sort(&diagnostics);
		for (size_t i = 0; i < site->acts.count; i++)
			buffer_addf(&text, "%.*s %.*s %zu\n",
			    SLICE_ARGS(site->acts.items[i]->place),
			    SLICE_ARGS(site->acts.items[i]->reference),
			    site->acts.items[i]->file->citations.count);
		buffer_add_str(&text, sample_reported(&diagnostics, arena));
		said[workers - 1] = arena_cstr(arena, buffer_slice(&text));
		buffer_release(&text);
		site_free(site);
		source_close(source);
		diagnostics_release(&diagnostics);
	}
	cr_expect_str_eq(said[0], said[1]);
	cr_expect_str_eq(said[0], said[2]);
	cr_expect(strstr(said[0], "2031/dczi-39 Delibera DCZI n. 39/2031 1\n"), "%s", said[0]);
	arena_free(arena);
}
