/* What was reported, as text that a table of cases can hold. */
#ifndef ZONALE_TESTS_REPORTED_H
#define ZONALE_TESTS_REPORTED_H

#include "base/diag.h"

/*
 * "2:3+1 YAML_TAB; 4:1+5 YAML_DUPLICATE_KEY nome,2": line, column, length, name and arguments of
 * each diagnostic in the order of reporting; "" for none. A literal NUL-terminated string in the
 * arena.
 */
const char *reported(const struct diagnostics *diagnostics, struct arena *arena);

/*
 * The path of a file of shared test data, or null (having printed a line that says so) where it is
 * not on this machine: a test then skips.
 */
const char *shared_data(const char *name, struct arena *arena);

#endif
