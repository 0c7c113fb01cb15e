#include "check/secret_search.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>

#include "base/unicode.h"
#include "check/secret_containers.h"
#include "check/secret_fold.h"
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

struct secret_search {
	struct term *terms;
	size_t count;
	bool any_number;
	struct fold_table table;
	struct secret_opener opener;

	/* While bytes are looked at. */
	struct secret_find *finds;
	size_t found;
	unsigned gaps;
	unsigned ways; /* the encodings that were taken off */
	unsigned depth, encodings;
};

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

/* A copy in memory that is not swapped to a disk, where the system allows that. */
static struct slice keep(struct slice text)
{
	char *copy = calloc(1, text.len + 1);

	if (!copy)
		abort();
	(void)mlock(copy, text.len + 1);
	memcpy(copy, text.p, text.len);
	return (struct slice){ copy, text.len };
}

static void forget(struct slice kept)
{
	char *copy = (char *)(uintptr_t)kept.p;

	if (!copy)
		return;
	explicit_bzero(copy, kept.len);
	free(copy);
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
	fold_bytes(&search->table, line, true, &folded);
	trimmed = slice_trim(buffer_slice(&folded));
	*term = (struct term){ .characters = utf8_count(trimmed) };
	if (term->characters >= SECRET_SHORTEST) {
		term->folded = keep(trimmed);
		buffer_reserve(&packed, folded.len + 1);
		compact(trimmed, &packed);
		if (count_alnum(buffer_slice(&packed), &digit) >= LONG_NUMBER && digit) {
			term->compact = keep(buffer_slice(&packed));
			search->any_number = true;
		}
		search->count++;
	}
	wipe(&packed);
	wipe(&folded);
	return term->characters >= SECRET_SHORTEST ? SECRET_ACCEPTED : SECRET_TOO_SHORT;
}

static secret_part take_part;

enum secret_refusal secret_search_new(struct slice input, pdf_reader *read_pdf, void *context,
    struct secret_search **search, size_t *line)
{
	struct secret_search *made = calloc(1, sizeof *made);
	enum secret_refusal refusal = SECRET_ACCEPTED;
	struct slice text;

	if (!made)
		abort();
	made->opener = (struct secret_opener){
		.part = take_part, .context = made, .read_pdf = read_pdf, .pdf_context = context
	};
	fold_table_fill(&made->table);
	made->terms = calloc(SECRET_TERMS_MAX, sizeof *made->terms);
	if (!made->terms)
		abort();
	for (*line = 1; refusal == SECRET_ACCEPTED && slice_next_line(&input, &text); ++*line) {
		if (slice_trim(text).len == 0)
			continue;
		refusal = made->count == SECRET_TERMS_MAX ? SECRET_TOO_MANY : add_term(made, text);
	}
	--*line;
	if (refusal == SECRET_ACCEPTED && made->count == 0)
		refusal = SECRET_NONE;
	if (refusal != SECRET_ACCEPTED) {
		secret_search_free(made);
		made = NULL;
	}
	*search = made;
	return refusal;
}

void secret_search_free(struct secret_search *search)
{
	if (!search)
		return;
	for (size_t i = 0; i < search->count; i++) {
		forget(search->terms[i].folded);
		forget(search->terms[i].compact);
	}
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

	fold_bytes(&search->table, bytes, strict, &folded);
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
