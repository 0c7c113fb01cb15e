#include "render/acts_lists.h"
#include "render/layout.h"
#include "render/pages.h"

/*
 * /cerca/: the form of the site's own search, which the theme's cerca.js brings to life, and below it an index to browse:
 * the page is of use where no script runs. What results can be narrowed to are the lists of acts, by the last part of
 * their addresses (search/documents.h).
 */
struct search_page {
	struct layout layout;
	struct slice script_url; /* empty where the theme has none: then there is no form */
	struct slice index_url, root_url;
	struct acts_choices choices[BY_COUNT];
	ARRAY(struct link_row) parts;
};

static const struct view_field search_page_fields[] = {
	LAYOUT_FIELDS(struct search_page),
	VIEW_URL(struct search_page, script_url, "url_programma_di_ricerca"),
	VIEW_URL(struct search_page, index_url, "url_indice"),
	VIEW_URL(struct search_page, root_url, "url_radice"),
	ACTS_CHOICES_FIELDS(struct search_page, choices),
	VIEW_LIST(struct search_page, parts, "parti", struct link_row, &link_row_view),
};
static const struct view search_page_view =
    VIEW("pagina cerca", struct search_page, search_page_fields);

static void add_parts(struct maker *maker, struct search_page *page)
{
	static const struct {
		const char *text, *path;
	} parts[] = {
		{ "Tutti gli atti", "atti/" },
		{ "Sedute", "sedute/" },
		{ "Programma", "programma/" },
		{ "Novità", "novita/" },
		{ "Rapporti", "rapporti/" },
		{ "Regolamenti", "regolamenti/" },
		{ "Conferenza", "conferenza/" },
		{ "Organi", "organi/" },
		{ "Persone in carica", "persone/" },
		{ "Comuni della zona", "comuni/" },
		{ "Tavoli di lavoro", "tavoli/" },
		{ "Scuole", "scuole/" },
		{ "Glossario", "glossario/" },
		{ "Normativa", "normativa/" },
		{ "Mappa del sito", "mappa/" },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		*ARENA_PUSH(maker->arena, &page->parts) =
		    (struct link_row){ slice_from(parts[i].text),
			    maker_link(maker, slice_from(parts[i].path)), false };
}

static void plan_search(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("cerca/"), NULL);
}

static void make_search(struct maker *maker, const void *subject, void *values)
{
	const struct theme_file *script = theme_find(maker->renderer->theme, SLICE("cerca.js"));
	struct search_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Cerca"), "cerca/");
	if (script) {
		page->script_url = maker_link(maker, asset_path(script, maker->arena));
		page->index_url = maker_link(maker, SLICE("risorse/cerca/indice.js"));
		/* The folder, never its index.html: what is found is named from here. */
		page->root_url = url_relative(maker->path, SLICE(""), LINKS_WEB, maker->arena);
	}
	acts_choices_fill(maker, page->choices);
	add_parts(maker, page);
}

const struct page_kind search_page_kind = {
	.template = "cerca",
	.view = &search_page_view,
	.rank = RANK_LIST,
	.plan = plan_search,
	.make = make_search,
};
