/* Every object of a repository made there, and by what name it is known; against git's own count. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "repository_fixture.h"
#include "source/every_file.h"
#include "source/every_object.h"

static struct fixture f;

static void set_up(void)
{
	fixture_init(&f);
}

static void tear_down(void)
{
	fixture_release(&f);
}

TestSuite(every_object, .init = set_up, .fini = tear_down);

/* "blob content/a refs/heads/main 1709251200: bytes;" for each object that holds "MARCA". */
struct shown {
	struct buffer text;
	size_t count;
};

static void show(void *context, const struct stored_object *object)
{
	static const char *const kinds[] = { "commit", "tree", "blob", "tag" };
	struct shown *shown = context;

	shown->count++;
	if (slice_find(object->bytes, "MARCA") == SLICE_NONE)
		return;
	buffer_addf(&shown->text, "%s '%.*s' '%.*s' %lld; ", kinds[object->kind],
	    SLICE_ARGS(object->path), SLICE_ARGS(object->from),
	    object->has_time ? (long long)object->time : -1);
}

static struct shown look(const char *name, struct object_figures *figures, int expected)
{
	struct object_store *store =
	    object_store_open(fixture_path(&f, name), false, &f.diagnostics);
	struct shown shown = { 0 };

	cr_assert(store);
	buffer_add_str(&shown.text, "");
	cr_expect_eq(every_object(store, show, &shown, figures, &f.diagnostics), expected);
	object_store_close(store);
	return shown;
}

static size_t sum(const struct object_figures *figures)
{
	size_t all = 0;

	for (int i = 0; i < STORED_KIND_COUNT; i++)
		all += figures->objects[i];
	return all;
}

Test(every_object, by_what_leads_to_it)
{
	static const struct {
		const char *name, *script, *expected;
	} rows[] = {
		{ "content",
		    "mkdir -p content/b; echo MARCA >content/b/a; commit 0 '1700000000 +0000'",
		    "blob 'content/b/a' 'refs/heads/main' 1700000000; " },
		{ "content of long ago",
		    "echo MARCA >a; commit 0 '1700000000 +0000'; echo >a; commit 1",
		    "blob 'a' 'refs/heads/main' 1700000000; " },
		{ "message", "commit MARCA", "commit '' 'refs/heads/main' 1709251200; " },
		{ "author", "GIT_AUTHOR_NAME=MARCA commit 0",
		    "commit '' 'refs/heads/main' 1709251200; " },
		{ "a file's name", "mkdir x; echo >x/MARCA; commit 0; echo >x/b; commit 1",
		    "tree 'x' 'refs/heads/main' 1709251200; " },
		{ "another branch",
		    "commit 0; git checkout -q -b altro; echo MARCA >a; commit 1; git checkout -q main",
		    "blob 'a' 'refs/heads/altro' 1709251200; " },
		{ "a side branch that was merged",
		    "commit 0; git checkout -q -b altro; echo MARCA >a; commit 1; rm a; commit 2\n"
		    "git checkout -q main; echo >b; commit 3; git merge -q -m 4 altro; git branch -D altro",
		    "blob 'a' 'refs/heads/main' 1709251200; " },
		{ "a tag", "commit 0; git tag -a -m MARCA v1", "tag '' 'refs/tags/v1' -1; " },
		{ "a tag of a blob",
		    "commit 0; echo MARCA | git hash-object -w --stdin | xargs git tag v1",
		    "blob '' 'refs/tags/v1' -1; " },
		{ "a note", "commit 0; git notes add -m MARCA",
		    "blob '6ec864b1da20b3df3900431887e03aba9257ce6f' 'refs/notes/commits' 1709251200; " },
		{ "stash", "echo >a; commit 0; echo MARCA >a; git stash -q",
		    "blob 'a' 'refs/stash' 1709251200; " },
		{ "the stash before",
		    "echo >a; commit 0; echo MARCA >a; git stash -q; echo 1 >a; git stash -q",
		    "blob 'a' 'refs/stash@{1}' 1709251200; " },
		{ "index", "commit 0; echo MARCA >a; git add a", "blob 'a' 'index' -1; " },
		{ "amended",
		    "echo MARCA >a; commit 0; echo >a; git add a; git commit -q --amend -m 1",
		    "blob 'a' 'HEAD@{1}' 1709251200; " },
		{ "reset",
		    "commit 0; echo MARCA >a; commit 1; git reset -q --hard HEAD~1; rm -r .git/logs",
		    "blob 'a' 'ORIG_HEAD' 1709251200; " },
		{ "detached", "commit 0; git checkout -q --detach; echo MARCA >a; commit 1",
		    "blob 'a' 'HEAD' 1709251200; " },
		{ "nothing leads there", "commit 0; echo MARCA | git hash-object -w --stdin",
		    "blob '' '' -1; " },
		{ "a commit to which nothing leads",
		    "commit 0; git checkout -q -b altro; echo MARCA >a; commit 1; git checkout -q main\n"
		    "git branch -q -D altro; rm -rf .git/logs .git/ORIG_HEAD",
		    "blob 'a' '' 1709251200; " },
		{ "the same once in a pack, once loose",
		    "echo MARCA >a; commit 0; git repack -q; git cat-file blob HEAD:a >x\n"
		    "rm a; git hash-object -w x; rm x",
		    "blob 'a' 'refs/heads/main' 1709251200; " },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct object_figures figures;
		struct shown shown;
		struct slice count;

		fixture_run(&f, "rm -rf r; git init -q -b main r; cd r; %s", rows[i].script);
		for (int packed = 0; packed < 2; packed++) {
			shown = look("r", &figures, 0);
			cr_expect_str_eq(shown.text.p, rows[i].expected, "%s (packed: %d): %s",
			    rows[i].name, packed, shown.text.p);
			buffer_release(&shown.text);
			count = fixture_output(
			    &f, "cd r; git cat-file --batch-all-objects --batch-check | wc -l");
			cr_expect_eq(sum(&figures), (size_t)strtoul(count.p, NULL, 10),
			    "%s: %zu objects, not %s", rows[i].name, sum(&figures), count.p);
			fixture_run(&f, "cd r; git repack -a -d -q -k");
		}
	}
	cr_expect_eq(f.diagnostics.list.count, 0);
}

Test(every_object, what_is_elsewhere)
{
	struct object_figures figures;
	struct shown shown;

	fixture_run(&f,
	    "git init -q -b main r; cd r; echo MARCA >a; commit 0; echo >a; commit 1; cd ..\n"
	    "git clone -q --shared r borrows; git clone -q --depth 1 file://$PWD/r shallow\n"
	    "git -C r worktree add -q ../tree; touch r/.git/objects/pack/tmp_pack_x");
	shown = look("borrows", &figures, 0);
	cr_expect_str_eq(shown.text.p, "blob 'a' 'refs/heads/main' 1709251200; ");
	cr_expect(figures.borrows && !figures.shallow);
	buffer_release(&shown.text);
	shown = look("shallow", &figures, 0);
	cr_expect_str_eq(shown.text.p, "");
	cr_expect(figures.shallow && !figures.borrows);
	buffer_release(&shown.text);
	shown = look("tree", &figures, 0);
	cr_expect_eq(figures.worktrees, 1);
	cr_expect_eq(figures.leftovers, 1);
	cr_expect_str_eq(shown.text.p, "blob 'a' 'refs/heads/main' 1709251200; ");
	buffer_release(&shown.text);
}

Test(every_object, goes_on_after_what_is_broken)
{
	struct object_figures figures;
	struct shown shown;

	fixture_run(&f,
	    "git init -q -b main r; cd r; echo MARCA >a; echo 1 >b; echo 2 >c; commit MARCA\n"
	    "for at in b c; do o=$(git rev-parse HEAD:$at | sed 's|^..|&/|'); chmod u+w .git/objects/$o\n"
	    "[ $at = b ] && rm .git/objects/$o || echo x >.git/objects/$o; done");
	shown = look("r", &figures, -1);
	cr_expect_str_eq(shown.text.p,
	    "commit '' 'refs/heads/main' 1709251200; blob 'a' 'refs/heads/main' 1709251200; ", "%s",
	    shown.text.p);
	cr_expect_eq(figures.unreadable, 2);
	cr_expect_eq(fixture_reported(&f, DIAG_OBJECT_MISSING), 1);
	cr_expect_eq(fixture_reported(&f, DIAG_OBJECT_CORRUPT), 1);
	buffer_release(&shown.text);
}

Test(every_object, no_repository)
{
	fixture_run(&f, "mkdir empty");
	cr_expect_null(object_store_open(fixture_path(&f, "empty"), false, &f.diagnostics));
	cr_expect_eq(fixture_reported(&f, DIAG_REPOSITORY_NONE), 1);
}

static bool not_skipped(void *context, struct slice path)
{
	(void)context;
	return !slice_ends(path, "skip/");
}

static void show_file(void *context, const struct stored_file *file)
{
	buffer_addf(context, "%.*s=%.*s%s ", SLICE_ARGS(file->path), SLICE_ARGS(file->bytes),
	    file->too_large ? "!" : "");
}

Test(every_object, every_file)
{
	struct buffer text = { 0 };

	fixture_run(&f,
	    "mkdir -p d/b/e d/skip; printf 1 >d/b/x; printf 2 >d/a; printf 3 >d/skip/y; mkfifo d/f\n"
	    "ln -s /etc d/link; truncate -s 51M d/large");
	cr_expect_eq(
	    every_file(fixture_path(&f, "d"), not_skipped, show_file, &text, &f.diagnostics), 0);
	cr_expect_str_eq(text.p, "a=2 b/= b/e/= b/x=1 large=! link=/etc ", "%s", text.p);
	buffer_release(&text);
	cr_expect_eq(
	    every_file(fixture_path(&f, "no"), not_skipped, show_file, &text, &f.diagnostics), -1);
	cr_expect_eq(fixture_reported(&f, DIAG_SYSTEM), 1);
}
