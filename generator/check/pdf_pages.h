/*
 * How many pages the author says a PDF has (`pagine`), beside what poppler counts (Debian: poppler-utils), where that is
 * installed: a note where they differ. It has no part in a build, whose result may not hang on what a machine has, and
 * which has no time for another program: `zonale check` alone asks.
 */
#ifndef ZONALE_CHECK_PDF_PAGES_H
#define ZONALE_CHECK_PDF_PAGES_H

#include "model/site.h"

/* What poppler says, "...\nPages:           12\n..." : 12; 0 where it says nothing of pages. */
uint32_t pdf_pages_said(struct slice facts);

/* A PDF that can't be read, or counted, is passed over. Returns 0; -1 after reporting a failure of the system. */
int check_pdf_pages(const struct site *site, struct diagnostics *diagnostics);

#endif
