#include "comparison_support.h"

void parse_text(const char *text, struct arena *arena, struct md *md)
{
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	md_parse(slice_from(text), SLICE("f"), 1, arena, &diagnostics, md);
	diagnostics_release(&diagnostics);
}

void compare_texts(
    const char *before, const char *after, struct arena *arena, struct text_comparison *out)
{
	struct arena *scratch = arena_new(), *texts = arena_new();
	struct md old_text, new_text;

	if (before)
		parse_text(before, texts, &old_text);
	if (after)
		parse_text(after, texts, &new_text);
	text_compare(before ? &old_text : NULL, after ? &new_text : NULL, arena, scratch, out);
	arena_free(texts);
	arena_free(scratch);
}

static const char *text_in(struct buffer *buffer, struct arena *arena)
{
	const char *text = arena_cstr(arena, buffer_slice(buffer));

	buffer_release(buffer);
	return text;
}

/* --- the tree ---------------------------------------------------------------------------------- */

struct describer {
	const struct text_comparison *comparison;
	struct buffer out;
	enum text_fate open; /* of the run of words being written */
};

static void change_run(struct describer *describer, enum text_fate fate)
{
	if (fate != TEXT_ADDED && fate != TEXT_REMOVED)
		fate = TEXT_SAME;
	if (fate == describer->open)
		return;
	if (describer->open != TEXT_SAME)
		buffer_add_str(&describer->out, describer->open == TEXT_ADDED ? "+}" : "-]");
	if (fate != TEXT_SAME)
		buffer_add_str(&describer->out, fate == TEXT_ADDED ? "{+" : "[-");
	describer->open = fate;
}

static void describe_words(struct describer *describer, const struct md_node *node)
{
	switch (node->kind) {
	case MD_CODE: buffer_addf(&describer->out, "`%.*s`", SLICE_ARGS(node->text)); break;
	case MD_FOOTNOTE_REF: buffer_addf(&describer->out, "^%u", (unsigned)node->number); break;
	case MD_SOFT_BREAK: buffer_add_byte(&describer->out, ' '); break;
	case MD_HARD_BREAK: buffer_add_byte(&describer->out, '/'); break;
	case MD_IMAGE: buffer_addf(&describer->out, "!%.*s", SLICE_ARGS(node->text)); break;
	default: buffer_add(&describer->out, node->text); break;
	}
}

/* Runs are marked in what is not of one fate anyway. */
static void describe_inline(struct describer *describer, uint32_t node, bool runs)
{
	static const char *const signs[] = {
		[MD_EMPHASIS] = "_", [MD_STRONG] = "*", [MD_STRIKE] = "~", [MD_LINK] = "@"
	};
	const struct md_node *nodes = describer->comparison->md.nodes;
	enum text_fate fate = describer->comparison->marks[node].fate;
	bool holds = nodes[node].kind >= MD_EMPHASIS && nodes[node].kind <= MD_LINK;

	if (runs)
		change_run(describer, fate);
	if (!holds) {
		describe_words(describer, &nodes[node]);
		return;
	}
	buffer_add_str(&describer->out, signs[nodes[node].kind]);
	for (uint32_t child = nodes[node].first; child; child = nodes[child].next)
		describe_inline(describer, child, runs && fate == TEXT_CHANGED);
	if (runs)
		change_run(describer, fate);
	buffer_add_str(&describer->out, signs[nodes[node].kind]);
}

static void describe_block(struct describer *describer, uint32_t block);

static void describe_children(struct describer *describer, uint32_t block)
{
	const struct md_node *nodes = describer->comparison->md.nodes;
	bool runs = describer->comparison->marks[block].fate == TEXT_CHANGED ||
		    describer->comparison->marks[block].fate == TEXT_MOVED_HERE;

	for (uint32_t child = nodes[block].first; child; child = nodes[child].next)
		if (md_is_inline(nodes[child].kind)) {
			describe_inline(describer, child, runs);
		} else {
			if (child != nodes[block].first)
				buffer_add_byte(&describer->out, ' ');
			describe_block(describer, child);
		}
	change_run(describer, TEXT_SAME);
}

static void describe_block(struct describer *describer, uint32_t block)
{
	static const char *const fates[] = { "", "~", "+", "-", ">", "<" };
	static const char *const names[] = { [MD_PARAGRAPH] = "p",
		[MD_HEADING] = "h",
		[MD_QUOTE] = "quote",
		[MD_LIST] = "list",
		[MD_ITEM] = "item",
		[MD_POINTS] = "points",
		[MD_POINT] = "",
		[MD_CODE_BLOCK] = "code",
		[MD_HTML_BLOCK] = "html",
		[MD_RULE] = "rule",
		[MD_TABLE] = "table",
		[MD_ROW] = "row",
		[MD_CELL] = "cell",
		[MD_FOOTNOTE] = "note" };
	const struct md_node *node = &describer->comparison->md.nodes[block];
	const struct text_mark *mark = &describer->comparison->marks[block];
	bool twin = mark->twin && (mark->fate == TEXT_ADDED || mark->fate == TEXT_REMOVED);

	buffer_addf(
	    &describer->out, "%s%s%s", fates[mark->fate], twin ? "=" : "", names[node->kind]);
	if (node->kind == MD_HEADING)
		buffer_addf(&describer->out, "%u", (unsigned)node->level);
	if (node->kind == MD_POINT || node->kind == MD_FOOTNOTE)
		buffer_add(&describer->out, node->text);
	if (mark->old_label.len > 0)
		buffer_addf(&describer->out, "%s%.*s", mark->label_corrected ? "!" : "<",
		    SLICE_ARGS(mark->old_label));
	buffer_add_byte(&describer->out, '(');
	if (node->kind == MD_CODE_BLOCK)
		buffer_add(&describer->out, slice_trim(node->text));
	describe_children(describer, block);
	buffer_add_byte(&describer->out, ')');
}

const char *comparison_tree(const struct text_comparison *comparison, struct arena *arena)
{
	struct describer describer = { .comparison = comparison };

	describe_children(&describer, 0);
	return text_in(&describer.out, arena);
}

/* --- what is told ------------------------------------------------------------------------------ */

static void describe_place(struct buffer *out, const struct text_place *place)
{
	if (place->label.len > 0)
		buffer_addf(out, " %.*s", SLICE_ARGS(place->label));
	if (place->number > 0)
		buffer_addf(out, " #%u", place->number);
	if (place->section.len > 0)
		buffer_addf(out, " [%.*s]", SLICE_ARGS(place->section));
}

static void describe_change(struct buffer *out, const struct change *change)
{
	static const char *const verbs[] = { "?", "added", "removed", "replaced", "moved" };
	static const char *const units[] = { "?", "whole", "section", "point", "paragraph", "item",
		"table", "row", "note" };
	const struct text_change *text = &change->text;

	buffer_addf(
	    out, "%s%s %s", out->len > 0 ? "; " : "", verbs[change->verb], units[text->unit]);
	describe_place(out, &text->place);
	if (change->verb == CHANGE_MOVED) {
		buffer_add_str(out, " from");
		describe_place(out, &text->from);
	}
	if (text->few_words)
		buffer_addf(out, " '%.*s' -> '%.*s'", SLICE_ARGS(text->old_words),
		    SLICE_ARGS(text->new_words));
}

const char *comparison_changes(const struct text_comparison *comparison, struct arena *arena)
{
	struct changes changes = { 0 };
	struct buffer out = { 0 };

	text_changes(comparison, arena, &changes);
	for (size_t i = 0; i < changes.count; i++)
		describe_change(&out, &changes.items[i]);
	return text_in(&out, arena);
}

/* --- one side of it ---------------------------------------------------------------------------- */

static bool stands_in(enum text_fate fate, bool before)
{
	if (fate == TEXT_SAME || fate == TEXT_CHANGED)
		return true;
	return before == (fate == TEXT_REMOVED || fate == TEXT_MOVED_AWAY);
}

/* Takes the children that do not stand in this text out of the tree. */
static void keep_side(struct md *md, const struct text_mark *marks, bool before)
{
	for (uint32_t i = 0; i < md->count; i++) {
		uint32_t last = 0;

		if (before && marks[i].old_label.len > 0)
			md->nodes[i].text = marks[i].old_label;
		for (uint32_t child = md->nodes[i].first; child; child = md->nodes[child].next) {
			if (!stands_in(marks[child].fate, before))
				continue;
			if (last)
				md->nodes[last].next = child;
			else
				md->nodes[i].first = child;
			last = child;
		}
		if (last)
			md->nodes[last].next = 0;
		else
			md->nodes[i].first = 0;
		md->nodes[i].last = last;
	}
}

/* The words behind one another: blanks are any between them, and of what is no text, what it is. */
const char *text_plain(const struct md *md, struct arena *arena)
{
	struct buffer plain = { 0 }, out = { 0 };

	md_plain_text(md, 0, &plain);
	for (size_t i = 0; i < plain.len; i++) {
		bool wide = plain.p[i] == '\xC2' && i + 1 < plain.len && plain.p[i + 1] == '\xA0';

		if (!ascii_is_space(plain.p[i]) && !wide)
			buffer_add_byte(&out, plain.p[i]);
		else if (out.len > 0 && out.p[out.len - 1] != ' ')
			buffer_add_byte(&out, ' ');
		i += wide;
	}
	buffer_release(&plain);
	return text_in(&out, arena);
}

const char *comparison_side(
    const struct text_comparison *comparison, bool before, struct arena *arena)
{
	struct md md = comparison->md;

	md.nodes = ARENA_COUNT(arena, struct md_node, md.count);
	for (uint32_t i = 0; i < md.count; i++)
		md.nodes[i] = comparison->md.nodes[i];
	keep_side(&md, comparison->marks, before);
	return text_plain(&md, arena);
}
