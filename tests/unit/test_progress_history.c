/* Which entries of progress were changed after they had been written, against repositories made for it. */
#include <criterion/criterion.h>

#include "history/site_history.h"
#include "repository_fixture.h"

static struct fixture f;

static void set_up(void)
{
	fixture_init(&f);
}

static void tear_down(void)
{
	fixture_release(&f);
}

TestSuite(progress_history, .init = set_up, .fini = tear_down);

/* One programme with one action; `entry NOTE` writes the entry, `commit` is the fixture's. */
#define PREPARED                                                                                  \
	"mkdir row-%zu; cd row-%zu; git init -q .; P=content/programma/2030-2032\n"               \
	"mkdir -p $P/punti $P/avanzamento; E=$P/avanzamento/2031-01-10-1.1.yaml\n"                \
	"printf 'titolo: Prova\\nzona: Zona di prova\\n' >$P/programma.yaml\n"                    \
	"printf 'numero: 1\\ntitolo: Prova\\nazioni: [{id: \"1.1\", testo: Prova.}]\\n' "         \
	">$P/punti/01-prova.yaml\n"                                                               \
	"entry() { printf 'data: 2031-01-10\\nazione: \"1.1\"\\nstato: in_corso\\nnota: %%s\\n' " \
	"\"$1\" >$E; }\n%s"

/* The day of the last change of the only entry, as ISO; empty where it never changed. */
static struct slice changed_on(size_t row)
{
	struct source_revision revision = { .repository = fixture_path(
						&f, arena_printf(f.arena, "row-%zu", row).p),
		.revision = "HEAD",
		.site = "" };
	struct site_options options = { .today = { 2032, 1, 1 }, .workers = 1 };
	struct source *source = source_open_revision(&revision, &f.diagnostics);
	struct site_history *history;
	struct history_log *log;
	struct slice day;
	struct site *site;

	cr_assert_not_null(source);
	site = site_load(source, &options, &f.diagnostics);
	site_link(site, &f.diagnostics);
	site_derive(site);
	cr_assert_eq(site->programmes.count, 1);
	cr_assert_eq(site->programmes.items[0]->progress.count, 1);
	log = history_log_begin(source, false);
	history = site_history_read(site, log, 1, NULL, &f.diagnostics);
	cr_assert_not_null(history);
	day = date_iso(
	    history_changed_on(history, site->programmes.items[0]->progress.items[0]->file),
	    f.arena);
	site_history_free(history);
	history_log_free(log);
	site_free(site);
	source_close(source);
	return day;
}

Test(progress_history, tells_changes_of_what_an_entry_says)
{
	static const struct {
		const char *name, *script, *wanted;
	} rows[] = {
		{ "written once", "entry Uno; commit 0", "" },
		{ "another file changed", "entry Uno; commit 0; echo >content/x; commit 1", "" },
		{ "changed", "entry Uno; commit 0; entry Due; commit 1 '1930305600 +0000'",
		    "2031-03-03" },
		{ "changed on a summer night, in Rome a day later",
		    "entry Uno; commit 0; entry Due; commit 1 '1940884200 +0000'", "2031-07-04" },
		{ "changed twice: the last day",
		    "entry Uno; commit 0; entry Due; commit 1 '1930305600 +0000'\n"
		    "entry Tre; commit 2 '1930478400 +0000'",
		    "2031-03-05" },
		{ "only its form changed",
		    "entry Uno; commit 0; printf '\\n# nota\\n' >>$E; commit 1", "" },
		{ "broken for a while, then as before",
		    "entry Uno; commit 0; printf '\\tx: [' >$E; commit 1; entry Uno; commit 2",
		    "" },
		{ "gone for a while, then as before",
		    "entry Uno; commit 0; mv $E x; commit 1; mv x $E; commit 2", "" },
		{ "obscured: nothing is told",
		    "entry Uno; commit 0; entry Due\n"
		    "printf -- \"- percorso: $E\\n  categoria: errore\\n\" >content/oscuramenti.yaml\n"
		    "commit 1",
		    "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct slice day;

		fixture_run(&f, PREPARED, i, i, rows[i].script);
		day = changed_on(i);
		cr_expect(slice_is(day, rows[i].wanted), "%s: got \"%.*s\", wanted \"%s\"",
		    rows[i].name, SLICE_ARGS(day), rows[i].wanted);
	}
}
