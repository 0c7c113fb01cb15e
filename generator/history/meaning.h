/*
 * What a version of a file means, as a digest: equal for two texts that say the same to a reader. White space, the
 * order of keys, quoting, line breaks inside paragraphs and keys without meaning (`gia`, `accettati`, and `stato`,
 * which only decides whether there is a page) make no difference (design 6).
 */
#ifndef ZONALE_HISTORY_MEANING_H
#define ZONALE_HISTORY_MEANING_H

#include "base/digest.h"
#include "model/keys.h"
#include "parse/markdown.h"

/* md: null where the file has no body. */
struct digest meaning_of(const struct key_table *table, const struct yaml_node *root,
    const struct md *md, struct arena *scratch);

/*
 * The same made roughly, of the body's letters and digits alone (letters_digest; zeros without a body): two texts with different rough meanings differ in
 * meaning; of two with the same, meaning_of decides. It spares parsing the bodies of most old versions.
 */
struct digest meaning_rough(const struct key_table *table, const struct yaml_node *root,
    struct digest letters, struct arena *scratch);

#endif
