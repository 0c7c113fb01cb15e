/*
 * What all pages share: the frame around their content. The first member of every page struct is a struct
 * layout, filled by layout_begin; a page's view lists its fields by LAYOUT_FIELDS.
 */
#ifndef ZONALE_RENDER_LAYOUT_H
#define ZONALE_RENDER_LAYOUT_H

#include "render/maker.h"

/* A link with its text; current: the page itself, or the part of the site that it belongs to. */
struct link_row {
	struct slice text, url;
	bool current;
};

/*
 * A link at the foot of each page. element: how the published validator of municipal sites finds it (data-element);
 * empty for links that it does not ask for.
 */
struct foot_row {
	struct slice text, url, element;
	bool current;
};

/* To a path of this site; null for an empty one. */
const struct link_row *link_row_to(struct maker *maker, struct slice text, struct slice path);

/* A name and what is said of it, for description lists. */
struct fact_row {
	struct slice name, value;
	struct slice url; /* of the value; may be empty */
};

struct layout {
	struct slice title;       /* of the page: h1 */
	struct slice head_title;  /* of the window: "Atti - Conferenza zonale ..." */
	struct slice description; /* for search engines and previews; may be empty */
	struct slice site_title, organisation;
	struct slice home_url, style_url, canonical_url;
	/* Of the organisation's own site; of the search, for a form; of the theme's icon. Each may be empty. */
	struct slice organisation_url, search_url, icon_url;
	ARRAY(struct link_row) preloads; /* fonts for the first view; without text */
	bool noindex, without_history, draft;
	ARRAY(struct link_row) crumbs; /* from the home page to the one above this */
	ARRAY(struct link_row) menu;
	ARRAY(struct foot_row)
	footer; /* what is the organisation's own only where sito.yaml says where */
};

extern const struct view link_row_view, foot_row_view, fact_row_view;

/*
 * Fills the frame for the page in hand. section: the path of the menu's entry that the page belongs to ("atti/"),
 * or null.
 */
void layout_begin(
    struct maker *maker, struct layout *layout, struct slice title, const char *section);

/* Adds a step of the breadcrumb, in order; the home page is there already. */
void layout_crumb(struct maker *maker, struct layout *layout, struct slice text, struct slice path);

#define LAYOUT_FIELDS(type)                                                                   \
	VIEW_TEXT(type, layout.title, "titolo"),                                              \
	    VIEW_TEXT(type, layout.head_title, "titolo_finestra"),                            \
	    VIEW_TEXT(type, layout.description, "descrizione"),                               \
	    VIEW_TEXT(type, layout.site_title, "sito"),                                       \
	    VIEW_TEXT(type, layout.organisation, "ente_del_sito"),                            \
	    VIEW_URL(type, layout.home_url, "url_home"),                                      \
	    VIEW_URL(type, layout.style_url, "url_stile"),                                    \
	    VIEW_URL(type, layout.canonical_url, "url_canonico"),                             \
	    VIEW_URL(type, layout.organisation_url, "url_ente"),                              \
	    VIEW_URL(type, layout.search_url, "url_cerca"),                                   \
	    VIEW_URL(type, layout.icon_url, "url_icona"),                                     \
	    VIEW_LIST(type, layout.preloads, "precaricati", struct link_row, &link_row_view), \
	    VIEW_FLAG(type, layout.noindex, "noindex"),                                       \
	    VIEW_FLAG(type, layout.without_history, "senza_storia"),                          \
	    VIEW_FLAG(type, layout.draft, "bozza"),                                           \
	    VIEW_LIST(type, layout.crumbs, "briciole", struct link_row, &link_row_view),      \
	    VIEW_LIST(type, layout.menu, "menu", struct link_row, &link_row_view),            \
	    VIEW_LIST(type, layout.footer, "piede", struct foot_row, &foot_row_view)

#endif
