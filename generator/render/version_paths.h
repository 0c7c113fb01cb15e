/*
 * Which versions of acts have pages, and which comparisons, and where (design 5). Every link to one asks here, so that
 * none leads nowhere.
 *
 * What a removal took away stays away: an act that was removed and is back has no pages of what it said before, nor of
 * what had changed in it. It may have been removed for what it said.
 */
#ifndef ZONALE_RENDER_VERSION_PATHS_H
#define ZONALE_RENDER_VERSION_PATHS_H

#include "history/site_history.h"
#include "render/layout.h"

/* The page of a version as it read; empty for the version of today, and where there is none. */
struct slice version_path(const struct history_entry *entry, struct arena *arena);

/* The comparison with the version before it; empty where that may not be told. */
struct slice comparison_path(const struct history_entry *entry, struct arena *arena);

/* The comparison of the first version with that of today; empty where there are fewer than three. */
struct slice whole_comparison_path(const struct page_history *history, struct arena *arena);

/* The frame of a page on an act's versions: below its chronology, and kept out of search engines. */
void version_crumbs(struct maker *maker, struct layout *layout, const struct act *act);

/* The oldest version that may be compared and has a page, where any has; else the count of all. */
size_t first_comparable(const struct page_history *history);

#endif
