/* The programme's progress in plain Italian. Nothing is called late but by what was told (design 4.2). */
#include "render/italiano.h"

/* --- states ------------------------------------------------------------------------------------ */

int italian_progress_order(int place)
{
	static const int order[PROGRESS_STATE_COUNT] = { PROGRESS_COMPLETED, PROGRESS_UNDER_WAY,
		PROGRESS_RESCHEDULED, PROGRESS_SUSPENDED, PROGRESS_TO_START, PROGRESS_CANCELLED,
		PROGRESS_NOT_REPORTED };

	return order[place];
}

struct slice italian_progress_state(int state)
{
	if (state == PROGRESS_NOT_REPORTED)
		return SLICE("non comunicato");
	return italian_word(progress_state_words, state);
}

static const struct progress *last_entry(const struct action *deed)
{
	return deed->progress.count ? deed->progress.items[deed->progress.count - 1] : NULL;
}

struct slice italian_action_state(const struct action *deed, struct arena *arena)
{
	const struct progress *last = last_entry(deed);

	if (!last)
		return SLICE("");
	return arena_printf(arena, "%.*s, secondo l'avanzamento %.*s.",
	    SLICE_ARGS(italian_with_capital(italian_progress_state(last->state), true, arena)),
	    SLICE_ARGS(italian_of_date(last->date, arena)));
}

/* --- deadlines --------------------------------------------------------------------------------- */

static bool is_past(const struct deadline *deadline, struct date today)
{
	return deadline->days.state == TERM_DATED && date_cmp(deadline->days.last, today) < 0;
}

/* "in corso"; of several actions "azione 9.1 in corso, azione 9.2 non comunicato"; empty where nothing was told. */
static struct slice told_of(const struct deadline *deadline, struct arena *arena)
{
	struct slice *parts = ARENA_COUNT(arena, struct slice, deadline->actions.count);
	size_t count = 0;
	bool told = false;

	for (size_t i = 0; i < deadline->actions.count; i++) {
		const struct action *action = deadline->actions.items[i].found;
		struct slice state;

		if (!action)
			continue;
		state = italian_progress_state(action->state);
		told = told || action->state != PROGRESS_NOT_REPORTED;
		parts[count++] = deadline->actions.count == 1
				     ? state
				     : arena_printf(arena, "azione %.*s %.*s",
					   SLICE_ARGS(action->id), SLICE_ARGS(state));
	}
	return told ? italian_join(parts, count, arena) : SLICE("");
}

struct slice italian_deadline_state(
    const struct deadline *deadline, struct date today, struct arena *arena)
{
	struct slice told = told_of(deadline, arena);

	if (!slice_empty(told))
		return arena_printf(arena, "%s: %.*s.",
		    is_past(deadline, today) ? "Termine passato; stato comunicato"
					     : "Stato comunicato",
		    SLICE_ARGS(told));
	if (deadline->days.state != TERM_DATED)
		return SLICE("");
	if (is_past(deadline, today))
		return SLICE("Termine passato; a questo sito non è stato comunicato l'esito.");
	return SLICE("Termine non ancora passato.");
}

/* The latest of the days on which terms of the action fall due. */
static struct date last_term_of(const struct action *action, struct date last)
{
	for (size_t i = 0; i < action->deadlines.count; i++) {
		struct date day = action->deadlines.items[i]->days.last;

		if (date_known(day) && (!date_known(last) || date_cmp(day, last) > 0))
			last = day;
	}
	return last;
}

/* The day by which all of the deed was due when the entry was written, with what had been put off by then. */
static struct date due_at(const struct action *deed, size_t entry)
{
	struct date last = DATE_NONE;

	for (size_t i = entry; i-- > 0;)
		if (deed->progress.items[i]->new_term)
			return deed->progress.items[i]->new_days.last;
	last = last_term_of(deed, last);
	for (size_t i = 0; i < deed->told_also.count; i++)
		last = last_term_of(deed->told_also.items[i], last);
	return last;
}

/* Of a deed that is done the entry that said so first, else the last. */
static size_t decisive_entry(const struct action *deed)
{
	size_t at = deed->progress.count - 1;

	while (at > 0 && deed->progress.items[at - 1]->state == deed->progress.items[at]->state &&
	       deed->state == PROGRESS_COMPLETED)
		at--;
	return at;
}

struct slice italian_late(const struct action *deed, struct arena *arena)
{
	const struct progress *entry;
	struct date due;
	size_t at;

	if (deed->progress.count == 0 || deed->state == PROGRESS_CANCELLED ||
	    deed->state == PROGRESS_RESCHEDULED)
		return SLICE("");
	at = decisive_entry(deed);
	entry = deed->progress.items[at];
	due = due_at(deed, at);
	if (!date_known(due) || date_cmp(entry->date, due) <= 0)
		return SLICE("");
	if (entry->state == PROGRESS_COMPLETED)
		return arena_printf(arena,
		    "Oltre il termine: risulta completata %.*s; il termine era %.*s.",
		    SLICE_ARGS(italian_on_date(entry->date, arena)),
		    SLICE_ARGS(italian_on_date(due, arena)));
	return arena_printf(arena, "In ritardo: %.*s risultava %.*s; il termine era %.*s.",
	    SLICE_ARGS(italian_on_date(entry->date, arena)),
	    SLICE_ARGS(italian_progress_state(entry->state)),
	    SLICE_ARGS(italian_on_date(due, arena)));
}

/* "È il primo rinvio." */
static struct slice how_often(size_t number, struct arena *arena)
{
	static const char *const ordinals[] = { "il primo", "il secondo", "il terzo", "il quarto",
		"il quinto", "il sesto", "il settimo", "l'ottavo", "il nono", "il decimo" };

	if (number <= sizeof ordinals / sizeof ordinals[0])
		return arena_printf(arena, "È %s rinvio.", ordinals[number - 1]);
	return arena_printf(arena, "È il rinvio numero %zu.", number);
}

/* Do all deadlines of the action fall on one day with the first? Sets that where there is none yet. */
static bool fall_with(const struct action *action, const struct deadline **first)
{
	for (size_t i = 0; i < action->deadlines.count; i++) {
		const struct deadline *each = action->deadlines.items[i];

		if (!*first)
			*first = each;
		else if (*first != each && (each->days.state != TERM_DATED ||
					       !date_eq(each->days.last, (*first)->days.last)))
			return false;
	}
	return true;
}

/* What the programme said of the deed, in whichever points; null where it says nothing, or several days. */
static const struct deadline *first_deadline(const struct action *deed)
{
	const struct deadline *first = NULL;

	if (!fall_with(deed, &first))
		return NULL;
	for (size_t i = 0; i < deed->told_also.count; i++)
		if (!fall_with(deed->told_also.items[i], &first))
			return NULL;
	return first;
}

/* What an entry that moves a term found there, and how often that had been moved with it. */
struct rescheduling {
	const struct term *first,
	    *before; /* null where the programme says nothing, or several days */
	size_t number;
};

static struct rescheduling rescheduling_of(
    const struct action *deed, const struct progress *progress)
{
	const struct deadline *deadline = first_deadline(deed);
	struct rescheduling told = { .number = 1 };

	told.first = told.before = deadline ? deadline->term : NULL;
	for (size_t i = 0; deed->progress.items[i] != progress; i++)
		if (deed->progress.items[i]->new_term) {
			told.before = deed->progress.items[i]->new_term;
			told.number++;
		}
	return told;
}

struct slice italian_rescheduled(const struct site *site, const struct action *deed,
    const struct progress *progress, struct arena *arena)
{
	struct slice was = SLICE("");
	struct rescheduling told;

	if (!progress->new_term)
		return SLICE("");
	told = rescheduling_of(deed, progress);
	if (told.before)
		was = arena_printf(
		    arena, " Prima: %.*s.", SLICE_ARGS(italian_term(site, told.before, arena)));
	return arena_printf(arena, "Nuova scadenza: %.*s.%.*s %.*s",
	    SLICE_ARGS(italian_term(site, progress->new_term, arena)), SLICE_ARGS(was),
	    SLICE_ARGS(how_often(told.number, arena)));
}

/* A date and nothing around it. */
static bool is_plain(const struct term *term)
{
	return term && (term->kind == TERM_BY || term->kind == TERM_IN) &&
	       term->from.kind == BOUND_NONE && term->to.kind == BOUND_NONE &&
	       slice_empty(term->after.id) && !term->continuous && !term->approximate &&
	       term->rhythm == RHYTHM_NONE && term->span.kind == SPAN_NONE &&
	       slice_empty(term->condition);
}

static struct date event_date(void *context, struct slice id)
{
	const struct site *site = context;
	const struct event *event = map_get(&site->by_id[TARGET_EVENT], id);

	return event ? event->date : DATE_NONE;
}

static struct term_days days_of(
    const struct site *site, const struct programme *programme, const struct term *term)
{
	/* Events are only looked up. */
	return term_resolve(term, event_date, (void *)site, programme->last_year);
}

bool italian_term_is_later(const struct site *site, const struct programme *programme,
    const struct term *before, const struct term *after)
{
	struct term_days earlier, later;

	if (!before || !after)
		return false;
	earlier = days_of(site, programme, before);
	later = days_of(site, programme, after);
	return earlier.state == TERM_DATED && later.state == TERM_DATED &&
	       date_cmp(earlier.last, later.last) < 0;
}

/* "da dicembre 2030 a marzo 2031" of two dates; else "ora nell'autunno 2031; prima entro giugno 2031" */
static struct slice both_terms(const struct site *site, const struct term *before,
    const struct term *after, struct arena *arena)
{
	if (!before)
		return ARENA_CONCAT(arena, SLICE("ora "), italian_term(site, after, arena));
	if (is_plain(before) && is_plain(after))
		return ARENA_CONCAT(arena, italian_since_date(before->date, arena), SLICE(" "),
		    italian_to_date(after->date, arena));
	return ARENA_CONCAT(arena, SLICE("ora "), italian_term(site, after, arena),
	    SLICE("; prima "), italian_term(site, before, arena));
}

struct slice italian_moved_term(const struct site *site, const struct programme *programme,
    struct slice what, const struct moved_term *moved, struct arena *arena)
{
	const struct term *before = moved->before, *after = moved->after;
	bool later = !before || italian_term_is_later(site, programme, before, after);
	bool earlier = before && italian_term_is_later(site, programme, after, before);
	struct slice text = arena_printf(arena, "%s %.*s: %.*s.",
	    later     ? "Spostata"
	    : earlier ? "Anticipata"
		      : "Cambiata",
	    SLICE_ARGS(what), SLICE_ARGS(both_terms(site, before, after, arena)));

	if (moved->number == 0)
		return text;
	if (later)
		text = ARENA_CONCAT(arena, text, SLICE(" "), how_often(moved->number, arena));
	if (!moved->first || !before || moved->first == before)
		return text;
	return ARENA_CONCAT(arena, text, SLICE(" Il primo termine era: "),
	    italian_term(site, moved->first, arena), SLICE("."));
}

struct slice italian_moved_by(
    const struct site *site, const struct progress *progress, struct arena *arena)
{
	const struct action *action = progress->action.found;
	struct rescheduling told;
	struct moved_term moved;

	if (!progress->new_term || !action)
		return SLICE("");
	told = rescheduling_of(action->deed, progress);
	moved = (struct moved_term){ told.before, progress->new_term, told.first, told.number };
	return italian_moved_term(site, action->point->programme,
	    arena_printf(arena, "la scadenza dell'azione %.*s", SLICE_ARGS(action->id)), &moved,
	    arena);
}

struct slice italian_progress_changed(struct date day, struct arena *arena)
{
	if (!date_known(day))
		return SLICE("");
	return arena_printf(
	    arena, "Notizia modificata %.*s.", SLICE_ARGS(italian_on_date(day, arena)));
}

struct slice italian_due_day(const struct term_days *days, struct arena *arena)
{
	switch (days->state) {
	case TERM_OPEN: return SLICE("nessuno");
	case TERM_WAITING: return SLICE("da determinare");
	case TERM_DATED: break;
	}
	return italian_date(days->last, arena);
}

struct slice italian_new_term(const struct progress *progress, struct arena *arena)
{
	return arena_printf(arena, "Nuova scadenza, comunicata %.*s",
	    SLICE_ARGS(italian_on_date(progress->date, arena)));
}

struct slice italian_waits_for(const struct site *site, struct slice event, struct arena *arena)
{
	return arena_printf(arena, "Data da determinare: dipende %.*s",
	    SLICE_ARGS(italian_from_event(site, event, arena)));
}

/* --- actions and points ------------------------------------------------------------------------ */

struct slice italian_action(const struct action *action, struct arena *arena)
{
	return arena_printf(arena, "Azione %.*s", SLICE_ARGS(action->id));
}

struct slice italian_action_told(const struct action *action, struct arena *arena)
{
	return arena_printf(arena, "Azione %.*s: %.*s", SLICE_ARGS(action->id),
	    SLICE_ARGS(italian_progress_state(action->deed->state)));
}

struct slice italian_action_elsewhere(const struct action *action, struct arena *arena)
{
	const struct point *point = action->point;

	return arena_printf(arena, "azione %.*s, nel punto %d (%.*s)", SLICE_ARGS(action->id),
	    point->number,
	    SLICE_ARGS(slice_empty(point->simple_title) ? point->title : point->simple_title));
}

struct slice italian_deeds(const struct programme *programme, struct arena *arena)
{
	size_t deeds = programme->count.deeds, actions = 0;

	for (size_t i = 0; i < programme->points.count; i++)
		actions += programme->points.items[i]->actions.count;
	if (actions == 0)
		return SLICE("A questo sito non risultano azioni di questo programma.");
	if (actions == deeds)
		return arena_printf(arena, "Il programma prevede %.*s.",
		    SLICE_ARGS(italian_count(actions, "azione", "azioni", arena)));
	return arena_printf(arena,
	    "Nei punti del programma sono scritte %zu azioni. Alcune sono la stessa azione, scritta in "
	    "più punti. Contate una volta sola, le azioni sono %zu.",
	    actions, deeds);
}

struct slice italian_past_unreported(const struct programme *programme, struct arena *arena)
{
	size_t count = programme->count.past_unreported;

	if (count == 0)
		return SLICE("");
	return arena_printf(arena,
	    "Per %.*s almeno un termine è passato, e a questo sito non è stato comunicato l'esito. Non "
	    "significa che %s.",
	    SLICE_ARGS(italian_count(count, "azione", "azioni", arena)),
	    count == 1 ? "non sia stata fatta" : "non siano state fatte");
}

/* A state of several actions, as in "3 completate". */
static const char *state_of_many(int state)
{
	static const char *const words[PROGRESS_STATE_COUNT] = {
		[PROGRESS_NOT_REPORTED] = "con stato non comunicato",
		[PROGRESS_TO_START] = "da avviare",
		[PROGRESS_UNDER_WAY] = "in corso",
		[PROGRESS_COMPLETED] = "completate",
		[PROGRESS_SUSPENDED] = "sospese",
		[PROGRESS_CANCELLED] = "annullate",
		[PROGRESS_RESCHEDULED] = "riprogrammate",
	};

	return words[state];
}

static struct slice state_of_one(int state)
{
	return state == PROGRESS_NOT_REPORTED ? slice_from(state_of_many(state))
					      : italian_progress_state(state);
}

struct slice italian_point_progress(const struct point *point, struct arena *arena)
{
	size_t by_state[PROGRESS_STATE_COUNT] = { 0 }, all = point->actions.count, count = 0;
	struct slice parts[PROGRESS_STATE_COUNT];

	for (size_t i = 0; i < all; i++)
		by_state[point->actions.items[i].state]++;
	if (all == 0)
		return SLICE("nessuna azione");
	for (int place = 0; place < PROGRESS_STATE_COUNT; place++) {
		int state = italian_progress_order(place);

		if (by_state[state] == all)
			return arena_printf(arena, "%.*s %.*s",
			    SLICE_ARGS(italian_count(all, "azione", "azioni", arena)),
			    SLICE_ARGS(
				all == 1 ? state_of_one(state) : slice_from(state_of_many(state))));
		if (by_state[state])
			parts[count++] = arena_printf(arena, "%zu %.*s", by_state[state],
			    SLICE_ARGS(by_state[state] == 1 ? state_of_one(state)
							    : slice_from(state_of_many(state))));
	}
	return arena_printf(
	    arena, "%zu azioni (%.*s)", all, SLICE_ARGS(italian_join(parts, count, arena)));
}

struct slice italian_programme_part(
    const struct programme *programme, const char *part, struct arena *arena)
{
	if (slice_is(slice_from(part), "cronoprogramma"))
		return arena_printf(arena, "Cronoprogramma %.*s", SLICE_ARGS(programme->id));
	if (slice_is(slice_from(part), "scadenze"))
		return arena_printf(arena, "Scadenze %.*s", SLICE_ARGS(programme->id));
	return arena_printf(arena, "Programma %.*s in una pagina", SLICE_ARGS(programme->id));
}

struct slice italian_told_deeds(const struct programme *programme, struct arena *arena)
{
	size_t deeds = programme->count.deeds;
	size_t told = deeds - programme->count.by_state[PROGRESS_NOT_REPORTED];

	if (deeds == 0)
		return SLICE("");
	if (told == 0)
		return SLICE("Su come vanno le azioni a questo sito non è ancora arrivata nessuna "
			     "notizia. Non significa che non siano state avviate.");
	if (told == deeds)
		return SLICE("Di tutte le azioni è stato comunicato a questo sito come vanno.");
	return arena_printf(arena,
	    "È stato comunicato a questo sito come va%s %.*s su %zu. Delle altre non si sa: non "
	    "significa che non siano state avviate.",
	    told == 1 ? "" : "nno", SLICE_ARGS(italian_count(told, "azione", "azioni", arena)),
	    deeds);
}

struct slice italian_last_news(const struct programme *programme, struct arena *arena)
{
	if (programme->progress.count == 0)
		return SLICE("a questo sito non ne è arrivata nessuna");
	return italian_date(programme->progress.items[programme->progress.count - 1]->date, arena);
}

struct slice italian_schedule_drawing(
    const struct programme *programme, int first_point, int last_point, struct arena *arena)
{
	if (first_point == last_point)
		return arena_printf(
		    arena, "Cronoprogramma %.*s, punto %d", SLICE_ARGS(programme->id), first_point);
	return arena_printf(arena, "Cronoprogramma %.*s, punti da %d a %d",
	    SLICE_ARGS(programme->id), first_point, last_point);
}

struct slice italian_point_description(const struct point *point, struct arena *arena)
{
	return arena_printf(arena,
	    "Il punto %d del programma %.*s in parole semplici: situazione, obiettivi, azioni e scadenze.",
	    point->number, SLICE_ARGS(point->programme->id));
}

/* --- regulations ------------------------------------------------------------------------------- */

struct slice italian_regulation_status(const struct regulation *regulation,
    const struct regulation *current, struct date today, struct arena *arena)
{
	struct date since = regulation->in_force_since, until = regulation->in_force_until;

	if (regulation->current)
		return date_known(since) ? arena_printf(arena, "In vigore %.*s.",
					       SLICE_ARGS(italian_since_date(since, arena)))
					 : SLICE("In vigore. A questo sito non risulta da quando.");
	if (regulation->ended_by)
		return arena_printf(arena, "Non è più in vigore%s%.*s: lo stabilisce %.*s.",
		    date_known(regulation->ended_since) ? " " : "",
		    SLICE_ARGS(date_known(regulation->ended_since)
				   ? italian_since_date(regulation->ended_since, arena)
				   : SLICE("")),
		    SLICE_ARGS(italian_the_act(regulation->ended_by, arena)));
	if (date_known(until) && date_cmp(until, today) < 0)
		return arena_printf(arena, "Non è più in vigore: lo è stato %.*s.",
		    SLICE_ARGS(italian_period(since, until, arena)));
	if (date_known(since) && date_cmp(date_first_day(since), today) > 0)
		return arena_printf(arena, "Non è ancora in vigore: lo sarà %.*s.",
		    SLICE_ARGS(italian_since_date(since, arena)));
	if (current)
		return arena_printf(arena,
		    "Non è più in vigore: al suo posto c'è la versione %.*s.",
		    SLICE_ARGS(italian_of_date(current->date, arena)));
	return SLICE("A questo sito non risulta in vigore.");
}

struct slice italian_regulation_version(const struct regulation *regulation, struct arena *arena)
{
	return arena_printf(arena, "%.*s, versione %.*s", SLICE_ARGS(regulation->title),
	    SLICE_ARGS(italian_of_date(regulation->date, arena)));
}

struct slice italian_link_to_regulation(const struct act_link *link, struct arena *arena)
{
	return arena_printf(arena, " %.*s questo regolamento%.*s",
	    SLICE_ARGS(italian_word(link_type_words, link->type)),
	    SLICE_ARGS(italian_link_extent(link->part, link->since, arena)));
}
