#include "model/url.h"
#include "render/act_parts.h"
#include "render/attendance.h"
#include "render/italiano.h"
#include "render/rows.h"

/* An act's key in a description list; inferred values say so. */
struct filler {
	struct maker *maker;
	const struct act *act;
	struct facts *facts;
};

static void add(const struct filler *filler, const char *key, struct slice value, struct slice path)
{
	if (!slice_empty(value) && act_is_inferred(filler->act, key))
		value = arena_printf(filler->maker->arena, "%.*s (dedotto)", SLICE_ARGS(value));
	fact_add(filler->maker, filler->facts, key_label(&act_table, key), value, path);
}

static void add_text(const struct filler *filler, const char *key, struct slice value)
{
	add(filler, key, value, SLICE(""));
}

static void add_date(const struct filler *filler, const char *key, struct date date)
{
	add_text(filler, key, italian_date(date, filler->maker->arena));
}

static void add_maker(const struct filler *filler)
{
	const struct act *act = filler->act;
	struct arena *arena = filler->maker->arena;
	const struct body *body = act->body.found;
	const struct organisation *organisation = act->organisation.found;

	if (body)
		add(filler, "organo", body->name, url_body(body, arena));
	if (organisation)
		add(filler, "ente", organisation->name, organisation_path(organisation, arena));
}

static void add_meeting(const struct filler *filler)
{
	const struct meeting *meeting = filler->act->meeting.found;
	struct arena *arena = filler->maker->arena;

	if (meeting)
		add(filler, "seduta", italian_meeting(meeting, arena), url_meeting(meeting, arena));
	if (filler->act->agenda_item)
		add_text(filler, "punto_odg", arena_printf(arena, "%d", filler->act->agenda_item));
}

static void add_topics(struct maker *maker, const struct act *act, struct link_rows *rows)
{
	for (size_t i = 0; i < act->topics.count; i++) {
		const struct topic *each = act->topics.items[i].found;

		if (each)
			*ARENA_PUSH(maker->arena, rows) = *link_row_to(
			    maker, each->name, url_acts_by("argomento", each->id, maker->arena));
	}
}

static void add_points(const struct filler *filler)
{
	const struct act *act = filler->act;
	struct arena *arena = filler->maker->arena;

	for (size_t i = 0; i < act->points.count; i++) {
		const struct point *each = act->points.items[i].found;

		if (each)
			add(filler, "punti_programma", italian_point(each, arena),
			    url_point(each, arena));
	}
}

static void add_concerned(const struct filler *filler)
{
	const struct act *act = filler->act;
	struct arena *arena = filler->maker->arena;

	for (size_t i = 0; i < act->organisations.count; i++) {
		const struct organisation *each = act->organisations.items[i].found;

		if (each)
			add(filler, "enti", each->name, organisation_path(each, arena));
	}
	for (size_t i = 0; i < act->tables.count; i++) {
		const struct working_table *each = act->tables.items[i].found;

		if (each)
			add(filler, "tavoli", each->name, url_working_table(each, arena));
	}
	for (size_t i = 0; i < act->schools.count; i++) {
		const struct school *each = act->schools.items[i].found;

		if (each)
			add_text(filler, "scuole", each->name);
	}
	for (size_t i = 0; i < act->school_years.count; i++)
		add_text(filler, "anni_scolastici",
		    italian_school_year(act->school_years.items[i], arena));
}

void act_facts_identity(struct maker *maker, const struct act *act, struct facts *facts)
{
	struct filler filler = { maker, act, facts };
	struct arena *arena = maker->arena;

	/* Of the type that an old version gave there may be no list: it is in none itself. */
	add(&filler, "tipo", italian_word(act_type_words, act->type),
	    act_is_listed(act) ? url_acts_of_type(act->type, arena) : SLICE(""));
	add_maker(&filler);
	add_text(&filler, "numero", italian_act_number(act, arena));
	fact_add(
	    maker, facts, key_label(&act_table, "data"), italian_act_date(act, arena), SLICE(""));
	add_text(&filler, "oggetto", act->subject_unknown ? SLICE("non noto") : act->subject);
	add_meeting(&filler);
	if (act->proposal)
		add_text(&filler, "proposta", italian_proposal(act->proposal, arena));
	if (act->protocol)
		add_text(&filler, "protocollo", italian_protocol(act->protocol, arena));
	add_text(&filler, "ufficio_responsabile", act->office);
	add_points(&filler);
	add_concerned(&filler);
	for (size_t i = 0; i < act->funding.count; i++)
		add_text(&filler, "fondi", italian_funding(&act->funding.items[i], arena));
}

static bool is_evidence(const struct act *act, const struct action *action)
{
	for (size_t i = 0; i < action->acts.count; i++)
		if (action->acts.items[i] == act)
			return true;
	return false;
}

/* Each deed once, where it is told first. */
static void add_actions_of(const struct filler *filler, const struct point *point)
{
	for (size_t i = 0; i < point->actions.count; i++) {
		const struct action *action = &point->actions.items[i];

		if (action->deed == action && is_evidence(filler->act, action))
			fact_add(filler->maker, filler->facts, SLICE("Azioni del programma"),
			    italian_with_capital(
				italian_action_elsewhere(action, filler->maker->arena), true,
				filler->maker->arena),
			    url_action(action, filler->maker->arena));
	}
}

void act_facts_actions(struct maker *maker, const struct act *act, struct facts *facts)
{
	const struct filler filler = { maker, act, facts };

	for (size_t i = maker->site->programmes.count; i-- > 0;) {
		const struct programme *programme = maker->site->programmes.items[i];

		for (size_t n = 0; n < programme->points.count; n++)
			add_actions_of(&filler, programme->points.items[n]);
	}
}

void act_facts_effects(struct maker *maker, const struct act *act, struct facts *facts)
{
	struct filler filler = { maker, act, facts };

	if (act->enforceability)
		add_text(&filler, "esecutivita",
		    italian_enforceability(act->enforceability, maker->arena));
	add_date(&filler, "efficace_dal", act->effective_since);
	add_date(&filler, "efficace_fino_al", act->effective_until);
	for (size_t i = 0; i < act->transmissions.count; i++)
		add_text(&filler, "trasmissione",
		    italian_transmission(&act->transmissions.items[i], maker->arena));
}

/* The minutes may be an act of this site, named by its place, or a text. */
static void add_minutes(const struct filler *filler, struct slice minutes)
{
	const struct act *act = map_get(&filler->maker->site->by_id[TARGET_ACT], minutes);
	struct slice label = SLICE("Verbale");

	if (act && act_is_named(act))
		fact_add(filler->maker, filler->facts, label, act->reference, url_act(act));
	else if (!act)
		fact_add(filler->maker, filler->facts, label, minutes, SLICE(""));
}

void act_facts_signing(struct maker *maker, const struct act *act, struct facts *facts)
{
	struct filler filler = { maker, act, facts };
	struct arena *arena = maker->arena;

	if (act->recording) {
		add_text(&filler, "verbalizzazione", italian_recording(act->recording, arena));
		add_minutes(&filler, act->recording->minutes);
	}
	for (size_t i = 0; i < act->signatures.count; i++)
		add_text(
		    &filler, "sottoscrizioni", italian_signature(&act->signatures.items[i], arena));
	for (size_t i = 0; i < act->opinions.count; i++) {
		const struct opinion *opinion = &act->opinions.items[i];

		add(&filler, "pareri", italian_opinion(opinion, arena),
		    attachment_path(act, opinion->attachment, arena));
	}
}

static void add_inferred(const struct filler *filler)
{
	const struct act *act = filler->act;

	for (size_t i = 0; i < act->inferred.count; i++) {
		const struct key *key = key_find(&act_table, act->inferred.items[i]);

		add_text(
		    filler, "dedotti", key ? slice_from(key->label[0]) : act->inferred.items[i]);
	}
}

static void add_personal_data(const struct filler *filler)
{
	const struct personal_data *data = filler->act->personal_data;
	struct arena *arena = filler->maker->arena;
	struct slice parts[3];

	if (!data)
		return;
	parts[0] = italian_word(personal_data_words, data->level);
	parts[1] = data->basis;
	parts[2] = date_known(data->until) ? italian_until_date(data->until, arena) : SLICE("");
	add_text(filler, "dati_personali", italian_join(parts, 3, arena));
}

void act_facts_publishing(struct maker *maker, const struct act *act, struct facts *facts)
{
	struct filler filler = { maker, act, facts };

	if (act->notice_board)
		fact_add_outside(maker, facts, key_label(&act_table, "albo"),
		    italian_notice_board(act->notice_board, maker->arena), act->notice_board->url);
	add_date(&filler, "pubblicato_dal", act->published_since);
	add_date(&filler, "pubblica_fino_al", act->published_until);
	add_personal_data(&filler);
	if (act->text != ACT_TEXT_UNAVAILABLE)
		add_text(&filler, "testo", italian_word(act_text_words, act->text));
	add_text(&filler, "fonte", act->source);
	add_inferred(&filler);
}

void act_content_fill(struct maker *maker, const struct act *act,
    const struct attendance *attendance, size_t count, struct act_content *content)
{
	content->summary = act->summary;
	content->plain_words = act->plain_words;
	content->original = italian_original(act->original, maker->arena);
	add_topics(maker, act, &content->topics);
	act_facts_identity(maker, act, &content->identity);
	act_facts_effects(maker, act, &content->effects);
	act_facts_signing(maker, act, &content->signing);
	act_facts_publishing(maker, act, &content->publishing);
	content->attendance = attendance_table_of(maker, attendance, count);
	act_votes(maker, act, attendance, count, &content->votes);
	act_events(maker, act, &content->events);
	act_connections(maker, act, &content->connections);
	act_attachments(maker, act, &content->attachments);
	content->extract = act->text == ACT_TEXT_EXTRACT;
}
