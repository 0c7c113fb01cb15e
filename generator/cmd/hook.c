#include "cmd/command.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check/report.h"

#define SMALL_FILE ((size_t)64 * 1024)
#define INPUT_MAX ((size_t)1 << 20)
#define MARK "# installed by `zonale hook install`"

/* 'text' for the shell, whatever is in it. */
static struct slice quoted(const char *text, struct arena *arena)
{
	struct slice word = SLICE("'");

	for (const char *p = text; *p; p++)
		word = *p == '\'' ? arena_printf(arena, "%.*s'\\''", SLICE_ARGS(word))
				  : arena_printf(arena, "%.*s%c", SLICE_ARGS(word), *p);
	return arena_printf(arena, "%.*s'", SLICE_ARGS(word));
}

/* The absolute path without symbolic links; null with errno. */
static const char *resolved(const char *path, struct arena *arena)
{
	char *absolute = realpath(path, NULL);
	const char *copy = absolute ? arena_cstr(arena, slice_from(absolute)) : NULL;

	free(absolute);
	return copy;
}

/* The repository's own folder: DIR itself, or DIR/.git. */
static const char *git_folder(const char *repository, struct arena *arena)
{
	struct stat status;
	struct slice inner = arena_printf(arena, "%s/.git", repository);

	if (stat(inner.p, &status) == 0 && S_ISDIR(status.st_mode))
		return inner.p;
	return repository;
}

/* The branch that HEAD names; "main" where it names none. */
static const char *main_branch(const char *git, struct arena *arena)
{
	struct slice text;

	if (file_read(AT_FDCWD, arena_printf(arena, "%s/HEAD", git).p, SMALL_FILE, arena, &text) !=
		0 ||
	    !slice_starts(text, "ref: refs/heads/"))
		return "main";
	return arena_cstr(arena, slice_trim(slice_from_index(text, sizeof "ref: refs/heads/" - 1)));
}

static struct slice option_words(const struct invocation *invocation, struct arena *arena)
{
	struct slice words = SLICE("");

	if (invocation->inner_site)
		words = arena_printf(arena, "%.*s --site %.*s", SLICE_ARGS(words),
		    SLICE_ARGS(quoted(invocation->inner_site, arena)));
	if (!slice_empty(invocation->base_url))
		words = arena_printf(arena, "%.*s --base-url %.*s", SLICE_ARGS(words),
		    SLICE_ARGS(quoted(arena_cstr(arena, invocation->base_url), arena)));
	if (invocation->theme)
		words = arena_printf(arena, "%.*s --theme %.*s", SLICE_ARGS(words),
		    SLICE_ARGS(quoted(invocation->theme, arena)));
	if (invocation->links == LINKS_FILE)
		words = arena_printf(arena, "%.*s --links file", SLICE_ARGS(words));
	return arena_printf(arena, "%.*s --lang %s", SLICE_ARGS(words),
	    invocation->language == LANGUAGE_ENGLISH ? "en" : "it");
}

/* A new hook, or one of ours: somebody else's is left alone. */
static int check_hook_file(const char *path, struct diagnostics *diagnostics, struct arena *arena)
{
	struct slice text;

	if (file_read(AT_FDCWD, path, SMALL_FILE, arena, &text) != 0) {
		if (errno == ENOENT)
			return 0;
		return file_failed(diagnostics, slice_from(path), errno);
	}
	if (slice_find(text, MARK) != SLICE_NONE)
		return 0;
	diag1(diagnostics, DIAG_HOOK_FOREIGN, POSITION_NONE, slice_from(path));
	return -1;
}

/* Written aside and renamed: git never runs half a hook. */
static int write_hook(
    const char *path, struct slice script, struct diagnostics *diagnostics, struct arena *arena)
{
	const char *aside = arena_printf(arena, "%s.zonale", path).p;
	int fd = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0755);
	bool good = fd >= 0 && fd_write_all(fd, script) == 0 && fchmod(fd, 0755) == 0;
	int error = errno;

	if (fd >= 0 && close(fd) != 0 && good) {
		error = errno;
		good = false;
	}
	if (good && rename(aside, path) != 0) {
		error = errno;
		good = false;
	}
	return good ? 0 : file_failed(diagnostics, slice_from(path), error);
}

static int install(const struct invocation *invocation, struct arena *arena,
    struct diagnostics *diagnostics, const char **branch, const char **out)
{
	char program[PATH_MAX + 1] = { 0 };
	const char *repository = resolved(invocation->repository, arena);
	const char *git, *hook;
	struct slice script;
	struct stat status;

	if (!repository)
		return file_failed(diagnostics, slice_from(invocation->repository), errno);
	git = git_folder(repository, arena);
	if (stat(arena_printf(arena, "%s/objects", git).p, &status) != 0) {
		diag1(diagnostics, DIAG_REPOSITORY_NONE, POSITION_NONE,
		    slice_from(invocation->repository));
		return -1;
	}
	if (readlink("/proc/self/exe", program, PATH_MAX) < 0)
		return file_failed(diagnostics, SLICE("/proc/self/exe"), errno);
	if (make_folders(AT_FDCWD, invocation->out) != 0)
		return file_failed(diagnostics, slice_from(invocation->out), errno);
	*out = resolved(invocation->out, arena);
	if (!*out)
		return file_failed(diagnostics, slice_from(invocation->out), errno);
	*branch = invocation->branch ? invocation->branch : main_branch(git, arena);
	if (make_folders(AT_FDCWD, arena_printf(arena, "%s/hooks", git).p) != 0)
		return file_failed(diagnostics, slice_from(git), errno);
	hook = arena_printf(arena, "%s/hooks/post-receive", git).p;
	if (check_hook_file(hook, diagnostics, arena) != 0)
		return -1;
	script = arena_printf(arena,
	    "#!/bin/sh\n" MARK "; run that again to change it\n"
	    "exec %.*s hook post-receive --repo %.*s -o %.*s --branch %.*s%.*s\n",
	    SLICE_ARGS(quoted(program, arena)), SLICE_ARGS(quoted(git, arena)),
	    SLICE_ARGS(quoted(*out, arena)), SLICE_ARGS(quoted(*branch, arena)),
	    SLICE_ARGS(option_words(invocation, arena)));
	return write_hook(hook, script, diagnostics, arena);
}

static int refuse_missing(const struct invocation *invocation, const char *option)
{
	const struct slice args[] = { slice_from(option) };
	struct output out;

	output_init(&out, STDERR_FILENO);
	say(&out, invocation->language, TEXT_USAGE_MISSING, args, 1);
	output_finish(&out);
	return EXIT_USE;
}

int command_hook_install(const struct invocation *invocation)
{
	struct report_options report = { .language = invocation->language };
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const char *branch = "", *folder = "";
	struct output out;
	int status;

	if (!invocation->repository || !invocation->out) {
		arena_free(arena);
		return refuse_missing(invocation, invocation->repository ? "-o" : "--repo");
	}
	diagnostics_init(&diagnostics);
	output_init(&out, STDERR_FILENO);
	if (install(invocation, arena, &diagnostics, &branch, &folder) == 0)
		say(&out, invocation->language, TEXT_HOOK_INSTALLED,
		    (const struct slice[]){ slice_from(branch), slice_from(folder) }, 2);
	else
		report_text(&diagnostics, &report, &out);
	output_finish(&out);
	status = exit_status_of(&diagnostics, false);
	diagnostics_release(&diagnostics);
	arena_free(arena);
	return status;
}

/* All of standard input: "<old> <new> <reference>" a line. */
static struct slice read_input(struct arena *arena)
{
	char *bytes = arena_alloc(arena, INPUT_MAX);
	size_t len = 0;

	while (len < INPUT_MAX) {
		ssize_t got = read(STDIN_FILENO, bytes + len, INPUT_MAX - len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		len += (size_t)got;
	}
	return (struct slice){ bytes, len };
}

/* Git writes zeros for a reference that is no more. */
static bool is_null_id(struct slice id)
{
	for (size_t i = 0; i < id.len; i++)
		if (id.p[i] != '0')
			return false;
	return true;
}

/* Was the branch among what was pushed, and is it still there? */
static bool branch_arrived(struct slice input, struct slice reference)
{
	struct slice line, old, new, name;

	while (slice_next_line(&input, &line)) {
		slice_cut(line, ' ', &old, &line);
		slice_cut(line, ' ', &new, &name);
		if (slice_eq(slice_trim(name), reference))
			return !is_null_id(new);
	}
	return false;
}

int command_hook_post_receive(const struct invocation *invocation)
{
	struct build_options options = build_options_of(invocation);
	struct arena *arena = arena_new();
	struct slice reference;
	struct output out;
	int status = EXIT_GOOD;

	if (!invocation->repository || !invocation->out || !invocation->branch) {
		arena_free(arena);
		return refuse_missing(invocation, "--repo, -o, --branch");
	}
	reference = arena_printf(arena, "refs/heads/%s", invocation->branch);
	if (branch_arrived(read_input(arena), reference)) {
		output_init(&out, STDERR_FILENO);
		say(&out, invocation->language, TEXT_PUSH_RECEIVED,
		    (const struct slice[]){ slice_from(invocation->branch) }, 1);
		output_finish(&out);
		/* The branch as it is once OUT is ours: of two pushes at once the later is built last. */
		options.revision = reference.p;
		options.site = invocation->inner_site ? invocation->inner_site : "";
		status = run_build(invocation, &options, STDERR_FILENO);
	}
	arena_free(arena);
	return status;
}
