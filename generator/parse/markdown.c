#include "parse/markdown.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "parse/markdown_parts.h"

/* Nodes inside one another: emphasis alone can nest as deep as a paragraph is long. */
#define MAX_DEPTH 200

/* The names of the extensions' nodes, compared as text: their numbers are variables of the library. */
struct kind_name {
	const char *name;
	enum md_kind kind;
};

static const struct kind_name kinds[] = {
	{ "document", MD_DOCUMENT },
	{ "paragraph", MD_PARAGRAPH },
	{ "text", MD_TEXT },
	{ "softbreak", MD_SOFT_BREAK },
	{ "linebreak", MD_HARD_BREAK },
	{ "heading", MD_HEADING },
	{ "list", MD_LIST },
	{ "item", MD_ITEM },
	{ "tasklist", MD_ITEM },
	{ "emph", MD_EMPHASIS },
	{ "strong", MD_STRONG },
	{ "link", MD_LINK },
	{ "code", MD_CODE },
	{ "code_block", MD_CODE_BLOCK },
	{ "block_quote", MD_QUOTE },
	{ "html_inline", MD_HTML_INLINE },
	{ "html_block", MD_HTML_BLOCK },
	{ "thematic_break", MD_RULE },
	{ "table", MD_TABLE },
	{ "table_header", MD_ROW },
	{ "table_row", MD_ROW },
	{ "table_cell", MD_CELL },
	{ "image", MD_IMAGE },
	{ "strikethrough", MD_STRIKE },
};

static enum md_kind kind_of(cmark_node *node)
{
	const char *name = cmark_node_get_type_string(node);

	if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
		return MD_FOOTNOTE; /* these two have no name */
	if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE)
		return MD_FOOTNOTE_REF;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	assert(false && "a node that no extension in use makes");
	return MD_TEXT;
}

struct md_node *md_at(struct md_builder *builder, uint32_t node)
{
	return &builder->nodes.items[node];
}

uint32_t md_new(struct md_builder *builder, enum md_kind kind, uint32_t line)
{
	*ARENA_PUSH(builder->scratch, &builder->nodes) =
	    (struct md_node){ .kind = (uint8_t)kind, .line = line };
	return (uint32_t)(builder->nodes.count - 1);
}

uint32_t md_new_text(struct md_builder *builder, struct slice text, uint32_t line)
{
	uint32_t node = md_new(builder, MD_TEXT, line);

	md_at(builder, node)->text = text;
	return node;
}

void md_append(struct md_builder *builder, uint32_t parent, uint32_t child)
{
	struct md_node *above = md_at(builder, parent);

	md_at(builder, child)->parent = parent;
	md_at(builder, child)->next = 0;
	if (above->last)
		md_at(builder, above->last)->next = child;
	else
		above->first = child;
	above->last = child;
}

void md_insert_after(struct md_builder *builder, uint32_t before, uint32_t node)
{
	struct md_node *sibling = md_at(builder, before);
	struct md_node *parent = md_at(builder, sibling->parent);

	md_at(builder, node)->parent = sibling->parent;
	md_at(builder, node)->next = sibling->next;
	sibling->next = node;
	if (parent->last == before)
		parent->last = node;
}

uint32_t md_take_children(struct md_builder *builder, uint32_t node)
{
	struct md_node *above = md_at(builder, node);
	uint32_t first = above->first;

	above->first = above->last = 0;
	return first;
}

struct md md_view(const struct md_builder *builder)
{
	return (
	    struct md){ .nodes = builder->nodes.items, .count = (uint32_t)builder->nodes.count };
}

/* cmark's text, which dies with its tree. */
static struct slice keep(struct md_builder *builder, const char *text)
{
	return arena_slice(builder->arena, slice_from(text));
}

static void convert_list(cmark_node *from, struct md_node *to)
{
	to->ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
	to->tight = cmark_node_get_list_tight(from);
	to->number = (uint32_t)cmark_node_get_list_start(from);
}

/* Alignment from the table's column, header from the row. */
static void convert_cell(cmark_node *from, struct md_node *to)
{
	cmark_node *row = cmark_node_parent(from), *table = cmark_node_parent(row);
	const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
	size_t column = 0;

	for (cmark_node *cell = cmark_node_previous(from); cell; cell = cmark_node_previous(cell))
		column++;
	switch (alignments[column]) {
	case 'l': to->level = MD_ALIGN_LEFT; break;
	case 'c': to->level = MD_ALIGN_CENTER; break;
	case 'r': to->level = MD_ALIGN_RIGHT; break;
	default: to->level = MD_ALIGN_NONE; break;
	}
	to->header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
}

/*
 * The label of a note, from its source, since cmark keeps it to itself. A definition's column is the one behind its mark;
 * a label holds neither ']' nor blanks, so that the last "[^" up to there begins it.
 */
static struct slice written_note(struct md_builder *builder, cmark_node *from, uint32_t line)
{
	size_t column = (size_t)cmark_node_get_start_column(from), end, start;
	struct slice text = slice_sub(md_line(&builder->source, line), 0, column);

	for (end = text.len; end > 0 && !slice_starts(slice_from_index(text, end - 1), "]:");)
		end--;
	if (end == 0)
		return SLICE("");
	text = slice_sub(text, 0, end - 1);
	start = slice_find_last_byte(text, ']');
	text = slice_from_index(text, start == SLICE_NONE ? 0 : start);
	start = slice_find(text, "[^");
	return start == SLICE_NONE ? SLICE("")
				   : arena_slice(builder->arena, slice_from_index(text, start + 2));
}

static void convert_fields(struct md_builder *builder, cmark_node *from, uint32_t node)
{
	struct md_node *to = md_at(builder, node);
	const char *literal = cmark_node_get_literal(from);

	if (literal)
		to->text = keep(builder, literal);
	switch (to->kind) {
	case MD_HEADING: to->level = (uint8_t)cmark_node_get_heading_level(from); break;
	case MD_LIST: convert_list(from, to); break;
	case MD_ITEM:
		to->task = strcmp(cmark_node_get_type_string(from), "tasklist") == 0;
		to->checked = to->task && cmark_gfm_extensions_get_tasklist_item_checked(from);
		break;
	case MD_CODE_BLOCK: to->extra = keep(builder, cmark_node_get_fence_info(from)); break;
	case MD_LINK:
	case MD_IMAGE:
		to->text = keep(builder, cmark_node_get_url(from));
		to->extra = keep(builder, cmark_node_get_title(from));
		break;
	case MD_TABLE: to->number = cmark_gfm_extensions_get_table_columns(from); break;
	case MD_ROW: to->header = cmark_gfm_extensions_get_table_row_is_header(from) != 0; break;
	case MD_CELL: convert_cell(from, to); break;
	case MD_FOOTNOTE: to->text = written_note(builder, from, to->line); break;
	case MD_FOOTNOTE_REF:
		slice_to_uint(to->text, UINT32_MAX, &to->number);
		to->text = SLICE("");
		break;
	default: break;
	}
}

/* cmark counts lines from the text's first, and gives none to breaks. */
static uint32_t line_of(struct md_builder *builder, cmark_node *from, uint32_t parent)
{
	int line = cmark_node_get_start_line(from);

	if (line <= 0)
		return md_at(builder, parent)->line;
	return builder->source.first_line + (uint32_t)line - 1;
}

/* Where the copying is: the next node of cmark's, and our parent for it. */
struct cursor {
	cmark_node *from;
	uint32_t parent;
	size_t depth;
};

/* Goes on to the next node in the text's order, `made` being our copy of this one; false at the end. */
static bool advance(const struct md_builder *builder, struct cursor *cursor, uint32_t made)
{
	cmark_node *child = cmark_node_first_child(cursor->from);

	if (child) {
		*cursor = (struct cursor){ child, made, cursor->depth + 1 };
		return true;
	}
	while (!cmark_node_next(cursor->from)) {
		if (cursor->depth == 0)
			return false;
		cursor->from = cmark_node_parent(cursor->from);
		cursor->parent = builder->nodes.items[cursor->parent].parent;
		cursor->depth--;
	}
	cursor->from = cmark_node_next(cursor->from);
	return true;
}

/* Copies the tree; false, after an error, where it is too deep for a page. */
static bool convert(struct md_builder *builder, cmark_node *root, bool site)
{
	struct cursor cursor = { .from = cmark_node_first_child(root) };
	uint32_t node;

	md_new(builder, MD_DOCUMENT, builder->source.first_line);
	if (!cursor.from)
		return true;
	do {
		node = md_new(
		    builder, kind_of(cursor.from), line_of(builder, cursor.from, cursor.parent));
		md_append(builder, cursor.parent, node);
		convert_fields(builder, cursor.from, node);
		if (site)
			md_apply_rules(builder, cursor.from, node);
		if (site && cursor.depth > MAX_DEPTH) {
			diag0(builder->source.diagnostics, DIAG_MD_TOO_DEEP,
			    md_position(&builder->source, md_at(builder, node)->line, SLICE("")));
			return false;
		}
	} while (advance(builder, &cursor, node));
	return true;
}

/* Numbers the notes, and each reference among those to its note. */
static void number_footnotes(struct md_builder *builder)
{
	uint32_t *notes = ARENA_COUNT(builder->scratch, uint32_t, builder->nodes.count + 1);
	uint32_t count = 0;

	for (uint32_t i = 0; i < builder->nodes.count; i++)
		if (md_at(builder, i)->kind == MD_FOOTNOTE) {
			notes[++count] = i;
			md_at(builder, i)->number = count;
		}
	for (uint32_t i = 0; i < builder->nodes.count; i++) {
		struct md_node *reference = md_at(builder, i);

		if (reference->kind == MD_FOOTNOTE_REF && reference->number <= count)
			reference->index = ++md_at(builder, notes[reference->number])->index;
	}
}

/* The library's list of extensions is filled once and only read afterwards. */
static pthread_once_t registered = PTHREAD_ONCE_INIT;

static cmark_parser *new_parser(int options, const char *const *extensions, size_t count)
{
	cmark_parser *parser;

	pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);
	parser = cmark_parser_new(options);
	for (size_t i = 0; i < count; i++)
		cmark_parser_attach_syntax_extension(
		    parser, cmark_find_syntax_extension(extensions[i]));
	return parser;
}

static void finish(struct md_builder *builder, unsigned spec, struct md *out)
{
	size_t count = builder->nodes.count;

	*out = (struct md){ .nodes = ARENA_COUNT(builder->arena, struct md_node, count),
		.count = (uint32_t)count,
		.spec = spec };
	memcpy(out->nodes, builder->nodes.items, count * sizeof *out->nodes);
}

/* Lines as cmark counts them: ended by LF, CR or both. */
static void split_lines(struct md_source *source, struct arena *scratch)
{
	ARRAY(struct slice) lines = { 0 };
	struct slice text = source->text;
	size_t start = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.p[i] != '\n' && text.p[i] != '\r')
			continue;
		*ARENA_PUSH(scratch, &lines) = slice_sub(text, start, i);
		if (text.p[i] == '\r' && i + 1 < text.len && text.p[i + 1] == '\n')
			i++;
		start = i + 1;
	}
	if (start < text.len)
		*ARENA_PUSH(scratch, &lines) = slice_from_index(text, start);
	source->lines = lines.items;
	source->line_count = lines.count;
}

static bool parse_site(struct md_builder *builder)
{
	static const char *const extensions[] = { "table" };
	struct slice text = builder->source.text;
	cmark_parser *parser = new_parser(
	    CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8, extensions, 1);
	cmark_node *root;
	bool whole;

	cmark_parser_feed(parser, text.p, text.len);
	root = cmark_parser_finish(parser);
	whole = convert(builder, root, true);
	cmark_node_free(root);
	cmark_parser_free(parser);
	return whole;
}

int md_parse(struct slice text, struct slice file, uint32_t first_line, struct arena *arena,
    struct diagnostics *diagnostics, struct md *out)
{
	struct md_builder builder = { .arena = arena,
		.scratch = arena_new(),
		.source = { text, file, first_line, diagnostics, NULL, 0 } };
	int result = -1;

	split_lines(&builder.source, builder.scratch);
	if (md_check_limits(&builder.source) == 0 && parse_site(&builder)) {
		number_footnotes(&builder);
		md_mark_inlines(&builder);
		md_check_content(&builder);
		md_make_points(&builder);
		md_give_anchors(&builder);
		result = 0;
	} else {
		builder.nodes.count = 0;
		md_new(&builder, MD_DOCUMENT, first_line);
	}
	finish(&builder, 0, out);
	arena_free(builder.scratch);
	return result;
}

void md_parse_spec(struct slice text, unsigned flags, struct arena *arena, struct md *out)
{
	static const char *const names[] = { "table", "strikethrough", "autolink", "tagfilter",
		"tasklist" };
	struct md_builder builder = {
		.arena = arena, .scratch = arena_new(), .source = { .text = text, .first_line = 1 }
	};
	const char *extensions[sizeof names / sizeof *names];
	size_t count = 0;
	int options = 0;
	cmark_parser *parser;
	cmark_node *root;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (flags & (unsigned)MD_SPEC_TABLE << i)
			extensions[count++] = names[i];
	split_lines(&builder.source, builder.scratch);
	options |= flags & MD_SPEC_FOOTNOTES ? CMARK_OPT_FOOTNOTES : 0;
	options |= flags & MD_SPEC_SMART ? CMARK_OPT_SMART : 0;
	parser = new_parser(options, extensions, count);
	cmark_parser_feed(parser, text.p, text.len);
	root = cmark_parser_finish(parser);
	convert(&builder, root, false);
	number_footnotes(&builder);
	cmark_node_free(root);
	cmark_parser_free(parser);
	finish(&builder, flags | MD_SPEC, out);
	arena_free(builder.scratch);
}

const char *markdown_library(void)
{
	return cmark_version_string();
}
