/* What changed inside an item of a list, or inside an object, in sentences. */
#include "render/italiano_changes_parts.h"

/* --- which item ----------------------------------------------------------------------------------- */

/*
 * The keys by which sentences name an item: of a change in one of these it is "un parere", since "il parere contabile"
 * would say it twice.
 */
static const struct {
	const struct key_table *table;
	const char *keys[3];
} naming_keys[] = {
	{ &attendance_table, { "ente" } },
	{ &opinion_table, { "tipo" } },
	{ &transmission_table, { "a" } },
	{ &funding_table, { "fonte" } },
	{ &act_event_table, { "tipo", "data" } },
	{ &evidence_table, { "atto", "rapporto" } },
	{ &goal_table, { "id" } },
	{ &action_table, { "id" } },
};

static bool names_its_item(const struct change *change)
{
	for (size_t i = 0; i < sizeof naming_keys / sizeof naming_keys[0]; i++)
		for (const char *const *key = naming_keys[i].keys;
		     naming_keys[i].table == change->key->of && *key; key++)
			if (slice_is(slice_from(change->inner->name), *key))
				return true;
	return false;
}

static bool is_of_deadlines_actions(const struct change *change)
{
	return change->key->of == &deadline_table &&
	       slice_is(slice_from(change->inner->name), "azioni");
}

struct slice behind_item(const struct change_teller *teller, const struct change *change)
{
	struct arena *arena = teller->arena;
	struct item_name name;
	struct slice noun;

	if (change->key->type != VALUE_LIST)
		return SLICE("");
	name = change_item_name(teller, change->key, change->item, false);
	noun = slice_from(name.one.text);
	/* A deadline is named by its actions: where these change, by its text. */
	if (is_of_deadlines_actions(change))
		return arena_printf(arena, " della scadenza «%.*s»",
		    SLICE_ARGS(((const struct deadline *)change->item)->text));
	/* "della sospensione del 13 maggio 2024" */
	if (change->key->of == &act_event_table && !names_its_item(change))
		return name.tail;
	if (names_its_item(change) || (!name.of && slice_empty(name.tail)))
		return ARENA_CONCAT(arena, SLICE(" "),
		    italian_preposed(
			ITALIAN_OF, italian_indefinite(noun, name.one.feminine, arena), arena),
		    name.after);
	if (name.of)
		return ARENA_CONCAT(
		    arena, SLICE(" "), italian_organisations(ITALIAN_OF, &name.of, 1, arena));
	return ARENA_CONCAT(
	    arena, SLICE(" "), italian_preposed(ITALIAN_OF, noun, arena), name.tail, name.after);
}

/* --- one change ----------------------------------------------------------------------------------- */

/* Who a person is stands under two keys, one of which is given: what is told is that it is another. */
static bool is_of_person(const struct change *change)
{
	return change->inner->target == TARGET_PERSON ||
	       slice_is(slice_from(change->inner->name), "nome");
}

static const struct {
	const struct key_table *of;
	struct key_noun noun;
	bool alone; /* it says by itself whose name it is */
} people[] = {
	{ &attendance_table, { "il rappresentante", false, false }, false },
	{ &signature_table, { "il nome di chi ha firmato", false, false }, true },
	{ &participant_table, { "il nome di chi ha partecipato", false, false }, true },
};

/* Was a list of one added or taken out? Then it is its item. */
static bool is_list_of_one(const struct change *change)
{
	const struct list *list = change->after ? change->after : change->before;

	return change->inner->type == VALUE_LIST && change->verb != CHANGE_REPLACED && list &&
	       list->count == 1;
}

/* What stands inside: with which noun. */
static struct key_noun noun_inside(const struct change *change)
{
	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++)
		if (is_of_person(change) && change->key->of == people[i].of)
			return people[i].noun;
	if (is_of_person(change) && change->key->of == &named_person_table)
		return change->key->noun;
	return is_list_of_one(change) ? change->inner->item_noun : change->inner->noun;
}

/* " della firma di Nome Inventato" where the noun does not say it */
static struct slice behind_noun(const struct change_teller *teller, const struct change *change)
{
	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++)
		if (is_of_person(change) && change->key->of == people[i].of && people[i].alone)
			return SLICE("");
	return behind_item(teller, change);
}

static void tell_inner(const struct change_teller *teller, const struct change *change)
{
	struct told_value value = { .change = change,
		.key = change->inner,
		.noun = noun_inside(change),
		.behind = behind_noun(teller, change) };

	if (!tell_term_change(teller, change))
		tell_value(teller, &value);
}

static bool is_same_item(const struct change *a, const struct change *b)
{
	return b->place == CHANGE_OF_INNER && a->key == b->key && a->item == b->item;
}

/* Of a person told by name before and by id now, or the reverse: one change. */
static bool is_person_pair(const struct change *a, const struct change *b)
{
	return is_same_item(a, b) && is_of_person(a) && is_of_person(b);
}

/* The person is another: by what stands there now. */
static void tell_person_pair(const struct change_teller *teller, const struct change *pair)
{
	struct change change = pair[0].after ? pair[0] : pair[1];

	change.before = change.after; /* who it was before is not told */
	change.verb = CHANGE_REPLACED;
	tell_inner(teller, &change);
}

/* --- many in one item ------------------------------------------------------------------------------ */

/* "la carica" and "il titolo del rappresentante", of two that both end alike: said once, behind the last of them. */
static void say_ends_once(struct slice *nouns, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		size_t at = slice_find(nouns[i], " del ");
		struct slice end = slice_from_index(nouns[i], at == SLICE_NONE ? nouns[i].len : at);

		if (!slice_empty(end) && end.len < nouns[i + 1].len &&
		    slice_eq(slice_from_index(nouns[i + 1], nouns[i + 1].len - end.len), end))
			nouns[i] = slice_sub(nouns[i], 0, at);
	}
}

/* "aggiunti la data e il formato": those of the verb; empty where there are none */
static struct slice told_together(const struct change_teller *teller, const struct change *changes,
    size_t count, enum change_verb verb)
{
	struct arena *arena = teller->arena;
	struct slice *nouns = ARENA_COUNT(arena, struct slice, count);
	struct key_noun agrees = { .feminine = true };
	const char *stem = NULL;
	size_t told = 0;

	for (size_t i = 0; i < count; i++) {
		struct key_noun noun = noun_inside(&changes[i]);

		if (changes[i].verb != verb)
			continue;
		stem = change_verb_stem(teller, &changes[i]);
		agrees.feminine = agrees.feminine && noun.feminine;
		agrees.plural = told > 0 || noun.plural;
		nouns[told++] = slice_from(noun.text);
	}
	if (told == 0)
		return SLICE("");
	say_ends_once(nouns, told);
	return arena_printf(arena, "%.*s %.*s",
	    SLICE_ARGS(italian_with_capital(agreeing_with(stem, agrees, arena), false, arena)),
	    SLICE_ARGS(italian_list(nouns, told, arena)));
}

static void tell_object_together(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	struct arena *arena = teller->arena;
	struct key_noun noun = changes->key->noun;
	struct change all = *changes;

	for (size_t i = 0; i < count; i++)
		if (changes[i].verb != changes->verb)
			all.verb = CHANGE_REPLACED;
	sentence_add(teller,
	    arena_printf(arena, "%.*s %s.",
		SLICE_ARGS(agreeing_with(change_verb_stem(teller, &all), noun, arena)), noun.text));
}

/* Many changes in one item: what they are of, without values. "Corretto il tipo e aggiunti la data e il formato della firma ..." */
static void tell_item_together(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	static const enum change_verb verbs[] = { CHANGE_REPLACED, CHANGE_ADDED, CHANGE_REMOVED };
	struct arena *arena = teller->arena;
	struct slice parts[sizeof verbs / sizeof verbs[0]];
	size_t told = 0;

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		parts[told] = told_together(teller, changes, count, verbs[i]);
		told += !slice_empty(parts[told]);
	}
	/* Which of them the last change is of does not matter: the item is named by what it is now. */
	sentence_add(teller,
	    arena_printf(arena, "%.*s%.*s.",
		SLICE_ARGS(italian_with_capital(italian_list(parts, told, arena), true, arena)),
		SLICE_ARGS(behind_item(teller, &changes[count - 1]))));
}

/* However much changed: of terms and votes nothing is worth more than the values. */
static bool is_told_by_value(const struct change *change)
{
	return change->key->of == &deadline_table || change->key->of == &vote_table;
}

size_t tell_inside(const struct change_teller *teller, const struct change *changes, size_t count)
{
	enum { FEW_ENOUGH = 2 }; /* to be told one by one, with their values */
	size_t same = 1;

	while (same < count && is_same_item(changes, &changes[same]))
		same++;
	if (tells_neutrally(teller, changes))
		return same;
	if (same > 1 && is_person_pair(&changes[0], &changes[1])) {
		tell_person_pair(teller, changes);
		return 2;
	}
	if (same <= FEW_ENOUGH || is_told_by_value(changes)) {
		tell_inner(teller, changes);
		return 1;
	}
	if (changes->key->type == VALUE_OBJECT)
		tell_object_together(teller, changes, same);
	else
		tell_item_together(teller, changes, same);
	return same;
}
