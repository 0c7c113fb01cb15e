/*
 * A small whole site in memory, right in every detail, and what changes make of it: a test says what it
 * changes and what is then reported.
 */
#ifndef ZONALE_TESTS_SUPPORT_H
#define ZONALE_TESTS_SUPPORT_H

#include "check/check.h"

/* The day on which the sample is looked at. */
#define SAMPLE_TODAY ((struct date){ 2031, 6, 15 })

/*
 * One change: the first `from` in the file becomes `to`. from null: the file's whole text, new or not. to null: the
 * file is taken away. Paths are below content/.
 */
struct edit {
	const char *path, *from, *to;
};
#define MAX_EDITS 5

/* All that belongs to one loaded site; released by sample_release. */
struct sample {
	struct arena *arena;
	struct memory_file *files;
	size_t count;
	struct source *source;
	struct site *site;
	struct diagnostics diagnostics;
};

/*
 * Loads, links and derives the sample with the edits up to the first without a path. What is reported then is
 * kept. An edit whose text is not found fails the test.
 */
void sample_load(struct sample *sample, const struct edit *edits);
void sample_release(struct sample *sample);

/* The sample loaded and checked: what is reported, sorted, as in sample_reported. In the arena. */
const char *sample_check(const struct edit *edits, unsigned workers, struct arena *arena);

/*
 * "atti/2031/dczi-1.md:3:9 NAME arg,arg; ..." in order, without "content/"; a mark '*' behind the name for what is
 * accepted; no place where there is none.
 */
const char *sample_reported(const struct diagnostics *diagnostics, struct arena *arena);

/* A row of a table of checks, and the whole table through sample_check on one and on three workers. */
struct check_row {
	const char *name;
	struct edit edits[MAX_EDITS];
	const char *expected;
};
void sample_check_rows(const struct check_row *rows, size_t count);
#define CHECK_ROWS(rows) sample_check_rows(rows, sizeof rows / sizeof *(rows))

#endif
