/*
 * The life of an act in Italian, by date: what its own keys, its meeting, other acts' collegamenti and vicende tell. It
 * is never mixed with what changed on its page (italiano_changes.h). zonale never claims legal effect: what is declared
 * is told as declared, and each event says whether it is.
 */
#ifndef ZONALE_RENDER_ITALIANO_LIFE_H
#define ZONALE_RENDER_ITALIANO_LIFE_H

#include "render/italiano.h"

enum life_kind {
	LIFE_CONVENED = 1, /* its meeting */
	LIFE_MEETING,
	LIFE_ADOPTED,
	LIFE_BOARD_BEGINS,
	LIFE_BOARD_ENDS,
	LIFE_ENFORCEABLE,
	LIFE_EFFECT_BEGINS,
	LIFE_EFFECT_ENDS,
	LIFE_CHANGED,      /* by another act of this site */
	LIFE_FROM_OUTSIDE, /* vicende */
	LIFE_KIND_COUNT
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
 * All that is known of the life of an act that has a whole page, by date, unknown days last. Acts that nobody sees are
 * not named.
 */
void italian_life(const struct site *site, const struct act *act, struct arena *arena,
    struct life_events *events);

/* "dichiarato", "data dedotta", "il giorno è la data dell'altro atto" */
const char *italian_declared(const struct life_event *event);

/*
 * Of the page, not the act: "Dopo il 13 maggio 2031 questa pagina mostrerà solo una scheda dell'atto."; empty without
 * pubblica_fino_al
 */
struct slice italian_page_ends(const struct act *act, struct arena *arena);

#endif
