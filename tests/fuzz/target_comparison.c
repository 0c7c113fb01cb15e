/* Two texts: nothing of either is lost where they are laid beside each other, and the HTML of that is well formed. */
#include <string.h>

#include "../unit/comparison_support.h"
#include "../unit/markup.h"
#include "render/md_html_comparison.h"
#include "target.h"

/* A text, and behind a line with '%' the other; without one, its two halves. */
static void cut(struct slice text, struct slice parts[2])
{
	size_t at = slice_find(text, "\n%\n"), behind = at + 3;

	if (at == SLICE_NONE)
		at = behind = text.len / 2;
	while (at == behind && at < text.len && ((unsigned char)text.p[at] & 0xC0) == 0x80)
		at = ++behind;
	parts[0] = slice_sub(text, 0, at);
	parts[1] = slice_from_index(text, behind);
}

static void check_side(
    struct trial *trial, const struct text_comparison *comparison, bool before, const struct md *md)
{
	const char *side = comparison_side(comparison, before, trial->arena);
	const char *text = text_plain(md, trial->arena);

	MUST(strcmp(side, text) == 0, slice_from(side));
}

static void check_same(const struct text_comparison *comparison, struct slice text)
{
	for (uint32_t i = 0; i < comparison->md.count; i++)
		MUST(comparison->marks[i].fate == TEXT_SAME, text);
}

static void check_pair(struct trial *trial, const struct md *before, const struct md *after)
{
	struct md_html_options options = { .notes_title = SLICE("Note"),
		.table_label = SLICE("Tabella") };
	struct arena *scratch = arena_new();
	struct text_comparison comparison;
	struct changes changes = { 0 };
	struct slice html, fault;

	text_compare(before, after, trial->arena, scratch, &comparison);
	arena_free(scratch);
	check_side(trial, &comparison, true, before);
	check_side(trial, &comparison, false, after);
	text_changes(&comparison, trial->arena, &changes);
	for (size_t i = 0; i < changes.count; i++)
		MUST(changes.items[i].text.unit != 0, SLICE(""));
	if (before == after)
		check_same(&comparison, SLICE(""));
	html = html_markup(md_html_comparison(&comparison, &options, trial->arena));
	fault = markup_fault(html, trial->arena);
	MUST(slice_empty(fault), fault);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct slice text, parts[2];
	struct md texts[2];

	trial_begin(&trial, data, size);
	if (trial_text(&trial, &text)) {
		cut(text, parts);
		for (unsigned i = 0; i < 2; i++)
			md_parse(
			    parts[i], trial.file, 1, trial.arena, &trial.diagnostics, &texts[i]);
		check_pair(&trial, &texts[0], &texts[1]);
		check_pair(&trial, &texts[0], &texts[0]);
	}
	trial_end(&trial);
	return 0;
}
