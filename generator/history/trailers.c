#include "history/trailers.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "parse/intake.h"
#include "source/message.h"

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
	struct slice rest = message_trailers(commit->message), line, key;
	struct slice value = SLICE("");
	struct buffer text = { 0 }, kind = { 0 };
	struct buffer *into = NULL;

	while (slice_next_line(&rest, &line)) {
		enum trailer_line is = trailer_line(line, &key, &value);

		if (is == TRAILER_COMMENT)
			continue;
		if (is != TRAILER_CONTINUED) {
			into = NULL;
			if (is == TRAILER_BEGINS)
				into = trailer_is(key, TRAILER_NOTE)   ? &text
				       : trailer_is(key, TRAILER_KIND) ? &kind
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
