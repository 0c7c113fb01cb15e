#include "render/layout.h"

static const struct view_field link_row_fields[] = {
	VIEW_TEXT(struct link_row, text, "testo"),
	VIEW_URL(struct link_row, url, "url"),
	VIEW_FLAG(struct link_row, current, "corrente"),
};
const struct view link_row_view = VIEW("collegamento", struct link_row, link_row_fields);

static const struct view_field foot_row_fields[] = {
	VIEW_TEXT(struct foot_row, text, "testo"),
	VIEW_URL(struct foot_row, url, "url"),
	VIEW_ID(struct foot_row, element, "elemento"),
	VIEW_FLAG(struct foot_row, current, "corrente"),
};
const struct view foot_row_view =
    VIEW("collegamento a piè di pagina", struct foot_row, foot_row_fields);

static const struct view_field fact_row_fields[] = {
	VIEW_TEXT(struct fact_row, name, "nome"),
	VIEW_TEXT(struct fact_row, value, "valore"),
	VIEW_URL(struct fact_row, url, "url"),
};
const struct view fact_row_view = VIEW("dato", struct fact_row, fact_row_fields);

const struct link_row *link_row_to(struct maker *maker, struct slice text, struct slice path)
{
	struct link_row *row;

	if (slice_empty(path))
		return NULL;
	row = ARENA_NEW(maker->arena, struct link_row);
	*row = (struct link_row){ text, maker_link(maker, path), false };
	return row;
}

/* The parts of the site in the order of the menu. */
static const struct {
	const char *text, *path;
} parts[] = {
	{ "Atti", "atti/" },
	{ "Sedute", "sedute/" },
	{ "Programma", "programma/" },
	{ "Conferenza", "conferenza/" },
	{ "Novità", "novita/" },
	{ "Cerca", "cerca/" },
};

/* What law and custom want at the foot of each page; `element` is what the validator of municipal sites looks for. */
static const struct {
	const char *text, *path, *element;
} foot[] = {
	{ "Come funziona questo sito", "come-funziona/", "" },
	{ "Contatti", "contatti/", "" },
	{ "Note legali", "note-legali/", "legal-notes" },
	{ "Privacy", "privacy/", "privacy-policy-link" },
	{ "Accessibilità", "accessibilita/", "" },
	{ "Glossario", "glossario/", "" },
	{ "Normativa", "normativa/", "" },
	{ "Mappa del sito", "mappa/", "" },
};

static void add_row(
    struct maker *maker, struct layout *layout, const char *text, const char *path, bool current)
{
	*ARENA_PUSH(maker->arena, &layout->menu) =
	    (struct link_row){ slice_from(text), maker_link(maker, slice_from(path)), current };
}

/* Pages of content/pagine with a number in `menu`, in its order; they are sorted by name. */
static void add_own_pages(struct maker *maker, struct layout *layout)
{
	for (int32_t place = 1; place <= 99; place++)
		for (size_t i = 0; i < maker->site->pages.count; i++) {
			const struct page *page = maker->site->pages.items[i];
			struct slice path = url_page(page, maker->arena);

			if (page->menu == place)
				*ARENA_PUSH(maker->arena, &layout->menu) =
				    (struct link_row){ page->title, maker_link(maker, path),
					    slice_eq(path, maker->path) };
		}
}

/* A page of the organisation's own site, where sito.yaml says its address. */
static void add_outside(struct maker *maker, struct layout *layout, const char *text,
    struct slice url, const char *element)
{
	if (!slice_empty(url))
		*ARENA_PUSH(maker->arena, &layout->footer) =
		    (struct foot_row){ slice_from(text), url, slice_from(element), false };
}

static void add_foot(struct maker *maker, struct layout *layout)
{
	const struct settings *settings = &maker->site->settings;

	for (size_t i = 0; i < sizeof foot / sizeof foot[0]; i++)
		*ARENA_PUSH(maker->arena, &layout->footer) =
		    (struct foot_row){ slice_from(foot[i].text),
			    maker_link(maker, slice_from(foot[i].path)),
			    slice_from(foot[i].element), slice_is(maker->path, foot[i].path) };
	if (settings->accessibility)
		add_outside(maker, layout, "Dichiarazione di accessibilità",
		    settings->accessibility->declaration_url, "accessibility-link");
	if (settings->links) {
		add_outside(maker, layout, "Amministrazione trasparente",
		    settings->links->transparency, "");
		add_outside(
		    maker, layout, "Albo pretorio online", settings->links->notice_board, "");
	}
}

void layout_crumb(struct maker *maker, struct layout *layout, struct slice text, struct slice path)
{
	*ARENA_PUSH(maker->arena, &layout->crumbs) =
	    (struct link_row){ text, maker_link(maker, path), false };
}

/* Pages read from a folder may not ask for fonts before the style sheet does: to a browser each is a site of its own. */
static void add_theme_files(struct maker *maker, struct layout *layout)
{
	const struct theme *theme = maker->renderer->theme;
	const struct theme_file *icon = theme_find(theme, SLICE("icona.svg"));
	size_t count;
	const struct theme_file *const *preloads = theme_preloads(theme, &count);

	if (icon)
		layout->icon_url = maker_link(maker, asset_path(icon, maker->arena));
	if (theme_find(theme, SLICE("cerca.js")) && !slice_is(maker->path, "cerca/"))
		layout->search_url = maker_link(maker, SLICE("cerca/"));
	for (size_t i = 0; maker->renderer->links == LINKS_WEB && i < count; i++)
		*ARENA_PUSH(maker->arena, &layout->preloads) = (struct link_row){
			.url = maker_link(maker, asset_path(preloads[i], maker->arena))
		};
}

void layout_begin(
    struct maker *maker, struct layout *layout, struct slice title, const char *section)
{
	const struct settings *settings = &maker->site->settings;
	const struct organisation *organisation = settings->organisation.found;

	layout->title = title;
	layout->site_title = settings->title;
	layout->head_title = slice_empty(maker->path)
				 ? settings->title
				 : arena_printf(maker->arena, "%.*s - %.*s", SLICE_ARGS(title),
				       SLICE_ARGS(settings->title));
	layout->organisation = organisation ? organisation->name : SLICE("");
	layout->home_url = maker_link(maker, SLICE(""));
	layout->style_url = maker_link(maker, maker->renderer->style_path);
	layout->canonical_url = url_absolute(maker->site, maker->path, maker->arena);
	layout->organisation_url = organisation ? organisation->url : SLICE("");
	add_theme_files(maker, layout);
	layout->without_history = !maker->renderer->history;
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		add_row(maker, layout, parts[i].text, parts[i].path,
		    section && slice_is(slice_from(section), parts[i].path));
	add_own_pages(maker, layout);
	add_foot(maker, layout);
	if (!slice_empty(maker->path))
		layout_crumb(maker, layout, SLICE("Home"), SLICE(""));
}
