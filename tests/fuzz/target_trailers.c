/* A commit's message: of it only a note on one line of clean text is ever taken. */
#include "base/unicode.h"
#include "history/trailers.h"
#include "parse/intake.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct commit_note note;

	trial_begin(&trial, data, size);
	note = commit_note_read(
	    &(struct source_commit){ .message = trial.bytes }, trial.arena, &trial.diagnostics);
	for (size_t at = 0; at < note.note.len;) {
		int32_t code = utf8_next(note.note, &at);

		MUST(code >= 0x20 && text_fault_of(code) == TEXT_FINE, note.note);
	}
	MUST(slice_eq(slice_trim(note.note), note.note), note.note);
	MUST(slice_eq(utf8_nfc(note.note, trial.arena), note.note), note.note);
	MUST(!trial_has_error(&trial), note.note);
	trial_end(&trial);
	return 0;
}
