#include "model/load.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/url.h"

/* What a target is called in messages, and where one is added. */
static const struct {
	const char *name, *place;
} target_words[TARGET_COUNT] = {
	[TARGET_ORGANISATION] = { DIAG_BOTH("l'ente", "the organisation"),
	    DIAG_BOTH("in enti.yaml", "to enti.yaml") },
	[TARGET_PERSON] = { DIAG_BOTH("la persona", "the person"),
	    DIAG_BOTH("in persone.yaml", "to persone.yaml") },
	[TARGET_BODY] = { DIAG_BOTH("l'organo", "the body"),
	    DIAG_BOTH("nella cartella organi/", "to the folder organi/") },
	[TARGET_MEETING] = { DIAG_BOTH("la seduta", "the meeting"),
	    DIAG_BOTH("nella cartella sedute/", "to the folder sedute/") },
	[TARGET_ACT] = { DIAG_BOTH("l'atto", "the act"),
	    DIAG_BOTH("nella cartella atti/", "to the folder atti/") },
	[TARGET_TOPIC] = { DIAG_BOTH("l'argomento", "the topic"),
	    DIAG_BOTH("in argomenti.yaml", "to argomenti.yaml") },
	[TARGET_POINT] = { DIAG_BOTH("il punto", "the point"),
	    DIAG_BOTH("nella cartella punti/ del programma", "to the programme's folder punti/") },
	[TARGET_ACTION] = { DIAG_BOTH("l'azione", "the action"),
	    DIAG_BOTH("nel suo punto", "to its point") },
	[TARGET_GOAL] = { DIAG_BOTH("l'obiettivo", "the goal"),
	    DIAG_BOTH("nel suo punto", "to its point") },
	[TARGET_WORKING_TABLE] = { DIAG_BOTH("il tavolo", "the table"),
	    DIAG_BOTH("nella cartella tavoli/", "to the folder tavoli/") },
	[TARGET_SCHOOL] = { DIAG_BOTH("la scuola", "the school"),
	    DIAG_BOTH("in scuole.yaml", "to scuole.yaml") },
	[TARGET_REPORT] = { DIAG_BOTH("il rapporto", "the report"),
	    DIAG_BOTH("nella cartella rapporti/", "to the folder rapporti/") },
	[TARGET_REGULATION] = { DIAG_BOTH("il regolamento", "the regulation"),
	    DIAG_BOTH("nella cartella regolamenti/", "to the folder regolamenti/") },
	[TARGET_EVENT] = { DIAG_BOTH("l'evento", "the event"),
	    DIAG_BOTH("in eventi.yaml", "to eventi.yaml") },
};

struct slice target_name(enum target target)
{
	return slice_from(target_words[target].name);
}

struct slice target_place(enum target target)
{
	return slice_from(target_words[target].place);
}

struct gather {
	struct site *site;
	struct diagnostics *diagnostics;
	struct map files[TARGET_COUNT]; /* id -> the file that says it */
};

/*
 * Enters an object, whose struct begins with its node, under its id; reports one that is there already, as written,
 * at the key that says it.
 */
static void enter_as(struct gather *gather, enum target target, struct slice id, const char *key,
    struct slice written, const struct content_file *file, void *object)
{
	struct site *site = gather->site;
	const struct content_file *other_file = map_get(&gather->files[target], id);
	const struct yaml_node *node, *other;

	if (slice_empty(written))
		return;
	if (!other_file) {
		map_put(&site->by_id[target], site->arena, id, object);
		/* The map holds pointers to anything; this one is only read. */
		map_put(&gather->files[target], site->arena, id, (void *)(uintptr_t)file);
		*ARENA_PUSH(site->arena, &site->ids[target]) = id;
		return;
	}
	memcpy(&node, object, sizeof node);
	memcpy(&other, map_get(&site->by_id[target], id), sizeof other);
	diag3(gather->diagnostics, DIAG_ID_DOUBLE, key_position(node, key, file->path),
	    target_name(target), written,
	    arena_printf(site->arena, "%.*s:%u", SLICE_ARGS(other_file->path), other->line));
}

static void enter(struct gather *gather, enum target target, struct slice id,
    const struct content_file *file, void *object)
{
	enter_as(gather, target, id, "id", id, file, object);
}

/* The same for what is named within its programme. */
static void enter_in_programme(struct gather *gather, enum target target,
    const struct programme *programme, const char *key, struct slice id,
    const struct content_file *file, void *object)
{
	struct slice full = arena_printf(
	    gather->site->arena, "%.*s/%.*s", SLICE_ARGS(programme->id), SLICE_ARGS(id));

	enter_as(gather, target, full, key, id, file, object);
}

/* Registers: each of their structs begins with its node and its id. */
#define GATHER_REGISTER(gather, record, list, type, target)                   \
	do {                                                                  \
		type *items = (record)->objects;                              \
                                                                              \
		for (size_t n = 0; n < (record)->count; n++) {                \
			*ARENA_PUSH((gather)->site->arena, list) = &items[n]; \
			enter(gather, target, items[n].id, file, &items[n]);  \
		}                                                             \
	} while (0)

#define GATHER_LIST(gather, record, list, type)                               \
	do {                                                                  \
		type *items = (record)->objects;                              \
                                                                              \
		for (size_t n = 0; n < (record)->count; n++)                  \
			*ARENA_PUSH((gather)->site->arena, list) = &items[n]; \
	} while (0)

static void gather_register(
    struct gather *gather, const struct content_file *file, const struct record *record)
{
	struct site *site = gather->site;

	switch (file->kind) {
	case FILE_ORGANISATIONS:
		GATHER_REGISTER(
		    gather, record, &site->organisations, struct organisation, TARGET_ORGANISATION);
		break;
	case FILE_PEOPLE:
		GATHER_REGISTER(gather, record, &site->people, struct person, TARGET_PERSON);
		break;
	case FILE_TOPICS:
		GATHER_REGISTER(gather, record, &site->topics, struct topic, TARGET_TOPIC);
		break;
	case FILE_EVENTS:
		GATHER_REGISTER(gather, record, &site->events, struct event, TARGET_EVENT);
		break;
	case FILE_SCHOOLS:
		GATHER_REGISTER(gather, record, &site->schools, struct school, TARGET_SCHOOL);
		break;
	case FILE_GLOSSARY:
		GATHER_LIST(gather, record, &site->glossary, struct glossary_entry);
		break;
	case FILE_LEGAL_SOURCES:
		GATHER_LIST(gather, record, &site->legal_sources, struct legal_source);
		break;
	case FILE_REDACTIONS:
		GATHER_LIST(gather, record, &site->redactions, struct redaction);
		break;
	case FILE_CEASED: GATHER_LIST(gather, record, &site->ceased, struct ceased); break;
	case FILE_PUBLIC_NOTES:
		GATHER_LIST(gather, record, &site->public_notes, struct public_note);
		break;
	default: break;
	}
}

static void expect_id(struct gather *gather, const struct content_file *file,
    const struct yaml_node *node, struct slice id)
{
	if (!slice_empty(id) && !slice_eq(id, file->id))
		diag2(gather->diagnostics, DIAG_ID_NOT_THE_NAME,
		    key_position(node, "id", file->path), id, file->id);
}

static void gather_body(struct gather *gather, const struct content_file *file, struct body *body)
{
	body->file = file;
	expect_id(gather, file, body->node, body->id);
	*ARENA_PUSH(gather->site->arena, &gather->site->bodies) = body;
	enter(gather, TARGET_BODY, body->id, file, body);
}

static void gather_act(struct gather *gather, const struct content_file *file, struct act *act)
{
	struct site *site = gather->site;
	uint32_t folder_year = 0;

	act->file = file;
	act->place =
	    arena_printf(site->arena, "%.*s/%.*s", SLICE_ARGS(file->folder), SLICE_ARGS(file->id));
	act->path = arena_printf(site->arena, "atti/%.*s/", SLICE_ARGS(act->place));
	slice_to_uint(file->folder, 2999, &folder_year);
	act->order_year = act->date.year ? act->date.year
			  : act->year    ? act->year
					 : (int32_t)folder_year;
	*ARENA_PUSH(site->arena, &site->acts) = act;
	enter(gather, TARGET_ACT, act->place, file, act);
}

static void gather_programme(
    struct gather *gather, const struct content_file *file, struct programme *programme)
{
	uint32_t first = 0, last = 0;

	programme->file = file;
	programme->id = file->folder;
	slice_to_uint(slice_sub(file->folder, 0, 4), 2999, &first);
	slice_to_uint(slice_sub(file->folder, 5, 9), 2999, &last);
	programme->first_year = (int32_t)first;
	programme->last_year = (int32_t)last;
	*ARENA_PUSH(gather->site->arena, &gather->site->programmes) = programme;
}

static void gather_file(
    struct gather *gather, const struct content_file *file, const struct record *record)
{
	struct site *site = gather->site;
	void *object = record->objects;

	switch (file->kind) {
	case FILE_SETTINGS: site->settings = *(struct settings *)object; break;
	case FILE_BODY: gather_body(gather, file, object); break;
	case FILE_ACT: gather_act(gather, file, object); break;
	case FILE_PROGRAMME: gather_programme(gather, file, object); break;
	case FILE_MEETING: {
		struct meeting *meeting = object;

		meeting->file = file;
		meeting->id = file->id;
		*ARENA_PUSH(site->arena, &site->meetings) = meeting;
		enter(gather, TARGET_MEETING, meeting->id, file, meeting);
		break;
	}
	case FILE_WORKING_TABLE: {
		struct working_table *table = object;

		table->file = file;
		expect_id(gather, file, table->node, table->id);
		*ARENA_PUSH(site->arena, &site->tables) = table;
		enter(gather, TARGET_WORKING_TABLE, table->id, file, table);
		break;
	}
	case FILE_REPORT: {
		struct report *report = object;

		report->file = file;
		report->id = file->id;
		date_parse(slice_sub(file->id, 0, 10), &report->date);
		*ARENA_PUSH(site->arena, &site->reports) = report;
		enter(gather, TARGET_REPORT, report->id, file, report);
		break;
	}
	case FILE_REGULATION: {
		struct regulation *regulation = object;

		regulation->file = file;
		regulation->id = file->folder;
		date_parse(file->id, &regulation->date);
		*ARENA_PUSH(site->arena, &site->regulations) = regulation;
		break;
	}
	case FILE_PAGE: {
		struct page *page = object;

		page->file = file;
		page->id = file->id;
		if (url_is_reserved(page->id))
			diag1(gather->diagnostics, DIAG_PAGE_NAME_RESERVED,
			    position_file(file->path), page->id);
		*ARENA_PUSH(site->arena, &site->pages) = page;
		break;
	}
	default: gather_register(gather, file, record); break;
	}
}

/* The programme of a file's folder, or null. */
static struct programme *programme_of(const struct site *site, const struct content_file *file)
{
	for (size_t i = 0; i < site->programmes.count; i++)
		if (slice_eq(site->programmes.items[i]->id, file->folder))
			return site->programmes.items[i];
	return NULL;
}

static void gather_point(struct gather *gather, struct programme *programme,
    const struct content_file *file, struct point *point)
{
	struct arena *arena = gather->site->arena;

	point->file = file;
	point->programme = programme;
	*ARENA_PUSH(arena, &programme->points) = point;
	enter_in_programme(gather, TARGET_POINT, programme, "numero",
	    point->number ? arena_printf(arena, "%d", point->number) : SLICE(""), file, point);
	for (size_t i = 0; i < point->goals.count; i++) {
		struct goal *goal = &point->goals.items[i];

		goal->point = point;
		enter_in_programme(gather, TARGET_GOAL, programme, "id", goal->id, file, goal);
	}
	for (size_t i = 0; i < point->actions.count; i++) {
		struct action *action = &point->actions.items[i];

		action->point = point;
		action->deed = action;
		enter_in_programme(
		    gather, TARGET_ACTION, programme, "id", action->id, file, action);
	}
	for (size_t i = 0; i < point->deadlines.count; i++)
		point->deadlines.items[i].point = point;
}

/* Points and progress belong to the programme of their folder, which the first pass has found. */
static void gather_programme_part(
    struct gather *gather, const struct content_file *file, const struct record *record)
{
	struct programme *programme;

	if (file->kind != FILE_POINT && file->kind != FILE_PROGRESS)
		return;
	programme = programme_of(gather->site, file);
	if (!programme) {
		diag1(gather->diagnostics, DIAG_FILE_MISSING, position_file(file->path),
		    arena_printf(gather->site->arena, "content/programma/%.*s/programma.yaml",
			SLICE_ARGS(file->folder)));
	} else if (file->kind == FILE_POINT) {
		gather_point(gather, programme, file, record->objects);
	} else {
		struct progress *progress = record->objects;

		progress->file = file;
		*ARENA_PUSH(gather->site->arena, &programme->progress) = progress;
	}
}

static int by_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

#define COMPARE(name, type, expression)                                           \
	static int name(const void *left, const void *right)                      \
	{                                                                         \
		const type *a = *(type *const *)left, *b = *(type *const *)right; \
                                                                                  \
		return expression;                                                \
	}

static int first_order(int a, int b)
{
	return a ? a : b;
}

COMPARE(by_act, struct act, act_cmp(a, b))
COMPARE(by_body, struct body, slice_cmp(a->id, b->id))
COMPARE(by_table, struct working_table, slice_cmp(a->id, b->id))
COMPARE(by_meeting, struct meeting, slice_cmp(a->id, b->id))
COMPARE(by_programme, struct programme, slice_cmp(a->id, b->id))
COMPARE(by_report, struct report, slice_cmp(a->id, b->id))
COMPARE(by_page, struct page, slice_cmp(a->id, b->id))
COMPARE(by_regulation, struct regulation,
    first_order(slice_cmp(a->id, b->id), date_cmp(a->date, b->date)))
COMPARE(by_point, struct point,
    first_order(by_numbers(a->number, b->number), slice_cmp(a->file->path, b->file->path)))
/* Of one day in the order of their names: "...-1.2.yaml", "...-1.2-2.yaml", "...-1.2-10.yaml". */
COMPARE(by_progress, struct progress,
    first_order(date_cmp(a->date, b->date),
	first_order(by_numbers((int64_t)a->file->path.len, (int64_t)b->file->path.len),
	    slice_cmp(a->file->path, b->file->path))))

#define SORT(list, compare)                                                                  \
	do {                                                                                 \
		if ((list)->count > 1)                                                       \
			qsort((list)->items, (list)->count, sizeof *(list)->items, compare); \
	} while (0)

static void sort_site(struct site *site)
{
	SORT(&site->acts, by_act);
	SORT(&site->bodies, by_body);
	SORT(&site->tables, by_table);
	SORT(&site->meetings, by_meeting);
	SORT(&site->programmes, by_programme);
	SORT(&site->reports, by_report);
	SORT(&site->pages, by_page);
	SORT(&site->regulations, by_regulation);
	for (size_t i = 0; i < site->programmes.count; i++) {
		SORT(&site->programmes.items[i]->points, by_point);
		SORT(&site->programmes.items[i]->progress, by_progress);
	}
}

/* Several versions share an id, under which the map holds the newest; each can be named with its day. */
static void enter_regulations(struct site *site)
{
	for (size_t i = 0; i < site->regulations.count; i++) {
		struct regulation *each = site->regulations.items[i];
		struct slice day = date_iso(each->date, site->arena);

		if (!map_put(&site->by_id[TARGET_REGULATION], site->arena, each->id, each))
			*ARENA_PUSH(site->arena, &site->ids[TARGET_REGULATION]) = each->id;
		*ARENA_PUSH(site->arena, &site->ids[TARGET_REGULATION]) =
		    arena_printf(site->arena, "%.*s@%.*s", SLICE_ARGS(each->id), SLICE_ARGS(day));
	}
}

static bool has_settings(const struct site *site)
{
	return map_get(&site->files_by_path, SLICE("content/sito.yaml")) != NULL;
}

void site_gather(struct site *site, const struct record *records, struct diagnostics *diagnostics)
{
	struct gather gather = { .site = site, .diagnostics = diagnostics };

	if (!has_settings(site))
		diag1(diagnostics, DIAG_FILE_MISSING, POSITION_NONE, SLICE("content/sito.yaml"));
	for (size_t i = 0; i < site->files.count; i++)
		if (records[i].count > 0)
			gather_file(&gather, &site->files.items[i], &records[i]);
	for (size_t i = 0; i < site->files.count; i++)
		if (records[i].count > 0)
			gather_programme_part(&gather, &site->files.items[i], &records[i]);
	sort_site(site);
	enter_regulations(site);
}
