#include "model/keys_sense.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/values.h"

static bool value_given(const struct key *key, enum value_type type, const void *place);

static struct list list_at(const void *place)
{
	struct list list;

	memcpy(&list, place, sizeof list);
	return list;
}

static const void *pointer_at(const void *place)
{
	const void *pointer;

	memcpy(&pointer, place, sizeof pointer);
	return pointer;
}

size_t key_item_size(const struct key *key)
{
	return key->of ? key->of->size : value_size(key->item);
}

static const void *list_item(const struct key *key, const struct list *list, size_t index)
{
	return (const char *)list->items + index * key_item_size(key);
}

static bool list_given(const struct key *key, const void *place)
{
	struct list list = list_at(place);

	for (size_t i = 0; i < list.count; i++)
		if (key_item_given(key, list_item(key, &list, i)))
			return true;
	return false;
}

/* An empty list of organisations says what an absent key says; a 0 is a count. */
static bool tally_given(const struct tally *tally)
{
	return tally->node && (tally->node->kind == YAML_SCALAR || tally->count > 0);
}

static bool value_given(const struct key *key, enum value_type type, const void *place)
{
	const struct reference *reference = place;

	switch (type) {
	case VALUE_REFERENCE: return !slice_empty(reference->id) || reference->node;
	case VALUE_NUMBER:
	case VALUE_SCHOOL_YEAR: return *(const int32_t *)place != 0;
	case VALUE_DECIMAL: return !slice_empty(((const struct decimal *)place)->text);
	case VALUE_WORD: return *(const int *)place != 0 && *(const int *)place != key->absent;
	case VALUE_YES_NO: return *(const int *)place != YES_NO_UNKNOWN;
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: return date_known(*(const struct date *)place);
	case VALUE_TIME: return ((const struct clock *)place)->known;
	case VALUE_MOMENT: return date_known(((const struct moment *)place)->day);
	case VALUE_TERM: return pointer_at(place) != NULL;
	case VALUE_TALLY: return tally_given(place);
	case VALUE_OBJECT: return pointer_at(place) && keys_given(key->of, pointer_at(place));
	case VALUE_LIST: return list_given(key, place);
	default: return !slice_empty(slice_trim(*(const struct slice *)place));
	}
}

bool key_given(const struct key *key, const void *place)
{
	return value_given(key, key->type, place);
}

bool key_item_given(const struct key *key, const void *item)
{
	return key->of ? keys_given(key->of, item) : value_given(key, key->item, item);
}

bool keys_given(const struct key_table *table, const void *object)
{
	for (size_t i = 0; i < table->count; i++)
		if (!table->keys[i].no_meaning &&
		    key_given(&table->keys[i], key_place(&table->keys[i], object)))
			return true;
	return false;
}

struct slice text_on_one_line(struct slice text, struct arena *arena)
{
	char *line = arena_alloc(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (!ascii_is_space(text.p[i]))
			line[len++] = text.p[i];
		else if (len && line[len - 1] != ' ')
			line[len++] = ' ';
	}
	return slice_trim((struct slice){ line, len });
}

/* --- bytes --------------------------------------------------------------------------------------- */

static struct slice date_sense(struct date date, struct arena *arena)
{
	return arena_printf(arena, "%d-%d-%d", date.year, date.month, date.day);
}

static struct slice duration_sense(struct duration duration, struct arena *arena)
{
	return arena_printf(
	    arena, "%dy%dm%dw%dd", duration.years, duration.months, duration.weeks, duration.days);
}

static struct slice event_sense(const struct term_event *event, struct arena *arena)
{
	return ARENA_CONCAT(
	    arena, event->id, SLICE("+"), duration_sense(event->after, arena), SLICE(";"));
}

static struct slice bound_sense(const struct term_bound *bound, struct arena *arena)
{
	return ARENA_CONCAT(arena, arena_printf(arena, "%d:", (int)bound->kind),
	    date_sense(bound->date, arena), SLICE(";"), event_sense(&bound->event, arena));
}

static struct slice term_sense(const struct term *term, struct arena *arena)
{
	struct slice when = arena_printf(arena, "%d:%d:%d:%d:%d:%d:", (int)term->kind, term->year,
	    term->part, term->continuous, term->approximate, (int)term->rhythm);
	struct slice span = arena_printf(arena, ";%d:%d:%d:", (int)term->span.kind,
	    term->span.school_years, term->span.school_year);

	return ARENA_CONCAT(arena, when, date_sense(term->date, arena), SLICE("/"),
	    date_sense(term->until, arena), SLICE(";"), event_sense(&term->event, arena),
	    bound_sense(&term->from, arena), bound_sense(&term->to, arena),
	    event_sense(&term->after, arena), span, duration_sense(term->span.duration, arena),
	    SLICE(";"), text_on_one_line(term->condition, arena));
}

static struct slice reference_sense(const struct reference *reference, struct arena *arena)
{
	if (slice_empty(reference->id) && reference->node)
		return ARENA_CONCAT(arena, SLICE("!"), reference->node->text);
	return reference->id;
}

static int by_text(const void *left, const void *right)
{
	return slice_cmp(*(const struct slice *)left, *(const struct slice *)right);
}

/* The parts one behind the other, each with its length, so that none runs into the next. */
static struct slice parts_sense(const struct slice *parts, size_t count, struct arena *arena)
{
	struct slice *all = ARENA_COUNT(arena, struct slice, 2 * count + 1);

	for (size_t i = 0; i < count; i++) {
		all[2 * i] = arena_printf(arena, "%zu:", parts[i].len);
		all[2 * i + 1] = parts[i];
	}
	return arena_concat(arena, all, 2 * count);
}

/* Sorted, and each but once where `once`; returns how many are left. */
static size_t sort_parts(struct slice *parts, size_t count, bool once)
{
	size_t kept = 0;

	if (count)
		qsort(parts, count, sizeof *parts, by_text);
	for (size_t i = 0; i < count; i++)
		if (!once || !kept || !slice_eq(parts[i], parts[kept - 1]))
			parts[kept++] = parts[i];
	return kept;
}

static struct slice tally_sense(const struct tally *tally, struct arena *arena)
{
	size_t count = tally->organisations.count;
	struct slice *names = ARENA_COUNT(arena, struct slice, count + 1);

	for (size_t i = 0; i < count; i++)
		names[i] = tally->organisations.items[i].id;
	count = sort_parts(names, count, true);
	return ARENA_CONCAT(arena, arena_printf(arena, "%" PRId32 ";", tally->count),
	    parts_sense(names, count, arena));
}

/* A plain list is a set: a value that stands there twice says nothing more. */
static struct slice list_sense(const struct key *key, const void *place, struct arena *arena)
{
	struct list list = list_at(place);
	struct slice *items = ARENA_COUNT(arena, struct slice, list.count + 1);
	size_t count = 0;

	for (size_t i = 0; i < list.count; i++) {
		const void *item = list_item(key, &list, i);

		if (key_item_given(key, item))
			items[count++] = key_item_sense(key, item, arena);
	}
	if (!key->of || !key->of->ordered)
		count = sort_parts(items, count, !key->of);
	return parts_sense(items, count, arena);
}

static struct slice value_sense(
    const struct key *key, enum value_type type, const void *place, struct arena *arena)
{
	const struct clock *clock = place;
	const struct moment *moment = place;

	if (!value_given(key, type, place))
		return SLICE("");
	switch (type) {
	case VALUE_REFERENCE: return reference_sense(place, arena);
	case VALUE_NUMBER:
	case VALUE_SCHOOL_YEAR: return arena_printf(arena, "%" PRId32, *(const int32_t *)place);
	case VALUE_DECIMAL:
		return arena_printf(
		    arena, "%" PRId64, ((const struct decimal *)place)->thousandths);
	case VALUE_WORD:
	case VALUE_YES_NO: return arena_printf(arena, "%d", *(const int *)place);
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: return date_sense(*(const struct date *)place, arena);
	case VALUE_TIME: return arena_printf(arena, "%d:%d", clock->hour, clock->minute);
	case VALUE_MOMENT:
		return ARENA_CONCAT(arena, date_sense(moment->day, arena),
		    arena_printf(arena, "T%d:%d:%d", moment->hour, moment->minute, moment->second));
	case VALUE_TERM: return term_sense(pointer_at(place), arena);
	case VALUE_TALLY: return tally_sense(place, arena);
	case VALUE_OBJECT: return keys_sense(key->of, pointer_at(place), arena);
	case VALUE_LIST: return list_sense(key, place, arena);
	default: return text_on_one_line(*(const struct slice *)place, arena);
	}
}

struct slice key_sense(const struct key *key, const void *place, struct arena *arena)
{
	return value_sense(key, key->type, place, arena);
}

struct slice key_item_sense(const struct key *key, const void *item, struct arena *arena)
{
	return key->of ? keys_sense(key->of, item, arena)
		       : value_sense(key, key->item, item, arena);
}

struct slice keys_sense(const struct key_table *table, const void *object, struct arena *arena)
{
	struct slice *values = ARENA_COUNT(arena, struct slice, table->count);

	if (!keys_given(table, object))
		return SLICE("");
	for (size_t i = 0; i < table->count; i++)
		if (!table->keys[i].no_meaning)
			values[i] =
			    key_sense(&table->keys[i], key_place(&table->keys[i], object), arena);
	return parts_sense(values, table->count, arena);
}

bool key_same(const struct key *key, const void *a, const void *b, struct arena *scratch)
{
	return slice_eq(key_sense(key, a, scratch), key_sense(key, b, scratch));
}
