/*
 * Typed HTML: the only text that reaches a page as it is. `struct html` says by its type that every byte of it was
 * either written by the program as markup or passed through the escaper of its context.
 *
 * Page code makes `struct html` from text (html_text) and from other html (html_join, struct html_builder); it holds
 * no word of markup itself, those stand in themes/. Only render/html.c, render/md_html.c and the template engine
 * include render/html_raw.h, which turns bytes into html; `make layers` proves it. The field of the struct is read
 * through html_markup, and set by nobody else.
 */
#ifndef ZONALE_RENDER_HTML_H
#define ZONALE_RENDER_HTML_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/url.h"

struct html {
	struct slice private_markup;
};

#define HTML_EMPTY ((struct html){ { "", 0 } })

/* The bytes, to be written to a page or a file. */
struct slice html_markup(struct html html);
bool html_empty(struct html html);

/* Text as content of an element. */
struct html html_text(struct slice text, struct arena *arena);

/* What was made elsewhere, one behind the other. */
struct html html_join(const struct html *parts, size_t count, struct arena *arena);

/*
 * Html that grows piece by piece. A zeroed struct is an empty builder; html_finish copies into the arena and
 * releases, html_discard only releases.
 */
struct html_builder {
	struct buffer private_out;
};

void html_add(struct html_builder *builder, struct html html);
void html_add_text(struct html_builder *builder, struct slice text);
struct html html_finish(struct html_builder *builder, struct arena *arena);
void html_discard(struct html_builder *builder);

/*
 * Escapers, one a context, each appending to `out`. They never fail; control characters that neither HTML nor XML
 * may hold (C0 but tab and line ends, and DEL) become U+FFFD.
 *
 * html_escape_text: content of an element, in HTML, in XML and in the text of an SVG: & < > "
 * html_escape_attribute: between double or single quotes: those, and '
 * html_escape_url: a whole URL between quotes (href, src, action). What url_is_safe (base/url.h) refuses becomes "#", and the
 * return value is then false, for the caller to report; every byte that no URL may hold is percent-encoded.
 * html_escape_url_part: one segment, value or fragment of a URL between quotes, behind what fixes its scheme: all but
 * unreserved characters (RFC 3986), ':' and '@' is percent-encoded
 */
void html_escape_text(struct buffer *out, struct slice text);
void html_escape_attribute(struct buffer *out, struct slice text);
bool html_escape_url(struct buffer *out, struct slice url);
void html_escape_url_part(struct buffer *out, struct slice text);

#endif
