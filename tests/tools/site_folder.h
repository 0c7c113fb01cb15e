/*
 * A published site as a tool that checks it sees it: the files below a folder, and where a link on one of
 * its pages leads. Everything lives in the arena. What can't be read ends the tool with status 2.
 */
#ifndef ZONALE_TESTS_SITE_FOLDER_H
#define ZONALE_TESTS_SITE_FOLDER_H

#include "base/arena.h"
#include "base/map.h"

struct site_folder {
	const char *folder;
	ARRAY(struct slice)
	paths; /* of all files, relative to the folder; not what is in .zonale/ */
	struct map by_path;
};

/* Lists the files below `folder`, in the order in which the system gives them. */
void site_folder_open(struct site_folder *site, const char *folder, struct arena *arena);

struct slice site_folder_read(
    const struct site_folder *site, struct slice path, struct arena *arena);

/* Whether a link leads nowhere else in the site: another host, another scheme, or a place on its own page. */
bool link_leads_out(struct slice link);

/*
 * The file that a link on the page `page` leads to: "." and ".." resolved, percent signs decoded, without query
 * and fragment, "index.html" behind a closing '/'. A leading '/' stands for the site's own root.
 */
struct slice link_target(struct slice page, struct slice link, struct arena *arena);

#endif
