/* Two texts laid beside each other: the merged tree, what is told of it, and that nothing is lost. */
#include <criterion/criterion.h>
#include <string.h>

#include "comparison_support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct tree_row {
	const char *name, *before, *after, *tree;
};

static void check_trees(const struct tree_row *rows, size_t count)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++) {
		struct text_comparison comparison;
		const char *tree;

		compare_texts(rows[i].before, rows[i].after, arena, &comparison);
		tree = comparison_tree(&comparison, arena);
		cr_expect_str_eq(tree, rows[i].tree, "%s: %s", rows[i].name, tree);
	}
	arena_free(arena);
}

Test(text_comparison, words)
{
	static const struct tree_row rows[] = {
		{ "the same", "Uno.\n\nDue.", "Uno.\n\nDue.", "p(Uno.) p(Due.)" },
		{ "line ends and blanks", "Uno due\ntre.", "Uno\ndue  tre.", "p(Uno due  tre.)" },
		{ "a no-break space", "n. 3 del 2031",
		    "n.\xC2\xA0"
		    "3 del 2031",
		    "p(n.\xC2\xA0"
		    "3 del 2031)" },
		{ "a word", "Il termine è domani.", "Il termine è oggi.",
		    "~p(Il termine è [-domani-]{+oggi+}.)" },
		{ "a number with its signs", "Sono 1.250,00 euro.", "Sono 1.350,00 euro.",
		    "~p(Sono [-1.250,00-]{+1.350,00+} euro.)" },
		{ "a date in digits", "Entro il 30.06.2031, se serve.",
		    "Entro il 30.07.2031, se serve.",
		    "~p(Entro il [-30.06.2031-]{+30.07.2031+}, se serve.)" },
		{ "a word never in part", "La programmazione zonale.", "Le programmazioni zonali.",
		    "~p([-La programmazione zonale.-]{+Le programmazioni zonali.+})" },
		{ "an elided article stays", "Approva il piano dell'atto zonale.",
		    "Approva il piano dell'ente zonale.",
		    "~p(Approva il piano dell'[-atto-]{+ente+} zonale.)" },
		{ "a sign", "Sentiti Alfa e Beta decide.", "Sentiti Alfa e Beta, decide.",
		    "~p(Sentiti Alfa e Beta{+,+} decide.)" },
		{ "words added", "Il Comune di Alfa partecipa.",
		    "Il Comune di Alfa e quello di Beta partecipa.",
		    "~p(Il Comune di Alfa {+e quello di Beta +}partecipa.)" },
		{ "words removed", "Il Comune di Alfa e quello di Beta partecipa.",
		    "Il Comune di Alfa partecipa.",
		    "~p(Il Comune di Alfa [-e quello di Beta -]partecipa.)" },
		{ "changes with little between them become one",
		    "Si approva il piano triennale e relativa spesa annua del fondo.",
		    "Si approva il bilancio generale e maggiore spesa annua del fondo.",
		    "~p(Si approva il [-piano triennale e relativa-]{+bilancio generale e maggiore+} spesa annua del fondo.)" },
		{ "what was only added is not joined",
		    "Visti gli atti e sentiti i Comuni della zona.",
		    "Visti tutti gli atti e sentiti tutti i Comuni della zona.",
		    "~p(Visti {+tutti +}gli atti e sentiti {+tutti +}i Comuni della zona.)" },
		{ "all is replaced where hardly a word stays",
		    "Il presidente illustra la proposta e apre la discussione.",
		    "Nessun consigliere chiede di intervenire, e si vota subito.",
		    "~p([-Il presidente illustra la proposta e apre la discussione.-]{+Nessun "
		    "consigliere chiede di intervenire, e si vota subito.+})" },
	};

	check_trees(rows, COUNT(rows));
}

Test(text_comparison, inline_structure)
{
	static const struct tree_row rows[] = {
		{ "emphasis around words that stay", "Il *piano di zona* vale.",
		    "Il *piano di area* vale.", "~p(Il _piano di [-zona-]{+area+}_ vale.)" },
		{ "emphasis that came", "Il piano vale.", "Il *piano* vale.",
		    "~p(Il [-piano-]{+_piano_+} vale.)" },
		{ "emphasis of all that changed", "Il **vecchio piano** vale.",
		    "Il **nuovo progetto** vale.",
		    "~p(Il *[-vecchio piano-]{+nuovo progetto+}* vale.)" },
		{ "a link's words", "Vedi [il piano zonale](a.pdf).",
		    "Vedi [il bilancio zonale](a.pdf).",
		    "~p(Vedi @il [-piano-]{+bilancio+} zonale@.)" },
		{ "a link's target", "Vedi [il piano](a.pdf) oggi.", "Vedi [il piano](b.pdf) oggi.",
		    "~p(Vedi [-@il piano@-]{+@il piano@+} oggi.)" },
		{ "omissis", "Il signor Rossi interviene oggi.",
		    "Il signor [omissis] interviene oggi.",
		    "~p(Il signor [-Rossi-]{+[omissis]+} interviene oggi.)" },
		{ "code", "Il codice `abc 1` vale.", "Il codice `abc 2` vale.",
		    "~p(Il codice [-`abc 1`-]{+`abc 2`+} vale.)" },
		{ "a note's mark", "Il piano vale.\n\n[^a]: n", "Il piano[^a] vale.\n\n[^a]: n",
		    "~p(Il piano{+^1+} vale.) +notea(+p(n))" },
		{ "a line break", "Uno del testo,\\\ndue del testo.",
		    "Uno del testo,\ndue del testo.",
		    "~p(Uno del testo,[-/-]{+ +}due del testo.)" },
		{ "a word half in emphasis", "Il *pia*no vale sempre.", "Il *pia*ni vale sempre.",
		    "~p(Il _pia_[-no-]{+ni+} vale sempre.)" },
		{ "an image", "Ecco ![la mappa](a.png) qui.", "Ecco ![la mappa](b.png) qui.",
		    "~p(Ecco [-!a.png-]{+!b.png+} qui.)" },
		{ "struck", "Il ~~vecchio~~ testo vale.", "Il testo vale.",
		    "~p(Il [-~vecchio~ -]testo vale.)" },
	};

	check_trees(rows, COUNT(rows));
}

Test(text_comparison, blocks)
{
	static const struct tree_row rows[] = {
		{ "a paragraph added", "Uno è il primo.\n\nTre è il terzo.",
		    "Uno è il primo.\n\nDue è il nuovo.\n\nTre è il terzo.",
		    "p(Uno è il primo.) +p(Due è il nuovo.) p(Tre è il terzo.)" },
		{ "a paragraph removed", "Uno è il primo.\n\nDue è il vecchio.\n\nTre è il terzo.",
		    "Uno è il primo.\n\nTre è il terzo.",
		    "p(Uno è il primo.) -p(Due è il vecchio.) p(Tre è il terzo.)" },
		{ "removed before added", "Uno è il primo.\n\nZ\n\nY",
		    "Uno è il primo.\n\nK\n\nJ\n\nH",
		    "p(Uno è il primo.) -p(Z) -p(Y) +p(K) +p(J) +p(H)" },
		{ "a short paragraph among changed ones finds its own",
		    "Alfa versa 10 euro.\n\nBeta versa 20 euro.\n\nGamma versa 30 euro.",
		    "Alfa versa 11 euro.\n\nDelta versa altro denaro qui.\n\nGamma versa 33 euro.",
		    "~p(Alfa versa [-10-]{+11+} euro.) ~p([-Beta-]{+Delta+} versa [-20 "
		    "euro-]{+altro denaro qui+}.) ~p(Gamma versa [-30-]{+33+} euro.)" },
		{ "a heading's words", "## Premesse\n\nTesto.", "## Premesse e motivi\n\nTesto.",
		    "~h2(Premesse{+ e motivi+}) p(Testo.)" },
		{ "a heading's level", "## Uno\n\n## Due", "## Uno\n\n### Due",
		    "h2(Uno) ~h3(Due)" },
		{ "a quotation", "> Il testo citato dice uno.\n>\n> E basta così.",
		    "> Il testo citato dice due.\n>\n> E basta così.",
		    "~quote(~p(Il testo citato dice [-uno-]{+due+}.) p(E basta così.))" },
		{ "a block of code", "```\na\n```", "```\nb\n```", "-=code(a) +=code(b)" },
		{ "a rule", "Uno.\n\n---\n\nDue.", "Uno.\n\nDue.", "p(Uno.) -rule() p(Due.)" },
		{ "an item", "- alfa del piano\n- beta del piano",
		    "- alfa del piano\n- nuova voce qui\n- beta del piano",
		    "~list(item(p(alfa del piano)) +item(+p(nuova voce qui)) item(p(beta del "
		    "piano)))" },
		{ "a list for a paragraph", "Prima un paragrafo che è lungo.\n\nFine.",
		    "- Prima un paragrafo che è lungo.\n\nFine.",
		    "<p(Prima un paragrafo che è lungo.) +list(+item(>p(Prima un paragrafo che è lungo.))) p(Fine.)" },
		{ "text where there was none", "", "Uno.", "+p(Uno.)" },
		{ "no text where there was one", "Uno.", "", "-p(Uno.)" },
	};

	check_trees(rows, COUNT(rows));
}

Test(text_comparison, points)
{
	static const struct tree_row rows[] = {
		{ "one added counts the others on",
		    "1. di approvare il piano;\n2. di trasmettere l'atto.",
		    "1. di approvare il piano;\n2. di dare mandato;\n3. di trasmettere l'atto.",
		    "~points(1.(p(di approvare il piano;)) +2.(+p(di dare mandato;)) 3.<2.(p(di "
		    "trasmettere l'atto.)))" },
		{ "and is not taken for the one that had its number",
		    "1. di approvare il piano;\n2. di trasmettere l'atto ai Comuni.",
		    "1. di approvare il piano;\n2. di dare mandato;\n3. di trasmettere l'atto agli "
		    "enti.",
		    "~points(1.(p(di approvare il piano;)) +2.(+p(di dare mandato;)) ~3.<2.(~p(di "
		    "trasmettere l'atto [-ai Comuni-]{+agli enti+}.)))" },
		{ "rewritten under the same number", "1. di approvare;\n2. uno due tre quattro.",
		    "1. di approvare;\n2. cinque sei sette otto.",
		    "~points(1.(p(di approvare;)) ~2.(~p([-uno due tre quattro.-]{+cinque sei sette "
		    "otto.+})))" },
		{ "inside a point",
		    "1. di approvare:\n   a) il piano annuale;\n   b) il bilancio;\n2. fine.",
		    "1. di approvare:\n   a) il piano triennale;\n   b) il bilancio;\n2. fine.",
		    "~points(~1.(p(di approvare:) ~points(~a)(~p(il piano "
		    "[-annuale-]{+triennale+};)) b)(p(il bilancio;)))) 2.(p(fine.)))" },
		{ "a label corrected", "a) primo punto;\nb) secondo punto;\nd) terzo punto.",
		    "a) primo punto;\nb) secondo punto;\nc) terzo punto.",
		    "~points(a)(p(primo punto;)) b)(p(secondo punto;)) ~c)!d)(p(terzo punto.)))" },
		{ "moved",
		    "1. di approvare il piano triennale;\n2. di nominare il responsabile unico;\n3. "
		    "di trasmettere l'atto a tutti i Comuni;",
		    "1. di trasmettere l'atto a tutti i Comuni;\n2. di approvare il piano "
		    "triennale;\n3. di nominare il responsabile unico;",
		    "~points(>1.<3.(p(di trasmettere l'atto a tutti i Comuni;)) 2.<1.(p(di approvare "
		    "il piano triennale;)) 3.<2.(p(di nominare il responsabile unico;)) <3.(<p(di "
		    "trasmettere l'atto a tutti i Comuni;)))" },
	};

	check_trees(rows, COUNT(rows));
}

Test(text_comparison, moved)
{
	static const struct tree_row rows[] = {
		{ "a paragraph",
		    "Il primo paragrafo resta dove si trova.\n\nIl secondo paragrafo va in "
		    "fondo.\n\nIl terzo paragrafo resta anche lui.",
		    "Il primo paragrafo resta dove si trova.\n\nIl terzo paragrafo resta anche "
		    "lui.\n\nIl secondo paragrafo va in fondo.",
		    "p(Il primo paragrafo resta dove si trova.) <p(Il secondo paragrafo va in fondo.) p(Il terzo paragrafo resta anche lui.) >p(Il secondo paragrafo va in fondo.)" },
		{ "with a change inside",
		    "## Uno\n\nLa Conferenza versa 100 euro al fondo comune entro il mese di "
		    "giugno.\n\n## Due\n\nAltro testo.",
		    "## Uno\n\n## Due\n\nAltro testo.\n\nLa Conferenza versa 200 euro al fondo comune "
		    "entro il mese di giugno.",
		    "h2(Uno) <p(La Conferenza versa 100 euro al fondo comune entro il mese di "
		    "giugno.) h2(Due) p(Altro testo.) >p(La Conferenza versa [-100-]{+200+} euro al "
		    "fondo comune entro il mese di giugno.)" },
		{ "what is short stays removed and added", "## Uno\n\nSì.\n\n## Due",
		    "## Uno\n\n## Due\n\nSì.", "h2(Uno) -p(Sì.) h2(Due) +p(Sì.)" },
		{ "a section, with what is short in it",
		    "## Uno\n\nTesto della sezione uno, che è lunga.\n\nAncora testo della sezione "
		    "uno.\n\n## Due\n\nTesto della sezione numero due.\n\nSì.",
		    "## Due\n\nTesto della sezione numero due.\n\nSì.\n\n## Uno\n\nTesto della "
		    "sezione uno, che è lunga.\n\nAncora testo della sezione uno.",
		    ">h2(Due) >p(Testo della sezione numero due.) >p(Sì.) h2(Uno) p(Testo della "
		    "sezione uno, che è lunga.) p(Ancora testo della sezione uno.) <h2(Due) <p(Testo "
		    "della sezione numero due.) <p(Sì.)" },
		{ "not what had a part that moved elsewhere",
		    "Alfa.\n\n> Un paragrafo che va in un altro posto del testo.\n>\n> Beta.\n\n## "
		    "Fine",
		    "Un paragrafo che va in un altro posto del testo.\n\n## Fine\n\n> Un paragrafo "
		    "che va in un altro posto del testo.\n>\n> Beta.",
		    "-p(Alfa.) -quote(<p(Un paragrafo che va in un altro posto del testo.) -p(Beta.)) "
		    ">p(Un paragrafo che va in un altro posto del testo.) h2(Fine) +quote(+p(Un "
		    "paragrafo che va in un altro posto del testo.) +p(Beta.))" },
		{ "a point into a new list",
		    "1. di approvare il piano triennale della zona;\n2. fine.\n\nTesto.",
		    "1. fine.\n\nTesto.\n\n1. altro;\n2. di approvare il piano triennale della zona;",
		    "~points(<1.(<p(di approvare il piano triennale della zona;)) 1.<2.(p(fine.))) "
		    "p(Testo.) +points(+1.(+p(altro;)) >2.<1.(p(di approvare il piano triennale della "
		    "zona;)))" },
	};

	check_trees(rows, COUNT(rows));
}

Test(text_comparison, tables_and_notes)
{
	static const struct tree_row rows[] = {
		{ "a cell", "|Comune|Quota|\n|-|-|\n|Alfa|10|\n|Beta|20|",
		    "|Comune|Quota|\n|-|-|\n|Alfa|11|\n|Beta|20|",
		    "~table(row(cell(Comune) cell(Quota)) ~row(cell(Alfa) ~cell([-10-]{+11+})) "
		    "row(cell(Beta) cell(20)))" },
		{ "a row", "|Comune|Quota|\n|-|-|\n|Alfa|10|",
		    "|Comune|Quota|\n|-|-|\n|Gamma|30|\n|Alfa|10|",
		    "~table(row(cell(Comune) cell(Quota)) +row(+cell(Gamma) +cell(30)) "
		    "row(cell(Alfa) cell(10)))" },
		{ "a row is known by its first cell", "|Comune|Quota|\n|-|-|\n|Alfa|10|\n|Beta|20|",
		    "|Comune|Quota|\n|-|-|\n|Gamma|5|\n|Alfa|7 circa|\n|Beta|20|",
		    "~table(row(cell(Comune) cell(Quota)) +row(+cell(Gamma) +cell(5)) "
		    "~row(cell(Alfa) ~cell([-10-]{+7 circa+})) row(cell(Beta) cell(20)))" },
		{ "the header", "|Comune|Quota|\n|-|-|\n|Alfa|10|",
		    "|Ente|Quota|\n|-|-|\n|Alfa|10|",
		    "~table(~row(~cell([-Comune-]{+Ente+}) cell(Quota)) row(cell(Alfa) cell(10)))" },
		{ "a row equal to the header", "|a|\n|-|\n|b|", "|b|\n|-|\n|a|",
		    "~table(~row(~cell([-a-]{+b+})) ~row(~cell([-b-]{+a+})))" },
		{ "columns", "|a|b|\n|-|-|\n|c|d|", "|a|b|e|\n|-|-|-|\n|c|d|f|",
		    "-=table(-row(-cell(a) -cell(b)) -row(-cell(c) -cell(d))) +=table(+row(+cell(a) "
		    "+cell(b) +cell(e)) +row(+cell(c) +cell(d) +cell(f)))" },
		{ "the alignment of a column", "|a|\n|-|\n|b|", "|a|\n|-:|\n|b|",
		    "table(row(cell(a)) row(cell(b)))" },
		{ "a note's words", "Testo[^1].\n\n[^1]: La nota dice uno.",
		    "Testo[^1].\n\n[^1]: La nota dice due.",
		    "p(Testo^1.) ~note1(~p(La nota dice [-uno-]{+due+}.))" },
		{ "a note added before counts the other on",
		    "Testo lungo quanto basta[^1].\n\n[^1]: La prima nota.",
		    "Testo[^0] lungo quanto basta[^1].\n\n[^0]: Una nuova nota qui.\n[^1]: La prima "
		    "nota.",
		    "~p(Testo{+^1+} lungo quanto basta^2.) +note0(+p(Una nuova nota qui.)) note1(p(La "
		    "prima nota.))" },
		{ "a note under another label", "Testo[^a].\n\n[^a]: La nota.",
		    "Testo[^b].\n\n[^b]: La nota.", "p(Testo^1.) noteb(p(La nota.))" },
	};

	check_trees(rows, COUNT(rows));
}

Test(text_comparison, changes)
{
	static const struct {
		const char *name, *before, *after, *changes;
	} rows[] = {
		{ "none", "Uno.", "Uno.", "" },
		{ "no text", NULL, NULL, "" },
		{ "a text where there was none", NULL, "## Uno\n\nDue.", "added whole" },
		{ "an empty one is none", "", "Due.", "added whole" },
		{ "none where there was a text", "Due.", NULL, "removed whole" },
		{ "a month takes its day", "## Delibera\n\n1. uno;\n2. entro il 30 giugno.",
		    "## Delibera\n\n1. uno;\n2. entro il 30 luglio.",
		    "replaced point 2 #2 [Delibera] '30 giugno' -> '30 luglio'" },
		{ "a day takes its month and year", "Entro il 1º maggio 2031 per tutti.",
		    "Entro il 3 maggio 2031 per tutti.",
		    "replaced paragraph #1 '1º maggio 2031' -> '3 maggio 2031'" },
		{ "a year takes its month", "Da maggio 2030 per tutti.",
		    "Da maggio 2031 per tutti.",
		    "replaced paragraph #1 'maggio 2030' -> 'maggio 2031'" },
		{ "a date that is only in the new text", "Entro il mese di maggio per tutti.",
		    "Entro il 5 maggio per tutti.",
		    "replaced paragraph #1 'mese di maggio' -> '5 maggio'" },
		{ "a month alone", "Sempre a giugno per tutti.", "Sempre a luglio per tutti.",
		    "replaced paragraph #1 'giugno' -> 'luglio'" },
		{ "a short number takes the word before", "Visto l'art. 3 del testo.",
		    "Visto l'art. 5 del testo.", "replaced paragraph #1 'art. 3' -> 'art. 5'" },
		{ "at the begin the word behind", "3 voti a favore.", "5 voti a favore.",
		    "replaced paragraph #1 '3 voti' -> '5 voti'" },
		{ "a sign takes the words around", "Sentiti Alfa e Beta decide.",
		    "Sentiti Alfa e Beta, decide.",
		    "replaced paragraph #1 'Beta decide' -> 'Beta, decide'" },
		{ "an amount", "Spesa di 1.250,00 euro.", "Spesa di 1.350,00 euro.",
		    "replaced paragraph #1 '1.250,00' -> '1.350,00'" },
		{ "a word added", "La Conferenza può votare.", "La Conferenza non può votare.",
		    "replaced paragraph #1 '' -> 'non'" },
		{ "eight words", "Inizio a b c d e f g h fine del testo come era.",
		    "Inizio fine del testo come era.",
		    "replaced paragraph #1 'a b c d e f g h' -> ''" },
		{ "nine are many", "Inizio a b c d e f g h i fine del testo come era.",
		    "Inizio fine del testo come era.", "replaced paragraph #1" },
		{ "two places", "Il piano uno vale sempre per tutti e due gli anni.",
		    "Il piano due vale sempre per tutti e tre gli anni.", "replaced paragraph #1" },
		{ "emphasis alone has no words", "Il piano vale.", "Il *piano* vale.",
		    "replaced paragraph #1" },
		{ "a point in a point",
		    "## Delibera\n\n1. di approvare:\n   a) il piano annuale;\n   b) il bilancio;",
		    "## Delibera\n\n1. di approvare:\n   a) il piano triennale;\n   b) il bilancio;",
		    "replaced point 1 a #1 [Delibera] 'annuale' -> 'triennale'" },
		{ "labels that repeat those around",
		    "1. di approvare:\n\n   1.1 il piano annuale;\n\n   1.2 il bilancio;",
		    "1. di approvare:\n\n   1.1 il piano triennale;\n\n   1.2 il bilancio;",
		    "replaced point 1.1 #1 'annuale' -> 'triennale'" },
		{ "a point added", "1. di approvare il piano;\n2. di trasmettere l'atto.",
		    "1. di approvare il piano;\n2. di dare mandato;\n3. di trasmettere l'atto.",
		    "added point 2 #2" },
		{ "a point removed",
		    "1. di approvare il piano;\n2. di dare mandato;\n3. di trasmettere l'atto.",
		    "1. di approvare il piano;\n2. di trasmettere l'atto.", "removed point 2 #2" },
		{ "a point added at the end: the sign before it follows",
		    "1. di approvare;\n2. di trasmettere.",
		    "1. di approvare;\n2. di trasmettere;\n3. di pubblicare.", "added point 3 #3" },
		{ "a sign at the end alone", "1. di approvare;\n2. di trasmettere.",
		    "1. di approvare;\n2. di trasmettere;",
		    "replaced point 2 #2 'trasmettere.' -> 'trasmettere;'" },
		{ "a sign at the end goes with the words", "1. si trasmette ai Comuni;\n2. fine.",
		    "1. si trasmette agli enti.\n2. fine.",
		    "replaced point 1 #1 'ai Comuni' -> 'agli enti'" },
		{ "a row moved and changed", "|Comune|Quota|\n|-|-|\n|Alfa|100|\n|Beta|2000|",
		    "|Comune|Quota|\n|-|-|\n|Beta|2000|\n|Alfa|1100|",
		    "moved row #2 from #1; replaced row #2 '100' -> '1100'" },
		{ "a label corrected", "a) primo punto;\nb) secondo punto;\nd) terzo punto.",
		    "a) primo punto;\nb) secondo punto;\nc) terzo punto.",
		    "replaced point c #3 'd)' -> 'c)'" },
		{ "a point moved",
		    "1. di approvare il piano triennale;\n2. di nominare il responsabile unico;\n3. "
		    "di trasmettere l'atto a tutti;",
		    "1. di trasmettere l'atto a tutti;\n2. di approvare il piano triennale;\n3. di "
		    "nominare il responsabile unico;",
		    "moved point 1 #1 from 3 #3" },
		{ "moved and changed",
		    "## Uno\n\nLa Conferenza versa 100 euro al fondo comune entro il mese di "
		    "giugno.\n\n## Due\n\nAltro testo.",
		    "## Uno\n\n## Due\n\nAltro testo.\n\nLa Conferenza versa 200 euro al fondo "
		    "comune entro il mese di giugno.",
		    "moved paragraph #2 [Due] from #1 [Uno]; replaced paragraph #2 [Due] 'versa 100' "
		    "-> 'versa 200'" },
		{ "a paragraph added to a point", "1. uno del testo.\n\n2. due del testo.",
		    "1. uno del testo.\n\n   Ancora uno.\n\n2. due del testo.",
		    "added paragraph 1 #2" },
		{ "a section added", "## Uno\n\nTesto di uno.",
		    "## Uno\n\nTesto di uno.\n\n## Due\n\nTesto.\n\n### Tre\n\n- a\n- b",
		    "added section [Due]" },
		{ "a section removed, of which a part moved",
		    "## Uno\n\nTesto di uno.\n\n## Due\n\nQuesto paragrafo resta altrove.\n\nVia.",
		    "## Uno\n\nQuesto paragrafo resta altrove.\n\nTesto di uno.",
		    "moved paragraph #1 [Uno] from #1 [Due]; removed section [Due]" },
		{ "a heading above what was there", "Testo primo.\n\nTesto secondo.",
		    "Testo primo.\n\n## Parte\n\nTesto secondo.", "added section [Parte]" },
		{ "a heading's words", "## Premesse\n\nTesto.", "## Motivi\n\nTesto.",
		    "replaced section [Motivi] 'Premesse' -> 'Motivi'" },
		{ "out of a quotation, which counts as one",
		    "Alfa.\n\n> Questo paragrafo era una citazione.\n\nBeta gamma delta epsilon.",
		    "Alfa.\n\nBeta gamma delta epsilon.\n\nQuesto paragrafo era una citazione.",
		    "removed paragraph #2; moved paragraph #3 from #2" },
		{ "a section moved",
		    "## Uno\n\nTesto della sezione uno, che è lunga.\n\n## Due\n\nTesto della sezione "
		    "due.\n\nSì.",
		    "## Due\n\nTesto della sezione due.\n\nSì.\n\n## Uno\n\nTesto della sezione uno, "
		    "che è lunga.",
		    "moved section [Due] from [Due]" },
		{ "an item", "## Uno\n\n- alfa\n- beta", "## Uno\n\n- alfa\n- gamma\n- beta",
		    "added item #2 [Uno]" },
		{ "a row's cell", "|Comune|Quota|\n|-|-|\n|Alfa|100|\n|Beta|2000|",
		    "|Comune|Quota|\n|-|-|\n|Alfa|100|\n|Beta|2100|",
		    "replaced row #2 '2000' -> '2100'" },
		{ "two cells of a row", "|Comune|Quota|\n|-|-|\n|Alfa uno|1000|",
		    "|Comune|Quota|\n|-|-|\n|Alfa due|1100|", "replaced row #1" },
		{ "a row", "|Comune|Quota|\n|-|-|\n|Alfa|100|",
		    "|Comune|Quota|\n|-|-|\n|Alfa|100|\n|Beta|2100|", "added row #2" },
		{ "a header", "|Comune|Quota|\n|-|-|\n|Alfa|100|",
		    "|Ente|Quota|\n|-|-|\n|Alfa|100|", "replaced table #1 'Comune' -> 'Ente'" },
		{ "a table", "Testo.", "Testo.\n\n|a|\n|-|\n|b|", "added table #1" },
		{ "columns", "|a|b|\n|-|-|\n|c|d|", "|a|b|e|\n|-|-|-|\n|c|d|f|",
		    "replaced table #1" },
		{ "a note", "Testo[^1].\n\n[^1]: La nota dice uno.",
		    "Testo[^1].\n\n[^1]: La nota dice altro.",
		    "replaced note 1 #1 'uno' -> 'altro'" },
		{ "a quotation as one", "> Il testo citato dice uno.\n>\n> E basta così.",
		    "> Il testo citato dice altro.\n>\n> E basta così.",
		    "replaced paragraph #1 'uno' -> 'altro'" },
		{ "paragraphs count in their section",
		    "## Uno\n\nPrimo.\n\n- voce\n\nSecondo dei due.",
		    "## Uno\n\nPrimo.\n\n- voce\n\nSecondo dei tre.",
		    "replaced paragraph #2 [Uno] 'dei due' -> 'dei tre'" },
		{ "everything",
		    "Alfa beta gamma.\n\n- delta\n- epsilon\n- zeta\n\n|eta|\n|-|\n|theta|\n|iota|",
		    "Uno due tre.\n\n1. quattro\n2. cinque\n\nSei sette.\n\nOtto nove.",
		    "replaced whole" },
		{ "much that was added leaves the text what it was", "Alfa beta gamma.",
		    "Alfa beta gamma.\n\n1 uno\n\n2 due\n\n3 tre\n\n4 quattro\n\n5 cinque",
		    "added paragraph #2; added paragraph #3; added paragraph #4; added paragraph #5; "
		    "added paragraph #6" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text_comparison comparison;
		const char *changes;

		compare_texts(rows[i].before, rows[i].after, arena, &comparison);
		changes = comparison_changes(&comparison, arena);
		cr_expect_str_eq(changes, rows[i].changes, "%s: %s", rows[i].name, changes);
	}
	arena_free(arena);
}

/* --- nothing is lost ---------------------------------------------------------------------------- */

/* Reading one side of the merged tree gives that text, whatever was taken for what. */
static void check_sides(const char *name, const char *before, const char *after)
{
	struct arena *arena = arena_new();
	struct text_comparison comparison;
	struct md old_text, new_text;
	const char *old_side, *new_side;

	parse_text(before, arena, &old_text);
	parse_text(after, arena, &new_text);
	compare_texts(before, after, arena, &comparison);
	old_side = comparison_side(&comparison, true, arena);
	new_side = comparison_side(&comparison, false, arena);
	cr_expect_str_eq(old_side, text_plain(&old_text, arena), "%s: the text before", name);
	cr_expect_str_eq(new_side, text_plain(&new_text, arena), "%s: the text after", name);
	for (uint32_t i = 0; i < comparison.md.count; i++)
		if (comparison.marks[i].fate == TEXT_MOVED_HERE)
			cr_expect(
			    comparison.marks[comparison.marks[i].twin].fate == TEXT_MOVED_AWAY,
			    "%s: what moved came from somewhere", name);
	arena_free(arena);
}

static void check_self(const char *name, const char *text)
{
	struct arena *arena = arena_new();
	struct text_comparison comparison;

	compare_texts(text, text, arena, &comparison);
	for (uint32_t i = 0; i < comparison.md.count; i++)
		if (comparison.marks[i].fate != TEXT_SAME)
			cr_expect_fail("%s: node %u is not the same", name, (unsigned)i);
	cr_expect_str_eq(comparison_changes(&comparison, arena), "", "%s", name);
	arena_free(arena);
}

static const char *const pieces[] = {
	"Visto il regolamento della Conferenza, approvato nel 2017.",
	"Visto il *regolamento* della **Conferenza zonale**, approvato nel 2018.",
	"Considerato che il Comune di Alfa partecipa alla gestione associata.",
	"Considerato che il Comune di Beta partecipa alla gestione[^1] associata.",
	"Sì.",
	"## Premesse",
	"## Delibera",
	"### Discussione e voto",
	"1. di approvare il piano triennale della zona;\n2. di trasmettere l'atto ai Comuni.",
	"1. di approvare il piano;\n2. di dare mandato;\n3. di trasmettere l'atto ai Comuni.",
	"1. di approvare:\n   a) il piano;\n   b) il bilancio;\n2. di trasmettere l'atto.",
	"1. di approvare:\n\n   a) il piano della zona;\n\n   c) il bilancio;\n\n2. fine.",
	"- alfa\n- beta\n- gamma",
	"- alfa\n- una voce più lunga delle altre\n- gamma\n\n  con un altro paragrafo",
	"> Una citazione di due parole.\n>\n> - e un elenco\n> - di due voci",
	"> Una citazione di tre parole.",
	"|Comune|Quota|\n|---|---|\n|Alfa|10|\n|Beta|20|",
	"|Comune|Quota|\n|---|---|\n|Beta|20|\n|Alfa|11|\n|Gamma|30|",
	"|Comune|Quota|Note|\n|---|---|---|\n|Alfa|10|[omissis]|",
	"```\nuno\n\ndue\n```",
	"---",
	"Uno\\\ndue [un *collegamento*](../x.md) e `codice` ![figura](a.png \"t\").",
	"Uno due [un altro *collegamento*](../y.md) e `altro` ~~struck~~.",
	"[^1]: La prima nota.",
	"[^1]: La prima nota, cambiata.\n\n    Con due paragrafi.",
	"Altro[^b] testo[^1] breve.\n\n[^b]: La nota b.",
};

/* Numbers that look random, the same each time. */
static size_t next_number(uint32_t *state, size_t below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % below;
}

static const char *some_pieces(uint32_t *state, struct arena *arena)
{
	struct slice text = SLICE("");

	for (size_t count = next_number(state, 9); count > 0; count--)
		text = ARENA_CONCAT(arena, text,
		    slice_from(pieces[next_number(state, COUNT(pieces))]), SLICE("\n\n"));
	return arena_cstr(arena, text);
}

Test(text_comparison, nothing_is_lost)
{
	struct arena *arena = arena_new();
	uint32_t state = 1;

	for (size_t i = 0; i < COUNT(pieces); i++) {
		check_self(pieces[i], pieces[i]);
		for (size_t j = 0; j < COUNT(pieces); j++)
			check_sides(pieces[i], pieces[i], pieces[j]);
	}
	for (size_t i = 0; i < 600; i++) {
		const char *before = some_pieces(&state, arena);
		const char *after = some_pieces(&state, arena);

		check_sides(before, before, after);
		if (i % 10 == 0)
			check_self(before, before);
	}
	arena_free(arena);
}

/* --- texts that would take for ever ------------------------------------------------------------- */

/* A text of so many pieces, in each a number below `different` for '%'. */
static const char *many(
    const char *format, size_t count, size_t different, uint32_t seed, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *copy;

	for (size_t i = 0; i < count; i++) {
		size_t mark = slice_find_byte(slice_from(format), '%');

		buffer_add(&text, slice_sub(slice_from(format), 0, mark));
		if (mark != SLICE_NONE)
			buffer_addf(
			    &text, "%zu%s", next_number(&seed, different), format + mark + 1);
	}
	copy = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return copy;
}

Test(text_comparison, ends_for_any_pair)
{
	static const struct {
		const char *name, *format;
		size_t count, different;
	} rows[] = {
		{ "paragraphs of one word, all different", "a%\n\n", 20000, 100000000 },
		{ "paragraphs of one word, few different", "a%\n\n", 20000, 3 },
		{ "one paragraph of two words", "% ", 60000, 2 },
		{ "one paragraph of many words", "parola% ", 40000, 5000 },
		{ "points", "1. voce %\n", 900, 40 },
		{ "items", "- voce %\n", 10000, 40 },
		{ "rows", "|a%|b|\n|-|-|\n", 5000, 50 },
		{ "quotations inside one another", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a%\n\n", 1500,
		    300 },
		{ "emphasis", "*a%* b ", 20000, 30 },
		{ "headings", "## a%\n\n", 10000, 100 },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++)
		check_sides(rows[i].name,
		    many(rows[i].format, rows[i].count, rows[i].different, 1, arena),
		    many(rows[i].format, rows[i].count, rows[i].different, 2, arena));
	arena_free(arena);
}
