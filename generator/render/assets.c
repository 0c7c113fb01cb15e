#include "render/assets.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/digest.h"

struct slice asset_path(const struct theme_file *file, struct arena *arena)
{
	size_t dot = slice_find_last_byte(file->path, '.');
	char hex[DIGEST_HEX + 1];

	if (slice_ends(file->path, ".txt") || slice_ends(file->path, ".ico"))
		return arena_printf(arena, "risorse/%.*s", SLICE_ARGS(file->path));
	digest_hex(digest_of(file->bytes), hex);
	return arena_printf(arena, "risorse/%.*s.%.8s%.*s",
	    SLICE_ARGS(slice_sub(file->path, 0, dot)), hex,
	    SLICE_ARGS(slice_from_index(file->path, dot)));
}

static int compare_path(const void *path, const void *file)
{
	return slice_cmp(*(const struct slice *)path, ((const struct theme_file *)file)->path);
}

const struct theme_file *asset_find(const struct theme_file *files, size_t count, struct slice path)
{
	return count == 0 ? NULL : bsearch(&path, files, count, sizeof *files, compare_path);
}

/* What is read of a style sheet, and where. */
struct reading {
	const struct theme_file *style;
	struct slice shown, text;
	size_t at; /* all before it is written */
	const struct theme_file *files;
	size_t count;
	struct arena *arena;
	struct buffer *out;
	struct diagnostics *diagnostics;
	bool failed;
};

static struct position position_of(const struct reading *reading, size_t from, size_t len)
{
	struct position position = { reading->shown, 1, 1, (uint32_t)len };

	for (size_t i = 0; i < from; i++)
		if (reading->text.p[i] == '\n') {
			position.line++;
			position.column = 1;
		} else if (((unsigned char)reading->text.p[i] & 0xC0) != 0x80) {
			position.column++;
		}
	return position;
}

static void refuse(struct reading *reading, size_t from, size_t len)
{
	diag1(reading->diagnostics, DIAG_THEME_REFERENCE, position_of(reading, from, len),
	    slice_sub(reading->text, from, from + len));
	reading->failed = true;
}

/* Writes all up to `end`. */
static void copy_to(struct reading *reading, size_t end)
{
	buffer_add(reading->out, slice_sub(reading->text, reading->at, end));
	reading->at = end;
}

/* The path in the theme of what the style sheet calls so; empty where that leads out. */
static struct slice path_in_theme(const struct reading *reading, struct slice name)
{
	size_t slash = slice_find_last_byte(reading->style->path, '/');
	struct slice folder =
	    slash == SLICE_NONE ? SLICE("") : slice_sub(reading->style->path, 0, slash + 1);

	/* No file's name has a NUL, and what is printed ends there. */
	if (slice_find_byte(name, '\0') != SLICE_NONE)
		return SLICE("");
	while (slice_starts(name, "../")) {
		if (slice_empty(folder))
			return SLICE("");
		slash = slice_find_last_byte(slice_sub(folder, 0, folder.len - 1), '/');
		folder = slice_sub(folder, 0, slash == SLICE_NONE ? 0 : slash + 1);
		name = slice_from_index(name, 3);
	}
	return arena_printf(reading->arena, "%.*s%.*s", SLICE_ARGS(folder), SLICE_ARGS(name));
}

/* A reference of so many bytes: its last part changes, what stands before it and a #fragment stay. */
static void link_reference(struct reading *reading, size_t from, size_t len)
{
	struct slice name = slice_sub(reading->text, from, from + len), published;
	size_t fragment = slice_find_byte(name, '#'), slash;
	const struct theme_file *file;

	if (fragment == 0)
		return;
	if (fragment != SLICE_NONE)
		name = slice_sub(name, 0, fragment);
	file = asset_find(reading->files, reading->count, path_in_theme(reading, name));
	if (!file || slice_ends(file->path, ".css")) {
		refuse(reading, from, len);
		return;
	}
	slash = slice_find_last_byte(name, '/');
	copy_to(reading, from + (slash == SLICE_NONE ? 0 : slash + 1));
	published = asset_path(file, reading->arena);
	buffer_add(
	    reading->out, slice_from_index(published, slice_find_last_byte(published, '/') + 1));
	reading->at = from + name.len;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* The end of the string that begins here, behind its sign. */
static size_t string_end(struct slice text, size_t from)
{
	size_t i = from + 1;

	while (i < text.len && text.p[i] != text.p[from])
		i += text.p[i] == '\\' ? 2 : 1;
	return i < text.len ? i + 1 : text.len;
}

/* url( was read: its end, behind the reference. */
static size_t read_url(struct reading *reading, size_t from)
{
	struct slice text = reading->text;
	size_t end;

	while (from < text.len && is_blank(text.p[from]))
		from++;
	if (from < text.len && (text.p[from] == '"' || text.p[from] == '\'')) {
		end = string_end(text, from);
		link_reference(reading, from + 1, end - from < 2 ? 0 : end - from - 2);
		return end;
	}
	for (end = from; end < text.len && text.p[end] != ')' && !is_blank(text.p[end]); end++)
		;
	link_reference(reading, from, end - from);
	return end;
}

static bool starts_here(struct slice text, size_t at, const char *word)
{
	size_t len = strlen(word);

	return at + len <= text.len && strncasecmp(text.p + at, word, len) == 0;
}

static bool is_in_name(struct slice text, size_t at)
{
	return at > 0 &&
	       (ascii_is_alnum(text.p[at - 1]) || text.p[at - 1] == '-' || text.p[at - 1] == '_');
}

/* The end of what begins at `i`: a comment, a string, a reference, or one byte. */
static size_t read_one(struct reading *reading, size_t i)
{
	struct slice text = reading->text;
	size_t end;

	if (starts_here(text, i, "/*")) {
		end = slice_find(slice_from_index(text, i + 2), "*/");
		return end == SLICE_NONE ? text.len : i + 2 + end + 2;
	}
	if (text.p[i] == '"' || text.p[i] == '\'')
		return string_end(text, i);
	if (starts_here(text, i, "url(") && !is_in_name(text, i))
		return read_url(reading, i + strlen("url("));
	if (starts_here(text, i, "@import"))
		refuse(reading, i, strlen("@import"));
	return i + 1;
}

bool asset_link_style(const struct theme_file *style, struct slice shown,
    const struct theme_file *files, size_t count, struct arena *arena,
    struct diagnostics *diagnostics, struct slice *linked)
{
	struct buffer out = { 0 };
	struct reading reading = { .style = style,
		.shown = shown,
		.text = style->bytes,
		.files = files,
		.count = count,
		.arena = arena,
		.out = &out,
		.diagnostics = diagnostics };

	for (size_t i = 0; i < reading.text.len;)
		i = read_one(&reading, i);
	copy_to(&reading, reading.text.len);
	*linked = arena_slice(arena, buffer_slice(&out));
	buffer_release(&out);
	return !reading.failed;
}
