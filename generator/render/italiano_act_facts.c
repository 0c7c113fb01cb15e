#include "render/italiano.h"

struct slice italian_act_number(const struct act *act, struct arena *arena)
{
	if (act->number == NUMBER_UNKNOWN)
		return SLICE("non noto");
	if (act->number <= 0)
		return SLICE("senza numero");
	return arena_printf(arena, "%d%s%.*s", act->number, slice_empty(act->suffix) ? "" : " ",
	    SLICE_ARGS(act->suffix));
}

/* The words before a text; nothing where there is no text. */
static struct slice after(const char *words, struct slice text, struct arena *arena)
{
	return slice_empty(text) ? text : arena_printf(arena, "%s%.*s", words, SLICE_ARGS(text));
}

static struct slice since(struct date date, struct arena *arena)
{
	return date_known(date) ? italian_since_date(date, arena) : SLICE("");
}

static struct slice on_date(struct date date, struct arena *arena)
{
	return date_known(date) ? italian_on_date(date, arena) : SLICE("");
}

#define JOIN(parts, arena) italian_join(parts, sizeof(parts) / sizeof *(parts), arena)

struct slice italian_enforceability(const struct enforceability *declared, struct arena *arena)
{
	struct slice parts[] = { italian_word(enforceability_words, declared->regime),
		since(declared->since, arena) };

	return arena_printf(arena, "%.*s; %.*s", SLICE_ARGS(JOIN(parts, arena)),
	    SLICE_ARGS(slice_empty(declared->source) ? SLICE("fonte non indicata")
						     : after("fonte: ", declared->source, arena)));
}

struct slice italian_opinion(const struct opinion *opinion, struct arena *arena)
{
	struct slice parts[] = { italian_word(opinion_type_words, opinion->type),
		italian_word(opinion_outcome_words, opinion->outcome), opinion->role,
		on_date(opinion->date, arena) };

	return JOIN(parts, arena);
}

/* "n. 12 del 13 maggio 2024" */
static struct slice number_of_date(struct slice number, struct date date, struct arena *arena)
{
	struct slice text = after("n. ", number, arena);

	if (!date_known(date))
		return text;
	return arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(text), slice_empty(text) ? "" : " ",
	    SLICE_ARGS(italian_of_date(date, arena)));
}

struct slice italian_proposal(const struct proposal *proposal, struct arena *arena)
{
	struct slice parts[] = { number_of_date(proposal->number, proposal->date, arena),
		after("proponente: ", proposal->proposer, arena) };

	return JOIN(parts, arena);
}

struct slice italian_protocol(const struct protocol *protocol, struct arena *arena)
{
	return number_of_date(protocol->number, protocol->date, arena);
}

struct slice italian_transmission(const struct transmission *sent, struct arena *arena)
{
	struct slice parts[] = { sent->to, on_date(sent->date, arena),
		after("protocollo n. ", sent->protocol, arena) };

	return JOIN(parts, arena);
}

struct slice italian_funding(const struct funding *funding, struct arena *arena)
{
	struct slice parts[] = { funding->source,
		slice_empty(funding->amount.text) ? SLICE("")
						  : italian_euros(funding->amount, arena),
		after("CUP ", funding->project_code, arena) };

	return JOIN(parts, arena);
}

static struct slice person_name(const struct reference *person, struct slice name)
{
	const struct person *found = person->found;

	return found ? found->name : name;
}

struct slice italian_recording(const struct recording *recording, struct arena *arena)
{
	const struct named_person *recorder = recording->recorder;
	struct slice parts[] = {
		recorder ? person_name(&recorder->person, recorder->name) : SLICE(""),
		recording->role,
	};

	return JOIN(parts, arena);
}

struct slice italian_signature(const struct signature *signature, struct arena *arena)
{
	struct slice parts[] = { person_name(&signature->person, signature->name), signature->role,
		italian_word(signature_type_words, signature->type), signature->format,
		on_date(signature->date, arena) };

	return JOIN(parts, arena);
}

struct slice italian_notice_board(const struct notice_board *board, struct arena *arena)
{
	const struct organisation *organisation = board->organisation.found;
	struct slice parts[] = { organisation ? organisation->name : SLICE(""),
		after("repertorio n. ", board->register_number, arena), since(board->since, arena),
		date_known(board->until) ? italian_until_date(board->until, arena) : SLICE("") };

	return JOIN(parts, arena);
}

struct slice italian_school_year(int32_t begins, struct arena *arena)
{
	return arena_printf(arena, "%d/%02d", begins, (begins + 1) % 100);
}

struct slice italian_original(const struct original *original, struct arena *arena)
{
	struct slice form;

	if (!original)
		return SLICE("Chi conserva l'originale firmato non è noto a questo sito.");
	form = italian_word(original_form_words, original->form);
	if (!slice_empty(form))
		form = arena_printf(arena, " (%.*s)", SLICE_ARGS(form));
	if (slice_empty(original->kept_by))
		return arena_printf(arena,
		    "Chi conserva l'originale firmato%.*s non è noto a questo sito.",
		    SLICE_ARGS(form));
	return arena_printf(arena, "L'originale firmato%.*s è conservato da: %.*s.",
	    SLICE_ARGS(form), SLICE_ARGS(original->kept_by));
}

struct slice italian_vote_manner(const struct vote *vote, struct arena *arena)
{
	struct slice parts[] = { italian_word(vote_manner_words, vote->manner),
		italian_word(vote_unit_words, vote->unit) };

	return JOIN(parts, arena);
}

struct slice italian_vote_subject(const struct vote *vote, struct arena *arena)
{
	struct slice subject =
	    vote->subject ? italian_word(vote_subject_words, vote->subject) : SLICE("sull'atto");

	return slice_empty(vote->part) ? subject
				       : arena_printf(arena, "%.*s (parte: %.*s)",
					     SLICE_ARGS(subject), SLICE_ARGS(vote->part));
}

struct slice italian_tally(const struct tally *tally, bool secret, struct arena *arena)
{
	size_t count = tally->organisations.count, named = 0;
	struct slice *names = ARENA_COUNT(arena, struct slice, count);

	if (!tally->node)
		return SLICE("non noto");
	for (size_t i = 0; i < count; i++) {
		const struct organisation *each = tally->organisations.items[i].found;

		if (each)
			names[named++] = each->name;
	}
	if (secret || named == 0)
		return arena_printf(arena, "%d", tally->count);
	return arena_printf(
	    arena, "%d: %.*s", tally->count, SLICE_ARGS(italian_list(names, named, arena)));
}

struct slice italian_link_extent(struct slice part, struct date date, struct arena *arena)
{
	struct slice parts[] = { after("parte: ", part, arena), since(date, arena) };

	return after(", ", JOIN(parts, arena), arena);
}

struct slice italian_representative(const struct attendance *attendance, struct arena *arena)
{
	const struct person *person = attendance->person.found;
	struct slice office = italian_word(attendance_office_words, attendance->office);
	struct slice parts[] = { person ? person->name : attendance->name,
		italian_with_capital(office, false, arena),
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

struct slice italian_attendance_count(int outcome, size_t count, struct arena *arena)
{
	static const char *const words[][2] = {
		[ATTENDANCE_PRESENT] = { "presente", "presenti" },
		[ATTENDANCE_ABSENT] = { "assente", "assenti" },
		[ATTENDANCE_EXCUSED] = { "assente giustificato", "assenti giustificati" },
	};

	return italian_count(count, words[outcome][0], words[outcome][1], arena);
}

struct slice italian_vote_outcome(const struct vote *vote, struct arena *arena)
{
	struct slice subject = italian_vote_subject(vote, arena);
	struct slice outcome = vote->outcome ? italian_word(vote_outcome_words, vote->outcome)
					     : SLICE("esito non noto");

	return arena_printf(arena, "%.*s: %.*s",
	    SLICE_ARGS(italian_with_capital(subject, true, arena)), SLICE_ARGS(outcome));
}

struct slice italian_vote_count(enum vote_side side, int32_t count, int unit, struct arena *arena)
{
	static const char *const words[][2] = {
		[VOTE_SIDE_FOR] = { "favorevole", "favorevoli" },
		[VOTE_SIDE_AGAINST] = { "contrario", "contrari" },
		[VOTE_SIDE_ABSTAINING] = { "astenuto", "astenuti" },
		[VOTE_SIDE_NOT_TAKING_PART] = { "non partecipante", "non partecipanti" },
	};

	if (count < 0)
		return arena_printf(arena, "%s: non noti", words[side][1]);
	if (unit == VOTE_SHARES || unit == VOTE_INHABITANTS)
		return arena_printf(arena, "%s: %.*s", words[side][1],
		    SLICE_ARGS(unit == VOTE_SHARES
				   ? italian_count((size_t)count, "quota", "quote", arena)
				   : italian_count((size_t)count, "abitante", "abitanti", arena)));
	return italian_count((size_t)count, words[side][0], words[side][1], arena);
}
