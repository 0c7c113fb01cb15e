/* Versions in words, and which of them have pages. */
#include <criterion/criterion.h>
#include <string.h>

#include "render/italiano_versions.h"
#include "render/version_paths.h"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(italiano_versions, .init = set_up, .fini = tear_down);

static void expect(const char *row, struct slice got, const char *wanted)
{
	cr_expect(slice_is(got, wanted), "%s: got \"%.*s\"", row, SLICE_ARGS(got));
}

Test(italiano_versions, says_which_and_until_when)
{
	struct history_entry entries[] = {
		{ .kind = VERSION_PUBLISHED, .day = { 2031, 2, 8 }, .number = 1 },
		{ .kind = VERSION_UPDATED, .day = { 2031, 2, 8 }, .number = 2 },
		{ .kind = VERSION_UPDATED, .day = { 2031, 3, 1 }, .number = 1 },
	};
	struct page_history history = { .entries = entries, .count = 3 };

	for (size_t i = 0; i < history.count; i++)
		entries[i].history = &history;
	expect("first", italian_version(&entries[0], arena), "versione dell'8 febbraio 2031");
	expect("second", italian_version(&entries[1], arena), "versione n. 2 dell'8 febbraio 2031");
	expect("same day", italian_superseded(&entries[0], arena),
	    "Versione superata dell'8 febbraio 2031: questo sito l'ha sostituita lo stesso giorno.");
	expect("later", italian_superseded(&entries[1], arena),
	    "Versione superata n. 2 dell'8 febbraio 2031: questo sito l'ha mostrata fino al 1º "
	    "marzo 2031.");
}

Test(italiano_versions, says_whether_today_is_recorded)
{
	struct source_entry entry = { 0 };
	struct content_file file = { .entry = &entry };
	struct act act = { .file = &file };

	expect("recorded", italian_version_of_today(&act), "versione di oggi");
	entry.uncommitted = true;
	expect("not yet", italian_version_of_today(&act),
	    "pagina di oggi, che ha modifiche non ancora registrate");
}

#define MAX_ENTRIES 6

/* P, U, R, A: published, updated, removed, restored; V: updated, but what changed may not be told. */
static void make_entries(const char *kinds, const struct act *act, struct page_history *history,
    struct history_entry *entries)
{
	static const char letters[] = "PURA";
	static struct change change;

	*history =
	    (struct page_history){ .subject = { SUBJECT_ACT, act, NULL }, .entries = entries };
	for (; kinds[history->count]; history->count++) {
		char letter = kinds[history->count];
		size_t n = history->count;
		const char *found = strchr(letters, letter);

		entries[n] = (struct history_entry){ .history = history,
			.kind = found ? (enum version_kind)(found - letters) : VERSION_UPDATED,
			.name = arena_printf(arena, "%zu", n),
			.withheld = strchr(&kinds[n + 1], 'R') != NULL };
		if (letter == 'U')
			entries[n].changes = (struct changes){ &change, 1, 1 };
	}
}

Test(italiano_versions, have_pages_where_they_may)
{
	static const struct {
		const char *kinds, *versions, *comparisons;
		bool whole;
	} rows[] = {
		{ "P", "", "", false },
		{ "PU", "0", "1", false },
		{ "PUU", "01", "12", true },
		/* Behind what is hidden nothing can be compared with what was before. */
		{ "V", "", "", false },
		{ "VU", "0", "1", false },
		{ "VUU", "01", "12", true },
		/* What was removed stays away. */
		{ "PUR", "", "", false },
		{ "PURA", "", "", false },
		{ "PURAU", "3", "4", false },
		{ "PURAUU", "34", "45", true },
	};
	struct act act = { .path = SLICE_INIT("a/") };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct page_history history;
		struct history_entry entries[MAX_ENTRIES];
		struct slice versions = SLICE(""), comparisons = SLICE("");

		make_entries(rows[i].kinds, &act, &history, entries);
		for (size_t n = 0; n < history.count; n++) {
			if (!slice_empty(version_path(&entries[n], arena)))
				versions = arena_printf(arena, "%.*s%zu", SLICE_ARGS(versions), n);
			if (!slice_empty(comparison_path(&entries[n], arena)))
				comparisons =
				    arena_printf(arena, "%.*s%zu", SLICE_ARGS(comparisons), n);
		}
		expect(rows[i].kinds, versions, rows[i].versions);
		expect(rows[i].kinds, comparisons, rows[i].comparisons);
		expect(rows[i].kinds, whole_comparison_path(&history, arena),
		    rows[i].whole ? "a/cronologia/confronto/" : "");
	}
}

Test(italiano_versions, have_none_of_other_files)
{
	struct history_entry entries[2];
	struct page_history history;
	struct change change = { 0 };

	make_entries("PU", NULL, &history, entries);
	history.subject.kind = SUBJECT_POINT;
	entries[1].changes = (struct changes){ &change, 1, 1 };
	expect("version", version_path(&entries[0], arena), "");
	expect("comparison", comparison_path(&entries[1], arena), "");
	expect("whole", whole_comparison_path(&history, arena), "");
}
