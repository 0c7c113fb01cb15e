/* How sentences on changes name the items of lists: a presence by its municipality, an attachment by its title. */
#include "render/italiano_changes_parts.h"
#include "render/rows.h"

static struct slice named(const char *before, struct slice name, struct arena *arena)
{
	return slice_empty(name) ? name : arena_printf(arena, "%s«%.*s»", before, SLICE_ARGS(name));
}

static struct slice person_name(const struct reference *reference, struct slice name)
{
	const struct person *person = reference->found;

	return person ? person->name : name;
}

/* " di Nome Inventato", unless it was taken out. */
static struct slice of_person(
    const struct reference *reference, struct slice name, bool removed, struct arena *arena)
{
	struct slice words = person_name(reference, name);

	if (removed || slice_empty(words))
		return SLICE("");
	return ARENA_CONCAT(arena, SLICE(" di "), words);
}

/* --- acts and meetings ------------------------------------------------------------------------- */

static void name_attendance(struct item_name *name, const struct attendance *attendance)
{
	static const struct key_noun absence = { "l'assenza", true, false },
				     absences = { "le assenze", true, true };

	name->of = attendance->organisation.found;
	if (attendance->outcome == ATTENDANCE_ABSENT || attendance->outcome == ATTENDANCE_EXCUSED) {
		name->one = absence;
		name->many = absences;
	}
}

/* "7 favorevoli", "1 contrario"; nothing where it is not known */
static struct slice tally_words(
    const struct tally *tally, const char *one, const char *many, struct arena *arena)
{
	return tally->node ? italian_count((size_t)tally->count, one, many, arena) : SLICE("");
}

/* ": approvata con 7 favorevoli e 1 contrario" */
static struct slice vote_detail(const struct vote *vote, struct arena *arena)
{
	struct slice all[] = {
		tally_words(&vote->in_favour, "favorevole", "favorevoli", arena),
		tally_words(&vote->against, "contrario", "contrari", arena),
		tally_words(&vote->abstaining, "astenuto", "astenuti", arena),
	};
	struct slice outcome = italian_word(vote_outcome_words, vote->outcome), told[3];
	size_t count = 0;

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (!slice_empty(all[i]))
			told[count++] = all[i];
	if (slice_empty(outcome))
		return outcome;
	return arena_printf(arena, ": %.*s%s%.*s", SLICE_ARGS(outcome), count ? " con " : "",
	    SLICE_ARGS(italian_list(told, count, arena)));
}

static void name_vote(
    struct item_name *name, const struct vote *vote, bool removed, struct arena *arena)
{
	struct slice part = removed ? SLICE("") : vote->part;
	struct slice subject =
	    vote->subject ? italian_word(vote_subject_words, vote->subject) : SLICE("sull'atto");

	name->tail = arena_printf(arena, " %.*s%s%.*s%s", SLICE_ARGS(subject),
	    slice_empty(part) ? "" : " (", SLICE_ARGS(part), slice_empty(part) ? "" : ")");
	name->detail = vote_detail(vote, arena);
}

static void name_opinion(struct item_name *name, const struct opinion *opinion, struct arena *arena)
{
	struct slice type = italian_word(opinion_type_words, opinion->type), outcome;

	if (slice_starts(type, "parere"))
		name->tail = slice_from_index(type, sizeof "parere" - 1);
	outcome = italian_word(opinion_outcome_words, opinion->outcome);
	if (!slice_empty(outcome))
		name->detail = ARENA_CONCAT(arena, SLICE(": "), outcome);
}

static void name_transmission(
    struct item_name *name, const struct transmission *sent, bool removed, struct arena *arena)
{
	struct slice to = italian_the_name(sent->to, arena);

	if (removed)
		return;
	name->tail = slice_empty(to)
			 ? arena_printf(arena, " a: %.*s", SLICE_ARGS(sent->to))
			 : ARENA_CONCAT(arena, SLICE(" "), italian_preposed(ITALIAN_TO, to, arena));
	if (date_known(sent->date))
		name->detail = ARENA_CONCAT(arena, SLICE(", "), italian_on_date(sent->date, arena));
}

static void name_funding(
    struct item_name *name, const struct funding *funding, bool removed, struct arena *arena)
{
	if (removed)
		return;
	name->tail = named(" ", funding->source, arena);
	if (!slice_empty(funding->amount.text))
		name->detail =
		    ARENA_CONCAT(arena, SLICE(": "), italian_euros(funding->amount, arena));
}

/* " con la delibera DCZI n. 1/2024"; nothing where it is unknown, or nobody may know of it */
static struct slice with_target(const struct act_link *link, struct arena *arena)
{
	const struct act *act = link->act.found;
	const struct regulation *regulation = link->regulation.found;

	if (act)
		return act_is_named(act)
			   ? ARENA_CONCAT(arena, SLICE(" "),
				 italian_preposed(ITALIAN_WITH, italian_the_act(act, arena), arena))
			   : SLICE("");
	if (regulation)
		return named(" con ", regulation->title, arena);
	return link->external ? named(" con ", link->external->reference, arena) : SLICE("");
}

static void name_link(
    const struct change_teller *teller, struct item_name *name, const struct act_link *link)
{
	struct arena *arena = teller->arena;
	struct slice verb = italian_word(link_type_words, link->type);

	name->tail = with_target(link, arena);
	if (slice_empty(name->tail) || slice_empty(verb))
		return;
	name->detail = arena_printf(arena, ", che %s %.*s",
	    italian_this_act(teller->context->subject.item), SLICE_ARGS(verb));
}

/* " dell'annullamento del 13 maggio 2024" */
static void name_event(struct item_name *name, const struct act_event *event, struct arena *arena)
{
	static const char *const events[] = { [EVENT_ANNULLED] = "l'annullamento",
		[EVENT_SUSPENDED] = "la sospensione",
		[EVENT_LAPSED] = "la decadenza",
		[EVENT_CEASED] = "la cessazione" };

	if (event->type == 0)
		return;
	name->tail = ARENA_CONCAT(arena, SLICE(" "),
	    italian_preposed(ITALIAN_OF, slice_from(events[event->type]), arena));
	if (date_known(event->date))
		name->tail = ARENA_CONCAT(
		    arena, name->tail, SLICE(" "), italian_of_date(event->date, arena));
}

static void name_agenda_item(
    struct item_name *name, const struct agenda_item *item, bool removed, struct arena *arena)
{
	const struct act *act = item->act.found;

	name->one = (struct key_noun){ "il punto", false, false };
	name->many = (struct key_noun){ "i punti", false, true };
	name->tail = arena_printf(arena, " %d", item->number);
	name->after = SLICE(" all'ordine del giorno");
	/* An item is called like the act: what took that off the site may stand here too. */
	if (!removed && !(act && act_is_withheld(act)))
		name->detail = named(": ", item->title, arena);
}

/* --- the programme ----------------------------------------------------------------------------- */

static bool share_an_action(const struct deadline *a, const struct deadline *b)
{
	for (size_t i = 0; i < a->actions.count; i++)
		for (size_t n = 0; n < b->actions.count; n++)
			if (slice_eq(a->actions.items[i].id, b->actions.items[n].id))
				return true;
	return false;
}

/*
 * Has the point several deadlines of its actions? Then these alone don't tell which one it is. Today's are counted: the
 * one that is meant may have been called otherwise then.
 */
static bool has_sisters(const struct change_teller *teller, const struct deadline *deadline)
{
	const struct point *point = teller->context->subject.item;
	size_t count = 0;

	for (size_t i = 0; i < point->deadlines.count; i++)
		count += share_an_action(&point->deadlines.items[i], deadline);
	return count > 1;
}

/* " dell'azione 12.1", " delle azioni 12.1 e 12.2", " «Avviso pubblico»" */
static void name_deadline(const struct change_teller *teller, struct item_name *name,
    const struct deadline *deadline, bool removed)
{
	struct arena *arena = teller->arena;
	size_t count = deadline->actions.count;
	struct slice *ids = ARENA_COUNT(arena, struct slice, count);

	for (size_t i = 0; i < count; i++)
		ids[i] = deadline->actions.items[i].id;
	if (!removed && (count == 0 || has_sisters(teller, deadline)))
		name->tail = named(" ", deadline->text, arena);
	if (count > 0)
		name->tail = arena_printf(arena, "%.*s %s %.*s", SLICE_ARGS(name->tail),
		    count == 1 ? "dell'azione" : "delle azioni",
		    SLICE_ARGS(italian_short_list(ids, count, true, arena)));
	name->detail = ARENA_CONCAT(
	    arena, SLICE(": "), italian_term(teller->context->site, deadline->term, arena));
	if (!deadline->term)
		name->detail = SLICE("");
}

static void name_evidence(
    struct item_name *name, const struct evidence *evidence, bool removed, struct arena *arena)
{
	const struct act *act = evidence->act.found;
	const struct report *report = evidence->report.found;

	if (act && act_is_named(act))
		name->tail = arena_printf(arena, " (%.*s)",
		    SLICE_ARGS(italian_with_capital(act->reference, false, arena)));
	else if (report)
		name->tail = named(" ", report->title, arena);
	else if (!act && !removed)
		name->tail = named(" ", evidence->title, arena);
}

/* --- values ------------------------------------------------------------------------------------ */

static void name_value(const struct change_teller *teller, struct item_name *name,
    const struct key *key, const void *item, bool removed)
{
	struct arena *arena = teller->arena;
	struct key one = { .name = key->name, .type = key->item, .target = key->target };
	struct slice value = change_value(teller, &one, item);

	if (key->target == TARGET_ORGANISATION) {
		name->of = ((const struct reference *)item)->found;
		return;
	}
	if (slice_empty(value) || (removed && !change_is_repeatable(&one)))
		return;
	if (key->target == TARGET_POINT || key->target == TARGET_GOAL ||
	    key->target == TARGET_ACTION || key->item == VALUE_SCHOOL_YEAR ||
	    key->item == VALUE_LINE)
		name->tail = ARENA_CONCAT(arena, SLICE(" "), value);
	else
		name->tail = named(" ", value, arena);
}

struct item_name change_item_name(
    const struct change_teller *teller, const struct key *key, const void *item, bool removed)
{
	struct item_name name = { .one = key->item_noun, .many = key->noun };
	const struct key_table *of = key->of;
	struct arena *arena = teller->arena;

	if (!item)
		return name;
	if (!of)
		name_value(teller, &name, key, item, removed);
	else if (of == &attendance_table)
		name_attendance(&name, item);
	else if (of == &vote_table)
		name_vote(&name, item, removed, arena);
	else if (of == &opinion_table)
		name_opinion(&name, item, arena);
	else if (of == &transmission_table)
		name_transmission(&name, item, removed, arena);
	else if (of == &funding_table)
		name_funding(&name, item, removed, arena);
	else if (of == &signature_table)
		name.tail = of_person(&((const struct signature *)item)->person,
		    ((const struct signature *)item)->name, removed, arena);
	else if (of == &participant_table)
		name.tail = of_person(&((const struct participant *)item)->person,
		    ((const struct participant *)item)->name, removed, arena);
	else if (of == &act_link_table)
		name_link(teller, &name, item);
	else if (of == &act_event_table)
		name_event(&name, item, arena);
	else if (of == &attachment_table && !removed)
		name.tail = named(" ", ((const struct attachment *)item)->title, arena);
	else if (of == &agenda_item_table)
		name_agenda_item(&name, item, removed, arena);
	else if (of == &goal_table)
		name.tail = ARENA_CONCAT(arena, SLICE(" "), ((const struct goal *)item)->id);
	else if (of == &action_table)
		name.tail = ARENA_CONCAT(arena, SLICE(" "), ((const struct action *)item)->id);
	else if (of == &deadline_table)
		name_deadline(teller, &name, item, removed);
	else if (of == &evidence_table)
		name_evidence(&name, item, removed, arena);
	return name;
}
