#include <criterion/criterion.h>

#include "render/italiano.h"

static void expect(const char *row, struct slice got, const char *wanted)
{
	cr_expect(
	    slice_is(got, wanted), "%s: got \"%.*s\", wanted \"%s\"", row, SLICE_ARGS(got), wanted);
}

Test(italiano_acts, dates)
{
	static struct slice date_inferred[] = { SLICE_INIT("oggetto"), SLICE_INIT("data") },
			    year_inferred[] = { SLICE_INIT("anno") };
	static const struct {
		const char *name, *wanted;
		struct date date;
		struct slice *inferred;
		size_t inferred_count;
	} rows[] = {
		{ "full", "13 maggio 2024", { 2024, 5, 13 }, NULL, 0 },
		{ "first of a month", "1º giugno 2024", { 2024, 6, 1 }, NULL, 0 },
		{ "month", "marzo 2017, giorno non noto", { 2017, 3, 0 }, NULL, 0 },
		{ "year", "2017, giorno non noto", { 2017, 0, 0 }, NULL, 0 },
		{ "none: the year that orders it", "2005, giorno non noto", { 0, 0, 0 }, NULL, 0 },
		{ "year inferred", "2005 (anno dedotto), giorno non noto", { 0, 0, 0 },
		    year_inferred, 1 },
		{ "date inferred", "13 maggio 2024 (data dedotta)", { 2024, 5, 13 }, date_inferred,
		    2 },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .date = rows[i].date, .order_year = 2005 };

		act.inferred.items = rows[i].inferred;
		act.inferred.count = rows[i].inferred_count;
		expect(rows[i].name, italian_act_date(&act, arena), rows[i].wanted);
	}
	arena_free(arena);
}

Test(italiano_acts, the_act)
{
	static const struct {
		int type;
		const char *reference, *wanted;
	} rows[] = {
		{ ACT_RESOLUTION, "Delibera DCZI n. 1/2024", "la delibera DCZI n. 1/2024" },
		{ ACT_DETERMINATION, "Determina n. 3/2024", "la determina n. 3/2024" },
		{ ACT_DECREE, "Decreto senza numero del 2024", "il decreto senza numero del 2024" },
		{ ACT_MINUTES, "Verbale n. 1/2024", "il verbale n. 1/2024" },
		{ ACT_CONVENTION, "Convenzione n. 1/2024", "la convenzione n. 1/2024" },
		{ ACT_AGREEMENT, "Accordo n. 1/2024", "l'accordo n. 1/2024" },
		{ ACT_PACT, "Patto n. 1/2024", "il patto n. 1/2024" },
		{ ACT_PROTOCOL, "Protocollo d'intesa n. 1/2024",
		    "il protocollo d'intesa n. 1/2024" },
		{ ACT_OPINION, "Parere n. 1/2024", "il parere n. 1/2024" },
		{ ACT_NOTICE, "Avviso n. 1/2024", "l'avviso n. 1/2024" },
		{ ACT_OTHER, "Altro atto n. 1/2024", "l'atto n. 1/2024" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .type = rows[i].type,
			.reference = slice_from(rows[i].reference) };

		expect(rows[i].reference, italian_the_act(&act, arena), rows[i].wanted);
	}
	arena_free(arena);
}

static const struct act revoking = { .type = ACT_RESOLUTION,
	.reference = SLICE_INIT("Delibera DCZI n. 7/2031") };
static struct external_act sentence = { .reference = SLICE_INIT("TAR Alfa, sentenza n. 8/2031") };
static struct external_act online = { .reference = SLICE_INIT("TAR Alfa, sentenza n. 8/2031"),
	.url = SLICE_INIT("https://www.example.org/8") };
static const struct act_event annulled = { .type = EVENT_ANNULLED, .by = &sentence },
			      annulled_online = { .type = EVENT_ANNULLED, .by = &online },
			      lapsed = { .type = EVENT_LAPSED }, ceased = { .type = EVENT_CEASED };

static const struct act_link supplementing = { .type = LINK_SUPPLEMENTS };

Test(italiano_acts, status)
{
	static const struct {
		const char *name;
		int type;
		struct act_status status;
		const char *word, *sentence;
	} rows[] = {
		{ "nothing recorded", ACT_RESOLUTION, { .status = STATUS_NONE_RECORDED }, "",
		    "A questo sito non risultano atti che la modificano o la revocano." },
		{ "nothing recorded, masculine", ACT_DECREE, { .status = STATUS_NONE_RECORDED }, "",
		    "A questo sito non risultano atti che lo modificano o lo revocano." },
		{ "not ascertained", ACT_RESOLUTION, { .status = STATUS_NOT_ASCERTAINED }, "",
		    "Non si sa se sia cambiata: l'archivio è incompleto. Altri atti, che qui mancano, "
		    "possono averla modificata o revocata." },
		{ "not adopted", ACT_RESOLUTION, { .status = STATUS_NOT_ADOPTED }, "non adottata",
		    "Non adottata: la votazione ha respinto la proposta." },
		{ "revoked", ACT_RESOLUTION,
		    { .status = STATUS_REVOKED, .since = { 2031, 4, 15 }, .by = &revoking },
		    "revocata",
		    "Dal 15 aprile 2031 questa delibera non produce più effetti: l'ha revocata la "
		    "delibera DCZI n. 7/2031." },
		{ "revoked, day unknown", ACT_AGREEMENT,
		    { .status = STATUS_REVOKED, .by = &revoking }, "revocato",
		    "Questo accordo non produce più effetti: l'ha revocato la delibera DCZI n. "
		    "7/2031." },
		{ "amended in part", ACT_RESOLUTION,
		    { .status = STATUS_AMENDED,
			.since = { 2031, 4, 8 },
			.by = &revoking,
			.partial = true },
		    "in parte modificata",
		    "Dall'8 aprile 2031 questa delibera risulta in parte modificata: l'ha "
		    "modificata la delibera DCZI n. 7/2031." },
		{ "supplemented", ACT_RESOLUTION,
		    { .status = STATUS_AMENDED, .by = &revoking, .link = &supplementing },
		    "integrata",
		    "Questa delibera risulta integrata: l'ha integrata la delibera DCZI n. "
		    "7/2031." },
		{ "replaced in part", ACT_PACT,
		    { .status = STATUS_REPLACED,
			.since = { 2031, 4, 0 },
			.by = &revoking,
			.partial = true },
		    "in parte sostituito",
		    "Da aprile 2031 questo patto in parte non produce più effetti: l'ha sostituito "
		    "la delibera DCZI n. 7/2031." },
		{ "annulled from outside", ACT_RESOLUTION,
		    { .status = STATUS_ANNULLED, .since = { 2031, 1, 2 }, .event = &annulled },
		    "annullata",
		    "Dal 2 gennaio 2031 questa delibera risulta annullata. Riferimento: TAR Alfa, "
		    "sentenza n. 8/2031." },
		{ "annulled from outside, with an address", ACT_RESOLUTION,
		    { .status = STATUS_ANNULLED,
			.since = { 2031, 1, 2 },
			.event = &annulled_online },
		    "annullata", "Dal 2 gennaio 2031 questa delibera risulta annullata." },
		{ "lapsed", ACT_CONVENTION,
		    { .status = STATUS_LAPSED, .since = { 2031, 1, 2 }, .event = &lapsed },
		    "decaduta",
		    "Dal 2 gennaio 2031 questa convenzione non produce più effetti: è decaduta." },
		{ "ceased", ACT_NOTICE,
		    { .status = STATUS_LAPSED, .since = { 2031, 0, 0 }, .event = &ceased },
		    "cessato", "Dal 2031 questo avviso non produce più effetti: è cessato." },
		{ "suspended", ACT_RESOLUTION,
		    { .status = STATUS_SUSPENDED, .since = { 2031, 1, 2 }, .by = &revoking },
		    "sospesa",
		    "Dal 2 gennaio 2031 questa delibera risulta sospesa: l'ha sospesa la delibera "
		    "DCZI n. 7/2031." },
		{ "expired", ACT_RESOLUTION, { .status = STATUS_EXPIRED }, "scaduta",
		    "Questa delibera aveva effetto fino all'11 marzo 2030." },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .type = rows[i].type,
			.status = rows[i].status,
			.effective_until = { 2030, 3, 11 } };

		expect(rows[i].name, italian_status_word(&act, arena), rows[i].word);
		expect(rows[i].name, italian_status_sentence(&act, arena), rows[i].sentence);
	}
	arena_free(arena);
}

Test(italiano_acts, what_is_coming)
{
	static const struct {
		const char *name;
		struct act_status coming;
		const char *status, *sentence;
	} rows[] = {
		{ "nothing", { 0 },
		    "A questo sito non risultano atti che la modificano o la revocano.", "" },
		{ "by an act of this site",
		    { .status = STATUS_REVOKED, .since = { 2031, 12, 1 }, .by = &revoking },
		    "Per ora a questo sito non risultano atti che la modificano o la revocano.",
		    "Dal 1º dicembre 2031 cambierà: lo ha deciso la delibera DCZI n. 7/2031." },
		{ "a part, from outside",
		    { .status = STATUS_ANNULLED,
			.since = { 2031, 12, 0 },
			.event = &annulled,
			.partial = true },
		    "Per ora a questo sito non risultano atti che la modificano o la revocano.",
		    "Da dicembre 2031 cambierà in parte: lo ha deciso TAR Alfa, sentenza n. "
		    "8/2031." },
		{ "from outside, by nobody named",
		    { .status = STATUS_LAPSED, .since = { 2032, 0, 0 }, .event = &lapsed },
		    "Per ora a questo sito non risultano atti che la modificano o la revocano.",
		    "Dal 2032 cambierà: lo ha deciso un provvedimento esterno." },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .type = ACT_RESOLUTION,
			.status = { .status = STATUS_NONE_RECORDED },
			.coming = rows[i].coming };

		expect(rows[i].name, italian_status_sentence(&act, arena), rows[i].status);
		expect(rows[i].name, italian_coming_sentence(&act, arena), rows[i].sentence);
	}
	arena_free(arena);
}

/* What an act did to others is told; where it has no effect, so is that. */
Test(italiano_acts, no_effect)
{
	static const struct {
		const char *name;
		struct act_status status;
		const char *wanted;
	} rows[] = {
		{ "in effect", { .status = STATUS_NONE_RECORDED }, "" },
		{ "revoked later", { .status = STATUS_REVOKED }, "" },
		{ "annulled", { .status = STATUS_ANNULLED }, " (senza effetto: annullata)" },
		{ "annulled in part", { .status = STATUS_ANNULLED, .partial = true }, "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .type = ACT_RESOLUTION,
			.status = rows[i].status,
			.visibility = VISIBILITY_PUBLIC };

		expect(rows[i].name, italian_no_effect(&act, arena), rows[i].wanted);
	}
	arena_free(arena);
}

Test(italiano_acts, essentials)
{
	static const struct {
		unsigned missing;
		const char *wanted;
	} rows[] = {
		{ 0, "" },
		{ ESSENTIAL_DATE,
		    "Su questo sito manca: la data; non significa che manchi nell'atto." },
		{ ESSENTIAL_SIGNATURES,
		    "Su questo sito mancano: le firme; non significa che manchino nell'atto." },
		{ ESSENTIAL_DATE | ESSENTIAL_RECORDING,
		    "Su questo sito mancano: la data e la verbalizzazione; non significa che "
		    "manchino nell'atto." },
		{ 63, "Su questo sito mancano: il numero, la data, le presenze, il testo delle "
		      "decisioni, la verbalizzazione e le firme; non significa che manchino "
		      "nell'atto." },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].wanted, italian_missing_essentials(63U & ~rows[i].missing, arena),
		    rows[i].wanted);
	expect(
	    "one of them", italian_essential(ESSENTIAL_DECISIONS, arena), "Testo delle decisioni");
	expect("another", italian_essential(ESSENTIAL_SIGNATURES, arena), "Firme");
	arena_free(arena);
}

Test(italiano_acts, status_badge)
{
	static const struct {
		enum recorded_status status;
		int type;
		bool partial;
		const char *wanted;
	} rows[] = {
		{ STATUS_NONE_RECORDED, ACT_RESOLUTION, false, "Nessuna modifica registrata" },
		{ STATUS_NOT_ASCERTAINED, ACT_RESOLUTION, false, "Non accertato" },
		{ STATUS_REVOKED, ACT_RESOLUTION, false, "Revocata" },
		{ STATUS_REVOKED, ACT_DECREE, false, "Revocato" },
		{ STATUS_SUSPENDED, ACT_RESOLUTION, true, "In parte sospesa" },
		{ STATUS_NOT_ADOPTED, ACT_DECREE, false, "Non adottato" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct act act = { .type = rows[i].type,
			.status = { .status = rows[i].status, .partial = rows[i].partial } };

		expect(rows[i].wanted, italian_status_badge(&act, arena), rows[i].wanted);
	}
	arena_free(arena);
}

Test(italiano_acts, untold)
{
	static struct enforceability enforceability = { .regime = ENFORCEABLE_AT_ONCE };
	struct act act = { .type = ACT_RESOLUTION };
	struct arena *arena = arena_new();

	expect("nothing is told", italian_untold(&act, true, arena),
	    "Questo sito non ha notizie di: esecutività, votazioni, pareri e legami con altri atti.");
	act.votes.count = 1;
	expect("votes and links are told", italian_untold(&act, false, arena),
	    "Questo sito non ha notizie di: esecutività e pareri.");
	act.enforceability = &enforceability;
	act.opinions.count = 1;
	expect("all is told", italian_untold(&act, false, arena), "");
	arena_free(arena);
}

Test(italiano_acts, link_begins)
{
	struct act_link to_act = { .type = LINK_IMPLEMENTS, .act.found = &revoking };
	struct act_link to_other = { .type = LINK_RECALLS };
	struct arena *arena = arena_new();

	expect("to an act", italian_link_begins(&to_act, arena), "Attua");
	expect("to another", italian_link_begins(&to_other, arena), "Richiama:");
	arena_free(arena);
}

Test(italiano_acts, attendance)
{
	static const struct person person = { .name = SLICE_INIT("Nome Inventato") };
	static const struct {
		const char *name, *representative, *outcome;
		struct attendance attendance;
	} rows[] = {
		{ "outcome alone", "", "assente giustificato", { .outcome = ATTENDANCE_EXCUSED } },
		{ "all", "Nome Inventato, assessore, per delega",
		    "presente da remoto, entra alle 15:30, esce alle 17:05, non vota",
		    { .outcome = ATTENDANCE_PRESENT,
			.person = { .found = &person },
			.office = 3,
			.title = 2,
			.connection = 2,
			.enters = { true, 15, 30 },
			.leaves = { true, 17, 5 },
			.votes = YES_NO_NO } },
		{ "by name, voting", "Altro Nome, di diritto", "presente",
		    { .outcome = ATTENDANCE_PRESENT,
			.name = SLICE_INIT("Altro Nome"),
			.title = 1,
			.votes = YES_NO_YES } },
	};
	struct arena *arena = arena_new();
	struct attendance all[3];

	for (size_t i = 0; i < 3; i++) {
		all[i] = rows[i].attendance;
		expect(
		    rows[i].name, italian_representative(&all[i], arena), rows[i].representative);
		expect(rows[i].name, italian_attendance(&all[i], arena), rows[i].outcome);
	}
	expect("one", italian_attendance_count(ATTENDANCE_PRESENT, 1, arena), "1 presente");
	expect("several", italian_attendance_count(ATTENDANCE_PRESENT, 7, arena), "7 presenti");
	expect("absent", italian_attendance_count(ATTENDANCE_ABSENT, 2, arena), "2 assenti");
	expect("excused", italian_attendance_count(ATTENDANCE_EXCUSED, 1, arena),
	    "1 assente giustificato");
	expect("several excused", italian_attendance_count(ATTENDANCE_EXCUSED, 3, arena),
	    "3 assenti giustificati");
	arena_free(arena);
}

Test(italiano_acts, missing_numbers)
{
	static const int32_t numbers[] = { 3, 5, 9 };
	struct arena *arena = arena_new();

	expect("one", italian_missing_numbers(ACT_RESOLUTION, 2024, numbers, 1, arena),
	    "Delibere del 2024: manca il numero 3.");
	expect("three", italian_missing_numbers(ACT_DECREE, 2025, numbers, 3, arena),
	    "Decreti del 2025: mancano i numeri 3, 5 e 9.");
	arena_free(arena);
}

Test(italiano_acts, every_kind_and_status_has_words)
{
	for (int type = 0; type < ACT_TYPE_COUNT; type++)
		cr_expect(slice_from(italian_acts_of_type(type)).len > 0, "type %d", type);
	for (int status = 1; status < STATUS_COUNT; status++)
		cr_expect(slice_from(italian_acts_in_status((enum recorded_status)status)).len &&
			      slice_from(italian_status_meaning((enum recorded_status)status)).len,
		    "status %d", status);
}
