#include "cmd/command.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/workers.h"

struct option_row {
	const char *name; /* with its hyphens */
	enum option_bit bit;
	bool takes_value;
	bool (*set)(struct invocation *invocation, const char *value);
};

static bool parse_number(const char *value, uint32_t most, unsigned *number)
{
	uint32_t parsed;

	if (!slice_to_uint(slice_from(value), most, &parsed))
		return false;
	*number = parsed;
	return true;
}

#define SETTER(name, ...)                                               \
	static bool set_##name(struct invocation *i, const char *value) \
	{                                                               \
		(void)value;                                            \
		__VA_ARGS__;                                            \
	}

/* clang-format off */
SETTER(out, i->out = value; return *value != '\0')
SETTER(revision, i->revision = value; return *value != '\0')
SETTER(repository, i->repository = value; return *value != '\0')
SETTER(cache, i->cache = value; return *value != '\0')
SETTER(theme, i->theme = value; return *value != '\0')
SETTER(branch, i->branch = value; return *value != '\0')
SETTER(inner_site, i->inner_site = value; return *value != '\0' && *value != '/')
SETTER(drafts, i->drafts = true; return true)
SETTER(no_history, i->no_history = true; return true)
SETTER(adopt, i->adopt = true; return true)
SETTER(quiet, i->quiet = true; return true)
SETTER(verbose, i->verbose = true; return true)
SETTER(strict, i->strict = true; return true)
SETTER(accepted, i->accepted = true; return true)
SETTER(workers, return parse_number(value, 256, &i->workers) && i->workers > 0)
SETTER(wait, return parse_number(value, 86400, &i->wait_seconds))
SETTER(today, return date_parse(slice_from(value), &i->today) && date_full(i->today))
/* clang-format on */

static bool set_base_url(struct invocation *i, const char *value)
{
	i->base_url = slice_from(value);
	return slice_starts(i->base_url, "https://") || slice_starts(i->base_url, "http://");
}

static bool set_links(struct invocation *i, const char *value)
{
	i->links = strcmp(value, "file") == 0 ? LINKS_FILE : LINKS_WEB;
	return strcmp(value, "file") == 0 || strcmp(value, "web") == 0;
}

static bool set_format(struct invocation *i, const char *value)
{
	i->json = strcmp(value, "json") == 0;
	return i->json || strcmp(value, "text") == 0;
}

static bool set_language(struct invocation *i, const char *value)
{
	i->language = strcmp(value, "en") == 0 ? LANGUAGE_ENGLISH : LANGUAGE_ITALIAN;
	return strcmp(value, "en") == 0 || strcmp(value, "it") == 0;
}

static const struct option_row rows[] = {
	{ "-o", OPTION_OUT, true, set_out },
	{ "--rev", OPTION_REVISION, true, set_revision },
	{ "--repo", OPTION_REPOSITORY, true, set_repository },
	{ "--today", OPTION_TODAY, true, set_today },
	{ "--base-url", OPTION_BASE_URL, true, set_base_url },
	{ "--drafts", OPTION_DRAFTS, false, set_drafts },
	{ "--no-history", OPTION_NO_HISTORY, false, set_no_history },
	{ "--cache", OPTION_CACHE, true, set_cache },
	{ "--theme", OPTION_THEME, true, set_theme },
	{ "--links", OPTION_LINKS, true, set_links },
	{ "--adopt", OPTION_ADOPT, false, set_adopt },
	{ "--wait", OPTION_WAIT, true, set_wait },
	{ "-j", OPTION_WORKERS, true, set_workers },
	{ "-q", OPTION_QUIET, false, set_quiet },
	{ "-v", OPTION_VERBOSE, false, set_verbose },
	{ "--strict", OPTION_STRICT, false, set_strict },
	{ "--accepted", OPTION_ACCEPTED, false, set_accepted },
	{ "--format", OPTION_FORMAT, true, set_format },
	{ "--branch", OPTION_BRANCH, true, set_branch },
	{ "--site", OPTION_INNER_SITE, true, set_inner_site },
	{ "--lang", OPTION_LANGUAGE, true, set_language },
};

static int refuse(
    const struct invocation *invocation, enum text_id id, const char *first, const char *second)
{
	const struct slice args[] = { slice_from(first), slice_from(second) };
	struct output out;

	output_init(&out, STDERR_FILENO);
	say(&out, invocation->language, id, args, 2);
	output_finish(&out);
	return EXIT_USE;
}

/* The row that a word names: "--rev", "--rev=x", "-j4"; *value is what is joined to it, or null. */
static const struct option_row *row_of(const char *word, const char **value)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t len = strlen(rows[i].name);

		if (strncmp(word, rows[i].name, len) != 0)
			continue;
		*value = NULL;
		if (word[len] == '\0')
			return &rows[i];
		if (word[1] != '-' && rows[i].takes_value) {
			*value = word + len;
			return &rows[i];
		}
		if (word[1] == '-' && word[len] == '=') {
			*value = word + len + 1;
			return &rows[i];
		}
	}
	return NULL;
}

/* Reads the option at argv[*at], moving *at to the last word of it. */
static int read_option(struct invocation *invocation, const struct command *command, int argc,
    char *const *argv, int *at)
{
	const char *word = argv[*at], *value;
	const struct option_row *row = row_of(word, &value);

	if (!row || !(command->options & row->bit))
		return refuse(invocation, TEXT_USAGE_OPTION, command->name, word);
	if (!row->takes_value && value)
		return refuse(invocation, TEXT_USAGE_UNEXPECTED_VALUE, row->name, "");
	if (row->takes_value && !value) {
		if (*at + 1 >= argc)
			return refuse(invocation, TEXT_USAGE_NO_VALUE, row->name, "");
		value = argv[++*at];
	}
	if (!row->set(invocation, value))
		return refuse(invocation, TEXT_USAGE_BAD_VALUE, row->name, value);
	return 0;
}

static enum language language_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return strncmp(value, "en", 2) == 0 ? LANGUAGE_ENGLISH : LANGUAGE_ITALIAN;
	}
	return LANGUAGE_ITALIAN;
}

enum language language_of(int argc, char *const *argv)
{
	struct invocation found = { .language = language_of_environment() };

	for (int i = 0; i < argc; i++) {
		const char *value;
		const struct option_row *row = row_of(argv[i], &value);

		if (!row || row->bit != OPTION_LANGUAGE)
			continue;
		if (!value && i + 1 < argc)
			value = argv[i + 1];
		if (value)
			set_language(&found, value);
	}
	return found.language;
}

int invocation_read(
    struct invocation *invocation, const struct command *command, int argc, char *const *argv)
{
	bool options_ended = false;

	*invocation = (struct invocation){
		.today = moment_in_rome((int64_t)time(NULL)).day,
		.workers = workers_default(),
		.wait_seconds = 600,
		.language = language_of(argc, argv),
	};
	for (int i = 0; i < argc; i++) {
		int status;

		if (!options_ended && strcmp(argv[i], "--") == 0) {
			options_ended = true;
			continue;
		}
		if (!options_ended && argv[i][0] == '-' && argv[i][1] != '\0') {
			status = read_option(invocation, command, argc, argv, &i);
			if (status != 0)
				return status;
			continue;
		}
		if (command->options & OPTION_PATH_ARGUMENT && !invocation->path)
			invocation->path = argv[i];
		else if (command->options & OPTION_SITE_ARGUMENT && !invocation->site)
			invocation->site = argv[i];
		else
			return refuse(invocation, TEXT_USAGE_ARGUMENT,
			    command->options & OPTION_SECRET ? "…" : argv[i], "");
	}
	if (command->options & OPTION_PATH_ARGUMENT && !invocation->path)
		return refuse(invocation, TEXT_USAGE_NO_PATH, command->name, "");
	return 0;
}
