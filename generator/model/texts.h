/*
 * Markdown in content, looked at while it is loaded: what is wrong in it is reported then, and its links are kept
 * until everything they may lead to is known.
 */
#ifndef ZONALE_MODEL_TEXTS_H
#define ZONALE_MODEL_TEXTS_H

#include "base/diag.h"
#include "base/digest.h"
#include "parse/markdown.h"

struct text_link {
	struct slice target; /* as written */
	uint32_t line;
	bool in_body; /* of a Markdown file; else in a text of a key */
};

struct text_links {
	ARRAY(struct text_link) list;
};

/* Adds the links and images of a parsed text. */
void text_links_add(
    const struct md *md, bool in_body, struct arena *keep, struct text_links *links);

/*
 * Looks at a key's text whose first line is `line` of the file: reports what is wrong in it and adds its links.
 * False after an error.
 */
bool key_text_check(struct slice text, struct slice file, uint32_t line, struct arena *keep,
    struct text_links *links, struct diagnostics *diagnostics);

#endif
