#include "render/italiano.h"
#include "render/layout.h"
#include "render/news_lists.h"
#include "render/pages.h"
#include "render/rows.h"

/* The municipalities of the zone: /comuni/ and /comuni/<id>/. */
struct municipality_row {
	struct slice name, url, acts;
};

struct municipality_page {
	struct layout layout;
	struct slice website;
	ARRAY(struct fact_row) bodies;     /* it belongs or belonged to, and when */
	ARRAY(struct fact_row) offices;    /* political ones: name, role */
	ARRAY(struct fact_row) attendance; /* by meeting: the meeting, what it did */
	ARRAY(struct link_row) schools;
	struct act_rows acts;
	struct slice news_url; /* of what changed about it; may be empty */
};

static const struct view_field municipality_page_fields[] = {
	LAYOUT_FIELDS(struct municipality_page),
	VIEW_URL(struct municipality_page, website, "sito_del_comune"),
	VIEW_LIST(struct municipality_page, bodies, "organi", struct fact_row, &fact_row_view),
	VIEW_LIST(struct municipality_page, offices, "incarichi", struct fact_row, &fact_row_view),
	VIEW_LIST(
	    struct municipality_page, attendance, "presenze", struct fact_row, &fact_row_view),
	VIEW_LIST(struct municipality_page, schools, "scuole", struct link_row, &link_row_view),
	VIEW_LIST(struct municipality_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_URL(struct municipality_page, news_url, "url_novita"),
};
static const struct view municipality_page_view =
    VIEW("pagina comune", struct municipality_page, municipality_page_fields);

static void plan_municipalities(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->organisations.count; i++) {
		const struct organisation *each = plan->site->organisations.items[i];

		if (each->type == ORGANISATION_MUNICIPALITY)
			plan_add(plan, kind, url_municipality(each, plan->arena), each);
	}
}

static void add_bodies(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	for (size_t i = 0; i < maker->site->bodies.count; i++) {
		const struct body *body = maker->site->bodies.items[i];

		for (size_t n = 0; n < body->members.count; n++) {
			const struct body_member *member = &body->members.items[n];

			if (member->organisation.found == own)
				*ARENA_PUSH(maker->arena, &page->bodies) =
				    (struct fact_row){ .name = body->name,
					    .url = maker_link(maker, url_body(body, maker->arena)),
					    .value = italian_period(
						member->since, member->until, maker->arena) };
		}
	}
}

/* Staff appear where they act, never in a list of their own (design 4.3). */
static void add_offices(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	for (size_t i = 0; i < maker->site->people.count; i++) {
		const struct person *person = maker->site->people.items[i];

		for (size_t n = 0;
		     person->standing == PERSON_POLITICAL && n < person->offices.count; n++)
			if (person->offices.items[n].organisation.found == own)
				*ARENA_PUSH(maker->arena, &page->offices) =
				    (struct fact_row){ .name = person->name,
					    .value = person->offices.items[n].role };
	}
}

static void add_attendance(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	for (size_t i = own->meetings.count; i-- > 0;) {
		const struct meeting *meeting = own->meetings.items[i];

		for (size_t n = 0; n < meeting->attendance.count; n++)
			if (meeting->attendance.items[n].organisation.found == own)
				*ARENA_PUSH(maker->arena, &page->attendance) = (struct fact_row){
					.name = italian_meeting(meeting, maker->arena),
					.value = italian_word(attendance_outcome_words,
					    meeting->attendance.items[n].outcome),
					.url =
					    maker_link(maker, url_meeting(meeting, maker->arena)),
				};
	}
}

static void make_municipality(struct maker *maker, const void *subject, void *values)
{
	const struct organisation *own = subject;
	struct municipality_page *page = values;

	layout_begin(maker, &page->layout, own->name, "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Comuni"), SLICE("comuni/"));
	page->website = own->url;
	add_bodies(maker, own, page);
	add_offices(maker, own, page);
	add_attendance(maker, own, page);
	for (size_t i = 0; i < maker->site->schools.count; i++)
		if (maker->site->schools.items[i]->organisation.found == own)
			*ARENA_PUSH(maker->arena, &page->schools) =
			    (struct link_row){ maker->site->schools.items[i]->name,
				    maker_link(maker, SLICE("scuole/")), false };
	act_rows_add(maker, ACTS(own->acts), &page->acts);
	page->news_url = news_list_link(maker, NEWS_OF_MUNICIPALITY, own);
}

const struct page_kind municipality_page_kind = {
	.template = "comune",
	.view = &municipality_page_view,
	.rank = RANK_PAGE,
	.plan = plan_municipalities,
	.make = make_municipality,
};

/* --- /comuni/ --- */

struct municipalities_page {
	struct layout layout;
	ARRAY(struct municipality_row) municipalities;
};

static const struct view_field municipality_row_fields[] = {
	VIEW_TEXT(struct municipality_row, name, "nome"),
	VIEW_URL(struct municipality_row, url, "url"),
	VIEW_TEXT(struct municipality_row, acts, "quanti_atti"),
};
static const struct view municipality_row_view =
    VIEW("comune", struct municipality_row, municipality_row_fields);

static const struct view_field municipalities_page_fields[] = {
	LAYOUT_FIELDS(struct municipalities_page),
	VIEW_LIST(struct municipalities_page, municipalities, "comuni", struct municipality_row,
	    &municipality_row_view),
};
static const struct view municipalities_page_view =
    VIEW("pagina comuni", struct municipalities_page, municipalities_page_fields);

static void plan_list(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("comuni/"), NULL);
}

static void make_list(struct maker *maker, const void *subject, void *values)
{
	struct municipalities_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Comuni della zona"), "conferenza/");
	for (size_t i = 0; i < maker->site->organisations.count; i++) {
		const struct organisation *each = maker->site->organisations.items[i];

		if (each->type == ORGANISATION_MUNICIPALITY)
			*ARENA_PUSH(maker->arena, &page->municipalities) =
			    (struct municipality_row){ each->name,
				    maker_link(maker, url_municipality(each, maker->arena)),
				    italian_count(acts_listed(ACTS(each->acts)), "atto", "atti",
					maker->arena) };
	}
}

const struct page_kind municipalities_page_kind = {
	.template = "comuni",
	.view = &municipalities_page_view,
	.rank = RANK_LIST,
	.plan = plan_list,
	.make = make_list,
};
