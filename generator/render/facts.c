#include "render/facts.h"

static const struct view_field fact_fields[] = {
	VIEW_TEXT(struct fact, name, "nome"),
	VIEW_LIST(struct fact, values, "valori", struct link_row, &link_row_view),
};
const struct view fact_view = VIEW("dato con valori", struct fact, fact_fields);

void fact_add_outside(struct maker *maker, struct facts *facts, struct slice name,
    struct slice value, struct slice url)
{
	struct fact *last = facts->count ? &facts->items[facts->count - 1] : NULL;

	if (slice_empty(value))
		return;
	if (!last || !slice_eq(last->name, name)) {
		last = ARENA_PUSH(maker->arena, facts);
		*last = (struct fact){ .name = name };
	}
	*ARENA_PUSH(maker->arena, &last->values) = (struct link_row){ value, url, false };
}

void fact_add(struct maker *maker, struct facts *facts, struct slice name, struct slice value,
    struct slice path)
{
	fact_add_outside(
	    maker, facts, name, value, slice_empty(path) ? SLICE("") : maker_link(maker, path));
}

struct slice key_label(const struct key_table *table, const char *key)
{
	return slice_from(key_find(table, slice_from(key))->label[0]);
}
