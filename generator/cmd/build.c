#include "cmd/command.h"

#include <stdlib.h>
#include <unistd.h>

#include "check/report.h"

struct build_options build_options_of(const struct invocation *invocation)
{
	return (struct build_options){
		.site = invocation->site         ? invocation->site
			: invocation->repository ? ""
						 : ".",
		.repository = invocation->repository,
		.revision = invocation->revision,
		.out = invocation->out,
		.theme = invocation->theme,
		.cache = invocation->cache,
		.base_url = invocation->base_url,
		.today = invocation->today,
		.links = invocation->links,
		.drafts = invocation->drafts,
		.no_history = invocation->no_history,
		.adopt = invocation->adopt,
		.workers = invocation->workers,
		.wait_seconds = invocation->wait_seconds,
	};
}

/* What a level of talk leaves out: -q all but errors, -v nothing, else notes. */
static void drop_unwanted(struct diagnostics *diagnostics, const struct invocation *invocation)
{
	enum level least = invocation->quiet     ? LEVEL_ERROR
			   : invocation->verbose ? LEVEL_NOTE
						 : LEVEL_WARNING;
	size_t kept = 0;

	for (size_t i = 0; i < diagnostics->list.count; i++)
		if (diagnostics->list.items[i].level >= least)
			diagnostics->list.items[kept++] = diagnostics->list.items[i];
	diagnostics->list.count = kept;
}

static enum text_id outcome_of(const struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < diagnostics->list.count; i++)
		if (diagnostics->list.items[i].id == DIAG_PUBLISH_INTERRUPTED)
			return TEXT_HALF_BUILT;
	return diagnostics_blocking(diagnostics) ? TEXT_NOT_BUILT : TEXT_BUILT;
}

static void say_outcome(struct output *out, const struct invocation *invocation,
    const struct build_options *options, const struct build_result *result, enum text_id outcome)
{
	struct arena *scratch = arena_new();
	const struct slice args[] = {
		slice_from(options->out),
		arena_printf(scratch, "%zu", result->pages),
		arena_printf(scratch, "%zu", result->published.written),
		arena_printf(scratch, "%zu", result->published.unchanged),
		arena_printf(scratch, "%zu", result->published.removed),
	};

	if (outcome != TEXT_BUILT || !invocation->quiet)
		say(out, invocation->language, outcome, args, 5);
	arena_free(scratch);
}

static void say_verified(struct output *out, const struct invocation *invocation,
    const struct build_options *options, const struct build_result *result,
    const struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	const struct slice args[] = { slice_from(options->out),
		arena_printf(scratch, "%zu", result->verified.pages) };

	if (!diagnostics_blocking(diagnostics) && !invocation->json)
		say(out, invocation->language, TEXT_VERIFIED, args, 2);
	arena_free(scratch);
}

/* Says what was found and how it ended, in the form that was asked for; -1 where that could not be written. */
static int report(const struct invocation *invocation, const struct build_options *options,
    const struct build_result *result, struct source *source, struct diagnostics *diagnostics,
    int fd)
{
	enum text_id outcome = outcome_of(diagnostics);
	struct report_source lines;
	struct report_options report = { .language = invocation->language,
		.accepted = invocation->accepted,
		.colours = report_colours(fd, getenv("NO_COLOR")),
		.line = report_source_line,
		.context = &lines };
	struct output out;
	int written;

	if (options->out)
		drop_unwanted(diagnostics, invocation);
	output_init(&out, fd);
	report_source_init(&lines, source);
	if (invocation->json)
		report_json(diagnostics, &report, &out);
	else if (diagnostics->list.count > 0 || !options->out)
		report_text(diagnostics, &report, &out);
	if (options->verify)
		say_verified(&out, invocation, options, result, diagnostics);
	else if (options->out)
		say_outcome(&out, invocation, options, result, outcome);
	written = output_finish(&out);
	report_source_release(&lines);
	return written;
}

int run_build(const struct invocation *invocation, const struct build_options *options, int fd)
{
	struct diagnostics diagnostics;
	struct source *source = NULL;
	struct build_result result;
	int status;

	diagnostics_init(&diagnostics);
	build(options, &source, &result, &diagnostics);
	diagnostics_sort(&diagnostics);
	status = exit_status_of(&diagnostics, invocation->strict);
	if (report(invocation, options, &result, source, &diagnostics, fd) != 0 && !options->out)
		status = EXIT_SYSTEM;
	source_close(source);
	diagnostics_release(&diagnostics);
	return status;
}

/* Leaves failures alone, where the content could be opened at all. */
static void drop_findings(struct diagnostics *diagnostics)
{
	size_t kept = 0;

	for (size_t i = 0; i < diagnostics->list.count; i++)
		if (diagnostics->list.items[i].level == LEVEL_FAILURE)
			diagnostics->list.items[kept++] = diagnostics->list.items[i];
	diagnostics->list.count = kept;
}

int run_telling(const struct invocation *invocation, const struct build_options *options)
{
	struct diagnostics diagnostics;
	struct source *source = NULL;
	struct build_result result;
	struct report_options report = { .language = invocation->language };
	struct output out;
	int status;

	diagnostics_init(&diagnostics);
	build(options, &source, &result, &diagnostics);
	if (source)
		drop_findings(&diagnostics);
	diagnostics_sort(&diagnostics);
	status = exit_status_of(&diagnostics, false);
	output_init(&out, STDERR_FILENO);
	if (diagnostics.list.count > 0)
		report_text(&diagnostics, &report, &out);
	output_finish(&out);
	source_close(source);
	diagnostics_release(&diagnostics);
	return status;
}

int exit_status_of(const struct diagnostics *diagnostics, bool strict)
{
	if (diagnostics_count(diagnostics, LEVEL_FAILURE) > 0)
		return EXIT_SYSTEM;
	if (diagnostics_count(diagnostics, LEVEL_ERROR) > 0 ||
	    (strict && diagnostics_count(diagnostics, LEVEL_WARNING) > 0))
		return EXIT_CONTENT;
	return EXIT_GOOD;
}

int command_check(const struct invocation *invocation)
{
	struct build_options options = build_options_of(invocation);

	return run_build(invocation, &options, STDOUT_FILENO);
}

int command_build(const struct invocation *invocation)
{
	struct build_options options = build_options_of(invocation);

	if (!options.out)
		options.out = "public";
	return run_build(invocation, &options, STDERR_FILENO);
}
