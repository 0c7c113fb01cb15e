#include "model/url.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * What a web server has to know.
 *
 * Former places of acts (`gia`) lead to where the act is now (design 5): a page each, and lines for web servers that
 * can redirect by themselves. None for what was removed for personal data.
 *
 * An act that search engines may not index says so in its page; its attachments can't, and have only the header
 * X-Robots-Tag (design 4.1), for which there are lines too. Never robots.txt: what may not be read can't say noindex.
 */
struct redirect {
	const struct act *act;
	struct slice former; /* AAAA/<id> */
};

struct redirect_page {
	struct layout layout;
	struct slice reference, url;
};

static const struct view_field redirect_page_fields[] = {
	LAYOUT_FIELDS(struct redirect_page),
	VIEW_TEXT(struct redirect_page, reference, "estremi"),
	VIEW_URL(struct redirect_page, url, "url"),
	/* In a meta element's content the address is a text. */
	VIEW_TEXT(struct redirect_page, url, "indirizzo"),
};
static const struct view redirect_page_view =
    VIEW("rinvio", struct redirect_page, redirect_page_fields);

struct redirect_line {
	struct slice from, to; /* path on the server, whole address */
};

struct redirect_lines {
	struct layout layout;
	bool nginx;
	ARRAY(struct redirect_line) lines;
};

static const struct view_field redirect_line_fields[] = {
	VIEW_TEXT(struct redirect_line, from, "da"),
	VIEW_TEXT(struct redirect_line, to, "a"),
};
static const struct view redirect_line_view =
    VIEW("riga di rinvio", struct redirect_line, redirect_line_fields);

static const struct view_field redirect_lines_fields[] = {
	LAYOUT_FIELDS(struct redirect_lines),
	VIEW_FLAG(struct redirect_lines, nginx, "nginx"),
	VIEW_LIST(struct redirect_lines, lines, "righe", struct redirect_line, &redirect_line_view),
};
static const struct view redirect_lines_view =
    VIEW("righe di rinvio", struct redirect_lines, redirect_lines_fields);

struct noindex_lines {
	struct layout layout;
	bool nginx;
	ARRAY(struct slice) paths; /* on the server; all that begins so */
};

static const struct view_field noindex_lines_fields[] = {
	LAYOUT_FIELDS(struct noindex_lines),
	VIEW_FLAG(struct noindex_lines, nginx, "nginx"),
	VIEW_LIST(struct noindex_lines, paths, "percorsi", struct slice, &view_text),
};
static const struct view noindex_lines_view =
    VIEW("righe per i motori di ricerca", struct noindex_lines, noindex_lines_fields);

static bool leads_on(const struct act *act)
{
	return act_is_named(act) && !act_is_withheld(act);
}

static struct slice former_path(struct slice place, struct arena *arena)
{
	return arena_printf(arena, "atti/%.*s/", SLICE_ARGS(place));
}

static void plan_redirects(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->acts.count; i++) {
		const struct act *act = plan->site->acts.items[i];

		for (size_t n = 0; leads_on(act) && n < act->former_places.count; n++) {
			struct redirect *redirect = ARENA_NEW(plan->arena, struct redirect);

			*redirect = (struct redirect){ act, act->former_places.items[n] };
			plan_add(plan, kind, former_path(redirect->former, plan->arena), redirect);
		}
	}
}

static void make_redirect(struct maker *maker, const void *subject, void *values)
{
	struct redirect_page *page = values;
	const struct redirect *redirect = subject;

	layout_begin(maker, &page->layout, SLICE("Pagina spostata"), "atti/");
	page->layout.noindex = true;
	page->layout.canonical_url =
	    url_absolute(maker->site, url_act(redirect->act), maker->arena);
	page->reference = redirect->act->reference;
	page->url = maker_link(maker, url_act(redirect->act));
}

static const bool for_nginx = true, for_apache = false;

/* Both files, where there is anything to redirect. */
static void plan_lines(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->acts.count; i++) {
		const struct act *act = plan->site->acts.items[i];

		if (!leads_on(act) || act->former_places.count == 0)
			continue;
		plan_add(plan, kind, SLICE("risorse/rinvii-nginx.conf"), &for_nginx);
		plan_add(plan, kind, SLICE("risorse/rinvii-apache.conf"), &for_apache);
		return;
	}
}

static void make_lines(struct maker *maker, const void *subject, void *values)
{
	struct redirect_lines *page = values;
	const struct site *site = maker->site;

	layout_begin(maker, &page->layout, SLICE("Rinvii"), NULL);
	page->nginx = *(const bool *)subject;
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		for (size_t n = 0; leads_on(act) && n < act->former_places.count; n++) {
			struct slice from = former_path(act->former_places.items[n], maker->arena);

			*ARENA_PUSH(maker->arena, &page->lines) = (struct redirect_line){
				url_on_server(site, from, maker->arena),
				url_absolute(site, url_act(act), maker->arena),
			};
		}
	}
}

static bool is_kept_out(const struct act *act)
{
	return act_is_listed(act) && !act->indexed;
}

#define NOINDEX_NGINX "risorse/non-indicizzare-nginx.conf"
#define NOINDEX_APACHE "risorse/non-indicizzare-apache.conf"

/* Always there, or a web server that includes them would not start without. */
static void plan_noindex(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE(NOINDEX_NGINX), &for_nginx);
	plan_add(plan, kind, SLICE(NOINDEX_APACHE), &for_apache);
}

static void add_path(struct maker *maker, struct noindex_lines *page, struct slice path)
{
	*ARENA_PUSH(maker->arena, &page->paths) = url_on_server(maker->site, path, maker->arena);
}

static void make_noindex(struct maker *maker, const void *subject, void *values)
{
	struct noindex_lines *page = values;
	const struct site *site = maker->site;

	layout_begin(maker, &page->layout, SLICE("Da non indicizzare"), NULL);
	page->nginx = *(const bool *)subject;
	/* This list is not to be found itself. */
	add_path(maker, page, SLICE(NOINDEX_NGINX));
	add_path(maker, page, SLICE(NOINDEX_APACHE));
	/* A fragment has no head to say it in. */
	add_path(maker, page, url_embedded_fragment());
	for (size_t i = 0; i < site->acts.count; i++)
		if (is_kept_out(site->acts.items[i]))
			add_path(maker, page, url_act(site->acts.items[i]));
}

const struct page_kind redirect_page_kind = {
	.template = "rinvio",
	.view = &redirect_page_view,
	.rank = RANK_PAGE,
	.plan = plan_redirects,
	.make = make_redirect,
};

const struct page_kind redirect_lines_page_kind = {
	.template = "rinvii",
	.view = &redirect_lines_view,
	.rank = RANK_PAGE,
	.plan = plan_lines,
	.make = make_lines,
};

const struct page_kind noindex_lines_page_kind = {
	.template = "non_indicizzare",
	.view = &noindex_lines_view,
	.rank = RANK_PAGE,
	.plan = plan_noindex,
	.make = make_noindex,
};
