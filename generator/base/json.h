/*
 * Writes JSON (RFC 8259) into a buffer, compact or indented by two. It keeps track of commas; nesting is
 * the caller's: each json_open has its json_close.
 */
#ifndef ZONALE_BASE_JSON_H
#define ZONALE_BASE_JSON_H

#include "base/buffer.h"

struct json {
	struct buffer *out;
	bool indented;
	unsigned depth;
	bool empty; /* nothing yet in the innermost object or array */
};

struct json json_writer(struct buffer *out, bool indented);

/* `key` is null inside an array and at the top. Kind: '{' or '['; close with '}' or ']'. */
void json_open(struct json *json, const char *key, char kind);
void json_close(struct json *json, char kind);

void json_text(struct json *json, const char *key, struct slice value);
void json_int(struct json *json, const char *key, int64_t value);
void json_bool(struct json *json, const char *key, bool value);

/* null; not called so because jansson, which reads our JSON back in tests, has that name. */
void json_nothing(struct json *json, const char *key);

/* A string with its quotes; bytes that are not UTF-8 become U+FFFD. */
void json_escape(struct buffer *out, struct slice text);

#endif
