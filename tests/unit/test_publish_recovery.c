#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "publishing.h"
#include "reported.h"
#include "write/plan.h"

TestSuite(publish_recovery, .init = folder_enter, .fini = folder_leave);

/* A ledger from lines "SIGN CLASS TEXT PATH", with the text's digest and size in its place. */
static const char *ledger_of(const char *lines, struct arena *arena)
{
	struct slice rest = slice_from(lines), line;
	struct buffer text = { 0 };
	const char *result;

	ledger_add_head(&text, SLICE("prova"));
	while (slice_next_line(&rest, &line)) {
		struct slice sign, class, content, path;
		char hex[DIGEST_HEX + 1];

		slice_cut(line, ' ', &sign, &line);
		slice_cut(line, ' ', &class, &line);
		slice_cut(line, ' ', &content, &path);
		digest_hex(digest_of(content), hex);
		buffer_addf(&text, "%.*s %.*s %s %zu %.*s\n", SLICE_ARGS(sign), SLICE_ARGS(class),
		    hex, content.len, SLICE_ARGS(path));
	}
	ledger_add_end(&text);
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

static void write_ledger(const char *text)
{
	int fd;

	meddle("folder out/.zonale");
	fd = open("out/.zonale/ledger", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	cr_assert(fd >= 0 && fd_write_all(fd, slice_from(text)) == 0);
	close(fd);
}

/* What the next build makes of a ledger whose build was killed, and of the files that it left. */
static const struct {
	const char *name, *ledger, *left, *next, *outcome, *reported, *tree;
} killed[] = {
	{ "replacing, before", "= p x a\n+ p y a", "write out/a x", "a p y", "1/0/0", "", "a=y" },
	{ "replacing, after", "= p x a\n+ p y a", "write out/a y", "a p y", "0/1/0", "", "a=y" },
	{ "replacing, taken back", "= p x a\n+ p y a", "write out/a y", "a p x", "1/0/0", "",
	    "a=x" },
	{ "replacing, changed by hand", "= p x a\n+ p y a", "write out/a z", "a p y", "1/0/0",
	    "0:0+0 PUBLISH_ALTERED out/a", "a=y" },
	{ "new, before", "+ p x a", "", "a p x", "1/0/0", "", "a=x" },
	{ "new, after", "+ p x a", "write out/a x", "a p x", "0/1/0", "", "a=x" },
	{ "new, after, no longer wanted", "+ p x a/b", "folder out/a\nwrite out/a/b x", "c p x",
	    "1/0/1", "", "c=x" },
	{ "new, before, no longer wanted, its folder left", "+ p x a/b", "folder out/a", "c p x",
	    "1/0/0", "", "c=x" },
	{ "new, before, somebody's file there now, no longer wanted", "+ p x a/b",
	    "folder out/a\nwrite out/a/b mio", "c p x", "1/0/0", "", "a/ a/b=mio c=x" },
	{ "new, before, somebody's file there now, still wanted", "+ p x a", "write out/a mio",
	    "a p x", "refused", "0:0+0 PUBLISH_FOREIGN out/a", "a=mio" },
	{ "removing, before", "- p x a\n= p x b", "write out/a x\nwrite out/b x", "b p x", "0/1/1",
	    "", "b=x" },
	{ "removing, after, its folder left", "- p x a/b\n= p x b", "folder out/a\nwrite out/b x",
	    "b p x", "0/1/0", "", "b=x" },
	{ "removing, wanted again", "- p x a\n= p x b", "write out/a x\nwrite out/b x",
	    "a p y\nb p x", "1/1/0", "", "a=y b=x" },
};

Test(publish_recovery, after_a_kill)
{
	for (size_t i = 0; i < sizeof killed / sizeof *killed; i++) {
		struct arena *arena = arena_new();
		struct diagnostics d;

		diagnostics_init(&d);
		meddle("folder out");
		write_ledger(ledger_of(killed[i].ledger, arena));
		meddle(killed[i].left);
		cr_expect_str_eq(publish_once(killed[i].next, false, &d, arena), killed[i].outcome,
		    "%s: outcome", killed[i].name);
		cr_expect_str_eq(reported(&d, arena), killed[i].reported, "%s: %s", killed[i].name,
		    reported(&d, arena));
		cr_expect_str_eq(tree("out", arena), killed[i].tree, "%s: %s", killed[i].name,
		    tree("out", arena));
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out");
	}
}

static struct slice ledger_now(struct arena *arena)
{
	struct slice text;

	cr_assert(file_read(AT_FDCWD, "out/.zonale/ledger", 1 << 20, arena, &text) == 0);
	return text;
}

/* What the ledger says while steps are taken, seen where one of them fails: '~' stays until its file is replaced. */
Test(publish_recovery, ledger_half_way)
{
	const struct publish_options options = { .mode = SLICE("prova") };
	struct arena *arena = arena_new();
	struct publish_result result;
	struct publish *publish;
	struct diagnostics d;

	diagnostics_init(&d);
	meddle(
	    "folder out\nwrite out/a x\nwrite out/b x\nwrite out/c x\nwrite out/d x\nwrite out/e x");
	write_ledger(ledger_of("-~ p x a\n= p x b\n= p x c\n-~ p x d\n= p x e\n? p x g/h", arena));
	publish = publish_open("out", 0, &d);
	cr_assert(publish && publish_begin(publish, &options, &d) == 0);
	cr_expect(give(publish, "a p x\nb p y\nd p y\ne p x\nf p y", &d) == 0);
	meddle("write out/f mio");
	cr_expect(publish_commit(publish, &result, &d) == -1);
	publish_close(publish);
	cr_expect_str_eq(reported(&d, arena), "0:0+0 PUBLISH_INTERRUPTED out/f,File exists");
	cr_expect(slice_is(ledger_now(arena),
	    ledger_of(
		"=~ p x a\n= p x b\n+ p y b\n- p x c\n=~ p x d\n+ p y d\n= p x e\n+ p y f\n? p x g/h",
		arena)));
	meddle("remove out/f");
	cr_expect_str_eq(
	    publish_once("a p x\nb p y\nd p y\ne p x\nf p y", false, &d, arena), "3/2/1");
	cr_expect(slice_is(
	    ledger_now(arena), ledger_of("= p x a\n= p y b\n= p y d\n= p x e\n= p y f", arena)));
	diagnostics_release(&d);
	arena_free(arena);
}

/* The order of steps: each row from a ledger and files to a build. */
static const struct {
	const char *name, *ledger, *left, *next, *steps;
} orders[] = {
	{ "a first build: what others need first, home last", "", "",
	    "index.html h x\nelenco l x\npagina p x\nstile a x\n"
	    "atti/index.html l x\natti/a/index.html p x\nchi/index.html p x\nfont/f a x",
	    "folder font, file stile, folder chi, file pagina, folder atti, file elenco, "
	    "file index.html" },
	{ "a new folder comes whole, and those that stand are filled", "= p x a/b/c",
	    "folder out/a/b\nwrite out/a/b/c x", "a/b/c p x\na/b/d/e p x\na/b/d/f/g p x\na/h/i p x",
	    "folder a/b/d, folder a/h" },
	{ "changed pages after new ones, deepest first, then lists, then home",
	    "= l x e/l\n= h x index.html\n= l x m\n= p x p\n= p x q/r/s\n= p x q/t",
	    "folder out/e\nfolder out/q/r\nwrite out/index.html x\nwrite out/e/l x\nwrite out/m x\n"
	    "write out/p x\nwrite out/q/r/s x\nwrite out/q/t x",
	    "index.html h y\ne/l l y\nm l y\np p y\nq/r/s p y\nq/t p y\nq/n p y\nn l y",
	    "file q/n, file n, file q/r/s, file q/t, file p, file e/l, file m, file index.html" },
	{ "removals last, what leads to others first",
	    "= a x a\n= h x h\n= l x l\n= p x p/q\n= p x p/r/s\n= p x z",
	    "folder out/p/r\nwrite out/a x\nwrite out/h x\nwrite out/l x\nwrite out/p/q x\n"
	    "write out/p/r/s x\nwrite out/z x",
	    "z p y", "file z, remove h, remove l, remove p/q, remove p/r/s, remove a" },
	{ "changed assets after new ones", "= a x a", "write out/a x",
	    "a a y\nb a y\nc/d a y\ne p y", "folder c, file b, file a, file e" },
	{ "killed among new files: those that came before what may lead to them",
	    "+ p y b\n= p x c/d\n+ p y n", "folder out/c\nwrite out/b y\nwrite out/c/d x",
	    "b p z\nc/d p z\ne p z", "file e, file b, file c/d" },
	{ "killed after them: they are pages like others", "+ p y b\n= p x c/d",
	    "folder out/c\nwrite out/b y\nwrite out/c/d x", "b p z\nc/d p z\ne p z",
	    "file e, file c/d, file b" },
	{ "what never came earlier says nothing", "+ p y b\n= p x c/d\n? p y n",
	    "folder out/c\nwrite out/b y\nwrite out/c/d x", "b p z\nc/d p z", "file c/d, file b" },
	{ "killed while it removed: what it left before what may lead to it",
	    "- p x a\n= p x c/d\n+ p y c/d", "folder out/c\nwrite out/a x\nwrite out/c/d y",
	    "a p z\nc/d p z", "file a, file c/d" },
	{ "killed before it removed: nothing is loose", "- p x a\n= p x c/d\n+ p y c/d",
	    "folder out/c\nwrite out/a x\nwrite out/c/d x", "a p z\nc/d p z", "file c/d, file a" },
	{ "loose before, about to be removed", "-~ p x a\n= p x c/d\n+ p y c/d",
	    "folder out/c\nwrite out/a x\nwrite out/c/d x", "a p z\nc/d p z", "file a, file c/d" },
	{ "loose before, not yet replaced", "=~ p x a\n+ p y a\n= p x c/d\n+ p y c/d",
	    "folder out/c\nwrite out/a x\nwrite out/c/d x", "a p z\nc/d p z", "file a, file c/d" },
	{ "loose before, and replaced", "=~ p x a\n+ p y a\n= p x c/d\n+ p y c/d",
	    "folder out/c\nwrite out/a y\nwrite out/c/d x", "a p z\nc/d p z", "file c/d, file a" },
	{ "new or replaced, among loose ones that are not",
	    "=~ p x a\n+ p y a\n=~ p x b\n+ p y b\n= p x c/d\n+ p y n\n=~ p x s",
	    "folder out/c\nwrite out/a y\nwrite out/b x\nwrite out/c/d x\nwrite out/n y\n"
	    "write out/s x",
	    "a p z\nb p z\nc/d p z\nn p z\ns p z", "file a, file b, file n, file s, file c/d" },
	{ "loose before, and right as it is, once all is there", "= p x c/d\n=~ p x s",
	    "folder out/c\nwrite out/c/d x\nwrite out/s x", "c/d p z\ns p z", "file c/d, file s" },
	{ "but home is always last", "= p x c\n-~ h x index.html",
	    "write out/index.html x\nwrite out/c x", "index.html h z\nc p z",
	    "file c, file index.html" },
};

static const char *steps_text(const struct plan *plan, struct arena *arena)
{
	static const char *const kinds[] = { "folder", "file", "remove" };
	struct buffer text = { 0 };
	const char *result;

	for (size_t i = 0; i < plan->steps.count; i++)
		buffer_addf(&text, "%s%s %.*s", i ? ", " : "", kinds[plan->steps.items[i]->kind],
		    SLICE_ARGS(plan->steps.items[i]->path));
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

Test(publish_recovery, order_of_steps)
{
	const struct publish_options options = { .mode = SLICE("prova") };

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		struct arena *arena = arena_new();
		struct plan plan = { .arena = arena };
		struct publish *publish;
		struct diagnostics d;

		diagnostics_init(&d);
		meddle("folder out");
		write_ledger(ledger_of(orders[i].ledger, arena));
		meddle(orders[i].left);
		publish = publish_open("out", 0, &d);
		cr_assert(
		    publish && publish_begin(publish, &options, &d) == 0, "%s", orders[i].name);
		cr_assert(give(publish, orders[i].next, &d) == 0, "%s", orders[i].name);
		cr_expect(plan_make(&plan, publish, &d) == 0, "%s", orders[i].name);
		cr_expect_str_eq(steps_text(&plan, arena), orders[i].steps, "%s: %s",
		    orders[i].name, steps_text(&plan, arena));
		cr_expect_str_empty(reported(&d, arena), "%s", orders[i].name);
		publish_close(publish);
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out");
	}
}

/* A ledger is believed whole or not at all: {…} stands for what is put in place of a part of a good one. */
#define HEAD "zonale ledger 1\nmode prova\n"
#define HASH "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" /* of "x" */
static const struct {
	const char *name, *lines;
	bool ended; /* with the right last line */
	const char *line;
} damages[] = {
	{ "empty", "", false, "1" },
	{ "only the right end", "", true, "1" },
	{ "other version", "zonale ledger 2\nmode prova\n", true, "1" },
	{ "no mode", "zonale ledger 1\n= p " HASH " 1 a\n", true, "2" },
	{ "without end", HEAD "= p " HASH " 1 a\n", false, "4" },
	{ "cut in a line", HEAD "= p " HASH " 1", false, "3" },
	{ "unknown sign", HEAD "* p " HASH " 1 a\n", true, "3" },
	{ "sign and more", HEAD "+~ p " HASH " 1 a\n", true, "3" },
	{ "never came, but stands", HEAD "= p " HASH " 1 a\n? p " HASH " 1 a\n", true, "4" },
	{ "unknown class", HEAD "= x " HASH " 1 a\n", true, "3" },
	{ "empty class", HEAD "=  " HASH " 1 a\n", true, "3" },
	{ "short digest", HEAD "= p 2d71 1 a\n", true, "3" },
	{ "no size", HEAD "= p " HASH " - a\n", true, "3" },
	{ "size beyond all measure", HEAD "= p " HASH " 9999999999999999999 a\n", true, "3" },
	{ "no path", HEAD "= p " HASH " 1\n", true, "3" },
	{ "path out of OUT", HEAD "= p " HASH " 1 ../a\n", true, "3" },
	{ "path in our own folder", HEAD "= p " HASH " 1 .zonale/ledger\n", true, "3" },
	{ "not sorted", HEAD "= p " HASH " 1 b\n= p " HASH " 1 a\n", true, "4" },
	{ "twice", HEAD "= p " HASH " 1 a\n= p " HASH " 1 a\n", true, "4" },
	{ "plan before content", HEAD "+ p " HASH " 1 a\n= p " HASH " 1 a\n", true, "4" },
	{ "empty line", HEAD "\n", true, "3" },
	{ "wrong end", HEAD "= p " HASH " 1 a\nend " HASH "\n", false, "4" },
};

Test(publish_recovery, damaged_ledger)
{
	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		struct arena *arena = arena_new();
		struct buffer text = { 0 };
		struct diagnostics d;
		const char *expected = arena_printf(
		    arena, "0:0+0 PUBLISH_LEDGER out/.zonale/ledger,%s,out", damages[i].line)
					   .p;

		diagnostics_init(&d);
		buffer_add_str(&text, damages[i].lines);
		if (damages[i].ended)
			ledger_add_end(&text);
		write_ledger(text.p ? text.p : "");
		cr_expect_str_eq(
		    publish_once("a p x", true, &d, arena), "refused", "%s", damages[i].name);
		cr_expect_str_eq(
		    reported(&d, arena), expected, "%s: %s", damages[i].name, reported(&d, arena));
		cr_expect_str_eq(tree("out", arena), "", "%s", damages[i].name);
		buffer_release(&text);
		diagnostics_release(&d);
		arena_free(arena);
		meddle("remove out");
	}
}

/* Any byte of a good ledger changed, or anything behind its end, is noticed. */
Test(publish_recovery, damaged_anywhere)
{
	struct arena *arena = arena_new();
	char *good = arena_cstr(arena,
	    slice_from(
		ledger_of("= a x a\n-~ p yy b\n=~ p yy b/c\n+ p zz b/c\n+ l x d\n? l x e", arena)));
	struct ledger ledger;
	size_t line, len = strlen(good);
	int own_fd;

	write_ledger(good);
	own_fd = open("out/.zonale", O_RDONLY | O_DIRECTORY);
	cr_assert(own_fd >= 0 && ledger_read(own_fd, arena, &ledger, &line) == 0);
	cr_expect(ledger.found && ledger.entries.count == 5);
	for (size_t i = 0; i < len; i++) {
		good[i] ^= 1;
		write_ledger(good);
		cr_expect(ledger_read(own_fd, arena, &ledger, &line) == -1, "byte %zu", i);
		good[i] ^= 1;
	}
	write_ledger(arena_printf(arena, "%s\n", good).p);
	cr_expect(ledger_read(own_fd, arena, &ledger, &line) == -1, "a line behind the end");
	close(own_fd);
	arena_free(arena);
}
