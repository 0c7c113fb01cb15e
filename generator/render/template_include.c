#include "base/unicode.h"
#include "render/template_compiler.h"

/* The indentation of a tag that is alone on its line, brought to its place. */
static struct slice site_indent(
    struct compiler *compiler, const struct template_node *node, struct layout layout)
{
	return arena_printf(compiler->scratch, "%.*s%.*s", SLICE_ARGS(layout.add),
	    SLICE_ARGS(drop_blanks(node->indent, layout.drop)));
}

static size_t find_template(const struct template_set *set, struct slice name)
{
	for (size_t i = 0; i < set->count; i++)
		if (slice_eq(set->items[i].name, name))
			return i;
	return SLICE_NONE;
}

static void report_missing(struct compiler *compiler, struct slice name, struct position at)
{
	const struct template_set *set = compiler->set;
	struct slice *names = ARENA_COUNT(compiler->scratch, struct slice, set->count);
	struct slice near;

	for (size_t i = 0; i < set->count; i++)
		names[i] = set->items[i].name;
	near = nearest_word(name, names, set->count, compiler->scratch);
	if (slice_empty(near))
		diag1(compiler->diagnostics, DIAG_TEMPLATE_MISSING, at, name);
	else
		diag2(compiler->diagnostics, DIAG_TEMPLATE_MISSING_NEAR, at, name, near);
	compiler->failed = true;
}

/* Parsed once for each compilation, and its faults reported once. */
static const struct parsed *parse(struct compiler *compiler, size_t which)
{
	const struct template_text *text = &compiler->set->items[which];
	struct parsed *parsed = &compiler->parsed[which];

	if (!parsed->tried)
		parsed->good = template_parse(text->text, text->file, compiler->scratch,
		    compiler->diagnostics, &parsed->tree);
	parsed->tried = true;
	if (!parsed->good)
		compiler->failed = true;
	return parsed;
}

/* The open inclusion that would be compiled again in just the same way, or null. */
static const struct inclusion *repeated(
    const struct compiler *compiler, const struct inclusion *next)
{
	for (const struct inclusion *open = next->outer; open; open = open->outer)
		if (open->text == next->text && open->environment == next->environment &&
		    (!compiler->provider->lax || slice_eq(open->add, next->add)))
			return open;
	return NULL;
}

static void report_recursion(struct compiler *compiler, const struct template_node *node,
    const struct inclusion *from, const struct inclusion *to)
{
	struct slice way = to->text->name;

	for (; from != to->outer; from = from->outer)
		way = arena_printf(compiler->scratch, "%.*s > %.*s", SLICE_ARGS(from->text->name),
		    SLICE_ARGS(way));
	diag2(compiler->diagnostics, DIAG_TEMPLATE_RECURSION, node->at, node->text, way);
	compiler->failed = true;
}

/* Compiles a template of the set where it is included. */
static void compile_inclusion(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, size_t which, struct slice add)
{
	struct inclusion inclusion = {
		.outer = compiler->inclusion,
		.text = &compiler->set->items[which],
		.environment = environment,
		.add = add,
	};
	const struct inclusion *open = repeated(compiler, &inclusion);
	const struct parsed *parsed = parse(compiler, which);

	if (open && compiler->provider->lax) {
		compiler_add(compiler, OPERATION_CALL, NULL)->target = open->operation;
		return;
	}
	if (open) {
		report_recursion(compiler, node, compiler->inclusion, open);
		return;
	}
	if (!parsed->good)
		return;
	if (compiler->provider->lax) {
		compiler_add(compiler, OPERATION_BEGIN, NULL);
		inclusion.operation = compiler_here(compiler) - 1;
	}
	compiler->inclusion = &inclusion;
	compile_nodes(compiler, parsed->tree, environment, (struct layout){ .add = add });
	compiler->inclusion = inclusion.outer;
	if (compiler->provider->lax)
		compiler_add(compiler, OPERATION_RETURN, NULL)->target = inclusion.operation;
}

static bool has_blocks(const struct template_node *node)
{
	for (const struct template_node *child = node->first; child; child = child->next)
		if (child->kind == NODE_BLOCK)
			return true;
	return false;
}

/* What stands directly in a parent shows nowhere: the author is told. */
static void check_parent_content(struct compiler *compiler, const struct template_node *node)
{
	for (const struct template_node *child = node->first; child; child = child->next) {
		if (child->kind == NODE_BLOCK ||
		    (child->kind == NODE_TEXT && slice_empty(slice_trim(child->text))))
			continue;
		diag1(compiler->diagnostics, DIAG_TEMPLATE_IN_PARENT, child->at, node->text);
		compiler->failed = true;
		return;
	}
}

static void check_block_known(struct compiler *compiler, const struct environment *environment,
    const struct template_node *block)
{
	struct slice near;

	for (size_t i = 0; i < environment->seen->count; i++)
		if (slice_eq(environment->seen->items[i], block->text))
			return;
	near = nearest_word(
	    block->text, environment->seen->items, environment->seen->count, compiler->scratch);
	if (slice_empty(near))
		diag2(compiler->diagnostics, DIAG_TEMPLATE_BLOCK, block->at, block->text,
		    environment->parent->text);
	else
		diag3(compiler->diagnostics, DIAG_TEMPLATE_BLOCK_NEAR, block->at, block->text,
		    environment->parent->text, near);
	compiler->failed = true;
}

static void compile_parent(struct compiler *compiler, const struct template_node *node,
    const struct environment *outer, size_t which, struct slice add)
{
	struct names seen = { 0 };
	struct environment environment = { outer, node, &seen };
	bool failed_before = compiler->failed;

	compiler->failed = false;
	compile_inclusion(compiler, node, &environment, which, add);
	/* A parent with faults of its own may have blocks that were not come to. */
	for (const struct template_node *child = node->first; child; child = child->next)
		if (child->kind == NODE_BLOCK && !compiler->provider->lax && !compiler->failed)
			check_block_known(compiler, &environment, child);
	compiler->failed |= failed_before;
}

void compile_include(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout)
{
	struct slice add = node->own_line ? site_indent(compiler, node, layout) : SLICE("");
	size_t which = find_template(compiler->set, node->text);

	if (!compiler->provider->lax)
		check_parent_content(compiler, node);
	if (which == SLICE_NONE) {
		if (!compiler->provider->lax)
			report_missing(compiler, node->text, node->at);
		return;
	}
	if (compiler_too_deep(compiler, node, compiler->levels))
		return;
	compiler->levels++;
	if (has_blocks(node))
		compile_parent(compiler, node, environment, which, add);
	else
		compile_inclusion(compiler, node, environment, which, add);
	compiler->levels--;
}

/*
 * What replaces the block: by the outermost parent tag that names it (specification: "top-level
 * substitutions take precedence"). Each environment learns that there is such a block.
 */
static const struct template_node *replacement(struct compiler *compiler,
    const struct environment *environment, struct slice name, const struct environment **from)
{
	const struct template_node *found = NULL;

	for (; environment; environment = environment->outer) {
		*ARENA_PUSH(compiler->scratch, environment->seen) = name;
		for (const struct template_node *child = environment->parent->first; child;
		     child = child->next) {
			if (child->kind != NODE_BLOCK || !slice_eq(child->text, name))
				continue;
			found = child;
			*from = environment;
			break;
		}
	}
	return found;
}

/* Is the first line's indentation not part of what stands in the block? */
static bool begins_within_line(const struct template_node *node)
{
	return node && (node->kind == NODE_TEXT ? !node->line_start : !node->own_line);
}

static bool ends_line(const struct compiler *compiler)
{
	size_t i = compiler_here(compiler);

	if (compiler->text.len)
		return compiler->text.p[compiler->text.len - 1] == '\n';
	while (i > 0 && compiler->operations.items[i - 1].kind != OPERATION_TEXT &&
	       compiler->operations.items[i - 1].kind != OPERATION_VALUE)
		i--;
	return i > 0 && slice_ends(compiler->operations.items[i - 1].text, "\n");
}

/*
 * The replacement is compiled in the views of this place, but with the blocks known where it was
 * written.
 */
static void compile_replacement(struct compiler *compiler, const struct template_node *site,
    const struct template_node *block, const struct environment *written, struct layout layout)
{
	struct layout inside = { block->margin, layout.add };

	if (site->own_line) {
		inside.add = site_indent(compiler, site, layout);
		if (begins_within_line(block->first))
			compiler_text(compiler, inside.add, block->at);
	}
	compiler->first_line = !site->own_line;
	compile_nodes(compiler, block->first, written, inside);
	compiler->first_line = false;
	if (site->one_line && block->first && !ends_line(compiler))
		compiler_text(compiler, SLICE("\n"), block->at);
}

void compile_block(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout)
{
	const struct environment *from = NULL;
	const struct template_node *block = replacement(compiler, environment, node->text, &from);

	if (!block) {
		compile_nodes(compiler, node->first, environment, layout);
		return;
	}
	if (compiler_too_deep(compiler, node, compiler->levels))
		return;
	compiler->levels++;
	compile_replacement(compiler, node, block, from->outer, layout);
	compiler->levels--;
}

void compile_page(struct compiler *compiler, struct slice name)
{
	size_t which = find_template(compiler->set, name);
	struct template_node page = { .text = name };

	if (which == SLICE_NONE) {
		report_missing(compiler, name, POSITION_NONE);
		return;
	}
	page.at = position_file(compiler->set->items[which].file);
	compile_inclusion(compiler, &page, NULL, which, SLICE(""));
	compiler_flush(compiler);
	if (!compiler->failed && !compiler->provider->lax && compiler->place.spot != SPOT_CONTENT) {
		diag0(compiler->diagnostics, DIAG_TEMPLATE_END, page.at);
		compiler->failed = true;
	}
}
