#include "model/url.h"
#include "render/comparison_html.h"
#include "render/comparison_rows.h"
#include "render/italiano_changes.h"
#include "render/italiano_versions.h"
#include "render/pages.h"
#include "render/version_paths.h"

/* What changed in an act's page from one version to another. */
struct comparison_page {
	struct layout layout;
	struct slice reference, act_url, history_url;
	bool whole; /* from the first version to that of today */
	bool obscured_before;
	struct date day; /* of the later version; not of the whole */
	struct slice day_text, kind;
	const struct link_row *before, *after; /* the versions themselves */

	struct sentences sentences;
	struct slice act_unchanged, note, no_reason;

	struct comparison_rows keys;
	struct html text;
	bool text_same, unreadable;

	const struct link_row *older, *newer, *first_to_last;
};

static const struct view_field comparison_page_fields[] = {
	LAYOUT_FIELDS(struct comparison_page),
	VIEW_TEXT(struct comparison_page, reference, "estremi"),
	VIEW_URL(struct comparison_page, act_url, "url_atto"),
	VIEW_URL(struct comparison_page, history_url, "url_storia"),
	VIEW_FLAG(struct comparison_page, whole, "intero"),
	VIEW_FLAG(struct comparison_page, obscured_before, "oscurata"),
	VIEW_DATE(struct comparison_page, day, "giorno"),
	VIEW_TEXT(struct comparison_page, day_text, "giorno_in_parole"),
	VIEW_TEXT(struct comparison_page, kind, "che_cosa"),
	VIEW_OBJECT(
	    struct comparison_page, before, "versione_prima", struct link_row, &link_row_view),
	VIEW_OBJECT(
	    struct comparison_page, after, "versione_dopo", struct link_row, &link_row_view),
	VIEW_LIST(struct comparison_page, sentences, "frasi", struct slice, &view_text),
	VIEW_TEXT(struct comparison_page, act_unchanged, "atto_non_cambiato"),
	VIEW_TEXT(struct comparison_page, note, "nota"),
	VIEW_TEXT(struct comparison_page, no_reason, "senza_motivo"),
	VIEW_LIST(struct comparison_page, keys, "dati_cambiati", struct comparison_row,
	    &comparison_row_view),
	VIEW_HTML(struct comparison_page, text, "testo_confrontato"),
	VIEW_FLAG(struct comparison_page, text_same, "testo_uguale"),
	VIEW_FLAG(struct comparison_page, unreadable, "testo_illeggibile"),
	VIEW_OBJECT(
	    struct comparison_page, older, "confronto_prima", struct link_row, &link_row_view),
	VIEW_OBJECT(
	    struct comparison_page, newer, "confronto_dopo", struct link_row, &link_row_view),
	VIEW_OBJECT(struct comparison_page, first_to_last, "confronto_intero", struct link_row,
	    &link_row_view),
};
static const struct view comparison_page_view =
    VIEW("confronto", struct comparison_page, comparison_page_fields);

static void plan_comparisons(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; plan->history && i < plan->history->page_count; i++) {
		const struct page_history *history = &plan->history->pages[i];

		for (size_t n = 0; n < history->count; n++) {
			struct slice path = comparison_path(&history->entries[n], plan->arena);

			if (!slice_empty(path))
				plan_add(plan, kind, path, &history->entries[n]);
		}
	}
}

static void plan_whole_comparisons(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; plan->history && i < plan->history->page_count; i++) {
		const struct page_history *history = &plan->history->pages[i];
		struct slice path = whole_comparison_path(history, plan->arena);

		if (!slice_empty(path))
			plan_add(plan, kind, path, history);
	}
}

/* The page on which the version can be read: the act's own for that of today. */
static const struct link_row *link_to_version(
    struct maker *maker, const struct history_entry *entry)
{
	struct slice path = version_path(entry, maker->arena);

	if (!slice_empty(path))
		return link_row_to(maker, italian_version(entry, maker->arena), path);
	return link_row_to(maker, italian_version_of_today(entry->history->subject.item),
	    url_act(entry->history->subject.item));
}

static bool text_changed(const struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].place == CHANGE_OF_TEXT ||
		    changes->items[i].place == CHANGE_OF_UNREADABLE_TEXT)
			return true;
	return false;
}

static void compare_texts(struct maker *maker, const struct old_version *before,
    const struct old_version *after, struct comparison_page *page)
{
	struct text_comparison comparison;
	struct arena *scratch;

	page->unreadable = !slice_empty(before->text) || !slice_empty(after->text);
	if (page->unreadable)
		return;
	scratch = arena_new();
	text_compare(before->body, after->body, maker->arena, scratch, &comparison);
	arena_free(scratch);
	page->text = comparison_html(maker, after->act->file, &comparison, 3);
}

/* The same for the comparison of neighbours and for the whole one. */
static void fill_comparison(struct maker *maker, const struct history_entry *before,
    const struct history_entry *after, const struct changes *changes, struct comparison_page *page)
{
	const struct site_history *history = maker->renderer->history;
	const struct act *act = after->history->subject.item;
	struct old_version old, new;

	version_crumbs(maker, &page->layout, act);
	page->reference = act->reference;
	page->act_url = maker_link(maker, url_act(act));
	page->history_url = maker_link(maker, url_act_history(act, maker->arena));
	page->before = link_to_version(maker, before);
	page->after = link_to_version(maker, after);
	comparison_rows_add(maker, changes, &page->keys);
	page->text_same = !text_changed(changes);
	if (!page->text_same &&
	    history_version_read(history, before, maker->arena, &old, &maker->failures) == 0 &&
	    history_version_read(history, after, maker->arena, &new, &maker->failures) == 0)
		compare_texts(maker, &old, &new, page);
}

/* The nearest comparison before the entry, or behind it. */
static const struct link_row *neighbour(
    struct maker *maker, const struct history_entry *entry, bool older)
{
	const struct page_history *history = entry->history;
	size_t index = (size_t)(entry - history->entries);

	for (size_t i = older ? index : history->count - 1 - index; i > 0; i--) {
		const struct history_entry *other =
		    older ? &history->entries[i - 1] : &history->entries[history->count - i];
		struct slice path = comparison_path(other, maker->arena);

		if (!slice_empty(path))
			return link_row_to(maker, italian_version(other, maker->arena), path);
	}
	return NULL;
}

static void make_comparison(struct maker *maker, const void *subject, void *values)
{
	struct comparison_page *page = values;
	const struct history_entry *entry = subject;
	const struct act *act = entry->history->subject.item;
	struct arena *arena = maker->arena;
	struct change_context context = change_context_of(maker->site, entry);

	layout_begin(maker, &page->layout,
	    arena_printf(arena, "Che cosa è cambiato con la %.*s: %.*s",
		SLICE_ARGS(italian_version(entry, arena)), SLICE_ARGS(act->reference)),
	    "atti/");
	page->day = entry->day;
	page->day_text = italian_date(entry->day, arena);
	page->kind = slice_from(italian_kind(entry));
	italian_changes(&context, &entry->changes, arena, &page->sentences);
	page->act_unchanged = italian_act_unchanged(&context, &entry->changes);
	page->note = italian_public_note(entry->note, arena);
	page->no_reason = entry->reason_missing ? SLICE(ITALIAN_NO_REASON) : SLICE("");
	page->older = neighbour(maker, entry, true);
	page->newer = neighbour(maker, entry, false);
	page->first_to_last = link_row_to(maker, SLICE("dalla prima versione a quella di oggi"),
	    whole_comparison_path(entry->history, arena));
	fill_comparison(maker, entry - 1, entry, &entry->changes, page);
}

static void make_whole_comparison(struct maker *maker, const void *subject, void *values)
{
	struct comparison_page *page = values;
	const struct page_history *history = subject;
	const struct history_entry *first = &history->entries[first_comparable(history)];
	const struct history_entry *last = &history->entries[history->count - 1];
	const struct act *act = history->subject.item;
	struct change_context context = { .site = maker->site, .subject = history->subject };
	struct changes changes = { 0 };

	layout_begin(maker, &page->layout,
	    arena_printf(maker->arena,
		"Che cosa è cambiato dalla prima versione a quella di oggi: %.*s",
		SLICE_ARGS(act->reference)),
	    "atti/");
	page->whole = true;
	page->obscured_before = history->obscured_before;
	if (history_versions_compare(maker->renderer->history, first, last, maker->arena, &changes,
		&maker->failures) != 0)
		return;
	italian_changes(&context, &changes, maker->arena, &page->sentences);
	page->act_unchanged = italian_act_unchanged(&context, &changes);
	fill_comparison(maker, first, last, &changes, page);
}

const struct page_kind comparison_page_kind = {
	.template = "confronto",
	.view = &comparison_page_view,
	.rank = RANK_PAGE,
	.tells_versions = true,
	.plan = plan_comparisons,
	.make = make_comparison,
};

const struct page_kind whole_comparison_page_kind = {
	.template = "confronto",
	.view = &comparison_page_view,
	.rank = RANK_PAGE,
	.tells_versions = true,
	.plan = plan_whole_comparisons,
	.make = make_whole_comparison,
};
