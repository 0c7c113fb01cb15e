/*
 * Description lists: names, each with one value or several, which may be links. Names come from the key tables
 * where a key is shown, so that a key is called the same in forms, messages and pages.
 */
#ifndef ZONALE_RENDER_FACTS_H
#define ZONALE_RENDER_FACTS_H

#include "render/layout.h"

struct link_rows {
	struct link_row *items;
	size_t count, cap;
};

struct fact {
	struct slice name;
	struct link_rows values; /* never empty */
};

/* parti/dato.mustache writes one: <dl>{{#dati}}{{>parti/dato}}{{/dati}}</dl> */
struct facts {
	struct fact *items;
	size_t count, cap;
};

extern const struct view fact_view;

/*
 * Adds a value under a name: to the last fact where that has the same name, else to a new one. path: of this site
 * (model/url.h), or empty. An empty value is passed over.
 */
void fact_add(struct maker *maker, struct facts *facts, struct slice name, struct slice value,
    struct slice path);

/* The same with an address elsewhere; may be empty. */
void fact_add_outside(struct maker *maker, struct facts *facts, struct slice name,
    struct slice value, struct slice url);

/* The Italian label of a key, which the table has. */
struct slice key_label(const struct key_table *table, const char *key);

#endif
