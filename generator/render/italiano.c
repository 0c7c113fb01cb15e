#include "render/italiano.h"

#include <inttypes.h>

#include "base/unicode.h"

static const char *const months[] = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
	"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" };

const char *italian_month(int month)
{
	return months[month - 1];
}

struct slice italian_date(struct date date, struct arena *arena)
{
	if (!date_known(date))
		return SLICE("");
	if (!date.month)
		return arena_printf(arena, "%d", date.year);
	if (!date.day)
		return arena_printf(arena, "%s %d", italian_month(date.month), date.year);
	return arena_printf(arena, "%d%s %s %d", date.day, date.day == 1 ? "º" : "",
	    italian_month(date.month), date.year);
}

/* Days that begin with a vowel when spoken: l'otto, l'undici. */
static bool day_elides(struct date date)
{
	return date.day == 8 || date.day == 11;
}

/* "il 13 maggio 2024" from "il ", and "l'8 maggio 2024" from "l'". */
static struct slice with_article(
    struct date date, const char *full, const char *elided, struct arena *arena)
{
	return arena_printf(arena, "%s%.*s", day_elides(date) ? elided : full,
	    SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_on_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "il ", "l'", arena);
	return arena_printf(arena, "nel %.*s", SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_since_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "dal ", "dall'", arena);
	return arena_printf(
	    arena, "%s %.*s", date.month ? "da" : "dal", SLICE_ARGS(italian_date(date, arena)));
}

/* April and August begin with the vowel before them: ad aprile. */
static const char *before_month(int month)
{
	return month == 4 || month == 8 ? "ad" : "a";
}

struct slice italian_to_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "al ", "all'", arena);
	return arena_printf(arena, "%s %.*s", date.month ? before_month(date.month) : "al",
	    SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_until_date(struct date date, struct arena *arena)
{
	return arena_printf(arena, "fino %.*s", SLICE_ARGS(italian_to_date(date, arena)));
}

struct slice italian_of_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "del ", "dell'", arena);
	return arena_printf(
	    arena, "%s %.*s", date.month ? "di" : "del", SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_time(struct clock clock, struct arena *arena)
{
	return clock.known ? arena_printf(arena, "%d:%02d", clock.hour, clock.minute) : SLICE("");
}

struct slice italian_count(size_t count, const char *one, const char *many, struct arena *arena)
{
	return arena_printf(arena, "%zu %s", count, count == 1 ? one : many);
}

struct slice italian_list(const struct slice *items, size_t count, struct arena *arena)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < count; i++)
		text = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(text),
		    i == 0           ? ""
		    : i + 1 == count ? " e "
				     : ", ",
		    SLICE_ARGS(items[i]));
	return text;
}

/* 12500 as "12.500". */
static struct slice grouped(int64_t number, struct arena *arena)
{
	if (number < 1000)
		return arena_printf(arena, "%" PRId64, number);
	return arena_printf(
	    arena, "%.*s.%03d", SLICE_ARGS(grouped(number / 1000, arena)), (int)(number % 1000));
}

struct slice italian_join(const struct slice *parts, size_t count, struct arena *arena)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < count; i++)
		if (!slice_empty(parts[i]))
			text = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(text),
			    slice_empty(text) ? "" : ", ", SLICE_ARGS(parts[i]));
	return text;
}

struct slice italian_decimal(struct decimal number, struct arena *arena)
{
	char *text = arena_cstr(arena, number.text);

	for (char *c = text; *c; c++)
		if (*c == '.')
			*c = ',';
	return slice_from(text);
}

struct slice italian_euros(struct decimal amount, struct arena *arena)
{
	int64_t cents = (amount.thousandths + 5) / 10;

	return arena_printf(
	    arena, "%.*s,%02d euro", SLICE_ARGS(grouped(cents / 100, arena)), (int)(cents % 100));
}

struct slice italian_size(uint64_t bytes, struct arena *arena)
{
	uint64_t tenths = (bytes * 10 + 524288) / 1048576;

	if (bytes < 1024)
		return arena_printf(arena, "%" PRIu64 " byte", bytes);
	if (bytes < 1048576)
		return arena_printf(arena, "%" PRIu64 " KB", (bytes + 512) / 1024);
	return arena_printf(arena, "%" PRIu64 ",%" PRIu64 " MB", tenths / 10, tenths % 10);
}

struct slice italian_shortened(struct slice text, size_t max, struct arena *arena)
{
	size_t end = 0, word_end = 0;
	struct slice kept;

	if (utf8_count(text) <= max)
		return text;
	/* One is for the ellipsis. */
	for (size_t count = 1; count < max; count++) {
		(void)utf8_next(text, &end);
		if (ascii_is_space(text.p[end]))
			word_end = end;
	}
	kept = slice_sub(text, 0, word_end ? word_end : end);
	while (kept.len > 0 && slice_find_byte(SLICE(" \n,;:"), kept.p[kept.len - 1]) != SLICE_NONE)
		kept.len--;
	return ARENA_CONCAT(arena, kept, SLICE("…"));
}

struct slice italian_with_capital(struct slice text, bool capital, struct arena *arena)
{
	char first;

	if (slice_empty(text))
		return text;
	first = text.p[0];
	if (capital && first >= 'a' && first <= 'z')
		first = (char)(first - 'a' + 'A');
	else if (!capital)
		first = ascii_lower(first);
	return arena_printf(arena, "%c%.*s", first, SLICE_ARGS(slice_from_index(text, 1)));
}

struct slice italian_word(const struct word *words, int value)
{
	const struct word *word = value ? word_find(words, value) : NULL;

	return slice_from(word ? word->label[0] : "");
}

/* --- meetings, bodies, people ------------------------------------------------------------------ */

struct slice italian_meeting(const struct meeting *meeting, struct arena *arena)
{
	const struct body *body = meeting->body.found;
	struct slice day = with_article(meeting->date, "del ", "dell'", arena);

	if (!body)
		return arena_printf(arena, "Seduta %.*s", SLICE_ARGS(day));
	return arena_printf(arena, "Seduta %.*s, %.*s", SLICE_ARGS(day), SLICE_ARGS(body->name));
}

struct slice italian_period(struct date since, struct date until, struct arena *arena)
{
	if (!date_known(since) && !date_known(until))
		return SLICE("");
	if (!date_known(until))
		return italian_since_date(since, arena);
	if (!date_known(since))
		return arena_printf(arena, "fino %.*s", SLICE_ARGS(italian_to_date(until, arena)));
	return arena_printf(arena, "%.*s %.*s", SLICE_ARGS(italian_since_date(since, arena)),
	    SLICE_ARGS(italian_to_date(until, arena)));
}

/* "dalle 15:30", "dall'1:00" */
static struct slice from_hour(
    struct clock clock, const char *many, const char *one, struct arena *arena)
{
	return arena_printf(
	    arena, "%s%.*s", clock.hour == 1 ? one : many, SLICE_ARGS(italian_time(clock, arena)));
}

struct slice italian_hours(struct clock begins, struct clock ends, struct arena *arena)
{
	struct slice from;

	if (!begins.known)
		return SLICE("");
	from = from_hour(begins, "dalle ", "dall'", arena);
	if (!ends.known)
		return from;
	return arena_printf(arena, "%.*s %.*s", SLICE_ARGS(from),
	    SLICE_ARGS(from_hour(ends, "alle ", "all'", arena)));
}

struct slice italian_meeting_details(const struct meeting *meeting, struct arena *arena)
{
	struct slice parts[] = { italian_hours(meeting->begins, meeting->ends, arena),
		meeting->place, italian_word(meeting_manner_words, meeting->manner) };

	return italian_join(parts, sizeof parts / sizeof parts[0], arena);
}

bool meeting_is_coming(const struct meeting *meeting, struct date today)
{
	return meeting->state == MEETING_CONVENED && date_cmp(meeting->date, today) >= 0;
}

struct slice italian_meeting_state(
    const struct meeting *meeting, struct date today, struct arena *arena)
{
	switch (meeting->state) {
	case MEETING_CONVENED:
		if (!meeting_is_coming(meeting, today))
			return SLICE("Convocata; a questo sito non è stato comunicato l'esito.");
		return arena_printf(arena, "Convocata: si terrà %.*s.",
		    SLICE_ARGS(italian_on_date(meeting->date, arena)));
	case MEETING_HELD: return SLICE("Svolta.");
	case MEETING_NO_QUORUM: return SLICE("Deserta: mancava il numero legale.");
	case MEETING_POSTPONED: return SLICE("Rinviata.");
	case MEETING_CANCELLED: return SLICE("Annullata.");
	default: return SLICE("");
	}
}

/* The outcome of all votes on the act itself; 0 where none is told; VOTE_OUTCOMES_DIFFER. */
#define VOTE_OUTCOMES_DIFFER (-1)
static int outcome_of_act(const struct act *act)
{
	int outcome = 0;

	for (size_t i = 0; i < act->votes.count; i++) {
		const struct vote *vote = &act->votes.items[i];

		if ((vote->subject && vote->subject != VOTE_ON_ACT) || !vote->outcome)
			continue;
		if (outcome && outcome != vote->outcome)
			return VOTE_OUTCOMES_DIFFER;
		outcome = vote->outcome;
	}
	return outcome;
}

struct slice italian_agenda_outcome(
    const struct meeting *meeting, const struct agenda_item *item, struct arena *arena)
{
	const struct act *act = item->act.found;
	int outcome;

	if (!act)
		return meeting->state == MEETING_HELD
			   ? SLICE("A questo sito non risulta un atto su questo argomento.")
			   : SLICE("");
	if (act->visibility != VISIBILITY_PUBLIC)
		return SLICE("");
	outcome = outcome_of_act(act);
	if (outcome == VOTE_OUTCOMES_DIFFER)
		return SLICE("Votato per parti, con esiti diversi.");
	if (!outcome)
		return SLICE("Esito della votazione non noto a questo sito.");
	return arena_printf(arena, "Esito della votazione: %.*s.",
	    SLICE_ARGS(italian_word(vote_outcome_words, outcome)));
}

struct slice italian_present_of(const struct meeting *meeting, struct arena *arena)
{
	size_t present = 0;

	for (size_t i = 0; i < meeting->attendance.count; i++)
		present += meeting->attendance.items[i].outcome == ATTENDANCE_PRESENT;
	if (meeting->attendance.count == 0)
		return SLICE("");
	return arena_printf(arena, "%.*s su %zu",
	    SLICE_ARGS(italian_attendance_count(ATTENDANCE_PRESENT, present, arena)),
	    meeting->attendance.count);
}

struct slice italian_quorum(const struct quorum *quorum, struct arena *arena)
{
	struct slice text = quorum->needed == 1
				? SLICE("Serve almeno 1 presente")
				: arena_printf(arena, "Servono almeno %d presenti", quorum->needed);

	if (slice_empty(quorum->source))
		return text;
	return arena_printf(arena, "%.*s (%.*s)", SLICE_ARGS(text), SLICE_ARGS(quorum->source));
}

/* --- history ----------------------------------------------------------------------------------- */

const char *italian_version_kind(enum version_kind kind)
{
	switch (kind) {
	case VERSION_PUBLISHED: return "Pubblicazione";
	case VERSION_UPDATED: return "Aggiornamento della pagina";
	case VERSION_REMOVED: return "Rimossa dal sito";
	case VERSION_RESTORED: return "Di nuovo pubblicata";
	}
	return "";
}

struct slice italian_page_history(struct date first, struct date last, struct arena *arena)
{
	struct slice since = SLICE("");

	if (date_known(first))
		since = arena_printf(
		    arena, "Questa pagina c'è %.*s.", SLICE_ARGS(italian_since_date(first, arena)));
	if (date_eq(first, last))
		return since;
	return arena_printf(arena, "%.*s%sUltimo aggiornamento: %.*s.", SLICE_ARGS(since),
	    slice_empty(since) ? "" : " ", SLICE_ARGS(italian_date(last, arena)));
}
