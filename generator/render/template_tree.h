/*
 * A template's text as a tree: what template_parse.c makes and template_compile.c walks, once for
 * each place where the template is included. It knows nothing of views. Tags alone on their line
 * have already taken the line with them.
 */
#ifndef ZONALE_RENDER_TEMPLATE_TREE_H
#define ZONALE_RENDER_TEMPLATE_TREE_H

#include "base/diag.h"

enum node_kind {
	NODE_TEXT,
	NODE_VALUE,
	NODE_SECTION,
	NODE_INVERTED,
	NODE_PARTIAL,
	NODE_PARENT,
	NODE_BLOCK,
};

struct template_node {
	enum node_kind kind;
	/* A value as {{{name}}} or {{&name}}. */
	bool raw;
	/* A text that begins a line: its indentation is part of it. It may be empty. */
	bool line_start;
	/* A partial, parent or block that is alone on its line, so that it indents its lines. */
	bool own_line;
	/* A block opened and closed, with nothing inside, on one line of its own. */
	bool one_line;
	struct slice text;   /* a text (at most one line, with its LF), or the name */
	struct slice indent; /* with own_line: the blanks that its lines get */
	size_t margin;       /* of a block: bytes of indentation that its lines have in common */
	struct position at, end; /* the tag, and the one that closes it */
	struct template_node *first, *next;
};

/*
 * Parses text, of the file named so. Returns the first node (null for an empty template) in *tree;
 * false after at least one error was reported. The tree lives in the arena and borrows text.
 */
bool template_parse(struct slice text, struct slice file, struct arena *arena,
    struct diagnostics *diagnostics, struct template_node **tree);

#endif
