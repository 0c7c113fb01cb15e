/*
 * What one worker has met while it read documents: words, their stems, and for each document which stems stand in it
 * and how much they weigh there. Words that share a stem are one thing to be found.
 */
#ifndef ZONALE_SEARCH_VOCABULARY_H
#define ZONALE_SEARCH_VOCABULARY_H

#include "base/map.h"
#include "search/documents.h"
#include "search/stems.h"

/*
 * How much a stem weighs in a document, in levels: 0 where it is the document's own name ("dczi 5"), then from much (1)
 * to little. A client reads what a level is worth from the index.
 */
#define SEARCH_LEVELS 8
extern const int search_level_worth[SEARCH_LEVELS]; /* hundredths */

struct vocabulary_stem {
	struct slice stem;
	uint32_t index;               /* among the worker's stems */
	uint32_t document;            /* that it was met in last, from 1 */
	uint32_t counts[FIELD_COUNT]; /* in that document */
	bool is_name;                 /* of that document */
};

/* A form under which people may look for a stem: folded. */
struct vocabulary_form {
	struct slice folded;
	struct vocabulary_stem *stem;
};

struct weighed_stem {
	uint32_t stem; /* index */
	uint8_t level;
};

/* What became of one document. */
struct read_document {
	unsigned worker;
	const struct weighed_stem *stems;
	size_t count;
	struct slice excerpt;
};

struct vocabulary {
	struct arena *arena;   /* what is kept */
	struct arena *scratch; /* of one document */
	struct stemmer *stemmer;
	struct map words; /* as written, in lower case -> vocabulary_form */
	struct map by_stem;
	ARRAY(struct vocabulary_form *) forms;
	ARRAY(struct vocabulary_stem *) stems;
	ARRAY(struct vocabulary_stem *) met; /* in the document in hand */
	uint32_t document;
	uint32_t lengths[FIELD_COUNT]; /* of the document in hand, in words */
	struct diagnostics unheard, failures;
};

void vocabulary_open(struct vocabulary *vocabulary);
/* Hands on what went wrong; what was read stays until vocabulary_close. */
void vocabulary_end(struct vocabulary *vocabulary, struct diagnostics *diagnostics);
void vocabulary_close(struct vocabulary *vocabulary);

void vocabulary_read(struct vocabulary *vocabulary, const struct site *site,
    const struct search_document *document, struct read_document *result);

#endif
