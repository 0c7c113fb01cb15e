/* Markdown: a whole tree, and HTML of it that is well formed and in which nothing is active. */
#include "../unit/markup.h"
#include "parse/citation.h"
#include "render/md_html.h"
#include "target.h"

static const struct slice initials[] = { SLICE_INIT("DCZI"), SLICE_INIT("OCESZ") };
#define INITIALS (sizeof initials / sizeof *initials)

/* Every citation but each seventh leads somewhere. */
static bool resolve_citation(void *context, const struct citation *citation, struct slice *url)
{
	(void)context;
	*url = SLICE("../2031/dczi-1/");
	return citation->number % 7 != 0;
}

/* Fragments lead to headings, which only the site knows; markup.h would miss them here. */
static bool resolve_link(void *context, struct slice target, struct slice *url)
{
	(void)context;
	*url = slice_starts(target, "#") ? SLICE("../") : target;
	return true;
}

static void check_tree(const struct md *md)
{
	uint32_t entered = 0, left = 0;

	for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];

		MUST(walk.node < md->count && (node->parent < md->count), node->text);
		entered += walk.entering;
		left += !walk.entering;
	}
	MUST(entered == left && entered <= md->count && entered > 0, SLICE(""));
}

static void check_readers(struct trial *trial, const struct md *md)
{
	struct md_outline outline = { 0 };
	struct md_citations citations = { 0 };
	struct buffer plain = { 0 };
	uint32_t first, end;

	md_outline(md, trial->arena, &outline);
	md_section(md, "Delibera", trial->arena, &first, &end);
	md_plain_text(md, 0, &plain);
	buffer_release(&plain);
	md_citations(md, initials, INITIALS, trial->arena, &citations);
	for (size_t i = 0; i < citations.list.count; i++)
		MUST(citations.list.items[i].run < md->count, citations.list.items[i].text);
}

static void check_html(struct trial *trial, const struct md *md)
{
	struct md_html_options options = { .resolve_link = resolve_link,
		.resolve_citation = resolve_citation,
		.sigle = initials,
		.sigle_count = INITIALS,
		.notes_title = SLICE("Note"),
		.back_label = SLICE("Torna al testo"),
		.table_label = SLICE("Tabella") };
	struct slice html = html_markup(md_html(md, 0, &options, trial->arena));
	struct slice fault = markup_fault(html, trial->arena);

	MUST(slice_empty(fault), fault);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct slice text;
	struct md md;

	trial_begin(&trial, data, size);
	if (trial_text(&trial, &text)) {
		if (md_parse(text, trial.file, 1, trial.arena, &trial.diagnostics, &md) != 0)
			MUST(trial_has_error(&trial), text);
		check_tree(&md);
		check_readers(&trial, &md);
		check_html(&trial, &md);
	}
	trial_end(&trial);
	return 0;
}
