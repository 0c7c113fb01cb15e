/* Pairs of texts of a file's keys, and what changed between them (change_text.h). */
#ifndef ZONALE_TESTS_KEY_CHANGE_ROWS_H
#define ZONALE_TESTS_KEY_CHANGE_ROWS_H

#include "model/programme.h"

struct key_change_row {
	const char *name;
	const struct key_table *table;
	const char *before, *after, *expected;
};

extern const struct key_change_row key_change_rows[];
extern const size_t key_change_row_count;

#endif
