#include "parse/term.h"

/* What a resolution needs to know besides the term. */
struct calendar {
	term_event_date *event_date;
	void *context;
	int last_year;
};

static struct date day(int year, int month, int number)
{
	return (struct date){ (int16_t)year, (int8_t)month, (int8_t)number };
}

struct date date_add_duration(struct date date, struct duration duration)
{
	date = date_add_months(date, duration.years * 12 + duration.months);
	return date_add_days(date, duration.weeks * 7 + duration.days);
}

static struct date event_last(const struct calendar *calendar, const struct term_event *event)
{
	struct date date = date_last_day(calendar->event_date(calendar->context, event->id));

	return date_known(date) ? date_add_duration(date, event->after) : DATE_NONE;
}

static struct date event_first(const struct calendar *calendar, const struct term_event *event)
{
	struct date date = date_first_day(calendar->event_date(calendar->context, event->id));

	return date_known(date) ? date_add_duration(date, event->after) : DATE_NONE;
}

/* Seasons by the days that design 4.2 gives, each from the day after the one before it. */
static void season_days(const struct term *term, struct term_days *days)
{
	static const struct {
		int8_t first_month, first_day, last_month, last_day;
	} seasons[] = {
		[SEASON_SPRING] = { 3, 21, 6, 20 },
		[SEASON_SUMMER] = { 6, 21, 9, 22 },
		[SEASON_AUTUMN] = { 9, 23, 12, 20 },
		[SEASON_WINTER] = { 12, 21, 3, 20 },
	};
	int ends_in = term->part == SEASON_WINTER ? term->year + 1 : term->year;

	days->first =
	    day(term->year, seasons[term->part].first_month, seasons[term->part].first_day);
	days->last = day(ends_in, seasons[term->part].last_month, seasons[term->part].last_day);
}

static void event_days(
    const struct calendar *calendar, const struct term *term, struct term_days *days)
{
	days->last = event_last(calendar, &term->event);
	if (date_known(days->last))
		return;
	days->state = TERM_WAITING;
	days->waits_for = term->event.id;
}

static void resolve_term(
    const struct calendar *calendar, const struct term *term, struct term_days *days)
{
	days->state = term->kind == TERM_NONE ? TERM_OPEN : TERM_DATED;
	switch (term->kind) {
	case TERM_NONE: break;
	case TERM_BY: days->last = date_last_day(term->date); break;
	case TERM_IN:
		days->first = date_first_day(term->date);
		days->last = date_last_day(term->date);
		break;
	case TERM_PERIOD:
		days->first = date_first_day(term->date);
		days->last = date_last_day(term->until);
		break;
	case TERM_EVENT: event_days(calendar, term, days); break;
	case TERM_SEASON: season_days(term, days); break;
	case TERM_SEMESTER:
		days->first = day(term->year, term->part == 1 ? 1 : 7, 1);
		days->last = term->part == 1 ? day(term->year, 6, 30) : day(term->year, 12, 31);
		break;
	case TERM_SCHOOL_YEAR:
		days->first = day(term->year, 9, 1);
		days->last = day(term->year + 1, 8, 31);
		break;
	case TERM_TRIENNIUM_END: days->last = day(calendar->last_year, 12, 31); break;
	}
}

static struct date described_beginning(const struct calendar *calendar, const struct term *term)
{
	if (term->from.kind == BOUND_DATE)
		return date_first_day(term->from.date);
	if (term->from.kind == BOUND_EVENT)
		return event_first(calendar, &term->from.event);
	if (term->after.id.len)
		return event_first(calendar, &term->after);
	if (term->span.kind == SPAN_SCHOOL_YEAR)
		return day(term->span.school_year, 9, 1);
	return DATE_NONE;
}

/* The last day of `per`, whose first is `begins`. */
static struct date span_end(const struct term *term, struct date begins)
{
	int school_year;

	if (term->span.kind == SPAN_SCHOOL_YEAR)
		return day(term->span.school_year + 1, 8, 31);
	if (!date_known(begins) || term->span.kind == SPAN_NONE)
		return DATE_NONE;
	if (term->span.kind == SPAN_DURATION)
		return date_add_days(date_add_duration(begins, term->span.duration), -1);
	school_year = begins.month >= 9 ? begins.year : begins.year - 1;
	return day(school_year + term->span.school_years, 8, 31);
}

static struct date described_end(
    const struct calendar *calendar, const struct term *term, struct date begins)
{
	switch (term->to.kind) {
	case BOUND_DATE: return date_last_day(term->to.date);
	case BOUND_EVENT: return event_last(calendar, &term->to.event);
	case BOUND_TRIENNIUM_END: return day(calendar->last_year, 12, 31);
	case BOUND_NONE: break;
	}
	return span_end(term, begins);
}

struct term_days term_resolve(
    const struct term *term, term_event_date *event_date, void *context, int last_year)
{
	struct calendar calendar = { event_date, context, last_year };
	struct term_days days = { .waits_for = SLICE("") };

	resolve_term(&calendar, term, &days);
	days.begins = described_beginning(&calendar, term);
	days.ends = described_end(&calendar, term, days.begins);
	return days;
}

size_t term_events(const struct term *term, const struct term_event *events[TERM_EVENTS])
{
	const struct term_event *all[TERM_EVENTS] = { &term->event, &term->from.event,
		&term->to.event, &term->after };
	size_t count = 0;

	for (size_t i = 0; i < TERM_EVENTS; i++)
		if (all[i]->id.len)
			events[count++] = all[i];
	return count;
}
