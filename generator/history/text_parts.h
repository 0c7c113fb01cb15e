/* What the files of history/text_*.c share; nobody else includes it. */
#ifndef ZONALE_HISTORY_TEXT_PARTS_H
#define ZONALE_HISTORY_TEXT_PARTS_H

#include "base/map.h"
#include "history/text_align.h"
#include "history/text_comparison.h"

/* --- words ------------------------------------------------------------------------------------- */

enum text_token_kind {
	TOKEN_WORD, /* a word, number, date, address */
	TOKEN_BLANK,
	TOKEN_SIGN, /* one sign of punctuation */
	TOKEN_NODE, /* an inline node of its own: code, a note's mark, an image ... */
};

struct text_token {
	uint8_t kind;
	uint32_t id;   /* equal where two tokens say the same, in the same emphasis and link */
	uint32_t what; /* of a TOKEN_WORD: equal where the words are; of a TOKEN_NODE: the node */
	uint32_t context; /* what it stands in */
	struct slice text;
};

/* The emphasis, links and so on around words, each inside its parent; the first is none. */
struct text_context {
	uint32_t parent, depth;
	uint8_t kind; /* enum md_kind */
	struct slice text, extra;
};

/* The tokens of a paragraph, heading or cell. */
struct text_leaf {
	struct text_token *tokens;
	size_t count;
};

/* The words of a block and all below it, sorted, each with its length. */
struct text_bag {
	struct text_bag_word {
		uint32_t word, letters;
	} * words;
	size_t count;
	uint64_t letters;
};

/* --- two texts --------------------------------------------------------------------------------- */

enum text_side_index { SIDE_OLD, SIDE_NEW };

struct text_side {
	const struct md *md;
	/* Each one a node: */
	uint32_t *content; /* blocks: equal where they say the same, labels of points aside */
	uint32_t *size;    /* blocks: about how many bytes they say */
	uint32_t *mate;    /* blocks: the other side's node; 0: none */
	bool *moved;       /* and the mate stands elsewhere */
	uint32_t *merged;  /* of moved blocks: the node in the merged tree */
	struct text_leaf **leaves; /* read so far */
	struct text_bag **bags;
	uint32_t *notes; /* by number: the same for notes that are mates */
	uint32_t note_count;
};

struct text_pair {
	uint32_t before, after;
};

struct text_comparer {
	struct text_side sides[2];
	struct arena *arena, *scratch;
	struct arena *reading; /* of one leaf */
	struct map contents, words, context_ids;
	uint32_t content_count, word_count;
	ARRAY(struct text_context) contexts;
	struct text_aligner aligner;
	uint64_t
	    effort; /* words that may still be held against one another to see how alike blocks are */
	ARRAY(struct text_pair) pending; /* mates whose children are still to be aligned */
	struct text_comparison *out;
	ARRAY(struct md_node) nodes;
	ARRAY(struct text_mark) marks;
};

static inline const struct md_node *text_node(
    const struct text_comparer *comparer, enum text_side_index side, uint32_t node)
{
	return &comparer->sides[side].md->nodes[node];
}

/* A paragraph, heading or cell: holds inline nodes. */
static inline bool text_is_leaf(const struct md_node *node)
{
	return node->kind == MD_PARAGRAPH || node->kind == MD_HEADING || node->kind == MD_CELL;
}

/* Without blocks inside, nor words: a rule, a block of code or HTML. */
static inline bool text_is_solid(const struct md_node *node)
{
	return node->kind == MD_RULE || node->kind == MD_CODE_BLOCK || node->kind == MD_HTML_BLOCK;
}

/* --- text_words.c ------------------------------------------------------------------------------ */

/* The number that stands for these bytes in the map; `*count` more are known afterwards. From 1. */
uint32_t text_intern(struct map *map, uint32_t *count, struct slice key, struct arena *scratch);

const struct text_leaf *text_leaf_read(
    struct text_comparer *comparer, enum text_side_index side, uint32_t leaf);
/* Empty also where the effort is spent. */
const struct text_bag *text_bag_read(
    struct text_comparer *comparer, enum text_side_index side, uint32_t block);

/* The end of the token that begins at `at`. */
size_t text_token_end(struct slice text, size_t at, enum text_token_kind *kind);

/* --- text_blocks.c ----------------------------------------------------------------------------- */

/* Fills `content` of the blocks below the node. The notes that are referred to must be known, or are told by label. */
void text_contents_read(struct text_comparer *comparer, enum text_side_index index, uint32_t root);

/* How alike two blocks are: of 1000, the share of their letters that stands in common words. */
unsigned text_similarity(struct text_comparer *comparer, uint32_t before, uint32_t after);

/* --- text_pairs.c ------------------------------------------------------------------------------ */

/* A list of blocks, as indices of nodes. */
struct text_blocks {
	uint32_t *nodes;
	size_t count;
};

/* The children; of the document: its footnotes, or the others. */
struct text_blocks text_children(
    struct text_comparer *comparer, enum text_side_index side, uint32_t node, bool notes);

/* Is it at its place, with a mate that is too? */
bool text_stays(const struct text_comparer *comparer, enum text_side_index side, uint32_t block);

/* Has anything in a block a mate already? */
bool text_has_mates(const struct text_side *side, uint32_t block);

/* Makes two blocks mates, with all in them where they say the same; else what is in them is pending. */
void text_pair_blocks(struct text_comparer *comparer, uint32_t before, uint32_t after);

/* Finds the mates among all blocks of both texts: equal and similar ones, and those that moved. */
void text_pair_all(struct text_comparer *comparer);

/* Children of mates that have none yet, between the same neighbours: those that may replace one another. */
void text_pair_rest(
    struct text_comparer *comparer, struct text_blocks before, struct text_blocks after);

/* --- text_moves.c ------------------------------------------------------------------------------ */

/* Makes mates of blocks that have none and say the same, or nearly, at different places. */
void text_move_all(struct text_comparer *comparer);

/* --- text_similar.c ---------------------------------------------------------------------------- */

/* May these be mates, if they say much the same? */
bool text_may_pair(const struct text_comparer *comparer, uint32_t before, uint32_t after);

/*
 * For blocks between the same neighbours: mates[i] becomes 1 + the index in `after` of the one that goes on with the
 * i-th of `before`, or 0, in order. late: one that says something else may too, where label or place speak for it.
 */
void text_match_similar(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, bool late, uint32_t *mates);

/* For each of `after` 1 + the index of the one in `before` that is most like it, from `least` of 1000 on, or 0. */
void text_match_anywhere(struct text_comparer *comparer, struct text_blocks before,
    struct text_blocks after, unsigned least, uint32_t *mates);

/* --- text_merge.c ------------------------------------------------------------------------------ */

void text_merge(struct text_comparer *comparer);

/* A stretch of two leaves: the tokens that both have, or those that stand in place of one another. */
struct text_stretch {
	bool same;
	size_t a, a_end, b, b_end;
};

struct text_stretches {
	ARRAY(struct text_stretch) list;
};

/* --- text_stretches.c -------------------------------------------------------------------------- */

void text_stretches_read(struct text_comparer *comparer, const struct text_leaf *before,
    const struct text_leaf *after, struct text_stretches *stretches);

/* --- text_places.c ----------------------------------------------------------------------------- */

/* Units and places of all blocks that are not the same. */
void text_places_read(struct text_comparison *comparison, struct arena *arena);

/* Adds the words of a node as one text has them. */
void text_of_side(const struct text_comparison *comparison, uint32_t node,
    enum text_side_index side, struct buffer *out);

/* --- text_few_words.c -------------------------------------------------------------------------- */

/* The one part in which two texts differ: what stands before it is equal, and what stands behind it. */
struct text_part {
	struct slice text;
	size_t from, to;
};

/*
 * What of the parts is to be told, with the words around it that it needs (text_changes). False where it is too much, or
 * nothing that can be told in words.
 */
bool text_few_words(struct text_part before, struct text_part after, struct slice *old_words,
    struct slice *new_words);

#endif
