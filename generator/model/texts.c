#include "model/texts.h"

void text_links_add(const struct md *md, bool in_body, struct arena *keep, struct text_links *links)
{
	for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];

		if (walk.entering && (node->kind == MD_LINK || node->kind == MD_IMAGE))
			*ARENA_PUSH(keep, &links->list) =
			    (struct text_link){ arena_slice(keep, node->text), node->line,
				    in_body };
	}
}

bool key_text_check(struct slice text, struct slice file, uint32_t line, struct arena *keep,
    struct text_links *links, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	size_t before = diagnostics_count(diagnostics, LEVEL_ERROR);
	struct md md;

	if (md_parse(text, file, line, scratch, diagnostics, &md) == 0)
		text_links_add(&md, false, keep, links);
	arena_free(scratch);
	return diagnostics_count(diagnostics, LEVEL_ERROR) == before;
}
