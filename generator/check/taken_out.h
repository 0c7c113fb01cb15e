/*
 * Personal data that a correction took out of a page and left in its earlier versions (design 4.4): the comparison would
 * show just that. An error until oscuramenti.yaml covers them; `accettati` of the file may silence it.
 *
 * What passes for personal is what check/personal.h finds. Details of a kind that the version itself or today's file
 * accepts (the telephone of an office) are passed over, and so is what today's file still holds: of that the rules speak
 * that look at today's text.
 */
#ifndef ZONALE_CHECK_TAKEN_OUT_H
#define ZONALE_CHECK_TAKEN_OUT_H

#include "history/site_history.h"

struct taken_out;

/* For a history that so many workers read; its listener is valid until the end. */
struct taken_out *taken_out_new(const struct site *site, unsigned workers);
const struct history_listener *taken_out_listener(const struct taken_out *taken_out);

/* Reports what was found: of each file one error a kind, with the newest version that has it. Then frees it. */
void taken_out_end(struct taken_out *taken_out, struct diagnostics *diagnostics);

#endif
