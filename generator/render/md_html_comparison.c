#include "render/md_html_comparison.h"

#include <stdlib.h>

#include "render/italiano.h"
#include "render/md_html_parts.h"

/* So many unchanged blocks stay in sight before and behind a change; of fewer than these none is folded away. */
#define CONTEXT 1
#define LEAST_FOLDED 2

struct comparison_writer {
	struct md_writer md; /* first: hooks get it */
	const struct text_comparison *comparison;
	bool *folded; /* one a node: a block that stands in a fold */
	bool fold_open;
	bool together; /* the next block goes on in the <div> of the one before it */
	uint32_t run;  /* the inline node that ends the open <ins> or <del>; 0: none */
};

static enum text_fate fate_of(const struct comparison_writer *writer, uint32_t node)
{
	return writer->comparison->marks[node].fate;
}

static const struct md_node *node_of(const struct comparison_writer *writer, uint32_t node)
{
	return &writer->comparison->md.nodes[node];
}

static const char *const classes[] = {
	[TEXT_ADDED] = "aggiunto",
	[TEXT_REMOVED] = "tolto",
	[TEXT_MOVED_HERE] = "spostato-qui",
	[TEXT_MOVED_AWAY] = "spostato-via",
};

/* --- added, removed, moved as a whole ---------------------------------------------------------- */

/* Not only a part of something that was added, removed or moved as a whole. */
static bool is_whole(const struct comparison_writer *writer, uint32_t node)
{
	enum text_fate fate = fate_of(writer, node);

	return fate >= TEXT_ADDED && fate != fate_of(writer, node_of(writer, node)->parent);
}

static const char *class_of(const struct md_writer *md, const struct md_node *node)
{
	const struct comparison_writer *writer = (const struct comparison_writer *)md;
	uint32_t index = (uint32_t)(node - md->md->nodes);

	return is_whole(writer, index) ? classes[fate_of(writer, index)] : NULL;
}

/* Alone in a paragraph, or between words that must not run into it. */
static void put_hidden(struct comparison_writer *writer, bool block, const char *words)
{
	const char *element = block ? "p" : "span";

	buffer_addf(writer->md.out, "<%s class=\"visually-hidden\">%s%s%s</%s>", element,
	    block ? "" : " (", words, block ? "" : ") ", element);
}

static void put_moved(struct comparison_writer *writer, bool block, uint32_t node)
{
	const struct text_mark *marks = writer->comparison->marks;
	const struct text_mark *mark = &marks[node];
	const struct text_place *there = marks[mark->twin].place;
	struct slice words =
	    mark->fate == TEXT_MOVED_HERE
		? italian_moved_here(mark->unit, mark->place, there, writer->md.scratch)
		: italian_moved_away(mark->unit, mark->place, there, writer->md.scratch);

	md_put(&writer->md, block ? "<p class=\"spostamento\">" : "<span class=\"spostamento\">");
	html_escape_text(writer->md.out, words);
	md_put(&writer->md, block ? "</p>" : "</span> ");
}

/* What is said before a whole block, and behind it. */
static void put_begin(struct comparison_writer *writer, bool block, uint32_t node)
{
	switch (fate_of(writer, node)) {
	case TEXT_ADDED: put_hidden(writer, block, ITALIAN_ADDED_BEGINS); break;
	case TEXT_REMOVED: put_hidden(writer, block, ITALIAN_REMOVED_BEGINS); break;
	default: put_moved(writer, block, node); break;
	}
}

static void put_end(struct comparison_writer *writer, bool block, uint32_t node)
{
	switch (fate_of(writer, node)) {
	case TEXT_ADDED: put_hidden(writer, block, ITALIAN_ADDED_ENDS); break;
	case TEXT_REMOVED: put_hidden(writer, block, ITALIAN_REMOVED_ENDS); break;
	default: put_hidden(writer, block, ITALIAN_MOVED_ENDS); break;
	}
}

/* Items and rows have the class themselves, since nothing may stand around them. */
static bool has_own_class(enum md_kind kind)
{
	return kind == MD_ITEM || kind == MD_POINT || kind == MD_ROW || kind == MD_FOOTNOTE;
}

/*
 * Do both share one <div>, and what is said of it? They stand behind one another, and of what moved their other places
 * do, too.
 */
static bool belong_together(const struct comparison_writer *writer, uint32_t node, uint32_t next)
{
	const struct text_mark *marks = writer->comparison->marks;

	if (!next || has_own_class(node_of(writer, next)->kind) || !is_whole(writer, node) ||
	    marks[node].fate != marks[next].fate)
		return false;
	if (marks[node].fate == TEXT_ADDED || marks[node].fate == TEXT_REMOVED)
		return true;
	return marks[next].twin && node_of(writer, marks[node].twin)->next == marks[next].twin;
}

static void begin_whole(struct comparison_writer *writer, uint32_t node)
{
	if (writer->together) {
		writer->together = false;
		return;
	}
	md_fresh_line(&writer->md);
	buffer_addf(writer->md.out, "<div class=\"%s\">\n", classes[fate_of(writer, node)]);
	put_begin(writer, true, node);
	md_put(&writer->md, "\n");
}

static void end_whole(struct comparison_writer *writer, uint32_t node)
{
	if (belong_together(writer, node, node_of(writer, node)->next)) {
		writer->together = true;
		return;
	}
	md_fresh_line(&writer->md);
	put_end(writer, true, node);
	md_put(&writer->md, "\n</div>\n");
}

/* A row is announced in its first cell. */
static bool announces_row(const struct comparison_writer *writer, uint32_t cell, bool first)
{
	uint32_t row = node_of(writer, cell)->parent;

	return is_whole(writer, row) &&
	       (first ? node_of(writer, row)->first == cell : node_of(writer, row)->last == cell);
}

/* --- words ------------------------------------------------------------------------------------- */

static const char *element_of(enum text_fate fate)
{
	return fate == TEXT_ADDED ? "ins" : "del";
}

static void open_words(struct comparison_writer *writer, enum text_fate fate)
{
	buffer_addf(writer->md.out, "<%s class=\"%s\">", element_of(fate), classes[fate]);
}

static void close_words(struct comparison_writer *writer, enum text_fate fate)
{
	buffer_addf(writer->md.out, "</%s>", element_of(fate));
}

/* The same, said where the words alone came or went. */
static void begin_run(struct comparison_writer *writer, enum text_fate fate)
{
	open_words(writer, fate);
	put_hidden(
	    writer, false, fate == TEXT_ADDED ? ITALIAN_ADDED_BEGINS : ITALIAN_REMOVED_BEGINS);
}

static void end_run(struct comparison_writer *writer, enum text_fate fate)
{
	put_hidden(writer, false, fate == TEXT_ADDED ? ITALIAN_ADDED_ENDS : ITALIAN_REMOVED_ENDS);
	close_words(writer, fate);
}

/* All the words of a leaf in one element; of what moved here, only those that changed. */
static bool is_marked_leaf(const struct comparison_writer *writer, uint32_t node)
{
	const struct md_node *leaf = node_of(writer, node);
	enum text_fate fate = fate_of(writer, node);

	return (leaf->kind == MD_PARAGRAPH || leaf->kind == MD_HEADING || leaf->kind == MD_CELL) &&
	       leaf->first &&
	       (fate == TEXT_ADDED || fate == TEXT_REMOVED || fate == TEXT_MOVED_AWAY);
}

/* The last of the siblings from here on that share a fate. */
static uint32_t run_end(const struct comparison_writer *writer, uint32_t node)
{
	enum text_fate fate = fate_of(writer, node);
	uint32_t next = node_of(writer, node)->next;

	for (; next && fate_of(writer, next) == fate; next = node_of(writer, next)->next)
		node = next;
	return node;
}

/* Does a run of words begin with this inline node, in what did not come or go as a whole? */
static bool begins_run(const struct comparison_writer *writer, uint32_t node)
{
	enum text_fate fate = fate_of(writer, node);
	enum text_fate around = fate_of(writer, node_of(writer, node)->parent);

	return writer->run == 0 && (fate == TEXT_ADDED || fate == TEXT_REMOVED) &&
	       (around == TEXT_CHANGED || around == TEXT_MOVED_HERE);
}

static void put_inline(struct comparison_writer *writer, uint32_t node, bool entering)
{
	enum text_fate fate = fate_of(writer, node);

	if (entering && begins_run(writer, node)) {
		writer->run = run_end(writer, node);
		begin_run(writer, fate);
	}
	md_put_node(&writer->md, node, entering);
	if (!entering && writer->run == node) {
		writer->run = 0;
		end_run(writer, fate);
	}
}

static void put_label(struct md_writer *md, const struct md_node *point)
{
	struct comparison_writer *writer = (struct comparison_writer *)md;
	const struct text_mark *mark = &writer->comparison->marks[point - md->md->nodes];

	if (!mark->label_corrected) {
		html_escape_text(md->out, point->text);
		return;
	}
	begin_run(writer, TEXT_REMOVED);
	html_escape_text(md->out, mark->old_label);
	end_run(writer, TEXT_REMOVED);
	begin_run(writer, TEXT_ADDED);
	html_escape_text(md->out, point->text);
	end_run(writer, TEXT_ADDED);
}

/* --- folds ------------------------------------------------------------------------------------- */

static enum text_unit unit_folded(const struct md_node *node)
{
	if (node->kind == MD_POINT)
		return TEXT_POINT;
	if (node->kind == MD_FOOTNOTE)
		return TEXT_FOOTNOTE;
	return node->kind == MD_ITEM ? TEXT_LIST_ITEM : TEXT_PARAGRAPH;
}

/* What a reader counts: the items of a list, and no headings. */
static size_t count_in(const struct comparison_writer *writer, uint32_t node)
{
	const struct md_node *block = node_of(writer, node);
	size_t count = 0;

	if (block->kind == MD_HEADING)
		return 0;
	if (block->kind != MD_LIST && block->kind != MD_POINTS)
		return 1;
	for (uint32_t item = block->first; item; item = node_of(writer, item)->next)
		count++;
	return count;
}

static void open_fold(struct comparison_writer *writer, uint32_t first)
{
	size_t count = 0;
	struct slice words;

	for (uint32_t node = first; node && writer->folded[node];
	     node = node_of(writer, node)->next)
		count += count_in(writer, node);
	words = italian_unchanged(
	    unit_folded(node_of(writer, first)), count ? count : 1, writer->md.scratch);
	md_fresh_line(&writer->md);
	md_put(&writer->md, "<details class=\"invariato\">\n<summary>");
	html_escape_text(writer->md.out, words);
	md_put(&writer->md, "</summary>\n");
	writer->fold_open = true;
}

static void close_fold(struct comparison_writer *writer)
{
	md_fresh_line(&writer->md);
	md_put(&writer->md, "</details>\n");
	writer->fold_open = false;
}

/* Siblings that stay in sight: what changed, what stands beside it, and the heading above. */
static void show_around(
    const struct comparison_writer *writer, const uint32_t *blocks, size_t count, bool *shown)
{
	for (size_t i = 0; i < count; i++) {
		if (fate_of(writer, blocks[i]) == TEXT_SAME)
			continue;
		for (size_t j = i < CONTEXT ? 0 : i - CONTEXT; j <= i + CONTEXT && j < count; j++)
			shown[j] = true;
	}
	for (size_t i = count; i-- > 1;)
		if (shown[i] && node_of(writer, blocks[i])->kind != MD_HEADING)
			for (size_t j = i; j-- > 0 && !shown[j];)
				if (node_of(writer, blocks[j])->kind == MD_HEADING) {
					shown[j] = true;
					break;
				}
}

/* Folds runs among the siblings from `first` up to `end`. */
static void fold(struct comparison_writer *writer, uint32_t first, uint32_t end)
{
	ARRAY(uint32_t) blocks = { 0 };
	bool *shown;

	for (uint32_t node = first; node != end; node = node_of(writer, node)->next)
		*ARENA_PUSH(writer->md.scratch, &blocks) = node;
	shown = ARENA_COUNT(writer->md.scratch, bool, blocks.count);
	show_around(writer, blocks.items, blocks.count, shown);
	for (size_t i = 0, next; i < blocks.count; i = next) {
		for (next = i; next < blocks.count && !shown[next];)
			next++;
		for (size_t j = i; next - i >= LEAST_FOLDED && j < next; j++)
			writer->folded[blocks.items[j]] = true;
		next += next == i;
	}
}

static bool is_list(const struct md_node *node)
{
	return node->kind == MD_LIST || node->kind == MD_POINTS;
}

/* Folds among the document's blocks, in its lists, and its notes where none changed. */
static void fold_all(struct comparison_writer *writer)
{
	uint32_t notes = node_of(writer, 0)->first, first = notes;
	bool changed = false;

	while (notes && node_of(writer, notes)->kind != MD_FOOTNOTE)
		notes = node_of(writer, notes)->next;
	fold(writer, first, notes);
	for (uint32_t node = first; node != notes; node = node_of(writer, node)->next)
		if (is_list(node_of(writer, node)) && fate_of(writer, node) == TEXT_CHANGED)
			fold(writer, node_of(writer, node)->first, 0);
	for (uint32_t node = notes; node; node = node_of(writer, node)->next)
		changed = changed || fate_of(writer, node) != TEXT_SAME;
	for (uint32_t node = notes; node && !changed; node = node_of(writer, node)->next)
		writer->folded[node] = true;
}

/* Before a block, and behind the last one (0): opens or closes a fold. A list is cut in two there. */
static void change_fold(struct comparison_writer *writer, uint32_t parent, uint32_t node)
{
	bool folded = node && writer->folded[node];
	bool inside = is_list(node_of(writer, parent)) && node_of(writer, parent)->first != node;

	if (folded == writer->fold_open)
		return;
	if (inside)
		md_put_node(&writer->md, parent, false);
	if (folded)
		open_fold(writer, node);
	else
		close_fold(writer);
	if (inside && node)
		md_put_node(&writer->md, parent, true);
}

/* --- the tree ---------------------------------------------------------------------------------- */

static bool is_foldable_list(const struct comparison_writer *writer, uint32_t node)
{
	return is_list(node_of(writer, node)) && node_of(writer, node)->parent == 0 &&
	       fate_of(writer, node) == TEXT_CHANGED;
}

static void enter_block(struct comparison_writer *writer, uint32_t node)
{
	const struct md_node *block = node_of(writer, node);
	bool whole = is_whole(writer, node);

	if (node && block->parent == 0)
		change_fold(writer, 0, node);
	if (is_foldable_list(writer, node) && writer->folded[block->first])
		open_fold(writer, block->first);
	if (node && is_foldable_list(writer, block->parent))
		change_fold(writer, block->parent, node);
	if (whole && !has_own_class(block->kind) && block->kind != MD_CELL)
		begin_whole(writer, node);
	md_put_node(&writer->md, node, true);
	if (whole && has_own_class(block->kind) && block->kind != MD_ROW)
		put_begin(writer, false, node);
	if (block->kind == MD_CELL && announces_row(writer, node, true))
		put_begin(writer, false, block->parent);
	if (is_marked_leaf(writer, node))
		open_words(writer, fate_of(writer, node));
}

static void leave_block(struct comparison_writer *writer, uint32_t node)
{
	const struct md_node *block = node_of(writer, node);
	bool whole = is_whole(writer, node);

	if (is_marked_leaf(writer, node))
		close_words(writer, fate_of(writer, node));
	if (block->kind == MD_CELL && announces_row(writer, node, false))
		put_end(writer, false, block->parent);
	if (whole && has_own_class(block->kind) && block->kind != MD_ROW)
		put_end(writer, false, node);
	if (is_foldable_list(writer, node) && writer->fold_open) {
		change_fold(writer, node, 0);
		return;
	}
	md_put_node(&writer->md, node, false);
	if (whole && !has_own_class(block->kind) && block->kind != MD_CELL)
		end_whole(writer, node);
	if (node == 0 && writer->fold_open)
		close_fold(writer);
}

static void put_step(struct comparison_writer *writer)
{
	uint32_t node = writer->md.walk.node;

	if (md_is_inline(node_of(writer, node)->kind))
		put_inline(writer, node, writer->md.walk.entering);
	else if (writer->md.walk.entering)
		enter_block(writer, node);
	else
		leave_block(writer, node);
}

struct html md_html_comparison(const struct text_comparison *comparison,
    const struct md_html_options *options, struct arena *arena)
{
	static const struct md_comparison_hooks hooks = { class_of, put_label };
	struct html_builder builder = { 0 };
	struct md_html_options plain = *options;
	struct comparison_writer writer = { .md = { .hooks = &hooks,
						.md = &comparison->md,
						.options = &plain,
						.out = html_out(&builder),
						.scratch = arena_new(),
						.walk = md_walk(&comparison->md, 0) },
		.comparison = comparison };
	struct html html;

	plain.resolve_citation = NULL;
	writer.folded = ARENA_COUNT(writer.md.scratch, bool, comparison->md.count);
	fold_all(&writer);
	while (md_step(&writer.md.walk))
		put_step(&writer);
	html = html_finish(&builder, arena);
	arena_free(writer.md.scratch);
	return html;
}
