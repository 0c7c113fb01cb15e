#include "render/layout.h"
#include "render/pages.h"

/*
 * 404.html and 410.html: shown by the web server at any address, so that nothing in them may be relative
 * (design 5).
 */
struct error_page {
	struct layout layout;
	bool gone;
};

static const struct view_field error_page_fields[] = {
	LAYOUT_FIELDS(struct error_page),
	VIEW_FLAG(struct error_page, gone, "cessata"),
};
static const struct view error_page_view =
    VIEW("pagina di errore", struct error_page, error_page_fields);

static const bool not_found = false, gone = true;

static void plan_errors(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("404.html"), &not_found);
	plan_add(plan, kind, SLICE("410.html"), &gone);
}

static void make_error(struct maker *maker, const void *subject, void *values)
{
	struct error_page *page = values;

	page->gone = *(const bool *)subject;
	layout_begin(maker, &page->layout,
	    page->gone ? SLICE("Pagina non più consultabile") : SLICE("Pagina non trovata"), NULL);
	page->layout.noindex = true;
}

const struct page_kind error_page_kind = {
	.template = "errore",
	.view = &error_page_view,
	.rank = RANK_PAGE,
	.plan = plan_errors,
	.make = make_error,
};
