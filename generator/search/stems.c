#include "search/stems.h"

#include <stdlib.h>

#include <libstemmer.h>

/* Both names are libstemmer's; ours is only another one for its type. */
struct stemmer;

static struct sb_stemmer *theirs(struct stemmer *stemmer)
{
	return (struct sb_stemmer *)stemmer;
}

struct stemmer *stemmer_new(void)
{
	struct sb_stemmer *stemmer = sb_stemmer_new("italian", "UTF_8");

	/* It fails without memory alone. */
	if (!stemmer)
		abort();
	return (struct stemmer *)stemmer;
}

void stemmer_free(struct stemmer *stemmer)
{
	sb_stemmer_delete(theirs(stemmer));
}

/*
 * Words of this domain that Snowball's rules part or throw together: "delibere" looks like the infinitive of a verb,
 * and comune, comunità and comunicazione are three things.
 */
static const struct {
	const char *word, *stem;
} own[] = {
	{ "camere", "camer" },
	{ "comunicazione", "comunicazion" },
	{ "comunicazioni", "comunicazion" },
	{ "comunita", "comunit" },
	{ "comunità", "comunit" },
	{ "delibere", "deliber" },
	{ "lettere", "letter" },
	{ "opere", "oper" },
	{ "organismi", "organism" },
	{ "organismo", "organism" },
	{ "tessere", "tesser" },
};

bool stemmer_is_own(struct slice word)
{
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (slice_is(word, own[i].word))
			return true;
	return false;
}

struct slice stemmer_stem(struct stemmer *stemmer, struct slice word, struct arena *arena)
{
	const sb_symbol *stem;

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (slice_is(word, own[i].word))
			return slice_from(own[i].stem);
	stem = sb_stemmer_stem(theirs(stemmer), (const sb_symbol *)word.p, (int)word.len);

	if (!stem)
		abort();
	return arena_slice(arena,
	    (struct slice){ (const char *)stem, (size_t)sb_stemmer_length(theirs(stemmer)) });
}
