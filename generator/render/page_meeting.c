#include "base/unicode.h"
#include "render/attendance.h"
#include "render/facts.h"
#include "render/italiano.h"
#include "render/italiano_news.h"
#include "render/news_rows.h"
#include "render/pages.h"
#include "render/rows.h"

/* Meetings: /sedute/ and /sedute/<id>/. */

/* The page of a meeting tells so many of the changes that came after it. */
#define CHANGES_SHOWN 20

struct agenda_row {
	unsigned number;
	struct slice title, act, act_url; /* act: its reference, where a page may name it */
	struct slice outcome;
};

struct meeting_page {
	struct layout layout;
	struct slice state, date_text, details;
	struct date date;
	bool held, coming;
	struct facts facts;
	ARRAY(struct agenda_row) agenda;
	const struct attendance_table *attendance;
	ARRAY(struct fact_row) participants; /* the name, the role and whom they come from */
	struct act_rows acts;
	const struct link_row *previous, *next; /* of the same body */
	const struct page_story *story;

	/* What changed on the site from this meeting to the next that was held: null where it was not held. */
	const struct news_group *since;
	struct slice since_days, since_count, news_url;
};

static const struct view_field agenda_row_fields[] = {
	VIEW_NUMBER(struct agenda_row, number, "numero"),
	VIEW_TEXT(struct agenda_row, title, "argomento"),
	VIEW_TEXT(struct agenda_row, act, "atto"),
	VIEW_URL(struct agenda_row, act_url, "url_atto"),
	VIEW_TEXT(struct agenda_row, outcome, "esito"),
};
static const struct view agenda_row_view =
    VIEW("punto all'ordine del giorno", struct agenda_row, agenda_row_fields);

static const struct view_field meeting_page_fields[] = {
	LAYOUT_FIELDS(struct meeting_page),
	VIEW_TEXT(struct meeting_page, state, "stato_seduta"),
	VIEW_TEXT(struct meeting_page, date_text, "data_in_parole"),
	VIEW_DATE(struct meeting_page, date, "data"),
	VIEW_TEXT(struct meeting_page, details, "quando_e_dove"),
	VIEW_FLAG(struct meeting_page, held, "svolta"),
	VIEW_FLAG(struct meeting_page, coming, "in_arrivo"),
	VIEW_LIST(struct meeting_page, facts, "dati", struct fact, &fact_view),
	VIEW_LIST(
	    struct meeting_page, agenda, "ordine_del_giorno", struct agenda_row, &agenda_row_view),
	VIEW_OBJECT(struct meeting_page, attendance, "presenze", struct attendance_table,
	    &attendance_table_view),
	VIEW_LIST(
	    struct meeting_page, participants, "partecipanti", struct fact_row, &fact_row_view),
	VIEW_LIST(struct meeting_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_OBJECT(struct meeting_page, previous, "precedente", struct link_row, &link_row_view),
	VIEW_OBJECT(struct meeting_page, next, "successiva", struct link_row, &link_row_view),
	STORY_FIELD(struct meeting_page),
	VIEW_OBJECT(struct meeting_page, since, "dopo", struct news_group, &news_group_view),
	VIEW_TEXT(struct meeting_page, since_days, "giorni_dopo"),
	VIEW_TEXT(struct meeting_page, since_count, "quante_dopo"),
	VIEW_URL(struct meeting_page, news_url, "url_novita"),
};
static const struct view meeting_page_view =
    VIEW("pagina seduta", struct meeting_page, meeting_page_fields);

static void plan_meetings(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->meetings.count; i++)
		plan_add(plan, kind, url_meeting(plan->site->meetings.items[i], plan->arena),
		    plan->site->meetings.items[i]);
}

static void add_fact(
    struct maker *maker, struct meeting_page *page, const char *key, struct slice value)
{
	fact_add(maker, &page->facts, key_label(&meeting_table, key), value, SLICE(""));
}

/* What everyone asks of a meeting is told even where it is not known. */
static struct slice or_else(struct slice value, const char *unknown)
{
	return slice_empty(value) ? slice_from(unknown) : value;
}

static struct slice person_of(const struct named_person *person)
{
	return person ? name_of(&person->person, person->name) : SLICE("");
}

static struct slice convocation_of(const struct convocation *convocation, struct arena *arena)
{
	struct slice parts[3];
	size_t count = 0;

	if (!convocation)
		return SLICE("");
	if (convocation->type)
		parts[count++] = italian_word(convocation_type_words, convocation->type);
	if (date_known(convocation->date))
		parts[count++] = italian_on_date(convocation->date, arena);
	if (!slice_empty(convocation->protocol))
		parts[count++] =
		    arena_printf(arena, "protocollo %.*s", SLICE_ARGS(convocation->protocol));
	return italian_join(parts, count, arena);
}

static void add_facts(struct maker *maker, const struct meeting *meeting, struct meeting_page *page)
{
	const struct body *body = meeting->body.found;
	const struct act *minutes = meeting->minutes.found;
	struct arena *arena = maker->arena;

	if (body)
		fact_add(maker, &page->facts, key_label(&meeting_table, "organo"), body->name,
		    url_body(body, arena));
	add_fact(maker, page, "data", italian_date(meeting->date, arena));
	fact_add(maker, &page->facts, SLICE("Orario"),
	    or_else(italian_hours(meeting->begins, meeting->ends, arena), ITALIAN_UNKNOWN),
	    SLICE(""));
	add_fact(maker, page, "luogo", or_else(meeting->place, ITALIAN_UNKNOWN));
	add_fact(maker, page, "modalita",
	    or_else(italian_word(meeting_manner_words, meeting->manner), ITALIAN_UNKNOWN_FEMININE));
	add_fact(maker, page, "convocazione", convocation_of(meeting->convocation, arena));
	add_fact(maker, page, "presiede", person_of(meeting->chair));
	add_fact(maker, page, "segretario", person_of(meeting->secretary));
	if (meeting->quorum)
		add_fact(maker, page, "quorum", italian_quorum(meeting->quorum, arena));
	if (minutes && act_is_named(minutes))
		fact_add(maker, &page->facts, key_label(&meeting_table, "verbale"),
		    minutes->reference, url_act(minutes));
	else if (meeting->state == MEETING_HELD)
		add_fact(maker, page, "verbale", SLICE("non risulta a questo sito"));
}

static void add_agenda(
    struct maker *maker, const struct meeting *meeting, struct meeting_page *page)
{
	for (size_t i = 0; i < meeting->agenda.count; i++) {
		const struct agenda_item *item = &meeting->agenda.items[i];
		const struct act *act = item->act.found;
		struct agenda_row *row = ARENA_PUSH(maker->arena, &page->agenda);

		*row = (struct agenda_row){ .number = (unsigned)item->number,
			.title = item->title,
			.outcome = italian_agenda_outcome(meeting, item, maker->arena) };
		if (act && act_is_named(act)) {
			row->act = act->reference;
			row->act_url = maker_link(maker, url_act(act));
		}
		/* An item is called like the act: what took that off the site may stand here too. */
		if (act && act_is_withheld(act))
			row->title = SLICE(ITALIAN_WITHHELD);
	}
}

static void add_participants(
    struct maker *maker, const struct meeting *meeting, struct meeting_page *page)
{
	for (size_t i = 0; i < meeting->participants.count; i++) {
		const struct participant *each = &meeting->participants.items[i];
		const struct organisation *organisation = each->organisation.found;
		struct slice parts[2];
		size_t count = 0;

		if (!slice_empty(each->role))
			parts[count++] = each->role;
		if (organisation)
			parts[count++] = organisation->name;
		*ARENA_PUSH(maker->arena, &page->participants) =
		    (struct fact_row){ .name = name_of(&each->person, each->name),
			    .value = italian_join(parts, count, maker->arena) };
	}
}

/* The meeting of the same body so many places on; null where there is none. */
static const struct link_row *neighbour(
    struct maker *maker, const struct meeting *meeting, bool after)
{
	const struct body *body = meeting->body.found;
	const struct meeting *found = NULL;
	struct link_row *row;

	for (size_t i = 0; body && i < body->meetings.count; i++)
		if (body->meetings.items[i] == meeting) {
			if (after && i + 1 < body->meetings.count)
				found = body->meetings.items[i + 1];
			if (!after && i > 0)
				found = body->meetings.items[i - 1];
		}
	if (!found)
		return NULL;
	row = ARENA_NEW(maker->arena, struct link_row);
	*row = (struct link_row){ italian_meeting(found, maker->arena),
		maker_link(maker, url_meeting(found, maker->arena)), false };
	return row;
}

/* The day of the body's next meeting that was held; unknown where there is none yet. */
static struct date next_held(const struct meeting *meeting, struct date today)
{
	const struct body *body = meeting->body.found;

	for (size_t i = 0; body && i < body->meetings.count; i++) {
		const struct meeting *each = body->meetings.items[i];

		if (each->state == MEETING_HELD && date_cmp(each->date, meeting->date) > 0 &&
		    date_cmp(each->date, today) <= 0)
			return each->date;
	}
	return DATE_NONE;
}

static void fill_since(
    struct maker *maker, const struct meeting *meeting, struct meeting_page *page)
{
	struct date today = maker->site->today, next = next_held(meeting, today);
	struct news_query query = { { .by = NEWS_NEWEST }, meeting->date,
		date_known(next) ? next : today, CHANGES_SHOWN, SENTENCES_SHOWN };
	struct news_group *group = ARENA_NEW(maker->arena, struct news_group);
	struct news_count count;

	/* On the day of the meeting itself nothing is after it yet. */
	if (!maker->renderer->history || meeting->state != MEETING_HELD ||
	    date_cmp(meeting->date, today) >= 0)
		return;
	count = news_count(maker, &query);
	news_group_add(maker, &query, group);
	page->since = group;
	page->since_days = italian_since_meeting(
	    date_add_days(query.since, 1), query.until, date_known(next), maker->arena);
	page->since_count =
	    italian_page_news_count(count.published, count.changed, count.removed, maker->arena);
	page->news_url = maker_link(maker, SLICE("novita/"));
}

static void make_meeting(struct maker *maker, const void *subject, void *values)
{
	const struct meeting *meeting = subject;
	struct meeting_page *page = values;

	layout_begin(maker, &page->layout, italian_meeting(meeting, maker->arena), "sedute/");
	layout_crumb(maker, &page->layout, SLICE("Sedute"), SLICE("sedute/"));
	page->state = italian_meeting_state(meeting, maker->site->today, maker->arena);
	page->date = meeting->date;
	page->date_text = italian_date(meeting->date, maker->arena);
	page->details = italian_meeting_details(meeting, maker->arena);
	page->held = meeting->state == MEETING_HELD;
	page->coming = meeting_is_coming(meeting, maker->site->today);
	add_facts(maker, meeting, page);
	add_agenda(maker, meeting, page);
	page->attendance =
	    attendance_table_of(maker, meeting->attendance.items, meeting->attendance.count);
	add_participants(maker, meeting, page);
	for (size_t i = 0; i < meeting->acts.count; i++)
		if (act_is_listed(meeting->acts.items[i]))
			*ARENA_PUSH(maker->arena, &page->acts) =
			    act_row_of(maker, meeting->acts.items[i]);
	page->story = page_story_of(maker, &meeting->file, 1);
	fill_since(maker, meeting, page);
	page->previous = neighbour(maker, meeting, false);
	page->next = neighbour(maker, meeting, true);
}

const struct page_kind meeting_page_kind = {
	.template = "seduta",
	.view = &meeting_page_view,
	.rank = RANK_PAGE,
	.plan = plan_meetings,
	.make = make_meeting,
};

/* --- /sedute/ --- */

struct meeting_row {
	struct slice title, url, state, acts, present, details;
	struct date date;
};

struct meeting_rows {
	struct meeting_row *items;
	size_t count, cap;
};

struct meetings_year {
	struct slice title;
	struct meeting_rows meetings;
};

struct meetings_page {
	struct layout layout;
	struct meeting_rows coming;       /* the next first */
	ARRAY(struct meetings_year) past; /* the last first */
};

static const struct view_field meeting_row_fields[] = {
	VIEW_TEXT(struct meeting_row, title, "titolo_seduta"),
	VIEW_URL(struct meeting_row, url, "url"),
	VIEW_TEXT(struct meeting_row, state, "stato_seduta"),
	VIEW_TEXT(struct meeting_row, acts, "quanti_atti"),
	VIEW_TEXT(struct meeting_row, present, "quanti_presenti"),
	VIEW_TEXT(struct meeting_row, details, "quando_e_dove"),
	VIEW_DATE(struct meeting_row, date, "data"),
};
static const struct view meeting_row_view = VIEW("seduta", struct meeting_row, meeting_row_fields);

static const struct view_field meetings_year_fields[] = {
	VIEW_TEXT(struct meetings_year, title, "anno"),
	VIEW_LIST(struct meetings_year, meetings, "sedute", struct meeting_row, &meeting_row_view),
};
static const struct view meetings_year_view =
    VIEW("sedute di un anno", struct meetings_year, meetings_year_fields);

static const struct view_field meetings_page_fields[] = {
	LAYOUT_FIELDS(struct meetings_page),
	VIEW_LIST(struct meetings_page, coming, "prossime", struct meeting_row, &meeting_row_view),
	VIEW_LIST(
	    struct meetings_page, past, "anni_passati", struct meetings_year, &meetings_year_view),
};
static const struct view meetings_page_view =
    VIEW("pagina sedute", struct meetings_page, meetings_page_fields);

static void plan_list(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("sedute/"), NULL);
}

static struct meeting_row row_of(struct maker *maker, const struct meeting *meeting)
{
	size_t acts = 0;

	for (size_t i = 0; i < meeting->acts.count; i++)
		acts += act_is_listed(meeting->acts.items[i]);
	return (struct meeting_row){
		.title = italian_meeting(meeting, maker->arena),
		.url = maker_link(maker, url_meeting(meeting, maker->arena)),
		.state = italian_word(meeting_state_words, meeting->state),
		.acts = acts ? italian_count(acts, "atto", "atti", maker->arena) : SLICE(""),
		.present = italian_present_of(meeting, maker->arena),
		.details = italian_meeting_details(meeting, maker->arena),
		.date = meeting->date,
	};
}

static struct meetings_year *year_of(struct maker *maker, struct meetings_page *page, int year)
{
	struct slice title = arena_printf(maker->arena, "%d", year);
	struct meetings_year *last =
	    page->past.count ? &page->past.items[page->past.count - 1] : NULL;

	if (last && slice_eq(last->title, title))
		return last;
	last = ARENA_PUSH(maker->arena, &page->past);
	*last = (struct meetings_year){ .title = title };
	return last;
}

static void make_list(struct maker *maker, const void *subject, void *values)
{
	const struct site *site = maker->site;
	struct meetings_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Sedute"), "sedute/");
	for (size_t i = 0; i < site->meetings.count; i++)
		if (meeting_is_coming(site->meetings.items[i], site->today))
			*ARENA_PUSH(maker->arena, &page->coming) =
			    row_of(maker, site->meetings.items[i]);
	for (size_t i = site->meetings.count; i-- > 0;) {
		const struct meeting *each = site->meetings.items[i];
		struct meetings_year *year;

		if (meeting_is_coming(each, site->today))
			continue;
		year = year_of(maker, page, each->date.year);
		*ARENA_PUSH(maker->arena, &year->meetings) = row_of(maker, each);
	}
}

const struct page_kind meetings_page_kind = {
	.template = "sedute",
	.view = &meetings_page_view,
	.rank = RANK_LIST,
	.plan = plan_list,
	.make = make_list,
};
