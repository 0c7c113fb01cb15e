#include <criterion/criterion.h>

#include "render/italiano_news.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(italiano_news, .init = set_up, .fini = tear_down);

static void expect(const char *row, struct slice got, const char *wanted)
{
	cr_expect(
	    slice_is(got, wanted), "%s: got \"%.*s\", wanted \"%s\"", row, SLICE_ARGS(got), wanted);
}

Test(italiano_news, dates_of_timelines)
{
	static const struct {
		struct date date;
		const char *wanted;
	} rows[] = {
		{ { 2031, 3, 1 }, "1º marzo 2031" },
		{ { 2031, 3, 0 }, "marzo 2031, giorno non noto" },
		{ { 2031, 0, 0 }, "2031, giorno e mese non noti" },
		{ { 0, 0, 0 }, "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].wanted, italian_timeline_date(rows[i].date, arena), rows[i].wanted);
}

Test(italiano_news, publications_of_a_day)
{
	static const struct {
		enum subject_kind kind;
		const char *one, *many, *changed;
	} rows[] = {
		{ SUBJECT_ACT, "1 atto pubblicato", "7 atti pubblicati",
		    "7 modifiche alle pagine degli atti" },
		{ SUBJECT_MEETING, "1 seduta pubblicata", "7 sedute pubblicate",
		    "7 modifiche alle pagine delle sedute" },
		{ SUBJECT_PROGRAMME, "1 programma pubblicato", "7 programmi pubblicati",
		    "7 modifiche alle pagine dei programmi" },
		{ SUBJECT_POINT, "1 punto del programma pubblicato",
		    "7 punti del programma pubblicati", "7 modifiche ai punti del programma" },
		{ SUBJECT_PROGRESS, "1 notizia sull'avanzamento delle azioni pubblicata",
		    "7 notizie sull'avanzamento delle azioni pubblicate",
		    "7 modifiche alle notizie sull'avanzamento delle azioni" },
		{ SUBJECT_REPORT, "1 rapporto pubblicato", "7 rapporti pubblicati",
		    "7 modifiche alle pagine dei rapporti" },
		{ SUBJECT_REGULATION, "1 testo di regolamento pubblicato",
		    "7 testi di regolamenti pubblicati", "7 modifiche ai testi dei regolamenti" },
	};

	cr_expect_eq(COUNT(rows), SUBJECT_KIND_COUNT);
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect(
		    rows[i].one, italian_published_together(rows[i].kind, 1, arena), rows[i].one);
		expect(
		    rows[i].many, italian_published_together(rows[i].kind, 7, arena), rows[i].many);
		expect(rows[i].changed, italian_changed_together(rows[i].kind, 7, arena),
		    rows[i].changed);
	}
	expect("one change", italian_changed_together(SUBJECT_ACT, 1, arena),
	    "1 modifica alle pagine degli atti");
	expect("one more change", italian_more_changed(1, arena), "e un'altra modifica");
	expect("more changes", italian_more_changed(40, arena), "e altre 40 modifiche");
	expect("one more", italian_more_published(1, arena), "e un'altra pubblicazione");
	expect("more", italian_more_published(40, arena), "e altre 40 pubblicazioni");
}

Test(italiano_news, counts_of_changes)
{
	static const struct {
		size_t published, changed, removed;
		const char *wanted;
	} rows[] = {
		{ 0, 0, 0, "nessuna modifica" },
		{ 1, 0, 0, "1 pubblicazione" },
		{ 0, 1, 0, "1 modifica" },
		{ 0, 0, 1, "1 rimozione" },
		{ 3, 12, 0, "3 pubblicazioni e 12 modifiche" },
		{ 2, 2, 2, "2 pubblicazioni, 2 modifiche e 2 rimozioni" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].wanted,
		    italian_page_news_count(
			rows[i].published, rows[i].changed, rows[i].removed, arena),
		    rows[i].wanted);
	expect("one", italian_news_count(1, arena), "1 modifica");
	expect("many", italian_news_count(212, arena), "212 modifiche");
	expect("one more", italian_more_changes(1, SLICE("Delibera n. 1"), arena),
	    "Un'altra modifica: Delibera n. 1");
	expect("more", italian_more_changes(4, SLICE("Delibera n. 1"), arena),
	    "Altre 4 modifiche: Delibera n. 1");
}

Test(italiano_news, spans_of_days)
{
	struct date today = { 2031, 6, 11 };

	expect("the last days", italian_last_days(30, today, arena),
	    "Negli ultimi 30 giorni, dal 13 maggio 2031 all'11 giugno 2031");
	expect("and their changes", italian_recent_news(30, today, SLICE("1 modifica"), arena),
	    "Negli ultimi 30 giorni, dal 13 maggio 2031 all'11 giugno 2031, nelle pagine del sito: "
	    "1 modifica.");
	expect("up to the next meeting",
	    italian_since_meeting((struct date){ 2031, 3, 8 }, today, true, arena),
	    "Dall'8 marzo 2031 all'11 giugno 2031, giorno della seduta successiva.");
	expect("up to today",
	    italian_since_meeting((struct date){ 2031, 3, 1 }, today, false, arena),
	    "Dal 1º marzo 2031 all'11 giugno 2031; dopo questa non risultano altre sedute svolte.");
	expect("a month without its end", italian_month_until((struct date){ 2031, 5, 16 }, arena),
	    "Maggio 2031, fino al giorno 16");
	expect("never changed", italian_never_changed((struct date){ 2031, 3, 8 }, arena),
	    "Pubblicata l'8 marzo 2031. Da allora non è cambiata.");
}

Test(italiano_news, references)
{
	struct action action = { .id = SLICE("12.1") };

	expect("progress", italian_progress_of(&action, arena), "Avanzamento dell'azione 12.1");
	expect("see", italian_see(SLICE("Una frase."), arena), "Una frase. Vedi: ");
}
