#include "history/unseen_acts.h"

#include <string.h>

/* References of old versions find nothing where nobody may see what they name (model/past.h). */
static bool is_unseen(const struct reference *reference)
{
	return reference && !slice_empty(reference->id) && !reference->found;
}

/* --- items that are about an act: links, evidence ---------------------------------------------- */

/* What an item of the table leads to; null where its items are not about an act. */
static const struct reference *act_of_item(const struct key_table *of, const void *item)
{
	if (!item)
		return NULL;
	return of == &act_link_table   ? &((const struct act_link *)item)->act
	       : of == &evidence_table ? &((const struct evidence *)item)->act
				       : NULL;
}

/* Evidence says by its title what the act is about: of one that is no whole page no more than its number is shown. */
static bool is_kept_back(const struct key_table *of, const struct reference *reference)
{
	const struct act *act = reference ? reference->found : NULL;

	return is_unseen(reference) ||
	       (of == &evidence_table && act && act->visibility != VISIBILITY_PUBLIC);
}

static bool leads_to_unseen(const struct key_table *of, const void *item)
{
	return is_kept_back(of, act_of_item(of, item));
}

/* Did the item lead to another act before, which is not to be told of? */
static bool led_to_unseen(
    const struct changes *changes, const struct key_table *of, const void *item)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		if (change->place == CHANGE_OF_INNER && change->item == item &&
		    change->inner->target == TARGET_ACT && is_kept_back(of, change->before))
			return true;
	}
	return false;
}

static bool is_of_unseen_item(const struct changes *changes, const struct change *change)
{
	const struct key_table *of = change->key->of;

	if (of != &act_link_table && of != &evidence_table)
		return false;
	if (change->place == CHANGE_OF_ITEM)
		return leads_to_unseen(of, change->before) || leads_to_unseen(of, change->after);
	return change->item &&
	       (change->place == CHANGE_OF_INNER || change->place == CHANGE_OF_UNKNOWN_KEY) &&
	       (leads_to_unseen(of, change->item) || led_to_unseen(changes, of, change->item));
}

/* --- agendas ------------------------------------------------------------------------------------ */

static bool is_withheld(const struct reference *reference)
{
	const struct act *act = reference->found;

	return act && act->visibility != VISIBILITY_PUBLIC && act->removal &&
	       act->removal->reason == REMOVAL_PERSONAL_DATA;
}

/* Is it an item that today's agenda shows without its title, or was it that under another number or title? */
static bool is_withheld_item(const struct meeting *meeting, const struct agenda_item *item)
{
	if (!item)
		return false;
	for (size_t i = 0; meeting && i < meeting->agenda.count; i++) {
		const struct agenda_item *today = &meeting->agenda.items[i];

		if (is_withheld(&today->act) &&
		    (today->number == item->number || slice_eq(today->title, item->title)))
			return true;
	}
	return is_withheld(&item->act);
}

/* An item is called like the act: what took that off the site may stand here too. */
static bool is_of_withheld_item(const struct meeting *meeting, const struct change *change)
{
	if (change->key->of != &agenda_item_table)
		return false;
	if (change->place == CHANGE_OF_ITEM)
		return is_withheld_item(meeting, change->before) ||
		       is_withheld_item(meeting, change->after);
	return is_withheld_item(meeting, change->item) ||
	       (change->place == CHANGE_OF_INNER && change->inner->target == TARGET_ACT &&
		   change->before && is_withheld(change->before));
}

static const struct meeting *meeting_of(const struct site *site, const struct content_file *file)
{
	for (size_t i = 0; file && i < site->meetings.count; i++)
		if (site->meetings.items[i]->file == file)
			return site->meetings.items[i];
	return NULL;
}

/* --- minutes, and what no table reads ----------------------------------------------------------- */

static bool names_unseen(const struct site *site, const struct slice *place)
{
	const struct act *act = place ? map_get(&site->by_id[TARGET_ACT], *place) : NULL;

	return act && act->visibility == VISIBILITY_NOWHERE;
}

/* Nothing but minutes, which may be an act of this site. */
static bool tells_minutes_alone(const struct site *site, const struct recording *const *recording)
{
	return !recording || !*recording ||
	       (names_unseen(site, &(*recording)->minutes) && !(*recording)->recorder &&
		   slice_empty((*recording)->role));
}

static bool is_of_unseen_minutes(const struct site *site, const struct change *change)
{
	if (change->key->of != &recording_table)
		return false;
	if (change->place == CHANGE_OF_KEY)
		return tells_minutes_alone(site, change->before) &&
		       tells_minutes_alone(site, change->after);
	return change->place == CHANGE_OF_INNER && strcmp(change->inner->name, "verbale") == 0 &&
	       (names_unseen(site, change->before) || names_unseen(site, change->after));
}

/* What no table reads any more is kept as it was written: it may hold the place of such an act. */
static bool text_names_unseen(
    const struct site *site, const struct slice *text, struct arena *scratch)
{
	for (size_t i = 0; text && i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (act->visibility == VISIBILITY_NOWHERE &&
		    slice_find(*text, arena_cstr(scratch, act->place)) != SLICE_NONE)
			return true;
	}
	return false;
}

/* --- all ---------------------------------------------------------------------------------------- */

static bool is_of_unseen(const struct site *site, const struct meeting *meeting,
    const struct changes *changes, const struct change *change, struct arena *scratch)
{
	if (change->place == CHANGE_OF_UNKNOWN_KEY &&
	    (text_names_unseen(site, change->before, scratch) ||
		text_names_unseen(site, change->after, scratch)))
		return true;
	return change->key &&
	       (is_of_unseen_item(changes, change) || is_of_withheld_item(meeting, change) ||
		   is_of_unseen_minutes(site, change));
}

/* Nothing, or a word that says that it is not known. */
static bool names_nothing(const struct reference *reference)
{
	return !reference || slice_empty(reference->id);
}

/* Is it of a key that named such an act, before or now? */
static bool names_unseen_act(const struct change *change)
{
	const struct key *key = change->place == CHANGE_OF_INNER ? change->inner : change->key;

	return (change->place == CHANGE_OF_KEY || change->place == CHANGE_OF_INNER) &&
	       key->type == VALUE_REFERENCE && key->target == TARGET_ACT &&
	       (is_unseen(change->before) || is_unseen(change->after));
}

/* The other side is told as if there had been nothing on this one; false where nothing is left to tell. */
static bool forget_unseen(struct change *change)
{
	if (is_unseen(change->before)) {
		change->before = NULL;
		change->verb = CHANGE_ADDED;
	}
	if (is_unseen(change->after)) {
		change->after = NULL;
		change->verb = CHANGE_REMOVED;
	}
	return !names_nothing(change->before) || !names_nothing(change->after);
}

bool leave_out_unseen_acts(const struct site *site, const struct content_file *file,
    struct arena *scratch, struct changes *changes)
{
	bool *unseen = ARENA_COUNT(scratch, bool, changes->count), any = false;
	const struct meeting *meeting = changes->count > 0 ? meeting_of(site, file) : NULL;
	size_t kept = 0;

	for (size_t i = 0; i < changes->count; i++)
		unseen[i] = is_of_unseen(site, meeting, changes, &changes->items[i], scratch);
	for (size_t i = 0; i < changes->count; i++) {
		bool forgotten = names_unseen_act(&changes->items[i]);

		any = any || unseen[i] || forgotten;
		if (!unseen[i] && (!forgotten || forget_unseen(&changes->items[i])))
			changes->items[kept++] = changes->items[i];
	}
	changes->count = kept;
	return any;
}
