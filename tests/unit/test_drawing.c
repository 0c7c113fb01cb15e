#include <criterion/criterion.h>

#include "render/drawing.h"

/* Tiles of 20 with 4 between them. */
Test(drawing, tiles)
{
	static const struct {
		size_t count;
		int last_x, width;
	} rows[] = { { 1, 0, 20 }, { 2, 24, 44 }, { 3, 48, 68 }, { 10, 216, 236 } };

	cr_expect_eq(drawing_tiles_width(0), 0);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		cr_expect_eq(drawing_tile_x(rows[i].count - 1), rows[i].last_x,
		    "%zu tiles: last at %d", rows[i].count, drawing_tile_x(rows[i].count - 1));
		cr_expect_eq(drawing_tiles_width(rows[i].count), rows[i].width,
		    "%zu tiles: %d wide", rows[i].count, drawing_tiles_width(rows[i].count));
	}
}
