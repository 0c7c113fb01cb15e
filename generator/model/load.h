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

#endif
