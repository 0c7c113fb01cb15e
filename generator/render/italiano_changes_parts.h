/*
 * What the files of italiano_changes share.
 */
#ifndef ZONALE_RENDER_ITALIANO_CHANGES_PARTS_H
#define ZONALE_RENDER_ITALIANO_CHANGES_PARTS_H

#include "render/italiano_articles.h"
#include "render/italiano_changes.h"

struct change_teller {
	const struct change_context *context;
	struct arena *arena;
	struct sentences *out;
};

void sentence_add(const struct change_teller *teller, struct slice sentence);

/* "Aggiunt" with the ending that agrees: "Aggiunta", "Aggiunti". */
struct slice agreeing(const char *stem, bool feminine, bool plural, struct arena *arena);
struct slice agreeing_with(const char *stem, struct key_noun noun, struct arena *arena);
/* "Aggiunt", "Tolt", "Corrett" or "Cambiat" */
const char *change_verb_stem(const struct change_teller *teller, const struct change *change);

/* Does the kind of change, and what was changed, say that what stood there was wrong? */
bool change_corrects(const struct change_teller *teller, const struct change *change);

/* What a sentence says of one value: how it is called, and in which item it stands. */
struct told_value {
	const struct change *change;
	const struct key *key; /* the innermost */
	struct key_noun noun;
	struct slice behind; /* " della firma di Nome Inventato" */
};

void tell_value(const struct change_teller *teller, const struct told_value *value);

/* What personal data an act holds is not told: true where the change is of that, and told without. */
bool tells_neutrally(const struct change_teller *teller, const struct change *change);

/* --- inside items and objects: italiano_changes_inside.c --------------------------------------- */

/* " della firma di Nome Inventato", " del Comune di Alfa"; nothing for what stands in an object */
struct slice behind_item(const struct change_teller *teller, const struct change *change);

/* Tells what changed inside one item; returns how many changes that were. */
size_t tell_inside(const struct change_teller *teller, const struct change *changes, size_t count);

/* --- values: italiano_changes_values.c --------------------------------------------------------- */

/* The value of a key in words, short enough for a sentence; empty where it is not told. `place` may be null. */
struct slice change_value(
    const struct change_teller *teller, const struct key *key, const void *place);
/* Is nothing said there, or only that it is not known? */
bool change_is_absent(const struct key *key, const void *place);
/* Of a value that was replaced or removed: may it be told once more? */
bool change_is_repeatable(const struct key *key);

/* --- few words: italiano_changes_words.c ------------------------------------------------------- */

/* The few words in which two texts differ: one run on either side, of at most TEXT_FEW_WORDS words. */
bool change_few_words(
    struct slice before, struct slice after, struct slice *old_words, struct slice *new_words);
/*
 * May old words be told once more? Not where they look like a name, an address or a number of somebody, or speak of
 * their health, faith or crimes.
 */
bool italian_may_repeat(const struct site *site, struct slice words);

/* --- items of lists: italiano_changes_items.c -------------------------------------------------- */

/* An item of a list as sentences name it: "la firma" + " di Nome Inventato"; several: "le firme" + their tails. */
struct item_name {
	struct key_noun one, many;
	struct slice tail;  /* " di Nome Inventato"; empty: it can't be told from others */
	struct slice after; /* behind all tails: " all'ordine del giorno" */
	const struct organisation *of; /* instead of a tail: whose it is */
	struct slice detail;           /* of one alone that was added: ": favorevole" */
};

/* removed: names of persons are left out */
struct item_name change_item_name(
    const struct change_teller *teller, const struct key *key, const void *item, bool removed);

/* --- the programme: italiano_changes_programme.c ----------------------------------------------- */

/* A term that was moved or said otherwise; false where the change is of no term. */
bool tell_term_change(const struct change_teller *teller, const struct change *change);
/* Before the changes of an entry of progress. */
void tell_progress_changed(const struct change_teller *teller);

/* --- where in a text: italiano_changes_places.c ------------------------------------------------ */

struct text_unit_words {
	const char *one, *many; /* without an article */
	const char *part_of;    /* what it is a part of, with its article; or null */
	bool feminine;
};
extern const struct text_unit_words text_units[]; /* by enum text_unit */

/* "il punto 3, lettera a" for the label "3 a"; "la lettera a" for a label alone */
struct slice text_the_point(struct slice label, struct arena *arena);
/* "le premesse", "la sezione «Discussione»"; before the first heading "il testo" */
struct slice text_the_section(struct slice section, struct arena *arena);
/* "il secondo", "l'ottava" */
struct slice text_the_ordinal(unsigned number, bool feminine, struct arena *arena);
bool text_is_feminine(const struct text_change *text);

/* The unit with its article, without its section: "il punto 3, lettera a", "la quarta riga della tabella". */
struct slice text_the_unit(const struct text_change *text, struct arena *arena);
/* "nelle premesse, al secondo paragrafo"; "al punto 3, lettera a" */
struct slice text_at_unit(const struct text_change *text, struct arena *arena);

/* " delle premesse", " nella sezione «Discussione»"; nothing where the unit is found without */
struct slice text_section_behind(
    const struct text_change *text, enum italian_preposition preposition, struct arena *arena);
/* " dell'elenco", " alla tabella": what the unit is a part of */
struct slice text_whole_behind(
    enum text_unit unit, enum italian_preposition preposition, struct arena *arena);
/* " del punto 3": of what stands in a point */
struct slice text_point_behind(
    const struct text_change *text, enum italian_preposition preposition, struct arena *arena);

/* --- the text: italiano_changes_text.c --------------------------------------------------------- */

/* Tells of the changes from `first` that are of the text; returns how many of them. */
size_t tell_text_changes(
    const struct change_teller *teller, const struct changes *changes, size_t first);

#endif
