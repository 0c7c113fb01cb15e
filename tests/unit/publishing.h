/*
 * A folder to publish to, for tests: each test runs in a process of its own, inside a fresh temporary folder
 * that is removed at its end, with OUT = "out".
 */
#ifndef ZONALE_TESTS_PUBLISHING_H
#define ZONALE_TESTS_PUBLISHING_H

#include "write/publish.h"

/* Makes the folder and enters it; removes it with all that is in it. */
void folder_enter(void);
void folder_leave(void);

/*
 * Things done by hand to files, one a line: "write PATH TEXT", "link PATH TARGET", "folder PATH", "fifo PATH",
 * "remove PATH" (with all below it), "mode PATH OCTAL".
 */
void meddle(const char *lines);

/* Gives files to publish, one a line: "PATH CLASS TEXT" with CLASS a, p, l or h; -1 where one was refused. */
int give(struct publish *publish, const char *lines, struct diagnostics *d);

/*
 * One build of such files to "out", of mode "prova"; what it came to, in the arena: "written/unchanged/removed"
 * or "refused".
 */
const char *publish_once(const char *lines, bool adopt, struct diagnostics *d, struct arena *arena);

/*
 * Everything below a folder except its .zonale, sorted, in the arena: "a/ a/b=TEXT c->TARGET d|", folders with a
 * '/', links with "->", other things with '|'.
 */
const char *tree(const char *folder, struct arena *arena);

#endif
