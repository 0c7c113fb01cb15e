#include "render/programme_parts.h"

#include "history/site_history.h"
#include "model/url.h"
#include "render/drawing.h"
#include "render/italiano.h"

#define LINKS(type, member, name) VIEW_LIST(type, member, name, struct link_row, &link_row_view)
#define DEADLINES(type, member, name) \
	VIEW_LIST(type, member, name, struct deadline_row, &deadline_row_view)

static const struct view_field deadline_row_fields[] = {
	VIEW_TEXT(struct deadline_row, text, "testo"),
	VIEW_TEXT(struct deadline_row, when, "quando"),
	VIEW_TEXT(struct deadline_row, state, "stato"),
	VIEW_TEXT(struct deadline_row, expected, "esito_atteso"),
	VIEW_TEXT(struct deadline_row, doubt, "dubbio"),
	VIEW_DATE(struct deadline_row, day, "giorno"),
	VIEW_TEXT(struct deadline_row, day_text, "giorno_in_parole"),
	LINKS(struct deadline_row, actions, "azioni"),
	VIEW_OBJECT(struct deadline_row, place, "nel_punto", struct link_row, &link_row_view),
};
const struct view deadline_row_view = VIEW("scadenza", struct deadline_row, deadline_row_fields);

static const struct view_field progress_row_fields[] = {
	VIEW_DATE(struct progress_row, date, "data"),
	VIEW_TEXT(struct progress_row, date_text, "data_in_parole"),
	VIEW_TEXT(struct progress_row, state, "stato"),
	VIEW_ID(struct progress_row, state_id, "id_stato"),
	VIEW_TEXT(struct progress_row, rescheduled, "rinvio"),
	VIEW_TEXT(struct progress_row, changed, "modificata"),
	VIEW_HTML(struct progress_row, note, "nota"),
	LINKS(struct progress_row, evidence, "evidenze"),
	VIEW_FLAG(struct progress_row, uncommitted, "non_registrato"),
};
static const struct view progress_row_view =
    VIEW("avanzamento", struct progress_row, progress_row_fields);

static const struct view_field state_sign_fields[] = {
	VIEW_TEXT(struct state_sign, state, "stato"),
	VIEW_ID(struct state_sign, state_id, "id_stato"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_NOT_REPORTED], "e_non_comunicato"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_TO_START], "e_da_avviare"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_UNDER_WAY], "e_in_corso"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_COMPLETED], "e_completata"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_SUSPENDED], "e_sospesa"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_CANCELLED], "e_annullata"),
	VIEW_FLAG(struct state_sign, is[PROGRESS_RESCHEDULED], "e_riprogrammata"),
};
const struct view state_sign_view =
    VIEW("segno di uno stato", struct state_sign, state_sign_fields);

static const struct view_field action_tile_fields[] = {
	VIEW_TEXT(struct action_tile, name, "nome_tessera"),
	VIEW_OBJECT(struct action_tile, sign, "segno", struct state_sign, &state_sign_view),
	VIEW_NUMBER(struct action_tile, x, "x_tessera"),
};
static const struct view action_tile_view =
    VIEW("tessera di un'azione", struct action_tile, action_tile_fields);

static const struct view_field point_progress_row_fields[] = {
	VIEW_TEXT(struct point_progress_row, name, "nome_punto"),
	VIEW_URL(struct point_progress_row, url, "url_punto"),
	VIEW_TEXT(struct point_progress_row, progress, "a_che_punto"),
	VIEW_LIST(
	    struct point_progress_row, tiles, "tessere", struct action_tile, &action_tile_view),
	VIEW_NUMBER(struct point_progress_row, width, "larghezza_tessere"),
};
const struct view point_progress_row_view =
    VIEW("avanzamento di un punto", struct point_progress_row, point_progress_row_fields);

static const struct view_field action_block_fields[] = {
	VIEW_TEXT(struct action_block, id, "id_azione"),
	VIEW_TEXT(struct action_block, name, "nome_azione"),
	VIEW_HTML(struct action_block, text, "testo_azione"),
	VIEW_OBJECT(struct action_block, sign, "segno", struct state_sign, &state_sign_view),
	VIEW_TEXT(struct action_block, state, "stato"),
	VIEW_ID(struct action_block, state_id, "id_stato"),
	VIEW_TEXT(struct action_block, state_sentence, "stato_in_parole"),
	VIEW_TEXT(struct action_block, late, "ritardo"),
	VIEW_TEXT(struct action_block, in_charge, "responsabile"),
	LINKS(struct action_block, same, "stessa_azione"),
	LINKS(struct action_block, goals, "per_obiettivi"),
	VIEW_LIST(struct action_block, expected_acts, "atti_previsti", struct slice, &view_text),
	LINKS(struct action_block, adopted_acts, "atti_adottati"),
	DEADLINES(struct action_block, deadlines, "scadenze"),
	VIEW_LIST(
	    struct action_block, progress, "avanzamento", struct progress_row, &progress_row_view),
};
static const struct view action_block_view =
    VIEW("azione", struct action_block, action_block_fields);

static const struct view_field goal_block_fields[] = {
	VIEW_TEXT(struct goal_block, id, "id_obiettivo"),
	VIEW_HTML(struct goal_block, text, "testo_obiettivo"),
};
static const struct view goal_block_view = VIEW("obiettivo", struct goal_block, goal_block_fields);

static const struct view_field point_block_fields[] = {
	VIEW_NUMBER(struct point_block, number, "numero"),
	VIEW_TEXT(struct point_block, name, "nome_punto"),
	VIEW_TEXT(struct point_block, title, "titolo_ufficiale"),
	VIEW_TEXT(struct point_block, simple_title, "titolo_semplice"),
	VIEW_URL(struct point_block, url, "url_punto"),
	VIEW_LIST(struct point_block, tiles, "tessere", struct action_tile, &action_tile_view),
	VIEW_NUMBER(struct point_block, tiles_width, "larghezza_tessere"),
	VIEW_TEXT(struct point_block, progress, "a_che_punto"),
	VIEW_HTML(struct point_block, situation, "situazione"),
	VIEW_HTML(struct point_block, weaknesses, "criticita"),
	VIEW_HTML(struct point_block, indicators, "indicatori"),
	VIEW_HTML(struct point_block, official, "testo_ufficiale"),
	VIEW_TEXT(struct point_block, source, "fonte"),
	VIEW_LIST(struct point_block, goals, "obiettivi", struct goal_block, &goal_block_view),
	VIEW_LIST(struct point_block, actions, "azioni_del_punto", struct action_block,
	    &action_block_view),
	DEADLINES(struct point_block, others, "altre_scadenze"),
	LINKS(struct point_block, see_also, "vedi_anche"),
	LINKS(struct point_block, seen_from, "visto_da"),
	VIEW_LIST(struct point_block, acts, "atti", struct act_row, &act_row_view),
	VIEW_URL(struct point_block, acts_url, "url_atti"),
};
const struct view point_block_view = VIEW("punto", struct point_block, point_block_fields);

/* --- links ------------------------------------------------------------------------------------- */

static struct link_row point_link(struct maker *maker, const struct point *point)
{
	return (struct link_row){ italian_point(point, maker->arena),
		maker_link(maker, url_point(point, maker->arena)), false };
}

static void add_action_link(
    struct maker *maker, struct link_rows *links, const struct action *action)
{
	struct slice name = italian_action(action, maker->arena);

	*ARENA_PUSH(maker->arena, links) =
	    (struct link_row){ italian_with_capital(name, false, maker->arena),
		    maker_link(maker, url_action(action, maker->arena)), false };
}

/* --- deadlines --------------------------------------------------------------------------------- */

static struct slice when_of(struct maker *maker, const struct term *term)
{
	return italian_with_capital(
	    italian_term(maker->site, term, maker->arena), true, maker->arena);
}

struct deadline_row deadline_row_of(
    struct maker *maker, const struct deadline *deadline, const struct point *here)
{
	struct deadline_row row = { .deadline = deadline,
		.text = deadline->text,
		.when = when_of(maker, deadline->term),
		.state = italian_deadline_state(deadline, maker->site->today, maker->arena),
		.expected = deadline->expected,
		.doubt = deadline->doubt,
		.day = deadline->days.last,
		.day_text = italian_due_day(&deadline->days, maker->arena) };

	for (size_t i = 0; i < deadline->actions.count; i++)
		if (deadline->actions.items[i].found)
			add_action_link(maker, &row.actions, deadline->actions.items[i].found);
	if (deadline->point != here) {
		struct link_row *place = ARENA_NEW(maker->arena, struct link_row);

		*place = point_link(maker, deadline->point);
		row.place = place;
	}
	return row;
}

static bool is_about(const struct deadline *deadline, const struct action *action)
{
	for (size_t i = 0; i < deadline->actions.count; i++)
		if (deadline->actions.items[i].found == action)
			return true;
	return false;
}

static bool holds(const struct deadline_rows *rows, const struct deadline *deadline)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].deadline == deadline)
			return true;
	return false;
}

/* Those that name the action, each once: first those of the point that the page is about. */
static void add_deadlines(struct maker *maker, const struct action *action,
    const struct point *here, struct deadline_rows *rows)
{
	for (int elsewhere = 0; elsewhere <= 1; elsewhere++)
		for (size_t i = 0; i < action->deadlines.count; i++) {
			const struct deadline *each = action->deadlines.items[i];

			if ((each->point != here) == elsewhere && !holds(rows, each))
				*ARENA_PUSH(maker->arena, rows) =
				    deadline_row_of(maker, each, here);
		}
}

/* --- actions ----------------------------------------------------------------------------------- */

struct slice progress_state_id(int state)
{
	static const char *const ids[PROGRESS_STATE_COUNT] = {
		[PROGRESS_NOT_REPORTED] = "non-comunicato",
		[PROGRESS_TO_START] = "da-avviare",
		[PROGRESS_UNDER_WAY] = "in-corso",
		[PROGRESS_COMPLETED] = "completata",
		[PROGRESS_SUSPENDED] = "sospesa",
		[PROGRESS_CANCELLED] = "annullata",
		[PROGRESS_RESCHEDULED] = "riprogrammata",
	};

	return slice_from(ids[state]);
}

const struct state_sign *state_sign_of(struct maker *maker, int state)
{
	struct state_sign *sign = ARENA_NEW(maker->arena, struct state_sign);

	*sign = (struct state_sign){ .state = italian_progress_state(state),
		.state_id = progress_state_id(state) };
	sign->is[state] = true;
	return sign;
}

/* A draft is not named; of a removed act nothing but how it is cited. */
static void add_evidence(
    struct maker *maker, const struct evidence *evidence, struct link_rows *links)
{
	const struct act *act = evidence->act.found;
	const struct report *report = evidence->report.found;
	struct link_row row = { evidence->title, evidence->url, false };

	if (evidence->act.node) {
		if (!act || !act_is_named(act))
			return;
		if (slice_empty(row.text) || !act_is_listed(act))
			row.text = act->reference;
		row.url = maker_link(maker, url_act(act));
	} else if (report) {
		if (slice_empty(row.text))
			row.text = report->title;
		row.url = maker_link(maker, url_report(report, maker->arena));
	} else if (slice_empty(row.text)) {
		row.text = row.url;
	}
	if (!slice_empty(row.text))
		*ARENA_PUSH(maker->arena, links) = row;
}

static struct progress_row progress_row_of(
    struct maker *maker, const struct action *deed, const struct progress *progress)
{
	struct progress_row row = { .date = progress->date,
		.date_text = italian_date(progress->date, maker->arena),
		.state = italian_progress_state(progress->state),
		.state_id = progress_state_id(progress->state),
		.rescheduled = italian_rescheduled(maker->site, deed, progress, maker->arena),
		.note = maker_markdown(maker, progress->note),
		.uncommitted = progress->file->entry->uncommitted };

	row.changed = italian_progress_changed(
	    history_changed_on(maker->renderer->history, progress->file), maker->arena);
	for (size_t i = 0; i < progress->evidence.count; i++)
		add_evidence(maker, &progress->evidence.items[i], &row.evidence);
	return row;
}

/* The others that are the same deed. */
static void add_same(struct maker *maker, const struct action *action, const struct action *other,
    struct action_block *block)
{
	if (other == action)
		return;
	*ARENA_PUSH(maker->arena, &block->same) =
	    (struct link_row){ italian_action_elsewhere(other, maker->arena),
		    maker_link(maker, url_action(other, maker->arena)), false };
	add_deadlines(maker, other, action->point, &block->deadlines);
}

static struct action_block action_block_of(struct maker *maker, const struct action *action)
{
	const struct action *deed = action->deed;
	struct action_block block = { .id = action->id,
		.name = italian_action(action, maker->arena),
		.text = maker_markdown(maker, action->text),
		.sign = state_sign_of(maker, deed->state),
		.state = italian_progress_state(deed->state),
		.state_id = progress_state_id(deed->state),
		.state_sentence = italian_action_state(deed, maker->arena),
		.late = italian_late(deed, maker->arena),
		.in_charge = action->in_charge };

	for (size_t i = 0; i < action->expected_acts.count; i++)
		*ARENA_PUSH(maker->arena, &block.expected_acts) = action->expected_acts.items[i];
	for (size_t i = 0; i < deed->acts.count; i++)
		if (act_is_named(deed->acts.items[i]))
			*ARENA_PUSH(maker->arena, &block.adopted_acts) =
			    (struct link_row){ deed->acts.items[i]->reference,
				    maker_link(maker, url_act(deed->acts.items[i])), false };
	for (size_t i = 0; i < action->goals.count; i++)
		*ARENA_PUSH(maker->arena, &block.goals) =
		    (struct link_row){ action->goals.items[i].id,
			    arena_printf(maker->arena, "#obiettivo-%.*s",
				SLICE_ARGS(action->goals.items[i].id)),
			    false };
	add_deadlines(maker, action, action->point, &block.deadlines);
	add_same(maker, action, deed, &block);
	for (size_t i = 0; i < deed->told_also.count; i++)
		add_same(maker, action, deed->told_also.items[i], &block);
	for (size_t i = deed->progress.count; i-- > 0;)
		*ARENA_PUSH(maker->arena, &block.progress) =
		    progress_row_of(maker, deed, deed->progress.items[i]);
	return block;
}

/* --- points ------------------------------------------------------------------------------------ */

static struct action_tiles tiles_of(struct maker *maker, const struct point *point)
{
	struct action_tiles tiles = { 0 };

	for (size_t i = 0; i < point->actions.count; i++) {
		const struct action *action = &point->actions.items[i];

		*ARENA_PUSH(maker->arena, &tiles) =
		    (struct action_tile){ italian_action_told(action, maker->arena),
			    state_sign_of(maker, action->deed->state), drawing_tile_x(i) };
	}
	return tiles;
}

/* A deadline that names an action of this point stands with it; the others have a list of their own. */
static bool stands_with_action(const struct deadline *deadline, const struct point *point)
{
	for (size_t i = 0; i < point->actions.count; i++)
		if (is_about(deadline, &point->actions.items[i]))
			return true;
	return false;
}

struct point_block point_block_of(
    struct maker *maker, const struct point *point, unsigned first_heading)
{
	struct point_block block = { .number = point->number,
		.name = italian_point(point, maker->arena),
		.title = point->title,
		.simple_title = point->simple_title,
		.url = maker_link(maker, url_point(point, maker->arena)),
		.progress = italian_point_progress(point, maker->arena),
		.source = point->source,
		.acts_url = maker_link(maker, url_acts_of_point(point->number, maker->arena)) };

	block.tiles = tiles_of(maker, point);
	block.tiles_width = drawing_tiles_width(block.tiles.count);
	/* In the order in which they are read: what comes first explains the acronyms. */
	block.situation = maker_markdown(maker, point->situation);
	block.weaknesses = maker_markdown(maker, point->weaknesses);
	for (size_t i = 0; i < point->goals.count; i++)
		*ARENA_PUSH(maker->arena, &block.goals) =
		    (struct goal_block){ point->goals.items[i].id,
			    maker_markdown(maker, point->goals.items[i].text) };
	for (size_t i = 0; i < point->actions.count; i++)
		*ARENA_PUSH(maker->arena, &block.actions) =
		    action_block_of(maker, &point->actions.items[i]);
	block.indicators = maker_markdown(maker, point->indicators);
	block.official = maker_official_text(maker, point, first_heading);
	for (size_t i = 0; i < point->deadlines.count; i++)
		if (!stands_with_action(&point->deadlines.items[i], point))
			*ARENA_PUSH(maker->arena, &block.others) =
			    deadline_row_of(maker, &point->deadlines.items[i], point);
	for (size_t i = 0; i < point->see_also.count; i++)
		if (point->see_also.items[i].found)
			*ARENA_PUSH(maker->arena, &block.see_also) =
			    point_link(maker, point->see_also.items[i].found);
	for (size_t i = 0; i < point->seen_from.count; i++)
		*ARENA_PUSH(maker->arena, &block.seen_from) =
		    point_link(maker, point->seen_from.items[i]);
	act_rows_add(maker, ACTS(point->acts), &block.acts);
	return block;
}

/* --- how the points go ------------------------------------------------------------------------- */

void point_progress_rows_add(
    struct maker *maker, const struct programme *programme, struct point_progress_rows *rows)
{
	for (size_t i = 0; i < programme->points.count; i++) {
		const struct point *point = programme->points.items[i];
		struct action_tiles tiles = tiles_of(maker, point);

		*ARENA_PUSH(maker->arena, rows) =
		    (struct point_progress_row){ italian_point(point, maker->arena),
			    maker_link(maker, url_point(point, maker->arena)),
			    italian_point_progress(point, maker->arena), tiles,
			    drawing_tiles_width(tiles.count) };
	}
}

/* --- all that falls due ------------------------------------------------------------------------ */

static const struct progress *last_put_off(const struct action *deed)
{
	for (size_t i = deed->progress.count; i-- > 0;)
		if (deed->progress.items[i]->new_term)
			return deed->progress.items[i];
	return NULL;
}

void dues_add(struct arena *arena, const struct point *point, struct dues *dues)
{
	for (size_t i = 0; i < point->deadlines.count; i++) {
		const struct deadline *deadline = &point->deadlines.items[i];

		*ARENA_PUSH(arena, dues) =
		    (struct due){ point, deadline, NULL, deadline->term, &deadline->days };
	}
	for (size_t i = 0; i < point->actions.count; i++) {
		const struct action *action = &point->actions.items[i];
		const struct progress *progress = last_put_off(action);

		if (action->deed == action && progress)
			*ARENA_PUSH(arena, dues) = (struct due){ point, NULL, progress,
				progress->new_term, &progress->new_days };
	}
}

struct dues dues_of(struct arena *arena, const struct programme *programme)
{
	struct dues dues = { 0 };

	for (size_t i = 0; i < programme->points.count; i++)
		dues_add(arena, programme->points.items[i], &dues);
	return dues;
}

struct deadline_row due_row_of(struct maker *maker, const struct due *due, const struct point *here)
{
	struct deadline_row row = { 0 };
	const struct action *action;
	struct link_row *place;

	if (due->deadline)
		return deadline_row_of(maker, due->deadline, here);
	action = due->progress->action.found;
	row.text = italian_new_term(due->progress, maker->arena);
	row.when = when_of(maker, due->term);
	row.state = italian_action_state(action->deed, maker->arena);
	row.day = due->days->last;
	row.day_text = italian_due_day(due->days, maker->arena);
	add_action_link(maker, &row.actions, action);
	if (due->point != here) {
		place = ARENA_NEW(maker->arena, struct link_row);
		*place = point_link(maker, due->point);
		row.place = place;
	}
	return row;
}

/* --- the frame --------------------------------------------------------------------------------- */

void plan_programme_part(struct plan *plan, const struct page_kind *kind, const char *part)
{
	for (size_t i = 0; i < plan->site->programmes.count; i++)
		plan_add(plan, kind,
		    url_programme_part(plan->site->programmes.items[i], part, plan->arena),
		    plan->site->programmes.items[i]);
}

void programme_layout(struct maker *maker, struct layout *layout, struct slice title,
    const struct programme *programme)
{
	struct slice path = url_programme(programme, maker->arena);

	layout_begin(maker, layout, title, "programma/");
	layout_crumb(maker, layout, SLICE("Programma"), SLICE("programma/"));
	if (!slice_eq(path, maker->path))
		layout_crumb(maker, layout, programme->id, path);
}
