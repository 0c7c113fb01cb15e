#include "check/check.h"

/* An act's text or votes changed, and nobody says why (design 6). */
static void check_reason(const struct history_entry *entry, struct diagnostics *diagnostics)
{
	struct slice path = entry->history->subject.file->path;
	struct arena *scratch;

	if (!entry->reason_missing)
		return;
	scratch = arena_new();
	diag3(diagnostics, DIAG_REASON_MISSING, position_file(path), entry->name, path,
	    date_iso(entry->day, scratch));
	arena_free(scratch);
}

void check_history(const struct site_history *history, struct diagnostics *diagnostics)
{
	check_vanished(
	    history->site, history->once_public.items, history->once_public.count, diagnostics);
	for (size_t i = 0; i < history->page_count; i++)
		for (size_t n = 0; n < history->pages[i].count; n++)
			check_reason(&history->pages[i].entries[n], diagnostics);
}
