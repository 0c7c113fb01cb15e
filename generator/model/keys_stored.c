#include "model/keys_stored.h"

#include <string.h>

#include "model/keys_sense.h"
#include "model/past.h"
#include "model/values.h"

/* --- stored ------------------------------------------------------------------------------------ */

static void store_value(
    struct key_store *store, const struct key *key, enum value_type type, const void *place);

/* Numbers below 0 are rare: words in place of a number. */
static void store_number(struct key_store *store, int32_t number)
{
	cache_add_count(store->bytes, (uint32_t)number);
}

/* Year, month and day in 14, 4 and 5 bits. */
void date_store(struct buffer *bytes, struct date date)
{
	cache_add_count(
	    bytes, (uint64_t)date.year << 9 | (uint64_t)date.month << 5 | (uint64_t)date.day);
}

static void store_date(struct key_store *store, struct date date)
{
	date_store(store->bytes, date);
}

static void store_time(struct key_store *store, int hour, int minute, int second)
{
	store_number(store, (hour * 60 + minute) * 60 + second);
}

static void store_node(struct key_store *store, const struct yaml_node *node)
{
	cache_add_count(store->bytes, node ? (uint64_t)node->kind + 1 : 0);
	if (node)
		cache_add_text(store->bytes, node->text);
}

static void store_reference(struct key_store *store, const struct reference *reference)
{
	cache_add_text(store->bytes, reference->id);
	if (slice_empty(reference->id))
		store_node(store, reference->node);
	else if (!reference->found)
		store->unresolved = true;
}

static void store_tally(struct key_store *store, const struct tally *tally)
{
	store_node(store, tally->node);
	store_number(store, tally->count);
	cache_add_count(store->bytes, tally->organisations.count);
	for (size_t i = 0; i < tally->organisations.count; i++)
		store_reference(store, &tally->organisations.items[i]);
}

static void store_duration(struct key_store *store, const struct duration *duration)
{
	store_number(store, duration->years);
	store_number(store, duration->months);
	store_number(store, duration->weeks);
	store_number(store, duration->days);
}

static void store_event(struct key_store *store, const struct term_event *event)
{
	cache_add_text(store->bytes, event->id);
	store_duration(store, &event->after);
}

static void store_bound(struct key_store *store, const struct term_bound *bound)
{
	store_number(store, (int32_t)bound->kind);
	store_date(store, bound->date);
	store_event(store, &bound->event);
}

static void store_term(struct key_store *store, const struct term *term)
{
	store_number(store, (int32_t)term->kind);
	store_date(store, term->date);
	store_date(store, term->until);
	store_event(store, &term->event);
	store_number(store, term->year);
	store_number(store, term->part);
	store_bound(store, &term->from);
	store_bound(store, &term->to);
	store_event(store, &term->after);
	store_number(store, term->continuous);
	store_number(store, term->approximate);
	store_number(store, (int32_t)term->rhythm);
	store_number(store, (int32_t)term->span.kind);
	store_duration(store, &term->span.duration);
	store_number(store, term->span.school_years);
	store_number(store, term->span.school_year);
	cache_add_text(store->bytes, term->condition);
}

/* An object or a term: whether there is one, then what it is. */
static void store_pointer(
    struct key_store *store, const struct key *key, enum value_type type, const void *place)
{
	const void *object;

	memcpy(&object, place, sizeof object);
	cache_add_count(store->bytes, object != NULL);
	if (object && type == VALUE_TERM)
		store_term(store, object);
	else if (object)
		keys_store(store, key->of, object);
}

static void store_list(struct key_store *store, const struct key *key, const void *place)
{
	struct list list;

	memcpy(&list, place, sizeof list);
	cache_add_count(store->bytes, list.count);
	for (size_t i = 0; i < list.count; i++)
		key_item_store(store, key, (const char *)list.items + i * key_item_size(key));
}

static void store_value(
    struct key_store *store, const struct key *key, enum value_type type, const void *place)
{
	const struct decimal *decimal = place;
	const struct clock *clock = place;
	const struct moment *moment = place;

	switch (type) {
	case VALUE_REFERENCE: store_reference(store, place); break;
	case VALUE_NUMBER:
	case VALUE_SCHOOL_YEAR: store_number(store, *(const int32_t *)place); break;
	case VALUE_DECIMAL:
		cache_add_count(store->bytes, (uint64_t)decimal->thousandths);
		cache_add_text(store->bytes, decimal->text);
		break;
	case VALUE_WORD:
	case VALUE_YES_NO: store_number(store, *(const int *)place); break;
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: store_date(store, *(const struct date *)place); break;
	case VALUE_TIME:
		store_number(store, clock->known);
		store_time(store, clock->hour, clock->minute, 0);
		break;
	case VALUE_MOMENT:
		store_date(store, moment->day);
		store_time(store, moment->hour, moment->minute, moment->second);
		break;
	case VALUE_TALLY: store_tally(store, place); break;
	case VALUE_TERM:
	case VALUE_OBJECT: store_pointer(store, key, type, place); break;
	case VALUE_LIST: store_list(store, key, place); break;
	default: cache_add_text(store->bytes, *(const struct slice *)place); break;
	}
}

/* An empty list has room for none, or for nothing yet: that makes no difference. */
static bool holds_nothing(const struct key *key, const char *place)
{
	size_t size = value_size(key->type);
	struct list list;

	if (key->type == VALUE_LIST) {
		memcpy(&list, place, sizeof list);
		return list.count == 0;
	}
	while (size && place[size - 1] == 0)
		size--;
	return size == 0;
}

/* Of each key that holds something its index from 1 and its value; then 0. */
void keys_store(struct key_store *store, const struct key_table *table, const void *object)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];
		const void *place = key_place(key, object);

		if (holds_nothing(key, place))
			continue;
		cache_add_count(store->bytes, i + 1);
		store_value(store, key, key->type, place);
	}
	cache_add_count(store->bytes, 0);
}

void key_store(struct key_store *store, const struct key *key, const void *place)
{
	store_value(store, key, key->type, place);
}

void key_item_store(struct key_store *store, const struct key *key, const void *item)
{
	if (key->of)
		keys_store(store, key->of, item);
	else
		store_value(store, key, key->item, item);
}

/* --- restored ---------------------------------------------------------------------------------- */

static void restore_value(
    struct key_restore *restore, const struct key *key, enum value_type type, void *place);

static void refuse_unless(struct key_restore *restore, bool good)
{
	restore->reader.failed = restore->reader.failed || !good;
}

static int32_t restore_number(struct key_restore *restore)
{
	uint64_t number = cache_take_count(&restore->reader);

	refuse_unless(restore, number <= UINT32_MAX);
	return (int32_t)(uint32_t)number;
}

/* A number of 0 to max; 0 for others. */
static unsigned restore_up_to(struct key_restore *restore, unsigned max)
{
	uint64_t number = cache_take_count(&restore->reader);

	refuse_unless(restore, number <= max);
	return number <= max ? (unsigned)number : 0;
}

struct date date_restore(struct cache_reader *reader)
{
	uint64_t bits = cache_take_count(reader);
	struct date date = { (int16_t)(bits >> 9 & 0x3fff), (int8_t)(bits >> 5 & 0xf),
		(int8_t)(bits & 0x1f) };

	if (bits && (bits >> 23 != 0 || !date_exists(date)))
		reader->failed = true;
	return bits && !reader->failed ? date : DATE_NONE;
}

static struct date restore_date(struct key_restore *restore)
{
	return date_restore(&restore->reader);
}

static void restore_clock(struct key_restore *restore, struct clock *clock)
{
	unsigned known = restore_up_to(restore, 1), seconds = restore_up_to(restore, 86399);

	*clock =
	    (struct clock){ known != 0, (int8_t)(seconds / 3600), (int8_t)(seconds / 60 % 60) };
}

static void restore_moment(struct key_restore *restore, struct moment *moment)
{
	struct date day = restore_date(restore);
	unsigned seconds = restore_up_to(restore, 86399);

	*moment = (struct moment){ day, (int8_t)(seconds / 3600), (int8_t)(seconds / 60 % 60),
		(int8_t)(seconds % 60) };
}

static const struct yaml_node *restore_node(struct key_restore *restore)
{
	unsigned kind = restore_up_to(restore, YAML_MAP + 1);
	struct yaml_node *node;

	if (kind == 0)
		return NULL;
	node = ARENA_NEW(restore->arena, struct yaml_node);
	node->kind = (enum yaml_kind)(kind - 1);
	node->text = cache_take_text(&restore->reader);
	return node;
}

static struct reference restore_reference(struct key_restore *restore, const struct key *key)
{
	struct reference reference = { .id = cache_take_text(&restore->reader) };

	if (slice_empty(reference.id)) {
		reference.node = restore_node(restore);
		return reference;
	}
	reference.found = past_target(
	    restore->site, restore->programme, key->target, reference.id, restore->arena);
	restore->unresolved = restore->unresolved || !reference.found;
	return reference;
}

/* Of a list whose items take a byte at least. */
static size_t restore_length(struct key_restore *restore)
{
	uint64_t count = cache_take_count(&restore->reader);

	refuse_unless(restore, count <= restore->reader.rest.len);
	return restore->reader.failed ? 0 : (size_t)count;
}

static void restore_tally(struct key_restore *restore, const struct key *key, struct tally *tally)
{
	size_t count;

	tally->node = restore_node(restore);
	tally->count = restore_number(restore);
	refuse_unless(restore, tally->count >= 0);
	count = restore_length(restore);
	while (count-- && !restore->reader.failed)
		*ARENA_PUSH(restore->arena, &tally->organisations) =
		    restore_reference(restore, key);
}

static struct duration restore_duration(struct key_restore *restore)
{
	struct duration duration;

	duration.years = (int16_t)restore_up_to(restore, 999);
	duration.months = (int16_t)restore_up_to(restore, 999);
	duration.weeks = (int16_t)restore_up_to(restore, 999);
	duration.days = (int16_t)restore_up_to(restore, 999);
	return duration;
}

static struct term_event restore_event(struct key_restore *restore)
{
	struct term_event event = { .id = cache_take_text(&restore->reader) };

	event.after = restore_duration(restore);
	return event;
}

static struct term_bound restore_bound(struct key_restore *restore)
{
	struct term_bound bound;

	bound.kind = restore_up_to(restore, BOUND_TRIENNIUM_END);
	bound.date = restore_date(restore);
	bound.event = restore_event(restore);
	return bound;
}

static struct term *restore_term(struct key_restore *restore)
{
	struct term *term = ARENA_NEW(restore->arena, struct term);

	term->kind = (enum term_kind)restore_up_to(restore, TERM_TRIENNIUM_END);
	term->date = restore_date(restore);
	term->until = restore_date(restore);
	term->event = restore_event(restore);
	term->year = (int16_t)restore_up_to(restore, 2999);
	term->part = (int8_t)restore_up_to(restore, SEASON_WINTER);
	term->from = restore_bound(restore);
	term->to = restore_bound(restore);
	term->after = restore_event(restore);
	term->continuous = restore_up_to(restore, 1) != 0;
	term->approximate = restore_up_to(restore, 1) != 0;
	term->rhythm = (enum term_rhythm)restore_up_to(restore, RHYTHM_TWO_YEARS);
	term->span.kind = restore_up_to(restore, SPAN_SCHOOL_YEAR);
	term->span.duration = restore_duration(restore);
	term->span.school_years = (int16_t)restore_up_to(restore, 2999);
	term->span.school_year = (int16_t)restore_up_to(restore, 2999);
	term->condition = cache_take_text(&restore->reader);
	return term;
}

static void restore_pointer(
    struct key_restore *restore, const struct key *key, enum value_type type, void *place)
{
	void *object = NULL;

	if (restore_up_to(restore, 1))
		object =
		    type == VALUE_TERM ? restore_term(restore) : keys_restore(restore, key->of);
	memcpy(place, &object, sizeof object);
}

static void restore_list(struct key_restore *restore, const struct key *key, void *place)
{
	size_t size = key_item_size(key), count = restore_length(restore);
	struct list list = { 0 };

	while (count-- && !restore->reader.failed) {
		list.items = arena_grow(restore->arena, list.items, size, list.count, &list.cap);
		memcpy(
		    (char *)list.items + list.count++ * size, key_item_restore(restore, key), size);
	}
	memcpy(place, &list, sizeof list);
}

/* One of its words, or 0. */
static int restore_word(struct key_restore *restore, const struct key *key)
{
	int32_t value = restore_number(restore);

	refuse_unless(restore, value == 0 || word_find(key->words, value));
	return restore->reader.failed ? 0 : value;
}

static void restore_value(
    struct key_restore *restore, const struct key *key, enum value_type type, void *place)
{
	struct decimal *decimal = place;

	switch (type) {
	case VALUE_REFERENCE: *(struct reference *)place = restore_reference(restore, key); break;
	case VALUE_NUMBER: *(int32_t *)place = restore_number(restore); break;
	case VALUE_SCHOOL_YEAR: *(int32_t *)place = (int32_t)restore_up_to(restore, 2999); break;
	case VALUE_DECIMAL:
		decimal->thousandths = (int64_t)cache_take_count(&restore->reader);
		decimal->text = cache_take_text(&restore->reader);
		break;
	case VALUE_WORD: *(int *)place = restore_word(restore, key); break;
	case VALUE_YES_NO: *(int *)place = (int)restore_up_to(restore, YES_NO_YES); break;
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: *(struct date *)place = restore_date(restore); break;
	case VALUE_TIME: restore_clock(restore, place); break;
	case VALUE_MOMENT: restore_moment(restore, place); break;
	case VALUE_TALLY: restore_tally(restore, key, place); break;
	case VALUE_TERM:
	case VALUE_OBJECT: restore_pointer(restore, key, type, place); break;
	case VALUE_LIST: restore_list(restore, key, place); break;
	default: *(struct slice *)place = cache_take_text(&restore->reader); break;
	}
}

/* Keys stand in the table's order. */
void *keys_restore(struct key_restore *restore, const struct key_table *table)
{
	char *object = arena_alloc(restore->arena, table->size);
	uint64_t last = 0, index;

	while ((index = cache_take_count(&restore->reader)) != 0) {
		const struct key *key;

		refuse_unless(restore, index > last && index <= table->count);
		if (restore->reader.failed)
			break;
		key = &table->keys[index - 1];
		restore_value(restore, key, key->type, object + key->offset);
		last = index;
	}
	return object;
}

void *key_restore(struct key_restore *restore, const struct key *key)
{
	void *place = arena_alloc(restore->arena, value_size(key->type));

	restore_value(restore, key, key->type, place);
	return place;
}

void *key_item_restore(struct key_restore *restore, const struct key *key)
{
	void *place;

	if (key->of)
		return keys_restore(restore, key->of);
	place = arena_alloc(restore->arena, value_size(key->item));
	restore_value(restore, key, key->item, place);
	return place;
}
