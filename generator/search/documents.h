/*
 * What the search finds: every act that lists may hold, and what else the site tells. A document is a page, or a part
 * of one that has an address (an action of the programme, an entry of the glossary).
 *
 * Never among them: drafts, acts to come, removed acts and what else speaks of them (an agenda's item), old versions.
 * People's names in keys (attendance, signatures, offices) are not read: there is no index of who was where
 * (design 4.3). Acts that search engines may not index are here: it is the site's own search (design 4.1).
 */
#ifndef ZONALE_SEARCH_DOCUMENTS_H
#define ZONALE_SEARCH_DOCUMENTS_H

#include "model/site.h"

enum search_kind {
	SEARCH_ACT,
	SEARCH_MEETING,
	SEARCH_PROGRAMME,
	SEARCH_POINT,
	SEARCH_ACTION,
	SEARCH_REPORT,
	SEARCH_REGULATION,
	SEARCH_BODY,
	SEARCH_MUNICIPALITY,
	SEARCH_TABLE,
	SEARCH_SCHOOL,
	SEARCH_TERM,
	SEARCH_NORM,
	SEARCH_PAGE,
	SEARCH_SERVICE, /* search/services.h: a page, too, for who asks */
	SEARCH_KIND_COUNT
};

/* The word for it in the index's files: "atto". */
const char *search_kind_name(enum search_kind kind);

struct search_document {
	enum search_kind kind;
	const void *subject; /* a struct of the model, by kind */
	struct slice path;   /* model/url.h, perhaps with a fragment */
	struct slice title;  /* plain text */
	struct date date;    /* unknown for what has none */
};

struct search_documents {
	struct search_document *items;
	size_t count, cap;
};

/* All documents: those without a date first, then by date; the order is total. Titles and paths in the arena. */
void search_documents_of(
    const struct site *site, struct arena *arena, struct search_documents *documents);

/* How much a word says by the place where it stands. */
enum search_field { FIELD_TITLE, FIELD_SUBJECT, FIELD_SUMMARY, FIELD_TEXT, FIELD_COUNT };

/* One text of a document at a time. */
struct search_sink {
	/* `text` is valid during the call. */
	void (*text)(void *context, enum search_field field, struct slice text);
	/* "5/2017", "dczi 5", "2017-04", "azione 12": the document is what is called so. */
	void (*name)(void *context, struct slice key);
	void *context;
};

/*
 * Reads a document through: its texts, in any order. Returns the words for its entry in a list of results (plain,
 * perhaps empty), in the arena. What reading a file again says was said at load: it goes to `unheard`; a failure of
 * the system to `failures`.
 */
struct search_reading {
	const struct site *site;
	struct arena *arena;
	struct diagnostics *unheard, *failures;
};
struct slice search_document_read(struct search_reading *reading,
    const struct search_document *document, const struct search_sink *sink);

/* What results can be narrowed to. */
enum search_facet {
	FACET_KIND,
	FACET_TYPE,
	FACET_YEAR,
	FACET_BODY,
	FACET_TOPIC,
	FACET_MUNICIPALITY,
	FACET_STATUS,
	FACET_COUNT
};
/* "tipo": its name in the index's files and in addresses. */
const char *search_facet_name(enum search_facet facet);

/* Calls `value` for each value that the document has: ids, or last parts of model/url.h's addresses of lists. */
void search_document_facets(const struct search_document *document, struct arena *arena,
    void (*value)(void *context, enum search_facet facet, struct slice value), void *context);

/* The status as a facet has it; empty where nothing is recorded that a reader must know. */
struct slice search_act_status(const struct act *act, struct arena *arena);

#endif
