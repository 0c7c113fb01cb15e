#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"

/* Municipalities, people and acts are invented. */
static const struct memory_file sample_files[] = {
	{ "content/atti/2031/dczi-1.md", "---\n"
					 "tipo: delibera\n"
					 "organo: conferenza\n"
					 "numero: 1\n"
					 "data: 2031-03-05\n"
					 "oggetto: Approvazione di un accordo di prova\n"
					 "seduta: 2031-03-05-conferenza\n"
					 "punto_odg: 1\n"
					 "votazioni:\n"
					 "  - unita: teste\n"
					 "    favorevoli: 2\n"
					 "    esito: approvata\n"
					 "verbalizzazione:\n"
					 "  verbalizzante: nome-inventato\n"
					 "sottoscrizioni:\n"
					 "  - persona: nome-inventato\n"
					 "dati_personali: solo_incarichi\n"
					 "---\n"
					 "## Delibera\n"
					 "\n"
					 "1. Di approvare l'accordo.\n" },
	{ "content/enti.yaml", "- {id: alfa, nome: Comune di Alfa, tipo: comune}\n"
			       "- {id: beta, nome: Comune di Beta, tipo: comune}\n"
			       "- {id: gamma, nome: Comune di Gamma, tipo: comune}\n"
			       "- {id: delta, nome: Comune di Delta, tipo: comune}\n" },
	{ "content/glossario.yaml", "- termine: Programma\n"
				    "  sigla: PRG\n"
				    "  spiegazione: Che cosa si farà in tre anni.\n"
				    "- termine: Zona\n"
				    "  spiegazione: I Comuni insieme.\n" },
	{ "content/norme.yaml", "- estremi: L.R. 32/2002\n"
				"- estremi: D.Lgs. 33/2013\n" },
	{ "content/organi/conferenza.yaml", "id: conferenza\n"
					    "nome: Conferenza di prova\n"
					    "sigle:\n"
					    "  delibera: DCZI\n"
					    "composizione:\n"
					    "  - ente: alfa\n"
					    "  - ente: beta\n"
					    "  - ente: gamma\n" },
	{ "content/persone.yaml", "- id: nome-inventato\n"
				  "  nome: Nome Inventato\n"
				  "  qualifica: amministratore\n"
				  "  incarichi:\n"
				  "    - ruolo: sindaco\n"
				  "      ente: alfa\n" },
	{ "content/programma/2030-2032/avanzamento/2031-05-02-1.1.yaml", "data: 2031-05-02\n"
									 "azione: \"1.1\"\n"
									 "stato: in_corso\n" },
	{ "content/programma/2030-2032/programma.yaml", "titolo: Programma di prova\n"
							"zona: Zona di prova\n" },
	{ "content/programma/2030-2032/punti/01-primo.yaml", "numero: 1\n"
							     "titolo: Primo punto\n"
							     "obiettivi:\n"
							     "  - id: \"1.1\"\n"
							     "    testo: Un obiettivo.\n"
							     "azioni:\n"
							     "  - id: \"1.1\"\n"
							     "    testo: Una prima azione.\n"
							     "    obiettivi: [\"1.1\"]\n"
							     "  - id: \"1.2\"\n"
							     "    testo: Una seconda azione.\n"
							     "scadenze:\n"
							     "  - testo: Un termine\n"
							     "    azioni: [\"1.1\", \"2.1\"]\n"
							     "    quando: {entro: 2032-03}\n" },
	{ "content/programma/2030-2032/punti/02-secondo.yaml",
	    "numero: 2\n"
	    "titolo: Secondo punto\n"
	    "obiettivi:\n"
	    "  - id: \"2.1\"\n"
	    "    testo: Un altro obiettivo.\n"
	    "azioni:\n"
	    "  - id: \"2.1\"\n"
	    "    testo: La stessa azione, detta di nuovo.\n"
	    "    stessa_di: \"1.1\"\n" },
	{ "content/sedute/2031-03-05-conferenza.yaml", "organo: conferenza\n"
						       "data: 2031-03-05\n"
						       "stato: svolta\n"
						       "convocazione:\n"
						       "  data: 2031-02-20\n"
						       "ordine_del_giorno:\n"
						       "  - n: 1\n"
						       "    titolo: Accordo\n"
						       "    atto: 2031/dczi-1\n"
						       "presiede: nome-inventato\n"
						       "quorum: 2\n"
						       "presenze:\n"
						       "  - ente: alfa\n"
						       "    esito: presente\n"
						       "  - ente: beta\n"
						       "    esito: presente\n"
						       "  - ente: gamma\n"
						       "    esito: assente\n" },
	{ "content/sito.yaml",
	    "formato: 1\n"
	    "titolo: Sito di prova\n"
	    "base_url: https://www.example.org/zona/\n"
	    "ente: alfa\n"
	    "licenza: CC BY 4.0\n"
	    "contatti:\n"
	    "  ufficio: Ufficio di prova\n"
	    "  telefono: 0573 123456\n"
	    "  dpo: dpo@alfa.example\n"
	    "accessibilita:\n"
	    "  dichiarazione_url: https://form.agid.gov.it/view/prova\n"
	    "link:\n"
	    "  privacy: https://alfa.example/privacy/\n"
	    "  amministrazione_trasparente: https://alfa.example/trasparente/\n" },
};

#define SAMPLE_COUNT (sizeof sample_files / sizeof *sample_files)

static struct memory_file *find_file(struct sample *sample, const char *path)
{
	for (size_t i = 0; i < sample->count; i++)
		if (strcmp(sample->files[i].path + strlen("content/"), path) == 0)
			return &sample->files[i];
	return NULL;
}

static const char *replaced(const char *text, const struct edit *edit, struct arena *arena)
{
	const char *at = strstr(text, edit->from);

	cr_assert(at, "%s: no '%s' to change", edit->path, edit->from);
	return arena_printf(
	    arena, "%.*s%s%s", (int)(at - text), text, edit->to, at + strlen(edit->from))
	    .p;
}

static void apply(struct sample *sample, const struct edit *edit)
{
	struct memory_file *file = find_file(sample, edit->path);

	if (edit->from) {
		cr_assert(file, "no file %s", edit->path);
		file->text = replaced(file->text, edit, sample->arena);
		return;
	}
	if (!edit->to) {
		cr_assert(file, "no file %s", edit->path);
		*file = sample->files[--sample->count];
		return;
	}
	if (!file) {
		file = &sample->files[sample->count++];
		file->path = arena_printf(sample->arena, "content/%s", edit->path).p;
	}
	file->text = edit->to;
}

void sample_load(struct sample *sample, const struct edit *edits)
{
	struct site_options options = { .today = SAMPLE_TODAY, .workers = 1 };

	*sample = (struct sample){ .arena = arena_new(), .count = SAMPLE_COUNT };
	diagnostics_init(&sample->diagnostics);
	sample->files = ARENA_COUNT(sample->arena, struct memory_file, SAMPLE_COUNT + MAX_EDITS);
	memcpy(sample->files, sample_files, sizeof sample_files);
	for (size_t i = 0; edits && i < MAX_EDITS && edits[i].path; i++)
		apply(sample, &edits[i]);
	sample->source = source_open_memory(sample->files, sample->count, &sample->diagnostics);
	cr_assert(sample->source);
	sample->site = site_load(sample->source, &options, &sample->diagnostics);
	cr_assert(sample->site);
	site_link(sample->site, &sample->diagnostics);
	site_derive(sample->site);
}

void sample_release(struct sample *sample)
{
	site_free(sample->site);
	source_close(sample->source);
	diagnostics_release(&sample->diagnostics);
	arena_free(sample->arena);
}

static void add_place(struct buffer *text, const struct position *at)
{
	struct slice file = at->file;

	if (slice_starts(file, "content/"))
		file = slice_from_index(file, strlen("content/"));
	if (slice_empty(file))
		return;
	buffer_add(text, file);
	if (at->line > 0)
		buffer_addf(text, ":%u:%u", at->line, at->column);
	buffer_add_byte(text, ' ');
}

const char *sample_reported(const struct diagnostics *diagnostics, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *result;

	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct diagnostic *each = &diagnostics->list.items[i];

		buffer_add_str(&text, i ? "; " : "");
		add_place(&text, &each->at);
		buffer_addf(&text, "%s%s", diag_name(each->id), each->accepted ? "*" : "");
		for (size_t k = 0; k < DIAG_ARGS && !slice_empty(each->args[k]); k++)
			buffer_addf(&text, "%s%.*s", k ? "," : " ",
			    SLICE_ARGS(diag_argument(each->args[k], LANGUAGE_ITALIAN)));
	}
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

const char *sample_check(const struct edit *edits, unsigned workers, struct arena *arena)
{
	struct sample sample;
	const char *result;

	sample_load(&sample, edits);
	cr_assert(check_site(sample.site, workers, &sample.diagnostics) == 0);
	check_accepted(sample.site, &sample.diagnostics);
	diagnostics_sort(&sample.diagnostics);
	result = sample_reported(&sample.diagnostics, arena);
	sample_release(&sample);
	return result;
}

void sample_check_rows(const struct check_row *rows, size_t count)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++)
		for (unsigned workers = 1; workers <= 3; workers += 2) {
			const char *said = sample_check(rows[i].edits, workers, arena);

			cr_expect_str_eq(said, rows[i].expected, "%s, %u workers: %s", rows[i].name,
			    workers, said);
		}
	arena_free(arena);
}
