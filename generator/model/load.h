/*
 * What loading hands from file to file of the model: records read from single files, gathered into the
 * site. Included inside model/ alone.
 */
#ifndef ZONALE_MODEL_LOAD_H
#define ZONALE_MODEL_LOAD_H

#include "model/site.h"

/* What was read from one file: structs of its kind's table, one, or as many as a register has. */
struct record {
	void *objects;
	size_t count;
};

/*
 * Puts every record (one a file of the site, in its order) into the site's lists and maps, sorted; reports
 * doubles and ids that are not their file's name.
 */
void site_gather(struct site *site, const struct record *records, struct diagnostics *diagnostics);

/* "l'ente", "in enti.yaml": what a target is called in messages, and where one is added. */
struct slice target_name(enum target target);
struct slice target_place(enum target target);

/*
 * What an id names, or null. programme: whose points, goals and actions are meant; scratch: for the names under which
 * the maps have them.
 */
const void *find_target(const struct site *site, const struct programme *programme,
    enum target target, struct slice id, struct arena *scratch);

/* The programme of a year: the one that holds it, else the next to begin, else the last; null without one. */
const struct programme *programme_for(const struct site *site, int32_t year);

/* The act's reference, its title in lists, and whether its subject is known: from its keys and its body's initials. */
void act_derive_names(struct act *act, struct arena *arena);

#endif
