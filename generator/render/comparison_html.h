/*
 * HTML of two texts laid beside each other (history/text_comparison.h). What was added stands in <ins>, what was removed
 * in <del>, with words that only screen readers say where it begins and ends; what moved says from where or to where.
 * Blocks that did not change are folded away but for the nearest heading and one block around each change; <details>
 * works without JavaScript. It has no ids, and no links to places in itself.
 *
 * What a theme styles:
 *   ins.aggiunto, del.tolto              words that were added or removed, also all those of a block that was as a whole
 *   del.spostato-via                     the words of a block at the place that it moved away from
 *   div.aggiunto, div.tolto, div.spostato-qui, div.spostato-via
 *                                        around blocks that were added, removed or moved as a whole; li and tr have
 *                                        these classes themselves
 *   p.spostamento, span.spostamento      "Spostato qui dal punto 5", "Spostato al punto 2": first in those
 *   details.invariato > summary          what is folded; a list that is folded in part stands in several lists
 *   .visually-hidden                     said, not shown
 * and all of render/md_html.h.
 */
#ifndef ZONALE_RENDER_COMPARISON_HTML_H
#define ZONALE_RENDER_COMPARISON_HTML_H

#include "history/text_comparison.h"
#include "render/maker.h"

/* In the maker's arena. Links of both texts are resolved as those of this file are now; what leads nowhere is text. */
struct html comparison_html(struct maker *maker, const struct content_file *file,
    const struct text_comparison *comparison, unsigned first_heading);

#endif
