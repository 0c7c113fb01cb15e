#include "render/template.h"
#include "render/template_scan.h"
#include "render/template_tree.h"

#include <stdio.h>

struct parser {
	struct tokens tokens;
	struct arena *arena;
	struct diagnostics *diagnostics;
	bool failed;
};

/* Which tags are open: indices of tokens. */
struct open_tags {
	size_t items[TEMPLATE_MAX_DEPTH];
	size_t count;
};

static bool opens(enum token_kind kind)
{
	return kind == TOKEN_SECTION || kind == TOKEN_INVERTED || kind == TOKEN_PARENT ||
	       kind == TOKEN_BLOCK;
}

static struct token *innermost(struct parser *parser, const struct open_tags *open)
{
	return open->count ? &parser->tokens.items[open->items[open->count - 1]] : NULL;
}

static void report_unclosed(struct parser *parser, const struct token *token)
{
	diag1(parser->diagnostics, DIAG_TEMPLATE_NOT_CLOSED, token->at, token->source);
	parser->failed = true;
}

static void report_other(struct parser *parser, const struct token *close, const struct token *open)
{
	char line[16];

	snprintf(line, sizeof line, "%u", open->at.line);
	diag3(parser->diagnostics, DIAG_TEMPLATE_CLOSE_OTHER, close->at, close->source,
	    open->source, slice_from(line));
	parser->failed = true;
}

/*
 * Where a closing tag fits one further out, those inside were forgotten; else it is itself too
 * much.
 */
static void close_tag(struct parser *parser, struct open_tags *open, size_t index)
{
	struct token *close = &parser->tokens.items[index];
	struct token *top = innermost(parser, open);
	size_t level = open->count;

	if (!top) {
		diag1(parser->diagnostics, DIAG_TEMPLATE_CLOSE_ALONE, close->at, close->source);
		parser->failed = true;
		return;
	}
	while (
	    level > 0 && !slice_eq(parser->tokens.items[open->items[level - 1]].text, close->text))
		level--;
	if (level != open->count)
		report_other(parser, close, top);
	if (level == 0)
		return;
	open->count = level - 1;
	close->match = open->items[open->count];
	parser->tokens.items[close->match].match = index;
}

static void match_tags(struct parser *parser)
{
	struct open_tags open = { .count = 0 };

	for (size_t i = 0; i < parser->tokens.count; i++) {
		struct token *token = &parser->tokens.items[i];
		const struct token *around;

		if (token->kind == TOKEN_CLOSE)
			close_tag(parser, &open, i);
		around = innermost(parser, &open);
		token->in_parent = around && around->kind == TOKEN_PARENT;
		if (!opens(token->kind))
			continue;
		if (open.count == TEMPLATE_MAX_DEPTH) {
			diag1(parser->diagnostics, DIAG_TEMPLATE_DEPTH, token->at, token->source);
			parser->failed = true;
			return;
		}
		open.items[open.count++] = i;
	}
	while (open.count > 0) {
		report_unclosed(parser, innermost(parser, &open));
		open.count--;
	}
}

static bool is_blank(struct slice text)
{
	return slice_empty(slice_trim(text));
}

static const struct token *partner(const struct tokens *tokens, const struct token *token)
{
	return &tokens->items[token->match];
}

static bool closes_kind(
    const struct tokens *tokens, const struct token *token, enum token_kind kind)
{
	return token->kind == TOKEN_CLOSE && partner(tokens, token)->kind == kind;
}

/*
 * The indentation before a tag, or null where something else stands between it and the line's
 * begin.
 */
static struct token *indentation(const struct tokens *tokens, size_t index)
{
	struct token *before = index ? &tokens->items[index - 1] : NULL;

	return before && before->kind == TOKEN_TEXT && before->line_start &&
		       is_blank(before->text) && !slice_ends(before->text, "\n")
		   ? before
		   : NULL;
}

/* The rest of the line behind a tag, where it is blank; else null. */
static struct token *blank_rest(const struct tokens *tokens, size_t index)
{
	struct token *after = index + 1 < tokens->count ? &tokens->items[index + 1] : NULL;
	bool last = index + 2 >= tokens->count;

	return after && after->kind == TOKEN_TEXT && is_blank(after->text) &&
		       (last || slice_ends(after->text, "\n"))
		   ? after
		   : NULL;
}

/* What stands directly in a parent is not shown, so it is as good as a line's begin or end. */
static bool clear_before(const struct tokens *tokens, size_t index)
{
	const struct token *token = &tokens->items[index];

	return (token->kind == TOKEN_BLOCK && token->in_parent) ||
	       closes_kind(tokens, token, TOKEN_PARENT) || token->line_start ||
	       indentation(tokens, index);
}

static bool clear_behind(const struct tokens *tokens, size_t index)
{
	const struct token *token = &tokens->items[index];

	return token->kind == TOKEN_PARENT ||
	       (closes_kind(tokens, token, TOKEN_BLOCK) && token->in_parent) ||
	       index + 1 == tokens->count || blank_rest(tokens, index);
}

/* A parent or block that opens and closes on one line is alone there as a whole or not at all. */
static bool pair_alone(const struct tokens *tokens, size_t open)
{
	size_t close = tokens->items[open].match;

	if (tokens->items[open].kind == TOKEN_BLOCK && close != open + 1)
		return false;
	return clear_before(tokens, open) && clear_behind(tokens, close);
}

static bool is_alone(const struct tokens *tokens, size_t index)
{
	const struct token *token = &tokens->items[index];
	bool inherits = token->kind == TOKEN_PARENT || token->kind == TOKEN_BLOCK ||
			closes_kind(tokens, token, TOKEN_PARENT) ||
			closes_kind(tokens, token, TOKEN_BLOCK);

	if (token->kind == TOKEN_TEXT || token->kind == TOKEN_VALUE || token->kind == TOKEN_RAW)
		return false;
	if (inherits && partner(tokens, token)->at.line == token->at.line)
		return pair_alone(tokens, token->kind == TOKEN_CLOSE ? token->match : index);
	return clear_before(tokens, index) && clear_behind(tokens, index);
}

static void drop_own_lines(struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++)
		tokens->items[i].own_line = is_alone(tokens, i);
	for (size_t i = 0; i < tokens->count; i++) {
		struct token *before = indentation(tokens, i), *rest = blank_rest(tokens, i);

		if (!tokens->items[i].own_line)
			continue;
		if (before)
			before->dropped = true;
		if (rest)
			rest->dropped = true;
	}
}

static struct slice leading_blanks(struct slice text)
{
	size_t len = 0;

	while (len < text.len && (text.p[len] == ' ' || text.p[len] == '\t'))
		len++;
	return slice_sub(text, 0, len);
}

/* Does a shown line begin with this token? Then its indentation is *indent. */
static bool line_indent(const struct tokens *tokens, size_t index, struct slice *indent)
{
	const struct token *token = &tokens->items[index];
	const struct token *before = indentation(tokens, index);

	if (token->kind == TOKEN_TEXT) {
		*indent = leading_blanks(token->text);
		return token->line_start && !token->dropped &&
		       !(is_blank(token->text) && slice_ends(token->text, "\n"));
	}
	*indent = before ? before->text : SLICE("");
	if (token->own_line)
		return token->kind == TOKEN_PARTIAL || token->kind == TOKEN_PARENT;
	return token->line_start;
}

/* The least indentation of the lines in a block; *found where there is any line. */
static struct slice block_margin(const struct tokens *tokens, size_t open, bool *found)
{
	struct slice least = SLICE("");
	struct slice indent;

	*found = false;
	for (size_t i = open + 1; i < tokens->items[open].match; i++) {
		if (!line_indent(tokens, i, &indent) || (*found && indent.len >= least.len))
			continue;
		least = indent;
		*found = true;
	}
	return least;
}

static void place_block(const struct tokens *tokens, size_t index, struct template_node *node)
{
	size_t close = tokens->items[index].match;
	const struct token *rest = blank_rest(tokens, close);
	bool found;
	struct slice margin = block_margin(tokens, index, &found);

	node->one_line = node->own_line && close == index + 1 &&
			 tokens->items[close].at.line == tokens->items[index].at.line && rest &&
			 slice_ends(rest->text, "\n");
	if (!node->own_line || !found)
		return;
	node->indent = margin;
	node->margin = margin.len;
}

static enum node_kind node_kind(enum token_kind kind)
{
	switch (kind) {
	case TOKEN_SECTION: return NODE_SECTION;
	case TOKEN_INVERTED: return NODE_INVERTED;
	case TOKEN_PARTIAL: return NODE_PARTIAL;
	case TOKEN_PARENT: return NODE_PARENT;
	case TOKEN_BLOCK: return NODE_BLOCK;
	case TOKEN_TEXT: return NODE_TEXT;
	default: return NODE_VALUE;
	}
}

static struct template_node *new_node(struct parser *parser, size_t index)
{
	const struct tokens *tokens = &parser->tokens;
	const struct token *token = &tokens->items[index];
	const struct token *before = indentation(tokens, index);
	struct template_node *node = ARENA_NEW(parser->arena, struct template_node);

	*node = (struct template_node){
		.kind = node_kind(token->kind),
		.raw = token->kind == TOKEN_RAW,
		.line_start = token->kind == TOKEN_TEXT && token->line_start,
		.own_line = token->own_line,
		.text = token->text,
		.indent = token->own_line && before ? before->text : SLICE(""),
		.at = token->at,
		.end = opens(token->kind) ? partner(tokens, token)->at : token->at,
	};
	if (token->kind == TOKEN_BLOCK)
		place_block(tokens, index, node);
	return node;
}

/* Where a line begins with this tag and goes on behind it, an empty text says so. */
static struct template_node **mark_line(
    struct parser *parser, const struct token *token, struct template_node **end)
{
	if (token->kind == TOKEN_TEXT || !token->line_start || token->own_line)
		return end;
	*end = ARENA_NEW(parser->arena, struct template_node);
	**end = (struct template_node){ .kind = NODE_TEXT, .line_start = true, .at = token->at };
	return &(*end)->next;
}

/*
 * The nodes of tokens [from, to). No deeper than TEMPLATE_MAX_DEPTH, which match_tags has seen to.
 */
static struct template_node *build(struct parser *parser, size_t from, size_t to)
{
	struct template_node *first = NULL, **end = &first;

	for (size_t i = from; i < to; i++) {
		const struct token *token = &parser->tokens.items[i];

		if (token->dropped)
			continue;
		end = mark_line(parser, token, end);
		if (token->kind == TOKEN_COMMENT || token->kind == TOKEN_DELIMITERS)
			continue;
		*end = new_node(parser, i);
		if (!opens(token->kind)) {
			end = &(*end)->next;
			continue;
		}
		(*end)->first = build(parser, i + 1, token->match);
		i = token->match;
		end = mark_line(parser, &parser->tokens.items[i], &(*end)->next);
	}
	return first;
}

bool template_parse(struct slice text, struct slice file, struct arena *arena,
    struct diagnostics *diagnostics, struct template_node **tree)
{
	struct parser parser = { .arena = arena, .diagnostics = diagnostics };

	if (!template_scan(text, file, arena, diagnostics, &parser.tokens))
		return false;
	match_tags(&parser);
	if (parser.failed)
		return false;
	drop_own_lines(&parser.tokens);
	*tree = build(&parser, 0, parser.tokens.count);
	return true;
}
