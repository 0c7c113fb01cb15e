/* Sentences on what changed in a text, each written before it was seen. */
#include <criterion/criterion.h>

#include "change_sentences.h"
#include "comparison_support.h"
#include "render/italiano_changes_parts.h"
#include "stored_changes.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *sentences_of(
    const struct told_site *told, enum change_kind kind, const struct changes *changes)
{
	struct change_context context = { .site = told->site,
		.subject = told_subject(told, "atti/2031/dczi-1.md"),
		.kind = kind };
	struct sentences sentences = { 0 };

	italian_changes(&context, changes, told->arena, &sentences);
	return told_sentences(&sentences, told->arena);
}

struct text_row {
	const char *name, *before, *after, *expected;
	enum change_kind kind;
};

static void check_rows(const struct text_row *rows, size_t count)
{
	struct told_site told;

	told_site_load(&told);
	for (size_t i = 0; i < count; i++) {
		struct text_comparison comparison;
		struct changes changes = { 0 };
		const char *got;

		compare_texts(rows[i].before, rows[i].after, told.arena, &comparison);
		text_changes(&comparison, told.arena, &changes);
		got = sentences_of(&told, rows[i].kind, &changes);
		changes = stored_and_restored(told.site, &act_table, &changes, told.arena);
		cr_expect_str_eq(
		    sentences_of(&told, rows[i].kind, &changes), got, "%s", rows[i].name);
		cr_expect_str_eq(got, rows[i].expected, "%s (%s):\n    %s\n    %s", rows[i].name,
		    comparison_changes(&comparison, told.arena), got, rows[i].expected);
	}
	told_site_release(&told);
}

#define DECIDES "## Delibera\n\n"
#define PREMISES "## Premesse\n\nVista una norma di prova.\n\n"
#define KEPT                                                                                 \
	"\n\n## Altro\n\nUn testo che resta lungo abbastanza, per dire che il resto non è " \
	"cambiato: così parla questa parte del documento, parola per parola.\n"

Test(italiano_changes_text, few_words)
{
	static const struct text_row rows[] = {
		{ "a point", DECIDES "1. Uno.\n2. Due.\n3. Di finire entro il 30 luglio.\n",
		    DECIDES "1. Uno.\n2. Due.\n3. Di finire entro il 30 giugno.\n",
		    "Corretto un errore di copiatura al punto 3: \"30 giugno\", non \"30 luglio\".",
		    KIND_COPY },
		{ "a point, not for a mistake", DECIDES "1. Di finire entro il 30 luglio.\n",
		    DECIDES "1. Di finire entro il 30 giugno.\n",
		    "Cambiate alcune parole al punto 1: ora \"30 giugno\", prima \"30 luglio\".",
		    KIND_UPDATE },
		{ "a word", DECIDES "1. Di aprire la scuola domani.\n",
		    DECIDES "1. Di aprire la mensa domani.\n",
		    "Cambiata una parola al punto 1: ora \"mensa\", prima \"scuola\".",
		    KIND_UPDATE },
		{ "a number", DECIDES "1. Di spendere euro 500 per la mensa.\n",
		    DECIDES "1. Di spendere euro 5.000 per la mensa.\n",
		    "Cambiato un numero al punto 1: ora \"5.000\", prima \"500\".", KIND_UPDATE },
		{ "at the end of a sentence", DECIDES "1. Di spendere per la scuola.\n",
		    DECIDES "1. Di spendere per la mensa.\n",
		    "Corretto un errore di copiatura al punto 1: \"mensa\", non \"scuola\".",
		    KIND_COPY },
		{ "a name", DECIDES "1. Di dare un incarico a Mario Inventato per un anno.\n",
		    DECIDES "1. Di dare un incarico a persona scelta per un anno.\n",
		    "Corretto un errore di copiatura al punto 1: \"persona scelta\".", KIND_COPY },
		{ "a public name", DECIDES "1. Di affidare al Comune di Alfa il servizio.\n",
		    DECIDES "1. Di affidare al Comune di Beta il servizio.\n",
		    "Corretto un errore di copiatura al punto 1: \"Beta\", non \"Alfa\".",
		    KIND_COPY },
		{ "words added", DECIDES "1. Di aprire la mensa.\n",
		    DECIDES "1. Di aprire la mensa entro il mese.\n",
		    "Aggiunte alcune parole che mancavano al punto 1: \"entro il mese\".",
		    KIND_COPY },
		{ "a word added", DECIDES "1. Di aprire la mensa.\n",
		    DECIDES "1. Di aprire la mensa domani.\n",
		    "Aggiunta una parola al punto 1: \"domani\".", KIND_UPDATE },
		{ "words taken out", DECIDES "1. Di aprire la mensa entro il mese.\n",
		    DECIDES "1. Di aprire la mensa.\n",
		    "Tolte alcune parole dal punto 1: \"entro il mese\".", KIND_COPY },
		{ "a name taken out", DECIDES "1. Di aprire la mensa con Mario Inventato.\n",
		    DECIDES "1. Di aprire la mensa.\n", "Tolte alcune parole dal punto 1.",
		    KIND_COPY },
		{ "a number taken out", DECIDES "1. Di aprire la mensa, tel. 333 1234567.\n",
		    DECIDES "1. Di aprire la mensa.\n", "Tolte alcune parole dal punto 1.",
		    KIND_COPY },
		{ "a letter in a point", DECIDES "1. Di fare:\n   a) una gara;\n   b) una spesa.\n",
		    DECIDES "1. Di fare:\n   a) una gara;\n   b) una scelta.\n",
		    "Corretto un errore di copiatura al punto 1, lettera b: \"scelta\", non \"spesa\".",
		    KIND_COPY },
		{ "premises", PREMISES "Visto un parere tecnico.\n",
		    PREMISES "Visto un parere contabile.\n",
		    "Corretto un errore di copiatura nelle premesse, al secondo paragrafo: "
		    "\"contabile\", non \"tecnico\".",
		    KIND_COPY },
		{ "another section", "## Discussione\n\nParla il primo dei sindaci.\n",
		    "## Discussione\n\nParla il secondo dei sindaci.\n",
		    "Corretto un errore di copiatura nella sezione «Discussione», al primo paragrafo: "
		    "\"secondo\", non \"primo\".",
		    KIND_COPY },
		{ "without headings", "Uno per tutti.\n\nDue per tutti noi.\n",
		    "Uno per tutti.\n\nDue per tutti voi.\n",
		    "Corretto un errore di copiatura al secondo paragrafo: \"tutti voi\", non \"tutti "
		    "noi\".",
		    KIND_COPY },
	};

	check_rows(rows, COUNT(rows));
}

Test(italiano_changes_text, much)
{
	static const struct text_row rows[] = {
		{ "a point",
		    DECIDES
		    "1. Di aprire la mensa di Alfa a settembre, per i bambini del nido e della "
		    "scuola.\n2. Altro." KEPT,
		    DECIDES
		    "1. Di dare incarico al presidente di scrivere ai sindaci di tutta la zona "
		    "per un parere.\n2. Altro." KEPT,
		    "Cambiato il testo del punto 1.", KIND_UPDATE },
		{ "points added", DECIDES "1. Uno." KEPT, DECIDES "1. Uno.\n2. Due.\n3. Tre." KEPT,
		    "Aggiunti i punti 2 e 3.", KIND_ADDITION },
		{ "a point added", DECIDES "1. Uno." KEPT, DECIDES "1. Uno.\n2. Due." KEPT,
		    "Aggiunto il punto 2.", KIND_ADDITION },
		{ "a point taken out", DECIDES "1. Uno.\n2. Due." KEPT, DECIDES "1. Uno." KEPT,
		    "Tolto il punto 2.", KIND_UPDATE },
		{ "a paragraph", PREMISES KEPT, PREMISES "Visto un parere." KEPT,
		    "Aggiunto un paragrafo nelle premesse.", KIND_ADDITION },
		{ "paragraphs", PREMISES KEPT, PREMISES "Visto un parere.\n\nVisto un atto." KEPT,
		    "Aggiunti 2 paragrafi nelle premesse.", KIND_ADDITION },
		{ "a paragraph taken out", PREMISES "Visto un parere." KEPT, PREMISES KEPT,
		    "Tolto un paragrafo dalle premesse.", KIND_UPDATE },
		{ "sections", KEPT, KEPT "\n## Discussione\n\nParla uno.\n",
		    "Aggiunta la sezione «Discussione».", KIND_ADDITION },
		{ "a text", NULL, DECIDES "1. Uno.\n", "Aggiunto il testo.", KIND_ADDITION },
		{ "no text", DECIDES "1. Uno.\n", NULL, "Tolto il testo.", KIND_UPDATE },
		{ "moved points",
		    DECIDES
		    "1. Di aprire la mensa a settembre.\n2. Di scrivere ai sindaci di tutta la "
		    "zona.\n3. Di pagare le spese del nido." KEPT,
		    DECIDES
		    "1. Di pagare le spese del nido.\n2. Di aprire la mensa a settembre.\n3. Di "
		    "scrivere ai sindaci di tutta la zona." KEPT,
		    "Spostato il punto 3, ora punto 1.", KIND_UPDATE },
	};

	check_rows(rows, COUNT(rows));
}

/* --- each unit and verb -------------------------------------------------------------------------- */

#define PLACE(section_, label_, number_)                          \
	{                                                         \
		SLICE_INIT(section_), SLICE_INIT(label_), number_ \
	}
#define ADDED .verb = CHANGE_ADDED, .place = CHANGE_OF_TEXT
#define REMOVED .verb = CHANGE_REMOVED, .place = CHANGE_OF_TEXT
#define REPLACED .verb = CHANGE_REPLACED, .place = CHANGE_OF_TEXT
#define MOVED .verb = CHANGE_MOVED, .place = CHANGE_OF_TEXT
#define WORDS(old_, new_) \
	.few_words = true, .old_words = SLICE_INIT(old_), .new_words = SLICE_INIT(new_)

Test(italiano_changes_text, units)
{
	static const struct {
		const char *expected;
		enum change_kind kind;
		struct change changes[3];
	} rows[] = {
		/* points */
		{ "Aggiunto il punto 2 nella sezione «Discussione».", KIND_ADDITION,
		    { { ADDED,
			.text = { .unit = TEXT_POINT, .place = PLACE("Discussione", "2", 0) } } } },
		{ "Aggiunta la lettera a.", KIND_ADDITION,
		    { { ADDED,
			.text = { .unit = TEXT_POINT, .place = PLACE("Delibera", "a", 0) } } } },
		{ "Tolto il punto 3, lettera a, numero 2.", KIND_UPDATE,
		    { { REMOVED, .text = { .unit = TEXT_POINT,
				     .place = PLACE("Delibera", "3 a 2", 0) } } } },
		{ "Aggiunto il punto 1.1.", KIND_ADDITION,
		    { { ADDED, .text = { .unit = TEXT_POINT, .place = PLACE("", "1.1", 0) } } } },
		{ "Spostato il punto 5, ora punto 2.", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_POINT,
				   .place = PLACE("Delibera", "2", 0),
				   .from = PLACE("Delibera", "5", 0) } } } },
		{ "Spostata la lettera a, ora lettera c.", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_POINT,
				   .place = PLACE("Delibera", "c", 0),
				   .from = PLACE("Delibera", "a", 0) } } } },
		{ "Spostato il punto 2 dalle premesse alla sezione «Delibera».", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_POINT,
				   .place = PLACE("Delibera", "2", 0),
				   .from = PLACE("Premesse", "2", 0) } } } },
		/* paragraphs */
		{ "Corretto il secondo paragrafo delle premesse.", KIND_COPY,
		    { { REPLACED,
			.text = { .unit = TEXT_PARAGRAPH, .place = PLACE("Premesse", "", 2) } } } },
		{ "Cambiato l'ottavo paragrafo della sezione «Delibera».", KIND_UPDATE,
		    { { REPLACED,
			.text = { .unit = TEXT_PARAGRAPH, .place = PLACE("Delibera", "", 8) } } } },
		{ "Cambiato il secondo paragrafo del punto 3.", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_PARAGRAPH,
				      .place = PLACE("Delibera", "3", 2) } } } },
		{ "Aggiunto un paragrafo al testo.", KIND_ADDITION,
		    { { ADDED, .text = { .unit = TEXT_PARAGRAPH, .place = PLACE("", "", 2) } } } },
		{ "Aggiunto un paragrafo al punto 3, lettera a.", KIND_ADDITION,
		    { { ADDED, .text = { .unit = TEXT_PARAGRAPH,
				   .place = PLACE("Delibera", "3 a", 2) } } } },
		{ "Tolto un paragrafo dal punto 3.", KIND_UPDATE,
		    { { REMOVED, .text = { .unit = TEXT_PARAGRAPH,
				     .place = PLACE("Delibera", "3", 2) } } } },
		{ "Spostato un paragrafo dalle premesse alla sezione «Discussione».", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_PARAGRAPH,
				   .place = PLACE("Discussione", "", 1),
				   .from = PLACE("Premesse", "", 2) } } } },
		{ "Spostato un paragrafo nelle premesse: era l'undicesimo, ora è il secondo.",
		    KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_PARAGRAPH,
				   .place = PLACE("Premesse", "", 2),
				   .from = PLACE("Premesse", "", 11) } } } },
		{ "Spostato un paragrafo dal punto 3 al punto 5.", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_PARAGRAPH,
				   .place = PLACE("Delibera", "5", 2),
				   .from = PLACE("Delibera", "3", 2) } } } },
		{ "Tolte alcune parole dal secondo paragrafo delle premesse: \"alla fine\".",
		    KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_PARAGRAPH,
				      .place = PLACE("Premesse", "", 2),
				      WORDS("alla fine", "") } } } },
		/* items of lists */
		{ "Aggiunta una voce all'elenco nelle premesse.", KIND_ADDITION,
		    { { ADDED,
			.text = { .unit = TEXT_LIST_ITEM, .place = PLACE("Premesse", "", 2) } } } },
		{ "Tolte 2 voci dall'elenco nelle premesse.", KIND_UPDATE,
		    { { REMOVED,
			  .text = { .unit = TEXT_LIST_ITEM, .place = PLACE("Premesse", "", 2) } },
			{ REMOVED, .text = { .unit = TEXT_LIST_ITEM,
				       .place = PLACE("Premesse", "", 3) } } } },
		{ "Tolta una voce dall'elenco.", KIND_UPDATE,
		    { { REMOVED,
			.text = { .unit = TEXT_LIST_ITEM, .place = PLACE("", "", 2) } } } },
		{ "Aggiunta una voce all'elenco del punto 3.", KIND_ADDITION,
		    { { ADDED, .text = { .unit = TEXT_LIST_ITEM,
				   .place = PLACE("Delibera", "3", 2) } } } },
		{ "Cambiata la terza voce dell'elenco delle premesse.", KIND_UPDATE,
		    { { REPLACED,
			.text = { .unit = TEXT_LIST_ITEM, .place = PLACE("Premesse", "", 3) } } } },
		{ "Corretto un errore di copiatura nelle premesse, alla prima voce dell'elenco: "
		  "\"due\", non \"tre\".",
		    KIND_COPY,
		    { { REPLACED, .text = { .unit = TEXT_LIST_ITEM,
				      .place = PLACE("Premesse", "", 1),
				      WORDS("tre", "due") } } } },
		{ "Spostata una voce dell'elenco: era la terza, ora è la prima.", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_LIST_ITEM,
				   .place = PLACE("", "", 1),
				   .from = PLACE("", "", 3) } } } },
		/* tables */
		{ "Aggiunta una tabella nelle premesse.", KIND_ADDITION,
		    { { ADDED,
			.text = { .unit = TEXT_TABLE, .place = PLACE("Premesse", "", 1) } } } },
		{ "Tolta una tabella dalla sezione «Delibera».", KIND_UPDATE,
		    { { REMOVED,
			.text = { .unit = TEXT_TABLE, .place = PLACE("Delibera", "", 1) } } } },
		{ "Cambiata la tabella della sezione «Allegato».", KIND_UPDATE,
		    { { REPLACED,
			.text = { .unit = TEXT_TABLE, .place = PLACE("Allegato", "", 1) } } } },
		{ "Aggiunte alcune parole nella tabella delle premesse: \"in più\".", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_TABLE,
				      .place = PLACE("Premesse", "", 1),
				      WORDS("", "in più") } } } },
		{ "Spostata una tabella dalle premesse alla sezione «Allegato».", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_TABLE,
				   .place = PLACE("Allegato", "", 1),
				   .from = PLACE("Premesse", "", 1) } } } },
		{ "Aggiunta una riga alla tabella nella sezione «Allegato».", KIND_ADDITION,
		    { { ADDED,
			.text = { .unit = TEXT_TABLE_ROW, .place = PLACE("Allegato", "", 4) } } } },
		{ "Tolte 2 righe dalla tabella.", KIND_UPDATE,
		    { { REMOVED, .text = { .unit = TEXT_TABLE_ROW, .place = PLACE("", "", 4) } },
			{ REMOVED,
			    .text = { .unit = TEXT_TABLE_ROW, .place = PLACE("", "", 5) } } } },
		{ "Corretto un errore di copiatura alla quarta riga della tabella: \"12,50\", non "
		  "\"12,60\".",
		    KIND_COPY,
		    { { REPLACED, .text = { .unit = TEXT_TABLE_ROW,
				      .place = PLACE("", "", 4),
				      WORDS("12,60", "12,50") } } } },
		{ "Spostata una riga della tabella nelle premesse: era la quarta, ora è la seconda.",
		    KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_TABLE_ROW,
				   .place = PLACE("Premesse", "", 2),
				   .from = PLACE("Premesse", "", 4) } } } },
		/* footnotes */
		{ "Aggiunte le note 2 e 3.", KIND_ADDITION,
		    { { ADDED,
			  .text = { .unit = TEXT_FOOTNOTE, .place = PLACE("Premesse", "2", 0) } },
			{ ADDED, .text = { .unit = TEXT_FOOTNOTE,
				     .place = PLACE("Delibera", "3", 0) } } } },
		{ "Tolta la nota 2.", KIND_UPDATE,
		    { { REMOVED,
			.text = { .unit = TEXT_FOOTNOTE, .place = PLACE("Premesse", "2", 0) } } } },
		{ "Cambiata la nota 2.", KIND_UPDATE,
		    { { REPLACED,
			.text = { .unit = TEXT_FOOTNOTE, .place = PLACE("Premesse", "2", 0) } } } },
		{ "Corretto un errore di copiatura alla nota 2: \"bis\", non \"ter\".", KIND_COPY,
		    { { REPLACED, .text = { .unit = TEXT_FOOTNOTE,
				      .place = PLACE("Premesse", "2", 0),
				      WORDS("ter", "bis") } } } },
		{ "Spostata la nota 3, ora nota 2.", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_FOOTNOTE,
				   .place = PLACE("A", "2", 0),
				   .from = PLACE("B", "3", 0) } } } },
		/* sections */
		{ "Aggiunte le sezioni «Discussione» e «Allegato».", KIND_ADDITION,
		    { { ADDED,
			  .text = { .unit = TEXT_SECTION, .place = PLACE("Discussione", "", 0) } },
			{ ADDED, .text = { .unit = TEXT_SECTION,
				     .place = PLACE("Allegato", "", 0) } } } },
		{ "Tolta la sezione «Premesse».", KIND_UPDATE,
		    { { REMOVED,
			.text = { .unit = TEXT_SECTION, .place = PLACE("Premesse", "", 0) } } } },
		{ "Cambiato il titolo della sezione «Discussione».", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_SECTION,
				      .place = PLACE("Discussione", "", 0) } } } },
		{ "Corretto un errore di copiatura nel titolo della sezione «Una discussione»: "
		  "\"discussione\", non \"discusione\".",
		    KIND_COPY,
		    { { REPLACED, .text = { .unit = TEXT_SECTION,
				      .place = PLACE("Una discussione", "", 0),
				      WORDS("discusione", "discussione") } } } },
		{ "Tolta una parola dal titolo della sezione «Discussione»: \"lunga\".",
		    KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_SECTION,
				      .place = PLACE("Discussione", "", 0),
				      WORDS("lunga", "") } } } },
		{ "Spostata la sezione «Discussione».", KIND_UPDATE,
		    { { MOVED, .text = { .unit = TEXT_SECTION,
				   .place = PLACE("Discussione", "", 0),
				   .from = PLACE("Discussione", "", 0) } } } },
		/* the whole */
		{ "Cambiato tutto il testo.", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_WHOLE } } } },
		{ "Corretto tutto il testo.", KIND_COPY,
		    { { REPLACED, .text = { .unit = TEXT_WHOLE } } } },
		{ "Il testo è cambiato, ma una delle due versioni non è leggibile da questo sito: "
		  "non si può dire in che cosa.",
		    KIND_UPDATE,
		    { { .verb = CHANGE_REPLACED, .place = CHANGE_OF_UNREADABLE_TEXT } } },
		/* marks around what is quoted */
		{ "Aggiunte alcune parole al punto 1: \"e di dirlo\".", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_POINT,
				      .place = PLACE("Delibera", "1", 0),
				      WORDS("", ", e di dirlo") } } } },
		{ "Tolta una parola dal punto 1: \"domani\".", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_POINT,
				      .place = PLACE("Delibera", "1", 0),
				      WORDS("domani, ", "") } } } },
		{ "Tolto un numero dal punto 1: \"500\".", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_POINT,
				      .place = PLACE("Delibera", "1", 0),
				      WORDS("500,", "") } } } },
		{ "Corretta la punteggiatura al punto 1.", KIND_COPY,
		    { { REPLACED, .text = { .unit = TEXT_POINT,
				      .place = PLACE("Delibera", "1", 0),
				      WORDS("", ",") } } } },
		{ "Cambiata la punteggiatura al punto 1.", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_POINT,
				      .place = PLACE("Delibera", "1", 0),
				      WORDS("mensa", "mensa;") } } } },
		/* quotation marks in what is quoted */
		{ "Aggiunte alcune parole al punto 1: «detto \"Alfa\"».", KIND_UPDATE,
		    { { REPLACED, .text = { .unit = TEXT_POINT,
				      .place = PLACE("Delibera", "1", 0),
				      WORDS("", "detto \"Alfa\"") } } } },
	};
	struct told_site told;

	told_site_load(&told);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct changes changes = { .items = (struct change *)rows[i].changes };
		const char *got;

		while (
		    changes.count < COUNT(rows[i].changes) && rows[i].changes[changes.count].verb)
			changes.count++;
		got = sentences_of(&told, rows[i].kind, &changes);
		cr_expect_str_eq(got, rows[i].expected, "\n    %s\n    %s", got, rows[i].expected);
	}
	told_site_release(&told);
}

/* A text in which everything changed is better compared than told. */
Test(italiano_changes_text, many)
{
	static const struct {
		size_t count;
		const char *end;
	} rows[] = { { 12, "Cambiata la nota 2." }, { 13, "Nel testo c'è un altro cambiamento." },
		{ 40, "Nel testo ci sono altri 28 cambiamenti." } };
	struct told_site told;

	told_site_load(&told);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct changes changes = { 0 };

		for (size_t n = 0; n < rows[i].count; n++)
			*ARENA_PUSH(told.arena, &changes) =
			    (struct change){ REPLACED, .text = { .unit = TEXT_FOOTNOTE,
							   .place = PLACE("Premesse", "2", 0) } };
		cr_expect(
		    slice_ends(slice_from(sentences_of(&told, KIND_UPDATE, &changes)), rows[i].end),
		    "%zu", rows[i].count);
	}
	told_site_release(&told);
}

Test(italiano_changes_text, what_may_be_repeated)
{
	static const struct {
		const char *words;
		bool may;
	} rows[] = {
		{ "30 luglio", true },
		{ "12.500,00 euro", true },
		{ "il Comune di Alfa", true },
		{ "la Conferenza di prova", true },
		{ "DCZI", true },
		{ "Mario", false },
		{ "di Mario Inventato", false },
		{ "(Mario)", false },
		{ "Àlvaro", false },
		{ "dell'Inventata", false },
		{ "dell’Inventata", false },
		{ "l'avviso", true },
		{ "Liceo", false },
		{ "con disabilità grave", false },
		{ "la Diagnosi", false },
		{ "un reato", false },
		{ "scrivere a chi@sia.example", false },
		{ "0573 123456", false },
		{ "IT60X0542811101000000123456", false },
		{ "MRARSS80A01G713X", false },
		{ "", true },
	};
	struct told_site told;

	told_site_load(&told);
	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(italian_may_repeat(told.site, slice_from(rows[i].words)), rows[i].may,
		    "%s", rows[i].words);
	told_site_release(&told);
}
