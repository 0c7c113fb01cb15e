#include "render/comparison_rows.h"

#include "render/italiano.h"

static const struct view_field comparison_row_fields[] = {
	VIEW_TEXT(struct comparison_row, what, "che_dato"),
	VIEW_LIST(struct comparison_row, before, "prima", struct slice, &view_text),
	VIEW_LIST(struct comparison_row, after, "dopo", struct slice, &view_text),
};
const struct view comparison_row_view =
    VIEW("dato cambiato", struct comparison_row, comparison_row_fields);

static struct slice label_of(const struct key *key)
{
	return slice_from(key->label[0]);
}

/* "Presenze, Comune di Alfa: presenza" */
static struct slice inner_name(struct maker *maker, const struct change *change)
{
	struct arena *arena = maker->arena;
	struct slice identity =
	    change->key->type == VALUE_LIST
		? italian_identity(maker->site, change->key->of, change->item, arena)
		: SLICE("");

	return arena_printf(arena, "%.*s%s%.*s: %.*s", SLICE_ARGS(label_of(change->key)),
	    slice_empty(identity) ? "" : ", ", SLICE_ARGS(identity),
	    SLICE_ARGS(italian_with_capital(label_of(change->inner), false, arena)));
}

/* Adds both sides of a change. */
static void add_sides(struct maker *maker, const struct change *change, struct comparison_row *row)
{
	const struct site *site = maker->site;
	struct arena *arena = maker->arena;

	switch (change->place) {
	case CHANGE_OF_KEY:
		italian_value(site, change->key, change->before, NULL, NULL, arena, &row->before);
		italian_value(site, change->key, change->after, NULL, NULL, arena, &row->after);
		break;
	case CHANGE_OF_ITEM:
		italian_item(site, change->key, change->before, arena, &row->before);
		italian_item(site, change->key, change->after, arena, &row->after);
		break;
	case CHANGE_OF_INNER:
		italian_value(site, change->inner, change->before, change->key->of, change->item,
		    arena, &row->before);
		italian_value(site, change->inner, change->after, change->key->of, change->item,
		    arena, &row->after);
		break;
	case CHANGE_OF_UNKNOWN_KEY:
	case CHANGE_OF_TEXT:
	case CHANGE_OF_UNREADABLE_TEXT: break;
	}
}

/* What no table reads was never on a page: the sentences say that it was there, and nobody what. */
static struct slice name_of_change(struct maker *maker, const struct change *change)
{
	switch (change->place) {
	case CHANGE_OF_KEY:
	case CHANGE_OF_ITEM: return label_of(change->key);
	case CHANGE_OF_INNER: return inner_name(maker, change);
	case CHANGE_OF_UNKNOWN_KEY:
	case CHANGE_OF_TEXT:
	case CHANGE_OF_UNREADABLE_TEXT: break;
	}
	return SLICE("");
}

void comparison_rows_add(
    struct maker *maker, const struct changes *changes, struct comparison_rows *rows)
{
	const struct key *list = NULL; /* whose items the last row tells of */

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		struct slice name = name_of_change(maker, change);

		if (slice_empty(name))
			continue;
		if (change->place != CHANGE_OF_ITEM || change->key != list)
			*ARENA_PUSH(maker->arena, rows) = (struct comparison_row){ .what = name };
		list = change->place == CHANGE_OF_ITEM ? change->key : NULL;
		add_sides(maker, change, &rows->items[rows->count - 1]);
	}
}
