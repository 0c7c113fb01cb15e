/* The dates of an act against each other, and what it does to other acts (design 4.1). */
#include "check/rule.h"

static struct date act_date(const struct act *act)
{
	return date_known(act->date) ? act->date : (struct date){ (int16_t)act->year, 0, 0 };
}

static void check_future(struct check *check, const struct act *act)
{
	if (act->visibility != VISIBILITY_NOWHERE &&
	    date_surely_before(check->site->today, act->date))
		diag1(check->diagnostics, DIAG_ACT_FUTURE, at_key(act->file, act->node, "data"),
		    shown_date(check, act->date));
}

/* What can't have happened before the act was adopted. */
static void check_later_dates(struct check *check, const struct act *act)
{
	const struct dated_key adoption = { "data", "data", act->node, act_date(act) };

#define LATER(map_, key_, shown_, date_) \
	check_not_before(                \
	    check, act->file, (struct dated_key){ key_, shown_, map_, date_ }, adoption)
	LATER(act->node, "pubblicato_dal", "pubblicato_dal", act->published_since);
	LATER(act->node, "pubblica_fino_al", "pubblica_fino_al", act->published_until);
	if (act->protocol)
		LATER(act->protocol->node, "data", "protocollo.data", act->protocol->date);
	if (act->notice_board)
		LATER(act->notice_board->node, "dal", "albo.dal", act->notice_board->since);
	if (act->enforceability)
		LATER(act->enforceability->node, "dal", "esecutivita.dal",
		    act->enforceability->since);
	if (act->removal)
		LATER(act->removal->node, "data", "rimozione.data", act->removal->date);
	for (size_t i = 0; i < act->signatures.count; i++)
		LATER(act->signatures.items[i].node, "data", "sottoscrizioni.data",
		    act->signatures.items[i].date);
	for (size_t i = 0; i < act->transmissions.count; i++)
		LATER(act->transmissions.items[i].node, "data", "trasmissione.data",
		    act->transmissions.items[i].date);
	for (size_t i = 0; i < act->events.count; i++)
		LATER(act->events.items[i].node, "data", "vicende.data", act->events.items[i].date);
#undef LATER
}

/* What must be there when the act is adopted: its proposal, opinions on it. */
static void check_earlier_dates(struct check *check, const struct act *act)
{
	const struct dated_key adoption = { "data", "data", act->node, act_date(act) };

	if (act->proposal)
		check_not_before(check, act->file, adoption,
		    (struct dated_key){
			"data", "proposta.data", act->proposal->node, act->proposal->date });
	for (size_t i = 0; i < act->opinions.count; i++)
		check_not_before(check, act->file, adoption,
		    (struct dated_key){ "data", "pareri.data", act->opinions.items[i].node,
			act->opinions.items[i].date });
}

static void check_spans(struct check *check, const struct act *act)
{
	check_span(check, act->file, act->node, act->effective_since, act->effective_until,
	    "efficace_fino_al");
	check_span(check, act->file, act->node, act->published_since, act->published_until,
	    "pubblica_fino_al");
	if (act->notice_board)
		check_span(check, act->file, act->notice_board->node, act->notice_board->since,
		    act->notice_board->until, "al");
}

/* Annulment, correction and the like work from the beginning; revocation and change do not. */
static bool works_from_its_date(int type)
{
	switch (type) {
	case LINK_AMENDS:
	case LINK_SUPPLEMENTS:
	case LINK_EXTENDS:
	case LINK_SUSPENDS:
	case LINK_REPLACES:
	case LINK_REVOKES: return true;
	default: return false;
	}
}

/* Does the link need an act that is there already? Everything but recalling and delegating does. */
static bool acts_on_earlier(int type)
{
	switch (type) {
	case LINK_CORRECTS:
	case LINK_ANNULS:
	case LINK_VALIDATES:
	case LINK_INTERPRETS:
	case LINK_CONFIRMS:
	case LINK_RATIFIES: return true;
	default: return works_from_its_date(type);
	}
}

static void check_link(struct check *check, const struct act *act, const struct act_link *link)
{
	const struct content_file *file = act->file;
	const struct act *other = link->act.found;
	const struct word *type = word_find(link_type_words, link->type);
	int targets = has_key(link->node, "atto") + has_key(link->node, "regolamento") +
		      has_key(link->node, "esterno");

	if (targets != 1)
		diag1(check->diagnostics, DIAG_LINK_TARGET, yaml_position(link->node, file->path),
		    shown_number(check, targets));
	if (other == act)
		diag0(check->diagnostics, DIAG_LINK_SELF, at_key(file, link->node, "atto"));
	if (other && type && acts_on_earlier(link->type) &&
	    date_surely_before(act_date(act), act_date(other)))
		diag3(check->diagnostics, DIAG_LINK_LATER, at_key(file, link->node, "atto"),
		    other->place, slice_from(type->name), shown_date(check, act_date(other)));
	if (works_from_its_date(link->type))
		check_not_before(check, file,
		    (struct dated_key){ "dal", "collegamenti.dal", link->node, link->since },
		    (struct dated_key){ "data", "data", act->node, act_date(act) });
}

static void check_links(struct check *check, const struct act *act)
{
	for (size_t i = 0; i < act->links.count; i++)
		check_link(check, act, &act->links.items[i]);
}

/* A walk along the links that act on earlier acts, depth first. */
struct walk {
	enum { UNSEEN, ON_PATH, DONE } state;
	const struct act *act;
	size_t next; /* of its links */
};

static void report_cycle(struct check *check, const struct act *act, const struct act_link *link)
{
	diag1(check->diagnostics, DIAG_LINK_CYCLE, at_key(act->file, link->node, "atto"),
	    link->act.id);
}

/*
 * Follows the links from one act; an act met again on the path closes a circle. A link to the act itself has
 * a message of its own.
 */
static void walk_from(
    struct check *check, struct walk *start, const struct map *walks, struct walk **path)
{
	size_t depth = 0;

	start->state = ON_PATH;
	path[depth++] = start;
	while (depth > 0) {
		struct walk *walk = path[depth - 1];
		const struct act_link *link = &walk->act->links.items[walk->next];
		const struct act *other;
		struct walk *next;

		if (walk->next++ == walk->act->links.count) {
			walk->state = DONE;
			depth--;
			continue;
		}
		other = link->act.found;
		if (!other || other == walk->act || !acts_on_earlier(link->type))
			continue;
		next = map_get(walks, other->place);
		if (next->state == ON_PATH)
			report_cycle(check, walk->act, link);
		if (next->state != UNSEEN)
			continue;
		next->state = ON_PATH;
		path[depth++] = next;
	}
}

static void check_cycles(struct check *check)
{
	const struct site *site = check->site;
	struct walk *walks = ARENA_COUNT(check->scratch, struct walk, site->acts.count);
	struct walk **path = ARENA_COUNT(check->scratch, struct walk *, site->acts.count);
	struct map by_place = { 0 };

	for (size_t i = 0; i < site->acts.count; i++) {
		walks[i].act = site->acts.items[i];
		map_put(&by_place, check->scratch, walks[i].act->place, &walks[i]);
	}
	for (size_t i = 0; i < site->acts.count; i++)
		if (walks[i].state == UNSEEN)
			walk_from(check, &walks[i], &by_place, path);
}

static const struct rule rules[] = {
	{ .act = check_future, REPORTS(DIAG_ACT_FUTURE) },
	{ .act = check_later_dates, REPORTS(DIAG_DATES_ORDER) },
	{ .act = check_earlier_dates, REPORTS(DIAG_DATES_ORDER) },
	{ .act = check_spans, REPORTS(DIAG_DATES_REVERSED) },
	{ .act = check_links,
	    REPORTS(DIAG_LINK_TARGET, DIAG_LINK_SELF, DIAG_LINK_LATER, DIAG_DATES_ORDER) },
	{ .site = check_cycles, REPORTS(DIAG_LINK_CYCLE) },
};

const struct rule_table act_link_rules = { rules, sizeof rules / sizeof *rules };
