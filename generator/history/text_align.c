#include "history/text_align.h"

#include <string.h>

#define MAX_DEPTH 8 /* of looking for what stands once between what stands once */

/* How often a number stands in a range, and where it did last. */
struct text_element {
	uint32_t in_a, in_b, at_a;
};

struct sequences {
	struct text_aligner *aligner;
	const uint32_t *a, *b, *b_weights;
	uint32_t *match;
};

struct range {
	size_t a, a_end, b, b_end;
};

/* The heaviest choice that ends with a value up to here (Fenwick's tree: each place for a range below it). */
struct choice {
	uint64_t weight;
	size_t last; /* 1 + index; 0: nothing is chosen */
};

static struct choice heaviest_below(const struct choice *tree, size_t value)
{
	struct choice best = { 0, 0 };

	for (size_t at = value - 1; at > 0; at &= at - 1)
		if (tree[at].weight > best.weight)
			best = tree[at];
	return best;
}

void text_heaviest_increasing(const uint32_t *values, const uint32_t *weights, size_t count,
    size_t max, bool *keep, struct arena *scratch)
{
	struct choice *tree = ARENA_COUNT(scratch, struct choice, max + 1), best = { 0, 0 };
	size_t *before = ARENA_COUNT(scratch, size_t, count);

	for (size_t i = 0; i < count; i++) {
		struct choice choice;

		keep[i] = false;
		if (values[i] == 0)
			continue;
		choice = heaviest_below(tree, values[i]);
		before[i] = choice.last;
		choice = (struct choice){ choice.weight + (weights ? weights[i] : 1), i + 1 };
		for (size_t at = values[i]; at <= max; at += at & -at)
			if (choice.weight > tree[at].weight)
				tree[at] = choice;
		if (choice.weight > best.weight)
			best = choice;
	}
	for (size_t at = best.last; at > 0; at = before[at - 1])
		keep[at - 1] = true;
}

static void trim(const struct sequences *all, struct range *range)
{
	while (range->a < range->a_end && range->b < range->b_end &&
	       all->a[range->a] == all->b[range->b])
		all->match[range->a++] = (uint32_t)++range->b;
	while (range->a < range->a_end && range->b < range->b_end &&
	       all->a[range->a_end - 1] == all->b[range->b_end - 1])
		all->match[--range->a_end] = (uint32_t)range->b_end--;
}

static bool is_empty(const struct range *range)
{
	return range->a == range->a_end || range->b == range->b_end;
}

/* --- the fewest edits -------------------------------------------------------------------------- */

/* Row d of the traces holds, for the diagonals -d, -d+2 ... d, how far in a the furthest way with d edits came. */
static uint32_t *trace_row(struct text_aligner *aligner, size_t edits)
{
	if (!aligner->traces[edits])
		aligner->traces[edits] = ARENA_COUNT(aligner->scratch, uint32_t, edits + 1);
	return aligner->traces[edits];
}

/* Where the way with so many edits to the diagonal's index begins its snake; down: by an element of b alone. */
static size_t snake_start(struct text_aligner *aligner, size_t edits, size_t index, bool *down)
{
	const uint32_t *row = trace_row(aligner, edits - 1);

	*down = index == 0 || (index < edits && row[index - 1] < row[index]);
	return *down ? row[index] : (size_t)row[index - 1] + 1;
}

/* The element of b at a's `x` on the diagonal with this index among those of so many edits. */
static size_t y_of(size_t x, size_t edits, size_t index)
{
	return x + edits - 2 * index;
}

/* Follows equal elements; returns how far in a. What lies outside of the range is not followed. */
static size_t follow(const struct sequences *all, const struct range *range, size_t x, size_t y)
{
	size_t a = range->a + x, b = range->b + y;

	while (a < range->a_end && b < range->b_end && all->a[a] == all->b[b]) {
		a++;
		b++;
	}
	return a - range->a;
}

/* Matches what lies on the way back from a place that was reached. */
static void go_back(
    const struct sequences *all, const struct range *range, size_t edits, size_t index)
{
	size_t x = trace_row(all->aligner, edits)[index];

	for (;;) {
		bool down = false;
		size_t start = edits ? snake_start(all->aligner, edits, index, &down) : 0;

		for (; x > start; x--)
			all->match[range->a + x - 1] = (uint32_t)(range->b + y_of(x, edits, index));
		if (edits == 0)
			return;
		x = down ? start : start - 1;
		index -= down ? 0 : 1;
		edits--;
	}
}

/* A place that a way with so many edits has reached. */
struct reached {
	size_t edits, index, sum;
	bool found, end;
};

/*
 * One row of traces; the place on it that is furthest from the begin. Ways may leave the range, where nothing is equal:
 * none comes back, and none is shorter for it.
 */
static struct reached step(const struct sequences *all, const struct range *range, size_t edits)
{
	size_t width = range->a_end - range->a, height = range->b_end - range->b;
	uint32_t *row = trace_row(all->aligner, edits);
	struct reached best = { .edits = edits };
	uint64_t steps = edits + 1;

	for (size_t index = 0; index <= edits; index++) {
		bool down;
		size_t x = edits ? snake_start(all->aligner, edits, index, &down) : 0;
		size_t y = y_of(x, edits, index), start = x;

		if (x <= width && y <= height) {
			x = follow(all, range, x, y);
			y += x - start;
			steps += x - start;
			if (!best.found || x + y >= best.sum)
				best = (struct reached){ edits, index, x + y, true,
					x == width && y == height };
		}
		row[index] = (uint32_t)x;
	}
	all->aligner->effort -= steps < all->aligner->effort ? steps : all->aligner->effort;
	return best;
}

static void match_by_edits(const struct sequences *all, struct range range)
{
	size_t edits = 0;

	while (!is_empty(&range) && all->aligner->effort > 0) {
		struct reached reached = step(all, &range, edits);

		if (reached.end || (reached.found && edits == TEXT_MAX_EDITS)) {
			size_t x = trace_row(all->aligner, edits)[reached.index];

			go_back(all, &range, edits, reached.index);
			range.a += x;
			range.b += reached.sum - x;
			edits = 0;
		} else if (edits++ == TEXT_MAX_EDITS) {
			return;
		}
	}
}

/* --- what stands once in both ------------------------------------------------------------------ */

static void count_elements(const struct sequences *all, const struct range *range)
{
	struct text_element *elements = all->aligner->elements;

	for (size_t i = range->a; i < range->a_end; i++) {
		elements[all->a[i]].in_a++;
		elements[all->a[i]].at_a = (uint32_t)i;
	}
	for (size_t i = range->b; i < range->b_end; i++)
		elements[all->b[i]].in_b++;
}

static void forget_elements(const struct sequences *all, const struct range *range)
{
	for (size_t i = range->a; i < range->a_end; i++)
		all->aligner->elements[all->a[i]] = (struct text_element){ 0 };
	for (size_t i = range->b; i < range->b_end; i++)
		all->aligner->elements[all->b[i]] = (struct text_element){ 0 };
}

/* Matches the longest choice of what stands once in both and in the same order. False where there is none. */
static bool match_unique(const struct sequences *all, const struct range *range)
{
	struct arena *scratch = all->aligner->temporary;
	size_t count = range->b_end - range->b;
	uint32_t *places = ARENA_COUNT(scratch, uint32_t, count);
	bool *keep = ARENA_COUNT(scratch, bool, count), any = false;

	count_elements(all, range);
	for (size_t i = 0; i < count; i++) {
		const struct text_element *element = &all->aligner->elements[all->b[range->b + i]];

		if (element->in_a == 1 && element->in_b == 1)
			places[i] = element->at_a - (uint32_t)range->a + 1;
	}
	forget_elements(all, range);
	text_heaviest_increasing(places, all->b_weights ? all->b_weights + range->b : NULL, count,
	    range->a_end - range->a, keep, scratch);
	for (size_t i = 0; i < count; i++)
		if (keep[i]) {
			all->match[range->a + places[i] - 1] = (uint32_t)(range->b + i + 1);
			any = true;
		}
	arena_reset(scratch);
	return any;
}

static void align_range(const struct sequences *all, struct range range, unsigned depth)
{
	struct range between;

	trim(all, &range);
	if (is_empty(&range))
		return;
	if (depth == MAX_DEPTH || !match_unique(all, &range)) {
		match_by_edits(all, range);
		return;
	}
	between = (struct range){ range.a, range.a, range.b, range.b };
	for (size_t i = range.a; i <= range.a_end; i++) {
		uint32_t place = i < range.a_end ? all->match[i] : (uint32_t)range.b_end + 1;

		if (place == 0)
			continue;
		between.a_end = i;
		between.b_end = place - 1;
		align_range(all, between, depth + 1);
		between.a = i + 1;
		between.b = place;
	}
}

void text_align(struct text_aligner *aligner, const uint32_t *a, size_t a_count, const uint32_t *b,
    size_t b_count, const uint32_t *b_weights, uint32_t limit, uint32_t *match)
{
	struct sequences all = { aligner, a, b, b_weights, match };

	if (limit > aligner->element_count) {
		aligner->element_count = limit + limit / 2;
		aligner->elements =
		    ARENA_COUNT(aligner->scratch, struct text_element, aligner->element_count);
	}
	memset(match, 0, a_count * sizeof *match);
	align_range(&all, (struct range){ 0, a_count, 0, b_count }, 0);
}
