#include "check/personal.h"

#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"

static char upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
}

/* The digit that a letter stands for in a code changed for omocodia (LMNPQRSTUV), or the digit; else -1. */
static int omocodia_digit(char c)
{
	static const char letters[] = "LMNPQRSTUV";
	const char *found;

	if (ascii_is_digit(c))
		return c - '0';
	found = strchr(letters, c);
	return found && *found ? (int)(found - letters) : -1;
}

/* D.M. 23/12/1976 art. 12: odd places count by a table, even ones by their value; the sum modulo 26 is a letter. */
static char tax_code_check(const char code[16])
{
	static const int odd[26] = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8,
		12, 14, 16, 10, 22, 25, 24, 23 };
	int sum = 0;

	for (int i = 0; i < 15; i++) {
		int value = ascii_is_digit(code[i]) ? code[i] - '0' : code[i] - 'A';

		sum += i % 2 == 0 ? odd[value] : value;
	}
	return (char)('A' + sum % 26);
}

static bool is_tax_code(struct slice word)
{
	/* a: letter, d: digit or its letter, m: month */
	static const char form[] = "aaaaaaddmddadddA";
	char code[16];
	int day;

	if (word.len != sizeof code)
		return false;
	for (size_t i = 0; i < sizeof code; i++) {
		code[i] = upper(word.p[i]);
		if (form[i] == 'd' && omocodia_digit(code[i]) < 0)
			return false;
		if (form[i] != 'd' && !ascii_is_alpha(code[i]))
			return false;
		if (form[i] == 'm' && !strchr("ABCDEHLMPRST", code[i]))
			return false;
	}
	day = 10 * omocodia_digit(code[9]) + omocodia_digit(code[10]);
	return ((day >= 1 && day <= 31) || (day >= 41 && day <= 71)) &&
	       code[15] == tax_code_check(code);
}

/* The length of a country's IBAN (ISO 13616 register), or 0. */
static size_t iban_length(char a, char b)
{
	static const char lengths[] =
	    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20ES24FI18FO18"
	    "FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IS26IT27KW30KZ20LB28LI21LT20LU20LV21MC27MD24"
	    "ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SE24SI19SK24SM27TN24TR26UA29"
	    "VA22VG24XK20";

	for (const char *p = lengths; *p; p += 4)
		if (p[0] == a && p[1] == b)
			return (size_t)(10 * (p[2] - '0') + p[3] - '0');
	return 0;
}

/* Moves the country and check digits behind the rest and takes the remainder: 1 for a right one. */
static bool iban_checks(const char *iban, size_t length)
{
	unsigned remainder = 0;

	for (size_t i = 0; i < length; i++) {
		char c = iban[(i + 4) % length];

		if (ascii_is_digit(c))
			remainder = (remainder * 10 + (unsigned)(c - '0')) % 97;
		else
			remainder = (remainder * 100 + (unsigned)(c - 'A') + 10) % 97;
	}
	return remainder == 1;
}

/* The length in bytes of the IBAN that begins here, blanks between its signs counted, or 0. */
static size_t iban_at(struct slice text, size_t at)
{
	char iban[40] = "";
	size_t wanted, have = 0, i = at;

	if (at + 4 > text.len || !ascii_is_digit(text.p[at + 2]))
		return 0;
	wanted = iban_length(upper(text.p[at]), upper(text.p[at + 1]));
	for (; i < text.len && have < wanted; i++) {
		if (ascii_is_alnum(text.p[i]))
			iban[have++] = upper(text.p[i]);
		else if (text.p[i] != ' ' || text.p[i - 1] == ' ')
			return 0;
	}
	if (wanted == 0 || have < wanted || (i < text.len && ascii_is_alnum(text.p[i])))
		return 0;
	if (!ascii_is_digit(iban[3]) || !iban_checks(iban, wanted))
		return 0;
	return i - at;
}

/* Providers that give addresses to private people. A '.' at the end: with any country behind it. */
static bool is_private_domain(struct slice domain)
{
	static const char *const domains[] = { "gmail.com", "googlemail.com", "libero.it",
		"inwind.it", "iol.it", "blu.it", "giallo.it", "hotmail.", "outlook.", "live.",
		"msn.com", "yahoo.", "ymail.com", "rocketmail.com", "alice.it", "tin.it", "tim.it",
		"virgilio.it", "tiscali.it", "tiscalinet.it", "email.it", "fastwebnet.it",
		"teletu.it", "vodafone.it", "katamail.com", "supereva.it", "interfree.it",
		"icloud.com", "me.com", "mac.com", "protonmail.com", "proton.me", "pm.me", "gmx.",
		"aol.com", "aol.it", "mail.com", "mail.ru", "yandex.", "tutanota.com", "tuta.io",
		"web.de", "orange.fr" };
	char lower[32];

	if (domain.len >= sizeof lower)
		return false;
	for (size_t i = 0; i < domain.len; i++)
		lower[i] = ascii_lower(domain.p[i]);
	lower[domain.len] = '\0';
	for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
		size_t length = strlen(domains[i]);

		if (domains[i][length - 1] == '.' ? strncmp(lower, domains[i], length) == 0
						  : strcmp(lower, domains[i]) == 0)
			return true;
	}
	return false;
}

static bool is_local_part(char c)
{
	return ascii_is_alnum(c) || (c && strchr("._%+-", c));
}

static bool is_domain_part(char c)
{
	return ascii_is_alnum(c) || c == '.' || c == '-';
}

/* Around the '@' at this place, not before `from`: the address's length or 0, and where it begins. */
static size_t email_around(struct slice text, size_t from, size_t sign, size_t *start)
{
	size_t begin = sign, end = sign + 1;

	while (begin > from && is_local_part(text.p[begin - 1]))
		begin--;
	while (end < text.len && is_domain_part(text.p[end]))
		end++;
	while (end > sign + 1 && !ascii_is_alnum(text.p[end - 1]))
		end--;
	if (begin == sign || !is_private_domain(slice_sub(text, sign + 1, end)))
		return 0;
	*start = begin;
	return end - begin;
}

static size_t word_end(struct slice text, size_t at)
{
	while (at < text.len && ascii_is_alnum(text.p[at]))
		at++;
	return at;
}

/* What begins with the word at this place: its length or 0. */
static size_t code_at(struct slice text, size_t at, enum personal_kind *kind)
{
	struct slice word = slice_sub(text, at, word_end(text, at));

	if (is_tax_code(word)) {
		*kind = PERSONAL_TAX_CODE;
		return word.len;
	}
	*kind = PERSONAL_IBAN;
	return iban_at(text, at);
}

void personal_find(struct slice text, personal_found *found, void *context)
{
	size_t i = 0, free_from = 0; /* before free_from stands what was found already */

	while (i < text.len) {
		enum personal_kind kind = PERSONAL_EMAIL;
		size_t start = i, length = 0, next = i + 1;
		char c = text.p[i];

		if (c == '@') {
			length = email_around(text, free_from, i, &start);
		} else if (ascii_is_digit(c) || c == '+') {
			kind = PERSONAL_PHONE;
			length = phone_at(text, i, &start, &next);
		} else if (ascii_is_alpha(c)) {
			length = code_at(text, i, &kind);
			next = word_end(text, i);
		}
		if (length > 0) {
			found(context, kind, start, length);
			next = free_from = start + length;
		}
		i = next;
	}
}

static void note_one(void *context, enum personal_kind kind, size_t at, size_t length)
{
	(void)kind;
	(void)at;
	(void)length;
	*(bool *)context = true;
}

bool personal_any(struct slice text)
{
	bool any = false;

	personal_find(text, note_one, &any);
	return any;
}

struct slice personal_shortened(struct slice datum, struct arena *arena)
{
	size_t end = 0;

	for (int i = 0; i < 3 && end < datum.len; i++)
		utf8_next(datum, &end);
	return arena_printf(arena, "%.*s\xE2\x80\xA6", SLICE_ARGS(slice_sub(datum, 0, end)));
}

struct masking {
	struct slice text;
	struct buffer out;
	size_t done; /* of the text */
	struct arena *arena;
};

static void mask_one(void *context, enum personal_kind kind, size_t at, size_t length)
{
	struct masking *masking = context;

	(void)kind;
	buffer_add(&masking->out, slice_sub(masking->text, masking->done, at));
	buffer_add(&masking->out,
	    personal_shortened(slice_sub(masking->text, at, at + length), masking->arena));
	masking->done = at + length;
}

struct slice personal_masked(struct slice text, struct arena *arena)
{
	struct masking masking = { .text = text, .arena = arena };
	struct slice masked = text;

	personal_find(text, mask_one, &masking);
	if (masking.done > 0) {
		buffer_add(&masking.out, slice_from_index(text, masking.done));
		masked = arena_slice(arena, buffer_slice(&masking.out));
	}
	buffer_release(&masking.out);
	return masked;
}

bool diag_is_personal(enum diag_id id)
{
	const char *code = diag_code(id);

	return strlen(code) == 4 && strncmp(code, "Z50", 3) == 0;
}
