#include "model/load.h"

#include <stdlib.h>

#include "base/unicode.h"

const struct attendance *act_attendance(const struct act *act, size_t *count)
{
	const struct meeting *meeting = act->meeting.found;

	if (act->attendance.count == 0 && meeting) {
		*count = meeting->attendance.count;
		return meeting->attendance.items;
	}
	*count = act->attendance.count;
	return act->attendance.items;
}

enum visibility act_visibility(const struct act *act, struct date today, bool drafts)
{
	bool early = date_known(act->published_since) && date_cmp(act->published_since, today) > 0;
	bool past = date_known(act->published_until) && date_cmp(act->published_until, today) < 0;

	if (act->file->unreadable)
		return VISIBILITY_NOWHERE;
	if ((act->state == ACT_STATE_DRAFT || early) && !drafts)
		return VISIBILITY_NOWHERE;
	return past || act->state == ACT_STATE_REMOVED ? VISIBILITY_CARD : VISIBILITY_PUBLIC;
}

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int act_cmp(const struct act *a, const struct act *b)
{
	int order = by_number(a->order_year, b->order_year);

	if (order == 0)
		order = date_cmp(a->date, b->date);
	if (order == 0)
		order = slice_cmp(a->body.id, b->body.id);
	if (order == 0)
		order = by_number(a->type, b->type);
	if (order == 0)
		order = by_number(a->number, b->number);
	if (order == 0)
		order = slice_cmp(a->suffix, b->suffix);
	return order ? order : slice_cmp(a->place, b->place);
}

bool act_is_inferred(const struct act *act, const char *key)
{
	for (size_t i = 0; i < act->inferred.count; i++)
		if (slice_is(act->inferred.items[i], key))
			return true;
	return false;
}

unsigned act_completeness(const struct act *act)
{
	unsigned count = 0;

	for (unsigned bit = 1; bit < 1U << ESSENTIAL_COUNT; bit <<= 1)
		count += (act->essentials & bit) != 0;
	return count;
}

static unsigned essentials_of(const struct act *act)
{
	unsigned bits = 0;
	size_t attendance;

	act_attendance(act, &attendance);
	if (act->number > 0 || act->number == NUMBER_NONE)
		bits |= ESSENTIAL_NUMBER;
	if (date_full(act->date))
		bits |= ESSENTIAL_DATE;
	if (attendance > 0)
		bits |= ESSENTIAL_ATTENDANCE;
	if (act->file->has_body && act->text != ACT_TEXT_UNAVAILABLE)
		bits |= ESSENTIAL_DECISIONS;
	if (act->recording)
		bits |= ESSENTIAL_RECORDING;
	if (act->signatures.count > 0)
		bits |= ESSENTIAL_SIGNATURES;
	return bits;
}

/* "Delibera DCZI n. 1/2024"; a body without initials for the kind is cited by the kind alone. */
static struct slice reference_of(const struct act *act, struct arena *arena)
{
	const struct word *type = word_find(act_type_words, act->type);
	const struct body *body = act->body.found;
	struct slice name = slice_from(type ? type->label[0] : ""), initials = SLICE("");

	if (body && body->initials && act->type)
		initials = body->initials->of_type[act->type];
	if (!slice_empty(initials))
		name = arena_printf(arena, "%.*s %.*s", SLICE_ARGS(name), SLICE_ARGS(initials));
	if (act->number > 0)
		return arena_printf(arena, "%.*s n. %d%s%.*s/%d", SLICE_ARGS(name), act->number,
		    slice_empty(act->suffix) ? "" : " ", SLICE_ARGS(act->suffix), act->order_year);
	return arena_printf(arena, "%.*s %s del %d", SLICE_ARGS(name),
	    act->number == NUMBER_UNKNOWN ? "di numero non noto" : "senza numero", act->order_year);
}

void act_derive_names(struct act *act, struct arena *arena)
{
	act->subject_unknown = slice_is(act->subject, "ignoto");
	if (act->subject_unknown)
		act->subject = SLICE("");
	act->reference = reference_of(act, arena);
	act->list_title = act->reference;
	if (!slice_empty(act->summary))
		act->list_title = act->summary;
	if (!slice_empty(act->subject))
		act->list_title = act->subject;
	if (!slice_empty(act->short_title))
		act->list_title = act->short_title;
}

/* indicizzazione: auto is yes where nobody is named but in an office. */
static bool may_be_indexed(const struct act *act)
{
	if (act->visibility != VISIBILITY_PUBLIC || act->indexing == INDEXING_NO)
		return false;
	if (act->indexing == INDEXING_YES)
		return true;
	return act->personal_data && act->personal_data->level != PERSONAL_DATA_OTHER;
}

/* How strongly an outcome binds: a later one replaces a weaker one alone. */
static int weight(enum recorded_status status)
{
	static const int weights[STATUS_COUNT] = {
		[STATUS_AMENDED] = 1,
		[STATUS_SUSPENDED] = 2,
		[STATUS_EXPIRED] = 3,
		[STATUS_LAPSED] = 4,
		[STATUS_REPLACED] = 5,
		[STATUS_REVOKED] = 6,
		[STATUS_ANNULLED] = 7,
		[STATUS_NOT_ADOPTED] = 8,
	};

	return weights[status];
}

static enum recorded_status status_by_link(int type)
{
	switch (type) {
	case LINK_AMENDS:
	case LINK_SUPPLEMENTS:
	case LINK_CORRECTS:
	case LINK_EXTENDS: return STATUS_AMENDED;
	case LINK_SUSPENDS: return STATUS_SUSPENDED;
	case LINK_REPLACES: return STATUS_REPLACED;
	case LINK_REVOKES: return STATUS_REVOKED;
	case LINK_ANNULS: return STATUS_ANNULLED;
	default: return STATUS_NONE_RECORDED;
	}
}

static enum recorded_status status_by_event(int type)
{
	switch (type) {
	case EVENT_ANNULLED: return STATUS_ANNULLED;
	case EVENT_SUSPENDED: return STATUS_SUSPENDED;
	default: return STATUS_LAPSED;
	}
}

/* What holds for the whole act binds more than what holds for a part of it, as an amendment always does. */
static int strength(struct act_status status)
{
	bool whole = !status.partial && status.status != STATUS_AMENDED;

	return weight(status.status) + (whole && weight(status.status) ? STATUS_COUNT : 0);
}

/* Takes an outcome that has begun and binds more than what is there; or the next that will begin. */
static void consider(struct act *act, struct act_status other, struct date today)
{
	if (weight(other.status) == 0)
		return;
	if (date_known(other.since) && date_cmp(date_first_day(other.since), today) > 0) {
		if (!act->coming.status || date_cmp(other.since, act->coming.since) < 0)
			act->coming = other;
		return;
	}
	if (strength(other) > strength(act->status))
		act->status = other;
}

static bool was_rejected(const struct act *act)
{
	for (size_t i = 0; i < act->votes.count; i++) {
		const struct vote *vote = &act->votes.items[i];

		if (vote->subject <= VOTE_ON_ACT && slice_empty(vote->part) &&
		    vote->outcome == VOTE_REJECTED)
			return true;
	}
	return false;
}

bool act_has_effect(const struct act *act)
{
	bool mistake = act->state == ACT_STATE_REMOVED && act->removal &&
		       act->removal->reason == REMOVAL_ERROR;
	bool annulled = act->status.status == STATUS_ANNULLED && !act->status.partial;

	return act->visibility != VISIBILITY_NOWHERE && !mistake && !annulled && !was_rejected(act);
}

/* Is the archive of the act's body declared complete for its time? */
static bool archive_complete_for(const struct act *act)
{
	const struct body *body = act->body.found;
	struct date date =
	    date_known(act->date) ? act->date : (struct date){ (int16_t)act->order_year, 0, 0 };

	return body && date_known(body->archive_complete_since) &&
	       date_cmp(date_first_day(date), date_first_day(body->archive_complete_since)) >= 0;
}

/* Who was extended does not end on the day that was set first; until when it goes on, an extension's text says. */
static bool was_extended(const struct act *act)
{
	for (size_t i = 0; i < act->incoming.count; i++)
		if (act->incoming.items[i].link->type == LINK_EXTENDS &&
		    slice_empty(act->incoming.items[i].link->part) &&
		    act_has_effect(act->incoming.items[i].from))
			return true;
	return false;
}

static void derive_status(struct act *act, struct date today)
{
	act->status =
	    (struct act_status){ .status = archive_complete_for(act) ? STATUS_NONE_RECORDED
								     : STATUS_NOT_ASCERTAINED };
	if (was_rejected(act)) {
		act->status.status = STATUS_NOT_ADOPTED;
		return;
	}
	for (size_t i = 0; i < act->incoming.count; i++) {
		const struct act *from = act->incoming.items[i].from;
		const struct act_link *link = act->incoming.items[i].link;

		if (!act_has_effect(from))
			continue;
		consider(act,
		    (struct act_status){ .status = status_by_link(link->type),
			.since = date_known(link->since) ? link->since : from->date,
			.by = from,
			.link = link,
			.partial = !slice_empty(link->part) },
		    today);
	}
	for (size_t i = 0; i < act->events.count; i++) {
		const struct act_event *event = &act->events.items[i];

		consider(act,
		    (struct act_status){ .status = status_by_event(event->type),
			.since = date_known(event->since) ? event->since : event->date,
			.event = event,
			.partial = !slice_empty(event->part) },
		    today);
	}
	if (date_known(act->effective_until) && !was_extended(act) &&
	    date_cmp(act->effective_until, today) < 0)
		consider(act,
		    (struct act_status){
			.status = STATUS_EXPIRED, .since = date_add_days(act->effective_until, 1) },
		    today);
}

static bool are_of_one_register(const struct act *a, const struct act *b)
{
	return a->type == b->type && a->body.found == b->body.found &&
	       a->organisation.found == b->organisation.found;
}

/* Who comes before and after, among acts of one body or organisation and one kind that have a page. */
static void derive_neighbours(struct site *site)
{
	for (size_t i = 0; i < site->acts.count; i++) {
		struct act *act = site->acts.items[i];

		if (act->visibility == VISIBILITY_NOWHERE)
			continue;
		for (size_t n = i; n-- > 0;) {
			struct act *before = site->acts.items[n];

			if (before->visibility == VISIBILITY_NOWHERE ||
			    !are_of_one_register(before, act))
				continue;
			act->previous = before;
			before->next = act;
			break;
		}
	}
}

static struct date event_date(void *context, struct slice id)
{
	const struct site *site = context;
	const struct event *event = map_get(&site->by_id[TARGET_EVENT], id);

	return event ? event->date : DATE_NONE;
}

static bool is_past_unreported(const struct action *action, struct date today)
{
	for (size_t i = 0; i < action->deadlines.count; i++)
		if (action->deadlines.items[i]->days.state == TERM_DATED &&
		    date_cmp(action->deadlines.items[i]->days.last, today) < 0)
			return true;
	return false;
}

static void count_deed(struct progress_count *count, const struct action *deed, struct date today)
{
	bool past = is_past_unreported(deed, today);

	for (size_t i = 0; i < deed->told_also.count && !past; i++)
		past = is_past_unreported(deed->told_also.items[i], today);
	count->deeds++;
	count->by_state[deed->state]++;
	if (deed->state == PROGRESS_NOT_REPORTED && past)
		count->past_unreported++;
}

static void derive_programme(struct site *site, struct programme *programme)
{
	for (size_t i = 0; i < programme->points.count; i++) {
		struct point *point = programme->points.items[i];

		for (size_t n = 0; n < point->deadlines.count; n++) {
			struct deadline *deadline = &point->deadlines.items[n];

			if (deadline->term)
				deadline->days = term_resolve(
				    deadline->term, event_date, site, programme->last_year);
		}
	}
	for (size_t i = 0; i < programme->progress.count; i++) {
		struct progress *progress = programme->progress.items[i];

		if (progress->new_term)
			progress->new_days = term_resolve(
			    progress->new_term, event_date, site, programme->last_year);
	}
	for (size_t i = 0; i < programme->points.count; i++) {
		struct point *point = programme->points.items[i];

		for (size_t n = 0; n < point->actions.count; n++) {
			struct action *action = &point->actions.items[n];

			action->state = action->deed->state;
			if (action->deed == action)
				count_deed(&programme->count, action, site->today);
		}
	}
}

/* Ends what a link names: a version, or all of them where it names the regulation alone. */
static void end_regulation(struct site *site, const struct act *act, const struct act_link *link)
{
	const struct regulation *named = link->regulation.found;
	bool all = slice_find_byte(link->regulation.id, '@') == SLICE_NONE;
	struct date since = date_known(link->since) ? link->since : act->date;

	if (!slice_empty(link->part) ||
	    (date_known(since) && date_cmp(date_first_day(since), site->today) > 0))
		return;
	for (size_t i = 0; i < site->regulations.count; i++) {
		struct regulation *each = site->regulations.items[i];

		if (each != named && !(all && slice_eq(each->id, named->id)))
			continue;
		each->ended_by = act;
		each->ended_since = since;
	}
}

static void derive_ended_regulations(struct site *site)
{
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (!act_has_effect(act))
			continue;
		for (size_t n = 0; n < act->links.count; n++) {
			const struct act_link *link = &act->links.items[n];
			enum recorded_status status = status_by_link(link->type);

			if (link->regulation.found &&
			    (status == STATUS_REVOKED || status == STATUS_REPLACED ||
				status == STATUS_ANNULLED))
				end_regulation(site, act, link);
		}
	}
}

/* Of each regulation the newest version that has begun, unless it is over: what it replaced does not come back. */
static void derive_regulations(struct site *site)
{
	for (size_t i = 0; i < site->regulations.count; i++) {
		struct regulation *each = site->regulations.items[i];
		struct date since =
		    date_known(each->in_force_since) ? each->in_force_since : each->date;

		if (date_cmp(date_first_day(since), site->today) > 0)
			continue;
		for (size_t n = i; n-- > 0 && slice_eq(site->regulations.items[n]->id, each->id);)
			site->regulations.items[n]->current = false;
		each->current =
		    !each->ended_by && (!date_known(each->in_force_until) ||
					   date_cmp(each->in_force_until, site->today) >= 0);
	}
}

static int by_term(const void *left, const void *right)
{
	const struct glossary_entry *a = *(struct glossary_entry *const *)left;
	const struct glossary_entry *b = *(struct glossary_entry *const *)right;
	int order = slice_cmp(a->anchor, b->anchor);

	if (order == 0)
		order = slice_cmp(a->term, b->term);
	return order ? order : by_number(a->node->line, b->node->line);
}

/* The entry's slug, or with the first number behind it that makes it the entry's own. */
static struct slice own_anchor(
    struct site *site, struct map *taken, const struct glossary_entry *entry)
{
	struct slice slug = entry->anchor, anchor = slug;

	for (int number = 2; map_get(taken, anchor); number++)
		anchor = arena_printf(site->arena, "%.*s-%d", SLICE_ARGS(slug), number);
	return anchor;
}

static void derive_glossary(struct site *site)
{
	struct map taken = { 0 };

	for (size_t i = 0; i < site->glossary.count; i++) {
		struct glossary_entry *entry = site->glossary.items[i];

		entry->anchor = slug_from(entry->term, 60, site->arena);
		if (slice_empty(entry->anchor))
			entry->anchor = SLICE("voce");
	}
	if (site->glossary.count > 1)
		qsort(site->glossary.items, site->glossary.count, sizeof *site->glossary.items,
		    by_term);
	for (size_t i = 0; i < site->glossary.count; i++) {
		struct glossary_entry *entry = site->glossary.items[i];

		entry->anchor = own_anchor(site, &taken, entry);
		map_put(&taken, site->arena, entry->anchor, entry);
	}
}

/* Addresses are put together as base_url and path: it ends in a slash. */
static void derive_settings(struct site *site)
{
	struct settings *settings = &site->settings;

	if (!slice_empty(settings->base_url) && !slice_ends(settings->base_url, "/"))
		settings->base_url =
		    arena_printf(site->arena, "%.*s/", SLICE_ARGS(settings->base_url));
}

void site_derive(struct site *site)
{
	derive_settings(site);
	derive_glossary(site);
	for (size_t i = 0; i < site->acts.count; i++) {
		struct act *act = site->acts.items[i];

		act_derive_names(act, site->arena);
		act->visibility = act_visibility(act, site->today, site->drafts);
		act->indexed = may_be_indexed(act);
		act->essentials = essentials_of(act);
	}
	/* The newest first: whether an act has effects is known once it is known what later ones did to it. */
	for (size_t i = site->acts.count; i-- > 0;)
		derive_status(site->acts.items[i], site->today);
	derive_neighbours(site);
	for (size_t i = 0; i < site->programmes.count; i++)
		derive_programme(site, site->programmes.items[i]);
	derive_ended_regulations(site);
	derive_regulations(site);
}
