#include <criterion/criterion.h>

#include "render/italiano.h"
#include "render/rows.h"

static void expect(const char *row, struct slice got, const char *wanted)
{
	cr_expect(
	    slice_is(got, wanted), "%s: got \"%.*s\", wanted \"%s\"", row, SLICE_ARGS(got), wanted);
}

static const struct date day = { 2024, 5, 13 }, eighth = { 2024, 5, 8 }, first = { 2024, 6, 1 };
static const struct organisation alfa = { .name = SLICE_INIT("Comune di Alfa") },
				 beta = { .name = SLICE_INIT("Comune di Beta") };
static const struct person person = { .name = SLICE_INIT("Nome Inventato") };
static const struct yaml_node node;

Test(italiano_act_facts, dates_and_words)
{
	static const struct {
		struct date date;
		const char *until, *of;
	} rows[] = {
		{ { 2024, 5, 13 }, "fino al 13 maggio 2024", "del 13 maggio 2024" },
		{ { 2024, 5, 8 }, "fino all'8 maggio 2024", "dell'8 maggio 2024" },
		{ { 2024, 5, 11 }, "fino all'11 maggio 2024", "dell'11 maggio 2024" },
		{ { 2024, 5, 1 }, "fino al 1º maggio 2024", "del 1º maggio 2024" },
		{ { 2024, 5, 0 }, "fino a maggio 2024", "di maggio 2024" },
		{ { 2024, 0, 0 }, "fino al 2024", "del 2024" },
	};
	struct slice parts[] = { SLICE(""), SLICE("a"), SLICE(""), SLICE("b") };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		expect(rows[i].until, italian_until_date(rows[i].date, arena), rows[i].until);
		expect(rows[i].of, italian_of_date(rows[i].date, arena), rows[i].of);
	}
	expect("join", italian_join(parts, 4, arena), "a, b");
	expect("join nothing", italian_join(parts, 1, arena), "");
	expect("capital", italian_with_capital(SLICE("dal"), true, arena), "Dal");
	expect("small", italian_with_capital(SLICE("Delibera"), false, arena), "delibera");
	expect("not ASCII", italian_with_capital(SLICE("è"), true, arena), "è");
	expect("empty", italian_with_capital(SLICE(""), true, arena), "");
	expect("decimal", italian_decimal((struct decimal){ 45500, SLICE("45.5") }, arena), "45,5");
	expect(
	    "page", italian_page_history(day, day, arena), "Questa pagina c'è dal 13 maggio 2024.");
	expect("page with a hidden beginning", italian_page_history((struct date){ 0 }, day, arena),
	    "Ultimo aggiornamento: 13 maggio 2024.");
	expect("page changed", italian_page_history(eighth, first, arena),
	    "Questa pagina c'è dall'8 maggio 2024. Ultimo aggiornamento: 1º giugno 2024.");
	arena_free(arena);
}

Test(italiano_act_facts, numbers)
{
	static const struct {
		int32_t number;
		const char *suffix, *wanted;
	} rows[] = {
		{ 1, "", "1" },
		{ 12, "bis", "12 bis" },
		{ NUMBER_UNKNOWN, "", "non noto" },
		{ NUMBER_NONE, "", "senza numero" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .number = rows[i].number, .suffix = slice_from(rows[i].suffix) };

		expect(rows[i].wanted, italian_act_number(&act, arena), rows[i].wanted);
	}
	expect("school year", italian_school_year(2024, arena), "2024/25");
	expect("century", italian_school_year(2099, arena), "2099/00");
	arena_free(arena);
}

Test(italiano_act_facts, lines)
{
	struct arena *arena = arena_new();
	struct named_person recorder = { .name = SLICE("Altro Inventato") };

	expect("declared",
	    italian_enforceability(&(struct enforceability){ NULL, ENFORCEABLE_AT_ONCE, day,
				       SLICE("votazione separata") },
		arena),
	    "immediatamente eseguibile, dal 13 maggio 2024; fonte: votazione separata");
	expect("without source",
	    italian_enforceability(
		&(struct enforceability){ .regime = ENFORCEABLE_UNKNOWN }, arena),
	    "non nota; fonte non indicata");
	expect("opinion",
	    italian_opinion(
		&(struct opinion){ NULL, 1, 3, SLICE("Responsabile"), SLICE(""), day }, arena),
	    "parere tecnico, con rilievi, Responsabile, il 13 maggio 2024");
	expect("proposal",
	    italian_proposal(
		&(struct proposal){ NULL, SLICE("7"), SLICE("Ufficio Alfa"), eighth }, arena),
	    "n. 7 dell'8 maggio 2024, proponente: Ufficio Alfa");
	expect("protocol",
	    italian_protocol(&(struct protocol){ NULL, SLICE("12"), DATE_NONE }, arena), "n. 12");
	expect("protocol of a day",
	    italian_protocol(&(struct protocol){ NULL, SLICE(""), day }, arena),
	    "del 13 maggio 2024");
	expect("sent",
	    italian_transmission(
		&(struct transmission){ NULL, SLICE("Regione"), SLICE("99"), eighth }, arena),
	    "Regione, l'8 maggio 2024, protocollo n. 99");
	expect("funding",
	    italian_funding(&(struct funding){ NULL, SLICE("Fondo"), SLICE("J11"),
				{ 12500500, SLICE("12500.50") } },
		arena),
	    "Fondo, 12.500,50 euro, CUP J11");
	expect("funding without amount",
	    italian_funding(&(struct funding){ .source = SLICE("Fondo") }, arena), "Fondo");
	expect("recording",
	    italian_recording(
		&(struct recording){ NULL, &recorder, SLICE("Segretario"), SLICE("") }, arena),
	    "Altro Inventato, Segretario");
	expect("recording without a name",
	    italian_recording(&(struct recording){ .role = SLICE("Segretario") }, arena),
	    "Segretario");
	expect("signature",
	    italian_signature(&(struct signature){ .person = { .found = &person },
				  .role = SLICE("Presidente"),
				  .format = SLICE("PAdES"),
				  .type = 1,
				  .date = day },
		arena),
	    "Nome Inventato, Presidente, firma digitale, PAdES, il 13 maggio 2024");
	expect("notice board",
	    italian_notice_board(&(struct notice_board){ .organisation = { .found = &alfa },
				     .register_number = SLICE("55"),
				     .since = eighth,
				     .until = day },
		arena),
	    "Comune di Alfa, repertorio n. 55, dall'8 maggio 2024, fino al 13 maggio 2024");
	arena_free(arena);
}

Test(italiano_act_facts, original)
{
	struct arena *arena = arena_new();

	expect("unknown", italian_original(NULL, arena),
	    "Chi conserva l'originale firmato non è noto a questo sito.");
	expect("form alone", italian_original(&(struct original){ .form = 2 }, arena),
	    "Chi conserva l'originale firmato (su carta) non è noto a questo sito.");
	expect("kept",
	    italian_original(&(struct original){ NULL, 0, SLICE("Comune di Alfa") }, arena),
	    "L'originale firmato è conservato da: Comune di Alfa.");
	expect("both",
	    italian_original(&(struct original){ NULL, 1, SLICE("Comune di Alfa") }, arena),
	    "L'originale firmato (digitale) è conservato da: Comune di Alfa.");
	arena_free(arena);
}

Test(italiano_act_facts, votes)
{
	struct reference named[] = { { .found = &alfa }, { .found = &beta } };
	struct tally counted = { .node = &node, .count = 3 }, list = { .node = &node, .count = 2 },
		     unknown = { 0 };
	struct arena *arena = arena_new();

	list.organisations.items = named;
	list.organisations.count = 2;
	expect("unknown", italian_tally(&unknown, false, arena), "non noto");
	expect("counted", italian_tally(&counted, false, arena), "3");
	expect("named", italian_tally(&list, false, arena), "2: Comune di Alfa e Comune di Beta");
	expect("secret names no one", italian_tally(&list, true, arena), "2");
	expect("manner",
	    italian_vote_manner(&(struct vote){ .manner = VOTE_OPEN, .unit = VOTE_SHARES }, arena),
	    "voto palese, per quote");
	expect("subject", italian_vote_subject(&(struct vote){ 0 }, arena), "sull'atto");
	expect("part",
	    italian_vote_subject(
		&(struct vote){ .subject = VOTE_ON_AMENDMENT, .part = SLICE("punto 2") }, arena),
	    "su un emendamento (parte: punto 2)");
	arena_free(arena);
}

Test(italiano_act_facts, votes_counted)
{
	static const struct {
		enum vote_side side;
		int32_t count;
		int unit;
		const char *wanted;
	} rows[] = {
		{ VOTE_SIDE_FOR, 5, VOTE_HEADS, "5 favorevoli" },
		{ VOTE_SIDE_FOR, 1, 0, "1 favorevole" },
		{ VOTE_SIDE_AGAINST, 1, VOTE_HEADS, "1 contrario" },
		{ VOTE_SIDE_ABSTAINING, 2, VOTE_HEADS, "2 astenuti" },
		{ VOTE_SIDE_NOT_TAKING_PART, 1, VOTE_HEADS, "1 non partecipante" },
		{ VOTE_SIDE_AGAINST, 20, VOTE_SHARES, "contrari: 20 quote" },
		{ VOTE_SIDE_FOR, 1, VOTE_SHARES, "favorevoli: 1 quota" },
		{ VOTE_SIDE_FOR, 5000, VOTE_INHABITANTS, "favorevoli: 5000 abitanti" },
		{ VOTE_SIDE_ABSTAINING, -1, VOTE_SHARES, "astenuti: non noti" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].wanted,
		    italian_vote_count(rows[i].side, rows[i].count, rows[i].unit, arena),
		    rows[i].wanted);
	expect("outcome",
	    italian_vote_outcome(
		&(struct vote){ .outcome = VOTE_APPROVED, .part = SLICE("punto 2") }, arena),
	    "Sull'atto (parte: punto 2): approvata");
	expect("outcome not known",
	    italian_vote_outcome(&(struct vote){ .subject = VOTE_ON_AMENDMENT }, arena),
	    "Su un emendamento: esito non noto");
	arena_free(arena);
}

/* As in law reviews: who, what, of which day, which number. */
Test(italiano_act_facts, citations)
{
	static const struct body body = { .name = SLICE_INIT("Conferenza di Alfa") };
	static struct slice inferred[] = { SLICE_INIT("anno") };
	static const struct {
		const char *wanted;
		struct act act;
	} rows[] = {
		{ "Conferenza di Alfa, delibera 10 aprile 2031, n. 7 bis",
		    { .type = ACT_RESOLUTION,
			.body = { .found = &body },
			.number = 7,
			.suffix = SLICE_INIT("bis"),
			.date = { 2031, 4, 10 } } },
		{ "Comune di Alfa, determina 1º aprile 2031, n. 3",
		    { .type = ACT_DETERMINATION,
			.organisation = { .found = &alfa },
			.number = 3,
			.date = { 2031, 4, 1 } } },
		{ "Conferenza di Alfa, delibera del 2017, n. 5", { .type = ACT_RESOLUTION,
								     .body = { .found = &body },
								     .number = 5,
								     .order_year = 2017 } },
		{ "Conferenza di Alfa, delibera di marzo 2017, n. 5",
		    { .type = ACT_RESOLUTION,
			.body = { .found = &body },
			.number = 5,
			.date = { 2017, 3, 0 } } },
		{ "Conferenza di Alfa, delibera del 2023 (anno dedotto), numero non noto",
		    { .type = ACT_RESOLUTION,
			.body = { .found = &body },
			.number = NUMBER_UNKNOWN,
			.order_year = 2023,
			.inferred = { inferred, 1, 1 } } },
		{ "atto 10 aprile 2031, senza numero",
		    { .type = ACT_OTHER, .number = NUMBER_NONE, .date = { 2031, 4, 10 } } },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].wanted, italian_citation(&rows[i].act, arena), rows[i].wanted);
	arena_free(arena);
}

Test(italiano_act_facts, links_and_events)
{
	static struct external_act by = { .reference = SLICE_INIT("TAR Alfa") };
	static const struct {
		const char *wanted;
		int type;
		struct act_event event;
	} rows[] = {
		{ "Questa delibera è stata annullata il 13 maggio 2024, dall'8 maggio 2024. "
		  "Riferimento:",
		    ACT_RESOLUTION,
		    { NULL, EVENT_ANNULLED, { 2024, 5, 13 }, { 2024, 5, 8 }, &by, { 0 } } },
		{ "Questo decreto è stato sospeso, parte: punto 2", ACT_DECREE,
		    { .type = EVENT_SUSPENDED, .part = SLICE_INIT("punto 2") } },
		{ "Questa convenzione è decaduta nel 2024", ACT_CONVENTION,
		    { .type = EVENT_LAPSED, .date = { 2024, 0, 0 } } },
		{ "Questo atto è cessato", ACT_OTHER, { .type = EVENT_CEASED } },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .type = rows[i].type };

		expect(rows[i].wanted, italian_event(&act, &rows[i].event, arena), rows[i].wanted);
	}
	expect("extent", italian_link_extent(SLICE("punto 3"), day, arena),
	    ", parte: punto 3, dal 13 maggio 2024");
	expect("no extent", italian_link_extent(SLICE(""), DATE_NONE, arena), "");
	expect("to", italian_link_to(LINK_REVOKES, &(struct act){ .type = ACT_PACT }, arena),
	    "revoca questo patto");
	arena_free(arena);
}

Test(italiano_act_facts, removals)
{
	struct removal personal = { NULL, { 2024, 5, 13 }, REMOVAL_PERSONAL_DATA },
		       mistake = { NULL, { 2024, 5, 8 }, REMOVAL_ERROR };
	struct act removed = { .type = ACT_RESOLUTION,
		.subject = SLICE("Oggetto"),
		.state = ACT_STATE_REMOVED,
		.removal = &personal };
	struct act expired = {
		.type = ACT_DECREE, .subject = SLICE("Oggetto"), .published_until = { 2024, 5, 31 }
	};
	struct arena *arena = arena_new();

	expect("personal data", italian_removal(&removed, arena),
	    "Tolta dal sito il 13 maggio 2024: a tutela di dati personali.");
	expect("its subject", act_card_subject(&removed), "");
	removed.removal = &mistake;
	expect("mistake", italian_removal(&removed, arena),
	    "Tolta dal sito l'8 maggio 2024: pubblicazione fatta per errore.");
	expect("its subject", act_card_subject(&removed), "Oggetto");
	expect("past its last day", italian_removal(&expired, arena),
	    "Tolto dal sito il 1º giugno 2024: fine del termine di pubblicazione.");
	arena_free(arena);
}

/* What an agenda tells of its items. */
Test(italiano_act_facts, agenda_outcomes)
{
	static struct vote approved[] = { { .outcome = VOTE_APPROVED },
		{ .subject = VOTE_ON_AMENDMENT, .outcome = VOTE_REJECTED } };
	static struct vote differing[] = { { .subject = VOTE_ON_ACT, .outcome = VOTE_APPROVED },
		{ .subject = VOTE_ON_ACT, .outcome = VOTE_REJECTED } };
	static struct vote untold[] = { { .subject = VOTE_ON_IMMEDIATE_EFFECT,
	    .outcome = VOTE_APPROVED } };
	static const struct {
		const char *name, *wanted;
		int state;
		bool act;
		struct vote *votes;
		size_t count;
		enum visibility visibility;
	} rows[] = {
		{ "amendments are not the act", "Esito della votazione: approvata.", MEETING_HELD,
		    true, approved, 2, VISIBILITY_PUBLIC },
		{ "by parts", "Votato per parti, con esiti diversi.", MEETING_HELD, true, differing,
		    2, VISIBILITY_PUBLIC },
		{ "not told", "Esito della votazione non noto a questo sito.", MEETING_HELD, true,
		    untold, 1, VISIBILITY_PUBLIC },
		{ "of a card nothing is told", "", MEETING_HELD, true, approved, 2,
		    VISIBILITY_CARD },
		{ "of a draft neither", "", MEETING_HELD, true, approved, 2, VISIBILITY_NOWHERE },
		{ "without an act", "A questo sito non risulta un atto su questo argomento.",
		    MEETING_HELD, false, NULL, 0, VISIBILITY_PUBLIC },
		{ "not held yet", "", MEETING_CONVENED, false, NULL, 0, VISIBILITY_PUBLIC },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .visibility = rows[i].visibility };
		struct meeting meeting = { .state = rows[i].state };
		struct agenda_item item = { .act = { .found = rows[i].act ? &act : NULL } };

		act.votes.items = rows[i].votes;
		act.votes.count = rows[i].count;
		expect(
		    rows[i].name, italian_agenda_outcome(&meeting, &item, arena), rows[i].wanted);
	}
	arena_free(arena);
}

Test(italiano_act_facts, present_of)
{
	struct attendance there[] = { { .outcome = ATTENDANCE_PRESENT },
		{ .outcome = ATTENDANCE_EXCUSED }, { .outcome = ATTENDANCE_ABSENT } };
	struct meeting meeting = { 0 };
	struct arena *arena = arena_new();

	expect("not known", italian_present_of(&meeting, arena), "");
	meeting.attendance.items = there;
	meeting.attendance.count = 3;
	expect("one", italian_present_of(&meeting, arena), "1 presente su 3");
	there[1].outcome = ATTENDANCE_PRESENT;
	expect("several", italian_present_of(&meeting, arena), "2 presenti su 3");
	arena_free(arena);
}
