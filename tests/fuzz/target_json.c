/* JSON out: another library reads back what went in. */
#include <jansson.h>

#include "base/json.h"
#include "base/unicode.h"
#include "target.h"

static void check_read_back(struct slice written, struct slice text)
{
	json_t *root = json_loadb(written.p, written.len, JSON_ALLOW_NUL, NULL);
	json_t *value = root ? json_object_get(root, "testo") : NULL;

	MUST(value && json_is_string(value), written);
	if (utf8_invalid_at(text) == SLICE_NONE)
		MUST(slice_eq((struct slice){ json_string_value(value), json_string_length(value) },
			 text),
		    written);
	json_decref(root);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct buffer out = { 0 };
	struct json json = json_writer(&out, size % 2);

	trial_begin(&trial, data, size);
	json_open(&json, NULL, '{');
	json_text(&json, "testo", trial.bytes);
	json_int(&json, "lungo", (int64_t)size);
	json_close(&json, '}');
	check_read_back(buffer_slice(&out), trial.bytes);
	buffer_release(&out);
	trial_end(&trial);
	return 0;
}
