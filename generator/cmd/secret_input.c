#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "cmd/history_search.h"

#define INPUT_MAX ((size_t)256 * 1024)

static void say_on_errors(enum language language, enum text_id id)
{
	struct output out;

	output_init(&out, STDERR_FILENO);
	say(&out, language, id, NULL, 0);
	output_finish(&out);
}

/* Signals that would leave the terminal without echo wait until it has it back. */
static void signals_held(sigset_t *held)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };

	sigemptyset(held);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		sigaddset(held, numbers[i]);
}

/* Waits for input, or for one of these signals: then its number, else 0. */
static int wait_for_input(const sigset_t *held)
{
	static const struct timespec at_once = { 0, 0 };

	for (;;) {
		struct pollfd ready = { .fd = STDIN_FILENO, .events = POLLIN };
		int number = held ? sigtimedwait(held, NULL, &at_once) : 0;

		if (number > 0)
			return number;
		if (poll(&ready, 1, held ? 200 : -1) > 0)
			return 0;
	}
}

/* Reads to the end or, from a terminal, to an empty line. Returns the signal that ended it, or 0. */
static int read_lines(char *bytes, size_t *len, bool *failed, const sigset_t *held)
{
	while (*len < INPUT_MAX) {
		int number = wait_for_input(held);
		ssize_t got;

		if (number)
			return number;
		got = read(STDIN_FILENO, bytes + *len, INPUT_MAX - *len);
		if (got < 0 && errno == EINTR)
			continue;
		*failed = got < 0;
		if (got <= 0 || (held && got == 1 && bytes[*len] == '\n'))
			return 0;
		*len += (size_t)got;
	}
	*failed = true;
	return 0;
}

static int ask(char *bytes, size_t *len, bool *failed, enum language language)
{
	struct termios before, quiet;
	sigset_t held, others;
	int number = 0;

	if (tcgetattr(STDIN_FILENO, &before) != 0) {
		*failed = true;
		return 0;
	}
	quiet = before;
	quiet.c_lflag &= ~(tcflag_t)ECHO;
	signals_held(&held);
	sigprocmask(SIG_BLOCK, &held, &others);
	if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) != 0) {
		*failed = true;
	} else {
		say_on_errors(language, TEXT_SEARCH_ASK);
		number = read_lines(bytes, len, failed, &held);
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
		say_on_errors(language, TEXT_SEARCH_ASKED);
	}
	if (number)
		raise(number);
	sigprocmask(SIG_SETMASK, &others, NULL);
	return number;
}

bool secret_input_read(enum language language, struct slice *input)
{
	char *bytes = calloc(1, INPUT_MAX);
	bool failed = false;
	size_t len = 0;
	int number = 0;

	if (!bytes)
		abort();
	(void)mlock(bytes, INPUT_MAX);
	if (isatty(STDIN_FILENO))
		number = ask(bytes, &len, &failed, language);
	else
		number = read_lines(bytes, &len, &failed, NULL);
	*input = (struct slice){ bytes, len };
	if (!failed && !number)
		return true;
	if (failed)
		say_on_errors(language, TEXT_SEARCH_NO_INPUT);
	secret_input_free(*input);
	return false;
}

void secret_input_free(struct slice input)
{
	char *bytes = (char *)(uintptr_t)input.p;

	explicit_bzero(bytes, INPUT_MAX);
	munlock(bytes, INPUT_MAX);
	free(bytes);
}
