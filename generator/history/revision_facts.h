/*
 * What each revision of a file showed: whether there was a page, from when, until when. Of acts their keys decide; any
 * other file is shown as long as it stands.
 */
#ifndef ZONALE_HISTORY_REVISION_FACTS_H
#define ZONALE_HISTORY_REVISION_FACTS_H

#include "history/old_text.h"

/* One a revision, in the reader's scratch; texts: one a revision. */
struct revision_facts *revision_facts_read(const struct old_text_reader *reader,
    const struct file_revisions *revisions, const struct old_text *texts);

#endif
