/*
 * What a commit says to the public: the trailers of its message (git-interpret-trailers(1): the last
 * paragraph, where all of its lines are trailers). Nothing else of a message is ever published.
 */
#ifndef ZONALE_HISTORY_TRAILERS_H
#define ZONALE_HISTORY_TRAILERS_H

#include "source/log.h"

/* The words of `Tipo-modifica:` and of note_pubbliche.tipo (design 10). */
enum change_kind {
	KIND_NONE,
	KIND_COPY,       /* correzione_copia */
	KIND_DATA,       /* correzione_dati */
	KIND_ADDITION,   /* aggiunta */
	KIND_ATTACHMENT, /* allegato */
	KIND_UPDATE,     /* aggiornamento */
	KIND_OBSCURING, /* never declared: the first version that may be shown behind some that may not */
};

struct commit_note {
	struct slice note; /* of Nota-pubblica, NFC, on one line; empty for none */
	enum change_kind kind;
};

/* The kind with this name; KIND_NONE where there is none. */
enum change_kind change_kind_from(struct slice word);

/*
 * Several notes are joined by a blank; of several kinds the last holds. A kind that is none is a warning and is
 * passed over.
 */
struct commit_note commit_note_read(
    const struct source_commit *commit, struct arena *arena, struct diagnostics *diagnostics);

#endif
