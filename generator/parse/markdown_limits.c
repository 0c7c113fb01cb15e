/*
 * Bounds on what a text may cost cmark, from one look at its bytes. Each bound is on the safe side: it counts what could
 * be markup, whether or not it is. The costs are those of cmark-gfm 0.29.0.gfm.6, measured; the limits leave an act of
 * 4 MiB in ordinary prose, lists and tables far from them.
 */
#include "parse/markdown_parts.h"

#include <string.h>

#define MAX_NESTING 100            /* containers that one line may open or go on with */
#define MAX_COLUMNS 64             /* of a table */
#define MAX_BARS (2 * MAX_COLUMNS) /* '|' in one line: a row is read in the square of them */
#define MAX_CELLS 100000           /* cmark fills up each row to the table's columns */
#define MAX_MARKS 200000           /* each may become a node of some 200 bytes */
#define MAX_REREADING \
	(256 << 20)              /* bytes read again from a '<' to the run's end, or for a header */
#define MAX_PAIRS 50000000       /* brackets held against those open before them: 6 ns each */
#define MAX_EXPANSION (32 << 20) /* bytes that references may copy from definitions */

/* Text between two blank lines: nothing inline reaches over one. */
struct run {
	size_t bytes, brackets, angles, delimiters, columns;
	size_t open, pairs; /* brackets open now, and those that each ']' met */
	bool opaque;        /* code, escapes or tags may hold brackets that are none */
	size_t definition;  /* bytes from its first definition on; 0 for none */
};

struct scan {
	struct run run;
	size_t marks, cells, rereading, pairs, closers, largest_definition;
};

static bool is_blank(struct slice line)
{
	return slice_trim(line).len == 0;
}

/* The length of a container's marker ('>', a list's, a note's) at the line's begin, or 0. */
static size_t marker_length(struct slice line)
{
	size_t digits = 0, end;

	if (line.len == 0)
		return 0;
	if (line.p[0] == '>')
		return 1;
	if (slice_starts(line, "[^")) {
		end = slice_find(line, "]:");
		return end == SLICE_NONE ? 0 : end + 2;
	}
	while (digits < line.len && ascii_is_digit(line.p[digits]))
		digits++;
	end = digits;
	if (digits > 0 && end < line.len && (line.p[end] == '.' || line.p[end] == ')'))
		end++;
	else if (digits == 0 && strchr("-+*", line.p[0]))
		end = 1;
	else
		return 0;
	return end == line.len || ascii_is_space(line.p[end]) ? end : 0;
}

/* The line behind its markers; *depth: containers that it may stand in, since two blanks may be one's indentation. */
static struct slice behind_markers(struct slice line, size_t *depth)
{
	size_t markers = 0, blanks = 0, blanks_to_last = 0;

	for (;;) {
		size_t length;

		while (line.len && (line.p[0] == ' ' || line.p[0] == '\t')) {
			blanks += line.p[0] == '\t' ? 4 : 1;
			line = slice_from_index(line, 1);
		}
		length = marker_length(line);
		if (length == 0)
			break;
		markers++;
		blanks_to_last = blanks;
		line = slice_from_index(line, length);
	}
	*depth = markers + blanks_to_last / 2;
	return line;
}

static size_t count_byte(struct slice line, char byte)
{
	size_t count = 0;

	for (size_t i = 0; i < line.len; i++)
		count += line.p[i] == byte;
	return count;
}

/* Could this be the row of dashes under a table's header? */
static bool is_delimiter_row(struct slice line)
{
	bool dash = false;

	for (size_t i = 0; i < line.len; i++) {
		if (!strchr("|:- \t\r\f\v", line.p[i]))
			return false;
		dash = dash || line.p[i] == '-';
	}
	return dash;
}

static void count_marks(struct scan *scan, struct slice line)
{
	struct run *run = &scan->run;
	size_t angles = run->angles, brackets = run->brackets;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.p[i];

		switch (c) {
		case ']':
			scan->closers++;
			run->brackets++;
			run->pairs += run->open;
			run->open -= run->open > 0;
			break;
		case '[':
			run->brackets++;
			run->open++;
			break;
		case '<':
			run->angles++;
			run->opaque = true;
			break;
		case '*':
		case '_': run->delimiters += i == 0 || line.p[i - 1] != c; break;
		case '`':
		case '\\':
			run->opaque = true;
			scan->marks++;
			break;
		case '&':
		case '!':
		case '~':
		case '|': scan->marks++; break;
		default: break;
		}
	}
	scan->marks += 1 + run->angles - angles + run->brackets - brackets;
}

/* Takes the run's costs into the whole. */
static void end_run(struct scan *scan)
{
	struct run *run = &scan->run;

	scan->marks += run->delimiters;
	scan->rereading += run->angles * run->bytes;
	scan->pairs += run->opaque ? run->brackets * run->brackets / 2 : run->pairs;
	scan->pairs += run->delimiters * run->delimiters / 4;
	if (run->definition > scan->largest_definition)
		scan->largest_definition = run->definition;
	*run = (struct run){ 0 };
}

static void count_table(struct scan *scan, struct slice line)
{
	struct run *run = &scan->run;

	scan->cells += run->columns;
	if (!is_delimiter_row(line))
		return;
	scan->rereading += run->bytes; /* the header is looked for from the run's begin */
	if (count_byte(line, '|') + 1 > run->columns)
		run->columns = count_byte(line, '|') + 1;
}

/* The limit that the lines so far break, or DIAG_COUNT. */
static enum diag_id over_limit(const struct scan *scan)
{
	if (scan->cells > MAX_CELLS)
		return DIAG_MD_TABLE_TOO_BIG;
	if (scan->marks > MAX_MARKS)
		return DIAG_MD_TOO_MANY_MARKS;
	if (scan->rereading > MAX_REREADING || scan->pairs > MAX_PAIRS)
		return DIAG_MD_TANGLED;
	if (scan->largest_definition * scan->closers > MAX_EXPANSION)
		return DIAG_MD_TOO_MANY_REFERENCES;
	return DIAG_COUNT;
}

/* The limit that this line breaks by itself, or DIAG_COUNT. */
static enum diag_id scan_line(struct scan *scan, struct slice line)
{
	struct run *run = &scan->run;
	size_t depth;
	struct slice rest;

	if (is_blank(line)) {
		end_run(scan);
		scan->marks++;
		return DIAG_COUNT;
	}
	rest = behind_markers(line, &depth);
	if (depth > MAX_NESTING)
		return DIAG_MD_TOO_DEEP;
	if (count_byte(line, '|') > MAX_BARS ||
	    (is_delimiter_row(rest) && count_byte(rest, '|') > MAX_COLUMNS))
		return DIAG_MD_TABLE_TOO_BIG;
	count_table(scan, rest);
	count_marks(scan, line);
	if (run->definition > 0 || slice_find(rest, "]:") != SLICE_NONE)
		run->definition += line.len + 1;
	run->bytes += line.len + 1;
	return DIAG_COUNT;
}

int md_check_limits(const struct md_source *source)
{
	struct scan scan = { 0 };

	if (source->text.len > MD_MAX_BYTES) {
		diag0(source->diagnostics, DIAG_MD_TOO_LARGE, position_file(source->file));
		return -1;
	}
	for (size_t i = 0; i <= source->line_count; i++) {
		enum diag_id broken = DIAG_COUNT;
		uint32_t line = source->first_line + (uint32_t)i;

		if (i < source->line_count)
			broken = scan_line(&scan, source->lines[i]);
		else
			end_run(&scan);
		if (broken == DIAG_COUNT)
			broken = over_limit(&scan);
		if (broken != DIAG_COUNT) {
			diag0(source->diagnostics, broken,
			    (struct position){ .file = source->file,
				.line = i < source->line_count ? line : line - 1 });
			return -1;
		}
	}
	return 0;
}
