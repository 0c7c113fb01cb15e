/*
 * `quando`: when something of the programme falls due (design 4.2 and 10), as written, and what it
 * comes to in days.
 *
 * At most one key says the term; the others describe and never make anything late:
 *
 *     entro: DATE                the term is the date's last day         entro: 2025-06
 *     nel: DATE                  some time in it                         nel: 2025
 *     periodo: DATE/DATE         from the first to the second            periodo: 2024-09/2025-06
 *     evento: EVENT              the event's day, and so long after      evento: firma-accordo+P1Y
 *     stagione: YEAR-SEASON      primavera, estate, autunno, inverno     stagione: 2025-autunno
 *     semestre: YEAR-1|2                                                 semestre: 2025-1
 *     anno_scolastico: YEAR/YY                                           anno_scolastico: 2025/26
 *     fine_triennio: si          31 December of the programme's last year
 *
 *     dal: DATE|EVENT            fino_a: DATE|EVENT|fine_triennio        dopo_evento: EVENT
 *     continuo: si               periodico: si|mensile|...               approssimato: si
 *     per: {durata: P3Y | anni_scolastici: 3 | anno_scolastico: 2025/26} condizione: text
 *
 * DATE may be partial (base/date.h). EVENT is an id of eventi.yaml, with `+` and an ISO 8601
 * duration where the term is that long after it.
 */
#ifndef ZONALE_PARSE_TERM_H
#define ZONALE_PARSE_TERM_H

#include "base/date.h"
#include "parse/yaml.h"

/* PnYnMnD or PnW (ISO 8601), each number at most 999 and not all of them 0. */
struct duration {
	int16_t years, months, weeks, days;
};

/* An id of eventi.yaml and what is added to its day. An empty id: no event. */
struct term_event {
	struct slice id;
	struct duration after; /* zeros: the day itself */
	struct position at;    /* of the id */
};

enum term_kind {
	TERM_NONE, /* no term, only a description: nothing ever falls due */
	TERM_BY,   /* entro */
	TERM_IN,   /* nel */
	TERM_PERIOD,
	TERM_EVENT,
	TERM_SEASON,
	TERM_SEMESTER,
	TERM_SCHOOL_YEAR,
	TERM_TRIENNIUM_END,
};

enum season { SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER };

/* One end of what is described. */
struct term_bound {
	enum { BOUND_NONE, BOUND_DATE, BOUND_EVENT, BOUND_TRIENNIUM_END } kind;
	struct date date;
	struct term_event event;
};

enum term_rhythm {
	RHYTHM_NONE,
	RHYTHM_UNSPECIFIED, /* periodico: si */
	RHYTHM_WEEKLY,
	RHYTHM_MONTHLY,
	RHYTHM_TWO_MONTHS,
	RHYTHM_THREE_MONTHS,
	RHYTHM_FOUR_MONTHS,
	RHYTHM_HALF_YEARLY,
	RHYTHM_YEARLY,
	RHYTHM_TWO_YEARS,
};

struct term {
	struct position at; /* of the mapping */

	enum term_kind kind;
	struct position term_at; /* of the value that says the term */
	struct date date;        /* BY, IN; PERIOD: its beginning */
	struct date until;       /* PERIOD: its end */
	struct term_event event; /* EVENT */
	int16_t year;            /* SEASON, SEMESTER; SCHOOL_YEAR: the year in which it begins */
	int8_t part;             /* SEASON: enum season; SEMESTER: 1 or 2 */

	struct term_bound from; /* dal: a date or an event */
	struct term_bound to;   /* fino_a */
	struct term_event after;
	bool continuous, approximate;
	enum term_rhythm rhythm;
	struct {
		enum { SPAN_NONE, SPAN_DURATION, SPAN_SCHOOL_YEARS, SPAN_SCHOOL_YEAR } kind;
		struct duration duration;
		int16_t school_years; /* how many */
		int16_t school_year;  /* the year in which it begins */
	} span;                       /* per */
	struct slice condition;       /* empty: none */
};

/*
 * Reads the mapping under `quando` or `nuova_scadenza`. Slices point into the tree or the arena.
 * Returns 0, or -1 after reporting every error found; what is right is in `out` even then, a term
 * that was not understood as TERM_NONE.
 */
int term_parse(const struct yaml_node *node, struct slice file, struct arena *arena,
    struct term *out, struct diagnostics *diagnostics);

/* ISO 8601, as above. */
bool duration_parse(struct slice text, struct duration *duration);

/* A full date and so long after, by the calendar: months clamped to their end, then weeks and days. */
struct date date_add_duration(struct date date, struct duration duration);

/* AAAA/AA, as 2025/26: the year in which the school year begins, on 1 September. */
bool school_year_parse(struct slice text, int16_t *year);

/* The events that a term names, at most TERM_EVENTS; returns how many. */
#define TERM_EVENTS 4
size_t term_events(const struct term *term, const struct term_event *events[TERM_EVENTS]);

/* The date of an event, perhaps partial; DATE_NONE where it has none yet. */
typedef struct date term_event_date(void *context, struct slice event);

enum term_state {
	TERM_OPEN,   /* there is no term */
	TERM_DATED,  /* it falls on `last` */
	TERM_WAITING /* it hangs on an event without a date: "data da determinare" */
};

/* What a term comes to. Days are full dates, or DATE_NONE where there is none or it is unknown. */
struct term_days {
	enum term_state state;
	struct date first;      /* of the term's span; DATE_NONE for entro, evento, fine_triennio */
	struct date last;       /* the day on which it falls due; DATE_NONE unless DATED */
	struct slice waits_for; /* the event's id, if WAITING */

	/* Described by dal or dopo_evento, and by fino_a or per; never makes anything late. */
	struct date begins, ends;
};

/*
 * Resolves a term in a programme whose last year is `last_year` (2026 for 2024-2026). Of an event
 * whose date is partial the last day counts, for `begins` the first.
 */
struct term_days term_resolve(
    const struct term *term, term_event_date *event_date, void *context, int last_year);

#endif
