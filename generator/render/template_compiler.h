/*
 * A compilation in progress: what template_compile.c (text, values, sections) and
 * template_include.c (partials, parents, blocks) share. Nobody else includes this.
 */
#ifndef ZONALE_RENDER_TEMPLATE_COMPILER_H
#define ZONALE_RENDER_TEMPLATE_COMPILER_H

#include "render/html_place.h"
#include "render/template_program.h"
#include "render/template_tree.h"

/* How lines are brought to their place: blanks taken off them, then these put before them. */
struct layout {
	size_t drop;
	struct slice add;
};

struct names {
	struct slice *items;
	size_t count, cap;
};

/* The blocks that {{<parent}} replaces, and what was replaced around it. */
struct environment {
	const struct environment *outer;
	const struct template_node *parent;
	struct names *seen; /* blocks that the parent turned out to have */
};

/* A template that is being compiled at its place. */
struct inclusion {
	const struct inclusion *outer;
	const struct template_text *text;
	const struct environment *environment;
	struct slice add;
	size_t operation; /* its OPERATION_BEGIN */
};

struct parsed {
	bool tried, good;
	struct template_node *tree;
};

struct compiler {
	const struct template_provider *provider;
	const struct template_set *set;
	struct parsed *parsed; /* for each item of the set */
	struct arena *arena;   /* the template's */
	struct arena *scratch;
	struct diagnostics *diagnostics;
	ARRAY(struct operation) operations;
	struct buffer text; /* not yet an operation */
	struct html_place place;
	struct template_context types;
	const struct inclusion *inclusion;
	size_t sections, levels;  /* open */
	size_t nodes, text_bytes; /* so far */
	bool first_line;          /* the next line's indentation is already there */
	bool too_large, failed;
};

/* The index of the next operation. */
static inline size_t compiler_here(const struct compiler *compiler)
{
	return compiler->operations.count;
}

/* Makes an operation of the text that waits. */
void compiler_flush(struct compiler *compiler);

/* Adds one behind the waiting text; the pointer is good until the next is added. */
struct operation *compiler_add(
    struct compiler *compiler, enum operation_kind kind, const void *reference);

/* Adds text of a template; `at`: where it begins in its file. */
void compiler_text(struct compiler *compiler, struct slice text, struct position at);

/* Reports and returns true where `open` things are as many as there may be. */
bool compiler_too_deep(struct compiler *compiler, const struct template_node *node, size_t open);

struct slice drop_blanks(struct slice text, size_t most);

void compile_nodes(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout);

/* {{>name}} and {{<name}}; {{$name}}. */
void compile_include(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout);
void compile_block(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout);

/* The page's own template, which must be in the set. */
void compile_page(struct compiler *compiler, struct slice name);

#endif
