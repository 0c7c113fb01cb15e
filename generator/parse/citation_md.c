/* Citations of a whole Markdown text: run by run, since reading goes on over line ends but not over cells. */
#include "parse/citation.h"

struct search {
	const struct md *md;
	const struct slice *sigle;
	size_t sigle_count;
	struct arena *arena;
	struct md_citations *out;
};

static size_t run_length(const struct md_node *node)
{
	return node->kind == MD_TEXT ? node->text.len : 1;
}

static void add_run(struct search *search, uint32_t run, struct slice text)
{
	const struct md_node *nodes = search->md->nodes;
	uint32_t node = run; /* where the citation begins, for its line */
	size_t behind = run_length(&nodes[run]);
	struct citations found;

	citations_find(text, search->sigle, search->sigle_count, search->arena, &found);
	for (size_t i = 0; i < found.list.count; i++) {
		const struct citation *each = &found.list.items[i];

		while (behind <= each->start) {
			node = nodes[node].next;
			behind += run_length(&nodes[node]);
		}
		*ARENA_PUSH(search->arena, &search->out->list) = (struct md_citation){ .run = run,
			.line = nodes[node].line,
			.text = slice_sub(text, each->start, each->end),
			.citation = *each };
	}
}

/* The runs among siblings. */
static void add_siblings(struct search *search, uint32_t node)
{
	while (node) {
		struct buffer text = { 0 };
		uint32_t after = md_run(search->md, node, &text);

		if (text.len > 0)
			add_run(search, node, arena_slice(search->arena, buffer_slice(&text)));
		node = after == node ? search->md->nodes[node].next : after;
		buffer_release(&text);
	}
}

void md_citations(const struct md *md, const struct slice *sigle, size_t sigle_count,
    struct arena *arena, struct md_citations *out)
{
	struct search search = { md, sigle, sigle_count, arena, out };

	*out = (struct md_citations){ 0 };
	for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];

		if (!walk.entering)
			continue;
		if (node->kind == MD_LINK || node->kind == MD_IMAGE)
			md_skip_children(&walk);
		else if (node->first && md_is_inline(md->nodes[node->first].kind))
			add_siblings(&search, node->first);
	}
}
