#include "model/url.h"
#include "render/history_rows.h"
#include "render/layout.h"
#include "render/life_rows.h"
#include "render/pages.h"
#include "render/version_paths.h"

/*
 * An act's chronology: the life of the act and the changes of its page, in one list by date, each told apart from the
 * other (design 6).
 */

/* One of the two. */
struct timeline_row {
	const struct life_row *life;
	const struct version_row *version;
};

struct timeline_rows {
	struct timeline_row *items;
	size_t count, cap;
};

struct chronology_page {
	struct layout layout;
	struct slice reference, act_url;
	struct slice status;           /* what this site records today */
	struct life_rows coming;       /* the next first */
	struct timeline_rows happened; /* the last first */
	struct life_rows undated;
	struct slice page_ends; /* of the page, not the act; may be empty */
	bool will_happen;       /* coming or page_ends */
	bool has_life, has_versions, happened_to_act;
	bool obscured_before;
	struct slice whole_comparison_url; /* may be empty */
};

static const struct view_field timeline_row_fields[] = {
	VIEW_OBJECT(struct timeline_row, life, "atto", struct life_row, &life_row_view),
	VIEW_OBJECT(struct timeline_row, version, "pagina", struct version_row, &version_row_view),
};
static const struct view timeline_row_view =
    VIEW("tappa", struct timeline_row, timeline_row_fields);

static const struct view_field chronology_page_fields[] = {
	LAYOUT_FIELDS(struct chronology_page),
	VIEW_TEXT(struct chronology_page, reference, "estremi"),
	VIEW_URL(struct chronology_page, act_url, "url_atto"),
	VIEW_TEXT(struct chronology_page, status, "stato"),
	VIEW_LIST(struct chronology_page, coming, "in_arrivo", struct life_row, &life_row_view),
	VIEW_LIST(
	    struct chronology_page, happened, "tappe", struct timeline_row, &timeline_row_view),
	VIEW_LIST(struct chronology_page, undated, "senza_data", struct life_row, &life_row_view),
	VIEW_TEXT(struct chronology_page, page_ends, "fine_pagina"),
	VIEW_FLAG(struct chronology_page, will_happen, "con_futuro"),
	VIEW_FLAG(struct chronology_page, happened_to_act, "passato_atto"),
	VIEW_FLAG(struct chronology_page, has_life, "con_vita"),
	VIEW_FLAG(struct chronology_page, has_versions, "con_versioni"),
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

/* What is left of the life of an act, and of the versions of its page, from the end. */
struct merge {
	const struct act *act;
	const struct life_event *events;
	size_t events_left;
	const struct page_history *history; /* null: none */
	size_t versions_left;
};

/* The later of the two; of one day the page, which can't have told what was still to come. */
static bool version_is_next(const struct merge *merge)
{
	if (merge->versions_left == 0 || merge->events_left == 0)
		return merge->versions_left > 0;
	return date_cmp(merge->history->entries[merge->versions_left - 1].day,
		   merge->events[merge->events_left - 1].date) >= 0;
}

static void take_next(struct maker *maker, struct merge *merge, struct chronology_page *page)
{
	struct timeline_row row = { 0 };

	if (version_is_next(merge)) {
		struct version_row *version = ARENA_NEW(maker->arena, struct version_row);

		*version = version_row_of(
		    maker, &merge->history->entries[--merge->versions_left], ALL_SENTENCES);
		row.version = version;
	} else {
		struct life_row *life = ARENA_NEW(maker->arena, struct life_row);

		*life = life_row_of(maker, merge->act, &merge->events[--merge->events_left]);
		row.life = life;
	}
	*ARENA_PUSH(maker->arena, &page->happened) = row;
}

/* The events come by date, unknown dates last: what is to come and what has no day go into lists of their own. */
static struct life_events sort_out(struct maker *maker, const struct act *act,
    const struct life_events *events, struct chronology_page *page)
{
	struct life_events happened = { 0 };

	for (size_t i = 0; i < events->count; i++) {
		const struct life_event *event = &events->items[i];

		if (!date_known(event->date))
			*ARENA_PUSH(maker->arena, &page->undated) = life_row_of(maker, act, event);
		else if (event->coming)
			*ARENA_PUSH(maker->arena, &page->coming) = life_row_of(maker, act, event);
		else
			*ARENA_PUSH(maker->arena, &happened) = *event;
	}
	return happened;
}

static void fill_timeline(struct maker *maker, const struct act *act, struct chronology_page *page)
{
	const struct page_history *history = history_of(maker->renderer->history, act->file);
	struct life_events events = { 0 }, happened;
	struct merge merge = { .act = act, .history = history };

	italian_life(maker->site, act, maker->arena, &events);
	happened = sort_out(maker, act, &events, page);
	merge.events = happened.items;
	merge.events_left = happened.count;
	merge.versions_left = history ? history->count : 0;
	page->page_ends = italian_page_ends(act, maker->arena);
	page->will_happen = page->coming.count > 0 || !slice_empty(page->page_ends);
	page->has_life = events.count > 0;
	page->happened_to_act = merge.events_left > 0;
	page->has_versions = merge.versions_left > 0;
	while (merge.events_left + merge.versions_left > 0)
		take_next(maker, &merge, page);
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
