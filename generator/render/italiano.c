#include "render/italiano.h"

#include <inttypes.h>

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

struct slice italian_joined(const struct slice *items, size_t count, struct arena *arena)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < count; i++)
		text = arena_printf(
		    arena, "%.*s%s%.*s", SLICE_ARGS(text), i ? ", " : "", SLICE_ARGS(items[i]));
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

struct slice italian_word(const struct word *words, int value)
{
	const struct word *word = value ? word_find(words, value) : NULL;

	return slice_from(word ? word->label[0] : "");
}

/* --- acts -------------------------------------------------------------------------------------- */

/* How a kind of act behaves in a sentence. */
struct noun {
	const char *article; /* before its name: "la ", "l'" */
	const char *this;    /* "questa delibera" */
	bool feminine;
};

static struct noun noun_of(const struct act *act)
{
	static const struct noun nouns[ACT_TYPE_COUNT] = {
		[0] = { "l'", "questo atto", false },
		[ACT_RESOLUTION] = { "la ", "questa delibera", true },
		[ACT_DETERMINATION] = { "la ", "questa determina", true },
		[ACT_DECREE] = { "il ", "questo decreto", false },
		[ACT_MINUTES] = { "il ", "questo verbale", false },
		[ACT_CONVENTION] = { "la ", "questa convenzione", true },
		[ACT_AGREEMENT] = { "l'", "questo accordo", false },
		[ACT_PACT] = { "il ", "questo patto", false },
		[ACT_PROTOCOL] = { "il ", "questo protocollo d'intesa", false },
		[ACT_OPINION] = { "il ", "questo parere", false },
		[ACT_NOTICE] = { "l'", "questo avviso", false },
		[ACT_OTHER] = { "l'", "questo atto", false },
	};

	return nouns[act->type];
}

static char ending_of(const struct act *act)
{
	return noun_of(act).feminine ? 'a' : 'o';
}

/* With a small or a large first letter, where that is ASCII. */
static struct slice with_initial(struct slice text, bool large, struct arena *arena)
{
	char first;

	if (slice_empty(text))
		return text;
	first = text.p[0];
	if (large && first >= 'a' && first <= 'z')
		first = (char)(first - 'a' + 'A');
	else if (!large)
		first = ascii_lower(first);
	return arena_printf(arena, "%c%.*s", first, SLICE_ARGS(slice_from_index(text, 1)));
}

struct slice italian_act_date(const struct act *act, struct arena *arena)
{
	struct date year = { (int16_t)act->order_year, 0, 0 };
	struct slice date = italian_date(date_known(act->date) ? act->date : year, arena);
	const char *inferred = act_is_inferred(act, "data")   ? " (data dedotta)"
			       : act_is_inferred(act, "anno") ? " (anno dedotto)"
							      : "";

	return arena_printf(arena, "%.*s%s%s", SLICE_ARGS(date), inferred,
	    date_full(act->date) ? "" : ", giorno non noto");
}

struct slice italian_the_act(const struct act *act, struct arena *arena)
{
	return arena_printf(arena, "%s%.*s", noun_of(act).article,
	    SLICE_ARGS(with_initial(act->reference, false, arena)));
}

/* "revocat" of revocata and revocato. */
static const char *participle(const struct act *act)
{
	static const char *const stems[STATUS_COUNT] = {
		[STATUS_NOT_ADOPTED] = "non adottat",
		[STATUS_AMENDED] = "modificat",
		[STATUS_SUSPENDED] = "sospes",
		[STATUS_REPLACED] = "sostituit",
		[STATUS_REVOKED] = "revocat",
		[STATUS_ANNULLED] = "annullat",
		[STATUS_LAPSED] = "cessat",
		[STATUS_EXPIRED] = "scadut",
	};

	if (act->status.event && act->status.event->type == EVENT_LAPSED)
		return "decadut";
	return stems[act->status.status];
}

struct slice italian_status_word(const struct act *act, struct arena *arena)
{
	const char *stem = participle(act);

	if (!stem)
		return SLICE("");
	return arena_printf(
	    arena, "%s%s%c", act->status.partial ? "in parte " : "", stem, ending_of(act));
}

/* ": l'ha revocata la delibera DCZI n. 7/2031", ". Riferimento: TAR Alfa, sentenza n. 8/2031" */
static struct slice who_did(const struct act *act, struct arena *arena)
{
	const struct act_status *status = &act->status;

	if (status->by)
		return arena_printf(arena, ": l'ha %s%c %.*s", participle(act), ending_of(act),
		    SLICE_ARGS(italian_the_act(status->by, arena)));
	if (status->event && status->event->by && !slice_empty(status->event->by->reference))
		return arena_printf(
		    arena, ". Riferimento: %.*s", SLICE_ARGS(status->event->by->reference));
	return SLICE("");
}

/* What the act does no more, or not as before: "in parte non produce più effetti". */
static struct slice outcome_of(const struct act *act, struct arena *arena)
{
	const char *part = act->status.partial ? "in parte " : "";

	switch (act->status.status) {
	case STATUS_REPLACED:
	case STATUS_REVOKED: return arena_printf(arena, "%snon produce più effetti", part);
	case STATUS_LAPSED:
		return arena_printf(arena, "%snon produce più effetti: è %s%c", part,
		    participle(act), ending_of(act));
	default:
		return arena_printf(
		    arena, "risulta %.*s", SLICE_ARGS(italian_status_word(act, arena)));
	}
}

static struct slice changed_sentence(const struct act *act, struct arena *arena)
{
	const struct act_status *status = &act->status;
	struct slice since = SLICE(""), text;

	if (date_known(status->since))
		since = arena_printf(
		    arena, "%.*s ", SLICE_ARGS(italian_since_date(status->since, arena)));
	text = arena_printf(arena, "%.*s%s %.*s%.*s.", SLICE_ARGS(since), noun_of(act).this,
	    SLICE_ARGS(outcome_of(act, arena)), SLICE_ARGS(who_did(act, arena)));
	return with_initial(text, true, arena);
}

struct slice italian_status_sentence(const struct act *act, struct arena *arena)
{
	char o = ending_of(act);

	switch (act->status.status) {
	case STATUS_NONE_RECORDED:
		return arena_printf(arena,
		    "A questo sito non risultano atti che l%c modificano o l%c revocano.", o, o);
	case STATUS_NOT_ASCERTAINED:
		return arena_printf(arena,
		    "Stato non accertato: l'archivio è incompleto. Altri atti, che qui mancano, "
		    "possono averl%c modificat%c o revocat%c.",
		    o, o, o);
	case STATUS_NOT_ADOPTED:
		return arena_printf(
		    arena, "Non adottat%c: la votazione ha respinto la proposta.", o);
	case STATUS_EXPIRED:
		return arena_printf(arena, "%.*s aveva effetto fino %.*s.",
		    SLICE_ARGS(with_initial(slice_from(noun_of(act).this), true, arena)),
		    SLICE_ARGS(with_article(act->effective_until, "al ", "all'", arena)));
	default: return changed_sentence(act, arena);
	}
}

const char *italian_essential(enum essential essential)
{
	switch (essential) {
	case ESSENTIAL_NUMBER: return "il numero";
	case ESSENTIAL_DATE: return "la data";
	case ESSENTIAL_ATTENDANCE: return "le presenze";
	case ESSENTIAL_DECISIONS: return "il testo delle decisioni";
	case ESSENTIAL_RECORDING: return "la verbalizzazione";
	case ESSENTIAL_SIGNATURES: return "le firme";
	}
	return "";
}

struct slice italian_missing_essentials(unsigned essentials, struct arena *arena)
{
	struct slice missing[ESSENTIAL_COUNT];
	size_t count = 0;
	bool several;

	for (unsigned bit = 1; bit < 1U << ESSENTIAL_COUNT; bit <<= 1)
		if (!(essentials & bit))
			missing[count++] = slice_from(italian_essential((enum essential)bit));
	if (count == 0)
		return SLICE("");
	several = count > 1 || slice_starts(missing[0], "le ");
	return arena_printf(arena,
	    "Su questo sito manca%s: %.*s; non significa che manchi%s nell'atto.",
	    several ? "no" : "", SLICE_ARGS(italian_list(missing, count, arena)),
	    several ? "no" : "");
}

struct slice italian_representative(const struct attendance *attendance, struct arena *arena)
{
	const struct person *person = attendance->person.found;
	struct slice office = italian_word(attendance_office_words, attendance->office);
	struct slice parts[] = { person ? person->name : attendance->name,
		with_initial(office, false, arena),
		italian_word(attendance_title_words, attendance->title) };

	return italian_join(parts, sizeof parts / sizeof parts[0], arena);
}

struct slice italian_attendance(const struct attendance *attendance, struct arena *arena)
{
	struct slice enters = italian_time(attendance->enters, arena);
	struct slice leaves = italian_time(attendance->leaves, arena);
	struct slice connection = italian_word(connection_words, attendance->connection);
	struct slice outcome = italian_word(attendance_outcome_words, attendance->outcome);
	struct slice parts[] = {
		arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(outcome),
		    slice_empty(connection) ? "" : " ", SLICE_ARGS(connection)),
		enters.len ? arena_printf(arena, "entra alle %.*s", SLICE_ARGS(enters)) : enters,
		leaves.len ? arena_printf(arena, "esce alle %.*s", SLICE_ARGS(leaves)) : leaves,
		attendance->votes == YES_NO_NO ? SLICE("non vota") : SLICE(""),
	};

	return italian_join(parts, sizeof parts / sizeof parts[0], arena);
}

struct slice italian_attendance_count(
    const struct attendance *attendance, size_t count, struct arena *arena)
{
	size_t present = 0;

	for (size_t i = 0; i < count; i++)
		present += attendance[i].outcome == ATTENDANCE_PRESENT;
	return arena_printf(arena, "%.*s e %.*s.",
	    SLICE_ARGS(italian_count(present, "presente", "presenti", arena)),
	    SLICE_ARGS(italian_count(count - present, "assente", "assenti", arena)));
}

const char *italian_acts_of_type(int type)
{
	static const char *const names[ACT_TYPE_COUNT] = {
		[ACT_RESOLUTION] = "Delibere",
		[ACT_DETERMINATION] = "Determine",
		[ACT_DECREE] = "Decreti",
		[ACT_MINUTES] = "Verbali",
		[ACT_CONVENTION] = "Convenzioni",
		[ACT_AGREEMENT] = "Accordi",
		[ACT_PACT] = "Patti",
		[ACT_PROTOCOL] = "Protocolli d'intesa",
		[ACT_OPINION] = "Pareri",
		[ACT_NOTICE] = "Avvisi",
		[ACT_OTHER] = "Altri atti",
	};

	return type ? names[type] : "Atti";
}

static const struct {
	const char *title, *meaning;
} statuses[STATUS_COUNT] = {
	[STATUS_NONE_RECORDED] = { "Atti senza modifiche registrate",
	    "A questo sito non risultano atti che li modificano o li revocano." },
	[STATUS_NOT_ASCERTAINED] = { "Atti di stato non accertato",
	    "Per il periodo di questi atti l'archivio è incompleto: altri atti, che qui mancano, "
	    "possono averli modificati o revocati." },
	[STATUS_NOT_ADOPTED] = { "Atti non adottati", "La votazione ha respinto la proposta." },
	[STATUS_AMENDED] = { "Atti modificati", "Un altro atto di questo sito li ha cambiati." },
	[STATUS_SUSPENDED] = { "Atti sospesi", "I loro effetti risultano sospesi." },
	[STATUS_REPLACED] = { "Atti sostituiti", "Un altro atto ha preso il loro posto." },
	[STATUS_REVOKED] = { "Atti revocati", "Un altro atto li ha revocati." },
	[STATUS_ANNULLED] = { "Atti annullati",
	    "Risultano annullati, da un altro atto o da un'autorità." },
	[STATUS_LAPSED] = { "Atti cessati o decaduti", "I loro effetti sono finiti." },
	[STATUS_EXPIRED] = { "Atti scaduti",
	    "Avevano effetto fino a un giorno stabilito, che è passato." },
};

const char *italian_acts_in_status(enum recorded_status status)
{
	return statuses[status].title;
}

const char *italian_status_meaning(enum recorded_status status)
{
	return statuses[status].meaning;
}

struct slice italian_point(const struct point *point, struct arena *arena)
{
	struct slice title = slice_empty(point->simple_title) ? point->title : point->simple_title;

	return arena_printf(arena, "Punto %d: %.*s", point->number, SLICE_ARGS(title));
}

struct slice italian_missing_numbers(
    int type, int32_t year, const int32_t *numbers, size_t count, struct arena *arena)
{
	struct slice *words = ARENA_COUNT(arena, struct slice, count);

	for (size_t i = 0; i < count; i++)
		words[i] = arena_printf(arena, "%d", numbers[i]);
	return arena_printf(arena, "%s del %d: %s %.*s.", italian_acts_of_type(type), year,
	    count == 1 ? "manca il numero" : "mancano i numeri",
	    SLICE_ARGS(italian_list(words, count, arena)));
}

/* --- programme --------------------------------------------------------------------------------- */

/* --- meetings, bodies, people ------------------------------------------------------------------ */

struct slice italian_meeting(const struct meeting *meeting, struct arena *arena)
{
	const struct body *body = meeting->body.found;
	struct slice day = with_article(meeting->date, "del ", "dell'", arena);

	if (!body)
		return arena_printf(arena, "Seduta %.*s", SLICE_ARGS(day));
	return arena_printf(arena, "Seduta %.*s, %.*s", SLICE_ARGS(day), SLICE_ARGS(body->name));
}

/* "al 13 maggio 2024", "all'8 maggio 2024", "a maggio 2024", "al 2024" */
static struct slice to_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "al ", "all'", arena);
	return arena_printf(
	    arena, "%s %.*s", date.month ? "a" : "al", SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_period(struct date since, struct date until, struct arena *arena)
{
	if (!date_known(since) && !date_known(until))
		return SLICE("");
	if (!date_known(until))
		return italian_since_date(since, arena);
	if (!date_known(since))
		return arena_printf(arena, "fino %.*s", SLICE_ARGS(to_date(until, arena)));
	return arena_printf(arena, "%.*s %.*s", SLICE_ARGS(italian_since_date(since, arena)),
	    SLICE_ARGS(to_date(until, arena)));
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
