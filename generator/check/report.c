#include "check/report.h"

#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/unicode.h"
#include "check/personal.h"
#include "parse/intake.h"

/* Of a long line so much is shown before the place and in all, in columns. */
enum { BEFORE_PLACE = 40, LINE_WIDTH = 100, TAB_WIDTH = 4 };

static const char *const level_codes[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
	[LEVEL_FAILURE] = "failure",
};

/* SGR sequences of ECMA-48. */
static const char *const level_colours[] = {
	[LEVEL_NOTE] = "\033[36m",
	[LEVEL_WARNING] = "\033[33m",
	[LEVEL_ERROR] = "\033[31m",
	[LEVEL_FAILURE] = "\033[35m",
};

/*
 * What an author wrote, for a terminal: a control or direction character could command it or show something
 * else than what is there.
 */
static void add_shown(struct buffer *out, struct slice text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t start = at;
		int32_t code = utf8_next(text, &at);

		if (code == '\t')
			buffer_addf(out, "%*s", TAB_WIDTH, "");
		else if (code == '\n')
			buffer_add_byte(out, ' ');
		else if (code < 0 || text_fault_of(code) != TEXT_FINE)
			buffer_add_str(out, "\xEF\xBF\xBD");
		else
			buffer_add(out, slice_sub(text, start, at));
	}
}

static void output_shown(struct output *out, struct slice text)
{
	struct buffer shown = { 0 };

	add_shown(&shown, text);
	output_add(out, buffer_slice(&shown));
	buffer_release(&shown);
}

/* A line as shown, with the part that a diagnostic is about; offsets in bytes of `text`. */
struct shown_line {
	struct buffer text;
	size_t from, to;
};

static struct shown_line show_line(struct slice line, const struct position *at)
{
	struct shown_line shown = { 0 };
	size_t begin = 0;
	uint32_t column = 1;

	/* Characters before the place, the place, what is behind it. */
	for (; column < at->column && begin < line.len; column++)
		utf8_next(line, &begin);
	add_shown(&shown.text, slice_sub(line, 0, begin));
	shown.from = shown.text.len;
	for (uint32_t i = 0; i < at->length && begin < line.len; i++) {
		size_t start = begin;

		utf8_next(line, &begin);
		add_shown(&shown.text, slice_sub(line, start, begin));
	}
	shown.to = shown.text.len;
	add_shown(&shown.text, slice_from_index(line, begin));
	return shown;
}

/* The first byte behind `width` columns from `from`. */
static size_t columns_on(struct slice text, size_t from, size_t width)
{
	size_t at = from, seen = 0;

	while (at < text.len) {
		size_t start = at;

		utf8_next(text, &at);
		seen += utf8_width(slice_sub(text, start, at));
		if (seen > width)
			return start;
	}
	return at;
}

static void put_caret(struct output *out, size_t indent, size_t width)
{
	output_addf(out, "  %*s^", (int)indent, "");
	for (size_t i = 1; i < width; i++)
		output_add(out, SLICE("~"));
	output_add(out, SLICE("\n"));
}

/* The line, cut to a window around the place where it is long, and a caret under the place. */
static void put_line(struct output *out, struct slice line, const struct position *at)
{
	struct shown_line shown = show_line(line, at);
	struct slice text = buffer_slice(&shown.text);
	size_t before = utf8_width(slice_sub(text, 0, shown.from)), start = 0, end, marked;
	const char *cut = "";

	if (utf8_width(text) > LINE_WIDTH && before > BEFORE_PLACE) {
		start = columns_on(text, 0, before - BEFORE_PLACE);
		cut = "\xE2\x80\xA6";
	}
	end = columns_on(text, start, LINE_WIDTH);
	output_addf(out, "  %s%.*s%s\n", cut, SLICE_ARGS(slice_sub(text, start, end)),
	    end < text.len ? "\xE2\x80\xA6" : "");
	marked = utf8_width(slice_sub(text, shown.from, shown.to < end ? shown.to : end));
	put_caret(out, utf8_width(slice_from(cut)) + utf8_width(slice_sub(text, start, shown.from)),
	    marked);
	buffer_release(&shown.text);
}

static void put_source(
    struct output *out, const struct diagnostic *diagnostic, const struct report_options *options)
{
	struct slice line;

	if (!options->line || diagnostic->at.line == 0 || diagnostic->at.column == 0 ||
	    diag_is_personal(diagnostic->id))
		return;
	if (!options->line(options->context, diagnostic->at.file, diagnostic->at.line, &line) ||
	    personal_any(line))
		return;
	put_line(out, line, &diagnostic->at);
}

/* Messages quote what the author wrote, perhaps in the wrong place. */
static struct slice safe_text(
    const struct diagnostic *each, enum language language, struct arena *scratch)
{
	return personal_masked(diagnostic_text(each, language, scratch), scratch);
}

static struct slice safe_remedy(
    const struct diagnostic *each, enum language language, struct arena *scratch)
{
	return personal_masked(diagnostic_remedy(each, language, scratch), scratch);
}

/* The name of a file may hold a datum too; its folder and the rest of it are enough to find it. */
static struct slice safe_file(const struct position *at, struct arena *scratch)
{
	return personal_masked(at->file, scratch);
}

static void put_place(struct output *out, const struct position *at, struct arena *scratch)
{
	if (slice_empty(at->file))
		return;
	output_shown(out, safe_file(at, scratch));
	if (at->line > 0)
		output_addf(out, ":%u", at->line);
	if (at->line > 0 && at->column > 0)
		output_addf(out, ":%u", at->column);
	output_add(out, SLICE(": "));
}

static void put_diagnostic(struct output *out, const struct diagnostic *diagnostic,
    const struct report_options *options, struct arena *scratch)
{
	static const char *const accepted[] = { " (accettato)", " (accepted)" };
	static const char *const remedy_word[] = { "rimedio", "remedy" };
	struct slice remedy = safe_remedy(diagnostic, options->language, scratch);

	put_place(out, &diagnostic->at, scratch);
	output_addf(out, "%s%s %s%s%s: ", options->colours ? level_colours[diagnostic->level] : "",
	    level_name(diagnostic->level, options->language), diag_code(diagnostic->id),
	    options->colours ? "\033[0m" : "",
	    diagnostic->accepted ? accepted[options->language] : "");
	output_shown(out, safe_text(diagnostic, options->language, scratch));
	output_add(out, SLICE("\n"));
	put_source(out, diagnostic, options);
	if (slice_empty(remedy))
		return;
	output_addf(out, "  %s: ", remedy_word[options->language]);
	output_shown(out, remedy);
	output_add(out, SLICE("\n"));
}

void report_text(
    const struct diagnostics *diagnostics, const struct report_options *options, struct output *out)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct diagnostic *each = &diagnostics->list.items[i];

		if (each->accepted && !options->accepted)
			continue;
		put_diagnostic(out, each, options, scratch);
		arena_reset(scratch);
	}
	output_shown(out, report_summary(diagnostics, options->language, scratch));
	output_add(out, SLICE("\n"));
	arena_free(scratch);
}

struct slice report_summary(
    const struct diagnostics *diagnostics, enum language language, struct arena *arena)
{
	static const struct {
		enum level level;
		const char *one[2], *several[2];
	} words[] = {
		{ LEVEL_FAILURE, { "guasto", "failure" }, { "guasti", "failures" } },
		{ LEVEL_ERROR, { "errore", "error" }, { "errori", "errors" } },
		{ LEVEL_WARNING, { "avviso", "warning" }, { "avvisi", "warnings" } },
		{ LEVEL_NOTE, { "nota", "note" }, { "note", "notes" } },
	};
	static const char *const none[] = { "nessun errore", "no errors" };
	struct slice summary = SLICE("");

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t count = diagnostics_count(diagnostics, words[i].level);

		if (count > 0)
			summary = arena_printf(arena, "%.*s%s%zu %s", SLICE_ARGS(summary),
			    slice_empty(summary) ? "" : ", ", count,
			    count == 1 ? words[i].one[language] : words[i].several[language]);
	}
	return slice_empty(summary) ? slice_from(none[language]) : summary;
}

bool report_colours(int fd, const char *no_color)
{
	/* no-color.org: present and not empty, whatever its value. */
	return isatty(fd) && (!no_color || !*no_color);
}

static void json_diagnostic(
    struct json *json, const struct diagnostic *each, enum language language, struct arena *scratch)
{
	json_open(json, NULL, '{');
	json_text(json, "file", safe_file(&each->at, scratch));
	json_int(json, "line", each->at.line);
	json_int(json, "column", each->at.column);
	json_int(json, "length", each->at.length);
	json_text(json, "id", slice_from(diag_code(each->id)));
	json_text(json, "level", slice_from(level_codes[each->level]));
	json_bool(json, "accepted", each->accepted);
	json_text(json, "message", safe_text(each, language, scratch));
	json_text(json, "remedy", safe_remedy(each, language, scratch));
	json_close(json, '}');
}

void report_json(
    const struct diagnostics *diagnostics, const struct report_options *options, struct output *out)
{
	struct arena *scratch = arena_new();
	struct buffer text = { 0 };
	struct json json = json_writer(&text, true);

	json_open(&json, NULL, '{');
	json_int(&json, "formato", 1);
	json_open(&json, "diagnostics", '[');
	for (size_t i = 0; i < diagnostics->list.count; i++)
		if (!diagnostics->list.items[i].accepted || options->accepted)
			json_diagnostic(
			    &json, &diagnostics->list.items[i], options->language, scratch);
	json_close(&json, ']');
	json_open(&json, "counts", '{');
	for (int level = LEVEL_FAILURE; level >= LEVEL_NOTE; level--)
		json_int(&json, level_codes[level],
		    (int64_t)diagnostics_count(diagnostics, (enum level)level));
	json_close(&json, '}');
	json_close(&json, '}');
	output_add(out, buffer_slice(&text));
	buffer_release(&text);
	arena_free(scratch);
}

void report_source_init(struct report_source *lines, struct source *source)
{
	*lines = (struct report_source){ .source = source, .arena = arena_new() };
}

void report_source_release(struct report_source *lines)
{
	arena_free(lines->arena);
	*lines = (struct report_source){ 0 };
}

/* A file that can't be read or is no text has no lines to show; the reason was reported. */
static void load_lines(struct report_source *lines, struct slice file)
{
	enum { MAX = 8 << 20 };
	const struct source_entry *entry = lines->source ? source_find(lines->source, file) : NULL;
	struct diagnostics unheard;
	struct slice bytes;

	arena_reset(lines->arena);
	lines->file = arena_slice(lines->arena, file);
	lines->text = lines->rest = lines->line = SLICE("");
	lines->passed = 0;
	if (!entry || entry->kind != SOURCE_FILE)
		return;
	diagnostics_init(&unheard);
	if (source_read(lines->source, entry, MAX, lines->arena, &bytes, &unheard) != 0 ||
	    text_intake(bytes, file, lines->arena, &unheard, &lines->text) != 0)
		lines->text = SLICE("");
	diagnostics_release(&unheard);
	lines->rest = lines->text;
}

bool report_source_line(void *context, struct slice file, uint32_t line, struct slice *text)
{
	struct report_source *lines = context;

	if (!slice_eq(lines->file, file))
		load_lines(lines, file);
	if (line < lines->passed) {
		lines->rest = lines->text;
		lines->passed = 0;
	}
	for (; lines->passed < line; lines->passed++)
		if (!slice_next_line(&lines->rest, &lines->line))
			return false;
	*text = lines->line;
	return line > 0;
}
