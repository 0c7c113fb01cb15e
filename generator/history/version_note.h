/*
 * What the secretariat says of a version: its public note and the kind of change, from note_pubbliche.yaml, which speaks
 * for a commit or instead of it, else from the trailers of the commit.
 */
#ifndef ZONALE_HISTORY_VERSION_NOTE_H
#define ZONALE_HISTORY_VERSION_NOTE_H

#include "history/history.h"
#include "history/trailers.h"
#include "model/site.h"

/*
 * Of the version with this index, of the page of the file that stands at `path` today. That a page ended on its last
 * day is no commit's doing: nothing is said of that.
 */
struct commit_note version_note_of(const struct site *site, const struct source_log *log,
    struct slice path, const struct file_revisions *revisions, const struct versions *versions,
    size_t which, struct arena *scratch, struct diagnostics *diagnostics);

#endif
