/*
 * Every file below a folder of the system, ignored by git or not, in the order of bytes of the names. Symbolic links
 * are not followed: their target is shown as their content. Devices, FIFOs and sockets are passed by.
 */
#ifndef ZONALE_SOURCE_EVERY_FILE_H
#define ZONALE_SOURCE_EVERY_FILE_H

#include "base/diag.h"

#define EVERY_FILE_LIMIT ((size_t)50 << 20)

struct stored_file {
	struct slice path; /* below the folder; a folder's ends in '/' and has no bytes */
	struct slice bytes;
	bool too_large; /* larger than the limit: not read */
};

/* Everything in the file is valid during the call alone. */
typedef void every_file_visit(void *context, const struct stored_file *file);

/* May this be entered (a folder: ends in '/') or read? */
typedef bool every_file_wanted(void *context, struct slice path);

/* Returns 0; -1 after reporting what could not be read, all others were shown. */
int every_file(const char *folder, every_file_wanted *wanted, every_file_visit *visit,
    void *context, struct diagnostics *diagnostics);

#endif
