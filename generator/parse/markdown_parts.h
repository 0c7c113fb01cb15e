/* What the files of parse/markdown*.c share; nobody else includes it. */
#ifndef ZONALE_PARSE_MARKDOWN_PARTS_H
#define ZONALE_PARSE_MARKDOWN_PARTS_H

#include "parse/markdown.h"

/* The text being read, and where to say what is wrong with it. */
struct md_source {
	struct slice text, file;
	uint32_t first_line;
	struct diagnostics *diagnostics;
	const struct slice *lines; /* without their ends; lines[0] is line first_line */
	size_t line_count;
};

/* A tree that grows. */
struct md_builder {
	ARRAY(struct md_node) nodes;
	struct arena *arena;
	struct arena *scratch;
	struct md_source source;
};

/* Refuses what would cost too much: -1 after an error. */
int md_check_limits(const struct md_source *source);

/* The line (of the file) and, where `words` are found in it, their column and length. */
struct position md_position(const struct md_source *source, uint32_t line, struct slice words);

/* The line's text; empty for a line that there is not. */
struct slice md_line(const struct md_source *source, uint32_t line);

struct md_node *md_at(struct md_builder *builder, uint32_t node);
uint32_t md_new(struct md_builder *builder, enum md_kind kind, uint32_t line);
uint32_t md_new_text(struct md_builder *builder, struct slice text, uint32_t line);
void md_append(struct md_builder *builder, uint32_t parent, uint32_t child);

/* Puts `node` behind its sibling `before`. */
void md_insert_after(struct md_builder *builder, uint32_t before, uint32_t node);

/* Takes the children of a node off it; they keep their order by `next`. Returns the first. */
uint32_t md_take_children(struct md_builder *builder, uint32_t node);

/* The finished tree as the readers see it, for passes that walk it. */
struct md md_view(const struct md_builder *builder);

/*
 * The rules for acts on one node, just copied from cmark's: points, HTML, indented lines (markdown_rules.c). The tree of
 * the specifications goes without.
 */
struct cmark_node;
void md_apply_rules(struct md_builder *builder, struct cmark_node *from, uint32_t node);

/* The passes over a fresh tree, in this order. */
void md_mark_inlines(struct md_builder *builder);  /* [omissis], ~~struck~~ (markdown_inline.c) */
void md_check_content(struct md_builder *builder); /* what would be lost (markdown_check.c) */
void md_make_points(struct md_builder *builder);   /* labels at line starts (markdown_points.c) */
void md_give_anchors(struct md_builder *builder);  /* headings, points (markdown_outline.c) */

/* A label of a point as written, with what it says. */
enum md_label_shape {
	LABEL_NONE,
	LABEL_NUMBER_DOT,   /* 1. */
	LABEL_NUMBER_PAREN, /* 1) */
	LABEL_LETTER,       /* a) */
	LABEL_CAPITAL,      /* A) */
	LABEL_DOUBLE,       /* aa) */
	LABEL_ROMAN,        /* ii) */
	LABEL_DOTTED,       /* 1.1, and LABEL_DOTTED + k for k more parts */
};

struct md_label {
	struct slice text;
	unsigned shape;  /* enum md_label_shape */
	unsigned value;  /* place in its sequence, from 1 */
	unsigned suffix; /* 1 for "-bis", 2 for "-ter"...; 0 for none */
	unsigned roman;  /* of "i", "v", "x" and their like, which may be letters too; or 0 */
};

/* The label at the begin of a line's text, with a blank behind it; false where there is none. */
bool md_label_parse(struct slice text, struct md_label *label);

#endif
