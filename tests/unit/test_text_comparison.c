/* Two texts laid beside each other: the merged tree, what is told of it, and that nothing is lost. */
#include <criterion/criterion.h>
#include <string.h>

#include "comparison_support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

Test(text_comparison, tree)
{
	static const struct {
		const char *name, *before, *after, *tree;
	} rows[] = {
		{ "the same", "Uno.\n\nDue.", "Uno.\n\nDue.", "p(Uno.) p(Due.)" },
		{ "line ends and blanks", "Uno due\ntre.", "Uno\ndue  tre.", "p(Uno due  tre.)" },
		{ "a word", "Il termine è domani.", "Il termine è oggi.",
		    "~p(Il termine è [-domani-]{+oggi+}.)" },
		{ "a number with its signs", "Sono 1.250,00 euro.", "Sono 1.350,00 euro.",
		    "~p(Sono [-1.250,00-]{+1.350,00+} euro.)" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text_comparison comparison;
		const char *tree;

		compare_texts(rows[i].before, rows[i].after, arena, &comparison);
		tree = comparison_tree(&comparison, arena);
		cr_expect_str_eq(tree, rows[i].tree, "%s: %s", rows[i].name, tree);
	}
	arena_free(arena);
}
