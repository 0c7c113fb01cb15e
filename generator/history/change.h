/*
 * What changed between two versions of a file, as a list of typed changes (design 6): which key, which item of a list,
 * which point of the text, and what stood there before and after. Sentences, the pages of comparison, feeds and data
 * are all made of this; it makes no words itself.
 *
 * A change is of the copy on this site, never of the act. All that a change holds lives in the arena that the comparing
 * function was given, copied: it outlives both texts. References in its values are resolved in today's registers, so
 * that a name corrected there is corrected everywhere.
 */
#ifndef ZONALE_HISTORY_CHANGE_H
#define ZONALE_HISTORY_CHANGE_H

#include "model/keys.h"

enum change_verb {
	CHANGE_ADDED = 1,
	CHANGE_REMOVED,
	CHANGE_REPLACED, /* it says something else */
	CHANGE_MOVED,    /* text alone: the same, at another place */
};

enum change_place {
	/* The whole value of a key: `key`; before or after null where it was not there. */
	CHANGE_OF_KEY = 1,
	/* One item of the list under `key`, added or removed whole: in `before` or `after`. */
	CHANGE_OF_ITEM,
	/* A key inside an item of the list under `key`, or inside the object there: `inner`, of `item`. */
	CHANGE_OF_INNER,
	/*
	 * What today's tables can't read: a key that they don't know, a word that was retired. `name`, and its values
	 * as text. Of an item or object it stands in, `key`, `inner` and `item` as above; else `key` is null where the
	 * table does not know it.
	 */
	CHANGE_OF_UNKNOWN_KEY,
	/* The body: `text`. */
	CHANGE_OF_TEXT,
	/* One of the two texts could not be parsed: that it changed is all that is said. */
	CHANGE_OF_UNREADABLE_TEXT,
};

enum text_unit {
	TEXT_WHOLE =
	    1, /* a text where there was none, or none where there was one; or (replaced) all of it */
	TEXT_SECTION, /* a heading with all below it, added or removed; a heading's words, replaced */
	TEXT_POINT,
	TEXT_PARAGRAPH, /* a quotation, a code block and a rule count as one */
	TEXT_LIST_ITEM,
	TEXT_TABLE,
	TEXT_TABLE_ROW,
	TEXT_FOOTNOTE,
};

/* Where in a text: as the new version has it; of what was removed, as the old one had it. */
struct text_place {
	/* Words of the nearest heading above, of a section its own; empty: before the first one. */
	struct slice section;
	struct slice
	    label; /* of a point with those around it, "3", "3 a"; of a footnote; without '.' and ')' */
	unsigned
	    number; /* of a paragraph in its section, a row in its table, an item in its list; from 1 */
};

struct text_change {
	enum text_unit unit;
	struct text_place place;
	struct text_place from; /* MOVED: where it stood before */

	/*
	 * REPLACED, where few words of the unit differ (one run of at most TEXT_FEW_WORDS on either side): what stood
	 * there and what stands there. Both empty where more changed. For text added to a unit or taken out of it one
	 * is empty.
	 */
	struct slice old_words, new_words;
	bool few_words;
};

#define TEXT_FEW_WORDS 8

struct change {
	enum change_verb verb;
	enum change_place place;
	const struct key_table *table; /* of the file's keys; null for text */
	const struct key *key; /* null for text, and for a key that the table does not know */
	const struct key *inner;

	/*
	 * The item or object in which `inner` changed, as it is now: a struct of key->of. A list's item says by its
	 * identity (key->of->identity) which one it is.
	 */
	const void *item;

	/*
	 * What stood there and what stands there: pointers to a value of the innermost key's type, as the tables read
	 * it (OF_ITEM: to an item of the list: a struct of key->of, or a value of key->item). Null: nothing did.
	 * Slices of text for OF_UNKNOWN_KEY.
	 */
	const void *before, *after;
	struct slice name;
	struct text_change text;
};

struct changes {
	struct change *items;
	size_t count, cap;
};

#endif
