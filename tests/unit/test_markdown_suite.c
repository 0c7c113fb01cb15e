/*
 * The specifications' examples, read with jansson: through our tree and HTML in the spec profile, byte for byte but for
 * the differences listed; and each again, with what attackers write, as the text of an act: well formed, nothing active.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "markup.h"
#include "render/md_html.h"
#include "reported.h"

#include <fcntl.h>

struct suite {
	const char *file;
	unsigned flags;
	int count;           /* of examples that must be there */
	const int *excepted; /* ended by 0 */
};

/*
 * Rules that CommonMark changed after 0.29, to which the library holds:
 *  28  an entity's number of more than seven digits is no entity
 * 171  a textarea begins a block of HTML that blank lines don't end
 * 354  "$" and other symbols became punctuation beside emphasis
 * 625  comments may hold "--"
 * 626  and "<!-->" and "<!--->" are comments
 */
static const int later_rules[] = { 28, 171, 354, 625, 626, 0 };

/* Its expected HTML is "<IGNORE>": it must not crash. */
static const int any_output[] = { 20, 0 };
static const int none[] = { 0 };

#define EXTENSIONS                                                                      \
	(MD_SPEC_TABLE | MD_SPEC_STRIKETHROUGH | MD_SPEC_AUTOLINK | MD_SPEC_TAGFILTER | \
	    MD_SPEC_FOOTNOTES | MD_SPEC_TASKLIST)

static const struct suite suites[] = {
	{ "markdown/gfm-spec.json", 0, 671, none },
	{ "markdown/gfm-extensions.json", EXTENSIONS, 30, any_output },
	{ "markdown/gfm-regression.json", 0, 25, none },
	{ "markdown/gfm-smart_punct.json", MD_SPEC_SMART, 16, none },
	{ "markdown/gfm-extensions-full-info-string.json", MD_SPEC_FULL_INFO, 4, none },
	{ "markdown/gfm-extensions-table-prefer-style-attributes.json",
	    MD_SPEC_TABLE | MD_SPEC_STYLE_ALIGN, 1, none },
	{ "markdown/commonmark-0.31.2.json", 0, 652, later_rules },
};

static bool is_excepted(const int *excepted, int number)
{
	while (*excepted && *excepted != number)
		excepted++;
	return *excepted != 0;
}

static unsigned flags_of(const json_t *extensions)
{
	static const char *const names[] = { "table", "strikethrough", "autolink", "tagfilter",
		"tasklist", "footnotes" };
	unsigned flags = 0;
	const json_t *name;
	size_t i;

	json_array_foreach(extensions, i,
	    name) for (size_t n = 0; n < sizeof names / sizeof *names;
		       n++) if (strcmp(json_string_value(name), names[n]) == 0) flags |=
	    (unsigned)MD_SPEC_TABLE << n;
	return flags;
}

static bool is_disabled(const json_t *extensions)
{
	const json_t *name;
	size_t i;

	json_array_foreach(
	    extensions, i, name) if (strcmp(json_string_value(name), "disabled") == 0) return true;
	return false;
}

static struct slice text_of(const json_t *object, const char *key)
{
	const json_t *text = json_object_get(object, key);

	return (struct slice){ json_string_value(text), json_string_length(text) };
}

static void check_example(const struct suite *suite, const json_t *example, struct arena *arena)
{
	static const struct md_html_options options = { 0 };
	int number = (int)json_integer_value(json_object_get(example, "example"));
	struct slice expected = text_of(example, "html"), html;
	bool excepted = is_excepted(suite->excepted, number);
	struct md md;

	md_parse_spec(text_of(example, "markdown"),
	    suite->flags | flags_of(json_object_get(example, "extensions")), arena, &md);
	html = html_markup(md_html(&md, 0, &options, arena));
	cr_expect(slice_eq(html, expected) != excepted,
	    "%s %d%s\n--- Markdown\n%s--- expected\n%s--- got\n%.*s", suite->file, number,
	    excepted ? " (is as the specification wants: no exception any more)" : "",
	    text_of(example, "markdown").p, expected.p, SLICE_ARGS(html));
}

static void check_suite(const struct suite *suite)
{
	struct arena *arena = arena_new();
	const char *path = shared_data(suite->file, arena);
	json_t *examples = path ? json_load_file(path, JSON_ALLOW_NUL, NULL) : NULL, *example;
	int count = 0;
	size_t i;

	if (!path) {
		arena_free(arena);
		cr_skip_test("no shared data");
	}
	cr_assert(json_is_array(examples));
	json_array_foreach(examples, i, example)
	{
		if (is_disabled(json_object_get(example, "extensions")))
			continue;
		check_example(suite, example, arena);
		count++;
	}
	cr_expect(count == suite->count, "%s: %d examples", suite->file, count);
	json_decref(examples);
	arena_free(arena);
}

Test(markdown_suite, spec_profile)
{
	for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
		check_suite(&suites[i]);
}

/* As the text of an act: whatever is reported, the page is well formed and nothing in it acts. */
static void check_site(const char *name, size_t number, struct slice text, struct arena *arena)
{
	const struct md_html_options options = { .notes_title = SLICE("Note"),
		.back_label = SLICE("Torna al testo"),
		.table_label = SLICE("Tabella") };
	struct diagnostics diagnostics;
	struct slice html, wrong;
	struct md md;

	diagnostics_init(&diagnostics);
	md_parse(text, SLICE("atto.md"), 1, arena, &diagnostics, &md);
	html = html_markup(md_html(&md, 0, &options, arena));
	wrong = markup_fault(html, arena);
	cr_expect(wrong.len == 0, "%s %zu: %.*s\n--- Markdown\n%.*s\n--- HTML\n%.*s", name, number,
	    SLICE_ARGS(wrong), SLICE_ARGS(text), SLICE_ARGS(html));
	diagnostics_release(&diagnostics);
}

Test(markdown_suite, site_profile_is_well_formed_and_inert)
{
	for (size_t i = 0; i < sizeof suites / sizeof *suites; i++) {
		struct arena *arena = arena_new();
		const char *path = shared_data(suites[i].file, arena);
		json_t *examples = path ? json_load_file(path, JSON_ALLOW_NUL, NULL) : NULL,
		       *example;
		size_t n;

		if (!path) {
			arena_free(arena);
			cr_skip_test("no shared data");
		}
		json_array_foreach(examples, n, example)
		    check_site(suites[i].file, n + 1, text_of(example, "markdown"), arena);
		json_decref(examples);
		arena_free(arena);
	}
}

/* Strings of a JSON file, however deep, as texts of acts; returns how many. */
static size_t check_strings(const char *name, const json_t *value, struct arena *arena)
{
	size_t count = 0, i;
	const json_t *item;
	const char *key;

	if (json_is_string(value)) {
		check_site(name, 0,
		    (struct slice){ json_string_value(value), json_string_length(value) }, arena);
		return 1;
	}
	if (json_is_array(value))
		json_array_foreach(value, i, item) count += check_strings(name, item, arena);
	else
		json_object_foreach((json_t *)value, key, item) count +=
		    check_strings(name, item, arena);
	return count;
}

Test(markdown_suite, payloads_in_json)
{
	static const struct {
		const char *file;
		size_t least;
	} files[] = { { "xss/owasp-filter-evasion.json", 200 },
		{ "xss/dompurify-payloads.json", 400 }, { "naughty-strings/blns.json", 500 } };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct arena *arena = arena_new();
		const char *path = shared_data(files[i].file, arena);
		json_t *json = path ? json_load_file(path, JSON_ALLOW_NUL, NULL) : NULL;
		size_t count;

		if (!path) {
			arena_free(arena);
			cr_skip_test("no shared data");
		}
		count = check_strings(files[i].file, json, arena);
		cr_expect(count >= files[i].least, "%s: %zu strings", files[i].file, count);
		json_decref(json);
		arena_free(arena);
	}
}

Test(markdown_suite, payloads_in_lines)
{
	static const char *const files[] = { "xss/payloadbox-xss-payload-list.txt",
		"xss/markdown-it-xss.txt", "naughty-strings/blns.txt" };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct arena *arena = arena_new(), *each = arena_new();
		const char *path = shared_data(files[i], arena);
		struct slice text, line, whole;
		size_t number = 0;

		if (!path) {
			arena_free(arena);
			arena_free(each);
			cr_skip_test("no shared data");
		}
		cr_assert(file_read(AT_FDCWD, path, MD_MAX_BYTES, arena, &text) == 0);
		for (whole = text; slice_next_line(&text, &line); arena_reset(each))
			check_site(files[i], ++number, line, each);
		check_site(files[i], 0, whole, each);
		arena_free(each);
		arena_free(arena);
	}
}
