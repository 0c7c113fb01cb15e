/*
 * The plan: every page that the site will have, known before the first is made. A page is one function of the
 * const site and its own subject; it never reads the clock, the environment, a file of the system or another
 * page, so pages can be made in any order by any number of workers (design 2).
 */
#ifndef ZONALE_RENDER_PLAN_H
#define ZONALE_RENDER_PLAN_H

#include "model/url.h"
#include "render/view.h"

struct maker;
struct plan;
struct site_history;

/* What a page is for, in the order in which publishing puts files in place (write/publish.h). */
enum page_rank { RANK_PAGE, RANK_LIST, RANK_HOME };

struct page_kind {
	const char *template; /* themes/<tema>/<template>.mustache */
	const struct view *view;
	enum page_rank rank;
	bool
	    tells_versions; /* an act's chronology, an old version, a comparison (url_tells_versions) */

	/* Adds all pages of this kind with plan_add. */
	void (*plan)(struct plan *plan, const struct page_kind *kind);

	/* Fills the page struct (zeroed, of the view's size, layout first) for one subject. */
	void (*make)(struct maker *maker, const void *subject, void *page);
};

struct planned_page {
	const struct page_kind *kind;
	const void *subject; /* what the page is about; null for a kind with a single page */
	struct slice path;   /* model/url.h: "atti/2024/dczi-1/", "404.html" */
};

struct plan {
	const struct site *site;
	const struct site_history *history; /* null without */
	struct arena *arena;
	ARRAY(struct planned_page) pages;
};

/* Every kind of page, in the order of the plan. */
extern const struct page_kind *const page_kinds[];
extern const size_t page_kind_count;

void plan_add(
    struct plan *plan, const struct page_kind *kind, struct slice path, const void *subject);

/* Plans the whole site into the arena. */
void plan_site(struct plan *plan, const struct site *site, const struct site_history *history,
    struct arena *arena);

#endif
