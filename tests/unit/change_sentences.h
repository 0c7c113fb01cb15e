/* A small invented site, and what sentences say of two texts of one of its files. */
#ifndef ZONALE_TESTS_CHANGE_SENTENCES_H
#define ZONALE_TESTS_CHANGE_SENTENCES_H

#include "render/italiano_changes.h"

struct told_site {
	struct arena *arena;
	struct source *source;
	struct site *site;
	struct diagnostics diagnostics;
};

void told_site_load(struct told_site *told);
void told_site_release(struct told_site *told);

/* The file of the site at a path below content/, as what has a history. */
struct history_subject told_subject(const struct told_site *told, const char *path);

/* What changed between two texts of the keys of a file, as history/ finds it. */
struct changes told_changes(const struct told_site *told, struct history_subject subject,
    const char *before, const char *after);

/* The sentences with a blank between them. */
const char *told_sentences(const struct sentences *sentences, struct arena *arena);

#endif
