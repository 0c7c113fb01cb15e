/*
 * What changed between two texts of a file: its keys and its body together, and what kind of change of the page that is.
 */
#ifndef ZONALE_HISTORY_VERSION_CHANGES_H
#define ZONALE_HISTORY_VERSION_CHANGES_H

#include "history/change.h"
#include "history/old_text.h"
#include "history/trailers.h"

/*
 * Adds what changed, in the arena; nothing where both say the same (design 6: white space, the order of keys and quoting
 * say nothing). The texts are readable. False where they may not be kept: something is left
 * out because nobody may see it, or was never to be seen.
 */
bool version_changes(const struct old_text_reader *reader, struct old_text *before,
    struct old_text *after, struct arena *arena, struct changes *changes);

/*
 * The kind of change of the page of a file of this kind: as declared; else as the changes look. That something is
 * corrected is said only of what had once been fixed: an act, a regulation, an entry of progress. A meeting that is
 * held, a deadline that moves and what this site says of an act are brought up to date.
 */
enum change_kind version_change_kind(
    enum file_kind file, const struct changes *changes, enum change_kind declared);

/* Did text or votes change? Then a reason is owed (design 6). */
bool version_owes_reason(const struct changes *changes);

#endif
