#include "history/unseen_acts.h"

#include <string.h>

/* References of old versions find nothing where nobody may see what they name (model/past.h). */
static bool is_unseen(const struct reference *reference)
{
	return reference && !slice_empty(reference->id) && !reference->found;
}

static bool leads_to_unseen(const struct act_link *link)
{
	return link && is_unseen(&link->act);
}

/* Did the link lead to another act before, which is not to be told of? */
static bool led_to_unseen(const struct changes *changes, const struct act_link *link)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		if (change->place == CHANGE_OF_INNER && change->item == link &&
		    change->inner->target == TARGET_ACT && is_unseen(change->before))
			return true;
	}
	return false;
}

static bool is_of_unseen_link(const struct changes *changes, const struct change *change)
{
	if (change->key->of != &act_link_table)
		return false;
	if (change->place == CHANGE_OF_ITEM)
		return leads_to_unseen(change->before) || leads_to_unseen(change->after);
	return change->place == CHANGE_OF_INNER &&
	       (leads_to_unseen(change->item) || led_to_unseen(changes, change->item));
}

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

static bool is_of_unseen(const struct site *site, const struct changes *changes,
    const struct change *change, struct arena *scratch)
{
	if (change->place == CHANGE_OF_UNKNOWN_KEY)
		return text_names_unseen(site, change->before, scratch) ||
		       text_names_unseen(site, change->after, scratch);
	return change->key &&
	       (is_of_unseen_link(changes, change) || is_of_unseen_minutes(site, change));
}

bool leave_out_unseen_acts(const struct site *site, struct arena *scratch, struct changes *changes)
{
	size_t all = changes->count;
	bool *unseen = ARENA_COUNT(scratch, bool, changes->count);
	size_t kept = 0;

	for (size_t i = 0; i < changes->count; i++)
		unseen[i] = is_of_unseen(site, changes, &changes->items[i], scratch);
	for (size_t i = 0; i < changes->count; i++)
		if (!unseen[i])
			changes->items[kept++] = changes->items[i];
	changes->count = kept;
	return kept < all;
}
