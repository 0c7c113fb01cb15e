#include "cmd/command.h"

#include <stdlib.h>
#include <unistd.h>

#include "check/report.h"

int command_check(const struct invocation *invocation)
{
	struct build_options options = build_options_of(invocation);
	struct diagnostics diagnostics;
	struct source *source = NULL;
	struct report_source lines;
	struct report_options report = { .language = invocation->language,
		.accepted = invocation->accepted,
		.colours = report_colours(STDOUT_FILENO, getenv("NO_COLOR")),
		.line = report_source_line,
		.context = &lines };
	struct build_result result;
	struct output out;
	int status;

	diagnostics_init(&diagnostics);
	build(&options, &source, &result, &diagnostics);
	diagnostics_sort(&diagnostics);
	status = exit_status_of(&diagnostics, invocation->strict);
	output_init(&out, STDOUT_FILENO);
	report_source_init(&lines, source);
	if (invocation->json)
		report_json(&diagnostics, &report, &out);
	else
		report_text(&diagnostics, &report, &out);
	if (output_finish(&out) != 0)
		status = EXIT_SYSTEM;
	report_source_release(&lines);
	source_close(source);
	diagnostics_release(&diagnostics);
	return status;
}
