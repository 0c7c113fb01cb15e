/* Where in a text something stands, in words that a reader of the act finds again. */
#include "render/italiano_changes_parts.h"

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

struct slice text_the_point(struct slice label, struct arena *arena)
{
	bool number = label.len && ascii_is_digit(label.p[0]);

	return ARENA_CONCAT(arena, number ? SLICE("il ") : SLICE("la "), point_name(label, arena));
}

/* "le premesse", "la sezione «Discussione»"; before the first heading "il testo" */
struct slice text_the_section(struct slice section, struct arena *arena)
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
struct slice text_section_behind(
    const struct text_change *text, enum italian_preposition preposition, struct arena *arena)
{
	if (!names_section(text) || text->unit == TEXT_SECTION || text->unit == TEXT_FOOTNOTE ||
	    text->unit == TEXT_WHOLE)
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(preposition, text_the_section(text->place.section, arena), arena));
}

/* "il secondo", "l'ottava" */
struct slice text_the_ordinal(unsigned number, bool feminine, struct arena *arena)
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

const struct text_unit_words text_units[] = {
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
struct slice text_whole_behind(
    enum text_unit unit, enum italian_preposition preposition, struct arena *arena)
{
	if (!text_units[unit].part_of)
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(preposition, slice_from(text_units[unit].part_of), arena));
}

bool text_is_feminine(const struct text_change *text)
{
	struct slice label = text->place.label;

	if (text->unit == TEXT_POINT)
		return label.len && !ascii_is_digit(label.p[0]);
	return text_units[text->unit].feminine;
}

/* " del punto 3": of what stands in a point */
struct slice text_point_behind(
    const struct text_change *text, enum italian_preposition preposition, struct arena *arena)
{
	if (text->unit == TEXT_POINT || text->unit == TEXT_FOOTNOTE ||
	    slice_empty(text->place.label))
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(preposition, text_the_point(text->place.label, arena), arena));
}

/* The unit with its article, without its section: "il punto 3, lettera a", "la quarta riga della tabella". */
struct slice text_the_unit(const struct text_change *text, struct arena *arena)
{
	const struct text_place *place = &text->place;
	bool feminine = text_units[text->unit].feminine;

	switch (text->unit) {
	case TEXT_WHOLE: return SLICE("il testo");
	case TEXT_SECTION:
		return arena_printf(arena, "la sezione «%.*s»", SLICE_ARGS(place->section));
	case TEXT_FOOTNOTE: return arena_printf(arena, "la nota %.*s", SLICE_ARGS(place->label));
	case TEXT_POINT:
		return slice_empty(place->label) ? SLICE("il punto")
						 : text_the_point(place->label, arena);
	case TEXT_TABLE:
		return ARENA_CONCAT(
		    arena, SLICE("la tabella"), text_point_behind(text, ITALIAN_OF, arena));
	case TEXT_PARAGRAPH:
	case TEXT_LIST_ITEM:
	case TEXT_TABLE_ROW: break;
	}
	return ARENA_CONCAT(arena,
	    place->number ? text_the_ordinal(place->number, feminine, arena)
	    : feminine    ? SLICE("la")
			  : SLICE("il"),
	    SLICE(" "), slice_from(text_units[text->unit].one),
	    text_whole_behind(text->unit, ITALIAN_OF, arena),
	    text_point_behind(text, ITALIAN_OF, arena));
}

/* "nelle premesse, al secondo paragrafo"; "al punto 3, lettera a" */
struct slice text_at_unit(const struct text_change *text, struct arena *arena)
{
	struct slice unit = text_the_unit(text, arena), section;

	if (text->unit == TEXT_WHOLE)
		return SLICE("nel testo");
	if (text->unit == TEXT_SECTION)
		return ARENA_CONCAT(
		    arena, SLICE("nel titolo "), italian_preposed(ITALIAN_OF, unit, arena));
	if (text->unit == TEXT_TABLE)
		return ARENA_CONCAT(arena, italian_preposed(ITALIAN_IN, unit, arena),
		    text_section_behind(text, ITALIAN_OF, arena));
	unit = italian_preposed(ITALIAN_TO, unit, arena);
	section = text_section_behind(text, ITALIAN_IN, arena);
	if (slice_empty(section))
		return unit;
	return ARENA_CONCAT(arena, slice_from_index(section, 1), SLICE(", "), unit);
}
