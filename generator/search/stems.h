/* Stems of Italian words by libstemmer, whose only home this is. One stemmer a thread. */
#ifndef ZONALE_SEARCH_STEMS_H
#define ZONALE_SEARCH_STEMS_H

#include "base/arena.h"

struct stemmer;

struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *stemmer);

/* The stem of a word in lower case, with its accents: "delibere" and "deliberazione" have "deliber". In the arena. */
struct slice stemmer_stem(struct stemmer *stemmer, struct slice word, struct arena *arena);

/* Is its stem one of ours, not Snowball's? */
bool stemmer_is_own(struct slice word);

/* Each word of ours with this stem, though no text has it: people may ask with it. Begin with *at = 0. */
bool stemmer_own_form(struct slice stem, size_t *at, struct slice *form);

#endif
