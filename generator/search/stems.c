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
 * Words that Snowball's rules part or throw together: "delibere" looks like the infinitive of a verb; comune, comunità
 * and comunicazione are three things; participles that are not made by rule are those of their verbs.
 */
static const struct {
	const char *word, *stem;
} own[] = {
	{ "camere", "camer" },
	{ "chiesta", "chied" },
	{ "chieste", "chied" },
	{ "chiesti", "chied" },
	{ "chiesto", "chied" },
	{ "comunicazione", "comunicazion" },
	{ "comunicazioni", "comunicazion" },
	{ "comunita", "comunit" },
	{ "comunità", "comunit" },
	{ "decisa", "decid" },
	{ "decise", "decid" },
	{ "decisi", "decid" },
	{ "deciso", "decid" },
	{ "delibere", "deliber" },
	{ "lettere", "letter" },
	{ "nascita", "nasc" },
	{ "nata", "nasc" },
	{ "nate", "nasc" },
	{ "nati", "nasc" },
	{ "nato", "nasc" },
	{ "opere", "oper" },
	{ "organismi", "organism" },
	{ "organismo", "organism" },
	{ "scritta", "scriv" },
	{ "scritte", "scriv" },
	{ "scritti", "scriv" },
	{ "scritto", "scriv" },
	{ "tessere", "tesser" },
};

bool stemmer_is_own(struct slice word)
{
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (slice_is(word, own[i].word))
			return true;
	return false;
}

bool stemmer_own_form(struct slice stem, size_t *at, struct slice *form)
{
	for (; *at < sizeof own / sizeof *own; (*at)++)
		if (slice_is(stem, own[*at].stem)) {
			*form = slice_from(own[(*at)++].word);
			return true;
		}
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
