/*
 * Citations of acts in running text: spans of bytes with what they say, never what they point to (the model resolves
 * that). A citation says its year or is none: "DGR 584" is not found, since two resolutions bear that number.
 */
#ifndef ZONALE_PARSE_CITATION_H
#define ZONALE_PARSE_CITATION_H

#include "base/arena.h"
#include "base/date.h"
#include "parse/markdown.h"

enum citation_kind {
	CITATION_OWN,      /* by a sigla of the site's bodies: "DCZI n. 1/2024" */
	CITATION_DELIBERA, /* "delibera n. 5 del 2017", "deliberazione della Conferenza n. 5/2017" */
	CITATION_DGR,      /* Giunta regionale; Tuscany is understood */
	CITATION_LR,       /* legge regionale; Tuscany is understood */
	/* acts of the State, known to Normattiva */
	CITATION_LEGGE,
	CITATION_DLGS,
	CITATION_DL,
	CITATION_DPR,
};

struct citation {
	size_t start, end; /* bytes [start, end) of the text */
	enum citation_kind kind;
	struct slice sigla;  /* CITATION_OWN: the caller's spelling; or "TUEL"; else empty */
	uint32_t number;     /* from 1 */
	struct slice suffix; /* "bis", "ter"..., as written; may be empty */
	uint16_t year;
	struct date date;     /* full where the text gives it, else only the year */
	struct slice article; /* "6-ter" where the text says "art. 6-ter"; may be empty */
};

struct citations {
	ARRAY(struct citation) list;
};

/*
 * All citations in the text, in order, without overlap. sigle: what the site's bodies call their acts ("DCZI"), matched
 * in any case, with or without dots. Slices of the result point into the text or the sigle.
 */
void citations_find(struct slice text, const struct slice *sigle, size_t sigle_count,
    struct arena *arena, struct citations *out);

/* A citation in a Markdown text: its run (md_run) begins at node `run`; start and end are bytes of the run. */
struct md_citation {
	uint32_t run, line;
	struct slice text; /* as written, in the arena */
	struct citation citation;
};

struct md_citations {
	ARRAY(struct md_citation) list;
};

/* Those of a whole text, not inside links and code. */
void md_citations(const struct md *md, const struct slice *sigle, size_t sigle_count,
    struct arena *arena, struct md_citations *out);

/*
 * The address of an act of the State at Normattiva by its URN (urn:nir, the standard of the Italian legislation's
 * names): "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013;33", with "~art6ter" for an
 * article; empty for other kinds.
 */
struct slice citation_normattiva(const struct citation *citation, struct arena *arena);

#endif
