/* What a page says of its versions: their kinds, moved terms with what came before, and those that are no change. */
#include <criterion/criterion.h>

#include "change_sentences.h"
#include "render/italiano_articles.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define POINT "programma/2030-2032/punti/12-altro.yaml"
#define DEADLINE(text, term) "scadenze: [{testo: " text ", azioni: [\"12.1\"], quando: {" term "}}]"

/* A page whose texts follow one another: the first was published, each other one is a change. */
struct told_page {
	struct told_site site;
	struct page_history history;
};

static void page_of(struct told_page *page, const char *path, const char *const *texts,
    const enum change_kind *kinds, size_t count)
{
	struct history_entry *entries;

	told_site_load(&page->site);
	entries = ARENA_COUNT(page->site.arena, struct history_entry, count);
	page->history = (struct page_history){
		.subject = told_subject(&page->site, path), .entries = entries, .count = count
	};
	for (size_t i = 0; i < count; i++) {
		entries[i] = (struct history_entry){ .history = &page->history,
			.kind = i == 0 ? VERSION_PUBLISHED : VERSION_UPDATED,
			.change_kind = kinds[i] };
		if (i > 0)
			entries[i].changes = told_changes(
			    &page->site, page->history.subject, texts[i - 1], texts[i]);
	}
}

static const char *told_of(struct told_page *page, size_t which)
{
	struct sentences sentences = { 0 };

	italian_version_told(
	    page->site.site, &page->history.entries[which], page->site.arena, &sentences);
	return told_sentences(&sentences, page->site.arena);
}

/* The last of several texts of a point. */
Test(italiano_changes_versions, moved_terms)
{
	static const struct {
		const char *name, *texts[5], *expected;
		enum change_kind kinds[5];
		bool obscured;
	} rows[] = {
		{ "the second",
		    { DEADLINE("Uno", "entro: 2030-12"), DEADLINE("Uno", "entro: 2031-03"),
			DEADLINE("Uno", "entro: 2031-06") },
		    "Spostata la scadenza dell'azione 12.1: da marzo 2031 a giugno 2031. È il secondo "
		    "rinvio. Il primo termine era: entro dicembre 2030.",
		    { KIND_NONE, KIND_UPDATE, KIND_UPDATE }, false },
		{ "under another name",
		    { DEADLINE("Uno", "entro: 2030-12"), DEADLINE("Uno", "entro: 2031-03"),
			DEADLINE("Primo", "entro: 2031-03"), DEADLINE("Primo", "entro: 2031-06") },
		    "Spostata la scadenza dell'azione 12.1: da marzo 2031 a giugno 2031. È il secondo "
		    "rinvio. Il primo termine era: entro dicembre 2030.",
		    { KIND_NONE, KIND_UPDATE, KIND_UPDATE, KIND_UPDATE }, false },
		{ "a mistake and a rescheduling",
		    { DEADLINE("Uno", "entro: 2030-11"), DEADLINE("Uno", "entro: 2030-12"),
			DEADLINE("Uno", "entro: 2031-03") },
		    "Spostata la scadenza dell'azione 12.1: da dicembre 2030 a marzo 2031. È il primo "
		    "rinvio.",
		    { KIND_NONE, KIND_DATA, KIND_UPDATE }, false },
		{ "behind what is hidden",
		    { DEADLINE("Uno", "entro: 2030-12"), DEADLINE("Uno", "entro: 2031-03") },
		    "Spostata la scadenza dell'azione 12.1: da dicembre 2030 a marzo 2031.",
		    { KIND_NONE, KIND_UPDATE }, true },
		{ "behind a version that is hidden",
		    { DEADLINE("Uno", "entro: 2030-12"), DEADLINE("Uno", "entro: 2031-03"),
			DEADLINE("Uno", "entro: 2031-06") },
		    "Spostata la scadenza dell'azione 12.1: da marzo 2031 a giugno 2031.",
		    { KIND_NONE, KIND_OBSCURING, KIND_UPDATE }, false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct told_page page;
		size_t count = 0;

		while (count < COUNT(rows[i].texts) && rows[i].texts[count])
			count++;
		page_of(&page, POINT, rows[i].texts, rows[i].kinds, count);
		page.history.obscured_before = rows[i].obscured;
		cr_expect_str_eq(told_of(&page, count - 1), rows[i].expected, "%s:\n    %s\n    %s",
		    rows[i].name, told_of(&page, count - 1), rows[i].expected);
		told_site_release(&page.site);
	}
}

Test(italiano_changes_versions, that_are_no_change)
{
	static const struct {
		const char *path, *expected;
		enum version_kind kind;
	} rows[] = {
		{ "atti/2031/dczi-1.md", "Pubblicata la delibera DCZI n. 1/2031.",
		    VERSION_PUBLISHED },
		{ "atti/2031/accordo-3.md", "Pubblicato l'accordo n. 3/2031.", VERSION_PUBLISHED },
		{ "atti/2031/accordo-3.md", "Di nuovo pubblicato l'accordo n. 3/2031.",
		    VERSION_RESTORED },
		{ "atti/2031/dczi-1.md", "Tolta dal sito la delibera DCZI n. 1/2031.",
		    VERSION_REMOVED },
		{ "sedute/2031-03-05-conferenza.yaml",
		    "Pubblicata la pagina della seduta del 5 marzo 2031, Conferenza di prova.",
		    VERSION_PUBLISHED },
		{ "programma/2030-2032/programma.yaml", "Pubblicato il programma 2030-2032.",
		    VERSION_PUBLISHED },
		{ POINT, "Pubblicato il punto 12 del programma 2030-2032.", VERSION_PUBLISHED },
		{ "programma/2030-2032/avanzamento/2031-03-03-12.1.yaml",
		    "Spostata la scadenza dell'azione 12.1: da marzo 2031 a giugno 2031. È il primo "
		    "rinvio.",
		    VERSION_PUBLISHED },
		{ "programma/2030-2032/avanzamento/2031-03-08-12.3.yaml",
		    "Comunicato lo stato dell'azione 12.3: in corso.", VERSION_PUBLISHED },
		{ "programma/2030-2032/avanzamento/2031-03-08-12.3.yaml",
		    "Tolta dal sito la voce di avanzamento dell'8 marzo 2031 sull'azione 12.3.",
		    VERSION_REMOVED },
		{ "rapporti/2031-06-01-primo.md", "Pubblicato il rapporto «Primo rapporto».",
		    VERSION_PUBLISHED },
		{ "regolamenti/interno/2031-04-01.md",
		    "Pubblicato il testo del regolamento «Regolamento interno», versione del 1º aprile "
		    "2031.",
		    VERSION_PUBLISHED },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *texts[] = { "{}" };
		enum change_kind kinds[] = { KIND_NONE };
		struct told_page page;

		page_of(&page, rows[i].path, texts, kinds, 1);
		page.history.entries[0].kind = rows[i].kind;
		cr_expect_str_eq(told_of(&page, 0), rows[i].expected, "%s", told_of(&page, 0));
		told_site_release(&page.site);
	}
}

/* What an entry of progress said first is not known where it was changed since. */
Test(italiano_changes_versions, of_progress_changed_since)
{
	const char *texts[] = { "stato: completata", "stato: in_corso" };
	enum change_kind kinds[] = { KIND_NONE, KIND_DATA };
	struct told_page page;

	page_of(&page, "programma/2030-2032/avanzamento/2031-03-08-12.3.yaml", texts, kinds, 2);
	cr_expect_str_eq(told_of(&page, 0),
	    "Pubblicata la voce di avanzamento dell'8 marzo 2031 sull'azione 12.3.", "%s",
	    told_of(&page, 0));
	cr_expect_str_eq(told_of(&page, 1),
	    "Corretta la voce di avanzamento dell'8 marzo 2031 sull'azione 12.3. Corretto lo stato: in "
	    "corso, non completata.",
	    "%s", told_of(&page, 1));
	told_site_release(&page.site);
}

Test(italiano_changes_versions, with_what_did_not_change)
{
	static const struct {
		const char *name, *path, *before, *after, *expected;
		bool reason_missing;
	} rows[] = {
		{ "of the act", "atti/2031/dczi-1.md", "data: 2031-03-04", "data: 2031-03-05",
		    "Corretta la data di adozione: 5 marzo 2031, non 4 marzo 2031. L'atto firmato non è "
		    "cambiato.",
		    false },
		{ "of the page alone", "atti/2031/dczi-1.md", "argomenti: [mensa]", "{}",
		    "Tolto l'argomento «Mensa scolastica».", false },
		{ "without a reason", "atti/2031/dczi-1.md", "votazioni: [{esito: respinta}]",
		    "votazioni: [{esito: approvata}]",
		    "Corretto l'esito della votazione sull'atto: approvata, non respinta. L'atto firmato "
		    "non è cambiato. La segreteria non ha indicato il motivo.",
		    true },
		{ "of a meeting", "sedute/2031-03-05-conferenza.yaml", "quorum: 5", "quorum: 6",
		    "Corretto il numero legale: 6, non 5.", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *texts[] = { rows[i].before, rows[i].after };
		enum change_kind kinds[] = { KIND_NONE, KIND_DATA };
		struct told_page page;

		page_of(&page, rows[i].path, texts, kinds, 2);
		page.history.entries[1].reason_missing = rows[i].reason_missing;
		cr_expect_str_eq(
		    told_of(&page, 1), rows[i].expected, "%s: %s", rows[i].name, told_of(&page, 1));
		page.history.entries[1].change_kind = KIND_OBSCURING;
		cr_expect_str_eq(told_of(&page, 1),
		    "Una versione precedente di questa pagina non è più consultabile, per tutelare "
		    "dati personali.",
		    "%s", rows[i].name);
		told_site_release(&page.site);
	}
}

Test(italiano_changes_versions, kinds_and_notes)
{
	static const struct {
		struct history_entry entry;
		const char *expected;
	} rows[] = {
		{ { .kind = VERSION_PUBLISHED }, "Pubblicazione" },
		{ { .kind = VERSION_REMOVED }, "Rimossa dal sito" },
		{ { .kind = VERSION_RESTORED }, "Di nuovo pubblicata" },
		{ { .kind = VERSION_UPDATED, .change_kind = KIND_COPY }, "Correzione della copia" },
		{ { .kind = VERSION_UPDATED, .change_kind = KIND_DATA }, "Correzione dei dati" },
		{ { .kind = VERSION_UPDATED, .change_kind = KIND_ADDITION }, "Aggiunta" },
		{ { .kind = VERSION_UPDATED, .change_kind = KIND_ATTACHMENT }, "Allegato" },
		{ { .kind = VERSION_UPDATED, .change_kind = KIND_UPDATE },
		    "Aggiornamento della pagina" },
		{ { .kind = VERSION_UPDATED, .change_kind = KIND_OBSCURING }, "Oscuramento" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_str_eq(italian_kind(&rows[i].entry), rows[i].expected);
	cr_expect(slice_is(italian_public_note(SLICE("Mancava un parere."), arena),
	    "La segreteria scrive: \"Mancava un parere.\""));
	cr_expect(slice_is(italian_public_note(SLICE("La \"data\""), arena),
	    "La segreteria scrive: «La \"data\"»"));
	cr_expect(slice_is(italian_public_note(SLICE(""), arena), ""));
	arena_free(arena);
}

Test(italiano_changes_versions, articles)
{
	static const struct {
		const char *noun, *of, *to, *from, *in, *on, *with;
	} rows[] = {
		{ "il punto", "del punto", "al punto", "dal punto", "nel punto", "sul punto",
		    "con il punto" },
		{ "lo statuto", "dello statuto", "allo statuto", "dallo statuto", "nello statuto",
		    "sullo statuto", "con lo statuto" },
		{ "la data", "della data", "alla data", "dalla data", "nella data", "sulla data",
		    "con la data" },
		{ "l'azione", "dell'azione", "all'azione", "dall'azione", "nell'azione",
		    "sull'azione", "con l'azione" },
		{ "i pareri", "dei pareri", "ai pareri", "dai pareri", "nei pareri", "sui pareri",
		    "con i pareri" },
		{ "gli enti", "degli enti", "agli enti", "dagli enti", "negli enti", "sugli enti",
		    "con gli enti" },
		{ "le firme", "delle firme", "alle firme", "dalle firme", "nelle firme",
		    "sulle firme", "con le firme" },
		{ "Beta", "di Beta", "a Beta", "da Beta", "in Beta", "su Beta", "con Beta" },
		{ "Alfa", "di Alfa", "ad Alfa", "da Alfa", "in Alfa", "su Alfa", "con Alfa" },
	};
	static const struct {
		const char *name, *the;
	} names[] = {
		{ "Comune di Alfa", "il Comune di Alfa" },
		{ "Istituto Beta", "l'Istituto Beta" },
		{ "Regione Toscana", "la Regione Toscana" },
		{ "Azienda di prova", "l'Azienda di prova" },
		{ "Stato maggiore", "lo Stato maggiore" },
		{ "Sportello unico", "lo Sportello unico" },
		{ "Associazione Gamma", "l'Associazione Gamma" },
		{ "Direzione prima", "la Direzione prima" },
		{ "Dipartimento Alfa", "il Dipartimento Alfa" },
		{ "Beta Insieme", "" },
		{ "", "" },
	};
	static const struct {
		const char *noun, *one;
		bool feminine;
	} indefinites[] = {
		{ "la firma", "una firma", true },
		{ "l'assenza", "un'assenza", true },
		{ "l'allegato", "un allegato", false },
		{ "lo statuto", "uno statuto", false },
		{ "il punto", "un punto", false },
	};
	static const char *const ordinals[][2] = { { "primo", "prima" }, { "ottavo", "ottava" },
		{ "ventesimo", "ventesima" }, { "21º", "21ª" } };
	static const unsigned numbers[] = { 1, 8, 20, 21 };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice noun = slice_from(rows[i].noun);
		const char *const all[] = { rows[i].noun, rows[i].of, rows[i].to, rows[i].from,
			rows[i].in, rows[i].on, rows[i].with };

		for (size_t n = 0; n < COUNT(all); n++)
			cr_expect(
			    slice_is(
				italian_preposed((enum italian_preposition)n, noun, arena), all[n]),
			    "%s", all[n]);
	}
	for (size_t i = 0; i < COUNT(names); i++)
		cr_expect(
		    slice_is(italian_the_name(slice_from(names[i].name), arena), names[i].the),
		    "%s", names[i].name);
	for (size_t i = 0; i < COUNT(indefinites); i++)
		cr_expect(slice_is(italian_indefinite(slice_from(indefinites[i].noun),
				       indefinites[i].feminine, arena),
			      indefinites[i].one),
		    "%s", indefinites[i].one);
	for (size_t i = 0; i < COUNT(numbers); i++)
		for (int feminine = 0; feminine < 2; feminine++)
			cr_expect(slice_is(italian_ordinal(numbers[i], feminine, arena),
				      ordinals[i][feminine]),
			    "%s", ordinals[i][feminine]);
	arena_free(arena);
}
