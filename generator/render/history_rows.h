/*
 * Versions of pages in lists: of one act's chronology, of the news of all, of a page's own story. What changes is the
 * copy on this site, never the act (design 6): the words of these rows say so. All that a row says is made here of the
 * entry and its changes (history/change.h); pages choose which entries they show.
 */
#ifndef ZONALE_RENDER_HISTORY_ROWS_H
#define ZONALE_RENDER_HISTORY_ROWS_H

#include "history/site_history.h"
#include "render/italiano_changes.h"
#include "render/rows.h"

/* Lists of several pages' changes show so many sentences of each; the rest is told where `all_url` leads. */
#define SENTENCES_SHOWN 3

struct version_row {
	struct date day;
	struct slice day_text;              /* "10 febbraio 2031" */
	struct slice version_text;          /* "versione del 10 febbraio 2031" */
	struct slice kind;                  /* "Correzione della copia" */
	struct slice title, reference, url; /* of the page that changed */
	bool has_title;                     /* title is not the reference */
	struct sentences sentences;         /* what changed */
	struct slice more;    /* "Altre 4 modifiche: ..."; empty where all are shown */
	struct slice all_url; /* where all sentences are; empty where nothing is left out */
	struct slice closing; /* what did not change; that no reason was given */
	struct slice note;    /* `La segreteria scrive: "..."`; or empty */
	struct slice version_url, comparison_url; /* may be empty */
};

struct version_rows {
	struct version_row *items;
	size_t count, cap;
};

/* parti/versione.mustache writes it in lists of several pages' changes. */
extern const struct view version_row_view;

/* With all sentences, or with so many of them. */
#define ALL_SENTENCES SIZE_MAX
struct version_row version_row_of(
    struct maker *maker, const struct history_entry *entry, size_t sentences);

/* Is something hidden of which none of its rows tells? Null is allowed. */
bool history_hides_silently(const struct page_history *history);

/*
 * How a page came to be as it is, told at its end: parti/storia.mustache writes it.
 */
struct page_story {
	struct version_rows versions; /* newest first */
	struct slice
	    never_changed; /* "Pubblicata il ...: da allora non è cambiata."; instead of a list */
	bool several;      /* of more than one file: each row says of what it is */
	bool obscured_before;
};
extern const struct view page_story_view;
#define STORY_FIELD(type) VIEW_OBJECT(type, story, "storia", struct page_story, &page_story_view)

/* Of these files; null where none of them has a history yet. */
const struct page_story *page_story_of(
    struct maker *maker, const struct content_file *const *files, size_t count);

#endif
