/*
 * Where things stand in drawings: how days become places, and how many tiles go side by side. Whole numbers only, in
 * units of the drawing, so that the same content gives the same bytes. What is drawn there is the theme's.
 */
#ifndef ZONALE_RENDER_DRAWING_H
#define ZONALE_RENDER_DRAWING_H

#include "base/date.h"

/* A row of square tiles: where one begins, and how wide so many are. */
#define DRAWING_TILE 20
#define DRAWING_TILE_GAP 4
int drawing_tile_x(size_t index);
int drawing_tiles_width(size_t count);

#endif
