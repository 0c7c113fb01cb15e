/*
 * Reading of words, numbers and dates as citations have them. Each function reads what it is named for and moves on, or
 * returns false and stays. Blanks are any that a line may have, its end and the no-break space among them.
 */
#ifndef ZONALE_PARSE_CITATION_READER_H
#define ZONALE_PARSE_CITATION_READER_H

#include "base/date.h"

struct reader {
	struct slice text;
	size_t at;
};

/* The byte so far ahead; NUL past the end. */
char reader_peek(const struct reader *reader, size_t ahead);

/* Does a word begin or go on here; does one end here, or go on? */
bool reader_at_word(const struct reader *reader);
bool reader_behind_word(const struct reader *reader);

bool reader_skip_blanks(struct reader *reader);
bool reader_skip_byte(struct reader *reader, char byte);

/* Words given in lower case, one blank for any blanks of the text, in any case; the last word ends there. */
bool reader_words(struct reader *reader, const char *words);

/*
 * An abbreviation's letters, each with or without a full stop and, behind one, a blank: "D.G.R.", "D. Lgs.", "DGR".
 * Stops and blanks of its own ("D.C. Sociale") may be left out.
 */
bool reader_letters(struct reader *reader, struct slice letters);

/* At most `max` digits; false also where there are more. */
bool reader_digits(struct reader *reader, size_t max, uint32_t *value, size_t *count);

/* "bis", "-ter" behind a number, as written without its hyphen; empty for none. */
struct slice reader_suffix(struct reader *reader);

/* "n.", "n°", "nr.", "nn.", "numero", with the blanks behind it. */
bool reader_skip_number_sign(struct reader *reader);

/* Four digits from 1861, or two: 46 to 99 are the Republic's first years, 00 to 45 this century's. */
bool reader_year(struct reader *reader, uint16_t *year);

/* "gennaio" */
bool reader_month(struct reader *reader, int8_t *month);

/* "13/5/2024", "13.05.2024", "13-5-2024", "13 maggio 2024", "1° agosto 1990"; a day that exists. */
bool reader_date(struct reader *reader, struct date *date);

#endif
