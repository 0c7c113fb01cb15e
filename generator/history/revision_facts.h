/*
 * What each revision of an act's file showed: whether there was a page, from when until when, and what it meant. Old
 * texts are read by today's key tables without a word about what is wrong in them (design 6), and parsed no further
 * than it takes to tell them apart.
 */
#ifndef ZONALE_HISTORY_REVISION_FACTS_H
#define ZONALE_HISTORY_REVISION_FACTS_H

#include "history/history.h"
#include "model/site.h"

/*
 * One a revision, in scratch. current: the act as it is loaded, or null for a path that holds none now. unheard
 * collects what nobody is shown; diagnostics a failure of the system.
 */
struct revision_facts *revision_facts_read(struct source *source, const struct act *current,
    const struct file_revisions *revisions, struct arena *scratch, struct diagnostics *unheard,
    struct diagnostics *diagnostics);

#endif
