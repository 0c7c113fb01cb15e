#include "render/italiano_changes.h"

#include "render/italiano_changes_parts.h"

/* --- words that agree ---------------------------------------------------------------------------- */

void sentence_add(const struct change_teller *teller, struct slice sentence)
{
	*ARENA_PUSH(teller->arena, teller->out) = sentence;
}

struct slice agreeing(const char *stem, bool feminine, bool plural, struct arena *arena)
{
	static const char endings[2][2] = { { 'o', 'i' }, { 'a', 'e' } };

	return arena_printf(arena, "%s%c", stem, endings[feminine][plural]);
}

static struct slice agreeing_with(const char *stem, struct key_noun noun, struct arena *arena)
{
	return agreeing(stem, noun.feminine, noun.plural, arena);
}

bool change_corrects(const struct change_teller *teller, const struct change *change)
{
	enum subject_kind subject = teller->context->subject.kind;

	switch (teller->context->kind) {
	case KIND_COPY:
	case KIND_DATA: return !(change->key && change->key->of_page);
	case KIND_UPDATE: return false;
	default: break;
	}
	if (change->key && (change->key->of_page || change->key->of == &act_event_table))
		return false;
	return subject == SUBJECT_ACT || subject == SUBJECT_REGULATION ||
	       subject == SUBJECT_PROGRESS || (change->key && change->key->of == &attendance_table);
}

const char *change_verb_stem(const struct change_teller *teller, const struct change *change)
{
	switch (change->verb) {
	case CHANGE_ADDED: return "Aggiunt";
	case CHANGE_REMOVED: return "Tolt";
	case CHANGE_MOVED: return "Spostat";
	case CHANGE_REPLACED: break;
	}
	return change_corrects(teller, change) ? "Corrett" : "Cambiat";
}

/* --- a value ------------------------------------------------------------------------------------- */

/* What a sentence says of one value: how it is called, and in which item it stands. */
struct told_value {
	const struct change *change;
	const struct key *key; /* the innermost */
	struct key_noun noun;
	struct slice behind; /* " della firma di Nome Inventato" */
	bool secret;         /* of a secret vote */
};

static bool is_text(const struct key *key)
{
	return key->type == VALUE_LINE || key->type == VALUE_TEXT;
}

/* ": "x", non "y"" of two texts that differ in few words; empty where in more */
static struct slice few_words_told(
    const struct change_teller *teller, const struct told_value *value, bool corrects)
{
	struct slice old_words, new_words, now;
	struct arena *arena = teller->arena;

	if (!is_text(value->key) || change_is_repeatable(value->key) ||
	    !change_few_words(*(const struct slice *)value->change->before,
		*(const struct slice *)value->change->after, &old_words, &new_words) ||
	    slice_empty(new_words))
		return SLICE("");
	now = italian_quoted(new_words, arena);
	if (slice_empty(old_words) || !italian_may_repeat(teller->context->site, old_words))
		return ARENA_CONCAT(arena, SLICE(": "), now);
	return ARENA_CONCAT(arena, corrects ? SLICE(": ") : SLICE(": ora "), now,
	    corrects ? SLICE(", non ") : SLICE(", prima "), italian_quoted(old_words, arena));
}

/* ": 13 maggio 2024, non 3 maggio 2024"; ": svolta; prima: convocata" */
static struct slice replaced_told(
    const struct change_teller *teller, const struct told_value *value)
{
	bool corrects = change_corrects(teller, value->change);
	struct arena *arena = teller->arena;
	struct slice now = change_value(teller, value->key, value->change->after);
	struct slice before = few_words_told(teller, value, corrects);

	if (!slice_empty(before))
		return before;
	if (change_is_repeatable(value->key))
		before = change_value(teller, value->key, value->change->before);
	if (slice_empty(now) || slice_eq(now, before))
		return SLICE("");
	if (slice_empty(before))
		return ARENA_CONCAT(arena, SLICE(": "), now);
	return ARENA_CONCAT(
	    arena, SLICE(": "), now, corrects ? SLICE(", non ") : SLICE("; prima: "), before);
}

/* "Tolta la data di adozione (13 maggio 2024)"; where it is said to be unknown, so */
static struct slice removed_told(const struct change_teller *teller, const struct told_value *value)
{
	struct slice before = SLICE("");

	if (change_is_repeatable(value->key))
		before = change_value(teller, value->key, value->change->before);
	if (slice_empty(before))
		return before;
	return arena_printf(teller->arena, " (%.*s)", SLICE_ARGS(before));
}

/* Who voted how was corrected, and not how many: names are never told. */
static bool is_same_count(const struct told_value *value)
{
	return value->key->type == VALUE_TALLY &&
	       ((const struct tally *)value->change->before)->count ==
		   ((const struct tally *)value->change->after)->count;
}

/* Is the value what the item is called by? Then its name says it already. */
static bool is_said_behind(const struct told_value *value, const void *place, struct arena *arena)
{
	return place && is_text(value->key) && !change_is_repeatable(value->key) &&
	       slice_find(value->behind, arena_cstr(arena, *(const struct slice *)place)) !=
		   SLICE_NONE;
}

static void tell_value(const struct change_teller *teller, const struct told_value *value)
{
	const struct change *change = value->change;
	struct change seen = *change;
	struct arena *arena = teller->arena;
	struct slice told = SLICE(""), now;

	if (change->verb == CHANGE_REPLACED && change_is_absent(value->key, change->before))
		seen.verb = CHANGE_ADDED;
	else if (change->verb == CHANGE_REPLACED && change_is_absent(value->key, change->after))
		seen.verb = CHANGE_REMOVED;
	if (seen.verb == CHANGE_REPLACED && is_same_count(value)) {
		sentence_add(teller,
		    arena_printf(arena, "%so l'elenco %.*s%.*s.", change_verb_stem(teller, change),
			SLICE_ARGS(
			    italian_preposed(ITALIAN_OF, slice_from(value->noun.text), arena)),
			SLICE_ARGS(value->behind)));
		return;
	}
	if (seen.verb == CHANGE_ADDED) {
		now = change_value(teller, value->key, change->after);
		if (!slice_empty(now))
			told = ARENA_CONCAT(arena, SLICE(": "), now);
	} else {
		told = seen.verb == CHANGE_REMOVED ? removed_told(teller, value)
						   : replaced_told(teller, value);
	}
	if (is_said_behind(value, change->after, arena))
		told = SLICE("");
	sentence_add(teller,
	    arena_printf(arena, "%.*s %s%.*s%.*s.",
		SLICE_ARGS(agreeing_with(change_verb_stem(teller, &seen), value->noun, arena)),
		value->noun.text, SLICE_ARGS(value->behind), SLICE_ARGS(told)));
}

/* --- the keys of the file ------------------------------------------------------------------------ */

static bool tells_neutrally(const struct change_teller *teller, const struct change *change)
{
	if (change->key->of != &personal_data_table)
		return false;
	sentence_add(teller, SLICE("Aggiornata l'indicazione sui dati personali dell'atto."));
	return true;
}

static void tell_key(const struct change_teller *teller, const struct change *change)
{
	const struct key *key = change->key;
	struct told_value value = { .change = change, .key = key, .noun = key->noun };

	if (tells_neutrally(teller, change))
		return;
	if (key->type == VALUE_LIST && key->of && key->of->ordered &&
	    change->verb == CHANGE_REPLACED)
		sentence_add(teller,
		    ARENA_CONCAT(teller->arena, SLICE("Cambiato l'ordine "),
			italian_preposed(ITALIAN_OF, slice_from(key->noun.text), teller->arena),
			SLICE(".")));
	else
		tell_value(teller, &value);
}

/* --- items --------------------------------------------------------------------------------------- */

static const void *item_in(const struct change *change)
{
	return change->verb == CHANGE_REMOVED ? change->before : change->after;
}

/* "Indicata come dedotta la data di adozione.": an item of `dedotti` is the name of a key */
static bool tell_inferred(const struct change_teller *teller, const struct change *change)
{
	const struct key *named;
	struct arena *arena = teller->arena;

	if (change->table != &act_table || !slice_is(slice_from(change->key->name), "dedotti"))
		return false;
	named = key_find(&act_table, *(const struct slice *)item_in(change));
	if (!named || !named->noun.text)
		return false;
	if (change->verb == CHANGE_ADDED)
		sentence_add(teller,
		    arena_printf(arena, "%.*s come %.*s %s.",
			SLICE_ARGS(agreeing_with("Indicat", named->noun, arena)),
			SLICE_ARGS(agreeing_with("dedott", named->noun, arena)), named->noun.text));
	else
		sentence_add(teller,
		    arena_printf(arena, "%.*s non %s più %.*s come %.*s.",
			SLICE_ARGS(italian_with_capital(slice_from(named->noun.text), true, arena)),
			named->noun.plural ? "sono" : "è",
			SLICE_ARGS(agreeing_with("indicat", named->noun, arena)),
			SLICE_ARGS(agreeing_with("dedott", named->noun, arena))));
	return true;
}

static bool is_told_by_place(const struct item_name *name)
{
	return name->of || !slice_empty(name->tail);
}

/* Can both items be told in one sentence? */
static bool are_alike(const struct item_name *a, const struct item_name *b)
{
	return slice_is(slice_from(a->one.text), b->one.text) && !a->of == !b->of &&
	       is_told_by_place(a) == is_told_by_place(b) && slice_eq(a->after, b->after);
}

/* Organisations whose presence was added, or that are added themselves. */
static struct slice of_organisations(const struct change_teller *teller, const struct key *key,
    const struct item_name *names, size_t count, bool added)
{
	struct arena *arena = teller->arena;
	const struct organisation **organisations =
	    ARENA_COUNT(arena, const struct organisation *, count);
	const char *stem = added ? "Aggiunt" : "Tolt";
	struct key_noun noun = count > 1 ? names->many : names->one;
	struct slice among = slice_from(names->many.text);

	for (size_t i = 0; i < count; i++)
		organisations[i] = names[i].of;
	if (!key->of)
		return arena_printf(arena, "%.*s %.*s %.*s.",
		    SLICE_ARGS(agreeing(stem, italian_organisations_feminine(organisations, count),
			count > 1, arena)),
		    SLICE_ARGS(added ? ARENA_CONCAT(arena, SLICE("fra "), among)
				     : italian_preposed(ITALIAN_FROM, among, arena)),
		    SLICE_ARGS(italian_organisations(ITALIAN_THE, organisations, count, arena)));
	return arena_printf(arena, "%.*s %s %s %.*s%s.",
	    SLICE_ARGS(agreeing_with(stem, noun, arena)), added ? "all'elenco" : "dall'elenco",
	    noun.text, SLICE_ARGS(italian_organisations(ITALIAN_OF, organisations, count, arena)),
	    !added      ? ""
	    : count > 1 ? ", che mancavano"
			: ", che mancava");
}

/* "Aggiunta la firma di Nome Inventato." "Aggiunti gli allegati «Alfa» e «Beta»." "Tolta una firma." */
static struct slice items_told(
    const struct change_teller *teller, const struct item_name *names, size_t count, bool added)
{
	struct arena *arena = teller->arena;
	struct slice *tails = ARENA_COUNT(arena, struct slice, count), what, tail;
	struct key_noun noun = count > 1 ? names->many : names->one;
	struct slice participle = agreeing_with(added ? "Aggiunt" : "Tolt", noun, arena);

	if (slice_empty(names->tail)) {
		what = slice_from(noun.text);
		what = count > 1 ? arena_printf(arena, "%zu %.*s", count,
				       SLICE_ARGS(italian_without_article(what)))
				 : italian_indefinite(what, noun.feminine, arena);
		return arena_printf(arena, "%.*s %.*s%.*s.", SLICE_ARGS(participle),
		    SLICE_ARGS(what), SLICE_ARGS(names->after));
	}
	for (size_t i = 0; i < count; i++)
		tails[i] = slice_trim(names[i].tail);
	tail = italian_short_list(tails, count, noun.feminine, arena);
	return arena_printf(arena, "%.*s %s%s%.*s%.*s%.*s.", SLICE_ARGS(participle), noun.text,
	    slice_starts(tail, ":") ? "" : " ", SLICE_ARGS(tail), SLICE_ARGS(names->after),
	    SLICE_ARGS(added && count == 1 ? names->detail : SLICE("")));
}

/* Is the change of an item of the same list, and of the same kind? */
static bool follows(const struct change *first, const struct change *change)
{
	return change->place == CHANGE_OF_ITEM && change->key == first->key &&
	       change->verb == first->verb;
}

/* Tells of the item and of those behind it that are like it; returns how many. */
static size_t tell_items(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	bool added = changes->verb == CHANGE_ADDED;
	struct item_name *names = ARENA_COUNT(teller->arena, struct item_name, count);
	size_t alike = 0;

	if (tell_inferred(teller, changes))
		return 1;
	while (alike < count && follows(changes, &changes[alike])) {
		names[alike] =
		    change_item_name(teller, changes->key, item_in(&changes[alike]), !added);
		if (alike > 0 && !are_alike(&names[0], &names[alike]))
			break;
		alike++;
	}
	sentence_add(teller, names->of ? of_organisations(teller, changes->key, names, alike, added)
				       : items_told(teller, names, alike, added));
	return alike;
}

/* --- inside items and objects -------------------------------------------------------------------- */

/* " della firma di Nome Inventato", " della presenza del Comune di Alfa"; nothing for what stands in an object */
static struct slice behind_item(
    const struct change_teller *teller, const struct key *key, const void *item)
{
	struct arena *arena = teller->arena;
	struct item_name name;
	struct slice tail;

	if (key->type != VALUE_LIST)
		return SLICE("");
	name = change_item_name(teller, key, item, false);
	if (name.of)
		return ARENA_CONCAT(
		    arena, SLICE(" "), italian_organisations(ITALIAN_OF, &name.of, 1, arena));
	tail = ARENA_CONCAT(arena, name.tail, name.after);
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(ITALIAN_OF,
		slice_empty(name.tail)
		    ? italian_indefinite(slice_from(name.one.text), name.one.feminine, arena)
		    : slice_from(name.one.text),
		arena),
	    tail);
}

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

/* What stands inside: with which noun. */
static struct key_noun noun_inside(const struct change *change)
{
	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++)
		if (is_of_person(change) && change->key->of == people[i].of)
			return people[i].noun;
	if (is_of_person(change) && change->key->of == &named_person_table)
		return change->key->noun;
	return change->inner->noun;
}

/* " della firma di Nome Inventato" where the noun does not say it */
static struct slice behind_noun(const struct change_teller *teller, const struct change *change)
{
	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++)
		if (is_of_person(change) && change->key->of == people[i].of && people[i].alone)
			return SLICE("");
	/* A deadline is called by its actions: not where these are what changed. */
	if (change->key->of == &deadline_table && change->inner->target == TARGET_ACTION)
		return arena_printf(teller->arena, " della scadenza «%.*s»",
		    SLICE_ARGS(((const struct deadline *)change->item)->text));
	return behind_item(teller, change->key, change->item);
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

static void tell_inner(const struct change_teller *teller, const struct change *change)
{
	struct told_value value = { .change = change,
		.key = change->inner,
		.noun = noun_inside(change),
		.behind = behind_noun(teller, change) };

	if (!tell_term_change(teller, change))
		tell_value(teller, &value);
}

/* The person is another: by what stands there now. */
static void tell_person_pair(const struct change_teller *teller, const struct change *pair)
{
	struct change change = pair[0].after ? pair[0] : pair[1];

	change.before = change.after; /* who it was before is not told */
	change.verb = CHANGE_REPLACED;
	tell_inner(teller, &change);
}

/* Many changes in one item: what they are of, without values. */
static void tell_inner_together(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	struct arena *arena = teller->arena;
	struct slice *nouns = ARENA_COUNT(arena, struct slice, count), what;
	bool feminine = true, same_verb = true;
	const char *stem;

	for (size_t i = 0; i < count; i++) {
		struct key_noun noun = noun_inside(&changes[i]);

		nouns[i] = slice_from(noun.text);
		feminine = feminine && noun.feminine;
		same_verb = same_verb && changes[i].verb == changes->verb;
	}
	stem = same_verb                          ? change_verb_stem(teller, changes)
	       : change_corrects(teller, changes) ? "Corrett"
						  : "Cambiat";
	what = italian_list(nouns, count, arena);
	sentence_add(
	    teller, changes->key->type == VALUE_OBJECT
			? arena_printf(arena, "%.*s %s.",
			      SLICE_ARGS(agreeing_with(stem, changes->key->noun, arena)),
			      changes->key->noun.text)
			: arena_printf(arena, "%.*s %.*s%.*s.",
			      SLICE_ARGS(agreeing(stem, feminine, true, arena)), SLICE_ARGS(what),
			      SLICE_ARGS(behind_item(teller, changes->key, changes->item))));
}

/* Tells what changed inside one item; returns how many changes that were. */
static size_t tell_inside(
    const struct change_teller *teller, const struct change *changes, size_t count)
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
	if (same > FEW_ENOUGH && changes->key->of != &deadline_table) {
		tell_inner_together(teller, changes, same);
		return same;
	}
	tell_inner(teller, changes);
	return 1;
}

/* --- all ----------------------------------------------------------------------------------------- */

/* What today's tables do not know, or can't read: of a key that they know its name, else as it was written. */
static void tell_unknown(const struct change_teller *teller, const struct change *change)
{
	const struct key *key = change->inner ? change->inner : change->key;
	struct arena *arena = teller->arena;
	const char *stem = change->verb == CHANGE_ADDED     ? "Aggiunt"
			   : change->verb == CHANGE_REMOVED ? "Tolt"
							    : "Cambiat";

	if (key && key->noun.text && slice_is(change->name, key->name))
		sentence_add(teller,
		    arena_printf(arena, "%.*s %s%.*s.",
			SLICE_ARGS(agreeing_with(stem, key->noun, arena)), key->noun.text,
			SLICE_ARGS(change->inner ? behind_item(teller, change->key, change->item)
						 : SLICE(""))));
	else
		sentence_add(
		    teller, arena_printf(arena, "%so un dato che il sito non mostra più: «%.*s».",
				stem, SLICE_ARGS(change->name)));
}

static size_t tell_next(
    const struct change_teller *teller, const struct changes *changes, size_t at)
{
	const struct change *change = &changes->items[at];
	size_t left = changes->count - at;

	switch (change->place) {
	case CHANGE_OF_KEY: tell_key(teller, change); return 1;
	case CHANGE_OF_ITEM: return tell_items(teller, change, left);
	case CHANGE_OF_INNER: return tell_inside(teller, change, left);
	case CHANGE_OF_UNKNOWN_KEY: tell_unknown(teller, change); return 1;
	case CHANGE_OF_TEXT:
	case CHANGE_OF_UNREADABLE_TEXT: break;
	}
	return tell_text_changes(teller, changes, at);
}

void italian_changes(const struct change_context *context, const struct changes *changes,
    struct arena *arena, struct sentences *sentences)
{
	const struct change_teller teller = { context, arena, sentences };

	if (changes->count > 0 && context->subject.kind == SUBJECT_PROGRESS)
		tell_progress_changed(&teller);
	for (size_t i = 0; i < changes->count;)
		i += tell_next(&teller, changes, i);
}

struct slice italian_act_unchanged(
    const struct change_context *context, const struct changes *changes)
{
	if (context->subject.kind != SUBJECT_ACT)
		return SLICE("");
	for (size_t i = 0; i < changes->count; i++)
		if (!changes->items[i].key || !changes->items[i].key->of_page)
			return SLICE("L'atto firmato non è cambiato.");
	return SLICE("");
}
