#include "render/drawing.h"

int drawing_tile_x(size_t index)
{
	return (int)index * (DRAWING_TILE + DRAWING_TILE_GAP);
}

int drawing_tiles_width(size_t count)
{
	return count ? drawing_tile_x(count) - DRAWING_TILE_GAP : 0;
}
