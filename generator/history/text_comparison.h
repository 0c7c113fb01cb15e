/*
 * Two Markdown texts, laid beside each other: one tree that holds all of both, each node with its fate, and the words
 * of a changed paragraph, cell or heading as runs. Pages of comparison are drawn from it, and what changed is told from
 * it (history/change.h).
 *
 * Cost is bounded: by the number of blocks and words, never their product, whatever the texts (both up to 4 MiB).
 */
#ifndef ZONALE_HISTORY_TEXT_COMPARISON_H
#define ZONALE_HISTORY_TEXT_COMPARISON_H

#include "history/change.h"
#include "parse/markdown.h"

#endif
