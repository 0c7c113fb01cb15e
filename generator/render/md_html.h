/*
 * HTML of a Markdown tree (parse/markdown.h): the only page code that writes elements, those of Markdown. Raw HTML and
 * active addresses never pass.
 *
 * What a theme styles: ol.punti > li > .etichetta (points keep their written label, a span or a link to the point; the
 * theme takes the list's own numbers away), span.omissis, div.tabella (a table that may scroll), sup.nota and section.note (footnotes), a.citazione, a.sigla > abbr.
 */
#ifndef ZONALE_RENDER_MD_HTML_H
#define ZONALE_RENDER_MD_HTML_H

#include "parse/citation.h"
#include "parse/markdown.h"
#include "render/acronyms.h"
#include "render/html.h"

struct md_html_options {
	/* The level of the text's outermost headings, 2 to 6 (2 under a page's h1); 0 is 2. */
	unsigned first_heading;

	/* Before every id and every reference to one, where a page holds several texts; may be empty. */
	struct slice id_prefix;

	/*
	 * A link's or image's target as written to its URL on the page; false: there is none, and only the text is
	 * shown. Null: targets are taken as they are. What comes out still goes through html_escape_url.
	 */
	bool (*resolve_link)(void *context, struct slice target, struct slice *url);

	/* The URL that a citation leads to; false: not known, or not certain. Null: citations stay text. */
	bool (*resolve_citation)(void *context, const struct citation *citation, struct slice *url);
	void *context;
	const struct slice *sigle;
	size_t sigle_count;

	/*
	 * Acronyms that are explained where they are first used, and led from to the glossary; null: none. `explained`
	 * (of acronyms_count flags) goes on from text to text of a page. Never in headings, quotations, links, code
	 * and compared texts.
	 */
	const struct acronyms *acronyms;
	bool *explained;
	struct slice (*glossary_url)(void *context, const struct glossary_entry *entry);

	/* Italian texts of the program: title of the section of notes ("Note"), the words that lead back from a
	 * note ("Torna al testo"), and what a table is called, with its number ("Tabella"). */
	struct slice notes_title, back_label, table_label;

	/* What a link to a point is called, before its labels ("Link al punto"); empty: labels are no links. */
	struct slice point_label;

	/* Counts the tables, where a page holds several texts; null: they are counted in each text. */
	unsigned *tables;
};

/* The node and all below it; of the document (0), footnotes come as a section at its end. */
struct html md_html(
    const struct md *md, uint32_t root, const struct md_html_options *options, struct arena *arena);

#endif
