#include "render/timeline.h"

static const struct view_field timeline_row_fields[] = {
	VIEW_OBJECT(struct timeline_row, life, "atto", struct life_row, &life_row_view),
	VIEW_OBJECT(struct timeline_row, version, "pagina", struct version_row, &version_row_view),
};
const struct view timeline_row_view = VIEW("tappa", struct timeline_row, timeline_row_fields);

/* What is left of the life of an act, and of the versions of its page, from the end. */
struct merge {
	const struct act *act;
	const struct life_event *events;
	size_t events_left;
	const struct page_history *history; /* null: none */
	size_t versions_left;
};

/* The later of the two; of one day the page, which can't have told what was still to come. */
static bool version_is_next(const struct merge *merge)
{
	if (merge->versions_left == 0 || merge->events_left == 0)
		return merge->versions_left > 0;
	return date_cmp(merge->history->entries[merge->versions_left - 1].day,
		   merge->events[merge->events_left - 1].date) >= 0;
}

static void take_next(
    struct maker *maker, struct merge *merge, size_t sentences, struct timeline *timeline)
{
	struct timeline_row row = { 0 };

	if (version_is_next(merge)) {
		struct version_row *version = ARENA_NEW(maker->arena, struct version_row);

		*version = version_row_of(
		    maker, &merge->history->entries[--merge->versions_left], sentences);
		row.version = version;
	} else {
		struct life_row *life = ARENA_NEW(maker->arena, struct life_row);

		*life = life_row_of(maker, merge->act, &merge->events[--merge->events_left]);
		row.life = life;
	}
	*ARENA_PUSH(maker->arena, &timeline->happened) = row;
}

/* The events come by date, unknown dates last: what is to come and what has no day go into lists of their own. */
static struct life_events sort_out(struct maker *maker, const struct act *act,
    const struct life_events *events, struct timeline *timeline)
{
	struct life_events happened = { 0 };

	for (size_t i = 0; i < events->count; i++) {
		const struct life_event *event = &events->items[i];

		if (!date_known(event->date))
			*ARENA_PUSH(maker->arena, &timeline->undated) =
			    life_row_of(maker, act, event);
		else if (event->coming)
			*ARENA_PUSH(maker->arena, &timeline->coming) =
			    life_row_of(maker, act, event);
		else
			*ARENA_PUSH(maker->arena, &happened) = *event;
	}
	return happened;
}

void timeline_fill(struct maker *maker, const struct act *act, size_t most, size_t sentences,
    struct timeline *timeline)
{
	const struct page_history *history = history_of(maker->renderer->history, act->file);
	struct life_events events = { 0 }, happened;
	struct merge merge = { .act = act, .history = history };

	italian_life(maker->site, act, maker->arena, &events);
	happened = sort_out(maker, act, &events, timeline);
	merge.events = happened.items;
	merge.events_left = happened.count;
	merge.versions_left = history ? history->count : 0;
	timeline->has_life = events.count > 0;
	timeline->happened_to_act = merge.events_left > 0;
	timeline->has_versions = merge.versions_left > 0;
	while (merge.events_left + merge.versions_left > 0 && timeline->happened.count < most)
		take_next(maker, &merge, sentences, timeline);
	timeline->left_out = merge.events_left + merge.versions_left;
}
