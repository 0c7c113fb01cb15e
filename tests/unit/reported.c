#include "reported.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buffer.h"

static size_t count_args(const struct diagnostic *diagnostic)
{
	size_t count = DIAG_ARGS;

	while (count > 0 && slice_empty(diagnostic->args[count - 1]))
		count--;
	return count;
}

const char *reported(const struct diagnostics *diagnostics, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *result;

	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct diagnostic *each = &diagnostics->list.items[i];
		size_t args = count_args(each);

		buffer_addf(&text, "%s%u:%u+%u %s", i ? "; " : "", each->at.line, each->at.column,
		    each->at.length, diag_name(each->id));
		for (size_t k = 0; k < args; k++)
			buffer_addf(&text, "%s%.*s", k ? "," : " ",
			    SLICE_ARGS(diag_argument(each->args[k], LANGUAGE_ITALIAN)));
	}
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

const char *shared_data(const char *name, struct arena *arena)
{
	const char *root = getenv("ZONALE_SHARED_DATA");
	const char *path =
	    arena_printf(arena, "%s/%s", root && *root ? root : "../shared/data", name).p;

	if (access(path, R_OK) == 0)
		return path;
	printf("no shared test data at %s: skipped\n", path);
	return NULL;
}
