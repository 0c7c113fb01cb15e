/*
 * The words of a text as the search knows them: runs of letters and digits, in lower case and without accents, so that
 * "L'ATTIVITÀ" is "l" and "attivita". An apostrophe, a hyphen, any other sign ends a word; "D.Lgs." and "D.C.Z.I.",
 * written with points between single letters, are "dlgs" and "dczi".
 *
 * What is said in several words or figures has a key, a word of its own: numbers of acts ("n. 5/2017", "5 del 2017" and
 * "5 del 13 maggio 2017" all say "5/2017"), school years ("2024/25", "2024/2025" and "2024-25" say "2024/2025"), days and
 * months ("13 aprile 2017" and "13/4/2017" say "2017-04-13" and "2017-04"), actions of the programme ("12.1").
 * themes/base/cerca.js reads questions in the same way: what changes here changes there (tests/search/ compares them).
 */
#ifndef ZONALE_SEARCH_WORDS_H
#define ZONALE_SEARCH_WORDS_H

#include "base/slice.h"

/* Bytes of a word that count; what is longer is cut. */
#define SEARCH_WORD_MAX 48

struct search_word {
	char folded[SEARCH_WORD_MAX]; /* as people may type it */
	char lower[SEARCH_WORD_MAX];  /* with the accents that stems hang on, all grave */
	size_t folded_len, lower_len;
	bool numeric; /* digits alone, zeros before them dropped */
	char
	    separator; /* '/', '-' or '.' where that alone stands between it and the word before; else 0 */
	uint32_t number; /* of a numeric word up to 99999999, else 0 */
};

struct search_words {
	struct slice text; /* UTF-8 */
	size_t at;
};

/* Takes the next word off the text; false at its end. */
bool search_words_next(struct search_words *words, struct search_word *word);

/*
 * The keys that begin with the word just taken; `words` stands behind it and is not moved. Returns how many were
 * written: 0 where it begins none.
 */
#define SEARCH_KEYS_MAX 2
struct search_key {
	char text[SEARCH_WORD_MAX];
	size_t len;
};
size_t search_keys_at(const struct search_words *words, const struct search_word *first,
    struct search_key keys[SEARCH_KEYS_MAX]);

/* Words that say nothing: articles, prepositions, auxiliary verbs, what questions begin with. Folded, sorted. */
extern const char *const search_empty_words[];
extern const size_t search_empty_word_count;
bool search_word_is_empty(struct slice folded);

#endif
