/*
 * Personal data in text, by their form alone: pure functions over bytes, with no idea of files. The form says
 * much, not everything: what is found is shown to a person, who corrects or accepts it (design 4.4).
 */
#ifndef ZONALE_CHECK_PERSONAL_H
#define ZONALE_CHECK_PERSONAL_H

#include "base/diag.h"

enum personal_kind {
	/*
	 * Codice fiscale of a person: sixteen signs with the right check character (D.M. 23/12/1976), those
	 * with letters in place of digits (omocodia) too.
	 */
	PERSONAL_TAX_CODE,
	/* IBAN of a known country with the right length and check digits (ISO 13616, mod 97), spaced or not. */
	PERSONAL_IBAN,
	/*
	 * Italian mobile and landline numbers, and foreign ones with their '+'. A landline number counts with
	 * its prefix set apart, or behind a word such as "tel."; numbers behind "prot.", "CIG" and the like, dates
	 * and amounts don't.
	 */
	PERSONAL_PHONE,
	/* An address at a provider for private people (gmail.com, libero.it...). */
	PERSONAL_EMAIL,
};

/* `at` and `length` in bytes of the text. */
typedef void personal_found(void *context, enum personal_kind kind, size_t at, size_t length);

/* Every find, in the order of the text; no two overlap. */
void personal_find(struct slice text, personal_found *found, void *context);

bool personal_any(struct slice text);

/* The first three characters and "…": enough to find it, too little to read it in a log. */
struct slice personal_shortened(struct slice datum, struct arena *arena);

/* The text with every find shortened; the text itself where there is none. */
struct slice personal_masked(struct slice text, struct arena *arena);

/* Is this entry (500-509) about personal data, so that no line of its place may be shown? */
bool diag_is_personal(enum diag_id id);

/*
 * For personal.c alone: the length of the first telephone number in the run of digits that begins at `at` (a digit
 * or '+') and where it stands; 0 where there is none. *run_end: where the run ends.
 */
size_t phone_at(struct slice text, size_t at, size_t *start, size_t *run_end);

#endif
