/* The specifications' HTML where it differs from ours: what their examples expect of `cmark-gfm --unsafe`. */
#include <string.h>

#include "render/md_html_parts.h"

/* GFM's tagfilter: these elements lose their '<'. */
static bool is_filtered(struct slice tag)
{
	static const char *const names[] = { "title", "textarea", "style", "xmp", "iframe",
		"noembed", "noframes", "script", "plaintext" };

	tag = slice_from_index(tag, slice_starts(tag, "</") ? 2 : 1);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t length = strlen(names[i]), at = 0;

		while (at < length && at < tag.len && ascii_lower(tag.p[at]) == names[i][at])
			at++;
		if (at == length && at < tag.len &&
		    (ascii_is_space(tag.p[at]) || tag.p[at] == '>' ||
			slice_starts(slice_from_index(tag, at), "/>")))
			return true;
	}
	return false;
}

static void put_raw(struct md_writer *writer, struct slice html)
{
	for (size_t i = 0; i < html.len; i++)
		if (html.p[i] == '<' && writer->md->spec & MD_SPEC_TAGFILTER &&
		    is_filtered(slice_from_index(html, i)))
			md_put(writer, "&lt;");
		else
			buffer_add_byte(writer->out, html.p[i]);
}

static void put_note_id(
    struct md_writer *writer, const char *kind, struct slice label, uint32_t index)
{
	md_put(writer, kind);
	html_escape_any_url(writer->out, label);
	if (index > 1)
		buffer_addf(writer->out, "-%u", index);
}

/* The links back from a note, one for each reference to it. */
static void put_back_links(struct md_writer *writer, const struct md_node *note)
{
	for (uint32_t i = 1; i <= note->index; i++) {
		md_put(writer, i > 1 ? " <a href=\"#" : "<a href=\"#");
		put_note_id(writer, "fnref-", note->text, i);
		md_put(writer, "\" class=\"footnote-backref\" data-footnote-backref "
			       "aria-label=\"Back to content\">\xE2\x86\xA9");
		if (i > 1)
			buffer_addf(writer->out, "<sup class=\"footnote-ref\">%u</sup>", i);
		md_put(writer, "</a>");
	}
}

static void put_note(struct md_writer *writer, uint32_t node, bool entering)
{
	const struct md_node *note = &writer->md->nodes[node];

	if (entering) {
		if (!writer->in_notes)
			md_put(writer, "<section class=\"footnotes\" data-footnotes>\n<ol>\n");
		writer->in_notes = true;
		put_note_id(writer, "<li id=\"fn-", note->text, 0);
		md_put(writer, "\">\n");
		return;
	}
	if (note->last == 0 || writer->md->nodes[note->last].kind != MD_PARAGRAPH) {
		put_back_links(writer, note);
		md_put(writer, "\n");
	}
	md_put(writer, "</li>\n");
}

static const struct md_node *note_of(const struct md *md, const struct md_node *reference)
{
	uint32_t node = md->nodes[0].first;

	while (md->nodes[node].kind != MD_FOOTNOTE || md->nodes[node].number != reference->number)
		node = md->nodes[node].next;
	return &md->nodes[node];
}

static void put_reference(struct md_writer *writer, const struct md_node *reference)
{
	struct slice label = note_of(writer->md, reference)->text;

	put_note_id(writer, "<sup class=\"footnote-ref\"><a href=\"#fn-", label, 0);
	put_note_id(writer, "\" id=\"fnref-", label, reference->index);
	buffer_addf(writer->out, "\" data-footnote-ref>%u</a></sup>", reference->number);
}

static void put_paragraph(struct md_writer *writer, uint32_t node, bool entering)
{
	const struct md_node *paragraph = &writer->md->nodes[node];
	const struct md_node *parent = &writer->md->nodes[paragraph->parent];

	if (md_is_tight(writer->md, node))
		return;
	if (entering) {
		md_fresh_line(writer);
		md_put(writer, "<p>");
		return;
	}
	if (parent->kind == MD_FOOTNOTE && paragraph->next == 0) {
		md_put(writer, " ");
		put_back_links(writer, parent);
	}
	md_put(writer, "</p>\n");
}

static void put_item(struct md_writer *writer, const struct md_node *item)
{
	md_fresh_line(writer);
	md_put(writer, "<li>");
	if (item->task)
		md_put(writer, item->checked
				   ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
				   : "<input type=\"checkbox\" disabled=\"\" /> ");
}

static void put_ordered(struct md_writer *writer, const struct md_node *list, bool entering)
{
	if (!entering) {
		md_put(writer, "</ol>\n");
		return;
	}
	md_fresh_line(writer);
	if (list->number == 1)
		md_put(writer, "<ol>\n");
	else
		buffer_addf(writer->out, "<ol start=\"%u\">\n", list->number);
}

static void put_cell(struct md_writer *writer, const struct md_node *cell, bool entering)
{
	static const char *const names[] = { "", "left", "center", "right" };
	bool style = writer->md->spec & MD_SPEC_STYLE_ALIGN;

	if (!entering) {
		md_put(writer, cell->header ? "</th>" : "</td>");
		return;
	}
	md_fresh_line(writer);
	md_put(writer, cell->header ? "<th" : "<td");
	if (cell->level != MD_ALIGN_NONE)
		buffer_addf(writer->out, style ? " style=\"text-align: %s\"" : " align=\"%s\"",
		    names[cell->level]);
	md_put(writer, ">");
}

static void put_title(struct md_writer *writer, const struct md_node *node)
{
	if (node->extra.len == 0)
		return;
	md_put(writer, "\" title=\"");
	html_escape_text(writer->out, node->extra);
}

static void put_link(struct md_writer *writer, const struct md_node *link, bool entering)
{
	if (!entering) {
		md_put(writer, "</a>");
		return;
	}
	md_put(writer, "<a href=\"");
	html_escape_any_url(writer->out, link->text);
	put_title(writer, link);
	md_put(writer, "\">");
}

static void put_image(struct md_writer *writer, uint32_t node)
{
	const struct md_node *image = &writer->md->nodes[node];

	md_put(writer, "<img src=\"");
	html_escape_any_url(writer->out, image->text);
	md_put(writer, "\" alt=\"");
	md_put_alternative(writer, node);
	put_title(writer, image);
	md_put(writer, "\" />");
	md_skip_children(&writer->walk);
}

static void put_heading(struct md_writer *writer, const struct md_node *heading, bool entering)
{
	if (entering)
		md_fresh_line(writer);
	buffer_addf(writer->out, entering ? "<h%u>" : "</h%u>\n", heading->level);
}

bool md_spec_node(struct md_writer *writer, uint32_t index, bool entering)
{
	const struct md_node *node = &writer->md->nodes[index];

	switch (node->kind) {
	case MD_DOCUMENT:
		if (!entering && writer->in_notes)
			md_put(writer, "</ol>\n</section>\n");
		return true;
	case MD_PARAGRAPH: put_paragraph(writer, index, entering); return true;
	case MD_HEADING: put_heading(writer, node, entering); return true;
	case MD_LIST:
		if (node->ordered)
			put_ordered(writer, node, entering);
		return node->ordered;
	case MD_ITEM:
		if (entering)
			put_item(writer, node);
		return entering;
	case MD_HTML_BLOCK:
		if (!entering)
			return true;
		md_fresh_line(writer);
		put_raw(writer, node->text);
		md_fresh_line(writer);
		return true;
	case MD_HTML_INLINE:
		if (entering)
			put_raw(writer, node->text);
		return true;
	case MD_CELL: put_cell(writer, node, entering); return true;
	case MD_FOOTNOTE: put_note(writer, index, entering); return true;
	case MD_FOOTNOTE_REF:
		if (entering)
			put_reference(writer, node);
		return true;
	case MD_LINK: put_link(writer, node, entering); return true;
	case MD_IMAGE:
		if (entering)
			put_image(writer, index);
		return true;
	default: return false;
	}
}
