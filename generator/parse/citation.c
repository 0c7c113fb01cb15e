#include "parse/citation.h"

#include "parse/citation_reader.h"

#define TUEL "TUEL"
#define MAX_LIST 8 /* numbers that share a year, "n. 1, 2 e 3/2005" */

/* A number of an act, 1 to 99999 (design 4.1). */
static bool read_number(struct reader *reader, struct citation *citation)
{
	struct reader ahead = *reader;
	size_t digits;

	if (!reader_digits(&ahead, 5, &citation->number, &digits) || citation->number == 0)
		return false;
	citation->suffix = reader_suffix(&ahead);
	if (reader_at_word(&ahead))
		return false;
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

	reader_skip_blanks(reader);
	reader_skip_byte(reader, ',');
	reader_skip_blanks(reader);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (reader_words(reader, words[i]))
			break;
	reader_skip_blanks(reader);
	if (reader_words(reader, "anno"))
		reader_skip_blanks(reader);
}

/* " del 13/5/2024" behind "584/2024": taken where the years agree. */
static void read_date_behind(struct reader *reader, struct citation *citation)
{
	struct reader ahead = *reader;
	struct date date;

	skip_of(&ahead);
	if (reader_date(&ahead, &date) && date.year == citation->year) {
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

	if (reader_skip_byte(&ahead, '/')) {
		if (!reader_year(&ahead, &year))
			return false;
		set_year(citation, year);
		read_date_behind(&ahead, citation);
	} else {
		size_t before;

		skip_of(&ahead);
		before = ahead.at;
		if (reader_date(&ahead, &date))
			set_date(citation, date);
		else if (before > reader->at && before >= 4 + reader->at &&
			 reader_year(&ahead, &year))
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
	if (!reader_date(&ahead, &date))
		return false;
	reader_skip_blanks(&ahead);
	reader_skip_byte(&ahead, ',');
	reader_skip_blanks(&ahead);
	if (!reader_skip_number_sign(&ahead) || !read_number(&ahead, citation))
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

	reader_skip_blanks(&ahead);
	comma = reader_skip_byte(&ahead, ',');
	reader_skip_blanks(&ahead);
	if (!reader_words(&ahead, "e") && !reader_words(&ahead, "ed") && !comma)
		return false;
	reader_skip_blanks(&ahead);
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
		reader_skip_number_sign(&ahead);
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

	reader_skip_blanks(&ahead);
	if (!reader_words(&ahead, "della conferenza"))
		return;
	*reader = ahead;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		ahead = *reader;
		reader_skip_blanks(&ahead);
		if (reader_words(&ahead, words[i]))
			*reader = ahead;
	}
}

static bool read_type(
    struct reader *reader, const struct slice *sigle, size_t sigle_count, struct citation *citation)
{
	for (size_t i = 0; i < sigle_count; i++)
		if (sigle[i].len > 0 && reader_letters(reader, sigle[i])) {
			citation->kind = CITATION_OWN;
			citation->sigla = sigle[i];
			return true;
		}
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		if (types[i].letters ? !reader_letters(reader, slice_from(types[i].name))
				     : !reader_words(reader, types[i].name))
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

	reader_skip_blanks(&ahead);
	if (reader_words(&ahead, "della"))
		reader_skip_blanks(&ahead);
	if (reader_words(&ahead, "regione"))
		reader_skip_blanks(&ahead);
	if (reader_words(&ahead, "toscana"))
		*reader = ahead;
}

/* The code of local bodies has one name and one number. */
static bool read_tuel(struct reader *reader, struct citation *citation)
{
	if (!reader_letters(reader, SLICE(TUEL)))
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
	reader_skip_blanks(&ahead);
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

	if (!reader_words(&ahead, "art.") && !reader_words(&ahead, "articolo") &&
	    !reader_words(&ahead, "art"))
		return false;
	reader_skip_blanks(&ahead);
	start = ahead.at;
	if (!reader_digits(&ahead, 4, &number, &digits))
		return false;
	reader_suffix(&ahead);
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

		reader_skip_blanks(&ahead);
		reader_skip_byte(&ahead, ',');
		reader_skip_blanks(&ahead);
		for (size_t i = 0; i < sizeof parts / sizeof *parts && !part; i++)
			part = reader_words(&ahead, parts[i]);
		if (!part)
			break;
		reader_skip_blanks(&ahead);
		if (reader_digits(&ahead, 3, &number, &digits))
			reader_suffix(&ahead);
		else if (ascii_is_alpha(reader_peek(&ahead, 0)) && reader_peek(&ahead, 1) == ')')
			ahead.at += 2;
		*reader = ahead;
	}
	reader_skip_blanks(reader);
	reader_skip_byte(reader, ',');
	reader_skip_blanks(reader);
	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		if (reader_words(reader, of[i]))
			break;
	reader_skip_blanks(reader);
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

	reader_skip_blanks(&ahead);
	reader_skip_byte(&ahead, ',');
	reader_skip_blanks(&ahead);
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
	return reader_at_word(reader) && !reader_behind_word(reader);
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
	char first = reader_peek(reader, 0);

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
