#include "change_sentences.h"

#include <criterion/criterion.h>

#include "history/key_changes.h"
#include "model/file_form.h"
#include "model/past.h"
#include "support.h"

#define ACT(key_lines)                                                         \
	"---\norgano: conferenza\n" key_lines "oggetto: Un oggetto di prova\n" \
	"dati_personali: solo_incarichi\n"                                     \
	"---\n## Delibera\n\n1. Di decidere.\n"

/* Places, people and acts are invented. */
static const struct memory_file files[] = {
	{ "content/sito.yaml",
	    "formato: 1\ntitolo: Sito di prova\nbase_url: https://www.example.org/\n" },
	{ "content/enti.yaml", "- {id: alfa, nome: Comune di Alfa, tipo: comune}\n"
			       "- {id: beta, nome: Comune di Beta, tipo: comune}\n"
			       "- {id: gamma, nome: Comune di Gamma, tipo: comune}\n"
			       "- {id: delta, nome: Comune di Delta, tipo: comune}\n"
			       "- {id: epsilon, nome: Comune di Epsilon, tipo: comune}\n"
			       "- {id: eta, nome: Comune di Eta, tipo: comune}\n"
			       "- {id: iota, nome: Comune di Iota, tipo: comune}\n"
			       "- {id: kappa, nome: Comune di Kappa, tipo: comune}\n"
			       "- {id: omega, nome: Provincia di Omega, tipo: provincia}\n"
			       "- {id: zeta, nome: Istituto Zeta, tipo: scuola}\n"
			       "- {id: psi, nome: Psi Insieme, tipo: altro}\n" },
	{ "content/persone.yaml",
	    "- {id: nome-inventato, nome: Nome Inventato, qualifica: amministratore}\n"
	    "- {id: altro-inventato, nome: Altro Inventato, qualifica: dipendente}\n" },
	{ "content/argomenti.yaml", "- {id: mensa, nome: Mensa scolastica}\n"
				    "- {id: trasporto, nome: Trasporto}\n" },
	{ "content/scuole.yaml", "- {id: liceo, nome: Liceo di prova}\n" },
	{ "content/tavoli/orientamento.yaml", "id: orientamento\nnome: Orientamento\n" },
	{ "content/organi/conferenza.yaml", "id: conferenza\n"
					    "nome: Conferenza di prova\n"
					    "sigle: {delibera: DCZI}\n"
					    "composizione:\n  - ente: alfa\n" },
	{ "content/organi/organismo.yaml", "id: organismo\nnome: Organismo tecnico\n"
					   "composizione:\n  - ente: alfa\n" },
	{ "content/sedute/2031-03-05-conferenza.yaml",
	    "organo: conferenza\ndata: 2031-03-05\nstato: svolta\n" },
	{ "content/atti/2031/dczi-1.md", ACT("tipo: delibera\nnumero: 1\ndata: 2031-03-05\n") },
	{ "content/atti/2031/dczi-7.md", ACT("tipo: delibera\nnumero: 7\ndata: 2031-04-15\n") },
	{ "content/atti/2031/dczi-9.md",
	    ACT("tipo: delibera\nnumero: 9\ndata: 2031-04-20\nstato: bozza\n") },
	{ "content/atti/2031/accordo-3.md", ACT("tipo: accordo\nnumero: 3\ndata: 2031-05-02\n") },
	{ "content/programma/2030-2032/programma.yaml",
	    "titolo: Programma di prova\nzona: Zona di prova\n" },
	{ "content/programma/2030-2032/punti/01-primo.yaml", "numero: 1\ntitolo: Primo punto\n" },
	{ "content/programma/2030-2032/punti/12-altro.yaml",
	    "numero: 12\ntitolo: Altro punto\n"
	    "obiettivi:\n  - {id: \"12.1\", testo: Uno.}\n  - {id: \"12.2\", testo: Due.}\n"
	    "azioni:\n  - {id: \"12.1\", testo: Uno.}\n  - {id: \"12.2\", testo: Due.}\n"
	    "  - {id: \"12.3\", testo: Tre.}\n"
	    "scadenze:\n  - {testo: Primo termine, azioni: [\"12.1\"], quando: {entro: 2031-03}}\n"
	    "  - {testo: Un avviso, azioni: [\"12.2\"], quando: {entro: 2031-03}}\n"
	    "  - {testo: Un bando, azioni: [\"12.2\"], quando: {entro: 2031-06}}\n" },
	{ "content/programma/2030-2032/avanzamento/2031-03-03-12.1.yaml",
	    "data: 2031-03-03\nazione: \"12.1\"\nstato: riprogrammata\n"
	    "nuova_scadenza: {entro: 2031-06}\n" },
	{ "content/programma/2030-2032/avanzamento/2031-03-08-12.3.yaml",
	    "data: 2031-03-08\nazione: \"12.3\"\nstato: in_corso\n" },
	{ "content/rapporti/2031-06-01-primo.md", "---\ntitolo: Primo rapporto\n---\nTesto.\n" },
	{ "content/regolamenti/interno/2031-04-01.md",
	    "---\ntitolo: Regolamento interno\n---\n1. Uno.\n" },
};

void told_site_load(struct told_site *told)
{
	struct site_options options = { .today = SAMPLE_TODAY, .workers = 1 };

	told->arena = arena_new();
	diagnostics_init(&told->diagnostics);
	told->source = source_open_memory(files, sizeof files / sizeof *files, &told->diagnostics);
	cr_assert(told->source);
	told->site = site_load(told->source, &options, &told->diagnostics);
	cr_assert(told->site);
	site_link(told->site, &told->diagnostics);
	site_derive(told->site);
	for (size_t i = 0; i < told->diagnostics.list.count; i++)
		cr_expect_neq(told->diagnostics.list.items[i].level, LEVEL_ERROR, "%s",
		    sample_reported(&told->diagnostics, told->arena));
}

void told_site_release(struct told_site *told)
{
	site_free(told->site);
	source_close(told->source);
	diagnostics_release(&told->diagnostics);
	arena_free(told->arena);
}

struct history_subject told_subject(const struct told_site *told, const char *path)
{
	struct slice whole = arena_printf(told->arena, "content/%s", path);
	size_t count;
	const struct history_subject *subjects = subjects_of(told->site, told->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (slice_eq(subjects[i].file->path, whole))
			return subjects[i];
	cr_assert(false, "nothing with a history at %s", path);
	return subjects[0];
}

static const void *read_keys(const struct told_site *told, struct history_subject subject,
    const char *yaml, struct arena *texts)
{
	const struct content_file *file = subject.file;
	struct diagnostics unheard;
	const struct yaml_node *root;
	const void *keys;

	diagnostics_init(&unheard);
	root = yaml_parse(arena_slice(texts, slice_from(yaml)), SLICE("f"), 1, texts, &unheard);
	cr_assert(root, "%s", yaml);
	keys = past_read(told->site, file->kind, file->folder, root, texts, &unheard);
	diagnostics_release(&unheard);
	return keys;
}

struct changes told_changes(const struct told_site *told, struct history_subject subject,
    const char *before, const char *after)
{
	struct arena *texts = arena_new(), *scratch = arena_new();
	struct changes changes = { .count = 0 };
	const void *old_keys = read_keys(told, subject, before, texts);
	const void *new_keys = read_keys(told, subject, after, texts);

	key_changes(file_form(subject.file->kind)->table, old_keys, new_keys, told->arena, scratch,
	    &changes);
	arena_free(scratch);
	arena_free(texts);
	return changes;
}

const char *told_sentences(const struct sentences *sentences, struct arena *arena)
{
	struct slice all = SLICE("");

	for (size_t i = 0; i < sentences->count; i++)
		all = ARENA_CONCAT(arena, all, SLICE(" "), sentences->items[i]);
	return arena_cstr(arena, slice_trim(all));
}
