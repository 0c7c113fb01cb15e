#include <criterion/criterion.h>

#include "render/italiano.h"

static void expect(const char *row, struct slice got, const char *wanted)
{
	cr_expect(
	    slice_is(got, wanted), "%s: got \"%.*s\", wanted \"%s\"", row, SLICE_ARGS(got), wanted);
}

/* --- terms ------------------------------------------------------------------------------------- */

static struct event events[] = {
	{ .id = SLICE_INIT("firma"), .name = SLICE_INIT("Firma dell'accordo") },
	{ .id = SLICE_INIT("avvio"), .name = SLICE_INIT("Avvio dei laboratori") },
	{ .id = SLICE_INIT("termine"), .name = SLICE_INIT("Termine del progetto") },
	{ .id = SLICE_INIT("svolgimento"), .name = SLICE_INIT("Svolgimento della gara") },
	{ .id = SLICE_INIT("stipula"), .name = SLICE_INIT("Stipula") },
	{ .id = SLICE_INIT("approvazione"), .name = SLICE_INIT("Approvazione del piano") },
	{ .id = SLICE_INIT("conclusione"), .name = SLICE_INIT("Conclusione dei lavori") },
	{ .id = SLICE_INIT("elezioni"), .name = SLICE_INIT("Elezioni comunali") },
	{ .id = SLICE_INIT("noto"),
	    .name = SLICE_INIT("Inizio dei lavori"),
	    .date = { 2030, 1, 31 } },
	{ .id = SLICE_INIT("mese"), .name = SLICE_INIT("Fine dei lavori"), .date = { 2030, 2, 0 } },
};

static struct site site_with_events(struct arena *arena)
{
	struct site site = { .arena = arena };

	for (size_t i = 0; i < sizeof events / sizeof events[0]; i++)
		map_put(&site.by_id[TARGET_EVENT], arena, events[i].id, &events[i]);
	return site;
}

static struct term *term_of(const char *text, struct arena *arena)
{
	struct term *term = ARENA_NEW(arena, struct term);
	struct diagnostics diagnostics;
	struct yaml_node *root;

	diagnostics_init(&diagnostics);
	root = yaml_parse(slice_from(text), SLICE("prova.yaml"), 1, arena, &diagnostics);
	cr_assert(root && term_parse(root, SLICE("prova.yaml"), arena, term, &diagnostics) == 0,
	    "%s: not a term", text);
	diagnostics_release(&diagnostics);
	return term;
}

Test(italiano_programme, terms)
{
	static const struct {
		const char *quando, *wanted;
	} rows[] = {
		{ "entro: 2030-12-20", "entro il 20 dicembre 2030" },
		{ "entro: 2030-05-08", "entro l'8 maggio 2030" },
		{ "entro: 2030-12", "entro dicembre 2030" },
		{ "entro: 2030", "entro il 2030" },
		{ "nel: 2030-06-11", "l'11 giugno 2030" },
		{ "nel: 2030-06", "a giugno 2030" },
		{ "nel: 2030-08", "ad agosto 2030" },
		{ "{ continuo: si, fino_a: 2030-04 }", "in modo continuo fino ad aprile 2030" },
		{ "nel: 2030", "nel 2030" },
		{ "periodo: 2030/2031", "dal 2030 al 2031" },
		{ "periodo: 2030-01/2031-12", "da gennaio 2030 a dicembre 2031" },
		{ "periodo: 2030-09-01/2031-06-08", "dal 1º settembre 2030 all'8 giugno 2031" },
		{ "evento: firma", "alla firma dell'accordo (data da determinare)" },
		{ "evento: avvio", "all'avvio dei laboratori (data da determinare)" },
		{ "evento: elezioni", "all'evento «Elezioni comunali» (data da determinare)" },
		{ "evento: noto", "all'inizio dei lavori (31 gennaio 2030)" },
		{ "evento: mese", "alla fine dei lavori (febbraio 2030)" },
		{ "evento: firma+P1Y",
		    "entro un anno dalla firma dell'accordo (data da determinare)" },
		{ "evento: avvio+P2M",
		    "entro due mesi dall'avvio dei laboratori (data da determinare)" },
		{ "evento: termine+P1W",
		    "entro una settimana dal termine del progetto (data da determinare)" },
		{ "evento: svolgimento+P1D",
		    "entro un giorno dallo svolgimento della gara (data da determinare)" },
		{ "evento: stipula+P30D", "entro 30 giorni dalla stipula (data da determinare)" },
		{ "evento: approvazione+P1Y6M",
		    "entro un anno e sei mesi dall'approvazione del piano (data da determinare)" },
		{ "evento: conclusione+P1Y1M10D",
		    "entro un anno, un mese e dieci giorni dalla conclusione dei lavori (data da "
		    "determinare)" },
		{ "evento: elezioni+P3Y",
		    "entro tre anni dall'evento «Elezioni comunali» (data da determinare)" },
		{ "evento: noto+P1M", "entro un mese dall'inizio dei lavori (28 febbraio 2030)" },
		{ "evento: mese+P1Y", "entro un anno dalla fine dei lavori (28 febbraio 2031)" },
		{ "stagione: 2030-primavera", "nella primavera 2030" },
		{ "stagione: 2030-estate", "nell'estate 2030" },
		{ "stagione: 2030-autunno", "nell'autunno 2030" },
		{ "stagione: 2030-inverno", "nell'inverno 2030/31" },
		{ "semestre: 2030-1", "nel primo semestre del 2030" },
		{ "semestre: 2030-2", "nel secondo semestre del 2030" },
		{ "anno_scolastico: 2030/31", "nell'anno scolastico 2030/31" },
		{ "anno_scolastico: 2099/00", "nell'anno scolastico 2099/00" },
		{ "fine_triennio: si", "entro la fine del triennio" },
		/* what only describes */
		{ "dal: 2030", "dal 2030" },
		{ "dal: 2030-05-08", "dall'8 maggio 2030" },
		{ "dal: avvio", "dall'avvio dei laboratori (data da determinare)" },
		{ "dal: noto", "dall'inizio dei lavori (31 gennaio 2030)" },
		{ "dal: firma+P1Y", "da un anno dopo la firma dell'accordo (data da determinare)" },
		{ "{ continuo: si, fino_a: 2030-05-11 }",
		    "in modo continuo fino all'11 maggio 2030" },
		{ "{ continuo: si, fino_a: 2030-05 }", "in modo continuo fino a maggio 2030" },
		{ "{ continuo: si, fino_a: fine_triennio }",
		    "in modo continuo fino alla fine del triennio" },
		{ "{ continuo: si, fino_a: termine }",
		    "in modo continuo fino al termine del progetto (data da determinare)" },
		{ "{ continuo: si, fino_a: firma+P2Y }",
		    "in modo continuo fino a due anni dopo la firma dell'accordo (data da "
		    "determinare)" },
		{ "dopo_evento: firma", "dopo la firma dell'accordo (data da determinare)" },
		{ "dopo_evento: svolgimento",
		    "dopo lo svolgimento della gara (data da determinare)" },
		{ "dopo_evento: elezioni",
		    "dopo l'evento «Elezioni comunali» (data da determinare)" },
		{ "dopo_evento: firma+P1M",
		    "dopo un mese dalla firma dell'accordo (data da determinare)" },
		{ "continuo: si", "in modo continuo" },
		{ "periodico: si", "con regolarità" },
		{ "periodico: settimanale", "ogni settimana" },
		{ "periodico: mensile", "ogni mese" },
		{ "periodico: bimestrale", "ogni due mesi" },
		{ "periodico: trimestrale", "ogni tre mesi" },
		{ "periodico: quadrimestrale", "ogni quattro mesi" },
		{ "periodico: semestrale", "ogni sei mesi" },
		{ "periodico: annuale", "ogni anno" },
		{ "periodico: biennale", "ogni due anni" },
		{ "{ periodico: mensile, dal: 2030, fino_a: 2031 }",
		    "ogni mese dal 2030 fino al 2031" },
		/* around a term */
		{ "{ entro: 2030-12, per: { durata: P3Y } }", "entro dicembre 2030, per tre anni" },
		{ "{ entro: 2030-12, per: { durata: P1Y } }", "entro dicembre 2030, per un anno" },
		{ "{ entro: 2030-12, per: { durata: P11M } }", "entro dicembre 2030, per 11 mesi" },
		{ "{ entro: 2030, per: { anni_scolastici: 1 } }",
		    "entro il 2030, per un anno scolastico" },
		{ "{ entro: 2030, per: { anni_scolastici: 3 } }",
		    "entro il 2030, per tre anni scolastici" },
		{ "{ entro: 2030, per: { anno_scolastico: 2030/31 } }",
		    "entro il 2030, per l'anno scolastico 2030/31" },
		{ "{ semestre: 2030-1, approssimato: si }",
		    "all'incirca nel primo semestre del 2030" },
		{ "{ nel: 2030, condizione: se le reti funzionano }",
		    "nel 2030, se le reti funzionano" },
		{ "{ entro: 2030, continuo: si, condizione: se serve }",
		    "entro il 2030, in modo continuo, se serve" },
	};
	struct arena *arena = arena_new();
	struct site site = site_with_events(arena);

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].quando, italian_term(&site, term_of(rows[i].quando, arena), arena),
		    rows[i].wanted);
	expect("none", italian_term(&site, NULL, arena), "");
	expect("waiting", italian_waits_for(&site, SLICE("avvio"), arena),
	    "Data da determinare: dipende dall'avvio dei laboratori");
	expect("an event that is not there", italian_waits_for(&site, SLICE("ignota"), arena),
	    "Data da determinare: dipende dall'evento «ignota»");
	arena_free(arena);
}

/* --- progress ---------------------------------------------------------------------------------- */

static struct term by_2030 = { .kind = TERM_BY, .date = { 2030, 12, 0 } },
		   by_march = { .kind = TERM_BY, .date = { 2031, 3, 0 } },
		   by_june = { .kind = TERM_BY, .date = { 2031, 6, 0 } };

static const struct term_days end_of_2030 = { .state = TERM_DATED, .last = { 2030, 12, 31 } },
			      end_of_march = { .state = TERM_DATED, .last = { 2031, 3, 31 } },
			      waiting = { .state = TERM_WAITING };

/* One deed with a deadline at the end of 2030, and what was told of it. */
struct told {
	int state;
	struct date date;
	struct term *term;
	struct term_days days;
};

struct deed {
	struct action action;
	struct deadline deadline;
	const struct deadline *deadlines[1];
	struct progress entries[4];
	const struct progress *progress[4];
};

static struct deed *deed_of(struct arena *arena, const struct told *told, size_t count)
{
	struct deed *deed = ARENA_NEW(arena, struct deed);

	deed->deadline = (struct deadline){ .term = &by_2030, .days = end_of_2030 };
	deed->deadlines[0] = &deed->deadline;
	deed->action.id = SLICE("12.1");
	deed->action.deed = &deed->action;
	deed->action.deadlines.items = deed->deadlines;
	deed->action.deadlines.count = 1;
	for (size_t i = 0; i < count && told[i].state; i++) {
		deed->entries[i] = (struct progress){ .state = told[i].state,
			.date = told[i].date,
			.new_term = told[i].term,
			.new_days = told[i].days };
		deed->progress[i] = &deed->entries[i];
		deed->action.progress.count = i + 1;
		deed->action.state = told[i].state;
	}
	deed->action.progress.items = deed->progress;
	return deed;
}

Test(italiano_programme, late_only_by_an_entry_after_the_term)
{
	static const struct {
		const char *name, *wanted;
		struct told told[3];
	} rows[] = {
		{ "nothing was told", "", { { 0 } } },
		{ "under way before the term", "",
		    { { PROGRESS_UNDER_WAY, { 2030, 6, 1 }, NULL, { 0 } } } },
		{ "under way on the day itself", "",
		    { { PROGRESS_UNDER_WAY, { 2030, 12, 31 }, NULL, { 0 } } } },
		{ "under way after it",
		    "In ritardo: l'8 febbraio 2031 risultava in corso; il termine era il 31 dicembre 2030.",
		    { { PROGRESS_UNDER_WAY, { 2031, 2, 8 }, NULL, { 0 } } } },
		{ "not begun after it",
		    "In ritardo: il 3 febbraio 2031 risultava da avviare; il termine era il 31 dicembre 2030.",
		    { { PROGRESS_TO_START, { 2031, 2, 3 }, NULL, { 0 } } } },
		{ "suspended after it",
		    "In ritardo: il 3 febbraio 2031 risultava sospesa; il termine era il 31 dicembre 2030.",
		    { { PROGRESS_SUSPENDED, { 2031, 2, 3 }, NULL, { 0 } } } },
		{ "done in time, said again later", "",
		    { { PROGRESS_COMPLETED, { 2030, 11, 1 }, NULL, { 0 } },
			{ PROGRESS_COMPLETED, { 2031, 5, 1 }, NULL, { 0 } } } },
		{ "done after it",
		    "Oltre il termine: risulta completata il 3 febbraio 2031; il termine era il 31 dicembre 2030.",
		    { { PROGRESS_UNDER_WAY, { 2030, 11, 1 }, NULL, { 0 } },
			{ PROGRESS_COMPLETED, { 2031, 2, 3 }, NULL, { 0 } } } },
		{ "cancelled after it", "",
		    { { PROGRESS_CANCELLED, { 2031, 2, 3 }, NULL, { 0 } } } },
		{ "put off after it", "",
		    { { PROGRESS_RESCHEDULED, { 2031, 1, 3 }, &by_march,
			{ .state = TERM_DATED, .last = { 2031, 3, 31 } } } } },
		{ "under way within the new term", "",
		    { { PROGRESS_RESCHEDULED, { 2030, 11, 3 }, &by_march,
			  { .state = TERM_DATED, .last = { 2031, 3, 31 } } },
			{ PROGRESS_UNDER_WAY, { 2031, 2, 3 }, NULL, { 0 } } } },
		{ "under way after the new term",
		    "In ritardo: il 1º aprile 2031 risultava in corso; il termine era il 31 marzo 2031.",
		    { { PROGRESS_RESCHEDULED, { 2030, 11, 3 }, &by_march,
			  { .state = TERM_DATED, .last = { 2031, 3, 31 } } },
			{ PROGRESS_UNDER_WAY, { 2031, 4, 1 }, NULL, { 0 } } } },
		{ "put off to a day that nobody knows", "",
		    { { PROGRESS_RESCHEDULED, { 2030, 11, 3 }, &by_march,
			  { .state = TERM_WAITING } },
			{ PROGRESS_UNDER_WAY, { 2032, 4, 1 }, NULL, { 0 } } } },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].name, italian_late(&deed_of(arena, rows[i].told, 3)->action, arena),
		    rows[i].wanted);
	arena_free(arena);
}

Test(italiano_programme, the_last_of_several_terms_counts)
{
	static const struct told told[] = { { PROGRESS_UNDER_WAY, { 2031, 2, 3 }, NULL, { 0 } } };
	struct arena *arena = arena_new();
	struct deed *deed = deed_of(arena, told, 1), *other = deed_of(arena, told, 0);
	const struct action *others[] = { &other->action };

	deed->action.told_also.items = others;
	deed->action.told_also.count = 1;
	other->deadline.days = end_of_march;
	expect("a later one in another point", italian_late(&deed->action, arena), "");
	other->deadline.days = waiting;
	cr_expect(!slice_empty(italian_late(&deed->action, arena)), "an unknown one hides nothing");
	arena_free(arena);
}

Test(italiano_programme, rescheduling)
{
	static const struct told told[] = {
		{ PROGRESS_RESCHEDULED, { 2030, 11, 3 }, &by_march, { 0 } },
		{ PROGRESS_UNDER_WAY, { 2031, 1, 3 }, NULL, { 0 } },
		{ PROGRESS_RESCHEDULED, { 2031, 2, 3 }, &by_june, { 0 } },
	};
	struct arena *arena = arena_new();
	struct site site = site_with_events(arena);
	struct deed *deed = deed_of(arena, told, 3);
	struct deadline another = deed->deadline;
	const struct deadline *two[] = { &deed->deadline, &another };

	expect("first", italian_rescheduled(&site, &deed->action, deed->progress[0], arena),
	    "Nuova scadenza: entro marzo 2031. Prima: entro dicembre 2030. È il primo rinvio.");
	expect("no rescheduling",
	    italian_rescheduled(&site, &deed->action, deed->progress[1], arena), "");
	expect("second", italian_rescheduled(&site, &deed->action, deed->progress[2], arena),
	    "Nuova scadenza: entro giugno 2031. Prima: entro marzo 2031. È il secondo rinvio.");
	expect("as a line of its own", italian_new_term(deed->progress[2], arena),
	    "Nuova scadenza, comunicata il 3 febbraio 2031");
	deed->action.deadlines.items = two;
	deed->action.deadlines.count = 2;
	expect("two terms on one day",
	    italian_rescheduled(&site, &deed->action, deed->progress[0], arena),
	    "Nuova scadenza: entro marzo 2031. Prima: entro dicembre 2030. È il primo rinvio.");
	another.days = end_of_march;
	expect("of which of two days, nobody says",
	    italian_rescheduled(&site, &deed->action, deed->progress[0], arena),
	    "Nuova scadenza: entro marzo 2031. È il primo rinvio.");
	arena_free(arena);
}

Test(italiano_programme, deadlines)
{
	static const struct {
		const char *name, *wanted;
		struct term_days days;
		size_t actions;
		int states[2];
	} rows[] = {
		{ "to come", "Termine non ancora passato.",
		    { .state = TERM_DATED, .last = { 2031, 3, 31 } }, 1, { 0 } },
		{ "today", "Termine non ancora passato.",
		    { .state = TERM_DATED, .last = { 2031, 3, 1 } }, 1, { 0 } },
		{ "past, nothing told",
		    "Termine passato; a questo sito non è stato comunicato l'esito.",
		    { .state = TERM_DATED, .last = { 2031, 2, 28 } }, 1, { 0 } },
		{ "past, about no action",
		    "Termine passato; a questo sito non è stato comunicato l'esito.",
		    { .state = TERM_DATED, .last = { 2031, 2, 28 } }, 0, { 0 } },
		{ "past, told", "Termine passato; stato comunicato: completata.",
		    { .state = TERM_DATED, .last = { 2031, 2, 28 } }, 1, { PROGRESS_COMPLETED } },
		{ "to come, told", "Stato comunicato: in corso.",
		    { .state = TERM_DATED, .last = { 2031, 12, 31 } }, 1, { PROGRESS_UNDER_WAY } },
		{ "several, one told",
		    "Termine passato; stato comunicato: azione 12.1 sospesa, azione 12.1 non comunicato.",
		    { .state = TERM_DATED, .last = { 2031, 2, 28 } }, 2, { PROGRESS_SUSPENDED } },
		{ "several, none told",
		    "Termine passato; a questo sito non è stato comunicato l'esito.",
		    { .state = TERM_DATED, .last = { 2031, 2, 28 } }, 2, { 0 } },
		{ "waiting", "", { .state = TERM_WAITING }, 1, { 0 } },
		{ "open", "", { .state = TERM_OPEN }, 1, { 0 } },
		{ "open, told", "Stato comunicato: da avviare.", { .state = TERM_OPEN }, 1,
		    { PROGRESS_TO_START } },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct deed *deeds[] = { deed_of(arena, NULL, 0), deed_of(arena, NULL, 0) };
		struct reference references[] = { { .found = &deeds[0]->action },
			{ .found = &deeds[1]->action } };
		struct deadline deadline = { .days = rows[i].days };

		for (size_t n = 0; n < 2; n++)
			deeds[n]->action.state = rows[i].states[n];
		deadline.actions.items = references;
		deadline.actions.count = rows[i].actions;
		expect(rows[i].name,
		    italian_deadline_state(&deadline, (struct date){ 2031, 3, 1 }, arena),
		    rows[i].wanted);
	}
	expect("changed", italian_progress_changed((struct date){ 2031, 2, 8 }, arena),
	    "Notizia modificata l'8 febbraio 2031.");
	expect("never changed", italian_progress_changed(DATE_NONE, arena), "");
	expect("day", italian_due_day(&end_of_2030, arena), "31 dicembre 2030");
	expect("day unknown", italian_due_day(&waiting, arena), "da determinare");
	expect(
	    "no day", italian_due_day(&(struct term_days){ .state = TERM_OPEN }, arena), "nessuno");
	arena_free(arena);
}

Test(italiano_programme, actions)
{
	static const struct told told[] = { { PROGRESS_UNDER_WAY, { 2031, 2, 8 }, NULL, { 0 } } };
	struct arena *arena = arena_new();
	struct programme programme = { .id = SLICE("2030-2032") };
	struct point point = { .number = 12,
		.title = SLICE("Gestione"),
		.simple_title = SLICE("I compiti comuni"),
		.programme = &programme };
	struct deed *deed = deed_of(arena, told, 1), *silent = deed_of(arena, NULL, 0);

	deed->action.point = &point;
	expect("state", italian_action_state(&deed->action, arena),
	    "In corso, secondo l'avanzamento dell'8 febbraio 2031.");
	expect("no state", italian_action_state(&silent->action, arena), "");
	expect("word", italian_progress_state(PROGRESS_NOT_REPORTED), "non comunicato");
	expect("word", italian_progress_state(PROGRESS_COMPLETED), "completata");
	expect("name", italian_action(&deed->action, arena), "Azione 12.1");
	expect("told", italian_action_told(&deed->action, arena), "Azione 12.1: in corso");
	expect("elsewhere", italian_action_elsewhere(&deed->action, arena),
	    "azione 12.1, nel punto 12 (I compiti comuni)");
	point.simple_title = SLICE("");
	expect("elsewhere, one title", italian_action_elsewhere(&deed->action, arena),
	    "azione 12.1, nel punto 12 (Gestione)");
	expect("description", italian_point_description(&point, arena),
	    "Il punto 12 del programma 2030-2032 in parole semplici: situazione, obiettivi, azioni e "
	    "scadenze.");
	expect("part", italian_programme_part(&programme, "cronoprogramma", arena),
	    "Cronoprogramma 2030-2032");
	expect("no news", italian_last_news(&programme, arena),
	    "a questo sito non ne è arrivata nessuna");
	*ARENA_PUSH(arena, &programme.progress) = &(struct progress){ .date = { 2031, 3, 1 } };
	*ARENA_PUSH(arena, &programme.progress) = &(struct progress){ .date = { 2031, 5, 20 } };
	expect("last news", italian_last_news(&programme, arena), "20 maggio 2031");
	expect("drawing", italian_schedule_drawing(&programme, 1, 8, arena),
	    "Cronoprogramma 2030-2032, punti da 1 a 8");
	expect("drawing", italian_schedule_drawing(&programme, 9, 9, arena),
	    "Cronoprogramma 2030-2032, punto 9");
	expect("part", italian_programme_part(&programme, "scadenze", arena), "Scadenze 2030-2032");
	expect("part", italian_programme_part(&programme, "stampa", arena),
	    "Programma 2030-2032 in una pagina");
	arena_free(arena);
}

Test(italiano_programme, counts)
{
	static const struct {
		size_t actions, deeds, past;
		const char *wanted, *wanted_past;
	} rows[] = {
		{ 0, 0, 0, "A questo sito non risultano azioni di questo programma.", "" },
		{ 1, 1, 1, "Il programma prevede 1 azione.",
		    "Per 1 azione almeno un termine è passato, e a questo sito non è stato comunicato "
		    "l'esito. Non significa che non sia stata fatta." },
		{ 3, 3, 0, "Il programma prevede 3 azioni.", "" },
		{ 32, 26, 18,
		    "Nei punti del programma sono scritte 32 azioni. Alcune sono la stessa azione, "
		    "scritta in più punti. Contate una volta sola, le azioni sono 26.",
		    "Per 18 azioni almeno un termine è passato, e a questo sito non è stato comunicato "
		    "l'esito. Non significa che non siano state fatte." },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct point point = { 0 }, *points[] = { &point };
		struct programme programme = { .count = { .deeds = rows[i].deeds,
						   .past_unreported = rows[i].past } };

		point.actions.count = rows[i].actions;
		programme.points.items = points;
		programme.points.count = 1;
		expect(rows[i].wanted, italian_deeds(&programme, arena), rows[i].wanted);
		expect(rows[i].wanted_past, italian_past_unreported(&programme, arena),
		    rows[i].wanted_past);
	}
	arena_free(arena);
}

Test(italiano_programme, told_deeds)
{
	static const struct {
		size_t deeds, silent;
		const char *wanted;
	} rows[] = {
		{ 0, 0, "" },
		{ 3, 3,
		    "Su come vanno le azioni a questo sito non è ancora arrivata nessuna notizia. Non "
		    "significa che non siano state avviate." },
		{ 3, 0, "Di tutte le azioni è stato comunicato a questo sito come vanno." },
		{ 3, 2,
		    "È stato comunicato a questo sito come va 1 azione su 3. Delle altre non si sa: non "
		    "significa che non siano state avviate." },
		{ 12, 6,
		    "È stato comunicato a questo sito come vanno 6 azioni su 12. Delle altre non si sa: non "
		    "significa che non siano state avviate." },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct programme programme = { 0 };

		programme.count.deeds = rows[i].deeds;
		programme.count.by_state[PROGRESS_NOT_REPORTED] = rows[i].silent;
		programme.count.by_state[PROGRESS_UNDER_WAY] = rows[i].deeds - rows[i].silent;
		expect(rows[i].wanted, italian_told_deeds(&programme, arena), rows[i].wanted);
	}
	arena_free(arena);
}

/* Each state is told once, what nobody told last. */
Test(italiano_programme, progress_order)
{
	bool told[PROGRESS_STATE_COUNT] = { false };

	for (int place = 0; place < PROGRESS_STATE_COUNT; place++) {
		int state = italian_progress_order(place);

		cr_expect(!told[state], "state %d stands twice", state);
		told[state] = true;
	}
	cr_expect_eq(italian_progress_order(0), PROGRESS_COMPLETED);
	cr_expect_eq(italian_progress_order(PROGRESS_STATE_COUNT - 1), PROGRESS_NOT_REPORTED);
}

Test(italiano_programme, point_progress)
{
	static const struct {
		size_t count;
		int states[3];
		const char *wanted;
	} rows[] = {
		{ 0, { 0 }, "nessuna azione" },
		{ 1, { PROGRESS_NOT_REPORTED }, "1 azione con stato non comunicato" },
		{ 3, { 0 }, "3 azioni con stato non comunicato" },
		{ 1, { PROGRESS_COMPLETED }, "1 azione completata" },
		{ 2, { PROGRESS_COMPLETED, PROGRESS_COMPLETED }, "2 azioni completate" },
		{ 3, { PROGRESS_UNDER_WAY, PROGRESS_COMPLETED, PROGRESS_UNDER_WAY },
		    "3 azioni (1 completata, 2 in corso)" },
		{ 3, { PROGRESS_SUSPENDED, PROGRESS_SUSPENDED, PROGRESS_NOT_REPORTED },
		    "3 azioni (2 sospese, 1 con stato non comunicato)" },
		{ 3, { PROGRESS_CANCELLED, PROGRESS_RESCHEDULED, PROGRESS_TO_START },
		    "3 azioni (1 riprogrammata, 1 da avviare, 1 annullata)" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct action actions[3] = { { 0 } };
		struct point point = { 0 };

		for (size_t n = 0; n < rows[i].count; n++)
			actions[n].state = rows[i].states[n];
		point.actions.items = actions;
		point.actions.count = rows[i].count;
		expect(rows[i].wanted, italian_point_progress(&point, arena), rows[i].wanted);
	}
	arena_free(arena);
}

/* --- regulations ------------------------------------------------------------------------------- */

Test(italiano_programme, regulations)
{
	static const struct act revoking = { .type = ACT_RESOLUTION,
		.number = 7,
		.order_year = 2031,
		.reference = SLICE_INIT("Delibera DCZA n. 7/2031") };
	static const struct regulation newer = { .date = { 2030, 5, 8 }, .current = true };
	static const struct {
		const char *name, *wanted;
		struct regulation regulation;
		const struct regulation *current;
	} rows[] = {
		{ "in force", "In vigore dall'8 maggio 2030.",
		    { .current = true, .in_force_since = { 2030, 5, 8 } }, NULL },
		{ "since nobody knows when", "In vigore. A questo sito non risulta da quando.",
		    { .current = true }, NULL },
		{ "over", "Non è più in vigore: lo è stato dal 2020 al 31 dicembre 2029.",
		    { .in_force_since = { 2020, 0, 0 }, .in_force_until = { 2029, 12, 31 } },
		    NULL },
		{ "over, since nobody knows when", "Non è più in vigore: lo è stato fino al 2029.",
		    { .in_force_until = { 2029, 0, 0 } }, &newer },
		{ "to come", "Non è ancora in vigore: lo sarà da marzo 2032.",
		    { .in_force_since = { 2032, 3, 0 } }, &newer },
		{ "replaced",
		    "Non è più in vigore: al suo posto c'è la versione dell'8 maggio 2030.",
		    { .in_force_since = { 2020, 0, 0 } }, &newer },
		{ "revoked",
		    "Non è più in vigore dal 15 aprile 2031: lo stabilisce la delibera DCZA n. 7/2031.",
		    { .ended_by = &revoking, .ended_since = { 2031, 4, 15 } }, NULL },
		{ "revoked, since nobody knows when",
		    "Non è più in vigore: lo stabilisce la delibera DCZA n. 7/2031.",
		    { .ended_by = &revoking }, NULL },
		{ "nothing known", "A questo sito non risulta in vigore.", { .current = false },
		    NULL },
	};
	struct arena *arena = arena_new();
	struct act_link link = { .type = LINK_AMENDS, .part = SLICE("articolo 3") };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].name,
		    italian_regulation_status(
			&rows[i].regulation, rows[i].current, (struct date){ 2031, 3, 1 }, arena),
		    rows[i].wanted);
	expect("version",
	    italian_regulation_version(&(struct regulation){ .title = SLICE("Regolamento di Alfa"),
					   .date = { 2030, 5, 8 } },
		arena),
	    "Regolamento di Alfa, versione dell'8 maggio 2030");
	expect("link", italian_link_to_regulation(&link, arena),
	    " modifica questo regolamento, parte: articolo 3");
	arena_free(arena);
}
