#include "parse/citation_reader.h"

#include <string.h>

char reader_peek(const struct reader *reader, size_t ahead)
{
	size_t at = reader->at + ahead;

	return at < reader->text.len ? reader->text.p[at] : '\0';
}

/* Letters beyond ASCII count as part of a word. */
bool reader_is_word_byte(char c)
{
	return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

bool reader_at_nbsp(const struct reader *reader)
{
	return reader_peek(reader, 0) == '\xC2' && reader_peek(reader, 1) == '\xA0';
}

bool reader_skip_blanks(struct reader *reader)
{
	size_t start = reader->at;

	for (;;) {
		if (ascii_is_space(reader_peek(reader, 0)))
			reader->at++;
		else if (reader_at_nbsp(reader))
			reader->at += 2;
		else
			return reader->at > start;
	}
}

bool reader_skip_byte(struct reader *reader, char byte)
{
	if (reader_peek(reader, 0) != byte)
		return false;
	reader->at++;
	return true;
}

/* Words in lower case, one blank of theirs for any blanks of the text; the last one ends there. */
bool reader_words(struct reader *reader, const char *words)
{
	struct reader ahead = *reader;

	for (const char *p = words; *p; p++) {
		if (*p == ' ' ? !reader_skip_blanks(&ahead)
			      : ascii_lower(reader_peek(&ahead, 0)) != *p)
			return false;
		ahead.at += *p != ' ';
	}
	if (ascii_is_alnum(words[strlen(words) - 1]) &&
	    reader_is_word_byte(reader_peek(&ahead, 0)) && !reader_at_nbsp(&ahead))
		return false;
	*reader = ahead;
	return true;
}

/* The letters of an abbreviation, each with or without a full stop and, behind one, a blank: "D.G.R.", "D. Lgs.", "DGR". */
bool reader_letters(struct reader *reader, struct slice letters)
{
	struct reader ahead = *reader;

	for (size_t i = 0; i < letters.len; i++) {
		if (i > 0 && reader_skip_byte(&ahead, '.'))
			reader_skip_blanks(&ahead);
		if (ascii_lower(reader_peek(&ahead, 0)) != ascii_lower(letters.p[i]))
			return false;
		ahead.at++;
	}
	if (!reader_skip_byte(&ahead, '.') && reader_is_word_byte(reader_peek(&ahead, 0)) &&
	    !reader_at_nbsp(&ahead) && !ascii_is_digit(reader_peek(&ahead, 0)))
		return false;
	*reader = ahead;
	return true;
}

bool reader_digits(struct reader *reader, size_t max, uint32_t *value, size_t *count)
{
	size_t length = 0;

	*value = 0;
	while (ascii_is_digit(reader_peek(reader, length))) {
		if (length == max)
			return false;
		*value = *value * 10 + (uint32_t)(reader_peek(reader, length) - '0');
		length++;
	}
	reader->at += length;
	*count = length;
	return length > 0;
}

/* "bis", "-ter" behind a number. */
struct slice reader_suffix(struct reader *reader)
{
	static const char *const suffixes[] = { "bis", "ter", "quater", "quinquies", "sexies",
		"septies", "octies", "novies", "decies" };
	struct reader ahead = *reader;

	if (!reader_skip_byte(&ahead, '-'))
		reader_skip_blanks(&ahead);
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		size_t start = ahead.at;

		if (reader_words(&ahead, suffixes[i])) {
			*reader = ahead;
			return slice_sub(ahead.text, start, ahead.at);
		}
	}
	return SLICE("");
}

/* "n.", "n°", "nr.", "nn.", "numero"; none is needed. */
bool reader_skip_number_sign(struct reader *reader)
{
	static const char *const signs[] = { "n.", "n\xC2\xB0", "n\xC2\xBA", "nn.", "nr.", "nr",
		"num.", "numero", "numeri", "n" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (reader_words(reader, signs[i])) {
			reader_skip_blanks(reader);
			return true;
		}
	return false;
}

static bool number_goes_on(const struct reader *reader)
{
	return reader_is_word_byte(reader_peek(reader, 0)) && !reader_at_nbsp(reader);
}

/* Four digits, or two: 46 to 99 are of the Republic's first years, 00 to 45 of this century. */
bool reader_year(struct reader *reader, uint16_t *year)
{
	struct reader ahead = *reader;
	uint32_t value;
	size_t digits;

	if (!reader_digits(&ahead, 4, &value, &digits) || number_goes_on(&ahead))
		return false;
	if ((reader_peek(&ahead, 0) == '/' || reader_peek(&ahead, 0) == '-') &&
	    ascii_is_digit(reader_peek(&ahead, 1)))
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
		if (reader_words(reader, names[i])) {
			*month = (int8_t)(i + 1);
			return true;
		}
	return false;
}

/* "13/5/2024", "13.05.2024", "13-5-2024", "13 maggio 2024", "1° agosto 1990"; the day exists. */
bool reader_date(struct reader *reader, struct date *date)
{
	struct reader ahead = *reader;
	struct date read = { 0 };
	uint32_t day, month;
	uint16_t year;
	size_t digits;
	char separator;

	if (!reader_digits(&ahead, 2, &day, &digits))
		return false;
	separator = reader_peek(&ahead, 0);
	if (separator == '/' || separator == '.' || separator == '-') {
		ahead.at++;
		if (!reader_digits(&ahead, 2, &month, &digits) ||
		    !reader_skip_byte(&ahead, separator))
			return false;
		read.month = (int8_t)month;
	} else {
		if (!reader_words(&ahead, "\xC2\xB0") && !reader_words(&ahead, "\xC2\xBA"))
			reader_words(&ahead, "^");
		if (!reader_skip_blanks(&ahead) || !read_month(&ahead, &read.month) ||
		    !reader_skip_blanks(&ahead))
			return false;
	}
	if (!reader_year(&ahead, &year) || read.month < 1 || read.month > 12 || day < 1 ||
	    (int)day > date_days_in_month(year, read.month))
		return false;
	read.year = (int16_t)year;
	read.day = (int8_t)day;
	*date = read;
	*reader = ahead;
	return true;
}
