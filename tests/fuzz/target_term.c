/* `quando`: what is read of it comes to days that exist and stand in order. */
#include "parse/term.h"
#include "target.h"

/* Every third event has no date yet, every third a partial one. */
static struct date event_date(void *context, struct slice event)
{
	(void)context;
	switch (event.len % 3) {
	case 0: return DATE_NONE;
	case 1: return (struct date){ 2031, 2, 0 };
	default: return (struct date){ 2032, 2, 29 };
	}
}

static void check_day(struct date day)
{
	MUST(!date_known(day) || date_full(day), SLICE(""));
	MUST(!date_known(day) || date_eq(date_from_days(date_to_days(day)), day), SLICE(""));
}

static void check_term(const struct term *term, struct slice text)
{
	const struct term_event *events[TERM_EVENTS];
	struct term_days days = term_resolve(term, event_date, NULL, 2032);

	MUST(term_events(term, events) <= TERM_EVENTS, text);
	MUST((days.state == TERM_DATED) == date_known(days.last), text);
	check_day(days.first);
	check_day(days.last);
	check_day(days.begins);
	check_day(days.ends);
	if (date_known(days.first) && date_known(days.last))
		MUST(date_cmp(days.first, days.last) <= 0, text);
}

static void check_parts(struct slice bytes)
{
	struct duration duration;
	int16_t year;

	if (duration_parse(bytes, &duration)) {
		struct date day = date_add_duration((struct date){ 2024, 2, 29 }, duration);

		MUST(date_cmp(day, (struct date){ 2024, 2, 29 }) > 0, bytes);
		check_day(day);
	}
	if (school_year_parse(bytes, &year))
		MUST(year >= 1000 && year <= 2999, bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct slice text;

	trial_begin(&trial, data, size);
	check_parts(trial.bytes);
	if (trial_text(&trial, &text)) {
		const struct yaml_node *root =
		    yaml_parse(text, trial.file, 1, trial.arena, &trial.diagnostics);
		struct term term = { 0 };

		if (root &&
		    term_parse(root, trial.file, trial.arena, &term, &trial.diagnostics) != 0)
			MUST(trial_has_error(&trial), text);
		if (root)
			check_term(&term, text);
	}
	trial_end(&trial);
	return 0;
}
