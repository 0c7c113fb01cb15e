#include "check/secret_search.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>

#include "base/unicode.h"
#include "check/secret_containers.h"
#include "check/secret_views.h"

#define TERM_MAX 4096

/* Bytes that an object may unpack to in all. */
#define BUDGET ((size_t)512 << 20)

/* Containers inside each other, and encodings inside each other between two of them. */
#define DEPTH_MAX 6
#define ENCODINGS_MAX 2

/*
 * Fewer characters turn up by chance in bytes that are no text: there the short terms are looked for in UTF-8 alone.
 */
#define LONG_TERM 6

/* Letters and digits that a number must have to be looked for without its blanks. */
#define LONG_NUMBER 8

struct term {
	struct slice folded, compact; /* compact: empty where it is no number */
	size_t characters;
};

/* The folded form of the characters that nearly all texts consist of. */
#define TABLE_SIZE 0x600
struct folded_character {
	unsigned char len;
	char bytes[5];
};

struct secret_search {
	struct term *terms;
	size_t count;
	char *secret; /* what the terms' slices point into */
	size_t secret_size;
	bool any_number;
	struct folded_character table[TABLE_SIZE];
	struct secret_opener opener;

	/* While bytes are looked at. */
	struct secret_find *finds;
	size_t found;
	unsigned gaps;
	unsigned ways; /* the encodings that were taken off */
	unsigned depth, encodings;
};

/* --- folding -------------------------------------------------------------------------------------- */

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

static void fill_table(struct secret_search *search)
{
	struct buffer one = { 0 };

	for (int32_t code = 0; code < TABLE_SIZE; code++) {
		struct folded_character *folded = &search->table[code];

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

static void add_folded(const struct secret_search *search, int32_t code, struct buffer *out)
{
	const struct folded_character *folded = code < TABLE_SIZE ? &search->table[code] : NULL;
	bool blank_before = out->len && out->p[out->len - 1] == ' ';

	if (!folded || folded->len == 0xFF)
		fold_character(code, out);
	else if (folded->len && !(blank_before && folded->bytes[0] == ' '))
		buffer_add(out, (struct slice){ folded->bytes, folded->len });
}

/* Bytes that are no UTF-8 count as Latin-1, or with `strict` as a break. */
static void fold_bytes(
    const struct secret_search *search, struct slice bytes, bool strict, struct buffer *out)
{
	size_t at = 0;

	buffer_reserve(out, bytes.len);
	while (at < bytes.len) {
		unsigned char byte = (unsigned char)bytes.p[at];
		const struct folded_character *folded = &search->table[byte];
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
		add_folded(search, code, out);
	}
}

/* A folded text, which holds no NUL, without what people put into numbers. */
static void compact(struct slice folded, struct buffer *out)
{
	for (size_t i = 0; i < folded.len; i++)
		if (!strchr(" /()", folded.p[i]))
			buffer_add_byte(out, folded.p[i]);
}

/* --- terms ---------------------------------------------------------------------------------------- */

static void wipe(struct buffer *buffer)
{
	if (buffer->p)
		explicit_bzero(buffer->p, buffer->cap);
	buffer_release(buffer);
}

static struct slice keep(struct secret_search *search, struct slice text)
{
	char *copy = search->secret + search->secret_size;

	if (text.len)
		memcpy(copy, text.p, text.len);
	search->secret_size += text.len;
	return (struct slice){ copy, text.len };
}

static size_t count_alnum(struct slice text, bool *digit)
{
	size_t count = 0;

	*digit = false;
	for (size_t i = 0; i < text.len; i++) {
		count += ascii_is_alnum(text.p[i]);
		*digit |= ascii_is_digit(text.p[i]);
	}
	return count;
}

static enum secret_refusal add_term(struct secret_search *search, struct slice line)
{
	struct buffer folded = { 0 }, packed = { 0 };
	struct term *term = &search->terms[search->count];
	struct slice trimmed;
	bool digit;

	if (utf8_invalid_at(line) != SLICE_NONE || line.len > TERM_MAX)
		return SECRET_NO_TEXT;
	buffer_reserve(&folded, UNICODE_FOLD_MAX * 4 * line.len + 1);
	fold_bytes(search, line, true, &folded);
	trimmed = slice_trim(buffer_slice(&folded));
	*term = (struct term){ .characters = utf8_count(trimmed) };
	if (term->characters >= SECRET_SHORTEST) {
		term->folded = keep(search, trimmed);
		buffer_reserve(&packed, folded.len + 1);
		compact(trimmed, &packed);
		if (count_alnum(buffer_slice(&packed), &digit) >= LONG_NUMBER && digit) {
			term->compact = keep(search, buffer_slice(&packed));
			search->any_number = true;
		}
		search->count++;
	}
	wipe(&packed);
	wipe(&folded);
	return term->characters >= SECRET_SHORTEST ? SECRET_ACCEPTED : SECRET_TOO_SHORT;
}

/* Memory that is not swapped to a disk where the system allows that. */
static void *secret_memory(size_t size)
{
	void *memory = calloc(1, size);

	if (!memory)
		abort();
	(void)mlock(memory, size);
	return memory;
}

static secret_part take_part;

enum secret_refusal secret_search_new(struct slice input, pdf_reader *read_pdf, void *context,
    struct secret_search **made, size_t *at)
{
	struct secret_search *search = calloc(1, sizeof *search);
	enum secret_refusal refusal = SECRET_ACCEPTED;
	struct slice line;

	if (!search)
		abort();
	search->opener = (struct secret_opener){
		.part = take_part, .context = search, .read_pdf = read_pdf, .pdf_context = context
	};
	fill_table(search);
	search->terms = calloc(SECRET_TERMS_MAX, sizeof *search->terms);
	search->secret = secret_memory((size_t)2 * UNICODE_FOLD_MAX * 4 * (input.len + 1));
	if (!search->terms)
		abort();
	for (*at = 1; refusal == SECRET_ACCEPTED && slice_next_line(&input, &line); ++*at) {
		if (slice_trim(line).len == 0)
			continue;
		refusal =
		    search->count == SECRET_TERMS_MAX ? SECRET_TOO_MANY : add_term(search, line);
	}
	--*at;
	if (refusal == SECRET_ACCEPTED && search->count == 0)
		refusal = SECRET_NONE;
	if (refusal != SECRET_ACCEPTED) {
		secret_search_free(search);
		search = NULL;
	}
	*made = search;
	return refusal;
}

void secret_search_free(struct secret_search *search)
{
	if (!search)
		return;
	explicit_bzero(search->secret, search->secret_size);
	free(search->secret);
	free(search->terms);
	free(search);
}

size_t secret_search_terms(const struct secret_search *search)
{
	return search->count;
}

/* --- looking -------------------------------------------------------------------------------------- */

static void note_find(struct secret_search *search, size_t term, unsigned way)
{
	search->finds[term] = (struct secret_find){ true, search->ways | way };
	search->found++;
}

static bool all_found(const struct secret_search *search)
{
	return search->found == search->count;
}

static bool contains(struct slice text, struct slice part)
{
	return part.len && text.len >= part.len && memmem(text.p, text.len, part.p, part.len);
}

/* The bytes as they stand; terms of fewer characters than `shortest` are left out. */
static void look_plain(
    struct secret_search *search, struct slice bytes, bool strict, size_t shortest)
{
	struct buffer folded = { 0 }, packed = { 0 };

	fold_bytes(search, bytes, strict, &folded);
	if (search->any_number)
		compact(buffer_slice(&folded), &packed);
	for (size_t i = 0; i < search->count; i++) {
		const struct term *term = &search->terms[i];

		if (search->finds[i].found || term->characters < shortest)
			continue;
		if (contains(buffer_slice(&folded), term->folded))
			note_find(search, i, 0);
		else if (contains(buffer_slice(&packed), term->compact))
			note_find(search, i, SECRET_SPACED);
	}
	buffer_release(&packed);
	buffer_release(&folded);
}

static void look(struct secret_search *search, struct slice bytes);

/* Looks at what is left when an encoding is off, where not too many are off already. */
static void look_without(struct secret_search *search, unsigned way, struct slice bytes)
{
	unsigned ways = search->ways;

	if (bytes.len == 0 || all_found(search) || search->encodings >= ENCODINGS_MAX)
		return;
	search->ways |= way;
	search->encodings++;
	look(search, bytes);
	search->encodings--;
	search->ways = ways;
}

/* What lay in a container may be encoded anew. */
static void take_part(void *context, struct slice bytes, unsigned way)
{
	struct secret_search *search = context;
	unsigned ways = search->ways, encodings = search->encodings;

	if (bytes.len == 0 || all_found(search))
		return;
	if (search->depth >= DEPTH_MAX) {
		search->gaps |= SECRET_GAP_TOO_LARGE;
		return;
	}
	search->ways |= way;
	search->depth++;
	search->encodings = 0;
	look(search, bytes);
	search->encodings = encodings;
	search->depth--;
	search->ways = ways;
}

static const struct {
	secret_view *view;
	unsigned way;
	char mark;
} views[] = {
	{ view_tags_joined, SECRET_MARKUP, '<' },
	{ view_tags_parted, SECRET_MARKUP, '<' },
	{ view_hyphenated, SECRET_HYPHENATED, '-' },
	{ view_references, SECRET_REFERENCES, '&' },
	{ view_percent, SECRET_PERCENT, '%' },
	{ view_percent, SECRET_PERCENT, '+' },
	{ view_escapes, SECRET_ESCAPES, '\\' },
	{ view_quoted, SECRET_QUOTED, '=' },
};

static void look_in_views(struct secret_search *search, struct slice bytes)
{
	for (size_t i = 0; i < sizeof views / sizeof *views && !all_found(search); i++) {
		struct buffer out = { 0 };

		if (!(search->ways & views[i].way) && memchr(bytes.p, views[i].mark, bytes.len) &&
		    views[i].view(bytes, &out))
			look_without(search, views[i].way, buffer_slice(&out));
		buffer_release(&out);
	}
}

/* Letters of Latin scripts have a NUL beside them there. */
static void look_in_utf16(struct secret_search *search, struct slice bytes)
{
	if (search->ways & SECRET_UTF16 || !memchr(bytes.p, '\0', bytes.len))
		return;
	for (unsigned i = 0; i < 4 && !all_found(search); i++) {
		struct buffer out = { 0 };

		if (view_utf16(bytes, i & 1, i & 2, &out))
			look_without(search, SECRET_UTF16, buffer_slice(&out));
		buffer_release(&out);
	}
}

typedef void digits_view(
    struct slice bytes, unsigned shift, struct buffer *text, struct buffer *other);

/* Where the first digit of a run belongs to what stands before it, all that follows is shifted. */
static void look_in_digits(struct secret_search *search, struct slice bytes, digits_view *view,
    unsigned way, unsigned shifts)
{
	if (search->ways & way)
		return;
	for (unsigned shift = 0; shift < shifts && !all_found(search); shift++) {
		struct buffer text = { 0 }, other = { 0 };

		view(bytes, shift, &text, &other);
		look_without(search, way, buffer_slice(&text));
		if (other.len && !all_found(search)) {
			unsigned before = search->ways;

			search->ways |= way;
			look_plain(search, buffer_slice(&other), true, LONG_TERM);
			look_in_utf16(search, buffer_slice(&other));
			/* A file as an e-mail carries it, or a picture or PDF inside a page. */
			if (shift == 0 && other.len >= 64)
				search->gaps |= secret_open(&search->opener, buffer_slice(&other));
			search->ways = before;
		}
		buffer_release(&text);
		buffer_release(&other);
	}
}

/* Text in any alphabet of single bytes, or in UTF-8: no control characters. */
static bool is_text(struct slice bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		if ((unsigned char)bytes.p[i] < 0x20 && !ascii_is_space(bytes.p[i]) &&
		    bytes.p[i] != VIEW_BREAK)
			return false;
	return true;
}

static void look(struct secret_search *search, struct slice bytes)
{
	bool text = is_text(bytes);

	look_plain(search, bytes, false, text ? 0 : LONG_TERM);
	if (!text && !all_found(search))
		look_plain(search, bytes, true, 0);
	/* With an encoding off, a container was opened already, or look_in_digits opens it. */
	if (search->encodings == 0)
		search->gaps |= secret_open(&search->opener, bytes);
	if (all_found(search) || search->encodings >= ENCODINGS_MAX)
		return;
	look_in_utf16(search, bytes);
	look_in_digits(search, bytes, view_base64, SECRET_BASE64, 4);
	look_in_digits(search, bytes, view_hexadecimal, SECRET_HEXADECIMAL, 2);
	/* In what is no text every mark occurs by chance: there one encoding alone is taken off. */
	search->encodings += !text;
	look_in_views(search, bytes);
	search->encodings -= !text;
}

static void begin_look(struct secret_search *search, struct secret_find *finds)
{
	memset(finds, 0, search->count * sizeof *finds);
	search->finds = finds;
	search->found = 0;
	search->gaps = 0;
	search->ways = 0;
	search->depth = search->encodings = 0;
	search->opener.budget = BUDGET;
}

unsigned secret_search_look(
    struct secret_search *search, struct slice bytes, struct secret_find *finds)
{
	begin_look(search, finds);
	if (bytes.len)
		look(search, bytes);
	return search->gaps;
}

bool secret_search_any(struct secret_search *search, struct slice bytes)
{
	struct secret_find finds[SECRET_TERMS_MAX];

	begin_look(search, finds);
	if (bytes.len)
		look(search, bytes);
	return search->found > 0;
}
