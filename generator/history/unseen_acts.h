/*
 * Of acts that nobody may see today, drafts or such as are gone, a history tells no more than the pages of today: not
 * that another act named them, nor what it said of them.
 */
#ifndef ZONALE_HISTORY_UNSEEN_ACTS_H
#define ZONALE_HISTORY_UNSEEN_ACTS_H

#include "history/change.h"
#include "model/site.h"

/* Takes such changes of an act's keys out of `changes`; were there any? */
bool leave_out_unseen_acts(const struct site *site, struct arena *scratch, struct changes *changes);

#endif
