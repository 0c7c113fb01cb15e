/*
 * What a citation in a text points to, where that is certain (design 4.1): an act of this site, a legal
 * source of norme.yaml, or an act of the State at Normattiva. An ambiguous one points nowhere.
 */
#ifndef ZONALE_MODEL_CITE_H
#define ZONALE_MODEL_CITE_H

#include "model/site.h"

struct cited {
	const struct act *act;             /* or */
	const struct legal_source *source; /* or neither: see citation_normattiva */
	bool ambiguous;                    /* several acts bear these words */
};

/* Looks at every act of the site, whoever may see it: the caller asks for its visibility. */
struct cited site_cited(const struct site *site, const struct citation *citation);

#endif
