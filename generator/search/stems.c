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
 * Words that Snowball's rules part or throw together: "delibere", "parere" and "circolare" look like infinitives of
 * verbs, "toscano" like a plural of one; "atto" and "ente" are too short for them; comune, comunità and comunicazione
 * are three things, and so are sede and seduta; participles that are not made by rule are those of their verbs.
 */
static const struct {
	const char *word, *stem;
} own[] = {
	{ "alberghiere", "alberghier" },
	{ "alimentare", "alimentar" },
	{ "anni", "ann" },
	{ "anno", "ann" },
	{ "anziano", "anzian" },
	{ "artigiano", "artigian" },
	{ "atti", "att" },
	{ "atto", "att" },
	{ "ausiliare", "ausiliar" },
	{ "barriere", "barrier" },
	{ "camere", "camer" },
	{ "cantiere", "cantier" },
	{ "carattere", "caratter" },
	{ "carriere", "carrier" },
	{ "cellulare", "cellular" },
	{ "chiesta", "chied" },
	{ "chieste", "chied" },
	{ "chiesti", "chied" },
	{ "chiesto", "chied" },
	{ "circolare", "circolar" },
	{ "comunica", "comunic" },
	{ "comunicazione", "comunic" },
	{ "comunicazioni", "comunic" },
	{ "comunita", "comunit" },
	{ "comunità", "comunit" },
	{ "consigliere", "consiglier" },
	{ "curricolare", "curricolar" },
	{ "curriculare", "curricular" },
	{ "decisa", "decid" },
	{ "decise", "decid" },
	{ "decisi", "decid" },
	{ "deciso", "decid" },
	{ "delibere", "deliber" },
	{ "disciplinare", "disciplinar" },
	{ "domiciliare", "domiciliar" },
	{ "elementare", "elementar" },
	{ "ente", "ent" },
	{ "enti", "ent" },
	{ "extracurricolare", "extracurricolar" },
	{ "extracurriculare", "extracurricular" },
	{ "familiare", "familiar" },
	{ "filiere", "filier" },
	{ "giardiniere", "giardinier" },
	{ "immobiliare", "immobiliar" },
	{ "infermiere", "infermier" },
	{ "ingegnere", "ingegner" },
	{ "interdisciplinare", "interdisciplinar" },
	{ "irregolare", "irregolar" },
	{ "italiano", "italian" },
	{ "lettere", "letter" },
	{ "mestiere", "mestier" },
	{ "metropolitano", "metropolitan" },
	{ "militare", "militar" },
	{ "montano", "montan" },
	{ "nascita", "nasc" },
	{ "nata", "nasc" },
	{ "nate", "nasc" },
	{ "nati", "nasc" },
	{ "nato", "nasc" },
	{ "opere", "oper" },
	{ "organismi", "organism" },
	{ "organismo", "organism" },
	{ "parere", "parer" },
	{ "parlamentare", "parlamentar" },
	{ "particolare", "particolar" },
	{ "popolare", "popolar" },
	{ "preliminare", "preliminar" },
	{ "quartiere", "quartier" },
	{ "quotidiano", "quotidian" },
	{ "regolamenti", "regolament" },
	{ "regolamento", "regolament" },
	{ "regolare", "regolar" },
	{ "salute", "salute" },
	{ "scritta", "scriv" },
	{ "scritte", "scriv" },
	{ "scritti", "scriv" },
	{ "scritto", "scriv" },
	{ "seduta", "sedut" },
	{ "sedute", "sedut" },
	{ "singolare", "singolar" },
	{ "straniere", "stranier" },
	{ "supplementare", "supplementar" },
	{ "telefono", "telefon" },
	{ "tessere", "tesser" },
	{ "titolare", "titolar" },
	{ "toscano", "toscan" },
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
