#include "render/md_html.h"

#include "render/md_html_parts.h"

void md_put(struct md_writer *writer, const char *markup)
{
	buffer_add_str(writer->out, markup);
}

void md_put_tag_end(struct md_writer *writer, const struct md_node *node)
{
	const char *class = writer->hooks ? writer->hooks->class_of(writer, node) : NULL;

	if (class) {
		md_put(writer, " class=\"");
		md_put(writer, class);
		md_put(writer, "\"");
	}
	md_put(writer, ">");
}

void md_fresh_line(struct md_writer *writer)
{
	if (writer->out->len > 0 && writer->out->p[writer->out->len - 1] != '\n')
		buffer_add_byte(writer->out, '\n');
}

bool md_is_tight(const struct md *md, uint32_t paragraph)
{
	const struct md_node *parent = &md->nodes[md->nodes[paragraph].parent];
	const struct md_node *list = &md->nodes[parent->parent];

	return (parent->kind == MD_ITEM || parent->kind == MD_POINT) && list->tight;
}

void md_put_alternative(struct md_writer *writer, uint32_t image)
{
	for (struct md_walk walk = md_walk(writer->md, image); md_step(&walk);) {
		const struct md_node *node = &writer->md->nodes[walk.node];

		if (!walk.entering)
			continue;
		if (node->kind == MD_SOFT_BREAK || node->kind == MD_HARD_BREAK)
			md_put(writer, " ");
		else if (node->kind != MD_IMAGE && node->kind != MD_LINK)
			html_escape_attribute(writer->out, node->text);
	}
}

struct element {
	const char *open, *close;
	bool block; /* on lines of its own */
};

/* Elements without attributes, the same for every text. */
static const struct element elements[] = {
	[MD_QUOTE] = { "<blockquote>\n", "</blockquote>\n", true },
	[MD_LIST] = { "<ul>\n", "</ul>\n", true },
	[MD_RULE] = { "<hr />\n", "", true },
	[MD_EMPHASIS] = { "<em>", "</em>", false },
	[MD_STRONG] = { "<strong>", "</strong>", false },
	[MD_STRIKE] = { "<del>", "</del>", false },
	[MD_HARD_BREAK] = { "<br />\n", "", false },
	[MD_SOFT_BREAK] = { "\n", "", false },

};

static void put_element(struct md_writer *writer, enum md_kind kind, bool entering)
{
	const struct element *element = &elements[kind];

	if ((size_t)kind >= sizeof elements / sizeof *elements || !element->open)
		return;
	if (element->block && (entering || kind == MD_QUOTE))
		md_fresh_line(writer);
	md_put(writer, entering ? element->open : element->close);
}

static void put_code_block(struct md_writer *writer, const struct md_node *node)
{
	struct slice language, rest;
	size_t length = 0;

	while (length < node->extra.len && !ascii_is_space(node->extra.p[length]))
		length++;
	language = slice_sub(node->extra, 0, length);
	rest = slice_from_index(node->extra, length + 1);
	md_fresh_line(writer);
	md_put(writer, "<pre><code");
	if (node->extra.len > 0) {
		md_put(writer, " class=\"language-");
		html_escape_text(writer->out, language);
		if (writer->md->spec & MD_SPEC_FULL_INFO && length < node->extra.len) {
			md_put(writer, "\" data-meta=\"");
			html_escape_text(writer->out, rest);
		}
		md_put(writer, "\"");
	}
	md_put(writer, ">");
	html_escape_text(writer->out, node->text);
	md_put(writer, "</code></pre>\n");
}

static void put_row(struct md_writer *writer, const struct md_node *row, bool entering)
{
	md_fresh_line(writer);
	if (!entering) {
		md_put(writer, row->header ? "</tr>\n</thead>" : "</tr>");
		return;
	}
	if (row->header) {
		md_put(writer, "<thead>\n");
	} else if (!writer->table_body) {
		md_put(writer, "<tbody>\n");
		writer->table_body = true;
	}
	md_put(writer, "<tr");
	md_put_tag_end(writer, row);
}

static void end_table(struct md_writer *writer)
{
	if (writer->table_body) {
		md_fresh_line(writer);
		md_put(writer, "</tbody>");
	}
	writer->table_body = false;
	md_fresh_line(writer);
	md_put(writer, "</table>\n");
}

/* What both profiles write alike. */
static void put_alike(struct md_writer *writer, const struct md_node *node, bool entering)
{
	switch (node->kind) {
	case MD_TEXT:
		if (entering)
			html_escape_text(writer->out, node->text);
		break;
	case MD_CODE:
		if (!entering)
			break;
		md_put(writer, "<code>");
		html_escape_text(writer->out, node->text);
		md_put(writer, "</code>");
		break;
	case MD_CODE_BLOCK:
		if (entering)
			put_code_block(writer, node);
		break;
	case MD_ITEM:
		if (!entering) {
			md_put(writer, "</li>\n");
			break;
		}
		md_fresh_line(writer);
		md_put(writer, "<li");
		md_put_tag_end(writer, node);
		break;
	case MD_TABLE:
		if (!entering) {
			end_table(writer);
			break;
		}
		md_fresh_line(writer);
		md_put(writer, "<table>");
		break;
	case MD_ROW: put_row(writer, node, entering); break;
	default: put_element(writer, node->kind, entering); break;
	}
}

void md_put_node(struct md_writer *writer, uint32_t node, bool entering)
{
	bool done = writer->md->spec ? md_spec_node(writer, node, entering)
				     : md_site_node(writer, node, entering);

	if (!done)
		put_alike(writer, &writer->md->nodes[node], entering);
}

struct html md_html(
    const struct md *md, uint32_t root, const struct md_html_options *options, struct arena *arena)
{
	struct html_builder builder = { 0 };
	struct md_writer writer = { .md = md,
		.options = options,
		.out = html_out(&builder),
		.scratch = arena_new(),
		.walk = md_walk(md, root),
		.whole = root == 0 };
	struct html html;

	while (md_step(&writer.walk))
		md_put_node(&writer, writer.walk.node, writer.walk.entering);
	html = html_finish(&builder, arena);
	arena_free(writer.scratch);
	return html;
}
