/*
 * The official Mustache specification through the program's own parser, compiler and runner: its JSON is a second, lax
 * provider behind the same engine. Core and inheritance; dynamic names and lambdas are not ours.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "render/template_provider.h"
#include "reported.h"

static const void *json_resolve(const struct template_context *types, struct slice name,
    struct position at, struct arena *arena, struct diagnostics *diagnostics)
{
	(void)types;
	(void)at;
	(void)diagnostics;
	return arena_cstr(arena, name);
}

static enum view_kind json_kind(const void *reference)
{
	(void)reference;
	return VIEW_KIND_TEXT;
}

static const void *json_opens(const void *reference)
{
	return reference;
}

static const json_t *member(const json_t *object, struct slice name)
{
	char key[256];

	snprintf(key, sizeof key, "%.*s", SLICE_ARGS(name));
	return json_object_get(object, key);
}

static const void *json_find(const void *reference, const struct template_context *data)
{
	struct slice part, rest = slice_from(reference);
	const json_t *value = NULL;

	if (slice_is(rest, "."))
		return data->items[data->depth - 1];
	slice_cut(rest, '.', &part, &rest);
	for (size_t i = data->depth; !value && i > 0; i--)
		value = member(data->items[i - 1], part);
	while (value && rest.len) {
		slice_cut(rest, '.', &part, &rest);
		value = member(value, part);
	}
	return value;
}

static size_t json_count(const void *reference, const void *value)
{
	(void)reference;
	if (json_is_array((const json_t *)value))
		return json_array_size(value);
	return !json_is_null((const json_t *)value) && !json_is_false((const json_t *)value);
}

static const void *json_item(const void *reference, const void *value, size_t index)
{
	(void)reference;
	return json_is_array((const json_t *)value) ? json_array_get(value, index) : value;
}

static void json_print(
    const void *reference, const void *value, enum escape escape, struct buffer *out)
{
	char *number;

	(void)reference;
	if (json_is_string((const json_t *)value)) {
		template_escape(out, escape, slice_from(json_string_value(value)));
	} else if (json_is_real((const json_t *)value)) {
		buffer_addf(out, "%g", json_real_value(value));
	} else if (!json_is_null((const json_t *)value)) {
		number = json_dumps(value, JSON_ENCODE_ANY);
		buffer_add_str(out, number);
		free(number);
	}
}

static const struct template_provider json_provider = {
	.lax = true,
	.resolve = json_resolve,
	.kind = json_kind,
	.opens = json_opens,
	.find = json_find,
	.count = json_count,
	.item = json_item,
	.print = json_print,
};

static struct template_set case_templates(json_t *test, struct template_text *items)
{
	size_t count = 0;
	const char *name;
	json_t *text;

	items[count++] = (struct template_text){ SLICE("(page)"), SLICE("page"),
		slice_from(json_string_value(json_object_get(test, "template"))) };
	json_object_foreach(json_object_get(test, "partials"), name, text)
	{
		cr_assert_lt(count, 8);
		items[count++] = (struct template_text){ slice_from(name), slice_from(name),
			slice_from(json_string_value(text)) };
	}
	return (struct template_set){ items, count };
}

/* What the case's page is; "" with *whole false where it does not compile or stops. */
static const char *run_json(json_t *test, bool *whole, struct arena *arena)
{
	struct template_text items[8];
	struct template_set set = case_templates(test, items);
	struct diagnostics diagnostics;
	struct buffer out = { 0 };
	const struct template *template;
	const char *result;

	diagnostics_init(&diagnostics);
	template =
	    template_compile_for(&json_provider, "", &set, SLICE("(page)"), arena, &diagnostics);
	*whole = template && template_run_whole(template, json_object_get(test, "data"), &out);
	result = arena_cstr(arena, buffer_slice(&out));
	buffer_release(&out);
	diagnostics_release(&diagnostics);
	return result;
}

static void run_case(const char *file, json_t *test)
{
	const char *name = json_string_value(json_object_get(test, "name"));
	const char *expected = json_string_value(json_object_get(test, "expected"));
	struct arena *arena = arena_new();
	bool whole;
	const char *result = run_json(test, &whole, arena);

	cr_expect(whole, "%s: %s: does not run", file, name);
	cr_expect(strcmp(result, expected) == 0, "%s: %s:\n[%s]\nis not\n[%s]", file, name, result,
	    expected);
	arena_free(arena);
}

/* Recursion, which static views do not have: with an inclusion beside it, and without end. */
Test(mustache_spec, recursion)
{
	static const struct {
		const char *test;
		bool whole;
		const char *expected;
	} cases[] = {
		{ "{\"template\": \"{{>node}}!\", \"data\": {\"a\": {\"n\": 1, \"a\": {\"n\": 2, \"a\": null}}},"
		  " \"partials\": {\"node\": \"{{>leaf}}<{{#a}}{{>node}}{{/a}}>\", \"leaf\": \"({{n}})\"}}",
		    true, "()<(1)<(2)<>>>!" },
		{ "{\"template\": \"{{>node}}\", \"data\": {\"a\": true},"
		  " \"partials\": {\"node\": \"{{#a}}.{{>node}}{{/a}}\"}}",
		    false, "................" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		json_t *test = json_loads(cases[i].test, 0, NULL);
		struct arena *arena = arena_new();
		bool whole;

		cr_assert_not_null(test);
		cr_expect_str_eq(run_json(test, &whole, arena), cases[i].expected);
		cr_expect_eq(whole, cases[i].whole);
		arena_free(arena);
		json_decref(test);
	}
}

static void run_file(const char *name, size_t count)
{
	struct arena *arena = arena_new();
	const char *path = shared_data(arena_printf(arena, "mustache-spec/%s", name).p, arena);
	json_t *file, *tests, *test;
	size_t index;

	if (!path) {
		arena_free(arena);
		cr_skip_test();
	}
	file = json_load_file(path, 0, NULL);
	arena_free(arena);
	cr_assert_not_null(file);
	tests = json_object_get(file, "tests");
	cr_expect_eq(
	    json_array_size(tests), count, "%s has %zu cases", name, json_array_size(tests));
	json_array_foreach(tests, index, test) run_case(name, test);
	json_decref(file);
}

Test(mustache_spec, comments)
{
	run_file("comments.json", 12);
}

Test(mustache_spec, delimiters)
{
	run_file("delimiters.json", 14);
}

Test(mustache_spec, interpolation)
{
	run_file("interpolation.json", 42);
}

Test(mustache_spec, inverted)
{
	run_file("inverted.json", 22);
}

Test(mustache_spec, partials)
{
	run_file("partials.json", 12);
}

Test(mustache_spec, sections)
{
	run_file("sections.json", 34);
}

Test(mustache_spec, inheritance)
{
	run_file("~inheritance.json", 27);
}
