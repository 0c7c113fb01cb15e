/*
 * What every content file goes through before anything reads it (design 4): UTF-8 and nothing else,
 * without a byte order mark, lines ended by LF, in normal form C, and no character that a reader
 * can't see but a program obeys.
 */
#ifndef ZONALE_PARSE_INTAKE_H
#define ZONALE_PARSE_INTAKE_H

#include "base/diag.h"

/*
 * Brings a file's bytes to that form: the byte order mark is dropped, CR LF and a lone CR become
 * LF, the rest is refused with its place. The text points into `bytes` where nothing had to change,
 * else into the arena. Returns 0, or -1 after reporting every kind of fault found (at most ten
 * places of each).
 */
int text_intake(struct slice bytes, struct slice file, struct arena *arena,
    struct diagnostics *diagnostics, struct slice *text);

enum text_fault {
	TEXT_FINE,
	TEXT_CONTROL,   /* C0 and C1 controls but tab and LF, line separators, noncharacters, BOM */
	TEXT_DIRECTION, /* U+202A-202E, U+2066-2069: they show text in another order than it is in */
};

/* May this code point stand in content? Asked again for what an escape in YAML stands for. */
enum text_fault text_fault_of(int32_t code_point);

#endif
