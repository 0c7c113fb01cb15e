/*
 * The history of the site's files as its pages tell it: each one's versions with day, kind, public note and what
 * changed, and all of them together by day. Drafts, what is obscured and what was removed leave nothing here (design
 * 6): only what may be published gets out of this module; no author, subject or hash ever does.
 */
#ifndef ZONALE_HISTORY_SITE_HISTORY_H
#define ZONALE_HISTORY_SITE_HISTORY_H

#include "history/change.h"
#include "history/history.h"
#include "history/obscured.h"
#include "history/subjects.h"
#include "history/trailers.h"

struct page_history;

/* One version of a page. */
struct history_entry {
	const struct page_history *history;
	enum version_kind kind;

	/*
	 * The page was removed since: that there was this version is all there is to tell, without note and changes, and
	 * what it said is not to be read.
	 */
	bool withheld;

	/* VERSION_UPDATED: what kind of change of the page it is. Of all others KIND_NONE. */
	enum change_kind change_kind;
	struct date day;
	unsigned number;
	struct slice name; /* "2031-04-15-2" */
	struct slice note; /* the secretariat's public note; may be empty */

	/* VERSION_UPDATED: against the version before; none where that one may not be shown (KIND_OBSCURING). */
	struct changes changes;
	bool reason_missing; /* an act's text or votes changed, and no note says why */
};

struct page_history {
	struct history_subject subject;
	struct history_entry *entries; /* oldest first */
	size_t count;
	bool obscured_before;
};

struct site_history {
	const struct site *site;
	struct arena *arena; /* owned, with those of the workers that read it */
	struct arena **keep;
	unsigned keep_count;

	/* One a subject, acts first, in the site's order; empty for acts without a whole page. */
	struct page_history *pages;
	size_t page_count;
	struct map by_path; /* of the file -> struct page_history */

	const struct history_entry *
	    *news; /* all, newest first; of one day acts before the others */
	size_t news_count;

	/* Paths of acts' files that were public once and are gone or hidden now (check_vanished). */
	ARRAY(struct slice) once_public;

	/* Paths whose entries were taken out of oscuramenti.yaml. */
	struct withdrawn_paths withdrawn;

	struct kept_pages *kept; /* for site_history_keep alone; null without a cache */

	/* For history_version_read alone: of each page the revisions that its entries show. */
	const struct file_revision **shown;
};

/*
 * Begins to read the log of a source, on a thread of its own where `aside`, so that the site can be loaded meanwhile.
 * To be freed, whether it was used or not; the source must outlive it.
 */
struct history_log *history_log_begin(struct source *source, bool aside);
void history_log_free(struct history_log *log);

/* What an earlier version of a page said, where it is still to be had: obscured ones are not. */
struct earlier_text {
	const struct content_file *file; /* as it is today */
	struct date day;                 /* the version's */
	struct slice whole;              /* the file of then, keys and body */
	const struct yaml_node *root;    /* its keys */
};

/* What stands in an earlier text, to who looks at it. */
enum earlier_content {
	EARLIER_CLEAN, /* nothing: it needs never be shown again */
	EARLIER_TO_WATCH, /* what may mean something else when other files change: to be shown to the next build, too */
	EARLIER_SECRET, /* what should not be there: nothing of the page may be kept */
};

/*
 * Who looks at earlier texts while they are read anyway. They are valid during the call alone, which comes from the
 * worker's thread; those of one page from one worker, oldest first. What the file says today is not among them.
 */
struct history_listener {
	enum earlier_content (*earlier)(
	    void *context, unsigned worker, const struct earlier_text *text);
	void *context;
};

/*
 * Makes the history of the site with so many workers, from the log, which it waits for. Null after reporting why it
 * can't be trusted or read. The site must be derived, and outlive it. The listener may be null.
 */
struct site_history *site_history_read(const struct site *site, struct history_log *log,
    unsigned workers, const struct history_listener *listener, struct diagnostics *diagnostics);
void site_history_free(struct site_history *history);

/*
 * Keeps what was learned of the pages for the next build, in the source's cache; where there are errors nothing new, so
 * it is to be called when all is checked.
 */
void site_history_keep(const struct site_history *history, struct diagnostics *diagnostics);

/* The history of a content file's page; null where it has none. */
const struct page_history *history_of(
    const struct site_history *history, const struct content_file *file);

/* The day on which what a file says last changed after it had been written; DATE_NONE where nothing may be told. */
struct date history_changed_on(const struct site_history *history, const struct content_file *file);

/* A version of an act, as it read. */
struct old_version {
	/* Linked to today's registers, with the names of then and the address of today (model/past.h). */
	const struct act *act;
	const struct md *body; /* null: it has none, or one that can't be parsed */
	struct slice text;     /* of a body that can't be parsed; else empty */
};

/*
 * Reads again what a version of an act said, into the arena; not that of an entry by which the page ended. Returns 0;
 * -1 after reporting a failure of the system. For several threads at once.
 */
int history_version_read(const struct site_history *history, const struct history_entry *entry,
    struct arena *arena, struct old_version *version, struct diagnostics *diagnostics);

/* What changed from one version of an act to another, any two, into the arena. Returns 0, or -1 as above. */
int history_versions_compare(const struct site_history *history, const struct history_entry *before,
    const struct history_entry *after, struct arena *arena, struct changes *changes,
    struct diagnostics *diagnostics);

#endif
