#include "render/italiano_values.h"

#include "model/act.h"
#include "model/keys_sense.h"
#include "model/programme.h"
#include "render/italiano.h"

/* Where values are told: in which struct they stand, and what that means for them. */
struct value_teller {
	const struct site *site;
	struct arena *arena;
	bool secret; /* of a secret vote */
};

static struct slice value_words(const struct value_teller *teller, const struct key *key,
    enum value_type type, const void *place);

/* What a reference names, where it is found. */
static struct slice found_words(enum target target, const void *found, struct arena *arena)
{
	switch (target) {
	case TARGET_ORGANISATION: return ((const struct organisation *)found)->name;
	case TARGET_PERSON: return ((const struct person *)found)->name;
	case TARGET_BODY: return ((const struct body *)found)->name;
	case TARGET_MEETING: return italian_meeting(found, arena);
	case TARGET_ACT: return ((const struct act *)found)->reference;
	case TARGET_TOPIC: return ((const struct topic *)found)->name;
	case TARGET_POINT: return italian_point(found, arena);
	case TARGET_ACTION: return italian_action(found, arena);
	case TARGET_GOAL: return ((const struct goal *)found)->id;
	case TARGET_WORKING_TABLE: return ((const struct working_table *)found)->name;
	case TARGET_SCHOOL: return ((const struct school *)found)->name;
	case TARGET_REPORT: return ((const struct report *)found)->title;
	case TARGET_REGULATION: return ((const struct regulation *)found)->title;
	case TARGET_EVENT: return ((const struct event *)found)->name;
	case TARGET_NONE:
	case TARGET_COUNT: break;
	}
	return SLICE("");
}

static struct slice reference_words(
    enum target target, const struct reference *reference, struct arena *arena)
{
	if (slice_empty(reference->id))
		return SLICE("");
	if (reference->found)
		return found_words(target, reference->found, arena);
	return target == TARGET_ACT      ? SLICE("un altro atto")
	       : target == TARGET_PERSON ? SLICE("una persona")
					 : reference->id;
}

/* Minutes may be named by their place as an act of this site, which not everybody may know of. */
static struct slice line_words(const struct site *site, struct slice line)
{
	const struct act *act = map_get(&site->by_id[TARGET_ACT], line);

	if (!act)
		return line;
	return act->visibility == VISIBILITY_NOWHERE ? SLICE("un altro atto") : act->reference;
}

static struct slice number_or_word(const struct key *key, int32_t number, struct arena *arena)
{
	struct slice word = key->words ? italian_word(key->words, number) : SLICE("");

	if (number == 0 || !slice_empty(word))
		return word;
	return arena_printf(arena, "%d", number);
}

static struct slice moment_words(const struct moment *moment, struct arena *arena)
{
	struct clock clock = { true, moment->hour, moment->minute };

	return arena_printf(arena, "%.*s, %.*s", SLICE_ARGS(italian_date(moment->day, arena)),
	    SLICE_ARGS(italian_time(clock, arena)));
}

static bool is_secret(const struct key_table *table, const void *object)
{
	return table == &vote_table && object &&
	       ((const struct vote *)object)->manner == VOTE_SECRET;
}

static struct slice list_words(
    const struct value_teller *teller, const struct key *key, const struct list *list);

/* "Presenza: presente"; of an object inside an object "Atto esterno (Estremi: DGR 584/2024)" */
static struct slice named_words(
    const struct key *key, struct slice value, bool first, struct arena *arena)
{
	struct slice name = italian_with_capital(slice_from(key->label[0]), first, arena);

	if (key->type != VALUE_OBJECT)
		return arena_printf(arena, "%.*s: %.*s", SLICE_ARGS(name), SLICE_ARGS(value));
	return arena_printf(arena, "%.*s (%.*s)", SLICE_ARGS(name), SLICE_ARGS(value));
}

/* "Ente: Comune di Alfa; presenza: presente"; the value alone of the key that may stand for the whole mapping. */
static struct slice object_words(
    const struct value_teller *teller, const struct key_table *table, const void *object)
{
	struct value_teller inner = { teller->site, teller->arena, is_secret(table, object) };
	struct slice words = SLICE(""), value = SLICE("");
	const struct key *only = NULL;
	size_t given = 0;

	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];
		struct slice each = value_words(&inner, key, key->type, key_place(key, object));

		if (slice_empty(each))
			continue;
		only = key;
		value = each;
		words =
		    arena_printf(teller->arena, "%.*s%s%.*s", SLICE_ARGS(words), given ? "; " : "",
			SLICE_ARGS(named_words(key, each, given == 0, teller->arena)));
		given++;
	}
	if (given == 1 && table->shorthand && slice_is(slice_from(only->name), table->shorthand))
		return value;
	return words;
}

static struct slice value_words(const struct value_teller *teller, const struct key *key,
    enum value_type type, const void *place)
{
	struct arena *arena = teller->arena;

	switch (type) {
	case VALUE_LINE: return line_words(teller->site, slice_trim(*(const struct slice *)place));
	case VALUE_TEXT:
	case VALUE_MARKDOWN:
	case VALUE_ID:
	case VALUE_ACT_PLACE:
	case VALUE_URL:
	case VALUE_EMAIL: return slice_trim(*(const struct slice *)place);
	case VALUE_REFERENCE: return reference_words(key->target, place, arena);
	case VALUE_NUMBER: return number_or_word(key, *(const int32_t *)place, arena);
	case VALUE_DECIMAL: return italian_decimal(*(const struct decimal *)place, arena);
	case VALUE_WORD: return italian_word(key->words, *(const int *)place);
	case VALUE_YES_NO: {
		static const char *const words[] = { "", "no", "sì" };

		return slice_from(words[*(const int *)place]);
	}
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: return italian_date(*(const struct date *)place, arena);
	case VALUE_TIME: {
		struct clock clock = *(const struct clock *)place;

		return clock.known ? italian_time(clock, arena) : SLICE("");
	}
	case VALUE_MOMENT: {
		const struct moment *moment = place;

		return date_known(moment->day) ? moment_words(moment, arena) : SLICE("");
	}
	case VALUE_SCHOOL_YEAR: {
		int32_t begins = *(const int32_t *)place;

		return begins ? italian_school_year(begins, arena) : SLICE("");
	}
	case VALUE_TERM:
		return italian_term(teller->site, *(const struct term *const *)place, arena);
	case VALUE_TALLY: {
		const struct tally *tally = place;

		return tally->node ? italian_tally(tally, teller->secret, arena) : SLICE("");
	}
	case VALUE_OBJECT: {
		const void *object = *(const void *const *)place;

		return object ? object_words(teller, key->of, object) : SLICE("");
	}
	case VALUE_LIST: return list_words(teller, key, place);
	}
	return SLICE("");
}

static struct slice item_words(
    const struct value_teller *teller, const struct key *key, const void *item)
{
	return key->of ? object_words(teller, key->of, item)
		       : value_words(teller, key, key->item, item);
}

static const void *item_at(const struct key *key, const struct list *list, size_t index)
{
	return (const char *)list->items + index * key_item_size(key);
}

static struct slice list_words(
    const struct value_teller *teller, const struct key *key, const struct list *list)
{
	struct slice *items = ARENA_COUNT(teller->arena, struct slice, list->count);

	for (size_t i = 0; i < list->count; i++)
		items[i] = item_words(teller, key, item_at(key, list, i));
	return italian_join(items, list->count, teller->arena);
}

static void add_line(struct text_lines *lines, struct slice line, struct arena *arena)
{
	if (!slice_empty(line))
		*ARENA_PUSH(arena, lines) = line;
}

void italian_item(const struct site *site, const struct key *key, const void *item,
    struct arena *arena, struct text_lines *lines)
{
	struct value_teller teller = { site, arena, false };

	if (item)
		add_line(lines, item_words(&teller, key, item), arena);
}

void italian_value(const struct site *site, const struct key *key, const void *place,
    const struct key_table *of, const void *within, struct arena *arena, struct text_lines *lines)
{
	struct value_teller teller = { site, arena, is_secret(of, within) };
	const struct list *list = place;

	if (!place)
		return;
	if (key->type != VALUE_LIST) {
		add_line(lines, value_words(&teller, key, key->type, place), arena);
		return;
	}
	for (size_t i = 0; i < list->count; i++)
		italian_item(site, key, item_at(key, list, i), arena, lines);
}

struct slice italian_identity(
    const struct site *site, const struct key_table *table, const void *item, struct arena *arena)
{
	struct value_teller teller = { site, arena, is_secret(table, item) };
	struct slice parts[sizeof table->identity / sizeof table->identity[0]];
	size_t count = 0;

	for (; item && table->identity[count]; count++) {
		const struct key *key = key_find(table, slice_from(table->identity[count]));

		parts[count] = value_words(&teller, key, key->type, key_place(key, item));
	}
	return italian_join(parts, count, arena);
}
