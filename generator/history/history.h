/*
 * The versions of a page (design 6): which of the commits that touched its file a reader is shown, under which
 * day, and as what.
 *
 * Two steps. history_revisions() follows a file through its former places (`gia`) and gives every state that a
 * commit left it in. Who knows the model then says of each what it showed (struct revision_facts), and
 * history_versions() decides. Neither looks at a clock, a repository or the model.
 *
 * All that is returned lives in the arena; paths are borrowed from the log or the caller.
 */
#ifndef ZONALE_HISTORY_HISTORY_H
#define ZONALE_HISTORY_HISTORY_H

#include "base/date.h"
#include "source/log.h"

/* What one commit made of a file. */
struct file_revision {
	size_t commit;     /* index into the log's commits */
	int64_t time;      /* its committer's, unix seconds */
	struct date day;   /* the same in Rome */
	struct slice path; /* where the file stood; where it had stood when it is gone */
	bool has_blob;     /* false: the file was removed */
	unsigned char oid[SOURCE_OID_SIZE];
};

struct file_revisions {
	struct file_revision *items; /* oldest first; neighbours differ in place or content */
	size_t count;
};

/*
 * The revisions of the file at `path` and, while nothing stood there, at its former places. A move is one
 * revision, whether the commit that ended one place began the next or not; where several former places were
 * occupied at once, the one changed last counts.
 */
struct file_revisions history_revisions(const struct source_log *log, struct slice path,
    const struct slice *former, size_t former_count, struct arena *arena);

/*
 * Was there ever a file at this former place? Reports an error at `at` where not, naming it as its author
 * did.
 */
bool history_check_former(const struct source_log *log, struct slice path, struct slice shown,
    struct position at, struct diagnostics *diagnostics);

enum revision_state {
	REVISION_HIDDEN, /* no page with content: no file, a draft, a card for what was removed */
	REVISION_PUBLISHED, /* a page, from and until the days below */
	REVISION_UNUSABLE,  /* its file had errors: the site stayed as it was */
};

/* What a revision showed, as the model reads it today. */
struct revision_facts {
	enum revision_state state;
	struct date from;  /* pubblicato_dal, or none */
	struct date until; /* pubblica_fino_al, the last day, or none */
};

/* An entry of oscuramenti.yaml that covers the file: all before it is hidden. */
struct obscuring {
	bool by_time;
	int64_t time;  /* by_time: committed before this, unix seconds */
	size_t commit; /* else: before the first commit that holds the entry */
};

enum version_kind {
	VERSION_PUBLISHED, /* pubblicazione */
	VERSION_UPDATED,   /* aggiornamento della pagina */
	VERSION_REMOVED,   /* rimossa dal sito */
	VERSION_RESTORED,  /* di nuovo pubblicata */
};

struct version {
	enum version_kind kind;
	size_t revision;   /* index: the revision that it shows, or that ended the page */
	size_t before;     /* index: the revision shown before it */
	bool follows;      /* an update of the version before it: what changed may be told */
	struct date day;   /* never earlier than the version's before it, nor than pubblicato_dal */
	unsigned number;   /* 1, 2, 3 on the same day */
	struct slice name; /* "2031-04-15", "2031-04-15-2": the version's place in the URL */
};

struct versions {
	struct version *items; /* oldest first */
	size_t count;

	/* Something that was once shown is hidden: for the one sentence of design 6, and nothing more. */
	bool obscured_before;
};

/* Does revision `after` say something else to a reader than `before` (design 6)? Asked once of each pair. */
typedef bool revision_differs(void *context, size_t before, size_t after);

/* What a file's history is told from. */
struct version_facts {
	const struct file_revision *revisions;
	const struct revision_facts *facts; /* one a revision */
	size_t count;
	const struct obscuring *obscurings;
	size_t obscuring_count;
	revision_differs *differs; /* asked of neighbours among the revisions that were shown */
	void *context;
};

/*
 * today: a page that begins or ends on a later day has not yet done so. A revision
 * replaced before its pubblicato_dal was never shown and is no version. Obscuring hides a revision and all
 * before it, whatever their times say.
 */
struct versions history_versions(
    const struct version_facts *facts, struct date today, struct arena *arena);

#endif
