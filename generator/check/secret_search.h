/*
 * Is something that must be nowhere in these bytes after all, as it is or in a form that hides it from grep? Other
 * case, accents, apostrophes and normal form count for the same, and so do white space, '-', '_' and '.'. Other
 * encodings and what lies inside PDF, ZIP and the like are looked into. Pure functions over bytes.
 *
 * The terms are secrets: they are kept nowhere but here, and overwritten at the end. Nothing that was found is given
 * out, only which term and in what form.
 */
#ifndef ZONALE_CHECK_SECRET_SEARCH_H
#define ZONALE_CHECK_SECRET_SEARCH_H

#include "base/buffer.h"

/* Code points of a term, white space at its ends and repeated aside: fewer are found by chance everywhere. */
#define SECRET_SHORTEST 3
#define SECRET_TERMS_MAX 64

/* In what form a term was found: bits, several where one lies in another; 0: as plain text. */
enum secret_way {
	SECRET_UTF16 = 1 << 0,
	SECRET_PERCENT = 1 << 1,    /* %C3%A8 */
	SECRET_REFERENCES = 1 << 2, /* &egrave; &#232; */
	SECRET_ESCAPES = 1 << 3,    /* \u00e8 \xe8 \350 \'e8 */
	SECRET_QUOTED = 1 << 4,     /* quoted-printable (RFC 2045) */
	SECRET_BASE64 = 1 << 5,
	SECRET_HEXADECIMAL = 1 << 6,
	SECRET_MARKUP = 1 << 7,     /* with tags inside the words */
	SECRET_HYPHENATED = 1 << 8, /* parted at the end of a line */
	SECRET_SPACED = 1 << 9,     /* a number with other blanks or signs inside */
	SECRET_PDF = 1 << 10,       /* in a compressed part of a PDF */
	SECRET_PDF_TEXT = 1 << 11,  /* in what a PDF shows, or its properties */
	SECRET_ZIP = 1 << 12,       /* in a member of a ZIP: .odt, .docx... */
	SECRET_GZIP = 1 << 13,
	SECRET_PICTURE = 1 << 14, /* in a compressed text of a picture */
	SECRET_WAY_COUNT = 15
};

/* What could not be looked into, as bits. */
enum secret_gap {
	SECRET_GAP_LOCKED = 1 << 0,    /* encrypted */
	SECRET_GAP_ARCHIVE = 1 << 1,   /* packed in a way that we can't unpack */
	SECRET_GAP_NO_READER = 1 << 2, /* a PDF, and nothing to read its text with */
	SECRET_GAP_BROKEN = 1 << 3,    /* damaged: read in part */
	SECRET_GAP_TOO_LARGE = 1 << 4, /* unpacks to more than we take */
	SECRET_GAP_PICTURE = 1 << 5,   /* a picture: nobody reads what it shows */
	SECRET_GAP_NO_TEXT = 1 << 6,   /* a PDF without text: a scan */
	SECRET_GAP_COUNT = 7
};

enum pdf_answer {
	PDF_READ,
	PDF_NO_TEXT,   /* read: it shows no text */
	PDF_NO_READER, /* the program is not installed */
	PDF_LOCKED,    /* encrypted or damaged */
};

/* Adds a PDF's text and properties. */
typedef enum pdf_answer pdf_reader(void *context, struct slice pdf, struct buffer *text);

struct secret_search;

enum secret_refusal {
	SECRET_ACCEPTED,
	SECRET_NONE,
	SECRET_TOO_SHORT,
	SECRET_TOO_MANY,
	SECRET_NO_TEXT
};

/*
 * One term a line of `input` (UTF-8); empty lines don't count. On refusal *search is null and *line the line at fault,
 * from 1. Nothing points into the input afterwards; it is the caller's to overwrite. `read_pdf` may be null.
 */
enum secret_refusal secret_search_new(struct slice input, pdf_reader *read_pdf, void *context,
    struct secret_search **search, size_t *line);

/* Overwrites the terms. Null is allowed. */
void secret_search_free(struct secret_search *search);

size_t secret_search_terms(const struct secret_search *search);

struct secret_find {
	bool found;
	unsigned ways;
};

/* What is in the bytes: `finds` has a place for each term. Returns enum secret_gap as bits. */
unsigned secret_search_look(
    struct secret_search *search, struct slice bytes, struct secret_find *finds);

/* Is any of the terms in it? For what would be shown: names of files. */
bool secret_search_any(struct secret_search *search, struct slice bytes);

#endif
