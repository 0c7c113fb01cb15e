#include "parse/intake.h"

#include <string.h>

#include "base/unicode.h"

#define PLACES_SHOWN 10

/* Where the check stands: the text past what was read, and how often each fault was seen. */
struct scan {
	struct slice text, file;
	size_t at;
	uint32_t line, column;
	size_t invalid, controls, directions;
	struct position first_invalid;
	struct diagnostics *diagnostics;
};

enum text_fault text_fault_of(int32_t code)
{
	bool c0 = code < 0x20 && code != '\t' && code != '\n';
	bool c1 = code >= 0x7F && code < 0xA0;
	bool separator = code == 0x2028 || code == 0x2029;
	bool no_character = (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);

	if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069))
		return TEXT_DIRECTION;
	if (c0 || c1 || separator || no_character || code == 0xFEFF)
		return TEXT_CONTROL;
	return TEXT_FINE;
}

/*
 * UTF-16 has a mark of its own, or, in a western language, a NUL in every other byte: on one side
 * many, on the other none.
 */
static bool looks_like_utf16(struct slice bytes)
{
	size_t nuls[2] = { 0, 0 }, seen = bytes.len < 256 ? bytes.len : 256;

	if (slice_starts(bytes, "\xFF\xFE") || slice_starts(bytes, "\xFE\xFF"))
		return true;
	for (size_t i = 0; i < seen; i++)
		nuls[i % 2] += bytes.p[i] == '\0';
	return seen >= 4 && (nuls[0] == 0 || nuls[1] == 0) && (nuls[0] + nuls[1]) * 4 >= seen;
}

static void report_character(struct scan *scan, struct position at, int32_t code)
{
	struct arena *scratch = arena_new();
	struct slice name = arena_printf(scratch, "U+%04X", (unsigned)code);

	if (text_fault_of(code) == TEXT_DIRECTION && scan->directions++ < PLACES_SHOWN)
		diag1(scan->diagnostics, DIAG_TEXT_DIRECTION, at, name);
	if (text_fault_of(code) == TEXT_CONTROL && scan->controls++ < PLACES_SHOWN)
		diag1(scan->diagnostics, DIAG_TEXT_CONTROL, at, name);
	arena_free(scratch);
}

/* The next code point, with the place kept and faults counted or reported. */
static void scan_next(struct scan *scan)
{
	struct position here = { scan->file, scan->line, scan->column, 1 };
	int32_t code = utf8_next(scan->text, &scan->at);
	bool cr_before_lf =
	    code == '\r' && scan->at < scan->text.len && scan->text.p[scan->at] == '\n';

	if (code == '\n' || (code == '\r' && !cr_before_lf)) {
		scan->line++;
		scan->column = 1;
		return;
	}
	if (cr_before_lf)
		return;
	scan->column++;
	if (code < 0) {
		if (scan->invalid++ == 0)
			scan->first_invalid = here;
	} else if (text_fault_of(code) != TEXT_FINE) {
		report_character(scan, here, code);
	}
}

/* Passes over printable ASCII, which is most of every file and needs no look at each code point. */
static void skip_plain(struct scan *scan)
{
	size_t start = scan->at;

	while (scan->at < scan->text.len && scan->text.p[scan->at] >= ' ' &&
	       scan->text.p[scan->at] <= '~')
		scan->at++;
	scan->column += (uint32_t)(scan->at - start);
}

/* One message for all bytes that are no UTF-8: a file saved in another encoding has one an accent. */
static void report_invalid(struct scan *scan)
{
	struct arena *scratch;

	if (scan->invalid == 0)
		return;
	scratch = arena_new();
	diag1(scan->diagnostics, DIAG_TEXT_NOT_UTF8, scan->first_invalid,
	    arena_printf(scratch, "%zu", scan->invalid));
	arena_free(scratch);
}

static struct slice without_cr(struct slice text, struct arena *arena)
{
	char *out;
	size_t len = 0;

	if (slice_find_byte(text, '\r') == SLICE_NONE)
		return text;
	out = arena_alloc(arena, text.len);
	for (size_t i = 0; i < text.len; i++) {
		if (text.p[i] != '\r')
			out[len++] = text.p[i];
		else if (i + 1 == text.len || text.p[i + 1] != '\n')
			out[len++] = '\n';
	}
	return (struct slice){ out, len };
}

int text_intake(struct slice bytes, struct slice file, struct arena *arena,
    struct diagnostics *diagnostics, struct slice *text)
{
	struct scan scan = { .file = file, .line = 1, .column = 1, .diagnostics = diagnostics };

	if (looks_like_utf16(bytes)) {
		diag0(diagnostics, DIAG_TEXT_UTF16, position_file(file));
		return -1;
	}
	if (slice_starts(bytes, "\xEF\xBB\xBF"))
		bytes = slice_from_index(bytes, 3);
	scan.text = bytes;
	for (skip_plain(&scan); scan.at < bytes.len; skip_plain(&scan))
		scan_next(&scan);
	report_invalid(&scan);
	if (scan.invalid + scan.controls + scan.directions > 0)
		return -1;
	*text = utf8_nfc(without_cr(bytes, arena), arena);
	return 0;
}
