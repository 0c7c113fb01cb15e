#include "parse/yaml_syntax.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "parse/intake.h"

struct position yaml_mark_position(
    const struct yaml_source *source, const yaml_mark_t *mark, uint32_t length)
{
	return (struct position){ source->file, source->first_line + (uint32_t)mark->line,
		(uint32_t)mark->column + 1, length };
}

/* Where a problem is to be shown: at its own mark, or where the construct began. */
enum place { AT_PROBLEM, AT_BEGIN };

/* Null matches anything; the first row that matches counts. */
static const struct row {
	const char *context, *problem;
	enum diag_id id;
	enum place place;
} rows[] = {
	{ NULL, "found a tab character", DIAG_YAML_TAB, AT_PROBLEM },
	{ "simple key", "could not find expected ':'", DIAG_YAML_COLON_MISSING, AT_BEGIN },
	{ NULL, "mapping values are not allowed", DIAG_YAML_COLON_IN_VALUE, AT_PROBLEM },
	{ NULL, "block sequence entries are not allowed", DIAG_YAML_LIST_PLACE, AT_PROBLEM },
	{ NULL, "mapping keys are not allowed", DIAG_YAML_RESERVED, AT_PROBLEM },
	{ "quoted scalar", "found unexpected", DIAG_YAML_QUOTE_UNCLOSED, AT_BEGIN },
	{ "quoted scalar", NULL, DIAG_YAML_ESCAPE, AT_PROBLEM },
	{ "block scalar", NULL, DIAG_YAML_BLOCK_HEADER, AT_PROBLEM },
	{ "flow sequence", "did not find expected ','", DIAG_YAML_BRACKET_UNCLOSED, AT_BEGIN },
	{ "flow mapping", "did not find expected ','", DIAG_YAML_BRACKET_UNCLOSED, AT_BEGIN },
	{ NULL, "did not find expected node content", DIAG_YAML_RESERVED, AT_PROBLEM },
	{ NULL, "cannot start any token", DIAG_YAML_RESERVED, AT_PROBLEM },
	{ "scanning an a", NULL, DIAG_YAML_RESERVED, AT_BEGIN }, /* an anchor, an alias */
	{ "a tag", NULL, DIAG_YAML_TAG, AT_BEGIN },
	{ NULL, "undefined tag handle", DIAG_YAML_TAG, AT_PROBLEM },
	{ "directive", NULL, DIAG_YAML_DIRECTIVE, AT_BEGIN },
	{ NULL, "%YAML", DIAG_YAML_DIRECTIVE, AT_PROBLEM },
	{ NULL, "%TAG", DIAG_YAML_DIRECTIVE, AT_PROBLEM },
	{ NULL, "incompatible YAML document", DIAG_YAML_DIRECTIVE, AT_PROBLEM },
	{ NULL, "did not find expected key", DIAG_YAML_INDENTATION, AT_PROBLEM },
	{ NULL, "did not find expected '-'", DIAG_YAML_INDENTATION, AT_PROBLEM },
	{ NULL, "did not find expected <document start>", DIAG_YAML_INDENTATION, AT_PROBLEM },
	{ NULL, NULL, DIAG_YAML_SYNTAX, AT_PROBLEM },
};

static bool mentions(const char *text, const char *part)
{
	return !part || (text && strstr(text, part));
}

static const struct row *row_for(const yaml_parser_t *parser)
{
	const struct row *row = rows;

	while (!mentions(parser->context, row->context) || !mentions(parser->problem, row->problem))
		row++;
	return row;
}

static struct slice line_of(const struct yaml_source *source, size_t number)
{
	struct slice rest = source->text, line = SLICE("");

	for (size_t i = 0; i <= number; i++)
		if (!slice_next_line(&rest, &line))
			return SLICE("");
	return line;
}

/* The bytes of the line before the mark, and from it on. */
static void split_line(const struct yaml_source *source, const yaml_mark_t *mark,
    struct slice *before, struct slice *behind)
{
	struct slice line = line_of(source, mark->line);
	size_t at = 0;

	for (size_t i = 0; i < mark->column && at < line.len; i++)
		utf8_next(line, &at);
	*before = slice_sub(line, 0, at);
	*behind = slice_from_index(line, at);
}

static struct slice first_character(struct slice text)
{
	size_t at = 0;

	if (text.len)
		utf8_next(text, &at);
	return slice_sub(text, 0, at);
}

static size_t indentation(struct slice line)
{
	size_t i = 0;

	while (i < line.len && line.p[i] == ' ')
		i++;
	return i;
}

/*
 * A colon where none may be: behind an earlier one it belongs to a text; under a line of the same
 * indentation that has no key, that line lacks its own; else this line is indented too far.
 */
static void report_colon(
    const struct yaml_source *source, const yaml_mark_t *mark, struct diagnostics *d)
{
	struct slice before, behind, line = line_of(source, mark->line);
	struct slice above = mark->line ? line_of(source, mark->line - 1) : SLICE("");
	yaml_mark_t start = *mark;

	split_line(source, mark, &before, &behind);
	start.column = indentation(line);
	if (slice_find(before, ": ") != SLICE_NONE) {
		diag0(d, DIAG_YAML_COLON_IN_VALUE, yaml_mark_position(source, mark, 1));
	} else if (slice_trim(above).len && indentation(above) == start.column &&
		   slice_find(above, ": ") == SLICE_NONE && !slice_ends(above, ":")) {
		start.line--;
		diag0(d, DIAG_YAML_COLON_MISSING,
		    yaml_mark_position(source, &start, (uint32_t)utf8_count(slice_trim(above))));
	} else {
		diag0(d, DIAG_YAML_INDENTATION, yaml_mark_position(source, &start, 1));
	}
}

/*
 * Something where a key or an item should begin: a colon has no key before it; what stands at a
 * line's start is in the wrong column; what follows a quote or a bracket is text that goes on after
 * its value has ended.
 */
static void report_misplaced(const struct yaml_source *source, const yaml_mark_t *mark,
    const yaml_mark_t *quoted, struct diagnostics *d)
{
	struct position at = yaml_mark_position(source, mark, 1);
	struct slice before, behind, end;

	split_line(source, mark, &before, &behind);
	before = slice_trim(before);
	end = slice_from_index(before, before.len ? before.len - 1 : 0);
	if (slice_starts(behind, ":"))
		diag0(d, DIAG_YAML_KEY_KIND, at);
	else if (slice_empty(before) || slice_find_byte(SLICE("\"']}"), end.p[0]) == SLICE_NONE)
		diag0(d, DIAG_YAML_INDENTATION, at);
	else if (quoted)
		diag0(d, DIAG_YAML_QUOTE_UNCLOSED, yaml_mark_position(source, quoted, 1));
	else
		diag1(d, DIAG_YAML_AFTER_END, at, end);
}

/* libyaml tells bytes that it can't take by their offset alone. */
static void report_unreadable(
    const struct yaml_source *source, size_t offset, struct diagnostics *diagnostics)
{
	struct slice rest = slice_sub(source->text, 0, offset), line = SLICE("");
	struct position at = { source->file, source->first_line, 1, 1 };
	struct slice code;
	struct arena *scratch = arena_new();
	size_t next = offset;
	int32_t code_point = offset < source->text.len ? utf8_next(source->text, &next) : -1;

	while (slice_next_line(&rest, &line))
		at.line += rest.p > line.p + line.len;
	if (offset && source->text.p[offset - 1] == '\n')
		line = SLICE("");
	at.column = (uint32_t)utf8_count(line) + 1;
	code = arena_printf(scratch, "U+%04X", (unsigned)code_point);
	if (code_point < 0)
		diag1(diagnostics, DIAG_TEXT_NOT_UTF8, at, SLICE("1"));
	else
		diag1(diagnostics, DIAG_TEXT_CONTROL, at, code);
	arena_free(scratch);
}

static void report_row(const struct yaml_source *source, const struct row *row,
    const yaml_mark_t *mark, const char *problem, struct diagnostics *d)
{
	struct position at = yaml_mark_position(source, mark, 1);
	struct slice before, behind, character;

	split_line(source, mark, &before, &behind);
	character = first_character(behind);
	if (row->id == DIAG_YAML_RESERVED && slice_is(character, "\t"))
		diag0(d, DIAG_YAML_TAB, at);
	else if (row->id == DIAG_YAML_RESERVED || row->id == DIAG_YAML_BRACKET_UNCLOSED)
		diag1(d, row->id, at, character);
	else if (row->id == DIAG_YAML_SYNTAX)
		diag1(d, row->id, at, slice_from(problem));
	else
		diag0(d, row->id, at);
}

void yaml_syntax_report(const struct yaml_source *source, const yaml_parser_t *parser,
    const yaml_mark_t *quoted, struct diagnostics *diagnostics)
{
	const struct row *row = row_for(parser);
	const yaml_mark_t *mark =
	    row->place == AT_BEGIN ? &parser->context_mark : &parser->problem_mark;

	if (parser->error == YAML_MEMORY_ERROR)
		abort();
	if (parser->error == YAML_READER_ERROR)
		report_unreadable(source, parser->problem_offset, diagnostics);
	else if (row->id == DIAG_YAML_COLON_IN_VALUE)
		report_colon(source, mark, diagnostics);
	else if (row->id == DIAG_YAML_INDENTATION)
		report_misplaced(source, mark, quoted, diagnostics);
	else
		report_row(source, row, mark, parser->problem, diagnostics);
}
