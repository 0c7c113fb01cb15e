/*
 * What changed in an act's keys, side by side: which value, what stood there before, what stands there now. The text is
 * compared by render/comparison_html.h.
 */
#ifndef ZONALE_RENDER_COMPARISON_ROWS_H
#define ZONALE_RENDER_COMPARISON_ROWS_H

#include "history/change.h"
#include "render/italiano_values.h"
#include "render/maker.h"

struct comparison_row {
	struct slice what;               /* "Presenze, Comune di Alfa: presenza" */
	struct text_lines before, after; /* a line a value; none: there was nothing */
};

struct comparison_rows {
	struct comparison_row *items;
	size_t count, cap;
};

/* parti/dato_cambiato.mustache writes it. */
extern const struct view comparison_row_view;

/* Adds a row for each change of keys, in their order; items of one list that were added or removed share a row. */
void comparison_rows_add(
    struct maker *maker, const struct changes *changes, struct comparison_rows *rows);

#endif
