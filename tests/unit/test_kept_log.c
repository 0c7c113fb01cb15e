/* What of the log stands in the cache: of small real repositories, which of their commits are kept by their id alone. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>

#include "base/cache_file.h"
#include "base/file.h"
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

TestSuite(kept_log, .init = set_up, .fini = tear_down);

/*
 * `act NAME [KEYS [BODY]]` writes an act of 2031, `at DAY [NOTE]` commits everything at noon (in Greenwich) of that day
 * of January 2031, `hide PLACE [KEYS]` adds an entry to oscuramenti.yaml.
 */
static const char prelude[] =
    "rm -rf r; git init -q r; cd r; mkdir -p content/atti/2031 content/organi\n"
    "printf 'formato: 1\\ntitolo: Sito\\nbase_url: https://www.example.org/\\n' >content/sito.yaml\n"
    "printf 'id: conferenza\\nnome: Conferenza\\n' >content/organi/conferenza.yaml\n"
    "act() { n=${1##*-}; printf -- \"---\\ntipo: delibera\\norgano: conferenza\\nnumero: $n\\n"
    "data: 2031-01-01\\noggetto: Un oggetto inventato\\n${2-}---\\n${3-Testo.\\n}\" "
    ">content/atti/2031/$1.md; }\n"
    "at() { if [ -z \"$2\" ]; then m=x; else m=$(printf 'x\\n\\nNota-pubblica: %s' \"$2\"); fi\n"
    "commit \"$m\" \"2031-01-$1T12:00:00 +0000\"; }\n"
    "hide() { printf -- \"- {percorso: content/atti/2031/$1, categoria: errore${2-}}\\n\" "
    ">>content/oscuramenti.yaml; }\n"
    "say() { printf -- \"- {percorso: content/atti/2031/$1, $2}\\n\" >>content/note_pubbliche.yaml; }\n";

/* Reads the site's history with the repository's cache. */
static void read_history(void)
{
	struct site_options options = { .today = { 2031, 1, 20 }, .workers = 1 };
	struct source *source;
	struct site_history *history;
	struct history_log *log;
	struct site *site;

	fixture_forget(&f);
	source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
	cr_assert(source);
	source_use_cache(source, NULL, &f.diagnostics);
	site = site_load(source, &options, &f.diagnostics);
	log = history_log_begin(source, false);
	site_link(site, &f.diagnostics);
	site_derive(site);
	history = site_history_read(site, log, 1, NULL, &f.diagnostics);
	cr_expect(history);
	site_history_free(history);
	history_log_free(log);
	site_free(site);
	source_close(source);
}

/* A letter a commit, oldest first: '.' kept whole, 'x' by its id alone. */
static const char *kept(void)
{
	struct slice name = slice_trim(fixture_output(&f, "echo r/.git/zonale/log-*")), bytes,
		     flags;
	struct cache_file file;
	struct digest identity;
	char *shown;

	cr_assert_eq(file_read(AT_FDCWD, fixture_path(&f, arena_cstr(f.arena, name)),
			 (size_t)1 << 20, f.arena, &bytes),
	    0, "%.*s", SLICE_ARGS(name));
	memcpy(identity.bytes, bytes.p + strlen("zonale cache 1\n"), DIGEST_SIZE);
	cr_assert(cache_parse(bytes, identity, f.arena, &file));
	flags = cache_section(&file, "hidden");
	shown = arena_cstr(f.arena, flags);
	for (size_t i = 0; i < flags.len; i++)
		shown[i] = flags.p[i] ? 'x' : '.';
	return shown;
}

Test(kept_log, leaves_out_what_the_site_does_not_show)
{
	static const struct {
		const char *name, *script, *expected;
	} rows[] = {
		{ "two versions", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07 'Una nota'",
		    ".." },
		{ "a note that no page quotes: nothing changed",
		    "act dczi-1; at 05; act dczi-1 '' 'Testo. \\n'; at 07 'Una nota'; at 08",
		    ".x." },
		{ "a note of a commit beside the content",
		    "act dczi-1; at 05; echo >x; at 06 'Una nota'", ".x" },
		{ "a note that note_pubbliche speaks instead of",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07 'Una nota'\n"
		    "say dczi-1.md 'data: 2031-01-07, nota: Altra'; at 08",
		    ".x." },
		{ "obscured before its entry",
		    "act dczi-1; act dczi-2; at 05; act dczi-2 '' 'Altro.\\n'; at 06; act dczi-1 '' 'Altro.\\n'\n"
		    "at 07; act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 08; act dczi-1 '' 'Poi.\\n'; at 09",
		    "x.x.." },
		{ "obscured before a time",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07\n"
		    "hide dczi-1.md ', prima_di: 2031-01-07T13:00'; at 08",
		    "x.." },
		{ "obscured before a time, with a clock that ran backwards",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07; act dczi-1 '' 'Poi.\\n'; at 06\n"
		    "hide dczi-1.md ', prima_di: 2031-01-06T14:00'; at 08",
		    "xxx." },
		{ "obscured, not committed yet",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07; hide dczi-1.md", "xx" },
		{ "an obscured attachment",
		    "act dczi-1 'allegati: [{file: a.txt, titolo: A}]\\n'; mkdir content/atti/2031/dczi-1\n"
		    "echo 1 >content/atti/2031/dczi-1/a.txt; at 05; act dczi-1\n"
		    "rm -r content/atti/2031/dczi-1; hide dczi-1/a.txt; at 07",
		    "xx" },
		{ "an obscured former place",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md; act dczi-9 'gia: [2031/dczi-1]\\n'\n"
		    "at 07; act dczi-9 'gia: [2031/dczi-1]\\n' 'Altro.\\n'; hide dczi-1.md; at 09",
		    "xx." },
		{ "something else obscured",
		    "act dczi-1; echo 'titolo: Uno' >content/pagine.yaml; at 05; rm content/pagine.yaml\n"
		    "printf -- '- {percorso: content/pagine.yaml, categoria: errore}\\n' "
		    ">content/oscuramenti.yaml; at 06",
		    "xx" },
		{ "a file without a place in the site",
		    "act dczi-1; at 05; mkdir content/altro; echo 1 >content/altro/a.txt; at 06",
		    ".x" },
		{ "a page that is gone",
		    "act dczi-1; at 05; mkdir content/pagine; printf -- '---\\ntitolo: Uno\\n---\\nTesto.\\n' "
		    ">content/pagine/uno.md; at 06; rm content/pagine/uno.md; at 07; act dczi-2; at 08",
		    ".xx." },
		{ "a page that is there",
		    "act dczi-1; at 05; mkdir content/pagine; printf -- '---\\ntitolo: Uno\\n---\\nTesto.\\n' "
		    ">content/pagine/uno.md; at 06",
		    ".." },
		{ "a draft", "act dczi-1; at 05; act dczi-2 'stato: bozza\\n'; at 06", ".x" },
		{ "a draft that was published: its notes alone",
		    "act dczi-1 'stato: bozza\\n'; at 05; act dczi-1 'stato: bozza\\n' 'Prova.\\n'; at 06 'Nota'\n"
		    "act dczi-1; at 07 'Pubblica'",
		    ".x." },
		{ "to be published later",
		    "act dczi-1; at 05; act dczi-2 'pubblicato_dal: 2031-02-01\\n'; at 06", ".x" },
		{ "a removed act",
		    "act dczi-1; at 05; act dczi-2; at 06; act dczi-2 "
		    "'stato: rimosso\\nrimozione: {data: 2031-01-07, motivo: errore}\\n'; at 07",
		    ".xx" },
		{ "an act that is gone",
		    "act dczi-1; at 05; act dczi-2; at 06; rm content/atti/2031/dczi-2.md; at 07",
		    ".xx" },
		{ "a former place of a public act, and an attachment of it",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md\n"
		    "act dczi-9 'gia: [2031/dczi-1]\\nallegati: [{file: a.txt, titolo: A}]\\n'\n"
		    "mkdir content/atti/2031/dczi-9; echo 1 >content/atti/2031/dczi-9/a.txt; at 07",
		    ".." },
		{ "a file beside an act that is no attachment of it",
		    "act dczi-1; at 05; mkdir content/atti/2031/dczi-1; echo 1 "
		    ">content/atti/2031/dczi-1/a.txt; at 07",
		    ".x" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		fixture_run(&f, "%s%s\n", prelude, rows[i].script);
		read_history();
		cr_expect_str_eq(kept(), rows[i].expected, "%s: %s", rows[i].name, kept());
		/* From the cache: the same, and nothing more. */
		read_history();
		cr_expect_str_eq(kept(), rows[i].expected, "%s, again: %s", rows[i].name, kept());
	}
}

Test(kept_log, hides_and_shows_as_oscuramenti_says_now)
{
	static const struct {
		const char *script, *expected;
	} steps[] = {
		{ "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07", ".." },
		{ "hide dczi-1.md", "xx" },
		{ "at 08", "xx." },
		{ "act dczi-2; at 09", "xx.." },
		{ "rm content/oscuramenti.yaml; at 10", "..x.x" },
	};

	fixture_run(&f, "%s", prelude);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		fixture_run(&f, "cd r\n%s\n%s", strstr(prelude, "act()"), steps[i].script);
		read_history();
		cr_expect_str_eq(kept(), steps[i].expected, "%s: %s", steps[i].script, kept());
	}
}

/* An entry that can't be read might be about anything. */
Test(kept_log, keeps_nothing_new_where_content_has_errors)
{
	static const struct {
		const char *script, *expected;
	} steps[] = {
		{ "act dczi-1; at 05; act dczi-2; hide dczi-2.md; echo '{' >>content/oscuramenti.yaml; at 06",
		    "xx" },
		{ "sed -i '$d' content/oscuramenti.yaml; at 07", ".x." },
		{ "act dczi-1 '' 'Altro.\\n'; echo '{' >>content/enti.yaml; at 08", ".x.x" },
		{ "echo '{' >>content/oscuramenti.yaml; at 09", ".x.xx" },
		{ "rm content/enti.yaml; hide dczi-1.md; at 10", ".x.xxx" },
		{ "sed -i '/^{/d' content/oscuramenti.yaml; at 11", "xx.x.x." },
	};

	fixture_run(&f, "%s", prelude);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		fixture_run(&f, "cd r\n%s\n%s", strstr(prelude, "act()"), steps[i].script);
		read_history();
		cr_expect_str_eq(kept(), steps[i].expected, "%s: %s", steps[i].script, kept());
	}
}
