/*
 * What a file said at some time, read by today's key tables (design 6): unknown and retired keys are passed over, and
 * no word is said about what is wrong. References are resolved in today's registers; one to an act that nobody may see
 * now finds nothing.
 */
#ifndef ZONALE_MODEL_PAST_H
#define ZONALE_MODEL_PAST_H

#include "model/site.h"

/*
 * A struct of the table of this kind of file, read from the mapping `root` into the arena. `folder` is the file's
 * (struct content_file): the programme's years, an act's year. Texts borrow from the tree.
 */
void *past_read(const struct site *site, enum file_kind kind, struct slice folder,
    const struct yaml_node *root, struct arena *arena, struct diagnostics *unheard);

/*
 * What resolving needs of such a text, for values of it that were kept (model/keys_stored.h): the year that says whose
 * points, goals and actions its ids mean, and that programme, or null.
 */
int32_t past_year(enum file_kind kind, struct slice folder, const struct yaml_node *root);
const struct programme *past_programme(
    const struct site *site, enum file_kind kind, struct slice folder, int32_t year);

/* What a reference of then names today, or null. */
const void *past_target(const struct site *site, const struct programme *programme,
    enum target target, struct slice id, struct arena *scratch);

bool act_has_secret_vote(const struct act *act);

/*
 * Who is said today to have voted in secret is not named by a text that called the vote an open one: where today's act
 * has a secret vote, such an act from past_read names the voters of those votes alone that are open today, too.
 */
void past_forget_secret_voters(const struct act *today, struct act *act);

/*
 * Gives an act from past_read the place, names and address of today's act, and its own reference and titles, as pages of
 * old versions show them. Status, visibility and links from others stay those of nobody.
 */
void past_derive_act(const struct act *today, struct act *act, struct arena *arena);

#endif
