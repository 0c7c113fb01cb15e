/*
 * YAML as zonale accepts it (design 4): one document, block or flow, without anchors, aliases,
 * tags, merge keys or duplicate keys, at most 32 deep. libyaml's events become a tree of our own in
 * the caller's arena, each node with its place, and libyaml is gone when the call returns.
 *
 * Scalars stay text: what "no" or "2024" means is for the key tables (model/keys.h) to say.
 */
#ifndef ZONALE_PARSE_YAML_H
#define ZONALE_PARSE_YAML_H

#include "base/diag.h"

#define YAML_MAX_DEPTH 32
#define YAML_MAX_SIZE ((size_t)1024 * 1024)

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	bool quoted;       /* a scalar in quotes or a block scalar: text by the author's will */
	struct slice text; /* of a scalar; an empty plain one is a value left out */
	struct slice key;  /* in a map: the key, with its place */
	uint32_t key_line, key_column, key_length;
	uint32_t line, column, length;  /* of the value, from 1, in characters; may be 0 long */
	struct yaml_node *first, *next; /* children in file order */
	size_t count;                   /* of children */
};

/*
 * Parses a text that went through text_intake and begins at `first_line` of `file`. Returns the
 * root, a map or a list (some files are lists), a YAML_MAP with no children for an empty document;
 * or null after at least one error has been reported. Lengths end with the line on which the value
 * begins. All slices point into the arena. A comment behind a plain value on its line is warned of:
 * most often the value was to go on.
 */
struct yaml_node *yaml_parse(struct slice text, struct slice file, uint32_t first_line,
    struct arena *arena, struct diagnostics *diagnostics);

/* The value under the key in a map, or null; null too where `map` is null or no map. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/* The place of the value, and of its key. */
struct position yaml_position(const struct yaml_node *node, struct slice file);
struct position yaml_key_position(const struct yaml_node *node, struct slice file);

/*
 * Yes and no are `si` and `no`; `true`, `false`, `sì` and capitals are understood with a note.
 * ANSWER_NEITHER is for the caller to report.
 */
enum yaml_answer { ANSWER_NO, ANSWER_YES, ANSWER_NEITHER };
enum yaml_answer yaml_yes_or_no(
    const struct yaml_node *node, struct slice file, struct diagnostics *diagnostics);

/* The version of the library that reads YAML. */
const char *yaml_library(void);

#endif
