/*
 * What the keys of PDFs say, beside what poppler finds in them (Debian: poppler-utils), where that is installed: other
 * pages than `pagine`, and no text where `accessibile: no` does not say so. Notes alone. It has no part in a build, whose
 * result may not hang on what a machine has, and which has no time for other programs: `zonale check` alone asks.
 */
#ifndef ZONALE_CHECK_PDF_FACTS_H
#define ZONALE_CHECK_PDF_FACTS_H

#include "model/site.h"

/* What pdfinfo says, "...\nPages:           12\n..." : 12; 0 where it says nothing of pages. */
uint32_t pdf_pages_said(struct slice facts);

/* A PDF that can't be read is passed over. One a worker in memory. Returns 0; -1 after reporting a failure of the system. */
int check_pdf_facts(const struct site *site, unsigned workers, struct diagnostics *diagnostics);

#endif
