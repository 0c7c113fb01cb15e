/* Revisions through former places, the versions made of them, and what commits say to the public. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "history/history.h"
#include "history/trailers.h"
#include "repository_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Takes the next word off a text of words parted by blanks. */
static bool next_word(struct slice *text, struct slice *word)
{
	*text = slice_trim(*text);
	if (!text->len)
		return false;
	slice_cut(*text, ' ', word, text);
	return true;
}

/*
 * A log from words "PATH@COMMIT=LETTER": at that commit the path got the blob of that letter ('-': none). The
 * words are in the log's order; commit n is of noon, n January 2031.
 */
static struct source_log log_from(const char *text, struct arena *arena)
{
	struct source_log log = { .commit_count = 32 };
	struct source_commit *commits = ARENA_COUNT(arena, struct source_commit, 32);
	ARRAY(struct source_change) changes = { 0 };
	struct slice rest = slice_from(text), word;

	for (int i = 0; i < 32; i++)
		commits[i].time = moment_to_unix(
		    (struct moment){ date_add_days((struct date){ 2030, 12, 31 }, i), 12, 0, 0 });
	while (next_word(&rest, &word)) {
		struct source_change *change = ARENA_PUSH(arena, &changes);
		struct slice path, commit, blob;
		uint32_t number = 0;

		cr_assert(slice_cut(word, '@', &path, &commit));
		cr_assert(slice_cut(commit, '=', &commit, &blob));
		cr_assert(slice_to_uint(commit, 31, &number));
		*change = (struct source_change){
			.path = path, .commit = number, .has_blob = blob.p[0] != '-'
		};
		change->oid[0] = (unsigned char)blob.p[0];
	}
	log.commits = commits;
	log.changes = changes.items;
	log.change_count = changes.count;
	return log;
}

Test(history, follows_a_file_through_its_former_places)
{
	/* The file is "n", its former places "a", "b", "c". */
	static const struct {
		const char *name, *log, *expected;
	} rows[] = {
		{ "no history", "x@1=a", "" },
		{ "its own alone", "n@1=a n@3=b n@4=-", "n@1=a n@3=b n@4=-" },
		{ "another's history is not its own", "n@3=a x@1=a x@3=-", "n@3=a" },
		{ "moved in one commit", "a@1=a a@2=b a@5=- n@5=b n@6=c",
		    "a@1=a a@2=b n@5=b n@6=c" },
		{ "moved with a change", "a@1=a a@5=- n@5=b", "a@1=a n@5=b" },
		{ "a gap between", "a@1=a a@3=- n@5=a", "a@1=a a@3=- n@5=a" },
		{ "the new place first", "a@1=a a@5=- n@3=a", "a@1=a n@3=a" },
		{ "the old place lived on", "a@1=a a@4=z n@3=a", "a@1=a n@3=a" },
		{ "two moves", "a@1=a a@2=- b@2=a b@3=b b@4=- n@4=b", "a@1=a b@2=a b@3=b n@4=b" },
		{ "two former places at once", "a@1=a a@3=c a@4=- b@2=b b@5=-",
		    "a@1=a b@2=b a@3=c b@4=b b@5=-" },
		{ "the same bytes again are nothing new", "n@1=a n@2=a n@3=b", "n@1=a n@3=b" },
		{ "gone before it ever was a file", "n@1=- n@2=a", "n@2=a" },
		{ "removed and back", "n@1=a n@2=- n@3=a", "n@1=a n@2=- n@3=a" },
		{ "back at the old place", "a@1=a a@2=- a@4=a n@2=a n@4=-", "a@1=a n@2=a a@4=a" },
	};
	static const struct slice former[] = { SLICE_INIT("a"), SLICE_INIT("b"), SLICE_INIT("c") };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct source_log log = log_from(rows[i].log, arena);
		struct file_revisions revisions =
		    history_revisions(&log, SLICE("n"), former, COUNT(former), arena);
		struct slice actual = SLICE("");

		for (size_t k = 0; k < revisions.count; k++) {
			const struct file_revision *each = &revisions.items[k];

			actual = arena_printf(arena, "%.*s%s%.*s@%zu=%c", SLICE_ARGS(actual),
			    k ? " " : "", SLICE_ARGS(each->path), each->commit,
			    each->has_blob ? each->oid[0] : '-');
			cr_expect_eq(each->day.day, (int)each->commit, "%s", rows[i].name);
			cr_expect_eq(
			    each->time, log.commits[each->commit].time, "%s", rows[i].name);
		}
		cr_expect(slice_is(actual, rows[i].expected), "%s: %.*s", rows[i].name,
		    SLICE_ARGS(actual));
	}
	arena_free(arena);
}

Test(history, counts_days_in_rome)
{
	static const struct {
		const char *name;
		int64_t time;
		struct date day;
	} rows[] = {
		{ "winter, before midnight", 1924988399, { 2030, 12, 31 } },
		{ "winter, midnight", 1924988400, { 2031, 1, 1 } },
		{ "summer, before midnight", 1940623199, { 2031, 6, 30 } },
		{ "summer, midnight", 1940623200, { 2031, 7, 1 } },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct source_commit commit = { .time = rows[i].time };
		struct source_change change = { .path = SLICE_INIT("n"), .has_blob = true };
		struct source_log log = { &commit, 1, &change, 1 };
		struct file_revisions revisions =
		    history_revisions(&log, SLICE("n"), NULL, 0, arena);

		cr_assert_eq(revisions.count, 1);
		cr_expect(date_eq(revisions.items[0].day, rows[i].day), "%s", rows[i].name);
	}
	arena_free(arena);
}

Test(history, refuses_a_former_place_that_never_was)
{
	struct arena *arena = arena_new();
	struct source_log log = log_from("content/a@1=a content/a@2=-", arena);
	struct diagnostics diagnostics;
	struct position at = { SLICE_INIT("content/n"), 3, 5, 1 };

	diagnostics_init(&diagnostics);
	cr_expect(history_check_former(&log, SLICE("content/a"), SLICE("a"), at, &diagnostics));
	cr_expect_eq(diagnostics.list.count, 0);
	cr_expect_not(history_check_former(&log, SLICE("content/b"), SLICE("b"), at, &diagnostics));
	cr_assert_eq(diagnostics.list.count, 1);
	cr_expect_eq(diagnostics.list.items[0].id, DIAG_FORMER_PLACE_UNKNOWN);
	cr_expect_eq(diagnostics.list.items[0].at.line, 3);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static struct date january(struct slice digits)
{
	uint32_t day = 0;

	cr_assert(slice_to_uint(digits, 31, &day));
	return (struct date){ 2031, 1, (int8_t)day };
}

/*
 * Revisions from words "DAY:MEANING[>FROM][<UNTIL]": committed at noon of that day of January 2031; MEANING is
 * a letter, '-' for no page, '?' for a file with errors. Commits are numbered from 0.
 */
static size_t revisions_from(
    const char *text, struct file_revision *revisions, struct revision_facts *facts, char *meanings)
{
	struct slice rest = slice_from(text), word, day, what;
	size_t count = 0;

	for (; next_word(&rest, &word); count++) {
		size_t from = slice_find_byte(word, '>'), until = slice_find_byte(word, '<');

		cr_assert(slice_cut(word, ':', &day, &what));
		revisions[count] = (struct file_revision){
			.commit = count, .day = january(day), .path = SLICE("n"), .has_blob = true
		};
		revisions[count].time =
		    moment_to_unix((struct moment){ revisions[count].day, 12, 0, 0 });
		facts[count] = (struct revision_facts){
			.state = what.p[0] == '-'   ? REVISION_HIDDEN
				 : what.p[0] == '?' ? REVISION_UNUSABLE
						    : REVISION_PUBLISHED,
		};
		meanings[count] = what.p[0];
		if (from != SLICE_NONE)
			facts[count].from = january(slice_sub(word, from + 1, from + 3));
		if (until != SLICE_NONE)
			facts[count].until = january(slice_sub(word, until + 1, until + 3));
	}
	return count;
}

/* Neighbours among the shown alone are to be asked for. */
static bool means_another(void *context, size_t before, size_t after)
{
	const char *meanings = context;

	cr_expect_lt(before, after);
	cr_expect_neq(meanings[before], '-');
	cr_expect_neq(meanings[before], '?');
	return meanings[before] != meanings[after];
}

/* "P05/0": kind ('u' for an update that follows none that may be shown), what follows "2031-01-" in the name, revision; '!' at the end: something is obscured. */
static struct slice shown(const struct versions *versions, struct arena *arena)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < versions->count; i++) {
		const struct version *each = &versions->items[i];

		cr_expect(slice_starts(each->name, "2031-01-"));
		cr_expect_eq(each->day.month, 1);
		text = arena_printf(arena, "%.*s%s%c%.*s/%zu", SLICE_ARGS(text), i ? " " : "",
		    each->kind == VERSION_UPDATED && !each->follows ? 'u' : "PURA"[each->kind],
		    SLICE_ARGS(slice_from_index(each->name, 8)), each -> revision);
	}
	return versions->obscured_before ? arena_printf(arena, "%.*s!", SLICE_ARGS(text)) : text;
}

/* P pubblicazione, U aggiornamento, R rimossa, A di nuovo pubblicata. Today is 20 January 2031. */
Test(history, makes_versions_of_revisions)
{
	static const struct {
		const char *name, *revisions, *expected;
	} rows[] = {
		{ "none", "", "" },
		{ "published", "05:a", "P05/0" },
		{ "and changed", "05:a 07:b", "P05/0 U07/1" },
		{ "what means the same is no version", "05:a 06:a 07:b 08:b", "P05/0 U07/2" },
		{ "and back to an old text is one", "05:a 06:b 07:a", "P05/0 U06/1 U07/2" },
		{ "several on a day", "05:a 05:b 05:b 05:c 06:a", "P05/0 U05-2/1 U05-3/3 U06/4" },
		{ "a clock that went back", "05:a 03:b 04:c 06:d", "P05/0 U05-2/1 U05-3/2 U06/3" },
		{ "a draft first", "05:- 06:- 07:a", "P07/2" },
		{ "a draft alone", "05:- 06:-", "" },
		{ "removed", "05:a 07:-", "P05/0 R07/1" },
		{ "removed once, touched while away", "05:a 07:- 08:-", "P05/0 R07/1" },
		{ "removed and back the same", "05:a 07:- 09:a", "P05/0 R07/1 A09/2" },
		{ "removed and back on one day", "05:a 05:- 05:b", "P05/0 R05-2/1 A05-3/2" },
		{ "a broken file leaves the page", "05:a 06:? 07:a 08:b", "P05/0 U08/3" },
		{ "broken first", "05:? 07:a", "P07/1" },
		{ "to be published from a day", "05:a>10", "P10/0" },
		{ "from a day gone by", "05:a>02", "P05/0" },
		{ "from tomorrow", "05:a>21", "" },
		{ "from today", "05:a>20", "P20/0" },
		{ "replaced before it was shown", "05:a>10 07:b>10", "P10/1" },
		{ "replaced by a draft before it was shown", "05:a>10 07:-", "" },
		{ "replaced on its day", "05:a>10 10:b>10", "P10/0 U10-2/1" },
		{ "brought forward", "05:a>10 07:b", "P07/1" },
		{ "a clock that went back, before its day", "05:a>10 03:b>10", "P10/1" },
		{ "put off after it was shown", "05:a 07:a>12", "P05/0 R07/1 A12/1" },
		{ "put off to tomorrow", "05:a 07:a>21", "P05/0 R07/1" },
		{ "until a day", "05:a<10", "P05/0 R11/0" },
		{ "until today", "05:a<20", "P05/0" },
		{ "until yesterday", "05:a<19", "P05/0 R20/0" },
		{ "prolonged in time", "05:a<10 09:a<25", "P05/0" },
		{ "prolonged too late", "05:a<10 13:a<25", "P05/0 R11/0 A13/1" },
		{ "past its time when committed", "05:a 12:b<10", "P05/0 R12/1" },
		{ "never within its time", "12:b<10", "" },
		{ "from and until", "02:a>05<10 14:b", "P05/0 R11/0 A14/1" },
		{ "until before from", "02:a>12<10", "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct file_revision revisions[8];
		struct revision_facts facts[8];
		char meanings[8];
		struct version_facts of = { .revisions = revisions,
			.facts = facts,
			.count = revisions_from(rows[i].revisions, revisions, facts, meanings),
			.differs = means_another,
			.context = meanings };
		struct versions versions =
		    history_versions(&of, (struct date){ 2031, 1, 20 }, arena);
		struct slice actual = shown(&versions, arena);

		cr_expect(slice_is(actual, rows[i].expected), "%s: %.*s", rows[i].name,
		    SLICE_ARGS(actual));
	}
	arena_free(arena);
}

Test(history, hides_what_is_obscured)
{
	/* before: words "DAY" (that day's noon) or "#COMMIT". */
	static const struct {
		const char *name, *revisions, *before, *expected;
	} rows[] = {
		{ "nothing before", "05:a 07:b", "03", "P05/0 U07/1" },
		{ "the very second is not before", "05:a 07:b", "05", "P05/0 U07/1" },
		{ "the first", "05:a 07:b", "07", "u07/1!" },
		{ "numbered afterwards", "05:a 07:b 07:c 07:d", "#2", "u07/2 U07-2/3!" },
		{ "days are no trace of what is hidden", "09:a 07:b", "#1", "u07/1!" },
		{ "all of it", "05:a 07:b", "15", "!" },
		{ "before a commit", "05:a 07:b 09:c", "#2", "u09/2!" },
		{ "before the first commit", "05:a 07:b", "#0", "P05/0 U07/1" },
		{ "the same meaning afterwards", "05:a 07:a 09:b", "#1", "u09/2!" },
		{ "drafts were never shown", "05:- 07:a", "07", "P07/1" },
		{ "not shown before its day", "05:a>10 07:b", "#1", "P07/1" },
		{ "hidden, then shown by date", "05:a>10 12:b", "#1", "u12/1!" },
		{ "removed in the dark", "05:a 06:- 07:b", "#2", "A07/2!" },
		{ "removed in the light", "05:a 06:- 07:b", "#1", "R06/1 A07/2!" },
		{ "a wrong clock uncovers nothing", "05:a 09:b 06:c 10:d", "07", "u10/3!" },
		{ "several entries", "05:a 07:b 09:c", "#1 09", "u09/2!" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct file_revision revisions[8];
		struct revision_facts facts[8];
		struct obscuring obscurings[4];
		char meanings[8];
		struct version_facts of = { .revisions = revisions,
			.facts = facts,
			.count = revisions_from(rows[i].revisions, revisions, facts, meanings),
			.obscurings = obscurings,
			.differs = means_another,
			.context = meanings };
		struct slice rest = slice_from(rows[i].before), word, actual;
		struct versions versions;

		while (next_word(&rest, &word))
			obscurings[of.obscuring_count++] =
			    word.p[0] == '#'
				? (struct obscuring){ .commit = (size_t)(word.p[1] - '0') }
				: (struct obscuring){ .by_time = true,
					  .time = moment_to_unix(
					      (struct moment){ january(word), 12, 0, 0 }) };
		versions = history_versions(&of, (struct date){ 2031, 1, 20 }, arena);
		actual = shown(&versions, arena);
		cr_expect(slice_is(actual, rows[i].expected), "%s: %.*s", rows[i].name,
		    SLICE_ARGS(actual));
	}
	arena_free(arena);
}

static const struct {
	const char *name, *message, *note;
	enum change_kind kind;
	bool unknown;
} messages[] = {
	{ "a title alone", "Titolo\n", "", KIND_NONE, false },
	{ "empty", "", "", KIND_NONE, false },
	{ "a note", "Titolo\n\nNota-pubblica: Corretto un errore.\n", "Corretto un errore.",
	    KIND_NONE, false },
	{ "note and kind",
	    "Titolo\n\nTesto.\n\nNota-pubblica: Una cosa: due.\nTipo-modifica: correzione_copia\n",
	    "Una cosa: due.", KIND_COPY, false },
	{ "no line end at the end", "T\n\nNota-pubblica: a", "a", KIND_NONE, false },
	{ "blank lines at the end", "T\n\nNota-pubblica: a\n\n \n\n", "a", KIND_NONE, false },
	{ "no title is no trailer", "Nota-pubblica: a\n", "", KIND_NONE, false },
	{ "not the last paragraph", "T\n\nNota-pubblica: a\n\nAltro testo\n", "", KIND_NONE,
	    false },
	{ "prose around it", "T\n\nTesto libero\nNota-pubblica: a\n", "", KIND_NONE, false },
	{ "prose, but signed", "T\n\nTesto libero\nNota-pubblica: a\nSigned-off-by: Nome <n@x>\n",
	    "a", KIND_NONE, false },
	{ "three times the prose",
	    "T\n\nu\nd\nt\nq\nc\ns\nNota-pubblica: a\nSigned-off-by: Nome <n@x>\n", "a", KIND_NONE,
	    false },
	{ "too much prose",
	    "T\n\nu\nd\nt\nq\nc\ns\ns\nNota-pubblica: a\nSigned-off-by: Nome <n@x>\n", "",
	    KIND_NONE, false },
	{ "cherry picked", "T\n\nNota-pubblica: a\n(cherry picked from commit 0123)\n", "a",
	    KIND_NONE, false },
	{ "on several lines", "T\n\nNota-pubblica: uno\n  due\n\ttre\nTipo-modifica: aggiunta\n",
	    "uno due tre", KIND_ADDITION, false },
	{ "a line that goes on from prose", "T\n\nTesto\n  Nota-pubblica: a\n", "", KIND_NONE,
	    false },
	{ "letters' case does not count", "T\n\nnota-PUBBLICA : a\n", "a", KIND_NONE, false },
	{ "two notes", "T\n\nNota-pubblica: a\nNota-pubblica: b\n", "a b", KIND_NONE, false },
	{ "other trailers", "T\n\nIssue: 3\nNota-pubblica: a\nReviewed-by: Nome\n", "a", KIND_NONE,
	    false },
	{ "an empty note", "T\n\nNota-pubblica:\nIssue: 3\n", "", KIND_NONE, false },
	{ "a comment between", "T\n\nNota-pubblica: a\n# commento\nIssue: 3\n", "a", KIND_NONE,
	    false },
	{ "line ends of Windows", "T\r\n\r\nNota-pubblica: a\r\nIssue: 3\r\n", "a", KIND_NONE,
	    false },
	{ "accents", "T\n\nNota-pubblica: perché sì, è così\n", "perché sì, è così", KIND_NONE,
	    false },
	{ "two kinds", "T\n\nTipo-modifica: aggiunta\nTipo-modifica: allegato\n", "",
	    KIND_ATTACHMENT, false },
	{ "data", "T\n\nTipo-modifica: correzione_dati\n", "", KIND_DATA, false },
	{ "update", "T\n\nTipo-modifica: aggiornamento\n", "", KIND_UPDATE, false },
	{ "an unknown kind", "T\n\nTipo-modifica: boh\nNota-pubblica: a\n", "a", KIND_NONE, true },
	{ "kinds are words", "T\n\nTipo-modifica: Aggiunta\n", "", KIND_NONE, true },
};

Test(history, reads_trailers)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	for (size_t i = 0; i < COUNT(messages); i++) {
		struct source_commit commit = { .message = slice_from(messages[i].message) };
		struct commit_note note;

		diagnostics_init(&diagnostics);
		note = commit_note_read(&commit, arena, &diagnostics);
		cr_expect(slice_is(note.note, messages[i].note), "%s: '%.*s'", messages[i].name,
		    SLICE_ARGS(note.note));
		cr_expect_eq(note.kind, messages[i].kind, "%s", messages[i].name);
		cr_expect(diagnostics.list.count == messages[i].unknown &&
			      (!messages[i].unknown ||
				  diagnostics.list.items[0].id == DIAG_CHANGE_KIND_UNKNOWN),
		    "%s", messages[i].name);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(history, reads_the_trailers_that_git_reads)
{
	struct fixture f;

	fixture_init(&f);
	fixture_run(&f, "git init -q r; cd r; git commit -q --allow-empty -m x");
	for (size_t i = 0; i < COUNT(messages); i++) {
		FILE *file = fopen(fixture_path(&f, "message"), "w");
		struct slice git;

		cr_assert(file);
		fputs(messages[i].message, file);
		fclose(file);
		git = fixture_output(&f,
		    "cd r; c=$(git commit-tree HEAD^{tree} <../message)\n"
		    "git log -1 --format='%%(trailers:key=Nota-pubblica,valueonly,unfold)' $c "
		    "| tr -s '\\r\\n' '  ' | sed 's/ *$//'");
		cr_expect(slice_is(git, messages[i].note), "%s: git '%.*s'", messages[i].name,
		    SLICE_ARGS(git));
	}
	fixture_release(&f);
}

Test(history, keeps_invisible_characters_out_of_notes)
{
	static const struct source_commit commit = { .message =
							 SLICE_INIT("T\n\nNota-pubblica: a\tb\x01"
								    "c \u202eod\u200f \xc2\x85"
								    "e\u0300 \ufeff\ufffe"
								    "f\u061c\n") };
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	cr_expect(slice_is(commit_note_read(&commit, arena, &diagnostics).note, "a b c od è f"));
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
