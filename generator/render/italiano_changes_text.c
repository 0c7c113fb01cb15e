/* What changed in a text, in sentences: where it stands in words that a reader of the act finds again. */
#include "render/italiano_changes_parts.h"

/* --- where --------------------------------------------------------------------------------------- */

/* "punto 3, lettera a" for the label "3 a"; "lettera a" for a label alone */
static struct slice point_name(struct slice label, struct arena *arena)
{
	struct slice rest = label, part, words = SLICE("");
	bool first = true;

	while (slice_cut(rest, ' ', &part, &rest), !slice_empty(part)) {
		bool number = ascii_is_digit(part.p[0]);

		words = arena_printf(arena, "%.*s%s%s %.*s", SLICE_ARGS(words), first ? "" : ", ",
		    !number ? "lettera"
		    : first ? "punto"
			    : "numero",
		    SLICE_ARGS(part));
		first = false;
	}
	return words;
}

static struct slice the_point(struct slice label, struct arena *arena)
{
	bool number = label.len && ascii_is_digit(label.p[0]);

	return ARENA_CONCAT(arena, number ? SLICE("il ") : SLICE("la "), point_name(label, arena));
}

/* "le premesse", "la sezione «Discussione»"; before the first heading "il testo" */
static struct slice the_section(struct slice section, struct arena *arena)
{
	if (slice_empty(section))
		return SLICE("il testo");
	if (slice_is(section, "Premesse"))
		return SLICE("le premesse");
	return arena_printf(arena, "la sezione «%.*s»", SLICE_ARGS(section));
}

/* Points are found by their number alone, in an act that has one part with points. */
static bool names_section(const struct text_change *text)
{
	if (slice_empty(text->place.section))
		return false;
	return (text->unit != TEXT_POINT && slice_empty(text->place.label)) ||
	       !slice_is(text->place.section, "Delibera");
}

/* " delle premesse", " nella sezione «Discussione»"; nothing where the unit is found without */
static struct slice section_behind(
    const struct text_change *text, enum italian_preposition preposition, struct arena *arena)
{
	if (!names_section(text) || text->unit == TEXT_SECTION || text->unit == TEXT_FOOTNOTE ||
	    text->unit == TEXT_WHOLE)
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(preposition, the_section(text->place.section, arena), arena));
}

/* "il secondo", "l'ottava" */
static struct slice the_ordinal(unsigned number, bool feminine, struct arena *arena)
{
	struct slice ordinal = italian_ordinal(number, feminine, arena);
	bool elided = slice_starts(ordinal, "o") || slice_starts(ordinal, "u");

	return ARENA_CONCAT(arena,
	    elided     ? SLICE("l'")
	    : feminine ? SLICE("la ")
		       : SLICE("il "),
	    ordinal);
}

/* --- what ---------------------------------------------------------------------------------------- */

static const struct {
	const char *one, *many; /* without an article */
	const char *part_of;    /* what it is a part of; or null */
	bool feminine;
} units[] = {
	[TEXT_WHOLE] = { "testo", "testi", NULL, false },
	[TEXT_SECTION] = { "sezione", "sezioni", NULL, true },
	[TEXT_POINT] = { "punto", "punti", NULL, false },
	[TEXT_PARAGRAPH] = { "paragrafo", "paragrafi", NULL, false },
	[TEXT_LIST_ITEM] = { "voce", "voci", "l'elenco", true },
	[TEXT_TABLE] = { "tabella", "tabelle", NULL, true },
	[TEXT_TABLE_ROW] = { "riga", "righe", "la tabella", true },
	[TEXT_FOOTNOTE] = { "nota", "note", NULL, true },
};

/* " dell'elenco", " alla tabella" */
static struct slice whole_behind(
    enum text_unit unit, enum italian_preposition preposition, struct arena *arena)
{
	if (!units[unit].part_of)
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(preposition, slice_from(units[unit].part_of), arena));
}

static bool is_feminine(const struct text_change *text)
{
	struct slice label = text->place.label;

	if (text->unit == TEXT_POINT)
		return label.len && !ascii_is_digit(label.p[0]);
	return units[text->unit].feminine;
}

/* " del punto 3": of what stands in a point */
static struct slice point_behind(
    const struct text_change *text, enum italian_preposition preposition, struct arena *arena)
{
	if (text->unit == TEXT_POINT || text->unit == TEXT_FOOTNOTE ||
	    slice_empty(text->place.label))
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(preposition, the_point(text->place.label, arena), arena));
}

/* The unit with its article, without its section: "il punto 3, lettera a", "la quarta riga della tabella". */
static struct slice the_unit(const struct text_change *text, struct arena *arena)
{
	const struct text_place *place = &text->place;
	bool feminine = units[text->unit].feminine;

	switch (text->unit) {
	case TEXT_WHOLE: return SLICE("il testo");
	case TEXT_SECTION:
		return arena_printf(arena, "la sezione «%.*s»", SLICE_ARGS(place->section));
	case TEXT_FOOTNOTE: return arena_printf(arena, "la nota %.*s", SLICE_ARGS(place->label));
	case TEXT_POINT:
		return slice_empty(place->label) ? SLICE("il punto")
						 : the_point(place->label, arena);
	case TEXT_TABLE:
		return ARENA_CONCAT(
		    arena, SLICE("la tabella"), point_behind(text, ITALIAN_OF, arena));
	case TEXT_PARAGRAPH:
	case TEXT_LIST_ITEM:
	case TEXT_TABLE_ROW: break;
	}
	return ARENA_CONCAT(arena,
	    place->number ? the_ordinal(place->number, feminine, arena)
	    : feminine    ? SLICE("la")
			  : SLICE("il"),
	    SLICE(" "), slice_from(units[text->unit].one),
	    whole_behind(text->unit, ITALIAN_OF, arena), point_behind(text, ITALIAN_OF, arena));
}

/* "nelle premesse, al secondo paragrafo"; "al punto 3, lettera a" */
static struct slice at_unit(const struct text_change *text, struct arena *arena)
{
	struct slice unit = the_unit(text, arena), section;

	if (text->unit == TEXT_WHOLE)
		return SLICE("nel testo");
	if (text->unit == TEXT_SECTION)
		return ARENA_CONCAT(
		    arena, SLICE("nel titolo "), italian_preposed(ITALIAN_OF, unit, arena));
	if (text->unit == TEXT_TABLE)
		return ARENA_CONCAT(arena, italian_preposed(ITALIAN_IN, unit, arena),
		    section_behind(text, ITALIAN_OF, arena));
	unit = italian_preposed(ITALIAN_TO, unit, arena);
	section = section_behind(text, ITALIAN_IN, arena);
	if (slice_empty(section))
		return unit;
	return ARENA_CONCAT(arena, slice_from_index(section, 1), SLICE(", "), unit);
}

/* --- replaced ------------------------------------------------------------------------------------ */

static bool is_one_word(struct slice words)
{
	return slice_find_byte(words, ' ') == SLICE_NONE;
}

/* "alcune parole" with a participle, "una parola" for one. */
static struct slice some_words(const char *stem, bool one, struct arena *arena)
{
	return arena_printf(arena, "%.*s %s", SLICE_ARGS(agreeing(stem, true, !one, arena)),
	    one ? "una parola" : "alcune parole");
}

/* `"30 giugno", non "30 luglio"`; old words that may not be told once more are left out */
static struct slice both_words(const struct change_teller *teller, const struct text_change *text,
    const char *format_old, struct slice before)
{
	struct arena *arena = teller->arena;
	struct slice now = ARENA_CONCAT(arena, before, italian_quoted(text->new_words, arena));

	if (!italian_may_repeat(teller->context->site, text->old_words))
		return now;
	return ARENA_CONCAT(
	    arena, now, slice_from(format_old), italian_quoted(text->old_words, arena));
}

static struct slice few_words_replaced(
    const struct change_teller *teller, const struct text_change *text)
{
	struct arena *arena = teller->arena;
	struct slice at = at_unit(text, arena), words;
	bool one = is_one_word(text->old_words) && is_one_word(text->new_words);

	if (teller->context->kind == KIND_COPY) {
		words = both_words(teller, text, ", non ", SLICE(""));
		return arena_printf(arena, "Corretto un errore di copiatura %.*s: %.*s.",
		    SLICE_ARGS(at), SLICE_ARGS(words));
	}
	words = both_words(teller, text, ", prima ", SLICE("ora "));
	return arena_printf(arena, "%.*s %.*s: %.*s.",
	    SLICE_ARGS(some_words("Cambiat", one, arena)), SLICE_ARGS(at), SLICE_ARGS(words));
}

static struct slice few_words_added(
    const struct change_teller *teller, const struct text_change *text)
{
	struct arena *arena = teller->arena;
	bool one = is_one_word(text->new_words);
	const char *missing = teller->context->kind != KIND_COPY ? ""
			      : one                              ? " che mancava"
								 : " che mancavano";

	return arena_printf(arena, "%.*s%s %.*s: %.*s.",
	    SLICE_ARGS(some_words("Aggiunt", one, arena)), missing,
	    SLICE_ARGS(at_unit(text, arena)), SLICE_ARGS(italian_quoted(text->new_words, arena)));
}

static struct slice few_words_removed(
    const struct change_teller *teller, const struct text_change *text)
{
	struct arena *arena = teller->arena;
	struct slice unit = the_unit(text, arena), told = SLICE("");

	if (text->unit == TEXT_SECTION)
		unit = ARENA_CONCAT(
		    arena, SLICE("il titolo "), italian_preposed(ITALIAN_OF, unit, arena));
	if (italian_may_repeat(teller->context->site, text->old_words))
		told = ARENA_CONCAT(arena, SLICE(": "), italian_quoted(text->old_words, arena));
	return arena_printf(arena, "%.*s %.*s%.*s%.*s.",
	    SLICE_ARGS(some_words("Tolt", is_one_word(text->old_words), arena)),
	    SLICE_ARGS(italian_preposed(ITALIAN_FROM, unit, arena)),
	    SLICE_ARGS(section_behind(text, ITALIAN_OF, arena)), SLICE_ARGS(told));
}

static struct slice much_replaced(
    const struct change_teller *teller, const struct text_change *text)
{
	const char *stem = teller->context->kind == KIND_COPY ? "Corrett" : "Cambiat";
	struct arena *arena = teller->arena;
	struct slice unit = the_unit(text, arena);
	bool feminine = is_feminine(text);

	if (text->unit == TEXT_WHOLE)
		return arena_printf(arena, "%so tutto il testo.", stem);
	if (text->unit == TEXT_SECTION || text->unit == TEXT_POINT) {
		unit = ARENA_CONCAT(arena,
		    text->unit == TEXT_POINT ? SLICE("il testo ") : SLICE("il titolo "),
		    italian_preposed(ITALIAN_OF, unit, arena));
		feminine = false;
	}
	return arena_printf(arena, "%.*s %.*s%.*s.",
	    SLICE_ARGS(agreeing(stem, feminine, false, arena)), SLICE_ARGS(unit),
	    SLICE_ARGS(section_behind(text, ITALIAN_OF, arena)));
}

static struct slice replaced(const struct change_teller *teller, const struct text_change *text)
{
	if (!text->few_words)
		return much_replaced(teller, text);
	if (slice_empty(text->old_words))
		return few_words_added(teller, text);
	if (slice_empty(text->new_words))
		return few_words_removed(teller, text);
	return few_words_replaced(teller, text);
}

/* --- moved --------------------------------------------------------------------------------------- */

/* "dal punto 3 al punto 5", "dalle premesse alla sezione «Discussione»" */
static struct slice from_to(struct slice from, struct slice to, struct arena *arena)
{
	return arena_printf(arena, "%.*s %.*s",
	    SLICE_ARGS(italian_preposed(ITALIAN_FROM, from, arena)),
	    SLICE_ARGS(italian_preposed(ITALIAN_TO, to, arena)));
}

/* What has a number or a name of its own: "Spostato il punto 5, ora punto 2." */
static struct slice labelled_moved(const struct text_change *text, struct arena *arena)
{
	struct text_change old = *text;
	struct slice section = SLICE(""), now = SLICE("");

	old.place = text->from;
	if (text->unit == TEXT_POINT && !slice_eq(text->from.section, text->place.section))
		section = ARENA_CONCAT(arena, SLICE(" "),
		    from_to(the_section(text->from.section, arena),
			the_section(text->place.section, arena), arena));
	if (text->unit != TEXT_SECTION && !slice_eq(text->from.label, text->place.label))
		now = ARENA_CONCAT(
		    arena, SLICE(", ora "), italian_without_article(the_unit(text, arena)));
	return arena_printf(arena, "%.*s %.*s%.*s%.*s.",
	    SLICE_ARGS(agreeing("Spostat", is_feminine(&old), false, arena)),
	    SLICE_ARGS(the_unit(&old, arena)), SLICE_ARGS(section), SLICE_ARGS(now));
}

/* What is counted: "Spostato un paragrafo nelle premesse: era il quinto, ora è il secondo." */
static struct slice counted_moved(const struct text_change *text, struct arena *arena)
{
	bool feminine = units[text->unit].feminine;
	const struct text_place *from = &text->from, *to = &text->place;
	struct slice what = arena_printf(arena, "%.*s %s %s%.*s",
	    SLICE_ARGS(agreeing("Spostat", feminine, false, arena)), feminine ? "una" : "un",
	    units[text->unit].one, SLICE_ARGS(whole_behind(text->unit, ITALIAN_OF, arena)));

	if (!slice_eq(from->section, to->section))
		return arena_printf(arena, "%.*s %.*s.", SLICE_ARGS(what),
		    SLICE_ARGS(from_to(the_section(from->section, arena),
			the_section(to->section, arena), arena)));
	if (!slice_eq(from->label, to->label))
		return arena_printf(arena, "%.*s %.*s.", SLICE_ARGS(what),
		    SLICE_ARGS(from_to(slice_empty(from->label) ? the_section(from->section, arena)
								: the_point(from->label, arena),
			slice_empty(to->label) ? the_section(to->section, arena)
					       : the_point(to->label, arena),
			arena)));
	what = ARENA_CONCAT(arena, what, point_behind(text, ITALIAN_IN, arena),
	    section_behind(text, ITALIAN_IN, arena));
	if (!from->number || !to->number || from->number == to->number || text->unit == TEXT_TABLE)
		return ARENA_CONCAT(arena, what, SLICE("."));
	return arena_printf(arena, "%.*s: era %.*s, ora è %.*s.", SLICE_ARGS(what),
	    SLICE_ARGS(the_ordinal(from->number, feminine, arena)),
	    SLICE_ARGS(the_ordinal(to->number, feminine, arena)));
}

static bool has_own_name(enum text_unit unit)
{
	return unit == TEXT_POINT || unit == TEXT_FOOTNOTE || unit == TEXT_SECTION;
}

/* --- added and removed --------------------------------------------------------------------------- */

/* Can both be told in one sentence? */
static bool are_alike(const struct change *a, const struct change *b)
{
	const struct text_place *one = &a->text.place, *other = &b->text.place;

	if (b->place != CHANGE_OF_TEXT || a->verb != b->verb || a->text.unit != b->text.unit ||
	    (a->verb != CHANGE_ADDED && a->verb != CHANGE_REMOVED))
		return false;
	if (a->text.unit == TEXT_SECTION || a->text.unit == TEXT_FOOTNOTE)
		return true;
	if (!slice_eq(one->section, other->section))
		return false;
	if (a->text.unit != TEXT_POINT)
		return slice_eq(one->label, other->label);
	/* "i punti 3 e 4": of the first level, with numbers */
	return one->label.len && other->label.len && ascii_is_digit(one->label.p[0]) &&
	       ascii_is_digit(other->label.p[0]) && is_one_word(one->label) &&
	       is_one_word(other->label);
}

/* "i punti 5 e 6", "le sezioni «Discussione» e «Allegato»" */
static struct slice the_units(const struct change *changes, size_t count, struct arena *arena)
{
	enum text_unit unit = changes->text.unit;
	struct slice *names = ARENA_COUNT(arena, struct slice, count);

	if (count == 1)
		return the_unit(&changes->text, arena);
	for (size_t i = 0; i < count; i++)
		names[i] = unit == TEXT_SECTION ? arena_printf(arena, "«%.*s»",
						      SLICE_ARGS(changes[i].text.place.section))
						: changes[i].text.place.label;
	return arena_printf(arena, "%s %s %.*s", units[unit].feminine ? "le" : "i",
	    units[unit].many,
	    SLICE_ARGS(italian_short_list(names, count, units[unit].feminine, arena)));
}

/* "un paragrafo", "3 righe" */
static struct slice so_many(enum text_unit unit, size_t count, struct arena *arena)
{
	if (count > 1)
		return arena_printf(arena, "%zu %s", count, units[unit].many);
	return arena_printf(arena, "%s %s", units[unit].feminine ? "una" : "un", units[unit].one);
}

/* Where something was added or taken out: " al punto 3", " all'elenco nelle premesse", " dalle premesse". */
static struct slice place_of_some(const struct change *change, struct arena *arena)
{
	const struct text_change *text = &change->text;
	bool added = change->verb == CHANGE_ADDED;
	enum italian_preposition preposition = added ? ITALIAN_TO : ITALIAN_FROM;
	struct slice whole = whole_behind(text->unit, preposition, arena), place;

	if (!slice_empty(text->place.label)) {
		place = the_point(text->place.label, arena);
		preposition = slice_empty(whole) ? preposition : ITALIAN_OF;
	} else {
		place = the_section(text->place.section, arena);
		if (!slice_empty(whole) || (added && !slice_empty(text->place.section)))
			preposition = ITALIAN_IN;
		if (!slice_empty(whole) && slice_empty(text->place.section))
			return whole;
	}
	return ARENA_CONCAT(arena, whole, SLICE(" "), italian_preposed(preposition, place, arena));
}

static struct slice added_or_removed(
    const struct change *changes, size_t count, struct arena *arena)
{
	const char *stem = changes->verb == CHANGE_ADDED ? "Aggiunt" : "Tolt";
	const struct text_change *text = &changes->text;
	struct slice participle = agreeing(stem, is_feminine(text), count > 1, arena);
	bool unnamed = text->unit == TEXT_SECTION ? slice_empty(text->place.section)
						  : slice_empty(text->place.label);

	if (text->unit == TEXT_WHOLE)
		return arena_printf(arena, "%so il testo.", stem);
	if (has_own_name(text->unit) && !unnamed)
		return arena_printf(arena, "%.*s %.*s%.*s.", SLICE_ARGS(participle),
		    SLICE_ARGS(the_units(changes, count, arena)),
		    SLICE_ARGS(section_behind(text, ITALIAN_IN, arena)));
	if (has_own_name(text->unit))
		return arena_printf(arena, "%.*s %.*s.", SLICE_ARGS(participle),
		    SLICE_ARGS(so_many(text->unit, count, arena)));
	return arena_printf(arena, "%.*s %.*s%.*s.", SLICE_ARGS(participle),
	    SLICE_ARGS(so_many(text->unit, count, arena)),
	    SLICE_ARGS(place_of_some(changes, arena)));
}

/* --- all ----------------------------------------------------------------------------------------- */

static bool is_of_text(const struct change *change)
{
	return change->place == CHANGE_OF_TEXT || change->place == CHANGE_OF_UNREADABLE_TEXT;
}

/* One sentence for the change and those behind it that are like it; returns how many it tells. */
static size_t tell_one(
    const struct change_teller *teller, const struct change *changes, size_t count)
{
	const struct text_change *text = &changes->text;
	struct arena *arena = teller->arena;
	size_t alike = 1;

	if (changes->place == CHANGE_OF_UNREADABLE_TEXT) {
		sentence_add(teller,
		    SLICE("Il testo è cambiato, ma una delle due versioni non è leggibile da "
			  "questo sito: non si può dire in che cosa."));
		return 1;
	}
	switch (changes->verb) {
	case CHANGE_REPLACED: sentence_add(teller, replaced(teller, text)); break;
	case CHANGE_MOVED:
		sentence_add(teller, has_own_name(text->unit) ? labelled_moved(text, arena)
							      : counted_moved(text, arena));
		break;
	case CHANGE_ADDED:
	case CHANGE_REMOVED:
		while (alike < count && are_alike(changes, &changes[alike]))
			alike++;
		sentence_add(teller, added_or_removed(changes, alike, arena));
		break;
	}
	return alike;
}

/* Beyond so many sentences a text is better compared than told. */
enum { MOST_TEXT_SENTENCES = 12 };

size_t tell_text_changes(
    const struct change_teller *teller, const struct changes *changes, size_t first)
{
	size_t end = first, at = first;

	while (end < changes->count && is_of_text(&changes->items[end]))
		end++;
	for (int told = 0; at < end && told < MOST_TEXT_SENTENCES; told++)
		at += tell_one(teller, &changes->items[at], end - at);
	if (end - at == 1)
		sentence_add(teller, SLICE("Nel testo c'è un altro cambiamento."));
	else if (end > at)
		sentence_add(teller, arena_printf(teller->arena,
					 "Nel testo ci sono altri %zu cambiamenti.", end - at));
	return end - first;
}
