/*
 * The tokens of a template: pieces of text, none longer than a line, and tags. Only
 * template_parse.c includes this.
 */
#ifndef ZONALE_RENDER_TEMPLATE_SCAN_H
#define ZONALE_RENDER_TEMPLATE_SCAN_H

#include "base/diag.h"

enum token_kind {
	TOKEN_TEXT,
	TOKEN_VALUE,
	TOKEN_RAW,
	TOKEN_COMMENT,
	TOKEN_DELIMITERS,
	TOKEN_SECTION,
	TOKEN_INVERTED,
	TOKEN_PARTIAL,
	TOKEN_PARENT,
	TOKEN_BLOCK,
	TOKEN_CLOSE,
};

struct token {
	enum token_kind kind;
	bool line_start;     /* begins a line of the file */
	bool own_line;       /* a tag that takes its line with it */
	bool dropped;        /* a text that goes with such a tag */
	bool in_parent;      /* stands directly in {{<parent}}, where only blocks count */
	struct slice text;   /* a text, or the name in the tag */
	struct slice source; /* a tag as written, for messages */
	struct position at;
	size_t match; /* an opening tag: index of its closing one; the reverse for that */
};

struct tokens {
	struct token *items;
	size_t count, cap;
};

/* False after at least one error was reported. */
bool template_scan(struct slice text, struct slice file, struct arena *arena,
    struct diagnostics *diagnostics, struct tokens *tokens);

#endif
