/* Texts in other clothes: each view adds to `out` what the bytes say when one encoding is taken off them. */
#ifndef ZONALE_CHECK_SECRET_VIEWS_H
#define ZONALE_CHECK_SECRET_VIEWS_H

#include "base/buffer.h"

/* Between pieces that did not stand side by side: no term holds it. */
#define VIEW_BREAK '\x01'

/* False where the encoding does not occur at all: what was added is then of no use. */
typedef bool secret_view(struct slice bytes, struct buffer *out);

secret_view view_percent, view_references, view_escapes, view_quoted, view_hyphenated;

/* Tags as nothing (those without content as a blank): words that they cut; and all as blanks: words that they part. */
secret_view view_tags_joined, view_tags_parted;

/* UTF-16, as UTF-8: units from this byte (0 or 1) on, the high or the low half first. Runs of letters alone. */
bool view_utf16(struct slice bytes, size_t from, bool high_first, struct buffer *out);

/*
 * Runs of base64 or hexadecimal digits, read from their `shift`th digit on: those that decode to text into `text`, all
 * others into `other`.
 */
void view_base64(struct slice bytes, unsigned shift, struct buffer *text, struct buffer *other);
void view_hexadecimal(
    struct slice bytes, unsigned shift, struct buffer *text, struct buffer *other);

/* How many digits a hexadecimal character stands for: 0..15, or -1. */
int hex_value(char c);

#endif
