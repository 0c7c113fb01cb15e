/*
 * Old contents of files. What was wrong with them then nobody can mend now: only that the repository can't be read is
 * told.
 */
#ifndef ZONALE_HISTORY_OLD_BLOB_H
#define ZONALE_HISTORY_OLD_BLOB_H

#include "source/source.h"

/* Returns 1 with the bytes in the arena, 0 where there are more than `limit`, -1 after reporting a failure. */
int old_blob_read(struct source *source, const unsigned char oid[SOURCE_OID_SIZE],
    struct slice path, size_t limit, struct arena *arena, struct slice *bytes,
    struct diagnostics *diagnostics);

#endif
