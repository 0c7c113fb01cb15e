#include "model/url.h"
#include "render/act_parts.h"
#include "render/italiano.h"
#include "render/rows.h"

static const struct view_field vote_row_fields[] = {
	VIEW_TEXT(struct vote_row, subject, "su_che_cosa"),
	VIEW_TEXT(struct vote_row, manner, "modo"),
	VIEW_TEXT(struct vote_row, outcome, "esito"),
	VIEW_TEXT(struct vote_row, in_favour, "favorevoli"),
	VIEW_TEXT(struct vote_row, against, "contrari"),
	VIEW_TEXT(struct vote_row, abstaining, "astenuti"),
	VIEW_TEXT(struct vote_row, not_taking_part, "non_partecipanti"),
	VIEW_TEXT(struct vote_row, sentence, "in_breve"),
	PICTOGRAM_FIELD(struct vote_row, picture),
};
const struct view vote_row_view = VIEW("votazione", struct vote_row, vote_row_fields);

static const struct view_field connection_row_fields[] = {
	VIEW_TEXT(struct connection_row, before, "prima"),
	VIEW_TEXT(struct connection_row, text, "testo"),
	VIEW_URL(struct connection_row, url, "url"),
	VIEW_TEXT(struct connection_row, after, "dopo"),
	VIEW_TEXT(struct connection_row, note, "nota"),
};
const struct view connection_row_view =
    VIEW("collegamento fra atti", struct connection_row, connection_row_fields);

void act_votes(struct maker *maker, const struct act *act, const struct attendance *attendance,
    size_t count, struct vote_rows *rows)
{
	struct arena *arena = maker->arena;

	for (size_t i = 0; i < act->votes.count; i++) {
		const struct vote *vote = &act->votes.items[i];
		bool secret = vote->manner == VOTE_SECRET;
		struct vote_row *row = ARENA_PUSH(arena, rows);

		*row = (struct vote_row){
			.subject = italian_vote_subject(vote, arena),
			.manner = italian_vote_manner(vote, arena),
			.outcome = italian_word(vote_outcome_words, vote->outcome),
			.in_favour = italian_tally(&vote->in_favour, secret, arena),
			.against = italian_tally(&vote->against, secret, arena),
			.abstaining = italian_tally(&vote->abstaining, secret, arena),
			.not_taking_part = italian_tally(&vote->not_taking_part, secret, arena),
			.sentence = italian_vote_outcome(vote, arena),
		};
		pictogram_of_vote(maker, vote, attendance, count, &row->picture);
	}
}

/* Where the link leads; false where people may not know of it. */
static bool target_of(struct maker *maker, const struct act_link *link, struct connection_row *row)
{
	const struct act *act = link->act.found;
	const struct regulation *regulation = link->regulation.found;

	if (act) {
		row->text = italian_the_act(act, maker->arena);
		row->url = maker_link(maker, url_act(act));
		return act_is_named(act);
	}
	if (regulation) {
		bool dated = slice_find_byte(link->regulation.id, '@') != SLICE_NONE;

		row->text = regulation->title;
		row->url = maker_link(maker, dated ? url_regulation(regulation, maker->arena)
						   : url_regulations(regulation->id, maker->arena));
		return true;
	}
	if (!link->external)
		return false;
	row->text = link->external->reference;
	row->url = link->external->url;
	return true;
}

void act_connections(struct maker *maker, const struct act *act, struct connection_rows *rows)
{
	struct arena *arena = maker->arena;

	for (size_t i = 0; i < act->links.count; i++) {
		const struct act_link *link = &act->links.items[i];
		struct connection_row row = {
			.before = italian_link_begins(link, arena),
			.after = italian_link_extent(link->part, link->since, arena),
			.note = link->note,
		};

		if (target_of(maker, link, &row))
			*ARENA_PUSH(arena, rows) = row;
	}
}

void act_incoming(struct maker *maker, const struct act *act, struct connection_rows *rows)
{
	struct arena *arena = maker->arena;

	for (size_t i = 0; i < act->incoming.count; i++) {
		const struct act *from = act->incoming.items[i].from;
		const struct act_link *link = act->incoming.items[i].link;

		/* What a removed act did is no longer told. */
		if (!act_is_listed(from))
			continue;
		*ARENA_PUSH(arena, rows) = (struct connection_row){
			.text = italian_with_capital(italian_the_act(from, arena), true, arena),
			.url = maker_link(maker, url_act(from)),
			.after = arena_printf(arena, " %.*s%.*s%.*s",
			    SLICE_ARGS(italian_link_to(link->type, act, arena)),
			    SLICE_ARGS(italian_link_extent(link->part, link->since, arena)),
			    SLICE_ARGS(italian_no_effect(from, arena))),
			.note = link->note,
		};
	}
}

void act_events(struct maker *maker, const struct act *act, struct connection_rows *rows)
{
	for (size_t i = 0; i < act->events.count; i++) {
		const struct act_event *event = &act->events.items[i];
		struct connection_row row = { .before = italian_event(act, event, maker->arena) };

		if (event->by) {
			row.text = event->by->reference;
			row.url = event->by->url;
		}
		*ARENA_PUSH(maker->arena, rows) = row;
	}
}
