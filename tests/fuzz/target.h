/*
 * What the fuzz targets share. A target is a parser under bytes that nobody meant: tests/fuzz/target_NAME.c defines
 * LLVMFuzzerTestOneInput, which libFuzzer calls with ever new ones (make fuzz) and tests/fuzz/replay.c with those of
 * given files (make test). It must never crash, hang or leak, and what is promised of the parser's result must hold.
 */
#ifndef ZONALE_TESTS_FUZZ_TARGET_H
#define ZONALE_TESTS_FUZZ_TARGET_H

#include "base/diag.h"

/* Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program where the promise is broken, saying where; `seen` is shown. */
#define MUST(promise, seen) must((promise), (seen), #promise, __FILE__, __LINE__)
void must(bool kept, struct slice seen, const char *promise, const char *file, int line);

/* What one input needs. */
struct trial {
	struct arena *arena;
	struct diagnostics diagnostics;
	struct slice file, bytes;
};

void trial_begin(struct trial *trial, const uint8_t *data, size_t size);

/* Puts all that was reported into words, in both languages, and releases everything. */
void trial_end(struct trial *trial);

/* The bytes as every reader of content gets them (parse/intake.h); false where they are refused. */
bool trial_text(struct trial *trial, struct slice *text);

/* Was an error reported, as a parser that refuses has to? */
bool trial_has_error(const struct trial *trial);

/* What begins and ends in a text is a part of it. */
bool lies_in(struct slice part, struct slice whole);

/* A folder of the system, for parsers that read one; and a file in it. */
const char *trial_folder(void);
void trial_write(const char *name, struct slice bytes);

#endif
