#include "check/sniff.h"

#include <string.h>

#include "base/unicode.h"

static bool begins(struct slice bytes, size_t at, const char *with, size_t length)
{
	return bytes.len >= at + length && memcmp(bytes.p + at, with, length) == 0;
}

#define BEGINS(bytes, at, literal) begins(bytes, at, literal, sizeof(literal) - 1)

/* SEQUENCE { OBJECT IDENTIFIER 1.2.840.113549.1.7.2 (signedData) ... */
static bool is_signed_der(struct slice bytes)
{
	static const char signed_data[] = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02";
	size_t length_bytes;

	if (bytes.len < 2 || bytes.p[0] != '\x30')
		return false;
	length_bytes = bytes.p[1] & 0x80 ? (size_t)(bytes.p[1] & 0x7F) : 0;
	return length_bytes <= 8 &&
	       begins(bytes, 2 + length_bytes, signed_data, sizeof signed_data - 1);
}

/* "MI" is base64 for the beginning of a long SEQUENCE; "Ag" or "Y" and so on then stand for the rest. */
static bool is_signed_base64(struct slice bytes)
{
	size_t seen = bytes.len < 256 ? bytes.len : 256;

	if (BEGINS(bytes, 0, "-----BEGIN PKCS7-----") || BEGINS(bytes, 0, "-----BEGIN CMS-----"))
		return true;
	if (seen < 64 || !BEGINS(bytes, 0, "MI"))
		return false;
	for (size_t i = 0; i < seen; i++)
		if (!ascii_is_alnum(bytes.p[i]) && !strchr("+/=\r\n", bytes.p[i]))
			return false;
	return true;
}

/* The mimetype comes first, stored, at a fixed place (ODF 1.2 part 3, 3.3). */
static enum content_kind zip_kind(struct slice bytes)
{
	static const char spreadsheet[] = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
	static const char text[] = "mimetypeapplication/vnd.oasis.opendocument.text";
	size_t end = 30 + sizeof text - 1;

	if (begins(bytes, 30, spreadsheet, sizeof spreadsheet - 1))
		return CONTENT_ODS;
	/* "...text-template" is another type; behind the right one the next member begins. */
	if (begins(bytes, 30, text, sizeof text - 1) && (bytes.len <= end || bytes.p[end] == 'P'))
		return CONTENT_ODT;
	return CONTENT_ZIP;
}

static bool contains_folded(struct slice text, const char *needle)
{
	size_t length = strlen(needle);

	for (size_t i = 0; i + length <= text.len; i++) {
		size_t k = 0;

		while (k < length && ascii_lower(text.p[i + k]) == needle[k])
			k++;
		if (k == length)
			return true;
	}
	return false;
}

/* Does it begin with markup, and hold what a browser would run or render as a page? */
static bool is_active(struct slice text)
{
	static const char *const signs[] = { "<html", "<!doctype html", "<script", "<svg",
		"www.w3.org/1999/xhtml", "www.w3.org/2000/svg", "<?xml-stylesheet", "<!entity" };

	if (slice_empty(text) || text.p[0] != '<')
		return false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (contains_folded(text, signs[i]))
			return true;
	return false;
}

static bool is_text(struct slice bytes)
{
	if (utf8_invalid_at(bytes) != SLICE_NONE)
		return false;
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char byte = (unsigned char)bytes.p[i];

		if ((byte < 0x20 && !strchr("\t\n\r\f", byte)) || byte == 0 || byte == 0x7F)
			return false;
	}
	return true;
}

static struct slice without_mark(struct slice text)
{
	return slice_trim(slice_starts(text, "\xEF\xBB\xBF") ? slice_from_index(text, 3) : text);
}

enum content_kind content_sniff(struct slice bytes)
{
	if (slice_find(slice_sub(bytes, 0, 1024), "%PDF-") != SLICE_NONE)
		return CONTENT_PDF;
	if (BEGINS(bytes, 0, "\x89PNG\r\n\x1A\n"))
		return CONTENT_PNG;
	if (BEGINS(bytes, 0, "\xFF\xD8\xFF"))
		return CONTENT_JPEG;
	if (BEGINS(bytes, 0, "PK\x03\x04"))
		return zip_kind(bytes);
	if (BEGINS(bytes, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
		return CONTENT_OFFICE;
	if (is_signed_der(bytes) || is_signed_base64(bytes))
		return CONTENT_SIGNED;
	if (!is_text(bytes))
		return CONTENT_UNKNOWN;
	return is_active(without_mark(bytes)) ? CONTENT_ACTIVE : CONTENT_TEXT;
}

static const struct {
	const char *extension;
	enum content_kind kind;
	const char *first; /* of a text: its first sign is one of these */
} allowed[] = {
	{ "pdf", CONTENT_PDF, NULL },
	{ "p7m", CONTENT_SIGNED, NULL },
	{ "csv", CONTENT_TEXT, NULL },
	{ "ods", CONTENT_ODS, NULL },
	{ "odt", CONTENT_ODT, NULL },
	{ "xml", CONTENT_TEXT, "<" },
	{ "json", CONTENT_TEXT, "{[" },
	{ "txt", CONTENT_TEXT, NULL },
	{ "png", CONTENT_PNG, NULL },
	{ "jpg", CONTENT_JPEG, NULL },
};

bool content_fits(struct slice extension, struct slice bytes)
{
	enum content_kind kind = content_sniff(bytes);

	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
		struct slice text;

		if (!slice_is(extension, allowed[i].extension))
			continue;
		text = without_mark(bytes);
		return kind == allowed[i].kind &&
		       (!allowed[i].first ||
			   (!slice_empty(text) && strchr(allowed[i].first, text.p[0])));
	}
	return false;
}

bool attachment_allowed(struct slice extension)
{
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (slice_is(extension, allowed[i].extension))
			return true;
	return false;
}

bool attachment_is_text(struct slice extension)
{
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (slice_is(extension, allowed[i].extension))
			return allowed[i].kind == CONTENT_TEXT;
	return false;
}

const char *content_name(enum content_kind kind)
{
	static const char *const names[] = {
		[CONTENT_UNKNOWN] = "?",
		[CONTENT_PDF] = "PDF",
		[CONTENT_SIGNED] = "p7m",
		[CONTENT_PNG] = "PNG",
		[CONTENT_JPEG] = "JPEG",
		[CONTENT_ODS] = "ODS",
		[CONTENT_ODT] = "ODT",
		[CONTENT_ZIP] = "ZIP (.docx, .xlsx)",
		[CONTENT_OFFICE] = "Word, Excel (.doc, .xls)",
		[CONTENT_TEXT] = "TXT",
		[CONTENT_ACTIVE] = "HTML, SVG",
	};

	return names[kind];
}
