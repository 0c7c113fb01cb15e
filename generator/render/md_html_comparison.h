/* HTML of two texts laid beside each other; render/comparison_html.h says what it is made of. */
#ifndef ZONALE_RENDER_MD_HTML_COMPARISON_H
#define ZONALE_RENDER_MD_HTML_COMPARISON_H

#include "history/text_comparison.h"
#include "render/md_html.h"

/* Citations stay text: words that changed may cut them. */
struct html md_html_comparison(const struct text_comparison *comparison,
    const struct md_html_options *options, struct arena *arena);

#endif
