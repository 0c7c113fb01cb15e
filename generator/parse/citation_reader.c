#include "parse/citation_reader.h"

#include <string.h>

char reader_peek(const struct reader *reader, size_t ahead)
{
	size_t at = reader->at + ahead;

	return at < reader->text.len ? reader->text.p[at] : '\0';
}

/*
 * Beyond ASCII all counts as letters but what begins with C2 (signs, quotation marks, the no-break space; ª, µ and º are
 * letters) and E2 (dashes, quotation marks, the ellipsis, currencies): enough for texts in Italian.
 */
static bool is_word_at(struct slice text, size_t at)
{
	unsigned char c = at < text.len ? (unsigned char)text.p[at] : 0;
	unsigned char next = at + 1 < text.len ? (unsigned char)text.p[at + 1] : 0;

	if (c == 0xC2)
		return next == 0xAA || next == 0xB5 || next == 0xBA;
	return ascii_is_alnum((char)c) || (c >= 0x80 && c != 0xE2);
}

bool reader_at_word(const struct reader *reader)
{
	return is_word_at(reader->text, reader->at);
}

bool reader_behind_word(const struct reader *reader)
{
	size_t at = reader->at;

	if (at == 0)
		return false;
	do
		at--;
	while (at > 0 && ((unsigned char)reader->text.p[at] & 0xC0) == 0x80);
	return is_word_at(reader->text, at);
}

static bool at_nbsp(const struct reader *reader)
{
	return reader_peek(reader, 0) == '\xC2' && reader_peek(reader, 1) == '\xA0';
}

bool reader_skip_blanks(struct reader *reader)
{
	size_t start = reader->at;

	for (;;) {
		if (ascii_is_space(reader_peek(reader, 0)))
			reader->at++;
		else if (at_nbsp(reader))
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
	if (ascii_is_alnum(words[strlen(words) - 1]) && reader_at_word(&ahead))
		return false;
	*reader = ahead;
	return true;
}

bool reader_letters(struct reader *reader, struct slice letters)
{
	struct reader ahead = *reader;
	bool apart = false; /* the abbreviation has a stop or a blank here */

	for (size_t i = 0; i < letters.len; i++) {
		if (letters.p[i] == '.' || letters.p[i] == ' ') {
			apart = true;
			continue;
		}
		if (ahead.at > reader->at && (reader_skip_byte(&ahead, '.') || apart))
			reader_skip_blanks(&ahead);
		if (ascii_lower(reader_peek(&ahead, 0)) != ascii_lower(letters.p[i]))
			return false;
		ahead.at++;
		apart = false;
	}
	if (!reader_skip_byte(&ahead, '.') && reader_at_word(&ahead) &&
	    !ascii_is_digit(reader_peek(&ahead, 0)))
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

/* Four digits, or two: 46 to 99 are of the Republic's first years, 00 to 45 of this century. */
bool reader_year(struct reader *reader, uint16_t *year)
{
	struct reader ahead = *reader;
	uint32_t value;
	size_t digits;

	if (!reader_digits(&ahead, 4, &value, &digits) || reader_at_word(&ahead))
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

bool reader_month(struct reader *reader, int8_t *month)
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
		if (!reader_skip_blanks(&ahead) || !reader_month(&ahead, &read.month) ||
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
