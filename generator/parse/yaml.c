#include "parse/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/unicode.h"
#include "parse/intake.h"
#include "parse/yaml_syntax.h"

/* More than that in one file helps no one, and must not fill the memory. */
#define ERRORS_SHOWN 50

struct reader {
	struct yaml_source source;
	yaml_parser_t parser;
	struct arena *arena, *scratch;
	struct diagnostics *diagnostics;
	size_t errors;
	bool stopped;        /* nothing can be read any more, and why has been said */
	bool question_marks; /* there is one in the text */
	bool comments;       /* there may be some */

	/* The line last asked for; places come in file order. */
	size_t line_number;
	struct slice line, rest;

	/* Where the last scalar began, if it was in quotes and ran over several lines. */
	yaml_mark_t quoted_at;
	bool quoted_long;
};

static void count_error(struct reader *r)
{
	r->errors++;
	r->stopped = r->stopped || r->errors >= ERRORS_SHOWN;
}

static void error0(struct reader *r, enum diag_id id, const yaml_mark_t *mark, uint32_t length)
{
	diag0(r->diagnostics, id, yaml_mark_position(&r->source, mark, length));
	count_error(r);
}

static void error1(struct reader *r, enum diag_id id, const yaml_mark_t *mark, uint32_t length,
    struct slice argument)
{
	diag1(r->diagnostics, id, yaml_mark_position(&r->source, mark, length), argument);
	count_error(r);
}

/* Takes the next event, which the caller deletes; false where there is none to take. */
static bool next_event(struct reader *r, yaml_event_t *event)
{
	if (r->stopped)
		return false;
	if (yaml_parser_parse(&r->parser, event))
		return true;
	yaml_syntax_report(
	    &r->source, &r->parser, r->quoted_long ? &r->quoted_at : NULL, r->diagnostics);
	count_error(r);
	r->stopped = true;
	return false;
}

/* The byte in r->line, which becomes the mark's line, at which the mark stands. */
static size_t go_to(struct reader *r, const yaml_mark_t *mark)
{
	size_t at = 0;

	while (r->line_number <= mark->line && slice_next_line(&r->rest, &r->line))
		r->line_number++;
	for (size_t i = 0; i < mark->column && at < r->line.len; i++)
		utf8_next(r->line, &at);
	return at;
}

/* Characters of a line from a mark on, without blanks at the end. */
static uint32_t rest_of_line(struct reader *r, const yaml_mark_t *mark)
{
	size_t at = go_to(r, mark);

	return (uint32_t)utf8_count(slice_trim(slice_from_index(r->line, at)));
}

static uint32_t length_of(struct reader *r, const yaml_event_t *event)
{
	if (event->end_mark.line == event->start_mark.line)
		return (uint32_t)(event->end_mark.column - event->start_mark.column);
	return rest_of_line(r, &event->start_mark);
}

/* An escape may stand for what intake refuses, or join with its neighbours. */
static struct slice checked_text(struct reader *r, const yaml_event_t *event)
{
	struct slice text = { (const char *)event->data.scalar.value, event->data.scalar.length };
	size_t at = 0;

	if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return arena_slice(r->arena, text);
	while (at < text.len) {
		int32_t code = utf8_next(text, &at);
		enum text_fault fault = text_fault_of(code);

		if (fault == TEXT_FINE)
			continue;
		error1(r, fault == TEXT_CONTROL ? DIAG_TEXT_CONTROL : DIAG_TEXT_DIRECTION,
		    &event->start_mark, length_of(r, event),
		    arena_printf(r->scratch, "U+%04X", (unsigned)code));
		break;
	}
	return utf8_nfc(arena_slice(r->arena, text), r->arena);
}

static bool is_plain(const yaml_event_t *event)
{
	return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

/* What a node carries before its value, and zonale does not take. */
static void refuse_properties(
    struct reader *r, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		error1(r, DIAG_YAML_ALIAS, &event->start_mark, 1,
		    arena_printf(r->scratch, "&%s", (const char *)anchor));
	if (tag)
		error0(r, DIAG_YAML_TAG, &event->start_mark, 1);
}

static struct yaml_node *new_node(
    struct reader *r, enum yaml_kind kind, const yaml_event_t *event, uint32_t length)
{
	struct yaml_node *node = ARENA_NEW(r->arena, struct yaml_node);
	struct position at = yaml_mark_position(&r->source, &event->start_mark, length);

	node->kind = kind;
	node->line = at.line;
	node->column = at.column;
	node->length = length;
	node->text = SLICE("");
	node->key = SLICE("");
	return node;
}

/*
 * Inside brackets libyaml takes a question mark off the word that it begins ('{?a: 1}' for '{a:
 * 1}'): what was written is not what would be read.
 */
static void refuse_lost_question_mark(struct reader *r, const yaml_event_t *event)
{
	yaml_mark_t mark = event->start_mark;
	size_t at;

	if (!r->question_marks || mark.column == 0)
		return;
	at = go_to(r, &mark);
	mark.column--;
	if (at > 0 && at <= r->line.len && r->line.p[at - 1] == '?')
		error1(r, DIAG_YAML_RESERVED, &mark, 1, SLICE("?"));
}

/*
 * A comment behind a plain value on its line is YAML, and most often none was meant: 'oggetto: Lavori in strada #3'
 * would be published without its end, and nobody would see.
 */
static void warn_of_comment(struct reader *r, const yaml_event_t *event)
{
	yaml_mark_t mark = event->end_mark;
	struct slice behind, comment;
	size_t at;

	if (!r->comments || event->data.scalar.length == 0)
		return;
	at = go_to(r, &mark);
	behind = slice_from_index(r->line, at);
	comment = slice_trim(behind);
	if (!slice_starts(comment, "#"))
		return;
	mark.column += (size_t)(comment.p - behind.p);
	diag0(r->diagnostics, DIAG_VALUE_COMMENT,
	    yaml_mark_position(&r->source, &mark, (uint32_t)utf8_count(comment)));
}

static struct yaml_node *read_scalar(struct reader *r, const yaml_event_t *event)
{
	struct yaml_node *node = new_node(r, YAML_SCALAR, event, length_of(r, event));
	bool several_lines = event->end_mark.line > event->start_mark.line;

	refuse_properties(r, event, event->data.scalar.anchor, event->data.scalar.tag);
	refuse_lost_question_mark(r, event);
	node->text = checked_text(r, event);
	node->quoted = !is_plain(event);
	if (!node->quoted)
		warn_of_comment(r, event);
	r->quoted_at = event->start_mark;
	r->quoted_long =
	    several_lines && (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ||
				 event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE);
	return node;
}

static struct yaml_node *read_node(struct reader *r, const yaml_event_t *event, unsigned depth);

static void append(struct yaml_node *parent, struct yaml_node ***end, struct yaml_node *child)
{
	**end = child;
	*end = &child->next;
	parent->count++;
}

static void read_items(struct reader *r, struct yaml_node *list, unsigned depth)
{
	struct yaml_node **end = &list->first;
	yaml_event_t event;

	while (next_event(r, &event)) {
		bool ended = event.type == YAML_SEQUENCE_END_EVENT;

		if (!ended)
			append(list, &end, read_node(r, &event, depth + 1));
		yaml_event_delete(&event);
		if (ended)
			return;
	}
}

/* A key is a word of its own, new in its map; what an alias stands for has been refused already. */
static void check_key(
    struct reader *r, struct map *seen, const yaml_event_t *event, struct yaml_node *key)
{
	const struct yaml_node *earlier = map_get(seen, key->text);

	if (event->type == YAML_ALIAS_EVENT)
		return;
	if (key->kind != YAML_SCALAR || slice_empty(key->text)) {
		error0(r, DIAG_YAML_KEY_KIND, &event->start_mark, key->length);
	} else if (slice_is(key->text, "<<") && is_plain(event)) {
		error0(r, DIAG_YAML_MERGE_KEY, &event->start_mark, key->length);
	} else if (earlier) {
		diag2(r->diagnostics, DIAG_YAML_DUPLICATE_KEY,
		    yaml_mark_position(&r->source, &event->start_mark, key->length), key->text,
		    arena_printf(r->scratch, "%u", earlier->line));
		count_error(r);
	} else {
		map_put(seen, r->scratch, key->text, key);
	}
}

static void read_pairs(struct reader *r, struct yaml_node *map, unsigned depth)
{
	struct yaml_node **end = &map->first;
	struct map seen = { 0 };
	yaml_event_t event;

	while (next_event(r, &event)) {
		bool ended = event.type == YAML_MAPPING_END_EVENT;
		struct yaml_node *key = ended ? NULL : read_node(r, &event, depth + 1), *value;

		if (!ended)
			check_key(r, &seen, &event, key);
		yaml_event_delete(&event);
		if (ended || !next_event(r, &event))
			return;
		value = read_node(r, &event, depth + 1);
		yaml_event_delete(&event);
		value->key = key->text;
		value->key_line = key->line;
		value->key_column = key->column;
		value->key_length = key->length;
		append(map, &end, value);
	}
}

/* Never null: where something can't be read, what stands for it is an empty node, and r says so. */
static struct yaml_node *read_node(struct reader *r, const yaml_event_t *event, unsigned depth)
{
	bool is_map = event->type == YAML_MAPPING_START_EVENT;
	struct yaml_node *node;

	if (event->type == YAML_SCALAR_EVENT)
		return read_scalar(r, event);
	if (event->type == YAML_ALIAS_EVENT) {
		error1(r, DIAG_YAML_ALIAS, &event->start_mark, length_of(r, event),
		    arena_printf(r->scratch, "*%s", (const char *)event->data.alias.anchor));
		return new_node(r, YAML_SCALAR, event, length_of(r, event));
	}
	node = new_node(r, is_map ? YAML_MAP : YAML_LIST, event, 1);
	if (depth > YAML_MAX_DEPTH) {
		error0(r, DIAG_YAML_DEPTH, &event->start_mark, 1);
		r->stopped = true;
	} else if (is_map) {
		refuse_properties(
		    r, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
		read_pairs(r, node, depth);
	} else {
		refuse_properties(
		    r, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
		read_items(r, node, depth);
	}
	return node;
}

static void refuse_directives(struct reader *r, const yaml_event_t *event)
{
	if (event->data.document_start.version_directive ||
	    event->data.document_start.tag_directives.start !=
		event->data.document_start.tag_directives.end)
		error0(r, DIAG_YAML_DIRECTIVE, &event->start_mark, 1);
}

/* The one document's root, or null where the text holds none. */
static struct yaml_node *read_root(struct reader *r)
{
	struct yaml_node *root = NULL;
	yaml_event_t event;
	bool ended = false, second = false;

	while (!ended && next_event(r, &event)) {
		switch (event.type) {
		case YAML_DOCUMENT_START_EVENT:
			refuse_directives(r, &event);
			second = root != NULL;
			if (second)
				error0(r, DIAG_YAML_DOCUMENTS, &event.start_mark, 3);
			break;
		case YAML_SCALAR_EVENT:
		case YAML_ALIAS_EVENT:
		case YAML_SEQUENCE_START_EVENT:
		case YAML_MAPPING_START_EVENT: root = read_node(r, &event, 1); break;
		default: break;
		}
		ended = second || event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	return root;
}

static struct yaml_node *parse(struct reader *r)
{
	struct yaml_node *root = read_root(r);

	if (r->errors)
		return NULL;
	if (!root || (root->kind == YAML_SCALAR && !root->quoted && slice_empty(root->text))) {
		struct yaml_node *empty = ARENA_NEW(r->arena, struct yaml_node);

		*empty = (struct yaml_node){ .kind = YAML_MAP,
			.line = r->source.first_line,
			.column = 1,
			.text = SLICE(""),
			.key = SLICE("") };
		return empty;
	}
	if (root->kind == YAML_SCALAR) {
		diag0(r->diagnostics, DIAG_YAML_ROOT_KIND, yaml_position(root, r->source.file));
		return NULL;
	}
	return root;
}

/* libyaml reads a block of text otherwise where its last line has no end. */
static struct slice whole_lines(struct slice text, struct arena *scratch)
{
	char *whole;

	if (text.len == 0 || slice_ends(text, "\n"))
		return text;
	whole = arena_cstr(scratch, text);
	whole[text.len] = '\n'; /* in the place of the NUL */
	return (struct slice){ whole, text.len + 1 };
}

struct yaml_node *yaml_parse(struct slice text, struct slice file, uint32_t first_line,
    struct arena *arena, struct diagnostics *diagnostics)
{
	struct reader r = {
		.source = { text, file, first_line }, .arena = arena, .diagnostics = diagnostics
	};
	struct yaml_node *root;

	if (text.len > YAML_MAX_SIZE) {
		diag0(diagnostics, DIAG_YAML_TOO_LARGE, position_file(file));
		return NULL;
	}
	r.scratch = arena_new();
	r.source.text = r.rest = whole_lines(text, r.scratch);
	r.question_marks = slice_find_byte(text, '?') != SLICE_NONE;
	r.comments = slice_find_byte(text, '#') != SLICE_NONE;
	if (!yaml_parser_initialize(&r.parser))
		abort();
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &r.parser, (const unsigned char *)r.source.text.p, r.source.text.len);
	root = parse(&r);
	arena_free(r.scratch);
	yaml_parser_delete(&r.parser);
	return root;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml_node *child = map->first; child; child = child->next)
		if (slice_is(child->key, key))
			return child;
	return NULL;
}

struct position yaml_position(const struct yaml_node *node, struct slice file)
{
	return (struct position){ file, node->line, node->column, node->length };
}

struct position yaml_key_position(const struct yaml_node *node, struct slice file)
{
	return (struct position){ file, node->key_line, node->key_column, node->key_length };
}

enum yaml_answer yaml_yes_or_no(
    const struct yaml_node *node, struct slice file, struct diagnostics *diagnostics)
{
	static const struct {
		const char *written;
		enum yaml_answer answer;
	} understood[] = {
		{ "sì", ANSWER_YES },
		{ "Sì", ANSWER_YES },
		{ "SÌ", ANSWER_YES },
		{ "Si", ANSWER_YES },
		{ "SI", ANSWER_YES },
		{ "true", ANSWER_YES },
		{ "True", ANSWER_YES },
		{ "TRUE", ANSWER_YES },
		{ "No", ANSWER_NO },
		{ "NO", ANSWER_NO },
		{ "false", ANSWER_NO },
		{ "False", ANSWER_NO },
		{ "FALSE", ANSWER_NO },
	};

	if (node->kind != YAML_SCALAR)
		return ANSWER_NEITHER;
	if (slice_is(node->text, "si"))
		return ANSWER_YES;
	if (slice_is(node->text, "no"))
		return ANSWER_NO;
	for (size_t i = 0; i < sizeof understood / sizeof *understood; i++) {
		enum yaml_answer answer = understood[i].answer;

		if (!slice_is(node->text, understood[i].written))
			continue;
		diag2(diagnostics, DIAG_YAML_YES_NO, yaml_position(node, file), node->text,
		    answer == ANSWER_YES ? SLICE("si") : SLICE("no"));
		return answer;
	}
	return ANSWER_NEITHER;
}

const char *yaml_library(void)
{
	return yaml_get_version_string();
}
