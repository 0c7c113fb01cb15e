/*
 * Text as the search for secrets compares it: lower case without accents, apostrophes or marks, one blank where there is
 * white space, '-', '_' or '.'. Everything that is no text in it becomes VIEW_BREAK.
 */
#ifndef ZONALE_CHECK_SECRET_FOLD_H
#define ZONALE_CHECK_SECRET_FOLD_H

#include "base/buffer.h"

/* The folded form of the characters that nearly all texts consist of. */
#define FOLD_TABLE_SIZE 0x600
struct fold_table {
	struct folded_character {
		unsigned char len;
		char bytes[5];
	} characters[FOLD_TABLE_SIZE];
};

void fold_table_fill(struct fold_table *table);

/* Adds the folded bytes. Those that are no UTF-8 count as Latin-1, or with `strict` as a break. */
void fold_bytes(
    const struct fold_table *table, struct slice bytes, bool strict, struct buffer *out);

#endif
