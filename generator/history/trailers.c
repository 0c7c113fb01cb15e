#include "history/trailers.h"

#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"
#include "parse/intake.h"

static const struct {
	const char *word;
	enum change_kind kind;
} kinds[] = {
	{ "correzione_copia", KIND_COPY },
	{ "correzione_dati", KIND_DATA },
	{ "aggiunta", KIND_ADDITION },
	{ "allegato", KIND_ATTACHMENT },
	{ "aggiornamento", KIND_UPDATE },
};

enum change_kind change_kind_from(struct slice word)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_is(word, kinds[i].word))
			return kinds[i].kind;
	return KIND_NONE;
}

static bool is_blank(struct slice line)
{
	return slice_empty(slice_trim(line));
}

static bool is_comment(struct slice line)
{
	return line.len && line.p[0] == '#';
}

static bool is_continuation(struct slice line)
{
	return line.len && ascii_is_space(line.p[0]);
}

/* "Nota-pubblica: testo", blanks allowed before the colon: true with both parts. */
static bool is_trailer(struct slice line, struct slice *key, struct slice *value)
{
	size_t at = 0, end;

	while (at < line.len && (ascii_is_alnum(line.p[at]) || line.p[at] == '-'))
		at++;
	end = at;
	while (at && at < line.len && (line.p[at] == ' ' || line.p[at] == '\t'))
		at++;
	if (end == 0 || at == line.len || line.p[at] != ':')
		return false;
	*key = slice_sub(line, 0, end);
	*value = slice_trim(slice_from_index(line, at + 1));
	return true;
}

/* What git itself writes at a message's end: with it other lines are borne with. */
static bool is_gits_own(struct slice line)
{
	return slice_starts(line, "Signed-off-by: ") ||
	       slice_starts(line, "(cherry picked from commit ");
}

/* Is it a paragraph of trailers, and not of prose that happens to hold a colon? */
static bool is_trailer_block(struct slice paragraph)
{
	size_t trailers = 0, others = 0;
	bool own = false, after_trailer = false;
	struct slice line, key, value;

	while (slice_next_line(&paragraph, &line)) {
		if (is_comment(line))
			continue;
		if (is_continuation(line) && after_trailer)
			continue;
		after_trailer = is_gits_own(line) || is_trailer(line, &key, &value);
		trailers += after_trailer;
		others += !after_trailer;
		own = own || is_gits_own(line);
	}
	return trailers && (others == 0 || (own && trailers * 3 >= others));
}

/* The last paragraph; empty where it is the first, the title. */
static struct slice last_paragraph(struct slice message)
{
	struct slice rest = message, line, found = SLICE("");
	size_t paragraphs = 0;
	bool inside = false;

	while (slice_next_line(&rest, &line)) {
		const char *end = rest.len ? rest.p : message.p + message.len;

		if (is_blank(line)) {
			inside = false;
			continue;
		}
		if (is_comment(line) && !inside)
			continue;
		if (!inside) {
			found.p = line.p;
			paragraphs++;
		}
		inside = true;
		found.len = (size_t)(end - found.p);
	}
	return paragraphs > 1 ? found : SLICE("");
}

/* On one line and without invisible characters, which would end up in feeds and pages. */
static struct slice tidy(struct slice text, struct arena *arena)
{
	struct buffer line = { 0 };
	struct slice result;

	for (size_t at = 0, from = 0; at < text.len; from = at) {
		int32_t c = utf8_next(text, &at);
		bool turning =
		    c == 0x200e || c == 0x200f || c == 0x061c || text_fault_of(c) == TEXT_DIRECTION;
		bool space = c <= 0x20 || text_fault_of(c) == TEXT_CONTROL;

		if (turning)
			continue;
		if (!space)
			buffer_add(&line, slice_sub(text, from, at));
		else if (line.len && line.p[line.len - 1] != ' ')
			buffer_add_byte(&line, ' ');
	}
	result = utf8_nfc(arena_slice(arena, slice_trim(buffer_slice(&line))), arena);
	buffer_release(&line);
	return result;
}

static bool same_word(struct slice a, const char *b)
{
	if (a.len != strlen(b))
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

static void take_kind(struct commit_note *note, struct slice word,
    const struct source_commit *commit, struct diagnostics *diagnostics)
{
	enum change_kind kind = change_kind_from(word);
	struct arena *scratch;

	if (kind != KIND_NONE) {
		note->kind = kind;
		return;
	}
	scratch = arena_new();
	diag2(diagnostics, DIAG_CHANGE_KIND_UNKNOWN, POSITION_NONE, word,
	    arena_printf(scratch, "%02x%02x%02x%02x", commit->oid[0], commit->oid[1],
		commit->oid[2], commit->oid[3]));
	arena_free(scratch);
}

struct commit_note commit_note_read(
    const struct source_commit *commit, struct arena *arena, struct diagnostics *diagnostics)
{
	struct commit_note note = { .note = SLICE("") };
	struct slice rest = last_paragraph(commit->message), line, key, value;
	struct buffer text = { 0 }, kind = { 0 };
	struct buffer *into = NULL;

	if (!is_trailer_block(rest))
		return note;
	while (slice_next_line(&rest, &line)) {
		if (is_comment(line))
			continue;
		if (!is_continuation(line)) {
			into = NULL;
			if (is_trailer(line, &key, &value))
				into = same_word(key, "Nota-pubblica")   ? &text
				       : same_word(key, "Tipo-modifica") ? &kind
									 : NULL;
			line = value;
			if (into == &kind)
				buffer_clear(&kind);
		}
		if (into) {
			buffer_add_byte(into, ' ');
			buffer_add(into, line);
		}
	}
	note.note = tidy(buffer_slice(&text), arena);
	if (kind.len)
		take_kind(&note, tidy(buffer_slice(&kind), arena), commit, diagnostics);
	buffer_release(&text);
	buffer_release(&kind);
	return note;
}
