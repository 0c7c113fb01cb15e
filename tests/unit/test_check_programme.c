#include <criterion/criterion.h>
#include <string.h>

#include "check/official_text.h"
#include "support.h"

#define YEARS "programma/2030-2032/"
#define FIRST YEARS "punti/01-primo.yaml"
#define SECOND YEARS "punti/02-secondo.yaml"
#define PROGRESS YEARS "avanzamento/2031-05-02-1.1.yaml"
#define PROGRESS_AT(name) YEARS "avanzamento/" name ".yaml"

Test(check_programme, points)
{
	static const struct check_row rows[] = {
		{ "number of another file",
		    { { YEARS "punti/03-terzo.yaml", NULL, "numero: 4\ntitolo: Terzo punto\n" } },
		    YEARS "punti/03-terzo.yaml:1:9 POINT_NUMBER_NAME 4,03" },
		{ "ids of another point, without a dot, with a zero",
		    { { SECOND, "obiettivi:\n  - id: \"2.1\"", "obiettivi:\n  - id: \"1.9\"" },
			{ SECOND, "azioni:",
			    "azioni:\n  - {id: \"22\", testo: Prova}\n  - {id: \"2.02\", testo: "
			    "Prova}" } },
		    SECOND ":4:9 POINT_ITEM_ID 1.9,2; " SECOND ":7:10 POINT_ITEM_ID 22,2; " SECOND
			   ":8:10 POINT_ITEM_ID 2.02,2" },
		{ "a goal of another point",
		    { { SECOND, "    stessa_di: \"1.1\"",
			"    stessa_di: \"1.1\"\n    obiettivi: [\"2.1\", \"1.1\"]" } },
		    SECOND ":10:24 POINT_GOAL_ELSEWHERE 1.1,1" },
	};

	CHECK_ROWS(rows);
}

Test(check_programme, deeds)
{
	static const struct check_row rows[] = {
		{ "itself",
		    { { FIRST, "testo: Una seconda azione.",
			"testo: Una seconda azione.\n    stessa_di: \"1.2\"" } },
		    FIRST ":12:16 SAME_AS_CYCLE" },
		{ "in a circle",
		    { { FIRST, "    obiettivi: [\"1.1\"]", "    stessa_di: \"2.1\"" } },
		    FIRST ":9:16 SAME_AS_CYCLE; " SECOND ":9:16 SAME_AS_CYCLE" },
		{ "over another one",
		    { { FIRST, "testo: Una seconda azione.",
			"testo: Una seconda azione.\n    stessa_di: \"2.1\"" } },
		    FIRST ":12:16 SAME_AS_CHAIN 2.1,1.1" },
	};

	CHECK_ROWS(rows);
}

Test(check_programme, progress)
{
	static const struct check_row rows[] = {
		{ "of tomorrow",
		    { { PROGRESS_AT("2031-06-16-1.2"), NULL,
			"data: 2031-06-16\nazione: \"1.2\"\nstato: in_corso\n" } },
		    PROGRESS_AT("2031-06-16-1.2") ":1:7 PROGRESS_FUTURE 2031-06-16" },
		{ "name of another day", { { PROGRESS, "2031-05-02", "2031-05-03" } },
		    PROGRESS " PROGRESS_FILE_NAME 2031-05-03-1.1" },
		{ "name of another action", { { PROGRESS, "\"1.1\"", "\"1.2\"" } },
		    PROGRESS " PROGRESS_FILE_NAME 2031-05-02-1.2" },
		{ "second and third of a day",
		    { { PROGRESS_AT("2031-05-02-1.1-2"), NULL,
			  "data: 2031-05-02\nazione: \"1.1\"\nstato: sospesa\n" },
			{ PROGRESS_AT("2031-05-02-1.1-3"), NULL,
			    "data: 2031-05-02\nazione: \"1.1\"\nstato: in_corso\n" } },
		    "" },
		{ "third without second",
		    { { PROGRESS_AT("2031-05-02-1.1-3"), NULL,
			"data: 2031-05-02\nazione: \"1.1\"\nstato: in_corso\n" } },
		    PROGRESS_AT("2031-05-02-1.1-3") " PROGRESS_ORDER 3,2031-05-02-1.1" },
		{ "second without first",
		    { { PROGRESS_AT("2031-05-03-1.2-2"), NULL,
			"data: 2031-05-03\nazione: \"1.2\"\nstato: in_corso\n" } },
		    PROGRESS_AT("2031-05-03-1.2-2") " PROGRESS_ORDER 2,2031-05-03-1.2" },
		{ "a new term for what was not rescheduled",
		    { { PROGRESS, "stato: in_corso",
			"stato: in_corso\nnuova_scadenza: {entro: 2032-06}" } },
		    PROGRESS ":4:17 PROGRESS_NEW_TERM_UNEXPECTED" },
		{ "rescheduled to when?", { { PROGRESS, "in_corso", "riprogrammata" } },
		    PROGRESS ":3:8 PROGRESS_NEW_TERM_MISSING" },
		{ "rescheduled",
		    { { PROGRESS, "in_corso", "riprogrammata\nnuova_scadenza: {entro: 2032-06}" } },
		    "" },
		{ "told of an action that is another",
		    { { PROGRESS_AT("2031-05-04-2.1"), NULL,
			"data: 2031-05-04\nazione: \"2.1\"\nstato: in_corso\n" } },
		    PROGRESS_AT("2031-05-04-2.1") ":2:9 PROGRESS_SAME_DEED 2.1,1.1" },
		{ "evidence of nothing, and of two things",
		    { { PROGRESS, "stato: in_corso",
			"stato: in_corso\nevidenze:\n  - titolo: Prova\n  - atto: 2031/dczi-1\n"
			"    url: https://alfa.example/\n  - atto: 2031/dczi-1" } },
		    PROGRESS ":5:5 EVIDENCE_TARGET 0; " PROGRESS ":6:5 EVIDENCE_TARGET 2" },
	};

	CHECK_ROWS(rows);
}

#define HEADINGS_TO(last)                                                              \
	"## a. Situazione attuale\n\nx\n\n## b. Criticità individuate\n\nx\n\n## c. " \
	"Obiettivi prefissi\n\nx\n\n## d. Azioni di miglioramento\n\nx\n\n" last

/* `count` letters in words of nine. */
static const char *long_text(struct arena *arena, const char *head, size_t count)
{
	size_t length = strlen(head);
	char *text = arena_alloc(arena, length + count + 2);

	memcpy(text, head, length);
	for (size_t i = 0; i < count; i++)
		text[length + i] = i % 10 == 9 ? ' ' : 'a';
	text[length + count - 1] = 'z';
	memcpy(text + length + count, "\n", 2);
	return text;
}

Test(check_programme, official_text)
{
	struct arena *arena = arena_new();
	const char *head = HEADINGS_TO("## e. Tempi attesi\n\n");
	const char *fits = long_text(arena, head, 2992), *longer = long_text(arena, head, 2993);
	const char *introduction = long_text(arena, "", 800),
		   *long_introduction = long_text(arena, "", 801);
	/* Each of the four paragraphs "x" counts two: itself and the white space behind it. */
	const struct check_row rows[] = {
		{ "3,000 characters", { { YEARS "punti/01-primo.md", NULL, fits } }, "" },
		{ "one more", { { YEARS "punti/01-primo.md", NULL, longer } },
		    YEARS "punti/01-primo.md POINT_TEXT_LONG 3001,3000" },
		{ "accepted in the point's file",
		    { { YEARS "punti/01-primo.md", NULL, longer },
			{ FIRST, "numero: 1",
			    "numero: 1\naccettati: [{regola: Z428, motivo: Approvato così}]" } },
		    YEARS "punti/01-primo.md POINT_TEXT_LONG* 3001,3000" },
		{ "introduction", { { YEARS "punti/00-introduzione.md", NULL, introduction } },
		    "" },
		{ "introduction, one more",
		    { { YEARS "punti/00-introduzione.md", NULL, long_introduction } },
		    YEARS "punti/00-introduzione.md POINT_TEXT_LONG 801,800" },
		{ "last heading missing", { { YEARS "punti/01-primo.md", NULL, HEADINGS_TO("") } },
		    YEARS "punti/01-primo.md POINT_TEXT_HEADINGS Tempi" },
		{ "headings out of order",
		    { { YEARS "punti/01-primo.md", NULL,
			"## Criticità\n\nx\n\n## Situazione attuale\n\nx\n\n## Obiettivi\n\n"
			"x\n\n## Azioni\n\nx\n\n## Tempi\n\nx\n" } },
		    YEARS "punti/01-primo.md POINT_TEXT_HEADINGS Criticità" },
		{ "text without a point",
		    { { YEARS "punti/07-settimo.md", NULL, HEADINGS_TO("## Tempi\n\nx\n") } },
		    YEARS "punti/07-settimo.md POINT_TEXT_ALONE content/" YEARS
			  "punti/07-settimo.yaml" },
	};

	CHECK_ROWS(rows);
	arena_free(arena);
}

Test(check_programme, counting)
{
	static const struct {
		const char *text;
		size_t count;
	} rows[] = {
		{ "", 0 },
		{ "  \n ", 0 },
		{ "è", 1 },
		{ "due parole", 10 },
		{ " due \t\n  parole ", 10 },
		{ "due\xC2\xA0 parole", 10 },
		{ "€ 𝕒", 3 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(characters_counted(slice_from(rows[i].text)), rows[i].count,
		    "'%s': %zu", rows[i].text, characters_counted(slice_from(rows[i].text)));
}
