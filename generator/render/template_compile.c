#include "render/template_compiler.h"

#include <stdio.h>

#include "base/unicode.h"
#include "render/template_value.h"

/* What one template may grow to, all that it includes counted each time. */
#define MAX_NODES 200000
#define MAX_TEXT ((size_t)16 * 1024 * 1024)

void compiler_flush(struct compiler *compiler)
{
	struct operation *operation;

	if (compiler->text.len == 0)
		return;
	operation = ARENA_PUSH(compiler->scratch, &compiler->operations);
	*operation = (struct operation){
		.kind = OPERATION_TEXT,
		.text = arena_slice(compiler->arena, buffer_slice(&compiler->text)),
	};
	buffer_clear(&compiler->text);
}

struct operation *compiler_add(
    struct compiler *compiler, enum operation_kind kind, const void *reference)
{
	struct operation *operation;

	compiler_flush(compiler);
	operation = ARENA_PUSH(compiler->scratch, &compiler->operations);
	*operation = (struct operation){ .kind = kind, .reference = reference };
	return operation;
}

/* `at`: where the text begins in its file. */
void compiler_text(struct compiler *compiler, struct slice text, struct position at)
{
	size_t fault = SLICE_NONE;

	if (!compiler->provider->lax)
		fault = html_place_text(&compiler->place, text);
	if (fault != SLICE_NONE) {
		at.column += (uint32_t)utf8_count(slice_sub(text, 0, fault));
		at.length = 1;
		diag0(compiler->diagnostics, DIAG_TEMPLATE_GLUED, at);
		compiler->failed = true;
	}
	compiler->text_bytes += text.len;
	buffer_add(&compiler->text, text);
}

struct slice drop_blanks(struct slice text, size_t most)
{
	size_t count = 0;

	while (count < most && count < text.len && (text.p[count] == ' ' || text.p[count] == '\t'))
		count++;
	return slice_from_index(text, count);
}

static void compile_text(
    struct compiler *compiler, const struct template_node *node, struct layout layout)
{
	struct slice text = node->text;
	bool empty_line = slice_is(text, "\n") || slice_is(text, "\r\n");
	struct position at = node->at;

	if (node->line_start) {
		text = drop_blanks(text, layout.drop);
		at.column += (uint32_t)(node->text.len - text.len);
		if (!compiler->first_line && !empty_line)
			compiler_text(compiler, layout.add, at);
	}
	compiler->first_line = false;
	compiler_text(compiler, text, at);
}

static const void *resolve(struct compiler *compiler, const struct template_node *node)
{
	const void *reference = compiler->provider->resolve(
	    &compiler->types, node->text, node->at, compiler->arena, compiler->diagnostics);

	if (!reference)
		compiler->failed = true;
	return reference;
}

static void compile_value(struct compiler *compiler, const struct template_node *node)
{
	const struct template_provider *provider = compiler->provider;
	const void *reference = resolve(compiler, node);
	enum escape escape = node->raw ? ESCAPE_NONE : ESCAPE_TEXT;

	compiler->first_line = false;
	if (!reference)
		return;
	if (!provider->lax && !template_value_escape(&compiler->place, provider->kind(reference),
				  node->raw, node->text, node->at, compiler->diagnostics, &escape))
		compiler->failed = true;
	compiler_add(compiler, OPERATION_VALUE, reference)->escape = escape;
}

static void report_place(struct compiler *compiler, enum diag_id id,
    const struct template_node *node, struct position at)
{
	char line[16];

	snprintf(line, sizeof line, "%u", node->at.line);
	diag2(compiler->diagnostics, id, at, node->text, slice_from(line));
	compiler->failed = true;
}

bool compiler_too_deep(struct compiler *compiler, const struct template_node *node, size_t open)
{
	if (open < TEMPLATE_MAX_DEPTH)
		return false;
	diag1(compiler->diagnostics, DIAG_TEMPLATE_DEPTH, node->at, node->text);
	compiler->failed = true;
	return true;
}

static void compile_section_body(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout, size_t begin)
{
	struct operation *section = &compiler->operations.items[begin];
	const void *type =
	    node->kind == NODE_SECTION ? compiler->provider->opens(section->reference) : NULL;

	section->opens = type != NULL;
	if (type)
		compiler->types.items[compiler->types.depth++] = type;
	compiler->sections++;
	compile_nodes(compiler, node->first, environment, layout);
	compiler->sections--;
	if (type)
		compiler->types.depth--;
	if (node->kind == NODE_SECTION)
		compiler_add(compiler, OPERATION_END, NULL)->target = begin;
	compiler_flush(compiler);
	compiler->operations.items[begin].target = compiler_here(compiler);
}

static void compile_section(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout)
{
	const void *reference = resolve(compiler, node);
	struct html_place skipped;

	if (!reference || compiler_too_deep(compiler, node, compiler->sections))
		return;
	if (!html_place_border(&compiler->place))
		report_place(compiler, DIAG_TEMPLATE_SECTION_PLACE, node, node->at);
	skipped = compiler->place;
	compiler_add(compiler, node->kind == NODE_SECTION ? OPERATION_SECTION : OPERATION_INVERTED,
	    reference);
	compile_section_body(compiler, node, environment, layout, compiler_here(compiler) - 1);
	if (!html_place_border(&compiler->place) ||
	    !html_place_join(&compiler->place, &skipped, &compiler->place)) {
		report_place(compiler, DIAG_TEMPLATE_SECTION_JOIN, node, node->end);
		compiler->place = skipped;
	}
}

static bool too_large(struct compiler *compiler, const struct template_node *node)
{
	if (compiler->too_large)
		return true;
	if (++compiler->nodes <= MAX_NODES && compiler->text_bytes <= MAX_TEXT)
		return false;
	diag0(compiler->diagnostics, DIAG_TEMPLATE_TOO_LARGE, node->at);
	compiler->too_large = true;
	compiler->failed = true;
	return true;
}

void compile_nodes(struct compiler *compiler, const struct template_node *node,
    const struct environment *environment, struct layout layout)
{
	for (; node && !too_large(compiler, node); node = node->next) {
		switch (node->kind) {
		case NODE_TEXT: compile_text(compiler, node, layout); break;
		case NODE_VALUE: compile_value(compiler, node); break;
		case NODE_SECTION:
		case NODE_INVERTED: compile_section(compiler, node, environment, layout); break;
		case NODE_PARTIAL:
		case NODE_PARENT: compile_include(compiler, node, environment, layout); break;
		case NODE_BLOCK: compile_block(compiler, node, environment, layout); break;
		}
	}
}

static const struct template *finish(struct compiler *compiler)
{
	size_t count = compiler_here(compiler);
	struct operation *operations = ARENA_COUNT(compiler->arena, struct operation, count);
	struct template *template = ARENA_NEW(compiler->arena, struct template);

	for (size_t i = 0; i < count; i++)
		operations[i] = compiler->operations.items[i];
	*template = (struct template){ compiler->provider, operations, count };
	return template;
}

const struct template *template_compile_for(const struct template_provider *provider,
    const void *type, const struct template_set *set, struct slice name, struct arena *arena,
    struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	struct compiler compiler = {
		.provider = provider,
		.set = set,
		.parsed = ARENA_COUNT(scratch, struct parsed, set->count),
		.arena = arena,
		.scratch = scratch,
		.diagnostics = diagnostics,
		.types = { .items = { type }, .depth = 1 },
	};
	const struct template *template;

	html_place_init(&compiler.place);
	compile_page(&compiler, name);
	template = compiler.failed ? NULL : finish(&compiler);
	buffer_release(&compiler.text);
	arena_free(scratch);
	return template;
}

const struct template *template_compile(const struct template_set *set, struct slice name,
    const struct view *view, struct arena *arena, struct diagnostics *diagnostics)
{
	return template_compile_for(&template_views, view, set, name, arena, diagnostics);
}
