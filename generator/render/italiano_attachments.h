/* Sentences on attachments: what a file is, how large, in which language, and who can read it. */
#ifndef ZONALE_RENDER_ITALIANO_ATTACHMENTS_H
#define ZONALE_RENDER_ITALIANO_ATTACHMENTS_H

#include "model/act.h"

/* "documento PDF", "foglio di calcolo ODS"; by the name's extension, which check holds against the content */
struct slice italian_file_kind(struct slice name, struct arena *arena);
/* "documento PDF, 1,2 MB, 12 pagine": what a link to the file says of it; where there is none, "file non disponibile" */
struct slice italian_attachment_format(const struct attachment *attachment, struct arena *arena);
/* "relazione, originale, firmato, in tedesco": what its keys say; may be empty */
struct slice italian_attachment(const struct attachment *attachment, struct arena *arena);
/* "1.258.291 byte" */
struct slice italian_bytes(uint64_t bytes, struct arena *arena);
/* "in tedesco" for "de"; empty for Italian, or where no language is given */
struct slice italian_in_language(struct slice code, struct arena *arena);
/* What it takes to open the file, where that is more than what every computer has; may be empty. */
struct slice italian_attachment_opening(const struct attachment *attachment);
/*
 * Can a screen reader read it? Empty where the content does not say. whole_text: the act's own text is on the same page.
 * The alternative is not named: it is a link.
 */
struct slice italian_attachment_reading(
    const struct attachment *attachment, bool whole_text, struct arena *arena);

#endif
