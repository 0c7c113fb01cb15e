/* What an act says of itself: who, when, which number, and its state (design 4.1, 10). */
#include <string.h>

#include "base/unicode.h"
#include "check/rule.h"

static void check_issuer(struct check *check, const struct act *act)
{
	bool body = has_key(act->node, "organo"), organisation = has_key(act->node, "ente");

	if (body && organisation)
		diag0(
		    check->diagnostics, DIAG_ACT_TWO_ISSUERS, at_key(act->file, act->node, "ente"));
	else if (!body && !organisation)
		diag0(check->diagnostics, DIAG_ACT_NO_ISSUER, position_file(act->file->path));
}

static void check_year(struct check *check, const struct act *act)
{
	const struct content_file *file = act->file;
	uint32_t folder = 0;
	int32_t year = act->date.year ? act->date.year : act->year;

	if (!has_key(act->node, "data") && !has_key(act->node, "anno"))
		diag0(check->diagnostics, DIAG_ACT_NO_DATE, position_file(file->path));
	if (act->date.year && act->year && act->date.year != act->year)
		diag2(check->diagnostics, DIAG_ACT_YEAR_DIFFERS, at_key(file, act->node, "anno"),
		    shown_number(check, act->year), shown_number(check, act->date.year));
	if (year && slice_to_uint(file->folder, 9999, &folder) && folder != (uint32_t)year)
		diag2(check->diagnostics, DIAG_ACT_FOLDER_YEAR,
		    at_key(file, act->node, act->date.year ? "data" : "anno"),
		    shown_number(check, year), file->folder);
}

static void check_subject(struct check *check, const struct act *act)
{
	if (!act->subject_unknown && !slice_empty(act->subject) && utf8_count(act->subject) < 10)
		diag0(check->diagnostics, DIAG_ACT_SUBJECT_SHORT,
		    at_key(act->file, act->node, "oggetto"));
}

static void check_inferred(struct check *check, const struct act *act)
{
	const struct yaml_node *list = yaml_get(act->node, "dedotti");
	const struct yaml_node *item = list && list->kind == YAML_LIST ? list->first : list;

	for (; item; item = list->kind == YAML_LIST ? item->next : NULL) {
		struct position at = yaml_position(item, act->file->path);

		if (!key_find(&act_table, item->text))
			diag1(check->diagnostics, DIAG_ACT_INFERRED_UNKNOWN, at, item->text);
		else if (!has_key(act->node, arena_cstr(check->scratch, item->text)))
			diag1(check->diagnostics, DIAG_ACT_INFERRED_ABSENT, at, item->text);
	}
}

static void check_meeting_of(struct check *check, const struct act *act)
{
	const struct meeting *meeting = act->meeting.found;
	const struct content_file *file = act->file;

	if (has_key(act->node, "punto_odg") && !has_key(act->node, "seduta"))
		diag0(check->diagnostics, DIAG_ACT_AGENDA_ALONE,
		    at_key(file, act->node, "punto_odg"));
	if (!meeting)
		return;
	if (date_surely_before(act->date, meeting->date) ||
	    date_surely_before(meeting->date, act->date))
		diag2(check->diagnostics, DIAG_ACT_MEETING_DATE, at_key(file, act->node, "data"),
		    shown_date(check, act->date), shown_date(check, meeting->date));
	if (act->body.found && meeting->body.found && act->body.found != meeting->body.found)
		diag2(check->diagnostics, DIAG_ACT_MEETING_BODY, at_key(file, act->node, "seduta"),
		    act->body.id, meeting->body.id);
}

static void check_agenda_item(struct check *check, const struct act *act)
{
	const struct meeting *meeting = act->meeting.found;
	struct position at = at_key(act->file, act->node, "punto_odg");

	if (!meeting || act->agenda_item == 0)
		return;
	for (size_t i = 0; i < meeting->agenda.count; i++) {
		const struct agenda_item *item = &meeting->agenda.items[i];

		if (item->number != act->agenda_item)
			continue;
		if (!slice_empty(item->act.id) && item->act.found != act)
			diag3(check->diagnostics, DIAG_ACT_AGENDA_OTHER, at,
			    shown_number(check, item->number), meeting->id, item->act.id);
		return;
	}
	diag2(check->diagnostics, DIAG_ACT_AGENDA_MISSING, at, meeting->id,
	    shown_number(check, act->agenda_item));
}

static void check_state(struct check *check, const struct act *act)
{
	const struct content_file *file = act->file;
	const struct personal_data *data = act->personal_data;
	bool removed = act->state == ACT_STATE_REMOVED, removal = has_key(act->node, "rimozione");

	if (removed && !removal)
		diag0(check->diagnostics, DIAG_REMOVAL_MISSING, at_key(file, act->node, "stato"));
	if (!removed && removal)
		diag0(check->diagnostics, DIAG_REMOVAL_UNEXPECTED,
		    at_key(file, act->node, "rimozione"));
	if (!data || data->level != PERSONAL_DATA_OTHER)
		return;
	if (slice_empty(data->basis))
		diag1(check->diagnostics, DIAG_PERSONAL_DATA_BASIS,
		    at_key(file, act->node, "dati_personali"), SLICE("base"));
	if (!has_key(data->node, "fino_al"))
		diag1(check->diagnostics, DIAG_PERSONAL_DATA_BASIS,
		    at_key(file, act->node, "dati_personali"), SLICE("fino_al"));
}

/* What personal data an act may hold for a time is not taken away by itself. */
static void check_personal_term(struct check *check, const struct act *act)
{
	const struct personal_data *data = act->personal_data;

	if (data && act->visibility == VISIBILITY_PUBLIC &&
	    date_surely_before(data->until, check->site->today))
		diag1(check->diagnostics, DIAG_PERSONAL_DATA_OVERDUE,
		    at_key(act->file, data->node, "fino_al"), shown_date(check, data->until));
}

static void check_text(struct check *check, const struct act *act)
{
	if (act->file->unreadable || act->state == ACT_STATE_REMOVED)
		return;
	if (act->text == ACT_TEXT_UNAVAILABLE && act->file->has_body)
		diag0(check->diagnostics, DIAG_TEXT_UNEXPECTED,
		    at_key(act->file, act->node, "testo"));
	if (act->text != ACT_TEXT_UNAVAILABLE && !act->file->has_body)
		diag0(check->diagnostics, DIAG_TEXT_ABSENT, position_file(act->file->path));
}

/*
 * D.Lgs. 33/2013 art. 8 c. 3: five years from 1 January of the year after that of publication; of an act whose
 * publication is not dated, after that of its adoption.
 */
static void check_duration(struct check *check, const struct act *act)
{
	const struct content_file *file = act->file;
	struct date today = check->site->today;
	int year = act->published_since.year;

	if (date_surely_before(act->published_until, today) && act->state != ACT_STATE_REMOVED)
		diag1(check->diagnostics, DIAG_PUBLICATION_ENDED,
		    at_key(file, act->node, "pubblica_fino_al"),
		    shown_date(check, act->published_until));
	if (year == 0 && act->notice_board)
		year = act->notice_board->since.year;
	if (year == 0)
		year = act->date.year ? act->date.year : act->year;
	if (year != 0 && today.year > year + 5 && act->visibility == VISIBILITY_PUBLIC)
		diag1(check->diagnostics, DIAG_REVIEW_DUE, position_file(file->path),
		    shown_number(check, year + 5));
}

static void check_essentials(struct check *check, const struct act *act)
{
	static const char *const names[ESSENTIAL_COUNT] = { "numero", "data", "presenze", "testo",
		"verbalizzazione", "sottoscrizioni" };
	struct slice missing = SLICE("");

	if (act->visibility != VISIBILITY_PUBLIC || act->type != ACT_RESOLUTION)
		return;
	for (unsigned i = 0; i < ESSENTIAL_COUNT; i++)
		if (!(act->essentials & 1U << i))
			missing = arena_printf(check->scratch, "%.*s%s%s", SLICE_ARGS(missing),
			    slice_empty(missing) ? "" : ", ", names[i]);
	if (slice_empty(missing))
		return;
	diag1(check->diagnostics,
	    act->text == ACT_TEXT_UNAVAILABLE ? DIAG_ESSENTIALS_UNKNOWN : DIAG_ESSENTIALS_MISSING,
	    position_file(act->file->path), missing);
}

static const char *word_of(const struct word *words, int value)
{
	const struct word *word = word_find(words, value);

	return word ? word->name : "";
}

/* Acts that are one by (organo or ente, tipo, anno, numero, suffisso). */
static void check_doubles(struct check *check)
{
	const struct site *site = check->site;
	struct map seen = { 0 };

	for (size_t i = 0; i < site->acts.count; i++) {
		struct act *act = site->acts.items[i];
		const struct act *other;
		struct slice key;

		if (act->number <= 0)
			continue;
		key = arena_printf(check->scratch, "%.*s/%.*s/%d/%d/%d/%.*s",
		    SLICE_ARGS(act->body.id), SLICE_ARGS(act->organisation.id), act->type,
		    act->order_year, act->number,
		    SLICE_ARGS(utf8_fold(act->suffix, check->scratch)));
		other = map_get(&seen, key);
		if (other)
			diag1(check->diagnostics, DIAG_ACT_DOUBLE,
			    at_key(act->file, act->node, "numero"), other->file->path);
		else
			map_put(&seen, check->scratch, key, act);
	}
}

/* What an id ends in by the rule: "-3", "-3-bis"; nothing for an act whose number is unknown or none. */
static struct slice number_in_id(const struct act *act, struct arena *arena)
{
	struct slice suffix = slug_from(act->suffix, 20, arena);

	if (act->number <= 0)
		return SLICE("");
	return arena_printf(
	    arena, "-%d%s%.*s", act->number, slice_empty(suffix) ? "" : "-", SLICE_ARGS(suffix));
}

/* A body without initials for the kind leaves the beginning free. */
static bool id_follows_rule(const struct act *act, struct arena *arena)
{
	const struct body *body = act->body.found;
	struct slice initials = SLICE(""), end = number_in_id(act, arena), id = act->file->id;

	if (body && body->initials && act->type > 0)
		initials = slug_from(body->initials->of_type[act->type], 40, arena);
	if (end.len > id.len || !slice_eq(slice_from_index(id, id.len - end.len), end))
		return false;
	if (slice_empty(initials))
		return true;
	if (!slice_empty(end))
		return id.len == initials.len + end.len &&
		       slice_starts(id, arena_cstr(arena, initials));
	return slice_starts(id, arena_printf(arena, "%.*s-", SLICE_ARGS(initials)).p);
}

static void check_ids(struct check *check)
{
	const struct site *site = check->site;
	const struct act *first = NULL;
	int64_t outside = 0;

	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (act->file->unreadable || id_follows_rule(act, check->scratch))
			continue;
		outside++;
		if (!first || slice_cmp(act->place, first->place) < 0)
			first = act;
	}
	if (first)
		diag2(check->diagnostics, DIAG_ACT_NAMES_OUTSIDE_RULE, POSITION_NONE,
		    shown_number(check, outside), first->place);
}

/* Which numbers of one kind and year are there, and up to which. */
static bool *numbers_used(
    const struct check *check, const struct body *body, int type, int year, int32_t *highest)
{
	bool *used;

	*highest = 0;
	for (size_t i = 0; i < body->acts.count; i++) {
		const struct act *act = body->acts.items[i];

		if (act->type == type && act->order_year == year && act->number > *highest)
			*highest = act->number;
	}
	used = ARENA_COUNT(check->scratch, bool, (size_t)*highest + 1);
	for (size_t i = 0; i < body->acts.count; i++) {
		const struct act *act = body->acts.items[i];

		if (act->type == type && act->order_year == year && act->number > 0)
			used[act->number] = true;
	}
	return used;
}

/* In the year in which the declaration begins, numbers count from the first act dated after it. */
static int32_t first_number(const struct body *body, int type, int year)
{
	struct date since = date_first_day(body->register_complete_since);
	int32_t first = INT32_MAX;

	if (year > since.year || (since.month == 1 && since.day == 1))
		return 1;
	for (size_t i = 0; i < body->acts.count; i++) {
		const struct act *act = body->acts.items[i];

		if (act->type == type && act->order_year == year && act->number > 0 &&
		    act->number < first && date_full(act->date) && date_cmp(act->date, since) >= 0)
			first = act->number;
	}
	return first;
}

static void check_gaps_of(struct check *check, const struct body *body, int type, int year)
{
	enum { SHOWN = 10 };
	struct slice missing = SLICE("");
	int32_t highest, first = first_number(body, type, year);
	const bool *used = numbers_used(check, body, type, year, &highest);
	int count = 0;

	for (int32_t number = first; number < highest; number++) {
		if (used[number] || ++count > SHOWN)
			continue;
		missing = arena_printf(
		    check->scratch, "%.*s%s%d", SLICE_ARGS(missing), count > 1 ? ", " : "", number);
	}
	if (count > SHOWN)
		missing = arena_printf(check->scratch, "%.*s...", SLICE_ARGS(missing));
	if (count > 0)
		diag3(check->diagnostics, DIAG_NUMBER_GAP,
		    at_key(body->file, body->node, "registro_completo_dal"),
		    slice_from(word_of(act_type_words, type)), shown_number(check, year), missing);
}

static void check_gaps(struct check *check, const struct body *body)
{
	int from = body->register_complete_since.year, until = check->site->today.year;

	if (from == 0)
		return;
	for (int type = 1; type < ACT_TYPE_COUNT; type++)
		for (int year = from; year <= until; year++)
			check_gaps_of(check, body, type, year);
}

static const struct rule rules[] = {
	{ .act = check_issuer, REPORTS(DIAG_ACT_TWO_ISSUERS, DIAG_ACT_NO_ISSUER) },
	{ .act = check_year,
	    REPORTS(DIAG_ACT_NO_DATE, DIAG_ACT_YEAR_DIFFERS, DIAG_ACT_FOLDER_YEAR) },
	{ .act = check_subject, REPORTS(DIAG_ACT_SUBJECT_SHORT) },
	{ .act = check_inferred, REPORTS(DIAG_ACT_INFERRED_UNKNOWN, DIAG_ACT_INFERRED_ABSENT) },
	{ .act = check_meeting_of,
	    REPORTS(DIAG_ACT_AGENDA_ALONE, DIAG_ACT_MEETING_DATE, DIAG_ACT_MEETING_BODY) },
	{ .act = check_agenda_item, REPORTS(DIAG_ACT_AGENDA_OTHER, DIAG_ACT_AGENDA_MISSING) },
	{ .act = check_state,
	    REPORTS(DIAG_REMOVAL_MISSING, DIAG_REMOVAL_UNEXPECTED, DIAG_PERSONAL_DATA_BASIS) },
	{ .act = check_text, REPORTS(DIAG_TEXT_UNEXPECTED, DIAG_TEXT_ABSENT) },
	{ .act = check_personal_term, REPORTS(DIAG_PERSONAL_DATA_OVERDUE) },
	{ .act = check_duration, REPORTS(DIAG_PUBLICATION_ENDED, DIAG_REVIEW_DUE) },
	{ .act = check_essentials, REPORTS(DIAG_ESSENTIALS_UNKNOWN, DIAG_ESSENTIALS_MISSING) },
	{ .site = check_doubles, REPORTS(DIAG_ACT_DOUBLE) },
	{ .site = check_ids, REPORTS(DIAG_ACT_NAMES_OUTSIDE_RULE) },
	{ .body = check_gaps, REPORTS(DIAG_NUMBER_GAP) },
};

const struct rule_table act_rules = { rules, sizeof rules / sizeof *rules };
