#include "base/json.h"
#include "cmd/history_search.h"

static const enum text_id place_texts[PLACE_COUNT] = {
	[PLACE_COMMIT] = TEXT_SEARCH_PLACE_COMMIT,
	[PLACE_NAMES] = TEXT_SEARCH_PLACE_NAMES,
	[PLACE_CONTENT] = TEXT_SEARCH_PLACE_CONTENT,
	[PLACE_TAG] = TEXT_SEARCH_PLACE_TAG,
	[PLACE_GIT_FILE] = TEXT_SEARCH_PLACE_GIT_FILE,
	[PLACE_GIT_FILE_NAME] = TEXT_SEARCH_PLACE_GIT_FILE_NAME,
	[PLACE_WORK_FILE] = TEXT_SEARCH_PLACE_WORK_FILE,
	[PLACE_WORK_FILE_NAME] = TEXT_SEARCH_PLACE_WORK_FILE_NAME,
};

/* The same in JSON, in every language. */
static const char *const place_words[PLACE_COUNT] = { "commit", "names", "content", "tag",
	"git_file", "git_file_name", "work_file", "work_file_name" };

/* By the bits of enum secret_way. */
static const struct {
	enum text_id text;
	const char *word;
} ways[SECRET_WAY_COUNT] = {
	{ TEXT_SEARCH_WAY_UTF16, "utf16" },
	{ TEXT_SEARCH_WAY_PERCENT, "percent" },
	{ TEXT_SEARCH_WAY_REFERENCES, "references" },
	{ TEXT_SEARCH_WAY_ESCAPES, "escapes" },
	{ TEXT_SEARCH_WAY_QUOTED, "quoted_printable" },
	{ TEXT_SEARCH_WAY_BASE64, "base64" },
	{ TEXT_SEARCH_WAY_HEXADECIMAL, "hexadecimal" },
	{ TEXT_SEARCH_WAY_MARKUP, "markup" },
	{ TEXT_SEARCH_WAY_HYPHENATED, "hyphenated" },
	{ TEXT_SEARCH_WAY_SPACED, "spaced" },
	{ TEXT_SEARCH_WAY_PDF, "pdf" },
	{ TEXT_SEARCH_WAY_PDF_TEXT, "pdf_text" },
	{ TEXT_SEARCH_WAY_ZIP, "zip" },
	{ TEXT_SEARCH_WAY_GZIP, "gzip" },
	{ TEXT_SEARCH_WAY_PICTURE, "picture" },
};

/* By the bits of enum secret_gap; `each`: worth a line of its own, since something can be done. */
static const struct {
	enum text_id text;
	const char *word;
	bool each;
} gaps[SECRET_GAP_COUNT] = {
	{ TEXT_SEARCH_GAP_LOCKED, "locked", true },
	{ TEXT_SEARCH_GAP_ARCHIVE, "archive", true },
	{ TEXT_SEARCH_GAP_NO_READER, "no_pdf_reader", false },
	{ TEXT_SEARCH_GAP_BROKEN, "broken", true },
	{ TEXT_SEARCH_GAP_TOO_LARGE, "too_large", true },
	{ TEXT_SEARCH_GAP_PICTURE, "picture", false },
	{ TEXT_SEARCH_GAP_NO_TEXT, "no_text", false },
};

/* --- text ----------------------------------------------------------------------------------------- */

static struct slice text_of(enum text_id id, enum language language)
{
	return slice_from(text_in(language, id));
}

static void add_listed(struct buffer *out, struct slice item)
{
	if (out->len)
		buffer_add_str(out, ", ");
	buffer_add(out, item);
}

/* "contenuto del file content/x.md (refs/heads/main, 2031-04-15, 3f2a...)". */
static struct slice place_text(
    const struct search_record *record, enum language language, struct arena *arena)
{
	struct buffer known = { 0 };
	struct slice text = text_of(place_texts[record->place], language);

	if (record->path.len)
		text =
		    arena_printf(arena, "%.*s '%.*s'", SLICE_ARGS(text), SLICE_ARGS(record->path));
	if (record->from.len)
		add_listed(&known, record->from);
	else if (record->id.len)
		add_listed(&known, text_of(TEXT_SEARCH_NOWHERE, language));
	if (record->day.len)
		add_listed(&known, record->day);
	if (record->id.len)
		add_listed(&known, record->id);
	if (known.len)
		text = arena_printf(
		    arena, "%.*s (%.*s)", SLICE_ARGS(text), SLICE_ARGS(buffer_slice(&known)));
	buffer_release(&known);
	return text;
}

static void say_found(const struct search_record *record, size_t terms, enum language language,
    struct arena *arena, struct output *out)
{
	for (size_t i = 0; i < terms; i++) {
		struct slice number = arena_printf(arena, "%zu", i + 1);
		struct buffer how = { 0 };

		if (!record->finds[i].found)
			continue;
		add_listed(
		    &how, message_fill(text_in(language, TEXT_SEARCH_TERM), &number, 1, arena));
		for (unsigned way = 0; way < SECRET_WAY_COUNT; way++)
			if (record->finds[i].ways >> way & 1)
				add_listed(&how, text_of(ways[way].text, language));
		say(out, language, TEXT_SEARCH_HIT,
		    (const struct slice[]){
			place_text(record, language, arena), buffer_slice(&how) },
		    2);
		buffer_release(&how);
	}
}

static void say_gaps(const struct search_record *record, enum language language,
    struct arena *arena, struct output *out)
{
	for (unsigned gap = 0; gap < SECRET_GAP_COUNT; gap++)
		if (gaps[gap].each && record->gaps >> gap & 1)
			say(out, language, TEXT_SEARCH_UNSEEN,
			    (const struct slice[]){ place_text(record, language, arena),
				text_of(gaps[gap].text, language) },
			    2);
}

static void say_number(
    enum text_id id, size_t number, enum language language, struct arena *arena, struct output *out)
{
	struct slice text = arena_printf(arena, "%zu", number);

	if (number)
		say(out, language, id, &text, 1);
}

static void say_counts(const struct search_outcome *outcome, enum language language,
    struct arena *arena, struct output *out)
{
	const struct object_figures *objects = &outcome->objects;
	const size_t *kinds = objects->objects;
	const size_t numbers[] = { kinds[STORED_COMMIT] + kinds[STORED_TREE] + kinds[STORED_BLOB] +
				       kinds[STORED_TAG],
		kinds[STORED_COMMIT], kinds[STORED_TREE], kinds[STORED_BLOB], kinds[STORED_TAG],
		objects->unreachable, outcome->files };
	struct slice args[sizeof numbers / sizeof *numbers];

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		args[i] = arena_printf(arena, "%zu", numbers[i]);
	say(out, language, TEXT_SEARCH_COUNTS, args, sizeof args / sizeof *args);
	if (objects->borrows)
		say(out, language, TEXT_SEARCH_BORROWS, NULL, 0);
	for (unsigned gap = 0; gap < SECRET_GAP_COUNT; gap++)
		if (outcome->gaps[gap])
			say(out, language, TEXT_SEARCH_GAP_COUNT,
			    (const struct slice[]){ arena_printf(arena, "%zu", outcome->gaps[gap]),
				text_of(gaps[gap].text, language) },
			    2);
	say_number(TEXT_SEARCH_UNREADABLE, objects->unreadable, language, arena, out);
	say_number(TEXT_SEARCH_LEFTOVERS, objects->leftovers, language, arena, out);
	say_number(TEXT_SEARCH_WORKTREES, objects->worktrees, language, arena, out);
	say_number(TEXT_SEARCH_REPOSITORIES, outcome->repositories, language, arena, out);
	if (objects->shallow)
		say(out, language, TEXT_SEARCH_SHALLOW, NULL, 0);
}

static void report_as_text(const struct search_outcome *outcome, enum language language,
    struct arena *arena, struct output *out)
{
	for (size_t i = 0; i < outcome->records.count; i++) {
		const struct search_record *record = &outcome->records.items[i];

		if (record->finds)
			say_found(record, outcome->terms, language, arena, out);
		say_gaps(record, language, arena, out);
	}
	say_counts(outcome, language, arena, out);
	say_number(TEXT_SEARCH_FOUND, outcome->places, language, arena, out);
	if (outcome->places == 0)
		say(out, language, TEXT_SEARCH_NOT_FOUND, NULL, 0);
}

/* --- JSON ----------------------------------------------------------------------------------------- */

static void json_terms(struct json *json, const struct secret_find *finds, size_t terms)
{
	json_open(json, "terms", '[');
	for (size_t i = 0; i < terms; i++) {
		if (!finds[i].found)
			continue;
		json_open(json, NULL, '{');
		json_int(json, "term", (int64_t)i + 1);
		json_open(json, "ways", '[');
		for (unsigned way = 0; way < SECRET_WAY_COUNT; way++)
			if (finds[i].ways >> way & 1)
				json_text(json, NULL, slice_from(ways[way].word));
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void json_optional(struct json *json, const char *key, struct slice value)
{
	if (value.len)
		json_text(json, key, value);
}

static void json_record(struct json *json, const struct search_record *record, size_t terms)
{
	json_open(json, NULL, '{');
	json_text(json, "place", slice_from(place_words[record->place]));
	json_optional(json, "id", record->id);
	json_optional(json, "path", record->path);
	json_optional(json, "from", record->from);
	json_optional(json, "day", record->day);
	if (record->finds)
		json_terms(json, record->finds, terms);
	if (record->gaps) {
		json_open(json, "not_searched", '[');
		for (unsigned gap = 0; gap < SECRET_GAP_COUNT; gap++)
			if (record->gaps >> gap & 1)
				json_text(json, NULL, slice_from(gaps[gap].word));
		json_close(json, ']');
	}
	json_close(json, '}');
}

static void json_counts(struct json *json, const struct search_outcome *outcome)
{
	const struct object_figures *objects = &outcome->objects;

	json_open(json, "counts", '{');
	json_int(json, "found", (int64_t)outcome->places);
	json_int(json, "commits", (int64_t)objects->objects[STORED_COMMIT]);
	json_int(json, "trees", (int64_t)objects->objects[STORED_TREE]);
	json_int(json, "blobs", (int64_t)objects->objects[STORED_BLOB]);
	json_int(json, "tags", (int64_t)objects->objects[STORED_TAG]);
	json_int(json, "unreachable", (int64_t)objects->unreachable);
	json_int(json, "files", (int64_t)outcome->files);
	json_int(json, "unreadable", (int64_t)objects->unreadable);
	json_int(json, "leftovers", (int64_t)objects->leftovers);
	json_int(json, "other_worktrees", (int64_t)objects->worktrees);
	json_int(json, "other_repositories", (int64_t)outcome->repositories);
	json_bool(json, "shallow", objects->shallow);
	json_bool(json, "alternates", objects->borrows);
	json_open(json, "not_searched", '{');
	for (unsigned gap = 0; gap < SECRET_GAP_COUNT; gap++)
		json_int(json, gaps[gap].word, (int64_t)outcome->gaps[gap]);
	json_close(json, '}');
	json_close(json, '}');
}

static void report_as_json(const struct search_outcome *outcome, struct output *out)
{
	struct buffer text = { 0 };
	struct json json = json_writer(&text, true);

	json_open(&json, NULL, '{');
	json_int(&json, "formato", 1);
	json_open(&json, "places", '[');
	for (size_t i = 0; i < outcome->records.count; i++)
		json_record(&json, &outcome->records.items[i], outcome->terms);
	json_close(&json, ']');
	json_counts(&json, outcome);
	json_close(&json, '}');
	buffer_add_byte(&text, '\n');
	output_add(out, buffer_slice(&text));
	buffer_release(&text);
}

void search_report(
    const struct search_outcome *outcome, enum language language, bool json, struct output *out)
{
	struct arena *arena = arena_new();

	if (json)
		report_as_json(outcome, out);
	else
		report_as_text(outcome, language, arena, out);
	arena_free(arena);
}
