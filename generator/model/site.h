/*
 * The site: everything that was read, linked and derived. Built once by load, link and derive; const
 * and shared by all workers afterwards. It owns its arenas; nothing in it outlives site_free.
 */
#ifndef ZONALE_MODEL_SITE_H
#define ZONALE_MODEL_SITE_H

#include "base/map.h"
#include "model/programme.h"

struct site {
	struct arena *arena;
	struct arena **worker_arenas; /* what each loading worker kept */
	unsigned workers;
	struct source *source; /* borrowed */
	struct date today;
	bool drafts; /* --drafts: drafts are shown as if published, marked */

	struct settings settings;
	ARRAY(struct content_file) files;           /* by path */
	ARRAY(struct organisation *) organisations; /* the registers: in the order of their files */
	ARRAY(struct person *) people;
	ARRAY(struct topic *) topics;
	ARRAY(struct glossary_entry *) glossary; /* by term */
	ARRAY(struct event *) events;
	ARRAY(struct school *) schools;
	ARRAY(struct legal_source *) legal_sources;
	ARRAY(struct redaction *) redactions;
	ARRAY(struct ceased *) ceased;
	ARRAY(struct public_note *) public_notes;
	ARRAY(struct body *) bodies;            /* by id */
	ARRAY(struct meeting *) meetings;       /* by date, then body */
	ARRAY(struct working_table *) tables;   /* by id */
	ARRAY(struct act *) acts;               /* by act_cmp; those that nobody sees too */
	ARRAY(struct programme *) programmes;   /* by years */
	ARRAY(struct report *) reports;         /* by date */
	ARRAY(struct regulation *) regulations; /* by id, then date */
	ARRAY(struct page *) pages;             /* by slug */

	/*
	 * id -> struct, one map a target. Acts by AAAA/<id>; points, goals and actions, whose ids are
	 * of one programme, by "AAAA-AAAA/<id>".
	 */
	struct map by_id[TARGET_COUNT];
	ARRAY(struct slice) ids[TARGET_COUNT]; /* the same ids in file order, for suggestions */
	struct map files_by_path;              /* -> struct content_file */

	const struct slice *initials; /* of all bodies' acts, for finding citations */
	size_t initials_count;
};

struct site_options {
	struct date today;
	unsigned workers; /* at least 1 */
	bool drafts;
};

/*
 * Reads every content file of the source with so many workers. What is wrong goes to diagnostics; the
 * site holds what could be read. Null only after a failure of the system was reported. The source must
 * outlive the site.
 */
struct site *site_load(
    struct source *source, const struct site_options *options, struct diagnostics *diagnostics);
void site_free(struct site *site);

/* Resolves every reference and makes the links back. Unknown ids are errors with a suggestion. */
void site_link(struct site *site, struct diagnostics *diagnostics);

/* Visibility, recorded status, completeness, terms, progress: all that is never written. */
void site_derive(struct site *site);

/*
 * Reports links inside texts that lead to nothing of this site (model/target.h). Which pages there are hangs on
 * visibility, so it comes behind site_derive.
 */
void site_check_links(const struct site *site, struct diagnostics *diagnostics);

#endif
