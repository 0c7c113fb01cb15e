#include <criterion/criterion.h>

#include "render/drawing.h"

/* Tiles of 20 with 4 between them. */
Test(drawing, tiles)
{
	static const struct {
		size_t count;
		int last_x, width;
	} rows[] = { { 1, 0, 20 }, { 2, 24, 44 }, { 3, 48, 68 }, { 10, 216, 236 } };

	cr_expect_eq(drawing_tiles_width(0), 0);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		cr_expect_eq(drawing_tile_x(rows[i].count - 1), rows[i].last_x,
		    "%zu tiles: last at %d", rows[i].count, drawing_tile_x(rows[i].count - 1));
		cr_expect_eq(drawing_tiles_width(rows[i].count), rows[i].width,
		    "%zu tiles: %d wide", rows[i].count, drawing_tiles_width(rows[i].count));
	}
}

Test(drawing, years_have_twelve_whole_months)
{
	static const struct {
		int first, last, width, year_width, right;
	} rows[] = {
		{ 2030, 2032, 720, 240, 820 },
		{ 2030, 2032, 660, 216, 748 }, /* 220, of which 216 are 12 times 18 */
		{ 2030, 2030, 720, 720, 820 }, { 2030, 2041, 300, 24, 388 }, /* 25 */
		{ 2030, 2049, 300, 24, 580 }, /* 15 would be too narrow */
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct time_scale scale =
		    time_scale_of(rows[i].first, rows[i].last, 100, rows[i].width);

		cr_expect_eq(
		    scale.year_width, rows[i].year_width, "row %zu: %d", i, scale.year_width);
		cr_expect_eq(time_scale_right(&scale), rows[i].right, "row %zu: to %d", i,
		    time_scale_right(&scale));
	}
}

/* 2030 to 2032 from 100 on, 30 a month. */
static const struct time_scale scale = { 2030, 2032, 100, 360 };

Test(drawing, days)
{
	static const struct {
		struct date day;
		int start, end;
		bool held;
	} rows[] = {
		{ { 2030, 1, 1 }, 100, 100, true },  /* 30/31 is not one yet */
		{ { 2030, 1, 31 }, 129, 130, true }, /* 30 * 30/31 = 29.03 */
		{ { 2030, 4, 16 }, 205, 206, true }, /* 3 months, 15 * 30/30 */
		{ { 2031, 2, 15 }, 505, 506,
		    true }, /* 13 months, 14 * 30/28 = 15 and 15 * 30/28 = 16.07 */
		{ { 2032, 2, 29 }, 878, 880, true }, /* 25 months, 28 * 30/29 = 28.97 */
		{ { 2032, 12, 31 }, 1179, 1180, true },
		{ { 2029, 12, 31 }, 100, 100, false },
		{ { 2033, 1, 1 }, 1180, 1180, false },
		{ { 1999, 6, 1 }, 100, 100, false },
		{ { 2100, 6, 1 }, 1180, 1180, false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int start = time_scale_start(&scale, rows[i].day);
		int end = time_scale_end(&scale, rows[i].day);

		cr_expect(start == rows[i].start && end == rows[i].end &&
			      time_scale_holds(&scale, rows[i].day) == rows[i].held,
		    "row %zu: from %d to %d", i, start, end);
	}
}

/* --- terms ------------------------------------------------------------------------------------- */

static struct date event_date(void *context, struct slice event)
{
	(void)context;
	return slice_is(event, "noto") ? (struct date){ 2031, 1, 1 } : DATE_NONE;
}

static const char *drawn(const char *quando, struct arena *arena)
{
	struct diagnostics diagnostics;
	struct term_drawing drawing;
	struct term_days days;
	struct yaml_node *root;
	struct term term;

	diagnostics_init(&diagnostics);
	root = yaml_parse(slice_from(quando), SLICE("prova.yaml"), 1, arena, &diagnostics);
	cr_assert(root && term_parse(root, SLICE("prova.yaml"), arena, &term, &diagnostics) == 0,
	    "%s: not a term", quando);
	diagnostics_release(&diagnostics);
	days = term_resolve(&term, event_date, NULL, 2032);
	drawing = term_drawing_of(&scale, &term, &days);
	return arena_printf(arena, "bar %d+%d, mark %s%d, span %s%d+%d%s, waiting %d+%d",
	    drawing.bar.x, drawing.bar.width, drawing.marked ? "" : "no ", drawing.mark_x,
	    drawing.open_left ? "<" : "", drawing.span.x, drawing.span.width,
	    drawing.open_right ? ">" : "", drawing.waiting.x, drawing.waiting.width)
	    .p;
}

/* 30 a month: January 2031 begins at 460, January 2032 at 820; the end is 1180. */
Test(drawing, terms)
{
	static const struct {
		const char *quando, *wanted;
	} rows[] = {
		{ "entro: 2030-12", "bar 0+0, mark 460, span 0+0, waiting 0+0" },
		{ "entro: 2031", "bar 0+0, mark 820, span 0+0, waiting 0+0" },
		{ "nel: 2031-05-31", "bar 0+0, mark 610, span 0+0, waiting 0+0" },
		{ "nel: 2031", "bar 460+360, mark no 820, span 0+0, waiting 0+0" },
		{ "nel: 2031-02", "bar 490+30, mark no 520, span 0+0, waiting 0+0" },
		{ "periodo: 2030-09/2031-03", "bar 340+210, mark no 550, span 0+0, waiting 0+0" },
		{ "semestre: 2032-2", "bar 1000+180, mark no 1180, span 0+0, waiting 0+0" },
		{ "anno_scolastico: 2030/31", "bar 340+360, mark no 700, span 0+0, waiting 0+0" },
		{ "fine_triennio: si", "bar 0+0, mark 1180, span 0+0, waiting 0+0" },
		/* The days of an event, and none where it has none. */
		{ "evento: noto+P6M", "bar 0+0, mark 640, span 0+0, waiting 0+0" },
		{ "evento: ignoto", "bar 0+0, mark no 0, span 0+0, waiting 100+1080" },
		{ "{ evento: ignoto, dal: 2031 }",
		    "bar 0+0, mark no 0, span 0+0, waiting 460+720" },
		{ "{ periodico: si, dopo_evento: ignoto, per: { durata: P1Y } }",
		    "bar 0+0, mark no 0, span 0+0, waiting 100+1080" },
		{ "{ continuo: si, dal: ignoto, fino_a: 2031 }",
		    "bar 0+0, mark no 0, span 0+0, waiting 100+720" },
		/* What only describes, with its ends as far as they are known. */
		{ "continuo: si", "bar 0+0, mark no 0, span <100+1080>, waiting 0+0" },
		{ "{ continuo: si, fino_a: 2031-06 }",
		    "bar 0+0, mark no 0, span <100+540, waiting 0+0" },
		{ "{ continuo: si, dal: 2031 }", "bar 0+0, mark no 0, span 460+720>, waiting 0+0" },
		{ "{ periodico: mensile, dal: noto, fino_a: fine_triennio }",
		    "bar 0+0, mark no 0, span 460+720, waiting 0+0" },
		{ "{ entro: 2031-12, dal: 2031-07 }",
		    "bar 0+0, mark 820, span 640+180, waiting 0+0" },
		/* Beyond the years that are drawn. */
		{ "nel: 2035", "bar 1180+0, mark 1180, span 0+0, waiting 0+0" },
		{ "periodo: 2029/2040", "bar 100+1080, mark no 1180, span 0+0, waiting 0+0" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *got = drawn(rows[i].quando, arena);

		cr_expect_str_eq(got, rows[i].wanted, "%s: got \"%s\", wanted \"%s\"",
		    rows[i].quando, got, rows[i].wanted);
	}
	arena_free(arena);
}

/* --- texts and parts --------------------------------------------------------------------------- */

Test(drawing, lines)
{
	static const struct {
		const char *text;
		size_t max;
		const char *line, *rest;
	} rows[] = {
		{ "", 5, "", "" },
		{ "uno", 5, "uno", "" },
		{ "uno due", 7, "uno due", "" },
		{ "uno due", 6, "uno", "due" },
		{ "uno due tre", 7, "uno due", "tre" },
		{ "città nuova", 5, "città", "nuova" },
		{ "precipitevolmente su", 5, "precipitevolmente", "su" },
		{ "a precipitevolmente", 5, "a", "precipitevolmente" },
		{ " uno  due ", 4, "uno", "due" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct slice rest = slice_from(rows[i].text);
		struct slice line = drawing_line(&rest, rows[i].max);

		cr_expect(slice_is(line, rows[i].line) && slice_is(rest, rows[i].rest),
		    "\"%s\" in %zu: \"%.*s\" and \"%.*s\"", rows[i].text, rows[i].max,
		    SLICE_ARGS(line), SLICE_ARGS(rest));
	}
}

Test(drawing, parts)
{
	static const struct {
		const char *name;
		size_t count;
		int heights[6];
		size_t parts, part[6];
	} rows[] = {
		{ "nothing", 0, { 0 }, 0, { 0 } },
		{ "all in one", 3, { 40, 30, 30 }, 1, { 0, 0, 0 } },
		/* 120 in two: middles at 20, 60, 100 of 60 each */
		{ "two of the same", 3, { 40, 40, 40 }, 2, { 0, 1, 1 } },
		/* 240 in three of 80: 20, 60, 100, 140, 180, 220 */
		{ "three", 6, { 40, 40, 40, 40, 40, 40 }, 3, { 0, 0, 1, 1, 2, 2 } },
		/* 330 in four of 82.5: 5, 160, 320. No part is empty. */
		{ "one too tall", 3, { 10, 300, 20 }, 3, { 0, 1, 2 } },
		{ "one alone", 1, { 500 }, 1, { 0 } },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t part[6] = { 0 };
		size_t parts = drawing_parts(rows[i].heights, rows[i].count, 100, part);

		cr_expect_eq(parts, rows[i].parts, "%s: %zu parts", rows[i].name, parts);
		for (size_t n = 0; n < rows[i].count; n++)
			cr_expect_eq(part[n], rows[i].part[n], "%s: group %zu in part %zu",
			    rows[i].name, n, part[n]);
	}
}
