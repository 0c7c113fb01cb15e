#include "render/html.h"

#include <string.h>

#include "render/html_raw.h"

struct slice html_markup(struct html html)
{
	return html.private_markup;
}

bool html_empty(struct html html)
{
	return html.private_markup.len == 0;
}

struct html html_from_markup(struct slice markup)
{
	return (struct html){ markup };
}

struct html html_text(struct slice text, struct arena *arena)
{
	struct html_builder builder = { 0 };

	html_add_text(&builder, text);
	return html_finish(&builder, arena);
}

struct html html_join(const struct html *parts, size_t count, struct arena *arena)
{
	struct html_builder builder = { 0 };

	for (size_t i = 0; i < count; i++)
		html_add(&builder, parts[i]);
	return html_finish(&builder, arena);
}

struct buffer *html_out(struct html_builder *builder)
{
	return &builder->private_out;
}

void html_add(struct html_builder *builder, struct html html)
{
	buffer_add(&builder->private_out, html.private_markup);
}

void html_add_text(struct html_builder *builder, struct slice text)
{
	html_escape_text(&builder->private_out, text);
}

struct html html_finish(struct html_builder *builder, struct arena *arena)
{
	struct slice markup = arena_slice(arena, buffer_slice(&builder->private_out));

	buffer_release(&builder->private_out);
	return html_from_markup(markup);
}

void html_discard(struct html_builder *builder)
{
	buffer_release(&builder->private_out);
}

static bool is_control(char c)
{
	unsigned char byte = (unsigned char)c;

	return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

/* What stands for the character in a page, or null where it stands for itself. */
static const char *replacement(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	default: return is_control(c) ? "\xEF\xBF\xBD" : NULL;
	}
}

static void escape(struct buffer *out, struct slice text, bool single_quotes)
{
	size_t start = 0;

	for (size_t i = 0; i < text.len; i++) {
		const char *instead = replacement(text.p[i]);

		if (text.p[i] == '\'' && single_quotes)
			instead = "&#39;";
		if (!instead)
			continue;
		buffer_add(out, slice_sub(text, start, i));
		buffer_add_str(out, instead);
		start = i + 1;
	}
	buffer_add(out, slice_from_index(text, start));
}

void html_escape_text(struct buffer *out, struct slice text)
{
	escape(out, text, false);
}

void html_escape_attribute(struct buffer *out, struct slice text)
{
	escape(out, text, true);
}

/* RFC 3986: unreserved, reserved but brackets, and the percent sign of what is encoded already. */
static bool is_url_byte(char c)
{
	return ascii_is_alnum(c) || (c != '\0' && strchr("-._~:/?#@!$()*+,;=%", c));
}

void html_escape_any_url(struct buffer *out, struct slice url)
{
	for (size_t i = 0; i < url.len; i++) {
		char c = url.p[i];

		if (is_url_byte(c))
			buffer_add_byte(out, c);
		else if (c == '&')
			buffer_add_str(out, "&amp;");
		else if (c == '\'')
			buffer_add_str(out, "&#x27;");
		else
			buffer_addf(out, "%%%02X", (unsigned char)c);
	}
}

bool html_escape_url(struct buffer *out, struct slice url)
{
	if (!url_is_safe(url)) {
		buffer_add_byte(out, '#');
		return false;
	}
	html_escape_any_url(out, url);
	return true;
}

void html_escape_url_part(struct buffer *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.p[i];

		if (ascii_is_alnum(c) || (c != '\0' && strchr("-._~:@", c)))
			buffer_add_byte(out, c);
		else
			buffer_addf(out, "%%%02X", (unsigned char)c);
	}
}
