/*
 * What of pages and their changes stands in the cache: of small real repositories, which pages are kept, what is read
 * again nevertheless, and what of it ends when.
 */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>

#include "base/cache_file.h"
#include "base/file.h"
#include "history/kept_pages.h"
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

TestSuite(kept_pages, .init = set_up, .fini = tear_down);

/*
 * `act NAME [KEYS [BODY]]` writes an act of 2031, `at DAY` commits everything at noon (in Greenwich) of that day of
 * January 2031, `hide PLACE [KEYS]` adds an entry to oscuramenti.yaml.
 */
#define PRELUDE                                                                                     \
	"act() { n=${1##*-}; printf -- \"---\\ntipo: delibera\\norgano: conferenza\\nnumero: $n\\n" \
	"data: 2031-01-01\\noggetto: Un oggetto inventato\\n${2-}---\\n${3-Testo.\\n}\" "           \
	">content/atti/2031/$1.md; }\n"                                                             \
	"at() { commit x \"2031-01-$1T12:00:00 +0000\"; }\n"                                        \
	"hide() { printf -- \"- {percorso: content/atti/2031/$1, categoria: errore${2-}}\\n\" "     \
	">>content/oscuramenti.yaml; }\n"
#define NEW_REPOSITORY                                                                    \
	"rm -rf r; git init -q r; cd r; mkdir -p content/atti/2031 content/organi\n"      \
	"printf 'formato: 1\\ntitolo: Sito\\nbase_url: https://www.example.org/\\n' "     \
	">content/sito.yaml\n"                                                            \
	"printf 'id: conferenza\\nnome: Conferenza\\n' >content/organi/conferenza.yaml\n" \
	"printf -- '- {id: alfa, nome: Comune di Alfa, tipo: comune}\\n' >content/enti.yaml\n"

#define TWO_VERSIONS "act dczi-1; at 05; act dczi-1 '' 'Vecchiaparola nuova.\\n'; at 07\n"

/* What a listener says of every text, and how often it was asked. */
struct listening {
	enum earlier_content says;
	size_t asked;
};

static enum earlier_content listen(
    void *context, unsigned worker, const struct earlier_text *earlier)
{
	struct listening *listening = context;

	(void)worker;
	cr_expect(earlier->whole.len > 0 && earlier->root);
	listening->asked++;
	return listening->says;
}

/* What there is to know of the first page of a history. */
struct told {
	bool good;
	size_t versions, changes;
	struct slice
	    first_name; /* of the organisation that the last version's first change names */
};

static struct slice name_in(const struct history_entry *entry)
{
	const struct change *change = entry->changes.count ? entry->changes.items : NULL;
	const struct organisation *found = NULL;

	if (change && change->place == CHANGE_OF_ITEM && change->after &&
	    change->key->target == TARGET_ORGANISATION)
		found = ((const struct reference *)change->after)->found;
	return found ? arena_slice(f.arena, found->name) : SLICE("");
}

/* Reads the site's history with the repository's cache, and keeps it as a build does. */
static struct told read_history_of(bool drafts, struct listening *listening, bool failing)
{
	struct site_options options = { .today = { 2031, 1, 20 }, .workers = 1, .drafts = drafts };
	struct history_listener listener = { listen, listening };
	struct told told = { 0 };
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
	history = site_history_read(site, log, 1, listening ? &listener : NULL, &f.diagnostics);
	if (failing)
		diag1(&f.diagnostics, DIAG_PERSONAL_TAX_CODE, POSITION_NONE, SLICE("x"));
	if (history) {
		const struct page_history *page = &history->pages[0];

		told = (struct told){ .good = true, .versions = page->count };
		for (size_t i = 0; i < page->count; i++)
			told.changes += page->entries[i].changes.count;
		if (page->count)
			told.first_name = name_in(&page->entries[page->count - 1]);
		site_history_keep(history, &f.diagnostics);
	}
	site_history_free(history);
	history_log_free(log);
	site_free(site);
	source_close(source);
	return told;
}

static struct told read_history(void)
{
	return read_history_of(false, NULL, false);
}

/* How many pages are kept. `word`: nothing of the file may have it. */
static size_t kept(const char *word)
{
	struct slice name = slice_trim(fixture_output(&f, "echo r/.git/zonale/changes-*")), bytes;
	struct cache_reader reader;
	struct cache_file file;
	struct digest identity;
	size_t count = 0;

	cr_assert_eq(file_read(AT_FDCWD, fixture_path(&f, arena_cstr(f.arena, name)),
			 (size_t)1 << 20, f.arena, &bytes),
	    0, "%.*s", SLICE_ARGS(name));
	memcpy(identity.bytes, bytes.p + strlen("zonale cache 1\n"), DIGEST_SIZE);
	cr_assert(cache_parse(bytes, identity, f.arena, &file));
	if (word)
		cr_expect_eq(slice_find(bytes, word), SLICE_NONE, "'%s' is kept", word);
	reader = (struct cache_reader){ .rest = cache_section(&file, "pages") };
	for (; reader.rest.len && !reader.failed; count++) {
		cache_take(&reader, DIGEST_SIZE);
		cache_take_text(&reader);
	}
	cr_expect(!reader.failed);
	return count;
}

/* The words of older versions are made unreadable; who reads them again fails. */
static void lose_old_texts(void)
{
	fixture_run(&f, "cd r; for o in $(git rev-list --objects HEAD | cut -c1-40); do\n"
			"[ \"$(git cat-file -t $o)\" = blob ] || continue\n"
			"git ls-tree -r HEAD | grep -q $o || "
			"rm -f .git/objects/$(echo $o | sed 's|^..|&/|'); done\n");
}

Test(kept_pages, keeps_what_is_public_and_whole)
{
	static const struct {
		const char *name, *script;
		size_t expected;
	} rows[] = {
		{ "one version", "act dczi-1; at 05", 0 },
		{ "two versions", TWO_VERSIONS, 1 },
		{ "two that say the same", "act dczi-1; at 05; act dczi-1 '' 'Testo. \\n'; at 07",
		    1 },
		{ "two acts, one of them changed", TWO_VERSIONS "act dczi-2; at 08", 1 },
		{ "two acts", TWO_VERSIONS "act dczi-2; at 08; act dczi-2 '' 'Due.\\n'; at 09", 2 },
		{ "a draft",
		    "act dczi-1 'stato: bozza\\n'; at 05\n"
		    "act dczi-1 'stato: bozza\\n' 'Testosegreto.\\n'; at 07",
		    0 },
		{ "a draft that was published",
		    "act dczi-1 'stato: bozza\\n' 'Testosegreto.\\n'; at 05; act dczi-1; at 07",
		    1 },
		{ "a page that became a draft again",
		    "act dczi-1 '' 'Testosegreto.\\n'; at 05; act dczi-1 'stato: bozza\\n'; at 07",
		    0 },
		{ "a removed act",
		    "act dczi-1 '' 'Testosegreto.\\n'; at 05; act dczi-1 'stato: rimosso\\n"
		    "rimozione: {data: 2031-01-07, motivo: errore}\\n'; at 07",
		    0 },
		{ "a page that was taken away and came back",
		    "act dczi-1 '' 'Testosegreto.\\n'; at 05; act dczi-1; at 06\n"
		    "act dczi-1 'stato: bozza\\n'; at 07; act dczi-1; at 08",
		    0 },
		{ "an act that is gone",
		    "act dczi-1 '' 'Testosegreto.\\n'; act dczi-2; at 05; act dczi-1; at 06\n"
		    "rm content/atti/2031/dczi-1.md; at 07",
		    0 },
		{ "obscured before its entry",
		    "act dczi-1 '' 'Testosegreto.\\n'; at 05; act dczi-1; hide dczi-1.md; at 07",
		    0 },
		{ "obscured, though nothing is hidden any more by it",
		    TWO_VERSIONS "hide dczi-1.md ', prima_di: 2031-01-02T13:00'; at 08", 0 },
		{ "an obscured attachment",
		    TWO_VERSIONS "mkdir content/atti/2031/dczi-1; echo 1 "
				 ">content/atti/2031/dczi-1/a.txt; at 08\n"
				 "rm -r content/atti/2031/dczi-1; hide dczi-1/a.txt; at 09",
		    0 },
		{ "an obscured former place",
		    "act dczi-2 '' 'Testosegreto.\\n'; at 05; rm content/atti/2031/dczi-2.md\n"
		    "act dczi-1 'gia: [2031/dczi-2]\\n'; at 07; hide dczi-2.md; at 08",
		    0 },
		{ "a former place",
		    "act dczi-2; at 05; rm content/atti/2031/dczi-2.md\n"
		    "act dczi-1 'gia: [2031/dczi-2]\\n'; at 07",
		    1 },
		{ "a change that names an act nobody may see",
		    "act dczi-77 'stato: bozza\\n'; act dczi-1; at 05\n"
		    "act dczi-1 'collegamenti: [{tipo: richiama, atto: 2031/dczi-77}]\\n'; at 06\n"
		    "act dczi-1; at 07",
		    0 },
		{ "a change that names someone whom nobody knows",
		    "act dczi-1 'enti: [dczi-77]\\n'; at 06; act dczi-1; at 07", 0 },
		{ "a change that names someone",
		    "act dczi-1 'enti: [alfa]\\n'; at 06; act dczi-1; at 07", 1 },
		{ "something else with a history",
		    "act dczi-1; mkdir content/sedute\n"
		    "s() { printf \"organo: conferenza\\ndata: 2031-01-05\\nstato: svolta\\nluogo: $1\\n\" "
		    ">content/sedute/2031-01-05-conferenza.yaml; }\n"
		    "s Alfa; at 06; s Beta; at 07",
		    1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		fixture_run(&f, NEW_REPOSITORY PRELUDE "%s\n", rows[i].script);
		cr_expect(read_history().good, "%s", rows[i].name);
		cr_expect_eq(kept("estosegreto"), rows[i].expected, "%s: %zu", rows[i].name,
		    kept("dczi-77"));
		/* From the cache: the same. */
		cr_expect(read_history().good, "%s", rows[i].name);
		cr_expect_eq(kept("dczi-77"), rows[i].expected, "%s, again", rows[i].name);
	}
}

Test(kept_pages, ends_with_what_is_no_longer_to_be_seen)
{
	static const struct {
		const char *script;
		size_t expected;
		const char *gone;
	} steps[] = {
		{ NEW_REPOSITORY PRELUDE TWO_VERSIONS, 1, NULL },
		{ "hide dczi-1.md", 0, "Vecchiaparola" },
		{ "rm content/oscuramenti.yaml", 1, NULL },
		{ "act dczi-1 'stato: bozza\\n'", 0, "Vecchiaparola" },
		{ "act dczi-1 '' 'Vecchiaparola nuova.\\n'", 1, NULL },
		{ "rm content/atti/2031/dczi-1.md; act dczi-2; at 08", 0, "Vecchiaparola" },
	};

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		fixture_run(&f, "%s%s", i ? "cd r\n" PRELUDE : "", steps[i].script);
		read_history();
		cr_expect_eq(kept(steps[i].gone), steps[i].expected, "%s", steps[i].script);
	}
}

/* Of an act that becomes a draft nothing is told, though it was kept. */
Test(kept_pages, tells_nothing_of_acts_that_nobody_may_see_any_more)
{
	fixture_run(&f, NEW_REPOSITORY PRELUDE
	    "act dczi-77; act dczi-1; at 05\n"
	    "act dczi-1 'collegamenti: [{tipo: richiama, atto: 2031/dczi-77}]\\n'; at 06\n"
	    "act dczi-1; at 07");
	cr_expect_eq(read_history().changes, 2);
	cr_expect_eq(kept(NULL), 1);
	fixture_run(&f, "cd r\n" PRELUDE "act dczi-77 'stato: bozza\\n'; at 08");
	cr_expect_eq(read_history().changes, 0);
	cr_expect_eq(kept("dczi-77"), 0);
	fixture_run(&f, "cd r\n" PRELUDE "act dczi-77; at 09");
	cr_expect_eq(read_history().changes, 2);
	cr_expect_eq(kept(NULL), 1, "dczi-77 was taken away once");
}

Test(kept_pages, where_there_are_errors_nothing_is_added)
{
	fixture_run(&f, NEW_REPOSITORY PRELUDE TWO_VERSIONS);
	read_history_of(false, NULL, true);
	cr_expect_eq(kept("Vecchiaparola"), 0, "an error that was found afterwards");
	read_history();
	cr_expect_eq(kept(NULL), 1);
	fixture_run(&f,
	    "cd r\n" PRELUDE
	    "act dczi-2; at 08; act dczi-2 '' 'Altraparola.\\n'; at 09; echo 'x: [' >content/norme.yaml");
	read_history();
	cr_expect_eq(kept("Altraparola"), 1, "an error in the content: what was held stays");
	fixture_run(&f, "cd r\n" PRELUDE "hide dczi-1.md");
	read_history();
	cr_expect_eq(kept("Vecchiaparola"), 0, "but not what is hidden");
}

Test(kept_pages, drafts_leave_nothing)
{
	fixture_run(&f, NEW_REPOSITORY PRELUDE TWO_VERSIONS
	    "act dczi-2 'stato: bozza\\n'; at 08\n"
	    "act dczi-2 'stato: bozza\\n' 'Testosegreto.\\n'; at 09");
	read_history();
	cr_expect_eq(kept("Testosegreto"), 1);
	read_history_of(true, NULL, false);
	cr_expect_eq(kept("Testosegreto"), 0);
}

/* What is kept is not read again: it may even be lost. */
Test(kept_pages, reads_only_what_is_new)
{
	struct told told;

	fixture_run(&f, NEW_REPOSITORY PRELUDE TWO_VERSIONS "act dczi-2; at 08");
	cr_expect_eq(read_history().versions, 2);
	lose_old_texts();
	told = read_history();
	cr_expect(told.good && told.versions == 2 && told.changes == 1);
	fixture_run(&f, "cd r\n" PRELUDE "act dczi-2 '' 'Due.\\n'; at 09");
	cr_expect(read_history().good);
	cr_expect_eq(kept(NULL), 2);
	fixture_run(&f, "rm r/.git/zonale/changes-*");
	cr_expect(!read_history().good, "this test sees what is read");
}

/* Names are of today, whatever was kept. */
Test(kept_pages, names_are_of_today)
{
	struct told told;

	fixture_run(
	    &f, NEW_REPOSITORY PRELUDE "act dczi-1; at 05; act dczi-1 'enti: [alfa]\\n'; at 07");
	told = read_history();
	cr_expect(slice_is(told.first_name, "Comune di Alfa"));
	fixture_run(&f, "cd r; sed -i 's/di Alfa/di Alfa Nuova/' content/enti.yaml");
	lose_old_texts();
	told = read_history();
	cr_expect(slice_is(told.first_name, "Comune di Alfa Nuova"));
}

Test(kept_pages, who_listens_hears_what_he_asked_for)
{
	static const struct {
		const char *name;
		enum earlier_content says;
		size_t kept, asked_again;
	} rows[] = {
		{ "nothing in it", EARLIER_CLEAN, 1, 0 },
		{ "to be watched", EARLIER_TO_WATCH, 1, 1 },
		{ "what must not be kept", EARLIER_SECRET, 0, 1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct listening listening = { .says = rows[i].says };

		fixture_run(&f, NEW_REPOSITORY PRELUDE TWO_VERSIONS);
		read_history_of(false, &listening, false);
		cr_expect_eq(listening.asked, 1, "%s", rows[i].name);
		cr_expect_eq(kept(NULL), rows[i].kept, "%s", rows[i].name);
		listening.asked = 0;
		read_history_of(false, &listening, false);
		cr_expect_eq(listening.asked, rows[i].asked_again, "%s", rows[i].name);
	}
}

/* Who was taken out of the registers is no longer named in the cache. */
Test(kept_pages, names_nobody_who_is_no_longer_known)
{
	fixture_run(&f,
	    NEW_REPOSITORY PRELUDE "act dczi-1; at 05; act dczi-1 'enti: [alfa]\n'; at 06\n"
				   "act dczi-1; at 07; act dczi-2; at 08\n");
	read_history();
	cr_expect_eq(kept(NULL), 1);
	fixture_run(&f, "cd r; rm content/enti.yaml");
	read_history();
	cr_expect_eq(kept("alfa"), 0);
}

Test(kept_pages, what_was_found_clean_is_remembered)
{
	struct listening listening = { .says = EARLIER_CLEAN };

	fixture_run(&f, NEW_REPOSITORY PRELUDE TWO_VERSIONS);
	read_history();
	read_history_of(false, &listening, false);
	cr_expect_eq(listening.asked, 1, "nobody had listened before");
	read_history_of(false, &listening, false);
	cr_expect_eq(listening.asked, 1);
	cr_expect_eq(kept(NULL), 1);
}

/* Something was kept without anyone listening; it becomes secret when someone does. */
Test(kept_pages, who_begins_to_listen_is_asked)
{
	struct listening listening = { .says = EARLIER_SECRET };

	fixture_run(&f, NEW_REPOSITORY PRELUDE TWO_VERSIONS);
	read_history();
	cr_expect_eq(kept(NULL), 1);
	read_history_of(false, &listening, false);
	cr_expect_eq(listening.asked, 1);
	cr_expect_eq(kept("Vecchiaparola"), 0);
}

/* --- a page's bytes ---------------------------------------------------------------------------- */

Test(kept_page, is_what_it_was)
{
	struct revision_facts facts[] = { { .state = REVISION_HIDDEN },
		{ REVISION_PUBLISHED, { 2031, 1, 2 }, { 2032, 12, 31 } },
		{ .state = REVISION_UNUSABLE } };
	struct kept_revision revisions[] = { { .year = 2031 },
		{ .year = 2032, .clean = true, .against = 1, .changes = SLICE_INIT("abc") },
		{ .against = 2, .changes = SLICE_INIT("\0") } };
	struct kept_page page = { facts, revisions, 3 }, read;
	struct arena *arena = arena_new();
	struct buffer bytes = { 0 }, again = { 0 };

	kept_page_compose(&page, &bytes);
	for (size_t cut = 0; cut < bytes.len; cut++)
		cr_expect(
		    !kept_page_parse(slice_sub(buffer_slice(&bytes), 0, cut), 3, arena, &read));
	cr_expect(!kept_page_parse(buffer_slice(&bytes), 2, arena, &read));
	cr_expect(!kept_page_parse(buffer_slice(&bytes), 4, arena, &read));
	cr_assert(kept_page_parse(buffer_slice(&bytes), 3, arena, &read));
	kept_page_compose(&read, &again);
	cr_expect(slice_eq(buffer_slice(&bytes), buffer_slice(&again)));
	cr_expect(date_eq(read.facts[1].until, facts[1].until) && read.revisions[1].clean);
	cr_expect(slice_is(read.revisions[1].changes, "abc"));
	facts[0].state = REVISION_UNUSABLE + 1;
	buffer_clear(&bytes);
	kept_page_compose(&page, &bytes);
	cr_expect(!kept_page_parse(buffer_slice(&bytes), 3, arena, &read), "no such state");
	facts[0].state = REVISION_HIDDEN;
	revisions[1].against = 2;
	buffer_clear(&bytes);
	kept_page_compose(&page, &bytes);
	cr_expect(!kept_page_parse(buffer_slice(&bytes), 3, arena, &read), "against itself");
	buffer_release(&bytes);
	buffer_release(&again);
	arena_free(arena);
}
