#include "model/url.h"
#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * What other sites take in (design 5): the latest acts as a page for a frame and as a fragment that a web server puts
 * into a page, and the page that tells webmasters how. They stand where the program does not know: every link in the
 * first two is absolute, and what lists leave out of search engines is left out here, too, since the page of others
 * is indexed.
 */

/* Both stay below 10 KB whatever the acts are called. */
#define LATEST_ACTS 5
#define TITLE_MAX 200 /* code points */

struct embedded_page {
	struct layout layout;
	struct act_rows acts;
	const struct link_row *meeting; /* the next one, or null */
	struct slice meeting_details;
	struct slice acts_url;
	struct slice frame_style_url; /* empty where the theme has none */
};

struct embedding_page {
	struct layout layout;
	struct slice frame_url, fragment_url;    /* of the two, from this page */
	struct slice frame_address, frame_title; /* as they stand in an attribute's value */
	struct slice fragment_path;              /* on the server */
};

static const struct view_field embedded_page_fields[] = {
	LAYOUT_FIELDS(struct embedded_page),
	VIEW_LIST(struct embedded_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_OBJECT(struct embedded_page, meeting, "seduta", struct link_row, &link_row_view),
	VIEW_TEXT(struct embedded_page, meeting_details, "dati_seduta"),
	VIEW_URL(struct embedded_page, acts_url, "url_atti"),
	VIEW_URL(struct embedded_page, frame_style_url, "url_stile_riquadro"),
};
static const struct view embedded_page_view =
    VIEW("ultimi atti da incorporare", struct embedded_page, embedded_page_fields);

static const struct view_field embedding_page_fields[] = {
	LAYOUT_FIELDS(struct embedding_page),
	VIEW_URL(struct embedding_page, frame_url, "url_riquadro"),
	VIEW_URL(struct embedding_page, fragment_url, "url_frammento"),
	VIEW_TEXT(struct embedding_page, frame_address, "indirizzo_riquadro"),
	VIEW_TEXT(struct embedding_page, frame_title, "titolo_riquadro"),
	VIEW_TEXT(struct embedding_page, fragment_path, "percorso_frammento"),
};
static const struct view embedding_page_view =
    VIEW("pagina per incorporare", struct embedding_page, embedding_page_fields);

static void fill_acts(struct maker *maker, struct embedded_page *page)
{
	const struct site *site = maker->site;

	for (size_t i = site->acts.count; i-- > 0 && page->acts.count < LATEST_ACTS;) {
		const struct act *act = site->acts.items[i];
		struct act_row row;

		if (!act_is_listed(act) || !act->indexed)
			continue;
		row = act_row_of(maker, act);
		row.title = italian_shortened(row.title, TITLE_MAX, maker->arena);
		*ARENA_PUSH(maker->arena, &page->acts) = row;
	}
}

static void fill_meeting(struct maker *maker, struct embedded_page *page)
{
	struct arena *arena = maker->arena;
	const struct meeting *meeting = meeting_next(maker->site);

	if (!meeting)
		return;
	page->meeting =
	    link_row_to(maker, italian_shortened(italian_meeting(meeting, arena), TITLE_MAX, arena),
		url_meeting(meeting, arena));
	page->meeting_details =
	    italian_shortened(italian_meeting_details(meeting, arena), TITLE_MAX, arena);
}

/* The frame stands on this site: its style sheet is found wherever the site is. */
static struct slice frame_style(const struct maker *maker)
{
	const struct theme_file *style = theme_find(maker->renderer->theme, SLICE("riquadro.css"));

	return style ? url_relative(maker->path, asset_path(style, maker->arena),
			   maker->renderer->links, maker->arena)
		     : SLICE("");
}

static void make_embedded(struct maker *maker, const void *subject, void *values)
{
	struct embedded_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Ultimi atti"), NULL);
	page->layout.noindex = true;
	fill_acts(maker, page);
	fill_meeting(maker, page);
	page->acts_url = maker_link(maker, SLICE("atti/"));
	page->frame_style_url = frame_style(maker);
}

static void plan_frame(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, url_embedded_acts(), NULL);
}

static void plan_fragment(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, url_embedded_fragment(), NULL);
}

static void plan_embedding(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, url_embedding(), NULL);
}

/* As it is written between double quotes in HTML: what is pasted must stay one attribute. */
static struct slice in_attribute(struct slice text, struct arena *arena)
{
	struct buffer out = { 0 };
	struct slice escaped;

	html_escape_text(&out, text);
	escaped = arena_slice(arena, buffer_slice(&out));
	buffer_release(&out);
	return escaped;
}

static void make_embedding(struct maker *maker, const void *subject, void *values)
{
	struct embedding_page *page = values;
	struct arena *arena = maker->arena;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Gli ultimi atti su un altro sito"), NULL);
	page->layout.noindex = true;
	page->frame_url = maker_link(maker, url_embedded_acts());
	page->fragment_url = maker_link(maker, url_embedded_fragment());
	page->frame_address =
	    in_attribute(url_absolute(maker->site, url_embedded_acts(), arena), arena);
	page->frame_title = in_attribute(
	    arena_printf(arena, "Ultimi atti: %.*s", SLICE_ARGS(page->layout.site_title)), arena);
	page->fragment_path = url_on_server(maker->site, url_embedded_fragment(), arena);
}

const struct page_kind embedded_acts_page_kind = {
	.template = "riquadro",
	.view = &embedded_page_view,
	.rank = RANK_LIST,
	.plan = plan_frame,
	.make = make_embedded,
};

const struct page_kind embedded_fragment_page_kind = {
	.template = "frammento",
	.view = &embedded_page_view,
	.rank = RANK_LIST,
	.plan = plan_fragment,
	.make = make_embedded,
};

const struct page_kind embedding_page_kind = {
	.template = "incorpora",
	.view = &embedding_page_view,
	.rank = RANK_LIST,
	.plan = plan_embedding,
	.make = make_embedding,
};
