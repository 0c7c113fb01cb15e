/* What changed in a text, in sentences: where it stands in words that a reader of the act finds again. */
#include "render/italiano_changes_parts.h"

/* --- replaced ------------------------------------------------------------------------------------ */

static bool is_one_word(struct slice words)
{
	return slice_find_byte(words, ' ') == SLICE_NONE;
}

/* Words without the marks that tied them to others: "e di dirlo" from ", e di dirlo". */
static struct slice bare(struct slice words)
{
	while (words.len && slice_find_byte(SLICE(" ,;:."), words.p[0]) != SLICE_NONE)
		words = slice_from_index(words, 1);
	while (words.len && slice_find_byte(SLICE(" ,;:."), words.p[words.len - 1]) != SLICE_NONE)
		words = slice_sub(words, 0, words.len - 1);
	return words;
}

static struct slice quoted_words(struct slice words, struct arena *arena)
{
	return italian_quoted(bare(words), arena);
}

/* "500", "12.500,00"; nothing is one, too */
static bool is_number(struct slice words)
{
	for (size_t i = 0; i < words.len; i++)
		if (!ascii_is_digit(words.p[i]) && words.p[i] != '.' && words.p[i] != ',')
			return false;
	return true;
}

/* "Cambiate alcune parole", "Aggiunta una parola", "Tolto un numero"; either of both may be empty. */
static struct slice some_words(
    const char *stem, const struct text_change *text, struct arena *arena)
{
	struct slice before = bare(text->old_words), after = bare(text->new_words);

	if (is_number(before) && is_number(after))
		return arena_printf(arena, "%so un numero", stem);
	return arena_printf(arena, "%s%s", stem,
	    is_one_word(before) && is_one_word(after) ? "a una parola" : "e alcune parole");
}

/* `"30 giugno", non "30 luglio"`; old words that may not be told once more are left out */
static struct slice both_words(const struct change_teller *teller, const struct text_change *text,
    const char *format_old, struct slice before)
{
	struct arena *arena = teller->arena;
	struct slice now = ARENA_CONCAT(arena, before, quoted_words(text->new_words, arena));

	if (!italian_may_repeat(teller->context->site, text->old_words))
		return now;
	return ARENA_CONCAT(
	    arena, now, slice_from(format_old), quoted_words(text->old_words, arena));
}

static bool is_mark(char c)
{
	return slice_find_byte(SLICE(".,;:!?()"), c) != SLICE_NONE;
}

/* The same words, with other marks? */
static bool differ_in_marks(struct slice a, struct slice b)
{
	size_t i = 0, n = 0;

	for (;;) {
		while (i < a.len && is_mark(a.p[i]))
			i++;
		while (n < b.len && is_mark(b.p[n]))
			n++;
		if (i == a.len || n == b.len)
			return i == a.len && n == b.len;
		if (a.p[i++] != b.p[n++])
			return false;
	}
}

/* "Cambiata la punteggiatura al punto 3." */
static struct slice marks_replaced(
    const struct change_teller *teller, const struct text_change *text)
{
	return arena_printf(teller->arena, "%s la punteggiatura %.*s.",
	    teller->context->kind == KIND_COPY ? "Corretta" : "Cambiata",
	    SLICE_ARGS(text_at_unit(text, teller->arena)));
}

/* A heading of which the old words may not be told once more: by what it is now. */
static struct slice heading_replaced(
    const struct change_teller *teller, const struct text_change *text)
{
	return arena_printf(teller->arena, "%s il titolo di una sezione: ora è «%.*s».",
	    teller->context->kind == KIND_COPY ? "Corretto" : "Cambiato",
	    SLICE_ARGS(text->place.section));
}

static struct slice few_words_replaced(
    const struct change_teller *teller, const struct text_change *text)
{
	struct arena *arena = teller->arena;
	struct slice at = text_at_unit(text, arena), words;

	if (teller->context->kind == KIND_COPY) {
		words = both_words(teller, text, ", non ", SLICE(""));
		return arena_printf(arena, "Corretto un errore di copiatura %.*s: %.*s.",
		    SLICE_ARGS(at), SLICE_ARGS(words));
	}
	words = both_words(teller, text, ", prima ", SLICE("ora "));
	return arena_printf(arena, "%.*s %.*s: %.*s.",
	    SLICE_ARGS(some_words("Cambiat", text, arena)), SLICE_ARGS(at), SLICE_ARGS(words));
}

static struct slice few_words_added(
    const struct change_teller *teller, const struct text_change *text)
{
	struct arena *arena = teller->arena;
	bool one = is_one_word(bare(text->new_words));
	const char *missing = teller->context->kind != KIND_COPY ? ""
			      : one                              ? " che mancava"
								 : " che mancavano";

	return arena_printf(arena, "%.*s%s %.*s: %.*s.",
	    SLICE_ARGS(some_words("Aggiunt", text, arena)), missing,
	    SLICE_ARGS(text_at_unit(text, arena)),
	    SLICE_ARGS(quoted_words(text->new_words, arena)));
}

static struct slice few_words_removed(
    const struct change_teller *teller, const struct text_change *text)
{
	struct arena *arena = teller->arena;
	struct slice unit = text_the_unit(text, arena), told = SLICE("");

	if (text->unit == TEXT_SECTION)
		unit = ARENA_CONCAT(
		    arena, SLICE("il titolo "), italian_preposed(ITALIAN_OF, unit, arena));
	if (italian_may_repeat(teller->context->site, text->old_words))
		told = ARENA_CONCAT(arena, SLICE(": "), quoted_words(text->old_words, arena));
	return arena_printf(arena, "%.*s %.*s%.*s%.*s.",
	    SLICE_ARGS(some_words("Tolt", text, arena)),
	    SLICE_ARGS(italian_preposed(ITALIAN_FROM, unit, arena)),
	    SLICE_ARGS(text_section_behind(text, ITALIAN_OF, arena)), SLICE_ARGS(told));
}

static struct slice much_replaced(
    const struct change_teller *teller, const struct text_change *text)
{
	const char *stem = teller->context->kind == KIND_COPY ? "Corrett" : "Cambiat";
	struct arena *arena = teller->arena;
	struct slice unit = text_the_unit(text, arena);
	bool feminine = text_is_feminine(text);

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
	    SLICE_ARGS(text_section_behind(text, ITALIAN_OF, arena)));
}

static struct slice replaced(const struct change_teller *teller, const struct text_change *text)
{
	if (!text->few_words)
		return much_replaced(teller, text);
	if (differ_in_marks(text->old_words, text->new_words))
		return marks_replaced(teller, text);
	if (slice_empty(text->old_words))
		return few_words_added(teller, text);
	if (slice_empty(text->new_words))
		return few_words_removed(teller, text);
	if (text->unit == TEXT_SECTION &&
	    !italian_may_repeat(teller->context->site, text->old_words))
		return heading_replaced(teller, text);
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
		    from_to(text_the_section(text->from.section, arena),
			text_the_section(text->place.section, arena), arena));
	if (text->unit != TEXT_SECTION && !slice_eq(text->from.label, text->place.label))
		now = ARENA_CONCAT(
		    arena, SLICE(", ora "), italian_without_article(text_the_unit(text, arena)));
	return arena_printf(arena, "%.*s %.*s%.*s%.*s.",
	    SLICE_ARGS(agreeing("Spostat", text_is_feminine(&old), false, arena)),
	    SLICE_ARGS(text_the_unit(&old, arena)), SLICE_ARGS(section), SLICE_ARGS(now));
}

/* What is counted: "Spostato un paragrafo nelle premesse: era il quinto, ora è il secondo." */
static struct slice counted_moved(const struct text_change *text, struct arena *arena)
{
	bool feminine = text_units[text->unit].feminine;
	const struct text_place *from = &text->from, *to = &text->place;
	struct slice what = arena_printf(arena, "%.*s %s %s%.*s",
	    SLICE_ARGS(agreeing("Spostat", feminine, false, arena)), feminine ? "una" : "un",
	    text_units[text->unit].one,
	    SLICE_ARGS(text_whole_behind(text->unit, ITALIAN_OF, arena)));

	if (!slice_eq(from->section, to->section))
		return arena_printf(arena, "%.*s %.*s.", SLICE_ARGS(what),
		    SLICE_ARGS(from_to(text_the_section(from->section, arena),
			text_the_section(to->section, arena), arena)));
	if (!slice_eq(from->label, to->label))
		return arena_printf(arena, "%.*s %.*s.", SLICE_ARGS(what),
		    SLICE_ARGS(
			from_to(slice_empty(from->label) ? text_the_section(from->section, arena)
							 : text_the_point(from->label, arena),
			    slice_empty(to->label) ? text_the_section(to->section, arena)
						   : text_the_point(to->label, arena),
			    arena)));
	what = ARENA_CONCAT(arena, what, text_point_behind(text, ITALIAN_IN, arena),
	    text_section_behind(text, ITALIAN_IN, arena));
	if (!from->number || !to->number || from->number == to->number || text->unit == TEXT_TABLE)
		return ARENA_CONCAT(arena, what, SLICE("."));
	return arena_printf(arena, "%.*s: era %.*s, ora è %.*s.", SLICE_ARGS(what),
	    SLICE_ARGS(text_the_ordinal(from->number, feminine, arena)),
	    SLICE_ARGS(text_the_ordinal(to->number, feminine, arena)));
}

static bool has_own_name(enum text_unit unit)
{
	return unit == TEXT_POINT || unit == TEXT_FOOTNOTE || unit == TEXT_SECTION;
}

/* --- added and removed --------------------------------------------------------------------------- */

/* "4" of the label "4 c"; nothing of "c" */
static struct slice label_above(struct slice label)
{
	size_t blank = slice_find_last_byte(label, ' ');

	return blank == SLICE_NONE ? SLICE("") : slice_sub(label, 0, blank);
}

/* "c" of the label "4 c" */
static struct slice last_of(struct slice label)
{
	size_t blank = slice_find_last_byte(label, ' ');

	return blank == SLICE_NONE ? label : slice_from_index(label, blank + 1);
}

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
	/* "i punti 3 e 4", "le lettere c e d del punto 4": of one level, below the same point */
	return one->label.len && other->label.len &&
	       slice_eq(label_above(one->label), label_above(other->label)) &&
	       ascii_is_digit(last_of(one->label).p[0]) ==
		   ascii_is_digit(last_of(other->label).p[0]);
}

/* "i punti 5 e 6", "le lettere c e d del punto 4" */
static struct slice the_points(const struct change *changes, size_t count, struct arena *arena)
{
	struct slice *names = ARENA_COUNT(arena, struct slice, count);
	struct slice above = label_above(changes->text.place.label), behind = SLICE("");
	bool numbers = ascii_is_digit(last_of(changes->text.place.label).p[0]);

	for (size_t i = 0; i < count; i++)
		names[i] = last_of(changes[i].text.place.label);
	if (!slice_empty(above))
		behind = ARENA_CONCAT(arena, SLICE(" "),
		    italian_preposed(ITALIAN_OF, text_the_point(above, arena), arena));
	return arena_printf(arena, "%s %.*s%.*s",
	    !numbers             ? "le lettere"
	    : slice_empty(above) ? "i punti"
				 : "i numeri",
	    SLICE_ARGS(italian_short_list(names, count, !numbers, arena)), SLICE_ARGS(behind));
}

/* "i punti 5 e 6", "le sezioni «Discussione» e «Allegato»" */
static struct slice the_units(const struct change *changes, size_t count, struct arena *arena)
{
	enum text_unit unit = changes->text.unit;
	struct slice *names = ARENA_COUNT(arena, struct slice, count);

	if (count == 1)
		return text_the_unit(&changes->text, arena);
	if (unit == TEXT_POINT)
		return the_points(changes, count, arena);
	for (size_t i = 0; i < count; i++)
		names[i] = unit == TEXT_SECTION ? arena_printf(arena, "«%.*s»",
						      SLICE_ARGS(changes[i].text.place.section))
						: changes[i].text.place.label;
	return arena_printf(arena, "le %s %.*s", text_units[unit].many,
	    SLICE_ARGS(italian_short_list(names, count, true, arena)));
}

/* "un paragrafo", "3 righe" */
static struct slice so_many(enum text_unit unit, size_t count, struct arena *arena)
{
	if (count > 1)
		return arena_printf(arena, "%zu %s", count, text_units[unit].many);
	return arena_printf(
	    arena, "%s %s", text_units[unit].feminine ? "una" : "un", text_units[unit].one);
}

/* Where something was added or taken out: " al punto 3", " all'elenco nelle premesse", " dalle premesse". */
static struct slice place_of_some(const struct change *change, struct arena *arena)
{
	const struct text_change *text = &change->text;
	bool added = change->verb == CHANGE_ADDED;
	enum italian_preposition preposition = added ? ITALIAN_TO : ITALIAN_FROM;
	struct slice whole = text_whole_behind(text->unit, preposition, arena), place;

	if (!slice_empty(text->place.label)) {
		place = text_the_point(text->place.label, arena);
		preposition = slice_empty(whole) ? preposition : ITALIAN_OF;
	} else {
		place = text_the_section(text->place.section, arena);
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
	bool letters = count > 1 && text->unit == TEXT_POINT && !slice_empty(text->place.label) &&
		       !ascii_is_digit(last_of(text->place.label).p[0]);
	struct slice participle =
	    agreeing(stem, letters || text_is_feminine(text), count > 1, arena);
	bool unnamed = text->unit == TEXT_SECTION ? slice_empty(text->place.section)
						  : slice_empty(text->place.label);

	if (text->unit == TEXT_WHOLE)
		return arena_printf(arena, "%so il testo.", stem);
	if (has_own_name(text->unit) && !unnamed)
		return arena_printf(arena, "%.*s %.*s%.*s.", SLICE_ARGS(participle),
		    SLICE_ARGS(the_units(changes, count, arena)),
		    SLICE_ARGS(text_section_behind(text, ITALIAN_IN, arena)));
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
