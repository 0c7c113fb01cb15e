/*
 * Bytes that become html as they are. For render/html.c, render/md_html.c and the template engine alone (`make
 * layers`): whoever includes this vouches for the markup.
 */
#ifndef ZONALE_RENDER_HTML_RAW_H
#define ZONALE_RENDER_HTML_RAW_H

#include "render/html.h"

/* Borrowed: the bytes must outlive the html. */
struct html html_from_markup(struct slice markup);

/* The buffer behind a builder, to write markup into. */
struct buffer *html_out(struct html_builder *builder);

/* Percent-encodes what no URL may hold, and escapes & and '; looks at no scheme. */
void html_escape_any_url(struct buffer *out, struct slice url);

#endif
