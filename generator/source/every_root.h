/*
 * Whatever leads to objects in a repository: HEAD and the references, the index, what a merge or fetch left, the
 * reflogs (stashes but the last are there alone). For generator/source/ only.
 */
#ifndef ZONALE_SOURCE_EVERY_ROOT_H
#define ZONALE_SOURCE_EVERY_ROOT_H

#include "source/repository.h"

/* `path`: of a file in the index; else empty. `from` lives in the arena. */
typedef void every_root_visit(
    void *context, const git_oid *oid, struct slice from, struct slice path);

/*
 * Shows them in this order: references by name, HEAD, index, single files such as ORIG_HEAD, reflogs. `git` is the
 * common folder, '/' at its end. Returns 0; -1 after reporting what could not be read.
 */
int every_root(struct repository *repository, const char *git, struct arena *arena,
    every_root_visit *visit, void *context, struct diagnostics *diagnostics);

#endif
