/*
 * The YAML test suite (tests read it with jansson): no crash on any document, what libyaml and the
 * suite refuse is refused, and what we accept means what the suite says.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parse/intake.h"
#include "parse/yaml.h"
#include "reported.h"

/*
 * Invalid YAML that libyaml takes, in the only sense that it can have.
 */
static const char *const known[] = {
	"9C9N",     /* a flow list goes on in a line that is not indented */
	"QB6E",     /* so does a text in quotes */
	"9JBA",     /* a comment without a blank before it: behind a bracket, */
	"CVW2",     /* behind a comma, */
	"SU5Z",     /* behind quotes, */
	"X4QW",     /* behind '>' */
	"DK95-01",  /* a tab at the beginning of a line inside quotes */
	"Y79Y-003", /* and inside brackets */
	"G5U8",     /* '-' alone as an item of a flow list */
	"YJV2",
	"S98Z", /* blank lines of a folded text that are indented more than the text */
	NULL,
};

struct tally {
	size_t accepted, same, no_json, refused, by_reason[DIAG_COUNT];
};

static bool is_known(const char *id)
{
	for (size_t i = 0; known[i]; i++)
		if (strcmp(known[i], id) == 0)
			return true;
	return false;
}

/* A plain scalar means the number (YAML 1.2 core schema: 12, 0o14, 0xC, 1e3) that JSON gives. */
static bool means_number(const struct yaml_node *node, const json_t *json, struct arena *arena)
{
	const char *text = arena_cstr(arena, node->text);
	bool octal = strncmp(text, "0o", 2) == 0;
	char *end;
	double value = octal ? (double)strtol(text + 2, &end, 8) : strtod(text, &end);

	return !node->quoted && end != text && *end == '\0' && value == json_number_value(json);
}

static bool means_null(const struct yaml_node *node)
{
	if (node->kind == YAML_MAP)
		return node->count == 0 && node->line == 1; /* an empty document */
	return node->kind == YAML_SCALAR && !node->quoted &&
	       (slice_empty(node->text) || slice_is(node->text, "~") ||
		   slice_is(node->text, "null"));
}

static bool means(const struct yaml_node *node, const json_t *json, struct arena *arena);

static bool means_object(const struct yaml_node *node, const json_t *json, struct arena *arena)
{
	if (node->kind != YAML_MAP || node->count != json_object_size(json))
		return false;
	for (const struct yaml_node *child = node->first; child; child = child->next) {
		const json_t *value = json_object_get(json, arena_cstr(arena, child->key));

		if (!value || !means(child, value, arena))
			return false;
	}
	return true;
}

static bool means_array(const struct yaml_node *node, const json_t *json, struct arena *arena)
{
	size_t i = 0;

	if (node->kind != YAML_LIST || node->count != json_array_size(json))
		return false;
	for (const struct yaml_node *child = node->first; child; child = child->next)
		if (!means(child, json_array_get(json, i++), arena))
			return false;
	return true;
}

static bool means(const struct yaml_node *node, const json_t *json, struct arena *arena)
{
	struct slice text;

	switch (json_typeof(json)) {
	case JSON_OBJECT: return means_object(node, json, arena);
	case JSON_ARRAY: return means_array(node, json, arena);
	case JSON_STRING:
		text = (struct slice){ json_string_value(json), json_string_length(json) };
		return node->kind == YAML_SCALAR && slice_eq(node->text, text);
	case JSON_INTEGER:
	case JSON_REAL: return node->kind == YAML_SCALAR && means_number(node, json, arena);
	case JSON_TRUE:
	case JSON_FALSE:
		return node->kind == YAML_SCALAR && !node->quoted &&
		       slice_is(node->text, json_is_true(json) ? "true" : "false");
	case JSON_NULL: return means_null(node);
	}
	return false;
}

static const struct yaml_node *read_case(
    const json_t *test, struct arena *arena, struct diagnostics *diagnostics)
{
	const json_t *yaml = json_object_get(test, "yaml");
	struct slice bytes = { json_string_value(yaml), json_string_length(yaml) }, text;

	if (text_intake(bytes, SLICE("suite"), arena, diagnostics, &text) != 0)
		return NULL;
	return yaml_parse(text, SLICE("suite"), 1, arena, diagnostics);
}

static void check_accepted(
    const json_t *test, const struct yaml_node *root, struct tally *tally, struct arena *arena)
{
	const char *id = json_string_value(json_object_get(test, "id"));
	const char *expected = json_string_value(json_object_get(test, "json"));
	json_t *json = expected ? json_loads(expected, JSON_DECODE_ANY, NULL) : NULL;
	bool same = json ? means(root, json, arena) : expected && means_null(root);

	tally->accepted++;
	tally->same += same;
	tally->no_json += !expected;
	if (expected && !same && !is_known(id))
		cr_expect(false, "%s: accepted, and means something else than %s", id, expected);
	json_decref(json);
}

static void check_case(const json_t *test, struct tally *tally)
{
	const char *id = json_string_value(json_object_get(test, "id"));
	const char *libyaml = json_string_value(json_object_get(test, "libyaml_0_2_5"));
	bool invalid = json_is_true(json_object_get(test, "error_expected"));
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct yaml_node *root;

	diagnostics_init(&diagnostics);
	root = read_case(test, arena, &diagnostics);
	if (root && invalid && !is_known(id))
		cr_expect(false, "%s: accepted, but invalid (%s)", id, libyaml);
	cr_expect(!root == diagnostics_blocking(&diagnostics), "%s: refused without a word", id);
	if (root) {
		check_accepted(test, root, tally, arena);
	} else {
		tally->refused++;
		tally->by_reason[diagnostics.list.items[0].id]++;
	}
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(yaml_suite, all)
{
	struct arena *arena = arena_new();
	const char *path = shared_data("yaml-test-suite/yaml-test-suite.json", arena);
	struct tally tally = { 0 };
	json_t *suite, *test;
	size_t i;

	if (!path) {
		arena_free(arena);
		cr_skip_test("no shared test data");
	}
	suite = json_load_file(path, 0, NULL);
	cr_assert(json_is_array(suite) && json_array_size(suite) == 402);
	json_array_foreach(suite, i, test) check_case(test, &tally);
	printf("YAML suite: %zu accepted (%zu mean the same, %zu without a value to compare), "
	       "%zu refused:",
	    tally.accepted, tally.same, tally.no_json, tally.refused);
	for (int id = 0; id < DIAG_COUNT; id++)
		if (tally.by_reason[id])
			printf(" %s %zu", diag_name((enum diag_id)id), tally.by_reason[id]);
	printf("\n");
	json_decref(suite);
	arena_free(arena);
}
