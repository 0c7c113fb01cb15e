/* Citations in running text: spans in order that say a number and a year; their addresses are safe. */
#include "base/url.h"
#include "parse/citation.h"
#include "target.h"

static const struct slice initials[] = { SLICE_INIT("DCZI"), SLICE_INIT("D.C. Sociale") };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct citations found = { 0 };
	size_t behind = 0;

	trial_begin(&trial, data, size);
	citations_find(
	    trial.bytes, initials, sizeof initials / sizeof *initials, trial.arena, &found);
	for (size_t i = 0; i < found.list.count; i++) {
		const struct citation *each = &found.list.items[i];
		struct slice url = citation_normattiva(each, trial.arena);

		MUST(each->start >= behind && each->start < each->end && each->end <= size, url);
		MUST(each->number >= 1 && each->year >= 1861 && each->year <= 2999, url);
		MUST(each->date.year == each->year, url);
		MUST(
		    lies_in(each->suffix, trial.bytes) && lies_in(each->article, trial.bytes), url);
		MUST(slice_empty(url) || url_is_safe(url), url);
		behind = each->end;
	}
	trial_end(&trial);
	return 0;
}
