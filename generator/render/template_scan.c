#include "render/template_scan.h"

#include "base/unicode.h"

struct scanner {
	struct slice text, file;
	size_t at;
	struct slice open, close; /* delimiters */
	size_t counted;           /* offset whose line and column are known: */
	uint32_t line, column;
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct tokens *tokens;
	bool failed;
};

/* Counts on from the last place asked for, so that a long line costs no more than its length. */
static struct position position_at(struct scanner *scanner, size_t from, size_t to)
{
	struct slice passed = slice_sub(scanner->text, scanner->counted, from);
	struct slice line;

	while (slice_find_byte(passed, '\n') != SLICE_NONE) {
		slice_next_line(&passed, &line);
		scanner->line++;
		scanner->column = 1;
	}
	scanner->column += (uint32_t)utf8_count(passed);
	scanner->counted = from;
	return (struct position){
		.file = scanner->file,
		.line = scanner->line,
		.column = scanner->column,
		.length = (uint32_t)utf8_count(slice_sub(scanner->text, from, to)),
	};
}

static bool after_line_end(const struct scanner *scanner, size_t at)
{
	return at == 0 || scanner->text.p[at - 1] == '\n';
}

static struct token *add_token(
    struct scanner *scanner, enum token_kind kind, size_t from, size_t to)
{
	struct token *token = ARENA_PUSH(scanner->arena, scanner->tokens);

	*token = (struct token){
		.kind = kind,
		.line_start = after_line_end(scanner, from),
		.text = slice_sub(scanner->text, from, to),
		.source = slice_sub(scanner->text, from, to),
		.at = position_at(scanner, from, to),
	};
	return token;
}

static void add_text(struct scanner *scanner, size_t from, size_t to)
{
	struct slice rest = slice_sub(scanner->text, from, to);
	struct slice line;

	while (slice_next_line(&rest, &line)) {
		size_t end = rest.len ? (size_t)(rest.p - scanner->text.p) : to;

		add_token(scanner, TOKEN_TEXT, from, end);
		from = end;
	}
}

/* The first place of needle at or behind `from`, or SLICE_NONE. */
static size_t find_from(struct slice text, size_t from, struct slice needle)
{
	for (size_t at = from; at + needle.len <= text.len; at++) {
		size_t hit = slice_find_byte(slice_from_index(text, at), needle.p[0]);

		if (hit == SLICE_NONE)
			break;
		at += hit;
		if (slice_eq(slice_sub(text, at, at + needle.len), needle))
			return at;
	}
	return SLICE_NONE;
}

static bool has_blank(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ascii_is_space(text.p[i]))
			return true;
	return false;
}

/* `inner` stands between two '=': two delimiters with blanks between them. */
static void set_delimiters(struct scanner *scanner, struct slice inner, struct position at)
{
	struct slice trimmed = slice_trim(inner);
	struct slice open, close;
	size_t blank = 0;

	while (blank < trimmed.len && !ascii_is_space(trimmed.p[blank]))
		blank++;
	open = slice_sub(trimmed, 0, blank);
	close = slice_trim(slice_from_index(trimmed, blank));
	if (slice_empty(open) || slice_empty(close) || has_blank(close) ||
	    slice_find_byte(trimmed, '=') != SLICE_NONE) {
		diag1(scanner->diagnostics, DIAG_TEMPLATE_DELIMITERS, at, trimmed);
		scanner->failed = true;
		return;
	}
	scanner->open = open;
	scanner->close = close;
}

static enum token_kind kind_of(char sign)
{
	switch (sign) {
	case '!': return TOKEN_COMMENT;
	case '=': return TOKEN_DELIMITERS;
	case '#': return TOKEN_SECTION;
	case '^': return TOKEN_INVERTED;
	case '>': return TOKEN_PARTIAL;
	case '<': return TOKEN_PARENT;
	case '$': return TOKEN_BLOCK;
	case '/': return TOKEN_CLOSE;
	case '&':
	case '{': return TOKEN_RAW;
	default: return TOKEN_VALUE;
	}
}

/* What closes a tag that begins with `sign`: "=}}" and "}}}" for two of them. */
static struct slice closing(const struct scanner *scanner, char sign)
{
	const char *prefix = sign == '=' ? "=" : sign == '{' ? "}" : "";

	return arena_printf(scanner->arena, "%s%.*s", prefix, SLICE_ARGS(scanner->close));
}

static void check_name(struct scanner *scanner, const struct token *token)
{
	if (!slice_empty(token->text) && !has_blank(token->text))
		return;
	diag1(scanner->diagnostics, DIAG_TEMPLATE_TAG_NAME, token->at, token->source);
	scanner->failed = true;
}

/* Reads the tag at `start`; false where it never ends. */
static bool scan_tag(struct scanner *scanner, size_t start)
{
	size_t inside = start + scanner->open.len;
	char sign = inside < scanner->text.len ? scanner->text.p[inside] : '\0';
	enum token_kind kind = kind_of(sign);
	size_t from = inside + (kind != TOKEN_VALUE);
	struct slice end = closing(scanner, sign);
	size_t to = find_from(scanner->text, from, end);
	struct token *token;

	if (to == SLICE_NONE) {
		diag1(scanner->diagnostics, DIAG_TEMPLATE_TAG_OPEN,
		    position_at(scanner, start, start + scanner->open.len), end);
		scanner->failed = true;
		return false;
	}
	token = add_token(scanner, kind, start, to + end.len);
	token->text = slice_trim(slice_sub(scanner->text, from, to));
	if (kind == TOKEN_DELIMITERS)
		set_delimiters(scanner, token->text, token->at);
	else if (kind != TOKEN_COMMENT)
		check_name(scanner, token);
	scanner->at = to + end.len;
	return true;
}

bool template_scan(struct slice text, struct slice file, struct arena *arena,
    struct diagnostics *diagnostics, struct tokens *tokens)
{
	struct scanner scanner = {
		.text = text,
		.file = file,
		.open = SLICE("{{"),
		.close = SLICE("}}"),
		.line = 1,
		.column = 1,
		.arena = arena,
		.diagnostics = diagnostics,
		.tokens = tokens,
	};

	while (scanner.at < text.len) {
		size_t tag = find_from(text, scanner.at, scanner.open);

		add_text(&scanner, scanner.at, tag == SLICE_NONE ? text.len : tag);
		if (tag == SLICE_NONE || !scan_tag(&scanner, tag))
			break;
	}
	return !scanner.failed;
}
