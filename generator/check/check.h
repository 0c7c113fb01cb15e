/*
 * What needs a look across values, files and days: the rules beyond the format (design 4.4).
 *
 * Keys, types, names of files and unknown references are reported where they are read and linked (model/).
 * Here a table of rules (check.c) is applied to the linked, const site; each rule reports entries of
 * base/diag.def and nothing else:
 *
 *     250-259  registers, settings, `accettati`       420-439  programme, official text, progress
 *     300-359  acts                                   500-509  personal data in texts and names of files
 *     360-369  meetings                               520-529  oscuramenti, cessati, note_pubbliche
 *     370-381  attachments                            620-629, 660-669  history: reasons, vanished acts
 *
 * The order of calls in a build: check_site, check_history where there is one, whatever else has
 * something to say, and check_accepted last, on the one list that holds everything.
 */
#ifndef ZONALE_CHECK_CHECK_H
#define ZONALE_CHECK_CHECK_H

#include "history/site_history.h"

/*
 * Applies every rule. Files whose text or content must be read again (attachments, the search for personal
 * data) are shared out among the workers, one file in memory for each; the list is the same for any number.
 * Returns 0; -1 after a failure of the system was reported.
 */
int check_site(const struct site *site, unsigned workers, struct diagnostics *diagnostics);

/*
 * For each path of an act's file that was once public ("content/atti/2024/dczi-1.md"): an error where it is
 * gone, or nobody sees it any more, and neither `gia` of another act nor cessati.yaml explains it. What
 * drafts show in a preview does not count. Paths of other kinds are passed over.
 */
void check_vanished(const struct site *site, const struct slice *once_public, size_t count,
    struct diagnostics *diagnostics);

/* What is wrong with versions that were published: vanished acts, changes without a reason, personal data past their term. */
void check_history(const struct site_history *history, struct diagnostics *diagnostics);

/*
 * Marks what `accettati` silences in its own file (of an act: its attachments too) and reports entries with
 * an unknown rule, with one that can't be accepted, and those that silence nothing.
 */
void check_accepted(const struct site *site, struct diagnostics *diagnostics);

/* May `accettati` silence it? Notes, warnings and personal data (500-509); no other error. */
bool diag_acceptable(enum diag_id id);

#endif
