/* Meetings: their file's name, agenda, state and dates (design 4.3). */
#include "check/rule.h"

static void check_name(struct check *check, const struct meeting *meeting)
{
	struct slice expected;

	if (!date_full(meeting->date) || slice_empty(meeting->body.id))
		return;
	expected = arena_printf(check->scratch, "%.*s-%.*s",
	    SLICE_ARGS(shown_date(check, meeting->date)), SLICE_ARGS(meeting->body.id));
	if (!slice_eq(expected, meeting->id))
		diag1(check->diagnostics, DIAG_MEETING_FILE_NAME,
		    at_key(meeting->file, meeting->node, "data"), expected);
}

static void check_item_act(
    struct check *check, const struct meeting *meeting, const struct agenda_item *item)
{
	const struct act *act = item->act.found;
	struct position at = at_key(meeting->file, item->node, "atto");
	bool other_meeting = !slice_empty(act->meeting.id) && act->meeting.found != meeting;
	bool other_item = act->agenda_item != 0 && act->agenda_item != item->number;

	if (slice_empty(act->meeting.id))
		diag2(check->diagnostics, DIAG_AGENDA_ACT_SILENT, at, act->place, meeting->id);
	else if (other_meeting || other_item)
		diag2(check->diagnostics, DIAG_AGENDA_ACT_ELSEWHERE, at, act->place,
		    other_meeting ? act->meeting.id : shown_number(check, act->agenda_item));
}

static void check_agenda(struct check *check, const struct meeting *meeting)
{
	for (size_t i = 0; i < meeting->agenda.count; i++) {
		const struct agenda_item *item = &meeting->agenda.items[i];

		for (size_t n = 0; n < i && item->number > 0; n++)
			if (meeting->agenda.items[n].number == item->number) {
				diag1(check->diagnostics, DIAG_AGENDA_NUMBER_TWICE,
				    at_key(meeting->file, item->node, "n"),
				    shown_number(check, item->number));
				break;
			}
		if (item->act.found)
			check_item_act(check, meeting, item);
	}
}

static void check_state(struct check *check, const struct meeting *meeting)
{
	struct position at = at_key(meeting->file, meeting->node, "stato");
	struct date today = check->site->today;

	if (meeting->state == MEETING_HELD && date_surely_before(today, meeting->date))
		diag1(check->diagnostics, DIAG_MEETING_HELD_EARLY, at,
		    shown_date(check, meeting->date));
	if (meeting->state == MEETING_CONVENED && date_surely_before(meeting->date, today))
		diag1(check->diagnostics, DIAG_MEETING_PAST, at, shown_date(check, meeting->date));
	if (meeting->state != MEETING_NO_QUORUM && meeting->state != MEETING_POSTPONED &&
	    meeting->state != MEETING_CANCELLED)
		return;
	for (size_t i = 0; i < meeting->acts.count; i++)
		if (meeting->acts.items[i]->type != ACT_MINUTES)
			diag1(check->diagnostics, DIAG_MEETING_NOT_HELD, at,
			    meeting->acts.items[i]->place);
}

static void check_quorum(struct check *check, const struct meeting *meeting)
{
	int32_t present = 0;

	if (!meeting->quorum || meeting->state != MEETING_HELD || meeting->attendance.count == 0)
		return;
	for (size_t i = 0; i < meeting->attendance.count; i++)
		present += meeting->attendance.items[i].outcome == ATTENDANCE_PRESENT &&
			   meeting->attendance.items[i].votes != YES_NO_NO;
	if (present < meeting->quorum->needed)
		diag2(check->diagnostics, DIAG_MEETING_NO_QUORUM,
		    at_key(meeting->file, meeting->node, "quorum"), shown_number(check, present),
		    shown_number(check, meeting->quorum->needed));
}

static void check_convocation(struct check *check, const struct meeting *meeting)
{
	if (meeting->convocation)
		check_not_before(check, meeting->file,
		    (struct dated_key){ "data", "data", meeting->node, meeting->date },
		    (struct dated_key){ "data", "convocazione.data", meeting->convocation->node,
			meeting->convocation->date });
}

static const struct rule rules[] = {
	{ .meeting = check_name, REPORTS(DIAG_MEETING_FILE_NAME) },
	{ .meeting = check_agenda,
	    REPORTS(DIAG_AGENDA_NUMBER_TWICE, DIAG_AGENDA_ACT_SILENT, DIAG_AGENDA_ACT_ELSEWHERE) },
	{ .meeting = check_state,
	    REPORTS(DIAG_MEETING_HELD_EARLY, DIAG_MEETING_PAST, DIAG_MEETING_NOT_HELD) },
	{ .meeting = check_quorum, REPORTS(DIAG_MEETING_NO_QUORUM) },
	{ .meeting = check_convocation, REPORTS(DIAG_DATES_ORDER) },
};

const struct rule_table meeting_rules = { rules, sizeof rules / sizeof *rules };
