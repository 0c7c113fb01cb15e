#include "render/version_paths.h"

#include "model/url.h"
#include "render/rows.h"

/* An act's version whose text may be shown: one that did not end the page, and was not withheld since. */
static bool may_be_read(const struct history_entry *entry)
{
	return entry->history->subject.kind == SUBJECT_ACT && !entry->withheld &&
	       entry->kind != VERSION_REMOVED;
}

size_t first_comparable(const struct page_history *history)
{
	size_t first = 0;

	while (first < history->count && !may_be_read(&history->entries[first]))
		first++;
	return first;
}

struct slice version_path(const struct history_entry *entry, struct arena *arena)
{
	const struct page_history *history = entry->history;
	bool superseded = entry < &history->entries[history->count - 1];

	if (!superseded || !may_be_read(entry))
		return SLICE("");
	return url_act_version(history->subject.item, entry->name, arena);
}

struct slice comparison_path(const struct history_entry *entry, struct arena *arena)
{
	if (entry->changes.count == 0 || !may_be_read(entry))
		return SLICE("");
	return url_act_comparison(entry->history->subject.item, entry->name, arena);
}

struct slice whole_comparison_path(const struct page_history *history, struct arena *arena)
{
	if (history->count - first_comparable(history) < 3)
		return SLICE("");
	return url_act_whole_comparison(history->subject.item, arena);
}

void version_crumbs(struct maker *maker, struct layout *layout, const struct act *act)
{
	layout_crumb(maker, layout, SLICE("Atti"), SLICE("atti/"));
	layout_crumb(maker, layout, act->reference, url_act(act));
	layout_crumb(maker, layout, SLICE("Cronologia"), url_act_history(act, maker->arena));
	/* References alone may be alike: of acts without a number. */
	if (!slice_eq(act->list_title, act->reference))
		layout->head_title =
		    arena_printf(maker->arena, "%.*s, %.*s - %.*s", SLICE_ARGS(layout->title),
			SLICE_ARGS(act->list_title), SLICE_ARGS(layout->site_title));
	layout->noindex = true;
	layout->draft = act_is_draft(act, maker->site->today);
}
