#include "model/url.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/timeline.h"
#include "render/version_paths.h"

/* An act's chronology, whole: /atti/<AAAA>/<id>/cronologia/. */

struct chronology_page {
	struct layout layout;
	struct slice reference, act_url;
	struct slice status; /* what this site records today */
	struct timeline timeline;
	struct slice page_ends; /* of the page, not the act; may be empty */
	bool will_happen;       /* coming or page_ends */
	bool obscured_before;
	struct slice whole_comparison_url; /* may be empty */
};

static const struct view_field chronology_page_fields[] = {
	LAYOUT_FIELDS(struct chronology_page),
	VIEW_TEXT(struct chronology_page, reference, "estremi"),
	VIEW_URL(struct chronology_page, act_url, "url_atto"),
	VIEW_TEXT(struct chronology_page, status, "stato"),
	VIEW_LIST(
	    struct chronology_page, timeline.coming, "in_arrivo", struct life_row, &life_row_view),
	VIEW_LIST(struct chronology_page, timeline.happened, "tappe", struct timeline_row,
	    &timeline_row_view),
	VIEW_LIST(struct chronology_page, timeline.undated, "senza_data", struct life_row,
	    &life_row_view),
	VIEW_TEXT(struct chronology_page, page_ends, "fine_pagina"),
	VIEW_FLAG(struct chronology_page, will_happen, "con_futuro"),
	VIEW_FLAG(struct chronology_page, timeline.happened_to_act, "passato_atto"),
	VIEW_FLAG(struct chronology_page, timeline.has_life, "con_vita"),
	VIEW_FLAG(struct chronology_page, timeline.has_versions, "con_versioni"),
	VIEW_FLAG(struct chronology_page, obscured_before, "oscurata"),
	VIEW_URL(struct chronology_page, whole_comparison_url, "url_confronto_intero"),
};
static const struct view chronology_page_view =
    VIEW("cronologia", struct chronology_page, chronology_page_fields);

static void plan_chronology(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->acts.count; i++) {
		const struct act *act = plan->site->acts.items[i];

		if (act_is_listed(act))
			plan_add(plan, kind, url_act_history(act, plan->arena), act);
	}
}

static void fill_timeline(struct maker *maker, const struct act *act, struct chronology_page *page)
{
	const struct page_history *history = history_of(maker->renderer->history, act->file);

	timeline_fill(maker, act, SIZE_MAX, ALL_SENTENCES, &page->timeline);
	page->page_ends = italian_page_ends(act, maker->arena);
	page->will_happen = page->timeline.coming.count > 0 || !slice_empty(page->page_ends);
	if (!history)
		return;
	page->obscured_before = history_hides_silently(history);
	if (!slice_empty(whole_comparison_path(history, maker->arena)))
		page->whole_comparison_url =
		    maker_link(maker, whole_comparison_path(history, maker->arena));
}

static void make_chronology(struct maker *maker, const void *subject, void *values)
{
	struct chronology_page *page = values;
	const struct act *act = subject;

	layout_begin(maker, &page->layout,
	    arena_printf(maker->arena, "Cronologia: %.*s", SLICE_ARGS(act->reference)), "atti/");
	layout_crumb(maker, &page->layout, SLICE("Atti"), SLICE("atti/"));
	layout_crumb(maker, &page->layout, act->reference, url_act(act));
	page->layout.noindex = !act->indexed;
	page->layout.draft = act_is_draft(act, maker->site->today);
	page->reference = act->reference;
	page->act_url = maker_link(maker, url_act(act));
	page->status = italian_status_sentence(act, maker->arena);
	fill_timeline(maker, act, page);
}

const struct page_kind chronology_page_kind = {
	.template = "cronologia",
	.view = &chronology_page_view,
	.rank = RANK_PAGE,
	.tells_versions = true,
	.plan = plan_chronology,
	.make = make_chronology,
};
