/*
 * Entries of the programme's progress that were changed after they had been written: pages say so (design 4.2).
 * What the entry said before is not kept, nor shown.
 */
#ifndef ZONALE_HISTORY_PROGRESS_HISTORY_H
#define ZONALE_HISTORY_PROGRESS_HISTORY_H

#include "model/site.h"
#include "source/log.h"

struct progress_change {
	const struct progress *progress;
	struct date day; /* in Rome, of the last commit that changed what the entry says */
};

struct progress_changes {
	struct progress_change *items; /* only those that were changed */
	size_t count, cap;
};

/*
 * Looks through the log for changes of each entry. Of an entry with an oscuramento nothing is told. Returns -1 after
 * reporting a failure of the system.
 */
int progress_changes_read(const struct site *site, const struct source_log *log,
    struct arena *arena, struct progress_changes *changes, struct diagnostics *diagnostics);

/* The day of the last change; DATE_NONE where there is none. */
struct date progress_changed_on(
    const struct progress_changes *changes, const struct progress *progress);

#endif
