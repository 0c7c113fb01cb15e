#include "render/layout.h"
#include "render/pages.h"

/* Pages of content/pagine, but those whose place every site fills (page_service.c). */
struct text_page {
	struct layout layout;
	struct html text;
};

static const struct view_field text_page_fields[] = {
	LAYOUT_FIELDS(struct text_page),
	VIEW_HTML(struct text_page, text, "testo"),
};
static const struct view text_page_view = VIEW("pagina", struct text_page, text_page_fields);

static void plan_pages(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->pages.count; i++) {
		const struct page *page = plan->site->pages.items[i];
		struct slice path = url_page(page, plan->arena);

		if (!is_service_path(path))
			plan_add(plan, kind, path, page);
	}
}

static void make_page(struct maker *maker, const void *subject, void *values)
{
	const struct page *own = subject;
	struct text_page *page = values;
	struct md md;

	layout_begin(maker, &page->layout, own->title, NULL);
	page->layout.description = own->description;
	if (maker_body(maker, own->file, &md))
		page->text = maker_body_html(maker, own->file, &md, 2);
}

const struct page_kind text_page_kind = {
	.template = "testo",
	.view = &text_page_view,
	.rank = RANK_PAGE,
	.plan = plan_pages,
	.make = make_page,
};
