#include "check/secret_views.h"

#include <string.h>

#include "base/unicode.h"

int hex_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* So many hexadecimal digits from `at` on; -1 where there are fewer. */
static int32_t hex_number(struct slice bytes, size_t at, size_t digits)
{
	int32_t value = 0;

	if (at + digits > bytes.len)
		return -1;
	for (size_t i = 0; i < digits; i++) {
		int digit = hex_value(bytes.p[at + i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

static void add_code_point(struct buffer *out, int32_t code)
{
	char bytes[4];

	if (code <= 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		buffer_add_byte(out, VIEW_BREAK);
	else
		buffer_add(out, (struct slice){ bytes, utf8_encode(code, bytes) });
}

/* What begins at `at` behind the encoding's mark: adds it and returns its length, 0 where it is nothing of the kind. */
typedef size_t decode_one(struct slice bytes, size_t at, struct buffer *out);

static bool decode_marked(struct slice bytes, char mark, decode_one *decode, struct buffer *out)
{
	size_t begin = 0;
	bool any = false;

	for (;;) {
		const char *found =
		    begin < bytes.len ? memchr(bytes.p + begin, mark, bytes.len - begin) : NULL;
		size_t at = found ? (size_t)(found - bytes.p) : bytes.len, taken = 0;

		buffer_add(out, slice_sub(bytes, begin, at));
		if (!found)
			return any;
		if (at + 1 < bytes.len)
			taken = decode(bytes, at + 1, out);
		if (!taken)
			buffer_add_byte(out, mark);
		any |= taken > 0;
		begin = at + 1 + taken;
	}
}

static size_t decode_percent(struct slice bytes, size_t at, struct buffer *out)
{
	int32_t value = hex_number(bytes, at, 2);

	if (value >= 0) {
		buffer_add_byte(out, (char)value);
		return 2;
	}
	value = bytes.p[at] == 'u' ? hex_number(bytes, at + 1, 4) : -1;
	if (value < 0)
		return 0;
	add_code_point(out, value);
	return 5;
}

/* A form writes blanks as '+'. */
bool view_percent(struct slice bytes, struct buffer *out)
{
	size_t begin = out->len;
	bool any = decode_marked(bytes, '%', decode_percent, out);

	for (size_t i = begin; i < out->len; i++)
		if (out->p[i] == '+') {
			out->p[i] = ' ';
			any = true;
		}
	return any;
}

/* References by name whose characters matter when accents don't. */
static const struct {
	const char *name, *text;
} references[] = {
	{ "amp", "&" },
	{ "lt", "<" },
	{ "gt", ">" },
	{ "quot", "\"" },
	{ "apos", "'" },
	{ "nbsp", " " },
	{ "rsquo", "'" },
	{ "lsquo", "'" },
	{ "shy", "" },
	{ "szlig", "ss" },
	{ "aelig", "ae" },
	{ "AElig", "AE" },
	{ "oelig", "oe" },
	{ "OElig", "OE" },
	{ "ndash", "-" },
	{ "mdash", "-" },
	{ "ensp", " " },
	{ "emsp", " " },
	{ "thinsp", " " },
	{ "commat", "@" },
	{ "period", "." },
	{ "lowbar", "_" },
	{ "Tab", " " },
	{ "NewLine", " " },
};

static const char *const accents[] = { "grave", "acute", "circ", "uml", "tilde", "cedil", "caron",
	"ring", "slash", "breve", "macr", "ogon", "dot", "strok" };

static bool add_named(struct slice name, struct buffer *out)
{
	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (slice_is(name, references[i].name)) {
			buffer_add_str(out, references[i].text);
			return true;
		}
	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
		if (name.len > 1 && ascii_is_alpha(name.p[0]) &&
		    slice_is(slice_from_index(name, 1), accents[i])) {
			buffer_add_byte(out, name.p[0]);
			return true;
		}
	return false;
}

static int32_t reference_number(struct slice digits)
{
	uint32_t value;

	if (digits.len > 1 && ascii_lower(digits.p[0]) == 'x')
		return digits.len <= 7 ? hex_number(digits, 1, digits.len - 1) : -1;
	return slice_to_uint(digits, 0x10FFFF, &value) ? (int32_t)value : -1;
}

static size_t decode_reference(struct slice bytes, size_t at, struct buffer *out)
{
	struct slice near = slice_sub(bytes, at, at + 12), name, rest;
	int32_t code;

	if (!slice_cut(near, ';', &name, &rest) || name.len == 0)
		return 0;
	if (name.p[0] != '#')
		return add_named(name, out) ? name.len + 1 : 0;
	code = reference_number(slice_from_index(name, 1));
	if (code < 0)
		return 0;
	add_code_point(out, code);
	return name.len + 1;
}

bool view_references(struct slice bytes, struct buffer *out)
{
	return decode_marked(bytes, '&', decode_reference, out);
}

static size_t decode_octal(struct slice bytes, size_t at, struct buffer *out)
{
	int value = 0;
	size_t digits = 0;

	while (digits < 3 && at + digits < bytes.len && bytes.p[at + digits] >= '0' &&
	       bytes.p[at + digits] <= '7')
		value = value * 8 + (bytes.p[at + digits++] - '0');
	if (digits > 0)
		buffer_add_byte(out, (char)value);
	return digits;
}

static size_t decode_escape(struct slice bytes, size_t at, struct buffer *out)
{
	int32_t value = -1;

	switch (bytes.p[at]) {
	case 'u':
	case 'U':
		value = hex_number(bytes, at + 1, 4);
		if (value < 0)
			return 0;
		add_code_point(out, value);
		return 5;
	case 'x':
	case '\'':
		value = hex_number(bytes, at + 1, 2);
		if (value < 0)
			return 0;
		buffer_add_byte(out, (char)value);
		return 3;
	/* A PDF's string goes on in the next line. */
	case '\n': return 1;
	case '\r': return at + 1 < bytes.len && bytes.p[at + 1] == '\n' ? 2 : 1;
	default: return decode_octal(bytes, at, out);
	}
}

bool view_escapes(struct slice bytes, struct buffer *out)
{
	return decode_marked(bytes, '\\', decode_escape, out);
}

static size_t decode_quoted(struct slice bytes, size_t at, struct buffer *out)
{
	int32_t value = hex_number(bytes, at, 2);

	if (value >= 0) {
		buffer_add_byte(out, (char)value);
		return 2;
	}
	if (bytes.p[at] == '\n')
		return 1;
	return bytes.p[at] == '\r' && at + 1 < bytes.len && bytes.p[at + 1] == '\n' ? 2 : 0;
}

/* In headers (RFC 2047) a blank is '_'. */
bool view_quoted(struct slice bytes, struct buffer *out)
{
	size_t begin = out->len;

	if (!decode_marked(bytes, '=', decode_quoted, out))
		return false;
	if (slice_find(bytes, "=?") != SLICE_NONE)
		for (size_t i = begin; i < out->len; i++)
			if (out->p[i] == '_')
				out->p[i] = ' ';
	return true;
}

static size_t decode_hyphen(struct slice bytes, size_t at, struct buffer *out)
{
	size_t end = at;
	bool line = false;

	(void)out;
	while (end < bytes.len && ascii_is_space(bytes.p[end]))
		line |= bytes.p[end++] == '\n';
	return line ? end - at : 0;
}

bool view_hyphenated(struct slice bytes, struct buffer *out)
{
	return decode_marked(bytes, '-', decode_hyphen, out);
}

/* May a tag begin with the '<' at `at`? */
static bool tag_begins(struct slice bytes, size_t at)
{
	char next = at + 1 < bytes.len ? bytes.p[at + 1] : ' ';

	return ascii_is_alpha(next) || next == '/' || next == '!' || next == '?';
}

static size_t find_byte_from(struct slice bytes, size_t from, char byte)
{
	const char *found =
	    from < bytes.len ? memchr(bytes.p + from, byte, bytes.len - from) : NULL;

	return found ? (size_t)(found - bytes.p) : bytes.len;
}

/* Tags become a blank: all of them, or those alone that have no content. */
static bool view_tags(struct slice bytes, bool all, struct buffer *out)
{
	size_t at = 0, close = 0;
	bool any = false;

	while (at < bytes.len) {
		size_t open = find_byte_from(bytes, at, '<');

		buffer_add(out, slice_sub(bytes, at, open));
		at = open + 1;
		/* Looked for once, however many have none. */
		if (close <= open)
			close = find_byte_from(bytes, open, '>');
		if (open == bytes.len)
			break;
		if (!tag_begins(bytes, open) || close == bytes.len) {
			buffer_add_byte(out, '<');
			continue;
		}
		if (all || bytes.p[close - 1] == '/')
			buffer_add_byte(out, ' ');
		at = close + 1;
		any = true;
	}
	return any;
}

bool view_tags_joined(struct slice bytes, struct buffer *out)
{
	return view_tags(bytes, false, out);
}

bool view_tags_parted(struct slice bytes, struct buffer *out)
{
	return view_tags(bytes, true, out);
}

/* White space, and what European writing uses. */
static bool is_letter_unit(unsigned unit)
{
	return (unit >= 0x20 && unit < 0x2070 && unit != 0x7F) || unit == '\n' || unit == '\r' ||
	       unit == '\t' || (unit >= 0xFB00 && unit < 0xFB07);
}

bool view_utf16(struct slice bytes, size_t from, bool high_first, struct buffer *out)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	size_t run = out->len, letters = 0;
	bool any = false;

	for (size_t i = from; i + 1 < bytes.len; i += 2) {
		unsigned unit =
		    high_first ? (unsigned)p[i] << 8 | p[i + 1] : (unsigned)p[i + 1] << 8 | p[i];

		if (is_letter_unit(unit)) {
			add_code_point(out, (int32_t)unit);
			letters++;
			continue;
		}
		if (letters && letters < 3)
			out->len = run;
		else if (letters) {
			buffer_add_byte(out, VIEW_BREAK);
			any = true;
		}
		run = out->len;
		letters = 0;
	}
	return any || letters >= 3;
}

static bool is_text(struct slice bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char byte = (unsigned char)bytes.p[i];

		if ((byte < 0x20 && !ascii_is_space(bytes.p[i])) || byte == 0x7F)
			return false;
	}
	return utf8_invalid_at(bytes) == SLICE_NONE;
}

/* Puts a decoded run where it belongs. */
static void sort_run(struct slice run, struct buffer *text, struct buffer *other)
{
	struct buffer *into = is_text(run) ? text : other;

	if (run.len < 3)
		return;
	buffer_add(into, run);
	buffer_add_byte(into, VIEW_BREAK);
}

static int base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (ascii_is_digit(c))
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

/* Lines of base64 are long: with shorter ones, words at the ends of lines would be taken together. */
#define LINE_OF_BASE64 40

/* Is there another line of the run behind the one of `length` digits that ends at `at`? Moves behind the line end. */
static bool run_goes_on(struct slice bytes, size_t *at, size_t length)
{
	size_t next = *at;

	if (length < LINE_OF_BASE64 || next >= bytes.len ||
	    (bytes.p[next] != '\n' && bytes.p[next] != '\r'))
		return false;
	while (next < bytes.len && ascii_is_space(bytes.p[next]))
		next++;
	if (next >= bytes.len || base64_value(bytes.p[next]) < 0)
		return false;
	*at = next;
	return true;
}

/* Decodes the run that begins at `at`, without its first `shift` digits; returns where it ends. */
static size_t base64_run(struct slice bytes, size_t at, unsigned shift, struct buffer *run)
{
	uint32_t bits = 0;
	unsigned held = 0, skip = shift;
	size_t line = at;

	for (;; at++) {
		int value = at < bytes.len ? base64_value(bytes.p[at]) : -1;

		if (value < 0) {
			if (!run_goes_on(bytes, &at, at - line))
				return at;
			line = at;
			value = base64_value(bytes.p[at]);
		}
		if (skip) {
			skip--;
			continue;
		}
		bits = bits << 6 | (uint32_t)value;
		held += 6;
		if (held >= 8) {
			held -= 8;
			buffer_add_byte(run, (char)(bits >> held & 0xFF));
		}
	}
}

void view_base64(struct slice bytes, unsigned shift, struct buffer *text, struct buffer *other)
{
	struct buffer run = { 0 };
	size_t at = 0;

	while (at < bytes.len) {
		if (base64_value(bytes.p[at]) < 0) {
			at++;
			continue;
		}
		buffer_clear(&run);
		at = base64_run(bytes, at, shift, &run);
		sort_run(buffer_slice(&run), text, other);
	}
	buffer_release(&run);
}

void view_hexadecimal(struct slice bytes, unsigned shift, struct buffer *text, struct buffer *other)
{
	struct buffer run = { 0 };
	size_t at = 0;

	while (at < bytes.len) {
		unsigned skip = shift;
		int high = -1;

		if (hex_value(bytes.p[at]) < 0) {
			at++;
			continue;
		}
		buffer_clear(&run);
		/* Blanks may stand between the pairs, as in dumps and in strings of PDF. */
		for (; at < bytes.len; at++) {
			int value = hex_value(bytes.p[at]);

			if (value < 0 && !(high < 0 && ascii_is_space(bytes.p[at])))
				break;
			if (value < 0 || (skip && skip--))
				continue;
			if (high >= 0)
				buffer_add_byte(&run, (char)(high * 16 + value));
			high = high >= 0 ? -1 : value;
		}
		sort_run(buffer_slice(&run), text, other);
	}
	buffer_release(&run);
}
