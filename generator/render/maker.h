/*
 * What page code has in hand while it fills a page: the const site, the page's own path, and memory that ends
 * with the page. One maker a worker.
 */
#ifndef ZONALE_RENDER_MAKER_H
#define ZONALE_RENDER_MAKER_H

#include "parse/markdown.h"
#include "render/html.h"
#include "render/md_html.h"
#include "render/plan.h"
#include "render/template.h"
#include "render/theme.h"

struct published_attachments;

/* Shared by all workers, const while pages are made. */
struct renderer {
	const struct site *site;
	const struct site_history *history; /* null: built without (--no-history) */
	const struct theme *theme;
	enum link_style links;
	const struct template **templates; /* one a page kind, in the order of page_kinds */
	const struct acronyms *acronyms;   /* of the glossary */
	/* set behind renderer_open by who publishes them; null: nothing is said of their bytes */
	const struct published_attachments *attachments;
	struct slice style_path; /* of the theme's style sheet in OUT, with its fingerprint */
};

struct maker {
	const struct renderer *renderer;
	const struct site *site;
	struct arena *arena;        /* reset after each page */
	struct diagnostics unheard; /* what parsing a text again says was said at load */
	struct diagnostics failures;
	struct buffer out; /* of page after page */
	struct slice path; /* of the page in hand */
	bool absolute;     /* it answers at any address (404, 410): links are absolute */
	unsigned texts;    /* texts of keys that the page has so far: their ids differ by it */
	bool *explained;   /* acronyms that the page has explained so far (render/acronyms.h) */
	unsigned tables;   /* and tables in its texts: their names differ by it */
};

/*
 * Compiles the theme's templates for all kinds of page into the arena. False after errors were reported. All
 * that it is given must outlive it.
 */
bool renderer_open(struct renderer *renderer, const struct site *site,
    const struct site_history *history, const struct theme *theme, enum link_style links,
    struct arena *arena, struct diagnostics *diagnostics);

/* One worker's maker; closing it hands on what went wrong. */
void maker_open(struct maker *maker, const struct renderer *renderer);
void maker_close(struct maker *maker, struct diagnostics *diagnostics);

/* Makes one planned page: its bytes, valid until the next one. */
struct slice page_render(struct maker *maker, const struct planned_page *page);

/* A link from the page in hand to a path of the site. */
struct slice maker_link(const struct maker *maker, struct slice path);

/*
 * The body of a Markdown file, parsed; read again where it was not kept. False where it has none (the reason, if
 * the system failed, is in failures).
 */
bool maker_body(struct maker *maker, const struct content_file *file, struct md *md);

/* Html of a parsed body of the file, and of a short Markdown text of a key. Links and citations resolved. */
struct html maker_body_html(struct maker *maker, const struct content_file *file,
    const struct md *md, unsigned first_heading);
/* The same of a text as it once read: what its links and citations lead to today; what leads nowhere is no link. */
struct html maker_old_body_html(struct maker *maker, const struct content_file *file,
    const struct md *md, unsigned first_heading);
struct html maker_markdown(struct maker *maker, struct slice text);

/* How two texts of the file, laid beside each other, become html: as an old one, and no link leads to a place in them. */
struct md_html_options maker_comparison_options(
    struct maker *maker, const struct content_file *file, unsigned first_heading);

/* The official text of a point; none gives no html. Its ids begin with the point's number. */
struct html maker_official_text(
    struct maker *maker, const struct point *point, unsigned first_heading);

#endif
