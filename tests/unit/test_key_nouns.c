#include <criterion/criterion.h>

#include "model/programme.h"

/* Everything of which a version can say that it changed has a name in sentences, with the article that suits it. */
static bool has_article(struct key_noun noun)
{
	static const char *const articles[2][2][4] = {
		{ { "il ", "lo ", "l'", NULL }, { "i ", "gli ", NULL } },
		{ { "la ", "l'", NULL }, { "le ", NULL } },
	};
	struct slice text = slice_from(noun.text);

	for (const char *const *each = articles[noun.feminine][noun.plural]; *each; each++)
		if (slice_starts(text, *each))
			return text.len > slice_from(*each).len;
	return false;
}

static size_t expect_nouns(const struct key_table *table, int depth)
{
	size_t seen = 0;

	cr_assert_lt(depth, 5, "%s: tables that hold each other", table->name);
	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		if (key->no_meaning)
			continue;
		seen++;
		cr_expect(has_article(key->noun), "%s.%s: \"%s\"", table->name, key->name,
		    key->noun.text ? key->noun.text : "");
		if (key->type == VALUE_LIST)
			cr_expect(has_article(key->item_noun) && !key->item_noun.plural &&
				      key->noun.plural &&
				      key->item_noun.feminine == key->noun.feminine,
			    "%s.%s, of its items: \"%s\"", table->name, key->name,
			    key->item_noun.text ? key->item_noun.text : "");
		if (key->of)
			seen += expect_nouns(key->of, depth + 1);
	}
	return seen;
}

Test(key_nouns, all_that_has_a_history)
{
	static const struct key_table *const tables[] = { &act_table, &meeting_table,
		&programme_table, &point_table, &progress_table, &report_table, &regulation_table };
	size_t seen = 0;

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		seen += expect_nouns(tables[i], 0);
	cr_expect_gt(seen, 200, "only %zu keys were seen", seen);
}
