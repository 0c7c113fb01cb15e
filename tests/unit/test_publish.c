#include <criterion/criterion.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/workers.h"
#include "publishing.h"
#include "reported.h"

TestSuite(publish, .init = folder_enter, .fini = folder_leave);

/* What comes of a second build, after somebody did things in OUT by hand. */
static const struct {
	const char *name, *first, *meddled, *second;
	bool adopt;
	const char *outcome, *reported, *tree;
} rows[] = {
	{ "first build", "", "", "index.html h uno\natti/a/index.html p due\nstile.css a tre",
	    false, "3/0/0", "",
	    "atti/ atti/a/ atti/a/index.html=due index.html=uno stile.css=tre" },
	{ "nothing at all", "", "", "", false, "0/0/0", "", "" },
	{ "no change", "index.html h uno\na/b.css a x", "", "index.html h uno\na/b.css a x", false,
	    "0/2/0", "", "a/ a/b.css=x index.html=uno" },
	{ "one of two changed", "a/b p uno\nc p uno", "", "a/b p due\nc p uno", false, "1/1/0", "",
	    "a/ a/b=due c=uno" },
	{ "same size, other bytes", "a p 12345678", "", "a p 12345679", false, "1/0/0", "",
	    "a=12345679" },
	{ "empty file", "a p ", "", "a p \nb p ", false, "1/1/0", "", "a= b=" },
	{ "removed with the folders that become empty", "a/b/c/d p x\na/e p x", "", "a/e p x",
	    false, "0/1/1", "", "a/ a/e=x" },
	{ "all removed", "a/b/c p x\nd p x", "", "", false, "0/0/2", "", "" },
	{ "added to folders that stand", "a/b/c p x", "", "a/b/c p x\na/b/d p y\na/e/f/g p z",
	    false, "2/1/0", "", "a/ a/b/ a/b/c=x a/b/d=y a/e/ a/e/f/ a/e/f/g=z" },
	{ "moved", "a/b p x", "", "c/b p x", false, "1/0/1", "", "c/ c/b=x" },

	{ "foreign file at another path is let be", "a/b p x",
	    "write out/a/mio tuo\nwrite out/.gitignore *", "c p x", false, "1/0/1", "",
	    ".gitignore=* a/ a/mio=tuo c=x" },
	{ "foreign folder is let be, empty or not", "", "folder out/vuota\nfolder out/piena/x",
	    "a p x", false, "1/0/0", "", "a=x piena/ piena/x/ vuota/" },
	{ "new file in a foreign folder", "", "folder out/a\nwrite out/a/mio tuo", "a/b/c p x",
	    false, "1/0/0", "", "a/ a/b/ a/b/c=x a/mio=tuo" },
	{ "foreign file refused", "b p x", "write out/a mio", "a p x\nb p y", false, "refused",
	    "0:0+0 PUBLISH_FOREIGN out/a", "a=mio b=x" },
	{ "foreign file with our very bytes refused", "b p x", "write out/a x", "a p x\nb p y",
	    false, "refused", "0:0+0 PUBLISH_FOREIGN out/a", "a=x b=x" },
	{ "foreign link refused", "b p x", "link out/a b", "a p x\nb p x", false, "refused",
	    "0:0+0 PUBLISH_FOREIGN out/a", "a->b b=x" },
	{ "foreign FIFO refused", "b p x", "fifo out/a", "a p x\nb p x", false, "refused",
	    "0:0+0 PUBLISH_FOREIGN out/a", "a| b=x" },
	{ "foreign files adopted", "",
	    "folder out/d\nwrite out/a x\nwrite out/b mio\nlink out/c /etc\nwrite out/d/e mio",
	    "a p x\nb p y\nc p z", true, "2/1/0", "", "a=x b=y c=z d/ d/e=mio" },
	{ "every foreign file is named", "", "write out/b mio\nwrite out/a mio",
	    "b p x\na p x\nc p x", false, "refused",
	    "0:0+0 PUBLISH_FOREIGN out/a; 0:0+0 PUBLISH_FOREIGN out/b", "a=mio b=mio" },

	{ "ours, changed by hand, put right", "a p x\nb p x", "write out/a mio", "a p x\nb p x",
	    false, "1/1/0", "0:0+0 PUBLISH_ALTERED out/a", "a=x b=x" },
	{ "ours, replaced by a link, put right", "a p x\nb p x", "remove out/a\nlink out/a b",
	    "a p x\nb p x", false, "1/1/0", "0:0+0 PUBLISH_ALTERED out/a", "a=x b=x" },
	{ "ours, deleted by hand, comes back", "a/b p x", "remove out/a", "a/b p x", false, "1/0/0",
	    "", "a/ a/b=x" },
	{ "ours, changed by hand to what it becomes", "a p x", "write out/a y", "a p y", false,
	    "0/1/0", "", "a=y" },
	{ "ours, changed by hand, to be removed", "a p x\nb p x", "write out/a mio", "b p x", false,
	    "0/1/1", "0:0+0 PUBLISH_ALTERED_REMOVED out/a", "b=x" },
	{ "ours, to be removed, gone already", "a/b p x\nb p x", "remove out/a", "b p x", false,
	    "0/1/0", "", "b=x" },
	{ "to be removed, a foreign folder in its place", "a p x\nb p x",
	    "remove out/a\nfolder out/a/c", "b p x", false, "0/1/0", "", "a/ a/c/ b=x" },

	{ "link in place of a folder", "a/b p x\nc p x",
	    "remove out/a\nfolder altra\nlink out/a ../altra", "a/b p y\nc p y", false, "refused",
	    "0:0+0 PUBLISH_LINK out/a", "a->../altra c=x" },
	{ "link in place of a folder, adopting", "", "folder out/d\nlink out/a d", "a/b p y", true,
	    "refused", "0:0+0 PUBLISH_LINK out/a", "a->d d/" },
	{ "link above a file to be removed", "a/b p x\nc p x",
	    "remove out/a\nfolder altra\nwrite altra/b mio\nlink out/a ../altra", "c p x", false,
	    "refused", "0:0+0 PUBLISH_LINK out/a/b", "a->../altra c=x" },
	{ "file in place of a folder", "c p x", "write out/a mio", "a/b/d p y\nc p x", true,
	    "refused", "0:0+0 PUBLISH_IN_THE_WAY out/a", "a=mio c=x" },
	{ "folder in place of a file", "c p x", "folder out/a/b", "a p y\nc p x", true, "refused",
	    "0:0+0 PUBLISH_IN_THE_WAY out/a", "a/ a/b/ c=x" },
	{ "our file becomes a folder", "a p x", "", "a/b p x", false, "refused",
	    "0:0+0 PUBLISH_IN_THE_WAY out/a", "a=x" },

	{ "twice the same path", "", "", "a p x\nb p x\na p x", false, "refused",
	    "0:0+0 PUBLISH_TWICE a", "" },
	{ "files that differ by case", "", "", "a/B p x\na/b p x", false, "refused",
	    "0:0+0 PUBLISH_CASE a/B,a/b", "" },
	{ "folders that differ by case", "", "", "A/b p x\na/c p x", false, "refused",
	    "0:0+0 PUBLISH_CASE A,a", "" },
	{ "a file and a folder that differ by case", "", "", "A p x\na/c p x", false, "refused",
	    "0:0+0 PUBLISH_CASE a,A", "" },
	{ "accented letters that differ by case", "", "", "\xc3\x80 p x\n\xc3\xa0 p x", false,
	    "refused", "0:0+0 PUBLISH_CASE \xc3\x80,\xc3\xa0", "" },
	{ "both file and folder", "", "", "a p x\na/b/c p x\na-b p x", false, "refused",
	    "0:0+0 PUBLISH_FILE_AND_FOLDER a", "" },
	{ "refused path", "b p x", "", "b p y\n../a p x\n.zonale/ledger p x", false, "refused",
	    "0:0+0 PUBLISH_PATH ../a; 0:0+0 PUBLISH_PATH .zonale/ledger", "b=x" },

	{ "leftovers of a killed build", "a p x",
	    "folder out/.zonale/staging/t1/b\nwrite out/.zonale/staging/7 z\nwrite out/.zonale/ledger.new z",
	    "a p x\nb p y", false, "1/1/0", "", "a=x b=y" },
	{ "lost ledger", "a p x\nb p x", "remove out/.zonale/ledger", "a p x\nb p x", false,
	    "refused", "0:0+0 PUBLISH_FOREIGN out/a; 0:0+0 PUBLISH_FOREIGN out/b", "a=x b=x" },
	{ "lost ledger, adopting", "a p x\nb p x\nc p x", "remove out/.zonale", "a p x\nb p y",
	    true, "1/1/0", "", "a=x b=y c=x" },
	{ "ledger of a link", "a p x",
	    "remove out/.zonale/ledger\nlink out/.zonale/ledger /etc/passwd", "a p y", false,
	    "refused", "0:0+0 PUBLISH_LEDGER out/.zonale/ledger,0,out", "a=x" },
};

static void build_before(size_t row, struct arena *arena)
{
	struct diagnostics d;

	diagnostics_init(&d);
	publish_once(rows[row].first, false, &d, arena);
	cr_expect_str_empty(reported(&d, arena), "%s: first build", rows[row].name);
	diagnostics_release(&d);
	meddle(rows[row].meddled);
}

Test(publish, second_build)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *arena = arena_new();
		struct diagnostics d;

		build_before(i, arena);
		diagnostics_init(&d);
		cr_expect_str_eq(publish_once(rows[i].second, rows[i].adopt, &d, arena),
		    rows[i].outcome, "%s: outcome", rows[i].name);
		cr_expect_str_eq(reported(&d, arena), rows[i].reported, "%s: reported '%s'",
		    rows[i].name, reported(&d, arena));
		cr_expect_str_eq(tree("out", arena), rows[i].tree, "%s: left '%s'", rows[i].name,
		    tree("out", arena));
		cr_expect(
		    access("out/.zonale/staging", F_OK) != 0, "%s: staging left", rows[i].name);
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out\nremove altra");
	}
}

/* After a build that went well, the same one again writes nothing, not even the ledger. */
Test(publish, same_build_again_writes_nothing)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *arena = arena_new();
		struct diagnostics d, again;
		struct stat before, after;
		const char *outcome;

		build_before(i, arena);
		diagnostics_init(&d);
		diagnostics_init(&again);
		if (strcmp(publish_once(rows[i].second, rows[i].adopt, &d, arena), "refused") !=
		    0) {
			cr_assert(stat("out/.zonale/ledger", &before) == 0);
			outcome = publish_once(rows[i].second, false, &again, arena);
			cr_expect(slice_starts(slice_from(outcome), "0/") &&
				      slice_ends(slice_from(outcome), "/0"),
			    "%s: %s", rows[i].name, outcome);
			cr_expect_str_empty(reported(&again, arena), "%s", rows[i].name);
			cr_assert(stat("out/.zonale/ledger", &after) == 0);
			cr_expect(before.st_ino == after.st_ino, "%s: ledger", rows[i].name);
		}
		diagnostics_release(&d);
		diagnostics_release(&again);
		arena_free(arena);
		meddle("remove out\nremove altra");
	}
}

Test(publish, unchanged_files_are_not_touched)
{
	struct arena *arena = arena_new();
	struct stat before, after;
	struct diagnostics d;

	diagnostics_init(&d);
	publish_once("a/b p x\na/c p x", false, &d, arena);
	cr_assert(stat("out/a/b", &before) == 0);
	publish_once("a/b p x\na/c p y", false, &d, arena);
	cr_assert(stat("out/a/b", &after) == 0);
	cr_expect(before.st_ino == after.st_ino);
	cr_expect(before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
		  before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
	cr_expect(before.st_ctim.tv_sec == after.st_ctim.tv_sec &&
		  before.st_ctim.tv_nsec == after.st_ctim.tv_nsec);
	diagnostics_release(&d);
	arena_free(arena);
}

static void expect_mode(const char *path, mode_t mode)
{
	struct stat status;

	cr_assert(stat(path, &status) == 0, "no %s", path);
	cr_expect((status.st_mode & 07777) == mode, "%s: mode %o", path, status.st_mode & 07777);
}

Test(publish, modes_do_not_depend_on_the_umask)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	umask(077);
	diagnostics_init(&d);
	publish_once("a/b/c p x\nd p x", false, &d, arena);
	publish_once("a/b/c p y\na/e/f p x\nd p x", false, &d, arena);
	expect_mode("out", 0755);
	expect_mode("out/a", 0755);
	expect_mode("out/a/b", 0755);
	expect_mode("out/a/e", 0755);
	expect_mode("out/a/b/c", 0644);
	expect_mode("out/d", 0644);
	expect_mode("out/.zonale", 0700);
	meddle("mode out/.zonale 755");
	publish_once("", false, &d, arena);
	expect_mode("out/.zonale", 0700);
	diagnostics_release(&d);
	arena_free(arena);
}

Test(publish, folders_keep_the_group_of_out)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	diagnostics_init(&d);
	meddle("folder out\nmode out 2775");
	publish_once("a/b/c p x", false, &d, arena);
	expect_mode("out/a", 02755);
	expect_mode("out/a/b", 02755);
	expect_mode("out", 02775);
	diagnostics_release(&d);
	arena_free(arena);
}

Test(publish, out_may_be_a_link)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	diagnostics_init(&d);
	meddle("folder vero\nlink out vero");
	cr_expect_str_eq(publish_once("a/b p x", false, &d, arena), "1/0/0");
	cr_expect_str_eq(tree("vero", arena), "a/ a/b=x");
	diagnostics_release(&d);
	arena_free(arena);
}

/* Nothing is published by whoever does not commit, or not after a file was refused. */
Test(publish, not_committed)
{
	const struct publish_options options = { .mode = SLICE("prova") };
	struct arena *arena = arena_new();
	struct publish *publish;
	struct diagnostics d;

	diagnostics_init(&d);
	publish_once("a p x", false, &d, arena);
	publish = publish_open("out", 0, &d);
	cr_assert(publish && publish_begin(publish, &options, &d) == 0);
	cr_expect(give(publish, "a p y\nb/c p y", &d) == 0);
	publish_close(publish);
	cr_expect_str_eq(tree("out", arena), "a=x");
	cr_expect(access("out/.zonale/staging", F_OK) != 0);
	cr_expect_str_empty(reported(&d, arena));
	diagnostics_release(&d);
	arena_free(arena);
}

/* Somebody puts a file or folder where we are about to, after we looked. */
Test(publish, comes_in_between)
{
	static const struct {
		const char *given, *meddled, *reported, *tree;
	} between[] = {
		{ "a p x", "write out/a mio", "0:0+0 PUBLISH_INTERRUPTED out/a,File exists",
		    "a=mio" },
		{ "a/b p x", "folder out/a\nwrite out/a/c mio", "", "a/ a/b=x a/c=mio" },
		{ "a/b/c p x", "folder out/a/b", "", "a/ a/b/ a/b/c=x" },
		{ "a/b p x", "folder out/d\nlink out/a d", "0:0+0 PUBLISH_LINK out/a", "a->d d/" },
	};
	const struct publish_options options = { .mode = SLICE("prova") };

	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		struct arena *arena = arena_new();
		struct publish_result result;
		struct publish *publish;
		struct diagnostics d;

		diagnostics_init(&d);
		publish = publish_open("out", 0, &d);
		cr_assert(publish && publish_begin(publish, &options, &d) == 0);
		cr_expect(give(publish, between[i].given, &d) == 0);
		meddle(between[i].meddled);
		(void)publish_commit(publish, &result, &d);
		publish_close(publish);
		cr_expect_str_eq(reported(&d, arena), between[i].reported, "%s: %s",
		    between[i].meddled, reported(&d, arena));
		cr_expect_str_eq(tree("out", arena), between[i].tree, "%s: %s", between[i].meddled,
		    tree("out", arena));
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out");
	}
}

Test(publish, troubles_are_named_up_to_twenty)
{
	struct arena *arena = arena_new();
	struct buffer files = { 0 };
	struct diagnostics d;

	diagnostics_init(&d);
	meddle("folder out");
	for (int i = 10; i < 35; i++) {
		meddle(arena_printf(arena, "write out/%d mio", i).p);
		buffer_addf(&files, "%d p x\n", i);
	}
	cr_expect_str_eq(publish_once(files.p, false, &d, arena), "refused");
	cr_assert(d.list.count == 21);
	cr_expect(d.list.items[19].id == DIAG_PUBLISH_FOREIGN);
	cr_expect(d.list.items[20].id == DIAG_PUBLISH_MORE);
	cr_expect(slice_is(d.list.items[20].args[0], "5"));
	cr_expect(slice_is(d.list.items[20].args[1], "Z805"));
	buffer_release(&files);
	diagnostics_release(&d);
	arena_free(arena);
}

/* The mode of the build that follows one of mode "prova". */
static const struct {
	const char *mode, *reported, *tree;
} modes[] = {
	{ "prova", "", "a=y" },
	{ "bozze", "0:0+0 PUBLISH_MODE out,prova,bozze", "a=x" },
	{ "", "0:0+0 PUBLISH_MODE out,prova", "a=x" },
	{ "prova\nend", "0:0+0 PUBLISH_MODE out,prova,prova?end", "a=x" },
};

Test(publish, another_mode_is_refused)
{
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		const struct publish_options options = { .mode = slice_from(modes[i].mode) };
		struct arena *arena = arena_new();
		struct publish_result result;
		struct publish *publish;
		struct diagnostics d;

		diagnostics_init(&d);
		publish_once("a p x", false, &d, arena);
		publish = publish_open("out", 0, &d);
		cr_assert(publish);
		if (publish_begin(publish, &options, &d) == 0 && give(publish, "a p y", &d) == 0)
			cr_expect(publish_commit(publish, &result, &d) == 0);
		publish_close(publish);
		cr_expect_str_eq(reported(&d, arena), modes[i].reported, "%s", modes[i].mode);
		cr_expect_str_eq(tree("out", arena), modes[i].tree, "%s", modes[i].mode);
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out");
	}
}

/* Each kind of site can be published again over itself. */
Test(publish, any_text_may_be_a_mode)
{
	static const char *const texts[] = { "", " ", "a\nend\n", "\xc3\xa0 = p",
		"zonale ledger 1" };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct publish_options options = { .mode = slice_from(texts[i]) };
		struct publish_result result;
		struct diagnostics d;

		diagnostics_init(&d);
		for (int again = 0; again < 2; again++) {
			struct publish *publish = publish_open("out", 0, &d);

			cr_assert(
			    publish && publish_begin(publish, &options, &d) == 0, "%s", texts[i]);
			cr_expect(publish_commit(publish, &result, &d) == 0, "%s", texts[i]);
			publish_close(publish);
		}
		diagnostics_release(&d);
		meddle("remove out");
	}
}

Test(publish, one_build_at_a_time)
{
	struct arena *arena = arena_new();
	struct publish *first, *second;
	struct diagnostics d;

	diagnostics_init(&d);
	first = publish_open("out", 0, &d);
	cr_assert(first);
	second = publish_open("out", 0, &d);
	cr_expect_null(second);
	cr_expect_str_eq(reported(&d, arena), "0:0+0 PUBLISH_LOCKED out");
	publish_close(first);
	second = publish_open("out", 0, &d);
	cr_expect_not_null(second);
	publish_close(second);
	diagnostics_release(&d);
	arena_free(arena);
}

static void *open_waiting(void *out)
{
	struct diagnostics d;
	struct publish *publish;

	diagnostics_init(&d);
	publish = publish_open(out, 600, &d);
	diagnostics_release(&d);
	return publish;
}

Test(publish, a_build_waits_for_another, .timeout = 60)
{
	struct diagnostics d;
	struct publish *first;
	pthread_t thread;
	void *second;

	diagnostics_init(&d);
	first = publish_open("out", 0, &d);
	cr_assert(first && pthread_create(&thread, NULL, open_waiting, "out") == 0);
	publish_close(first);
	cr_assert(pthread_join(thread, &second) == 0);
	cr_expect_not_null(second);
	publish_close(second);
	diagnostics_release(&d);
}

#define MANY 400

struct many {
	struct publish *publish;
	struct diagnostics d[4];
};

static void give_one(void *context, unsigned worker, size_t job)
{
	struct many *many = context;
	char path[64], text[64];
	int path_len = snprintf(path, sizeof path, "a/%zu/%zu", job % 7, job);
	int text_len = snprintf(text, sizeof text, "testo %zu", job);

	(void)publish_file(many->publish, (struct slice){ path, (size_t)path_len }, PUBLISH_PAGE,
	    (struct slice){ text, (size_t)text_len }, &many->d[worker]);
}

static const char *build_many(unsigned workers, struct arena *arena)
{
	const struct publish_options options = { .mode = SLICE("prova") };
	struct publish_result result;
	struct many many;

	for (size_t i = 0; i < 4; i++)
		diagnostics_init(&many.d[i]);
	many.publish = publish_open("out", 0, &many.d[0]);
	cr_assert(many.publish && publish_begin(many.publish, &options, &many.d[0]) == 0);
	workers_run(workers, MANY, give_one, &many);
	cr_assert(publish_commit(many.publish, &result, &many.d[0]) == 0);
	cr_expect(result.written + result.unchanged == MANY);
	publish_close(many.publish);
	for (size_t i = 0; i < 4; i++) {
		cr_expect_str_empty(reported(&many.d[i], arena));
		diagnostics_release(&many.d[i]);
	}
	return arena_printf(arena, "%s %s", tree("out", arena), tree("out/.zonale", arena)).p;
}

Test(publish, any_number_of_workers_publishes_the_same)
{
	struct arena *arena = arena_new();
	const char *alone = build_many(1, arena);

	meddle("remove out");
	cr_expect_str_eq(build_many(4, arena), alone);
	cr_expect_str_eq(build_many(3, arena), alone);
	arena_free(arena);
}

/* Copies */

static const struct {
	const char *name, *source, *published; /* source: its text, or FIFO, or FOLDER */
	int result;
	const char *reported, *tree;
} copies[] = {
	{ "new", "testo", NULL, 0, "", "a/ a/b=testo" },
	{ "empty", "", NULL, 0, "", "a/ a/b=" },
	{ "equal", "testo", "testo", 0, "", "a/ a/b=testo" },
	{ "other bytes", "testo", "tosto", 0, "", "a/ a/b=testo" },
	{ "longer", "testo lungo", "testo", 0, "", "a/ a/b=testo lungo" },
	{ "shorter", "testo", "testo lungo", 0, "", "a/ a/b=testo" },
	{ "FIFO", "FIFO", "testo", -1, "0:0+0 SYSTEM out/a/b,Invalid argument", "a/ a/b=testo" },
	{ "folder", "FOLDER", "testo", -1, "0:0+0 SYSTEM out/a/b,Invalid argument",
	    "a/ a/b=testo" },
};

static int open_source(const char *source)
{
	if (strcmp(source, "FIFO") == 0)
		meddle("fifo fonte");
	else if (strcmp(source, "FOLDER") == 0)
		meddle("folder fonte");
	else
		meddle("write fonte vuota");
	if (strcmp(source, "FIFO") != 0 && strcmp(source, "FOLDER") != 0) {
		int fd = open("fonte", O_RDWR | O_TRUNC);

		/* The offset is left at the end: it must not matter. */
		cr_assert(write(fd, source, strlen(source)) == (ssize_t)strlen(source));
		return fd;
	}
	return open("fonte", O_RDONLY | O_NONBLOCK);
}

Test(publish, copy)
{
	const struct publish_options options = { .mode = SLICE("prova") };

	for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
		struct arena *arena = arena_new();
		struct publish_result result;
		struct publish *publish;
		struct digest digest;
		struct diagnostics d;
		int source = open_source(copies[i].source), status;

		diagnostics_init(&d);
		if (copies[i].published)
			publish_once(arena_printf(arena, "a/b a %s", copies[i].published).p, false,
			    &d, arena);
		publish = publish_open("out", 0, &d);
		cr_assert(publish && publish_begin(publish, &options, &d) == 0);
		status = publish_copy(publish, SLICE("a/b"), source, &digest, &d);
		cr_expect(status == copies[i].result, "%s: result", copies[i].name);
		if (status == 0)
			cr_expect(digest_eq(digest, digest_of(slice_from(copies[i].source))), "%s",
			    copies[i].name);
		cr_expect(publish_commit(publish, &result, &d) == status, "%s", copies[i].name);
		publish_close(publish);
		cr_expect_str_eq(reported(&d, arena), copies[i].reported, "%s: %s", copies[i].name,
		    reported(&d, arena));
		cr_expect_str_eq(tree("out", arena), copies[i].tree, "%s", copies[i].name);
		close(source);
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out\nremove fonte");
	}
}

/* A hole has no bytes on the disk: the test costs nothing. Blocks beyond the first must count, too. */
static int copy_of_size(struct publish *publish, const char *path, off_t size, char last,
    struct digest *digest, struct diagnostics *d)
{
	int fd = open("fonte", O_RDWR | O_CREAT | O_TRUNC, 0644), result;

	cr_assert(fd >= 0 && ftruncate(fd, size) == 0 && pwrite(fd, &last, 1, size - 1) == 1);
	result = publish_copy(publish, slice_from(path), fd, digest, d);
	close(fd);
	return result;
}

Test(publish, large_copies)
{
	const struct publish_options options = { .mode = SLICE("prova") };
	struct digest first, second;
	struct arena *arena = arena_new();
	struct publish_result result;
	struct publish *publish;
	struct diagnostics d;

	diagnostics_init(&d);
	publish = publish_open("out", 0, &d);
	cr_assert(publish && publish_begin(publish, &options, &d) == 0);
	cr_expect(copy_of_size(publish, "a", 200000, 'x', &first, &d) == 0);
	cr_assert(publish_commit(publish, &result, &d) == 0);
	cr_expect(result.written == 1 && result.bytes == 200000);
	publish_close(publish);

	publish = publish_open("out", 0, &d);
	cr_assert(publish && publish_begin(publish, &options, &d) == 0);
	cr_expect(copy_of_size(publish, "a", 200000, 'y', &second, &d) == 0);
	cr_expect(!digest_eq(first, second));
	cr_expect_str_empty(reported(&d, arena));
	cr_expect(copy_of_size(publish, "b", (off_t)PUBLISH_COPY_MAX + 1, 'x', NULL, &d) == -1);
	cr_expect(publish_commit(publish, &result, &d) == -1);
	publish_close(publish);
	cr_expect_str_eq(reported(&d, arena), "0:0+0 PUBLISH_TOO_LARGE b,50");
	diagnostics_release(&d);
	arena_free(arena);
}
