/* Terms that were moved, and entries of progress that were changed after they had been written. */
#include "render/italiano_changes_parts.h"

static const struct term *term_at(const void *place)
{
	return place ? *(const struct term *const *)place : NULL;
}

static bool is_of_deadline(const struct change *change, const char *inner)
{
	return change->place == CHANGE_OF_INNER && change->verb == CHANGE_REPLACED &&
	       change->key->of == &deadline_table && change->item &&
	       slice_is(slice_from(change->inner->name), inner);
}

/* What was told of a deadline's term in the versions before. */
struct past_terms {
	size_t reschedulings;
	const struct term *first;
};

static bool was_corrected(enum change_kind kind)
{
	return kind == KIND_COPY || kind == KIND_DATA;
}

/* A deadline is known by its text: followed back to what it was called then. */
static void look_at(const struct change_context *context, const struct history_entry *entry,
    struct slice *text, struct past_terms *past)
{
	const struct point *point = context->subject.item;
	struct slice called = *text;

	for (size_t i = 0; i < entry->changes.count; i++) {
		const struct change *change = &entry->changes.items[i];

		if (is_of_deadline(change, "testo") && change->before && change->after &&
		    slice_eq(*(const struct slice *)change->after, *text))
			called = *(const struct slice *)change->before;
		if (!is_of_deadline(change, "quando") ||
		    !slice_eq(((const struct deadline *)change->item)->text, *text))
			continue;
		/* What was a mistake was never the term. */
		if (was_corrected(entry->change_kind))
			continue;
		past->first = term_at(change->before);
		past->reschedulings += italian_term_is_later(context->site, point->programme,
		    term_at(change->before), term_at(change->after));
	}
	*text = called;
}

static struct past_terms past_terms_of(
    const struct change_context *context, const struct change *change)
{
	struct slice text = ((const struct deadline *)change->item)->text;
	struct past_terms past = { .first = term_at(change->before) };

	for (size_t i = context->earlier_count; i-- > 0;)
		look_at(context, &context->earlier[i], &text, &past);
	return past;
}

bool tell_term_change(const struct change_teller *teller, const struct change *change)
{
	const struct change_context *context = teller->context;
	struct arena *arena = teller->arena;
	const struct point *point = context->subject.item;
	struct slice what;
	struct past_terms past;
	struct moved_term moved;

	if (!is_of_deadline(change, "quando") || change_corrects(teller, change) ||
	    !term_at(change->before) || !term_at(change->after))
		return false;
	what = ARENA_CONCAT(arena, SLICE("la scadenza"),
	    change_item_name(teller, change->key, change->item, false).tail);
	past = past_terms_of(context, change);
	moved = (struct moved_term){ term_at(change->before), term_at(change->after), past.first,
		context->first_known ? past.reschedulings + 1 : 0 };
	sentence_add(
	    teller, italian_moved_term(context->site, point->programme, what, &moved, arena));
	return true;
}

void tell_progress_changed(const struct change_teller *teller)
{
	const struct progress *progress = teller->context->subject.item;
	struct arena *arena = teller->arena;
	const char *verb = teller->context->kind == KIND_UPDATE ? "Aggiornata" : "Corretta";

	sentence_add(teller, arena_printf(arena, "%s la voce di avanzamento %.*s sull'azione %.*s.",
				 verb, SLICE_ARGS(italian_of_date(progress->date, arena)),
				 SLICE_ARGS(progress->action.id)));
}
