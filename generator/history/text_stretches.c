/* The words of a leaf, before and after: what is the same, and what stands in place of what. */
#include "history/text_parts.h"

#define FEW_LETTERS 3 /* a common piece so short parts no changes: people would read a mosaic */
#define LEAST_KEPT 30 /* percent of the shorter text's letters; with less, all is replaced */
#define FEW_CHANGES 3
#define LEAST_BETWEEN 8 /* letters between more changes, on average; with less, too */

static uint32_t *ids_of(const struct text_leaf *leaf, struct arena *scratch)
{
	uint32_t *ids = ARENA_COUNT(scratch, uint32_t, leaf->count);

	for (size_t i = 0; i < leaf->count; i++)
		ids[i] = leaf->tokens[i].id;
	return ids;
}

/* Letters of the words from one token to another. */
static size_t letters(const struct text_leaf *leaf, size_t from, size_t to)
{
	size_t count = 0;

	for (size_t i = from; i < to; i++)
		if (leaf->tokens[i].kind == TOKEN_WORD)
			count += leaf->tokens[i].text.len;
	return count;
}

/* So little that changes around it are read as one: blanks, signs, a short word. */
static bool is_little(const struct text_leaf *leaf, size_t from, size_t to)
{
	size_t words = 0;

	if (to - from > 5)
		return false;
	for (size_t i = from; i < to; i++) {
		if (leaf->tokens[i].kind == TOKEN_NODE)
			return false;
		words += leaf->tokens[i].kind == TOKEN_WORD;
	}
	return words <= 1 && letters(leaf, from, to) <= FEW_LETTERS;
}

static void add(struct text_stretches *stretches, struct text_stretch stretch, struct arena *arena)
{
	if (stretch.a < stretch.a_end || stretch.b < stretch.b_end)
		*ARENA_PUSH(arena, &stretches->list) = stretch;
}

static void cut(const uint32_t *match, size_t a_count, size_t b_count,
    struct text_stretches *stretches, struct arena *arena)
{
	struct text_stretch changed = { 0 };

	for (size_t i = 0; i < a_count;) {
		struct text_stretch same = { .same = true, .a = i, .a_end = i };

		if (match[i] == 0) {
			i++;
			continue;
		}
		same.b = same.b_end = match[i] - 1;
		while (i < a_count && match[i] == same.b_end + 1) {
			same.a_end = ++i;
			same.b_end++;
		}
		changed.a_end = same.a;
		changed.b_end = same.b;
		add(stretches, changed, arena);
		add(stretches, same, arena);
		changed = (struct text_stretch){ .a = same.a_end, .b = same.b_end };
	}
	changed.a_end = a_count;
	changed.b_end = b_count;
	add(stretches, changed, arena);
}

/* What was only added or removed takes the blank behind its words, rather than that before them. */
static void slide(
    const struct text_leaf *before, const struct text_leaf *after, struct text_stretches *stretches)
{
	for (size_t i = 1; i + 1 < stretches->list.count; i++) {
		struct text_stretch *each = &stretches->list.items[i];
		bool added = each->a == each->a_end, removed = each->b == each->b_end;
		const struct text_token *tokens = added ? after->tokens : before->tokens;
		size_t from = added ? each->b : each->a, to = added ? each->b_end : each->a_end;

		if (each->same || added == removed || tokens[from].kind != TOKEN_BLANK ||
		    tokens[from].id != tokens[to].id || each[1].a_end - each[1].a < 2)
			continue;
		each[-1].a_end = ++each->a;
		each[-1].b_end = ++each->b;
		each[1].a = ++each->a_end;
		each[1].b = ++each->b_end;
	}
}

static bool has_both(const struct text_stretch *left, const struct text_stretch *right)
{
	return (left->a < left->a_end || right->a < right->a_end) &&
	       (left->b < left->b_end || right->b < right->b_end);
}

/* Changes with little between them become one, where something stands in place of something. */
static void join(const struct text_leaf *before, struct text_stretches *stretches)
{
	struct text_stretch *items = stretches->list.items;
	size_t kept = 0;

	for (size_t i = 0; i < stretches->list.count; i++) {
		if (kept >= 2 && !items[i].same && items[kept - 1].same && !items[kept - 2].same &&
		    is_little(before, items[kept - 1].a, items[kept - 1].a_end) &&
		    has_both(&items[kept - 2], &items[i])) {
			items[kept - 2].a_end = items[i].a_end;
			items[kept - 2].b_end = items[i].b_end;
			kept--;
		} else {
			items[kept++] = items[i];
		}
	}
	stretches->list.count = kept;
}

static bool is_mosaic(const struct text_leaf *before, const struct text_leaf *after,
    const struct text_stretches *stretches)
{
	size_t a = letters(before, 0, before->count), b = letters(after, 0, after->count);
	size_t kept = 0;

	for (size_t i = 0; i < stretches->list.count; i++)
		if (stretches->list.items[i].same)
			kept += letters(
			    before, stretches->list.items[i].a, stretches->list.items[i].a_end);
	return kept * 100 < (a < b ? a : b) * LEAST_KEPT;
}

void text_stretches_read(struct text_comparer *comparer, const struct text_leaf *before,
    const struct text_leaf *after, struct text_stretches *stretches)
{
	uint32_t *match = ARENA_COUNT(comparer->scratch, uint32_t, before->count);

	text_align(&comparer->aligner, ids_of(before, comparer->scratch), before->count,
	    ids_of(after, comparer->scratch), after->count, NULL, comparer->word_count + 1, match);
	*stretches = (struct text_stretches){ 0 };
	cut(match, before->count, after->count, stretches, comparer->scratch);
	slide(before, after, stretches);
	join(before, stretches);
	if (is_mosaic(before, after, stretches)) {
		stretches->list.count = 0;
		add(stretches,
		    (struct text_stretch){ .a_end = before->count, .b_end = after->count },
		    comparer->scratch);
	}
}
