/* What is said of acts and meetings where there is little room. */
#include <criterion/criterion.h>

#include "render/italiano.h"
#include "render/rows.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

Test(italiano_embedding, shortens_at_words)
{
	static const struct {
		const char *text;
		size_t max;
		const char *wanted;
	} rows[] = {
		{ "", 1, "" },
		{ "Calendario", 10, "Calendario" },
		{ "Calendario degli incontri", 25, "Calendario degli incontri" },
		{ "Calendario degli incontri", 24, "Calendario degli…" },
		/* The word ends where the ellipsis will stand. */
		{ "Calendario degli incontri", 17, "Calendario degli…" },
		{ "Calendario degli incontri", 16, "Calendario…" },
		{ "Calendario, incontri", 14, "Calendario…" },
		{ "Calendario; incontri", 12, "Calendario…" },
		{ "Calendario\nincontri", 12, "Calendario…" },
		/* No word fits. */
		{ "Calendario degli incontri", 5, "Cale…" },
		{ "Calendario", 1, "…" },
		{ "àèìòù", 5, "àèìòù" },
		{ "àèìòùà", 5, "àèìò…" },
		{ "è così più già là", 8, "è così…" },
		{ ",,,,,,", 3, "…" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice got = italian_shortened(slice_from(rows[i].text), rows[i].max, arena);

		cr_expect(slice_is(got, rows[i].wanted), "'%s' in %zu: '%.*s'", rows[i].text,
		    rows[i].max, SLICE_ARGS(got));
	}
	arena_free(arena);
}

Test(italiano_embedding, names_the_next_meeting)
{
	static const struct {
		const char *name;
		struct edit edits[MAX_EDITS];
		const char *path, *details; /* null: there is none */
	} rows[] = {
		{ "held", { { 0 } }, NULL, NULL },
		{ "two to come, one past and one cancelled",
		    {
			{ "sedute/2031-06-14-conferenza.yaml", NULL,
			    "organo: conferenza\ndata: 2031-06-14\nstato: convocata\n" },
			{ "sedute/2031-06-15-conferenza.yaml", NULL,
			    "organo: conferenza\ndata: 2031-06-15\nstato: annullata\n" },
			{ "sedute/2031-06-20-conferenza.yaml", NULL,
			    "organo: conferenza\ndata: 2031-06-20\nstato: convocata\n"
			    "ora_inizio: \"15:00\"\nluogo: Sala inventata\n"
			    "modalita: distanza\n" },
			{ "sedute/2031-06-30-conferenza.yaml", NULL,
			    "organo: conferenza\ndata: 2031-06-30\nstato: convocata\n" },
		    },
		    "2031-06-20-conferenza", "dalle 15:00, Sala inventata, a distanza" },
		{ "today",
		    { { "sedute/2031-06-15-conferenza.yaml", NULL,
			"organo: conferenza\ndata: 2031-06-15\nstato: convocata\n" } },
		    "2031-06-15-conferenza", "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;
		const struct meeting *meeting;

		sample_load(&sample, rows[i].edits);
		meeting = meeting_next(sample.site);
		cr_expect(!meeting == !rows[i].path, "%s", rows[i].name);
		if (meeting && rows[i].path) {
			struct slice details = italian_meeting_details(meeting, sample.arena);

			cr_expect(slice_is(meeting->id, rows[i].path), "%s: %.*s", rows[i].name,
			    SLICE_ARGS(meeting->id));
			cr_expect(slice_is(details, rows[i].details), "%s: %.*s", rows[i].name,
			    SLICE_ARGS(details));
		}
		sample_release(&sample);
	}
}
