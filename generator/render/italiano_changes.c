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

struct slice agreeing_with(const char *stem, struct key_noun noun, struct arena *arena)
{
	return agreeing(stem, noun.feminine, noun.plural, arena);
}

bool change_corrects(const struct change_teller *teller, const struct change *change)
{
	enum subject_kind subject = teller->context->subject.kind;

	/* Who was there can't become otherwise. */
	if (change->key && change->key->of == &attendance_table)
		return true;
	switch (teller->context->kind) {
	case KIND_COPY:
	case KIND_DATA: return !(change->key && change->key->of_page);
	case KIND_UPDATE: return false;
	default: break;
	}
	if (change->key && (change->key->of_page || change->key->of == &act_event_table))
		return false;
	return subject == SUBJECT_ACT || subject == SUBJECT_REGULATION ||
	       subject == SUBJECT_PROGRESS;
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

static bool is_text(const struct key *key)
{
	return key->type == VALUE_LINE || key->type == VALUE_TEXT;
}

/*
 * ": "x", non "y"", ": aggiunto "x"", ": tolto "y"" of two texts that differ in few words; empty where in more, and where
 * one side alone may be told: words without those that they replaced would be taken for all of it
 */
static struct slice few_words_told(
    const struct change_teller *teller, const struct told_value *value, bool corrects)
{
	struct slice old_words, new_words;
	struct arena *arena = teller->arena;

	if (!is_text(value->key) || change_is_repeatable(value->key) ||
	    !change_few_words(*(const struct slice *)value->change->before,
		*(const struct slice *)value->change->after, &old_words, &new_words) ||
	    !italian_may_repeat(teller->context->site, old_words))
		return SLICE("");
	if (slice_empty(old_words))
		return ARENA_CONCAT(arena, SLICE(": aggiunto "), italian_quoted(new_words, arena));
	if (slice_empty(new_words))
		return ARENA_CONCAT(arena, SLICE(": tolto "), italian_quoted(old_words, arena));
	return ARENA_CONCAT(arena, corrects ? SLICE(": ") : SLICE(": ora "),
	    italian_quoted(new_words, arena), corrects ? SLICE(", non ") : SLICE(", prima "),
	    italian_quoted(old_words, arena));
}

/* An object of which something changed that sentences do not tell: an act from outside, its address. */
static bool says_the_same(
    const struct change_teller *teller, const struct told_value *value, struct slice now)
{
	return value->key->type == VALUE_OBJECT &&
	       slice_eq(now, change_value(teller, value->key, value->change->before));
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
	if (slice_empty(now) || slice_eq(now, before) || says_the_same(teller, value, now))
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

/* Is it who voted so that changed, and not how many? Names are not told: the page has them. */
static bool is_same_count(const struct told_value *value)
{
	return value->key->type == VALUE_TALLY &&
	       ((const struct tally *)value->change->before)->count ==
		   ((const struct tally *)value->change->after)->count;
}

/* "Corretto l'elenco dei voti favorevoli della votazione sull'atto.", "Aggiunto l'elenco ..." */
static void tell_voters(const struct change_teller *teller, const struct told_value *value)
{
	const struct tally *before = value->change->before, *after = value->change->after;
	const char *stem = before->organisations.count == 0 ? "Aggiunt"
			   : after->organisations.count == 0
			       ? "Tolt"
			       : change_verb_stem(teller, value->change);
	struct slice whose =
	    italian_preposed(ITALIAN_OF, slice_from(value->noun.text), teller->arena);

	sentence_add(teller, arena_printf(teller->arena, "%so l'elenco %.*s%.*s.", stem,
				 SLICE_ARGS(whose), SLICE_ARGS(value->behind)));
}

/* Is the value what the item is called by? Then its name says it already. */
static bool is_said_behind(const struct told_value *value, const void *place, struct arena *arena)
{
	return place && is_text(value->key) && !change_is_repeatable(value->key) &&
	       slice_find(value->behind, arena_cstr(arena, *(const struct slice *)place)) !=
		   SLICE_NONE;
}

void tell_value(const struct change_teller *teller, const struct told_value *value)
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
		tell_voters(teller, value);
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

bool tells_neutrally(const struct change_teller *teller, const struct change *change)
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

/* The key that an item of `dedotti` names; null where it names none, or the change is of another list. */
static const struct key *inferred_key(const struct change *change)
{
	const struct key *named;

	if (change->place != CHANGE_OF_ITEM || change->table != &act_table ||
	    !slice_is(slice_from(change->key->name), "dedotti"))
		return NULL;
	named = key_find(&act_table, *(const struct slice *)item_in(change));
	return named && named->noun.text ? named : NULL;
}

/*
 * "Indicate come dedotte la data di adozione e le presenze.", "L'anno non è più indicato come dedotto."; returns how
 * many items are told, 0 where it is another list
 */
static size_t tell_inferred(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	struct arena *arena = teller->arena;
	struct slice *nouns = ARENA_COUNT(arena, struct slice, count), what;
	struct key_noun agrees = { .feminine = true };
	const struct key *named;
	size_t told = 0;

	while (told < count && changes[told].verb == changes->verb &&
	       (named = inferred_key(&changes[told]))) {
		agrees.feminine = agrees.feminine && named->noun.feminine;
		agrees.plural = told > 0 || named->noun.plural;
		nouns[told++] = slice_from(named->noun.text);
	}
	if (told == 0)
		return 0;
	what = italian_list(nouns, told, arena);
	if (changes->verb == CHANGE_ADDED)
		what = arena_printf(arena, "%.*s come %.*s %.*s.",
		    SLICE_ARGS(agreeing_with("Indicat", agrees, arena)),
		    SLICE_ARGS(agreeing_with("dedott", agrees, arena)), SLICE_ARGS(what));
	else
		what = arena_printf(arena, "%.*s non %s più %.*s come %.*s.",
		    SLICE_ARGS(italian_with_capital(what, true, arena)),
		    agrees.plural ? "sono" : "è",
		    SLICE_ARGS(agreeing_with("indicat", agrees, arena)),
		    SLICE_ARGS(agreeing_with("dedott", agrees, arena)));
	sentence_add(teller, what);
	return told;
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
	    !added || teller->context->kind == KIND_UPDATE ? ""
	    : count > 1                                    ? ", che mancavano"
							   : ", che mancava");
}

/* Does each tail tell an item from the others? */
static bool are_told_apart(const struct item_name *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < i; n++)
			if (slice_eq(names[i].tail, names[n].tail))
				return false;
	return !slice_empty(names->tail);
}

/* "Aggiunta la firma di Nome Inventato." "Aggiunti gli allegati «Alfa» e «Beta»." "Tolta una firma." */
static struct slice items_told(
    const struct change_teller *teller, const struct item_name *names, size_t count, bool added)
{
	struct arena *arena = teller->arena;
	struct slice *tails = ARENA_COUNT(arena, struct slice, count), what, tail;
	struct key_noun noun = count > 1 ? names->many : names->one;
	struct slice participle = agreeing_with(added ? "Aggiunt" : "Tolt", noun, arena);

	if (!are_told_apart(names, count)) {
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
	size_t alike = tell_inferred(teller, changes, count);

	if (alike > 0)
		return alike;
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

/* --- all ----------------------------------------------------------------------------------------- */

static const char *plain_stem(const struct change *change)
{
	return change->verb == CHANGE_ADDED     ? "Aggiunt"
	       : change->verb == CHANGE_REMOVED ? "Tolt"
						: "Cambiat";
}

/* Is it a key of today's tables, of which only the value can't be read? */
static bool is_known_key(const struct change *change)
{
	const struct key *key = change->inner ? change->inner : change->key;

	return key && key->noun.text && slice_is(change->name, key->name);
}

/* "Tolti 2 dati che il sito non mostra: «colore» e «forma»."; returns how many */
static size_t tell_unknown_names(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	struct arena *arena = teller->arena;
	struct slice *names = ARENA_COUNT(arena, struct slice, count), what = SLICE("un dato");
	size_t told = 0;

	while (told < count && changes[told].place == CHANGE_OF_UNKNOWN_KEY &&
	       changes[told].verb == changes->verb && !is_known_key(&changes[told])) {
		names[told] = arena_printf(arena, "«%.*s»", SLICE_ARGS(changes[told].name));
		told++;
	}
	if (told > 1)
		what = arena_printf(arena, "%zu dati", told);
	sentence_add(teller,
	    arena_printf(arena, "%.*s %.*s che il sito non mostra: %.*s.",
		SLICE_ARGS(agreeing(plain_stem(changes), false, told > 1, arena)), SLICE_ARGS(what),
		SLICE_ARGS(italian_short_list(names, told, false, arena))));
	return told;
}

/* What today's tables do not know, or can't read: of a key that they know its name, else as it was written. */
static size_t tell_unknown(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	const struct key *key = changes->inner ? changes->inner : changes->key;
	struct arena *arena = teller->arena;

	if (!is_known_key(changes))
		return tell_unknown_names(teller, changes, count);
	sentence_add(teller,
	    arena_printf(arena, "%.*s %s%.*s.",
		SLICE_ARGS(agreeing_with(plain_stem(changes), key->noun, arena)), key->noun.text,
		SLICE_ARGS(changes->inner ? behind_item(teller, changes) : SLICE(""))));
	return 1;
}

/* The number of an agenda's item, where items came, went or changed places: those behind them count on. */
static bool counts_on(const struct changes *changes, const struct change *change)
{
	if (change->place != CHANGE_OF_INNER || change->key->of != &agenda_item_table ||
	    !slice_is(slice_from(change->inner->name), "n"))
		return false;
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].key == change->key &&
		    changes->items[i].place != CHANGE_OF_INNER)
			return true;
	return false;
}

static size_t tell_next(
    const struct change_teller *teller, const struct changes *changes, size_t at)
{
	const struct change *change = &changes->items[at];
	size_t left = changes->count - at;

	if (counts_on(changes, change))
		return 1;
	switch (change->place) {
	case CHANGE_OF_KEY: tell_key(teller, change); return 1;
	case CHANGE_OF_ITEM: return tell_items(teller, change, left);
	case CHANGE_OF_INNER: return tell_inside(teller, change, left);
	case CHANGE_OF_UNKNOWN_KEY: return tell_unknown(teller, change, left);
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
