#include "change_text.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <string.h>

#include "model/keys_sense.h"

static void show_value(
    struct buffer *out, const struct key *key, enum value_type type, const void *place);

static void show_date(struct buffer *out, struct date date)
{
	struct arena *arena = arena_new();

	buffer_add(out, date_iso(date, arena));
	arena_free(arena);
}

static void show_text(struct buffer *out, struct slice text)
{
	struct arena *arena = arena_new();

	buffer_add(out, text_on_one_line(text, arena));
	arena_free(arena);
}

static void show_duration(struct buffer *out, struct duration duration)
{
	buffer_addf(
	    out, "%dY%dM%dW%dD", duration.years, duration.months, duration.weeks, duration.days);
}

static void show_event(struct buffer *out, const struct term_event *event)
{
	buffer_add(out, event->id);
	if (event->after.years || event->after.months || event->after.weeks || event->after.days) {
		buffer_add_str(out, "+");
		show_duration(out, event->after);
	}
}

static void show_bound(struct buffer *out, const char *name, const struct term_bound *bound)
{
	if (bound->kind == BOUND_NONE)
		return;
	buffer_addf(out, " %s ", name);
	if (bound->kind == BOUND_DATE)
		show_date(out, bound->date);
	else if (bound->kind == BOUND_EVENT)
		show_event(out, &bound->event);
	else
		buffer_add_str(out, "fine_triennio");
}

static void show_term(struct buffer *out, const struct term *term)
{
	static const char *const kinds[] = { "", "entro", "nel", "periodo", "evento", "stagione",
		"semestre", "anno_scolastico", "fine_triennio" };

	buffer_addf(out, "<%s", kinds[term->kind]);
	if (date_known(term->date)) {
		buffer_add_str(out, " ");
		show_date(out, term->date);
	}
	if (date_known(term->until)) {
		buffer_add_str(out, "/");
		show_date(out, term->until);
	}
	if (term->kind == TERM_EVENT) {
		buffer_add_str(out, " ");
		show_event(out, &term->event);
	}
	if (term->year)
		buffer_addf(out, " %d-%d", term->year, term->part);
	show_bound(out, "dal", &term->from);
	show_bound(out, "fino_a", &term->to);
	if (!slice_empty(term->after.id)) {
		buffer_add_str(out, " dopo ");
		show_event(out, &term->after);
	}
	if (term->continuous)
		buffer_add_str(out, " continuo");
	if (term->approximate)
		buffer_add_str(out, " approssimato");
	if (term->rhythm)
		buffer_addf(out, " ritmo %d", (int)term->rhythm);
	if (term->span.kind == SPAN_DURATION) {
		buffer_add_str(out, " per ");
		show_duration(out, term->span.duration);
	} else if (term->span.kind != SPAN_NONE) {
		buffer_addf(
		    out, " per %d anni, %d", term->span.school_years, term->span.school_year);
	}
	if (!slice_empty(term->condition)) {
		buffer_add_str(out, " se ");
		show_text(out, term->condition);
	}
	buffer_add_str(out, ">");
}

static void show_tally(struct buffer *out, const struct tally *tally)
{
	buffer_addf(out, "%" PRId32, tally->count);
	for (size_t i = 0; i < tally->organisations.count; i++)
		buffer_addf(out, ":%.*s", SLICE_ARGS(tally->organisations.items[i].id));
	cr_expect(tally->node, "a copied tally is still told from none");
}

static void show_object(struct buffer *out, const struct key_table *table, const void *object)
{
	const char *separator = "";

	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		if (!key_given(key, key_place(key, object)))
			continue;
		buffer_addf(out, "%s%s=", separator, key->name);
		show_value(out, key, key->type, key_place(key, object));
		separator = " ";
	}
}

static void show_item(struct buffer *out, const struct key *key, const void *item)
{
	buffer_add_str(out, "(");
	if (key->of)
		show_object(out, key->of, item);
	else
		show_value(out, key, key->item, item);
	buffer_add_str(out, ")");
}

static void show_list(struct buffer *out, const struct key *key, const void *place)
{
	struct list list;

	memcpy(&list, place, sizeof list);
	for (size_t i = 0; i < list.count; i++)
		show_item(out, key, (const char *)list.items + i * key_item_size(key));
}

static const void *pointer_at(const void *place)
{
	const void *pointer;

	memcpy(&pointer, place, sizeof pointer);
	return pointer;
}

static void show_number(struct buffer *out, const struct key *key, int number)
{
	const struct word *word = key->words ? word_find(key->words, number) : NULL;

	if (word)
		buffer_add_str(out, word->name);
	else
		buffer_addf(out, "%d", number);
}

static void show_value(
    struct buffer *out, const struct key *key, enum value_type type, const void *place)
{
	const struct reference *reference = place;
	const struct clock *clock = place;

	switch (type) {
	case VALUE_REFERENCE:
		if (slice_empty(reference->id) && reference->node)
			buffer_addf(out, "!%.*s", SLICE_ARGS(reference->node->text));
		buffer_add(out, reference->id);
		break;
	case VALUE_NUMBER:
	case VALUE_SCHOOL_YEAR: show_number(out, key, *(const int32_t *)place); break;
	case VALUE_WORD: show_number(out, key, *(const int *)place); break;
	case VALUE_YES_NO:
		buffer_add_str(out, *(const int *)place == YES_NO_YES ? "si" : "no");
		break;
	case VALUE_DECIMAL: buffer_add(out, ((const struct decimal *)place)->text); break;
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE: show_date(out, *(const struct date *)place); break;
	case VALUE_TIME: buffer_addf(out, "%02d:%02d", clock->hour, clock->minute); break;
	case VALUE_TERM: show_term(out, pointer_at(place)); break;
	case VALUE_TALLY: show_tally(out, place); break;
	case VALUE_OBJECT:
		buffer_add_str(out, "{");
		show_object(out, key->of, pointer_at(place));
		buffer_add_str(out, "}");
		break;
	case VALUE_LIST: show_list(out, key, place); break;
	default: show_text(out, *(const struct slice *)place); break;
	}
}

/* The item by its identity; nothing for an object. */
static void show_which(struct buffer *out, const struct change *change)
{
	const struct key_table *table = change->key->of;
	const char *separator = "";

	if (change->key->type != VALUE_LIST)
		return;
	buffer_add_str(out, "[");
	for (size_t i = 0; table->identity[i]; i++) {
		const struct key *key = key_find(table, slice_from(table->identity[i]));
		const void *place = key_place(key, change->item);

		if (!key_given(key, place))
			continue;
		buffer_add_str(out, separator);
		show_value(out, key, key->type, place);
		separator = " ";
	}
	buffer_add_str(out, "]");
}

static void show_either(struct buffer *out, const struct change *change, const void *value)
{
	const struct key *key = change->inner ? change->inner : change->key;

	if (change->place == CHANGE_OF_UNKNOWN_KEY)
		buffer_add(out, *(const struct slice *)value);
	else if (change->place == CHANGE_OF_ITEM)
		show_item(out, key, value);
	else
		show_value(out, key, key->type, value);
}

void change_text(struct buffer *out, const struct change *change, bool anonymous)
{
	static const char *const signs[] = { "", "+", "-", "" };
	bool unknown = change->place == CHANGE_OF_UNKNOWN_KEY;
	bool inside = change->place == CHANGE_OF_INNER || (unknown && change->item);

	cr_expect_eq(change->before != NULL, change->verb != CHANGE_ADDED);
	cr_expect_eq(change->after != NULL, change->verb != CHANGE_REMOVED);
	cr_expect_eq(inside, change->item != NULL);
	if (inside) {
		buffer_add_str(out, change->key->name);
		if (!anonymous)
			show_which(out, change);
		buffer_add_str(out, ".");
	}
	buffer_addf(out, "%s%s", unknown ? "?" : "", signs[change->verb]);
	if (unknown)
		buffer_add(out, change->name);
	else
		buffer_add_str(out, inside ? change->inner->name : change->key->name);
	if (change->place != CHANGE_OF_ITEM)
		buffer_add_str(out, "=");
	if (change->before)
		show_either(out, change, change->before);
	if (change->before && change->after)
		buffer_add_str(out, ">");
	if (change->after)
		show_either(out, change, change->after);
}

const char *changes_text(const struct changes *changes, struct arena *arena)
{
	struct buffer out = { .len = 0 };
	const char *text;

	for (size_t i = 0; i < changes->count; i++) {
		if (i)
			buffer_add_str(&out, "; ");
		change_text(&out, &changes->items[i], false);
	}
	text = arena_cstr(arena, buffer_slice(&out));
	buffer_release(&out);
	return text;
}
