/* The rules for the text of acts: each Markdown text with the page that it gives and what its author is told. */
#include <criterion/criterion.h>
#include <string.h>

#include "markup.h"
#include "render/md_html.h"
#include "reported.h"

struct row {
	const char *name, *text, *html, *reported;
};

static const struct md_html_options plain = { .notes_title = SLICE_INIT("Note"),
	.back_label = SLICE_INIT("Torna al testo"),
	.table_label = SLICE_INIT("Tabella") };

static struct slice to_html(const char *text, const struct md_html_options *options,
    struct arena *arena, struct diagnostics *diagnostics)
{
	struct md md;

	md_parse(slice_from(text), SLICE("atto.md"), 1, arena, diagnostics, &md);
	return html_markup(md_html(&md, 0, options, arena));
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		struct diagnostics diagnostics;
		struct slice html, fault;
		const char *said;

		diagnostics_init(&diagnostics);
		html = to_html(rows[i].text, &plain, arena, &diagnostics);
		fault = markup_fault(html, arena);
		said = reported(&diagnostics, arena);
		cr_expect(
		    slice_is(html, rows[i].html), "%s: got\n%.*s", rows[i].name, SLICE_ARGS(html));
		cr_expect(fault.len == 0, "%s: %.*s", rows[i].name, SLICE_ARGS(fault));
		cr_expect_str_eq(said, rows[i].reported, "%s: reported '%s'", rows[i].name, said);
		diagnostics_release(&diagnostics);
		arena_free(arena);
	}
}

#define L(label) "<span class=\"etichetta\">" label "</span> "
#define CHECK(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

Test(markdown, points)
{
	static const struct row rows[] = {
		{ "numbers are kept as written", "4) quattro\n5) cinque\n",
		    "<ol class=\"punti\">\n<li>" L("4)") "quattro</li>\n<li>" L(
			"5)") "cinque</li>\n</ol>\n",
		    "" },
		{ "numbers that skip", "1. a\n3. b\n4. c\n",
		    "<ol class=\"punti\">\n<li>" L("1.") "a</li>\n<li>" L("3.") "b</li>\n<li>" L(
			"4.") "c</li>\n</ol>\n",
		    "2:1+2 MD_LIST_NUMBER 3,2" },
		{ "numbers that repeat", "1. a\n1. b\n",
		    "<ol class=\"punti\">\n<li>" L("1.") "a</li>\n<li>" L("1.") "b</li>\n</ol>\n",
		    "2:1+2 MD_LIST_NUMBER 1,2" },
		{ "a number that skips on purpose", "1. a\n\n3\\. c\n",
		    "<ol class=\"punti\">\n<li>\n<p>" L("1.") "a</p>\n</li>\n<li>\n<p>" L(
			"3.") "c</p>\n</li>\n</ol>\n",
		    "" },
		{ "letters on lines of their own", "a) il piano;\nb) il bilancio.\n",
		    "<ol class=\"punti\">\n<li>" L("a)") "il piano;</li>\n<li>" L(
			"b)") "il bilancio.</li>\n</ol>\n",
		    "" },
		{ "letters inside a number, and the number goes on",
		    "1. di approvare:\na) il piano;\nb) il resto;\n2. di dare atto\n",
		    "<ol class=\"punti\">\n<li>" L("1.") "di approvare:\n<ol class=\"punti\">\n<li>" L(
			"a)") "il piano;</li>\n<li>" L("b)") "il resto;</li>\n</ol>\n</li>\n<li>" L("2.") "di dare atto</li>\n</ol>\n",
		    "" },
		{ "the same with blank lines",
		    "1. di approvare:\n\na) il piano;\n\n2. di dare atto\n",
		    "<ol class=\"punti\">\n<li>\n<p>" L("1.") "di approvare:</p>\n<ol class=\"punti\">\n<li>" L(
			"a)") "il piano;</li>\n</ol>\n</li>\n<li>\n<p>" L("2.") "di dare atto</p>\n</li>\n</ol>\n",
		    "" },
		{ "dotted numbers", "1.1 uno\n1.2 due\n1.2.1 sotto\n1.3 tre\n",
		    "<ol class=\"punti\">\n<li>" L("1.1") "uno</li>\n<li>" L("1.2") "due\n<ol class=\"punti\">\n<li>" L(
			"1.2.1") "sotto</li>\n</ol>\n</li>\n<li>" L("1.3") "tre</li>\n</ol>\n",
		    "" },
		{ "Roman numbers inside letters", "a) uno:\ni) primo\nii) secondo\nb) due\n",
		    "<ol class=\"punti\">\n<li>" L("a)") "uno:\n<ol class=\"punti\">\n<li>" L(
			"i)") "primo</li>\n<li>" L("ii)") "secondo</li>\n</ol>\n</li>\n<li>" L("b)") "due</li>\n</ol>\n",
		    "" },
		{ "i) behind h) is a letter", "h) acca\n\ni) i\n",
		    "<ol class=\"punti\">\n<li>\n<p>" L("h)") "acca</p>\n</li>\n<li>\n<p>" L(
			"i)") "i</p>\n</li>\n</ol>\n",
		    "" },
		{ "a letter with bis", "a) uno\na-bis) altro\n",
		    "<ol class=\"punti\">\n<li>" L("a)") "uno</li>\n<li>" L(
			"a-bis)") "altro</li>\n</ol>\n",
		    "" },
		{ "wrapped prose is no point",
		    "come alla lettera\nc) della legge, per\n3.000 euro, alle\n10.30 del giorno\n",
		    "<p>come alla lettera\nc) della legge, per\n3.000 euro, alle\n10.30 del giorno</p>\n",
		    "" },
		{ "dates and amounts at a paragraph's begin", "13.5.2024 seduta\n\n3.000 euro\n",
		    "<p>13.5.2024 seduta</p>\n<p>3.000 euro</p>\n", "" },
		{ "a word with a parenthesis", "art) no\n", "<p>art) no</p>\n", "" },
		{ "text before the first point", "Premesso:\na) che\n",
		    "<p>Premesso:</p>\n<ol class=\"punti\">\n<li>" L("a)") "che</li>\n</ol>\n",
		    "" },
		{ "emphasis goes with its point", "a) *uno* e\n**due**\nb) tre\n",
		    "<ol class=\"punti\">\n<li>" L(
			"a)") "<em>uno</em> e\n<strong>due</strong></li>\n<li>" L("b)") "tre</li>\n</ol>\n",
		    "" },
		{ "lines ended by CR", "uno\r\r1. a\r\n3. b\r",
		    "<p>uno</p>\n<ol class=\"punti\">\n<li>" L("1.") "a</li>\n<li>" L(
			"3.") "b</li>\n</ol>\n",
		    "4:1+2 MD_LIST_NUMBER 3,2" },
		{ "a label behind bytes that are no text", "x[^\xFF]\n\n[^\xFF]: 7) a\n",
		    "<p>x<sup class=\"nota\" id=\"rinvio_1\"><a href=\"#nota_1\">1</a></sup></p>\n"
		    "<section class=\"note\">\n<h2>Note</h2>\n<ol>\n<li id=\"nota_1\">\n<ol class=\"punti\">\n"
		    "<li>" L(
			"7)") "a</li>\n</ol>\n <a class=\"ritorno\" href=\"#rinvio_1\" "
			      "aria-label=\"Torna al testo (1)\">↩</a></li>\n</ol>\n</section>\n",
		    "" },
		{ "a bullet list is none", "- uno\n- due\n",
		    "<ul>\n<li>uno</li>\n<li>due</li>\n</ul>\n", "" },
	};

	CHECK(rows);
}

/* Where a text is cited by its points, the labels of those that have an anchor lead to them. */
Test(markdown, points_that_are_cited)
{
#define TO(anchor, words, label)                                       \
	"<li id=\"" anchor "\"><a class=\"etichetta\" href=\"#" anchor \
	"\" aria-label=\"Link al punto " words "\">" label "</a> "
	static const struct {
		const char *name, *text, *html;
	} rows[] = {
		{ "other sections have no anchors", "## Premesse\n\n1. uno\n",
		    "<h2 id=\"premesse\">Premesse</h2>\n<ol class=\"punti\">\n<li>" L(
			"1.") "uno</li>\n</ol>\n" },
		{ "inside points", "## Delibera\n\n3. tre\n\n    a) alfa\n    b) beta\n",
		    "<h2 id=\"delibera\">Delibera</h2>\n<ol class=\"punti\">\n"
		    "<li id=\"punto-3\">\n<p><a class=\"etichetta\" href=\"#punto-3\" "
		    "aria-label=\"Link al punto 3\">3.</a> tre</p>\n<ol class=\"punti\">\n" TO(
			"punto-3-a", "3, a)", "a)") "alfa</li>\n" TO("punto-3-b", "3, b)",
			"b)") "beta</li>\n</ol>\n</li>\n</ol>\n" },
		{ "dotted labels say where they are", "## Delibera\n\n1.1 uno\n1.2 due\n",
		    "<h2 id=\"delibera\">Delibera</h2>\n<ol class=\"punti\">\n" TO("punto-1-1",
			"1.1",
			"1.1") "uno</li>\n" TO("punto-1-2", "1.2", "1.2") "due</li>\n</ol>\n" },
	};
#undef TO
	struct md_html_options cited = plain;

	cited.point_label = SLICE("Link al punto");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct arena *arena = arena_new();
		struct diagnostics diagnostics;
		struct slice html;

		diagnostics_init(&diagnostics);
		html = to_html(rows[i].text, &cited, arena, &diagnostics);
		cr_expect(
		    slice_is(html, rows[i].html), "%s: got\n%.*s", rows[i].name, SLICE_ARGS(html));
		cr_expect(markup_fault(html, arena).len == 0, "%s: not well made", rows[i].name);
		diagnostics_release(&diagnostics);
		arena_free(arena);
	}
}

Test(markdown, nothing_is_lost)
{
	static const struct row rows[] = {
		{ "inline HTML is shown", "Il sig. <nome> e\n<b>altri</b>\n",
		    "<p>Il sig. &lt;nome&gt; e\n&lt;b&gt;altri&lt;/b&gt;</p>\n",
		    "1:9+6 MD_HTML <nome>; 2:1+3 MD_HTML <b>; 2:9+4 MD_HTML </b>" },
		{ "a block of HTML is shown", "<div onclick=\"x\">\ntesto\n</div>\n",
		    "<p>&lt;div onclick=&quot;x&quot;&gt;\ntesto\n&lt;/div&gt;</p>\n",
		    "1:1+17 MD_HTML <div onclick=\"x\">" },
		{ "a comment is an error and is not shown", "uno <!-- segreto --> due\n",
		    "<p>uno  due</p>\n", "1:5+4 MD_COMMENT" },
		{ "a comment as a block", "<!-- segreto\nancora -->\n\ntesto\n", "<p>testo</p>\n",
		    "1:1+4 MD_COMMENT" },
		{ "four blanks from Word", "uno\n\n    due *x*\n    tre\n",
		    "<p>uno</p>\n<p>due *x*<br />\ntre</p>\n", "3:0+0 MD_INDENTED" },
		{ "points under four blanks", "    a) uno\n    b) due\n",
		    "<ol class=\"punti\">\n<li>" L("a)") "uno</li>\n<li>" L(
			"b)") "due</li>\n</ol>\n",
		    "1:0+0 MD_INDENTED" },
		{ "fenced code stays code", "```\n[x]: y\n```\n",
		    "<pre><code>[x]: y\n</code></pre>\n", "" },
		{ "a note that nothing refers to", "testo\n\n[^1]: persa\n", "<p>testo</p>\n",
		    "3:3+1 MD_FOOTNOTE_UNUSED 1" },
		{ "a mark without a note", "testo[^7]\n", "<p>testo[^7]</p>\n",
		    "1:8+1 MD_FOOTNOTE_MISSING 7" },
		{ "a heading without words", "a\n\n##\n", "<p>a</p>\n", "3:1+1 MD_HEADING_EMPTY" },
		{ "a line that would vanish", "[Allegato]: tabella\n\ntesto\n", "<p>testo</p>\n",
		    "1:2+8 MD_DEFINITION_UNUSED Allegato" },
		{ "a definition that is used", "[qui] e [Qui][]\n\n[qui]: https://example.org/\n",
		    "<p><a href=\"https://example.org/\">qui</a> e <a href=\"https://example.org/\">Qui</a></p>\n",
		    "" },
		{ "brackets and a colon that stay text", "[Allegato A]: due parole e più\n",
		    "<p>[Allegato A]: due parole e più</p>\n", "" },
		{ "omissis", "il [omissis] e [OMISSIS]\n",
		    "<p>il <span class=\"omissis\">[omissis]</span> e <span class=\"omissis\">[OMISSIS]</span></p>\n",
		    "" },
		{ "struck text", "~~vecchio *testo*~~ e ~ solo ~~ aperto\n",
		    "<p><del>vecchio <em>testo</em></del> e ~ solo ~~ aperto</p>\n", "" },
		{ "quotes and dashes stay", "\"così\" -- l'atto...\n",
		    "<p>&quot;così&quot; -- l'atto...</p>\n", "" },
		{ "bare addresses stay text", "www.example.org\n", "<p>www.example.org</p>\n", "" },
	};

	CHECK(rows);
}

Test(markdown, links_tables_notes)
{
	static const struct row rows[] = {
		{ "an image is a link to its file", "![Mappa](a/mappa.png) ![](a/b.png)\n",
		    "<p><a class=\"immagine\" href=\"a/mappa.png\">Mappa</a> <a class=\"immagine\" href=\"a/b.png\">b.png</a></p>\n",
		    "1:10+11 MD_IMAGE a/mappa.png; 1:27+7 MD_IMAGE a/b.png" },
		{ "an image in a link is its words", "[![Mappa](m.png)](https://example.org)\n",
		    "<p><a href=\"https://example.org\">Mappa</a></p>\n", "1:11+5 MD_IMAGE m.png" },
		{ "an active address",
		    "[x](JavaScript:alert(1)) [y](data:text/html,z) [f](file:///c:/a.doc)\n",
		    "<p>x y f</p>\n",
		    "1:5+19 MD_LINK_REFUSED JavaScript:alert(1); 1:30+16 MD_LINK_REFUSED data:text/html,z; "
		    "1:52+16 MD_LINK_REFUSED file:///c:/a.doc" },
		{ "a table", "| Ente | Voti |\n|:-----|----:|\n| Alfa | 3 |\n",
		    "<div class=\"tabella\" tabindex=\"0\" role=\"region\" aria-label=\"Tabella 1\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\" class=\"sinistra\">Ente</th>\n"
		    "<th scope=\"col\" class=\"destra\">Voti</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
		    "<td class=\"sinistra\">Alfa</td>\n<td class=\"destra\">3</td>\n</tr>\n</tbody>\n</table>\n</div>\n",
		    "" },
		{ "a table without header", "| | |\n|-|-|\n|a|b|\n",
		    "<div class=\"tabella\" tabindex=\"0\" role=\"region\" aria-label=\"Tabella 1\">\n<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n</div>\n",
		    "" },
		{ "a note referred to twice", "uno[^a] due[^a]\n\n[^a]: La nota.\n",
		    "<p>uno<sup class=\"nota\" id=\"rinvio_1\"><a href=\"#nota_1\">1</a></sup> "
		    "due<sup class=\"nota\" id=\"rinvio_1_2\"><a href=\"#nota_1\">1</a></sup></p>\n"
		    "<section class=\"note\">\n<h2>Note</h2>\n<ol>\n<li id=\"nota_1\">\n<p>La nota. "
		    "<a class=\"ritorno\" href=\"#rinvio_1\" aria-label=\"Torna al testo (1.1)\">↩</a> "
		    "<a class=\"ritorno\" href=\"#rinvio_1_2\" aria-label=\"Torna al testo (1.2)\">↩</a></p>\n"
		    "</li>\n</ol>\n</section>\n",
		    "" },
		{ "headings don't jump and have anchors", "# Uno\n\n#### Due\n\n## Uno\n\n##\n",
		    "<h2 id=\"uno\">Uno</h2>\n<h3 id=\"due\">Due</h3>\n<h3 id=\"uno-2\">Uno</h3>\n",
		    "7:1+1 MD_HEADING_EMPTY" },
	};

	CHECK(rows);
}

/* Texts that cost cmark minutes or gigabytes: refused, with the place. Made of a part repeated, and an end. */
Test(markdown, refused)
{
	static const struct {
		const char *name, *start, *part;
		size_t times;
		const char *end, *reported;
	} rows[] = {
		{ "dashes", "", "- ", 50000, "x", "1:0+0 MD_TOO_DEEP" },
		{ "quotations", "", ">", 50000, "", "1:0+0 MD_TOO_DEEP" },
		{ "notes in notes", "", "[^a]:", 50000, "", "1:0+0 MD_TOO_DEEP" },
		{ "indented lists", "testo\n\n", "                    ", 12, "- a",
		    "3:0+0 MD_TOO_DEEP" },
		{ "emphasis", "", "**", 3000, "a", "" },
		{ "columns", "", "|a", 50000, "|\n|-|\n", "1:0+0 MD_TABLE_TOO_BIG" },
		{ "cells", "a|b|c|d|e\n-|-|-|-|-\n", "|\n", 30000, "",
		    "20003:0+0 MD_TABLE_TOO_BIG" },
		{ "delimiter rows", "", "-|\n", 40000, "", "13378:0+0 MD_TANGLED" },
		{ "images", "", "![[]()", 30000, "", "1:0+0 MD_TANGLED" },
		{ "brackets that code may hide", "`", "[]", 8000, "", "1:0+0 MD_TANGLED" },
		{ "emphasis in one paragraph", "", "*a_ ", 20000, "", "1:0+0 MD_TANGLED" },
		{ "tags", "", "<a b ", 8000, "", "1:0+0 MD_TANGLED" },
		{ "marks",
		    "[a]: /xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n\n",
		    "[a]\n", 190000, "", "66668:0+0 MD_TOO_MANY_MARKS" },
		{ "lines", "", "a\n\n", 110000, "", "200001:0+0 MD_TOO_MANY_MARKS" },
		{ "size", "", "parola ", 600000, "", "0:0+0 MD_TOO_LARGE" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *arena = arena_new();
		struct buffer text = { 0 };
		struct diagnostics diagnostics;
		const char *said;
		struct md md;
		int result;

		diagnostics_init(&diagnostics);
		buffer_add_str(&text, rows[i].start);
		for (size_t n = 0; n < rows[i].times; n++)
			buffer_add_str(&text, rows[i].part);
		buffer_add_str(&text, rows[i].end);
		result =
		    md_parse(buffer_slice(&text), SLICE("atto.md"), 1, arena, &diagnostics, &md);
		said = reported(&diagnostics, arena);
		cr_expect_str_eq(said, rows[i].reported, "%s: reported '%s'", rows[i].name, said);
		cr_expect_eq(result, *rows[i].reported ? -1 : 0, "%s", rows[i].name);
		cr_expect(
		    result == 0 || md.nodes[0].first == 0, "%s: a tree is left", rows[i].name);
		buffer_release(&text);
		diagnostics_release(&diagnostics);
		arena_free(arena);
	}
}

Test(markdown, long_definition_refused)
{
	struct arena *arena = arena_new();
	struct buffer text = { 0 };
	struct diagnostics diagnostics;
	struct md md;

	diagnostics_init(&diagnostics);
	buffer_add_str(&text, "[a]: /");
	for (int i = 0; i < 70000; i++)
		buffer_add_byte(&text, 'x');
	buffer_add_str(&text, "\n\n");
	for (int i = 0; i < 23000; i++)
		buffer_add_str(&text, "[a]");
	cr_expect(md_parse(buffer_slice(&text), SLICE("atto.md"), 8, arena, &diagnostics, &md) < 0);
	cr_expect_str_eq(reported(&diagnostics, arena), "10:0+0 MD_TOO_MANY_REFERENCES");
	buffer_release(&text);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* What an honest long text holds is far from the limits. */
Test(markdown, accepted)
{
	static const struct {
		const char *name, *start, *part;
		size_t times;
	} rows[] = {
		{ "prose of 4 MB", "",
		    "Visto il D.Lgs. 33/2013 la Conferenza delibera con voti unanimi.\n\n", 60000 },
		{ "a list of links", "", "- [Allegato](a.pdf) e **grassetto**\n", 3000 },
		{ "a table of links", "|a|b|\n|-|-|\n", "|[uno](a.pdf)|[due](b.pdf)|\n", 3000 },
		{ "notes without blank lines", "", "[^1]: vedi la nota\n", 3000 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *arena = arena_new();
		struct buffer text = { 0 };
		struct diagnostics diagnostics;
		struct md md;

		diagnostics_init(&diagnostics);
		buffer_add_str(&text, rows[i].start);
		for (size_t n = 0; n < rows[i].times; n++)
			buffer_add_str(&text, rows[i].part);
		cr_expect(md_parse(buffer_slice(&text), SLICE("atto.md"), 1, arena, &diagnostics,
			      &md) == 0,
		    "%s: %s", rows[i].name, reported(&diagnostics, arena));
		buffer_release(&text);
		diagnostics_release(&diagnostics);
		arena_free(arena);
	}
}

static const char decision[] =
    "## Premesse\n\n1. visto\n\n## Delibera\n\n1. di approvare:\na) il piano;\n"
    "b) il resto;\n2. di dare:\n2.1 uno\n\nPoi.\n\n1. ancora\n\n## Discussione\n\n1. detto\n";

Test(markdown, outline)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct buffer seen = { 0 };
	struct md_outline outline;
	struct md md;

	diagnostics_init(&diagnostics);
	md_parse(slice_from(decision), SLICE("atto.md"), 11, arena, &diagnostics, &md);
	md_outline(&md, arena, &outline);
	for (size_t i = 0; i < outline.headings.count; i++)
		buffer_addf(&seen, "%u %u %.*s #%.*s\n", outline.headings.items[i].line,
		    outline.headings.items[i].depth, SLICE_ARGS(outline.headings.items[i].text),
		    SLICE_ARGS(outline.headings.items[i].anchor));
	for (size_t i = 0; i < outline.points.count; i++)
		buffer_addf(&seen, "%u %u %.*s #%.*s\n", outline.points.items[i].line,
		    outline.points.items[i].depth, SLICE_ARGS(outline.points.items[i].text),
		    SLICE_ARGS(outline.points.items[i].anchor));
	cr_expect_str_eq(seen.p,
	    "11 1 Premesse #premesse\n15 1 Delibera #delibera\n"
	    "27 1 Discussione #discussione\n17 1 1 #punto-1\n18 2 a #punto-1-a\n"
	    "19 2 b #punto-1-b\n20 1 2 #punto-2\n21 2 2.1 #punto-2-1\n25 1 1 #punto-1-2\n");
	buffer_release(&seen);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(markdown, plain_text_and_section)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct buffer text = { 0 };
	uint32_t first, end;
	struct md md;

	diagnostics_init(&diagnostics);
	md_parse(slice_from(decision), SLICE("atto.md"), 1, arena, &diagnostics, &md);
	cr_assert(md_section(&md, "DELIBERA", arena, &first, &end));
	for (uint32_t node = first; node != end; node = md.nodes[node].next) {
		md_plain_text(&md, node, &text);
		buffer_add_str(&text, "|");
	}
	cr_expect_str_eq(text.p,
	    "1. di approvare:\na) il piano;\nb) il resto;\n2. di dare:\n2.1 uno\n|Poi.|1. ancora\n|");
	cr_expect(!md_section(&md, "Votazione", arena, &first, &end));
	cr_assert(md_section(&md, "discussione", arena, &first, &end));
	cr_expect_eq(end, 0);
	buffer_release(&text);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static bool resolve_link(void *context, struct slice target, struct slice *url)
{
	(void)context;
	if (slice_is(target, "manca.pdf"))
		return false;
	*url = slice_is(target, "cattivo") ? SLICE("javascript:x") : SLICE("allegati/uno.pdf");
	return true;
}

static bool resolve_citation(void *context, const struct citation *citation, struct slice *url)
{
	(void)context;
	*url = SLICE("../dczi-1/");
	return citation->kind == CITATION_OWN;
}

Test(markdown, resolved)
{
	static const struct slice sigle[] = { SLICE_INIT("DCZI") };
	const struct md_html_options options = { .first_heading = 3,
		.id_prefix = SLICE("p1-"),
		.resolve_link = resolve_link,
		.resolve_citation = resolve_citation,
		.sigle = sigle,
		.sigle_count = 1 };
	static const struct row rows[] = {
		{ "links", "[a](uno.pdf) [b](manca.pdf) [c](cattivo)\n",
		    "<p><a href=\"allegati/uno.pdf\">a</a> b c</p>\n", "" },
		{ "a citation over a line's end",
		    "Vista la DCZI\nn. 1/2024, *DCZI 2/2024* & DGR 3/2024\n",
		    "<p>Vista la <a class=\"citazione\" href=\"../dczi-1/\">DCZI\nn. 1/2024</a>, "
		    "<em><a class=\"citazione\" href=\"../dczi-1/\">DCZI 2/2024</a></em> &amp; DGR 3/2024</p>\n",
		    "" },
		{ "no citation in a link or code", "[DCZI 1/2024](uno.pdf) `DCZI 1/2024`\n",
		    "<p><a href=\"allegati/uno.pdf\">DCZI 1/2024</a> <code>DCZI 1/2024</code></p>\n",
		    "" },
		{ "ids have the prefix", "# Uno\n\nx[^1]\n\n[^1]: y\n",
		    "<h3 id=\"p1-uno\">Uno</h3>\n<p>x<sup class=\"nota\" id=\"p1-rinvio_1\">"
		    "<a href=\"#p1-nota_1\">1</a></sup></p>\n<section class=\"note\">\n<ol>\n<li id=\"p1-nota_1\">\n"
		    "<p>y <a class=\"ritorno\" href=\"#p1-rinvio_1\" aria-label=\" (1)\">↩</a></p>\n</li>\n</ol>\n</section>\n",
		    "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *arena = arena_new();
		struct diagnostics diagnostics;
		struct slice html;

		diagnostics_init(&diagnostics);
		html = to_html(rows[i].text, &options, arena, &diagnostics);
		cr_expect(
		    slice_is(html, rows[i].html), "%s: got\n%.*s", rows[i].name, SLICE_ARGS(html));
		diagnostics_release(&diagnostics);
		arena_free(arena);
	}
}
