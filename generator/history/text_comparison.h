/*
 * Two Markdown texts, laid beside each other: one tree that holds all of both, each node with its fate, and the words
 * of a changed paragraph, cell or heading as runs. Pages of comparison are drawn from it, and what changed is told from
 * it (history/change.h).
 *
 * The merged tree is a `struct md` with a mark beside each node. Reading it without what was added and what moved here
 * gives the text before, word for word; without what was removed and what moved away, the text after. Where both stand
 * at the same place, what was removed comes first.
 *
 * White space and line ends make no difference, nor do a footnote's label and the number that it gets. A table whose
 * columns were changed in number, and a code block, are replaced whole.
 *
 * Cost is bounded: by the number of blocks and words, never their product, whatever the texts (both up to 4 MiB). Where
 * texts differ so much that more would have to be tried, less is recognised as the same.
 */
#ifndef ZONALE_HISTORY_TEXT_COMPARISON_H
#define ZONALE_HISTORY_TEXT_COMPARISON_H

#include "history/change.h"
#include "parse/markdown.h"

enum text_fate {
	TEXT_SAME,
	TEXT_CHANGED, /* something in it was added, removed or moved; its own label or level changed */
	TEXT_ADDED,
	TEXT_REMOVED,
	TEXT_MOVED_HERE, /* what differs inside it is marked there */
	TEXT_MOVED_AWAY, /* as it was, at its old place */
};

/*
 * What became of a node. All below an ADDED, REMOVED or MOVED_AWAY node shares its fate, but for what moved: a point
 * that moved into a list that is new. Inline nodes are SAME, ADDED or REMOVED, or CHANGED where they hold several.
 */
struct text_mark {
	uint8_t fate; /* enum text_fate */

	/*
	 * MOVED_HERE and MOVED_AWAY: the other one's node. REMOVED and ADDED, where one replaced the other: the same. 0:
	 * none.
	 */
	uint32_t twin;

	/*
	 * Of a point that is in both texts: its label before, where it was another. Either it was corrected, and the fate
	 * is CHANGED, or points were added, removed or moved and this one counts on.
	 */
	struct slice old_label;
	bool label_corrected;

	/* MOVED_HERE: not all in it is the same. */
	bool differs_inside;

	/* A block that is not SAME: what it is called, and where it stands (of REMOVED and MOVED_AWAY: stood); or null. */
	const struct text_place *place;
	enum text_unit unit;
};

struct text_comparison {
	struct md md;
	struct text_mark *marks; /* one a node */
	bool had_text, has_text; /* was, is there any? */

	/* Bytes of words and numbers in the text before, in that after, and in what both have, moved or not. */
	size_t old_letters, new_letters, kept_letters;
};

/* Either text may be null. All that *out holds is copied into the arena. */
void text_compare(const struct md *before, const struct md *after, struct arena *arena,
    struct arena *scratch, struct text_comparison *out);

/*
 * Adds what changed to `changes`, in the order of the merged tree, copied into the arena: a change for each section,
 * paragraph, point, item, table, row and note. Where hardly anything stayed, one change tells that the whole text was
 * replaced. A paragraph added to a point or an item has the point's label, and its number counts within it.
 *
 * Few words are whole words, numbers and dates ("30 giugno", "30 luglio"): of a date (day, month, year) that is in part
 * different all is told; with a number or word of up to three bytes the word before it ("art. 3", "art. 5"); with mere
 * punctuation the words around it.
 */
void text_changes(
    const struct text_comparison *comparison, struct arena *arena, struct changes *changes);

#endif
