/* Comparisons of texts in a form that is easily read, for tests. */
#ifndef ZONALE_TESTS_COMPARISON_SUPPORT_H
#define ZONALE_TESTS_COMPARISON_SUPPORT_H

#include "history/text_comparison.h"

void parse_text(const char *text, struct arena *arena, struct md *md);

/* Parses both (null: no text) and compares them, in the arena. */
void compare_texts(
    const char *before, const char *after, struct arena *arena, struct text_comparison *out);

/*
 * The merged tree: "p(Il [-30-]{+31+} marzo)", blocks by letters (p, h1.., points, 3., list, item, quote, table, row,
 * cell, code, rule, note); before them '~' for changed, '+', '-', '>' for moved here, '<' for moved away, '=' between
 * two that replaced each other; "3.<2." for a point's label before, "3.!2." where it was corrected.
 */
const char *comparison_tree(const struct text_comparison *comparison, struct arena *arena);

/* What changed: "replaced point 3 [Delibera] '30 giugno' -> '30 luglio'; moved ... from ..." */
const char *comparison_changes(const struct text_comparison *comparison, struct arena *arena);

/*
 * One side of the merged tree as plain text with blanks run together; and a text itself, alike. Equal for a comparison
 * in which nothing is lost.
 */
const char *comparison_side(
    const struct text_comparison *comparison, bool before, struct arena *arena);
const char *text_plain(const struct md *md, struct arena *arena);

#endif
