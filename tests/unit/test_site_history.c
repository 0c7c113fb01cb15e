/* What pages tell of their history, from small real repositories: versions, notes, what is hidden, what vanished. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "check/check.h"
#include "repository_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct fixture f;

static void set_up(void)
{
	fixture_init(&f);
}

static void tear_down(void)
{
	fixture_release(&f);
}

TestSuite(site_history, .init = set_up, .fini = tear_down);

/*
 * `act NAME [KEYS [BODY]]` writes an act of 2031, `at DAY [MESSAGE]` commits everything at noon (in Greenwich) of that
 * day of January 2031, on which nothing may hang but days.
 */
static const char prelude[] =
    "rm -rf r; git init -q r; cd r; mkdir -p content/atti/2031 content/organi\n"
    "printf 'formato: 1\\ntitolo: Sito\\nbase_url: https://www.example.org/\\n' "
    ">content/sito.yaml\n"
    "printf 'id: conferenza\\nnome: Conferenza\\n' >content/organi/conferenza.yaml\n"
    "act() { n=${1##*-}; printf -- \"---\\ntipo: delibera\\norgano: conferenza\\nnumero: $n\\n"
    "data: 2031-01-01\\noggetto: Un oggetto inventato\\n${2-}---\\n${3-Testo.\\n}\" "
    ">content/atti/2031/$1.md; }\n"
    "at() { commit \"${2-x}\" \"2031-01-$1T12:00:00 +0000\"; }\n"
    "note() { printf 'Titolo\\n\\nNota-pubblica: %s\\n' \"$1\"; }\n"
    "hide() { printf -- \"- {percorso: content/atti/2031/$1, categoria: errore${2-}}\\n\" "
    ">>content/oscuramenti.yaml; }\n"
    "say() { printf -- \"- {percorso: content/atti/2031/$1, $2}\\n\" >>content/note_pubbliche.yaml; "
    "}\n";

static void show_page(struct buffer *out, const struct page_history *history)
{
	struct slice name = history->subject.file->id;

	if (history->count == 0 && !history->obscured_before)
		return;
	buffer_addf(out, "%s%.*s:", out->len ? "; " : "", SLICE_ARGS(name));
	for (size_t i = 0; i < history->count; i++) {
		const struct history_entry *entry = &history->entries[i];

		cr_expect_eq(entry->history, history);
		cr_expect(slice_starts(entry->name, "2031-01-"));
		buffer_addf(out, " %c%.*s", "PURA"[entry->kind],
		    SLICE_ARGS(slice_from_index(entry->name, 8)));
		if (!slice_empty(entry->note))
			buffer_addf(out, "(%.*s)", SLICE_ARGS(entry->note));
	}
	buffer_add_str(out, history->obscured_before ? " !" : "");
}

static void show_news(struct buffer *out, const struct site_history *history)
{
	size_t all = 0;

	for (size_t i = 0; i < history->page_count; i++)
		all += history->pages[i].count;
	cr_expect_eq(history->news_count, all);
	for (size_t i = 1; i < history->news_count; i++)
		cr_expect_geq(date_cmp(history->news[i - 1]->day, history->news[i]->day), 0);
	for (size_t i = 0; i < history->once_public.count; i++)
		buffer_addf(out, "%sgone %.*s", out->len ? "; " : "",
		    SLICE_ARGS(history->once_public.items[i]));
}

/* "dczi-1: P05 U07(note) !; gone content/...": versions, notes, something hidden; files that were public once. */
static const char *told(struct source *source, unsigned workers)
{
	struct site_options options = { .today = { 2031, 1, 20 }, .workers = workers };
	struct site *site = site_load(source, &options, &f.diagnostics);
	struct history_log *log = history_log_begin(source, workers > 1);
	struct site_history *history;
	struct buffer text = { 0 };
	const char *result;

	site_link(site, &f.diagnostics);
	site_derive(site);
	history = site_history_read(site, log, workers, NULL, &f.diagnostics);
	if (history) {
		for (size_t i = 0; i < history->page_count; i++) {
			const struct page_history *page = &history->pages[i];

			show_page(&text, page);
			cr_expect_eq(history_of(history, page->subject.file), page);
		}
		show_news(&text, history);
	}
	result = history ? arena_cstr(f.arena, buffer_slice(&text)) : "none";
	buffer_release(&text);
	site_history_free(history);
	history_log_free(log);
	site_free(site);
	return result;
}

struct row {
	const char *name, *script, *expected;
};

/* With one worker and with four: the same. */
static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct source *source;
		const char *one, *four;

		fixture_forget(&f);
		fixture_run(&f, "%s%s\n", prelude, rows[i].script);
		source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
		cr_assert_not_null(source, "%s", rows[i].name);
		one = told(source, 1);
		four = told(source, 4);
		source_close(source);
		cr_expect_str_eq(one, rows[i].expected, "%s: %s", rows[i].name, one);
		cr_expect_str_eq(four, one, "%s, four workers: %s", rows[i].name, four);
		for (size_t n = 0; n < f.diagnostics.list.count; n++)
			cr_expect(f.diagnostics.list.items[n].level < LEVEL_ERROR, "%s: %s",
			    rows[i].name, diag_name(f.diagnostics.list.items[n].id));
	}
}

Test(site_history, tells_versions)
{
	static const struct row rows[] = {
		{ "published, and changed", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07",
		    "dczi-1: P05 U07" },
		{ "a key changed",
		    "act dczi-1; at 05; act dczi-1 'protocollo: {numero: 9}\\n'; at 07",
		    "dczi-1: P05 U07" },
		{ "white space, order of keys and quotes alone",
		    "act dczi-1 'fonte: Uno\\nufficio_responsabile: Due\\n' 'Uno due.\\n'; at 05\n"
		    "act dczi-1 'ufficio_responsabile:  Due\\nfonte: \"Uno\"\\n' 'Uno\\ndue.\\n\\n'; "
		    "at 07",
		    "dczi-1: P05" },
		{ "and back to an old text",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07; act dczi-1; at 09",
		    "dczi-1: P05 U07 U09" },
		{ "two on a day", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 05",
		    "dczi-1: P05 U05-2" },
		{ "not committed yet", "at 05; act dczi-1", "" },
		{ "changed, and not committed yet", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'",
		    "dczi-1: P05" },
		{ "another act's commits are none of its own",
		    "act dczi-1; act dczi-2; at 05; act dczi-2 '' 'Altro.\\n'; at 07",
		    "dczi-1: P05; dczi-2: P05 U07" },
		{ "a draft first", "act dczi-1 'stato: bozza\\n'; at 05; act dczi-1; at 07",
		    "dczi-1: P07" },
		{ "a draft still", "act dczi-1 'stato: bozza\\n'; at 05", "" },
		{ "from a day on", "act dczi-1 'pubblicato_dal: 2031-01-10\\n'; at 05",
		    "dczi-1: P10" },
		{ "from tomorrow", "act dczi-1 'pubblicato_dal: 2031-01-21\\n'; at 05", "" },
		{ "a state that no one reads was not published",
		    "act dczi-1 'stato: bozzza\\n'; at 05; act dczi-1 'stato: bozza\\n'; at 07\n"
		    "act dczi-1; at 09",
		    "dczi-1: P09" },
		{ "nor was a state left out", "act dczi-1 'stato:\\n'; at 05; act dczi-1; at 09",
		    "dczi-1: P09" },
		{ "nor a day that is none",
		    "act dczi-1 'pubblicato_dal: domani\\n'; at 05; act dczi-1; at 09",
		    "dczi-1: P09" },
		{ "nor what is no YAML", "act dczi-1 'a: [\\n'; at 05; act dczi-1; at 09",
		    "dczi-1: P09" },
		{ "broken between, the page stays",
		    "act dczi-1; at 05; act dczi-1 'a: [\\n' 'Altro.\\n'; at 07; act dczi-1 '' "
		    "'Altro.\\n'; at 09",
		    "dczi-1: P05 U09" },
		{ "too large between, the page stays",
		    "act dczi-1; at 05; head -c 5000000 /dev/zero | tr '\\0' x "
		    ">content/atti/2031/dczi-1.md; at 07; act dczi-1 '' 'Altro.\\n'; at 09",
		    "dczi-1: P05 U09" },
		{ "retired keys and words in old versions",
		    "act dczi-1 'colore: verde\\ntesto: intero\\n'; at 05; act dczi-1; at 09",
		    "dczi-1: P05 U09" },
		{ "a text that no page shows",
		    "act dczi-1 'testo: non_disponibile\\n' 'Uno.\\n'; at 05\n"
		    "act dczi-1 'testo: non_disponibile\\n' 'Due.\\n'; at 07; act dczi-1 '' "
		    "'Due.\\n'; at 09",
		    "dczi-1: P05 U09" },
		{ "nor today",
		    "act dczi-1 'testo: non_disponibile\\n' 'Uno.\\n'; at 05\n"
		    "act dczi-1 'testo: non_disponibile\\n' 'Due.\\n'; at 07",
		    "dczi-1: P05" },
		{ "what it said of drafts",
		    "act dczi-9 'stato: bozza\\n'; act dczi-1; at 05\n"
		    "to_9=\"{tipo: richiama, atto: 2031/dczi-9\"\n"
		    "act dczi-1 \"collegamenti: [$to_9}]\\n\"; at 07\n"
		    "act dczi-1 \"collegamenti: [$to_9, nota: Uno}]\\n\"; at 08\n"
		    "act dczi-1 'verbalizzazione: {verbale: 2031/dczi-9}\\n'; at 09\n"
		    "act dczi-1 \"vecchia: 2031/dczi-9\\n\"; at 10; act dczi-1; at 11\n"
		    "act dczi-1 'verbalizzazione: {verbale: a}\\n'; at 12\n"
		    "act dczi-1 'verbalizzazione: {verbale: 2031/dczi-9}\\n'; at 13",
		    "dczi-1: P05 U12" },
		{ "and of others",
		    "act dczi-9; act dczi-1; at 05\n"
		    "act dczi-1 'collegamenti: [{tipo: richiama, atto: 2031/dczi-9}]\\n'; at 07",
		    "dczi-1: P05 U07; dczi-9: P05" },
		{ "gone and back",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md; at 07; act dczi-1; at 09",
		    "dczi-1: P05 R07 A09" },
		{ "removed by its state and back",
		    "act dczi-1; at 05\n"
		    "act dczi-1 'stato: rimosso\\nrimozione: {data: 2031-01-07, motivo: errore}\\n'; "
		    "at 07; act dczi-1; at 09",
		    "dczi-1: P05 R07 A09" },
		{ "a card tells nothing",
		    "act dczi-1; at 05\n"
		    "act dczi-1 'stato: rimosso\\nrimozione: {data: 2031-01-07, motivo: errore}\\n'; "
		    "at 07",
		    "" },
		{ "past its time: a card", "act dczi-1 'pubblica_fino_al: 2031-01-10\\n'; at 05",
		    "" },
	};

	check_rows(rows, COUNT(rows));
}

Test(site_history, follows_former_places)
{
	static const struct row rows[] = {
		{ "moved with `gia` is no version",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md\n"
		    "act dczi-01 'gia: [2031/dczi-1]\\n'; sed -i 's/numero: 01/numero: 1/' "
		    "content/atti/2031/dczi-01.md; at 07",
		    "dczi-01: P05; gone content/atti/2031/dczi-1.md" },
		{ "moved and changed",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md\n"
		    "act dczi-9 'gia: [2031/dczi-1]\\n'; at 07",
		    "dczi-9: P05 U07; gone content/atti/2031/dczi-1.md" },
		{ "moved without a word: two files",
		    "act dczi-1; at 05; git mv content/atti/2031/dczi-1.md "
		    "content/atti/2031/dczi-9.md; at 07",
		    "dczi-9: P07; gone content/atti/2031/dczi-1.md" },
		{ "moved twice",
		    "act dczi-1; at 05; git mv content/atti/2031/dczi-1.md "
		    "content/atti/2031/dczi-2.md; at 07; rm content/atti/2031/dczi-2.md\n"
		    "act dczi-3 'gia: [2031/dczi-2, 2031/dczi-1]\\n'; at 09",
		    "dczi-3: P05 U09; gone content/atti/2031/dczi-1.md; "
		    "gone content/atti/2031/dczi-2.md" },
	};

	check_rows(rows, COUNT(rows));
}

Test(site_history, hides_what_is_obscured)
{
	static const struct row rows[] = {
		{ "before a time in Rome",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07\n"
		    "hide dczi-1.md ', prima_di: 2031-01-07T13:00'; at 08",
		    "dczi-1: U07 !" },
		{ "a second later, that one too",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07\n"
		    "hide dczi-1.md ', prima_di: 2031-01-07T13:00:01'; at 08",
		    "dczi-1: !" },
		{ "before the first commit that holds the entry",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07\n"
		    "act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 08; act dczi-1 '' 'Poi.\\n'; at 09",
		    "dczi-1: U08 U09 !" },
		{ "the entry touched later",
		    "act dczi-1; at 05; act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 08\n"
		    "hide altro.md; at 09; act dczi-1 '' 'Poi.\\n'; at 10",
		    "dczi-1: U08 U10 !" },
		{ "a second entry, of a second mishap",
		    "act dczi-1; at 05; act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 06\n"
		    "act dczi-1 '' 'Ancora.\\n'; at 07; act dczi-1 '' 'Poi.\\n'; hide dczi-1.md; at 08",
		    "dczi-1: U08 !" },
		{ "taken out, and put back after another mishap",
		    "act dczi-1; at 05; act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 06\n"
		    "rm content/oscuramenti.yaml; act dczi-1 '' 'Ancora.\\n'; at 07\n"
		    "act dczi-1 '' 'Poi.\\n'; hide dczi-1.md; at 08",
		    "dczi-1: U08 !" },
		{ "taken out among others, and put back",
		    "act dczi-1; hide altro.md; at 05; act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 06\n"
		    "sed -i 2d content/oscuramenti.yaml; act dczi-1 '' 'Ancora.\\n'; at 07\n"
		    "act dczi-1 '' 'Poi.\\n'; hide dczi-1.md; at 08",
		    "dczi-1: U08 !" },
		{ "a list that could not be read in between takes nothing out",
		    "act dczi-1; at 05; act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 06\n"
		    "echo '{' >>content/oscuramenti.yaml; at 07; sed -i '$d' content/oscuramenti.yaml\n"
		    "act dczi-1 '' 'Poi.\\n'; at 08",
		    "dczi-1: U06 U08 !" },
		{ "in the other form of a list",
		    "act dczi-1; at 05; act dczi-1 '' 'Senza.\\n'\n"
		    "printf 'elenco:\\n  - {percorso: content/atti/2031/dczi-1.md, categoria: errore}\\n' "
		    ">content/oscuramenti.yaml; at 08",
		    "dczi-1: U08 !" },
		{ "the entry is not committed yet: all of it",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07; hide dczi-1.md",
		    "dczi-1: !" },
		{ "first with a time, then without",
		    "act dczi-1; at 05; hide dczi-1.md ', prima_di: 2031-01-01T00:00'; at 06\n"
		    "act dczi-1 '' 'Altro.\\n'; at 07; rm content/oscuramenti.yaml\n"
		    "act dczi-1 '' 'Senza.\\n'; hide dczi-1.md; at 08",
		    "dczi-1: U08 !" },
		{ "an attachment",
		    "act dczi-1; mkdir content/atti/2031/dczi-1; echo 1 "
		    ">content/atti/2031/dczi-1/a.txt; at 05; act dczi-1 '' 'Altro.\\n'\n"
		    "hide dczi-1/a.txt; at 07",
		    "dczi-1: U07 !" },
		{ "a former place",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md\n"
		    "act dczi-9 'gia: [2031/dczi-1]\\n'; at 07; act dczi-9 'gia: "
		    "[2031/dczi-1]\\n' 'Altro.\\n'; hide dczi-1.md; at 09",
		    "dczi-9: U09 !; gone content/atti/2031/dczi-1.md" },
		{ "by its present place, what stood at a former one",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md\n"
		    "act dczi-9 'gia: [2031/dczi-1]\\n'; hide dczi-9.md; at 07",
		    "dczi-9: U07 !; gone content/atti/2031/dczi-1.md" },
		{ "another act whose name begins alike",
		    "act dczi-1; act dczi-11; at 05; act dczi-1 '' 'Altro.\\n'\n"
		    "act dczi-11 '' 'Altro.\\n'; hide dczi-1.md; at 07",
		    "dczi-1: U07 !; dczi-11: P05 U07" },
		{ "drafts leave nothing to hide",
		    "act dczi-1 'stato: bozza\\n'; at 05; act dczi-1; hide dczi-1.md; at 07",
		    "dczi-1: P07" },
		{ "a note of what is hidden is hidden",
		    "act dczi-1; at 05 \"$(note 'Da non dire.')\"; act dczi-1 '' 'Senza.\\n'\n"
		    "hide dczi-1.md; at 07 \"$(note 'Tolto.')\"",
		    "dczi-1: U07(Tolto.) !" },
	};

	check_rows(rows, COUNT(rows));
}

Test(site_history, tells_public_notes)
{
	static const struct row rows[] = {
		{ "of the commit",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07 \"$(note 'Corretto un errore.')\"",
		    "dczi-1: P05 U07(Corretto un errore.)" },
		{ "subjects are none", "act dczi-1; at 05 'Nota-pubblica: no'", "dczi-1: P05" },
		{ "by commit, instead of the commit's own",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07 \"$(note 'Prima.')\"\n"
		    "say dczi-1.md \"commit: $(git rev-parse HEAD), nota: Dopo.\"; at 08",
		    "dczi-1: P05 U07(Dopo.)" },
		{ "by a short id",
		    "act dczi-1; at 05\n"
		    "say dczi-1.md \"commit: '$(git rev-parse HEAD | cut -c1-8)', nota: Dopo.\"; at 08",
		    "dczi-1: P05(Dopo.)" },
		{ "by day",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07\n"
		    "say dczi-1.md 'data: 2031-01-07, nota: Dopo.'; at 08",
		    "dczi-1: P05 U07(Dopo.)" },
		{ "a kind alone leaves the commit's own",
		    "act dczi-1; at 05 \"$(note 'Prima.')\"\n"
		    "say dczi-1.md \"commit: $(git rev-parse HEAD), tipo: aggiunta\"; at 08",
		    "dczi-1: P05(Prima.)" },
		{ "of another act",
		    "act dczi-1; act dczi-2; at 05\n"
		    "say dczi-2.md 'data: 2031-01-05, nota: Dopo.'; at 08",
		    "dczi-1: P05; dczi-2: P05(Dopo.)" },
		{ "at a former place",
		    "act dczi-1; at 05; rm content/atti/2031/dczi-1.md\n"
		    "act dczi-9 'gia: [2031/dczi-1]\\n'; at 07\n"
		    "say dczi-1.md 'data: 2031-01-05, nota: Dopo.'; at 08",
		    "dczi-9: P05(Dopo.) U07; gone content/atti/2031/dczi-1.md" },
		/* And what was said of a page before it was taken away is said no more. */
		{ "what ends by its day is no one's commit",
		    "act dczi-1 'pubblica_fino_al: 2031-01-07\\n'; at 05 \"$(note 'Pubblicata.')\"\n"
		    "act dczi-1; at 10 \"$(note 'Di nuovo.')\"",
		    "dczi-1: P05 R08 A10(Di nuovo.)" },
	};

	check_rows(rows, COUNT(rows));
}

Test(site_history, knows_what_was_public_once)
{
	static const struct row rows[] = {
		{ "gone", "act dczi-1; at 05; rm content/atti/2031/dczi-1.md; at 07",
		    "gone content/atti/2031/dczi-1.md" },
		{ "a draft again", "act dczi-1; at 05; act dczi-1 'stato: bozza\\n'; at 07",
		    "gone content/atti/2031/dczi-1.md" },
		{ "put off", "act dczi-1; at 05; act dczi-1 'pubblicato_dal: 2031-02-01\\n'; at 07",
		    "gone content/atti/2031/dczi-1.md" },
		{ "a draft, gone",
		    "act dczi-1 'stato: bozza\\n'; at 05; rm content/atti/2031/dczi-1.md; at 07",
		    "" },
		{ "gone before its day",
		    "act dczi-1 'pubblicato_dal: 2031-01-10\\n'; at 05; rm "
		    "content/atti/2031/dczi-1.md; at 07",
		    "" },
		{ "never readable, gone",
		    "act dczi-1 'stato: bozzza\\n'; at 05; rm content/atti/2031/dczi-1.md; at 07",
		    "" },
		{ "a card is still there",
		    "act dczi-1; at 05\n"
		    "act dczi-1 'stato: rimosso\\nrimozione: {data: 2031-01-07, motivo: errore}\\n'; "
		    "at 07",
		    "" },
		{ "no act",
		    "mkdir content/pagine; printf -- '---\\ntitolo: T\\n---\\nT.\\n' "
		    ">content/pagine/t.md; at 05; rm content/pagine/t.md; at 07",
		    "" },
	};

	check_rows(rows, COUNT(rows));
}

/* All changes by day, newest first; of one day in the reverse order of acts, the newest version first. */
Test(site_history, orders_the_news)
{
	static const char *const expected[] = { "dczi-2 2031-01-09", "dczi-1 2031-01-07-2",
		"dczi-1 2031-01-07", "dczi-2 2031-01-05", "dczi-1 2031-01-05" };
	struct site_options options = { .today = { 2031, 1, 20 }, .workers = 2 };
	struct source *source;
	struct site *site;
	struct history_log *log;
	struct site_history *history;

	fixture_run(&f,
	    "%sact dczi-1; act dczi-2; at 05; act dczi-1 '' 'Due.\\n'; at 07\n"
	    "act dczi-1 '' 'Tre.\\n'; at 07; act dczi-2 '' 'Due.\\n'; at 09\n",
	    prelude);
	source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
	site = site_load(source, &options, &f.diagnostics);
	site_link(site, &f.diagnostics);
	site_derive(site);
	log = history_log_begin(source, false);
	history = site_history_read(site, log, 2, NULL, &f.diagnostics);
	cr_assert_not_null(history);
	cr_assert_eq(history->news_count, COUNT(expected));
	for (size_t i = 0; i < COUNT(expected); i++) {
		const struct history_entry *entry = history->news[i];
		struct slice said = arena_printf(f.arena, "%.*s %.*s",
		    SLICE_ARGS(entry->history->subject.file->id), SLICE_ARGS(entry->name));

		cr_expect(slice_is(said, expected[i]), "%zu: %.*s", i, SLICE_ARGS(said));
	}
	site_history_free(history);
	history_log_free(log);
	site_free(site);
	source_close(source);
}

Test(site_history, refuses_former_places_that_never_were)
{
	struct source *source;

	fixture_run(&f, "%sact dczi-1 'gia: [2031/dczi-7]\\n'; at 05\n", prelude);
	source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
	told(source, 1);
	source_close(source);
	cr_expect_eq(fixture_reported(&f, DIAG_FORMER_PLACE_UNKNOWN), 1);
}

struct finding {
	const char *name, *script;
	size_t count;
};

/* How often the diagnostic is reported of each repository. */
static void check_findings(enum diag_id id, const struct finding *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct site_options options = { .today = { 2031, 1, 20 }, .workers = 1 };
		struct source *source;
		struct site *site;
		struct history_log *log;
		struct site_history *history;

		fixture_forget(&f);
		fixture_run(&f, "%s%s\n", prelude, rows[i].script);
		source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
		site = site_load(source, &options, &f.diagnostics);
		site_link(site, &f.diagnostics);
		site_derive(site);
		log = history_log_begin(source, false);
		history = site_history_read(site, log, 1, NULL, &f.diagnostics);
		cr_assert_not_null(history);
		check_history(history, &f.diagnostics);
		cr_expect_eq(fixture_reported(&f, id), rows[i].count, "%s", rows[i].name);
		site_history_free(history);
		history_log_free(log);
		site_free(site);
		source_close(source);
	}
}

/* Whoever changes text or votes owes a reason; who writes it afterwards is heard, too. */
Test(site_history, misses_reasons)
{
	static const struct finding rows[] = {
		{ "the text", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07", 1 },
		{ "with a note",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07 \"$(note Perché)\"", 0 },
		{ "with one afterwards",
		    "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07\n"
		    "say dczi-1.md 'data: 2031-01-07, nota: Perché'; at 08",
		    0 },
		{ "the votes",
		    "act dczi-1; at 05; act dczi-1 'votazioni: [{esito: approvata}]\\n'; at 07",
		    1 },
		{ "another key", "act dczi-1; at 05; act dczi-1 'fonte: Prova\\n'; at 07", 0 },
		{ "hidden", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; hide dczi-1.md; at 07",
		    0 },
		{ "twice", "act dczi-1; at 05; act dczi-1 '' 'Altro.\\n'; at 07; act dczi-1; at 09",
		    2 },
	};

	check_findings(DIAG_REASON_MISSING, rows, COUNT(rows));
}

/* Personal data whose term is over, taken out of today's page and left in old versions. */
Test(site_history, finds_old_personal_data_past_their_term)
{
	static const struct finding rows[] = {
		{ "taken out",
		    "act dczi-1 'dati_personali: {livello: altri, base: L, fino_al: 2031-01-15}\\n'\n"
		    "at 05; act dczi-1 'dati_personali: nessuno\\n'; at 07",
		    1 },
		{ "with the whole key",
		    "act dczi-1 'dati_personali: {livello: altri, base: L, fino_al: 2031-01-15}\\n'\n"
		    "at 05; act dczi-1; at 07",
		    1 },
		{ "and hidden",
		    "act dczi-1 'dati_personali: {livello: altri, base: L, fino_al: 2031-01-15}\\n'\n"
		    "at 05; act dczi-1; hide dczi-1.md; at 07",
		    0 },
		{ "the term is still to come",
		    "act dczi-1 'dati_personali: {livello: altri, base: L, fino_al: 2031-02-15}\\n'\n"
		    "at 05; act dczi-1; at 07",
		    0 },
		{ "the term was another one",
		    "act dczi-1 'dati_personali: {livello: altri, base: L, fino_al: 2031-01-15}\\n'\n"
		    "at 05\n"
		    "act dczi-1 'dati_personali: {livello: altri, base: L, fino_al: 2031-02-15}\\n'\n"
		    "at 07",
		    0 },
	};

	check_findings(DIAG_PERSONAL_DATA_IN_VERSIONS, rows, COUNT(rows));
}

/* What an entry of oscuramenti.yaml hid must not come back because the entry went. */
Test(site_history, misses_withdrawn_redactions)
{
	static const struct finding rows[] = {
		{ "it stands", "act dczi-1; at 05; hide dczi-1.md; at 06; at 07", 0 },
		{ "taken out",
		    "act dczi-1; at 05; hide dczi-1.md; hide dczi-2.md; at 06\n"
		    "sed -i 1d content/oscuramenti.yaml; at 07",
		    1 },
		{ "the file deleted",
		    "act dczi-1; at 05; hide dczi-1.md; at 06; rm content/oscuramenti.yaml; at 07",
		    1 },
		{ "of what is gone too",
		    "at 05; hide dczi-1.md; at 06; rm content/oscuramenti.yaml; at 07", 0 },
		{ "put back",
		    "act dczi-1; at 05; hide dczi-1.md; at 06; rm content/oscuramenti.yaml; at 07\n"
		    "hide dczi-1.md; at 08",
		    0 },
		{ "shorter",
		    "act dczi-1; at 05; hide dczi-1.md ', prima_di: 2031-01-06T12:00'; at 06\n"
		    "sed -i s/01-06T/01-04T/ content/oscuramenti.yaml; at 07",
		    1 },
		{ "longer",
		    "act dczi-1; at 05; hide dczi-1.md ', prima_di: 2031-01-06T12:00'; at 06\n"
		    "sed -i s/01-06T/01-07T/ content/oscuramenti.yaml; at 08",
		    0 },
		{ "with a time that is later than the entry",
		    "act dczi-1; at 05; hide dczi-1.md; at 06; rm content/oscuramenti.yaml\n"
		    "hide dczi-1.md ', prima_di: 2031-01-06T14:00'; at 07",
		    0 },
		{ "of a former place",
		    "act dczi-2; at 05; hide dczi-2.md; at 06; rm content/atti/2031/dczi-2.md\n"
		    "act dczi-1 'gia: [2031/dczi-2]\\n'; rm content/oscuramenti.yaml; at 07",
		    1 },
	};

	check_findings(DIAG_REDACTION_WITHDRAWN, rows, COUNT(rows));
}

Test(site_history, says_why_there_is_none)
{
	struct source *source;

	fixture_run(&f, "%srm -rf .git\n", prelude);
	source = source_open_tree(fixture_path(&f, "r"), &f.diagnostics);
	cr_expect_str_eq(told(source, 1), "none");
	source_close(source);
	cr_expect_eq(fixture_reported(&f, DIAG_HISTORY_NONE), 1);
}
