/*
 * A folder of its own for a test, and shell commands in it with git set up so that nothing of the machine's
 * reaches in: no configuration, fixed names and dates.
 */
#ifndef ZONALE_TESTS_REPOSITORY_FIXTURE_H
#define ZONALE_TESTS_REPOSITORY_FIXTURE_H

#include "base/arena.h"
#include "base/diag.h"

struct fixture {
	struct arena *arena;
	const char *folder; /* absolute, without symbolic links */
	struct diagnostics diagnostics;
};

void fixture_init(struct fixture *fixture);
void fixture_release(struct fixture *fixture);

/* An absolute path below the folder. */
const char *fixture_path(struct fixture *fixture, const char *name);

/*
 * Runs a script with `sh -e` in the folder; the test fails where the script does. In it `commit MESSAGE [DATE]`
 * records everything in the current repository, DATE as git takes it ("1709251200 +0000").
 */
void fixture_run(struct fixture *fixture, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What the script writes on standard output. */
struct slice fixture_output(struct fixture *fixture, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* How often the diagnostic was reported, and forgets all of them. */
size_t fixture_reported(const struct fixture *fixture, enum diag_id id);
void fixture_forget(struct fixture *fixture);

#endif
