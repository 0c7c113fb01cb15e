/* `quando` in plain Italian: the whole grammar of parse/term.h. */
#include "render/italiano.h"
#include "render/italiano_articles.h"

/* The site whose events are named, and where sentences are written. */
struct words {
	const struct site *site;
	struct arena *arena;
};

/* --- events with their articles ---------------------------------------------------------------- */

static const struct event *event_of(const struct site *site, struct slice id)
{
	return map_get(&site->by_id[TARGET_EVENT], id);
}

/* "dalla firma dell'accordo"; "dall'evento «Elezioni»" where we do not know the name's article. */
static struct slice event_name(
    const struct words *words, struct slice id, enum italian_preposition preposition)
{
	const struct event *event = event_of(words->site, id);
	struct slice name = event ? event->name : id;
	struct slice known =
	    italian_the_name(italian_with_capital(name, false, words->arena), words->arena);

	if (slice_empty(known))
		known = arena_printf(words->arena, "l'evento «%.*s»", SLICE_ARGS(name));
	return italian_preposed(preposition, known, words->arena);
}

struct slice italian_from_event(const struct site *site, struct slice event, struct arena *arena)
{
	struct words words = { site, arena };

	return event_name(&words, event, ITALIAN_FROM);
}

static bool is_delayed(const struct term_event *event)
{
	return event->after.years || event->after.months || event->after.weeks || event->after.days;
}

/* " (13 maggio 2024)", or that nobody knows it yet. */
static struct slice event_day(const struct words *words, const struct term_event *event)
{
	const struct event *found = event_of(words->site, event->id);
	struct date day = found ? found->date : DATE_NONE;

	if (!date_known(day))
		return SLICE(" (data da determinare)");
	if (is_delayed(event))
		day = date_add_duration(date_last_day(day), event->after);
	return arena_printf(words->arena, " (%.*s)", SLICE_ARGS(italian_date(day, words->arena)));
}

/* --- spans of time ----------------------------------------------------------------------------- */

/* "un anno", "tre anni", "12 anni"; nothing for 0. */
static struct slice counted(int count, const char *one, const char *many, struct arena *arena)
{
	static const char *const numbers[] = { "", "", "due", "tre", "quattro", "cinque", "sei",
		"sette", "otto", "nove", "dieci" };

	if (count == 0)
		return SLICE("");
	if (count == 1)
		return slice_from(one);
	if (count <= 10)
		return arena_printf(arena, "%s %s", numbers[count], many);
	return arena_printf(arena, "%d %s", count, many);
}

/* "un anno e sei mesi" */
static struct slice duration_words(struct duration duration, struct arena *arena)
{
	struct slice all[] = {
		counted(duration.years, "un anno", "anni", arena),
		counted(duration.months, "un mese", "mesi", arena),
		counted(duration.weeks, "una settimana", "settimane", arena),
		counted(duration.days, "un giorno", "giorni", arena),
	};
	struct slice parts[sizeof all / sizeof all[0]];
	size_t count = 0;

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (!slice_empty(all[i]))
			parts[count++] = all[i];
	return italian_list(parts, count, arena);
}

/* "2025/26" */
static struct slice years_of(int begins, struct arena *arena)
{
	return arena_printf(arena, "%d/%02d", begins, (begins + 1) % 100);
}

/* --- the term ---------------------------------------------------------------------------------- */

static struct slice by_date(struct date date, struct arena *arena)
{
	struct slice day = italian_date(date, arena);

	if (date_full(date))
		return arena_printf(arena, "entro %.*s", SLICE_ARGS(italian_on_date(date, arena)));
	return arena_printf(arena, "entro %s%.*s", date.month ? "" : "il ", SLICE_ARGS(day));
}

/* "il 13 maggio 2024", "a maggio 2024", "nel 2024" */
static struct slice in_date(struct date date, struct arena *arena)
{
	return date.month && !date.day ? italian_to_date(date, arena)
				       : italian_on_date(date, arena);
}

static struct slice by_event(const struct words *words, const struct term_event *event)
{
	struct slice day = event_day(words, event);

	if (!is_delayed(event))
		return arena_printf(words->arena, "%.*s%.*s",
		    SLICE_ARGS(event_name(words, event->id, ITALIAN_TO)), SLICE_ARGS(day));
	return arena_printf(words->arena, "entro %.*s %.*s%.*s",
	    SLICE_ARGS(duration_words(event->after, words->arena)),
	    SLICE_ARGS(event_name(words, event->id, ITALIAN_FROM)), SLICE_ARGS(day));
}

/* Winter goes over into the next year. */
static struct slice season_words(const struct term *term, struct arena *arena)
{
	switch ((enum season)term->part) {
	case SEASON_SPRING: return arena_printf(arena, "nella primavera %d", term->year);
	case SEASON_SUMMER: return arena_printf(arena, "nell'estate %d", term->year);
	case SEASON_AUTUMN: return arena_printf(arena, "nell'autunno %d", term->year);
	case SEASON_WINTER: break;
	}
	return arena_printf(arena, "nell'inverno %.*s", SLICE_ARGS(years_of(term->year, arena)));
}

static struct slice term_words(const struct words *words, const struct term *term)
{
	struct arena *arena = words->arena;

	switch (term->kind) {
	case TERM_NONE: break;
	case TERM_BY: return by_date(term->date, arena);
	case TERM_IN: return in_date(term->date, arena);
	case TERM_PERIOD: return italian_period(term->date, term->until, arena);
	case TERM_EVENT: return by_event(words, &term->event);
	case TERM_SEASON: return season_words(term, arena);
	case TERM_SEMESTER:
		return arena_printf(arena, "nel %s semestre del %d",
		    term->part == 1 ? "primo" : "secondo", term->year);
	case TERM_SCHOOL_YEAR:
		return arena_printf(
		    arena, "nell'anno scolastico %.*s", SLICE_ARGS(years_of(term->year, arena)));
	case TERM_TRIENNIUM_END: return SLICE("entro la fine del triennio");
	}
	return SLICE("");
}

/* --- what stands around it --------------------------------------------------------------------- */

static struct slice rhythm_words(enum term_rhythm rhythm)
{
	switch (rhythm) {
	case RHYTHM_NONE: break;
	case RHYTHM_UNSPECIFIED: return SLICE("con regolarità");
	case RHYTHM_WEEKLY: return SLICE("ogni settimana");
	case RHYTHM_MONTHLY: return SLICE("ogni mese");
	case RHYTHM_TWO_MONTHS: return SLICE("ogni due mesi");
	case RHYTHM_THREE_MONTHS: return SLICE("ogni tre mesi");
	case RHYTHM_FOUR_MONTHS: return SLICE("ogni quattro mesi");
	case RHYTHM_HALF_YEARLY: return SLICE("ogni sei mesi");
	case RHYTHM_YEARLY: return SLICE("ogni anno");
	case RHYTHM_TWO_YEARS: return SLICE("ogni due anni");
	}
	return SLICE("");
}

/* "dalla firma", "da un anno dopo la firma" */
static struct slice from_event_words(const struct words *words, const struct term_event *event)
{
	struct slice day = event_day(words, event);

	if (!is_delayed(event))
		return arena_printf(words->arena, "%.*s%.*s",
		    SLICE_ARGS(event_name(words, event->id, ITALIAN_FROM)), SLICE_ARGS(day));
	return arena_printf(words->arena, "da %.*s dopo %.*s%.*s",
	    SLICE_ARGS(duration_words(event->after, words->arena)),
	    SLICE_ARGS(event_name(words, event->id, ITALIAN_THE)), SLICE_ARGS(day));
}

static struct slice from_words(const struct words *words, const struct term_bound *from)
{
	switch (from->kind) {
	case BOUND_DATE: return italian_since_date(from->date, words->arena);
	case BOUND_EVENT: return from_event_words(words, &from->event);
	case BOUND_NONE:
	case BOUND_TRIENNIUM_END: break;
	}
	return SLICE("");
}

/* "dopo la firma", "dopo un anno dalla firma" */
static struct slice after_words(const struct words *words, const struct term_event *event)
{
	struct slice day;

	if (slice_empty(event->id))
		return SLICE("");
	day = event_day(words, event);
	if (!is_delayed(event))
		return arena_printf(words->arena, "dopo %.*s%.*s",
		    SLICE_ARGS(event_name(words, event->id, ITALIAN_THE)), SLICE_ARGS(day));
	return arena_printf(words->arena, "dopo %.*s %.*s%.*s",
	    SLICE_ARGS(duration_words(event->after, words->arena)),
	    SLICE_ARGS(event_name(words, event->id, ITALIAN_FROM)), SLICE_ARGS(day));
}

/* "fino alla firma", "fino a un anno dopo la firma" */
static struct slice to_event_words(const struct words *words, const struct term_event *event)
{
	struct slice day = event_day(words, event);

	if (!is_delayed(event))
		return arena_printf(words->arena, "fino %.*s%.*s",
		    SLICE_ARGS(event_name(words, event->id, ITALIAN_TO)), SLICE_ARGS(day));
	return arena_printf(words->arena, "fino a %.*s dopo %.*s%.*s",
	    SLICE_ARGS(duration_words(event->after, words->arena)),
	    SLICE_ARGS(event_name(words, event->id, ITALIAN_THE)), SLICE_ARGS(day));
}

static struct slice to_words(const struct words *words, const struct term_bound *to)
{
	switch (to->kind) {
	case BOUND_DATE: return italian_until_date(to->date, words->arena);
	case BOUND_EVENT: return to_event_words(words, &to->event);
	case BOUND_TRIENNIUM_END: return SLICE("fino alla fine del triennio");
	case BOUND_NONE: break;
	}
	return SLICE("");
}

static struct slice span_words(const struct term *term, struct arena *arena)
{
	switch (term->span.kind) {
	case SPAN_DURATION:
		return arena_printf(
		    arena, "per %.*s", SLICE_ARGS(duration_words(term->span.duration, arena)));
	case SPAN_SCHOOL_YEARS:
		return arena_printf(arena, "per %.*s",
		    SLICE_ARGS(counted(
			term->span.school_years, "un anno scolastico", "anni scolastici", arena)));
	case SPAN_SCHOOL_YEAR:
		return arena_printf(arena, "per l'anno scolastico %.*s",
		    SLICE_ARGS(years_of(term->span.school_year, arena)));
	case SPAN_NONE: break;
	}
	return SLICE("");
}

/* "in modo continuo dal 2025 fino alla fine del triennio" */
static struct slice description_words(const struct words *words, const struct term *term)
{
	struct slice parts[] = {
		term->continuous ? SLICE("in modo continuo") : SLICE(""),
		rhythm_words(term->rhythm),
		from_words(words, &term->from),
		after_words(words, &term->after),
		to_words(words, &term->to),
		span_words(term, words->arena),
	};
	struct slice text = SLICE("");

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!slice_empty(parts[i]))
			text = arena_printf(words->arena, "%.*s%s%.*s", SLICE_ARGS(text),
			    slice_empty(text) ? "" : " ", SLICE_ARGS(parts[i]));
	return text;
}

struct slice italian_term(const struct site *site, const struct term *term, struct arena *arena)
{
	struct words words = { site, arena };
	struct slice parts[3];

	if (!term)
		return SLICE("");
	parts[0] = term_words(&words, term);
	parts[1] = description_words(&words, term);
	parts[2] = term->condition;
	return arena_printf(arena, "%s%.*s", term->approximate ? "all'incirca " : "",
	    SLICE_ARGS(italian_join(parts, 3, arena)));
}
