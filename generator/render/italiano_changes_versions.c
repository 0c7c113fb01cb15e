/* Versions of pages: their kinds, and the one sentence of those that are no change. */
#include "render/italiano_changes.h"
#include "render/italiano_changes_parts.h"

struct change_context change_context_of(const struct site *site, const struct history_entry *entry)
{
	const struct page_history *history = entry->history;
	struct change_context context = { .site = site,
		.subject = history->subject,
		.kind = entry->change_kind,
		.earlier = history->entries,
		.earlier_count = (size_t)(entry - history->entries),
		.first_known = !history->obscured_before };

	for (size_t i = 0; i < context.earlier_count; i++)
		if (history->entries[i].change_kind == KIND_OBSCURING ||
		    history->entries[i].withheld)
			context.first_known = false;
	return context;
}

/* --- kinds and notes ----------------------------------------------------------------------------- */

const char *italian_change_kind(enum change_kind kind)
{
	switch (kind) {
	case KIND_COPY: return "Correzione della copia";
	case KIND_DATA: return "Correzione dei dati";
	case KIND_ADDITION: return "Aggiunta";
	case KIND_ATTACHMENT: return "Allegato";
	case KIND_OBSCURING: return "Oscuramento";
	case KIND_NONE:
	case KIND_UPDATE: break;
	}
	return "Aggiornamento della pagina";
}

const char *italian_kind(const struct history_entry *entry)
{
	return entry->kind == VERSION_UPDATED ? italian_change_kind(entry->change_kind)
					      : italian_version_kind(entry->kind);
}

struct slice italian_public_note(struct slice note, struct arena *arena)
{
	if (slice_empty(note))
		return note;
	return ARENA_CONCAT(arena, SLICE("La segreteria scrive: "), italian_quoted(note, arena));
}

/* --- versions that are no change ----------------------------------------------------------------- */

/* What a file is about, with its article. */
struct named_subject {
	struct slice name;
	bool feminine;
};

static struct named_subject name_of(const struct history_subject *subject, struct arena *arena)
{
	switch (subject->kind) {
	case SUBJECT_ACT:
		return (struct named_subject){ italian_the_act(subject->item, arena),
			italian_act_is_feminine(subject->item) };
	case SUBJECT_MEETING:
		return (struct named_subject){
			ARENA_CONCAT(arena, SLICE("la pagina della "),
			    italian_with_capital(
				italian_meeting(subject->item, arena), false, arena)),
			true
		};
	case SUBJECT_PROGRAMME: {
		const struct programme *programme = subject->item;

		return (struct named_subject){
			arena_printf(arena, "il programma %.*s", SLICE_ARGS(programme->id)), false
		};
	}
	case SUBJECT_POINT: {
		const struct point *point = subject->item;

		return (struct named_subject){ arena_printf(arena, "il punto %d del programma %.*s",
						   point->number, SLICE_ARGS(point->programme->id)),
			false };
	}
	case SUBJECT_PROGRESS: {
		const struct progress *progress = subject->item;

		return (struct named_subject){
			arena_printf(arena, "la voce di avanzamento %.*s sull'azione %.*s",
			    SLICE_ARGS(italian_of_date(progress->date, arena)),
			    SLICE_ARGS(progress->action.id)),
			true
		};
	}
	case SUBJECT_REPORT: {
		const struct report *report = subject->item;

		return (struct named_subject){
			arena_printf(arena, "il rapporto «%.*s»", SLICE_ARGS(report->title)), false
		};
	}
	case SUBJECT_REGULATION: {
		const struct regulation *regulation = subject->item;

		return (struct named_subject){
			arena_printf(arena, "il testo del regolamento «%.*s», versione %.*s",
			    SLICE_ARGS(regulation->title),
			    SLICE_ARGS(italian_of_date(regulation->date, arena))),
			false
		};
	}
	case SUBJECT_KIND_COUNT: break;
	}
	return (struct named_subject){ SLICE("la pagina"), true };
}

/* What the entry told when it was written is known only where it was not changed since. */
static bool tell_news_of_action(
    const struct change_teller *teller, const struct history_entry *entry)
{
	const struct progress *progress = entry->history->subject.item;
	struct arena *arena = teller->arena;
	struct slice moved;

	if (entry->history->subject.kind != SUBJECT_PROGRESS || entry->kind != VERSION_PUBLISHED ||
	    entry->history->count > 1)
		return false;
	moved = italian_moved_by(teller->context->site, progress, arena);
	if (slice_empty(moved) || progress->state != PROGRESS_RESCHEDULED)
		sentence_add(
		    teller, arena_printf(arena, "Comunicato lo stato dell'azione %.*s: %.*s.",
				SLICE_ARGS(progress->action.id),
				SLICE_ARGS(italian_progress_state(progress->state))));
	if (!slice_empty(moved))
		sentence_add(teller, moved);
	return true;
}

static void tell_event(const struct change_teller *teller, const struct history_entry *entry)
{
	struct arena *arena = teller->arena;
	struct named_subject subject = name_of(&entry->history->subject, arena);
	const char *stem = entry->kind == VERSION_PUBLISHED  ? "Pubblicat"
			   : entry->kind == VERSION_RESTORED ? "Di nuovo pubblicat"
							     : "Tolt";

	if (!tell_news_of_action(teller, entry))
		sentence_add(teller, arena_printf(arena, "%.*s %s%.*s.",
					 SLICE_ARGS(agreeing(stem, subject.feminine, false, arena)),
					 entry->kind == VERSION_REMOVED ? "dal sito " : "",
					 SLICE_ARGS(subject.name)));
}

void italian_version_told(const struct site *site, const struct history_entry *entry,
    struct arena *arena, struct sentences *sentences)
{
	struct change_context context = change_context_of(site, entry);
	const struct change_teller teller = { &context, arena, sentences };
	struct slice unchanged;

	if (entry->kind != VERSION_UPDATED) {
		tell_event(&teller, entry);
		return;
	}
	if (entry->change_kind == KIND_OBSCURING) {
		sentence_add(&teller, SLICE(ITALIAN_OBSCURED));
		return;
	}
	italian_changes(&context, &entry->changes, arena, sentences);
	unchanged = italian_act_unchanged(&context, &entry->changes);
	if (!slice_empty(unchanged))
		sentence_add(&teller, unchanged);
	if (entry->reason_missing)
		sentence_add(&teller, SLICE(ITALIAN_NO_REASON));
}
