#include "render/layout.h"
#include "render/pages.h"

/*
 * 404.html and 410.html: shown by the web server at any address, so that nothing in them may be relative
 * (design 5).
 */
struct way_row {
	struct slice text, url, explanation;
};

struct error_page {
	struct layout layout;
	bool gone;
	struct slice search_url; /* empty where the theme has no search */
	struct slice contacts_url;
	ARRAY(struct way_row) ways; /* where to go on from here */
};

static const struct view_field way_row_fields[] = {
	VIEW_TEXT(struct way_row, text, "testo"),
	VIEW_URL(struct way_row, url, "url"),
	VIEW_TEXT(struct way_row, explanation, "spiegazione"),
};
static const struct view way_row_view = VIEW("via", struct way_row, way_row_fields);

static const struct view_field error_page_fields[] = {
	LAYOUT_FIELDS(struct error_page),
	VIEW_FLAG(struct error_page, gone, "cessata"),
	VIEW_URL(struct error_page, search_url, "url_ricerca"),
	VIEW_URL(struct error_page, contacts_url, "url_contatti"),
	VIEW_LIST(struct error_page, ways, "vie", struct way_row, &way_row_view),
};
static const struct view error_page_view =
    VIEW("pagina di errore", struct error_page, error_page_fields);

static const bool not_found = false, gone = true;

static void plan_errors(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("404.html"), &not_found);
	plan_add(plan, kind, SLICE("410.html"), &gone);
}

static void add_ways(struct maker *maker, struct error_page *page)
{
	static const struct {
		const char *text, *path, *explanation;
	} ways[] = {
		{ "La pagina iniziale", "", "Gli ultimi atti, il programma, che cosa è cambiato." },
		{ "Gli atti", "atti/", "Per anno, tipo, organo, argomento e Comune." },
		{ "Il programma", "programma/", "I punti, le azioni, le scadenze." },
		{ "La mappa del sito", "mappa/", "Tutte le pagine, in un elenco." },
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		*ARENA_PUSH(maker->arena, &page->ways) = (struct way_row){ slice_from(ways[i].text),
			maker_link(maker, slice_from(ways[i].path)),
			slice_from(ways[i].explanation) };
}

static void make_error(struct maker *maker, const void *subject, void *values)
{
	struct error_page *page = values;

	page->gone = *(const bool *)subject;
	layout_begin(maker, &page->layout,
	    page->gone ? SLICE("Pagina non più consultabile") : SLICE("Pagina non trovata"), NULL);
	page->layout.noindex = true;
	/* The page has the form itself. */
	page->search_url = page->layout.search_url;
	page->layout.search_url = SLICE("");
	page->contacts_url = maker_link(maker, SLICE("contatti/#sez_errore"));
	add_ways(maker, page);
}

const struct page_kind error_page_kind = {
	.template = "errore",
	.view = &error_page_view,
	.rank = RANK_PAGE,
	.plan = plan_errors,
	.make = make_error,
};
