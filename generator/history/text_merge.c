/* One tree of both texts. */
#include "history/text_parts.h"

static struct md_node *node_at(struct text_comparer *comparer, uint32_t node)
{
	return &comparer->nodes.items[node];
}

static struct text_mark *mark_at(struct text_comparer *comparer, uint32_t node)
{
	return &comparer->marks.items[node];
}

static uint32_t append(struct text_comparer *comparer, uint32_t parent, const struct md_node *from,
    enum text_fate fate)
{
	uint32_t node = (uint32_t)comparer->nodes.count, last;
	struct md_node copy = *from;

	copy.parent = parent;
	copy.first = copy.last = copy.next = 0;
	*ARENA_PUSH(comparer->arena, &comparer->nodes) = copy;
	*ARENA_PUSH(comparer->arena, &comparer->marks) =
	    (struct text_mark){ .fate = (uint8_t)fate };
	if (node == 0)
		return node;
	last = node_at(comparer, parent)->last;
	if (last)
		node_at(comparer, last)->next = node;
	else
		node_at(comparer, parent)->first = node;
	node_at(comparer, parent)->last = node;
	return node;
}

/* The same with its texts copied. */
static uint32_t append_copy(struct text_comparer *comparer, uint32_t parent,
    const struct md_node *from, enum text_fate fate)
{
	struct md_node copy = *from;

	copy.text = arena_slice(comparer->arena, from->text);
	copy.extra = arena_slice(comparer->arena, from->extra);
	return append(comparer, parent, &copy, fate);
}

/* A node whose children stand behind one another has the fate that they share, or is changed. */
static void settle(struct text_comparer *comparer, uint32_t node)
{
	uint32_t child = node_at(comparer, node)->first;
	uint8_t fate = child ? mark_at(comparer, child)->fate : (uint8_t)TEXT_SAME;

	for (; child; child = node_at(comparer, child)->next)
		if (mark_at(comparer, child)->fate != fate)
			fate = TEXT_CHANGED;
	mark_at(comparer, node)->fate = fate;
}

static void merge_pair(
    struct text_comparer *comparer, uint32_t before, uint32_t after, uint32_t parent);

static void merge_moved(struct text_comparer *comparer, uint32_t after, uint32_t parent)
{
	uint32_t node = (uint32_t)comparer->nodes.count;

	merge_pair(comparer, comparer->sides[SIDE_NEW].mate[after], after, parent);
	mark_at(comparer, node)->differs_inside = mark_at(comparer, node)->fate != TEXT_SAME;
	mark_at(comparer, node)->fate = TEXT_MOVED_HERE;
	comparer->sides[SIDE_NEW].merged[after] = node;
}

/* A block with all in it, of one text alone. */
static uint32_t copy_block(struct text_comparer *comparer, enum text_side_index index,
    uint32_t block, uint32_t parent, enum text_fate fate)
{
	struct text_side *side = &comparer->sides[index];
	uint32_t root = (uint32_t)comparer->nodes.count, into = parent, away = 0;

	for (struct md_walk walk = md_walk(side->md, block); md_step(&walk);) {
		bool moved = fate != TEXT_SAME && side->moved[walk.node];

		if (moved && index == SIDE_NEW) {
			if (walk.entering) {
				merge_moved(comparer, walk.node, into);
				md_skip_children(&walk);
			}
		} else if (walk.entering) {
			into = append_copy(comparer, into, &side->md->nodes[walk.node],
			    moved || away ? TEXT_MOVED_AWAY : fate);
			if (moved && !away) {
				away = walk.node;
				side->merged[walk.node] = into;
			}
		} else {
			into = node_at(comparer, into)->parent;
			if (walk.node == away)
				away = 0;
		}
	}
	return root;
}

/* --- words ------------------------------------------------------------------------------------- */

struct leaf_writer {
	struct text_comparer *comparer;
	uint32_t leaf, into; /* into: the node of the context, or the leaf */
	uint32_t context;
};

static void leave_context(struct leaf_writer *writer)
{
	struct text_comparer *comparer = writer->comparer;

	settle(comparer, writer->into);
	writer->into = node_at(comparer, writer->into)->parent;
	writer->context = comparer->contexts.items[writer->context].parent;
}

static void enter_contexts(struct leaf_writer *writer, uint32_t context)
{
	struct text_comparer *comparer = writer->comparer;
	const struct text_context *of = &comparer->contexts.items[context];

	if (context == writer->context)
		return;
	enter_contexts(writer, of->parent);
	writer->into = append(comparer, writer->into,
	    &(struct md_node){ .kind = of->kind, .text = of->text, .extra = of->extra },
	    TEXT_CHANGED);
	writer->context = context;
}

/* Out of what the token does not stand in, then into what it does. */
static void go_to_context(struct leaf_writer *writer, uint32_t context)
{
	const struct text_context *contexts = writer->comparer->contexts.items;
	uint32_t common = context;

	while (contexts[common].depth > contexts[writer->context].depth)
		common = contexts[common].parent;
	while (contexts[writer->context].depth > contexts[common].depth)
		leave_context(writer);
	while (writer->context != common) {
		leave_context(writer);
		common = contexts[common].parent;
	}
	enter_contexts(writer, context);
}

/* Text that goes on with the text before it becomes one node with it. */
static void write_token(struct leaf_writer *writer, enum text_side_index side,
    const struct text_token *token, enum text_fate fate)
{
	struct text_comparer *comparer = writer->comparer;
	uint32_t last;
	struct md_node *before;

	go_to_context(writer, token->context);
	if (token->kind == TOKEN_NODE) {
		copy_block(comparer, side, token->what, writer->into, fate);
		return;
	}
	last = node_at(comparer, writer->into)->last;
	before = last ? node_at(comparer, last) : NULL;
	if (before && before->kind == MD_TEXT && mark_at(comparer, last)->fate == fate &&
	    before->text.p + before->text.len == token->text.p)
		before->text.len += token->text.len;
	else
		append(comparer, writer->into,
		    &(struct md_node){ .kind = MD_TEXT, .text = token->text }, fate);
}

static void write_tokens(struct leaf_writer *writer, enum text_side_index side,
    const struct text_leaf *leaf, size_t from, size_t to, enum text_fate fate)
{
	for (size_t i = from; i < to; i++)
		write_token(writer, side, &leaf->tokens[i], fate);
}

static void merge_words(
    struct text_comparer *comparer, uint32_t before, uint32_t after, uint32_t node)
{
	const struct text_leaf *old_leaf = text_leaf_read(comparer, SIDE_OLD, before);
	const struct text_leaf *new_leaf = text_leaf_read(comparer, SIDE_NEW, after);
	struct leaf_writer writer = { .comparer = comparer, .leaf = node, .into = node };
	struct text_stretches stretches;

	text_stretches_read(comparer, old_leaf, new_leaf, &stretches);
	for (size_t i = 0; i < stretches.list.count; i++) {
		const struct text_stretch *each = &stretches.list.items[i];

		if (each->same) {
			write_tokens(&writer, SIDE_NEW, new_leaf, each->b, each->b_end, TEXT_SAME);
			continue;
		}
		write_tokens(&writer, SIDE_OLD, old_leaf, each->a, each->a_end, TEXT_REMOVED);
		write_tokens(&writer, SIDE_NEW, new_leaf, each->b, each->b_end, TEXT_ADDED);
	}
	go_to_context(&writer, 0);
}

/* --- blocks ------------------------------------------------------------------------------------ */

/* What stands from i and j on up to the next mates: what is gone first, then what came. */
struct place {
	struct text_blocks before, after;
	size_t i, j;
};

/* The only two without a mate at a place, of one kind: one replaced the other. */
static bool are_twins(struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	return text_node(comparer, SIDE_OLD, before)->kind ==
		   text_node(comparer, SIDE_NEW, after)->kind &&
	       !comparer->sides[SIDE_OLD].moved[before] && !comparer->sides[SIDE_NEW].moved[after];
}

static void merge_unpaired(struct text_comparer *comparer, struct place *place, uint32_t parent)
{
	size_t i = place->i, j = place->j;
	uint32_t removed = 0, added = 0;

	for (; place->i < place->before.count &&
	       !text_stays(comparer, SIDE_OLD, place->before.nodes[place->i]);
	     place->i++)
		removed = copy_block(
		    comparer, SIDE_OLD, place->before.nodes[place->i], parent, TEXT_REMOVED);
	for (; place->j < place->after.count &&
	       !text_stays(comparer, SIDE_NEW, place->after.nodes[place->j]);
	     place->j++)
		added = copy_block(
		    comparer, SIDE_NEW, place->after.nodes[place->j], parent, TEXT_ADDED);
	if (place->i == i + 1 && place->j == j + 1 &&
	    are_twins(comparer, place->before.nodes[i], place->after.nodes[j])) {
		mark_at(comparer, removed)->twin = added;
		mark_at(comparer, added)->twin = removed;
	}
}

static void merge_children(
    struct text_comparer *comparer, struct text_pair pair, uint32_t parent, bool notes)
{
	struct place place = { text_children(comparer, SIDE_OLD, pair.before, notes),
		text_children(comparer, SIDE_NEW, pair.after, notes), 0, 0 };

	text_pair_rest(comparer, place.before, place.after);
	for (;;) {
		merge_unpaired(comparer, &place, parent);
		if (place.i == place.before.count)
			return;
		merge_pair(
		    comparer, place.before.nodes[place.i++], place.after.nodes[place.j++], parent);
	}
}

static void merge_pair(
    struct text_comparer *comparer, uint32_t before, uint32_t after, uint32_t parent)
{
	const struct md_node *old_node = text_node(comparer, SIDE_OLD, before);
	const struct md_node *new_node = text_node(comparer, SIDE_NEW, after);
	bool equal =
	    comparer->sides[SIDE_OLD].content[before] == comparer->sides[SIDE_NEW].content[after];
	uint32_t node;

	if (equal && (text_is_leaf(new_node) || text_is_solid(new_node))) {
		copy_block(comparer, SIDE_NEW, after, parent, TEXT_SAME);
		return;
	}
	node = append_copy(comparer, parent, new_node, TEXT_SAME);
	if (text_is_leaf(new_node))
		merge_words(comparer, before, after, node);
	else
		merge_children(comparer, (struct text_pair){ before, after }, node, false);
	if (new_node->kind == MD_POINT && !slice_eq(old_node->text, new_node->text))
		mark_at(comparer, node)->old_label = arena_slice(comparer->arena, old_node->text);
	settle(comparer, node);
	if (!equal || mark_at(comparer, node)->fate != TEXT_SAME)
		mark_at(comparer, node)->fate = TEXT_CHANGED;
}

/* Each of the two places of what moved knows the other. */
static void join_twins(struct text_comparer *comparer)
{
	const struct text_side *side = &comparer->sides[SIDE_NEW];

	for (uint32_t after = 0; after < side->md->count; after++) {
		uint32_t here = side->merged[after], away;

		if (here == 0)
			continue;
		away = comparer->sides[SIDE_OLD].merged[side->mate[after]];
		mark_at(comparer, here)->twin = away;
		mark_at(comparer, away)->twin = here;
	}
}

void text_merge(struct text_comparer *comparer)
{
	struct text_comparison *out = comparer->out;

	append_copy(comparer, 0, text_node(comparer, SIDE_NEW, 0), TEXT_SAME);
	merge_children(comparer, (struct text_pair){ 0, 0 }, 0, false);
	merge_children(comparer, (struct text_pair){ 0, 0 }, 0, true);
	join_twins(comparer);
	out->md = (struct md){ .nodes = comparer->nodes.items,
		.count = (uint32_t)comparer->nodes.count,
		.spec = comparer->sides[SIDE_NEW].md->spec };
	out->marks = comparer->marks.items;
	settle(comparer, 0);
	if (out->marks[0].fate != TEXT_SAME)
		out->marks[0].fate = TEXT_CHANGED;
}
