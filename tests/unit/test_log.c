/* The log of a source against what the repository was made to hold, and against git's own. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "repository_fixture.h"
#include "source/log.h"

static struct fixture f;

static void set_up(void)
{
	fixture_init(&f);
}

static void tear_down(void)
{
	fixture_release(&f);
}

TestSuite(log, .init = set_up, .fini = tear_down);

static struct source *open_revision(const char *repository, const char *name, const char *site)
{
	struct source_revision revision = {
		.repository = fixture_path(&f, repository), .revision = name, .site = site
	};

	return source_open_revision(&revision, &f.diagnostics);
}

static struct slice hex_of(const unsigned char *oid, size_t bytes)
{
	struct slice hex = SLICE("");

	for (size_t i = 0; i < bytes; i++)
		hex = arena_printf(f.arena, "%.*s%02x", SLICE_ARGS(hex), (unsigned)oid[i]);
	return hex;
}

/* One line a path: "content/a: 0+ 3- 5+", the commits that set (+) or removed (-) it. */
static struct slice shown(const struct source_log *log)
{
	struct buffer text = { 0 };
	struct slice result, path = SLICE("");

	for (size_t i = 0; i < log->change_count; i++) {
		const struct source_change *change = &log->changes[i];

		if (i == 0 || !slice_eq(path, change->path))
			buffer_addf(&text, "%s%.*s:", i ? "\n" : "", SLICE_ARGS(change->path));
		buffer_addf(&text, " %zu%s", change->commit, change->has_blob ? "+" : "-");
		path = change->path;
	}
	result = arena_slice(f.arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

Test(log, tells_what_each_commit_did)
{
	static const struct {
		const char *name, *script, *site, *expected;
		size_t commits;
	} rows[] = {
		{ "added, changed, removed, back",
		    "mkdir content; echo 1 >content/a; echo 1 >content/b; commit 0; echo 2 >content/a\n"
		    "commit 1; rm content/a; commit 2; echo 2 >content/a; commit 3",
		    "", "content/a: 0+ 1+ 2- 3+\ncontent/b: 0+", 4 },
		{ "commits beside content count, and change nothing",
		    "echo 0 >x; commit 0; mkdir content; echo 1 >content/a; commit 1; echo 2 >x; commit 2",
		    "", "content/a: 1+", 3 },
		{ "whole folders come and go",
		    "mkdir -p content/d/e; echo 1 >content/d/e/a; echo 1 >content/d/b; commit 0\n"
		    "rm -r content/d; echo >content/x; commit 1; mkdir -p content/d/e; echo 1 >content/d/e/a\n"
		    "commit 2; rm -r content; commit 3; mkdir content; echo 1 >content/x; commit 4",
		    "", "content/d/b: 0+ 1-\ncontent/d/e/a: 0+ 1- 2+ 3-\ncontent/x: 1+ 3- 4+", 5 },
		{ "a file where a folder was, and back",
		    "mkdir -p content/a; echo 1 >content/a/x; echo 1 >content/a.b; commit 0\n"
		    "rm -r content/a; echo 2 >content/a; commit 1; rm content/a; mkdir content/a\n"
		    "echo 1 >content/a/x; commit 2",
		    "", "content/a: 1+ 2-\ncontent/a.b: 0+\ncontent/a/x: 0+ 1- 2+", 3 },
		{ "a link is no file",
		    "mkdir content; echo 1 >content/a; commit 0; ln -sf b content/a; commit 1\n"
		    "rm content/a; echo 1 >content/a; commit 2",
		    "", "content/a: 0+ 1- 2+", 3 },
		{ "the mode counts",
		    "mkdir content; echo 1 >content/a; commit 0; chmod +x content/a; commit 1", "",
		    "content/a: 0+ 1+", 2 },
		{ "a branch counts when it is merged",
		    "mkdir content; echo 0 >content/a; commit 0; git checkout -q -b side; echo 1 >content/s; commit s1\n"
		    "echo 2 >content/s; commit s2; git checkout -q main; echo 1 >content/a; commit 1\n"
		    "git merge -q --no-ff -m merge side; echo 3 >content/s; commit 3",
		    "", "content/a: 0+ 1+\ncontent/s: 2+ 3+", 4 },
		{ "a site in a folder",
		    "mkdir -p siti/alfa/content content siti/content; echo 1 >content/no; echo 1 >siti/alfa/content/a\n"
		    "echo 1 >siti/content/no; commit 0; echo 2 >siti/alfa/content/a; commit 1\n"
		    "rm -r siti; commit 2; echo >siti; commit 3; rm siti; mkdir -p siti/alfa/content\n"
		    "echo 1 >siti/alfa/content/a; commit 4",
		    "siti/alfa", "content/a: 0+ 1+ 2- 4+", 5 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *folder = arena_printf(f.arena, "%zu", i).p;
		struct source_log log = { 0 };
		struct source *source;
		struct slice actual;

		fixture_run(&f, "git init -q %s; cd %s\n%s", folder, folder, rows[i].script);
		source = open_revision(folder, "HEAD", rows[i].site);
		cr_assert(source, "%s", rows[i].name);
		cr_expect_eq(
		    source_log(source, f.arena, &log, &f.diagnostics), 0, "%s", rows[i].name);
		actual = shown(&log);
		cr_expect(slice_is(actual, rows[i].expected), "%s:\n%.*s", rows[i].name,
		    SLICE_ARGS(actual));
		cr_expect_eq(log.commit_count, rows[i].commits, "%s", rows[i].name);
		source_close(source);
	}
}

Test(log, carries_times_messages_and_blobs)
{
	struct source_log log = { 0 };
	const struct source_change *changes;
	struct source *source;
	struct slice id;
	size_t count;

	fixture_run(&f,
	    "git init -q r; cd r; mkdir content; echo 1 >content/a\n"
	    "commit 'Titolo\n\nNota-pubblica: perché sì' '1709251200 +0300'; echo 2 >content/a\n"
	    "git -c i18n.commitEncoding=ISO-8859-1 commit -q -a -F - <<END\n$(printf 'x\\n\\nNota-pubblica: perch\\351 l\\222atto \\200\\201')\nEND\n"
	    "echo 3 >content/a; git add .; printf 'tree %%s\\nparent %%s\\nauthor A <a> 1 +0000\\n"
	    "committer B> <b> 1700000000 -0100\\ncommitter D <d> 7 +0000\\ngpgsig -----BEGIN-----\\n tree x\\n committer C <c> 5 +0000\\n\\n"
	    "m\\n' $(git write-tree) $(git rev-parse HEAD) >../c\n"
	    "git update-ref HEAD $(git hash-object -w -t commit --literally ../c)");
	source = open_revision("r", "HEAD", "");
	cr_assert(source);
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	cr_assert_eq(log.commit_count, 3);
	cr_expect_eq(log.commits[0].time, 1709251200);
	cr_expect(slice_is(log.commits[0].message, "-\n\nNota-pubblica: perché sì\n"));
	cr_expect(
	    slice_is(log.commits[1].message, "-\n\nNota-pubblica: perché l’atto €\xc2\x81\n"));
	cr_expect_eq(log.commits[2].time, 1700000000);
	cr_expect(slice_empty(log.commits[2].message));
	id = fixture_output(&f, "cd r; printf %%s $(git rev-parse HEAD)");
	cr_expect(slice_eq(hex_of(log.commits[2].oid, SOURCE_OID_SIZE), id));
	changes = source_log_of(&log, SLICE("content/a"), &count);
	cr_assert_eq(count, 3);
	id = fixture_output(&f, "cd r; printf %%s $(git rev-parse HEAD~1:content/a)");
	cr_expect(slice_eq(hex_of(changes[1].oid, SOURCE_OID_SIZE), id));
	cr_expect_null(source_log_of(&log, SLICE("content/"), &count));
	cr_expect_eq(count, 0);
	source_close(source);
}

Test(log, starts_where_the_working_tree_stands)
{
	struct source_log log = { 0 };
	struct source *source;

	fixture_run(&f,
	    "git init -q r; cd r; mkdir content; echo 1 >content/a; commit 0; echo 2 >content/a\n"
	    "commit 1; git checkout -q HEAD~1; echo 3 >content/b");
	source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
	cr_assert(source);
	cr_expect_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	cr_expect(slice_is(shown(&log), "content/a: 0+"));
	source_close(source);
}

/* The lines of `git log` for one path, oldest last: hash and blob (zeros: none). */
static struct slice git_says(const char *repository, struct slice path)
{
	return fixture_output(&f,
	    "cd %s; for c in $(git --no-replace-objects log --first-parent -m --no-renames --format=%%H HEAD -- '%.*s')\n"
	    "do b=$(git --no-replace-objects rev-parse -q --verify $c:'%.*s' || echo 0000000000000000000000000000000000000000)\n"
	    "echo $c $b; done",
	    repository, SLICE_ARGS(path), SLICE_ARGS(path));
}

static struct slice we_say(const struct source_log *log, struct slice path)
{
	struct slice text = SLICE("");
	size_t count;
	const struct source_change *changes = source_log_of(log, path, &count);

	while (count--) {
		const struct source_change *change = &changes[count];

		text = arena_printf(f.arena, "%.*s%.*s %.*s\n", SLICE_ARGS(text),
		    SLICE_ARGS(hex_of(log->commits[change->commit].oid, SOURCE_OID_SIZE)),
		    SLICE_ARGS(hex_of(change->oid, SOURCE_OID_SIZE)));
	}
	return text;
}

Test(log, agrees_with_git)
{
	/*
	 * Twelve files in three folders, sixty steps drawn by a fixed rule: changes, removals, returns to an old
	 * text, moves, merges of side branches (some of them taking only our side), an octopus, a replaced commit.
	 */
	static const char script[] =
	    "git init -q r; cd r; mkdir -p content/x/y; s=7\n"
	    "draw() { s=$(( (s * 1103515245 + 12345) % 2147483648 )); d=$(( (s / 65536) % $1 )); }\n"
	    "file() { draw 12; case $d in [0-3]) n=content/f$d;; [4-7]) n=content/x/f$d;; *) n=content/x/y/f$d;; esac; }\n"
	    "step() { file; draw 6; mkdir -p content/x/y\n"
	    " case $d in 0) rm -f $n;; 1) draw 3; echo old$d >$n;; 2) o=$n; file; test ! -e $o || mv $o $n;; *) draw 1000; echo $d >$n;; esac; }\n"
	    "i=0; while [ $i -lt 60 ]; do i=$((i+1)); step; commit $i; draw 7; if [ $d = 0 ]; then\n"
	    " git checkout -q -b side$i; step; commit s; step; commit s; git checkout -q main; step; commit m\n"
	    " draw 2; if [ $d = 0 ]; then o=ours; else o=theirs; fi\n"
	    " git merge -q -s recursive -X $o --no-ff -m m side$i >/dev/null || { git add -A; git commit -q -m c; }; fi\n"
	    "done\n"
	    "git checkout -q -b o1 HEAD~2; echo o1 >content/o1; commit o; git checkout -q -b o2 main~1; echo o2 >content/o2\n"
	    "commit o; git checkout -q main; git merge -q -m octopus o1 o2; git merge -q -s ours -m ours side$(git branch | sed -n 's/^ *side//p' | head -1) \n"
	    "git replace HEAD~3 HEAD~9; git repack -q -a -d";
	struct source_log log = { 0 };
	struct source *source;
	struct slice paths, path;
	size_t compared = 0;

	fixture_run(&f, "%s", script);
	source = open_revision("r", "HEAD", "");
	cr_assert(source);
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	cr_expect(
	    slice_is(fixture_output(
			 &f, "cd r; git --no-replace-objects rev-list --first-parent --count HEAD"),
		arena_printf(f.arena, "%zu\n", log.commit_count).p));
	paths = fixture_output(
	    &f, "cd r; git --no-replace-objects log --all --format= --name-only | sort -u");
	while (slice_next_line(&paths, &path)) {
		struct slice git = git_says("r", path), ours = we_say(&log, path);

		compared++;
		cr_expect(slice_eq(git, ours), "%.*s: git\n%.*sours\n%.*s", SLICE_ARGS(path),
		    SLICE_ARGS(git), SLICE_ARGS(ours));
	}
	cr_expect_geq(compared, 14);
	source_close(source);
}

Test(log, says_why_there_is_none)
{
	static const char base[] =
	    "git init -q r; cd r; mkdir content; for i in 1 2 3; do echo $i >content/a; "
	    "commit $i; done; cd ..\n";
	static const struct {
		const char *name, *script;
		bool tree;
		enum diag_id id;
	} rows[] = {
		{ "no git", "mkdir -p s/content", true, DIAG_HISTORY_NONE },
		{ "nothing committed", "git init -q s; mkdir s/content", true,
		    DIAG_REPOSITORY_EMPTY },
		{ "shallow", "git clone -q --depth 1 file://$PWD/r s", false,
		    DIAG_REPOSITORY_SHALLOW },
		{ "shallow, from the working tree", "git clone -q --depth 2 file://$PWD/r s", true,
		    DIAG_REPOSITORY_SHALLOW },
		{ "shallow and bare", "git clone -q --bare --depth 1 file://$PWD/r s", false,
		    DIAG_REPOSITORY_SHALLOW },
		{ "shallow, a linked working tree",
		    "git clone -q --depth 1 file://$PWD/r t; git -C t worktree add -q ../s", true,
		    DIAG_REPOSITORY_SHALLOW },
		{ "a commit is missing",
		    "cp -r r s; cd s; rm -f .git/objects/$(git rev-parse HEAD~2 | sed 's,^..,&/,')",
		    false, DIAG_OBJECT_MISSING },
		{ "an old tree is missing",
		    "cp -r r s; cd s; rm -f .git/objects/$(git rev-parse HEAD~1:content | sed 's,^..,&/,')",
		    false, DIAG_OBJECT_MISSING },
		/* Format 0, which does as well: libgit2 1.5 leaks when it opens one of format 1. */
		{ "trees left out of the clone",
		    "git -C r config uploadpack.allowFilter true\n"
		    "git clone -q --no-checkout --bare --filter=tree:0 file://$PWD/r s; cd s\n"
		    "git ls-tree -r HEAD >/dev/null; git cat-file -p HEAD:content/a >/dev/null\n"
		    "git config --remove-section remote.origin; git config core.repositoryformatversion 0",
		    false, DIAG_OBJECT_MISSING },
		{ "a corrupt loose object",
		    "cp -r r s; cd s; o=.git/objects/$(git rev-parse HEAD~1:content | sed 's,^..,&/,')\n"
		    "chmod u+w $o; printf garbage >$o",
		    false, DIAG_OBJECT_CORRUPT },
		{ "a corrupt pack",
		    "cp -r r s; cd s; git repack -q -a -d --depth=0\n"
		    "o=$(git rev-parse HEAD~1); p=$(echo .git/objects/pack/*.pack); chmod u+w $p\n"
		    "at=$(git verify-pack -v $p | sed -n \"s/^$o commit *[0-9]* [0-9]* //p\")\n"
		    "printf '\\377\\377\\377' | dd of=$p bs=1 seek=$((at + 40)) conv=notrunc 2>/dev/null",
		    false, DIAG_OBJECT_CORRUPT },
		{ "a parent that is no commit",
		    "cp -r r s; cd s; printf 'tree %s\\nparent %s\\nauthor A <a> 1 +0000\\ncommitter A <a> 1 +0000\\n\\nx\\n' "
		    "$(git rev-parse HEAD^{tree} HEAD^{tree}) >../c\n"
		    "git update-ref HEAD $(git hash-object -w -t commit --literally ../c) 2>/dev/null || "
		    "git hash-object -w -t commit --literally ../c >.git/refs/heads/main",
		    false, DIAG_OBJECT_CORRUPT },
		{ "a commit without a time",
		    "cp -r r s; cd s; printf 'tree %s\\nauthor A <a> 1 +0000\\ncommitter A <a>\\n\\nx\\n' "
		    "$(git rev-parse HEAD^{tree}) >../p\n"
		    "p=$(git hash-object -w -t commit --literally ../p)\n"
		    "printf 'tree %s\\nparent %s\\nauthor A <a> 1 +0000\\ncommitter A <a> 1 +0000\\n\\nx\\n' "
		    "$(git rev-parse HEAD^{tree}) $p >../c\n"
		    "git hash-object -w -t commit --literally ../c >.git/refs/heads/main",
		    false, DIAG_COMMIT_UNDATED },
		{ "a tree that is cut short",
		    "cp -r r s; cd s; t=$(printf '100644 a' | git hash-object -w -t tree --literally --stdin)\n"
		    "t=$(printf '040000 tree %s\\tcontent\\n' $t | git mktree)\n"
		    "p=$(git commit-tree -m x $t)\n"
		    "git update-ref HEAD $(git commit-tree -m y -p $p HEAD^{tree})",
		    false, DIAG_OBJECT_CORRUPT },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *folder = arena_printf(f.arena, "%zu", i).p;
		const char *site = arena_printf(f.arena, "%zu/s", i).p;
		struct source_log log;
		struct source *source;

		fixture_run(&f, "mkdir %s; cd %s\n%s%s", folder, folder, base, rows[i].script);
		fixture_forget(&f);
		source = rows[i].tree ? source_open_tree(fixture_path(&f, site), &f.diagnostics)
				      : open_revision(site, "HEAD", "");
		cr_expect(source, "%s: not opened", rows[i].name);
		if (source)
			cr_expect_eq(source_log(source, f.arena, &log, &f.diagnostics), -1, "%s",
			    rows[i].name);
		cr_expect(
		    f.diagnostics.list.count == 1 && f.diagnostics.list.items[0].id == rows[i].id,
		    "%s: %zu reported, first %s", rows[i].name, f.diagnostics.list.count,
		    f.diagnostics.list.count ? diag_name(f.diagnostics.list.items[0].id) : "none");
		source_close(source);
	}
}

Test(log, is_not_moved_by_grafts)
{
	struct source_log log = { 0 };
	struct source *source;

	fixture_run(&f,
	    "git init -q r; cd r; mkdir content; for i in 0 1 2; do echo $i >content/a; commit $i; done\n"
	    "mkdir -p .git/info; echo $(git rev-parse HEAD) $(git rev-parse HEAD~2) >.git/info/grafts\n"
	    "test $(git -c advice.graftFileDeprecated=false rev-list --count HEAD) = 2");
	source = open_revision("r", "HEAD", "");
	cr_assert(source);
	cr_expect_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	cr_expect(slice_is(shown(&log), "content/a: 0+ 1+ 2+"));
	source_close(source);
}
