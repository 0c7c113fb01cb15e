#include "base/unicode.h"
#include "render/italiano.h"
#include "render/layout.h"
#include "render/news_lists.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * Bodies: /conferenza/ (all of them, the one that decides first), /organi/ and /organi/<id>/. The people of a body are
 * those whose office is in it: a page of their own have only those in political office, and that is a list.
 */
struct member_row {
	struct slice name, url; /* url: of a municipality's page, else empty */
	struct slice period;
};

struct holder_row {
	struct slice name, role, period, source;
};

struct body_row {
	struct slice name, url, nature;
};

struct body_page {
	struct layout layout;
	struct slice nature, basis, initials;
	struct html description;
	ARRAY(struct member_row) members;
	ARRAY(struct holder_row) holders;
	struct act_rows acts;
	struct slice acts_count;
	struct slice news_url; /* of what changed about it; may be empty */
	ARRAY(struct link_row) meetings;
	ARRAY(struct body_row) others;
	bool is_conference;
	bool has_facts; /* any of nature, basis and initials */
};

static const struct view_field member_row_fields[] = {
	VIEW_TEXT(struct member_row, name, "nome"),
	VIEW_URL(struct member_row, url, "url"),
	VIEW_TEXT(struct member_row, period, "periodo"),
};
static const struct view member_row_view = VIEW("componente", struct member_row, member_row_fields);

static const struct view_field holder_row_fields[] = {
	VIEW_TEXT(struct holder_row, name, "nome"),
	VIEW_TEXT(struct holder_row, role, "ruolo"),
	VIEW_TEXT(struct holder_row, period, "periodo"),
	VIEW_TEXT(struct holder_row, source, "fonte"),
};
static const struct view holder_row_view = VIEW("incarico", struct holder_row, holder_row_fields);

static const struct view_field body_row_fields[] = {
	VIEW_TEXT(struct body_row, name, "nome"),
	VIEW_URL(struct body_row, url, "url"),
	VIEW_TEXT(struct body_row, nature, "natura"),
};
static const struct view body_row_view = VIEW("organo", struct body_row, body_row_fields);

static const struct view_field body_page_fields[] = {
	LAYOUT_FIELDS(struct body_page),
	VIEW_TEXT(struct body_page, nature, "natura"),
	VIEW_TEXT(struct body_page, basis, "base"),
	VIEW_TEXT(struct body_page, initials, "sigle"),
	VIEW_HTML(struct body_page, description, "testo"),
	VIEW_LIST(struct body_page, members, "componenti", struct member_row, &member_row_view),
	VIEW_LIST(struct body_page, holders, "incarichi", struct holder_row, &holder_row_view),
	VIEW_LIST(struct body_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_TEXT(struct body_page, acts_count, "quanti_atti"),
	VIEW_URL(struct body_page, news_url, "url_novita"),
	VIEW_LIST(struct body_page, meetings, "sedute", struct link_row, &link_row_view),
	VIEW_LIST(struct body_page, others, "altri_organi", struct body_row, &body_row_view),
	VIEW_FLAG(struct body_page, is_conference, "e_la_conferenza"),
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

static void add_members(struct maker *maker, const struct body *body, struct body_page *page)
{
	for (size_t i = 0; i < body->members.count; i++) {
		const struct body_member *member = &body->members.items[i];
		const struct organisation *organisation = member->organisation.found;

		if (!organisation)
			continue;
		*ARENA_PUSH(
		    maker->arena, &page->members) = (struct member_row){ .name = organisation->name,
			.url = organisation->type == ORGANISATION_MUNICIPALITY
				   ? maker_link(maker, url_municipality(organisation, maker->arena))
				   : SLICE(""),
			.period = italian_period(member->since, member->until, maker->arena) };
	}
}

static void add_holders(struct maker *maker, const struct body *body, struct body_page *page)
{
	for (size_t i = 0; i < maker->site->people.count; i++) {
		const struct person *person = maker->site->people.items[i];

		for (size_t n = 0; n < person->offices.count; n++) {
			const struct office *office = &person->offices.items[n];

			if (office->body.found == body)
				*ARENA_PUSH(maker->arena, &page->holders) = (struct holder_row){
					person->name, office->role,
					italian_period(office->since, office->until, maker->arena),
					office->source
				};
		}
	}
}

static void add_others(struct maker *maker, const struct body *body, struct body_page *page)
{
	for (size_t i = 0; i < maker->site->bodies.count; i++) {
		const struct body *other = maker->site->bodies.items[i];

		if (other != body)
			*ARENA_PUSH(maker->arena, &page->others) = (struct body_row){ other->name,
				maker_link(maker, url_body(other, maker->arena)),
				italian_word(body_nature_words, other->nature) };
	}
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
	add_members(maker, body, page);
	add_holders(maker, body, page);
	act_rows_add(maker, ACTS(body->acts), &page->acts);
	page->acts_count = italian_count(page->acts.count, "atto", "atti", maker->arena);
	page->news_url = news_list_link(maker, NEWS_OF_BODY, body);
	for (size_t i = body->meetings.count; i-- > 0;)
		*ARENA_PUSH(maker->arena, &page->meetings) =
		    (struct link_row){ italian_meeting(body->meetings.items[i], maker->arena),
			    maker_link(maker, url_meeting(body->meetings.items[i], maker->arena)),
			    false };
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
	for (size_t i = 0; i < maker->site->bodies.count; i++) {
		const struct body *body = maker->site->bodies.items[i];

		*ARENA_PUSH(maker->arena, &page->bodies) =
		    (struct body_row){ body->name, maker_link(maker, url_body(body, maker->arena)),
			    italian_word(body_nature_words, body->nature) };
	}
}

const struct page_kind bodies_page_kind = {
	.template = "organi",
	.view = &bodies_page_view,
	.rank = RANK_LIST,
	.plan = plan_list,
	.make = make_list,
};
