/* Changes of keys as text that a table of cases can hold. */
#ifndef ZONALE_TESTS_CHANGE_TEXT_H
#define ZONALE_TESTS_CHANGE_TEXT_H

#include "base/buffer.h"
#include "history/change.h"

/*
 * "+data=2031", "-data=2031", "data=2031>2032"; "+enti(alfa)" for items; "presenze[alfa].esito=presente>assente" for
 * what is inside one, named by its identity unless `anonymous`; "?+vecchia=1" for what can't be read. Expects what
 * history/change.h promises of each.
 */
void change_text(struct buffer *out, const struct change *change, bool anonymous);

/* All of them in order, parted by "; ". In the arena. */
const char *changes_text(const struct changes *changes, struct arena *arena);

#endif
