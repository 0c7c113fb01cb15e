#include <unistd.h>

#include "cmd/command.h"

int command_history_verify(const struct invocation *invocation)
{
	struct build_options options = build_options_of(invocation);
	struct invocation errors_alone = *invocation;

	errors_alone.quiet = true;
	options.verify = true;
	if (!options.out)
		options.out = "public";
	return run_build(&errors_alone, &options, STDOUT_FILENO);
}
