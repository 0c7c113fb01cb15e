#include "model/values.h"

#include <assert.h>
#include <inttypes.h>

#include "base/unicode.h"
#include "model/texts.h"

size_t value_size(enum value_type type)
{
	switch (type) {
	case VALUE_REFERENCE: return sizeof(struct reference);
	case VALUE_NUMBER:
	case VALUE_SCHOOL_YEAR: return sizeof(int32_t);
	case VALUE_DECIMAL: return sizeof(struct decimal);
	case VALUE_WORD:
	case VALUE_YES_NO: return sizeof(int);
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: return sizeof(struct date);
	case VALUE_TIME: return sizeof(struct clock);
	case VALUE_MOMENT: return sizeof(struct moment);
	case VALUE_TALLY: return sizeof(struct tally);
	case VALUE_TERM:
	case VALUE_OBJECT: return sizeof(void *);
	case VALUE_LIST: return sizeof(struct list);
	default: return sizeof(struct slice);
	}
}

void value_refuse(
    const struct key_reader *reader, enum diag_id id, const struct yaml_node *node, const char *key)
{
	if (!reader->history)
		diag1(reader->diagnostics, id, yaml_position(node, reader->file), slice_from(key));
}

bool value_is_absent(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR && slice_empty(slice_trim(node->text));
}

/* As much of a value as a message quotes, never a part of a character. */
static struct slice quoted(struct slice text)
{
	size_t end = 0;

	while (end < text.len && end < 80)
		utf8_next(text, &end);
	return slice_sub(text, 0, end);
}

/* Reports that a value is not what its key takes; true in history mode, where that is no matter. */
static bool refuse(const struct key_reader *reader, enum diag_id id, const struct key *row,
    const struct yaml_node *node)
{
	if (!reader->history)
		diag2(reader->diagnostics, id, yaml_position(node, reader->file),
		    slice_from(row->name), quoted(node->text));
	return reader->history;
}

static bool refuse_length(const struct key_reader *reader, enum diag_id id, const struct key *row,
    const struct yaml_node *node, size_t length, int32_t bound)
{
	if (!reader->history)
		diag3(reader->diagnostics, id, yaml_position(node, reader->file),
		    slice_from(row->name), arena_printf(reader->arena, "%zu", length),
		    arena_printf(reader->arena, "%" PRId32, bound));
	return reader->history || diag_level(id) < LEVEL_ERROR;
}

static bool read_text(const struct key_reader *reader, const struct key *row, enum value_type type,
    const struct yaml_node *node, struct slice *text)
{
	struct slice trimmed = slice_trim(node->text);
	size_t length = utf8_count(trimmed);

	*text = trimmed;
	if (type == VALUE_LINE && slice_find_byte(trimmed, '\n') != SLICE_NONE)
		return refuse(reader, DIAG_TEXT_MANY_LINES, row, node);
	if (row->max && length > (size_t)row->max)
		return refuse_length(reader, row->advisory ? DIAG_TEXT_LONG : DIAG_TEXT_TOO_LONG,
		    row, node, length, row->max);
	if (length < (size_t)row->min)
		return refuse_length(reader, DIAG_TEXT_TOO_SHORT, row, node, length, row->min);
	return true;
}

/* A block scalar's text begins on the line behind its '|'. */
static bool read_markdown(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, struct slice *text)
{
	bool block = node->quoted && slice_find_byte(node->text, '\n') != SLICE_NONE;

	if (!read_text(reader, row, VALUE_MARKDOWN, node, text))
		return false;
	return reader->history || !reader->links ||
	       key_text_check(*text, reader->file, node->line + block, reader->arena, reader->links,
		   reader->diagnostics);
}

static struct slice word_names(const struct word *words, struct arena *arena)
{
	struct slice names = SLICE("");

	for (const struct word *word = words; word->name; word++)
		names = arena_printf(
		    arena, "%.*s%s%s", SLICE_ARGS(names), word == words ? "" : ", ", word->name);
	return names;
}

static const struct word *word_named(const struct word *words, struct slice name)
{
	for (const struct word *word = words; word && word->name; word++)
		if (slice_is(name, word->name))
			return word;
	return NULL;
}

/* The word that is nearly the one written; an empty slice for none. */
static struct slice word_meant(
    const struct key_reader *reader, const struct key *row, const struct yaml_node *node)
{
	struct slice names[32];
	size_t count = 0;

	for (; row->words[count].name; count++) {
		assert(count < sizeof names / sizeof names[0]);
		names[count] = slice_from(row->words[count].name);
	}
	return nearest_word(quoted(node->text), names, count, reader->arena);
}

static bool refuse_word(
    const struct key_reader *reader, const struct key *row, const struct yaml_node *node)
{
	struct slice nearest, word = quoted(node->text);
	struct position at = yaml_position(node, reader->file);

	if (reader->history)
		return true;
	nearest = word_meant(reader, row, node);
	if (slice_empty(nearest))
		diag3(reader->diagnostics, DIAG_WORD_UNKNOWN, at, slice_from(row->name), word,
		    word_names(row->words, reader->arena));
	else
		diag4(reader->diagnostics, DIAG_WORD_MISSPELT, at, slice_from(row->name), word,
		    nearest, word_names(row->words, reader->arena));
	return false;
}

static bool read_word(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, int *value)
{
	const struct word *word = word_named(row->words, node->text);

	if (!word)
		return refuse_word(reader, row, node);
	*value = word->value;
	return true;
}

static bool refuse_number(
    const struct key_reader *reader, const struct key *row, const struct yaml_node *node)
{
	if (!reader->history)
		diag4(reader->diagnostics, DIAG_NUMBER_BAD, yaml_position(node, reader->file),
		    slice_from(row->name), quoted(node->text),
		    arena_printf(reader->arena, "%" PRId32, row->min),
		    arena_printf(reader->arena, "%" PRId32, row->max));
	return reader->history;
}

static bool read_number(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, int32_t *value)
{
	const struct word *word = word_named(row->words, node->text);
	uint32_t number;

	if (word) {
		*value = word->value;
		return true;
	}
	if (!slice_to_uint(node->text, (uint32_t)row->max, &number) || (int32_t)number < row->min) {
		return row->words && !slice_empty(word_meant(reader, row, node))
			   ? refuse_word(reader, row, node)
			   : refuse_number(reader, row, node);
	}
	*value = (int32_t)number;
	return true;
}

static bool read_yes_no(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, int *value)
{
	struct diagnostics unheard;
	enum yaml_answer answer;

	diagnostics_init(&unheard);
	answer =
	    yaml_yes_or_no(node, reader->file, reader->history ? &unheard : reader->diagnostics);
	diagnostics_release(&unheard);
	if (answer == ANSWER_NEITHER)
		return refuse(reader, DIAG_YES_NO_BAD, row, node);
	*value = answer == ANSWER_YES ? YES_NO_YES : YES_NO_NO;
	return true;
}

static bool read_date(const struct key_reader *reader, const struct key *row, enum value_type type,
    const struct yaml_node *node, struct date *value)
{
	struct date date;

	if (!date_parse(node->text, &date))
		return refuse(reader, DIAG_DATE_BAD, row, node);
	if (type == VALUE_DATE && !date_full(date))
		return refuse(reader, DIAG_DATE_NOT_FULL, row, node);
	*value = date;
	return true;
}

static bool read_time(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, struct clock *value)
{
	struct slice hours, minutes;
	uint32_t hour, minute;

	if (!slice_cut(node->text, ':', &hours, &minutes) || minutes.len != 2 || hours.len > 2 ||
	    !slice_to_uint(hours, 23, &hour) || !slice_to_uint(minutes, 59, &minute))
		return refuse(reader, DIAG_TIME_BAD, row, node);
	*value = (struct clock){ true, (int8_t)hour, (int8_t)minute };
	return true;
}

static bool read_decimal(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, struct decimal *value)
{
	struct slice whole, fraction;
	bool pointed = slice_cut(node->text, '.', &whole, &fraction);
	uint32_t units, decimals = 0;

	if (!slice_to_uint(whole, 999999999, &units) || fraction.len > 3 ||
	    (pointed && !slice_to_uint(fraction, 999, &decimals)))
		return refuse(reader, DIAG_DECIMAL_BAD, row, node);
	for (size_t i = fraction.len; i < 3; i++)
		decimals *= 10;
	*value = (struct decimal){ (int64_t)units * 1000 + decimals, node->text };
	return true;
}

static bool act_place_valid(struct slice place)
{
	struct slice year, id;
	uint32_t number;

	return slice_cut(place, '/', &year, &id) && year.len == 4 &&
	       slice_to_uint(year, 2999, &number) && number >= 1000 && id_valid(id);
}

static bool url_valid(struct slice url)
{
	if (!slice_starts(url, "https://") && !slice_starts(url, "http://") &&
	    !slice_starts(url, "mailto:"))
		return false;
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.p[i] <= ' ' || url.p[i] == '"' || url.p[i] == '<' ||
		    url.p[i] == '>' || url.p[i] == '\\')
			return false;
	return url.len > sizeof "https://" && url.len <= 2000;
}

static bool email_valid(struct slice email)
{
	struct slice local, domain;

	if (!slice_cut(email, '@', &local, &domain) || slice_empty(local) ||
	    slice_find_byte(domain, '.') == SLICE_NONE || email.len > 254)
		return false;
	for (size_t i = 0; i < email.len; i++)
		if (!ascii_is_alnum(email.p[i]) && !slice_is(slice_sub(email, i, i + 1), "@") &&
		    slice_find_byte(SLICE("._%+-"), email.p[i]) == SLICE_NONE)
			return false;
	return slice_find_byte(domain, '@') == SLICE_NONE && !slice_starts(domain, ".") &&
	       !slice_ends(domain, ".");
}

static bool read_reference(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, struct reference *reference)
{
	bool is_word = word_named(row->words, node->text) != NULL;

	if (!is_word && row->target == TARGET_ACT && !act_place_valid(node->text))
		return refuse(reader, DIAG_ACT_PLACE_BAD, row, node);
	reference->node = node;
	if (!is_word)
		reference->id = node->text;
	return true;
}

static bool read_tally(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, struct tally *tally)
{
	const struct key count = { .name = row->name, .min = 0, .max = 99999999 };
	int32_t number = -1;
	bool good = true;

	if (node->kind == YAML_SCALAR) {
		good = read_number(reader, &count, node, &number);
		if (number >= 0)
			*tally = (struct tally){ .node = node, .count = number };
		return good;
	}
	tally->node = node;
	for (const struct yaml_node *item = node->first; item; item = item->next)
		good = value_read(reader, row, VALUE_REFERENCE, item,
			   ARENA_PUSH(reader->arena, &tally->organisations)) &&
		       good;
	tally->count = (int32_t)tally->organisations.count;
	return good;
}

static bool read_term(
    const struct key_reader *reader, const struct yaml_node *node, struct term **place)
{
	struct term *term = ARENA_NEW(reader->arena, struct term);
	struct diagnostics unheard;
	bool good;

	if (!reader->history) {
		good =
		    term_parse(node, reader->file, reader->arena, term, reader->diagnostics) == 0;
	} else {
		diagnostics_init(&unheard);
		good = term_parse(node, reader->file, reader->arena, term, &unheard) == 0;
		diagnostics_release(&unheard);
	}
	if (good)
		*place = term;
	return good || reader->history;
}

static bool read_school_year(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, int32_t *value)
{
	int16_t year;

	if (!school_year_parse(node->text, &year))
		return refuse(reader, DIAG_SCHOOL_YEAR_BAD, row, node);
	*value = year;
	return true;
}

/* Text that must pass a test to be what it is called. */
static bool read_tested(const struct key_reader *reader, const struct key *row,
    const struct yaml_node *node, bool (*valid)(struct slice), enum diag_id id, struct slice *value)
{
	if (!valid(node->text))
		return refuse(reader, id, row, node);
	*value = node->text;
	return true;
}

bool value_read(const struct key_reader *reader, const struct key *row, enum value_type type,
    const struct yaml_node *node, void *place)
{
	if (type == VALUE_TERM)
		return read_term(reader, node, place);
	if (type == VALUE_TALLY && node->kind != YAML_MAP)
		return read_tally(reader, row, node, place);
	if (value_is_absent(node)) {
		value_refuse(reader, DIAG_KEY_WITHOUT_VALUE, node, row->name);
		return reader->history;
	}
	if (node->kind != YAML_SCALAR) {
		value_refuse(reader, DIAG_VALUE_NOT_SINGLE, node, row->name);
		return reader->history;
	}
	switch (type) {
	case VALUE_LINE:
	case VALUE_TEXT: return read_text(reader, row, type, node, place);
	case VALUE_MARKDOWN: return read_markdown(reader, row, node, place);
	case VALUE_ID: return read_tested(reader, row, node, id_valid, DIAG_ID_BAD, place);
	case VALUE_ACT_PLACE:
		return read_tested(reader, row, node, act_place_valid, DIAG_ACT_PLACE_BAD, place);
	case VALUE_URL: return read_tested(reader, row, node, url_valid, DIAG_URL_BAD, place);
	case VALUE_EMAIL: return read_tested(reader, row, node, email_valid, DIAG_EMAIL_BAD, place);
	case VALUE_REFERENCE: return read_reference(reader, row, node, place);
	case VALUE_NUMBER: return read_number(reader, row, node, place);
	case VALUE_DECIMAL: return read_decimal(reader, row, node, place);
	case VALUE_WORD: return read_word(reader, row, node, place);
	case VALUE_YES_NO: return read_yes_no(reader, row, node, place);
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: return read_date(reader, row, type, node, place);
	case VALUE_TIME: return read_time(reader, row, node, place);
	case VALUE_MOMENT:
		return moment_parse(node->text, place) ||
		       refuse(reader, DIAG_MOMENT_BAD, row, node);
	case VALUE_SCHOOL_YEAR: return read_school_year(reader, row, node, place);
	default: return false; /* lists and objects are read by model/keys.c */
	}
}
