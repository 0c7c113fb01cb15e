#include <criterion/criterion.h>
#include <jansson.h>

#include "base/json.h"
#include "base/unicode.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void write_sample(struct json *json)
{
	json_open(json, NULL, '{');
	json_text(json, "a", SLICE("uno"));
	json_int(json, "b", INT64_MIN);
	json_open(json, "c", '[');
	json_bool(json, NULL, true);
	json_nothing(json, NULL);
	json_open(json, NULL, '{');
	json_close(json, '}');
	json_open(json, NULL, '[');
	json_close(json, ']');
	json_close(json, ']');
	json_bool(json, "d\"", false);
	json_close(json, '}');
}

Test(json, shape)
{
	static const struct {
		bool indented;
		const char *text;
	} rows[] = {
		{ false, "{\"a\":\"uno\",\"b\":-9223372036854775808,\"c\":[true,null,{},[]],"
			 "\"d\\\"\":false}" },
		{ true, "{\n  \"a\": \"uno\",\n  \"b\": -9223372036854775808,\n  \"c\": [\n"
			"    true,\n    null,\n    {},\n    []\n  ],\n  \"d\\\"\": false\n}\n" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buffer out = { 0 };
		struct json json = json_writer(&out, rows[i].indented);

		write_sample(&json);
		cr_expect_str_eq(out.p, rows[i].text, "%s", out.p);
		buffer_release(&out);
	}
}

/* RFC 8259, 7: what must be escaped is, the rest is as it was. */
Test(json, strings)
{
	static const struct {
		struct slice text;
		const char *json;
	} rows[] = {
		{ SLICE_INIT(""), "\"\"" },
		{ SLICE_INIT("l'atto \"n. 3\" \\ /"), "\"l'atto \\\"n. 3\\\" \\\\ /\"" },
		{ SLICE_INIT("a\n\r\tb"), "\"a\\n\\r\\tb\"" },
		{ SLICE_INIT("\0\x01\x1F\x7F"), "\"\\u0000\\u0001\\u001f\\u007f\"" },
		{ SLICE_INIT("citt\xC3\xA0 \xF0\x9F\x98\x80"),
		    "\"citt\xC3\xA0 \xF0\x9F\x98\x80\"" },
		{ SLICE_INIT("\xE8x\xED\xA0\x80"),
		    "\"\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buffer out = { 0 };

		json_escape(&out, rows[i].text);
		cr_expect_str_eq(out.p, rows[i].json, "row %zu: %s", i, out.p);
		buffer_release(&out);
	}
}

/* Another reader reads every code point back as it was. */
Test(json, read_back)
{
	struct buffer text = { 0 }, out = { 0 };
	json_t *value;

	for (int32_t code = 0; code < 0x11000; code++) {
		char bytes[4];

		if (code < 0xD800 || code > 0xDFFF)
			buffer_add(&text, (struct slice){ bytes, utf8_encode(code, bytes) });
	}
	json_escape(&out, buffer_slice(&text));
	value = json_loadb(out.p, out.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	cr_assert(json_is_string(value));
	cr_expect(slice_eq((struct slice){ json_string_value(value), json_string_length(value) },
	    buffer_slice(&text)));
	json_decref(value);
	buffer_release(&text);
	buffer_release(&out);
}
