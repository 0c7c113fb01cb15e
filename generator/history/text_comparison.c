#include "history/text_comparison.h"

#include "history/text_parts.h"

/* Steps and words for texts of no length, and more for each byte: enough that ordinary texts never miss any. */
#define LEAST_EFFORT 2000000
#define EFFORT_PER_BYTE 20

static const struct md *document_without_content(struct arena *scratch)
{
	struct md *md = ARENA_NEW(scratch, struct md);

	md->nodes = ARENA_NEW(scratch, struct md_node);
	md->count = 1;
	return md;
}

static void open_side(
    struct text_comparer *comparer, enum text_side_index index, const struct md *md)
{
	struct text_side *side = &comparer->sides[index];
	struct arena *scratch = comparer->scratch;

	side->md = md ? md : document_without_content(scratch);
	side->content = ARENA_COUNT(scratch, uint32_t, side->md->count);
	side->size = ARENA_COUNT(scratch, uint32_t, side->md->count);
	side->mate = ARENA_COUNT(scratch, uint32_t, side->md->count);
	side->moved = ARENA_COUNT(scratch, bool, side->md->count);
	side->merged = ARENA_COUNT(scratch, uint32_t, side->md->count);
	side->leaves = ARENA_COUNT(scratch, struct text_leaf *, side->md->count);
	side->bags = ARENA_COUNT(scratch, struct text_bag *, side->md->count);
}

static uint64_t effort_for(const struct text_comparer *comparer)
{
	uint64_t bytes = 0;

	for (unsigned side = 0; side < 2; side++)
		for (uint32_t i = 0; i < comparer->sides[side].md->count; i++)
			bytes += 1 + comparer->sides[side].md->nodes[i].text.len;
	return LEAST_EFFORT + EFFORT_PER_BYTE * bytes;
}

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || ascii_is_alnum(c);
}

static size_t letters_in(struct slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += is_letter(text.p[i]);
	return count;
}

/* What moved counts as before where it stood, as after and as kept where it stands. */
static void count_letters(struct text_comparison *out)
{
	uint32_t here = 0;

	for (struct md_walk walk = md_walk(&out->md, 0); md_step(&walk);) {
		const struct md_node *node = &out->md.nodes[walk.node];
		enum text_fate fate = out->marks[walk.node].fate;
		size_t letters;

		if (here == 0 && walk.entering && fate == TEXT_MOVED_HERE)
			here = walk.node;
		else if (walk.node == here && !walk.entering)
			here = 0;
		if (!walk.entering ||
		    (node->kind != MD_TEXT && node->kind != MD_CODE && node->kind != MD_CODE_BLOCK))
			continue;
		letters = letters_in(node->text);
		if (fate == TEXT_SAME)
			out->kept_letters += letters;
		if (!here && (fate == TEXT_SAME || fate == TEXT_REMOVED || fate == TEXT_MOVED_AWAY))
			out->old_letters += letters;
		if (fate == TEXT_SAME || fate == TEXT_ADDED || fate == TEXT_MOVED_HERE)
			out->new_letters += letters;
	}
}

static bool points_came_or_went(const struct text_comparison *out)
{
	for (uint32_t i = 0; i < out->md.count; i++)
		if (out->md.nodes[i].kind == MD_POINT && out->marks[i].fate != TEXT_SAME &&
		    out->marks[i].fate != TEXT_CHANGED)
			return true;
	return false;
}

/* A label that no other point's coming or going explains was corrected. */
static void mark_corrected_labels(struct text_comparison *out)
{
	if (points_came_or_went(out))
		return;
	for (uint32_t i = 0; i < out->md.count; i++) {
		out->marks[i].label_corrected = out->marks[i].old_label.len > 0;
		if (out->marks[i].label_corrected)
			for (uint32_t at = i; out->marks[at].fate == TEXT_SAME;
			     at = out->md.nodes[at].parent)
				out->marks[at].fate = TEXT_CHANGED;
	}
}

void text_compare(const struct md *before, const struct md *after, struct arena *arena,
    struct arena *scratch, struct text_comparison *out)
{
	struct text_comparer comparer = { .arena = arena,
		.scratch = scratch,
		.reading = arena_new(),
		.aligner = { .scratch = scratch, .temporary = arena_new() },
		.out = out };

	*out = (struct text_comparison){ .had_text = before && before->nodes[0].first,
		.has_text = after && after->nodes[0].first };
	open_side(&comparer, SIDE_OLD, before);
	open_side(&comparer, SIDE_NEW, after);
	comparer.effort = comparer.aligner.effort = effort_for(&comparer);
	*ARENA_PUSH(scratch, &comparer.contexts) = (struct text_context){ 0 };
	text_pair_all(&comparer);
	text_merge(&comparer);
	mark_corrected_labels(out);
	count_letters(out);
	text_places_read(out, arena);
	arena_free(comparer.reading);
	arena_free(comparer.aligner.temporary);
}
