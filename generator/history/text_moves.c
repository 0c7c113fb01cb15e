/* What stands elsewhere in the new text. */
#include "history/text_parts.h"

/* What moved is recognised from so many letters on; less stands in many places by chance. */
#define MIN_MOVED 20
#define MIN_MOVED_CHANGED 40
#define MOVED_SIMILAR 800 /* of 1000 letters */

static bool inside_moved(const struct text_side *side, uint32_t node)
{
	for (; node; node = side->md->nodes[node].parent)
		if (side->moved[node])
			return true;
	return false;
}

/* Blocks without a mate, each before those in it. */
static struct text_blocks homeless(struct text_comparer *comparer, enum text_side_index index)
{
	const struct text_side *side = &comparer->sides[index];
	struct text_blocks list = { ARENA_COUNT(comparer->scratch, uint32_t, side->md->count), 0 };

	for (struct md_walk walk = md_walk(side->md, 0); md_step(&walk);) {
		const struct md_node *node = &side->md->nodes[walk.node];

		if (!walk.entering)
			continue;
		if (text_is_leaf(node) || node->kind == MD_FOOTNOTE)
			md_skip_children(&walk);
		if (walk.node && !side->mate[walk.node] && node->kind != MD_CELL &&
		    node->kind != MD_FOOTNOTE && node->kind != MD_RULE && !node->header &&
		    !inside_moved(side, walk.node))
			list.nodes[list.count++] = walk.node;
	}
	return list;
}

/* Neither it nor what it stands in or holds has a mate that it stays or goes with. */
static bool is_free(const struct text_side *side, uint32_t block)
{
	return !side->mate[block] && !inside_moved(side, block) && !text_has_mates(side, block);
}

/* A row moves within its table. */
static bool may_move(const struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct md_node *a = text_node(comparer, SIDE_OLD, before);
	const struct md_node *b = text_node(comparer, SIDE_NEW, after);

	if (!is_free(&comparer->sides[SIDE_OLD], before) ||
	    !is_free(&comparer->sides[SIDE_NEW], after))
		return false;
	return a->kind != MD_ROW || comparer->sides[SIDE_OLD].mate[a->parent] == b->parent;
}

static void move(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	text_pair_blocks(comparer, before, after);
	comparer->sides[SIDE_OLD].moved[before] = true;
	comparer->sides[SIDE_NEW].moved[after] = true;
}

/* Letters enough, or a code block; a heading goes with its section, and a row stays in its table, however short. */
static bool is_substantial(
    struct text_comparer *comparer, enum text_side_index side, uint32_t block, size_t least)
{
	const struct md_node *node = text_node(comparer, side, block);

	if (node->kind == MD_CODE_BLOCK)
		return node->text.len >= least;
	return node->kind == MD_HEADING || node->kind == MD_ROW ||
	       text_bag_read(comparer, side, block)->letters >= least;
}

/* What a block that moved is known by: what it says, or (a row) what its first cell says. 0: nothing. */
typedef uint32_t block_key(const struct text_side *side, uint32_t block);

static uint32_t content_of(const struct text_side *side, uint32_t block)
{
	return side->content[block];
}

static uint32_t row_name(const struct text_side *side, uint32_t block)
{
	uint32_t cell = side->md->nodes[block].kind == MD_ROW ? side->md->nodes[block].first : 0;

	return cell && side->md->nodes[cell].first ? side->content[cell] : 0;
}

#define MAX_TRIED 8

/* Blocks of the old text with one key, in turn: 1 + index; 0: none. */
struct same_key {
	uint32_t *first; /* by key */
	uint32_t *next;
};

static struct same_key index_by_key(
    struct text_comparer *comparer, struct text_blocks before, block_key *key_of)
{
	struct same_key same = {
		.first = ARENA_COUNT(comparer->scratch, uint32_t, comparer->content_count + 1),
		.next = ARENA_COUNT(comparer->scratch, uint32_t, before.count + 1),
	};

	for (size_t i = before.count; i-- > 0;) {
		uint32_t key = key_of(&comparer->sides[SIDE_OLD], before.nodes[i]);

		same.next[i + 1] = same.first[key];
		same.first[key] = (uint32_t)i + 1;
	}
	return same;
}

/* The first of the old blocks that may go there; 1 + index, or 0. Those that went are tried no more. */
static uint32_t find_free(const struct text_comparer *comparer, struct same_key same,
    struct text_blocks before, uint32_t key, uint32_t after)
{
	uint32_t *first = &same.first[key];
	unsigned tried = 0;

	while (*first && !is_free(&comparer->sides[SIDE_OLD], before.nodes[*first - 1]))
		*first = same.next[*first];
	for (uint32_t at = *first; at && tried < MAX_TRIED; at = same.next[at], tried++)
		if (may_move(comparer, before.nodes[at - 1], after))
			return at;
	return 0;
}

static void move_by_key(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, block_key *key_of)
{
	struct same_key same = index_by_key(comparer, before, key_of);

	for (size_t j = 0; j < after.count; j++) {
		uint32_t node = after.nodes[j], found;
		uint32_t key = key_of(&comparer->sides[SIDE_NEW], node);

		if (key == 0 || same.first[key] == 0 ||
		    !is_substantial(comparer, SIDE_NEW, node, MIN_MOVED))
			continue;
		found = find_free(comparer, same, before, key, node);
		if (found)
			move(comparer, before.nodes[found - 1], node);
	}
}

/* Of what was changed, it is the items of a list that move. */
static bool is_list(const struct md_node *node)
{
	return node->kind == MD_LIST || node->kind == MD_POINTS;
}

static bool may_go_along(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct md_node *a = text_node(comparer, SIDE_OLD, before);

	return before && after && a->kind != MD_FOOTNOTE && !a->header &&
	       comparer->sides[SIDE_OLD].content[before] ==
		   comparer->sides[SIDE_NEW].content[after] &&
	       may_move(comparer, before, after);
}

/* However short: what followed a block that moved goes along where it follows it again. */
static void move_followers(struct text_comparer *comparer, struct text_blocks after)
{
	for (size_t j = 0; j < after.count; j++) {
		uint32_t here = after.nodes[j], before;

		if (!comparer->sides[SIDE_NEW].moved[here])
			continue;
		before = text_node(comparer, SIDE_OLD, comparer->sides[SIDE_NEW].mate[here])->next;
		here = text_node(comparer, SIDE_NEW, here)->next;
		while (may_go_along(comparer, before, here)) {
			move(comparer, before, here);
			before = text_node(comparer, SIDE_OLD, before)->next;
			here = text_node(comparer, SIDE_NEW, here)->next;
		}
	}
}

static struct text_blocks substantial(
    struct text_comparer *comparer, enum text_side_index side, struct text_blocks blocks)
{
	struct text_blocks list = { ARENA_COUNT(comparer->scratch, uint32_t, blocks.count), 0 };

	for (size_t i = 0; i < blocks.count; i++) {
		const struct md_node *node = text_node(comparer, side, blocks.nodes[i]);

		if (!text_is_solid(node) && !is_list(node) && node->kind != MD_HEADING &&
		    !comparer->sides[side].mate[blocks.nodes[i]] &&
		    is_substantial(comparer, side, blocks.nodes[i], MIN_MOVED_CHANGED))
			list.nodes[list.count++] = blocks.nodes[i];
	}
	return list;
}

static void move_similar(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	uint32_t *mates;

	before = substantial(comparer, SIDE_OLD, before);
	after = substantial(comparer, SIDE_NEW, after);
	mates = ARENA_COUNT(comparer->scratch, uint32_t, after.count);
	text_match_anywhere(comparer, before, after, MOVED_SIMILAR, mates);
	for (size_t j = 0; j < after.count; j++)
		if (mates[j] && may_move(comparer, before.nodes[mates[j] - 1], after.nodes[j]))
			move(comparer, before.nodes[mates[j] - 1], after.nodes[j]);
}

void text_move_all(struct text_comparer *comparer)
{
	struct text_blocks before = homeless(comparer, SIDE_OLD);
	struct text_blocks after = homeless(comparer, SIDE_NEW);

	move_by_key(comparer, before, after, content_of);
	move_by_key(comparer, before, after, row_name);
	move_similar(comparer, before, after);
	move_followers(comparer, after);
}
