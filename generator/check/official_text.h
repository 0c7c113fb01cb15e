/*
 * The programme's official text, as the Region counts and divides it: 3,000 characters a point under five
 * headings, 800 for the introduction (design 4.2). A point's text stands in punti/NN-slug.md, the introduction's
 * in punti/00-slug.md, without headings.
 */
#ifndef ZONALE_CHECK_OFFICIAL_TEXT_H
#define ZONALE_CHECK_OFFICIAL_TEXT_H

#include "parse/markdown.h"

#define OFFICIAL_TEXT_POINT_MAX 3000
#define OFFICIAL_TEXT_INTRODUCTION_MAX 800
#define OFFICIAL_TEXT_HEADINGS 5

/* Code points of a text in NFC; white space counts one a run, and not at all at both ends. */
size_t characters_counted(struct slice text);

/* The same of a Markdown text without its headings and marks. */
size_t official_text_length(const struct md *md);

/* The first of the five headings that is missing or not in its place ("Criticità"), or null. */
const char *official_text_heading_missing(const struct md *md, struct arena *scratch);

#endif
