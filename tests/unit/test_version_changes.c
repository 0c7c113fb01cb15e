/* When two versions of an act mean the same to a reader, and when they don't. */
#include <criterion/criterion.h>

#include "history/version_changes.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The text of an act as it is read from an old version; body: null for none. */
static struct old_text text_of(const char *yaml, const char *body, struct arena *arena)
{
	struct diagnostics diagnostics;
	struct old_text text = { .readable = true };

	diagnostics_init(&diagnostics);
	text.root = yaml_parse(slice_from(yaml), SLICE("f"), 1, arena, &diagnostics);
	cr_assert(text.root && text.root->kind == YAML_MAP);
	text.body = body ? slice_from(body) : SLICE("");
	diagnostics_release(&diagnostics);
	return text;
}

/* How many changes from a to b. */
static size_t count_changes(enum file_kind kind, const char *yaml, const char *body,
    const char *other_yaml, const char *other_body)
{
	static const struct site empty;
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct old_text_reader reader = { .site = &empty,
		.kind = kind,
		.scratch = arena,
		.unheard = &diagnostics,
		.diagnostics = &diagnostics };
	struct old_text a = text_of(yaml, body, arena), b = text_of(other_yaml, other_body, arena);
	struct changes changes = { 0 };

	diagnostics_init(&diagnostics);
	version_changes(&reader, &a, &b, arena, &changes);
	diagnostics_release(&diagnostics);
	arena_free(arena);
	return changes.count;
}

Test(version_changes, of_keys)
{
	static const struct {
		const char *name, *a, *b;
		bool same;
	} rows[] = {
		{ "the same", "numero: 1\n", "numero: 1\n", true },
		{ "another value", "numero: 1\n", "numero: 2\n", false },
		{ "another key", "data: 2031\n", "anno: 2031\n", false },
		{ "one more", "numero: 1\n", "numero: 1\nsuffisso: bis\n", false },
		{ "order of keys", "numero: 1\ndata: 2031\n", "data: 2031\nnumero: 1\n", true },
		{ "order of keys within", "albo: {dal: 2031-01-01, ente: alfa}\n",
		    "albo: {ente: alfa, dal: 2031-01-01}\n", true },
		{ "order of a list", "enti: [alfa, beta]\n", "enti: [beta, alfa]\n", true },
		{ "quotes", "oggetto: Uno e due\n", "oggetto: 'Uno e due'\n", true },
		{ "a block", "oggetto: Uno e due\n", "oggetto: >\n  Uno\n  e due\n", true },
		{ "white space", "oggetto: Uno e due\n", "oggetto:   \" Uno  e due \"\n", true },
		{ "brackets or lines", "enti: [alfa]\n", "enti:\n  - alfa\n", true },
		{ "comments", "numero: 1\n", "# uno\nnumero: 1\n", true },
		{ "former places", "numero: 1\n", "numero: 1\ngia: [2030/dczi-1]\n", true },
		{ "what is accepted", "numero: 1\n",
		    "numero: 1\naccettati: [{regola: Z501, motivo: m}]\n", true },
		{ "its state", "numero: 1\n", "numero: 1\nstato: pubblicato\n", true },
		{ "a key of another table with that name", "numero: 1\n",
		    "numero: 1\nalbo: {stato: x}\n", false },
		{ "a list that is empty", "numero: 1\n", "numero: 1\nallegati: []\n", true },
		{ "a group that is empty", "numero: 1\n", "numero: 1\nalbo: {}\n", true },
		{ "a key without a value", "numero: 1\n", "numero: 1\nfonte:\n", true },
		{ "empty lists within", "albo: {ente: alfa}\n", "albo: {ente: alfa, dal: }\n",
		    true },
		{ "an item that holds nothing", "enti: [alfa]\n", "enti: [alfa, '']\n", true },
		{ "values do not run together", "enti: [al, fa]\n", "enti: [alfa]\n", false },
		{ "text moved to the next key", "suffisso: a\nfonte: bc\n",
		    "suffisso: ab\nfonte: c\n", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(count_changes(FILE_ACT, rows[i].a, NULL, rows[i].b, NULL) == 0,
		    rows[i].same, "%s", rows[i].name);
}

/* What makes no difference for acts does so elsewhere: the state is all that an entry of progress says. */
Test(version_changes, of_progress)
{
	cr_expect_eq(count_changes(FILE_PROGRESS, "azione: \"1.1\"\nstato: in_corso\n", NULL,
			 "azione: \"1.1\"\nstato: completata\n", NULL),
	    1);
}

Test(version_changes, of_bodies)
{
	static const struct {
		const char *name, *a, *b;
		bool same;
	} rows[] = {
		{ "the same", "Testo.\n", "Testo.\n", true },
		{ "another word", "Testo.\n", "Altro.\n", false },
		{ "a comma", "Uno due.\n", "Uno, due.\n", false },
		{ "capitals", "Uno\n", "uno\n", false },
		{ "lines of a paragraph", "Uno due tre.\n", "Uno\ndue tre.\n", true },
		{ "blanks at a line's end", "Uno\ndue\n", "Uno \ndue\n", true },
		{ "a line break that is meant", "Uno\ndue\n", "Uno  \ndue\n", false },
		{ "two paragraphs", "Uno due\n", "Uno\n\ndue\n", false },
		{ "more lines between", "Uno\n\ndue\n", "Uno\n\n\n\ndue\n", true },
		{ "ways to write a heading", "## Delibera\n", "##   Delibera ##\n", true },
		{ "its level", "## Delibera\n", "### Delibera\n", false },
		{ "emphasis", "Uno due\n", "Uno *due*\n", false },
		{ "ways to write emphasis", "Uno _due_\n", "Uno *due*\n", true },
		{ "points", "1. Uno\n2. Due\n", "1. Uno\n\n2. Due\n", true },
		{ "a point's label", "a) Uno\n", "b) Uno\n", false },
		{ "a point, and a paragraph", "1. Uno\n", "1 Uno\n", false },
		{ "a link's target", "[Uno](/a/)\n", "[Uno](/b/)\n", false },
		{ "a link's title", "[Uno](/a/ \"b\")\n", "[Uno](/a/ \"c\")\n", false },
		{ "ways to write a link", "[Uno](/a/)\n", "[Uno](</a/>)\n", true },
		{ "tables as drawn", "| a | b |\n|---|---|\n| 1 | 2 |\n",
		    "|a|b|\n|-----|---|\n|1|2|\n", true },
		{ "cells", "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 2 | 1 |\n",
		    false },
		{ "no body, and an empty paragraph", "Uno\n", "\n", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(count_changes(
				 FILE_ACT, "numero: 1\n", rows[i].a, "numero: 1\n", rows[i].b) == 0,
		    rows[i].same, "%s", rows[i].name);
}
