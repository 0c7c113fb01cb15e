#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "render/template_provider.h"

/* What every ARRAY() looks like. */
struct view_array {
	const void *items;
	size_t count, cap;
};

/* The reference of a name: where its value is, from the data of a context. */
struct slot {
	size_t level; /* of the context, 0 for the page */
	enum view_kind kind;
	const struct view *of;
	size_t item_size;
	size_t offset;   /* of the value in the last struct */
	size_t steps;    /* objects to go through before */
	size_t *objects; /* their offsets */
};

#define SCALAR_FIELD(kind) ((const struct view_field[]){ { ".", (kind), 0, NULL, 0 } })
#define SCALAR_VIEW(kind, type) [kind] = { "", SCALAR_FIELD(kind), 1, sizeof(type) }

const struct view view_text = { "testo", SCALAR_FIELD(VIEW_KIND_TEXT), 1, sizeof(struct slice) };

/* What {{.}} is in the section of a single value; a flag's section opens nothing. */
static const struct view scalars[] = {
	SCALAR_VIEW(VIEW_KIND_TEXT, struct slice),
	SCALAR_VIEW(VIEW_KIND_HTML, struct html),
	SCALAR_VIEW(VIEW_KIND_URL, struct slice),
	SCALAR_VIEW(VIEW_KIND_ID, struct slice),
	SCALAR_VIEW(VIEW_KIND_DATE, struct date),
	SCALAR_VIEW(VIEW_KIND_INT, int),
	SCALAR_VIEW(VIEW_KIND_UNSIGNED, unsigned int),
	SCALAR_VIEW(VIEW_KIND_SIZE, size_t),
	SCALAR_VIEW(VIEW_KIND_JSON, struct slice),
};

struct resolver {
	const struct template_context *types;
	struct slice name;
	struct position at;
	struct arena *arena;
	struct diagnostics *diagnostics;
};

static const struct view_field *field_of(const struct view *view, struct slice name)
{
	for (size_t i = 0; i < view->count; i++)
		if (slice_is(name, view->fields[i].name))
			return &view->fields[i];
	return NULL;
}

/* "'riga_atto', 'elenco'": the views from..to-1 of the stack, the innermost first. */
static struct slice view_names(
    const struct template_context *types, size_t from, struct arena *arena)
{
	struct slice names = SLICE("");

	for (size_t i = types->depth; i > from; i--) {
		const struct view *view = types->items[i - 1];

		if (view->name[0] != '\0')
			names = arena_printf(arena, "%.*s%s'%s'", SLICE_ARGS(names),
			    names.len ? ", " : "", view->name);
	}
	return names;
}

/* Names of the views on the stack from `from` on; "." is no name to suggest. */
static struct slice nearest_name(
    const struct template_context *types, size_t from, struct slice name, struct arena *arena)
{
	ARRAY(struct slice) known = { 0 };

	for (size_t level = types->depth; level > from; level--) {
		const struct view *view = types->items[level - 1];

		for (size_t i = 0; i < view->count; i++)
			if (strcmp(view->fields[i].name, ".") != 0)
				*ARENA_PUSH(arena, &known) = slice_from(view->fields[i].name);
	}
	return nearest_word(name, known.items, known.count, arena);
}

static void report_unknown(
    const struct resolver *resolver, const struct template_context *types, struct slice part)
{
	struct slice views = view_names(types, 0, resolver->arena);
	struct slice near = nearest_name(types, 0, part, resolver->arena);

	if (slice_empty(near))
		diag2(resolver->diagnostics, DIAG_TEMPLATE_NAME, resolver->at, part, views);
	else
		diag3(resolver->diagnostics, DIAG_TEMPLATE_NAME_NEAR, resolver->at, part, views,
		    near);
}

static void report_no_parts(const struct resolver *resolver, struct slice whole, struct slice part)
{
	diag2(resolver->diagnostics, DIAG_TEMPLATE_NO_PARTS, resolver->at, whole, part);
}

static void slot_take(struct slot *slot, const struct view_field *field)
{
	slot->kind = field->kind;
	slot->of = field->of;
	slot->item_size = field->item_size;
	slot->offset = field->offset;
}

/* The first part of a name, from the innermost context outwards. */
static bool resolve_first(const struct resolver *resolver, struct slice part, struct slot *slot)
{
	for (size_t level = resolver->types->depth; level > 0; level--) {
		const struct view_field *field = field_of(resolver->types->items[level - 1], part);

		if (!field)
			continue;
		slot->level = level - 1;
		slot_take(slot, field);
		return true;
	}
	report_unknown(resolver, resolver->types, part);
	return false;
}

/* A further part: of an object, or the number of a list's items. */
static bool resolve_next(
    const struct resolver *resolver, struct slice whole, struct slice part, struct slot *slot)
{
	struct template_context inside = { .items = { slot->of }, .depth = 1 };
	const struct view_field *field;

	if (slot->kind == VIEW_KIND_LIST && slice_is(part, "quanti")) {
		slot->kind = VIEW_KIND_SIZE;
		slot->offset += offsetof(struct view_array, count);
		return true;
	}
	if (slot->kind != VIEW_KIND_OBJECT) {
		report_no_parts(resolver, whole, part);
		return false;
	}
	field = field_of(slot->of, part);
	if (!field) {
		report_unknown(resolver, &inside, part);
		return false;
	}
	slot->objects[slot->steps++] = slot->offset;
	slot_take(slot, field);
	return true;
}

static size_t count_dots(struct slice name)
{
	size_t dots = 0;

	for (size_t i = 0; i < name.len; i++)
		dots += name.p[i] == '.';
	return dots;
}

static const void *resolve(const struct template_context *types, struct slice name,
    struct position at, struct arena *arena, struct diagnostics *diagnostics)
{
	struct resolver resolver = { types, name, at, arena, diagnostics };
	struct slot *slot = ARENA_NEW(arena, struct slot);
	struct slice part, rest;

	slot->objects = ARENA_COUNT(arena, size_t, count_dots(name));
	if (slice_is(name, "."))
		return resolve_first(&resolver, name, slot) ? slot : NULL;
	slice_cut(name, '.', &part, &rest);
	if (!resolve_first(&resolver, part, slot))
		return NULL;
	while (part.p + part.len < name.p + name.len) {
		struct slice whole = slice_sub(name, 0, (size_t)(part.p + part.len - name.p));

		slice_cut(rest, '.', &part, &rest);
		if (!resolve_next(&resolver, whole, part, slot))
			return NULL;
	}
	return slot;
}

static enum view_kind kind(const void *reference)
{
	const struct slot *slot = reference;

	return slot->kind;
}

static const void *opens(const void *reference)
{
	const struct slot *slot = reference;

	switch (slot->kind) {
	case VIEW_KIND_FLAG: return NULL;
	case VIEW_KIND_LIST:
	case VIEW_KIND_OBJECT: return slot->of;
	default: return &scalars[slot->kind];
	}
}

static const void *pointer_at(const char *at)
{
	const void *pointer;

	memcpy(&pointer, at, sizeof pointer);
	return pointer;
}

static const void *find(const void *reference, const struct template_context *data)
{
	const struct slot *slot = reference;
	const char *at = data->items[slot->level];

	for (size_t i = 0; at && i < slot->steps; i++)
		at = pointer_at(at + slot->objects[i]);
	return at ? at + slot->offset : NULL;
}

static struct view_array array_at(const void *at)
{
	struct view_array array;

	memcpy(&array, at, sizeof array);
	return array;
}

static size_t count(const void *reference, const void *value)
{
	const struct slot *slot = reference;

	switch (slot->kind) {
	case VIEW_KIND_TEXT:
	case VIEW_KIND_URL:
	case VIEW_KIND_ID:
	case VIEW_KIND_JSON: return ((const struct slice *)value)->len > 0;
	case VIEW_KIND_HTML: return !html_empty(*(const struct html *)value);
	case VIEW_KIND_DATE: return date_known(*(const struct date *)value);
	case VIEW_KIND_FLAG: return *(const bool *)value;
	case VIEW_KIND_INT: return *(const int *)value != 0;
	case VIEW_KIND_UNSIGNED: return *(const unsigned int *)value != 0;
	case VIEW_KIND_SIZE: return *(const size_t *)value != 0;
	case VIEW_KIND_LIST: return array_at(value).count;
	case VIEW_KIND_OBJECT: return pointer_at(value) != NULL;
	}
	return 0;
}

static const void *item(const void *reference, const void *value, size_t index)
{
	const struct slot *slot = reference;

	switch (slot->kind) {
	case VIEW_KIND_LIST: return (const char *)array_at(value).items + index * slot->item_size;
	case VIEW_KIND_OBJECT: return pointer_at(value);
	default: return value;
	}
}

static void print_date(struct date date, struct buffer *out)
{
	if (!date_known(date))
		return;
	buffer_addf(out, "%04d", date.year);
	if (date.month)
		buffer_addf(out, "-%02d", date.month);
	if (date.day)
		buffer_addf(out, "-%02d", date.day);
}

static void print(const void *reference, const void *value, enum escape escape, struct buffer *out)
{
	const struct slot *slot = reference;

	switch (slot->kind) {
	case VIEW_KIND_TEXT:
	case VIEW_KIND_URL:
	case VIEW_KIND_ID:
	case VIEW_KIND_JSON: template_escape(out, escape, *(const struct slice *)value); break;
	case VIEW_KIND_HTML: buffer_add(out, html_markup(*(const struct html *)value)); break;
	case VIEW_KIND_DATE: print_date(*(const struct date *)value, out); break;
	case VIEW_KIND_INT: buffer_addf(out, "%d", *(const int *)value); break;
	case VIEW_KIND_UNSIGNED: buffer_addf(out, "%u", *(const unsigned int *)value); break;
	case VIEW_KIND_SIZE: buffer_addf(out, "%zu", *(const size_t *)value); break;
	case VIEW_KIND_FLAG:
	case VIEW_KIND_LIST:
	case VIEW_KIND_OBJECT: break;
	}
}

const struct template_provider template_views = {
	.lax = false,
	.resolve = resolve,
	.kind = kind,
	.opens = opens,
	.find = find,
	.count = count,
	.item = item,
	.print = print,
};

/* JSON in a script element: what could end the element or the line becomes an escape of JSON. */
static void escape_json(struct buffer *out, struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.p[i];
		struct slice ahead = slice_sub(text, i, i + 3);

		if (c == '<' || c == '>' || c == '&') {
			buffer_addf(out, "\\u%04X", (unsigned)c);
		} else if (slice_is(ahead, "\xE2\x80\xA8") || slice_is(ahead, "\xE2\x80\xA9")) {
			buffer_addf(out, "\\u20%02X", ahead.p[2] == '\xA8' ? 0x28u : 0x29u);
			i += 2;
		} else {
			buffer_add_byte(out, c);
		}
	}
}

void template_escape(struct buffer *out, enum escape escape, struct slice text)
{
	switch (escape) {
	case ESCAPE_NONE: buffer_add(out, text); break;
	case ESCAPE_TEXT: html_escape_text(out, text); break;
	case ESCAPE_ATTRIBUTE: html_escape_attribute(out, text); break;
	case ESCAPE_URL: html_escape_url(out, text); break;
	case ESCAPE_URL_PART: html_escape_url_part(out, text); break;
	case ESCAPE_JSON: escape_json(out, text); break;
	}
}
