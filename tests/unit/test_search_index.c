/* The search's index: which documents and words are in it, and that any number of workers makes the same. */
#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

#include "search/documents.h"
#include "search/index.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACT "atti/2031/dczi-1.md"
#define DATA "dati_personali: solo_incarichi\n"

/* The index of the sample with some edits. */
struct indexed {
	struct sample sample;
	struct search_files files;
};

static void index_open(struct indexed *indexed, const struct edit *edits, unsigned workers)
{
	sample_load(&indexed->sample, edits);
	cr_assert_eq(search_index(indexed->sample.site, workers, indexed->sample.arena,
			 &indexed->sample.diagnostics, &indexed->files),
	    0);
}

static void index_close(struct indexed *indexed)
{
	sample_release(&indexed->sample);
}

static json_t *file_json(const struct search_file *file)
{
	json_error_t error;
	struct slice bytes = file->bytes;
	json_t *json;

	cr_assert(slice_starts(bytes, SEARCH_FILE_BEGIN) && slice_ends(bytes, SEARCH_FILE_END));
	bytes = slice_sub(bytes, strlen(SEARCH_FILE_BEGIN), bytes.len - strlen(SEARCH_FILE_END));
	json = json_loadb(bytes.p, bytes.len, 0, &error);
	cr_assert(json, "%.*s: %s", SLICE_ARGS(file->path), error.text);
	return json;
}

/* Is there a form that is, or begins with, this in any part? */
static bool has_form(const struct indexed *indexed, const char *wanted)
{
	bool found = false;

	for (size_t i = 0; i < indexed->files.count; i++) {
		const struct search_file *file = &indexed->files.items[i];
		json_t *json;

		if (!slice_starts(file->path, SEARCH_FOLDER "p"))
			continue;
		json = file_json(file);
		for (size_t n = 0; n + 2 < json_array_size(json); n += 3) {
			struct slice forms =
			    slice_from(json_string_value(json_array_get(json, n + 1)));
			struct slice form;
			bool more = true;

			while (more) {
				more = slice_cut(forms, ' ', &form, &forms);
				form = arena_printf(indexed->sample.arena, "%s%.*s",
				    json_string_value(json_array_get(json, n)), SLICE_ARGS(form));
				found = found || slice_starts(form, wanted);
			}
		}
		json_decref(json);
	}
	return found;
}

/* Is it in any file, as bytes? */
static bool has_bytes(const struct indexed *indexed, const char *wanted)
{
	for (size_t i = 0; i < indexed->files.count; i++)
		if (slice_find(indexed->files.items[i].bytes, wanted) != SLICE_NONE)
			return true;
	return false;
}

Test(search_index, holds_what_may_be_found)
{
	static const struct {
		const char *name;
		struct edit edits[2];
		const char *form; /* of a word that stands there alone */
		bool found;
		const char *path;
		bool listed;
	} rows[] = {
		{ "an act", { { ACT, DATA, DATA "sintesi: Qxparola\n" } }, "qxparola", true,
		    "atti/2031/dczi-1/", true },
		{ "its text", { { ACT, "## Delibera", "Qxparola.\n\n## Delibera" } }, "qxparola",
		    true, "atti/2031/dczi-1/", true },
		{ "one that is not for search engines",
		    { { ACT, DATA, DATA "indicizzazione: no\nsintesi: Qxparola\n" } }, "qxparola",
		    true, "atti/2031/dczi-1/", true },
		{ "a draft", { { ACT, DATA, DATA "stato: bozza\nsintesi: Qxparola\n" } },
		    "qxparola", false, "atti/2031/dczi-1/", false },
		{ "one to come",
		    { { ACT, DATA, DATA "pubblicato_dal: 2031-06-16\nsintesi: Qxparola\n" } },
		    "qxparola", false, "atti/2031/dczi-1/", false },
		{ "one past its time",
		    { { ACT, DATA, DATA "pubblica_fino_al: 2031-06-14\nsintesi: Qxparola\n" } },
		    "qxparola", false, "atti/2031/dczi-1/", false },
		{ "a removed one",
		    { { ACT, DATA,
			DATA "stato: rimosso\nrimozione: {data: 2031-06-01, motivo: errore}\n"
			     "sintesi: Qxparola\n" } },
		    "qxparola", false, "atti/2031/dczi-1/", false },
		{ "a person who signed", { { 0 } }, "inventat", false, "atti/2031/dczi-1/", true },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct indexed indexed;

		index_open(&indexed, rows[i].edits, 1);
		cr_expect(has_form(&indexed, rows[i].form) == rows[i].found, "%s: the word",
		    rows[i].name);
		cr_expect(has_bytes(&indexed, rows[i].path) == rows[i].listed, "%s: the address",
		    rows[i].name);
		index_close(&indexed);
	}
}

Test(search_index, knows_acts_by_their_numbers)
{
	static const char *const forms[] = { "1/2031", "dczi 1", "delibera 1" };
	static const struct edit none[] = { { 0 } };
	struct indexed indexed;

	index_open(&indexed, none, 1);
	for (size_t i = 0; i < COUNT(forms); i++)
		cr_expect(has_form(&indexed, forms[i]), "%s", forms[i]);
	index_close(&indexed);
}

Test(search_index, keeps_its_bounds)
{
	static const struct edit none[] = { { 0 } };
	struct indexed indexed;
	json_t *index = NULL, *parts;

	index_open(&indexed, none, 1);
	for (size_t i = 0; i < indexed.files.count; i++)
		if (slice_is(indexed.files.items[i].path, SEARCH_INDEX))
			index = file_json(&indexed.files.items[i]);
	cr_assert(index);
	parts = json_object_get(index, "parti");
	cr_expect(json_array_size(parts) >= 1 && json_array_size(parts) <= SEARCH_PARTS_MAX);
	cr_expect(json_array_size(json_object_get(index, "schede")) ==
		  ((size_t)json_integer_value(json_object_get(index, "documenti")) +
		      SEARCH_CARDS_A_FILE - 1) /
		      SEARCH_CARDS_A_FILE);
	json_decref(index);
	index_close(&indexed);
}

Test(search_index, is_the_same_for_any_number_of_workers)
{
	static const struct edit none[] = { { 0 } };
	struct indexed one, three;

	index_open(&one, none, 1);
	index_open(&three, none, 3);
	cr_assert_eq(one.files.count, three.files.count);
	for (size_t i = 0; i < one.files.count; i++) {
		cr_expect(slice_eq(one.files.items[i].path, three.files.items[i].path), "%.*s",
		    SLICE_ARGS(one.files.items[i].path));
		cr_expect(slice_eq(one.files.items[i].bytes, three.files.items[i].bytes), "%.*s",
		    SLICE_ARGS(one.files.items[i].path));
	}
	index_close(&one);
	index_close(&three);
}

/* The beginning of what makes the sample's site empty of acts: nothing in it may break the index. */
Test(search_index, of_a_site_without_acts_is_whole)
{
	static const struct edit edits[] = { { ACT, DATA, DATA "stato: bozza\n" }, { 0 } };
	struct indexed indexed;

	index_open(&indexed, edits, 2);
	cr_expect(indexed.files.count >= 3, "%zu files", indexed.files.count);
	cr_expect(has_bytes(&indexed, "\"documenti\":"));
	index_close(&indexed);
}
