/* The log with a cache is the log without, whatever became of the cache or of the repository in between. */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "repository_fixture.h"
#include "source/log_cache.h"

static struct fixture f;

static void set_up(void)
{
	fixture_init(&f);
}

static void tear_down(void)
{
	fixture_release(&f);
}

TestSuite(log_cache, .init = set_up, .fini = tear_down);

/* Four commits on main, two of them also on `side`, which has one of its own. */
static const char base[] =
    "git init -q r; cd r; mkdir -p content/d; echo 1 >content/a; commit 'x\n\nNota-pubblica: uno' '1700000000 +0000'\n"
    "echo 2 >content/a; echo 1 >content/d/b; commit 1 '1700000100 +0000'; git branch side\n"
    "echo 3 >content/a; commit 2 '1600000000 +0000'; rm content/d/b; echo 1 >content/c\n"
    "commit 'x\n\nTipo-modifica: aggiunta' '1700000300 +0000'\n"
    "git checkout -q side; echo 9 >content/s; commit s; git checkout -q main; cd ..\n";

static struct source *open_at(const char *repository, const char *revision, const char *site)
{
	struct source *source = source_open_revision(
	    &(struct source_revision){
		.repository = fixture_path(&f, repository), .revision = revision, .site = site },
	    &f.diagnostics);

	cr_assert(source, "%s in %s", revision, repository);
	return source;
}

static void add_hex(struct buffer *text, const unsigned char oid[SOURCE_OID_SIZE])
{
	for (size_t i = 0; i < SOURCE_OID_SIZE; i++)
		buffer_addf(text, "%02x", (unsigned)oid[i]);
}

/* All of a log, as text. */
static struct slice shown(const struct source_log *log)
{
	struct buffer text = { 0 };
	struct slice result;

	for (size_t i = 0; i < log->commit_count; i++) {
		add_hex(&text, log->commits[i].oid);
		buffer_addf(&text, " %lld %.*s\n", (long long)log->commits[i].time,
		    SLICE_ARGS(log->commits[i].message));
	}
	for (size_t i = 0; i < log->change_count; i++) {
		buffer_addf(&text, "%.*s %zu %d ", SLICE_ARGS(log->changes[i].path),
		    log->changes[i].commit, log->changes[i].has_blob);
		add_hex(&text, log->changes[i].oid);
		buffer_add_byte(&text, '\n');
	}
	result = arena_slice(f.arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

struct asked {
	const char *repository, *revision, *site;
	const char *cache;  /* null: the one in the repository */
	const char *hidden; /* a path hidden in all commits */
};

/* The log without a cache where `use` is false; with one it is kept afterwards. */
static struct slice log_of(struct asked asked, bool use)
{
	struct source *source = open_at(asked.repository, asked.revision, asked.site);
	struct source_log log = { 0 };
	bool *hidden;

	if (use)
		source_use_cache(
		    source, asked.cache ? fixture_path(&f, asked.cache) : NULL, &f.diagnostics);
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	hidden = ARENA_COUNT(f.arena, bool, log.commit_count);
	if (asked.hidden)
		source_log_hide(&log, slice_from(asked.hidden), log.commit_count, hidden);
	source_log_keep(source, &log, hidden, true, &f.diagnostics);
	source_close(source);
	return shown(&log);
}

static struct asked at(const char *revision)
{
	return (struct asked){ .repository = "r", .revision = revision };
}

/* Does source_log take from the cache what it has? Told by a cache that lies, with the right checksum. */
static bool is_used(struct asked asked)
{
	struct source *source = open_at(asked.repository, asked.revision, asked.site);
	struct source_log log = { 0 }, lie;
	struct source_commit *commits;
	bool *hidden, used;

	source_use_cache(
	    source, asked.cache ? fixture_path(&f, asked.cache) : NULL, &f.diagnostics);
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	hidden = ARENA_COUNT(f.arena, bool, log.commit_count);
	/* Hidden differently than before, so that it is written; and the first commit at another time. */
	hidden[log.commit_count - 1] = true;
	commits = ARENA_COUNT(f.arena, struct source_commit, log.commit_count);
	memcpy(commits, log.commits, log.commit_count * sizeof *commits);
	commits[0].time = 42;
	lie = log;
	lie.commits = commits;
	source_log_keep(source, &lie, hidden, true, &f.diagnostics);
	source_close(source);
	source = open_at(asked.repository, asked.revision, asked.site);
	source_use_cache(
	    source, asked.cache ? fixture_path(&f, asked.cache) : NULL, &f.diagnostics);
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	used = log.commits[0].time == 42;
	source_close(source);
	return used;
}

Test(log_cache, is_in_the_repository_or_where_one_says)
{
	fixture_run(&f, "%s", base);
	log_of(at("main"), true);
	cr_expect(slice_is(fixture_output(&f, "cd r/.git/zonale; ls | cut -c 1-4; stat -c %%a . *"),
	    "log-\n700\n600\n"));
	log_of((struct asked){ .repository = "r", .revision = "main", .cache = "c" }, true);
	cr_expect(slice_is(
	    fixture_output(&f, "cd c; ls | cut -c 1-4; stat -c %%a . *"), "log-\n700\n600\n"));
	cr_expect(is_used(at("main")));
	cr_expect(is_used((struct asked){ .repository = "r", .revision = "main", .cache = "c" }));
	cr_expect_eq(f.diagnostics.list.count, 0);
}

/* What happens to the repository after its log was kept; `revision` is then asked for. */
Test(log_cache, holds_whatever_becomes_of_the_repository)
{
	static const struct {
		const char *name, *script, *revision;
	} rows[] = {
		{ "nothing", ":", "main" },
		{ "one commit more", "echo 4 >content/a; commit 4", "main" },
		{ "what was there before",
		    "git rm -q content/a; commit 4; echo 3 >content/a; commit 5", "main" },
		{ "an older commit", ":", "main~2" },
		{ "the first commit", ":", "main~3" },
		{ "another branch", ":", "side" },
		{ "a branch without what is common",
		    "git checkout -q --orphan o; git rm -rfq .; mkdir -p content; echo 1 >content/z; commit o",
		    "o" },
		{ "a force push", "git reset -q --hard main~2; echo 7 >content/a; commit f",
		    "main" },
		{ "a force push, and what it left is gone",
		    "git reset -q --hard main~2; echo 7 >content/a; commit f\n"
		    "git reflog expire --expire=now --all; git gc -q --prune=now",
		    "main" },
		{ "a rebase", "git checkout -q main; git rebase -q --onto side main~2 main",
		    "main" },
		{ "a rewritten first commit",
		    "git filter-branch -f --msg-filter 'cat; echo y' main >/dev/null 2>&1",
		    "main" },
		{ "gc", "git gc -q --prune=now", "main" },
		{ "a commit-graph and a multi-pack-index",
		    "git repack -q -d; echo 5 >content/a; commit 5; git repack -q -d\n"
		    "git commit-graph write --reachable 2>/dev/null; git multi-pack-index write 2>/dev/null",
		    "main" },
		{ "a stale commit-graph",
		    "git commit-graph write --reachable 2>/dev/null; git reset -q --hard main~2\n"
		    "echo 6 >content/a; commit 6; git reflog expire --expire=now --all; git gc -q --prune=now -c gc.writeCommitGraph=false 2>/dev/null || "
		    "git -c gc.writeCommitGraph=false gc -q --prune=now",
		    "main" },
		{ "the folder moved", "cd ..; mv r q; mkdir r; cp -R q/. r", "main" },
		{ "a replaced commit", "git replace main~1 main~3", "main" },
		{ "a merge that brings main in",
		    "git checkout -q side; git merge -q -m m main; git branch -f main side",
		    "main" },
		{ "a merge of the side", "git merge -q -m m side", "main" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice without;

		fixture_run(&f, "%s cp -R r before", base);
		log_of(at("main"), true);
		fixture_run(&f, "cd r; export FILTER_BRANCH_SQUELCH_WARNING=1\n%s", rows[i].script);
		without = log_of(at(rows[i].revision), false);
		cr_expect(
		    slice_eq(log_of(at(rows[i].revision), true), without), "%s", rows[i].name);
		cr_expect(slice_eq(log_of(at(rows[i].revision), true), without), "%s, again",
		    rows[i].name);
		cr_expect(slice_eq(log_of(at("HEAD"), true), log_of(at("HEAD"), false)),
		    "%s, and then HEAD", rows[i].name);
		cr_expect_eq(f.diagnostics.list.count, 0, "%s", rows[i].name);
		fixture_run(&f, "rm -rf r q before");
	}
}

Test(log_cache, holds_whatever_becomes_of_the_cache)
{
	static const struct {
		const char *name, *script;
	} rows[] = {
		{ "gone", "rm -rf ../zonale" },
		{ "empty", ": >$f" },
		{ "truncated", "truncate -s -1 $f" },
		{ "cut to half", "truncate -s $(($(stat -c %s $f) / 2)) $f" },
		{ "a byte changed", "printf X | dd of=$f bs=1 seek=200 conv=notrunc 2>/dev/null" },
		{ "garbage", "head -c 5000 /dev/urandom >$f" },
		{ "a symbolic link", "mv $f ../x; ln -s ../x $f" },
		{ "a FIFO", "rm $f; mkfifo $f" },
		{ "a folder", "rm $f; mkdir $f" },
		{ "of a later version", "sed -i 's/^zonale cache 1/zonale cache 2/' $f" },
		{ "its folder a symbolic link", "cd ..; mv zonale x; ln -s x zonale" },
		{ "its folder a file", "cd ..; rm -r zonale; echo >zonale" },
		{ "its folder open to others", "chmod 777 ." },
		{ "of another repository",
		    "git init -q q; cd q; mkdir content; echo 5 >content/q; commit q" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice without;

		fixture_run(&f, "%s", base);
		log_of(at("main~1"), true);
		fixture_run(&f, "cd r/.git/zonale; f=$(echo log-*)\n%s", rows[i].script);
		without = log_of(at("main"), false);
		cr_expect(slice_eq(log_of(at("main"), true), without), "%s", rows[i].name);
		cr_expect(slice_eq(log_of(at("main"), true), without), "%s, again", rows[i].name);
		cr_expect_eq(f.diagnostics.list.count, 0, "%s", rows[i].name);
		fixture_run(&f, "rm -rf r");
	}
}

/* Two sites of a repository, two repositories in one folder: none is taken for the other. */
Test(log_cache, is_one_for_each_site)
{
	static const char *const sites[] = { "alfa", "beta", "" };

	fixture_run(&f,
	    "for r in r q; do git init -q $r; cd $r; mkdir -p alfa/content beta/content content\n"
	    "for i in 1 2; do echo $i$r >alfa/content/a; echo $i$r >beta/content/b; echo $i >content/c; commit $i; done\n"
	    "cd ..; done");
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < 2 * sizeof sites / sizeof *sites; i++) {
			struct asked asked = { .repository = i % 2 ? "q" : "r",
				.revision = "main",
				.site = sites[i / 2] };
			struct slice without = log_of(asked, false);

			cr_expect(slice_eq(log_of(asked, true), without), "'%s'", sites[i / 2]);
			asked.cache = "c";
			cr_expect(slice_eq(log_of(asked, true), without), "'%s'", sites[i / 2]);
		}
	cr_expect(slice_is(fixture_output(&f, "ls c | wc -l; ls r/.git/zonale | wc -l"), "6\n3\n"));
}

Test(log_cache, knows_a_shallow_clone_all_the_same)
{
	struct source_log log;
	struct source *source;

	fixture_run(&f, "%s", base);
	log_of(at("main"), true);
	fixture_run(&f, "cd r; git rev-parse main~1 >.git/shallow");
	source = open_at("r", "main", "");
	source_use_cache(source, NULL, &f.diagnostics);
	cr_expect_eq(source_log(source, f.arena, &log, &f.diagnostics), -1);
	cr_expect_eq(fixture_reported(&f, DIAG_REPOSITORY_SHALLOW), 1);
	source_close(source);
}

/* Markers in all that may not be kept, looked for in the file. */
Test(log_cache, holds_nothing_of_authors_subjects_and_what_is_hidden)
{
	static const struct {
		const char *hidden;
		const char *absent; /* extended regular expression */
		const char *present;
	} rows[] = {
		{ NULL, "Oggetto|Corpo|Inventato|example|Altro|Firmato", "Nota uno" },
		{ "content/a", "Nota (uno|due)|content/a|content/d/x",
		    "content/b.*Nota tre|Nota tre.*content/b" },
		{ "content/d/", "Nota due|content/d", "Nota uno.*content/a" },
	};
	static const char markers[] =
	    "git init -q r; cd r; mkdir -p content/d; echo 1 >content/a\n"
	    "commit 'Oggetto\n\nCorpo\n\nNota-pubblica: Nota uno\nAltro: x\nSigned-off-by: Firmato <f@example.org>'\n"
	    "echo 2 >content/a; echo 1 >content/d/x; commit 'Oggetto\n\nNota-pubblica: Nota due'\n"
	    "echo 1 >content/b; commit 'Oggetto\n\nNota-pubblica: Nota tre'";

	fixture_run(&f, "%s", markers);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct asked asked = at("main");
		struct slice without = log_of(asked, false), text;

		asked.hidden = rows[i].hidden;
		cr_expect(slice_eq(log_of(asked, true), without));
		cr_expect(slice_eq(log_of(asked, true), without), "%s, again", asked.hidden);
		text = fixture_output(&f,
		    "cd r; export LC_ALL=C; tr '\\000-\\037' '[ *]' <$(echo .git/zonale/log-*) >../text\n"
		    "grep -qaE '%s' ../text && echo present; grep -aoE '%s' ../text || true",
		    rows[i].present, rows[i].absent);
		cr_expect(slice_is(text, "present\n"), "%zu: %.*s", i, SLICE_ARGS(text));
	}
	/* Blobs: the hidden one's id stands in the file only while it is not hidden. */
	for (int hide = 0; hide < 2; hide++) {
		struct asked asked = at("main");
		struct slice found;

		asked.hidden = hide ? "content/d/" : NULL;
		log_of(asked, true);
		found = fixture_output(&f,
		    "cd r; od -An -v -tx1 .git/zonale/log-* | tr -d ' \\n' | grep -c $(git rev-parse HEAD~1:content/a) || true");
		cr_expect(slice_is(found, hide ? "0\n" : "1\n"), "%d", hide);
	}
}

Test(log_cache, says_where_a_folder_of_ones_own_can_not_be_used)
{
	static const struct {
		const char *name, *script;
	} rows[] = {
		{ "a file", "echo >c" },
		{ "leads nowhere", "ln -s nowhere c" },
		{ "in none", "rm -rf c; ln -s none/none c" },
		{ "full", "ln -s /proc/self c" },
	};

	fixture_run(&f, "%s", base);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct asked asked = { .repository = "r", .revision = "main", .cache = "c" };

		fixture_run(&f, "%s", rows[i].script);
		fixture_forget(&f);
		cr_expect(slice_eq(log_of(asked, true), log_of(asked, false)));
		cr_expect(
		    f.diagnostics.list.count == 1 && fixture_reported(&f, DIAG_CACHE_UNUSABLE) == 1,
		    "%s", rows[i].name);
		fixture_run(&f, "rm -f c");
	}
}

Test(log_cache, is_none_and_not_a_word_in_a_repository_of_another_user)
{
	if (geteuid() != 0)
		cr_skip_test("only root can make another user's repository");
	fixture_run(&f, "%s chown -R 12345 r", base);
	cr_expect(slice_eq(log_of(at("main"), true), log_of(at("main"), false)));
	cr_expect(slice_is(fixture_output(&f, "ls r/.git | grep -c zonale || true"), "0\n"));
	cr_expect_eq(f.diagnostics.list.count, 0);
}

Test(log_cache, is_found_from_a_linked_working_tree)
{
	struct source *source;
	struct source_log log;

	fixture_run(&f, "%s git -C r worktree add -q ../w side", base);
	log_of(at("main"), true);
	source = source_open_tree(fixture_path(&f, "w"), &f.diagnostics);
	cr_assert(source);
	source_use_cache(source, NULL, &f.diagnostics);
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	source_log_keep(
	    source, &log, ARENA_COUNT(f.arena, bool, log.commit_count), true, &f.diagnostics);
	source_close(source);
	cr_expect(slice_eq(shown(&log), log_of(at("side"), false)));
	cr_expect(slice_is(
	    fixture_output(&f, "ls r/.git/zonale | wc -l; find r/.git/worktrees -name zonale"),
	    "1\n"));
}

Test(log_cache, hides_a_path_or_all_below_it)
{
	static const struct {
		const char *path;
		size_t before;
		const char *expected; /* a letter a commit */
	} rows[] = {
		{ "content/a", 4, "xxx-" },
		{ "content/a", 2, "xx--" },
		{ "content/a", 0, "----" },
		{ "content/d/b", 4, "-x-x" },
		{ "content/d/", 4, "-x-x" },
		{ "content/d/", 2, "-x--" },
		{ "content/d", 4, "----" },
		{ "content/", 4, "xxxx" },
		{ "content", 4, "----" },
		{ "none", 4, "----" },
		{ "", 4, "----" },
	};
	struct source *source;
	struct source_log log;

	fixture_run(&f, "%s", base);
	source = open_at("r", "main", "");
	cr_assert_eq(source_log(source, f.arena, &log, &f.diagnostics), 0);
	cr_assert_eq(log.commit_count, 4);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool hidden[4] = { false };
		char marks[5] = "----";

		source_log_hide(&log, slice_from(rows[i].path), rows[i].before, hidden);
		for (size_t n = 0; n < 4; n++)
			marks[n] = hidden[n] ? 'x' : '-';
		cr_expect_str_eq(
		    marks, rows[i].expected, "'%s' before %zu", rows[i].path, rows[i].before);
	}
	source_close(source);
}

/* Whoever changes these bytes, or what they mean, raises LOG_FORMAT: an older zonale may have written the file. */
Test(log_cache, is_written_as_it_always_was)
{
	static const struct source_commit commits[] = {
		{ .oid = "aaaaaaaaaaaaaaaaaaaa", .time = 258, .message = SLICE_INIT("-\n\nn") },
		{ .oid = "bbbbbbbbbbbbbbbbbbbb", .time = 1, .message = SLICE_INIT("hidden") },
		{ .oid = "cccccccccccccccccccc", .time = 4294967296, .message = SLICE_INIT("") },
	};
	static const struct source_change changes[] = {
		{ SLICE_INIT("p"), 0, true, "dddddddddddddddddddd" },
		{ SLICE_INIT("p"), 1, true, "eeeeeeeeeeeeeeeeeeee" },
		{ SLICE_INIT("p"), 2, false, "" },
		{ SLICE_INIT("q"), 1, true, "ffffffffffffffffffff" },
	};
	static const bool hidden[] = { false, true, false };
	static const struct cache_section expected[LOG_SECTIONS] = {
		{ SLICE_INIT("ids"),
		    SLICE_INIT("aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbbcccccccccccccccccccc") },
		{ SLICE_INIT("hidden"), SLICE_INIT("\0\1\0") },
		{ SLICE_INIT("commits"), SLICE_INIT("\2\1\0\0\0\0\0\0\4\0\0\0-\n\nn"
						    "\0\0\0\0\1\0\0\0\0\0\0\0") },
		{ SLICE_INIT("changes"), SLICE_INIT("\1\0\0\0p\2\0\0\0"
						    "\0\0\0\0\1dddddddddddddddddddd"
						    "\2\0\0\0\0") },
	};
	struct source_log log = { commits, 3, changes, 4 };
	struct buffer bytes[LOG_SECTIONS] = { 0 };
	struct cache_section sections[LOG_SECTIONS];

	cached_log_compose(&log, hidden, bytes, sections);
	for (size_t i = 0; i < LOG_SECTIONS; i++) {
		cr_expect(slice_eq(sections[i].name, expected[i].name), "%zu", i);
		cr_expect(
		    slice_eq(sections[i].content, expected[i].content), "%s", expected[i].name.p);
		buffer_release(&bytes[i]);
	}
}
