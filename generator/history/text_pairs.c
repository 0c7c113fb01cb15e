/* Which block of one text is which of the other. */
#include <string.h>

#include "history/text_parts.h"

/* What moved is recognised from so many letters on; less stands in many places by chance. */
#define MIN_MOVED 20
#define MIN_MOVED_CHANGED 40
#define MOVED_SIMILAR 800 /* of 1000 letters */

bool text_stays(const struct text_comparer *comparer, enum text_side_index side, uint32_t block)
{
	return comparer->sides[side].mate[block] && !comparer->sides[side].moved[block];
}

struct text_blocks text_children(
    struct text_comparer *comparer, enum text_side_index side, uint32_t node, bool notes)
{
	const struct md *md = comparer->sides[side].md;
	ARRAY(uint32_t) list = { 0 };

	for (uint32_t child = md->nodes[node].first; child; child = md->nodes[child].next)
		if ((md->nodes[child].kind == MD_FOOTNOTE) == notes)
			*ARENA_PUSH(comparer->scratch, &list) = child;
	return (struct text_blocks){ list.items, list.count };
}

static void set_mates(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	comparer->sides[SIDE_OLD].mate[before] = after;
	comparer->sides[SIDE_NEW].mate[after] = before;
}

/* Blocks that say the same, with all in them: both have the same shape. */
static void pair_equal(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	struct md_walk a = md_walk(comparer->sides[SIDE_OLD].md, before);
	struct md_walk b = md_walk(comparer->sides[SIDE_NEW].md, after);

	while (md_step(&a) && md_step(&b)) {
		if (!a.entering)
			continue;
		set_mates(comparer, a.node, b.node);
		if (text_is_leaf(&a.md->nodes[a.node])) {
			md_skip_children(&a);
			md_skip_children(&b);
		}
	}
}

/* Does anything in a block have a mate already, one elsewhere? */
static bool has_mates(const struct text_side *side, uint32_t block)
{
	for (struct md_walk walk = md_walk(side->md, block); md_step(&walk);) {
		if (walk.entering && walk.node != block && side->mate[walk.node])
			return true;
		if (walk.entering && text_is_leaf(&side->md->nodes[walk.node]))
			md_skip_children(&walk);
	}
	return false;
}

static bool are_equal(const struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct text_side *a = &comparer->sides[SIDE_OLD], *b = &comparer->sides[SIDE_NEW];

	return a->content[before] == b->content[after] && !has_mates(a, before) &&
	       !has_mates(b, after);
}

static void pair_blocks(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct md_node *node = text_node(comparer, SIDE_OLD, before);

	if (are_equal(comparer, before, after)) {
		pair_equal(comparer, before, after);
		return;
	}
	set_mates(comparer, before, after);
	if (!text_is_leaf(node))
		*ARENA_PUSH(comparer->scratch, &comparer->pending) =
		    (struct text_pair){ before, after };
}

/* --- at the same place ------------------------------------------------------------------------- */

static const uint32_t *contents_of(
    struct text_comparer *comparer, enum text_side_index side, struct text_blocks blocks)
{
	uint32_t *contents = ARENA_COUNT(comparer->scratch, uint32_t, blocks.count);

	for (size_t i = 0; i < blocks.count; i++)
		contents[i] = comparer->sides[side].content[blocks.nodes[i]];
	return contents;
}

/* Those without a mate. */
static struct text_blocks unpaired(
    struct text_comparer *comparer, enum text_side_index side, struct text_blocks blocks)
{
	ARRAY(uint32_t) list = { 0 };

	for (size_t i = 0; i < blocks.count; i++)
		if (!comparer->sides[side].mate[blocks.nodes[i]])
			*ARENA_PUSH(comparer->scratch, &list) = blocks.nodes[i];
	return (struct text_blocks){ list.items, list.count };
}

static void pair_equal_blocks(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	uint32_t *match;

	before = unpaired(comparer, SIDE_OLD, before);
	after = unpaired(comparer, SIDE_NEW, after);
	match = ARENA_COUNT(comparer->scratch, uint32_t, before.count);
	text_align(&comparer->aligner, contents_of(comparer, SIDE_OLD, before), before.count,
	    contents_of(comparer, SIDE_NEW, after), after.count, comparer->content_count + 1,
	    match);
	for (size_t i = 0; i < before.count; i++)
		if (match[i])
			pair_blocks(comparer, before.nodes[i], after.nodes[match[i] - 1]);
}

/* From *at on, those without a mate up to one that stays; *at moves behind that one. */
static struct text_blocks next_gap(struct text_comparer *comparer, enum text_side_index side,
    struct text_blocks blocks, size_t *at)
{
	ARRAY(uint32_t) list = { 0 };

	for (; *at < blocks.count && !text_stays(comparer, side, blocks.nodes[*at]); ++*at)
		if (!comparer->sides[side].mate[blocks.nodes[*at]])
			*ARENA_PUSH(comparer->scratch, &list) = blocks.nodes[*at];
	++*at;
	return (struct text_blocks){ list.items, list.count };
}

static void pair_similar_blocks(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after, bool late)
{
	for (size_t i = 0, j = 0; i < before.count && j < after.count;) {
		struct text_blocks old_gap = next_gap(comparer, SIDE_OLD, before, &i);
		struct text_blocks new_gap = next_gap(comparer, SIDE_NEW, after, &j);
		uint32_t *mates = ARENA_COUNT(comparer->scratch, uint32_t, old_gap.count);

		text_match_similar(comparer, old_gap, new_gap, late, mates);
		for (size_t at = 0; at < old_gap.count; at++)
			if (mates[at])
				pair_blocks(
				    comparer, old_gap.nodes[at], new_gap.nodes[mates[at] - 1]);
	}
}

static void pair_cells(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	for (size_t i = 0; i < before.count && i < after.count; i++)
		pair_blocks(comparer, before.nodes[i], after.nodes[i]);
}

static void pair_children(struct text_comparer *comparer, struct text_pair pair)
{
	struct text_blocks before = text_children(comparer, SIDE_OLD, pair.before, false);
	struct text_blocks after = text_children(comparer, SIDE_NEW, pair.after, false);

	if (text_node(comparer, SIDE_OLD, pair.before)->kind == MD_ROW) {
		pair_cells(comparer, before, after);
		return;
	}
	if (text_node(comparer, SIDE_OLD, pair.before)->kind == MD_TABLE)
		pair_blocks(comparer, before.nodes[0], after.nodes[0]); /* it has one header */
	pair_equal_blocks(comparer, before, after);
	pair_similar_blocks(comparer, before, after, false);
}

static void pair_pending(struct text_comparer *comparer)
{
	while (comparer->pending.count > 0)
		pair_children(comparer, comparer->pending.items[--comparer->pending.count]);
}

void text_pair_rest(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	pair_similar_blocks(comparer, before, after, true);
	pair_pending(comparer);
}

/* --- notes ------------------------------------------------------------------------------------- */

/* Notes that are mates are the same to what refers to them, whatever their numbers. */
static void number_notes(
    struct text_comparer *comparer, enum text_side_index index, struct text_blocks notes)
{
	struct text_side *side = &comparer->sides[index];

	side->notes = ARENA_COUNT(comparer->scratch, uint32_t, notes.count + 1);
	for (size_t i = 0; i < notes.count; i++) {
		uint32_t note = notes.nodes[i], number = side->md->nodes[note].number;

		if (number == 0 || number > notes.count)
			continue;
		if (index == SIDE_NEW)
			side->notes[number] = 2 * note;
		else
			side->notes[number] =
			    side->mate[note] ? 2 * side->mate[note] : 2 * note + 1;
	}
	side->note_count = (uint32_t)notes.count;
}

static void pair_notes(struct text_comparer *comparer)
{
	struct text_blocks notes[2];

	for (enum text_side_index side = SIDE_OLD; side <= SIDE_NEW; side++) {
		notes[side] = text_children(comparer, side, 0, true);
		for (size_t i = 0; i < notes[side].count; i++)
			text_contents_read(comparer, side, notes[side].nodes[i]);
	}
	pair_equal_blocks(comparer, notes[SIDE_OLD], notes[SIDE_NEW]);
	pair_similar_blocks(comparer, notes[SIDE_OLD], notes[SIDE_NEW], false);
	text_pair_rest(comparer, notes[SIDE_OLD], notes[SIDE_NEW]);
	number_notes(comparer, SIDE_OLD, notes[SIDE_OLD]);
	number_notes(comparer, SIDE_NEW, notes[SIDE_NEW]);
}

/* --- elsewhere --------------------------------------------------------------------------------- */

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
	ARRAY(uint32_t) list = { 0 };

	for (struct md_walk walk = md_walk(side->md, 0); md_step(&walk);) {
		const struct md_node *node = &side->md->nodes[walk.node];

		if (!walk.entering)
			continue;
		if (text_is_leaf(node) || node->kind == MD_FOOTNOTE)
			md_skip_children(&walk);
		if (walk.node && !side->mate[walk.node] && node->kind != MD_CELL &&
		    node->kind != MD_FOOTNOTE && node->kind != MD_RULE && !node->header &&
		    !inside_moved(side, walk.node))
			*ARENA_PUSH(comparer->scratch, &list) = walk.node;
	}
	return (struct text_blocks){ list.items, list.count };
}

/* Neither it nor what it stands in or holds has a mate that it stays or goes with. */
static bool is_free(const struct text_side *side, uint32_t block)
{
	return !side->mate[block] && !inside_moved(side, block) && !has_mates(side, block);
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
	pair_blocks(comparer, before, after);
	comparer->sides[SIDE_OLD].moved[before] = true;
	comparer->sides[SIDE_NEW].moved[after] = true;
}

/* Letters enough, or a code block; a heading goes with its section, however short. */
static bool is_substantial(
    struct text_comparer *comparer, enum text_side_index side, uint32_t block, size_t least)
{
	const struct md_node *node = text_node(comparer, side, block);

	if (node->kind == MD_CODE_BLOCK)
		return node->text.len >= least;
	return node->kind == MD_HEADING || text_bag_read(comparer, side, block)->letters >= least;
}

/* Blocks of the old text that say the same, the next ones in turn: 1 + index; 0: none. */
struct same_content {
	uint32_t *first; /* by content */
	uint32_t *next;
};

static uint32_t next_free(const struct text_comparer *comparer, struct same_content same,
    struct text_blocks before, uint32_t content)
{
	uint32_t *first = &same.first[content];

	while (*first && !is_free(&comparer->sides[SIDE_OLD], before.nodes[*first - 1]))
		*first = same.next[*first];
	return *first;
}

static void move_equal(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	struct same_content same = {
		.first = ARENA_COUNT(comparer->scratch, uint32_t, comparer->content_count + 1),
		.next = ARENA_COUNT(comparer->scratch, uint32_t, before.count + 1),
	};

	for (size_t i = before.count; i-- > 0;) {
		uint32_t content = comparer->sides[SIDE_OLD].content[before.nodes[i]];

		same.next[i + 1] = same.first[content];
		same.first[content] = (uint32_t)i + 1;
	}
	for (size_t j = 0; j < after.count; j++) {
		uint32_t content = comparer->sides[SIDE_NEW].content[after.nodes[j]];
		uint32_t candidate = next_free(comparer, same, before, content);

		if (candidate == 0 ||
		    !is_substantial(comparer, SIDE_NEW, after.nodes[j], MIN_MOVED) ||
		    !may_move(comparer, before.nodes[candidate - 1], after.nodes[j]))
			continue;
		move(comparer, before.nodes[candidate - 1], after.nodes[j]);
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
	ARRAY(uint32_t) list = { 0 };

	for (size_t i = 0; i < blocks.count; i++) {
		const struct md_node *node = text_node(comparer, side, blocks.nodes[i]);

		if (!text_is_solid(node) && !is_list(node) && node->kind != MD_HEADING &&
		    !comparer->sides[side].mate[blocks.nodes[i]] &&
		    is_substantial(comparer, side, blocks.nodes[i], MIN_MOVED_CHANGED))
			*ARENA_PUSH(comparer->scratch, &list) = blocks.nodes[i];
	}
	return (struct text_blocks){ list.items, list.count };
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

void text_pair_all(struct text_comparer *comparer)
{
	struct text_blocks before, after;

	pair_notes(comparer);
	for (enum text_side_index side = SIDE_OLD; side <= SIDE_NEW; side++)
		text_contents_read(comparer, side, 0);
	pair_children(comparer, (struct text_pair){ 0, 0 });
	pair_pending(comparer);
	before = homeless(comparer, SIDE_OLD);
	after = homeless(comparer, SIDE_NEW);
	move_equal(comparer, before, after);
	move_similar(comparer, before, after);
	move_followers(comparer, after);
	pair_pending(comparer);
}
