/* Where in a text its blocks stand, as people would say it. */
#include <string.h>

#include "history/text_parts.h"

/* One text, read up to here. */
struct reading {
	struct slice section;
	unsigned paragraphs, tables; /* in the section */
};

struct place_reader {
	struct text_comparison *comparison;
	struct arena *arena;
	struct reading readings[2];
};

/* What blocks of one parent have in common. */
struct scope {
	struct slice labels[2];
	unsigned counts[2]; /* items, rows or, inside a point, paragraphs */
	bool present[2];    /* does the parent stand in this text? */
	bool here;          /* below what moved here */
	bool moved;         /* the parent moved here itself */
	unsigned quote[2];  /* the number of the quotation around, which counts as one */
	bool inside;        /* not the document's own */
};

static bool is_present(enum text_fate fate, enum text_side_index side)
{
	if (fate == TEXT_SAME || fate == TEXT_CHANGED)
		return true;
	return (fate == TEXT_REMOVED || fate == TEXT_MOVED_AWAY) == (side == SIDE_OLD);
}

void text_of_side(const struct text_comparison *comparison, uint32_t node,
    enum text_side_index side, struct buffer *out)
{
	for (struct md_walk walk = md_walk(&comparison->md, node); md_step(&walk);) {
		const struct md_node *each = &comparison->md.nodes[walk.node];

		if (!walk.entering)
			continue;
		if (walk.node != node && !is_present(comparison->marks[walk.node].fate, side))
			md_skip_children(&walk);
		else if (each->kind == MD_TEXT || each->kind == MD_CODE ||
			 each->kind == MD_OMISSIS || each->kind == MD_HTML_INLINE)
			buffer_add(out, each->text);
		else if (each->kind == MD_SOFT_BREAK || each->kind == MD_HARD_BREAK)
			buffer_add_byte(out, ' ');
	}
}

static struct slice words_of(
    const struct place_reader *reader, uint32_t node, enum text_side_index side)
{
	struct buffer words = { 0 };
	struct slice copy;

	text_of_side(reader->comparison, node, side, &words);
	copy = arena_slice(reader->arena, slice_trim(buffer_slice(&words)));
	buffer_release(&words);
	return copy;
}

/* "3 a"; what repeats the label around it ("1.1" in "1") stands for it. */
static struct slice label_in(struct slice around, struct slice label, struct arena *arena)
{
	while (label.len > 0 && strchr(".)", label.p[label.len - 1]))
		label.len--;
	if (around.len == 0 || (label.len > around.len && label.p[around.len] == '.' &&
				   slice_eq(slice_sub(label, 0, around.len), around)))
		return label;
	return ARENA_CONCAT(arena, around, SLICE(" "), label);
}

static enum text_unit unit_of(const struct md *md, uint32_t node)
{
	const struct md_node *block = &md->nodes[node];

	switch (block->kind) {
	case MD_HEADING: return TEXT_SECTION;
	case MD_POINTS:
	case MD_POINT: return TEXT_POINT;
	case MD_LIST:
	case MD_ITEM: return TEXT_LIST_ITEM;
	case MD_TABLE: return TEXT_TABLE;
	case MD_ROW: return block->header ? TEXT_TABLE : TEXT_TABLE_ROW;
	case MD_CELL: return unit_of(md, block->parent);
	case MD_FOOTNOTE: return TEXT_FOOTNOTE;
	default: return TEXT_PARAGRAPH;
	}
}

/* Counts a block in one text; returns where it stands there. */
static struct text_place place_in(
    struct place_reader *reader, uint32_t node, struct scope *scope, enum text_side_index side)
{
	const struct md_node *block = &reader->comparison->md.nodes[node];
	const struct text_mark *mark = &reader->comparison->marks[node];
	struct reading *reading = &reader->readings[side];
	struct text_place place = { .section = reading->section, .label = scope->labels[side] };

	switch (block->kind) {
	case MD_HEADING:
		*reading = (struct reading){ .section = words_of(reader, node, side) };
		place.section = reading->section;
		break;
	case MD_POINT:
		place.label = label_in(scope->labels[side],
		    side == SIDE_OLD && mark->old_label.len > 0 ? mark->old_label : block->text,
		    reader->arena);
		place.number = ++scope->counts[side];
		break;
	case MD_FOOTNOTE:
		place.section = SLICE("");
		place.number = block->number;
		place.label = arena_printf(reader->arena, "%u", (unsigned)block->number);
		break;
	case MD_ITEM: place.number = ++scope->counts[side]; break;
	case MD_ROW: place.number = block->header ? reading->tables : ++scope->counts[side]; break;
	case MD_TABLE: place.number = ++reading->tables; break;
	case MD_LIST:
	case MD_POINTS:
	case MD_CELL: break;
	default:
		if (scope->quote[side])
			place.number = scope->quote[side];
		else
			place.number =
			    scope->inside ? ++scope->counts[side] : ++reading->paragraphs;
		break;
	}
	return place;
}

static void read_places(struct place_reader *reader, uint32_t parent, struct scope scope);

static void read_place(struct place_reader *reader, uint32_t node, struct scope *scope)
{
	struct text_mark *mark = &reader->comparison->marks[node];
	const struct md_node *block = &reader->comparison->md.nodes[node];
	enum text_side_index own =
	    mark->fate == TEXT_REMOVED || mark->fate == TEXT_MOVED_AWAY ? SIDE_OLD : SIDE_NEW;
	struct scope inner = { .here = scope->here || mark->fate == TEXT_MOVED_HERE,
		.moved = mark->fate == TEXT_MOVED_HERE,
		.inside = true };
	struct text_place places[2] = { { .number = 0 } };

	for (enum text_side_index side = SIDE_OLD; side <= SIDE_NEW; side++) {
		inner.present[side] = scope->present[side] && is_present(mark->fate, side) &&
				      (side == SIDE_NEW || !inner.here);
		if (inner.present[side] || side == own)
			places[side] = place_in(reader, node, scope, side);
		inner.labels[side] = places[side].label;
		inner.quote[side] =
		    block->kind == MD_QUOTE ? places[side].number : scope->quote[side];
	}
	mark->unit = unit_of(&reader->comparison->md, node);
	if (mark->fate != TEXT_SAME || scope->moved) {
		struct text_place *place = ARENA_NEW(reader->arena, struct text_place);

		*place = places[own];
		mark->place = place;
	}
	if (!text_is_leaf(block))
		read_places(reader, node, inner);
}

static void read_places(struct place_reader *reader, uint32_t parent, struct scope scope)
{
	const struct md_node *nodes = reader->comparison->md.nodes;

	for (uint32_t child = nodes[parent].first; child; child = nodes[child].next)
		read_place(reader, child, &scope);
}

void text_places_read(struct text_comparison *comparison, struct arena *arena)
{
	struct place_reader reader = { .comparison = comparison, .arena = arena };

	read_places(&reader, 0, (struct scope){ .present = { true, true } });
}
