/*
 * What libyaml says it could not read, put so that an author finds the cause: a tab, a colon too
 * many, a quote that was not closed.
 */
#ifndef ZONALE_PARSE_YAML_SYNTAX_H
#define ZONALE_PARSE_YAML_SYNTAX_H

#include <yaml.h>

#include "base/diag.h"

/* A text in the making of a tree. */
struct yaml_source {
	struct slice text, file;
	uint32_t first_line;
};

/* A mark of libyaml (from 0, in characters) as a place in the file. */
struct position yaml_mark_position(
    const struct yaml_source *source, const yaml_mark_t *mark, uint32_t length);

/*
 * Reports why the parser stopped. `quoted` is where the last scalar began if it was in quotes and
 * ran over several lines, else null: a quote that was not closed swallows text up to the next one.
 */
void yaml_syntax_report(const struct yaml_source *source, const yaml_parser_t *parser,
    const yaml_mark_t *quoted, struct diagnostics *diagnostics);

#endif
