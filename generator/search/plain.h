/* Texts without their Markdown, and the beginning of a text. */
#ifndef ZONALE_SEARCH_PLAIN_H
#define ZONALE_SEARCH_PLAIN_H

#include "base/arena.h"

/* A short Markdown text of a key as plain text on one line. */
struct slice plain_markdown(struct slice text, struct arena *arena);

/* Runs of white space as one blank, none at both ends. */
struct slice plain_line(struct slice text, struct arena *arena);

/* At most so many characters, cut behind a word, with "…" where something was cut. */
struct slice plain_cut(struct slice text, size_t characters, struct arena *arena);

#endif
