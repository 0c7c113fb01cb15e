/* What a file really is, by its first bytes and not its name (design 9: type by content). */
#ifndef ZONALE_CHECK_SNIFF_H
#define ZONALE_CHECK_SNIFF_H

#include "base/slice.h"

enum content_kind {
	CONTENT_UNKNOWN,
	CONTENT_PDF,    /* ISO 32000: %PDF- in the first 1024 bytes */
	CONTENT_SIGNED, /* CMS signed data (RFC 5652): DER, PEM, or base64 alone */
	CONTENT_PNG,
	CONTENT_JPEG,
	CONTENT_ODS, /* ODF package whose first, stored member is its mimetype */
	CONTENT_ODT,
	CONTENT_ZIP,    /* another ZIP: .docx, .xlsx... */
	CONTENT_OFFICE, /* the old format of Word and Excel */
	CONTENT_TEXT,   /* UTF-8 without control characters */
	CONTENT_ACTIVE, /* text that a browser would run: HTML, SVG, a style sheet for XML */
};

enum content_kind content_sniff(struct slice bytes);

/* Does the content fit a file with this extension ("pdf")? Text fits csv and txt; xml and json by their first sign. */
bool content_fits(struct slice extension, struct slice bytes);

/* May a file with this extension be attached? (design 9) */
bool attachment_allowed(struct slice extension);

/* Is it text, which is searched for personal data? */
bool attachment_is_text(struct slice extension);

/* "PDF", "HTML", "?": the same in every language. */
const char *content_name(enum content_kind kind);

#endif
