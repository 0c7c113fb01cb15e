#include "cmd/command.h"

#include <string.h>
#include <unistd.h>

#define BUILD_OPTIONS                                                                            \
	(OPTION_REVISION | OPTION_REPOSITORY | OPTION_TODAY | OPTION_BASE_URL | OPTION_DRAFTS |  \
	    OPTION_NO_HISTORY | OPTION_CACHE | OPTION_THEME | OPTION_WORKERS | OPTION_LANGUAGE | \
	    OPTION_SITE_ARGUMENT)

#define HISTORY_OPTIONS                                                                          \
	(OPTION_REVISION | OPTION_REPOSITORY | OPTION_TODAY | OPTION_WORKERS | OPTION_LANGUAGE | \
	    OPTION_SITE_ARGUMENT)

#define HOOK_OPTIONS                                                                            \
	(OPTION_REPOSITORY | OPTION_OUT | OPTION_BRANCH | OPTION_INNER_SITE | OPTION_BASE_URL | \
	    OPTION_THEME | OPTION_LINKS | OPTION_WORKERS | OPTION_LANGUAGE)

static const struct command commands[] = {
	{ "build",
	    BUILD_OPTIONS | OPTION_OUT | OPTION_LINKS | OPTION_ADOPT | OPTION_WAIT | OPTION_QUIET |
		OPTION_VERBOSE,
	    TEXT_HELP_BUILD, command_build },
	{ "check", BUILD_OPTIONS | OPTION_STRICT | OPTION_ACCEPTED | OPTION_FORMAT, TEXT_HELP_CHECK,
	    command_check },
	{ "history log", HISTORY_OPTIONS | OPTION_PATH_ARGUMENT | OPTION_FORMAT, TEXT_HELP_HISTORY,
	    command_history_log },
	{ "history verify",
	    HISTORY_OPTIONS | OPTION_OUT | OPTION_BASE_URL | OPTION_THEME | OPTION_LINKS |
		OPTION_FORMAT,
	    TEXT_HELP_HISTORY, command_history_verify },
	{ "history search",
	    OPTION_REPOSITORY | OPTION_FORMAT | OPTION_LANGUAGE | OPTION_SITE_ARGUMENT |
		OPTION_SECRET,
	    TEXT_HELP_HISTORY_SEARCH, command_history_search },
	{ "hook install", HOOK_OPTIONS, TEXT_HELP_HOOK, command_hook_install },
	{ "hook post-receive", HOOK_OPTIONS, TEXT_HELP_HOOK, command_hook_post_receive },
};

static const char *const texts[TEXT_COUNT][2] = {
#define TEXT(name, it, en) [TEXT_##name] = { it, en },
#include "cmd/texts.def"
#undef TEXT
};

const char *text_in(enum language language, enum text_id id)
{
	return texts[id][language];
}

void say(struct output *out, enum language language, enum text_id id, const struct slice *args,
    size_t count)
{
	struct arena *scratch = arena_new();

	output_add(out, message_fill(text_in(language, id), args, count, scratch));
	arena_free(scratch);
}

static int say_text(int fd, enum language language, enum text_id id, const char *argument)
{
	const struct slice args[] = { slice_from(argument) };
	struct output out;

	output_init(&out, fd);
	say(&out, language, id, args, 1);
	return output_finish(&out) == 0 ? EXIT_GOOD : EXIT_SYSTEM;
}

/* The command that the first one or two words name; *used is how many. */
static const struct command *find_command(int argc, char *const *argv, int *used)
{
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		struct slice first, second;
		bool two = slice_cut(slice_from(commands[i].name), ' ', &first, &second);

		if (argc < 1 || !slice_is(first, argv[0]) ||
		    (two && (argc < 2 || !slice_is(second, argv[1]))))
			continue;
		*used = two ? 2 : 1;
		return &commands[i];
	}
	return NULL;
}

static bool asks_for_help(int argc, char *const *argv)
{
	for (int i = 0; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

/* The help of commands that share their first word, for that word alone; of any other word TEXT_COUNT. */
static enum text_id help_of_group(int argc, char *const *argv)
{
	if (argc > 0 && strcmp(argv[0], "hook") == 0)
		return TEXT_HELP_HOOK;
	if (argc > 0 && strcmp(argv[0], "history") == 0)
		return TEXT_HELP_HISTORY;
	return TEXT_COUNT;
}

static int help(int argc, char *const *argv, enum language language)
{
	int used;
	const struct command *command = find_command(argc, argv, &used);
	enum text_id group = help_of_group(argc, argv);

	if (command)
		return say_text(STDOUT_FILENO, language, command->help, "");
	if (group != TEXT_COUNT)
		return say_text(STDOUT_FILENO, language, group, "");
	if (argc > 0 && argv[0][0] != '-') {
		say_text(STDERR_FILENO, language, TEXT_USAGE_COMMAND, argv[0]);
		return EXIT_USE;
	}
	return say_text(STDOUT_FILENO, language, TEXT_HELP, "");
}

int main(int argc, char **argv)
{
	enum language language = language_of(argc, argv);
	struct invocation invocation;
	const struct command *command;
	enum text_id group;
	int used, status;

	argc--;
	argv++;
	if (argc == 0) {
		say_text(STDERR_FILENO, language, TEXT_HELP, "");
		return EXIT_USE;
	}
	if (strcmp(argv[0], "--version") == 0)
		return fd_write_all(STDOUT_FILENO, SLICE("zonale " ZONALE_VERSION "\n")) == 0
			   ? EXIT_GOOD
			   : EXIT_SYSTEM;
	if (strcmp(argv[0], "help") == 0)
		return help(argc - 1, argv + 1, language);
	if (asks_for_help(argc, argv))
		return help(argc, argv, language);
	command = find_command(argc, argv, &used);
	if (!command) {
		group = argc == 1 ? help_of_group(argc, argv) : TEXT_COUNT;
		say_text(STDERR_FILENO, language, group == TEXT_COUNT ? TEXT_USAGE_COMMAND : group,
		    argv[0]);
		return EXIT_USE;
	}
	status = invocation_read(&invocation, command, argc - used, argv + used);
	return status == 0 ? command->run(&invocation) : status;
}
