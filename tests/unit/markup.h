/* A reader of HTML for tests: strict where ours must be, and with no pity. */
#ifndef ZONALE_TESTS_MARKUP_H
#define ZONALE_TESTS_MARKUP_H

#include "base/arena.h"

/*
 * The first fault of a piece of HTML, with what stands there; empty for none. Elements are known ones and balanced,
 * attributes are known, in double quotes and without '<', ids are said once, '#...' leads to one of them, '&' begins an
 * entity, no link stands inside another; no address but http, https, mailto, tel and relative ones; no control
 * character.
 */
struct slice markup_fault(struct slice html, struct arena *arena);

#endif
