#include "render/italiano.h"

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

bool italian_act_is_feminine(const struct act *act)
{
	return noun_of(act).feminine;
}

const char *italian_this_act(const struct act *act)
{
	return noun_of(act).this;
}

static char ending_of(const struct act *act)
{
	return noun_of(act).feminine ? 'a' : 'o';
}

static const char *inferred_part(const struct act *act)
{
	if (act_is_inferred(act, "data"))
		return " (data dedotta)";
	return act_is_inferred(act, "anno") ? " (anno dedotto)" : "";
}

struct slice italian_act_date(const struct act *act, struct arena *arena)
{
	struct date year = { (int16_t)act->order_year, 0, 0 };
	struct slice date = italian_date(date_known(act->date) ? act->date : year, arena);

	return arena_printf(arena, "%.*s%s%s", SLICE_ARGS(date), inferred_part(act),
	    date_full(act->date) ? "" : ", giorno non noto");
}

struct slice italian_the_act(const struct act *act, struct arena *arena)
{
	struct slice reference = italian_with_capital(act->reference, false, arena);

	/* "L'altro atto" would be another one than this. */
	if (act->type == ACT_OTHER && slice_starts(reference, "altro "))
		reference = slice_from_index(reference, sizeof "altro " - 1);
	return arena_printf(arena, "%s%.*s", noun_of(act).article, SLICE_ARGS(reference));
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
	if (act->status.link && act->status.link->type == LINK_SUPPLEMENTS)
		return "integrat";
	if (act->status.link && act->status.link->type == LINK_CORRECTS)
		return "rettificat";
	if (act->status.link && act->status.link->type == LINK_EXTENDS)
		return "prorogat";
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

struct slice italian_status_badge(const struct act *act, struct arena *arena)
{
	switch (act->status.status) {
	case STATUS_NONE_RECORDED: return SLICE("Nessuna modifica registrata");
	case STATUS_NOT_ASCERTAINED: return SLICE("Non accertato");
	default: return italian_with_capital(italian_status_word(act, arena), true, arena);
	}
}

struct slice italian_no_effect(const struct act *act, struct arena *arena)
{
	if (act_has_effect(act))
		return SLICE("");
	return arena_printf(
	    arena, " (senza effetto: %.*s)", SLICE_ARGS(italian_status_word(act, arena)));
}

/* ": l'ha revocata la delibera DCZI n. 7/2031"; ". Riferimento: TAR Alfa, sentenza n. 8/2031" where no link follows */
static struct slice who_did(const struct act *act, struct arena *arena)
{
	const struct act_status *status = &act->status;

	if (status->by)
		return arena_printf(arena, ": l'ha %s%c %.*s", participle(act), ending_of(act),
		    SLICE_ARGS(italian_the_act(status->by, arena)));
	if (status->event && status->event->by && slice_empty(status->event->by->url))
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
	return italian_with_capital(text, true, arena);
}

struct slice italian_coming_sentence(const struct act *act, struct arena *arena)
{
	const struct act_status *coming = &act->coming;
	struct slice by;

	if (!coming->status)
		return SLICE("");
	by = coming->by ? italian_the_act(coming->by, arena)
	     : slice_empty(coming->event->by ? coming->event->by->reference : SLICE(""))
		 ? SLICE("un provvedimento esterno")
		 : coming->event->by->reference;
	return arena_printf(arena, "%.*s cambierà%s: lo ha deciso %.*s.",
	    SLICE_ARGS(italian_with_capital(italian_since_date(coming->since, arena), true, arena)),
	    coming->partial ? " in parte" : "", SLICE_ARGS(by));
}

struct slice italian_status_sentence(const struct act *act, struct arena *arena)
{
	char o = ending_of(act);

	switch (act->status.status) {
	case STATUS_NONE_RECORDED:
		return arena_printf(arena,
		    "%s questo sito non risultano atti che l%c modificano o l%c revocano.",
		    act->coming.status ? "Per ora a" : "A", o, o);
	case STATUS_NOT_ASCERTAINED:
		return arena_printf(arena,
		    "Non si sa se sia cambiat%c: l'archivio è incompleto. Altri atti, che qui mancano, "
		    "possono averl%c modificat%c o revocat%c.",
		    o, o, o, o);
	case STATUS_NOT_ADOPTED:
		return arena_printf(
		    arena, "Non adottat%c: la votazione ha respinto la proposta.", o);
	case STATUS_EXPIRED:
		return arena_printf(arena, "%.*s aveva effetto %.*s.",
		    SLICE_ARGS(italian_with_capital(slice_from(noun_of(act).this), true, arena)),
		    SLICE_ARGS(italian_until_date(act->effective_until, arena)));
	default: return changed_sentence(act, arena);
	}
}

/* With its article. */
static const char *name_of(enum essential essential)
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

struct slice italian_essential(enum essential essential, struct arena *arena)
{
	struct slice name = slice_from(name_of(essential)), article, rest;

	return slice_cut(name, ' ', &article, &rest) ? italian_with_capital(rest, true, arena)
						     : name;
}

static size_t names_of(unsigned essentials, struct slice names[ESSENTIAL_COUNT])
{
	size_t count = 0;

	for (unsigned bit = 1; bit < 1U << ESSENTIAL_COUNT; bit <<= 1)
		if (essentials & bit)
			names[count++] = slice_from(name_of((enum essential)bit));
	return count;
}

struct slice italian_missing_essentials(unsigned essentials, struct arena *arena)
{
	struct slice missing[ESSENTIAL_COUNT];
	size_t count = names_of(~essentials, missing);
	bool several;

	if (count == 0)
		return SLICE("");
	several = count > 1 || slice_starts(missing[0], "le ");
	return arena_printf(arena,
	    "Su questo sito manca%s: %.*s; non significa che manchi%s nell'atto.",
	    several ? "no" : "", SLICE_ARGS(italian_list(missing, count, arena)),
	    several ? "no" : "");
}

struct slice italian_untold(const struct act *act, bool unconnected, struct arena *arena)
{
	struct slice untold[4];
	size_t count = 0;

	if (!act->enforceability)
		untold[count++] = SLICE("esecutività");
	if (act->votes.count == 0)
		untold[count++] = SLICE("votazioni");
	if (act->opinions.count == 0)
		untold[count++] = SLICE("pareri");
	if (unconnected)
		untold[count++] = SLICE("legami con altri atti");
	if (count == 0)
		return SLICE("");
	return arena_printf(arena, "Questo sito non ha notizie di: %.*s.",
	    SLICE_ARGS(italian_list(untold, count, arena)));
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

struct slice italian_link_to(int type, const struct act *act, struct arena *arena)
{
	return arena_printf(
	    arena, "%.*s %s", SLICE_ARGS(italian_word(link_type_words, type)), noun_of(act).this);
}

struct slice italian_link_begins(const struct act_link *link, struct arena *arena)
{
	struct slice verb =
	    italian_with_capital(italian_word(link_type_words, link->type), true, arena);

	return link->act.found ? verb : arena_printf(arena, "%.*s:", SLICE_ARGS(verb));
}

/* " il 13 maggio 2024", or nothing */
static struct slice then_on(struct date date, struct arena *arena)
{
	return date_known(date)
		   ? arena_printf(arena, " %.*s", SLICE_ARGS(italian_on_date(date, arena)))
		   : SLICE("");
}

struct slice italian_event_words(
    const struct act *act, const struct act_event *event, struct arena *arena)
{
	static const char *const verbs[] = {
		[0] = "è cessat",
		[EVENT_ANNULLED] = "è stat? annullat",
		[EVENT_SUSPENDED] = "è stat? sospes",
		[EVENT_LAPSED] = "è decadut",
		[EVENT_CEASED] = "è cessat",
	};
	struct slice verb = slice_from(verbs[event->type]), head, tail, subject;
	char o = ending_of(act);

	subject = italian_with_capital(slice_from(noun_of(act).this), true, arena);
	if (slice_cut(verb, '?', &head, &tail))
		verb = arena_printf(arena, "%.*s%c%.*s", SLICE_ARGS(head), o, SLICE_ARGS(tail));
	return arena_printf(arena, "%.*s %.*s%c%.*s%.*s", SLICE_ARGS(subject), SLICE_ARGS(verb), o,
	    SLICE_ARGS(then_on(event->date, arena)),
	    SLICE_ARGS(italian_link_extent(event->part, event->since, arena)));
}

struct slice italian_event(
    const struct act *act, const struct act_event *event, struct arena *arena)
{
	return ARENA_CONCAT(arena, italian_event_words(act, event, arena),
	    slice_from(event->by ? ". Riferimento:" : ""));
}

struct slice italian_removal(const struct act *act, struct arena *arena)
{
	const struct removal *removal = act->removal;
	struct date date = removal ? removal->date : DATE_NONE;
	int reason = removal && removal->reason ? removal->reason : REMOVAL_TERM;

	/* Past its own last day: off the site since the day after. */
	if (act->state != ACT_STATE_REMOVED && date_known(act->published_until)) {
		date = date_add_days(act->published_until, 1);
		reason = REMOVAL_TERM;
	}
	return arena_printf(arena, "Tolt%c dal sito%.*s: %.*s.", ending_of(act),
	    SLICE_ARGS(then_on(date, arena)),
	    SLICE_ARGS(italian_word(removal_reason_words, reason)));
}

/* Who adopted it: "Conferenza zonale di Alfa, "; empty where that is not known. */
static struct slice cited_maker(const struct act *act, struct arena *arena)
{
	const struct body *body = act->body.found;
	const struct organisation *organisation = act->organisation.found;

	if (!body && !organisation)
		return SLICE("");
	return arena_printf(arena, "%.*s, ", SLICE_ARGS(body ? body->name : organisation->name));
}

/* "10 aprile 2031", "del 2005 (anno dedotto)" */
static struct slice cited_date(const struct act *act, struct arena *arena)
{
	struct date year = { (int16_t)act->order_year, 0, 0 };
	struct date date = date_known(act->date) ? act->date : year;

	return arena_printf(arena, "%.*s%s",
	    SLICE_ARGS(date_full(date) ? italian_date(date, arena) : italian_of_date(date, arena)),
	    inferred_part(act));
}

struct slice italian_citation(const struct act *act, struct arena *arena)
{
	struct slice kind =
	    act->type && act->type != ACT_OTHER
		? italian_with_capital(italian_word(act_type_words, act->type), false, arena)
		: SLICE("atto");
	const char *before = act->number == NUMBER_UNKNOWN ? "numero "
			     : act->number > 0             ? "n. "
							   : "";

	return arena_printf(arena, "%.*s%.*s %.*s, %s%.*s", SLICE_ARGS(cited_maker(act, arena)),
	    SLICE_ARGS(kind), SLICE_ARGS(cited_date(act, arena)), before,
	    SLICE_ARGS(italian_act_number(act, arena)));
}
