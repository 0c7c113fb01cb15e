/*
 * What kind of repository it is, by its own settings: libgit2 refuses those that it can't read in words that tell a
 * webmaster nothing. For generator/source/ only.
 */
#ifndef ZONALE_SOURCE_REPOSITORY_FORMAT_H
#define ZONALE_SOURCE_REPOSITORY_FORMAT_H

#include "source/repository.h"

enum repository_format {
	FORMAT_USUAL,
	FORMAT_SHA256,
	FORMAT_UNKNOWN, /* a later version, or an extension that changes how it is to be read */
};

/* Extensions that change nothing in how objects are read; a missing object is found where it is. */
#define REPOSITORY_EXTENSIONS 3
extern const char *const repository_extensions[REPOSITORY_EXTENSIONS];

/* FORMAT_UNKNOWN: with the setting in question, "extensions.refstorage reftable", in the arena. */
enum repository_format repository_format_of(
    const char *path, enum repository_where where, struct arena *arena, struct slice *setting);

#endif
