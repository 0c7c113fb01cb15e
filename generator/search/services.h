/*
 * Pages that every site has whatever its content, and the words by which people look for them: their texts stand in
 * the themes' templates, which are not read. A page of content/pagine at such an address adds to it.
 */
#ifndef ZONALE_SEARCH_SERVICES_H
#define ZONALE_SEARCH_SERVICES_H

#include "base/slice.h"

struct search_service {
	const char *path, *title, *words;
};

extern const struct search_service search_services[];
extern const size_t search_service_count;

/* The one at this path; null where there is none. */
const struct search_service *search_service_at(struct slice path);

#endif
