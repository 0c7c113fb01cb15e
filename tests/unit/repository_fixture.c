#include "repository_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

static const char preamble[] =
    "set -e; cd '%s'; export HOME='%s/home' XDG_CONFIG_HOME='%s/home/.config' LC_ALL=C.UTF-8\n"
    "export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_TERMINAL_PROMPT=0\n"
    "export GIT_AUTHOR_NAME='Nome Inventato' GIT_AUTHOR_EMAIL=inventato@example.org\n"
    "export GIT_COMMITTER_NAME='Nome Inventato' GIT_COMMITTER_EMAIL=inventato@example.org\n"
    "export GIT_AUTHOR_DATE='1709251200 +0000' GIT_COMMITTER_DATE='1709251200 +0000'\n"
    "unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY\n"
    "git() { command git -c init.defaultBranch=main -c advice.detachedHead=false \"$@\"; }\n"
    "commit() { git add -A; GIT_COMMITTER_DATE=\"${2:-$GIT_COMMITTER_DATE}\" "
    "git commit -q --allow-empty --allow-empty-message -m \"$1\"; }\n";

void fixture_init(struct fixture *fixture)
{
	const char *temporary = getenv("TMPDIR");
	char *real;

	*fixture = (struct fixture){ .arena = arena_new() };
	diagnostics_init(&fixture->diagnostics);
	real = realpath(temporary && *temporary ? temporary : "/tmp", NULL);
	cr_assert(real);
	fixture->folder = arena_printf(fixture->arena, "%s/zonale-test-XXXXXX", real).p;
	free(real);
	cr_assert(mkdtemp((char *)fixture->folder));
}

void fixture_release(struct fixture *fixture)
{
	fixture_run(fixture, "chmod -R u+rwX . && rm -rf '%s'", fixture->folder);
	diagnostics_release(&fixture->diagnostics);
	arena_free(fixture->arena);
}

const char *fixture_path(struct fixture *fixture, const char *name)
{
	return arena_printf(fixture->arena, "%s/%s", fixture->folder, name).p;
}

static struct slice run(struct fixture *fixture, const char *format, va_list args)
{
	struct slice script = arena_vprintf(fixture->arena, format, args);
	const char *folder = fixture->folder;
	struct slice whole = arena_printf(fixture->arena, preamble, folder, folder, folder);
	struct buffer output = { 0 };
	struct slice result;
	char bytes[4096];
	FILE *pipe;
	size_t got;

	whole = arena_printf(fixture->arena, "%.*s%.*s", SLICE_ARGS(whole), SLICE_ARGS(script));
	pipe = popen(whole.p, "r");
	cr_assert(pipe);
	while ((got = fread(bytes, 1, sizeof bytes, pipe)) > 0)
		buffer_add(&output, (struct slice){ bytes, got });
	cr_assert_eq(pclose(pipe), 0, "failed: %.*s", SLICE_ARGS(script));
	result = arena_slice(fixture->arena, buffer_slice(&output));
	buffer_release(&output);
	return result;
}

void fixture_run(struct fixture *fixture, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	run(fixture, format, args);
	va_end(args);
}

struct slice fixture_output(struct fixture *fixture, const char *format, ...)
{
	struct slice output;
	va_list args;

	va_start(args, format);
	output = run(fixture, format, args);
	va_end(args);
	return output;
}

size_t fixture_reported(const struct fixture *fixture, enum diag_id id)
{
	size_t count = 0;

	for (size_t i = 0; i < fixture->diagnostics.list.count; i++)
		count += fixture->diagnostics.list.items[i].id == id;
	return count;
}

void fixture_forget(struct fixture *fixture)
{
	diagnostics_release(&fixture->diagnostics);
	diagnostics_init(&fixture->diagnostics);
}
