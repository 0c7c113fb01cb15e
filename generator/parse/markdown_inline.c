/*
 * What acts have inside a line beyond CommonMark: [omissis], and struck text between two tildes. cmark's own extension
 * for the latter changes a table inside the library at every parse, which several threads may not share.
 */
#include "parse/markdown_parts.h"

#define OMISSIS_LENGTH (sizeof "[omissis]" - 1)

/* Cuts a text node in two at `at`; returns the new node behind it. */
static uint32_t split(struct md_builder *builder, uint32_t node, size_t at)
{
	struct slice text = md_at(builder, node)->text;
	uint32_t behind =
	    md_new_text(builder, slice_from_index(text, at), md_at(builder, node)->line);

	md_at(builder, node)->text = slice_sub(text, 0, at);
	md_insert_after(builder, node, behind);
	return behind;
}

/* Gives bytes [start, end) of a text node a node of their own; returns it. */
static uint32_t cut_out(struct md_builder *builder, uint32_t node, size_t start, size_t end)
{
	if (start > 0) {
		node = split(builder, node, start);
		end -= start;
	}
	if (end < md_at(builder, node)->text.len)
		split(builder, node, end);
	return node;
}

static bool is_omissis(struct slice text)
{
	static const char word[] = "[omissis]";

	if (text.len < OMISSIS_LENGTH)
		return false;
	for (size_t i = 0; i < OMISSIS_LENGTH; i++)
		if (ascii_lower(text.p[i]) != word[i])
			return false;
	return true;
}

static void mark_omissis(struct md_builder *builder, uint32_t node)
{
	for (size_t i = 0; i < md_at(builder, node)->text.len; i++) {
		struct slice rest = slice_from_index(md_at(builder, node)->text, i);

		if (!is_omissis(rest))
			continue;
		node = cut_out(builder, node, i, i + OMISSIS_LENGTH);
		md_at(builder, node)->kind = MD_OMISSIS;
		return; /* what stands behind it is a node of its own, looked at in its turn */
	}
}

static void mark_all_omissis(struct md_builder *builder)
{
	for (uint32_t i = 0; i < builder->nodes.count; i++)
		if (md_at(builder, i)->kind == MD_TEXT)
			mark_omissis(builder, i);
}

/* The index of the next pair of tildes, exactly two, at or after `from`; or SLICE_NONE. */
static size_t find_tildes(struct slice text, size_t from)
{
	for (size_t i = from; i < text.len; i++) {
		size_t end = i;

		while (end < text.len && text.p[end] == '~')
			end++;
		if (end - i == 2)
			return i;
		if (end > i)
			i = end - 1;
	}
	return SLICE_NONE;
}

/* Makes all between two tildes nodes struck text: the opening node becomes the element, the closing one goes. */
static void strike(struct md_builder *builder, uint32_t opener, uint32_t closer)
{
	struct md_node *element = md_at(builder, opener);
	uint32_t parent = element->parent, after = md_at(builder, closer)->next, next;
	uint32_t inside = element->next;

	element->kind = MD_STRIKE;
	element->text = SLICE("");
	element->next = after;
	if (md_at(builder, parent)->last == closer)
		md_at(builder, parent)->last = opener;
	for (uint32_t node = inside; node != closer; node = next) {
		next = md_at(builder, node)->next;
		md_append(builder, opener, node);
	}
}

/* Does text stand right beside the tildes? At the edge of their node, a neighbour that is no break will do. */
static bool touches(const struct md_node *neighbour, bool at_end)
{
	struct slice text;

	if (!neighbour || neighbour->kind == MD_SOFT_BREAK || neighbour->kind == MD_HARD_BREAK)
		return false;
	text = neighbour->text;
	if (neighbour->kind != MD_TEXT || text.len == 0)
		return true;
	return !ascii_is_space(text.p[at_end ? text.len - 1 : 0]);
}

/* One pass over the siblings that begin at `first`. */
static void mark_strikes(struct md_builder *builder, uint32_t first)
{
	uint32_t before = 0, opener = 0, after;

	for (uint32_t node = first; node; before = node, node = after) {
		size_t at = SLICE_NONE;

		if (md_at(builder, node)->kind == MD_TEXT)
			at = find_tildes(md_at(builder, node)->text, 0);
		if (at != SLICE_NONE && at > 0) {
			before = node;
			node = split(builder, node, at);
		}
		if (at != SLICE_NONE && md_at(builder, node)->text.len > 2)
			split(builder, node, 2);
		after = md_at(builder, node)->next;
		if (at == SLICE_NONE)
			continue;
		if (opener && before != opener && touches(md_at(builder, before), true)) {
			strike(builder, opener, node);
			node = opener;
			opener = 0;
		} else if (touches(after ? md_at(builder, after) : NULL, false)) {
			opener = node;
		}
	}
}

void md_mark_inlines(struct md_builder *builder)
{
	uint32_t count;

	mark_all_omissis(builder);
	count = (uint32_t)builder->nodes.count;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t first = md_at(builder, i)->first;

		if (first && md_is_inline(md_at(builder, first)->kind))
			mark_strikes(builder, first);
	}
}
