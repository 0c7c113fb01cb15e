/* Values of keys as sentences on changes tell them, short, and which of them may be told once more after they were taken out. */
#include "model/keys_sense.h"
#include "render/italiano_changes_parts.h"
#include "render/italiano_values.h"
#include "render/rows.h"

/* --- references -------------------------------------------------------------------------------- */

static struct slice meeting_value(const struct meeting *meeting, struct arena *arena)
{
	const struct body *body = meeting->body.found;
	struct slice parts[] = { italian_date(meeting->date, arena),
		body ? body->name : SLICE("") };

	return italian_join(parts, 2, arena);
}

/* The value whole, where that is short. */
static struct slice whole_value(
    const struct change_teller *teller, const struct key *key, const void *place)
{
	struct text_lines lines = { 0 };

	italian_value(teller->context->site, key, place, NULL, NULL, teller->arena, &lines);
	return lines.count == 1 ? lines.items[0] : SLICE("");
}

/* What a reference names; empty where that is not known, or nobody may know of it. */
static struct slice reference_value(
    const struct change_teller *teller, const struct key *key, const struct reference *reference)
{
	const void *found = reference->found;

	/* Their ids are their numbers, which are known of those that are gone, too. */
	if (key->target == TARGET_ACTION || key->target == TARGET_GOAL)
		return reference->id;
	if (!found)
		return SLICE("");
	switch (key->target) {
	case TARGET_MEETING: return meeting_value(found, teller->arena);
	case TARGET_POINT:
		return arena_printf(teller->arena, "%d", ((const struct point *)found)->number);
	case TARGET_ACT:
		return act_is_named(found)
			   ? italian_with_capital(
				 ((const struct act *)found)->reference, false, teller->arena)
			   : SLICE("");
	default: return whole_value(teller, key, reference);
	}
}

/* --- objects ----------------------------------------------------------------------------------- */

static struct slice quorum_value(const struct quorum *quorum, struct arena *arena)
{
	return arena_printf(arena, "%d", quorum->needed);
}

static struct slice original_value(const struct original *original, struct arena *arena)
{
	struct slice parts[] = { italian_word(original_form_words, original->form),
		slice_empty(original->kept_by)
		    ? SLICE("")
		    : arena_printf(arena, "conservato da: %.*s", SLICE_ARGS(original->kept_by)) };

	return italian_join(parts, 2, arena);
}

static struct slice convocation_value(const struct convocation *convocation, struct arena *arena)
{
	struct slice parts[] = { italian_word(convocation_type_words, convocation->type),
		date_known(convocation->date) ? italian_of_date(convocation->date, arena)
					      : SLICE(""),
		slice_empty(convocation->protocol) ? SLICE("")
						   : arena_printf(arena, "protocollo n. %.*s",
							 SLICE_ARGS(convocation->protocol)) };

	return italian_join(parts, 3, arena);
}

static struct slice person_value(const struct named_person *named)
{
	const struct person *person = named->person.found;

	return person ? person->name : named->name;
}

static struct slice object_value(
    const struct key_table *table, const void *object, struct arena *arena)
{
	if (!object)
		return SLICE("");
	if (table == &named_person_table)
		return person_value(object);
	if (table == &enforceability_table)
		return italian_enforceability(object, arena);
	if (table == &proposal_table)
		return italian_proposal(object, arena);
	if (table == &protocol_table)
		return italian_protocol(object, arena);
	if (table == &original_table)
		return original_value(object, arena);
	if (table == &recording_table)
		return italian_recording(object, arena);
	if (table == &notice_board_table)
		return italian_notice_board(object, arena);
	if (table == &convocation_table)
		return convocation_value(object, arena);
	if (table == &quorum_table)
		return quorum_value(object, arena);
	if (table == &external_act_table)
		return ((const struct external_act *)object)->reference;
	return SLICE("");
}

/* --- any value --------------------------------------------------------------------------------- */

enum {
	LONGEST_TEXT = 120, /* bytes of what is told word for word */
	LONGEST_CODE =
	    60 /* characters: a line that may be longer is free text, not a number or a code */
};

static bool is_code(const struct key *key)
{
	return key->type == VALUE_LINE && key->max > 0 && key->max <= LONGEST_CODE;
}

/* Minutes may be named by their place as an act of this site, which not everybody may know of. */
static bool is_act_place(const struct site *site, struct slice text)
{
	return map_get(&site->by_id[TARGET_ACT], text) != NULL;
}

static struct slice text_value(
    const struct change_teller *teller, const struct key *key, struct slice text)
{
	text = slice_trim(text);
	if (is_code(key) || slice_is(slice_from(key->name), "nome"))
		return text;
	if (slice_empty(text) || text.len > LONGEST_TEXT ||
	    slice_find_byte(text, '\n') != SLICE_NONE || is_act_place(teller->context->site, text))
		return SLICE("");
	return italian_quoted(
	    slice_ends(text, ".") ? slice_sub(text, 0, text.len - 1) : text, teller->arena);
}

/* Values of a list of these, not of its structs; empty where one of them has no name: the others are not all of it. */
static struct slice list_value(
    const struct change_teller *teller, const struct key *key, const struct list *list)
{
	struct key one = { .name = key->name, .type = key->item, .target = key->target };
	struct slice *parts = ARENA_COUNT(teller->arena, struct slice, list->count);
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		const char *item = (const char *)list->items + i * key_item_size(key);

		parts[count] = change_value(teller, &one, item);
		if (slice_empty(parts[count]))
			return SLICE("");
		count++;
	}
	return italian_short_list(parts, count, false, teller->arena);
}

struct slice change_value(
    const struct change_teller *teller, const struct key *key, const void *place)
{
	struct arena *arena = teller->arena;

	if (!place)
		return SLICE("");
	switch (key->type) {
	case VALUE_LINE:
	case VALUE_TEXT: return text_value(teller, key, *(const struct slice *)place);
	case VALUE_REFERENCE: return reference_value(teller, key, place);
	case VALUE_DECIMAL:
		return slice_is(slice_from(key->name), "importo")
			   ? italian_euros(*(const struct decimal *)place, arena)
			   : whole_value(teller, key, place);
	case VALUE_WORD: return italian_with_capital(whole_value(teller, key, place), false, arena);
	case VALUE_TALLY: return arena_printf(arena, "%d", ((const struct tally *)place)->count);
	case VALUE_OBJECT: return object_value(key->of, *(const void *const *)place, arena);
	case VALUE_LIST: return key->of ? SLICE("") : list_value(teller, key, place);
	case VALUE_MARKDOWN:
	case VALUE_ACT_PLACE:
	case VALUE_MOMENT:
	case VALUE_URL:
	case VALUE_EMAIL: return SLICE("");
	default: return whole_value(teller, key, place);
	}
}

bool change_is_absent(const struct key *key, const void *place)
{
	if (!place)
		return true;
	switch (key->type) {
	case VALUE_LINE:
	case VALUE_TEXT:
		return slice_empty(*(const struct slice *)place) ||
		       slice_is(*(const struct slice *)place, "ignoto");
	case VALUE_NUMBER:
		return *(const int32_t *)place == NUMBER_ABSENT ||
		       *(const int32_t *)place == NUMBER_UNKNOWN;
	case VALUE_REFERENCE: return slice_empty(((const struct reference *)place)->id);
	case VALUE_TALLY: return !((const struct tally *)place)->node;
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: return !date_known(*(const struct date *)place);
	default: return false;
	}
}

bool change_is_repeatable(const struct key *key)
{
	switch (key->type) {
	case VALUE_LINE: return is_code(key);
	case VALUE_REFERENCE: return key->target != TARGET_PERSON;
	case VALUE_LIST: return !key->of && key->item != VALUE_LINE && key->target != TARGET_PERSON;
	case VALUE_ID:
	case VALUE_NUMBER:
	case VALUE_DECIMAL:
	case VALUE_WORD:
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE:
	case VALUE_TIME:
	case VALUE_SCHOOL_YEAR:
	case VALUE_TERM:
	case VALUE_TALLY: return true;
	default: return false;
	}
}
