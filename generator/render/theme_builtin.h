/*
 * The files of themes/base/, sorted by path: build/theme.c, which embed_theme.sh writes and `make`
 * compiles.
 */
#ifndef ZONALE_RENDER_THEME_BUILTIN_H
#define ZONALE_RENDER_THEME_BUILTIN_H

#include "render/theme.h"

extern const struct theme_file theme_builtin_files[];
extern const size_t theme_builtin_count;

#endif
