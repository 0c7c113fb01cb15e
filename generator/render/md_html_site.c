/* The HTML of acts and pages where it differs from the specifications': ids, levels, labels, links that are resolved. */
#include <string.h>

#include "render/md_html_parts.h"

/* Points inside points: a link is called by so many labels. */
#define POINT_LABELS_MAX 4

static void put_id(struct md_writer *writer, struct slice anchor)
{
	if (anchor.len == 0 || writer->hooks)
		return;
	md_put(writer, " id=\"");
	html_escape_attribute(writer->out, writer->options->id_prefix);
	html_escape_attribute(writer->out, anchor);
	md_put(writer, "\"");
}

/* "3" of "3.", "a)" */
static struct slice label_in_words(struct slice label)
{
	return slice_ends(label, ".") ? slice_sub(label, 0, label.len - 1) : label;
}

/* "3, a)": the point's label behind those of the points around it, which a dotted one ("1.1") says already. */
static void put_labels(struct md_writer *writer, const struct md_node *point)
{
	const struct md_node *nodes = writer->md->nodes, *chain[POINT_LABELS_MAX];
	size_t count = 0;

	while (point->kind == MD_POINT && count < POINT_LABELS_MAX) {
		bool dotted = slice_find_byte(label_in_words(point->text), '.') != SLICE_NONE;

		chain[count++] = point;
		if (dotted)
			break;
		point = &nodes[nodes[point->parent].parent];
	}
	while (count-- > 0) {
		html_escape_attribute(writer->out, label_in_words(chain[count]->text));
		md_put(writer, count > 0 ? ", " : "");
	}
}

/* The label is itself what leads to the point: one stop for the keyboard, and nothing more to read or to copy. */
static void put_linked_label(struct md_writer *writer, const struct md_node *point)
{
	md_put(writer, "<a class=\"etichetta\" href=\"#");
	html_escape_attribute(writer->out, writer->options->id_prefix);
	html_escape_attribute(writer->out, point->extra);
	md_put(writer, "\" aria-label=\"");
	html_escape_attribute(writer->out, writer->options->point_label);
	md_put(writer, " ");
	put_labels(writer, point);
	md_put(writer, "\">");
	html_escape_text(writer->out, point->text);
	md_put(writer, "</a> ");
}

static void put_label(struct md_writer *writer, const struct md_node *point)
{
	if (!writer->hooks && point->extra.len > 0 && writer->options->point_label.len > 0) {
		put_linked_label(writer, point);
		return;
	}
	md_put(writer, "<span class=\"etichetta\">");
	if (writer->hooks)
		writer->hooks->put_label(writer, point);
	else
		html_escape_text(writer->out, point->text);
	md_put(writer, "</span> ");
}

static unsigned first_heading(const struct md_writer *writer)
{
	return writer->options->first_heading ? writer->options->first_heading : 2;
}

static void put_heading(struct md_writer *writer, const struct md_node *heading, bool entering)
{
	unsigned level = first_heading(writer) + heading->number - 1;

	if (heading->first == 0)
		return; /* a heading without words would be a stop without a name */
	if (level > 6)
		level = 6;
	if (!entering) {
		buffer_addf(writer->out, "</h%u>\n", level);
		return;
	}
	md_fresh_line(writer);
	buffer_addf(writer->out, "<h%u", level);
	put_id(writer, heading->extra);
	md_put(writer, ">");
}

static void put_note_id(struct md_writer *writer, const char *kind, uint32_t number, uint32_t index)
{
	/* An underscore: no slug of a heading has one. */
	html_escape_attribute(writer->out, writer->options->id_prefix);
	buffer_addf(writer->out, index > 1 ? "%s_%u_%u" : "%s_%u", kind, number, index);
}

static void put_back_links(struct md_writer *writer, const struct md_node *note)
{
	for (uint32_t i = 1; i <= note->index && !writer->hooks; i++) {
		md_put(writer, " <a class=\"ritorno\" href=\"#");
		put_note_id(writer, "rinvio", note->number, i);
		md_put(writer, "\" aria-label=\"");
		html_escape_attribute(writer->out, writer->options->back_label);
		buffer_addf(writer->out, note->index > 1 ? " (%u.%u)" : " (%u)", note->number, i);
		md_put(writer, "\">\xE2\x86\xA9</a>");
	}
}

static void begin_notes(struct md_writer *writer)
{
	writer->in_notes = true;
	md_fresh_line(writer);
	md_put(writer, "<section class=\"note\">\n");
	if (writer->options->notes_title.len > 0) {
		unsigned level = first_heading(writer);

		buffer_addf(writer->out, "<h%u>", level);
		html_escape_text(writer->out, writer->options->notes_title);
		buffer_addf(writer->out, "</h%u>\n", level);
	}
	md_put(writer, "<ol>\n");
}

static void put_note(struct md_writer *writer, const struct md_node *note, bool entering)
{
	bool ends_in_paragraph =
	    note->last > 0 && writer->md->nodes[note->last].kind == MD_PARAGRAPH;

	if (!entering) {
		if (!ends_in_paragraph)
			put_back_links(writer, note);
		md_put(writer, "</li>\n");
		return;
	}
	if (!writer->in_notes)
		begin_notes(writer);
	if (writer->hooks) {
		/* Those of two texts stand here: each says its number. */
		buffer_addf(writer->out, "<li value=\"%u\"", (unsigned)note->number);
		md_put_tag_end(writer, note);
		return;
	}
	md_put(writer, "<li id=\"");
	put_note_id(writer, "nota", note->number, 0);
	md_put(writer, "\">\n");
}

static void put_reference(struct md_writer *writer, const struct md_node *reference)
{
	bool link = writer->whole && !writer->in_link;

	if (writer->hooks) {
		buffer_addf(
		    writer->out, "<sup class=\"nota\">%u</sup>", (unsigned)reference->number);
		return;
	}
	md_put(writer, "<sup class=\"nota\" id=\"");
	put_note_id(writer, "rinvio", reference->number, reference->index);
	md_put(writer, "\">");
	if (link) {
		md_put(writer, "<a href=\"#");
		put_note_id(writer, "nota", reference->number, 0);
		md_put(writer, "\">");
	}
	buffer_addf(writer->out, "%u", reference->number);
	md_put(writer, link ? "</a></sup>" : "</sup>");
}

/* A label stands in its point's first paragraph, or at once behind <li>. */
static bool begins_loose_point(const struct md *md, uint32_t paragraph)
{
	const struct md_node *parent = &md->nodes[md->nodes[paragraph].parent];

	return parent->kind == MD_POINT && parent->first == paragraph &&
	       !md_is_tight(md, paragraph);
}

static void put_paragraph(struct md_writer *writer, uint32_t node, bool entering)
{
	const struct md_node *paragraph = &writer->md->nodes[node];
	const struct md_node *parent = &writer->md->nodes[paragraph->parent];

	if (md_is_tight(writer->md, node)) {
		if (!entering && paragraph->next)
			md_fresh_line(writer);
		return;
	}
	if (entering) {
		md_fresh_line(writer);
		md_put(writer, "<p>");
		if (begins_loose_point(writer->md, node))
			put_label(writer, parent);
		return;
	}
	if (parent->kind == MD_FOOTNOTE && paragraph->next == 0)
		put_back_links(writer, parent);
	md_put(writer, "</p>\n");
}

static void put_point(struct md_writer *writer, const struct md_node *point, bool entering)
{
	if (!entering) {
		md_put(writer, "</li>\n");
		return;
	}
	md_fresh_line(writer);
	md_put(writer, "<li");
	put_id(writer, point->extra);
	md_put_tag_end(writer, point);
	if (point->first == 0 || !begins_loose_point(writer->md, point->first) ||
	    writer->md->nodes[point->first].kind != MD_PARAGRAPH)
		put_label(writer, point);
}

static void put_points(struct md_writer *writer, bool entering)
{
	md_fresh_line(writer);
	md_put(writer, entering ? "<ol class=\"punti\">\n" : "</ol>\n");
}

/* A header that says nothing is left out: some use an empty one to get a table without. */
static bool is_empty_row(const struct md *md, const struct md_node *row)
{
	for (uint32_t cell = row->first; cell; cell = md->nodes[cell].next)
		if (md->nodes[cell].first)
			return false;
	return true;
}

static void put_cell(struct md_writer *writer, const struct md_node *cell, bool entering)
{
	static const char *const classes[] = { "", " class=\"sinistra\"", " class=\"centro\"",
		" class=\"destra\"" };
	bool heads = cell->header && cell->first;

	if (!entering) {
		md_put(writer, heads ? "</th>" : "</td>");
		return;
	}
	md_fresh_line(writer);
	md_put(writer, heads ? "<th scope=\"col\"" : "<td");
	md_put(writer, classes[cell->level]);
	md_put(writer, ">");
}

static void put_table(struct md_writer *writer, bool entering)
{
	unsigned *tables = writer->options->tables ? writer->options->tables : &writer->tables;

	if (entering) {
		md_fresh_line(writer);
		md_put(
		    writer, "<div class=\"tabella\" tabindex=\"0\" role=\"region\" aria-label=\"");
		html_escape_attribute(writer->out, writer->options->table_label);
		buffer_addf(writer->out, " %u\">\n<table>", ++*tables);
		return;
	}
	md_fresh_line(writer);
	md_put(writer, writer->table_body ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
	writer->table_body = false;
}

/* Opens a link to a target, if it leads anywhere that a page may link to. */
static bool open_link(struct md_writer *writer, struct slice target, const char *attributes)
{
	const struct md_html_options *options = writer->options;
	struct slice url = target;

	if (writer->in_link)
		return false;
	if (options->resolve_link && !options->resolve_link(options->context, target, &url))
		return false;
	if (url.len == 0 || !url_is_safe(url))
		return false;
	md_put(writer, "<a");
	md_put(writer, attributes);
	md_put(writer, " href=\"");
	html_escape_url(writer->out, url);
	md_put(writer, "\"");
	return true;
}

static void put_title(struct md_writer *writer, struct slice title)
{
	if (title.len > 0) {
		md_put(writer, " title=\"");
		html_escape_attribute(writer->out, title);
		md_put(writer, "\"");
	}
	md_put(writer, ">");
}

/* CommonMark has no link inside another. */
static void put_link(struct md_writer *writer, const struct md_node *link, bool entering)
{
	if (entering) {
		writer->link_open = link->first && open_link(writer, link->text, "");
		writer->in_link = true;
		if (writer->link_open)
			put_title(writer, link->extra);
		return;
	}
	if (writer->link_open)
		md_put(writer, "</a>");
	writer->in_link = writer->link_open = false;
}

/* The file's name in a path. */
static struct slice base_name(struct slice target)
{
	size_t slash = slice_find_last_byte(target, '/');

	return slash == SLICE_NONE ? target : slice_from_index(target, slash + 1);
}

static void put_image(struct md_writer *writer, uint32_t node)
{
	const struct md_node *image = &writer->md->nodes[node];
	bool linked = open_link(writer, image->text, " class=\"immagine\"");

	if (linked)
		put_title(writer, image->extra);
	if (image->first)
		md_put_alternative(writer, node);
	else
		html_escape_text(writer->out, base_name(image->text));
	if (linked)
		md_put(writer, "</a>");
	md_skip_children(&writer->walk);
}

/* A run being written: the node that comes next, and how much of the run stands before it. */
struct run {
	uint32_t node;
	size_t before;
};

/* Goes on writing the run up to its byte `to`, from byte `from`; breaks stay line ends. */
static void put_run_part(struct md_writer *writer, struct run *run, size_t from, size_t to)
{
	while (from < to) {
		const struct md_node *part = &writer->md->nodes[run->node];
		size_t length = part->kind == MD_TEXT ? part->text.len : 1;
		size_t end = to < run->before + length ? to : run->before + length;

		if (part->kind == MD_TEXT)
			html_escape_text(writer->out,
			    slice_sub(part->text, from - run->before, end - run->before));
		else
			md_put(writer, "\n");
		from = end;
		if (end == run->before + length) {
			run->before = end;
			run->node = part->next;
		}
	}
}

/* Goes on with the run up to `to`, where nothing is cited. What is explained once is not explained again. */
static void put_explained(
    struct md_writer *writer, struct run *run, struct slice text, size_t from, size_t to)
{
	const struct md_html_options *options = writer->options;
	struct acronym_use use;

	if (!options->acronyms || writer->plain || writer->hooks) {
		put_run_part(writer, run, from, to);
		return;
	}
	text = slice_sub(text, 0, to);
	for (size_t at = from; acronyms_next(options->acronyms, text, at, &use); at = use.end) {
		if (options->explained[use.index])
			continue;
		options->explained[use.index] = true;
		put_run_part(writer, run, from, use.start);
		md_put(writer, "<a class=\"sigla\" href=\"");
		html_escape_url(writer->out, options->glossary_url(options->context, use.entry));
		md_put(writer, "\"><abbr title=\"");
		html_escape_attribute(writer->out, use.entry->term);
		md_put(writer, "\">");
		put_run_part(writer, run, use.start, use.end);
		md_put(writer, "</abbr></a>");
		from = use.end;
	}
	put_run_part(writer, run, from, to);
}

/* A run's text with the citations that lead somewhere as links. */
static void put_run(struct md_writer *writer, uint32_t first, struct slice text)
{
	const struct md_html_options *options = writer->options;
	struct run run = { .node = first };
	struct citations found;
	size_t written = 0;

	citations_find(text, options->sigle, options->sigle_count, writer->scratch, &found);
	for (size_t i = 0; i < found.list.count; i++) {
		const struct citation *each = &found.list.items[i];
		struct slice url;

		if (!options->resolve_citation(options->context, each, &url) || !url_is_safe(url))
			continue;
		put_explained(writer, &run, text, written, each->start);
		md_put(writer, "<a class=\"citazione\" href=\"");
		html_escape_url(writer->out, url);
		md_put(writer, "\">");
		put_run_part(writer, &run, each->start, each->end);
		md_put(writer, "</a>");
		written = each->end;
	}
	put_explained(writer, &run, text, written, text.len);
}

/* Text at once with all that it reads on to, since a citation may go over line ends; the walk goes on behind it. */
static bool put_text(struct md_writer *writer, uint32_t node, bool entering)
{
	struct buffer text = { 0 };
	uint32_t after;

	if (!writer->options->resolve_citation || writer->in_link)
		return false;
	if (!entering)
		return true;
	after = md_run(writer->md, node, &text);
	put_run(writer, node, buffer_slice(&text));
	while (writer->md->nodes[node].next != after)
		node = writer->md->nodes[node].next;
	writer->walk.node = node;
	buffer_release(&text);
	return true;
}

bool md_site_node(struct md_writer *writer, uint32_t index, bool entering)
{
	const struct md_node *node = &writer->md->nodes[index];

	switch (node->kind) {
	case MD_DOCUMENT:
		if (!entering && writer->in_notes)
			md_put(writer, "</ol>\n</section>\n");
		return true;
	case MD_PARAGRAPH: put_paragraph(writer, index, entering); return true;
	case MD_HEADING:
		put_heading(writer, node, entering);
		writer->plain += entering ? 1U : -1U;
		return true;
	case MD_QUOTE: writer->plain += entering ? 1U : -1U; return false;
	case MD_POINTS: put_points(writer, entering); return true;
	case MD_POINT: put_point(writer, node, entering); return true;
	case MD_TABLE: put_table(writer, entering); return true;
	case MD_ROW:
		if (!node->header || !is_empty_row(writer->md, node))
			return false;
		md_skip_children(&writer->walk);
		return true;
	case MD_CELL: put_cell(writer, node, entering); return true;
	case MD_FOOTNOTE: put_note(writer, node, entering); return true;
	case MD_FOOTNOTE_REF:
		if (entering)
			put_reference(writer, node);
		return true;
	case MD_TEXT:
	case MD_SOFT_BREAK: return put_text(writer, index, entering);
	case MD_LINK: put_link(writer, node, entering); return true;
	case MD_IMAGE:
		if (entering)
			put_image(writer, index);
		return true;
	case MD_OMISSIS:
		if (entering) {
			md_put(writer, "<span class=\"omissis\">");
			html_escape_text(writer->out, node->text);
			md_put(writer, "</span>");
		}
		return true;
	default: return false;
	}
}
