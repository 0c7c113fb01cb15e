/* The programme: numbers, ids, deeds told several times, and what was told of their progress (design 4.2, 10). */
#include "check/rule.h"

static void check_number(struct check *check, const struct point *point)
{
	struct slice in_name = slice_sub(point->file->id, 0, 2);
	uint32_t number;

	if (slice_to_uint(in_name, 99, &number) && point->number > 0 &&
	    number != (uint32_t)point->number)
		diag2(check->diagnostics, DIAG_POINT_NUMBER_NAME,
		    at_key(point->file, point->node, "numero"), shown_number(check, point->number),
		    in_name);
}

/* "N.M" of the point N, without leading zeros. */
static bool is_item_id(const struct point *point, struct slice id)
{
	struct slice number, item;
	uint32_t n, m;

	return slice_cut(id, '.', &number, &item) && slice_to_uint(number, 99, &n) &&
	       slice_to_uint(item, 999, &m) && n == (uint32_t)point->number && m > 0 &&
	       number.p[0] != '0' && item.p[0] != '0';
}

static void check_item_id(
    struct check *check, const struct point *point, const struct yaml_node *node, struct slice id)
{
	if (!slice_empty(id) && point->number > 0 && !is_item_id(point, id))
		diag2(check->diagnostics, DIAG_POINT_ITEM_ID, at_key(point->file, node, "id"), id,
		    shown_number(check, point->number));
}

static void check_item_ids(struct check *check, const struct point *point)
{
	for (size_t i = 0; i < point->goals.count; i++)
		check_item_id(check, point, point->goals.items[i].node, point->goals.items[i].id);
	for (size_t i = 0; i < point->actions.count; i++)
		check_item_id(
		    check, point, point->actions.items[i].node, point->actions.items[i].id);
}

/* An action serves goals of its own point; a deadline may hang on actions of others, as in point 10 of 2024-2026. */
static void check_goals(struct check *check, const struct point *point)
{
	for (size_t i = 0; i < point->actions.count; i++)
		for (size_t n = 0; n < point->actions.items[i].goals.count; n++) {
			const struct reference *each = &point->actions.items[i].goals.items[n];
			const struct goal *goal = each->found;

			if (goal && goal->point != point)
				diag2(check->diagnostics, DIAG_POINT_GOAL_ELSEWHERE,
				    yaml_position(each->node, point->file->path), each->id,
				    shown_number(check, goal->point->number));
		}
}

/* Does `stessa_di` lead from the action back to it? A circle that it only leads into is another action's. */
static bool comes_back(const struct action *action)
{
	const struct action *next = action->same_as.found;

	for (int steps = 0; next && steps < 100; steps++) {
		if (next == action)
			return true;
		next = next->same_as.found;
	}
	return false;
}

static void check_deeds(struct check *check, const struct point *point)
{
	for (size_t i = 0; i < point->actions.count; i++) {
		const struct action *action = &point->actions.items[i];
		const struct action *other = action->same_as.found;
		struct position at = at_key(point->file, action->node, "stessa_di");

		if (!other)
			continue;
		if (comes_back(action))
			diag0(check->diagnostics, DIAG_SAME_AS_CYCLE, at);
		else if (other->same_as.found)
			diag2(check->diagnostics, DIAG_SAME_AS_CHAIN, at, other->id,
			    action->deed->id);
	}
}

static void check_progress_state(
    struct check *check, const struct programme *programme, const struct progress *progress)
{
	const struct content_file *file = progress->file;
	const struct action *action = progress->action.found;
	bool rescheduled = progress->state == PROGRESS_RESCHEDULED;
	bool new_term = has_key(progress->node, "nuova_scadenza");

	(void)programme;
	if (date_surely_before(check->site->today, progress->date))
		diag1(check->diagnostics, DIAG_PROGRESS_FUTURE,
		    at_key(file, progress->node, "data"), shown_date(check, progress->date));
	if (rescheduled && !new_term)
		diag0(check->diagnostics, DIAG_PROGRESS_NEW_TERM_MISSING,
		    at_key(file, progress->node, "stato"));
	if (!rescheduled && progress->state && new_term)
		diag0(check->diagnostics, DIAG_PROGRESS_NEW_TERM_UNEXPECTED,
		    at_key(file, progress->node, "nuova_scadenza"));
	if (action && action->deed != action)
		diag2(check->diagnostics, DIAG_PROGRESS_SAME_DEED,
		    at_key(file, progress->node, "azione"), action->id, action->deed->id);
}

/* AAAA-MM-GG-N.M, and -k from the second of a day on. */
static void check_progress_name(
    struct check *check, const struct programme *programme, const struct progress *progress)
{
	const struct content_file *file = progress->file;
	struct slice expected, rest, before;
	uint32_t number = 1;

	if (!date_full(progress->date) || slice_empty(progress->action.id))
		return;
	expected = arena_printf(check->scratch, "%.*s-%.*s",
	    SLICE_ARGS(shown_date(check, progress->date)), SLICE_ARGS(progress->action.id));
	rest = slice_from_index(file->id, expected.len);
	if (!slice_starts(file->id, expected.p) || (rest.len > 0 && rest.p[0] != '-')) {
		diag1(check->diagnostics, DIAG_PROGRESS_FILE_NAME, position_file(file->path),
		    expected);
		return;
	}
	if (rest.len > 0 && slice_to_uint(slice_from_index(rest, 1), 999, &number) && number > 2)
		expected =
		    arena_printf(check->scratch, "%.*s-%u", SLICE_ARGS(expected), number - 1);
	before = arena_printf(check->scratch, "content/programma/%.*s/avanzamento/%.*s.yaml",
	    SLICE_ARGS(programme->id), SLICE_ARGS(expected));
	if (rest.len > 0 && (number < 2 || !check_file(check, before)))
		diag2(check->diagnostics, DIAG_PROGRESS_ORDER, position_file(file->path),
		    shown_number(check, number), slice_sub(file->id, 0, file->id.len - rest.len));
}

static void check_evidence(
    struct check *check, const struct programme *programme, const struct progress *progress)
{
	(void)programme;
	for (size_t i = 0; i < progress->evidence.count; i++) {
		const struct yaml_node *node = progress->evidence.items[i].node;
		int targets =
		    has_key(node, "atto") + has_key(node, "rapporto") + has_key(node, "url");

		if (targets != 1)
			diag1(check->diagnostics, DIAG_EVIDENCE_TARGET,
			    yaml_position(node, progress->file->path),
			    shown_number(check, targets));
	}
}

static const struct rule rules[] = {
	{ .point = check_number, REPORTS(DIAG_POINT_NUMBER_NAME) },
	{ .point = check_item_ids, REPORTS(DIAG_POINT_ITEM_ID) },
	{ .point = check_goals, REPORTS(DIAG_POINT_GOAL_ELSEWHERE) },
	{ .point = check_deeds, REPORTS(DIAG_SAME_AS_CYCLE, DIAG_SAME_AS_CHAIN) },
	{ .progress = check_progress_state,
	    REPORTS(DIAG_PROGRESS_FUTURE, DIAG_PROGRESS_NEW_TERM_MISSING,
		DIAG_PROGRESS_NEW_TERM_UNEXPECTED, DIAG_PROGRESS_SAME_DEED) },
	{ .progress = check_progress_name, REPORTS(DIAG_PROGRESS_FILE_NAME, DIAG_PROGRESS_ORDER) },
	{ .progress = check_evidence, REPORTS(DIAG_EVIDENCE_TARGET) },
};

const struct rule_table programme_rules = { rules, sizeof rules / sizeof *rules };
