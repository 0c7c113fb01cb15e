/* Escapers: whatever goes through them stays what its place makes it, and no address is active. */
#include "../unit/markup.h"
#include "render/html.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct buffer out = { 0 };
	struct slice fault;
	bool safe;

	trial_begin(&trial, data, size);
	buffer_add_str(&out, "<p>");
	html_escape_text(&out, trial.bytes);
	buffer_add_str(&out, "</p><p><a href=\"");
	safe = html_escape_url(&out, trial.bytes);
	buffer_add_str(&out, "\" title=\"");
	html_escape_attribute(&out, trial.bytes);
	buffer_add_str(&out, "\">a</a> <a href=\"../");
	html_escape_url_part(&out, trial.bytes);
	buffer_add_str(&out, "/\">b</a></p>");
	/* A fragment leads to an id of the page, which there is none of. */
	if (slice_find_byte(trial.bytes, '#') == SLICE_NONE && safe) {
		fault = markup_fault(buffer_slice(&out), trial.arena);
		MUST(slice_empty(fault), fault);
	}
	MUST(safe == url_is_safe(trial.bytes), trial.bytes);
	buffer_release(&out);
	trial_end(&trial);
	return 0;
}
