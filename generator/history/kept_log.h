/*
 * What of the log may stand in the cache (source/log.h): nothing of what the site does not show. That are the versions
 * that oscuramenti.yaml hides, whatever else such a commit did; acts that are drafts, removed or gone; files beside acts
 * that are no attachment of a public one, and others that have no place in the site, or not any more; and notes of
 * commits that no page quotes. That an act was once a draft
 * leaves the ids of its blobs, as everywhere, and no word.
 */
#ifndef ZONALE_HISTORY_KEPT_LOG_H
#define ZONALE_HISTORY_KEPT_LOG_H

#include "history/site_history.h"
#include "source/log.h"

/*
 * Keeps the log from which this history was made. redaction_commits: as redaction_commits_find gave them. Where errors
 * were reported of the content, nothing new is kept: an entry of oscuramenti.yaml may be among what can't be read.
 */
void log_keep(const struct site_history *history, const struct source_log *log,
    const size_t *redaction_commits, struct diagnostics *diagnostics);

#endif
