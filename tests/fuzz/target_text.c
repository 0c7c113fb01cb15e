/* Bytes of a file: refused, or clean UTF-8 in normal form; and what is made of clean text alone. */
#include "base/unicode.h"
#include "parse/intake.h"
#include "target.h"

static void check_clean(struct trial *trial, struct slice text)
{
	struct slice again;

	for (size_t at = 0; at < text.len;) {
		int32_t code = utf8_next(text, &at);

		MUST(code >= 0 && text_fault_of(code) == TEXT_FINE, text);
	}
	MUST(utf8_invalid_at(text) == SLICE_NONE, text);
	MUST(text_intake(text, trial->file, trial->arena, &trial->diagnostics, &again) == 0, text);
	MUST(slice_eq(text, again), text);
}

static void check_derived(struct trial *trial, struct slice text)
{
	struct slice words[] = { SLICE("oggetto"), SLICE("proposta"), slice_sub(text, 0, 40) };
	struct slice slug = slug_from(text, 40, trial->arena);
	struct slice folded = utf8_fold(text, trial->arena);

	MUST(slug.len <= 40 && (slug.len == 0 || id_valid(slug)), slug);
	MUST(utf8_count(text) <= text.len && utf8_width(text) <= 2 * utf8_count(text), text);
	MUST(utf8_invalid_at(folded) == SLICE_NONE, folded);
	MUST(slice_eq(utf8_fold(folded, trial->arena), folded), folded);
	MUST(utf8_invalid_at(utf8_lower(text, trial->arena)) == SLICE_NONE, text);
	MUST(utf8_invalid_at(utf8_capitalised(text, trial->arena)) == SLICE_NONE, text);
	nearest_word(slice_sub(text, 0, 60), words, 2, trial->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct slice text;

	trial_begin(&trial, data, size);
	if (trial_text(&trial, &text)) {
		check_clean(&trial, text);
		check_derived(&trial, text);
	}
	trial_end(&trial);
	return 0;
}
