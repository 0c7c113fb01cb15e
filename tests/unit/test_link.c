/* References across files: unknown ones of every kind, links back, former places, citations, deeds told twice. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACT "atti/2031/dczi-1.md"
#define POINT "programma/2030-2032/punti/01-primo.yaml"
#define PROGRESS "programma/2030-2032/avanzamento/2031-05-02-1.1.yaml"
/* Lines behind the act's last key, on line 18 and following. */
#define ACT_WITH(lines)                                                                    \
	{                                                                                  \
		ACT, "dati_personali: solo_incarichi\n", "dati_personali: nessuno\n" lines \
	}

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

Test(link, the_sample_is_whole)
{
	static const struct check_row rows[] = { { "as it is", { { 0 } }, "" } };

	check_rows(rows, COUNT(rows));
}

Test(link, reports_what_does_not_exist)
{
	static const struct check_row rows[] = {
		{ "body of an act", { { ACT, "organo: conferenza", "organo: conferensa" } },
		    ACT
		    ":3:9 REFERENCE_MISSPELT l'organo,conferensa,conferenza,nella cartella organi/" },
		{ "organisation of an act", { ACT_WITH("enti: [alfa, bta]\n") },
		    ACT ":18:14 REFERENCE_MISSPELT l'ente,bta,beta,in enti.yaml" },
		{ "nothing like it", { ACT_WITH("enti: [xyzzy]\n") },
		    ACT ":18:8 REFERENCE_UNKNOWN l'ente,xyzzy,in enti.yaml" },
		{ "one who votes", { { ACT, "favorevoli: 2", "favorevoli: [alfa, betta]" } },
		    ACT ":11:24 REFERENCE_MISSPELT l'ente,betta,beta,in enti.yaml" },
		{ "person, short form",
		    { { ACT, "verbalizzante: nome-inventato", "verbalizzante: nome-inventata" } },
		    ACT
		    ":14:18 REFERENCE_MISSPELT la persona,nome-inventata,nome-inventato,in persone.yaml" },
		{ "person, long form",
		    { { ACT, "verbalizzante: nome-inventato",
			"verbalizzante: {persona: nessuno}" } },
		    ACT ":14:28 REFERENCE_UNKNOWN la persona,nessuno,in persone.yaml" },
		{ "meeting", { { ACT, "seduta: 2031-03-05", "seduta: 2031-03-06" } },
		    ACT ":7:9 REFERENCE_MISSPELT la seduta,2031-03-06-conferenza,"
			"2031-03-05-conferenza,nella cartella sedute/" },
		{ "act", { ACT_WITH("collegamenti: [{tipo: revoca, atto: 2031/dczi-11}]\n") },
		    ACT
		    ":18:37 REFERENCE_MISSPELT l'atto,2031/dczi-11,2031/dczi-1,nella cartella atti/" },
		{ "topic", { ACT_WITH("argomenti: [nidi]\n") },
		    ACT ":18:13 REFERENCE_UNKNOWN l'argomento,nidi,in argomenti.yaml" },
		{ "table", { ACT_WITH("tavoli: [inclusione]\n") },
		    ACT ":18:10 REFERENCE_UNKNOWN il tavolo,inclusione,nella cartella tavoli/" },
		{ "school", { ACT_WITH("scuole: [ic-alfa]\n") },
		    ACT ":18:10 REFERENCE_UNKNOWN la scuola,ic-alfa,in scuole.yaml" },
		{ "point: a number is no misspelling", { ACT_WITH("punti_programma: [1, 3]\n") },
		    ACT ":18:22 REFERENCE_UNKNOWN il punto,3,nella cartella punti/ del programma" },
		{ "goal", { { POINT, "obiettivi: [\"1.1\"]", "obiettivi: [\"1.9\"]" } },
		    POINT ":9:17 REFERENCE_UNKNOWN l'obiettivo,1.9,nel suo punto" },
		{ "action of a deadline", { { POINT, "\"2.1\"]", "\"2.2\"]" } },
		    POINT ":14:21 REFERENCE_UNKNOWN l'azione,2.2,nel suo punto" },
		{ "action of progress", { { PROGRESS, "\"1.1\"", "\"1.7\"" } },
		    PROGRESS ":2:9 REFERENCE_UNKNOWN l'azione,1.7,nel suo punto" },
		{ "report",
		    { { PROGRESS, "stato: in_corso\n",
			"stato: in_corso\nevidenze: [{rapporto: 2031-01-01-primo}]\n" } },
		    PROGRESS ":4:23 REFERENCE_UNKNOWN il rapporto,2031-01-01-primo,"
			     "nella cartella rapporti/" },
		{ "event of a deadline", { { POINT, "{entro: 2032-03}", "{evento: firma+P1Y}" } },
		    POINT ":15:22 REFERENCE_UNKNOWN l'evento,firma,in eventi.yaml" },
		{ "event of a new term",
		    { { PROGRESS, "stato: in_corso\n",
			  "stato: riprogrammata\nnuova_scadenza: {dopo_evento: firmma, continuo: si}\n" },
			{ "eventi.yaml", NULL, "- {id: firma, nome: Firma}\n" } },
		    PROGRESS ":4:31 REFERENCE_MISSPELT l'evento,firmma,firma,in eventi.yaml" },
		{ "regulation",
		    { ACT_WITH("collegamenti: [{tipo: approva, regolamento: nidi}]\n") },
		    ACT
		    ":18:45 REFERENCE_UNKNOWN il regolamento,nidi,nella cartella regolamenti/" },
		{ "regulation, misspelt",
		    { ACT_WITH("collegamenti: [{tipo: approva, regolamento: nido}]\n"),
			{ "regolamenti/nidi/2031-01-01.md", NULL,
			    "---\ntitolo: Nidi\n---\nTesto.\n" } },
		    ACT
		    ":18:45 REFERENCE_MISSPELT il regolamento,nido,nidi,nella cartella regolamenti/" },
		{ "version of a regulation",
		    { ACT_WITH("collegamenti: [{tipo: approva, regolamento: nidi@2031-01-02}]\n"),
			{ "regolamenti/nidi/2031-01-01.md", NULL,
			    "---\ntitolo: Nidi\n---\nTesto.\n" } },
		    ACT ":18:45 REFERENCE_MISSPELT il regolamento,nidi@2031-01-02,nidi@2031-01-01,"
			"nella cartella regolamenti/" },
		{ "version that is no day",
		    { ACT_WITH("collegamenti: [{tipo: approva, regolamento: nidi@ieri}]\n"),
			{ "regolamenti/nidi/2031-01-01.md", NULL,
			    "---\ntitolo: Nidi\n---\nTesto.\n" } },
		    ACT ":18:45 REFERENCE_UNKNOWN il regolamento,nidi@ieri,"
			"nella cartella regolamenti/" },
		{ "organisation of the site", { { "sito.yaml", "ente: alfa", "ente: omega" } },
		    "sito.yaml:4:7 REFERENCE_UNKNOWN l'ente,omega,in enti.yaml" },
		{ "member of a body", { { "organi/conferenza.yaml", "ente: gamma", "ente: gama" } },
		    "organi/conferenza.yaml:8:11 REFERENCE_MISSPELT l'ente,gama,gamma,in enti.yaml" },
		{ "office of a person", { { "persone.yaml", "ente: alfa", "organo: giunta" } },
		    "persone.yaml:6:15 REFERENCE_UNKNOWN l'organo,giunta,nella cartella organi/" },
		{ "seat of a school",
		    { { "scuole.yaml", NULL, "- {id: ic-alfa, nome: IC Alfa, ente: alffa}\n" } },
		    "scuole.yaml:1:38 REFERENCE_MISSPELT l'ente,alffa,alfa,in enti.yaml" },
		{ "lead and act of a programme",
		    { { "programma/2030-2032/programma.yaml", NULL,
			"titolo: P\nzona: Z\ncapofila: alfa\napprovato_con: 2029/dczi-1\n" } },
		    "programma/2030-2032/programma.yaml:4:16 REFERENCE_MISSPELT l'atto,2029/dczi-1,"
		    "2031/dczi-1,nella cartella atti/" },
		{ "an act that is not known",
		    { { "programma/2030-2032/programma.yaml", NULL,
			"titolo: P\nzona: Z\napprovato_con: ignoto\n" } },
		    "" },
		{ "chair, secretary and minutes of a meeting",
		    { { "sedute/2031-03-05-conferenza.yaml", "presiede: nome-inventato\n",
			"presiede: {nome: Altro Nome Inventato}\nsegretario: nessuno\nverbale: 2030/lontano\n" } },
		    "sedute/2031-03-05-conferenza.yaml:11:13 REFERENCE_UNKNOWN la persona,nessuno,"
		    "in persone.yaml; sedute/2031-03-05-conferenza.yaml:12:10 REFERENCE_UNKNOWN "
		    "l'atto,2030/lontano,nella cartella atti/" },
	};

	check_rows(rows, COUNT(rows));
}

Test(link, reports_doubles_and_their_places)
{
	static const struct check_row rows[] = {
		{ "organisation", { { "enti.yaml", "id: delta", "id: alfa" } },
		    "enti.yaml:4:8 ID_DOUBLE l'ente,alfa,content/enti.yaml:1" },
		{ "person",
		    { { "persone.yaml", NULL,
			"- {id: nome-inventato, nome: N, qualifica: dipendente}\n"
			"- {id: nome-inventato, nome: N, qualifica: dipendente}\n" } },
		    "persone.yaml:2:8 ID_DOUBLE la persona,nome-inventato,content/persone.yaml:1" },
		{ "point",
		    { { "programma/2030-2032/punti/03-terzo.yaml", NULL,
			"titolo: Terzo\nnumero: 1\n" } },
		    "programma/2030-2032/punti/03-terzo.yaml:2:9 ID_DOUBLE il punto,1,"
		    "content/programma/2030-2032/punti/01-primo.yaml:1" },
		{ "action in another point",
		    { { "programma/2030-2032/punti/02-secondo.yaml", "stessa_di: \"1.1\"\n",
			"stessa_di: \"1.1\"\n  - id: \"1.2\"\n    testo: Di nuovo.\n" } },
		    "programma/2030-2032/punti/02-secondo.yaml:10:9 ID_DOUBLE l'azione,1.2,"
		    "content/programma/2030-2032/punti/01-primo.yaml:10" },
		{ "one action and one goal may have one id", { { 0 } }, "" },
		{ "what has no id is no double",
		    { { POINT, "obiettivi:\n  - id: \"1.1\"\n    testo: Un obiettivo.\n",
			  "obiettivi:\n  - testo: Uno.\n  - testo: Due.\n" },
			{ POINT, "    obiettivi: [\"1.1\"]\n", "" } },
		    POINT ":4:5 KEY_MISSING id,obiettivo,N.M: il punto e il numero.; " POINT
			  ":5:5 KEY_MISSING id,obiettivo,N.M: il punto e il numero." },
		{ "two points without a number",
		    { { POINT, "numero: 1\n", "numero: no\n" },
			{ "programma/2030-2032/punti/02-secondo.yaml", "numero: 2\n",
			    "numero: no\n" } },
		    POINT
		    ":1:9 NUMBER_BAD numero,no,1,99; "
		    "programma/2030-2032/punti/02-secondo.yaml:1:9 NUMBER_BAD numero,no,1,99" },
		{ "id that is not the file's name",
		    { { "organi/conferenza.yaml", "id: conferenza", "id: altro" },
			{ ACT, "organo: conferenza", "organo: altro" },
			{ "sedute/2031-03-05-conferenza.yaml", "organo: conferenza",
			    "organo: altro" } },
		    "organi/conferenza.yaml:1:5 ID_NOT_THE_NAME altro,conferenza" },
	};

	check_rows(rows, COUNT(rows));
}

#define OTHER_ACT(lines)                                                         \
	"---\ntipo: delibera\norgano: conferenza\nnumero: 2\ndata: 2031-04-01\n" \
	"oggetto: Un altro oggetto inventato\n" lines "---\nTesto.\n"

Test(link, reports_former_places)
{
	static const struct check_row rows[] = {
		{ "free", { ACT_WITH("gia: [2030/dczi-9, 2029/dczi-1]\n") }, "" },
		{ "occupied",
		    { ACT_WITH("gia: [2030/dczi-9, 2031/dczi-2]\n"),
			{ "atti/2031/dczi-2.md", NULL, OTHER_ACT("") } },
		    ACT ":18:20 FORMER_PLACE_OCCUPIED 2031/dczi-2" },
		{ "claimed twice",
		    { ACT_WITH("gia: [2030/dczi-9]\n"),
			{ "atti/2031/dczi-2.md", NULL,
			    OTHER_ACT("gia:\n  - 2030/dczi-8\n  - 2030/dczi-9\n") } },
		    "atti/2031/dczi-2.md:9:5 FORMER_PLACE_CLAIMED 2030/dczi-9,content/" ACT },
		{ "its own", { ACT_WITH("gia: [2031/dczi-1]\n") },
		    ACT ":18:7 FORMER_PLACE_OCCUPIED 2031/dczi-1" },
	};

	check_rows(rows, COUNT(rows));
}

Test(link, reports_ambiguous_citations)
{
	static const char second[] = "id: giunta\nnome: Giunta di prova\nsigle:\n  delibera: GDP\n";
	static const struct check_row rows[] = {
		{ "by the kind alone, and two bodies",
		    { { ACT, "Di approvare l'accordo.", "Vista la delibera n. 2 del 2031." },
			{ "organi/giunta.yaml", NULL, second },
			{ "atti/2031/dczi-2.md", NULL, OTHER_ACT("") },
			{ "atti/2031/gdp-2.md", NULL,
			    "---\ntipo: delibera\norgano: giunta\nnumero: 2\ndata: 2031-04-01\n"
			    "oggetto: Un altro oggetto inventato\n---\nTesto.\n" } },
		    ACT ":21:0 CITATION_AMBIGUOUS delibera n. 2 del 2031" },
		{ "by initials",
		    { { ACT, "Di approvare l'accordo.", "Vista la DCZI n. 2/2031." },
			{ "organi/giunta.yaml", NULL, second },
			{ "atti/2031/dczi-2.md", NULL, OTHER_ACT("") },
			{ "atti/2031/gdp-2.md", NULL,
			    "---\ntipo: delibera\norgano: giunta\nnumero: 2\ndata: 2031-04-01\n"
			    "oggetto: Un altro oggetto inventato\n---\nTesto.\n" } },
		    "" },
		{ "to nothing known",
		    { { ACT, "Di approvare l'accordo.", "Vista la delibera n. 9 del 2031." } },
		    "" },
	};

	check_rows(rows, COUNT(rows));
}

static const struct act *act_at(const struct sample *sample, const char *place)
{
	return map_get(&sample->site->by_id[TARGET_ACT], slice_from(place));
}

static const struct point *point_at(const struct sample *sample, const char *id)
{
	return map_get(&sample->site->by_id[TARGET_POINT], slice_from(id));
}

static struct action *action_at(const struct sample *sample, const char *id)
{
	return map_get(&sample->site->by_id[TARGET_ACTION], slice_from(id));
}

Test(link, links_both_ways)
{
	static const struct edit edits[] = {
		ACT_WITH(
		    "argomenti: [nidi]\ntavoli: [t]\nenti: [beta, beta]\npunti_programma: [2, 2]\n"
		    "allegati: [{file: a.pdf, titolo: A}, {file: b.pdf, titolo: B}]\n"),
		{ "argomenti.yaml", NULL, "- {id: nidi, nome: Nidi}\n" },
		{ "tavoli/t.yaml", NULL, "id: t\nnome: Tavolo di prova\n" },
		{ "atti/2031/dczi-1/a.pdf", NULL, "x" },
		{ "atti/2031/dczi-2.md", NULL,
		    OTHER_ACT("collegamenti:\n  - tipo: modifica\n    atto: 2031/dczi-1\n"
			      "  - tipo: richiama\n    atto: 2031/dczi-1\n") },
		{ 0 },
	};
	struct sample sample;
	const struct act *act, *other;
	const struct organisation *alfa, *beta;
	const struct body *body;
	const struct meeting *meeting;
	const struct topic *topic;
	const struct working_table *table;
	const struct point *point;

	sample_load(&sample, edits);
	act = act_at(&sample, "2031/dczi-1");
	other = act_at(&sample, "2031/dczi-2");
	body = map_get(&sample.site->by_id[TARGET_BODY], SLICE("conferenza"));
	alfa = map_get(&sample.site->by_id[TARGET_ORGANISATION], SLICE("alfa"));
	beta = map_get(&sample.site->by_id[TARGET_ORGANISATION], SLICE("beta"));
	topic = map_get(&sample.site->by_id[TARGET_TOPIC], SLICE("nidi"));
	table = map_get(&sample.site->by_id[TARGET_WORKING_TABLE], SLICE("t"));
	meeting = map_get(&sample.site->by_id[TARGET_MEETING], SLICE("2031-03-05-conferenza"));
	point = point_at(&sample, "2030-2032/2");
	cr_assert(act && other && body && alfa && beta && topic && table && meeting && point);
	cr_expect(
	    body->acts.count == 2 && body->acts.items[0] == act && body->acts.items[1] == other);
	cr_expect(body->meetings.count == 1 && body->meetings.items[0] == meeting);
	cr_expect(alfa->meetings.count == 1 && alfa->acts.count == 0);
	cr_expect(beta->acts.count == 1 && beta->acts.items[0] == act);
	cr_expect(topic->acts.count == 1 && topic->acts.items[0] == act);
	cr_expect(table->acts.count == 1 && table->acts.items[0] == act);
	cr_expect(point->acts.count == 1 && point->acts.items[0] == act);
	cr_expect_eq(act->meeting.found, meeting);
	cr_expect(meeting->acts.count == 1 && meeting->acts.items[0] == act);
	cr_expect_eq(meeting->agenda.items[0].act.found, act);
	cr_assert_eq(act->incoming.count, 2);
	cr_expect(act->incoming.items[0].from == other &&
		  act->incoming.items[0].link->type == LINK_AMENDS &&
		  act->incoming.items[1].link->type == LINK_RECALLS);
	cr_expect_eq(other->incoming.count, 0);
	cr_expect_not_null(act->attachments.items[0].file);
	cr_expect_null(act->attachments.items[1].file);
	sample_release(&sample);
}

/* Acts stand in a meeting by their number on the agenda; those that have none come last, in order. */
Test(link, orders_the_acts_of_a_meeting)
{
	static const struct {
		const char *name, *agenda, *second, *third, *expected;
	} rows[] = {
		{ "by the agenda",
		    "  - {n: 1, titolo: A, atto: 2031/dczi-3}\n"
		    "  - {n: 2, titolo: B, atto: 2031/dczi-1}\n"
		    "  - {n: 3, titolo: C, atto: 2031/dczi-2}\n",
		    "", "", "3 1 2" },
		{ "the agenda out of order",
		    "  - {n: 3, titolo: A, atto: 2031/dczi-3}\n"
		    "  - {n: 1, titolo: B, atto: 2031/dczi-2}\n"
		    "  - {n: 2, titolo: C, atto: 2031/dczi-1}\n",
		    "", "", "2 1 3" },
		{ "by the acts' own word", "  - {n: 9, titolo: A}\n", "punto_odg: 3\n",
		    "punto_odg: 2\n", "1 3 2" },
		{ "without a number last", "  - {n: 2, titolo: A, atto: 2031/dczi-3}\n", "", "",
		    "1 3 2" },
		{ "one number: in the order of acts",
		    "  - {n: 5, titolo: A, atto: 2031/dczi-3}\n"
		    "  - {n: 5, titolo: B, atto: 2031/dczi-2}\n"
		    "  - {n: 5, titolo: C, atto: 2031/dczi-1}\n",
		    "", "", "1 2 3" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const char *format = "---\ntipo: delibera\norgano: conferenza\nnumero: %d\n"
				     "data: 2031-03-05\noggetto: Un altro oggetto inventato\n"
				     "seduta: 2031-03-05-conferenza\n%s---\nTesto.\n";
		const struct edit edits[] = {
			{ "sedute/2031-03-05-conferenza.yaml",
			    "  - n: 1\n    titolo: Accordo\n    atto: 2031/dczi-1\n",
			    rows[i].agenda },
			{ "atti/2031/dczi-2.md", NULL,
			    arena_printf(arena, format, 2, rows[i].second).p },
			{ "atti/2031/dczi-3.md", NULL,
			    arena_printf(arena, format, 3, rows[i].third).p },
			{ 0 },
		};
		struct sample sample;
		const struct meeting *meeting;
		struct slice order = SLICE("");

		sample_load(&sample, edits);
		meeting = sample.site->meetings.items[0];
		for (size_t n = 0; n < meeting->acts.count; n++)
			order = arena_printf(arena, "%.*s%s%d", SLICE_ARGS(order), n ? " " : "",
			    meeting->acts.items[n]->number);
		cr_expect(
		    slice_is(order, rows[i].expected), "%s: %.*s", rows[i].name, SLICE_ARGS(order));
		sample_release(&sample);
		arena_free(arena);
	}
}

/* `stessa_di` leads to one deed, over several steps; a circle leaves each action its own. */
Test(link, follows_deeds)
{
	static const struct {
		const char *name, *third, *first_too; /* of 3.1; of 1.2 */
		const char *deeds;                    /* of 1.1, 1.2, 2.1, 3.1 */
	} rows[] = {
		{ "as it is", "", "", "1.1 1.2 1.1 3.1" },
		{ "a chain", "    stessa_di: \"2.1\"\n", "", "1.1 1.2 1.1 1.1" },
		{ "a circle", "    stessa_di: \"1.2\"\n", "    stessa_di: \"3.1\"\n",
		    "1.1 1.2 1.1 3.1" },
		{ "of itself", "    stessa_di: \"3.1\"\n", "", "1.1 1.2 1.1 3.1" },
	};
	static const char *const ids[] = { "2030-2032/1.1", "2030-2032/1.2", "2030-2032/2.1",
		"2030-2032/3.1" };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const struct edit edits[] = {
			{ "programma/2030-2032/punti/03-terzo.yaml", NULL,
			    arena_printf(arena,
				"numero: 3\ntitolo: Terzo\nazioni:\n  - id: \"3.1\"\n"
				"    testo: Un'azione.\n%s",
				rows[i].third)
				.p },
			{ POINT, "    testo: Una seconda azione.\n",
			    arena_printf(
				arena, "    testo: Una seconda azione.\n%s", rows[i].first_too)
				.p },
			{ 0 },
		};
		struct sample sample;
		struct slice deeds = SLICE("");

		sample_load(&sample, edits);
		for (size_t n = 0; n < COUNT(ids); n++)
			deeds = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(deeds), n ? " " : "",
			    SLICE_ARGS(action_at(&sample, ids[n])->deed->id));
		cr_expect(
		    slice_is(deeds, rows[i].deeds), "%s: %.*s", rows[i].name, SLICE_ARGS(deeds));
		sample_release(&sample);
		arena_free(arena);
	}
}

/* What is told of one action of a deed is told of the deed, and evidence counts once. */
Test(link, gathers_progress_and_evidence)
{
	static const struct edit edits[] = {
		{ PROGRESS, "stato: in_corso\n",
		    "stato: in_corso\nevidenze: [{atto: 2031/dczi-1}, {atto: 2031/dczi-2}]\n" },
		{ "programma/2030-2032/avanzamento/2031-06-01-2.1.yaml", NULL,
		    "data: 2031-06-01\nazione: \"2.1\"\nstato: completata\n"
		    "evidenze: [{atto: 2031/dczi-1}]\n" },
		{ "atti/2031/dczi-2.md", NULL, OTHER_ACT("") },
		{ 0 },
	};
	struct sample sample;
	const struct action *deed, *same;

	sample_load(&sample, edits);
	deed = action_at(&sample, "2030-2032/1.1");
	same = action_at(&sample, "2030-2032/2.1");
	cr_expect_eq(same->deed, deed);
	cr_expect(deed->told_also.count == 1 && deed->told_also.items[0] == same);
	cr_expect_eq(deed->progress.count, 2);
	cr_expect_eq(same->progress.count, 0);
	cr_expect_eq(deed->state, PROGRESS_COMPLETED);
	cr_expect_eq(same->state, PROGRESS_COMPLETED);
	cr_expect_eq(deed->acts.count, 2);
	sample_release(&sample);
}

/* A point's number means that of the programme in force in the act's year, else of the next one, else the last. */
Test(link, finds_points_of_the_right_programme)
{
	static const struct {
		const char *date, *folder, *programme;
	} rows[] = {
		{ "2031-03-01", "2031", "2030-2032" },
		{ "2030-01-01", "2030", "2030-2032" },
		{ "2028-12-31", "2028", "2030-2032" },
		{ "2033-01-01", "2033", "2035-2037" },
		{ "2036-01-01", "2036", "2035-2037" },
		{ "2040-01-01", "2040", "2035-2037" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const struct edit edits[] = {
			{ arena_printf(arena, "atti/%s/dczi-2.md", rows[i].folder).p, NULL,
			    arena_printf(arena,
				"---\ntipo: delibera\norgano: conferenza\nnumero: 2\ndata: %s\n"
				"oggetto: Un altro oggetto inventato\npunti_programma: [1]\n---\n",
				rows[i].date)
				.p },
			{ "programma/2035-2037/programma.yaml", NULL, "titolo: P\nzona: Z\n" },
			{ "programma/2035-2037/punti/01-primo.yaml", NULL,
			    "numero: 1\ntitolo: Primo\n" },
			{ 0 },
		};
		struct sample sample;
		const struct act *act;
		const struct point *point;

		sample_load(&sample, edits);
		act = act_at(&sample, arena_printf(arena, "%s/dczi-2", rows[i].folder).p);
		cr_assert_not_null(act);
		point = act->points.items[0].found;
		cr_assert_not_null(point);
		cr_expect(slice_is(point->programme->id, rows[i].programme), "%s: %.*s",
		    rows[i].date, SLICE_ARGS(point->programme->id));
		sample_release(&sample);
		arena_free(arena);
	}
}

Test(link, finds_regulations_by_id_and_by_day)
{
	static const struct edit edits[] = {
		{ "regolamenti/nidi/2020-01-01.md", NULL, "---\ntitolo: Primo\n---\nTesto.\n" },
		{ "regolamenti/nidi/2031-01-01.md", NULL, "---\ntitolo: Secondo\n---\nTesto.\n" },
		ACT_WITH("collegamenti:\n  - {tipo: approva, regolamento: nidi}\n"
			 "  - {tipo: modifica, regolamento: nidi@2020-01-01}\n"),
		{ 0 },
	};
	struct sample sample;
	const struct act *act;
	const struct regulation *newest, *first;

	sample_load(&sample, edits);
	act = act_at(&sample, "2031/dczi-1");
	newest = act->links.items[0].regulation.found;
	first = act->links.items[1].regulation.found;
	cr_assert(newest && first);
	cr_expect(slice_is(newest->title, "Secondo"));
	cr_expect(slice_is(first->title, "Primo"));
	sample_release(&sample);
}

Test(link, knows_official_texts_and_points_that_refer)
{
	static const struct edit edits[] = {
		{ "programma/2030-2032/punti/01-primo.md", NULL, "## Situazione attuale\n" },
		{ POINT, "titolo: Primo punto\n", "titolo: Primo punto\nvedi_anche: [2]\n" },
		{ 0 },
	};
	struct sample sample;
	const struct point *first, *second;

	sample_load(&sample, edits);
	first = point_at(&sample, "2030-2032/1");
	second = point_at(&sample, "2030-2032/2");
	cr_assert_not_null(first->official_text);
	cr_expect(first->official_text->has_body);
	cr_expect_null(second->official_text);
	cr_expect(second->seen_from.count == 1 && second->seen_from.items[0] == first);
	cr_expect_eq(first->seen_from.count, 0);
	sample_release(&sample);
}
