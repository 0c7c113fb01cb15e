/* Who was there and how they voted, in meetings and acts (design 4.1, 4.3). */
#include "check/rule.h"

/* Was the organisation a member at that date? An unknown date or term is given the benefit of the doubt. */
static bool is_member(const struct body *body, const void *organisation, struct date date)
{
	for (size_t i = 0; i < body->members.count; i++) {
		const struct body_member *member = &body->members.items[i];

		if (member->organisation.found == organisation &&
		    !date_surely_before(date, member->since) &&
		    !date_surely_before(member->until, date))
			return true;
	}
	return false;
}

static bool seen_before(const struct attendance *list, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (slice_eq(list[i].organisation.id, list[index].organisation.id))
			return true;
	return false;
}

static void check_list(struct check *check, const struct content_file *file,
    const struct attendance *list, size_t count, const struct body *body, struct date date)
{
	for (size_t i = 0; i < count; i++) {
		const struct attendance *each = &list[i];
		struct position at = at_key(file, each->node, "ente");
		struct slice organisation = each->organisation.id;

		check_person(check, file, each->node, false);
		if (slice_empty(organisation))
			continue;
		if (seen_before(list, i))
			diag1(check->diagnostics, DIAG_ATTENDANCE_TWICE, at, organisation);
		else if (body && body->members.count > 0 && each->organisation.found &&
			 each->votes != YES_NO_NO &&
			 !is_member(body, each->organisation.found, date))
			diag2(check->diagnostics, DIAG_ATTENDANCE_NOT_MEMBER, at, organisation,
			    body->id);
	}
}

static void check_act_attendance(struct check *check, const struct act *act)
{
	check_list(check, act->file, act->attendance.items, act->attendance.count, act->body.found,
	    act->date);
}

static void check_meeting_attendance(struct check *check, const struct meeting *meeting)
{
	check_list(check, meeting->file, meeting->attendance.items, meeting->attendance.count,
	    meeting->body.found, meeting->date);
}

/* Everyone named in a vote, in the order of the keys. */
struct voters {
	const struct tally *tallies[4];
};

static struct voters voters_of(const struct vote *vote)
{
	return (struct voters){ { &vote->in_favour, &vote->against, &vote->abstaining,
	    &vote->not_taking_part } };
}

static bool was_present(const struct act *act, struct slice organisation)
{
	size_t count;
	const struct attendance *list = act_attendance(act, &count);

	for (size_t i = 0; i < count; i++)
		if (slice_eq(list[i].organisation.id, organisation))
			return list[i].outcome == ATTENDANCE_PRESENT;
	return false;
}

static void check_voter(
    struct check *check, const struct act *act, const struct reference *voter, struct map *seen)
{
	struct position at = yaml_position(voter->node, act->file->path);
	size_t known;

	act_attendance(act, &known);
	if (map_put(seen, check->scratch, voter->id, check))
		diag1(check->diagnostics, DIAG_VOTE_TWICE, at, voter->id);
	else if (known > 0 && !was_present(act, voter->id))
		diag1(check->diagnostics, DIAG_VOTE_NOT_PRESENT, at, voter->id);
}

static void check_voters(struct check *check, const struct act *act)
{
	for (size_t v = 0; v < act->votes.count; v++) {
		const struct vote *vote = &act->votes.items[v];
		struct voters voters = voters_of(vote);
		struct map seen = { 0 };

		for (size_t t = 0; t < 4; t++) {
			const struct tally *tally = voters.tallies[t];

			if (vote->manner == VOTE_SECRET && tally->organisations.count > 0) {
				diag0(check->diagnostics, DIAG_VOTE_SECRET_NAMES,
				    yaml_position(tally->node, act->file->path));
				continue;
			}
			for (size_t i = 0; i < tally->organisations.count; i++)
				check_voter(check, act, &tally->organisations.items[i], &seen);
		}
	}
}

/* Those present with a vote; *moving where some came late or left early, so that fewer may have voted. */
static int32_t present_with_vote(const struct act *act, bool *moving)
{
	size_t count;
	const struct attendance *list = act_attendance(act, &count);
	int32_t present = 0;

	*moving = false;
	for (size_t i = 0; i < count; i++) {
		if (list[i].outcome != ATTENDANCE_PRESENT || list[i].votes == YES_NO_NO)
			continue;
		present++;
		*moving = *moving || list[i].enters.known || list[i].leaves.known;
	}
	return present;
}

static void check_sum(struct check *check, const struct act *act, const struct vote *vote)
{
	int64_t sum = (int64_t)vote->in_favour.count + vote->against.count +
		      vote->abstaining.count + vote->not_taking_part.count;
	bool moving;
	int32_t present = present_with_vote(act, &moving);

	if (present > 0 && (sum > present || (sum < present && !moving)))
		diag2(check->diagnostics, DIAG_VOTE_SUM, yaml_position(vote->node, act->file->path),
		    shown_number(check, sum), shown_number(check, present));
}

/*
 * A proposal that has no more for it than against it is not approved; one that more than half of those voting
 * are for is not rejected by any majority but a special one.
 */
static void check_outcome(struct check *check, const struct act *act, const struct vote *vote)
{
	const struct word *outcome = word_find(vote_outcome_words, vote->outcome);
	int64_t for_it = vote->in_favour.count, against = vote->against.count;
	int64_t abstaining = vote->abstaining.count;
	bool odd = (vote->outcome == VOTE_APPROVED && for_it <= against) ||
		   (vote->outcome == VOTE_REJECTED && for_it > against + abstaining);

	if (odd && outcome)
		diag3(check->diagnostics, DIAG_VOTE_OUTCOME, at_key(act->file, vote->node, "esito"),
		    slice_from(outcome->name), shown_number(check, for_it),
		    shown_number(check, against));
}

/* Votes weighted by shares or inhabitants can't be held against heads (L.R. Toscana 32/2002 art. 6-ter). */
static void check_counts(struct check *check, const struct act *act)
{
	for (size_t i = 0; i < act->votes.count; i++) {
		const struct vote *vote = &act->votes.items[i];

		if (!vote->in_favour.node)
			continue;
		if (vote->unit == VOTE_HEADS)
			check_sum(check, act, vote);
		check_outcome(check, act, vote);
	}
}

static void check_act_people(struct check *check, const struct act *act)
{
	for (size_t i = 0; i < act->signatures.count; i++)
		check_person(check, act->file, act->signatures.items[i].node, true);
	if (act->recording && act->recording->recorder)
		check_person(check, act->file, act->recording->recorder->node, true);
}

static void check_meeting_people(struct check *check, const struct meeting *meeting)
{
	for (size_t i = 0; i < meeting->participants.count; i++)
		check_person(check, meeting->file, meeting->participants.items[i].node, true);
	if (meeting->chair)
		check_person(check, meeting->file, meeting->chair->node, true);
	if (meeting->secretary)
		check_person(check, meeting->file, meeting->secretary->node, true);
}

static const struct rule rules[] = {
	{ .act = check_act_attendance,
	    REPORTS(DIAG_ATTENDANCE_TWICE, DIAG_ATTENDANCE_NOT_MEMBER, DIAG_PERSON_AND_NAME) },
	{ .meeting = check_meeting_attendance,
	    REPORTS(DIAG_ATTENDANCE_TWICE, DIAG_ATTENDANCE_NOT_MEMBER, DIAG_PERSON_AND_NAME) },
	{ .act = check_voters,
	    REPORTS(DIAG_VOTE_SECRET_NAMES, DIAG_VOTE_TWICE, DIAG_VOTE_NOT_PRESENT) },
	{ .act = check_counts, REPORTS(DIAG_VOTE_SUM, DIAG_VOTE_OUTCOME) },
	{ .act = check_act_people, REPORTS(DIAG_PERSON_AND_NAME, DIAG_PERSON_MISSING) },
	{ .meeting = check_meeting_people, REPORTS(DIAG_PERSON_AND_NAME, DIAG_PERSON_MISSING) },
};

const struct rule_table attendance_rules = { rules, sizeof rules / sizeof *rules };
