/* Which escaper makes a value of this kind safe in this place of the HTML. */
#ifndef ZONALE_RENDER_TEMPLATE_VALUE_H
#define ZONALE_RENDER_TEMPLATE_VALUE_H

#include "render/html_place.h"
#include "render/template_provider.h"

/*
 * `raw`: written as {{{name}}}. Returns true with the escaper; false after reporting why none will
 * do. The place moves on over the value in any case.
 */
bool template_value_escape(struct html_place *place, enum view_kind kind, bool raw,
    struct slice name, struct position at, struct diagnostics *diagnostics, enum escape *escape);

#endif
