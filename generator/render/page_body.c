#include "base/unicode.h"
#include "render/italiano_people.h"
#include "render/layout.h"
#include "render/membership.h"
#include "render/news_lists.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * Bodies: /conferenza/ (all of them, the one that decides first), /organi/ and /organi/<id>/. The people of a body are
 * those whose office is in it: a page of their own have only those in political office, and that is a list.
 */
#define LATEST_ACTS 10
#define LATEST_MEETINGS 10

struct holder_row {
	struct slice name, role, period, source;
};

struct holder_rows {
	struct holder_row *items;
	size_t count, cap;
};

struct meeting_link {
	struct slice text, url, state;
};

struct body_row {
	struct slice name, url, nature, members, acts;
};

struct body_page {
	struct layout layout;
	struct slice nature, basis, initials;
	struct html description;
	const struct membership *members; /* null where none are known */
	struct holder_rows holders, past_holders;
	struct act_rows acts; /* the latest */
	struct slice acts_count, acts_url;
	struct slice news_url;               /* of what changed about it; may be empty */
	ARRAY(struct meeting_link) meetings; /* the latest */
	struct slice meetings_count, meetings_url;
	ARRAY(struct body_row) others;
	bool is_conference;
	bool has_holders; /* of today or before */
	bool has_facts;   /* any of nature, basis and initials */
};

static const struct view_field holder_row_fields[] = {
	VIEW_TEXT(struct holder_row, name, "nome"),
	VIEW_TEXT(struct holder_row, role, "ruolo"),
	VIEW_TEXT(struct holder_row, period, "periodo"),
	VIEW_TEXT(struct holder_row, source, "fonte"),
};
static const struct view holder_row_view = VIEW("incarico", struct holder_row, holder_row_fields);

static const struct view_field meeting_link_fields[] = {
	VIEW_TEXT(struct meeting_link, text, "testo"),
	VIEW_URL(struct meeting_link, url, "url"),
	VIEW_TEXT(struct meeting_link, state, "esito"),
};
static const struct view meeting_link_view =
    VIEW("seduta", struct meeting_link, meeting_link_fields);

static const struct view_field body_row_fields[] = {
	VIEW_TEXT(struct body_row, name, "nome"),
	VIEW_URL(struct body_row, url, "url"),
	VIEW_TEXT(struct body_row, nature, "natura"),
	VIEW_TEXT(struct body_row, members, "componenti"),
	VIEW_TEXT(struct body_row, acts, "quanti_atti"),
};
static const struct view body_row_view = VIEW("organo", struct body_row, body_row_fields);

static const struct view_field body_page_fields[] = {
	LAYOUT_FIELDS(struct body_page),
	VIEW_TEXT(struct body_page, nature, "natura"),
	VIEW_TEXT(struct body_page, basis, "base"),
	VIEW_TEXT(struct body_page, initials, "sigle"),
	VIEW_HTML(struct body_page, description, "testo"),
	VIEW_OBJECT(struct body_page, members, "composizione", struct membership, &membership_view),
	VIEW_LIST(struct body_page, holders, "incarichi", struct holder_row, &holder_row_view),
	VIEW_LIST(struct body_page, past_holders, "incarichi_finiti", struct holder_row,
	    &holder_row_view),
	VIEW_LIST(struct body_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_TEXT(struct body_page, acts_count, "quanti_atti"),
	VIEW_URL(struct body_page, acts_url, "url_atti"),
	VIEW_URL(struct body_page, news_url, "url_novita"),
	VIEW_LIST(struct body_page, meetings, "sedute", struct meeting_link, &meeting_link_view),
	VIEW_TEXT(struct body_page, meetings_count, "quante_sedute"),
	VIEW_URL(struct body_page, meetings_url, "url_sedute"),
	VIEW_LIST(struct body_page, others, "altri_organi", struct body_row, &body_row_view),
	VIEW_FLAG(struct body_page, is_conference, "e_la_conferenza"),
	VIEW_FLAG(struct body_page, has_holders, "con_incarichi"),
	VIEW_FLAG(struct body_page, has_facts, "ha_dati"),
};
static const struct view body_page_view = VIEW("pagina organo", struct body_page, body_page_fields);

/* The body that the site is about: the first political one with members. */
static const struct body *conference_of(const struct site *site)
{
	for (size_t i = 0; i < site->bodies.count; i++) {
		const struct body *body = site->bodies.items[i];

		if (body->nature == BODY_POLITICAL && body->members.count > 0)
			return body;
	}
	return NULL;
}

static void add_holders(struct maker *maker, const struct body *body, struct body_page *page)
{
	for (size_t i = 0; i < maker->site->people.count; i++) {
		const struct person *person = maker->site->people.items[i];

		for (size_t n = 0; n < person->offices.count; n++) {
			const struct office *office = &person->offices.items[n];
			bool past = span_time_of(office->since, office->until,
					maker->site->today) == SPAN_PAST;

			if (office->body.found == body)
				*ARENA_PUSH(maker->arena,
				    past ? &page->past_holders
					 : &page->holders) = (struct holder_row){ person->name,
					office->role,
					italian_period(office->since, office->until, maker->arena),
					office->source };
		}
	}
}

static struct body_row body_row_of(struct maker *maker, const struct body *body)
{
	const struct membership *members = membership_of(maker, body);
	size_t acts = acts_listed(ACTS(body->acts));

	return (struct body_row){
		.name = body->name,
		.url = maker_link(maker, url_body(body, maker->arena)),
		.nature = italian_word(body_nature_words, body->nature),
		.members = members ? members->summary : SLICE(""),
		.acts = acts ? italian_count(acts, "atto", "atti", maker->arena) : SLICE(""),
	};
}

static void add_others(struct maker *maker, const struct body *body, struct body_page *page)
{
	for (size_t i = 0; i < maker->site->bodies.count; i++)
		if (maker->site->bodies.items[i] != body)
			*ARENA_PUSH(maker->arena, &page->others) =
			    body_row_of(maker, maker->site->bodies.items[i]);
}

static void add_meetings(struct maker *maker, const struct body *body, struct body_page *page)
{
	for (size_t i = body->meetings.count; i-- > 0 && page->meetings.count < LATEST_MEETINGS;) {
		const struct meeting *meeting = body->meetings.items[i];

		*ARENA_PUSH(maker->arena, &page->meetings) = (struct meeting_link){
			italian_meeting(meeting, maker->arena),
			maker_link(maker, url_meeting(meeting, maker->arena)),
			italian_meeting_state(meeting, maker->site->today, maker->arena),
		};
	}
	page->meetings_count = italian_latest_of(
	    body->meetings.count, page->meetings.count, "seduta", "sedute", true, maker->arena);
	if (page->meetings.count < body->meetings.count)
		page->meetings_url = maker_link(maker, SLICE("sedute/"));
}

static void add_acts(struct maker *maker, const struct body *body, struct body_page *page)
{
	size_t count = acts_listed(ACTS(body->acts));

	act_rows_add_latest(maker, ACTS(body->acts), LATEST_ACTS, &page->acts);
	page->acts_count =
	    italian_latest_of(count, page->acts.count, "atto", "atti", false, maker->arena);
	if (page->acts.count < count)
		page->acts_url = maker_link(maker, url_acts_by("organo", body->id, maker->arena));
}

static struct slice initials_of(const struct body *body, struct arena *arena)
{
	ARRAY(struct slice) initials = { 0 };

	for (int type = 1; body->initials && type < ACT_TYPE_COUNT; type++)
		if (!slice_empty(body->initials->of_type[type]))
			*ARENA_PUSH(arena, &initials) = arena_printf(arena, "%.*s (%.*s)",
			    SLICE_ARGS(body->initials->of_type[type]),
			    SLICE_ARGS(utf8_lower(italian_word(act_type_words, type), arena)));
	return italian_list(initials.items, initials.count, arena);
}

static void fill_body(struct maker *maker, const struct body *body, struct body_page *page)
{
	page->nature = italian_word(body_nature_words, body->nature);
	page->basis = body->basis;
	page->initials = initials_of(body, maker->arena);
	page->has_facts =
	    !slice_empty(page->nature) || !slice_empty(page->basis) || !slice_empty(page->initials);
	page->description = maker_markdown(maker, body->description);
	page->members = membership_of(maker, body);
	add_holders(maker, body, page);
	page->has_holders = page->holders.count + page->past_holders.count > 0;
	add_acts(maker, body, page);
	add_meetings(maker, body, page);
	page->news_url = news_list_link(maker, NEWS_OF_BODY, body);
}

static void plan_bodies(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->bodies.count; i++)
		plan_add(plan, kind, url_body(plan->site->bodies.items[i], plan->arena),
		    plan->site->bodies.items[i]);
}

static void make_body(struct maker *maker, const void *subject, void *values)
{
	const struct body *body = subject;
	struct body_page *page = values;

	layout_begin(maker, &page->layout, body->name, "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Organi"), SLICE("organi/"));
	fill_body(maker, body, page);
}

const struct page_kind body_page_kind = {
	.template = "organo",
	.view = &body_page_view,
	.rank = RANK_PAGE,
	.plan = plan_bodies,
	.make = make_body,
};

static void plan_conference(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("conferenza/"), NULL);
}

static void make_conference(struct maker *maker, const void *subject, void *values)
{
	const struct body *body = conference_of(maker->site);
	struct body_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, body ? body->name : SLICE("Conferenza"), "conferenza/");
	page->is_conference = true;
	if (body)
		fill_body(maker, body, page);
	add_others(maker, body, page);
}

const struct page_kind conference_page_kind = {
	.template = "organo",
	.view = &body_page_view,
	.rank = RANK_LIST,
	.plan = plan_conference,
	.make = make_conference,
};

/* --- /organi/ --- */

struct bodies_page {
	struct layout layout;
	ARRAY(struct body_row) bodies;
};

static const struct view_field bodies_page_fields[] = {
	LAYOUT_FIELDS(struct bodies_page),
	VIEW_LIST(struct bodies_page, bodies, "organi", struct body_row, &body_row_view),
};
static const struct view bodies_page_view =
    VIEW("pagina organi", struct bodies_page, bodies_page_fields);

static void plan_list(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("organi/"), NULL);
}

static void make_list(struct maker *maker, const void *subject, void *values)
{
	struct bodies_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Organi"), "conferenza/");
	for (size_t i = 0; i < maker->site->bodies.count; i++)
		*ARENA_PUSH(maker->arena, &page->bodies) =
		    body_row_of(maker, maker->site->bodies.items[i]);
}

const struct page_kind bodies_page_kind = {
	.template = "organi",
	.view = &bodies_page_view,
	.rank = RANK_LIST,
	.plan = plan_list,
	.make = make_list,
};
