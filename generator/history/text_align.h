/*
 * What two sequences have in common, in order: elements are numbers, equal where what they stand for is. First what
 * stands once in both (patience), then the fewest edits (Myers 1986, "An O(ND) difference algorithm"), cut off where
 * they become many.
 */
#ifndef ZONALE_HISTORY_TEXT_ALIGN_H
#define ZONALE_HISTORY_TEXT_ALIGN_H

#include "base/arena.h"

/* Edits that are followed at once; beyond, the best way so far is taken and gone on from. */
#define TEXT_MAX_EDITS 200

/* Used again and again in one comparison. A zeroed struct with its arenas and effort is ready. */
struct text_aligner {
	struct arena *scratch;
	struct arena *temporary; /* reset after each use */

	/* Steps that may still be tried; without any, what is not yet known to be equal counts as different. */
	uint64_t effort;

	struct text_element *elements; /* one a number; zeroed between calls */
	size_t element_count;
	uint32_t *traces[TEXT_MAX_EDITS +
			 1]; /* how far each diagonal came, a row for each number of edits */
};

/*
 * a, b: numbers below `limit`. match[i] becomes 1 + the index in b of a's i-th element, or 0; what is matched keeps its
 * order. b_weights: what to prefer where not everything that stands once can keep its order; null: all alike. Time:
 * (a_count + b_count) * log, plus the effort spent.
 */
void text_align(struct text_aligner *aligner, const uint32_t *a, size_t a_count, const uint32_t *b,
    size_t b_count, const uint32_t *b_weights, uint32_t limit, uint32_t *match);

/*
 * The heaviest choice of increasing values, of which none is above `max`: sets keep[i] for values[i] that are chosen.
 * Values of 0 never are. weights: null for all alike.
 */
void text_heaviest_increasing(const uint32_t *values, const uint32_t *weights, size_t count,
    size_t max, bool *keep, struct arena *scratch);

#endif
