#include "model/url.h"
#include "render/act_parts.h"
#include "render/italiano.h"
#include "render/italiano_versions.h"
#include "render/pages.h"
#include "render/rows.h"
#include "render/version_paths.h"

/* A version of an act's page that another has taken the place of: what it said then, and nothing that is said today. */
struct version_page {
	struct layout layout;
	struct slice reference, act_url, history_url; /* of today */
	struct slice superseded, act_title;
	struct act_content content;
	struct slice unreadable; /* a text that can't be parsed */
	const struct link_row *previous, *next, *comparison, *next_comparison;
};

static const struct view_field version_page_fields[] = {
	LAYOUT_FIELDS(struct version_page),
	VIEW_TEXT(struct version_page, reference, "estremi"),
	VIEW_URL(struct version_page, act_url, "url_atto"),
	VIEW_URL(struct version_page, history_url, "url_storia"),
	VIEW_TEXT(struct version_page, superseded, "superata"),
	VIEW_TEXT(struct version_page, act_title, "titolo_atto"),
	ACT_CONTENT_FIELDS(struct version_page),
	VIEW_TEXT(struct version_page, unreadable, "testo_illeggibile"),
	VIEW_OBJECT(
	    struct version_page, previous, "versione_prima", struct link_row, &link_row_view),
	VIEW_OBJECT(struct version_page, next, "versione_dopo", struct link_row, &link_row_view),
	VIEW_OBJECT(
	    struct version_page, comparison, "confronto_prima", struct link_row, &link_row_view),
	VIEW_OBJECT(struct version_page, next_comparison, "confronto_dopo", struct link_row,
	    &link_row_view),
};
static const struct view version_page_view =
    VIEW("versione superata", struct version_page, version_page_fields);

static void plan_versions(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; plan->history && i < plan->history->page_count; i++) {
		const struct page_history *history = &plan->history->pages[i];

		for (size_t n = 0; n < history->count; n++) {
			struct slice path = version_path(&history->entries[n], plan->arena);

			if (!slice_empty(path))
				plan_add(plan, kind, path, &history->entries[n]);
		}
	}
}

/* Attachments as they are today, where there still are such: an old file is never published again. */
static void find_attachments(struct maker *maker, const struct act *today, struct act *act)
{
	struct attachment *old =
	    ARENA_COUNT(maker->arena, struct attachment, act->attachments.count);

	for (size_t i = 0; i < act->attachments.count; i++) {
		old[i] = act->attachments.items[i];
		for (size_t n = 0; n < today->attachments.count; n++)
			if (slice_eq(today->attachments.items[n].name, old[i].name)) {
				old[i].file = today->attachments.items[n].file;
				old[i].pages = today->attachments.items[n].pages;
			}
	}
	act->attachments.items = old;
}

static void fill_text(
    struct maker *maker, const struct old_version *version, struct act_content *content)
{
	struct md_outline outline;

	if (!version->body)
		return;
	content->text = maker_old_body_html(maker, version->act->file, version->body, 3);
	md_outline(version->body, maker->arena, &outline);
	for (size_t i = 0; i < outline.headings.count; i++)
		*ARENA_PUSH(maker->arena, &content->headings) = (struct link_row){
			outline.headings.items[i].text,
			arena_printf(
			    maker->arena, "#%.*s", SLICE_ARGS(outline.headings.items[i].anchor)),
			false,
		};
}

static void fill_content(struct maker *maker, const struct act *today,
    const struct old_version *version, struct version_page *page)
{
	struct act act = *version->act;

	find_attachments(maker, today, &act);
	act_content_fill(maker, &act, act.attendance.items, act.attendance.count, &page->content);
	if (!slice_eq(act.list_title, act.reference))
		page->act_title = act.list_title;
	fill_text(maker, version, &page->content);
	page->unreadable = version->text;
}

/* The versions around this one, and what changed on the way from and to them. */
static void fill_neighbours(
    struct maker *maker, const struct history_entry *entry, struct version_page *page)
{
	const struct page_history *history = entry->history;
	const struct act *act = history->subject.item;
	const struct history_entry *next = entry + 1;
	struct slice path = version_path(next, maker->arena);

	if (slice_empty(path))
		page->next = link_row_to(maker, italian_version_of_today(act), url_act(act));
	else
		page->next = link_row_to(maker, italian_version(next, maker->arena), path);
	page->next_comparison = link_row_to(
	    maker, SLICE("Che cosa è cambiato dopo"), comparison_path(next, maker->arena));
	page->comparison = link_row_to(
	    maker, SLICE("Che cosa era cambiato"), comparison_path(entry, maker->arena));
	if (entry > history->entries)
		page->previous = link_row_to(maker, italian_version(entry - 1, maker->arena),
		    version_path(entry - 1, maker->arena));
}

static void make_version(struct maker *maker, const void *subject, void *values)
{
	struct version_page *page = values;
	const struct history_entry *entry = subject;
	const struct act *act = entry->history->subject.item;
	struct arena *arena = maker->arena;
	struct old_version version;

	layout_begin(maker, &page->layout,
	    arena_printf(arena, "%.*s: %.*s",
		SLICE_ARGS(italian_with_capital(italian_version(entry, arena), true, arena)),
		SLICE_ARGS(act->reference)),
	    "atti/");
	version_crumbs(maker, &page->layout, act);
	page->reference = act->reference;
	page->act_url = maker_link(maker, url_act(act));
	page->history_url = maker_link(maker, url_act_history(act, arena));
	page->superseded = italian_superseded(entry, arena);
	fill_neighbours(maker, entry, page);
	if (history_version_read(
		maker->renderer->history, entry, arena, &version, &maker->failures) == 0)
		fill_content(maker, act, &version, page);
	/* Who keeps the original is asked today. */
	page->content.original = italian_original(act->original, arena);
}

const struct page_kind version_page_kind = {
	.template = "versione_superata",
	.view = &version_page_view,
	.rank = RANK_PAGE,
	.tells_versions = true,
	.plan = plan_versions,
	.make = make_version,
};
