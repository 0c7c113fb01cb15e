/*
 * The themes that are part of the program: build/themes.c, which embed_themes.sh writes and `make` compiles.
 */
#ifndef ZONALE_RENDER_THEME_BUILTIN_H
#define ZONALE_RENDER_THEME_BUILTIN_H

#include "render/theme.h"

struct builtin_theme {
	struct slice name;              /* of its folder in themes/ */
	const struct theme_file *files; /* sorted by path */
	size_t count;
};

/* The first is the default. One may extend those after it alone. */
extern const struct builtin_theme builtin_themes[];
extern const size_t builtin_theme_count;

#endif
