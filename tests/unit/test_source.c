/* Listing and reading by each kind of source, with and without git. */
#include <criterion/criterion.h>
#include <git2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/workers.h"
#include "repository_fixture.h"
#include "source/source.h"

static struct fixture f;

static void set_up(void)
{
	fixture_init(&f);
}

static void tear_down(void)
{
	fixture_release(&f);
}

TestSuite(source, .init = set_up, .fini = tear_down);

/*
 * One line an entry: path, kind where it is no file (l, s, x), '*' where uncommitted, '#' where it has the id
 * of a blob.
 */
static struct slice shown(const struct source *source)
{
	struct buffer text = { 0 };
	struct slice result;
	size_t count;
	const struct source_entry *entries = source_entries(source, &count);

	for (size_t i = 0; i < count; i++)
		buffer_addf(&text, "%.*s%s%s%s\n", SLICE_ARGS(entries[i].path),
		    (const char *[]){ "", " l", " s", " x" }[entries[i].kind],
		    entries[i].has_oid ? " #" : "", entries[i].uncommitted ? " *" : "");
	result = arena_slice(f.arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

static void expect_shown(const struct source *source, const char *name, const char *expected)
{
	struct slice actual;

	cr_expect(source, "%s: not opened", name);
	if (!source)
		return;
	actual = shown(source);
	cr_expect(slice_is(actual, expected), "%s:\n%.*s", name, SLICE_ARGS(actual));
}

static struct source *open_tree(const char *site)
{
	return source_open_tree(fixture_path(&f, site), &f.diagnostics);
}

static struct source *open_revision(const char *repository, const char *name, const char *site)
{
	struct source_revision revision = {
		.repository = fixture_path(&f, repository), .revision = name, .site = site
	};

	return source_open_revision(&revision, &f.diagnostics);
}

static struct slice text_of(struct source *source, const char *path, size_t limit)
{
	const struct source_entry *entry = source_find(source, slice_from(path));
	struct slice bytes = SLICE("");

	cr_assert(entry, "%s", path);
	if (source_read(source, entry, limit, f.arena, &bytes, &f.diagnostics) != 0)
		return SLICE("(unread)");
	return bytes;
}

Test(source, lists_each_state_of_a_working_tree)
{
	/* Each row begins in a folder of its own, its site in "site". */
	static const struct {
		const char *name, *script, *expected;
		bool repository;
	} rows[] = {
		{ "without git",
		    "mkdir -p site/content/a; echo 1 >site/content/a/b; echo 2 >site/content/a-c",
		    "content/a-c\ncontent/a/b\n", false },
		{ "before the first commit",
		    "git init -q site; mkdir site/content; echo 1 >site/content/x", "content/x *\n",
		    true },
		{ "committed, changed, touched, new, added, change added",
		    "git init -q site; mkdir site/content; cd site/content\n"
		    "for i in a b c d; do echo $i >$i; done; commit one\n"
		    "echo B >b; touch -d 2001-01-01 c; echo n >new; echo m >added; git add added\n"
		    "echo D >d; touch -d 2001-01-01 d; git add d",
		    "content/a #\ncontent/added *\ncontent/b *\ncontent/c #\ncontent/d *\ncontent/new *\n",
		    true },
		{ "ignored, but a tracked file is not",
		    "git init -q site; mkdir -p site/content/out; cd site\n"
		    "echo t >content/tracked.tmp; commit one\n"
		    "printf '*.tmp\\nout/\\n!keep.tmp\\n' >.gitignore; echo '*.bak' >content/.gitignore\n"
		    "for i in a.tmp keep.tmp b.bak out/x c; do echo $i >content/$i; done\n"
		    "ln -s a content/l.tmp; echo '*.info' >>.git/info/exclude; echo >content/d.info",
		    "content/.gitignore *\ncontent/c *\ncontent/keep.tmp *\ncontent/tracked.tmp #\n",
		    true },
		{ "a folder of the repository",
		    "git init -q .; mkdir -p site/content other; echo 1 >site/content/a; echo 2 >other/b\n"
		    "echo 3 >content; commit one; echo 4 >site/content/d",
		    "content/a #\ncontent/d *\n", true },
		{ "all of it ignored by the repository around",
		    "git init -q .; mkdir -p site/content; echo 1 >site/content/a; echo /site >.gitignore\n"
		    "commit one",
		    "content/a\n", false },
		{ "detached head",
		    "git init -q site; mkdir site/content; cd site; echo 1 >content/a; commit one\n"
		    "echo 2 >content/a; commit two; git checkout -q HEAD~1; rm content/a; echo 2 >content/a",
		    "content/a *\n", true },
		{ "line ends changed by a filter are committed, but are not the blob",
		    "git init -q site; mkdir site/content; cd site; git config core.autocrlf true\n"
		    "echo 1 >content/a; commit one; rm content/a; git checkout -q content/a\n"
		    "touch -d 2001-01-01 content/a; git update-index -q --refresh",
		    "content/a\n", true },
		{ "links and devices are not followed",
		    "mkdir -p site/content; cd site/content; ln -s /etc/passwd l; ln -s / d; mkfifo p",
		    "content/d l\ncontent/l l\ncontent/p x\n", false },
		{ "a repository inside",
		    "git init -q site; mkdir site/content; cd site/content; echo 1 >a; git init -q sub\n"
		    "echo 2 >sub/b",
		    "content/a *\ncontent/sub s\n", true },
		{ "a repository whose working tree is elsewhere",
		    "mkdir -p sit site/content; echo 1 >site/content/a; git init -q site\n"
		    "git -C site config core.worktree $PWD/sit",
		    "content/a\n", false },
		{ "a linked working tree",
		    "git init -q main; mkdir main/content; cd main; echo 1 >content/a; commit one\n"
		    "git worktree add -q ../site; echo 2 >../site/content/b",
		    "content/a #\ncontent/b *\n", true },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *folder = arena_printf(f.arena, "%zu", i).p;
		struct source *source;

		fixture_run(&f, "mkdir %s; cd %s\n%s", folder, folder, rows[i].script);
		source = open_tree(arena_printf(f.arena, "%s/site", folder).p);
		expect_shown(source, rows[i].name, rows[i].expected);
		if (source)
			cr_expect_eq(
			    source_has_repository(source), rows[i].repository, "%s", rows[i].name);
		source_close(source);
	}
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_SYMLINK), 2);
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_SPECIAL), 1);
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_SUBMODULE), 1);
	cr_expect_eq(f.diagnostics.list.count, 4);
}

Test(source, lists_each_revision)
{
	static const struct {
		const char *name, *repository, *revision, *site, *expected;
	} rows[] = {
		{ "branch", "work", "main", "", "content/a/b #\ncontent/c #\n" },
		{ "null site", "work", "main", NULL, "content/a/b #\ncontent/c #\n" },
		{ "bare", "bare.git", "main", "", "content/a/b #\ncontent/c #\n" },
		{ "head of bare", "bare.git", "HEAD", "", "content/a/b #\ncontent/c #\n" },
		{ "an older one", "bare.git", "main~1", "", "content/c #\n" },
		{ "annotated tag", "bare.git", "uno", "", "content/c #\n" },
		{ "site below", "bare.git", "main", "siti/alfa", "content/z #\n" },
		{ "site below, untidy", "bare.git", "main", "./siti//alfa/", "content/z #\n" },
		{ "packed", "packed.git", "main", "", "content/a/b #\ncontent/c #\n" },
	};

	fixture_run(&f, "git init -q work; cd work; mkdir -p content/a\n"
			"echo 3 >content/c; commit one; git tag -a -m x uno; echo 2 >content/a/b\n"
			"mkdir -p siti/alfa/content; echo z >siti/alfa/content/z; commit two\n"
			"git clone -q --bare . ../bare.git; git clone -q --bare . ../packed.git\n"
			"git -C ../packed.git gc -q; rm -rf content; echo unseen >content");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct source *source =
		    open_revision(rows[i].repository, rows[i].revision, rows[i].site);

		expect_shown(source, rows[i].name, rows[i].expected);
		source_close(source);
	}
	cr_expect_eq(f.diagnostics.list.count, 0);
}

Test(source, takes_a_hash_for_the_commit_and_not_for_a_branch)
{
	struct slice first;
	struct source *source;

	fixture_run(&f, "git init -q r; mkdir r/content; cd r; echo 1 >content/a; commit one\n"
			"echo 2 >content/a; commit two\n"
			"git rev-parse HEAD >.git/refs/heads/$(git rev-parse HEAD~1)");
	first = fixture_output(&f, "printf %%s $(git -C r rev-parse HEAD~1)");
	source = open_revision("r", arena_cstr(f.arena, first), "");
	cr_assert(source);
	cr_expect(slice_is(text_of(source, "content/a", 9), "1\n"));
	source_close(source);
}

Test(source, finds_repository_and_prefix_from_the_site)
{
	struct source_revision revision = { .revision = "HEAD", .discover = true };
	struct source *source;
	unsigned char oid[SOURCE_OID_SIZE];
	struct slice hex;

	fixture_run(&f,
	    "git init -q r; mkdir -p r/a/b/content; echo 1 >r/a/b/content/x; ln -s r/a/b link\n"
	    "cd r; commit one; echo 2 >a/b/content/x");
	revision.repository = fixture_path(&f, "link");
	source = source_open_revision(&revision, &f.diagnostics);
	expect_shown(source, "through a link", "content/x #\n");
	cr_assert(source);
	cr_expect(slice_is(text_of(source, "content/x", 10), "1\n"));
	cr_assert(source_commit_id(source, oid));
	hex = fixture_output(&f, "git -C r rev-parse HEAD");
	for (size_t i = 0; i < SOURCE_OID_SIZE; i++) {
		const char *byte = arena_printf(f.arena, "%02x", (unsigned)oid[i]).p;

		cr_expect(memcmp(byte, hex.p + 2 * i, 2) == 0);
	}
	source_close(source);
}

Test(source, reads_what_it_lists)
{
	static const struct memory_file files[] = { { "content/b", "B\n" },
		{ "content/a", "A\n" } };
	struct source *sources[3];

	fixture_run(&f,
	    "git init -q r; mkdir r/content; cd r; echo A >content/a; echo B >content/b; commit x");
	sources[0] = open_tree("r");
	sources[1] = open_revision("r", "HEAD", "");
	sources[2] = source_open_memory(files, 2, &f.diagnostics);
	for (size_t i = 0; i < 3; i++) {
		cr_assert(sources[i], "source %zu", i);
		cr_expect(slice_is(text_of(sources[i], "content/a", 2), "A\n"), "source %zu", i);
		cr_expect(slice_is(text_of(sources[i], "content/b", 9), "B\n"), "source %zu", i);
		cr_expect_null(source_find(sources[i], SLICE("content/")), "source %zu", i);
		cr_expect_null(source_find(sources[i], SLICE("content/c")), "source %zu", i);
		cr_expect_eq(fixture_reported(&f, DIAG_FILE_TOO_LARGE), 0);
		text_of(sources[i], "content/a", 1);
		cr_expect_eq(fixture_reported(&f, DIAG_FILE_TOO_LARGE), 1, "source %zu", i);
		fixture_forget(&f);
		source_close(sources[i]);
	}
}

Test(source, reads_an_old_blob)
{
	struct source *source;
	struct slice bytes = SLICE("");
	unsigned char oid[SOURCE_OID_SIZE];

	fixture_run(&f,
	    "git init -q r; mkdir r/content; cd r; echo old >content/a; commit x; echo new >content/a");
	source = open_revision("r", "HEAD", "");
	cr_assert(source);
	memcpy(oid, source_find(source, SLICE("content/a"))->oid, sizeof oid);
	source_close(source);
	source = open_tree("r");
	cr_assert(source);
	cr_expect(source_read_blob(
		      source, oid, SLICE("content/a"), 4, f.arena, &bytes, &f.diagnostics) == 0 &&
		  slice_is(bytes, "old\n"));
	cr_expect(source_read_blob(
		      source, oid, SLICE("content/a"), 3, f.arena, &bytes, &f.diagnostics) == -1);
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_TOO_LARGE), 1);
	oid[0] ^= 1;
	cr_expect(source_read_blob(
		      source, oid, SLICE("content/a"), 9, f.arena, &bytes, &f.diagnostics) == -1);
	cr_expect_eq(fixture_reported(&f, DIAG_OBJECT_MISSING), 1);
	source_close(source);
}

Test(source, follows_no_link_that_appears_after_listing)
{
	struct source *source;

	fixture_run(&f,
	    "mkdir -p site/content/a out; echo in >site/content/a/x; echo in >site/content/y\n"
	    "echo secret >out/x");
	source = open_tree("site");
	cr_assert(source);
	fixture_run(&f, "cd site/content; rm -r a y; ln -s ../../out a; ln -s ../../out/x y");
	cr_expect(slice_is(text_of(source, "content/a/x", 100), "(unread)"));
	cr_expect(slice_is(text_of(source, "content/y", 100), "(unread)"));
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_UNREADABLE), 2);
	source_close(source);
}

struct reading {
	struct source *source;
	struct arena *arenas[2];
	struct diagnostics diagnostics[2];
	bool right[64];
};

static void read_one(void *context, unsigned worker, size_t job)
{
	struct reading *reading = context;
	size_t count;
	const struct source_entry *entry = &source_entries(reading->source, &count)[job];
	struct slice bytes;

	reading->right[job] =
	    source_read(reading->source, entry, 100, reading->arenas[worker], &bytes,
		&reading->diagnostics[worker]) == 0 &&
	    slice_starts(bytes, arena_printf(reading->arenas[worker], "%zu\n", job + 10).p);
}

Test(source, reads_from_several_threads)
{
	struct reading reading = { .source = NULL };

	fixture_run(&f, "git init -q r; mkdir r/content; cd r\n"
			"for i in $(seq 10 73); do echo $i >content/$i; done; commit x; git gc -q");
	reading.source = open_revision("r", "HEAD", "");
	cr_assert(reading.source);
	for (size_t i = 0; i < 2; i++) {
		reading.arenas[i] = arena_new();
		diagnostics_init(&reading.diagnostics[i]);
	}
	workers_run(2, 64, read_one, &reading);
	for (size_t i = 0; i < 64; i++)
		cr_expect(reading.right[i], "file %zu", i);
	for (size_t i = 0; i < 2; i++) {
		arena_free(reading.arenas[i]);
		diagnostics_release(&reading.diagnostics[i]);
	}
	source_close(reading.source);
}

Test(source, is_not_moved_by_the_users_configuration)
{
	struct source *source;

	fixture_run(&f,
	    "git init -q site; mkdir site/content; cd site\n"
	    "echo a >content/a; echo p >content/p.pdf; commit one\n"
	    "mkdir -p ../hostile/.config/git; echo '*' >../hostile/ignore; cd ../hostile\n"
	    "cp ignore .config/git/ignore; echo '* filter=evil' >.config/git/attributes\n"
	    "printf '[core]\\nexcludesfile=%%s/ignore\\nautocrlf=true\\nfsmonitor=%%s/evil\\n"
	    "[filter \"evil\"]\\nclean=touch %%s/ran\\nsmudge=touch %%s/ran\\n"
	    "[safe]\\ndirectory=\\n' $PWD $PWD $PWD $PWD >.gitconfig; cp .gitconfig .config/git/config; cp .gitconfig gitconfig\n"
	    "printf '#!/bin/sh\\ntouch %%s/ran\\n' $PWD >evil; chmod +x evil\n"
	    "echo new >../site/content/new");
	/* As if HOME had led there when the program began: Criterion has started libgit2 before us. */
	git_libgit2_opts(
	    GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, fixture_path(&f, "hostile"));
	git_libgit2_opts(
	    GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_SYSTEM, fixture_path(&f, "hostile"));
	git_libgit2_opts(
	    GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, fixture_path(&f, "hostile/.config/git"));
	setenv("GIT_DIR", fixture_path(&f, "nowhere"), 1);
	source = open_tree("site");
	expect_shown(source, "tree", "content/a #\ncontent/new *\ncontent/p.pdf #\n");
	source_close(source);
	source = open_revision("site", "HEAD", "");
	expect_shown(source, "revision", "content/a #\ncontent/p.pdf #\n");
	source_close(source);
	cr_expect(access(fixture_path(&f, "hostile/ran"), F_OK) != 0);
}

Test(source, ignores_replace_references)
{
	struct source *source;

	fixture_run(&f,
	    "git init -q r; mkdir r/content; cd r; echo true >content/a; commit one\n"
	    "git replace $(git rev-parse HEAD:content/a) $(echo false | git hash-object -w --stdin)\n"
	    "test \"$(git show HEAD:content/a)\" = false");
	source = open_revision("r", "HEAD", "");
	cr_assert(source);
	cr_expect(slice_is(text_of(source, "content/a", 100), "true\n"));
	source_close(source);
}

Test(source, sees_what_a_push_is_about_to_bring)
{
	/* In pre-receive the new objects are in quarantine: only git's environment leads to them. */
	struct source_revision plain = { .repository = "." };
	struct source_revision inside = { .repository = ".", .from_environment = true };
	struct slice environment, rest, line, key, value;
	struct source *source;

	fixture_run(&f,
	    "git init -q --bare r.git; git init -q work; mkdir work/content; cd work\n"
	    "echo 1 >content/a; commit one\n"
	    "cat >../r.git/hooks/pre-receive <<'END'\n#!/bin/sh\nread old new name\n"
	    "cp -r \"$GIT_QUARANTINE_PATH\" ../kept\n"
	    "env | grep '^GIT_' >../environment; echo NEW=$new >>../environment; exit 1\nEND\n"
	    "chmod +x ../r.git/hooks/pre-receive; git push -q ../r.git main 2>/dev/null || true");
	cr_assert_eq(chdir(fixture_path(&f, "r.git")), 0);
	environment = fixture_output(&f, "cat environment");
	for (rest = environment; slice_next_line(&rest, &line);) {
		slice_cut(line, '=', &key, &value);
		if (slice_is(key, "NEW"))
			plain.revision = inside.revision = arena_cstr(f.arena, value);
		else
			setenv(arena_cstr(f.arena, key), arena_cstr(f.arena, value), 1);
	}
	/* The hook is over and its quarantine gone: put back what git would have there. */
	fixture_run(&f, "mkdir -p \"%s\"; cp -r kept/. \"%s\"", getenv("GIT_QUARANTINE_PATH"),
	    getenv("GIT_QUARANTINE_PATH"));
	cr_expect_null(source_open_revision(&plain, &f.diagnostics));
	cr_expect_eq(fixture_reported(&f, DIAG_REVISION_UNKNOWN) +
			 fixture_reported(&f, DIAG_REPOSITORY_EMPTY),
	    1);
	source = source_open_revision(&inside, &f.diagnostics);
	expect_shown(source, "in quarantine", "content/a #\n");
	if (source)
		cr_expect(slice_is(text_of(source, "content/a", 9), "1\n"));
	source_close(source);
}

Test(source, refuses_names)
{
	struct source *source;

	fixture_run(&f,
	    "mkdir -p site/content; cd site/content; echo >\"$(printf 'a\\tb')\"\n"
	    "echo >\"$(printf 'caff\\351')\"; echo >\"$(printf 'r\\342\\200\\256fdp.exe')\"; echo >ok\n"
	    "echo >\"$(printf 'z\\342\\200\\213')\"; mkdir .GIT; echo >.GIT/config; mkdir d; echo >d/\"$(printf 'x\\177')\"; echo >perché.md");
	source = open_tree("site");
	expect_shown(source, "tree", "content/ok\ncontent/perché.md\n");
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_NAME), 6);
	for (size_t i = 0; i < f.diagnostics.list.count; i++)
		cr_expect(slice_find(f.diagnostics.list.items[i].at.file, "\t") == SLICE_NONE &&
			  slice_find(f.diagnostics.list.items[i].at.file, "\351") == SLICE_NONE);
	source_close(source);
}

Test(source, refuses_names_that_only_a_crafted_tree_has)
{
	static const char *const names[] = { "..", ".", ".git", "a/b", "../../etc/passwd" };
	struct source *source;

	fixture_run(&f, "git init -q r");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct slice commit = fixture_output(&f,
		    "cd r; b=$(echo x | git hash-object -w --stdin)\n"
		    "raw=$(echo $b | sed 's/../\\\\x&/g')\n"
		    "t=$(/bin/printf \"100644 %s\\0$raw\" | git hash-object -w -t tree --literally --stdin)\n"
		    "t=$(printf '040000 tree %%s\\tcontent\\n' $t | git mktree)\n"
		    "printf %%s $(git commit-tree -m x $t)",
		    names[i]);

		fixture_forget(&f);
		source = open_revision("r", arena_cstr(f.arena, commit), "");
		/* "a/b" is no name of git's, and no harm either: it leads to a file below content/. */
		cr_expect(source && (strcmp(names[i], "a/b") == 0 ||
					fixture_reported(&f, DIAG_FILE_NAME) == 1),
		    "%s", names[i]);
		source_close(source);
	}
}

Test(source, refuses_links_and_submodules_in_a_revision)
{
	struct source *source;

	fixture_run(&f,
	    "git init -q r; mkdir r/content; cd r; ln -s /etc/passwd content/l; echo >content/a\n"
	    "git add .; git update-index --add --cacheinfo 160000,$(git hash-object content/a),content/m\n"
	    "git commit -q -m x");
	source = open_revision("r", "HEAD", "");
	expect_shown(source, "revision", "content/a #\ncontent/l l\ncontent/m s\n");
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_SYMLINK), 1);
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_SUBMODULE), 1);
	source_close(source);
}

Test(source, refuses_what_nests_too_deep)
{
	/* Sixteen names are the limit: content, 14 folders, a file. */
	struct source *source;

	fixture_run(&f,
	    "git init -q r; cd r; d=content; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do d=$d/x; done\n"
	    "mkdir -p $d/x; echo >$d/a; echo >$d/x/b; commit x");
	source = open_tree("r");
	expect_shown(source, "tree", "content/x/x/x/x/x/x/x/x/x/x/x/x/x/x/a #\n");
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_TOO_DEEP), 1);
	source_close(source);
	source = open_revision("r", "HEAD", "");
	expect_shown(source, "revision", "content/x/x/x/x/x/x/x/x/x/x/x/x/x/x/a #\n");
	cr_expect_eq(fixture_reported(&f, DIAG_FILE_TOO_DEEP), 2);
	source_close(source);
}

Test(source, refuses_too_many_files)
{
	struct memory_file *files = calloc(SOURCE_MAX_FILES + 1, sizeof *files);
	struct source *source;

	cr_assert(files);
	for (size_t i = 0; i <= SOURCE_MAX_FILES; i++)
		files[i] = (struct memory_file){ arena_printf(f.arena, "content/%zu", i).p, "" };
	source = source_open_memory(files, SOURCE_MAX_FILES, &f.diagnostics);
	cr_expect(source);
	source_close(source);
	cr_expect_null(source_open_memory(files, SOURCE_MAX_FILES + 1, &f.diagnostics));
	cr_expect_eq(fixture_reported(&f, DIAG_FILES_TOO_MANY), 1);
	free(files);
}

Test(source, says_why_it_can_not_open)
{
	static const struct {
		const char *name, *script, *revision, *site;
		enum diag_id id;
	} rows[] = {
		{ "no folder", "true", NULL, "", DIAG_CONTENT_MISSING },
		{ "no content", "mkdir r", NULL, "", DIAG_CONTENT_MISSING },
		{ "content is a file", "mkdir r; echo >r/content", NULL, "", DIAG_CONTENT_MISSING },
		{ "content is a link", "mkdir r c; ln -s ../c r/content", NULL, "",
		    DIAG_FILE_SYMLINK },
		{ "no repository", "mkdir -p r/content", "HEAD", "", DIAG_REPOSITORY_NONE },
		{ "no folder for a revision", "true", "HEAD", "", DIAG_REPOSITORY_NONE },
		{ "nothing committed", "git init -q r", "HEAD", "", DIAG_REPOSITORY_EMPTY },
		{ "nothing committed, branch", "git init -q r", "main", "", DIAG_REPOSITORY_EMPTY },
		{ "unknown branch", "git init -q r; cd r; commit x", "altro", "",
		    DIAG_REVISION_UNKNOWN },
		{ "unknown hash", "git init -q r; cd r; commit x",
		    "0123456789012345678901234567890123456789", "", DIAG_REVISION_UNKNOWN },
		{ "not a commit",
		    "git init -q r; cd r; echo 1 >a; commit x; git tag b $(git hash-object a)", "b",
		    "", DIAG_REVISION_UNKNOWN },
		{ "no content in the revision", "git init -q r; cd r; commit x", "HEAD", "",
		    DIAG_CONTENT_MISSING },
		{ "no such site", "git init -q r; cd r; mkdir content; echo >content/a; commit x",
		    "HEAD", "s", DIAG_CONTENT_MISSING },
		{ "site above", "git init -q r; cd r; mkdir content; echo >content/a; commit x",
		    "HEAD", "..", DIAG_CONTENT_MISSING },
		{ "missing commit",
		    "git init -q r; cd r; commit x; h=$(git rev-parse HEAD | sed 's,^..,&/,')\n"
		    "rm -f .git/objects/$h",
		    "main", "", DIAG_OBJECT_MISSING },
		{ "missing tree",
		    "git init -q r; cd r; mkdir content; echo >content/a; commit x\n"
		    "rm -f .git/objects/$(git rev-parse HEAD:content | sed 's,^..,&/,')",
		    "main", "", DIAG_OBJECT_MISSING },
		{ "missing blob",
		    "git init -q r; cd r; mkdir content; echo >content/a; commit x\n"
		    "rm -f .git/objects/$(git rev-parse HEAD:content/a | sed 's,^..,&/,')",
		    "main", "", DIAG_OBJECT_MISSING },
		{ "missing tree, from the working tree",
		    "git init -q r; cd r; mkdir content; echo >content/a; commit x\n"
		    "rm -f .git/objects/$(git rev-parse HEAD:content | sed 's,^..,&/,')",
		    NULL, "", DIAG_OBJECT_MISSING },
		{ "corrupt tree",
		    "git init -q r; cd r; mkdir content; echo >content/a; commit x\n"
		    "o=.git/objects/$(git rev-parse HEAD:content | sed 's,^..,&/,'); chmod u+w $o; echo x >$o",
		    "main", "", DIAG_OBJECT_CORRUPT },
		{ "garbage for a commit",
		    "git init -q r; cd r\n"
		    "git update-ref --no-deref refs/heads/x $(printf 'tree x\\n' | git hash-object "
		    "-w -t commit --literally --stdin) 2>/dev/null || "
		    "printf 'tree x\\n' | git hash-object -w -t commit --literally --stdin >.git/refs/heads/x",
		    "x", "", DIAG_OBJECT_CORRUPT },
		{ "one name twice",
		    "git init -q r; cd r; b=$(echo x | git hash-object -w --stdin); raw=$(echo $b | sed 's/../\\\\x&/g')\n"
		    "t=$(/bin/printf \"100644 a\\0${raw}100644 a\\0$raw\" | git hash-object -w -t tree --literally --stdin)\n"
		    "t=$(printf '040000 tree %s\\tcontent\\n' $t | git mktree)\n"
		    "git update-ref refs/heads/main $(git commit-tree -m x $t)",
		    "main", "", DIAG_OBJECT_CORRUPT },
		{ "sha-256",
		    "git init -q --object-format=sha256 r; cd r; mkdir content; echo >content/a; commit x",
		    "main", "", DIAG_REPOSITORY_SHA256 },
		{ "sha-256, from the working tree",
		    "git init -q --object-format=sha256 r; cd r; mkdir content; echo >content/a; commit x",
		    NULL, "", DIAG_REPOSITORY_SHA256 },
		{ "an unknown kind of repository",
		    "git init -q r; cd r; mkdir content; git config core.repositoryformatversion 99",
		    "main", "", DIAG_REPOSITORY_FORMAT },
		{ "an index that is none",
		    "git init -q r; cd r; mkdir content; echo >content/a; commit x; echo x >.git/index",
		    NULL, "", DIAG_REPOSITORY_UNREADABLE },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *folder = arena_printf(f.arena, "%zu", i).p;
		const char *repository = arena_printf(f.arena, "%zu/r", i).p;
		struct source *source;

		fixture_run(&f, "mkdir %s; cd %s\n%s", folder, folder, rows[i].script);
		fixture_forget(&f);
		source = rows[i].revision
			     ? open_revision(repository, rows[i].revision, rows[i].site)
			     : open_tree(repository);
		cr_expect(!source, "%s: opened", rows[i].name);
		cr_expect(
		    f.diagnostics.list.count == 1 && f.diagnostics.list.items[0].id == rows[i].id,
		    "%s: %zu reported, first %s", rows[i].name, f.diagnostics.list.count,
		    f.diagnostics.list.count ? diag_name(f.diagnostics.list.items[0].id) : "none");
		source_close(source);
	}
}
