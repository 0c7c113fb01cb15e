/*
 * The history of the site's acts as its pages tell it: each act's versions with day, kind and public note, and all
 * of them together by day. Drafts, what is obscured and what was removed leave nothing here (design 6): only what
 * may be published gets out of this module.
 */
#ifndef ZONALE_HISTORY_SITE_HISTORY_H
#define ZONALE_HISTORY_SITE_HISTORY_H

#include "history/history.h"
#include "history/progress_history.h"
#include "history/trailers.h"
#include "model/site.h"

/* One version of an act's page. */
struct history_entry {
	const struct act *act;
	enum version_kind kind;
	struct date day;
	unsigned number;
	struct slice name; /* "2031-04-15-2" */
	struct slice note; /* the secretariat's public note; may be empty */
};

struct act_history {
	const struct act *act;
	struct history_entry *entries; /* oldest first */
	size_t count;
	bool obscured_before;
};

struct site_history {
	const struct site *site;
	struct arena *arena; /* owned, with those of the workers that read it */
	struct arena **keep;
	unsigned keep_count;
	struct act_history
	    *acts; /* one a site's act, in its order; empty for those without a whole page */
	size_t act_count;
	const struct history_entry **news; /* all, newest first; of one day in the order of acts */
	size_t news_count;

	struct progress_changes progress_changes;

	/* Paths of acts' files that were public once and are gone or hidden now (check_vanished). */
	ARRAY(struct slice) once_public;
};

/*
 * Begins to read the log of a source, on a thread of its own where `aside`, so that the site can be loaded meanwhile.
 * To be freed, whether it was used or not; the source must outlive it.
 */
struct history_log *history_log_begin(struct source *source, bool aside);
void history_log_free(struct history_log *log);

/*
 * Makes the history of the site with so many workers, from the log, which it waits for. Null after reporting why it
 * can't be trusted or read. The site must be derived, and outlive it.
 */
struct site_history *site_history_read(const struct site *site, struct history_log *log,
    unsigned workers, struct diagnostics *diagnostics);
void site_history_free(struct site_history *history);

/* The history of an act; null without one. */
const struct act_history *history_of(const struct site_history *history, const struct act *act);

#endif
