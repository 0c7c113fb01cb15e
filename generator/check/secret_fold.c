#include "check/secret_fold.h"

#include <string.h>

#include "base/unicode.h"
#include "check/secret_views.h"

/*
 * Signs that people and programs write for each other. Apostrophes go: NICCOLO' is Niccolò, and d’Angelo d'Angelo. What
 * joins words in names of files and addresses is a blank: mario-rossi.pdf, mario.rossi@.
 */
static int32_t alike(int32_t code)
{
	switch (code) {
	case '\'':
	case '`':
	case 0xB4:
	case 0x2B9:
	case 0x2BC:
	case 0x2018:
	case 0x2019:
	case 0x201B:
	case 0x2032: return 0;
	case '-':
	case '_':
	case '.':
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212: return ' ';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0xAB:
	case 0xBB: return '"';
	default: return code;
	}
}

static void fold_character(int32_t code, struct buffer *out)
{
	int32_t folded[UNICODE_FOLD_MAX];
	size_t count;

	code = alike(code);
	if (code == 0)
		return;
	if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
		buffer_add_byte(out, ascii_is_space((char)code) ? ' ' : VIEW_BREAK);
		return;
	}
	count = unicode_fold(code, folded);
	for (size_t i = 0; i < count; i++) {
		char bytes[4];

		if (folded[i] == 0x20)
			buffer_add_byte(out, ' ');
		else
			buffer_add(out, (struct slice){ bytes, utf8_encode(folded[i], bytes) });
	}
}

void fold_table_fill(struct fold_table *table)
{
	struct buffer one = { 0 };

	for (int32_t code = 0; code < FOLD_TABLE_SIZE; code++) {
		struct folded_character *folded = &table->characters[code];

		buffer_clear(&one);
		if (code == 0)
			buffer_add_byte(&one, VIEW_BREAK);
		else
			fold_character(code, &one);
		/* What does not fit is folded anew each time. */
		folded->len = one.len < sizeof folded->bytes ? (unsigned char)one.len : 0xFF;
		if (one.len && one.len < sizeof folded->bytes)
			memcpy(folded->bytes, one.p, one.len);
	}
	buffer_release(&one);
}

/* The bytes that Windows' Latin alphabet has in place of Latin-1's control characters, where they are letters or signs. */
static int32_t windows_character(unsigned char byte)
{
	switch (byte) {
	case 0x91:
	case 0x92: return 0x2019;
	case 0x93:
	case 0x94: return '"';
	case 0x96:
	case 0x97: return ' ';
	case 0x8A: return 'S';
	case 0x9A: return 's';
	case 0x8E: return 'Z';
	case 0x9E: return 'z';
	default: return byte >= 0xA0 ? byte : VIEW_BREAK;
	}
}

static void add_folded(const struct fold_table *table, int32_t code, struct buffer *out)
{
	const struct folded_character *folded =
	    code < FOLD_TABLE_SIZE ? &table->characters[code] : NULL;
	bool blank_before = out->len && out->p[out->len - 1] == ' ';

	if (!folded || folded->len == 0xFF)
		fold_character(code, out);
	else if (folded->len && !(blank_before && folded->bytes[0] == ' '))
		buffer_add(out, (struct slice){ folded->bytes, folded->len });
}

void fold_bytes(const struct fold_table *table, struct slice bytes, bool strict, struct buffer *out)
{
	size_t at = 0;

	buffer_reserve(out, bytes.len);
	while (at < bytes.len) {
		unsigned char byte = (unsigned char)bytes.p[at];
		const struct folded_character *folded = &table->characters[byte];
		int32_t code;

		/* Nearly all are ASCII. */
		if (byte < 0x80 && folded->len == 1) {
			if (folded->bytes[0] != ' ' || !out->len || out->p[out->len - 1] != ' ')
				buffer_add_byte(out, folded->bytes[0]);
			at++;
			continue;
		}
		code = utf8_next(bytes, &at);
		if (code < 0)
			code = strict ? VIEW_BREAK : windows_character(byte);
		add_folded(table, code, out);
	}
}
