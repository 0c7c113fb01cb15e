#include <criterion/criterion.h>

#include "render/italiano_people.h"
#include "render/membership.h"

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

TestSuite(italiano_people, .init = set_up, .fini = tear_down);

static void expect(struct slice got, const char *wanted)
{
	cr_expect(slice_is(got, wanted), "got \"%.*s\", wanted \"%s\"", SLICE_ARGS(got), wanted);
}

Test(italiano_people, members)
{
	static const struct {
		size_t count;
		bool municipalities;
		const char *wanted;
	} rows[] = {
		{ 0, true, "A questo sito non risulta chi ne faccia parte oggi." },
		{ 1, true, "A questo sito risulta che ne fa parte un Comune." },
		{ 1, false, "A questo sito risulta che ne fa parte un ente." },
		{ 9, true, "A questo sito risulta che ne fanno parte 9 Comuni." },
		{ 9, false, "A questo sito risulta che ne fanno parte 9 enti." },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect(
		    italian_members(rows[i].count, rows[i].municipalities, arena), rows[i].wanted);
}

Test(italiano_people, the_latest_of_many)
{
	static const struct {
		size_t count, shown;
		bool feminine;
		const char *wanted;
	} rows[] = {
		{ 1, 1, false, "1 atto" },
		{ 10, 10, false, "10 atti" },
		{ 24, 10, false, "24 atti; qui i 10 più recenti" },
		{ 24, 10, true, "24 atti; qui le 10 più recenti" },
		{ 2, 1, false, "2 atti; qui il più recente" },
		{ 2, 1, true, "2 atti; qui la più recente" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect(italian_latest_of(
			   rows[i].count, rows[i].shown, "atto", "atti", rows[i].feminine, arena),
		    rows[i].wanted);
}

Test(italiano_people, attendance)
{
	static const struct {
		struct attendance_sums sums;
		const char *known, *untold;
	} rows[] = {
		{ { 0, 0, 0, 0 }, "", "" },
		{ { 1, 0, 0, 0 }, "Di 1 seduta si sa se c'era: presente a 1.", "" },
		{ { 3, 1, 0, 1 }, "Di 4 sedute si sa se c'era: presente a 3, assente a 1.",
		    "Di un'altra seduta degli organi di cui fa parte non si sa se c'era." },
		{ { 3, 1, 2, 5 },
		    "Di 6 sedute si sa se c'era: presente a 3, assente a 1, assente giustificato a "
		    "2.",
		    "Di altre 5 sedute degli organi di cui fa parte non si sa se c'era." },
		{ { 0, 0, 0, 1 }, "",
		    "Di una seduta degli organi di cui fa parte non si sa se c'era." },
		{ { 0, 0, 0, 2 }, "",
		    "Di 2 sedute degli organi di cui fa parte non si sa se c'era." },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		expect(italian_attendance_sums(&rows[i].sums, arena), rows[i].known);
		expect(italian_untold_attendance(&rows[i].sums, arena), rows[i].untold);
	}
}

Test(italiano_people, votes)
{
	static const struct {
		size_t sums[CAST_COUNT];
		const char *wanted;
	} rows[] = {
		{ { 0, 0, 0, 0 }, "" },
		{ { 1, 0, 0, 0 }, "Di 1 votazione si sa come ha votato: favorevole in 1." },
		{ { 3, 2, 1, 1 },
		    "Di 7 votazioni si sa come ha votato: favorevole in 3, contrario in 2, astenuto in "
		    "1, non partecipante in 1." },
		{ { 0, 0, 0, 2 }, "Di 2 votazioni si sa come ha votato: non partecipante in 2." },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect(italian_vote_sums(rows[i].sums, arena), rows[i].wanted);
	cr_expect_str_eq(italian_cast_vote(CAST_IN_FAVOUR), "favorevole");
	cr_expect_str_eq(italian_cast_vote(CAST_AGAINST), "contrario");
	cr_expect_str_eq(italian_cast_vote(CAST_ABSTAINING), "astenuto");
	cr_expect_str_eq(italian_cast_vote(CAST_NOT), "non ha partecipato al voto");
}

/* On the 15th of June 2031; a year or month counts as a whole. */
Test(italiano_people, spans_of_time)
{
	static const struct {
		struct date since, until;
		enum span_time wanted;
	} rows[] = {
		{ { 0, 0, 0 }, { 0, 0, 0 }, SPAN_NOW },
		{ { 2031, 6, 15 }, { 2031, 6, 15 }, SPAN_NOW },
		{ { 2031, 6, 16 }, { 0, 0, 0 }, SPAN_COMING },
		{ { 0, 0, 0 }, { 2031, 6, 14 }, SPAN_PAST },
		{ { 2031, 0, 0 }, { 2031, 6, 0 }, SPAN_NOW },
		{ { 2030, 0, 0 }, { 2030, 0, 0 }, SPAN_PAST },
		{ { 2032, 0, 0 }, { 2033, 0, 0 }, SPAN_COMING },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(
		    span_time_of(rows[i].since, rows[i].until, (struct date){ 2031, 6, 15 }),
		    rows[i].wanted, "row %zu", i);
}
