#include "check/check.h"
#include "check/rule.h"

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

/* The term of personal data that this change took away with them; DATE_NONE for any other change. */
static struct date term_taken_away(const struct change *change)
{
	const struct personal_data *const *data = change->before;

	if (!change->key || change->key->of != &personal_data_table || !change->before ||
	    change->after)
		return DATE_NONE;
	if (change->place == CHANGE_OF_KEY)
		return *data ? (*data)->until : DATE_NONE;
	if (change->place == CHANGE_OF_INNER && change->inner->type == VALUE_DATE)
		return *(const struct date *)change->before;
	return DATE_NONE;
}

/* What had a term is still to be read in old versions when the term is over, though today's page has it no more. */
static void check_term(
    const struct site *site, const struct history_entry *entry, struct diagnostics *diagnostics)
{
	struct slice path = entry->history->subject.file->path;

	for (size_t i = 0; i < entry->changes.count; i++) {
		struct date until = term_taken_away(&entry->changes.items[i]);
		struct arena *scratch;

		if (!date_surely_before(until, site->today))
			continue;
		scratch = arena_new();
		diag3(diagnostics, DIAG_PERSONAL_DATA_IN_VERSIONS, position_file(path),
		    date_iso(entry->day, scratch), date_iso(until, scratch), path);
		arena_free(scratch);
	}
}

void check_history(const struct site_history *history, struct diagnostics *diagnostics)
{
	check_vanished(
	    history->site, history->once_public.items, history->once_public.count, diagnostics);
	for (size_t i = 0; i < history->withdrawn.count; i++)
		diag1(diagnostics, DIAG_REDACTION_WITHDRAWN,
		    position_file(SLICE("content/oscuramenti.yaml")), history->withdrawn.items[i]);
	for (size_t i = 0; i < history->page_count; i++)
		for (size_t n = 0; n < history->pages[i].count; n++) {
			check_reason(&history->pages[i].entries[n], diagnostics);
			check_term(history->site, &history->pages[i].entries[n], diagnostics);
		}
}
