#include "parse/term.h"

#include "base/unicode.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* One reading of one `quando`. */
struct reading {
	struct slice file;
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct term *term;
	size_t errors;
	struct slice term_key; /* the key that said the term, empty before */
};

typedef void read_value(struct reading *r, const struct yaml_node *value);

static void fault0(struct reading *r, enum diag_id id, struct position at)
{
	diag0(r->diagnostics, id, at);
	r->errors++;
}

static void fault1(struct reading *r, enum diag_id id, const struct yaml_node *value)
{
	diag1(r->diagnostics, id, yaml_position(value, r->file), value->text);
	r->errors++;
}

static void fault2(
    struct reading *r, enum diag_id id, struct position at, struct slice a, struct slice b)
{
	diag2(r->diagnostics, id, at, a, b);
	r->errors++;
}

/* Dates and whole spans of the calendar */

static bool read_date(struct reading *r, const struct yaml_node *value, struct date *date)
{
	if (date_parse(value->text, date))
		return true;
	fault1(r, DIAG_TERM_DATE, value);
	return false;
}

static void read_by(struct reading *r, const struct yaml_node *value)
{
	r->term->kind = TERM_BY;
	read_date(r, value, &r->term->date);
}

static void read_in(struct reading *r, const struct yaml_node *value)
{
	r->term->kind = TERM_IN;
	read_date(r, value, &r->term->date);
}

static void check_order(
    struct reading *r, const struct yaml_node *value, struct date begin, struct date end)
{
	if (date_cmp(date_last_day(end), date_first_day(begin)) < 0)
		fault2(r, DIAG_TERM_BACKWARDS, yaml_position(value, r->file),
		    date_iso(begin, r->arena), date_iso(end, r->arena));
}

static void read_period(struct reading *r, const struct yaml_node *value)
{
	struct slice begin, end;

	r->term->kind = TERM_PERIOD;
	if (!slice_cut(value->text, '/', &begin, &end) || !date_parse(begin, &r->term->date) ||
	    !date_parse(end, &r->term->until))
		fault1(r, DIAG_TERM_PERIOD, value);
	else
		check_order(r, value, r->term->date, r->term->until);
}

/* "2025-autunno", "2025-1": a year, and what stands behind the hyphen. */
static bool year_and_part(struct slice text, int16_t *year, struct slice *part)
{
	struct slice head;
	struct date date;

	if (!slice_cut(text, '-', &head, part) || head.len != 4 || !date_parse(head, &date))
		return false;
	*year = date.year;
	return true;
}

static void read_season(struct reading *r, const struct yaml_node *value)
{
	static const char *const names[] = {
		[SEASON_SPRING] = "primavera",
		[SEASON_SUMMER] = "estate",
		[SEASON_AUTUMN] = "autunno",
		[SEASON_WINTER] = "inverno",
	};
	struct slice part;

	r->term->kind = TERM_SEASON;
	if (year_and_part(value->text, &r->term->year, &part))
		for (size_t season = 0; season < COUNT(names); season++)
			if (slice_is(part, names[season])) {
				r->term->part = (int8_t)season;
				return;
			}
	fault1(r, DIAG_TERM_SEASON, value);
}

static void read_semester(struct reading *r, const struct yaml_node *value)
{
	struct slice part;

	r->term->kind = TERM_SEMESTER;
	if (!year_and_part(value->text, &r->term->year, &part) ||
	    (!slice_is(part, "1") && !slice_is(part, "2")))
		fault1(r, DIAG_TERM_SEMESTER, value);
	else
		r->term->part = (int8_t)(part.p[0] - '0');
}

bool school_year_parse(struct slice text, int16_t *year)
{
	struct slice head, tail;
	struct date begin;
	uint32_t end;

	if (!slice_cut(text, '/', &head, &tail) || head.len != 4 || !date_parse(head, &begin) ||
	    tail.len != 2 || !slice_to_uint(tail, 99, &end) ||
	    end != (uint32_t)(begin.year + 1) % 100)
		return false;
	*year = begin.year;
	return true;
}

static void read_school_year(struct reading *r, const struct yaml_node *value)
{
	r->term->kind = TERM_SCHOOL_YEAR;
	if (!school_year_parse(value->text, &r->term->year))
		fault1(r, DIAG_TERM_SCHOOL_YEAR, value);
}

/* Yes and no */

static bool read_answer(struct reading *r, const struct yaml_node *value)
{
	enum yaml_answer answer = yaml_yes_or_no(value, r->file, r->diagnostics);

	if (answer == ANSWER_NEITHER)
		fault2(r, DIAG_TERM_ANSWER, yaml_position(value, r->file), value->key, value->text);
	return answer == ANSWER_YES;
}

static void read_triennium_end(struct reading *r, const struct yaml_node *value)
{
	size_t errors = r->errors;

	r->term->kind = TERM_TRIENNIUM_END;
	if (!read_answer(r, value) && r->errors == errors)
		fault2(r, DIAG_TERM_ANSWER, yaml_position(value, r->file), value->key, value->text);
}

static void read_continuous(struct reading *r, const struct yaml_node *value)
{
	r->term->continuous = read_answer(r, value);
}

static void read_approximate(struct reading *r, const struct yaml_node *value)
{
	r->term->approximate = read_answer(r, value);
}

static void read_rhythm(struct reading *r, const struct yaml_node *value)
{
	static const char *const names[] = {
		[RHYTHM_NONE] = "no",
		[RHYTHM_UNSPECIFIED] = "si",
		[RHYTHM_WEEKLY] = "settimanale",
		[RHYTHM_MONTHLY] = "mensile",
		[RHYTHM_TWO_MONTHS] = "bimestrale",
		[RHYTHM_THREE_MONTHS] = "trimestrale",
		[RHYTHM_FOUR_MONTHS] = "quadrimestrale",
		[RHYTHM_HALF_YEARLY] = "semestrale",
		[RHYTHM_YEARLY] = "annuale",
		[RHYTHM_TWO_YEARS] = "biennale",
	};
	enum yaml_answer answer;
	size_t rhythm = 0;

	while (rhythm < COUNT(names) && !slice_is(value->text, names[rhythm]))
		rhythm++;
	if (rhythm < COUNT(names)) {
		r->term->rhythm = (enum term_rhythm)rhythm;
		return;
	}
	answer = yaml_yes_or_no(value, r->file, r->diagnostics);
	if (answer == ANSWER_NEITHER)
		fault1(r, DIAG_TERM_RHYTHM, value);
	r->term->rhythm = answer == ANSWER_YES ? RHYTHM_UNSPECIFIED : RHYTHM_NONE;
}

/* Events and durations */

/* Takes "12Y" off the text; false, with nothing taken, for anything else. */
static bool take_number(struct slice *text, char unit, int16_t *number)
{
	size_t digits = slice_find_byte(*text, unit);
	uint32_t value;

	if (digits == SLICE_NONE || !slice_to_uint(slice_sub(*text, 0, digits), 999, &value))
		return false;
	*number = (int16_t)value;
	*text = slice_from_index(*text, digits + 1);
	return true;
}

bool duration_parse(struct slice text, struct duration *duration)
{
	struct duration read = { 0, 0, 0, 0 };

	if (!slice_starts(text, "P"))
		return false;
	text = slice_from_index(text, 1);
	if (!take_number(&text, 'W', &read.weeks)) {
		take_number(&text, 'Y', &read.years);
		take_number(&text, 'M', &read.months);
		take_number(&text, 'D', &read.days);
	}
	if (text.len || !(read.years || read.months || read.weeks || read.days))
		return false;
	*duration = read;
	return true;
}

/* Digits and hyphens alone are meant as a date, though an id might look so. */
static bool looks_like_date(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!ascii_is_digit(text.p[i]) && text.p[i] != '-')
			return false;
	return true;
}

static bool read_event(struct reading *r, const struct yaml_node *value, struct term_event *event)
{
	struct slice id, after;
	bool later = slice_cut(value->text, '+', &id, &after);

	if (!id_valid(id) || looks_like_date(id)) {
		fault1(r, DIAG_TERM_EVENT, value);
		return false;
	}
	if (later && !duration_parse(after, &event->after)) {
		diag1(r->diagnostics, DIAG_TERM_DURATION, yaml_position(value, r->file), after);
		r->errors++;
		return false;
	}
	event->id = id;
	event->at = yaml_position(value, r->file);
	if (!value->quoted)
		event->at.length = (uint32_t)id.len;
	return true;
}

static void read_event_term(struct reading *r, const struct yaml_node *value)
{
	r->term->kind = TERM_EVENT;
	read_event(r, value, &r->term->event);
}

static void read_after(struct reading *r, const struct yaml_node *value)
{
	read_event(r, value, &r->term->after);
}

static void read_bound(struct reading *r, const struct yaml_node *value, struct term_bound *bound)
{
	if (date_parse(value->text, &bound->date))
		bound->kind = BOUND_DATE;
	else if (looks_like_date(value->text))
		fault1(r, DIAG_TERM_DATE, value);
	else if (read_event(r, value, &bound->event))
		bound->kind = BOUND_EVENT;
}

static void read_from(struct reading *r, const struct yaml_node *value)
{
	read_bound(r, value, &r->term->from);
}

static void read_to(struct reading *r, const struct yaml_node *value)
{
	if (slice_is(value->text, "fine_triennio"))
		r->term->to.kind = BOUND_TRIENNIUM_END;
	else
		read_bound(r, value, &r->term->to);
}

static void read_condition(struct reading *r, const struct yaml_node *value)
{
	r->term->condition = value->text;
}

/* per: {...} */

static void read_span_duration(struct reading *r, const struct yaml_node *value)
{
	r->term->span.kind = SPAN_DURATION;
	if (!duration_parse(value->text, &r->term->span.duration))
		fault1(r, DIAG_TERM_DURATION, value);
}

static void read_span_school_years(struct reading *r, const struct yaml_node *value)
{
	uint32_t years = 0;

	r->term->span.kind = SPAN_SCHOOL_YEARS;
	if (!slice_to_uint(value->text, 99, &years) || years == 0)
		fault1(r, DIAG_TERM_SCHOOL_YEARS, value);
	r->term->span.school_years = (int16_t)years;
}

static void read_span_school_year(struct reading *r, const struct yaml_node *value)
{
	r->term->span.kind = SPAN_SCHOOL_YEAR;
	if (!school_year_parse(value->text, &r->term->span.school_year))
		fault1(r, DIAG_TERM_SCHOOL_YEAR, value);
}

/* What each key may hold */

struct key {
	struct slice name;
	read_value *read;
	bool is_term; /* says when it falls due */
	bool is_map;
};

static void read_span(struct reading *r, const struct yaml_node *map);

static const struct key keys[] = {
	{ SLICE_INIT("entro"), read_by, true, false },
	{ SLICE_INIT("nel"), read_in, true, false },
	{ SLICE_INIT("periodo"), read_period, true, false },
	{ SLICE_INIT("evento"), read_event_term, true, false },
	{ SLICE_INIT("stagione"), read_season, true, false },
	{ SLICE_INIT("semestre"), read_semester, true, false },
	{ SLICE_INIT("anno_scolastico"), read_school_year, true, false },
	{ SLICE_INIT("fine_triennio"), read_triennium_end, true, false },
	{ SLICE_INIT("dal"), read_from, false, false },
	{ SLICE_INIT("fino_a"), read_to, false, false },
	{ SLICE_INIT("dopo_evento"), read_after, false, false },
	{ SLICE_INIT("continuo"), read_continuous, false, false },
	{ SLICE_INIT("periodico"), read_rhythm, false, false },
	{ SLICE_INIT("per"), read_span, false, true },
	{ SLICE_INIT("approssimato"), read_approximate, false, false },
	{ SLICE_INIT("condizione"), read_condition, false, false },
};

static const struct key span_keys[] = {
	{ SLICE_INIT("durata"), read_span_duration, false, false },
	{ SLICE_INIT("anni_scolastici"), read_span_school_years, false, false },
	{ SLICE_INIT("anno_scolastico"), read_span_school_year, false, false },
};

static const struct key *key_named(const struct key *table, size_t count, struct slice name)
{
	for (size_t i = 0; i < count; i++)
		if (slice_eq(table[i].name, name))
			return &table[i];
	return NULL;
}

static void report_unknown_key(
    struct reading *r, const struct yaml_node *value, const struct key *table, size_t count)
{
	struct slice names[COUNT(keys)], nearest;
	struct position at = yaml_key_position(value, r->file);

	for (size_t i = 0; i < count; i++)
		names[i] = table[i].name;
	nearest = nearest_word(value->key, names, count, r->arena);
	if (nearest.len) {
		fault2(r, DIAG_TERM_KEY_MISSPELT, at, value->key, nearest);
		return;
	}
	diag1(r->diagnostics, DIAG_TERM_KEY_UNKNOWN, at, value->key);
	r->errors++;
}

/* A value of the kind that the key asks for; a text left out is said at the key. */
static bool check_kind(struct reading *r, const struct yaml_node *value, const struct key *key)
{
	bool good = key->is_map ? value->kind == YAML_MAP
				: value->kind == YAML_SCALAR && slice_trim(value->text).len > 0;

	if (good)
		return true;
	diag1(r->diagnostics, key->is_map ? DIAG_TERM_SPAN : DIAG_TERM_VALUE,
	    yaml_key_position(value, r->file), value->key);
	r->errors++;
	return false;
}

static bool only_term(struct reading *r, const struct yaml_node *value)
{
	if (r->term_key.len == 0) {
		r->term_key = value->key;
		r->term->term_at = yaml_position(value, r->file);
		return true;
	}
	fault2(r, DIAG_TERM_TWICE, yaml_key_position(value, r->file), value->key, r->term_key);
	return false;
}

/* A term or a span that was not understood counts as none. */
static void read_one(struct reading *r, const struct yaml_node *value, const struct key *key)
{
	size_t errors = r->errors;

	key->read(r, value);
	if (r->errors == errors)
		return;
	if (key->is_term)
		r->term->kind = TERM_NONE;
	if (key->is_map)
		r->term->span.kind = SPAN_NONE;
}

static void read_keys(
    struct reading *r, const struct yaml_node *map, const struct key *table, size_t count)
{
	for (const struct yaml_node *value = map->first; value; value = value->next) {
		const struct key *key = key_named(table, count, value->key);

		if (!key)
			report_unknown_key(r, value, table, count);
		else if (check_kind(r, value, key) && (!key->is_term || only_term(r, value)))
			read_one(r, value, key);
	}
}

static void read_span(struct reading *r, const struct yaml_node *map)
{
	if (map->count == 1) {
		read_keys(r, map, span_keys, COUNT(span_keys));
		return;
	}
	diag1(r->diagnostics, DIAG_TERM_SPAN, yaml_key_position(map, r->file), map->key);
	r->errors++;
}

/* Some description stands by itself, for the rest there must be a term (design 10). */
static bool says_when(const struct term *term)
{
	return term->kind != TERM_NONE || term->from.kind != BOUND_NONE || term->after.id.len ||
	       term->continuous || term->rhythm != RHYTHM_NONE;
}

int term_parse(const struct yaml_node *node, struct slice file, struct arena *arena,
    struct term *out, struct diagnostics *diagnostics)
{
	struct reading r = {
		.file = file,
		.arena = arena,
		.diagnostics = diagnostics,
		.term = out,
	};

	*out = (struct term){ .at = yaml_position(node, file) };
	if (node->kind != YAML_MAP) {
		fault0(&r, DIAG_TERM_NOT_MAP, yaml_position(node, file));
		return -1;
	}
	read_keys(&r, node, keys, COUNT(keys));
	if (out->from.kind == BOUND_DATE && out->to.kind == BOUND_DATE)
		check_order(&r, yaml_get(node, "fino_a"), out->from.date, out->to.date);
	if (!r.errors && !says_when(out))
		fault0(&r, DIAG_TERM_NONE_SAID, yaml_position(node, file));
	return r.errors ? -1 : 0;
}
