#include "parse/citation.h"

#include <string.h>

/* Reading of a citation: a place that moves on only when something was read. */
struct reader {
	struct slice text;
	size_t at;
};

#define TUEL "TUEL"
#define MAX_LIST 8 /* numbers that share a year, "n. 1, 2 e 3/2005" */

static char peek(const struct reader *reader, size_t ahead)
{
	size_t at = reader->at + ahead;

	return at < reader->text.len ? reader->text.p[at] : '\0';
}

/* Letters beyond ASCII count as part of a word. */
static bool is_word_byte(char c)
{
	return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

static bool is_nbsp(const struct reader *reader)
{
	return peek(reader, 0) == '\xC2' && peek(reader, 1) == '\xA0';
}

static bool skip_blanks(struct reader *reader)
{
	size_t start = reader->at;

	for (;;) {
		if (ascii_is_space(peek(reader, 0)))
			reader->at++;
		else if (is_nbsp(reader))
			reader->at += 2;
		else
			return reader->at > start;
	}
}

static bool skip_byte(struct reader *reader, char byte)
{
	if (peek(reader, 0) != byte)
		return false;
	reader->at++;
	return true;
}

/* Words in lower case, one blank of theirs for any blanks of the text; the last one ends there. */
static bool read_words(struct reader *reader, const char *words)
{
	struct reader ahead = *reader;

	for (const char *p = words; *p; p++) {
		if (*p == ' ' ? !skip_blanks(&ahead) : ascii_lower(peek(&ahead, 0)) != *p)
			return false;
		ahead.at += *p != ' ';
	}
	if (ascii_is_alnum(words[strlen(words) - 1]) && is_word_byte(peek(&ahead, 0)) &&
	    !is_nbsp(&ahead))
		return false;
	*reader = ahead;
	return true;
}

/* The letters of an abbreviation, each with or without a full stop and, behind one, a blank: "D.G.R.", "D. Lgs.", "DGR". */
static bool read_letters(struct reader *reader, struct slice letters)
{
	struct reader ahead = *reader;

	for (size_t i = 0; i < letters.len; i++) {
		if (i > 0 && skip_byte(&ahead, '.'))
			skip_blanks(&ahead);
		if (ascii_lower(peek(&ahead, 0)) != ascii_lower(letters.p[i]))
			return false;
		ahead.at++;
	}
	if (!skip_byte(&ahead, '.') && is_word_byte(peek(&ahead, 0)) && !is_nbsp(&ahead) &&
	    !ascii_is_digit(peek(&ahead, 0)))
		return false;
	*reader = ahead;
	return true;
}

static bool read_digits(struct reader *reader, size_t max, uint32_t *value, size_t *count)
{
	size_t length = 0;

	*value = 0;
	while (ascii_is_digit(peek(reader, length))) {
		if (length == max)
			return false;
		*value = *value * 10 + (uint32_t)(peek(reader, length) - '0');
		length++;
	}
	reader->at += length;
	*count = length;
	return length > 0;
}

/* "bis", "-ter" behind a number. */
static struct slice read_suffix(struct reader *reader)
{
	static const char *const suffixes[] = { "bis", "ter", "quater", "quinquies", "sexies",
		"septies", "octies", "novies", "decies" };
	struct reader ahead = *reader;

	if (!skip_byte(&ahead, '-'))
		skip_blanks(&ahead);
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		size_t start = ahead.at;

		if (read_words(&ahead, suffixes[i])) {
			*reader = ahead;
			return slice_sub(ahead.text, start, ahead.at);
		}
	}
	return SLICE("");
}

/* A number of an act, 1 to 99999 (design 4.1). */
static bool read_number(struct reader *reader, struct citation *citation)
{
	struct reader ahead = *reader;
	size_t digits;

	if (!read_digits(&ahead, 5, &citation->number, &digits) || citation->number == 0)
		return false;
	citation->suffix = read_suffix(&ahead);
	if (is_word_byte(peek(&ahead, 0)) && !is_nbsp(&ahead))
		return false;
	*reader = ahead;
	return true;
}

/* "n.", "n°", "nr.", "nn.", "numero"; none is needed. */
static bool skip_number_sign(struct reader *reader)
{
	static const char *const signs[] = { "n.", "n\xC2\xB0", "n\xC2\xBA", "nn.", "nr.", "nr",
		"num.", "numero", "numeri", "n" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (read_words(reader, signs[i])) {
			skip_blanks(reader);
			return true;
		}
	return false;
}

static bool number_goes_on(const struct reader *reader)
{
	return is_word_byte(peek(reader, 0)) && !is_nbsp(reader);
}

/* Four digits, or two: 46 to 99 are of the Republic's first years, 00 to 45 of this century. */
static bool read_year(struct reader *reader, uint16_t *year)
{
	struct reader ahead = *reader;
	uint32_t value;
	size_t digits;

	if (!read_digits(&ahead, 4, &value, &digits) || number_goes_on(&ahead))
		return false;
	if ((peek(&ahead, 0) == '/' || peek(&ahead, 0) == '-') && ascii_is_digit(peek(&ahead, 1)))
		return false;
	if (digits == 2)
		value += value < 46 ? 2000 : 1900;
	else if (digits != 4 || value < 1861 || value > 2999)
		return false;
	*year = (uint16_t)value;
	*reader = ahead;
	return true;
}

static bool read_month(struct reader *reader, int8_t *month)
{
	static const char *const names[] = { "gennaio", "febbraio", "marzo", "aprile", "maggio",
		"giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" };

	for (int i = 0; i < 12; i++)
		if (read_words(reader, names[i])) {
			*month = (int8_t)(i + 1);
			return true;
		}
	return false;
}

/* "13/5/2024", "13.05.2024", "13-5-2024", "13 maggio 2024", "1° agosto 1990"; the day exists. */
static bool read_date(struct reader *reader, struct date *date)
{
	struct reader ahead = *reader;
	struct date read = { 0 };
	uint32_t day, month;
	uint16_t year;
	size_t digits;
	char separator;

	if (!read_digits(&ahead, 2, &day, &digits))
		return false;
	separator = peek(&ahead, 0);
	if (separator == '/' || separator == '.' || separator == '-') {
		ahead.at++;
		if (!read_digits(&ahead, 2, &month, &digits) || !skip_byte(&ahead, separator))
			return false;
		read.month = (int8_t)month;
	} else {
		if (!read_words(&ahead, "\xC2\xB0") && !read_words(&ahead, "\xC2\xBA"))
			read_words(&ahead, "^");
		if (!skip_blanks(&ahead) || !read_month(&ahead, &read.month) ||
		    !skip_blanks(&ahead))
			return false;
	}
	if (!read_year(&ahead, &year) || read.month < 1 || read.month > 12 || day < 1 ||
	    (int)day > date_days_in_month(year, read.month))
		return false;
	read.year = (int16_t)year;
	read.day = (int8_t)day;
	*date = read;
	*reader = ahead;
	return true;
}

static void set_date(struct citation *citation, struct date date)
{
	citation->date = date;
	citation->year = (uint16_t)date.year;
}

static void set_year(struct citation *citation, uint16_t year)
{
	citation->year = year;
	citation->date = (struct date){ .year = (int16_t)year };
}

/* "del", "dell'", "in data", "," and blanks around them: what may stand before a date. */
static void skip_of(struct reader *reader)
{
	static const char *const words[] = { "del", "dell'", "dell\xE2\x80\x99", "in data", "dd." };

	skip_blanks(reader);
	skip_byte(reader, ',');
	skip_blanks(reader);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (read_words(reader, words[i]))
			break;
	skip_blanks(reader);
	if (read_words(reader, "anno"))
		skip_blanks(reader);
}

/* " del 13/5/2024" behind "584/2024": taken where the years agree. */
static void read_date_behind(struct reader *reader, struct citation *citation)
{
	struct reader ahead = *reader;
	struct date date;

	skip_of(&ahead);
	if (read_date(&ahead, &date) && date.year == citation->year) {
		set_date(citation, date);
		*reader = ahead;
	}
}

/* "/2024", " del 2024", " del 13/5/2024". */
static bool read_year_behind(struct reader *reader, struct citation *citation)
{
	struct reader ahead = *reader;
	struct date date;
	uint16_t year;

	if (skip_byte(&ahead, '/')) {
		if (!read_year(&ahead, &year))
			return false;
		set_year(citation, year);
		read_date_behind(&ahead, citation);
	} else {
		size_t before;

		skip_of(&ahead);
		before = ahead.at;
		if (read_date(&ahead, &date))
			set_date(citation, date);
		else if (before > reader->at && before >= 4 + reader->at &&
			 read_year(&ahead, &year))
			set_year(citation, year);
		else
			return false;
	}
	*reader = ahead;
	return true;
}

/* "7 agosto 1990, n. 241", "del 13/5/2024 n. 584": the number's sign is needed here. */
static bool read_date_first(struct reader *reader, struct citation *citation)
{
	struct reader ahead = *reader;
	struct date date;

	skip_of(&ahead);
	if (!read_date(&ahead, &date))
		return false;
	skip_blanks(&ahead);
	skip_byte(&ahead, ',');
	skip_blanks(&ahead);
	if (!skip_number_sign(&ahead) || !read_number(&ahead, citation))
		return false;
	set_date(citation, date);
	*reader = ahead;
	return true;
}

/* "e", "ed" or ",", between the numbers of a list. */
static bool skip_and(struct reader *reader)
{
	struct reader ahead = *reader;
	bool comma;

	skip_blanks(&ahead);
	comma = skip_byte(&ahead, ',');
	skip_blanks(&ahead);
	if (!read_words(&ahead, "e") && !read_words(&ahead, "ed") && !comma)
		return false;
	skip_blanks(&ahead);
	*reader = ahead;
	return true;
}

/* One citation, or several with one year: "1 e 2/2005". Returns how many; each has its own span. */
static size_t read_numbers(struct reader *reader, struct citation *list)
{
	struct reader ahead = *reader;
	size_t count = 0;

	do {
		if (count == MAX_LIST)
			return 0;
		if (count > 0)
			list[count] = list[0];
		list[count].start = ahead.at;
		skip_number_sign(&ahead);
		if (!read_number(&ahead, &list[count]))
			return 0;
		list[count].end = ahead.at;
		count++;
		if (read_year_behind(&ahead, &list[count - 1])) {
			list[count - 1].end = ahead.at;
			*reader = ahead;
			for (size_t i = 0; i + 1 < count; i++)
				set_year(&list[i], list[count - 1].year);
			return count;
		}
	} while (skip_and(&ahead));
	return 0;
}

struct type_name {
	const char *name;
	enum citation_kind kind;
	bool letters; /* an abbreviation, with or without full stops */
};

/* Longer names first where one begins like another. */
static const struct type_name types[] = {
	{ "dgrt", CITATION_DGR, true },
	{ "dgr", CITATION_DGR, true },
	{ "delibera di giunta regionale", CITATION_DGR, false },
	{ "delibera della giunta regionale", CITATION_DGR, false },
	{ "deliberazione di giunta regionale", CITATION_DGR, false },
	{ "deliberazione della giunta regionale", CITATION_DGR, false },
	{ "lr", CITATION_LR, true },
	{ "legge regionale", CITATION_LR, false },
	{ "legge", CITATION_LEGGE, false },
	{ "l.", CITATION_LEGGE, false },
	{ "dlgs", CITATION_DLGS, true },
	{ "decreto legislativo", CITATION_DLGS, false },
	{ "dpr", CITATION_DPR, true },
	{ "decreto del presidente della repubblica", CITATION_DPR, false },
	{ "dl", CITATION_DL, true },
	{ "decreto-legge", CITATION_DL, false },
	{ "decreto legge", CITATION_DL, false },
	{ "deliberazione", CITATION_DELIBERA, false },
	{ "deliberazioni", CITATION_DELIBERA, false },
	{ "delibera", CITATION_DELIBERA, false },
	{ "delibere", CITATION_DELIBERA, false },
};

/*
 * Whose a "deliberazione" is: the Conferenza's, or not said. Behind any other body ("della Giunta comunale") no number is
 * found, so that another's act is not taken for ours.
 */
static void skip_conferenza(struct reader *reader)
{
	static const char *const words[] = { "zonale", "per l'istruzione",
		"per l\xE2\x80\x99istruzione" };
	struct reader ahead = *reader;

	skip_blanks(&ahead);
	if (!read_words(&ahead, "della conferenza"))
		return;
	*reader = ahead;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		ahead = *reader;
		skip_blanks(&ahead);
		if (read_words(&ahead, words[i]))
			*reader = ahead;
	}
}

static bool read_type(
    struct reader *reader, const struct slice *sigle, size_t sigle_count, struct citation *citation)
{
	for (size_t i = 0; i < sigle_count; i++)
		if (sigle[i].len > 0 && read_letters(reader, sigle[i])) {
			citation->kind = CITATION_OWN;
			citation->sigla = sigle[i];
			return true;
		}
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		if (types[i].letters ? !read_letters(reader, slice_from(types[i].name))
				     : !read_words(reader, types[i].name))
			continue;
		citation->kind = types[i].kind;
		if (citation->kind == CITATION_DELIBERA)
			skip_conferenza(reader);
		return true;
	}
	return false;
}

/* "Toscana", "della Toscana", "della Regione Toscana" behind a regional law. */
static void skip_region(struct reader *reader)
{
	struct reader ahead = *reader;

	skip_blanks(&ahead);
	if (read_words(&ahead, "della"))
		skip_blanks(&ahead);
	if (read_words(&ahead, "regione"))
		skip_blanks(&ahead);
	if (read_words(&ahead, "toscana"))
		*reader = ahead;
}

/* The code of local bodies has one name and one number. */
static bool read_tuel(struct reader *reader, struct citation *citation)
{
	if (!read_letters(reader, SLICE(TUEL)))
		return false;
	citation->kind = CITATION_DLGS;
	citation->sigla = SLICE(TUEL);
	citation->number = 267;
	set_date(citation, (struct date){ 2000, 8, 18 });
	citation->end = reader->at;
	return true;
}

/* The citations that begin with a type's name here; all but the first begin with their own number. */
static size_t read_citations(
    struct reader *reader, const struct slice *sigle, size_t sigle_count, struct citation *list)
{
	struct reader ahead = *reader;
	size_t count = 1, start = reader->at;

	list[0] = (struct citation){ .start = start };
	if (read_tuel(&ahead, &list[0])) {
		*reader = ahead;
		return 1;
	}
	if (!read_type(&ahead, sigle, sigle_count, &list[0]))
		return 0;
	if (list[0].kind == CITATION_LR || list[0].kind == CITATION_DGR)
		skip_region(&ahead);
	skip_blanks(&ahead);
	if (read_date_first(&ahead, &list[0]))
		list[0].end = ahead.at;
	else
		count = read_numbers(&ahead, list);
	list[0].start = start;
	if (count > 0)
		*reader = ahead;
	return count;
}

/* "art. 6-ter": the number with its suffix. */
static bool read_article(struct reader *reader, struct slice *article)
{
	struct reader ahead = *reader;
	size_t start, digits;
	uint32_t number;

	if (!read_words(&ahead, "art.") && !read_words(&ahead, "articolo") &&
	    !read_words(&ahead, "art"))
		return false;
	skip_blanks(&ahead);
	start = ahead.at;
	if (!read_digits(&ahead, 4, &number, &digits))
		return false;
	read_suffix(&ahead);
	*article = slice_sub(ahead.text, start, ahead.at);
	*reader = ahead;
	return true;
}

/* ", comma 3-bis", ", c. 2", ", lett. b)" and "del", "della", "dello", "dell'" up to the act's name. */
static void skip_to_act(struct reader *reader)
{
	static const char *const parts[] = { "comma", "commi", "co.", "c.", "lettera", "lett.",
		"primo comma", "secondo comma" };
	static const char *const of[] = { "della", "dello", "del", "dell'", "dell\xE2\x80\x99" };
	uint32_t number;
	size_t digits;

	for (;;) {
		struct reader ahead = *reader;
		bool part = false;

		skip_blanks(&ahead);
		skip_byte(&ahead, ',');
		skip_blanks(&ahead);
		for (size_t i = 0; i < sizeof parts / sizeof *parts && !part; i++)
			part = read_words(&ahead, parts[i]);
		if (!part)
			break;
		skip_blanks(&ahead);
		if (read_digits(&ahead, 3, &number, &digits))
			read_suffix(&ahead);
		else if (ascii_is_alpha(peek(&ahead, 0)) && peek(&ahead, 1) == ')')
			ahead.at += 2;
		*reader = ahead;
	}
	skip_blanks(reader);
	skip_byte(reader, ',');
	skip_blanks(reader);
	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		if (read_words(reader, of[i]))
			break;
	skip_blanks(reader);
}

/* "art. 32 della L. 69/2009": the article belongs to the first act named behind it. */
static size_t read_with_article(
    struct reader *reader, const struct slice *sigle, size_t sigle_count, struct citation *list)
{
	struct reader ahead = *reader;
	struct slice article = SLICE("");
	size_t count;

	if (read_article(&ahead, &article))
		skip_to_act(&ahead);
	count = read_citations(&ahead, sigle, sigle_count, list);
	if (count == 0)
		return 0;
	list[0].start = reader->at;
	list[0].article = article;
	*reader = ahead;
	return count;
}

/* ", art. 32" behind the act, unless that article is of the next act. */
static void read_article_behind(
    struct reader *reader, const struct slice *sigle, size_t sigle_count, struct citation *citation)
{
	struct citation other[MAX_LIST];
	struct reader ahead = *reader, next;

	skip_blanks(&ahead);
	skip_byte(&ahead, ',');
	skip_blanks(&ahead);
	next = ahead;
	if (citation->article.len > 0 || read_with_article(&next, sigle, sigle_count, other) > 0 ||
	    !read_article(&ahead, &citation->article))
		return;
	citation->end = ahead.at;
	*reader = ahead;
}

/* "e n. 584/2024", "e 2/2005" behind a whole citation: another of the same type. */
static size_t read_more(struct reader *reader, const struct citation *like, struct citation *list)
{
	struct reader ahead = *reader;
	size_t count;

	if (!skip_and(&ahead))
		return 0;
	list[0] = *like;
	list[0].article = SLICE("");
	count = read_numbers(&ahead, list);
	if (count > 0)
		*reader = ahead;
	return count;
}

/* No number stands in the text, for another to follow. */
static bool by_name(const struct citation *citation)
{
	return slice_is(citation->sigla, TUEL);
}

static bool word_begins(const struct reader *reader)
{
	return is_word_byte(peek(reader, 0)) &&
	       (reader->at == 0 || !is_word_byte(reader->text.p[reader->at - 1]) ||
		   (reader->at >= 2 && reader->text.p[reader->at - 1] == '\xA0'));
}

/*
 * Most words begin no citation, and that must cost next to nothing: a type's name begins with one of few letters, and
 * its number is not far.
 */
struct beginnings {
	bool letter[256]; /* in either case */
	size_t
	    digit; /* the next one in the text, at or behind the reader; the text's length without one */
};

#define NUMBER_WITHIN 200

static void note_letter(struct beginnings *beginnings, char letter)
{
	beginnings->letter[(unsigned char)ascii_lower(letter)] = true;
	if (ascii_is_alpha(letter))
		beginnings->letter[(unsigned char)(ascii_lower(letter) - 'a' + 'A')] = true;
}

static void note_beginnings(
    struct beginnings *beginnings, const struct slice *sigle, size_t sigle_count)
{
	note_letter(beginnings, 'a'); /* art. */
	note_letter(beginnings, 't'); /* TUEL, which has no number */
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		note_letter(beginnings, types[i].name[0]);
	for (size_t i = 0; i < sigle_count; i++)
		if (sigle[i].len > 0)
			note_letter(beginnings, sigle[i].p[0]);
}

static bool may_begin(struct beginnings *beginnings, const struct reader *reader)
{
	char first = peek(reader, 0);

	if (!beginnings->letter[(unsigned char)first] || !word_begins(reader))
		return false;
	if (ascii_lower(first) == 't')
		return true;
	if (beginnings->digit < reader->at)
		beginnings->digit = reader->at;
	while (beginnings->digit < reader->text.len &&
	       !ascii_is_digit(reader->text.p[beginnings->digit]))
		beginnings->digit++;
	return beginnings->digit < reader->text.len &&
	       beginnings->digit - reader->at < NUMBER_WITHIN;
}

void citations_find(struct slice text, const struct slice *sigle, size_t sigle_count,
    struct arena *arena, struct citations *out)
{
	struct reader reader = { .text = text };
	struct beginnings beginnings = { 0 };

	*out = (struct citations){ 0 };
	note_beginnings(&beginnings, sigle, sigle_count);
	while (reader.at < text.len) {
		struct citation list[MAX_LIST];
		size_t count = 0;

		if (may_begin(&beginnings, &reader))
			count = read_with_article(&reader, sigle, sigle_count, list);
		if (count == 0)
			reader.at++;
		if (count == 1)
			read_article_behind(&reader, sigle, sigle_count, &list[0]);
		while (count > 0) {
			struct citation like = list[0];

			for (size_t i = 0; i < count; i++)
				*ARENA_PUSH(arena, &out->list) = list[i];
			count = by_name(&like) ? 0 : read_more(&reader, &like, list);
		}
	}
}

struct slice citation_normattiva(const struct citation *citation, struct arena *arena)
{
	static const char *const names[] = {
		[CITATION_LEGGE] = "legge",
		[CITATION_DLGS] = "decreto.legislativo",
		[CITATION_DL] = "decreto.legge",
		[CITATION_DPR] = "decreto.del.presidente.della.repubblica",
	};
	struct slice day, article = citation->article, rest;

	if (citation->kind < CITATION_LEGGE || citation->suffix.len > 0)
		return SLICE("");
	day = date_iso(citation->date, arena);
	slice_cut(article, '-', &article, &rest);
	return arena_printf(arena,
	    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:%s:%.*s;%u%s%.*s%.*s",
	    names[citation->kind], SLICE_ARGS(day), citation->number, article.len > 0 ? "~art" : "",
	    SLICE_ARGS(article), SLICE_ARGS(rest));
}
