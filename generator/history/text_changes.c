/* What changed in a text, told from the merged tree. */
#include "history/text_parts.h"

/* With less than this of the shorter text's letters in both, and more changes than a few, all of it was replaced. */
#define LEAST_KEPT 20 /* percent */
#define FEW_CHANGES 3

struct teller {
	const struct text_comparison *comparison;
	struct arena *arena;
	struct changes *changes;
	uint32_t list; /* the last that was asked about: did items of it come, go or move? */
	bool list_changed;
};

static const struct md_node *node_of(const struct teller *teller, uint32_t node)
{
	return &teller->comparison->md.nodes[node];
}

static const struct text_mark *mark_of(const struct teller *teller, uint32_t node)
{
	return &teller->comparison->marks[node];
}

static struct text_place copy_place(const struct teller *teller, const struct text_place *place)
{
	struct text_place copy = *place;

	copy.section = arena_slice(teller->arena, place->section);
	copy.label = arena_slice(teller->arena, place->label);
	return copy;
}

static struct text_change *tell(struct teller *teller, enum change_verb verb, uint32_t node)
{
	struct change *change = ARENA_PUSH(teller->arena, teller->changes);
	const struct text_mark *mark = mark_of(teller, node);

	*change = (struct change){ .verb = verb, .place = CHANGE_OF_TEXT };
	change->text.unit = mark->unit ? mark->unit : TEXT_WHOLE;
	if (mark->place)
		change->text.place = copy_place(teller, mark->place);
	return &change->text;
}

/* --- changed words ----------------------------------------------------------------------------- */

/* The places of one unit in which words differ: their number, and the words of the only one. */
struct differences {
	unsigned count;
	bool few;
	bool last_sign; /* the only one: another sign at the end */
	struct slice old_words, new_words;
};

/* Both texts of a leaf, and from where to where the difference reaches that is being read. */
struct leaf_reading {
	struct buffer texts[2];
	size_t from[2], to[2];
	bool open;
	unsigned count;
};

static bool holds_nodes(enum md_kind kind)
{
	return kind == MD_EMPHASIS || kind == MD_STRONG || kind == MD_STRIKE || kind == MD_LINK;
}

static void read_piece(const struct teller *teller, uint32_t node, struct leaf_reading *reading)
{
	enum text_fate fate = mark_of(teller, node)->fate;
	struct buffer text = { 0 };

	md_plain_text(&teller->comparison->md, node, &text);
	if (fate != TEXT_SAME && !reading->open) {
		reading->count++;
		for (unsigned side = 0; side < 2; side++)
			reading->from[side] = reading->texts[side].len;
	}
	if (fate != TEXT_ADDED)
		buffer_add(&reading->texts[SIDE_OLD], buffer_slice(&text));
	if (fate != TEXT_REMOVED)
		buffer_add(&reading->texts[SIDE_NEW], buffer_slice(&text));
	reading->open = fate != TEXT_SAME;
	for (unsigned side = 0; side < 2 && reading->open; side++)
		reading->to[side] = reading->texts[side].len;
	buffer_release(&text);
}

/* A full stop for a semicolon at the end: what is behind the last word alone. */
static bool is_last_sign(struct text_part part)
{
	enum text_token_kind kind = TOKEN_WORD;

	return part.to == part.text.len && part.from + 1 >= part.to &&
	       (part.from == part.to ||
		   (text_token_end(part.text, part.from, &kind) == part.to && kind == TOKEN_SIGN));
}

static void add_differences(struct teller *teller, uint32_t leaf, struct differences *differences)
{
	struct leaf_reading reading = { .count = 0 };

	for (struct md_walk walk = md_walk(&teller->comparison->md, leaf); md_step(&walk);) {
		if (!walk.entering || walk.node == leaf ||
		    holds_nodes(node_of(teller, walk.node)->kind))
			continue;
		read_piece(teller, walk.node, &reading);
		md_skip_children(&walk);
	}
	differences->count += reading.count;
	if (differences->count == 1 && reading.count == 1) {
		struct text_part parts[2];

		for (unsigned side = 0; side < 2; side++)
			parts[side] = (struct text_part){ buffer_slice(&reading.texts[side]),
				reading.from[side], reading.to[side] };
		differences->last_sign =
		    is_last_sign(parts[SIDE_OLD]) && is_last_sign(parts[SIDE_NEW]);
		differences->few = text_few_words(parts[SIDE_OLD], parts[SIDE_NEW],
		    &differences->old_words, &differences->new_words);
		differences->old_words = arena_slice(teller->arena, differences->old_words);
		differences->new_words = arena_slice(teller->arena, differences->new_words);
	}
	buffer_release(&reading.texts[SIDE_OLD]);
	buffer_release(&reading.texts[SIDE_NEW]);
}

static void tell_replaced(
    struct teller *teller, uint32_t node, const struct differences *differences)
{
	struct text_change *change = tell(teller, CHANGE_REPLACED, node);

	if (differences->count != 1 || !differences->few)
		return;
	change->few_words = true;
	change->old_words = differences->old_words;
	change->new_words = differences->new_words;
}

/* A label that was corrected is a difference of its own. */
static void add_label(struct teller *teller, uint32_t node, struct differences *differences)
{
	if (!mark_of(teller, node)->label_corrected)
		return;
	differences->count++;
	differences->few = true;
	differences->old_words = arena_slice(teller->arena, mark_of(teller, node)->old_label);
	differences->new_words = arena_slice(teller->arena, node_of(teller, node)->text);
}

/* --- blocks ------------------------------------------------------------------------------------ */

static void tell_children(struct teller *teller, uint32_t parent);
static void tell_block(struct teller *teller, uint32_t node);

static bool is_list(const struct md_node *node)
{
	return node->kind == MD_LIST || node->kind == MD_POINTS;
}

static bool same_place(const struct text_place *a, const struct text_place *b)
{
	return slice_eq(a->section, b->section) && (a->label.len > 0 || a->number > 0) &&
	       slice_eq(a->label, b->label) && (a->label.len > 0 || a->number == b->number);
}

/* A list that moved is told by its items: both have the same. */
static void tell_moved(struct teller *teller, uint32_t here, uint32_t away)
{
	const struct text_place *from = mark_of(teller, away)->place;

	if (is_list(node_of(teller, here))) {
		here = node_of(teller, here)->first;
		away = node_of(teller, away)->first;
		for (; here && away;
		     here = node_of(teller, here)->next, away = node_of(teller, away)->next)
			tell_moved(teller, here, away);
		return;
	}
	if (!same_place(mark_of(teller, here)->place, from))
		tell(teller, CHANGE_MOVED, here)->from = copy_place(teller, from);
}

/* What moved into something that is new. */
static void tell_moved_inside(struct teller *teller, uint32_t node)
{
	for (struct md_walk walk = md_walk(&teller->comparison->md, node); md_step(&walk);)
		if (walk.entering && walk.node != node &&
		    mark_of(teller, walk.node)->fate == TEXT_MOVED_HERE) {
			tell_block(teller, walk.node);
			md_skip_children(&walk);
		}
}

/* Added, or removed as a whole. */
static void tell_whole(struct teller *teller, uint32_t node, enum change_verb verb)
{
	const struct text_mark *mark = mark_of(teller, node);

	if (mark->twin) {
		if (verb == CHANGE_ADDED)
			tell(teller, CHANGE_REPLACED, node);
		return;
	}
	if (is_list(node_of(teller, node))) {
		tell_children(teller, node);
		return;
	}
	tell(teller, verb, node);
	tell_moved_inside(teller, node);
}

/* Did points or items beside this one come, go or move? Then the signs at their ends follow. */
static bool list_changed(struct teller *teller, uint32_t item)
{
	const struct md_node *nodes = teller->comparison->md.nodes;
	uint32_t list = nodes[item].parent;

	if (list == teller->list || !is_list(&nodes[list]))
		return list == teller->list && teller->list_changed;
	teller->list = list;
	teller->list_changed = false;
	for (uint32_t each = nodes[list].first; each; each = nodes[each].next)
		if (mark_of(teller, each)->fate >= TEXT_ADDED)
			teller->list_changed = true;
	return teller->list_changed;
}

/* The text of a point, an item or a row, rather than a unit in it. */
static bool is_own_text(const struct md_node *node)
{
	return node->kind == MD_PARAGRAPH || node->kind == MD_CELL;
}

/* A unit that holds blocks: its own words are one change, what came into it or went others. */
static void tell_changed_unit(struct teller *teller, uint32_t node)
{
	struct differences differences = { .count = 0 };
	const struct md_node *nodes = teller->comparison->md.nodes;
	bool reworded = false;

	add_label(teller, node, &differences);
	for (uint32_t child = nodes[node].first; child; child = nodes[child].next) {
		if (mark_of(teller, child)->fate != TEXT_CHANGED || !is_own_text(&nodes[child]))
			continue;
		add_differences(teller, child, &differences);
		reworded = true;
	}
	if ((reworded || differences.count > 0) &&
	    !(differences.count == 1 && differences.last_sign && list_changed(teller, node)))
		tell_replaced(teller, node, &differences);
	for (uint32_t child = nodes[node].first; child; child = nodes[child].next)
		if (!is_own_text(&nodes[child]) || mark_of(teller, child)->fate != TEXT_CHANGED)
			tell_block(teller, child);
}

/* A quotation or a note is told as one, whatever is in it. */
static void tell_changed_as_one(struct teller *teller, uint32_t node)
{
	struct differences differences = { .count = 0 };

	for (struct md_walk walk = md_walk(&teller->comparison->md, node); md_step(&walk);) {
		enum text_fate fate = mark_of(teller, walk.node)->fate;

		if (!walk.entering || walk.node == node)
			continue;
		if (fate == TEXT_CHANGED && !text_is_leaf(node_of(teller, walk.node)))
			continue;
		md_skip_children(&walk);
		if (fate == TEXT_CHANGED)
			add_differences(teller, walk.node, &differences);
		else if (fate != TEXT_SAME)
			differences.count += 2;
	}
	tell_replaced(teller, node, &differences);
	tell_moved_inside(teller, node);
}

static void tell_changed(struct teller *teller, uint32_t node)
{
	struct differences differences = { .count = 0 };

	switch (node_of(teller, node)->kind) {
	case MD_POINTS:
	case MD_LIST:
	case MD_TABLE: tell_children(teller, node); break;
	case MD_POINT:
	case MD_ITEM:
	case MD_ROW: tell_changed_unit(teller, node); break;
	case MD_QUOTE:
	case MD_FOOTNOTE: tell_changed_as_one(teller, node); break;
	default:
		add_differences(teller, node, &differences);
		tell_replaced(teller, node, &differences);
		break;
	}
}

static void tell_block(struct teller *teller, uint32_t node)
{
	switch (mark_of(teller, node)->fate) {
	case TEXT_ADDED: tell_whole(teller, node, CHANGE_ADDED); break;
	case TEXT_REMOVED: tell_whole(teller, node, CHANGE_REMOVED); break;
	case TEXT_CHANGED: tell_changed(teller, node); break;
	case TEXT_MOVED_HERE:
		tell_moved(teller, node, mark_of(teller, node)->twin);
		if (mark_of(teller, node)->differs_inside)
			tell_changed(teller, node);
		break;
	default: break;
	}
}

/* Does a block come with the heading before it? A list does where all its items do. */
static bool shares_fate(struct teller *teller, uint32_t node, enum text_fate fate)
{
	const struct md_node *nodes = teller->comparison->md.nodes;

	if (mark_of(teller, node)->fate == fate)
		return !mark_of(teller, node)->differs_inside;
	if (fate != TEXT_MOVED_HERE || !is_list(&nodes[node]) || nodes[node].first == 0)
		return false;
	for (uint32_t child = nodes[node].first; child; child = nodes[child].next)
		if (!shares_fate(teller, child, fate))
			return false;
	return true;
}

static bool on_side(enum text_fate fate, bool before)
{
	if (fate == TEXT_SAME || fate == TEXT_CHANGED)
		return true;
	return before == (fate == TEXT_REMOVED || fate == TEXT_MOVED_AWAY);
}

/* What moved out of a section that is gone is gone from it, and what moved into a new one has come. */
static bool came_or_went(struct teller *teller, uint32_t node, enum text_fate fate)
{
	enum text_fate own = mark_of(teller, node)->fate;

	return shares_fate(teller, node, fate) ||
	       (fate == TEXT_REMOVED && own == TEXT_MOVED_AWAY) ||
	       (fate == TEXT_ADDED && own == TEXT_MOVED_HERE);
}

/* The heading's section, in the text that it stands in: does all of it share its fate? `*end`: what follows it. */
static bool is_whole_section(struct teller *teller, uint32_t heading, uint32_t *end)
{
	const struct md_node *nodes = teller->comparison->md.nodes;
	enum text_fate fate = mark_of(teller, heading)->fate;
	uint32_t node = nodes[heading].next;
	bool whole = true;

	for (; node && nodes[node].kind != MD_FOOTNOTE; node = nodes[node].next) {
		if (!on_side(mark_of(teller, node)->fate, fate == TEXT_REMOVED))
			continue;
		if (nodes[node].kind == MD_HEADING && nodes[node].level <= nodes[heading].level)
			break;
		whole = whole && came_or_went(teller, node, fate);
	}
	*end = node;
	return whole;
}

/* The blocks between, of the other text or moved from elsewhere into the section. */
static void tell_others(struct teller *teller, uint32_t from, uint32_t end, enum text_fate fate)
{
	for (uint32_t node = from; node != end; node = node_of(teller, node)->next)
		if (!shares_fate(teller, node, fate))
			tell_block(teller, node);
		else if (fate == TEXT_ADDED)
			tell_moved_inside(teller, node);
}

static void tell_children(struct teller *teller, uint32_t parent)
{
	const struct md_node *nodes = teller->comparison->md.nodes;
	uint32_t node = nodes[parent].first, end;

	while (node) {
		enum text_fate fate = mark_of(teller, node)->fate;

		tell_block(teller, node);
		if (nodes[node].kind == MD_HEADING &&
		    (fate == TEXT_ADDED || fate == TEXT_REMOVED || fate == TEXT_MOVED_HERE) &&
		    is_whole_section(teller, node, &end)) {
			tell_others(teller, nodes[node].next, end, fate);
			node = end;
		} else {
			node = nodes[node].next;
		}
	}
}

static bool is_replaced(const struct text_comparison *comparison, size_t told)
{
	size_t shorter = comparison->old_letters < comparison->new_letters
			     ? comparison->old_letters
			     : comparison->new_letters;

	return told > FEW_CHANGES && comparison->kept_letters * 100 < shorter * LEAST_KEPT;
}

void text_changes(
    const struct text_comparison *comparison, struct arena *arena, struct changes *changes)
{
	struct teller teller = { .comparison = comparison, .arena = arena, .changes = changes };
	size_t before = changes->count;

	if (comparison->had_text && comparison->has_text) {
		tell_children(&teller, 0);
		if (is_replaced(comparison, changes->count - before)) {
			changes->count = before;
			tell(&teller, CHANGE_REPLACED, 0);
		}
	} else if (comparison->had_text || comparison->has_text) {
		tell(&teller, comparison->has_text ? CHANGE_ADDED : CHANGE_REMOVED, 0);
	}
}
