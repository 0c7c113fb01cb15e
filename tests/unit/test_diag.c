#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "reported.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Which of {1}..{4} a text and its remedy have, as bits. */
static unsigned places_of(enum diag_id id, enum language language)
{
	unsigned places = 0;

	for (unsigned i = 0; i < DIAG_ARGS; i++) {
		char place[] = { '{', (char)('1' + i), '}', '\0' };

		if (strstr(diag_template(id, language), place) ||
		    strstr(diag_remedy_template(id, language), place))
			places |= 1u << i;
	}
	return places;
}

/* Every entry: a code of its own, both languages, the same arguments, as the table's head says. */
Test(diag, table)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		enum diag_id id = (enum diag_id)i;
		unsigned places = places_of(id, LANGUAGE_ITALIAN);

		cr_expect_eq(diag_by_code(slice_from(diag_code(id))), id, "%s has a number twice",
		    diag_name(id));
		cr_expect_eq(strlen(diag_code(id)), 4, "%s", diag_name(id));
		cr_expect_eq(places, places_of(id, LANGUAGE_ENGLISH),
		    "%s: the languages use other arguments", diag_name(id));
		cr_expect_eq(
		    places & (places + 1), 0, "%s: an argument is left out", diag_name(id));
		for (int language = 0; language < 2; language++) {
			const char *text = diag_template(id, (enum language)language);
			const char *remedy = diag_remedy_template(id, (enum language)language);

			cr_expect(*text && text[strlen(text) - 1] != '.', "%s: '%s'", diag_name(id),
			    text);
			cr_expect(!strstr(text, "  ") && !strstr(remedy, "  "), "%s: two blanks",
			    diag_name(id));
		}
	}
	cr_expect_eq(diag_by_code(SLICE("Z000")), DIAG_COUNT);
	cr_expect_eq(diag_by_code(SLICE("")), DIAG_COUNT);
}

Test(diag, filled)
{
	static const struct slice args[] = { SLICE_INIT("uno"), SLICE_INIT("{1}"), SLICE_INIT(""),
		SLICE_INIT("à\0b") };
	static const struct {
		const char *pattern;
		struct slice filled;
	} rows[] = {
		{ "", SLICE_INIT("") },
		{ "{1}", SLICE_INIT("uno") },
		{ "{1}{1} {3}.", SLICE_INIT("unouno .") },
		{ "{2}", SLICE_INIT("{1}") }, /* not filled again */
		{ "<{4}>", SLICE_INIT("<à\0b>") },
		{ "{ {x} {0} {} {1", SLICE_INIT("{ {x} {0} {} {1") },
		{ "{{1}}", SLICE_INIT("{uno}") },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice filled = message_fill(rows[i].pattern, args, COUNT(args), arena);

		cr_expect(slice_eq(filled, rows[i].filled), "'%s': '%.*s'", rows[i].pattern,
		    SLICE_ARGS(filled));
	}
	arena_free(arena);
}

Test(diag, text_and_remedy)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct diagnostic *it;

	diagnostics_init(&diagnostics);
	diag2(&diagnostics, DIAG_YAML_DUPLICATE_KEY, (struct position){ SLICE("a.md"), 3, 1, 4 },
	    SLICE("nome"), SLICE("2"));
	it = &diagnostics.list.items[0];
	cr_expect(slice_is(diagnostic_text(it, LANGUAGE_ITALIAN, arena),
	    "'nome' c'è due volte: la prima alla riga 2"));
	cr_expect(slice_is(
	    diagnostic_text(it, LANGUAGE_ENGLISH, arena), "'nome' occurs twice: first on line 2"));
	cr_expect(slice_starts(diagnostic_remedy(it, LANGUAGE_ITALIAN, arena), "Lasciarne"));
	cr_expect(slice_is(it->at.file, "a.md") && it->level == LEVEL_ERROR);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(diag, argument_in_both_languages)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct diagnostic *it;

	diagnostics_init(&diagnostics);
	diag3(&diagnostics, DIAG_REFERENCE_UNKNOWN, POSITION_NONE,
	    SLICE(DIAG_BOTH("l'ente", "the organisation")), SLICE("delta"),
	    SLICE(DIAG_BOTH("in enti.yaml", "to enti.yaml")));
	it = &diagnostics.list.items[0];
	cr_expect(
	    slice_is(diagnostic_text(it, LANGUAGE_ITALIAN, arena), "l'ente 'delta' non esiste"));
	cr_expect(slice_is(diagnostic_text(it, LANGUAGE_ENGLISH, arena),
	    "the organisation 'delta' does not exist"));
	cr_expect(slice_ends(
	    diagnostic_remedy(it, LANGUAGE_ENGLISH, arena), "or add 'delta' to enti.yaml."));
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static void add(struct diagnostics *d, enum diag_id id, const char *file, uint32_t line,
    uint32_t column, const char *argument)
{
	diag1(d, id, (struct position){ slice_from(file), line, column, 1 }, slice_from(argument));
}

/* Two workers' lists in either order give one list: by file, line, column, id, argument; no doubles. */
Test(diag, merged_and_sorted)
{
	static const char expected[] =
	    "0:0+1 TERM_DATE f; 2:9+1 TERM_DATE a; 10:1+1 TERM_DATE b; 10:1+1 TERM_DATE c; "
	    "10:1+1 TERM_PERIOD a; 10:2+1 TERM_DATE a; 1:1+1 TERM_DATE z";

	for (int turn = 0; turn < 2; turn++) {
		struct arena *arena = arena_new();
		struct diagnostics one, other, all;

		diagnostics_init(&one);
		diagnostics_init(&other);
		diagnostics_init(&all);
		add(&one, DIAG_TERM_DATE, "b.md", 1, 1, "z");
		add(&one, DIAG_TERM_DATE, "a.md", 10, 2, "a");
		add(&one, DIAG_TERM_PERIOD, "a.md", 10, 1, "a");
		add(&one, DIAG_TERM_DATE, "a.md", 10, 1, "c");
		add(&other, DIAG_TERM_DATE, "a.md", 10, 1, "b");
		add(&other, DIAG_TERM_DATE, "a.md", 10, 1, "c");
		add(&other, DIAG_TERM_DATE, "a.md", 2, 9, "a");
		add(&other, DIAG_TERM_DATE, "a.md", 0, 0, "f");
		diagnostics_merge(&all, turn ? &one : &other);
		diagnostics_merge(&all, turn ? &other : &one);
		diagnostics_release(&one);
		diagnostics_release(&other);
		cr_expect_eq(all.list.count, 8);
		diagnostics_sort(&all);
		cr_expect_str_eq(reported(&all, arena), expected);
		diagnostics_sort(&all);
		cr_expect_str_eq(reported(&all, arena), expected);
		diagnostics_release(&all);
		arena_free(arena);
	}
}

Test(diag, counted)
{
	struct diagnostics one, other;

	diagnostics_init(&one);
	diagnostics_init(&other);
	diagnostics_sort(&one);
	cr_expect(!diagnostics_blocking(&one));
	diag2(&one, DIAG_YAML_YES_NO, POSITION_NONE, SLICE("Si"), SLICE("si"));
	cr_expect(diagnostics_count(&one, LEVEL_NOTE) == 1 && !diagnostics_blocking(&one));
	add(&one, DIAG_TERM_DATE, "a", 1, 1, "x");
	cr_expect(diagnostics_count(&one, LEVEL_ERROR) == 1 && diagnostics_blocking(&one));

	/* What was accepted or moved to another level stays so when merged. */
	one.list.items[1].accepted = true;
	one.list.items[0].level = LEVEL_WARNING;
	diagnostics_merge(&other, &one);
	cr_expect(!diagnostics_blocking(&other));
	cr_expect_eq(diagnostics_count(&other, LEVEL_ERROR), 0);
	cr_expect_eq(diagnostics_count(&other, LEVEL_WARNING), 1);
	diag2(&other, DIAG_SYSTEM, POSITION_NONE, SLICE("a"), SLICE("b"));
	cr_expect(diagnostics_blocking(&other));
	cr_expect_eq(diagnostics_count(&other, LEVEL_FAILURE), 1);
	diagnostics_release(&one);
	diagnostics_release(&other);
}

/* Arguments and file are the list's own: the caller's may go. */
Test(diag, copies)
{
	struct arena *arena = arena_new();
	char text[] = "prima", file[] = "a.md";
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	diag4(&diagnostics, DIAG_TERM_DATE, (struct position){ slice_from(file), 1, 2, 3 },
	    slice_from(text), SLICE("b"), SLICE("c"), slice_from(text));
	diag3(&diagnostics, DIAG_TERM_DATE, position_file(slice_from(file)), SLICE("a"), SLICE("b"),
	    slice_from(text));
	diag0(&diagnostics, DIAG_TERM_NONE_SAID, POSITION_NONE);
	memset(text, '#', sizeof text - 1);
	memset(file, '#', sizeof file - 1);
	cr_expect_str_eq(reported(&diagnostics, arena),
	    "1:2+3 TERM_DATE prima,b,c,prima; 0:0+0 TERM_DATE a,b,prima; 0:0+0 TERM_NONE_SAID");
	cr_expect(slice_is(diagnostics.list.items[0].at.file, "a.md"));
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(diag, levels)
{
	cr_expect_str_eq(level_name(LEVEL_NOTE, LANGUAGE_ITALIAN), "nota");
	cr_expect_str_eq(level_name(LEVEL_WARNING, LANGUAGE_ITALIAN), "avviso");
	cr_expect_str_eq(level_name(LEVEL_ERROR, LANGUAGE_ITALIAN), "errore");
	cr_expect_str_eq(level_name(LEVEL_FAILURE, LANGUAGE_ENGLISH), "failure");
	cr_expect_eq(diag_level(DIAG_SYSTEM), LEVEL_FAILURE);
	cr_expect_eq(diag_by_code(SLICE("Z901")), DIAG_SYSTEM);
}
