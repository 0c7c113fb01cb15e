/*
 * Versions of pages in lists: of one act's chronology, of the news of all. What changes is the copy on this site,
 * never the act (design 6): the words of these rows say so.
 */
#ifndef ZONALE_RENDER_HISTORY_ROWS_H
#define ZONALE_RENDER_HISTORY_ROWS_H

#include "history/site_history.h"
#include "render/rows.h"

struct version_row {
	struct date day;
	struct slice day_text;
	struct slice kind;                  /* "Aggiornamento della pagina" */
	struct slice title, reference, url; /* of the act */
	bool has_title;                     /* title is not the reference */
	struct slice note;                  /* the secretariat's; may be empty */
};

struct version_rows {
	struct version_row *items;
	size_t count, cap;
};

/* parti/versione.mustache writes it. */
extern const struct view version_row_view;

struct version_row version_row_of(struct maker *maker, const struct history_entry *entry);

#endif
