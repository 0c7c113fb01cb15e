/*
 * The site's own search, made once so that a browser can do it without a server: words to documents, in files that are
 * loaded as they are needed. The same bytes for any number of workers.
 *
 * All below risorse/cerca/, named by their content but for the first. Each is JSON inside of a call, so that it can be
 * taken as text from a server, and as a script from a folder, where browsers let nothing else be read:
 *
 *   zonaleSearch.take(JSON);
 *
 *   indice.js        {"documenti": N, "perScheda": 32, "valori": [worth of each level, hundredths], "vuote": "a ad ai ...",
 *                       "schede": ["s0.1a2b3c4d.js", ...], "parti": [["a", "p0.1a2b3c4d.js"], ...],
 *                       "filtri": "filtri.1a2b3c4d.js"}
 *   pN.HASH.js       a part of the words, at most 64 of them, by the bytes of the words:
 *                       ["deliber", "a azione e", "LISTS", ...]: what all forms of one stem begin with, how they go
 *                       on, and where they stand. A form is in the last part whose first word is not behind it.
 *   filtri.HASH.js   {"anno": {"2024": "LIST", ...}, ...}
 *   sN.HASH.js       32 documents: [path, title, kind, date, excerpt, act's reference, status]; trailing empty texts left out
 *
 * A LIST is documents by number, ascending: the distance from the one before, less 1 (from -1), in digits of five bits,
 * the lowest first, of A-Za-z0-9-_; a digit's sixth bit says that more follow. LISTS has one for each level, '.' between.
 */
#ifndef ZONALE_SEARCH_INDEX_H
#define ZONALE_SEARCH_INDEX_H

#include "model/site.h"

#define SEARCH_FOLDER "risorse/cerca/"
#define SEARCH_INDEX SEARCH_FOLDER "indice.js"
#define SEARCH_FILE_BEGIN "zonaleSearch.take("
#define SEARCH_FILE_END ");\n"
#define SEARCH_PARTS_MAX 64
#define SEARCH_CARDS_A_FILE 32

struct search_file {
	struct slice path, bytes; /* path in OUT */
};

struct search_files {
	struct search_file *items;
	size_t count, cap;
};

/*
 * Makes the index of a site (behind site_derive) on so many workers. The files live in the arena. Returns 0; -1 after a
 * failure of the system was reported.
 */
int search_index(const struct site *site, unsigned workers, struct arena *arena,
    struct diagnostics *diagnostics, struct search_files *files);

#endif
