/*
 * What of a site has a history, in the order of its pages.
 */
#ifndef ZONALE_HISTORY_SUBJECTS_H
#define ZONALE_HISTORY_SUBJECTS_H

#include "model/site.h"

/* A content file whose changes the site tells. Only acts have pages of their versions. */
enum subject_kind {
	SUBJECT_ACT,
	SUBJECT_MEETING,
	SUBJECT_PROGRAMME, /* programma.yaml */
	SUBJECT_POINT,
	SUBJECT_PROGRESS,
	SUBJECT_REPORT,
	SUBJECT_REGULATION, /* one version of its text */
	SUBJECT_KIND_COUNT
};

struct history_subject {
	enum subject_kind kind;
	const void *item; /* struct act, meeting, programme, point, progress, report, regulation */
	const struct content_file *file;
};

/* All of the site: acts first, in its order. Files that can't be read have none. In the arena. */
struct history_subject *subjects_of(const struct site *site, struct arena *arena, size_t *count);

#endif
