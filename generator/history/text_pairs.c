/* Which block of one text is which of the other. */
#include "history/text_parts.h"

bool text_stays(const struct text_comparer *comparer, enum text_side_index side, uint32_t block)
{
	return comparer->sides[side].mate[block] && !comparer->sides[side].moved[block];
}

struct text_blocks text_children(
    struct text_comparer *comparer, enum text_side_index side, uint32_t node, bool notes)
{
	const struct md *md = comparer->sides[side].md;
	struct text_blocks children = { NULL, 0 };

	for (uint32_t child = md->nodes[node].first; child; child = md->nodes[child].next)
		children.count += (md->nodes[child].kind == MD_FOOTNOTE) == notes;
	children.nodes = ARENA_COUNT(comparer->scratch, uint32_t, children.count);
	children.count = 0;
	for (uint32_t child = md->nodes[node].first; child; child = md->nodes[child].next)
		if ((md->nodes[child].kind == MD_FOOTNOTE) == notes)
			children.nodes[children.count++] = child;
	return children;
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

bool text_has_mates(const struct text_side *side, uint32_t block)
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

	return a->content[before] == b->content[after] && !text_has_mates(a, before) &&
	       !text_has_mates(b, after);
}

void text_pair_blocks(struct text_comparer *comparer, uint32_t before, uint32_t after)
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

static uint32_t *sizes_of(
    struct text_comparer *comparer, enum text_side_index side, struct text_blocks blocks)
{
	uint32_t *sizes = ARENA_COUNT(comparer->scratch, uint32_t, blocks.count);

	for (size_t i = 0; i < blocks.count; i++)
		sizes[i] = comparer->sides[side].size[blocks.nodes[i]];
	return sizes;
}

/* In order; of two that changed places the heavier one stays. */
static void pair_equal_blocks(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, const uint32_t *weights)
{
	uint32_t *match = ARENA_COUNT(comparer->scratch, uint32_t, before.count);

	text_align(&comparer->aligner, contents_of(comparer, SIDE_OLD, before), before.count,
	    contents_of(comparer, SIDE_NEW, after), after.count, weights,
	    comparer->content_count + 1, match);
	for (size_t i = 0; i < before.count; i++)
		if (match[i])
			text_pair_blocks(comparer, before.nodes[i], after.nodes[match[i] - 1]);
}

/* From *at on, those without a mate up to one that stays; *at moves behind that one. */
static struct text_blocks next_gap(struct text_comparer *comparer, enum text_side_index side,
    struct text_blocks blocks, size_t *at)
{
	size_t end = *at;
	struct text_blocks gap = { NULL, 0 };

	while (end < blocks.count && !text_stays(comparer, side, blocks.nodes[end]))
		end++;
	gap.nodes = ARENA_COUNT(comparer->scratch, uint32_t, end - *at);
	for (; *at < end; ++*at)
		if (!comparer->sides[side].mate[blocks.nodes[*at]])
			gap.nodes[gap.count++] = blocks.nodes[*at];
	++*at;
	return gap;
}

/* Blocks between the same neighbours. */
static void pair_equal_between(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	for (size_t i = 0, j = 0; i < before.count && j < after.count;) {
		struct text_blocks old_gap = next_gap(comparer, SIDE_OLD, before, &i);
		struct text_blocks new_gap = next_gap(comparer, SIDE_NEW, after, &j);

		pair_equal_blocks(
		    comparer, old_gap, new_gap, sizes_of(comparer, SIDE_NEW, new_gap));
	}
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
				text_pair_blocks(
				    comparer, old_gap.nodes[at], new_gap.nodes[mates[at] - 1]);
	}
}

/* --- sections ---------------------------------------------------------------------------------- */

/* The document's headings, and what stands below each up to the next one. */
struct sections {
	struct text_blocks headings;
	struct text_blocks *bodies; /* one more: the first stands before any heading */
	uint32_t *sizes;            /* of headings with their bodies */
};

static struct sections sections_of(
    struct text_comparer *comparer, enum text_side_index side, struct text_blocks blocks)
{
	struct arena *scratch = comparer->scratch;
	struct sections sections = { { ARENA_COUNT(scratch, uint32_t, blocks.count), 0 },
		ARENA_COUNT(scratch, struct text_blocks, blocks.count + 1),
		ARENA_COUNT(scratch, uint32_t, blocks.count) };
	struct text_blocks *body = sections.bodies;

	body->nodes = blocks.nodes;
	for (size_t i = 0; i < blocks.count; i++) {
		uint32_t node = blocks.nodes[i], size = comparer->sides[side].size[node];

		if (text_node(comparer, side, node)->kind == MD_HEADING) {
			sections.sizes[sections.headings.count] = size;
			sections.headings.nodes[sections.headings.count++] = node;
			(++body)->nodes = blocks.nodes + i + 1;
		} else {
			body->count++;
			if (sections.headings.count > 0)
				sections.sizes[sections.headings.count - 1] += size;
		}
	}
	return sections;
}

/* Headings first, then what stands below the same one: what is like it elsewhere has moved. */
static void pair_sections(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	struct sections old_ones = sections_of(comparer, SIDE_OLD, before);
	struct sections new_ones = sections_of(comparer, SIDE_NEW, after);
	size_t j = 0;

	pair_equal_blocks(comparer, old_ones.headings, new_ones.headings, new_ones.sizes);
	pair_equal_between(comparer, old_ones.bodies[0], new_ones.bodies[0]);
	for (size_t i = 0; i < old_ones.headings.count; i++) {
		uint32_t mate = comparer->sides[SIDE_OLD].mate[old_ones.headings.nodes[i]];

		if (mate == 0)
			continue;
		while (new_ones.headings.nodes[j] != mate)
			j++;
		pair_equal_between(comparer, old_ones.bodies[i + 1], new_ones.bodies[j + 1]);
	}
}

static void pair_cells(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after)
{
	for (size_t i = 0; i < before.count && i < after.count; i++)
		text_pair_blocks(comparer, before.nodes[i], after.nodes[i]);
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
		text_pair_blocks(comparer, before.nodes[0], after.nodes[0]); /* it has one header */
	if (text_node(comparer, SIDE_OLD, pair.before)->kind == MD_DOCUMENT)
		pair_sections(comparer, before, after);
	pair_equal_between(comparer, before, after);
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
	pair_equal_between(comparer, notes[SIDE_OLD], notes[SIDE_NEW]);
	pair_similar_blocks(comparer, notes[SIDE_OLD], notes[SIDE_NEW], false);
	text_pair_rest(comparer, notes[SIDE_OLD], notes[SIDE_NEW]);
	number_notes(comparer, SIDE_OLD, notes[SIDE_OLD]);
	number_notes(comparer, SIDE_NEW, notes[SIDE_NEW]);
}

void text_pair_all(struct text_comparer *comparer)
{
	pair_notes(comparer);
	for (enum text_side_index side = SIDE_OLD; side <= SIDE_NEW; side++)
		text_contents_read(comparer, side, 0);
	pair_children(comparer, (struct text_pair){ 0, 0 });
	pair_pending(comparer);
	text_move_all(comparer);
	pair_pending(comparer);
}
