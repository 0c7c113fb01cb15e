/*
 * Do the published pages of versions say what the repository says? Each is made anew and compared with the file in OUT;
 * what OUT's ledger has beside them is left over. OUT is only read.
 */
#ifndef ZONALE_VERIFY_H
#define ZONALE_VERIFY_H

#include "render/maker.h"

struct verified {
	size_t pages; /* so many were compared */
};

/*
 * Compares the pages of the plan whose kind tells of versions. Reports an error for each that is missing, differs or is
 * left over; a failure where OUT can't be read.
 */
void verify_versions(const struct renderer *renderer, const struct plan *plan, const char *out,
    unsigned workers, struct verified *verified, struct diagnostics *diagnostics);

#endif
