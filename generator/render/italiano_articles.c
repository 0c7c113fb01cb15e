#include "render/italiano_articles.h"

#include "render/italiano.h"

/* --- prepositions ------------------------------------------------------------------------------ */

enum { NO_ARTICLE, IL, LO, LA, ELIDED, I, GLI, LE, ARTICLE_COUNT };

static const char *const articles[][ARTICLE_COUNT] = {
	[ITALIAN_THE] = { "", "il ", "lo ", "la ", "l'", "i ", "gli ", "le " },
	[ITALIAN_OF] = { "di ", "del ", "dello ", "della ", "dell'", "dei ", "degli ", "delle " },
	[ITALIAN_TO] = { "a ", "al ", "allo ", "alla ", "all'", "ai ", "agli ", "alle " },
	[ITALIAN_FROM] = { "da ", "dal ", "dallo ", "dalla ", "dall'", "dai ", "dagli ", "dalle " },
	[ITALIAN_IN] = { "in ", "nel ", "nello ", "nella ", "nell'", "nei ", "negli ", "nelle " },
	[ITALIAN_ON] = { "su ", "sul ", "sullo ", "sulla ", "sull'", "sui ", "sugli ", "sulle " },
	[ITALIAN_WITH] = { "con ", "con il ", "con lo ", "con la ", "con l'", "con i ", "con gli ",
	    "con le " },
};

struct slice italian_preposed(
    enum italian_preposition preposition, struct slice noun, struct arena *arena)
{
	for (int i = NO_ARTICLE + 1; i < ARTICLE_COUNT; i++)
		if (slice_starts(noun, articles[ITALIAN_THE][i]))
			return ARENA_CONCAT(arena, slice_from(articles[preposition][i]),
			    slice_from_index(noun, slice_from(articles[ITALIAN_THE][i]).len));
	if (preposition == ITALIAN_TO && (slice_starts(noun, "a") || slice_starts(noun, "A")))
		return ARENA_CONCAT(arena, SLICE("ad "), noun);
	return ARENA_CONCAT(arena, slice_from(articles[preposition][NO_ARTICLE]), noun);
}

struct slice italian_without_article(struct slice noun)
{
	for (int i = NO_ARTICLE + 1; i < ARTICLE_COUNT; i++)
		if (slice_starts(noun, articles[ITALIAN_THE][i]))
			return slice_from_index(noun, slice_from(articles[ITALIAN_THE][i]).len);
	return noun;
}

struct slice italian_indefinite(struct slice noun, bool feminine, struct arena *arena)
{
	const char *article = feminine ? "una " : "un ";

	if (slice_starts(noun, "l'"))
		article = feminine ? "un'" : "un ";
	else if (slice_starts(noun, "lo "))
		article = "uno ";
	return ARENA_CONCAT(arena, slice_from(article), italian_without_article(noun));
}

/* --- names ------------------------------------------------------------------------------------- */

/* Nouns with which names may begin, where their ending does not tell their gender. */
static const struct {
	const char *noun;
	bool feminine;
} nouns[] = {
	{ "accordo", false },
	{ "affidamento", false },
	{ "agenzia", true },
	{ "apertura", true },
	{ "area", true },
	{ "arrivo", false },
	{ "asilo", false },
	{ "assemblea", true },
	{ "atto", false },
	{ "avviso", false },
	{ "avvio", false },
	{ "azienda", true },
	{ "bando", false },
	{ "biblioteca", true },
	{ "centro", false },
	{ "città", true },
	{ "comitato", false },
	{ "comune", false },
	{ "conferenza", true },
	{ "consiglio", false },
	{ "consorzio", false },
	{ "convegno", false },
	{ "cooperativa", true },
	{ "delibera", true },
	{ "ente", false },
	{ "entrata", true },
	{ "fine", true },
	{ "firma", true },
	{ "fondo", false },
	{ "gara", true },
	{ "giunta", true },
	{ "incontro", false },
	{ "inizio", false },
	{ "invio", false },
	{ "istituto", false },
	{ "liceo", false },
	{ "ministero", false },
	{ "museo", false },
	{ "nido", false },
	{ "nomina", true },
	{ "organismo", false },
	{ "partenza", true },
	{ "passaggio", false },
	{ "prefettura", true },
	{ "protocollo", false },
	{ "provincia", true },
	{ "regione", true },
	{ "regolamento", false },
	{ "riunione", true },
	{ "scadenza", true },
	{ "scuola", true },
	{ "seduta", true },
	{ "segreteria", true },
	{ "servizio", false },
	{ "settore", false },
	{ "società", true },
	{ "sportello", false },
	{ "stato", false },
	{ "statuto", false },
	{ "stipula", true },
	{ "tavolo", false },
	{ "termine", false },
	{ "ufficio", false },
	{ "unione", true },
	{ "università", true },
	{ "verifica", true },
	{ "voto", false },
	{ "zona", true },
};

static bool is_vowel(char c)
{
	return c && (slice_find_byte(SLICE("aeiou"), c) != SLICE_NONE);
}

/* Before which a masculine noun wants "lo": svolgimento, zaino, gnomo, psicologo. */
static bool wants_lo(struct slice noun)
{
	return slice_starts(noun, "z") || slice_starts(noun, "gn") || slice_starts(noun, "ps") ||
	       slice_starts(noun, "x") || slice_starts(noun, "y") ||
	       (slice_starts(noun, "s") && noun.len > 1 && !is_vowel(noun.p[1]));
}

static int article_before(struct slice noun, bool feminine)
{
	if (is_vowel(noun.p[0]))
		return ELIDED;
	if (feminine)
		return LA;
	return wants_lo(noun) ? LO : IL;
}

enum gender { GENDER_UNKNOWN, GENDER_MASCULINE, GENDER_FEMININE };

static enum gender gender_of(struct slice noun)
{
	for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
		if (slice_is(noun, nouns[i].noun))
			return nouns[i].feminine ? GENDER_FEMININE : GENDER_MASCULINE;
	if (slice_ends(noun, "zione") || slice_ends(noun, "sione"))
		return GENDER_FEMININE;
	return slice_ends(noun, "mento") ? GENDER_MASCULINE : GENDER_UNKNOWN;
}

/* The first word, small; it is not to outlive the arena. */
static struct slice first_word(struct slice name, struct arena *arena)
{
	struct slice noun, rest;

	slice_cut(italian_with_capital(name, false, arena), ' ', &noun, &rest);
	return noun;
}

struct slice italian_the_name(struct slice name, struct arena *arena)
{
	struct slice noun = first_word(name, arena);
	enum gender gender = slice_empty(noun) ? GENDER_UNKNOWN : gender_of(noun);

	if (gender == GENDER_UNKNOWN)
		return SLICE("");
	return ARENA_CONCAT(arena,
	    slice_from(articles[ITALIAN_THE][article_before(noun, gender == GENDER_FEMININE)]),
	    name);
}

/* --- organisations ----------------------------------------------------------------------------- */

#define MUNICIPALITY "Comune di "

struct slice italian_the_organisation(const struct organisation *organisation, struct arena *arena)
{
	struct slice name = italian_the_name(organisation->name, arena);

	return slice_empty(name)
		   ? arena_printf(arena, "l'ente «%.*s»", SLICE_ARGS(organisation->name))
		   : name;
}

/* The municipalities among them, by the name of the place alone. */
static size_t places_of(
    const struct organisation *const *organisations, size_t count, struct slice *places)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		if (slice_starts(organisations[i]->name, MUNICIPALITY))
			places[found++] =
			    slice_from_index(organisations[i]->name, sizeof MUNICIPALITY - 1);
	return found;
}

struct slice italian_organisations(enum italian_preposition preposition,
    const struct organisation *const *organisations, size_t count, struct arena *arena)
{
	struct slice *places = ARENA_COUNT(arena, struct slice, count);
	struct slice *parts = ARENA_COUNT(arena, struct slice, count + 1);
	size_t place_count = places_of(organisations, count, places), part_count = 0;
	bool together = place_count > 1;

	if (together)
		parts[part_count++] =
		    arena_printf(arena, "%sComuni di %.*s", articles[preposition][I],
			SLICE_ARGS(italian_short_list(places, place_count, false, arena)));
	for (size_t i = 0; i < count; i++)
		if (!together || !slice_starts(organisations[i]->name, MUNICIPALITY))
			parts[part_count++] = italian_preposed(
			    preposition, italian_the_organisation(organisations[i], arena), arena);
	return italian_short_list(parts, part_count, false, arena);
}

bool italian_organisations_feminine(const struct organisation *const *organisations, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct slice name = organisations[i]->name, noun, rest;
		char small[16];

		slice_cut(name, ' ', &noun, &rest);
		if (noun.len >= sizeof small)
			return false;
		for (size_t at = 0; at < noun.len; at++)
			small[at] = ascii_lower(noun.p[at]);
		if (gender_of((struct slice){ small, noun.len }) != GENDER_FEMININE)
			return false;
	}
	return true;
}

/* --- lists and numbers ------------------------------------------------------------------------- */

enum { LIST_WHOLE = 6 }; /* longer ones are cut */

struct slice italian_short_list(
    const struct slice *items, size_t count, bool feminine, struct arena *arena)
{
	struct slice shown[LIST_WHOLE];

	if (count <= LIST_WHOLE)
		return italian_list(items, count, arena);
	for (size_t i = 0; i < LIST_WHOLE - 1; i++)
		shown[i] = items[i];
	shown[LIST_WHOLE - 1] =
	    arena_printf(arena, "%s %zu", feminine ? "altre" : "altri", count - (LIST_WHOLE - 1));
	return italian_list(shown, LIST_WHOLE, arena);
}

struct slice italian_ordinal(unsigned number, bool feminine, struct arena *arena)
{
	static const char *const stems[] = { "", "prim", "second", "terz", "quart", "quint", "sest",
		"settim", "ottav", "non", "decim", "undicesim", "dodicesim", "tredicesim",
		"quattordicesim", "quindicesim", "sedicesim", "diciassettesim", "diciottesim",
		"diciannovesim", "ventesim" };

	if (number > 0 && number < sizeof stems / sizeof stems[0])
		return arena_printf(arena, "%s%c", stems[number], feminine ? 'a' : 'o');
	return arena_printf(arena, "%u%s", number, feminine ? "ª" : "º");
}

struct slice italian_quoted(struct slice words, struct arena *arena)
{
	if (slice_find_byte(words, '"') == SLICE_NONE)
		return ARENA_CONCAT(arena, SLICE("\""), words, SLICE("\""));
	return ARENA_CONCAT(arena, SLICE("«"), words, SLICE("»"));
}
