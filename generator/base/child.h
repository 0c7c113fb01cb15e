/*
 * Another program, given bytes and asked for text: no shell, no files, nothing of our environment, bounds on time and
 * memory. What it gets is on its standard input, as a file of memory alone, so that it may seek in it.
 */
#ifndef ZONALE_BASE_CHILD_H
#define ZONALE_BASE_CHILD_H

#include "base/buffer.h"

struct child_limits {
	unsigned seconds; /* of processor, and twice as many by the clock */
	size_t memory;    /* bytes of address space */
	size_t output;    /* bytes: what goes beyond is dropped */
};

/*
 * Runs the program `argv[0]`, looked for along PATH, and adds what it writes on standard output; what it says on
 * standard error is lost. Returns its exit status, 0 to 255; -1 with errno: ENOENT where there is no such program,
 * ETIMEDOUT or ECANCELED where it was stopped, another where the system failed.
 */
int child_run(const char *const *argv, struct slice input, const struct child_limits *limits,
    struct buffer *output);

#endif
