/* Every kind of page: a file each, or a few that belong together. pages.c has them in the order of the plan. */
#ifndef ZONALE_RENDER_PAGES_H
#define ZONALE_RENDER_PAGES_H

#include "render/plan.h"

extern const struct page_kind acts_page_kind;  /* page_acts.c */
extern const struct page_kind error_page_kind; /* page_error.c */

#endif
