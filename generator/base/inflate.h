/* What zlib packed (RFC 1950 to 1952), unpacked; zlib's only home. */
#ifndef ZONALE_BASE_INFLATE_H
#define ZONALE_BASE_INFLATE_H

#include "base/buffer.h"

enum inflate_format { INFLATE_ZLIB, INFLATE_GZIP, INFLATE_RAW };

enum inflate_end {
	INFLATE_WHOLE,  /* to its end */
	INFLATE_CUT,    /* longer than the limit: as much as that */
	INFLATE_BROKEN, /* as much as could be read, perhaps nothing */
};

/*
 * Adds what the bytes unpack to, at most `limit`. *used (may be null): how many bytes of the input it took; what stands
 * behind them is not looked at.
 */
enum inflate_end inflate_bytes(
    struct slice bytes, enum inflate_format format, size_t limit, struct buffer *out, size_t *used);

#endif
