#include "source/message.h"

#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"

/* 0x80 to 0x9f of Windows-1252 (encoding.spec.whatwg.org, index windows-1252); 0: no character. */
static const uint16_t windows_1252[32] = { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020,
	0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c,
	0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178 };

static int32_t character_of(unsigned char byte)
{
	int32_t code = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

	return code ? code : byte;
}

struct slice message_text(struct slice message, struct arena *arena)
{
	size_t len = 0;
	char *text;

	if (utf8_invalid_at(message) == SLICE_NONE)
		return message;
	text = arena_alloc(arena, message.len * 3);
	for (size_t i = 0; i < message.len; i++)
		len += utf8_encode(character_of((unsigned char)message.p[i]), text + len);
	return (struct slice){ text, len };
}

static bool is_blank(struct slice line)
{
	return slice_empty(slice_trim(line));
}

static bool is_comment(struct slice line)
{
	return line.len && line.p[0] == '#';
}

static bool is_continuation(struct slice line)
{
	return line.len && ascii_is_space(line.p[0]);
}

/* "Nota-pubblica: testo", blanks allowed before the colon: true with both parts. */
static bool is_trailer(struct slice line, struct slice *key, struct slice *value)
{
	size_t at = 0, end;

	while (at < line.len && (ascii_is_alnum(line.p[at]) || line.p[at] == '-'))
		at++;
	end = at;
	while (at && at < line.len && (line.p[at] == ' ' || line.p[at] == '\t'))
		at++;
	if (end == 0 || at == line.len || line.p[at] != ':')
		return false;
	*key = slice_sub(line, 0, end);
	*value = slice_trim(slice_from_index(line, at + 1));
	return true;
}

/* What git itself writes at a message's end: with it other lines are borne with. */
static bool is_gits_own(struct slice line)
{
	return slice_starts(line, "Signed-off-by: ") ||
	       slice_starts(line, "(cherry picked from commit ");
}

/* Is it a paragraph of trailers, and not of prose that happens to hold a colon? */
static bool is_trailer_block(struct slice paragraph)
{
	size_t trailers = 0, others = 0;
	bool own = false, after_trailer = false;
	struct slice line, key, value;

	while (slice_next_line(&paragraph, &line)) {
		if (is_comment(line))
			continue;
		if (is_continuation(line) && after_trailer)
			continue;
		after_trailer = is_gits_own(line) || is_trailer(line, &key, &value);
		trailers += after_trailer;
		others += !after_trailer;
		own = own || is_gits_own(line);
	}
	return trailers && (others == 0 || (own && trailers * 3 >= others));
}

/* The last paragraph; empty where it is the first, the title. */
static struct slice last_paragraph(struct slice message)
{
	struct slice rest = message, line, found = SLICE("");
	size_t paragraphs = 0;
	bool inside = false;

	while (slice_next_line(&rest, &line)) {
		const char *end = rest.len ? rest.p : message.p + message.len;

		if (is_blank(line)) {
			inside = false;
			continue;
		}
		if (is_comment(line) && !inside)
			continue;
		if (!inside) {
			found.p = line.p;
			paragraphs++;
		}
		inside = true;
		found.len = (size_t)(end - found.p);
	}
	return paragraphs > 1 ? found : SLICE("");
}

bool trailer_is(struct slice key, const char *name)
{
	if (key.len != strlen(name))
		return false;
	for (size_t i = 0; i < key.len; i++)
		if (ascii_lower(key.p[i]) != ascii_lower(name[i]))
			return false;
	return true;
}

struct slice message_trailers(struct slice message)
{
	struct slice paragraph = last_paragraph(message);

	return is_trailer_block(paragraph) ? paragraph : SLICE("");
}

enum trailer_line trailer_line(struct slice line, struct slice *key, struct slice *value)
{
	if (is_comment(line))
		return TRAILER_COMMENT;
	if (is_continuation(line))
		return TRAILER_CONTINUED;
	return is_trailer(line, key, value) ? TRAILER_BEGINS : TRAILER_OTHER;
}

struct slice message_reduced(struct slice message, struct arena *arena)
{
	struct slice rest = message_trailers(message), line, key, value, result = SLICE("");
	struct buffer kept = { 0 };
	bool wanted = false;

	while (slice_next_line(&rest, &line)) {
		enum trailer_line is = trailer_line(line, &key, &value);

		if (is == TRAILER_COMMENT)
			continue;
		if (is != TRAILER_CONTINUED)
			wanted = is == TRAILER_BEGINS &&
				 (trailer_is(key, TRAILER_NOTE) || trailer_is(key, TRAILER_KIND));
		if (!wanted)
			continue;
		if (kept.len == 0)
			buffer_add_str(&kept, "-\n\n");
		buffer_add(&kept, line);
		buffer_add_byte(&kept, '\n');
	}
	if (kept.len)
		result = arena_slice(arena, buffer_slice(&kept));
	buffer_release(&kept);
	return result;
}
