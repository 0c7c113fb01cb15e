/*
 * Whom a change is about: an attendance added, a vote corrected, a municipality named or no longer named.
 */
#ifndef ZONALE_HISTORY_CHANGE_NAMES_H
#define ZONALE_HISTORY_CHANGE_NAMES_H

#include "history/change.h"

/*
 * Is the change about this struct of the model? It is where only one of its sides refers to it, and where something
 * changed inside an item whose identity refers to it.
 */
bool change_names(const struct change *change, const void *found);

#endif
