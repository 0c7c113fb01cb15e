#include "base/json.h"

#include <inttypes.h>

#include "base/unicode.h"

struct json json_writer(struct buffer *out, bool indented)
{
	return (struct json){ .out = out, .indented = indented, .empty = true };
}

static void new_line(struct json *json)
{
	buffer_add_byte(json->out, '\n');
	for (unsigned i = 0; i < json->depth; i++)
		buffer_add_str(json->out, "  ");
}

static void begin_value(struct json *json, const char *key)
{
	if (!json->empty)
		buffer_add_byte(json->out, ',');
	if (json->indented && json->depth > 0)
		new_line(json);
	json->empty = false;
	if (key) {
		json_escape(json->out, slice_from(key));
		buffer_add_str(json->out, json->indented ? ": " : ":");
	}
}

void json_open(struct json *json, const char *key, char kind)
{
	begin_value(json, key);
	buffer_add_byte(json->out, kind);
	json->depth++;
	json->empty = true;
}

void json_close(struct json *json, char kind)
{
	bool empty = json->empty;

	json->depth--;
	if (json->indented && !empty)
		new_line(json);
	buffer_add_byte(json->out, kind);
	json->empty = false;
	if (json->indented && json->depth == 0)
		buffer_add_byte(json->out, '\n');
}

void json_text(struct json *json, const char *key, struct slice value)
{
	begin_value(json, key);
	json_escape(json->out, value);
}

void json_int(struct json *json, const char *key, int64_t value)
{
	begin_value(json, key);
	buffer_addf(json->out, "%" PRId64, value);
}

void json_bool(struct json *json, const char *key, bool value)
{
	begin_value(json, key);
	buffer_add_str(json->out, value ? "true" : "false");
}

void json_nothing(struct json *json, const char *key)
{
	begin_value(json, key);
	buffer_add_str(json->out, "null");
}

static void escape_code_point(struct buffer *out, int32_t code, struct slice bytes)
{
	switch (code) {
	case '"': buffer_add_str(out, "\\\""); return;
	case '\\': buffer_add_str(out, "\\\\"); return;
	case '\n': buffer_add_str(out, "\\n"); return;
	case '\r': buffer_add_str(out, "\\r"); return;
	case '\t': buffer_add_str(out, "\\t"); return;
	case -1: buffer_add_str(out, "\xEF\xBF\xBD"); return;
	default: break;
	}
	if (code < 0x20 || code == 0x7F)
		buffer_addf(out, "\\u%04x", (unsigned)code);
	else
		buffer_add(out, bytes);
}

void json_escape(struct buffer *out, struct slice text)
{
	size_t at = 0;

	buffer_add_byte(out, '"');
	while (at < text.len) {
		size_t start = at;
		int32_t code = utf8_next(text, &at);

		escape_code_point(out, code, slice_sub(text, start, at));
	}
	buffer_add_byte(out, '"');
}
