#include "check/personal.h"

#include <string.h>

/*
 * A run is what a number may be written as: groups of digits, each behind one separator. The number is one
 * group or several of a run, since a year or another number may stand beside it.
 */
#define MAX_GROUPS 12

struct group {
	size_t at, end;
	char separator; /* before it; 0 before the first */
};

struct run {
	struct group groups[MAX_GROUPS];
	size_t count;
	bool plus;
};

static bool is_separator(char c)
{
	return c == ' ' || c == '.' || c == '-' || c == '/';
}

/* Reads the run at `at`; returns where it ends. A longer one keeps its first groups. */
static size_t read_run(struct slice text, size_t at, struct run *run)
{
	size_t i = at;
	char separator = 0;

	run->plus = text.p[i] == '+';
	i += run->plus;
	while (i < text.len && ascii_is_digit(text.p[i])) {
		size_t begin = i;

		while (i < text.len && ascii_is_digit(text.p[i]))
			i++;
		if (run->count < MAX_GROUPS)
			run->groups[run->count++] = (struct group){ begin, i, separator };
		separator = ' ';
		if (i + 1 < text.len && text.p[i] == ')' && ascii_is_digit(text.p[i + 1]))
			i++;
		else if (i + 2 < text.len && slice_starts(slice_sub(text, i, i + 2), ") ") &&
			 ascii_is_digit(text.p[i + 2]))
			i += 2;
		else if (i + 1 < text.len && is_separator(text.p[i]) &&
			 ascii_is_digit(text.p[i + 1]))
			separator = text.p[i++];
		else
			break;
	}
	return i;
}

/* Part of a word, an address, a decimal or a code: no telephone number begins or ends there. */
static bool stands_free(struct slice text, size_t at, size_t end)
{
	static const char never_before[] = "_=/\\#&@%?", joined_before[] = ".,-:";

	if (at > 0) {
		char before = text.p[at - 1];

		if (ascii_is_alnum(before) || strchr(never_before, before))
			return false;
		if (at > 1 && strchr(joined_before, before) && ascii_is_digit(text.p[at - 2]))
			return false;
	}
	if (end < text.len) {
		char after = text.p[end];

		if (ascii_is_alnum(after) || strchr("_@%=", after))
			return false;
		if ((after == ',' || after == ':') && end + 1 < text.len &&
		    ascii_is_digit(text.p[end + 1]))
			return false;
	}
	return true;
}

/* Does one of the words begin in the text before the place, on its line and near? */
static bool word_before(struct slice text, size_t at, const char *const *words)
{
	enum { NEAR = 24 };
	char lower[NEAR + 1];
	size_t from = at > NEAR ? at - NEAR : 0, length = 0;

	for (size_t i = from; i < at; i++) {
		if (text.p[i] == '\n')
			length = 0;
		else
			lower[length++] = ascii_lower(text.p[i]);
	}
	lower[length] = '\0';
	for (; *words; words++)
		for (const char *hit = strstr(lower, *words); hit; hit = strstr(hit + 1, *words))
			if (hit == lower || !ascii_is_alnum(hit[-1]))
				return true;
	return false;
}

static bool behind_phone_word(struct slice text, size_t at)
{
	static const char *const words[] = { "tel.", "tel:", "tel ", "telefon", "cell", "fax",
		"mobile", "whatsapp", "chiam", "utenza", NULL };

	return word_before(text, at, words);
}

static bool behind_document_word(struct slice text, size_t at)
{
	static const char *const words[] = { "prot", "cig", "cup", "iban", "p.iva", "p. iva",
		"partita iva", "c.f.", "codice", "rep.", "repertorio", "matricola", "conto", "c/c",
		"istat", "n.", "n\xC2\xB0", "nr", "num.", "numero d", "importo", "euro",
		"\xE2\x82\xAC", "isbn", "mepa", "rdo", NULL };

	return word_before(text, at, words);
}

/* 12/05/2024, 6-11-2024, 02.05.24: three groups that could be day, month and year. */
static bool has_date(const struct group *groups, size_t count)
{
	for (size_t i = 0; i + 2 < count; i++) {
		size_t day = groups[i].end - groups[i].at;
		size_t month = groups[i + 1].end - groups[i + 1].at;
		size_t year = groups[i + 2].end - groups[i + 2].at;

		if (groups[i + 1].separator != ' ' &&
		    groups[i + 1].separator == groups[i + 2].separator && day <= 2 && month <= 2 &&
		    (year == 2 || year == 4))
			return true;
	}
	return false;
}

/* Behind the prefix ("0573/37 12 34") one separator is used throughout. */
static bool separators_agree(const struct group *groups, size_t count)
{
	for (size_t i = 3; i < count; i++)
		if (groups[i].separator != groups[2].separator)
			return false;
	return true;
}

/* The digits of the groups in a row, at most 16; returns how many there are in all. */
static size_t join(
    struct slice text, const struct group *groups, size_t count, char digits[static 17])
{
	size_t length = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t k = groups[i].at; k < groups[i].end; k++, length++)
			if (length < 16)
				digits[length] = text.p[k];
	digits[length < 16 ? length : 16] = '\0';
	return length;
}

static bool is_mobile(const char *digits, size_t length, size_t first_group, bool whole)
{
	return length == 10 && digits[0] == '3' && digits[1] >= '2' && (whole || first_group == 3);
}

/* Area codes: 02 and 06, else three or four digits; the whole is six to eleven digits long. */
static bool is_landline(
    const char *digits, size_t length, size_t first_group, size_t groups, bool told)
{
	bool two = digits[0] == '0' && (digits[1] == '2' || digits[1] == '6');

	if (digits[0] != '0' || digits[1] == '0' || length > 11)
		return false;
	if (told)
		return length >= 8;
	if (groups < 2 || length < 9 || length - first_group < 5)
		return false;
	return first_group == 3 || first_group == 4 || (first_group == 2 && two);
}

/* Are these groups of the run a number? */
static bool is_phone(struct slice text, const struct run *run, size_t first, size_t count)
{
	const struct group *groups = run->groups + first;
	size_t first_group = groups[0].end - groups[0].at, length, skip = 0;
	bool plus = run->plus && first == 0, told = behind_phone_word(text, groups[0].at);
	char digits[17] = "";

	length = join(text, groups, count, digits);
	if (length > 15 || has_date(groups, count))
		return false;
	if ((plus && strncmp(digits, "39", 2) == 0) || strncmp(digits, "0039", 4) == 0)
		skip = plus ? 2 : 4;
	else if (plus)
		return length >= 9;
	else if (!told && behind_document_word(text, groups[0].at))
		return false;
	if (skip > 0)
		return is_mobile(digits + skip, length - skip, 3, true) ||
		       is_landline(digits + skip, length - skip, 0, 1, true);
	return separators_agree(groups, count) &&
	       (is_mobile(digits, length, first_group, count == 1) ||
		   is_landline(digits, length, first_group, count, told));
}

/*
 * The number in the run at `at`: the first group from which one can begin, and as many groups as it can have.
 * Inside a run it begins and ends at blanks alone.
 */
size_t phone_at(struct slice text, size_t at, size_t *start, size_t *run_end)
{
	struct run run = { .count = 0 };
	size_t end = read_run(text, at, &run);

	*run_end = end > at ? end : at + 1;
	if (run.count == 0 || !stands_free(text, at, end))
		return 0;
	for (size_t first = 0; first < run.count; first++) {
		if (first > 0 && run.groups[first].separator != ' ')
			continue;
		for (size_t count = run.count - first; count > 0; count--) {
			size_t after = first + count;

			if (after < run.count && run.groups[after].separator != ' ')
				continue;
			if (!is_phone(text, &run, first, count))
				continue;
			*start = first == 0 ? at : run.groups[first].at;
			return run.groups[after - 1].end - *start;
		}
	}
	return 0;
}
