#include <criterion/criterion.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buffer.h"
#include "check/report.h"
#include "support.h"

typedef void report_form(
    const struct diagnostics *, const struct report_options *, struct output *);

/* What a form of report writes, in the arena. */
static const char *written(report_form *form, const struct diagnostics *diagnostics,
    const struct report_options *options, struct arena *arena)
{
	int fd = memfd_create("report", 0);
	struct output out;
	off_t size;
	char *text;

	output_init(&out, fd);
	form(diagnostics, options, &out);
	cr_assert(output_finish(&out) == 0);
	size = lseek(fd, 0, SEEK_END);
	text = arena_alloc(arena, (size_t)size + 1);
	cr_assert(pread(fd, text, (size_t)size, 0) == size);
	close(fd);
	return text;
}

/* Every file has these lines. */
static bool line_of(void *context, struct slice file, uint32_t line, struct slice *text)
{
	const char *const *lines = context;

	(void)file;
	if (line == 0 || line > 3 || !lines[line - 1])
		return false;
	*text = slice_from(lines[line - 1]);
	return true;
}

/* The report of one diagnostic without arguments at a place of a line. */
struct row {
	const char *name, *line;
	uint32_t column, length;
	const char *shown; /* the source line and the caret's */
};

Test(report, carets)
{
	static const struct row rows[] = {
		{ "a word", "organo: x", 9, 1, "  organo: x\n          ^\n" },
		{ "a longer one", "ente: alfa", 7, 4, "  ente: alfa\n        ^~~~\n" },
		{ "no length", "ente: alfa", 7, 0, "  ente: alfa\n        ^\n" },
		{ "behind accents", "perché è alfa", 10, 4, "  perché è alfa\n           ^~~~\n" },
		{ "behind a combining accent", "pe\xCC\x80 alfa", 5, 4,
		    "  pe\xCC\x80 alfa\n     ^~~~\n" },
		{ "behind wide signs", "日本 alfa", 4, 4, "  日本 alfa\n       ^~~~\n" },
		{ "under wide signs", "a 日本", 3, 2, "  a 日本\n    ^~~~\n" },
		{ "behind a tab", "a\tb", 3, 1, "  a    b\n       ^\n" },
		{ "at the line's end", "ab", 3, 1, "  ab\n    ^\n" },
		{ "past the line's end", "ab", 9, 9, "  ab\n    ^\n" },
		{ "a command to the terminal", "a\x1B[2Jb", 6, 1,
		    "  a\xEF\xBF\xBD[2Jb\n       ^\n" },
		{ "an empty line", "", 1, 1, "  \n  ^\n" },
		{ "far right in a long line",
		    "0123456789012345678901234567890123456789012345678901234567890123456789"
		    "0123456789012345678901234567890123456789",
		    61, 2,
		    "  …0123456789012345678901234567890123456789012345678901234567890123456789"
		    "01234567890123456789\n"
		    "                                           ^~\n" },
		{ "at the left of a long line",
		    "0123456789012345678901234567890123456789012345678901234567890123456789"
		    "0123456789012345678901234567890123456789",
		    2, 300,
		    "  0123456789012345678901234567890123456789012345678901234567890123456789"
		    "012345678901234567890123456789…\n"
		    "   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
		    "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n" },
		{ "personal data in the line", "ente: x RSSMRA80A01H501U", 7, 1, "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *lines[] = { rows[i].line, NULL, NULL };
		struct report_options options = { .line = line_of, .context = lines };
		struct diagnostics diagnostics;
		const char *text, *begin, *end;

		diagnostics_init(&diagnostics);
		diag0(&diagnostics, DIAG_LINK_SELF,
		    (struct position){ SLICE("a.md"), 1, rows[i].column, rows[i].length });
		text = written(report_text, &diagnostics, &options, arena);
		begin = strchr(text, '\n') + 1;
		end = strstr(begin, "  rimedio: ");
		cr_assert(end, "%s: %s", rows[i].name, text);
		cr_expect(slice_is((struct slice){ begin, (size_t)(end - begin) }, rows[i].shown),
		    "%s:\n%.*s", rows[i].name, (int)(end - begin), begin);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

static void report_some(struct diagnostics *diagnostics)
{
	diagnostics_init(diagnostics);
	diag0(diagnostics, DIAG_LINK_SELF, (struct position){ SLICE("a.md"), 2, 3, 1 });
	diag1(diagnostics, DIAG_ACT_VANISHED, position_file(SLICE("b.md")), SLICE("2030/x"));
	diag1(diagnostics, DIAG_PERSONAL_PHONE, (struct position){ SLICE("a.md"), 2, 1, 4 },
	    SLICE("057…"));
	diag0(diagnostics, DIAG_TEXT_ABSENT, POSITION_NONE);
	diagnostics->list.items[3].accepted = true;
	diag1(diagnostics, DIAG_ACCEPTED_IDLE, (struct position){ SLICE("a.md"), 3, 0, 0 },
	    SLICE("Z1\n\x1B[2J"));
}

Test(report, text)
{
	const char *lines[] = { "uno", "alfa", "tre" };
	struct report_options options = { .line = line_of, .context = lines };
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	report_some(&diagnostics);
	cr_expect_str_eq(written(report_text, &diagnostics, &options, arena),
	    "a.md:2:3: errore Z341: l'atto è collegato a se stesso\n"
	    "  alfa\n"
	    "    ^\n"
	    "  rimedio: Indicare l'altro atto, o togliere il collegamento.\n"
	    "b.md: errore Z660: l'atto '2030/x' era pubblicato, e ora non c'è più\n"
	    "  rimedio: Rimettere il file con 'stato: rimosso' e 'rimozione'; oppure, se ha cambiato "
	    "posto, scrivere 'gia: [2030/x]' nel file nuovo; oppure aggiungere /atti/2030/x/ in "
	    "cessati.yaml.\n"
	    "a.md:2:1: avviso Z502: sembra un numero di telefono: 057…\n"
	    "  rimedio: Toglierlo, se è di una persona; se è di un ufficio, dirlo in 'accettati'.\n"
	    "a.md:3: nota Z258: in questo file non c'è niente che 'Z1 \xEF\xBF\xBD[2J' debba "
	    "accettare\n"
	    "  rimedio: Togliere la voce da 'accettati'.\n"
	    "2 errori, 1 avviso, 1 nota\n");
	options = (struct report_options){
		.language = LANGUAGE_ENGLISH, .accepted = true, .colours = true
	};
	cr_expect_str_eq(written(report_text, &diagnostics, &options, arena),
	    "a.md:2:3: \033[31merror Z341\033[0m: the act is linked to itself\n"
	    "  remedy: Name the other act, or remove the link.\n"
	    "b.md: \033[31merror Z660\033[0m: the act '2030/x' was published and is gone\n"
	    "  remedy: Put the file back with 'stato: rimosso' and 'rimozione'; or, if it has moved, "
	    "write 'gia: [2030/x]' in its new file; or add /atti/2030/x/ to cessati.yaml.\n"
	    "a.md:2:1: \033[33mwarning Z502\033[0m: this looks like a telephone number: 057…\n"
	    "  remedy: Remove it if it is a person's; if it is an office's, say so in 'accettati'.\n"
	    "\033[33mwarning Z349\033[0m (accepted): the act's text is missing\n"
	    "  remedy: Write the text below the line --- that closes the data, or 'testo: "
	    "non_disponibile'.\n"
	    "a.md:3: \033[36mnote Z258\033[0m: nothing in this file needs 'Z1 \xEF\xBF\xBD[2J' to be "
	    "accepted\n"
	    "  remedy: Remove the entry from 'accettati'.\n"
	    "2 errors, 1 warning, 1 note\n");
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* What an author quoted in the wrong place, or named a file by, is not told whole. */
Test(report, masked)
{
	struct report_options options = { .language = LANGUAGE_ENGLISH };
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	diag2(&diagnostics, DIAG_DATE_BAD, position_file(SLICE("a/RSSMRA80A01H501U.md")),
	    SLICE("data"), SLICE("RSSMRA80A01H501U"));
	cr_expect_null(
	    strstr(written(report_text, &diagnostics, &options, arena), "RSSMRA80A01H501U"));
	cr_expect_null(
	    strstr(written(report_json, &diagnostics, &options, arena), "RSSMRA80A01H501U"));
	cr_expect_not_null(strstr(written(report_json, &diagnostics, &options, arena), "'RSS…'"));
	cr_expect_not_null(
	    strstr(written(report_text, &diagnostics, &options, arena), "a/RSS….md: "));
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* Read back by another library. */
Test(report, json)
{
	struct report_options options = { .accepted = true };
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	json_t *root, *list, *counts, *first;
	const char *text;

	report_some(&diagnostics);
	text = written(report_json, &diagnostics, &options, arena);
	root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	cr_assert(root, "%s", text);
	list = json_object_get(root, "diagnostics");
	cr_expect_eq(json_integer_value(json_object_get(root, "formato")), 1);
	cr_assert_eq(json_array_size(list), 5);
	first = json_array_get(list, 0);
	cr_expect_eq(json_object_size(first), 9);
	cr_expect_str_eq(json_string_value(json_object_get(first, "file")), "a.md");
	cr_expect_eq(json_integer_value(json_object_get(first, "line")), 2);
	cr_expect_eq(json_integer_value(json_object_get(first, "column")), 3);
	cr_expect_eq(json_integer_value(json_object_get(first, "length")), 1);
	cr_expect_str_eq(json_string_value(json_object_get(first, "id")), "Z341");
	cr_expect_str_eq(json_string_value(json_object_get(first, "level")), "error");
	cr_expect(json_is_false(json_object_get(first, "accepted")));
	cr_expect_str_eq(
	    json_string_value(json_object_get(first, "message")), "l'atto è collegato a se stesso");
	cr_expect_str_eq(json_string_value(json_object_get(first, "remedy")),
	    "Indicare l'altro atto, o togliere il collegamento.");
	cr_expect(json_is_true(json_object_get(json_array_get(list, 3), "accepted")));
	cr_expect_str_eq(json_string_value(json_object_get(json_array_get(list, 3), "file")), "");
	counts = json_object_get(root, "counts");
	cr_expect_eq(json_integer_value(json_object_get(counts, "failure")), 0);
	cr_expect_eq(json_integer_value(json_object_get(counts, "error")), 2);
	cr_expect_eq(json_integer_value(json_object_get(counts, "warning")), 1);
	cr_expect_eq(json_integer_value(json_object_get(counts, "note")), 1);
	json_decref(root);
	options.accepted = false;
	root = json_loads(written(report_json, &diagnostics, &options, arena), 0, NULL);
	cr_expect_eq(json_array_size(json_object_get(root, "diagnostics")), 4);
	json_decref(root);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(report, summary)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	cr_expect(slice_is(report_summary(&diagnostics, LANGUAGE_ITALIAN, arena), "nessun errore"));
	cr_expect(slice_is(report_summary(&diagnostics, LANGUAGE_ENGLISH, arena), "no errors"));
	diag2(&diagnostics, DIAG_SYSTEM, POSITION_NONE, SLICE("x"), SLICE("y"));
	diag0(&diagnostics, DIAG_LINK_SELF, POSITION_NONE);
	diag0(&diagnostics, DIAG_TEXT_ABSENT, POSITION_NONE);
	diag0(&diagnostics, DIAG_TEXT_ABSENT, POSITION_NONE);
	cr_expect(slice_is(
	    report_summary(&diagnostics, LANGUAGE_ITALIAN, arena), "1 guasto, 1 errore, 2 avvisi"));
	cr_expect(slice_is(report_summary(&diagnostics, LANGUAGE_ENGLISH, arena),
	    "1 failure, 1 error, 2 warnings"));
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(report, colours)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY), file = memfd_create("x", 0), terminal;

	cr_assert(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
	cr_assert(terminal >= 0);
	cr_expect(report_colours(terminal, NULL));
	cr_expect(report_colours(terminal, ""));
	cr_expect_not(report_colours(terminal, "1"));
	cr_expect_not(report_colours(file, NULL));
	close(terminal);
	close(master);
	close(file);
}

Test(report, source_lines)
{
	static const struct edit edits[] = {
		{ "enti.yaml", NULL, "\xEF\xBB\xBF- uno\r\n- due\r\n" },
		{ "norme.yaml", NULL, "\xFF" },
		{ NULL, NULL, NULL },
	};
	struct report_source lines;
	struct sample sample;
	struct slice line;

	sample_load(&sample, edits);
	report_source_init(&lines, sample.source);
	cr_expect(report_source_line(&lines, SLICE("content/enti.yaml"), 2, &line));
	cr_expect(slice_is(line, "- due"));
	cr_expect(report_source_line(&lines, SLICE("content/sito.yaml"), 1, &line));
	cr_expect(slice_is(line, "formato: 1"));
	cr_expect(report_source_line(&lines, SLICE("content/enti.yaml"), 1, &line));
	cr_expect(slice_is(line, "- uno"));
	cr_expect_not(report_source_line(&lines, SLICE("content/enti.yaml"), 0, &line));
	cr_expect_not(report_source_line(&lines, SLICE("content/enti.yaml"), 3, &line));
	cr_expect_not(report_source_line(&lines, SLICE("content/norme.yaml"), 1, &line));
	cr_expect_not(report_source_line(&lines, SLICE("content/manca.yaml"), 1, &line));
	report_source_release(&lines);
	report_source_init(&lines, NULL);
	cr_expect_not(report_source_line(&lines, SLICE("content/enti.yaml"), 1, &line));
	report_source_release(&lines);
	sample_release(&sample);
}
