/* Which blocks go on with which, though their words were changed. */
#include "history/text_parts.h"

#define MAX_TABLE \
	4096 /* pairs that are all looked at; of more blocks, only those that share a rare word */
#define MAX_RARE 8  /* a rare word stands in no more of them */
#define MAX_TRIED 4 /* blocks that share most rare words, held against one */

/* Shares of 1000 letters in common words. */
#define SIMILAR 500
#define NAMED_SIMILAR 250 /* of blocks that also have the same label */
#define HARDLY_SIMILAR 300

/* The same label, or the same first cell of a row: what people know it by. */
static bool same_name(const struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct md_node *a = text_node(comparer, SIDE_OLD, before);
	const struct md_node *b = text_node(comparer, SIDE_NEW, after);

	if (a->kind == MD_ROW)
		return a->header || (a->first && text_node(comparer, SIDE_OLD, a->first)->first &&
					comparer->sides[SIDE_OLD].content[a->first] ==
					    comparer->sides[SIDE_NEW].content[b->first]);
	return (a->kind == MD_POINT || a->kind == MD_FOOTNOTE) && slice_eq(a->text, b->text);
}

bool text_may_pair(const struct text_comparer *comparer, uint32_t before, uint32_t after)
{
	const struct md_node *a = text_node(comparer, SIDE_OLD, before);
	const struct md_node *b = text_node(comparer, SIDE_NEW, after);

	return a->kind == b->kind && !text_is_solid(a) && a->ordered == b->ordered &&
	       a->header == b->header && (a->kind != MD_TABLE || a->number == b->number);
}

/* How much speaks for a pair; 0: too little. */
static unsigned score(
    struct text_comparer *comparer, uint32_t before, uint32_t after, bool late, bool alone)
{
	unsigned similarity;
	bool named;

	if (!text_may_pair(comparer, before, after))
		return 0;
	similarity = text_similarity(comparer, before, after);
	named = same_name(comparer, before, after);
	if (similarity >= SIMILAR)
		return 2000 + similarity + (named ? 200 : 0);
	if (named && (late || similarity >= NAMED_SIMILAR))
		return 1000 + similarity;
	if (late && (alone || similarity >= HARDLY_SIMILAR))
		return 1 + similarity;
	return 0;
}

/* The choice of pairs, in order, for which most speaks: by a table of all. */
static void match_by_table(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, bool late, uint32_t *mates)
{
	struct arena *scratch = comparer->aligner.temporary;
	size_t width = after.count + 1;
	unsigned *scores = ARENA_COUNT(scratch, unsigned, (before.count + 1) * width);
	unsigned *best = ARENA_COUNT(scratch, unsigned, (before.count + 1) * width);
	bool alone = before.count == 1 && after.count == 1;

	for (size_t i = before.count; i-- > 0;)
		for (size_t j = after.count; j-- > 0;) {
			size_t at = i * width + j;
			unsigned pair =
			    score(comparer, before.nodes[i], after.nodes[j], late, alone);

			scores[at] = pair;
			best[at] =
			    best[at + 1] > best[at + width] ? best[at + 1] : best[at + width];
			if (pair && pair + best[at + width + 1] > best[at])
				best[at] = pair + best[at + width + 1];
		}
	for (size_t i = 0, j = 0; i < before.count && j < after.count;) {
		size_t at = i * width + j;

		if (scores[at] && best[at] == scores[at] + best[at + width + 1])
			mates[i++] = (uint32_t)++j;
		else if (best[at] == best[at + 1])
			j++;
		else
			i++;
	}
	arena_reset(scratch);
}

/* --- by rare words ----------------------------------------------------------------------------- */

struct entry {
	uint32_t block; /* 1 + index */
	uint32_t next;
};

/* In which blocks a word stands: by the word's number. */
struct word_index {
	struct arena *scratch;
	uint32_t *first, *count;
	ARRAY(struct entry) entries; /* the first is none */
	uint64_t *votes;             /* one a block; zeroed between uses */
	ARRAY(uint32_t) voted;
};

static void index_blocks(
    struct text_comparer *comparer, struct text_blocks blocks, struct word_index *index)
{
	*ARENA_PUSH(index->scratch, &index->entries) = (struct entry){ 0 };
	for (uint32_t i = 0; i < blocks.count; i++) {
		const struct text_bag *bag = text_bag_read(comparer, SIDE_OLD, blocks.nodes[i]);

		for (size_t w = 0; w < bag->count; w++) {
			uint32_t word = bag->words[w].word;

			if ((w > 0 && word == bag->words[w - 1].word) ||
			    index->count[word]++ >= MAX_RARE)
				continue;
			*ARENA_PUSH(index->scratch, &index->entries) =
			    (struct entry){ i + 1, index->first[word] };
			index->first[word] = (uint32_t)index->entries.count - 1;
		}
	}
}

static void vote(struct word_index *index, const struct text_bag *bag)
{
	index->voted.count = 0;
	for (size_t w = 0; w < bag->count; w++) {
		uint32_t word = bag->words[w].word;

		if (index->count[word] > MAX_RARE)
			continue;
		for (uint32_t at = index->first[word]; at; at = index->entries.items[at].next) {
			uint32_t block = index->entries.items[at].block;

			if (index->votes[block] == 0)
				*ARENA_PUSH(index->scratch, &index->voted) = block;
			index->votes[block] += bag->words[w].letters;
		}
	}
}

/* The block with most votes, which it loses; 0 where there is none. */
static uint32_t take_favourite(struct word_index *index)
{
	uint32_t favourite = 0;

	for (size_t i = 0; i < index->voted.count; i++) {
		uint32_t block = index->voted.items[i];

		if (index->votes[block] > index->votes[favourite] ||
		    (index->votes[block] == index->votes[favourite] && block < favourite))
			favourite = block;
	}
	index->votes[favourite] = 0;
	return favourite;
}

static uint32_t most_similar(struct text_comparer *comparer, struct word_index *index,
    struct text_blocks before, uint32_t after, unsigned least)
{
	uint32_t best = 0;
	unsigned best_similarity = least - 1;

	vote(index, text_bag_read(comparer, SIDE_NEW, after));
	for (unsigned tried = 0; tried < MAX_TRIED; tried++) {
		uint32_t block = take_favourite(index);
		unsigned similarity;

		if (block == 0)
			break;
		if (!text_may_pair(comparer, before.nodes[block - 1], after))
			continue;
		similarity = text_similarity(comparer, before.nodes[block - 1], after);
		if (similarity > best_similarity) {
			best_similarity = similarity;
			best = block;
		}
	}
	for (size_t i = 0; i < index->voted.count; i++)
		index->votes[index->voted.items[i]] = 0;
	return best;
}

void text_match_anywhere(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, unsigned least, uint32_t *mates)
{
	struct word_index index = { .scratch = NULL };

	if (before.count == 0 || after.count == 0)
		return;
	index.scratch = arena_new();
	for (size_t i = 0; i < before.count; i++)
		text_bag_read(comparer, SIDE_OLD, before.nodes[i]);
	for (size_t i = 0; i < after.count; i++)
		text_bag_read(comparer, SIDE_NEW, after.nodes[i]);
	index.first = ARENA_COUNT(index.scratch, uint32_t, comparer->word_count + 1);
	index.count = ARENA_COUNT(index.scratch, uint32_t, comparer->word_count + 1);
	index.votes = ARENA_COUNT(index.scratch, uint64_t, before.count + 1);
	index_blocks(comparer, before, &index);
	for (size_t i = 0; i < after.count; i++)
		mates[i] = most_similar(comparer, &index, before, after.nodes[i], least);
	arena_free(index.scratch);
}

static void match_by_words(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, uint32_t *mates)
{
	struct arena *scratch = arena_new();
	uint32_t *places = ARENA_COUNT(scratch, uint32_t, after.count);
	bool *keep = ARENA_COUNT(scratch, bool, after.count);

	text_match_anywhere(comparer, before, after, SIMILAR, places);
	text_heaviest_increasing(places, NULL, after.count, before.count, keep, scratch);
	for (size_t i = 0; i < after.count; i++)
		if (keep[i])
			mates[places[i] - 1] = (uint32_t)i + 1;
	arena_free(scratch);
}

void text_match_similar(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, bool late, uint32_t *mates)
{
	if (before.count == 0 || after.count == 0)
		return;
	if (before.count <= MAX_TABLE / after.count)
		match_by_table(comparer, before, after, late, mates);
	else if (!late)
		match_by_words(comparer, before, after, mates);
}
