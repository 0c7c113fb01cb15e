/* Anchors of headings and points, and the outline that the model keeps of a text. */
#include <string.h>

#include "base/map.h"
#include "base/unicode.h"
#include "parse/markdown_parts.h"

#define MAX_SLUG 60
#define SECTION_OF_POINTS \
	"delibera" /* design 4.1: the section whose points are numbered decisions */

struct naming {
	struct md_builder *builder;
	struct map taken;
	uint8_t levels[6]; /* of the headings that are open, outermost first */
	uint32_t depth;
	bool in_decision;
};

/* How often a name was asked for. */
struct name_use {
	unsigned count;
};

static struct name_use *use_of(struct naming *naming, struct slice name)
{
	struct arena *scratch = naming->builder->scratch;
	struct name_use *use = map_get(&naming->taken, name);

	if (!use) {
		use = ARENA_NEW(scratch, struct name_use);
		map_put(&naming->taken, scratch, arena_slice(scratch, name), use);
	}
	return use;
}

/* The name, or the name with -2, -3... where it is taken. */
static struct slice unique(struct naming *naming, struct slice name)
{
	struct name_use *use = use_of(naming, name);
	struct slice candidate = name;

	while (use->count > 0) {
		struct name_use *other;

		candidate = arena_printf(
		    naming->builder->scratch, "%.*s-%u", SLICE_ARGS(name), ++use->count);
		other = use_of(naming, candidate);
		if (other->count == 0) {
			other->count = 1;
			break;
		}
	}
	if (use->count == 0)
		use->count = 1;
	return arena_slice(naming->builder->arena, candidate);
}

/* The words below a node, trimmed, in the arena. */
static struct slice words_of(const struct md *md, uint32_t node, struct arena *arena)
{
	struct buffer text = { 0 };
	struct slice words;

	md_plain_text(md, node, &text);
	words = arena_slice(arena, slice_trim(buffer_slice(&text)));
	buffer_release(&text);
	return words;
}

/* The place of a heading among those above it: never more than one deeper than the last. */
static uint32_t heading_depth(struct naming *naming, uint8_t level)
{
	while (naming->depth > 0 && naming->levels[naming->depth - 1] >= level)
		naming->depth--;
	naming->levels[naming->depth++] = level;
	return naming->depth;
}

static void name_heading(struct naming *naming, struct md_node *heading, uint32_t node)
{
	struct md view = md_view(naming->builder);
	struct slice words = words_of(&view, node, naming->builder->scratch);
	struct slice slug = slug_from(words, MAX_SLUG, naming->builder->scratch);

	heading->number = heading_depth(naming, heading->level);
	heading->extra = unique(naming, slug.len ? slug : SLICE("sezione"));
	if (heading->parent == 0 && heading->number == 1)
		naming->in_decision =
		    slice_is(utf8_fold(words, naming->builder->scratch), SECTION_OF_POINTS);
}

/* "punto-3", "punto-3-a", "punto-1-1": the label below that of the point around it, whose dotted label says it all. */
static void name_point(struct naming *naming, struct md_node *point)
{
	struct md_builder *builder = naming->builder;
	const struct md_node *around = md_at(builder, md_at(builder, point->parent)->parent);
	struct slice slug = slug_from(point->text, MAX_SLUG, builder->scratch);
	bool dotted = slice_find_byte(slug, '-') != SLICE_NONE && ascii_is_digit(slug.p[0]);
	struct slice above = SLICE("punto");

	if (around->kind == MD_POINT && around->extra.len > 0 && !dotted)
		above = around->extra;
	point->extra = unique(naming,
	    arena_printf(builder->scratch, "%.*s-%.*s", SLICE_ARGS(above), SLICE_ARGS(slug)));
}

void md_give_anchors(struct md_builder *builder)
{
	struct naming naming = { .builder = builder };
	struct md view = md_view(builder);

	for (struct md_walk walk = md_walk(&view, 0); md_step(&walk);) {
		struct md_node *node = md_at(builder, walk.node);

		if (!walk.entering)
			continue;
		if (node->kind == MD_HEADING)
			name_heading(&naming, node, walk.node);
		else if (node->kind == MD_POINT && naming.in_decision)
			name_point(&naming, node);
	}
}

static uint32_t point_depth(const struct md *md, uint32_t node)
{
	uint32_t depth = 0;

	for (; node; node = md->nodes[node].parent)
		depth += md->nodes[node].kind == MD_POINT;
	return depth;
}

static struct slice bare_label(struct slice label)
{
	while (label.len && strchr(".)", label.p[label.len - 1]))
		label.len--;
	return label;
}

void md_outline(const struct md *md, struct arena *arena, struct md_outline *out)
{
	*out = (struct md_outline){ 0 };
	for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];
		struct md_outline_entry entry = { .node = walk.node, .line = node->line };

		if (!walk.entering)
			continue;
		entry.anchor = arena_slice(arena, node->extra);
		if (node->kind == MD_HEADING) {
			entry.depth = node->number;
			entry.text = words_of(md, walk.node, arena);
			*ARENA_PUSH(arena, &out->headings) = entry;
		} else if (node->kind == MD_POINT && node->extra.len > 0) {
			entry.depth = point_depth(md, walk.node);
			entry.text = arena_slice(arena, bare_label(node->text));
			*ARENA_PUSH(arena, &out->points) = entry;
		}
	}
}

bool md_section(
    const struct md *md, const char *heading, struct arena *scratch, uint32_t *first, uint32_t *end)
{
	struct slice wanted = utf8_fold(slice_from(heading), scratch);
	uint32_t node = md->nodes[0].first;

	for (; node; node = md->nodes[node].next)
		if (md->nodes[node].kind == MD_HEADING &&
		    slice_eq(utf8_fold(words_of(md, node, scratch), scratch), wanted))
			break;
	if (!node)
		return false;
	*first = md->nodes[node].next;
	for (*end = *first; *end; *end = md->nodes[*end].next)
		if (md->nodes[*end].kind == MD_HEADING &&
		    md->nodes[*end].number <= md->nodes[node].number)
			break;
	return true;
}
