/*
 * What changed, in Italian: sentences made of struct change (history/change.h) and of what other acts and outside events
 * did to an act. Two families that never mix (design 6): a change is of the copy on this site, never of the act; the
 * life of an act comes from other acts' collegamenti, from vicende and from what its own keys declare.
 *
 * All that is returned lives in the arena, but for what is borrowed from the site.
 *
 * What is quoted. Short values of facts are told with both sides; long texts are only named. What was taken away and may
 * name a person (names, notes, free text) is never quoted: whoever takes a name out wants it out, and a sentence stays
 * for ever, even where nobody thought of oscuramenti.yaml. Of a corrected name the new one is told, the old one not. A
 * secret vote names no one. Words of the body are quoted on both sides: its two versions can be read beside each other
 * anyhow, and what must not be read is hidden with the whole version.
 */
#ifndef ZONALE_RENDER_ITALIANO_CHANGES_H
#define ZONALE_RENDER_ITALIANO_CHANGES_H

#include "history/change.h"
#include "history/trailers.h"
#include "render/italiano.h"

struct sentences {
	struct slice *items; /* each with a capital and a full stop */
	size_t count, cap;
};

/* What the changes belong to. */
struct change_context {
	const struct site *site;       /* today's registers */
	const struct key_table *table; /* &act_table, &point_table, ... : which kind of file */
	const void *item;              /* a struct of that table, as it is today */

	/*
	 * The changes of the versions before this one, oldest first: they tell which rescheduling a moved term is, and
	 * what it was at first. May be null with 0: then neither is said.
	 */
	const struct changes *const *earlier;
	size_t earlier_count;
};

/* Adds one sentence a change, like ones together, in the order of the changes. */
void italian_changes(const struct change_context *context, const struct changes *changes,
    struct arena *arena, struct sentences *sentences);

/*
 * To be said once behind the sentences of a version: "L'atto firmato non è cambiato." Empty where the changes touch
 * nothing that the signed act holds (topics, summary, the page's own dates).
 */
struct slice italian_act_unchanged(
    const struct change_context *context, const struct changes *changes);

/* What the first version of a file brings: "Spostata la scadenza dell'azione 12.1: ...", "Pubblicata la delibera ...". */
void italian_publication(
    const struct change_context *context, struct arena *arena, struct sentences *sentences);

/* --- kinds and notes --------------------------------------------------------------------------- */

/* "Pubblicazione", "Correzione della copia", "Aggiunta", "Rimossa dal sito". change_kind counts for updates alone. */
const char *italian_kind(enum version_kind version, enum change_kind change);

/* `La segreteria scrive: "..."`; empty without a note */
struct slice italian_public_note(struct slice note, struct arena *arena);

#define ITALIAN_NO_REASON "La segreteria non ha indicato il motivo."
#define ITALIAN_OBSCURED                                                                   \
	"Una versione precedente di questa pagina non è più consultabile, per tutelare " \
	"dati personali."

/* --- the life of an act: italiano_life.c ------------------------------------------------------- */

enum life_kind {
	LIFE_CONVENED = 1, /* its meeting */
	LIFE_MEETING,
	LIFE_ADOPTED,
	LIFE_NOTICE_BOARD,
	LIFE_ENFORCEABLE,
	LIFE_EFFECT_BEGINS,
	LIFE_EFFECT_ENDS,
	LIFE_CHANGED,     /* by another act of this site */
	LIFE_FROM_OUTSIDE /* vicende */
};

struct life_event {
	enum life_kind kind;
	struct date date; /* may be partial or unknown */
	bool coming;      /* after today: its sentence says so */
	/*
	 * True: the act, the meeting or the other act says that it happened and when. False: this site concludes it, or
	 * its day (the day of the other act, where that does not say since when).
	 */
	bool declared;
	struct slice sentence;
	const struct act *by;               /* to link to; or null */
	const struct meeting *meeting;      /* to link to; or null */
	const struct external_act *outside; /* to link to where it has an address; or null */
};

struct life_events {
	struct life_event *items;
	size_t count, cap;
};

/*
 * All that is known of the life of an act that has a whole page, by date, unknown days last; what befalls only its page
 * is not among it. Acts that nobody sees are not named.
 */
void italian_life(const struct site *site, const struct act *act, struct arena *arena,
    struct life_events *events);

/* "dichiarato", "ricavato da questo sito": of an event */
const char *italian_declared(const struct life_event *event);

#endif
