#include "model/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "base/url.h"
#include "model/cite.h"
#include "model/target.h"

/* The file in hand while its references are resolved. */
struct link {
	struct site *site;
	struct diagnostics *diagnostics;
	const struct content_file *file;
	const struct programme *programme; /* whose points, goals and actions ids mean */
};

static bool is_of_programme(enum target target)
{
	return target == TARGET_POINT || target == TARGET_ACTION || target == TARGET_GOAL;
}

static const void *find_regulation(const struct site *site, struct slice id)
{
	struct slice name, day;
	struct date date = DATE_NONE;

	if (!slice_cut(id, '@', &name, &day))
		return map_get(&site->by_id[TARGET_REGULATION], name);
	if (!date_parse(day, &date))
		return NULL;
	for (size_t i = 0; i < site->regulations.count; i++)
		if (slice_eq(site->regulations.items[i]->id, name) &&
		    date_eq(site->regulations.items[i]->date, date))
			return site->regulations.items[i];
	return NULL;
}

const void *find_target(const struct site *site, const struct programme *programme,
    enum target target, struct slice id, struct arena *scratch)
{
	if (target == TARGET_REGULATION)
		return find_regulation(site, id);
	if (is_of_programme(target) && programme)
		id = arena_printf(scratch, "%.*s/%.*s", SLICE_ARGS(programme->id), SLICE_ARGS(id));
	return map_get(&site->by_id[target], id);
}

/* Numbers are no words: of points, actions and goals none is suggested for another. */
static struct slice suggestion(const struct link *link, enum target target, struct slice id)
{
	const struct site *site = link->site;

	if (is_of_programme(target))
		return SLICE("");
	return nearest_word(id, site->ids[target].items, site->ids[target].count, site->arena);
}

static void report_unknown(
    const struct link *link, enum target target, struct slice id, struct position at)
{
	struct slice nearest = suggestion(link, target, id);

	if (slice_empty(nearest))
		diag3(link->diagnostics, DIAG_REFERENCE_UNKNOWN, at, target_name(target), id,
		    target_place(target));
	else
		diag4(link->diagnostics, DIAG_REFERENCE_MISSPELT, at, target_name(target), id,
		    nearest, target_place(target));
}

static void resolve(void *context, const struct key *key, struct reference *reference)
{
	const struct link *link = context;

	if (slice_empty(reference->id))
		return;
	reference->found =
	    find_target(link->site, link->programme, key->target, reference->id, link->site->arena);
	if (!reference->found)
		report_unknown(link, key->target, reference->id,
		    yaml_position(reference->node, link->file->path));
}

static void resolve_object(
    struct link *link, const struct content_file *file, const struct key_table *table, void *object)
{
	link->file = file;
	keys_each_reference(table, object, resolve, link);
}

/* Registers have no file of their own in their structs: their file is known by its name. */
static const struct content_file *register_file(const struct site *site, const char *path)
{
	return map_get(&site->files_by_path, slice_from(path));
}

const struct programme *programme_for(const struct site *site, int32_t year)
{
	for (size_t i = 0; i < site->programmes.count; i++)
		if (year <= site->programmes.items[i]->last_year)
			return site->programmes.items[i];
	return site->programmes.count ? site->programmes.items[site->programmes.count - 1] : NULL;
}

static void check_events(struct link *link, const struct term *term)
{
	const struct term_event *events[TERM_EVENTS];
	size_t count = term ? term_events(term, events) : 0;

	for (size_t i = 0; i < count; i++)
		if (!map_get(&link->site->by_id[TARGET_EVENT], events[i]->id))
			report_unknown(link, TARGET_EVENT, events[i]->id, events[i]->at);
}

static void resolve_programme(struct link *link, struct programme *programme)
{
	link->programme = programme;
	resolve_object(link, programme->file, &programme_table, programme);
	for (size_t i = 0; i < programme->points.count; i++) {
		struct point *point = programme->points.items[i];

		resolve_object(link, point->file, &point_table, point);
		for (size_t n = 0; n < point->deadlines.count; n++)
			check_events(link, point->deadlines.items[n].term);
	}
	for (size_t i = 0; i < programme->progress.count; i++) {
		struct progress *progress = programme->progress.items[i];

		resolve_object(link, progress->file, &progress_table, progress);
		check_events(link, progress->new_term);
	}
}

static void resolve_all(struct link *link)
{
	struct site *site = link->site;

	resolve_object(
	    link, register_file(site, "content/sito.yaml"), &settings_table, &site->settings);
	for (size_t i = 0; i < site->people.count; i++)
		resolve_object(link, register_file(site, "content/persone.yaml"), &person_table,
		    site->people.items[i]);
	for (size_t i = 0; i < site->schools.count; i++)
		resolve_object(link, register_file(site, "content/scuole.yaml"), &school_table,
		    site->schools.items[i]);
	for (size_t i = 0; i < site->bodies.count; i++)
		resolve_object(
		    link, site->bodies.items[i]->file, &body_table, site->bodies.items[i]);
	for (size_t i = 0; i < site->meetings.count; i++)
		resolve_object(
		    link, site->meetings.items[i]->file, &meeting_table, site->meetings.items[i]);
	for (size_t i = 0; i < site->acts.count; i++) {
		link->programme = programme_for(site, site->acts.items[i]->order_year);
		resolve_object(link, site->acts.items[i]->file, &act_table, site->acts.items[i]);
	}
	for (size_t i = 0; i < site->programmes.count; i++)
		resolve_programme(link, site->programmes.items[i]);
	for (size_t i = 0; i < site->reports.count; i++) {
		link->programme = programme_for(site, site->reports.items[i]->date.year);
		resolve_object(
		    link, site->reports.items[i]->file, &report_table, site->reports.items[i]);
	}
	for (size_t i = 0; i < site->regulations.count; i++)
		resolve_object(link, site->regulations.items[i]->file, &regulation_table,
		    site->regulations.items[i]);
}

/*
 * What a reference found, for writing links back into it. Linking is the one stage that may: the site
 * becomes const only behind it.
 */
static void *found(const struct reference *reference)
{
	return (void *)(uintptr_t)reference->found;
}

/* Appends an act unless it is the last one already there: acts come one after the other. */
#define ADD_ACT(site, list, act)                                                     \
	do {                                                                         \
		if ((list)->count == 0 || (list)->items[(list)->count - 1] != (act)) \
			*ARENA_PUSH((site)->arena, list) = (act);                    \
	} while (0)

static void link_act_references(struct site *site, const struct act *act)
{
	struct organisation *own = found(&act->organisation);
	struct body *body = found(&act->body);

	if (body)
		ADD_ACT(site, &body->acts, act);
	if (own)
		ADD_ACT(site, &own->acts, act);
	for (size_t i = 0; i < act->organisations.count; i++) {
		struct organisation *each = found(&act->organisations.items[i]);

		if (each)
			ADD_ACT(site, &each->acts, act);
	}
	for (size_t i = 0; i < act->topics.count; i++) {
		struct topic *each = found(&act->topics.items[i]);

		if (each)
			ADD_ACT(site, &each->acts, act);
	}
	for (size_t i = 0; i < act->points.count; i++) {
		struct point *each = found(&act->points.items[i]);

		if (each)
			ADD_ACT(site, &each->acts, act);
	}
	for (size_t i = 0; i < act->tables.count; i++) {
		struct working_table *each = found(&act->tables.items[i]);

		if (each)
			ADD_ACT(site, &each->acts, act);
	}
	for (size_t i = 0; i < act->links.count; i++) {
		struct act *target = found(&act->links.items[i].act);

		if (target)
			*ARENA_PUSH(site->arena, &target->incoming) =
			    (struct incoming_link){ act, &act->links.items[i] };
	}
}

static void link_attachments(struct site *site, struct act *act)
{
	for (size_t i = 0; i < act->attachments.count; i++)
		act->attachments.items[i].file = map_get(&site->files_by_path,
		    arena_printf(site->arena, "content/atti/%.*s/%.*s", SLICE_ARGS(act->place),
			SLICE_ARGS(act->attachments.items[i].name)));
}

/* Where an act stands in its meeting: its number on the agenda, else behind all that have one. */
static int agenda_number(const struct meeting *meeting, const struct act *act)
{
	for (size_t i = 0; i < meeting->agenda.count; i++)
		if (meeting->agenda.items[i].act.found == act)
			return meeting->agenda.items[i].number;
	return act->agenda_item ? act->agenda_item : INT32_MAX;
}

static bool stands_before(
    const struct meeting *meeting, const struct act *act, const struct act *other)
{
	int number = agenda_number(meeting, act), other_number = agenda_number(meeting, other);

	return number < other_number || (number == other_number && act_cmp(act, other) < 0);
}

/* Puts the act in its place among the meeting's, once. */
static void add_to_meeting(struct site *site, struct meeting *meeting, const struct act *act)
{
	size_t at = meeting->acts.count;

	for (size_t i = 0; i < meeting->acts.count; i++)
		if (meeting->acts.items[i] == act)
			return;
	*ARENA_PUSH(site->arena, &meeting->acts) = act;
	for (; at > 0 && stands_before(meeting, act, meeting->acts.items[at - 1]); at--)
		meeting->acts.items[at] = meeting->acts.items[at - 1];
	meeting->acts.items[at] = act;
}

static void link_meeting(struct site *site, struct meeting *meeting)
{
	struct body *body = found(&meeting->body);

	if (body)
		*ARENA_PUSH(site->arena, &body->meetings) = meeting;
	for (size_t i = 0; i < meeting->attendance.count; i++) {
		struct organisation *each = found(&meeting->attendance.items[i].organisation);

		if (each)
			*ARENA_PUSH(site->arena, &each->meetings) = meeting;
	}
	for (size_t i = 0; i < meeting->agenda.count; i++)
		if (meeting->agenda.items[i].act.found)
			add_to_meeting(site, meeting, meeting->agenda.items[i].act.found);
}

/* Follows `stessa_di` to the deed; a circle, which a check reports, leaves each action its own deed. */
static struct action *deed_of(struct action *action)
{
	struct action *deed = action;

	for (int steps = 0; deed->same_as.found; steps++) {
		if (steps == 32)
			return action;
		deed = found(&deed->same_as);
	}
	return deed;
}

static void link_deadlines(struct site *site, struct point *point)
{
	for (size_t i = 0; i < point->deadlines.count; i++) {
		const struct deadline *deadline = &point->deadlines.items[i];

		for (size_t n = 0; n < deadline->actions.count; n++) {
			struct action *action = found(&deadline->actions.items[n]);

			if (action)
				*ARENA_PUSH(site->arena, &action->deadlines) = deadline;
		}
	}
}

static void link_points(struct site *site, struct programme *programme)
{
	for (size_t i = 0; i < programme->points.count; i++) {
		struct point *point = programme->points.items[i];

		point->official_text = map_get(&site->files_by_path,
		    arena_printf(site->arena, "content/programma/%.*s/punti/%.*s.md",
			SLICE_ARGS(programme->id), SLICE_ARGS(point->file->id)));
		for (size_t n = 0; n < point->see_also.count; n++) {
			struct point *other = found(&point->see_also.items[n]);

			if (other)
				*ARENA_PUSH(site->arena, &other->seen_from) = point;
		}
		for (size_t n = 0; n < point->actions.count; n++) {
			struct action *action = &point->actions.items[n];

			action->deed = deed_of(action);
			if (action->deed != action)
				*ARENA_PUSH(site->arena, &action->deed->told_also) = action;
		}
		link_deadlines(site, point);
	}
}

static void add_evidence(struct site *site, struct action *deed, const struct act *act)
{
	for (size_t i = 0; i < deed->acts.count; i++)
		if (deed->acts.items[i] == act)
			return;
	*ARENA_PUSH(site->arena, &deed->acts) = act;
}

/* Progress belongs to the deed, whichever of its actions the entry names. */
static void link_progress(struct site *site, const struct programme *programme)
{
	for (size_t i = 0; i < programme->progress.count; i++) {
		const struct progress *progress = programme->progress.items[i];
		struct action *action = found(&progress->action);

		if (!action)
			continue;
		*ARENA_PUSH(site->arena, &action->deed->progress) = progress;
		action->deed->state = progress->state;
		for (size_t n = 0; n < progress->evidence.count; n++) {
			const struct act *act = progress->evidence.items[n].act.found;

			if (act)
				add_evidence(site, action->deed, act);
		}
	}
}

/* Where the act's `gia` says the place. */
static struct position former_position(const struct act *act, struct slice place)
{
	const struct yaml_node *item = yaml_get(act->node, "gia")->first;

	while (item && !slice_eq(item->text, place))
		item = item->next;
	return item ? yaml_position(item, act->file->path)
		    : key_position(act->node, "gia", act->file->path);
}

static void link_former_places(struct link *link)
{
	struct site *site = link->site;
	struct map claimed = { 0 };

	for (size_t i = 0; i < site->acts.count; i++) {
		struct act *act = site->acts.items[i];

		for (size_t n = 0; n < act->former_places.count; n++) {
			struct slice place = act->former_places.items[n];
			struct position at = former_position(act, place);
			const struct act *other = map_put(&claimed, site->arena, place, act);

			if (map_get(&site->by_id[TARGET_ACT], place))
				diag1(link->diagnostics, DIAG_FORMER_PLACE_OCCUPIED, at, place);
			else if (other)
				diag2(link->diagnostics, DIAG_FORMER_PLACE_CLAIMED, at, place,
				    other->file->path);
		}
	}
}

/* Estremi such as "D.Lgs. 33/2013" are read as a citation, so that a text's citations find them. */
static void read_legal_sources(struct site *site)
{
	for (size_t i = 0; i < site->legal_sources.count; i++) {
		struct legal_source *source = site->legal_sources.items[i];
		struct citations found_in = { 0 };

		citations_find(source->reference, NULL, 0, site->arena, &found_in);
		if (found_in.list.count == 1)
			source->citation = found_in.list.items[0];
	}
}

static void check_citations(struct link *link)
{
	const struct site *site = link->site;

	for (size_t i = 0; i < site->files.count; i++) {
		const struct content_file *file = &site->files.items[i];

		for (size_t n = 0; n < file->citations.count; n++) {
			const struct body_citation *each = &file->citations.items[n];
			struct position at = { file->path, each->line, 0, 0 };

			if (site_cited(site, &each->citation).ambiguous)
				diag1(link->diagnostics, DIAG_CITATION_AMBIGUOUS, at, each->text);
		}
	}
}

void site_check_links(const struct site *site, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < site->files.count; i++) {
		const struct content_file *file = &site->files.items[i];

		for (size_t n = 0; n < file->links.list.count; n++) {
			const struct text_link *link = &file->links.list.items[n];
			struct position at = { file->path, link->line, 0, 0 };
			struct slice path;

			/* Others have been refused where the text was read. */
			if (url_is_safe(link->target) &&
			    site_link_target(site, link->in_body ? file : NULL, link->target,
				scratch, &path) == TARGET_BROKEN)
				diag1(diagnostics, DIAG_LINK_BROKEN, at, link->target);
		}
	}
	arena_free(scratch);
}

void site_link(struct site *site, struct diagnostics *diagnostics)
{
	struct link link = { .site = site, .diagnostics = diagnostics };

	resolve_all(&link);
	for (size_t i = 0; i < site->meetings.count; i++)
		link_meeting(site, site->meetings.items[i]);
	for (size_t i = 0; i < site->acts.count; i++) {
		struct act *act = site->acts.items[i];
		struct meeting *meeting = found(&act->meeting);

		link_act_references(site, act);
		link_attachments(site, act);
		if (meeting)
			add_to_meeting(site, meeting, act);
	}
	for (size_t i = 0; i < site->programmes.count; i++)
		link_points(site, site->programmes.items[i]);
	for (size_t i = 0; i < site->programmes.count; i++)
		link_progress(site, site->programmes.items[i]);
	link_former_places(&link);
	read_legal_sources(site);
	check_citations(&link);
}
