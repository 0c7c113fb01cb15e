#include "base/inflate.h"

#include <stdlib.h>

/* Its input is const then. */
#define ZLIB_CONST
#include <zlib.h>

#define PIECE ((size_t)64 * 1024)

/* zlib counts in unsigned int. */
#define MOST_AT_ONCE ((size_t)1 << 30)

static int window_bits(enum inflate_format format)
{
	switch (format) {
	case INFLATE_ZLIB: return MAX_WBITS;
	case INFLATE_GZIP: return MAX_WBITS + 16;
	case INFLATE_RAW: return -MAX_WBITS;
	}
	return MAX_WBITS;
}

enum inflate_end inflate_bytes(
    struct slice bytes, enum inflate_format format, size_t limit, struct buffer *out, size_t *used)
{
	z_stream stream = { 0 };
	size_t given = bytes.len < MOST_AT_ONCE ? bytes.len : MOST_AT_ONCE, begin = out->len;
	int result = inflateInit2(&stream, window_bits(format));

	if (result != Z_OK)
		abort();
	stream.next_in = (const Bytef *)bytes.p;
	stream.avail_in = (uInt)given;
	while (result == Z_OK && out->len - begin < limit) {
		size_t room = limit - (out->len - begin);

		if (room > PIECE)
			room = PIECE;
		buffer_reserve(out, room);
		stream.next_out = (Bytef *)out->p + out->len;
		stream.avail_out = (uInt)room;
		result = inflate(&stream, Z_NO_FLUSH);
		out->len += room - stream.avail_out;
		out->p[out->len] = '\0';
	}
	if (used)
		*used = given - stream.avail_in;
	inflateEnd(&stream);
	return result == Z_STREAM_END ? INFLATE_WHOLE
	       : result == Z_OK       ? INFLATE_CUT
				      : INFLATE_BROKEN;
}
