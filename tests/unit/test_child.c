/* Another program: what it gets, what it may, and how it is stopped. */
#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/child.h"

Test(child, runs)
{
	static const struct child_limits usual = { 5, (size_t)1 << 30, 1 << 20 };
	static const struct child_limits hasty = { 1, (size_t)1 << 30, 1 << 20 };
	static const struct child_limits small = { 5, (size_t)1 << 30, 1000 };
	static const struct {
		const char *name, *script;
		const struct child_limits *limits;
		int status, error;
		const char *output;
	} rows[] = {
		{ "gets and gives", "cat; echo fine; echo lost >&2", &usual, 0, 0, "datofine\n" },
		{ "may seek", "head -c 2; cat <&0 >/dev/null; exit 7", &usual, 7, 0, "da" },
		{ "environment", "echo $HOME$USER$LC_ALL", &usual, 0, 0, "C.UTF-8\n" },
		{ "writes no file", "echo x >/tmp/zonale-child-test; exit 0", &usual, -1, ECANCELED,
		    NULL },
		/* by its own time or, on a busy machine, by the clock */
		{ "runs on", "while :; do :; done", &hasty, -1, 0, "" },
		{ "hangs", "exec sleep 60", &hasty, -1, ETIMEDOUT, "" },
		{ "talks on", "while :; do echo aaaaaaaaaaaaaaaaaaa; done", &small, -1, ECANCELED,
		    NULL },
		{ "dies", "kill -9 $$", &usual, -1, ECANCELED, "" },
	};
	const char *none[] = { "zonale-no-such-program", NULL };
	struct buffer output = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *argv[] = { "sh", "-c", rows[i].script, NULL };
		int status, error;

		buffer_clear(&output);
		buffer_add_str(&output, "");
		errno = 0;
		status = child_run(argv, SLICE("dato"), rows[i].limits, &output);
		error = status < 0 ? errno : 0;
		cr_expect_eq(status, rows[i].status, "%s: status %d", rows[i].name, status);
		if (rows[i].error || status >= 0)
			cr_expect_eq(error, rows[i].error, "%s: errno %d", rows[i].name, error);
		if (rows[i].output)
			cr_expect_str_eq(
			    output.p, rows[i].output, "%s: %s", rows[i].name, output.p);
	}
	unlink("/tmp/zonale-child-test");
	cr_expect_eq(child_run(none, SLICE(""), &usual, &output), -1);
	cr_expect_eq(errno, ENOENT);
	setenv("PATH", ":.", 1);
	cr_expect_eq(child_run((const char *[]){ "sh", NULL }, SLICE(""), &usual, &output), -1);
	cr_expect_eq(errno, ENOENT, "the current folder's programs are not run");
	buffer_release(&output);
}
