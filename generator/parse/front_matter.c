#include "parse/front_matter.h"

static bool is_fence(struct slice line)
{
	return slice_starts(line, "---") && slice_empty(slice_trim(slice_from_index(line, 3)));
}

int front_matter_split(struct slice text, struct slice file, struct diagnostics *diagnostics,
    struct front_matter *parts)
{
	struct slice rest = text, line = SLICE("");
	struct position first = { file, 1, 1, 3 };
	uint32_t number = 1;

	if (!slice_next_line(&rest, &line) || !is_fence(line)) {
		diag0(diagnostics, DIAG_FRONT_MATTER_MISSING, (struct position){ file, 1, 1, 1 });
		return -1;
	}
	*parts = (struct front_matter){ .yaml = { rest.p, 0 }, .yaml_line = 2 };
	for (;;) {
		if (!slice_next_line(&rest, &line)) {
			diag0(diagnostics, DIAG_FRONT_MATTER_UNCLOSED, first);
			return -1;
		}
		number++;
		if (is_fence(line))
			break;
	}
	parts->yaml.len = (size_t)(line.p - parts->yaml.p);
	parts->body = rest;
	parts->body_line = number + 1;
	if (parts->yaml.len > FRONT_MATTER_MAX) {
		diag0(diagnostics, DIAG_FRONT_MATTER_TOO_LARGE, first);
		return -1;
	}
	return 0;
}
