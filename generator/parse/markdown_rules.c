/* What the text of an act makes of single nodes of cmark's, while its own tree and the source are at hand. */
#include <string.h>

#include <cmark-gfm.h>

#include "base/unicode.h"
#include "parse/markdown_parts.h"

/* Text of several lines as nodes: each line verbatim, `break_kind` between them. */
static void add_lines(
    struct md_builder *builder, uint32_t parent, const char *literal, enum md_kind break_kind)
{
	struct slice rest = arena_slice(builder->arena, slice_from(literal)), text;
	uint32_t line = md_at(builder, parent)->line;

	while (rest.len && (rest.p[rest.len - 1] == '\n'))
		rest.len--;
	for (bool first = true; slice_next_line(&rest, &text); first = false, line++) {
		if (!first)
			md_append(builder, parent, md_new(builder, break_kind, line));
		md_append(builder, parent, md_new_text(builder, slice_trim(text), line));
	}
}

/* The first line of the HTML, short enough to be quoted in a message. */
static struct slice quoted(struct md_builder *builder, const char *html)
{
	struct slice line, rest;
	size_t end = 0;

	slice_cut(slice_trim(slice_from(html)), '\n', &line, &rest);
	for (int characters = 0; characters < 40 && end < line.len; characters++)
		utf8_next(line, &end);
	if (end == line.len)
		return line;
	return arena_printf(builder->scratch, "%.*s...", SLICE_ARGS(slice_sub(line, 0, end)));
}

/* The HTML without its comments, which are not to be shown even where errors are not heard. */
static const char *without_comments(struct md_builder *builder, const char *html)
{
	struct buffer kept = { 0 };
	const char *start, *end;

	while ((start = strstr(html, "<!--"))) {
		buffer_add(&kept, (struct slice){ html, (size_t)(start - html) });
		end = strstr(start, "-->");
		html = end ? end + 3 : start + strlen(start);
	}
	buffer_add_str(&kept, html);
	html = arena_cstr(builder->arena, buffer_slice(&kept));
	buffer_release(&kept);
	return html;
}

/* HTML is shown as it is written, but for comments; returns what is shown. */
static const char *report_html(struct md_builder *builder, const char *html, uint32_t line)
{
	struct slice first_line, rest;

	if (strstr(html, "<!--")) {
		diag0(builder->source.diagnostics, DIAG_MD_COMMENT,
		    md_position(&builder->source, line, SLICE("<!--")));
		return without_comments(builder, html);
	}
	slice_cut(slice_trim(slice_from(html)), '\n', &first_line, &rest);
	diag1(builder->source.diagnostics, DIAG_MD_HTML,
	    md_position(&builder->source, line, first_line), quoted(builder, html));
	return html;
}

/*
 * The label of an ordered list's item as it stands in the source, "3." or "3)". Where cmark has put other bytes into the
 * line (it replaces what is no UTF-8), the column leads astray and the label is the number that is due.
 */
static struct slice written_label(struct md_builder *builder, cmark_node *item, uint32_t line)
{
	size_t start = (size_t)cmark_node_get_start_column(item) - 1, end = 0;
	struct slice text = slice_from_index(md_line(&builder->source, line), start);
	cmark_node *list = cmark_node_parent(item);
	int number = cmark_node_get_list_start(list);

	while (end < text.len && ascii_is_digit(text.p[end]))
		end++;
	if (end > 0 && end < text.len && (text.p[end] == '.' || text.p[end] == ')'))
		return arena_slice(builder->arena, slice_sub(text, 0, end + 1));
	while ((item = cmark_node_previous(item)))
		number++;
	return arena_printf(builder->arena, "%d%s", number,
	    cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ")" : ".");
}

static void convert_point(struct md_builder *builder, cmark_node *item, uint32_t node)
{
	struct slice label = written_label(builder, item, md_at(builder, node)->line);
	uint32_t list = md_at(builder, node)->parent, expected;
	struct md_node *point = md_at(builder, node);

	point->kind = MD_POINT;
	point->text = label;
	slice_to_uint(slice_sub(label, 0, label.len - 1), UINT32_MAX, &point->number);
	expected = md_at(builder, list)->number;
	if (point->number != expected)
		diag2(builder->source.diagnostics, DIAG_MD_LIST_NUMBER,
		    md_position(&builder->source, point->line, label),
		    slice_sub(label, 0, label.len - 1),
		    arena_printf(builder->scratch, "%u", expected));
	md_at(builder, list)->number = point->number + 1;
}

/* What the rules for acts make of a node; the tree of the specifications keeps it as it is. */
void md_apply_rules(struct md_builder *builder, cmark_node *from, uint32_t node)
{
	struct md_node *to = md_at(builder, node);
	const char *literal = cmark_node_get_literal(from);
	int length, offset;
	char character;

	switch (to->kind) {
	case MD_LIST:
		if (to->ordered)
			to->kind = MD_POINTS;
		break;
	case MD_ITEM:
		if (md_at(builder, to->parent)->kind == MD_POINTS)
			convert_point(builder, from, node);
		break;
	case MD_CODE_BLOCK:
		if (cmark_node_get_fenced(from, &length, &offset, &character))
			break;
		to->kind = MD_PARAGRAPH;
		to->text = to->extra = SLICE("");
		diag0(builder->source.diagnostics, DIAG_MD_INDENTED,
		    md_position(&builder->source, to->line, SLICE("")));
		add_lines(builder, node, literal, MD_HARD_BREAK);
		break;
	case MD_HTML_BLOCK:
		to->kind = MD_PARAGRAPH;
		to->text = SLICE("");
		add_lines(builder, node, report_html(builder, literal, to->line), MD_SOFT_BREAK);
		break;
	case MD_HTML_INLINE:
		to->kind = MD_TEXT;
		to->text = slice_from(
		    report_html(builder, arena_cstr(builder->arena, to->text), to->line));
		break;
	default: break;
	}
}
