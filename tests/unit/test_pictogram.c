#include <criterion/criterion.h>

#include "render/drawing.h"
#include "render/pictogram.h"

static struct organisation alfa = { .id = SLICE_INIT("alfa"), .name = SLICE_INIT("Alfa") },
			   beta = { .id = SLICE_INIT("beta"), .name = SLICE_INIT("Beta") },
			   gamma = { .id = SLICE_INIT("gamma"), .name = SLICE_INIT("Gamma") };
static const struct yaml_node node;
static struct reference to_alfa[] = { { .found = &alfa } }, to_beta[] = { { .found = &beta } };

/* "kind|text|sign|width x height|names;": a line after the other. */
static struct slice told(const struct pictogram *picture, struct arena *arena)
{
	struct slice all = SLICE("");

	for (size_t i = 0; i < picture->count; i++) {
		const struct pictogram_line *line = &picture->items[i];
		const char *sign = line->tick    ? "tick"
				   : line->cross ? "cross"
				   : line->dash  ? "dash"
				   : line->ring  ? "ring"
						 : "none";

		all = arena_printf(arena, "%.*s%.*s|%.*s|%s|%dx%d|", SLICE_ARGS(all),
		    SLICE_ARGS(line->kind), SLICE_ARGS(line->text), sign, line->width,
		    line->height);
		for (size_t n = 0; n < line->squares.count; n++)
			all = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(all), n ? "," : "",
			    SLICE_ARGS(line->squares.items[n].name));
		all = ARENA_CONCAT(arena, all, SLICE("; "));
	}
	return all;
}

#define COUNTED(number)                          \
	{                                        \
		.node = &node, .count = (number) \
	}
#define NAMED(list)                                                                        \
	{                                                                                  \
		.node = &node, .count = 1, .organisations = {.items = (list), .count = 1 } \
	}

Test(pictogram, votes)
{
	static struct attendance there[] = {
		{ .organisation = { .found = &alfa }, .outcome = ATTENDANCE_PRESENT },
		{ .organisation = { .found = &beta }, .outcome = ATTENDANCE_ABSENT },
		{ .organisation = { .found = &gamma }, .outcome = ATTENDANCE_EXCUSED },
	};
	static const struct {
		const char *name, *wanted;
		struct vote vote;
	} rows[] = {
		{ "named; who voted was not away",
		    "favorevole|1 favorevole|tick|20x20|Alfa; contrario|1 contrario|cross|20x20|Beta; "
		    "assente|1 assente|none|20x20|Gamma; ",
		    { .unit = VOTE_HEADS,
			.manner = VOTE_OPEN,
			.in_favour = NAMED(to_alfa),
			.against = NAMED(to_beta),
			.abstaining = COUNTED(0) } },
		{ "secret: no names of who voted",
		    "favorevole|1 favorevole|tick|20x20|; astenuto|1 astenuto|dash|20x20|; "
		    "assente|2 assenti|none|44x20|Beta,Gamma; ",
		    { .unit = VOTE_HEADS,
			.manner = VOTE_SECRET,
			.in_favour = NAMED(to_alfa),
			.against = COUNTED(0),
			.abstaining = COUNTED(1) } },
		{ "what is not known is said",
		    "favorevole|2 favorevoli|tick|44x20|,; contrario|contrari: non noti|cross|0x0|; "
		    "astenuto|astenuti: non noti|dash|0x0|; non-partecipante|1 non "
		    "partecipante|ring|20x20|; assente|2 assenti|none|44x20|Beta,Gamma; ",
		    { .in_favour = COUNTED(2), .not_taking_part = COUNTED(1) } },
		{ "nobody in favour is told", "",
		    { .against = COUNTED(2), .abstaining = COUNTED(1) } },
		{ "nobody voted", "", { .in_favour = COUNTED(0), .against = COUNTED(0) } },
		{ "shares are bars, the smallest wide enough for its sign",
		    "favorevole|favorevoli: 99 quote|tick|233x20|; contrario|contrari: 1 "
		    "quota|cross|20x20|; ",
		    { .unit = VOTE_SHARES,
			.in_favour = COUNTED(99),
			.against = COUNTED(1),
			.abstaining = COUNTED(0) } },
		{ "many heads are bars", "favorevole|61 favorevoli|tick|236x20|; ",
		    { .unit = VOTE_HEADS,
			.in_favour = COUNTED(61),
			.against = COUNTED(0),
			.abstaining = COUNTED(0) } },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct maker maker = { .arena = arena_new() };
		struct pictogram picture = { 0 };
		struct slice got;

		pictogram_of_vote(&maker, &rows[i].vote, there, 3, &picture);
		got = told(&picture, maker.arena);
		cr_expect(slice_is(got, rows[i].wanted), "%s: got \"%.*s\"", rows[i].name,
		    SLICE_ARGS(got));
		arena_free(maker.arena);
	}
}

Test(pictogram, attendance)
{
	struct maker maker = { .arena = arena_new() };
	struct attendance there[23] = {
		{ .organisation = { .found = &gamma }, .outcome = ATTENDANCE_EXCUSED },
		{ .organisation = { .id = SLICE("delta") }, .outcome = ATTENDANCE_ABSENT },
	};
	struct pictogram picture = { 0 };
	const struct pictogram_line *present;

	for (size_t i = 2; i < 23; i++)
		there[i] = (struct attendance){ .organisation = { .found = &alfa },
			.outcome = ATTENDANCE_PRESENT };
	pictogram_of_attendance(&maker, there, 23, &picture);
	cr_assert_eq(picture.count, 3);
	present = &picture.items[0];
	cr_expect(slice_is(present->text, "21 presenti"));
	cr_expect_eq(present->squares.count, 21);
	cr_expect_eq(present->width, drawing_tiles_width(PICTOGRAM_ROW));
	cr_expect_eq(present->height, drawing_tiles_width(3), "three rows of squares");
	cr_expect_eq(present->squares.items[20].x, 0);
	cr_expect_eq(present->squares.items[20].y, drawing_tile_x(2));
	picture.items++;
	picture.count = 2;
	cr_expect(slice_is(told(&picture, maker.arena),
		      "assente|1 assente|none|20x20|delta; assente|1 assente "
		      "giustificato|dash|20x20|Gamma; "),
	    "got \"%.*s\"", SLICE_ARGS(told(&picture, maker.arena)));
	arena_free(maker.arena);
}

/* More than can be drawn one by one are told in words. */
Test(pictogram, large_attendance)
{
	struct maker maker = { .arena = arena_new() };
	struct attendance there[PICTOGRAM_HEADS_MAX + 1];
	struct pictogram picture = { 0 };

	for (size_t i = 0; i <= PICTOGRAM_HEADS_MAX; i++)
		there[i] = (struct attendance){ .outcome = ATTENDANCE_PRESENT };
	pictogram_of_attendance(&maker, there, PICTOGRAM_HEADS_MAX + 1, &picture);
	cr_expect(slice_is(told(&picture, maker.arena), "presente|61 presenti|tick|0x0|; "));
	arena_free(maker.arena);
}
