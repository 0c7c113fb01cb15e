#include "search/plain.h"

#include "parse/markdown.h"

struct slice plain_line(struct slice text, struct arena *arena)
{
	char *line = arena_alloc(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool blank = ascii_is_space(text.p[i]);

		if (blank && (len == 0 || line[len - 1] == ' '))
			continue;
		line[len++] = (char)(blank ? ' ' : text.p[i]);
	}
	if (len > 0 && line[len - 1] == ' ')
		len--;
	return (struct slice){ line, len };
}

struct slice plain_markdown(struct slice text, struct arena *arena)
{
	struct diagnostics unheard;
	struct buffer plain = { 0 };
	struct slice line = SLICE("");
	struct md md;

	if (slice_empty(text))
		return line;
	diagnostics_init(&unheard);
	if (md_parse(text, SLICE(""), 1, arena, &unheard, &md) == 0) {
		md_plain_text(&md, 0, &plain);
		line = plain_line(buffer_slice(&plain), arena);
	}
	buffer_release(&plain);
	diagnostics_release(&unheard);
	return line;
}

struct slice plain_cut(struct slice text, size_t characters, struct arena *arena)
{
	size_t count = 0, end = 0, i;

	for (i = 0; i < text.len && count <= characters; i++) {
		if (((unsigned char)text.p[i] & 0xC0) == 0x80)
			continue;
		count++;
		if (text.p[i] == ' ')
			end = i;
	}
	if (count <= characters)
		return text;
	/* One word without an end: a cut inside it, before a whole character. */
	if (end == 0)
		for (end = i - 1; end > 0 && ((unsigned char)text.p[end] & 0xC0) == 0x80;)
			end--;
	return ARENA_CONCAT(arena, slice_sub(text, 0, end), SLICE("…"));
}
