#include <criterion/criterion.h>

#include "parse/front_matter.h"
#include "parse/intake.h"
#include "reported.h"

#define BYTES(literal) SLICE_INIT(literal)

Test(intake, texts)
{
	static const struct {
		const char *name;
		struct slice bytes, text;
	} rows[] = {
		{ "empty", BYTES(""), BYTES("") },
		{ "plain", BYTES("città\n\tx\n"), BYTES("città\n\tx\n") },
		{ "byte order mark", BYTES("\xEF\xBB\xBFtipo\n"), BYTES("tipo\n") },
		{ "mark alone", BYTES("\xEF\xBB\xBF"), BYTES("") },
		{ "CR LF", BYTES("a\r\nb\r\n"), BYTES("a\nb\n") },
		{ "lone CR", BYTES("a\rb\r"), BYTES("a\nb\n") },
		{ "CR CR LF", BYTES("a\r\r\nb"), BYTES("a\n\nb") },
		{ "decomposed", BYTES("perche\xCC\x81"), BYTES("perch\xC3\xA9") },
		{ "decomposed with CR LF", BYTES("e\xCC\x81\r\n"), BYTES("\xC3\xA9\n") },
		{ "four bytes", BYTES("\xF0\x9F\x98\x80"), BYTES("\xF0\x9F\x98\x80") },
		{ "soft hyphen, hard blank", BYTES("a\xC2\xAD\xC2\xA0"),
		    BYTES("a\xC2\xAD\xC2\xA0") },
		{ "mark of direction", BYTES("a\xE2\x80\x8F"), BYTES("a\xE2\x80\x8F") },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct slice text = SLICE("?");

		diagnostics_init(&diagnostics);
		cr_expect_eq(text_intake(rows[i].bytes, SLICE("f"), arena, &diagnostics, &text), 0,
		    "%s: %s", rows[i].name, reported(&diagnostics, arena));
		cr_expect(
		    slice_eq(text, rows[i].text), "%s: '%.*s'", rows[i].name, SLICE_ARGS(text));
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(intake, faults)
{
	static const struct {
		const char *name;
		struct slice bytes;
		const char *reported;
	} rows[] = {
		{ "Latin-1", BYTES("oggetto: citt\xE0\n"), "1:14+1 TEXT_NOT_UTF8 1" },
		{ "Latin-1 twice, counted", BYTES("\xC3\xA8\n\xE8 \xE0"), "2:1+1 TEXT_NOT_UTF8 2" },
		{ "overlong", BYTES("\xC0\xAF"), "1:1+1 TEXT_NOT_UTF8 2" },
		{ "surrogate", BYTES("a\xED\xA0\x80"), "1:2+1 TEXT_NOT_UTF8 3" },
		{ "past U+10FFFF", BYTES("\xF4\x90\x80\x80"), "1:1+1 TEXT_NOT_UTF8 4" },
		{ "cut short", BYTES("a\xE2\x82"), "1:2+1 TEXT_NOT_UTF8 2" },
		{ "UTF-16 with mark, little", BYTES("\xFF\xFEt\0i\0"), "0:0+0 TEXT_UTF16" },
		{ "UTF-16 with mark, big", BYTES("\xFE\xFF\0t\0i"), "0:0+0 TEXT_UTF16" },
		{ "UTF-16 without, little", BYTES("t\0i\0p\0o\0"), "0:0+0 TEXT_UTF16" },
		{ "UTF-16 without, big", BYTES("\0t\0i\0p\0o"), "0:0+0 TEXT_UTF16" },
		{ "NUL", BYTES("tipo\0 a\n"), "1:5+1 TEXT_CONTROL U+0000" },
		{ "controls behind an accent", BYTES("\xC3\xA8\x07\n\r\n\x0B\x7F"),
		    "1:2+1 TEXT_CONTROL U+0007; 3:1+1 TEXT_CONTROL U+000B; "
		    "3:2+1 TEXT_CONTROL U+007F" },
		{ "C1 control", BYTES("a\xC2\x85"), "1:2+1 TEXT_CONTROL U+0085" },
		{ "line separator", BYTES("a\xE2\x80\xA8"), "1:2+1 TEXT_CONTROL U+2028" },
		{ "mark inside", BYTES("a\xEF\xBB\xBF"), "1:2+1 TEXT_CONTROL U+FEFF" },
		{ "no character", BYTES("\xEF\xBF\xBF\xEF\xB7\x90"),
		    "1:1+1 TEXT_CONTROL U+FFFF; 1:2+1 TEXT_CONTROL U+FDD0" },
		{ "override", BYTES("a\n\xE2\x80\xAEgro"), "2:1+1 TEXT_DIRECTION U+202E" },
		{ "embedding and isolate", BYTES("\xE2\x80\xAA\xE2\x81\xA6\xE2\x81\xA9"),
		    "1:1+1 TEXT_DIRECTION U+202A; 1:2+1 TEXT_DIRECTION U+2066; "
		    "1:3+1 TEXT_DIRECTION U+2069" },
		{ "each kind", BYTES("\x01\xE8\xE2\x80\xAE"),
		    "1:1+1 TEXT_CONTROL U+0001; 1:3+1 TEXT_DIRECTION U+202E; "
		    "1:2+1 TEXT_NOT_UTF8 1" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct slice text;
		const char *said;

		diagnostics_init(&diagnostics);
		cr_expect_eq(text_intake(rows[i].bytes, SLICE("f"), arena, &diagnostics, &text), -1,
		    "%s: accepted", rows[i].name);
		said = reported(&diagnostics, arena);
		cr_expect_str_eq(said, rows[i].reported, "%s: %s", rows[i].name, said);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(intake, many_faults_are_cut)
{
	struct arena *arena = arena_new();
	char *bytes = arena_alloc(arena, 1000);
	struct diagnostics diagnostics;
	struct slice text;

	diagnostics_init(&diagnostics);
	for (size_t i = 0; i < 1000; i++)
		bytes[i] = '\x01';
	cr_expect_eq(
	    text_intake((struct slice){ bytes, 1000 }, SLICE("f"), arena, &diagnostics, &text), -1);
	cr_expect_eq(diagnostics.list.count, 10);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(front_matter, split)
{
	static const struct {
		const char *name, *text, *yaml, *body;
		uint32_t body_line;
	} rows[] = {
		{ "usual", "---\ntipo: a\n---\ntesto\n", "tipo: a\n", "testo\n", 4 },
		{ "empty", "---\n---\n", "", "", 3 },
		{ "no end of line", "---\na: b\n---", "a: b\n", "", 4 },
		{ "blanks behind hyphens", "--- \na: b\n---\t \nx", "a: b\n", "x", 4 },
		{ "rule in the body", "---\na: b\n---\nx\n---\ny\n", "a: b\n", "x\n---\ny\n", 4 },
		{ "hyphens in a value", "---\na: ---\n ---\n----\n--- x\n---\n",
		    "a: ---\n ---\n----\n--- x\n", "", 7 },
		{ "body begins with a blank line", "---\n---\n\nx", "", "\nx", 3 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct front_matter parts = { 0 };

		diagnostics_init(&diagnostics);
		cr_expect_eq(
		    front_matter_split(slice_from(rows[i].text), SLICE("f"), &diagnostics, &parts),
		    0, "%s", rows[i].name);
		cr_expect(slice_is(parts.yaml, rows[i].yaml), "%s: yaml '%.*s'", rows[i].name,
		    SLICE_ARGS(parts.yaml));
		cr_expect(slice_is(parts.body, rows[i].body), "%s: body '%.*s'", rows[i].name,
		    SLICE_ARGS(parts.body));
		cr_expect_eq(parts.yaml_line, 2);
		cr_expect_eq(parts.body_line, rows[i].body_line, "%s: body on line %u",
		    rows[i].name, parts.body_line);
		diagnostics_release(&diagnostics);
	}
}

Test(front_matter, refused)
{
	static const struct {
		const char *name, *text, *reported;
	} rows[] = {
		{ "empty file", "", "1:1+1 FRONT_MATTER_MISSING" },
		{ "no front matter", "# Titolo\n", "1:1+1 FRONT_MATTER_MISSING" },
		{ "blank line first", "\n---\na: b\n---\n", "1:1+1 FRONT_MATTER_MISSING" },
		{ "indented", " ---\na: b\n---\n", "1:1+1 FRONT_MATTER_MISSING" },
		{ "four hyphens", "----\na: b\n---\n", "1:1+1 FRONT_MATTER_MISSING" },
		{ "dash of Word", "—\na: b\n---\n", "1:1+1 FRONT_MATTER_MISSING" },
		{ "unclosed", "---\na: b\n", "1:1+3 FRONT_MATTER_UNCLOSED" },
		{ "first line alone", "---", "1:1+3 FRONT_MATTER_UNCLOSED" },
		{ "closed by dots", "---\na: b\n...\n", "1:1+3 FRONT_MATTER_UNCLOSED" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct front_matter parts;

		diagnostics_init(&diagnostics);
		cr_expect_eq(
		    front_matter_split(slice_from(rows[i].text), SLICE("f"), &diagnostics, &parts),
		    -1, "%s: accepted", rows[i].name);
		cr_expect_str_eq(reported(&diagnostics, arena), rows[i].reported, "%s: %s",
		    rows[i].name, reported(&diagnostics, arena));
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

/* A comment so long that the front matter has this many bytes. */
static const char *split_of_size(size_t size, struct arena *arena)
{
	char *text = arena_alloc(arena, size + 8);
	struct diagnostics diagnostics;
	struct front_matter parts;
	const char *said;

	for (size_t i = 0; i < size + 8; i++)
		text[i] = '#';
	memcpy(text, "---\n", 4);
	memcpy(text + 4 + size - 1, "\n---\n", 5);
	diagnostics_init(&diagnostics);
	front_matter_split((struct slice){ text, size + 8 }, SLICE("f"), &diagnostics, &parts);
	said = reported(&diagnostics, arena);
	diagnostics_release(&diagnostics);
	return said;
}

Test(front_matter, size)
{
	struct arena *arena = arena_new();

	cr_expect_str_eq(split_of_size(64 * 1024, arena), "");
	cr_expect_str_eq(split_of_size(64 * 1024 + 1, arena), "1:1+3 FRONT_MATTER_TOO_LARGE");
	arena_free(arena);
}
