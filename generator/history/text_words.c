/* Paragraphs, headings and cells as words, and blocks as bags of them. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "history/text_parts.h"

#define MAX_CONTEXT_DEPTH 32 /* deeper emphasis is told as that around it */

uint32_t text_intern(struct map *map, uint32_t *count, struct slice key, struct arena *scratch)
{
	uint32_t *known = map_get(map, key);

	if (!known) {
		known = ARENA_NEW(scratch, uint32_t);
		*known = ++*count;
		map_put(map, scratch, key, known);
	}
	return *known;
}

/* --- where words begin and end ----------------------------------------------------------------- */

enum sign_class {
	CLASS_LETTER, /* also digits and what is no punctuation */
	CLASS_BLANK,
	CLASS_JOINER, /* belongs to the word between two letters */
	CLASS_COMMA,  /* between two digits */
	CLASS_APOSTROPHE,
	CLASS_SIGN,
};

static enum sign_class class_of_ascii(char c)
{
	if (ascii_is_alnum(c))
		return CLASS_LETTER;
	if (ascii_is_space(c))
		return CLASS_BLANK;
	if (c == ',')
		return CLASS_COMMA;
	if (c == '\'')
		return CLASS_APOSTROPHE;
	return c != '\0' && strchr("./-:@_&+", c) ? CLASS_JOINER : CLASS_SIGN;
}

/* The class of the character at *at, which moves behind it. */
static enum sign_class class_at(struct slice text, size_t *at)
{
	int32_t c;

	if ((unsigned char)text.p[*at] < 0x80)
		return class_of_ascii(text.p[(*at)++]);
	c = utf8_next(text, at);
	if (c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000)
		return CLASS_BLANK;
	if (c == 0x2019)
		return CLASS_APOSTROPHE;
	if (c == 0x2010 || c == 0x2011)
		return CLASS_JOINER;
	return c == 0xAB || c == 0xBB || (c >= 0x2012 && c <= 0x205E) ? CLASS_SIGN : CLASS_LETTER;
}

/* Goes on with a word behind its first letter: to its end, or behind the apostrophe of an elision ("dell'"). */
static size_t word_end(struct slice text, size_t at, char last)
{
	while (at < text.len) {
		size_t behind = at, after;
		enum sign_class class = class_at(text, &behind);

		if (class == CLASS_LETTER) {
			last = text.p[at];
			at = behind;
			continue;
		}
		after = behind;
		if (class == CLASS_BLANK || class == CLASS_SIGN || behind == text.len ||
		    class_at(text, &after) != CLASS_LETTER)
			return at;
		if (class == CLASS_APOSTROPHE)
			return ascii_is_digit(last) ? at : behind;
		if (class == CLASS_COMMA &&
		    !(ascii_is_digit(last) && ascii_is_digit(text.p[behind])))
			return at;
		at = behind;
	}
	return at;
}

size_t text_token_end(struct slice text, size_t at, enum text_token_kind *kind)
{
	size_t end = at, behind;
	enum sign_class class = class_at(text, &end);

	if (class == CLASS_LETTER) {
		*kind = TOKEN_WORD;
		return word_end(text, end, text.p[at]);
	}
	*kind = class == CLASS_BLANK ? TOKEN_BLANK : TOKEN_SIGN;
	while (class == CLASS_BLANK && end < text.len) {
		behind = end;
		if (class_at(text, &behind) != CLASS_BLANK)
			break;
		end = behind;
	}
	return end;
}

/* --- leaves ------------------------------------------------------------------------------------ */

struct leaf_reader {
	struct text_comparer *comparer;
	enum text_side_index side;
	const struct md *md;
	struct buffer run;
	uint32_t context;
	ARRAY(struct text_token) tokens;
};

/* Numbers and a text as a key that no word is: words begin with no control character. */
static struct slice composed_key(
    uint32_t first, uint32_t second, struct slice text, struct arena *scratch)
{
	char *key = arena_alloc(scratch, text.len + 9);

	key[0] = '\1';
	memcpy(key + 1, &first, 4);
	memcpy(key + 5, &second, 4);
	if (text.len > 0)
		memcpy(key + 9, text.p, text.len);
	return (struct slice){ key, text.len + 9 };
}

static uint32_t intern_word(struct text_comparer *comparer, struct slice text)
{
	return text_intern(&comparer->words, &comparer->word_count, text, comparer->scratch);
}

static void add_token(struct leaf_reader *reader, struct text_token token)
{
	struct text_comparer *comparer = reader->comparer;
	struct slice text = token.kind == TOKEN_BLANK ? SLICE(" ") : token.text;

	token.context = reader->context;
	if (token.kind == TOKEN_NODE || token.context)
		token.id =
		    intern_word(comparer, composed_key(token.kind == TOKEN_NODE ? token.id + 1 : 0,
					      token.context, text, comparer->scratch));
	if (token.kind == TOKEN_WORD)
		token.what = intern_word(comparer, text);
	if (token.id == 0)
		token.id = token.kind == TOKEN_WORD ? token.what : intern_word(comparer, text);
	*ARENA_PUSH(comparer->reading, &reader->tokens) = token;
}

/* Cuts the text that has come together into tokens. */
static void end_run(struct leaf_reader *reader)
{
	struct slice text = arena_slice(reader->comparer->arena, buffer_slice(&reader->run));

	for (size_t at = 0, end; at < text.len; at = end) {
		enum text_token_kind kind = TOKEN_WORD;

		end = text_token_end(text, at, &kind);
		add_token(reader,
		    (struct text_token){ .kind = (uint8_t)kind, .text = slice_sub(text, at, end) });
	}
	buffer_clear(&reader->run);
}

static bool has_context(const struct md_node *node)
{
	return node->kind == MD_EMPHASIS || node->kind == MD_STRONG || node->kind == MD_STRIKE ||
	       node->kind == MD_LINK;
}

static void enter_context(struct leaf_reader *reader, const struct md_node *node)
{
	struct text_comparer *comparer = reader->comparer;
	uint32_t parent = reader->context, before = (uint32_t)comparer->contexts.count - 1;
	uint32_t known = before;
	struct slice both = ARENA_CONCAT(comparer->scratch, node->text, SLICE("\1"), node->extra);
	struct slice key = composed_key(parent, node->kind, both, comparer->scratch);

	reader->context = text_intern(&comparer->context_ids, &known, key, comparer->scratch);
	if (known > before)
		*ARENA_PUSH(comparer->scratch, &comparer->contexts) =
		    (struct text_context){ .parent = parent,
			    .depth = comparer->contexts.items[parent].depth + 1,
			    .kind = node->kind,
			    .text = arena_slice(comparer->arena, node->text),
			    .extra = arena_slice(comparer->arena, node->extra) };
}

/* A node that is compared as one: what it is, and what it shows or leads to. */
static void add_node(struct leaf_reader *reader, uint32_t index)
{
	const struct text_side *side = &reader->comparer->sides[reader->side];
	const struct md_node *node = &reader->md->nodes[index];
	struct text_token token = { .kind = TOKEN_NODE, .id = node->kind, .what = index };
	struct buffer text = { 0 };

	if (node->kind == MD_FOOTNOTE_REF && node->number <= side->note_count)
		token.text = arena_printf(
		    reader->comparer->scratch, "%u", (unsigned)side->notes[node->number]);
	else if (node->kind == MD_IMAGE) {
		md_plain_text(reader->md, index, &text);
		token.text = ARENA_CONCAT(reader->comparer->scratch, node->text, SLICE("\1"),
		    node->extra, SLICE("\1"), buffer_slice(&text));
	} else
		token.text = node->text;
	add_token(reader, token);
	buffer_release(&text);
}

static void read_inline(struct leaf_reader *reader, struct md_walk *walk, uint32_t *depth)
{
	const struct md_node *node = &reader->md->nodes[walk->node];

	if (node->kind == MD_TEXT || node->kind == MD_SOFT_BREAK) {
		if (walk->entering)
			buffer_add(&reader->run, node->kind == MD_TEXT ? node->text : SLICE(" "));
		return;
	}
	end_run(reader);
	if (has_context(node)) {
		*depth += walk->entering ? 1 : (uint32_t)-1;
		if (walk->entering && *depth <= MAX_CONTEXT_DEPTH)
			enter_context(reader, node);
		else if (!walk->entering && *depth < MAX_CONTEXT_DEPTH)
			reader->context = reader->comparer->contexts.items[reader->context].parent;
	} else if (walk->entering) {
		add_node(reader, walk->node);
		md_skip_children(walk);
	}
}

static struct text_leaf *read_leaf(
    struct text_comparer *comparer, enum text_side_index side, uint32_t leaf)
{
	struct text_leaf *read = ARENA_NEW(comparer->scratch, struct text_leaf);
	struct leaf_reader reader = {
		.comparer = comparer, .side = side, .md = comparer->sides[side].md
	};
	uint32_t depth = 0;

	for (struct md_walk walk = md_walk(reader.md, leaf); md_step(&walk);)
		if (walk.node != leaf)
			read_inline(&reader, &walk, &depth);
	end_run(&reader);
	buffer_release(&reader.run);
	read->count = reader.tokens.count;
	read->tokens = ARENA_COUNT(comparer->scratch, struct text_token, read->count);
	if (read->count > 0)
		memcpy(read->tokens, reader.tokens.items, read->count * sizeof *read->tokens);
	arena_reset(comparer->reading);
	return read;
}

const struct text_leaf *text_leaf_read(
    struct text_comparer *comparer, enum text_side_index side, uint32_t leaf)
{
	struct text_leaf **known = &comparer->sides[side].leaves[leaf];

	if (!*known)
		*known = read_leaf(comparer, side, leaf);
	return *known;
}

/* --- bags -------------------------------------------------------------------------------------- */

/* Of putting a word into a bag: blocks inside one another hold it again and again. */
#define WORD_EFFORT 8

static int by_word(const void *left, const void *right)
{
	const struct text_bag_word *a = left, *b = right;

	return (a->word > b->word) - (a->word < b->word);
}

static void add_words(struct text_bag *bag, const struct text_leaf *leaf)
{
	for (size_t i = 0; i < leaf->count; i++)
		if (leaf->tokens[i].kind == TOKEN_WORD) {
			uint32_t letters = (uint32_t)leaf->tokens[i].text.len;

			bag->words[bag->count++] =
			    (struct text_bag_word){ leaf->tokens[i].what, letters };
			bag->letters += letters;
		}
}

/* Tokens of all leaves in a block; 0 also where the effort for them is spent. */
static size_t count_tokens(
    struct text_comparer *comparer, enum text_side_index side, uint32_t block)
{
	const struct md *md = comparer->sides[side].md;
	size_t count = 0;

	for (struct md_walk walk = md_walk(md, block); md_step(&walk);)
		if (walk.entering && text_is_leaf(&md->nodes[walk.node])) {
			md_skip_children(&walk);
			count += text_leaf_read(comparer, side, walk.node)->count;
			if (comparer->effort < count * WORD_EFFORT)
				return 0;
		}
	comparer->effort -= count * WORD_EFFORT;
	return count;
}

static struct text_bag *read_bag(
    struct text_comparer *comparer, enum text_side_index side, uint32_t block)
{
	struct text_bag *bag = ARENA_NEW(comparer->scratch, struct text_bag);
	const struct md *md = comparer->sides[side].md;
	size_t count = count_tokens(comparer, side, block);

	if (count == 0)
		return bag;
	bag->words = ARENA_COUNT(comparer->scratch, struct text_bag_word, count);
	for (struct md_walk walk = md_walk(md, block); md_step(&walk);)
		if (walk.entering && text_is_leaf(&md->nodes[walk.node])) {
			md_skip_children(&walk);
			add_words(bag, text_leaf_read(comparer, side, walk.node));
		}
	qsort(bag->words, bag->count, sizeof *bag->words, by_word);
	return bag;
}

const struct text_bag *text_bag_read(
    struct text_comparer *comparer, enum text_side_index side, uint32_t block)
{
	struct text_bag **known = &comparer->sides[side].bags[block];

	if (!*known)
		*known = read_bag(comparer, side, block);
	return *known;
}
