/* What blocks say, as numbers that are equal where it is the same; and how alike two blocks are. */
#include <string.h>

#include "history/text_parts.h"

/* Bytes that no text holds (parse/intake.h) stand between the parts of a key. */
enum mark { MARK_NODE = 1, MARK_LEAVE, MARK_PART };

static void add_number(struct buffer *key, uint32_t number)
{
	buffer_add(key, (struct slice){ (const char *)&number, sizeof number });
}

/* Blanks run together, whatever they are. */
static void add_text(struct buffer *key, struct slice text)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		enum text_token_kind kind = TOKEN_WORD;

		end = text_token_end(text, at, &kind);
		if (kind != TOKEN_BLANK)
			buffer_add(key, slice_sub(text, at, end));
		else if (key->len == 0 || key->p[key->len - 1] != ' ')
			buffer_add_byte(key, ' ');
	}
}

static void add_inline(struct buffer *key, const struct text_side *side, const struct md_node *node)
{
	if (node->kind == MD_TEXT || node->kind == MD_SOFT_BREAK) {
		add_text(key, node->kind == MD_TEXT ? node->text : SLICE(" "));
		return;
	}
	buffer_add_byte(key, MARK_NODE);
	buffer_add_byte(key, (char)(node->kind + 32));
	if (node->kind == MD_FOOTNOTE_REF && node->number <= side->note_count)
		add_number(key, side->notes[node->number]);
	buffer_add(key, node->text);
	if (node->kind == MD_LINK || node->kind == MD_IMAGE) {
		buffer_add_byte(key, MARK_PART);
		buffer_add(key, node->extra);
	}
}

static void add_leaf(struct buffer *key, const struct text_side *side, uint32_t leaf)
{
	for (struct md_walk walk = md_walk(side->md, leaf); md_step(&walk);) {
		const struct md_node *node = &side->md->nodes[walk.node];

		if (walk.node == leaf)
			continue;
		if (walk.entering)
			add_inline(key, side, node);
		else if (node->kind != MD_TEXT && node->kind != MD_SOFT_BREAK)
			buffer_add_byte(key, MARK_LEAVE);
	}
}

/* What a block says: of its own, and what those in it say. */
static void add_block(struct buffer *key, const struct text_side *side, uint32_t block)
{
	const struct md_node *node = &side->md->nodes[block];

	buffer_add_byte(key, (char)(node->kind + 32));
	if (node->kind == MD_HEADING)
		buffer_add_byte(key, (char)(node->level + 32));
	if (node->kind == MD_ROW)
		buffer_add_byte(key, node->header ? 'h' : 'r');
	if (node->kind == MD_TABLE)
		add_number(key, node->number);
	if (text_is_leaf(node)) {
		add_leaf(key, side, block);
	} else if (text_is_solid(node)) {
		buffer_add(key, node->extra);
		buffer_add_byte(key, MARK_PART);
		buffer_add(key, node->text);
	} else {
		for (uint32_t child = node->first; child; child = side->md->nodes[child].next)
			add_number(key, side->content[child]);
	}
}

void text_contents_read(struct text_comparer *comparer, enum text_side_index index, uint32_t root)
{
	struct text_side *side = &comparer->sides[index];
	struct buffer key = { 0 };

	for (struct md_walk walk = md_walk(side->md, root); md_step(&walk);) {
		const struct md_node *node = &side->md->nodes[walk.node];
		struct slice bytes;

		if (walk.entering && text_is_leaf(node))
			md_skip_children(&walk);
		if (walk.entering || side->content[walk.node])
			continue;
		buffer_clear(&key);
		add_block(&key, side, walk.node);
		bytes = buffer_slice(&key);
		side->size[walk.node] += (uint32_t)key.len;
		if (node->parent)
			side->size[node->parent] += side->size[walk.node];
		if (!map_get(&comparer->contents, bytes))
			bytes = arena_slice(comparer->scratch, bytes);
		side->content[walk.node] = text_intern(
		    &comparer->contents, &comparer->content_count, bytes, comparer->scratch);
	}
	buffer_release(&key);
}

unsigned text_similarity(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct text_bag *a = text_bag_read(comparer, SIDE_OLD, before);
	const struct text_bag *b = text_bag_read(comparer, SIDE_NEW, after);
	uint64_t common = 0, steps = a->count + b->count;

	if (a->letters + b->letters == 0 || comparer->effort < steps)
		return 0;
	comparer->effort -= steps;
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->words[i].word == b->words[j].word) {
			common += a->words[i].letters;
			i++;
			j++;
		} else if (a->words[i].word < b->words[j].word) {
			i++;
		} else {
			j++;
		}
	}
	return (unsigned)(2000 * common / (a->letters + b->letters));
}
