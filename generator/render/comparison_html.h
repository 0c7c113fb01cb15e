/*
 * HTML of two texts laid beside each other (history/text_comparison.h). What was added stands in <ins>, what was removed
 * in <del>, with words that only screen readers say where it begins and ends; what moved says from where or to where.
 * Blocks that did not change are folded away but for the nearest heading and one block around each change; <details>
 * works without JavaScript. It has no ids, and no links to places in itself.
 *
 * What a theme styles:
 *   ins.aggiunto, del.tolto              words, also all the words of a whole block
 *   div.aggiunto, div.tolto              a whole block; li and tr have the class themselves
 *   div.spostato-qui, div.spostato-via   the same, moved; li and tr likewise
 *   span.spostamento                     the words that say where from or where to (in a p where around a block)
 *   details.invariato > summary          what is folded
 *   span.visually-hidden                 said, not shown
 * and all of render/md_html.h; the lists of a fold's two sides are lists of their own.
 */
#ifndef ZONALE_RENDER_COMPARISON_HTML_H
#define ZONALE_RENDER_COMPARISON_HTML_H

#include "history/text_comparison.h"
#include "render/maker.h"

/* In the maker's arena. Links of both texts are resolved as those of this file are now; what leads nowhere is text. */
struct html comparison_html(struct maker *maker, const struct content_file *file,
    const struct text_comparison *comparison, unsigned first_heading);

#endif
