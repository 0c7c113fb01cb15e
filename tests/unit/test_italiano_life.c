/* The life of an act by date, each sentence written before it was seen. */
#include <criterion/criterion.h>
#include <string.h>

#include "render/italiano_life.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACT "atti/2031/dczi-1.md"
#define DATA "dati_personali: solo_incarichi\n"

/* The sample on 15 June 2031, with keys of its act and files beside it. */
struct row {
	const char *name, *keys;
	struct edit others[2];
	const char *
	    expected; /* "2031-03-05 sentence"; '?' for what is concluded, '+' for what is to come */
};

static const char *told(const struct site *site, const char *place, struct arena *arena)
{
	const struct act *act = map_get(&site->by_id[TARGET_ACT], slice_from(place));
	struct life_events events = { 0 };
	struct slice all = SLICE("");

	cr_assert(act, "%s", place);
	italian_life(site, act, arena, &events);
	for (size_t i = 0; i < events.count; i++) {
		const struct life_event *each = &events.items[i];

		all = arena_printf(arena, "%.*s%s%.*s%s%s %.*s", SLICE_ARGS(all), i ? "\n" : "",
		    SLICE_ARGS(date_iso(each->date, arena)), each->declared ? "" : "?",
		    each->coming ? "+" : "", SLICE_ARGS(each->sentence));
	}
	return arena_cstr(arena, all);
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		struct edit edits[MAX_EDITS] = {
			{ ACT, DATA, arena_printf(arena, DATA "%s", rows[i].keys).p },
			{ ACT, "seduta: 2031-03-05-conferenza\npunto_odg: 1\n", "" },
			rows[i].others[0], rows[i].others[1]
		};
		struct sample sample;
		const char *got;

		sample_load(&sample, edits);
		got = told(sample.site, "2031/dczi-1", arena);
		cr_expect_str_eq(
		    got, rows[i].expected, "%s:\n%s\n%s", rows[i].name, got, rows[i].expected);
		sample_release(&sample);
		arena_free(arena);
	}
}

#define ADOPTED "2031-03-05 Questa delibera è stata adottata.\n"
#define OTHER(date, link)                                                                          \
	{                                                                                          \
		"atti/2031/dczi-7.md", NULL,                                                       \
		    "---\ntipo: delibera\norgano: conferenza\nnumero: 7\ndata: " date              \
		    "\noggetto: Un altro oggetto di prova\ncollegamenti:\n  - {" link              \
		    ", atto: 2031/dczi-1}\ndati_personali: nessuno\n---\n## Delibera\n\n1. Sì.\n" \
	}

Test(italiano_life, of_other_acts)
{
	static const struct row rows[] = {
		{ "revoked", "", { OTHER("2031-04-10", "tipo: revoca, dal: 2031-04-15") },
		    ADOPTED
		    "2031-04-15 Dal 15 aprile 2031 questa delibera non produce più effetti: "
		    "l'ha revocata la delibera DCZI n. 7/2031." },
		{ "revoked, from the day of the other", "", { OTHER("2031-04-11", "tipo: revoca") },
		    ADOPTED
		    "2031-04-11? Dall'11 aprile 2031 questa delibera non produce più effetti: "
		    "l'ha revocata la delibera DCZI n. 7/2031." },
		{ "revoked, in part", "",
		    { OTHER("2031-04-10", "tipo: revoca, parte: punto 2, dal: 2031-04-15") },
		    ADOPTED
		    "2031-04-15 Dal 15 aprile 2031 questa delibera in parte non produce più "
		    "effetti (parte: punto 2): l'ha revocata la delibera DCZI n. 7/2031." },
		{ "to be revoked", "", { OTHER("2031-04-10", "tipo: revoca, dal: 2031-07-01") },
		    ADOPTED
		    "2031-07-01+ Dal 1º luglio 2031 questa delibera non produrrà più effetti: "
		    "l'ha revocata la delibera DCZI n. 7/2031." },
		{ "replaced", "", { OTHER("2031-04-10", "tipo: sostituisce, dal: 2031-05-01") },
		    ADOPTED
		    "2031-05-01 Dal 1º maggio 2031 questa delibera non produce più effetti: "
		    "l'ha sostituita la delibera DCZI n. 7/2031." },
		{ "amended", "",
		    { OTHER("2031-04-10", "tipo: modifica, parte: punto 2, dal: 2031-04-15") },
		    ADOPTED
		    "2031-04-15 Dal 15 aprile 2031 questa delibera è modificata dalla delibera "
		    "DCZI n. 7/2031 (parte: punto 2)." },
		{ "to be supplemented", "",
		    { OTHER("2031-06-10", "tipo: integra, dal: 2031-08-08") },
		    ADOPTED "2031-08-08+ Dall'8 agosto 2031 questa delibera sarà integrata dalla "
			    "delibera DCZI n. 7/2031." },
		{ "corrected", "", { OTHER("2031-04-10", "tipo: rettifica") },
		    ADOPTED "2031-04-10? Dal 10 aprile 2031 questa delibera è rettificata dalla "
			    "delibera DCZI n. 7/2031." },
		{ "suspended", "", { OTHER("2031-04-10", "tipo: sospende, dal: 2031-04-15") },
		    ADOPTED
		    "2031-04-15 Dal 15 aprile 2031 questa delibera è sospesa dalla delibera "
		    "DCZI n. 7/2031." },
		{ "extended", "efficace_fino_al: 2031-04-30\n",
		    { OTHER("2031-04-10", "tipo: proroga, dal: 2031-05-01") },
		    ADOPTED
		    "2031-04-30 È l'ultimo giorno stabilito per gli effetti di questa delibera, "
		    "poi prorogato.\n"
		    "2031-05-01 Dal 1º maggio 2031 questa delibera è prorogata dalla delibera "
		    "DCZI n. 7/2031." },
		{ "annulled", "", { OTHER("2031-04-10", "tipo: annulla") },
		    ADOPTED "2031-04-10? La delibera DCZI n. 7/2031 annulla questa delibera." },
		{ "interpreted", "", { OTHER("2031-04-10", "tipo: interpreta, parte: punto 2") },
		    ADOPTED
		    "2031-04-10 La delibera DCZI n. 7/2031 interpreta questa delibera, parte: "
		    "punto 2." },
		{ "named", "", { OTHER("2031-04-10", "tipo: richiama") },
		    ADOPTED "2031-04-10 La delibera DCZI n. 7/2031 richiama questa delibera." },
		{ "revoked by what was annulled", "",
		    { OTHER("2031-04-10", "tipo: revoca, dal: 2031-04-15"),
			{ "atti/2031/dczi-7.md", "dati_personali",
			    "vicende: [{tipo: annullata, data: 2031-05-01}]\ndati_personali" } },
		    ADOPTED
		    "2031-04-15 La delibera DCZI n. 7/2031 revoca questa delibera, dal 15 aprile "
		    "2031 (senza effetto: annullata)." },
		{ "revoked by a draft", "",
		    { OTHER("2031-04-10", "tipo: revoca"),
			{ "atti/2031/dczi-7.md", "dati_personali",
			    "stato: bozza\ndati_personali" } },
		    "2031-03-05 Questa delibera è stata adottata." },
	};

	check_rows(rows, COUNT(rows));
}

Test(italiano_life, of_its_keys)
{
	static const struct row rows[] = {
		{ "declared",
		    "esecutivita: {regime: termine, dal: 2031-03-16, fonte: Statuto}\n"
		    "efficace_dal: 2031-04-01\nefficace_fino_al: 2032-12-31\n"
		    "albo: {ente: alfa, repertorio: 55, dal: 2031-03-06, al: 2031-03-21}\n",
		    { { 0 } },
		    ADOPTED
		    "2031-03-06 È cominciata la pubblicazione all'albo pretorio: Comune di Alfa, "
		    "repertorio n. 55.\n"
		    "2031-03-16 Esecutività: esecutiva dopo il termine; fonte: Statuto.\n"
		    "2031-03-21 È l'ultimo giorno di pubblicazione all'albo pretorio.\n"
		    "2031-04-01 Dal 1º aprile 2031 questa delibera produce effetti.\n"
		    "2032-12-31+ È l'ultimo giorno stabilito per gli effetti di questa delibera." },
		{ "to come", "efficace_dal: 2031-08-11\nalbo: {dal: 2031-06-20}\n", { { 0 } },
		    ADOPTED "2031-06-20+ Comincerà la pubblicazione all'albo pretorio.\n"
			    "2031-08-11+ Dall'11 agosto 2031 questa delibera produrrà effetti." },
		{ "an agreement", "", { { ACT, "tipo: delibera", "tipo: accordo" } },
		    "2031-03-05 È la data di questo accordo." },
		{ "a decree", "", { { ACT, "tipo: delibera", "tipo: decreto" } },
		    "2031-03-05 Questo decreto è stato adottato." },
		{ "a year that was inferred", "dedotti: [anno]\n",
		    { { ACT, "data: 2031-03-05", "anno: 2031" } },
		    "2031? Questa delibera è stata adottata." },
		{ "rejected", "", { { ACT, "esito: approvata", "esito: respinta" } },
		    "2031-03-05 Questa delibera non è stata adottata: la votazione ha respinto la "
		    "proposta." },
		{ "from outside",
		    "vicende:\n  - {tipo: annullata, data: 2031-05-02, dal: 2031-03-05, da: \"TAR Alfa, "
		    "sentenza n. 8/2031\"}\n  - {tipo: cessata}\n",
		    { { 0 } },
		    ADOPTED
		    "2031-05-02 Questa delibera è stata annullata il 2 maggio 2031, dal 5 marzo "
		    "2031. Riferimento: TAR Alfa, sentenza n. 8/2031.\n"
		    " Questa delibera è cessata." },
	};

	check_rows(rows, COUNT(rows));
}

Test(italiano_life, of_its_meeting)
{
	static const struct {
		const char *state, *expected;
	} rows[] = {
		{ "svolta",
		    "2031-03-05 Si è svolta la seduta del 5 marzo 2031, Conferenza di prova." },
		{ "deserta",
		    "2031-03-05 È andata deserta la seduta del 5 marzo 2031, Conferenza di "
		    "prova: mancava il numero legale." },
		{ "rinviata",
		    "2031-03-05 È stata rinviata la seduta del 5 marzo 2031, Conferenza di prova." },
		{ "annullata",
		    "2031-03-05 È stata annullata la seduta del 5 marzo 2031, Conferenza di prova." },
		{ "convocata", "2031-03-05 Era convocata la seduta del 5 marzo 2031, Conferenza di "
			       "prova; a questo sito non è stato comunicato l'esito." },
	};
	static const char begin[] = "2031-02-20 È stata convocata la seduta del 5 marzo 2031, "
				    "Conferenza di prova.\n";

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const struct edit edits[MAX_EDITS] = { { "sedute/2031-03-05-conferenza.yaml",
		    "stato: svolta", arena_printf(arena, "stato: %s", rows[i].state).p } };
		struct sample sample;
		const char *got, *expected;

		sample_load(&sample, edits);
		got = told(sample.site, "2031/dczi-1", arena);
		expected = arena_printf(arena, "%s%s\n%s", begin, rows[i].expected,
		    "2031-03-05 Questa delibera è stata adottata.")
			       .p;
		cr_expect_str_eq(got, expected, "%s:\n%s\n%s", rows[i].state, got, expected);
		sample_release(&sample);
		arena_free(arena);
	}
}

Test(italiano_life, words)
{
	struct arena *arena = arena_new();
	struct act act = { .published_until = { 2031, 5, 8 } };

	cr_expect(slice_is(italian_page_ends(&act, arena),
	    "Dopo l'8 maggio 2031 questa pagina mostrerà solo una scheda dell'atto."));
	act.published_until = DATE_NONE;
	cr_expect(slice_is(italian_page_ends(&act, arena), ""));
	cr_expect_str_eq(italian_declared(&(struct life_event){ .declared = true }), "dichiarato");
	cr_expect_str_eq(italian_declared(&(struct life_event){ .kind = LIFE_CHANGED }),
	    "il giorno è la data dell'altro atto");
	cr_expect_str_eq(
	    italian_declared(&(struct life_event){ .kind = LIFE_ADOPTED }), "data dedotta");
	arena_free(arena);
}
