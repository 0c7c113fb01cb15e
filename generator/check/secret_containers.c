#include "check/secret_containers.h"

#include <string.h>

#include "base/inflate.h"

/* One part of a container. */
#define PART_MAX ((size_t)64 << 20)

static unsigned at_le(struct slice bytes, size_t at, unsigned size)
{
	unsigned value = 0;

	while (size-- > 0)
		value = value << 8 | (unsigned char)bytes.p[at + size];
	return value;
}

static size_t find_from(struct slice bytes, size_t from, const char *mark, size_t size)
{
	const char *found =
	    from < bytes.len ? memmem(bytes.p + from, bytes.len - from, mark, size) : NULL;

	return found ? (size_t)(found - bytes.p) : SLICE_NONE;
}

static bool holds(struct slice bytes, const char *mark, size_t size)
{
	return find_from(bytes, 0, mark, size) != SLICE_NONE;
}

/* Unpacks and shows. *ended (may be null) is how it ended; *used how much it took. Returns gaps. */
static unsigned show_packed(struct secret_opener *opener, struct slice bytes,
    enum inflate_format format, unsigned way, enum inflate_end *ended, size_t *used)
{
	size_t limit = opener->budget < PART_MAX ? opener->budget : PART_MAX;
	struct buffer out = { 0 };
	enum inflate_end end = inflate_bytes(bytes, format, limit, &out, used);

	opener->budget -= out.len;
	if (out.len)
		opener->part(opener->context, buffer_slice(&out), way);
	buffer_release(&out);
	if (ended)
		*ended = end;
	return end == INFLATE_CUT ? SECRET_GAP_TOO_LARGE : 0;
}

/* --- PDF ------------------------------------------------------------------------------------------ */

/* Each stream of a PDF, whether its filter is Flate or not: zlib tells. */
static unsigned open_streams(struct secret_opener *opener, struct slice pdf)
{
	unsigned gaps = 0;
	size_t at = 0;

	while ((at = find_from(pdf, at, "stream", 6)) != SLICE_NONE) {
		size_t used = 0;

		at += 6;
		if (at < pdf.len && pdf.p[at] == '\r')
			at++;
		if (at < pdf.len && pdf.p[at] == '\n')
			at++;
		/* The first half-byte names the method: 8 is the only one. */
		if (at < pdf.len && (pdf.p[at] & 0x0F) == 8)
			gaps |= show_packed(opener, slice_from_index(pdf, at), INFLATE_ZLIB,
			    SECRET_PDF, NULL, &used);
	}
	return gaps;
}

static unsigned open_pdf(struct secret_opener *opener, struct slice pdf)
{
	struct buffer text = { 0 };
	enum pdf_answer answer = PDF_NO_READER;
	unsigned gaps = open_streams(opener, pdf);
	bool locked = holds(pdf, "/Encrypt", 8);

	if (opener->read_pdf)
		answer = opener->read_pdf(opener->pdf_context, pdf, &text);
	if (text.len)
		opener->part(opener->context, buffer_slice(&text), SECRET_PDF_TEXT);
	if (answer == PDF_NO_TEXT)
		gaps |= SECRET_GAP_NO_TEXT;
	buffer_release(&text);
	if (answer == PDF_LOCKED)
		gaps |= locked ? SECRET_GAP_LOCKED : SECRET_GAP_BROKEN;
	if (answer == PDF_NO_READER)
		gaps |= SECRET_GAP_NO_READER | (locked ? SECRET_GAP_LOCKED : 0);
	return gaps;
}

/* --- ZIP ------------------------------------------------------------------------------------------ */

#define ZIP_HEADER 30
#define ZIP_ENCRYPTED 1
#define ZIP_SIZES_BEHIND 8

/* The member whose header begins at `at`; returns where the next may begin. */
static size_t open_member(struct secret_opener *opener, struct slice zip, size_t at, unsigned *gaps)
{
	unsigned flags = at_le(zip, at + 6, 2), method = at_le(zip, at + 8, 2);
	size_t size = at_le(zip, at + 18, 4), used = 0;
	size_t begin = at + ZIP_HEADER + at_le(zip, at + 26, 2) + at_le(zip, at + 28, 2);
	struct slice rest;
	enum inflate_end end;

	if (begin > zip.len) {
		*gaps |= SECRET_GAP_BROKEN;
		return zip.len;
	}
	rest = slice_from_index(zip, begin);
	if (flags & ZIP_ENCRYPTED) {
		*gaps |= SECRET_GAP_LOCKED;
	} else if (method == 8) {
		*gaps |= show_packed(opener, rest, INFLATE_RAW, SECRET_ZIP, &end, &used);
		if (end == INFLATE_BROKEN)
			*gaps |= SECRET_GAP_BROKEN;
	} else if (method == 0) {
		if (flags & ZIP_SIZES_BEHIND && size == 0) {
			size_t next = find_from(rest, 0, "PK", 2);

			size = next == SLICE_NONE ? rest.len : next;
		}
		opener->part(opener->context, slice_sub(rest, 0, size), SECRET_ZIP);
		used = size < rest.len ? size : rest.len;
	} else {
		*gaps |= SECRET_GAP_ARCHIVE;
	}
	return begin + used;
}

static unsigned open_zip(struct secret_opener *opener, struct slice zip)
{
	unsigned gaps = 0;
	size_t at = 0;

	while ((at = find_from(zip, at, "PK\3\4", 4)) != SLICE_NONE && at + ZIP_HEADER <= zip.len)
		at = open_member(opener, zip, at, &gaps);
	return gaps;
}

/* --- the others ----------------------------------------------------------------------------------- */

static unsigned open_gzip(struct secret_opener *opener, struct slice bytes)
{
	unsigned gaps = 0;
	enum inflate_end end = INFLATE_WHOLE;

	/* Several may stand one behind the other. */
	while (end == INFLATE_WHOLE && bytes.len > 2 && memcmp(bytes.p, "\x1F\x8B", 2) == 0) {
		size_t used = 0;

		gaps |= show_packed(opener, bytes, INFLATE_GZIP, SECRET_GZIP, &end, &used);
		bytes = slice_from_index(bytes, used ? used : bytes.len);
	}
	return gaps | (end == INFLATE_BROKEN ? SECRET_GAP_BROKEN : 0);
}

/* zTXt, iTXt and iCCP hold names that end in NUL, then what zlib packed: tried where that could begin. */
static unsigned open_png(struct secret_opener *opener, struct slice png)
{
	unsigned gaps = SECRET_GAP_PICTURE;
	size_t at = 8;

	while (at + 12 <= png.len) {
		const unsigned char *p = (const unsigned char *)png.p + at;
		size_t size = (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
		struct slice type = slice_sub(png, at + 4, at + 8);
		struct slice data = slice_sub(png, at + 8, at + 8 + size);

		if (slice_is(type, "zTXt") || slice_is(type, "iTXt") || slice_is(type, "iCCP"))
			for (size_t i = 1; i < data.len && i < 512; i++)
				if (data.p[i] == 0x78 && data.p[i - 1] == '\0')
					gaps |= show_packed(opener, slice_from_index(data, i),
					    INFLATE_ZLIB, SECRET_PICTURE, NULL, NULL);
		at += 12 + size;
	}
	return gaps;
}

/*
 * Signed files in BER come in pieces: octet strings of some kilobytes inside one of unknown length (RFC 5652, X.690
 * 8.7). Shown once more, put together.
 */
static void join_pieces(struct secret_opener *opener, struct slice bytes)
{
	size_t at = find_from(bytes, 0, "\x24\x80\x04", 3), pieces = 0;
	struct buffer whole = { 0 };

	for (at += at == SLICE_NONE ? 1 : 2; at > 0 && at + 2 < bytes.len && bytes.p[at] == 4;
	     pieces++) {
		size_t size = (unsigned char)bytes.p[at + 1], digits = size & 0x7F;

		at += 2;
		if (size & 0x80) {
			if (digits == 0 || digits > 4 || at + digits > bytes.len)
				break;
			size = 0;
			while (digits-- > 0)
				size = size << 8 | (unsigned char)bytes.p[at++];
		}
		buffer_add(&whole, slice_sub(bytes, at, at + size));
		at += size;
	}
	if (pieces > 0)
		opener->part(opener->context, buffer_slice(&whole), 0);
	buffer_release(&whole);
}

struct mark {
	const char *bytes;
	size_t size;
};
#define MARK(literal)                        \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static bool begins_with_any(struct slice bytes, const struct mark *marks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes.len >= marks[i].size &&
		    memcmp(bytes.p, marks[i].bytes, marks[i].size) == 0)
			return true;
	return false;
}

static unsigned known_gaps(struct slice bytes)
{
	static const struct mark archives[] = { MARK("7z\xBC\xAF\x27\x1C"), MARK("Rar!\x1A\x07"),
		MARK("\xFD"
		     "7zXZ"),
		MARK("BZh"), MARK("\x28\xB5\x2F\xFD"), MARK("\x04\x22\x4D\x18"), MARK("PACK\0\0\0"),
		MARK("# v2 git bundle"), MARK("# v3 git bundle"), MARK("\x1F\x9D") };
	static const struct mark pictures[] = { MARK("\xFF\xD8\xFF"), MARK("GIF8"), MARK("II*\0"),
		MARK("MM\0*"), MARK("BM") };
	static const char locked_office[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	static const struct mark office[] = { MARK("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") };
	unsigned gaps = 0;

	if (begins_with_any(bytes, archives, sizeof archives / sizeof *archives))
		gaps |= SECRET_GAP_ARCHIVE;
	if (begins_with_any(bytes, pictures, sizeof pictures / sizeof *pictures) &&
	    memchr(bytes.p, '\0', bytes.len))
		gaps |= SECRET_GAP_PICTURE;
	if (begins_with_any(bytes, office, 1) &&
	    holds(bytes, locked_office, sizeof locked_office - 1))
		gaps |= SECRET_GAP_LOCKED;
	return gaps;
}

/* Where a PDF begins: in signed files not at the beginning, and then it must have its end too. */
static size_t pdf_begin(struct slice bytes)
{
	size_t at = find_from(slice_sub(bytes, 0, 4096), 0, "%PDF-", 5);

	return at == 0 || (at != SLICE_NONE && holds(bytes, "startxref", 9)) ? at : SLICE_NONE;
}

unsigned secret_open(struct secret_opener *opener, struct slice bytes)
{
	unsigned gaps = known_gaps(bytes);
	size_t pdf = pdf_begin(bytes), zip = find_from(slice_sub(bytes, 0, 4096), 0, "PK\3\4", 4);
	bool in_pieces = holds(slice_sub(bytes, 0, 4096), "\x24\x80\x04", 3);

	/* An ODF file says in its manifest which of its members are encrypted. */
	if (holds(bytes, "manifest:encryption-data", 24))
		gaps |= SECRET_GAP_LOCKED;
	if (in_pieces)
		join_pieces(opener, bytes);
	else if (pdf != SLICE_NONE)
		gaps |= open_pdf(opener, slice_from_index(bytes, pdf));
	else if (zip != SLICE_NONE)
		gaps |= open_zip(opener, slice_from_index(bytes, zip));
	else if (bytes.len > 2 && memcmp(bytes.p, "\x1F\x8B", 2) == 0)
		gaps |= open_gzip(opener, bytes);
	else if (bytes.len > 8 && memcmp(bytes.p, "\x89PNG", 4) == 0)
		gaps |= open_png(opener, bytes);
	return gaps;
}
