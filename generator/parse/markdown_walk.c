/* Reading a finished tree: the walk, plain text, runs. */
#include "parse/markdown.h"

struct md_walk md_walk(const struct md *md, uint32_t root)
{
	return (struct md_walk){ .md = md, .root = root, .node = root };
}

void md_skip_children(struct md_walk *walk)
{
	walk->skip = true;
}

bool md_step(struct md_walk *walk)
{
	const struct md_node *node = &walk->md->nodes[walk->node];
	bool skip = walk->skip;

	walk->skip = false;
	if (!walk->started) {
		walk->started = walk->entering = true;
		return true;
	}
	if (walk->entering) {
		if (node->first && !skip)
			walk->node = node->first;
		else
			walk->entering = false;
		return true;
	}
	if (walk->node == walk->root)
		return false;
	walk->entering = node->next != 0;
	walk->node = node->next ? node->next : node->parent;
	return true;
}

/* A line's end, unless the text begins or a line has just ended. */
static void end_line(struct buffer *out, size_t start)
{
	if (out->len > start && out->p[out->len - 1] != '\n')
		buffer_add_byte(out, '\n');
}

static void add_node_text(const struct md_node *node, struct buffer *out, size_t start)
{
	switch (node->kind) {
	case MD_TEXT:
	case MD_CODE:
	case MD_OMISSIS:
	case MD_HTML_INLINE:
	case MD_HTML_BLOCK: buffer_add(out, node->text); break;
	case MD_SOFT_BREAK:
	case MD_HARD_BREAK: buffer_add_byte(out, ' '); break;
	case MD_CODE_BLOCK:
		end_line(out, start);
		buffer_add(out, node->text);
		break;
	case MD_POINT:
		end_line(out, start);
		buffer_add(out, node->text);
		buffer_add_byte(out, ' ');
		break;
	default: break;
	}
}

void md_plain_text(const struct md *md, uint32_t root, struct buffer *out)
{
	size_t start = out->len;

	for (struct md_walk walk = md_walk(md, root); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];

		if (walk.entering)
			add_node_text(node, out, start);
		else if (!md_is_inline(node->kind) && walk.node != root)
			end_line(out, start);
	}
	if (root == 0)
		end_line(out, start);
}

uint32_t md_run(const struct md *md, uint32_t first, struct buffer *out)
{
	uint32_t node = first;

	for (; node; node = md->nodes[node].next) {
		if (md->nodes[node].kind == MD_TEXT)
			buffer_add(out, md->nodes[node].text);
		else if (md->nodes[node].kind == MD_SOFT_BREAK)
			buffer_add_byte(out, ' ');
		else
			break;
	}
	return node;
}
