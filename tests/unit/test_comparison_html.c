/* Two texts laid beside each other, as HTML. */
#include <criterion/criterion.h>
#include <string.h>

#include "comparison_support.h"
#include "markup.h"
#include "render/italiano.h"
#include "render/md_html_comparison.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Targets that end in .pdf are there. */
static bool resolve_link(void *context, struct slice target, struct slice *url)
{
	(void)context;
	*url = target;
	return slice_ends(target, ".pdf");
}

static struct slice html_of(const char *before, const char *after, struct arena *arena)
{
	struct md_html_options options = { .first_heading = 3,
		.resolve_link = resolve_link,
		.notes_title = SLICE("Note"),
		.back_label = SLICE("Torna al testo"),
		.table_label = SLICE("Tabella") };
	struct text_comparison comparison;

	compare_texts(before, after, arena, &comparison);
	return html_markup(md_html_comparison(&comparison, &options, arena));
}

/* Every `from` in the text becomes `to`. */
static struct slice replaced(
    struct slice text, const char *from, const char *to, struct arena *arena)
{
	struct buffer out = { 0 };
	size_t at;
	struct slice copy;

	while ((at = slice_find(text, from)) != SLICE_NONE) {
		buffer_add(&out, slice_sub(text, 0, at));
		buffer_add_str(&out, to);
		text = slice_from_index(text, at + strlen(from));
	}
	buffer_add(&out, text);
	copy = arena_slice(arena, buffer_slice(&out));
	buffer_release(&out);
	return copy;
}

/* With what is only said in braces: "{inizio testo tolto}"; and on one line. */
static const char *in_short(struct slice html, struct arena *arena)
{
	html = replaced(html, "<span class=\"visually-hidden\"> (", "{", arena);
	html = replaced(html, ") </span>", "}", arena);
	html = replaced(html, "<p class=\"visually-hidden\">", "<p>{", arena);
	html = replaced(html, "aggiunto</p>", "aggiunto}</p>", arena);
	html = replaced(html, "tolto</p>", "tolto}</p>", arena);
	html = replaced(html, "spostato</p>", "spostato}</p>", arena);
	html = replaced(html, "\n", "", arena);
	return arena_cstr(arena, html);
}

#define ADDED(words) \
	"<ins class=\"aggiunto\">{inizio testo aggiunto}" words "{fine testo aggiunto}</ins>"
#define REMOVED(words) "<del class=\"tolto\">{inizio testo tolto}" words "{fine testo tolto}</del>"
#define LABEL(words) "<span class=\"etichetta\">" words "</span> "

Test(comparison_html, elements)
{
	static const struct {
		const char *name, *before, *after, *html;
	} rows[] = {
		{ "words", "Il termine è domani.", "Il termine è oggi.",
		    "<p>Il termine è " REMOVED("domani") ADDED("oggi") ".</p>" },
		{ "what needs escaping", "Se a < b vale.", "Se a > b vale.",
		    "<p>Se a " REMOVED("&lt;") ADDED("&gt;") " b vale.</p>" },
		{ "a run goes around emphasis, or into it", "Il piano *di zona* vale.",
		    "Il piano *di area* vale **subito**.",
		    "<p>Il piano <em>di " REMOVED("zona")
			ADDED("area") "</em> vale" ADDED(" <strong>subito</strong>") ".</p>" },
		{ "links that lead somewhere, and others",
		    "Vedi [il piano](a.pdf) e [il resto](b.md) oggi.",
		    "Vedi [il piano](a.pdf) e [il resto](b.md) domani.",
		    "<p>Vedi <a href=\"a.pdf\">il piano</a> e il resto " REMOVED("oggi")
			ADDED("domani") ".</p>" },
		{ "a paragraph", "Uno è il primo.", "Uno è il primo.\n\nDue è il nuovo.",
		    "<p>Uno è il primo.</p><div class=\"aggiunto\"><p>{inizio testo aggiunto}</p>"
		    "<p><ins class=\"aggiunto\">Due è il nuovo.</ins></p><p>{fine testo "
		    "aggiunto}</p></div>" },
		{ "several are said once", "Uno.\n\n## Due\n\nTre.", "Uno.",
		    "<p>Uno.</p><div class=\"tolto\"><p>{inizio testo tolto}</p><h3><del "
		    "class=\"tolto\">Due</del></h3><p><del class=\"tolto\">Tre.</del></p><p>{fine "
		    "testo tolto}</p></div>" },
		{ "points", "1. di approvare;\n2. di trasmettere.",
		    "1. di approvare;\n2. di votare;\n3. di trasmettere.",
		    "<ol class=\"punti\"><li>" LABEL(
			"1.") "di approvare;</li><li "
			      "class=\"aggiunto\">" LABEL(
				  "2.") "{inizio testo aggiunto}<ins "
					"class=\"aggiunto\">di votare;</ins>{fine testo aggiunto}</li><li>" LABEL(
					    "3.") "di trasmettere.</li></ol>" },
		{ "a label corrected", "a) uno;\nc) due.", "a) uno;\nb) due.",
		    "<ol class=\"punti\"><li>" LABEL("a)") "uno;</li><li>" LABEL(
			REMOVED("c)") ADDED("b)")) "due.</li></ol>" },
		{ "a row and a cell", "|a|b|\n|-|-|\n|uno|1|", "|a|b|\n|-|-|\n|uno|2|\n|due|3|",
		    "<div class=\"tabella\" tabindex=\"0\" role=\"region\" aria-label=\"Tabella "
		    "1\"><table><thead><tr><th scope=\"col\">a</th><th "
		    "scope=\"col\">b</th></tr></thead><tbody><tr><td>uno</td><td>" REMOVED("1")
			ADDED("2") "</td></tr><tr class=\"aggiunto\"><td>{inizio testo "
				   "aggiunto}<ins class=\"aggiunto\">due</ins></td><td><ins "
				   "class=\"aggiunto\">3</ins>{fine testo aggiunto}</td></tr>"
				   "</tbody></table></div>" },
		{ "moved, with a change inside",
		    "Il paragrafo che si sposta ha venti parole o quasi.\n\nUno che resta al suo "
		    "posto sempre, perché è più lungo.",
		    "Uno che resta al suo posto sempre, perché è più lungo.\n\nIl paragrafo che si "
		    "sposta ha trenta parole o quasi.",
		    "<div class=\"spostato-via\"><p class=\"spostamento\">Spostato al paragrafo "
		    "2</p><p><del class=\"spostato-via\">Il paragrafo che si sposta ha venti parole "
		    "o quasi.</del></p><p>{fine testo spostato}</p></div><p>Uno che resta al suo "
		    "posto sempre, perché è più lungo.</p><div class=\"spostato-qui\"><p "
		    "class=\"spostamento\">Spostato qui dal paragrafo 1</p><p>Il paragrafo che si "
		    "sposta ha " REMOVED("venti") ADDED("trenta") " parole o quasi.</p><p>{fine "
								  "testo spostato}</p></div>" },
		{ "notes have numbers and no links", "Testo[^1].\n\n[^1]: Nota uno.",
		    "Testo[^1].\n\n[^1]: Nota due.",
		    "<p>Testo<sup class=\"nota\">1</sup>.</p><section "
		    "class=\"note\"><h3>Note</h3><ol><li value=\"1\"><p>Nota " REMOVED("uno")
			ADDED("due") ".</p></li></ol></section>" },
		{ "code", "```\nuno\n```", "```\ndue\n```",
		    "<div class=\"tolto\"><p>{inizio testo tolto}</p><pre><code>uno</code></pre>"
		    "<p>{fine testo tolto}</p></div><div class=\"aggiunto\"><p>{inizio testo "
		    "aggiunto}</p><pre><code>due</code></pre><p>{fine testo aggiunto}</p></div>" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *html = in_short(html_of(rows[i].before, rows[i].after, arena), arena);

		cr_expect_str_eq(
		    html, rows[i].html, "%s:\n%s\n%s", rows[i].name, html, rows[i].html);
	}
	arena_free(arena);
}

#define FOLD(words, inside) \
	"<details class=\"invariato\"><summary>" words "</summary>" inside "</details>"

Test(comparison_html, folds)
{
	static const struct {
		const char *name, *before, *after, *html;
	} rows[] = {
		{ "nothing changed", "Uno.\n\nDue.", "Uno.\n\nDue.",
		    FOLD("2 paragrafi non cambiati", "<p>Uno.</p><p>Due.</p>") },
		{ "one block beside a change stays, and a single one is not worth a fold",
		    "Uno.\n\nDue.\n\nTre.\n\nQuattro.\n\nCinque.",
		    "Uno.\n\nDue.\n\nTre.\n\nQuattro.",
		    FOLD("3 paragrafi non cambiati",
			"<p>Uno.</p><p>Due.</p><p>Tre.</p>") "<p>Quattro.</p><div class=\"tolto\"><p>{inizio testo tolto}</p><p><del "
							     "class=\"tolto\">Cinque.</del></p><p>{fine testo tolto}</p></div>" },
		{ "the heading above stays", "## Uno\n\nA.\n\nB.\n\nC.\n\nD con testo.",
		    "## Uno\n\nA.\n\nB.\n\nC.\n\nD col testo.",
		    "<h3>Uno</h3>" FOLD("2 paragrafi non cambiati",
			"<p>A.</p><p>B.</p>") "<p>C.</p><p>D " REMOVED("con")
			ADDED("col") " testo.</p>" },
		{ "points: a list in parts",
		    "1. uno\n2. due\n3. tre\n4. quattro volte dieci\n5. cinque\n6. sei\n7. sette",
		    "1. uno\n2. due\n3. tre\n4. quattro volte venti\n5. cinque\n6. sei\n7. sette",
		    FOLD("2 punti non cambiati",
			"<ol class=\"punti\"><li>" LABEL("1.") "uno</li><li>" LABEL(
			    "2.") "due</li></ol>") "<ol class=\"punti\"><li>" LABEL("3.") "tre</li><li>" LABEL("4.") "quattro volte " REMOVED("dieci")
			ADDED("venti") "</li><li>" LABEL("5.") "cinque</li></ol>" FOLD(
			    "2 punti non cambiati",
			    "<ol class=\"punti\"><li>" LABEL("6.") "sei</li><li>" LABEL(
				"7.") "sette</li></ol>") },
		{ "notes", "Il testo di prima[^1].\n\n[^1]: N.", "Il testo di ora[^1].\n\n[^1]: N.",
		    "<p>Il testo di " REMOVED("prima")
			ADDED("ora") "<sup class=\"nota\">1</sup>.</p>" FOLD("1 nota non cambiata",
			    "<section class=\"note\"><h3>Note</h3><ol><li "
			    "value=\"1\"><p>N.</p></li></ol></section>") },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *html = in_short(html_of(rows[i].before, rows[i].after, arena), arena);

		cr_expect_str_eq(
		    html, rows[i].html, "%s:\n%s\n%s", rows[i].name, html, rows[i].html);
	}
	arena_free(arena);
}

Test(comparison_html, well_formed)
{
	static const char *const texts[] = {
		"",
		"Uno *due [tre](a.pdf)* quattro[^1].\n\n[^1]: Nota.",
		"Uno *due [quattro](b.pdf)* tre[^1].\n\n[^1]: Nota.\n\n    - con elenco",
		"1. uno:\n   a) lettera a che è lunga abbastanza;\n   b) lettera b;\n2. due.",
		"1. due.\n2. uno:\n\n   a) lettera b;\n   b) lettera a che è lunga abbastanza;\n\n   > c",
		"> Citazione.\n>\n> |a|b|\n> |-|-|\n> |c|d|\n>\n> ---",
		"- |a|b|\n  |-|-|\n  |c|d|\n- ```\n  x\n  ```\n- ## titolo\n- ---",
		"|a|b|\n|-|-|\n|c|d|\n|||",
		"|||\n|-|-|\n|c|d|\n|e|f|",
		"## \n\n---\n\n## Titolo\n\n![figura](x.png \"t\") [](y.pdf) `<b>` [omissis]\\\nfine",
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(texts); i++)
		for (size_t j = 0; j < COUNT(texts); j++) {
			struct slice html = html_of(texts[i], texts[j], arena);
			struct slice fault = markup_fault(html, arena);

			cr_expect(slice_empty(fault), "%s\n%s\n%.*s", texts[i], texts[j],
			    SLICE_ARGS(fault));
			cr_expect_eq(slice_find(html, " id="), SLICE_NONE, "%s", texts[i]);
		}
	arena_free(arena);
}

Test(comparison_html, words_of_moves)
{
	static const struct {
		enum text_unit unit;
		struct text_place here, there;
		const char *moved_here, *moved_away;
	} rows[] = {
		{ TEXT_POINT, { .label = SLICE_INIT("2"), .number = 2 },
		    { .label = SLICE_INIT("5"), .number = 5 }, "Spostato qui dal punto 5",
		    "Spostato al punto 5" },
		{ TEXT_PARAGRAPH, { .section = SLICE_INIT("Uno"), .number = 1 },
		    { .section = SLICE_INIT("Due"), .number = 2 },
		    "Spostato qui dal paragrafo 2 di «Due»", "Spostato al paragrafo 2 di «Due»" },
		{ TEXT_PARAGRAPH, { .number = 1 }, { .label = SLICE_INIT("3"), .number = 2 },
		    "Spostato qui dal paragrafo 2 del punto 3",
		    "Spostato al paragrafo 2 del punto 3" },
		{ TEXT_LIST_ITEM, { .number = 1 }, { .number = 4 },
		    "Spostata qui dalla voce 4 dell'elenco", "Spostata alla voce 4 dell'elenco" },
		{ TEXT_TABLE_ROW, { .number = 1 }, { .number = 4 }, "Spostata qui dalla riga 4",
		    "Spostata alla riga 4" },
		{ TEXT_TABLE, { .number = 1 }, { .number = 2 }, "Spostata qui dalla tabella 2",
		    "Spostata alla tabella 2" },
		{ TEXT_SECTION, { .section = SLICE_INIT("Uno") }, { .section = SLICE_INIT("Uno") },
		    "Sezione spostata qui da un altro posto del testo",
		    "Sezione spostata in un altro posto del testo" },
		{ TEXT_POINT, { .section = SLICE_INIT("Uno") }, { .section = SLICE_INIT("Due") },
		    "Spostato qui da «Due»", "Spostato in «Due»" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice here =
		    italian_moved_here(rows[i].unit, &rows[i].here, &rows[i].there, arena);
		struct slice away =
		    italian_moved_away(rows[i].unit, &rows[i].here, &rows[i].there, arena);

		cr_expect(slice_is(here, rows[i].moved_here), "%.*s", SLICE_ARGS(here));
		cr_expect(slice_is(away, rows[i].moved_away), "%.*s", SLICE_ARGS(away));
	}
	arena_free(arena);
}

Test(comparison_html, counts)
{
	static const struct {
		enum text_unit unit;
		size_t count;
		const char *words;
	} rows[] = {
		{ TEXT_PARAGRAPH, 1, "1 paragrafo non cambiato" },
		{ TEXT_PARAGRAPH, 12, "12 paragrafi non cambiati" },
		{ TEXT_POINT, 1, "1 punto non cambiato" },
		{ TEXT_POINT, 2, "2 punti non cambiati" },
		{ TEXT_LIST_ITEM, 1, "1 voce dell'elenco non cambiata" },
		{ TEXT_LIST_ITEM, 2, "2 voci dell'elenco non cambiate" },
		{ TEXT_FOOTNOTE, 1, "1 nota non cambiata" },
		{ TEXT_FOOTNOTE, 3, "3 note non cambiate" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice words = italian_unchanged(rows[i].unit, rows[i].count, arena);

		cr_expect(slice_is(words, rows[i].words), "%.*s", SLICE_ARGS(words));
	}
	arena_free(arena);
}
