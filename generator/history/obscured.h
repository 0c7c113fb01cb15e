/*
 * Which revisions of a file oscuramenti.yaml hides (design 6, 10): its own entries, those of its attachments, and those of
 * its former places.
 */
#ifndef ZONALE_HISTORY_OBSCURED_H
#define ZONALE_HISTORY_OBSCURED_H

#include "history/history.h"
#include "model/site.h"

/*
 * For each redaction of the site without a time, the commit that first held it, in the arena; behind the last one where
 * it is not yet committed, so that everything is hidden from the moment it is written. A second entry for a path, of a
 * second mishap, is held by the first commit that holds two; one that was taken out and put back, by the one that put it
 * back. Null after reporting a failure.
 */
const size_t *redaction_commits_find(const struct site *site, const struct source_log *log,
    struct arena *arena, struct diagnostics *diagnostics);

/* The obscurings of a content file, and of the act in it (or null) with all of its places; returns how many. */
size_t obscurings_of(const struct site *site, const size_t *redaction_commits,
    const struct content_file *file, const struct act *act, struct arena *arena,
    struct obscuring **obscurings);

/*
 * Entries that an older oscuramenti.yaml held and today's does not: what they hid would come back (design 6: it stays
 * hidden). An entry is there still where one for its path hides as much. Adds to the list, in the arena, the path of each
 * that still means something of the site. Returns 0; -1 after reporting a failure.
 */
struct withdrawn_paths {
	struct slice *items;
	size_t count, cap;
};
int redactions_find_withdrawn(const struct site *site, const struct source_log *log,
    struct arena *arena, struct withdrawn_paths *withdrawn, struct diagnostics *diagnostics);

#endif
