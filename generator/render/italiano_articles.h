/*
 * Articles, prepositions, ordinals and lists: how names and nouns stand in an Italian sentence.
 */
#ifndef ZONALE_RENDER_ITALIANO_ARTICLES_H
#define ZONALE_RENDER_ITALIANO_ARTICLES_H

#include "base/arena.h"
#include "model/registry.h"

enum italian_preposition {
	ITALIAN_THE, /* none: the article alone */
	ITALIAN_OF,
	ITALIAN_TO,
	ITALIAN_FROM,
	ITALIAN_IN,
	ITALIAN_ON,
	ITALIAN_WITH,
};

/* "dell'oggetto" from "l'oggetto", "agli enti" from "gli enti"; "di Nome Inventato" from a name without article. */
struct slice italian_preposed(
    enum italian_preposition preposition, struct slice noun, struct arena *arena);

/* "una firma" from "la firma", "un'assenza", "uno statuto", "un allegato" */
struct slice italian_indefinite(struct slice noun, bool feminine, struct arena *arena);
/* "firme" from "le firme" */
struct slice italian_without_article(struct slice noun);

/*
 * A name with its article, by its first word: "il Comune di Alfa", "l'Istituto Beta"; empty where we are not sure. The
 * case of its letters is kept.
 */
struct slice italian_the_name(struct slice name, struct arena *arena);

/* "il Comune di Alfa"; "l'ente «Zeta»" where we do not know the name's article. */
struct slice italian_the_organisation(const struct organisation *organisation, struct arena *arena);

/* "i Comuni di Alfa e Beta e la Provincia di Gamma", with a preposition before each. */
struct slice italian_organisations(enum italian_preposition preposition,
    const struct organisation *const *organisations, size_t count, struct arena *arena);

/* Are they named by a feminine word, or by several words? */
bool italian_organisations_feminine(const struct organisation *const *organisations, size_t count);

/* As italian_list; of more than six the first five, "e altri 4". */
struct slice italian_short_list(
    const struct slice *items, size_t count, bool feminine, struct arena *arena);

/* "primo", "seconda", "undicesimo"; beyond twenty "21º" */
struct slice italian_ordinal(unsigned number, bool feminine, struct arena *arena);

/* The words as a quotation: in straight marks, or in «» where they hold such a mark. */
struct slice italian_quoted(struct slice words, struct arena *arena);

#endif
