/* The files of an index (search/index.h says what they look like), written from its table. */
#ifndef ZONALE_SEARCH_INDEX_FILES_H
#define ZONALE_SEARCH_INDEX_FILES_H

#include "search/documents.h"
#include "search/index.h"

struct search_posting {
	uint32_t document;
	uint8_t level; /* search/vocabulary.h */
};

/* All forms of one stem, and the documents where they stand. */
struct search_group {
	struct slice key, stem; /* key: what all forms begin with */
	ARRAY(struct slice) forms;
	struct search_posting *postings; /* by document */
	size_t count;
};

struct search_groups {
	struct search_group *items; /* by key, then stem */
	size_t count, cap;
};

struct search_table {
	struct search_groups groups;
	const struct search_documents *documents;
	struct slice *excerpts; /* one a document */
};

void search_write(
    const struct search_table *table, struct arena *arena, struct search_files *files);

#endif
