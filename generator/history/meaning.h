/*
 * What a version of a file means, as a digest: equal for two texts that say the same to a reader. White space, the
 * order of keys, quoting, line breaks inside paragraphs, keys left empty and keys without meaning (`accettati`, and
 * those that their table says have none: `gia`, `stato`) make no difference (design 6).
 */
#ifndef ZONALE_HISTORY_MEANING_H
#define ZONALE_HISTORY_MEANING_H

#include "base/digest.h"
#include "model/keys.h"
#include "parse/markdown.h"

/* Of the keys alone. */
struct digest meaning_of_keys(
    const struct key_table *table, const struct yaml_node *root, struct arena *scratch);

/*
 * Of keys and body together: the digest of the keys, and the parsed body, or null without one. Where the letters and
 * digits of two bodies differ (letters_digest), their meanings do, and neither needs to be parsed.
 */
struct digest meaning_of(struct digest keys, const struct md *md);

/* For a text that no other one resembles: unlike all that meaning_of gives, and for each number another. */
struct digest meaning_unlike(size_t number);

#endif
