/*
 * One page of a site, read without pity: what a browser would mend is a fault here. Checked against HTML5
 * (https://html.spec.whatwg.org) and what PAGES ask of themselves: balanced known elements in places where they
 * may stand, quoted known attributes, ids said once, one h1 and one main, headings without jumps, tables with
 * captions and scopes, no empty elements, nothing that runs. Everything lives in the page's arena.
 */
#ifndef ZONALE_TESTS_HTML_PAGE_H
#define ZONALE_TESTS_HTML_PAGE_H

#include "base/arena.h"
#include "base/map.h"

struct page_link {
	struct slice url; /* character references resolved */
	size_t line;
	bool canonical;
};

struct page_fault {
	struct slice what;
	size_t line; /* from 1 */
};

struct html_page {
	struct arena *arena;
	struct map ids;
	bool redirects; /* a meta refresh */
	ARRAY(struct page_link) links;
	ARRAY(struct page_fault) faults;
};

/* `text` must outlive the page. */
void html_page_read(struct html_page *page, struct slice text, struct arena *arena);

/*
 * The same of a piece of HTML that a server puts into a page of others: nothing that a page has only once, no
 * headings, no ids, and no address that is not whole.
 */
void html_page_read_fragment(struct html_page *page, struct slice text, struct arena *arena);

/* What stands at a path of a site: a fragment where it ends in ".frammento.html", else a page. */
void html_page_read_file(
    struct html_page *page, struct slice path, struct slice text, struct arena *arena);

void html_page_fault(struct html_page *page, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
