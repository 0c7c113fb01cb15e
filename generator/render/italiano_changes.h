/*
 * What changed, in Italian: sentences made of struct change (history/change.h) and of what other acts and outside events
 * did to an act. Two families that never mix (design 6): a change is of the copy on this site, never of the act; the
 * life of an act comes from other acts' collegamenti, from vicende and from what its own keys declare.
 *
 * All that is returned lives in the arena, but for what is borrowed from the site.
 *
 * What is quoted. Short values of facts are told with both sides; long texts are only named. What was taken away and may
 * name a person (names, notes, free text) is not repeated: whoever takes a name out wants it out, and a sentence goes
 * into lists and feeds, even where nobody thought of oscuramenti.yaml. Of a corrected name the new one is told, the old
 * one not. Of a few words of a text both sides are told, but old ones that look like a name, an address or a number of
 * somebody (italian_may_repeat). A secret vote names no one; what personal data an act holds is not told.
 */
#ifndef ZONALE_RENDER_ITALIANO_CHANGES_H
#define ZONALE_RENDER_ITALIANO_CHANGES_H

#include "history/site_history.h"
#include "render/italiano.h"

struct sentences {
	struct slice *items; /* each with a capital and a full stop */
	size_t count, cap;
};

/* What the changes belong to. */
struct change_context {
	const struct site *site;        /* today's registers */
	struct history_subject subject; /* as it is today */
	enum change_kind kind;

	/*
	 * The versions before, oldest first: they tell which rescheduling a moved term is, and what it was at first. With
	 * a count of 0 neither is said, nor where some of them may not be shown.
	 */
	const struct history_entry *earlier;
	size_t earlier_count;
	bool first_known; /* `earlier` begins with the file's first version, and none is hidden */
};

/* Of a version, with all before it. */
struct change_context change_context_of(const struct site *site, const struct history_entry *entry);

/* Adds one sentence a change, like ones together, in the order of the changes. */
void italian_changes(const struct change_context *context, const struct changes *changes,
    struct arena *arena, struct sentences *sentences);

/*
 * To be said once behind the sentences of a version: "L'atto firmato non è cambiato." Empty where the changes touch
 * nothing that the signed act holds (topics, summary, the page's own dates).
 */
struct slice italian_act_unchanged(
    const struct change_context *context, const struct changes *changes);

/*
 * All that a page says of one of its versions: that the page was published, removed or restored, or what changed; that
 * the act did not change; that no reason was given. Not the secretariat's note.
 */
void italian_version_told(const struct site *site, const struct history_entry *entry,
    struct arena *arena, struct sentences *sentences);

/* --- kinds and notes --------------------------------------------------------------------------- */

/* "Pubblicazione", "Correzione della copia", "Aggiunta", "Rimossa dal sito" */
const char *italian_kind(const struct history_entry *entry);
/* "Correzione della copia" */
const char *italian_change_kind(enum change_kind kind);

/* `La segreteria scrive: "..."`; empty without a note */
struct slice italian_public_note(struct slice note, struct arena *arena);

/* Of a draft, and of what was removed: nothing is said of what was there before. */
#define ITALIAN_NO_VERSIONS "Nessuna versione che si possa leggere oggi."
#define ITALIAN_NO_REASON "La segreteria non ha indicato il motivo."
#define ITALIAN_OBSCURED                                                                   \
	"Una versione precedente di questa pagina non è più consultabile, per tutelare " \
	"dati personali."

#endif
