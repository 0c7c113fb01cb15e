/*
 * A commit's message, as far as zonale reads it: the trailers in its last paragraph (git-interpret-trailers(1)).
 */
#ifndef ZONALE_SOURCE_MESSAGE_H
#define ZONALE_SOURCE_MESSAGE_H

#include "base/arena.h"

#define TRAILER_NOTE "Nota-pubblica"
#define TRAILER_KIND "Tipo-modifica"

/* The last paragraph, where all of its lines are trailers; else empty. The first one is the title, never trailers. */
struct slice message_trailers(struct slice message);

/* What the lines of that paragraph are; of a trailer ("Nota-pubblica: testo") its key and its value. */
enum trailer_line { TRAILER_COMMENT, TRAILER_CONTINUED, TRAILER_BEGINS, TRAILER_OTHER };
enum trailer_line trailer_line(struct slice line, struct slice *key, struct slice *value);

/* Is it this key? Their case makes no difference. */
bool trailer_is(struct slice key, const char *name);

/*
 * A message's bytes as UTF-8: as they are, or, where an old client wrote something else, as Windows-1252, of which
 * Latin-1 is the part that both have. Into the arena where it must be changed.
 */
struct slice message_text(struct slice message, struct arena *arena);

/*
 * The message without all that zonale does not read, in the arena: a title that says nothing, and the trailers
 * Nota-pubblica and Tipo-modifica as they are. Empty without any.
 */
struct slice message_reduced(struct slice message, struct arena *arena);

#endif
