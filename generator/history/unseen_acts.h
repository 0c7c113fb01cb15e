/*
 * Of acts that nobody may see today, drafts or such as are gone, a history tells no more than the pages of today: not
 * that another file named them, nor what it said of them. Of one that was removed for the personal data in it, not how
 * agendas and evidence called it.
 */
#ifndef ZONALE_HISTORY_UNSEEN_ACTS_H
#define ZONALE_HISTORY_UNSEEN_ACTS_H

#include "history/change.h"
#include "model/site.h"

/* Takes such changes of the file's keys out of `changes`, or out of one of their sides; were there any? file: as it is
 * loaded today, or null. */
bool leave_out_unseen_acts(const struct site *site, const struct content_file *file,
    struct arena *scratch, struct changes *changes);

#endif
