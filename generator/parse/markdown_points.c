/*
 * Points of law text. cmark knows ordered lists ("1.", "1)"); an act also has "a)", "aa)", "ii)", "1.1", often one below
 * the other without blank lines, and goes on with "2." behind them. Paragraphs are cut at such labels, and points are
 * nested by the shape of their labels: a new shape opens a list inside the last point, a known one goes on with its list.
 * No label is ever changed or counted.
 */
#include "parse/markdown_parts.h"

#include <string.h>

#define MAX_OPEN 16 /* shapes inside one another; there are fewer */

static unsigned roman_value(struct slice digits)
{
	static const char *const numerals[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii",
		"ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx" };

	for (unsigned i = 0; i < sizeof numerals / sizeof *numerals; i++)
		if (slice_is(digits, numerals[i]))
			return i + 1;
	return 0;
}

/* Shape and value of the letters of "a)", "A)", "aa)", "ii)"; false for a word. */
static bool classify_letters(struct slice letters, struct md_label *label)
{
	char first = letters.p[0];

	label->roman = roman_value(letters);
	label->value = (unsigned)(ascii_lower(first) - 'a') + 1;
	if (letters.len == 1) {
		label->shape = first >= 'a' ? LABEL_LETTER : LABEL_CAPITAL;
		return true;
	}
	if (label->roman) {
		label->shape = LABEL_ROMAN;
		label->value = label->roman;
		label->roman = 0;
		return true;
	}
	label->shape = LABEL_DOUBLE;
	return letters.len == 2 && letters.p[1] == first && first >= 'a';
}

/* "-bis", "-ter", "-quater" behind a letter or number: its length, or 0. */
static size_t suffix_length(struct slice text, struct md_label *label)
{
	static const char *const suffixes[] = { "-bis", "-ter", "-quater", "-quinquies",
		"-sexies" };

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (slice_starts(text, suffixes[i])) {
			label->suffix = (unsigned)i + 1;
			return strlen(suffixes[i]);
		}
	return 0;
}

/* The length of "a)" and its like, or 0. */
static size_t parse_letters(struct slice text, struct md_label *label)
{
	size_t letters = 0, end;

	while (letters < text.len && letters < 6 && ascii_is_alpha(text.p[letters]))
		letters++;
	if (letters == 0 || !classify_letters(slice_sub(text, 0, letters), label))
		return 0;
	end = letters + suffix_length(slice_from_index(text, letters), label);
	return end < text.len && text.p[end] == ')' ? end + 1 : 0;
}

/* A part of "1.1": two digits at most and no zero in front, or it is an amount ("3.000"), a time, a date. */
static bool parse_part(struct slice digits, unsigned max_digits, unsigned *value)
{
	uint32_t number;

	if (digits.len > max_digits || digits.p[0] == '0' || !slice_to_uint(digits, 999, &number))
		return false;
	*value = number;
	return true;
}

/* The length of "3.", "3)" (left as text by a backslash), "1.1", "1.1." or "1.1)", or 0. */
static size_t parse_numbers(struct slice text, struct md_label *label)
{
	unsigned parts = 0;
	size_t at = 0, end;

	for (;;) {
		for (end = at; end < text.len && ascii_is_digit(text.p[end]);)
			end++;
		if (end == at)
			break;
		if (!parse_part(slice_sub(text, at, end), parts == 0 ? 3 : 2, &label->value))
			return 0;
		parts++;
		at = end;
		if (at == text.len || text.p[at] != '.')
			break;
		at++;
	}
	if (parts > 4)
		return 0;
	at += suffix_length(slice_from_index(text, at), label);
	label->shape = parts == 1 ? LABEL_NUMBER_DOT : LABEL_DOTTED + parts - 2;
	if (at < text.len && text.p[at] == ')') {
		at++;
		label->shape = parts == 1 ? LABEL_NUMBER_PAREN : label->shape;
	} else if (parts == 1 && text.p[at - 1] != '.') {
		return 0;
	}
	return at;
}

static bool blank_at(struct slice text, size_t at)
{
	struct slice rest = slice_from_index(text, at);

	return slice_starts(rest, " ") || slice_starts(rest, "\t") ||
	       slice_starts(rest, "\xC2\xA0");
}

bool md_label_parse(struct slice text, struct md_label *label)
{
	size_t length;

	*label = (struct md_label){ 0 };
	if (text.len == 0)
		return false;
	length =
	    ascii_is_digit(text.p[0]) ? parse_numbers(text, label) : parse_letters(text, label);
	if (length == 0 || !blank_at(text, length))
		return false;
	label->text = slice_sub(text, 0, length);
	return true;
}

/* An open list of points: its node, its shape, and where it stands. */
struct open_list {
	uint32_t list, last_point;
	unsigned shape, value, suffix;
};

struct points {
	struct md_builder *builder;
	uint32_t container;
	struct open_list open[MAX_OPEN];
	size_t depth;
};

static const struct open_list *level_of(const struct points *points, unsigned shape)
{
	for (size_t i = points->depth; i > 0; i--)
		if (points->open[i - 1].shape == shape)
			return &points->open[i - 1];
	return NULL;
}

/* "i)" is the ninth letter where h) came before, else the first Roman number. */
static void settle_roman(const struct points *points, struct md_label *label)
{
	const struct open_list *letters = level_of(points, LABEL_LETTER);
	const struct open_list *romans = level_of(points, LABEL_ROMAN);

	if (label->roman == 0)
		return;
	if ((romans && romans->value + 1 == label->roman) ||
	    (label->roman == 1 && !(letters && letters->value + 1 == label->value))) {
		label->shape = LABEL_ROMAN;
		label->value = label->roman;
	}
}

static void open_level(struct points *points, uint32_t list, unsigned shape)
{
	points->open[points->depth++] = (struct open_list){ .list = list, .shape = shape };
}

/* Does the label come behind the list's last one? */
static bool follows(const struct md_label *label, const struct open_list *list)
{
	return label->value > list->value ||
	       (label->value == list->value && label->suffix > list->suffix);
}

/*
 * The open list that a point of this shape and value goes on with, those inside it closed; else a new one: inside the
 * last point, or, where the same shape begins again, beside its list.
 */
static struct open_list *list_for(
    struct points *points, const struct md_label *label, uint32_t line)
{
	const struct open_list *same = level_of(points, label->shape);
	uint32_t parent = points->container, list;

	if (same) {
		points->depth = (size_t)(same - points->open) + 1;
		if (follows(label, same))
			return &points->open[points->depth - 1];
		points->depth--;
	}
	if (points->depth == MAX_OPEN)
		points->depth--;
	if (points->depth > 0)
		parent = points->open[points->depth - 1].last_point;
	list = md_new(points->builder, MD_POINTS, line);
	md_at(points->builder, list)->tight = true;
	md_append(points->builder, parent, list);
	open_level(points, list, label->shape);
	return &points->open[points->depth - 1];
}

static void place_point(struct points *points, uint32_t point, struct md_label *label)
{
	struct open_list *level;

	settle_roman(points, label);
	level = list_for(points, label, md_at(points->builder, point)->line);
	level->value = label->value;
	level->suffix = label->suffix;
	level->last_point = point;
	md_append(points->builder, level->list, point);
}

/* An ordered list of cmark's: its points go on with an open list, or it stays and is open now. */
static void place_list(struct points *points, uint32_t list)
{
	struct md_builder *builder = points->builder;
	uint32_t first = md_at(builder, list)->first, next;
	struct slice text = md_at(builder, first)->text;
	struct md_label label = { .text = text,
		.shape = text.p[text.len - 1] == '.' ? LABEL_NUMBER_DOT : LABEL_NUMBER_PAREN,
		.value = md_at(builder, first)->number };
	bool tight = md_at(builder, list)->tight;
	struct open_list *level;

	if (points->depth == 0) {
		md_append(builder, points->container, list);
		open_level(points, list, label.shape);
		level = &points->open[points->depth - 1];
	} else {
		level = list_for(points, &label, md_at(builder, list)->line);
		tight = tight && md_at(builder, level->list)->tight;
		for (uint32_t point = first; point; point = next) {
			next = md_at(builder, point)->next;
			md_append(builder, level->list, point);
		}
	}
	md_at(builder, level->list)->tight = tight;
	level->last_point = md_at(builder, level->list)->last;
	level->value = md_at(builder, level->last_point)->number;
	level->suffix = 0;
}

/* Does a label that stands inside a paragraph, at a line's begin, begin or go on with a list? Prose wraps too. */
static bool fits_inside(const struct points *points, const struct md_label *label)
{
	const struct open_list *same = level_of(points, label->shape);

	if (label->shape == LABEL_NUMBER_DOT || label->shape == LABEL_NUMBER_PAREN)
		return false;
	if (label->suffix == 0 && (label->value <= 1 || label->roman == 1))
		return true;
	if (label->roman && level_of(points, LABEL_ROMAN))
		return true;
	return same && follows(label, same) && label->value <= same->value + 5;
}

/* The label at the begin of an inline node, if a point may begin there. */
static bool label_at(
    const struct points *points, uint32_t node, bool inside, struct md_label *label)
{
	const struct md_node *text = md_at(points->builder, node);

	return text->kind == MD_TEXT && md_label_parse(text->text, label) &&
	       (!inside || fits_inside(points, label));
}

/* A point with a paragraph of its own, its label taken off the text; returns the paragraph. */
static uint32_t begin_point(struct points *points, uint32_t text, struct md_label *label)
{
	struct md_builder *builder = points->builder;
	uint32_t line = md_at(builder, text)->line;
	uint32_t point = md_new(builder, MD_POINT, line);
	uint32_t paragraph = md_new(builder, MD_PARAGRAPH, line);
	struct md_node *words = md_at(builder, text);

	md_at(builder, point)->text = label->text;
	words->text = slice_from_index(words->text, label->text.len);
	while (blank_at(words->text, 0))
		words->text = slice_from_index(words->text, words->text.p[0] == '\xC2' ? 2 : 1);
	md_append(builder, point, paragraph);
	place_point(points, point, label);
	return paragraph;
}

static bool is_break(const struct md_node *node)
{
	return node->kind == MD_SOFT_BREAK || node->kind == MD_HARD_BREAK;
}

/* A list goes on in a new paragraph: its points stand apart from one another. */
static void loosen(struct points *points, size_t depth_before)
{
	for (size_t i = 0; i < points->depth && i < depth_before; i++)
		md_at(points->builder, points->open[i].list)->tight = false;
}

/*
 * Cuts a paragraph, already taken off its container, at its labels. What stands before the first one stays a paragraph
 * and ends the open lists.
 */
static void place_paragraph(struct points *points, uint32_t paragraph)
{
	struct md_builder *builder = points->builder;
	uint32_t node = md_take_children(builder, paragraph), next, target = paragraph;
	size_t depth_before = points->depth;
	bool line_begins = true, any = false;

	for (; node; node = next) {
		struct md_label label;

		next = md_at(builder, node)->next;
		if (line_begins && label_at(points, node, any, &label)) {
			target = begin_point(points, node, &label);
			loosen(points, any ? 0 : depth_before);
		} else if (!any) {
			points->depth = 0;
			md_append(builder, points->container, paragraph);
		}
		any = true;
		line_begins = is_break(md_at(builder, node));
		if (line_begins && next && label_at(points, next, true, &(struct md_label){ 0 }))
			continue; /* the break before a point is no text */
		md_append(builder, target, node);
	}
}

static void make_points_in(struct md_builder *builder, uint32_t container)
{
	struct points points = { .builder = builder, .container = container };
	uint32_t node = md_take_children(builder, container), next;

	for (; node; node = next) {
		next = md_at(builder, node)->next;
		if (md_at(builder, node)->kind == MD_PARAGRAPH) {
			place_paragraph(&points, node);
		} else if (md_at(builder, node)->kind == MD_POINTS) {
			place_list(&points, node);
		} else {
			points.depth = 0;
			md_append(builder, container, node);
		}
	}
}

void md_make_points(struct md_builder *builder)
{
	uint32_t count = (uint32_t)builder->nodes.count;

	for (uint32_t i = 0; i < count; i++)
		switch (md_at(builder, i)->kind) {
		case MD_DOCUMENT:
		case MD_QUOTE:
		case MD_ITEM:
		case MD_POINT:
		case MD_FOOTNOTE: make_points_in(builder, i); break;
		default: break;
		}
}
