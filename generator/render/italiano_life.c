#include "render/italiano_life.h"

#include "render/italiano_articles.h"
#include "render/rows.h"

struct life {
	const struct site *site;
	const struct act *act;
	struct arena *arena;
	struct life_events *events;
};

static bool is_coming(const struct life *life, struct date date)
{
	return date_known(date) && date_cmp(date_first_day(date), life->site->today) > 0;
}

static struct life_event *add(const struct life *life, enum life_kind kind, struct date date,
    bool declared, struct slice sentence)
{
	struct life_event *event = ARENA_PUSH(life->arena, life->events);

	*event = (struct life_event){ .kind = kind,
		.date = date,
		.coming = is_coming(life, date),
		.declared = declared,
		.sentence = sentence };
	return event;
}

static const char *ending(const struct life *life)
{
	return italian_act_is_feminine(life->act) ? "a" : "o";
}

static struct slice this_act(const struct life *life, bool capital)
{
	return italian_with_capital(slice_from(italian_this_act(life->act)), capital, life->arena);
}

/* --- its meeting --------------------------------------------------------------------------------- */

/* "la seduta del 13 maggio 2024, Conferenza zonale" */
static struct slice the_meeting(const struct life *life, const struct meeting *meeting)
{
	return ARENA_CONCAT(life->arena, SLICE("la "),
	    italian_with_capital(italian_meeting(meeting, life->arena), false, life->arena));
}

static const char *outcome_of(const struct meeting *meeting, struct date today)
{
	switch (meeting->state) {
	case MEETING_CONVENED:
		return meeting_is_coming(meeting, today)
			   ? "Si terrà %.*s."
			   : "Era convocata %.*s; a questo sito non è stato comunicato l'esito.";
	case MEETING_HELD: return "Si è svolta %.*s.";
	case MEETING_NO_QUORUM: return "È andata deserta %.*s: mancava il numero legale.";
	case MEETING_POSTPONED: return "È stata rinviata %.*s.";
	case MEETING_CANCELLED: return "È stata annullata %.*s.";
	default: return NULL;
	}
}

static void tell_meeting(const struct life *life)
{
	const struct meeting *meeting = life->act->meeting.found;
	struct slice name, head, tail;
	const char *outcome;

	if (!meeting)
		return;
	name = the_meeting(life, meeting);
	if (meeting->convocation && date_known(meeting->convocation->date))
		add(life, LIFE_CONVENED, meeting->convocation->date, true,
		    arena_printf(life->arena, "È stata convocata %.*s.", SLICE_ARGS(name)))
		    ->meeting = meeting;
	outcome = outcome_of(meeting, life->site->today);
	if (!outcome || !date_known(meeting->date))
		return;
	slice_cut(slice_from(outcome), '%', &head, &tail);
	add(life, LIFE_MEETING, meeting->date, true,
	    ARENA_CONCAT(life->arena, head, name, slice_from_index(tail, sizeof ".*s" - 1)))
	    ->meeting = meeting;
}

/* --- what its own keys declare ------------------------------------------------------------------- */

static void tell_adoption(const struct life *life)
{
	const struct act *act = life->act;
	struct date date =
	    date_known(act->date) ? act->date : (struct date){ (int16_t)act->order_year, 0, 0 };
	bool inferred = act_is_inferred(act, date_known(act->date) ? "data" : "anno");
	struct slice sentence;

	if (act->status.status == STATUS_NOT_ADOPTED)
		sentence = arena_printf(life->arena,
		    "%.*s non è stat%s adottat%s: la votazione ha respinto la proposta.",
		    SLICE_ARGS(this_act(life, true)), ending(life), ending(life));
	else if (act->type == ACT_RESOLUTION || act->type == ACT_DETERMINATION ||
		 act->type == ACT_DECREE)
		sentence = arena_printf(life->arena, "%.*s è stat%s adottat%s.",
		    SLICE_ARGS(this_act(life, true)), ending(life), ending(life));
	else
		sentence = arena_printf(
		    life->arena, "È la data di %.*s.", SLICE_ARGS(this_act(life, false)));
	add(life, LIFE_ADOPTED, date, !inferred, sentence);
}

/* ": Comune di Alfa, repertorio n. 55" */
static struct slice board_words(const struct notice_board *board, struct arena *arena)
{
	const struct organisation *organisation = board->organisation.found;
	struct slice parts[] = { organisation ? organisation->name : SLICE(""),
		slice_empty(board->register_number)
		    ? SLICE("")
		    : ARENA_CONCAT(arena, SLICE("repertorio n. "), board->register_number) };
	struct slice words = italian_join(parts, 2, arena);

	return slice_empty(words) ? words : ARENA_CONCAT(arena, SLICE(": "), words);
}

static void tell_board(const struct life *life)
{
	const struct notice_board *board = life->act->notice_board;

	if (!board)
		return;
	if (date_known(board->since))
		add(life, LIFE_BOARD_BEGINS, board->since, true,
		    arena_printf(life->arena, "%s la pubblicazione all'albo pretorio%.*s.",
			is_coming(life, board->since) ? "Comincerà" : "È cominciata",
			SLICE_ARGS(board_words(board, life->arena))));
	if (date_known(board->until))
		add(life, LIFE_BOARD_ENDS, board->until, true,
		    SLICE("È l'ultimo giorno di pubblicazione all'albo pretorio."));
}

static void tell_enforceability(const struct life *life)
{
	const struct enforceability *declared = life->act->enforceability;
	struct enforceability dateless;

	if (!declared || !date_known(declared->since))
		return;
	dateless = *declared;
	dateless.since = DATE_NONE;
	add(life, LIFE_ENFORCEABLE, declared->since, true,
	    arena_printf(life->arena, "Esecutività: %.*s.",
		SLICE_ARGS(italian_enforceability(&dateless, life->arena))));
}

/* Who was extended does not end on the day that was set first. */
static bool was_extended(const struct act *act)
{
	for (size_t i = 0; i < act->incoming.count; i++)
		if (act->incoming.items[i].link->type == LINK_EXTENDS &&
		    act_is_named(act->incoming.items[i].from) &&
		    act_has_effect(act->incoming.items[i].from))
			return true;
	return false;
}

static void tell_effect(const struct life *life)
{
	const struct act *act = life->act;
	struct slice this = this_act(life, false);

	if (date_known(act->effective_since))
		add(life, LIFE_EFFECT_BEGINS, act->effective_since, true,
		    arena_printf(life->arena, "%.*s %.*s %s effetti.",
			SLICE_ARGS(italian_with_capital(
			    italian_since_date(act->effective_since, life->arena), true,
			    life->arena)),
			SLICE_ARGS(this),
			is_coming(life, act->effective_since) ? "produrrà" : "produce"));
	if (date_known(act->effective_until))
		add(life, LIFE_EFFECT_ENDS, act->effective_until, true,
		    arena_printf(life->arena, "%s per gli effetti di %.*s%s.",
			"È l'ultimo giorno stabilito", SLICE_ARGS(this),
			was_extended(act) ? ", poi prorogato" : ""));
}

/* --- what other acts did to it ------------------------------------------------------------------- */

/* How a kind of link reads from the act that it leads to: with "è", "sarà" before a participle that ends in a or o. */
static const struct {
	const char *participle; /* null: told as what the other act does */
	bool ends;              /* it produces no effects any more */
} done[] = {
	[0] = { NULL, false },
	[LINK_AMENDS] = { "modificat", false },
	[LINK_SUPPLEMENTS] = { "integrat", false },
	[LINK_CORRECTS] = { "rettificat", false },
	[LINK_EXTENDS] = { "prorogat", false },
	[LINK_SUSPENDS] = { "sospes", false },
	[LINK_REPLACES] = { "sostituit", true },
	[LINK_REVOKES] = { "revocat", true },
	[LINK_ANNULS] = { NULL, false },
	[LINK_VALIDATES] = { NULL, false },
	[LINK_INTERPRETS] = { NULL, false },
	[LINK_INSTITUTES] = { NULL, false },
	[LINK_APPROVES] = { NULL, false },
	[LINK_CONFIRMS] = { NULL, false },
	[LINK_APPOINTS] = { NULL, false },
	[LINK_DELEGATES] = { NULL, false },
	[LINK_IMPLEMENTS] = { NULL, false },
	[LINK_RATIFIES] = { NULL, false },
	[LINK_RECALLS] = { NULL, false },
};

/* " (parte: punto 3)" */
static struct slice part_words(struct slice part, struct arena *arena)
{
	return slice_empty(part) ? part : arena_printf(arena, " (parte: %.*s)", SLICE_ARGS(part));
}

/* "La delibera DCZI n. 7/2031 annulla questa delibera, parte: punto 3, dal 15 aprile 2031." */
static struct slice plainly(
    const struct life *life, const struct act *from, const struct act_link *link)
{
	struct arena *arena = life->arena;

	return arena_printf(arena, "%.*s %.*s%.*s%.*s.",
	    SLICE_ARGS(italian_with_capital(italian_the_act(from, arena), true, arena)),
	    SLICE_ARGS(italian_link_to(link->type, life->act, arena)),
	    SLICE_ARGS(italian_link_extent(link->part, link->since, arena)),
	    SLICE_ARGS(italian_no_effect(from, arena)));
}

/* "Dal 15 aprile 2031 questa delibera non produce più effetti: l'ha revocata la delibera DCZI n. 7/2031." */
static struct slice since_when(
    const struct life *life, const struct act *from, const struct act_link *link, struct date since)
{
	struct arena *arena = life->arena;
	bool coming = is_coming(life, since), partial = !slice_empty(link->part);
	struct slice begin = SLICE(""), by = italian_the_act(from, arena);
	const char *participle = done[link->type].participle;

	if (date_known(since))
		begin = ARENA_CONCAT(arena, italian_since_date(since, arena), SLICE(" "));
	begin =
	    italian_with_capital(ARENA_CONCAT(arena, begin, this_act(life, false)), true, arena);
	if (!done[link->type].ends)
		return arena_printf(arena, "%.*s %s %s%s %.*s%.*s.", SLICE_ARGS(begin),
		    coming ? "sarà" : "è", participle, ending(life),
		    SLICE_ARGS(italian_preposed(ITALIAN_FROM, by, arena)),
		    SLICE_ARGS(part_words(link->part, arena)));
	return arena_printf(arena, "%.*s %snon %s più effetti%.*s: l'ha %s%s %.*s.",
	    SLICE_ARGS(begin), partial ? "in parte " : "", coming ? "produrrà" : "produce",
	    SLICE_ARGS(part_words(link->part, arena)), participle, ending(life), SLICE_ARGS(by));
}

/* May it be told here? What a removed act did is told no longer, but where it decides on the act's status. */
static bool is_told(const struct act *act, const struct act *from)
{
	return act_is_listed(from) || (act_is_named(from) && act->status.by == from);
}

static void tell_links(const struct life *life)
{
	for (size_t i = 0; i < life->act->incoming.count; i++) {
		const struct act *from = life->act->incoming.items[i].from;
		const struct act_link *link = life->act->incoming.items[i].link;
		bool begins = date_known(link->since);
		struct date since = begins ? link->since : from->date;
		bool changes = done[link->type].participle && act_has_effect(from);
		/* To name another act, or to say what it means, has no other day than that of who does it. */
		bool declared = begins || !(changes || link->type == LINK_ANNULS);

		if (is_told(life->act, from))
			add(life, LIFE_CHANGED, since, declared,
			    changes ? since_when(life, from, link, since)
				    : plainly(life, from, link))
			    ->by = from;
	}
}

/* --- what befell it from outside ----------------------------------------------------------------- */

static void tell_events(const struct life *life)
{
	for (size_t i = 0; i < life->act->events.count; i++) {
		const struct act_event *event = &life->act->events.items[i];
		struct slice source = SLICE("");

		if (event->by)
			source = arena_printf(
			    life->arena, " Riferimento: %.*s.", SLICE_ARGS(event->by->reference));
		add(life, LIFE_FROM_OUTSIDE, date_known(event->date) ? event->date : event->since,
		    true,
		    ARENA_CONCAT(life->arena, italian_event_words(life->act, event, life->arena),
			SLICE("."), source))
		    ->outside = event->by;
	}
}

/* --- all ----------------------------------------------------------------------------------------- */

/* By date, then by kind, then as they were found: few, and mostly in order. */
static void sort(struct life_events *events)
{
	for (size_t i = 1; i < events->count; i++) {
		struct life_event each = events->items[i];
		size_t at = i;

		while (at > 0) {
			const struct life_event *before = &events->items[at - 1];
			int order = date_cmp(before->date, each.date);

			if (order < 0 || (order == 0 && before->kind <= each.kind))
				break;
			events->items[at] = *before;
			at--;
		}
		events->items[at] = each;
	}
}

void italian_life(
    const struct site *site, const struct act *act, struct arena *arena, struct life_events *events)
{
	const struct life life = { site, act, arena, events };

	tell_meeting(&life);
	tell_adoption(&life);
	tell_board(&life);
	tell_enforceability(&life);
	tell_effect(&life);
	tell_links(&life);
	tell_events(&life);
	sort(events);
}

const char *italian_declared(const struct life_event *event)
{
	if (event->declared)
		return "dichiarato";
	return event->kind == LIFE_CHANGED ? "il giorno è la data dell'altro atto" : "data dedotta";
}

struct slice italian_page_ends(const struct act *act, struct arena *arena)
{
	if (!date_known(act->published_until))
		return SLICE("");
	return arena_printf(arena, "Dopo %.*s questa pagina mostrerà solo una scheda dell'atto.",
	    SLICE_ARGS(italian_on_date(act->published_until, arena)));
}
