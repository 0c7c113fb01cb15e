#include <criterion/criterion.h>

#include "base/buffer.h"
#include "parse/term.h"
#include "reported.h"

#define LAST_YEAR 2026

/* firma: a month's last day; bando: a month; avvio: a year; every other event has no date yet. */
static struct date event_date(void *context, struct slice event)
{
	(void)context;
	if (slice_is(event, "firma"))
		return (struct date){ 2025, 1, 31 };
	if (slice_is(event, "bando"))
		return (struct date){ 2025, 2, 0 };
	if (slice_is(event, "avvio"))
		return (struct date){ 2024, 0, 0 };
	return DATE_NONE;
}

static struct yaml_node *parsed(const char *yaml, struct arena *arena, struct diagnostics *d)
{
	struct yaml_node *node = yaml_parse(slice_from(yaml), SLICE("punto.yaml"), 1, arena, d);

	cr_assert(node != NULL, "%s: a row that is no YAML", yaml);
	return node;
}

static const char *iso(struct date date, struct arena *arena)
{
	struct slice text = date_iso(date, arena);

	return text.len ? text.p : "-";
}

/* "DATED first..last described begins..ends", with the event that it waits for. */
static const char *days_text(const struct term *term, struct arena *arena)
{
	static const char *const states[] = { "OPEN", "DATED", "WAITING" };
	struct term_days days = term_resolve(term, event_date, NULL, LAST_YEAR);

	return arena_printf(arena, "%s %s..%s described %s..%s%s%.*s", states[days.state],
	    iso(days.first, arena), iso(days.last, arena), iso(days.begins, arena),
	    iso(days.ends, arena), days.waits_for.len ? " for " : "", SLICE_ARGS(days.waits_for))
	    .p;
}

Test(term, resolved)
{
	static const struct {
		const char *yaml, *days;
	} rows[] = {
		{ "{entro: 2025-06-15}", "DATED -..2025-06-15 described -..-" },
		{ "{entro: 2025-06}", "DATED -..2025-06-30 described -..-" },
		{ "{entro: 2024-02}", "DATED -..2024-02-29 described -..-" },
		{ "{entro: 2025}", "DATED -..2025-12-31 described -..-" },
		{ "{nel: 2025}", "DATED 2025-01-01..2025-12-31 described -..-" },
		{ "{nel: 2025-02}", "DATED 2025-02-01..2025-02-28 described -..-" },
		{ "{nel: 2025-02-03}", "DATED 2025-02-03..2025-02-03 described -..-" },
		{ "{periodo: 2024-09/2025-06}", "DATED 2024-09-01..2025-06-30 described -..-" },
		{ "{periodo: 2025/2025}", "DATED 2025-01-01..2025-12-31 described -..-" },
		{ "{periodo: 2025-03-10/2025}", "DATED 2025-03-10..2025-12-31 described -..-" },
		{ "{periodo: 2025/2025-03}", "DATED 2025-01-01..2025-03-31 described -..-" },
		{ "{evento: firma}", "DATED -..2025-01-31 described -..-" },
		{ "{evento: firma+P1M}", "DATED -..2025-02-28 described -..-" },
		{ "{evento: firma+P1Y}", "DATED -..2026-01-31 described -..-" },
		{ "{evento: firma+P37M}", "DATED -..2028-02-29 described -..-" },
		{ "{evento: firma+P1M1D}", "DATED -..2025-03-01 described -..-" },
		{ "{evento: firma+P2W}", "DATED -..2025-02-14 described -..-" },
		{ "{evento: bando+P1M}", "DATED -..2025-03-28 described -..-" },
		{ "{evento: avvio}", "DATED -..2024-12-31 described -..-" },
		{ "{evento: stipula+P1Y}", "WAITING -..- described -..- for stipula" },
		{ "{stagione: 2025-primavera}", "DATED 2025-03-21..2025-06-20 described -..-" },
		{ "{stagione: 2025-estate}", "DATED 2025-06-21..2025-09-22 described -..-" },
		{ "{stagione: 2025-autunno}", "DATED 2025-09-23..2025-12-20 described -..-" },
		{ "{stagione: 2025-inverno}", "DATED 2025-12-21..2026-03-20 described -..-" },
		{ "{semestre: 2025-1}", "DATED 2025-01-01..2025-06-30 described -..-" },
		{ "{semestre: 2025-2}", "DATED 2025-07-01..2025-12-31 described -..-" },
		{ "{anno_scolastico: 2025/26}", "DATED 2025-09-01..2026-08-31 described -..-" },
		{ "{fine_triennio: si}", "DATED -..2026-12-31 described -..-" },
		{ "{continuo: si}", "OPEN -..- described -..-" },
		{ "{periodico: annuale, fino_a: fine_triennio}",
		    "OPEN -..- described -..2026-12-31" },
		{ "{dal: 2024-09, fino_a: 2025-06}", "OPEN -..- described 2024-09-01..2025-06-30" },
		{ "{dal: bando}", "OPEN -..- described 2025-02-01..-" },
		{ "{dal: stipula, fino_a: bando+P1W}", "OPEN -..- described -..2025-03-07" },
		{ "{dopo_evento: firma, per: {durata: P3Y}}",
		    "OPEN -..- described 2025-01-31..2028-01-30" },
		{ "{dopo_evento: stipula, per: {durata: P3Y}}", "OPEN -..- described -..-" },
		{ "{dal: 2024-09, per: {anni_scolastici: 3}}",
		    "OPEN -..- described 2024-09-01..2027-08-31" },
		{ "{dal: 2025-08, per: {anni_scolastici: 1}}",
		    "OPEN -..- described 2025-08-01..2025-08-31" },
		{ "{continuo: si, per: {anno_scolastico: 2025/26}}",
		    "OPEN -..- described 2025-09-01..2026-08-31" },
		{ "{entro: 2025-06, dal: 2024, fino_a: 2030, dopo_evento: stipula}",
		    "DATED -..2025-06-30 described 2024-01-01..2030-12-31" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct term term;
		int result;

		diagnostics_init(&diagnostics);
		result = term_parse(parsed(rows[i].yaml, arena, &diagnostics), SLICE("punto.yaml"),
		    arena, &term, &diagnostics);
		cr_expect(result == 0, "%s: %s", rows[i].yaml, reported(&diagnostics, arena));
		cr_expect_str_eq(days_text(&term, arena), rows[i].days, "%s: %s", rows[i].yaml,
		    days_text(&term, arena));
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(term, what_is_kept)
{
	static const char yaml[] = "nel: 2025\n"
				   "dal: firma+P6M\n"
				   "fino_a: avvio\n"
				   "dopo_evento: bando\n"
				   "continuo: si\n"
				   "periodico: quadrimestrale\n"
				   "approssimato: si\n"
				   "per: {durata: P1Y2M3D}\n"
				   "condizione: se finanziato\n";
	const struct term_event *events[TERM_EVENTS];
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct term term;

	diagnostics_init(&diagnostics);
	cr_assert_eq(term_parse(parsed(yaml, arena, &diagnostics), SLICE("punto.yaml"), arena,
			 &term, &diagnostics),
	    0);
	cr_expect(term.kind == TERM_IN && term.continuous && term.approximate);
	cr_expect_eq(term.at.line, 1);
	cr_expect(term.term_at.line == 1 && term.term_at.column == 6 && term.term_at.length == 4);
	cr_expect_eq(term.rhythm, RHYTHM_FOUR_MONTHS);
	cr_expect(slice_is(term.condition, "se finanziato"));
	cr_expect_eq(term.span.kind, SPAN_DURATION);
	cr_expect(term.span.duration.years == 1 && term.span.duration.months == 2 &&
		  term.span.duration.days == 3 && term.span.duration.weeks == 0);
	cr_expect_eq(term_events(&term, events), 3);
	cr_expect(slice_is(events[0]->id, "firma") && events[0]->after.months == 6);
	cr_expect(
	    events[0]->at.line == 2 && events[0]->at.column == 6 && events[0]->at.length == 5);
	cr_expect(slice_is(events[1]->id, "avvio") && events[1]->at.line == 3);
	cr_expect(slice_is(events[2]->id, "bando") && events[2]->at.line == 4);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(term, rhythms)
{
	static const struct {
		const char *word;
		enum term_rhythm rhythm;
		const char *reported;
	} rows[] = {
		{ "si", RHYTHM_UNSPECIFIED, "" },
		{ "no", RHYTHM_NONE, "" },
		{ "true", RHYTHM_UNSPECIFIED, "1:29+4 YAML_YES_NO true,si" },
		{ "settimanale", RHYTHM_WEEKLY, "" },
		{ "mensile", RHYTHM_MONTHLY, "" },
		{ "bimestrale", RHYTHM_TWO_MONTHS, "" },
		{ "trimestrale", RHYTHM_THREE_MONTHS, "" },
		{ "quadrimestrale", RHYTHM_FOUR_MONTHS, "" },
		{ "semestrale", RHYTHM_HALF_YEARLY, "" },
		{ "annuale", RHYTHM_YEARLY, "" },
		{ "biennale", RHYTHM_TWO_YEARS, "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *yaml =
		    arena_printf(arena, "{entro: 2025-06, periodico: %s}", rows[i].word).p;
		struct diagnostics diagnostics;
		struct term term;

		diagnostics_init(&diagnostics);
		cr_expect_eq(term_parse(parsed(yaml, arena, &diagnostics), SLICE("punto.yaml"),
				 arena, &term, &diagnostics),
		    0, "%s", rows[i].word);
		cr_expect_eq(term.rhythm, rows[i].rhythm, "%s: %d", rows[i].word, term.rhythm);
		cr_expect_str_eq(reported(&diagnostics, arena), rows[i].reported, "%s: %s",
		    rows[i].word, reported(&diagnostics, arena));
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(term, refused)
{
	static const struct {
		const char *yaml, *reported;
	} rows[] = {
		{ "[entro]", "1:1+1 TERM_NOT_MAP" },
		{ "{}", "1:1+1 TERM_NONE_SAID" },
		{ "{condizione: se finanziato}", "1:1+1 TERM_NONE_SAID" },
		{ "{approssimato: si, fino_a: 2025}", "1:1+1 TERM_NONE_SAID" },
		{ "{continuo: no}", "1:1+1 TERM_NONE_SAID" },
		{ "{enrto: 2025}", "1:2+5 TERM_KEY_MISSPELT enrto,entro" },
		{ "{fine-triennio: si}", "1:2+13 TERM_KEY_MISSPELT fine-triennio,fine_triennio" },
		{ "{quantunque: 2025}", "1:2+10 TERM_KEY_UNKNOWN quantunque" },
		{ "{entro: 2025, nel: 2026}", "1:15+3 TERM_TWICE nel,entro" },
		{ "{entro: }", "1:2+5 TERM_VALUE entro" },
		{ "{entro: [2025, 2026]}", "1:2+5 TERM_VALUE entro" },
		{ "{continuo: si, condizione: ''}", "1:16+10 TERM_VALUE condizione" },
		{ "{entro: 30/6/2025}", "1:9+9 TERM_DATE 30/6/2025" },
		{ "{entro: 2025-6}", "1:9+6 TERM_DATE 2025-6" },
		{ "{nel: 2025-02-29}", "1:7+10 TERM_DATE 2025-02-29" },
		{ "{dal: 2025-13}", "1:7+7 TERM_DATE 2025-13" },
		{ "{periodo: 2025}", "1:11+4 TERM_PERIOD 2025" },
		{ "{periodo: 2025 / 2026}", "1:11+11 TERM_PERIOD 2025 / 2026" },
		{ "{periodo: 2025-06/2025-05}", "1:11+15 TERM_BACKWARDS 2025-06,2025-05" },
		{ "{fino_a: 2024-01, dal: 2024-02}", "1:10+7 TERM_BACKWARDS 2024-02,2024-01" },
		{ "{evento: Firma accordo}", "1:10+13 TERM_EVENT Firma accordo" },
		{ "{evento: 2025-01}", "1:10+7 TERM_EVENT 2025-01" },
		{ "{dopo_evento: fine_triennio}", "1:15+13 TERM_EVENT fine_triennio" },
		{ "{dal: fine_triennio}", "1:7+13 TERM_EVENT fine_triennio" },
		{ "{evento: firma+1A}", "1:10+8 TERM_DURATION 1A" },
		{ "{evento: firma+}", "1:10+6 TERM_DURATION" },
		{ "{stagione: autunno}", "1:12+7 TERM_SEASON autunno" },
		{ "{stagione: 2025-autumno}", "1:12+12 TERM_SEASON 2025-autumno" },
		{ "{semestre: 2025-3}", "1:12+6 TERM_SEMESTER 2025-3" },
		{ "{semestre: 2025}", "1:12+4 TERM_SEMESTER 2025" },
		{ "{anno_scolastico: 2025/2026}", "1:19+9 TERM_SCHOOL_YEAR 2025/2026" },
		{ "{anno_scolastico: 2025/27}", "1:19+7 TERM_SCHOOL_YEAR 2025/27" },
		{ "{fine_triennio: no}", "1:17+2 TERM_ANSWER fine_triennio,no" },
		{ "{continuo: forse}", "1:12+5 TERM_ANSWER continuo,forse" },
		{ "{periodico: ogni tanto}", "1:13+10 TERM_RHYTHM ogni tanto" },
		{ "{continuo: si, per: P3Y}", "1:16+3 TERM_SPAN per" },
		{ "{continuo: si, per: {}}", "1:16+3 TERM_SPAN per" },
		{ "{continuo: si, per: {durata: P3Y, anni_scolastici: 3}}",
		    "1:16+3 TERM_SPAN per" },
		{ "{continuo: si, per: {durata: 3 anni}}", "1:30+6 TERM_DURATION 3 anni" },
		{ "{continuo: si, per: {durate: P3Y}}", "1:22+6 TERM_KEY_MISSPELT durate,durata" },
		{ "{continuo: si, per: {anni_scolastici: 0}}", "1:39+1 TERM_SCHOOL_YEARS 0" },
		{ "{continuo: si, per: {anno_scolastico: 25/26}}",
		    "1:39+5 TERM_SCHOOL_YEAR 25/26" },
		{ "{entro: oggi, stagione: 2025-x, dal: 2025-99}",
		    "1:9+4 TERM_DATE oggi; 1:15+8 TERM_TWICE stagione,entro; "
		    "1:38+7 TERM_DATE 2025-99" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct term term;
		const char *said;

		diagnostics_init(&diagnostics);
		cr_expect_eq(term_parse(parsed(rows[i].yaml, arena, &diagnostics),
				 SLICE("punto.yaml"), arena, &term, &diagnostics),
		    -1, "%s: accepted", rows[i].yaml);
		said = reported(&diagnostics, arena);
		cr_expect_str_eq(said, rows[i].reported, "%s: %s", rows[i].yaml, said);
		/* A term that was not understood must be safe to resolve. */
		term_resolve(&term, event_date, NULL, LAST_YEAR);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(term, durations)
{
	static const struct {
		const char *text;
		struct duration duration; /* all 0: refused */
	} rows[] = {
		{ "P3Y", { 3, 0, 0, 0 } },
		{ "P6M", { 0, 6, 0, 0 } },
		{ "P1Y6M", { 1, 6, 0, 0 } },
		{ "P1Y2M10D", { 1, 2, 0, 10 } },
		{ "P30D", { 0, 0, 0, 30 } },
		{ "P2W", { 0, 0, 2, 0 } },
		{ "P0Y1D", { 0, 0, 0, 1 } },
		{ "P999Y", { 999, 0, 0, 0 } },
		{ "P01M", { 0, 1, 0, 0 } },
		{ "", { 0 } },
		{ "P", { 0 } },
		{ "3Y", { 0 } },
		{ "p3Y", { 0 } },
		{ "P3", { 0 } },
		{ "PY", { 0 } },
		{ "P3y", { 0 } },
		{ "P1000Y", { 0 } },
		{ "P-1Y", { 0 } },
		{ "P0D", { 0 } },
		{ "P0W", { 0 } },
		{ "P1M1Y", { 0 } },
		{ "P1W1D", { 0 } },
		{ "P1Y1W", { 0 } },
		{ "PT1H", { 0 } },
		{ "P1.5Y", { 0 } },
		{ "P1Y ", { 0 } },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct duration want = rows[i].duration, got = { 0 };
		bool good = want.years || want.months || want.weeks || want.days;

		cr_expect_eq(
		    duration_parse(slice_from(rows[i].text), &got), good, "'%s'", rows[i].text);
		cr_expect(got.years == want.years && got.months == want.months &&
			      got.weeks == want.weeks && got.days == want.days,
		    "'%s': %d %d %d %d", rows[i].text, got.years, got.months, got.weeks, got.days);
	}
}

Test(term, school_years)
{
	static const struct {
		const char *text;
		int16_t year; /* 0: refused */
	} rows[] = {
		{ "2025/26", 2025 },
		{ "1999/00", 1999 },
		{ "2099/00", 2099 },
		{ "2025/25", 0 },
		{ "2025/27", 0 },
		{ "2025/2026", 0 },
		{ "25/26", 0 },
		{ "2025-26", 0 },
		{ "2025/", 0 },
		{ "2025/6", 0 },
		{ "0999/00", 0 },
		{ "", 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int16_t year = 0;

		cr_expect_eq(school_year_parse(slice_from(rows[i].text), &year), rows[i].year != 0,
		    "'%s'", rows[i].text);
		cr_expect_eq(year, rows[i].year, "'%s': %d", rows[i].text, year);
	}
}
