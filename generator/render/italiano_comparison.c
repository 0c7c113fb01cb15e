/* Words around two texts laid beside each other. */
#include "render/italiano.h"

struct slice italian_unchanged(enum text_unit unit, size_t count, struct arena *arena)
{
	switch (unit) {
	case TEXT_POINT:
		return italian_count(count, "punto non cambiato", "punti non cambiati", arena);
	case TEXT_LIST_ITEM:
		return italian_count(count, "voce dell\'elenco non cambiata",
		    "voci dell\'elenco non cambiate", arena);
	case TEXT_FOOTNOTE:
		return italian_count(count, "nota non cambiata", "note non cambiate", arena);
	default:
		return italian_count(
		    count, "paragrafo non cambiato", "paragrafi non cambiati", arena);
	}
}

/* "dal punto 5", "al punto 5", and the gender of what moved. */
struct unit_words {
	const char *from, *to;
	bool feminine;
};

static struct unit_words words_for(enum text_unit unit)
{
	switch (unit) {
	case TEXT_POINT: return (struct unit_words){ "dal punto ", "al punto ", false };
	case TEXT_LIST_ITEM: return (struct unit_words){ "dalla voce ", "alla voce ", true };
	case TEXT_TABLE: return (struct unit_words){ "dalla tabella ", "alla tabella ", true };
	case TEXT_TABLE_ROW: return (struct unit_words){ "dalla riga ", "alla riga ", true };
	case TEXT_SECTION: return (struct unit_words){ "", "", true };
	default: return (struct unit_words){ "dal paragrafo ", "al paragrafo ", false };
	}
}

/* "5", "2 del punto 3"; empty for what has neither label nor number. */
static struct slice number_in_words(
    enum text_unit unit, const struct text_place *place, struct arena *arena)
{
	if (unit == TEXT_SECTION)
		return SLICE("");
	if (unit == TEXT_POINT)
		return place->label;
	if (place->number == 0)
		return SLICE("");
	return arena_printf(arena, "%u%s%s%.*s", place->number,
	    unit == TEXT_LIST_ITEM ? " dell'elenco" : "", place->label.len > 0 ? " del punto " : "",
	    SLICE_ARGS(place->label));
}

/* Where it is now, or was: "dal punto 5 di «Delibera»", "in «Premesse»", "in un altro posto". */
static struct slice place_in_words(enum text_unit unit, const struct text_place *here,
    const struct text_place *there, bool to, struct arena *arena)
{
	struct unit_words words = words_for(unit);
	struct slice number = number_in_words(unit, there, arena);
	bool elsewhere = unit != TEXT_SECTION && there->section.len > 0 &&
			 !slice_eq(here->section, there->section);
	struct slice section =
	    elsewhere ? ARENA_CONCAT(arena, SLICE("\xC2\xAB"), there->section, SLICE("\xC2\xBB"))
		      : SLICE("");

	if (number.len > 0)
		return ARENA_CONCAT(arena, slice_from(to ? words.to : words.from), number,
		    slice_from(elsewhere ? " di " : ""), section);
	if (elsewhere)
		return ARENA_CONCAT(arena, slice_from(to ? "in " : "da "), section);
	return slice_from(to ? "in un altro posto del testo" : "da un altro posto del testo");
}

/* "Spostato ", "Spostata ", "Sezione spostata " */
static struct slice moved(enum text_unit unit)
{
	if (unit == TEXT_SECTION)
		return SLICE("Sezione spostata ");
	return words_for(unit).feminine ? SLICE("Spostata ") : SLICE("Spostato ");
}

struct slice italian_moved_here(enum text_unit unit, const struct text_place *here,
    const struct text_place *from, struct arena *arena)
{
	return ARENA_CONCAT(
	    arena, moved(unit), SLICE("qui "), place_in_words(unit, here, from, false, arena));
}

struct slice italian_moved_away(enum text_unit unit, const struct text_place *from,
    const struct text_place *to, struct arena *arena)
{
	return ARENA_CONCAT(arena, moved(unit), place_in_words(unit, from, to, true, arena));
}
