/* The files of a theme's folder, read whole. */
#ifndef ZONALE_RENDER_THEME_FOLDER_H
#define ZONALE_RENDER_THEME_FOLDER_H

#include "render/theme.h"

struct theme_files {
	struct theme_file *items; /* sorted by path */
	size_t count, cap;
};

/*
 * Follows no symbolic link below `dir`. Returns 0, or -1 after reporting: what is not to be in a
 * theme as errors at its place, the system's refusals as a failure.
 */
int theme_read_folder(const char *dir, struct arena *arena, struct diagnostics *diagnostics,
    struct theme_files *files);

#endif
