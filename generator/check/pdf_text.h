/* A PDF's text and properties, by poppler's programs (Debian: poppler-utils) where they are installed. */
#ifndef ZONALE_CHECK_PDF_TEXT_H
#define ZONALE_CHECK_PDF_TEXT_H

#include "check/secret_search.h"

/* A pdf_reader; no context. */
enum pdf_answer pdf_text_read(void *context, struct slice pdf, struct buffer *text);

#endif
