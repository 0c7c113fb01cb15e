/* What the files of render/md_html*.c share; nobody else includes it. */
#ifndef ZONALE_RENDER_MD_HTML_PARTS_H
#define ZONALE_RENDER_MD_HTML_PARTS_H

#include "render/html_raw.h"
#include "render/md_html.h"

struct md_writer;

/* What a text that is compared with another has of its own; it then has no ids, and no links to places in itself. */
struct md_comparison_hooks {
	/* The class of a list's item or a table's row; null: none. */
	const char *(*class_of)(const struct md_writer *writer, const struct md_node *node);

	/* Writes a point's label, a text. */
	void (*put_label)(struct md_writer *writer, const struct md_node *point);
};

/* One text being written. */
struct md_writer {
	const struct md_comparison_hooks *hooks; /* null: a text by itself */
	const struct md *md;
	const struct md_html_options *options;
	struct buffer *out;
	struct arena *scratch;
	struct md_walk walk;
	bool in_link;    /* below a link's node: no <a> inside another */
	bool link_open;  /* and its <a> was written */
	unsigned plain;  /* headings and quotations that are open: nothing is explained in them */
	bool table_body; /* <tbody> is open */
	unsigned tables; /* begun so far */
	bool whole;      /* the document: notes will follow */
	bool in_notes;   /* their section is open */
};

void md_put(struct md_writer *writer, const char *markup);

/* The end of an opening tag, with the class that the node has in a comparison. */
void md_put_tag_end(struct md_writer *writer, const struct md_node *node);

/* A line's end in the markup, unless there is one. */
void md_fresh_line(struct md_writer *writer);

/* Inside a list whose points or items have no paragraphs of their own? */
bool md_is_tight(const struct md *md, uint32_t paragraph);

/* The alternative text of an image: the words below it. */
void md_put_alternative(struct md_writer *writer, uint32_t image);

/* Writes a node, entering and, unless it was skipped, leaving. */
void md_put_node(struct md_writer *writer, uint32_t node, bool entering);

/*
 * Writes a node, true; false for kinds that both profiles write alike. Entering and, for a node that is not skipped,
 * leaving.
 */
bool md_site_node(struct md_writer *writer, uint32_t node, bool entering);
bool md_spec_node(struct md_writer *writer, uint32_t node, bool entering);

#endif
