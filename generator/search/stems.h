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

#endif
