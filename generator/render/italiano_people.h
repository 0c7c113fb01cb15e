/* Sentences about bodies, and about what a municipality did in them: counted, never judged, and out of how many. */
#ifndef ZONALE_RENDER_ITALIANO_PEOPLE_H
#define ZONALE_RENDER_ITALIANO_PEOPLE_H

#include "render/italiano.h"

/* "A questo sito risulta che ne fa parte un Comune.", "A questo sito risulta che ne fanno parte 9 enti."; "A questo sito non risulta chi ne faccia parte oggi." */
struct slice italian_members(size_t count, bool municipalities, struct arena *arena);

/* "1 atto", or of more than are shown: "24 atti; qui i 10 più recenti" */
struct slice italian_latest_of(size_t count, size_t shown, const char *one, const char *many,
    bool feminine, struct arena *arena);

/* In how many meetings an organisation was what, as far as is known; untold: meetings held that say nothing of it. */
struct attendance_sums {
	size_t present, absent, excused, untold;
};

/* "Di 4 sedute si sa se c'era: presente a 3, assente a 1."; empty where nothing is known */
struct slice italian_attendance_sums(const struct attendance_sums *sums, struct arena *arena);
/* "Di altre 2 sedute degli organi di cui fa parte non si sa se c'era."; empty where there are none */
struct slice italian_untold_attendance(const struct attendance_sums *sums, struct arena *arena);

enum cast_vote { CAST_IN_FAVOUR, CAST_AGAINST, CAST_ABSTAINING, CAST_NOT, CAST_COUNT };

/* "favorevole", "non ha partecipato al voto" */
const char *italian_cast_vote(enum cast_vote vote);
/* "Di 5 votazioni si sa come ha votato: favorevole in 3, contrario in 2."; empty where nothing is known */
struct slice italian_vote_sums(const size_t sums[CAST_COUNT], struct arena *arena);

#endif
