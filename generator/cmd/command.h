/*
 * The command line: which commands there are, what options each takes, and the language it speaks.
 *
 * Commands print; nothing below cmd/ does. They return the exit status: 0 good, 1 the content has errors, 2 wrong use,
 * 3 the system failed (design 8).
 */
#ifndef ZONALE_CMD_COMMAND_H
#define ZONALE_CMD_COMMAND_H

#include "base/file.h"
#include "build.h"

#define ZONALE_VERSION "0.1.0"

enum exit_status { EXIT_GOOD, EXIT_CONTENT, EXIT_USE, EXIT_SYSTEM };

enum text_id {
#define TEXT(name, it, en) TEXT_##name,
#include "cmd/texts.def"
#undef TEXT
	TEXT_COUNT
};

/* What a command line says. Text points into argv. */
struct invocation {
	const char *path; /* of a file in content/, as given */
	const char *site, *out, *revision, *repository, *theme, *cache, *branch, *inner_site;
	struct slice base_url;
	struct date today;
	enum link_style links;
	unsigned workers, wait_seconds;
	bool drafts, no_history, adopt, quiet, verbose, strict, accepted, json;
	enum language language;
};

/* A bit for each option. */
enum option_bit {
	OPTION_OUT = 1 << 0,
	OPTION_REVISION = 1 << 1,
	OPTION_REPOSITORY = 1 << 2,
	OPTION_TODAY = 1 << 3,
	OPTION_BASE_URL = 1 << 4,
	OPTION_DRAFTS = 1 << 5,
	OPTION_NO_HISTORY = 1 << 6,
	OPTION_THEME = 1 << 7,
	OPTION_LINKS = 1 << 8,
	OPTION_ADOPT = 1 << 9,
	OPTION_WAIT = 1 << 10,
	OPTION_WORKERS = 1 << 11,
	OPTION_QUIET = 1 << 12,
	OPTION_VERBOSE = 1 << 13,
	OPTION_STRICT = 1 << 14,
	OPTION_ACCEPTED = 1 << 15,
	OPTION_FORMAT = 1 << 16,
	OPTION_BRANCH = 1 << 17,
	OPTION_INNER_SITE = 1 << 18,
	OPTION_LANGUAGE = 1 << 19,
	OPTION_CACHE = 1 << 20,
	OPTION_SITE_ARGUMENT = 1 << 21, /* not an option: the command takes SITE */
	OPTION_PATH_ARGUMENT = 1 << 22, /* the command takes PATH first */
	OPTION_SECRET = 1 << 23,        /* neither: wrong arguments are not repeated */
};

struct command {
	const char *name; /* "build", "hook install" */
	unsigned options; /* enum option_bit */
	enum text_id help;
	int (*run)(const struct invocation *invocation);
};

/* cmd/build.c, cmd/hook.c, cmd/history_*.c */
int command_build(const struct invocation *invocation);
int command_check(const struct invocation *invocation);
int command_history_log(const struct invocation *invocation);
int command_history_verify(const struct invocation *invocation);
int command_hook_install(const struct invocation *invocation);
int command_hook_post_receive(const struct invocation *invocation);
int command_history_search(const struct invocation *invocation);

/*
 * Reads the words behind the command's name, and the environment's language, into *invocation. Returns 0, or
 * EXIT_USE after saying on standard error what is wrong.
 */
int invocation_read(
    struct invocation *invocation, const struct command *command, int argc, char *const *argv);

/* --lang among the words, else `en` in LC_ALL, LC_MESSAGES or LANG, else Italian. */
enum language language_of(int argc, char *const *argv);

/* A text as it stands in the table. */
const char *text_in(enum language language, enum text_id id);

/* Adds a text with its arguments filled in. */
void say(struct output *out, enum language language, enum text_id id, const struct slice *args,
    size_t count);

/* The build that a command line asks for. */
struct build_options build_options_of(const struct invocation *invocation);

/*
 * Runs a build, or a check where the options have no OUT, and says on `fd` what there is to say: findings (of a build,
 * notes with -v alone), then how the build ended. Returns the exit status.
 */
int run_build(const struct invocation *invocation, const struct build_options *options, int fd);

/*
 * Runs a build that only tells (build_options.told) and says on standard error what kept it from that; what is wrong with
 * the content is not asked. Returns the exit status.
 */
int run_telling(const struct invocation *invocation, const struct build_options *options);

/* 0, 1 or 3 by the worst that is not accepted; with `strict` a warning counts as an error. */
int exit_status_of(const struct diagnostics *diagnostics, bool strict);

#endif
