#include "base/diag.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

struct entry {
	const char *code, *name;
	enum level level;
	const char *text[2], *remedy[2];
};

static const struct entry table[DIAG_COUNT] = {
#define DIAG(number, level, name, it, it_remedy, en, en_remedy) \
	[DIAG_##name] = { "Z" #number, #name, LEVEL_##level, { it, en }, { it_remedy, en_remedy } },
#include "base/diag.def"
#undef DIAG
};

void diagnostics_init(struct diagnostics *diagnostics)
{
	*diagnostics = (struct diagnostics){ .arena = arena_new() };
}

void diagnostics_release(struct diagnostics *diagnostics)
{
	arena_free(diagnostics->arena);
	*diagnostics = (struct diagnostics){ 0 };
}

void diagnostics_clear(struct diagnostics *diagnostics)
{
	arena_reset(diagnostics->arena);
	*diagnostics = (struct diagnostics){ .arena = diagnostics->arena };
}

static void report(struct diagnostics *d, enum diag_id id, struct position at,
    const struct slice *args, size_t count)
{
	struct diagnostic *diagnostic = ARENA_PUSH(d->arena, &d->list);

	*diagnostic = (struct diagnostic){ .id = id, .level = table[id].level, .at = at };
	diagnostic->at.file = arena_slice(d->arena, at.file);
	for (size_t i = 0; i < DIAG_ARGS; i++)
		diagnostic->args[i] =
		    arena_slice(d->arena, args && i < count ? args[i] : SLICE(""));
}

void diag0(struct diagnostics *d, enum diag_id id, struct position at)
{
	report(d, id, at, NULL, 0);
}

void diag1(struct diagnostics *d, enum diag_id id, struct position at, struct slice a)
{
	report(d, id, at, &a, 1);
}

void diag2(
    struct diagnostics *d, enum diag_id id, struct position at, struct slice a, struct slice b)
{
	report(d, id, at, (const struct slice[]){ a, b }, 2);
}

void diag3(struct diagnostics *d, enum diag_id id, struct position at, struct slice a,
    struct slice b, struct slice c)
{
	report(d, id, at, (const struct slice[]){ a, b, c }, 3);
}

void diag4(struct diagnostics *d, enum diag_id id, struct position at, struct slice a,
    struct slice b, struct slice c, struct slice e)
{
	report(d, id, at, (const struct slice[]){ a, b, c, e }, 4);
}

void diagnostics_merge(struct diagnostics *into, const struct diagnostics *from)
{
	for (size_t i = 0; i < from->list.count; i++) {
		const struct diagnostic *each = &from->list.items[i];
		struct diagnostic *copy;

		report(into, each->id, each->at, each->args, DIAG_ARGS);
		copy = &into->list.items[into->list.count - 1];
		copy->level = each->level;
		copy->accepted = each->accepted;
	}
}

static int order_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int order(const void *left, const void *right)
{
	const struct diagnostic *a = left, *b = right;
	int by = slice_cmp(a->at.file, b->at.file);

	if (by == 0)
		by = order_numbers(a->at.line, b->at.line);
	if (by == 0)
		by = order_numbers(a->at.column, b->at.column);
	if (by == 0)
		by = strcmp(table[a->id].code, table[b->id].code);
	for (size_t i = 0; by == 0 && i < DIAG_ARGS; i++)
		by = slice_cmp(a->args[i], b->args[i]);
	return by;
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
	struct diagnostic *items = diagnostics->list.items;
	size_t kept = 0;

	if (diagnostics->list.count == 0)
		return;
	qsort(items, diagnostics->list.count, sizeof *items, order);
	for (size_t i = 1; i < diagnostics->list.count; i++)
		if (order(&items[kept], &items[i]) != 0)
			items[++kept] = items[i];
	diagnostics->list.count = kept + 1;
}

size_t diagnostics_count(const struct diagnostics *diagnostics, enum level level)
{
	size_t count = 0;

	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct diagnostic *each = &diagnostics->list.items[i];

		count += each->level == level && !each->accepted;
	}
	return count;
}

bool diagnostics_blocking(const struct diagnostics *diagnostics)
{
	return diagnostics_count(diagnostics, LEVEL_ERROR) > 0 ||
	       diagnostics_count(diagnostics, LEVEL_FAILURE) > 0;
}

const char *diag_code(enum diag_id id)
{
	return table[id].code;
}

const char *diag_name(enum diag_id id)
{
	return table[id].name;
}

enum level diag_level(enum diag_id id)
{
	return table[id].level;
}

const char *diag_template(enum diag_id id, enum language language)
{
	return table[id].text[language];
}

const char *diag_remedy_template(enum diag_id id, enum language language)
{
	return table[id].remedy[language];
}

enum diag_id diag_by_code(struct slice code)
{
	for (int id = 0; id < DIAG_COUNT; id++)
		if (slice_is(code, table[id].code))
			return (enum diag_id)id;
	return DIAG_COUNT;
}

const char *level_name(enum level level, enum language language)
{
	static const char *const names[][2] = {
		[LEVEL_NOTE] = { "nota", "note" },
		[LEVEL_WARNING] = { "avviso", "warning" },
		[LEVEL_ERROR] = { "errore", "error" },
		[LEVEL_FAILURE] = { "guasto", "failure" },
	};

	return names[level][language];
}

struct slice message_fill(
    const char *pattern, const struct slice *args, size_t count, struct arena *arena)
{
	struct buffer text = { 0 };
	struct slice filled;

	for (const char *p = pattern; *p; p++) {
		if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}') {
			size_t which = (size_t)(p[1] - '1');

			assert(which < count);
			buffer_add(&text, args[which]);
			p += 2;
		} else {
			buffer_add_byte(&text, *p);
		}
	}
	filled = arena_slice(arena, buffer_slice(&text));
	buffer_release(&text);
	return filled;
}

struct slice diag_argument(struct slice argument, enum language language)
{
	size_t cut = slice_find_byte(argument, '\x1E');

	if (cut == SLICE_NONE)
		return argument;
	return language == LANGUAGE_ITALIAN ? slice_sub(argument, 0, cut)
					    : slice_from_index(argument, cut + 1);
}

static struct slice fill_in(const struct diagnostic *diagnostic, const char *pattern,
    enum language language, struct arena *arena)
{
	struct slice args[DIAG_ARGS];

	for (size_t i = 0; i < DIAG_ARGS; i++)
		args[i] = diag_argument(diagnostic->args[i], language);
	return slice_trim(message_fill(pattern, args, DIAG_ARGS, arena));
}

struct slice diagnostic_text(
    const struct diagnostic *diagnostic, enum language language, struct arena *arena)
{
	return fill_in(diagnostic, table[diagnostic->id].text[language], language, arena);
}

struct slice diagnostic_remedy(
    const struct diagnostic *diagnostic, enum language language, struct arena *arena)
{
	return fill_in(diagnostic, table[diagnostic->id].remedy[language], language, arena);
}

struct position position_file(struct slice file)
{
	return (struct position){ .file = file };
}
