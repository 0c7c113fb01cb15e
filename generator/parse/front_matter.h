/*
 * A Markdown file of content: YAML between two lines of three hyphens, then the text.
 *
 *     ---
 *     tipo: delibera
 *     ---
 *     ## Premesse
 *
 * The first line of the file is `---`; the next line that is `---` ends the front matter; blanks
 * behind the hyphens don't count. What follows, if anything, is the body.
 */
#ifndef ZONALE_PARSE_FRONT_MATTER_H
#define ZONALE_PARSE_FRONT_MATTER_H

#include "base/diag.h"

#define FRONT_MATTER_MAX ((size_t)64 * 1024)

/* Two parts of one text, each with the line of the file on which it begins. */
struct front_matter {
	struct slice yaml, body;
	uint32_t yaml_line, body_line;
};

/* Splits a text that went through text_intake. Returns 0, or -1 after reporting an error. */
int front_matter_split(struct slice text, struct slice file, struct diagnostics *diagnostics,
    struct front_matter *parts);

#endif
