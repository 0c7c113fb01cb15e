#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"

/*
 * /persone/: who holds political office. Staff appear where they act, with no page and no list across the site
 * (design 4.3).
 */
struct holding_row {
	struct slice role, place, place_url, period, source;
};

struct person_row {
	struct slice name, anchor;
	ARRAY(struct holding_row) holdings;
};

struct people_page {
	struct layout layout;
	ARRAY(struct person_row) people;
};

static const struct view_field holding_row_fields[] = {
	VIEW_TEXT(struct holding_row, role, "ruolo"),
	VIEW_TEXT(struct holding_row, place, "dove"),
	VIEW_URL(struct holding_row, place_url, "url"),
	VIEW_TEXT(struct holding_row, period, "periodo"),
	VIEW_TEXT(struct holding_row, source, "fonte"),
};
static const struct view holding_row_view =
    VIEW("incarico", struct holding_row, holding_row_fields);

static const struct view_field person_row_fields[] = {
	VIEW_TEXT(struct person_row, name, "nome"),
	VIEW_ID(struct person_row, anchor, "id"),
	VIEW_LIST(struct person_row, holdings, "incarichi", struct holding_row, &holding_row_view),
};
static const struct view person_row_view = VIEW("persona", struct person_row, person_row_fields);

static const struct view_field people_page_fields[] = {
	LAYOUT_FIELDS(struct people_page),
	VIEW_LIST(struct people_page, people, "persone", struct person_row, &person_row_view),
};
static const struct view people_page_view =
    VIEW("pagina persone", struct people_page, people_page_fields);

static struct holding_row holding_of(struct maker *maker, const struct office *office)
{
	const struct organisation *organisation = office->organisation.found;
	const struct body *body = office->body.found;
	struct holding_row row = { .role = office->role,
		.period = italian_period(office->since, office->until, maker->arena),
		.source = office->source };

	if (body) {
		row.place = body->name;
		row.place_url = maker_link(maker, url_body(body, maker->arena));
	} else if (organisation) {
		row.place = organisation->name;
		if (organisation->type == ORGANISATION_MUNICIPALITY)
			row.place_url =
			    maker_link(maker, url_municipality(organisation, maker->arena));
	}
	if (date_known(office->ascertained))
		row.source = arena_printf(maker->arena, "%.*s%saccertato %.*s",
		    SLICE_ARGS(row.source), slice_empty(row.source) ? "" : "; ",
		    SLICE_ARGS(italian_on_date(office->ascertained, maker->arena)));
	return row;
}

/* What has ended stays with its body, which says until when. */
static bool is_held(const struct office *office, struct date today)
{
	return !date_known(office->until) || date_cmp(date_last_day(office->until), today) >= 0;
}

static void add_person(struct maker *maker, const struct person *person, struct people_page *page)
{
	struct person_row row = { .name = person->name, .anchor = person->id };

	for (size_t i = 0; i < person->offices.count; i++)
		if (is_held(&person->offices.items[i], maker->site->today))
			*ARENA_PUSH(maker->arena, &row.holdings) =
			    holding_of(maker, &person->offices.items[i]);
	if (row.holdings.count > 0)
		*ARENA_PUSH(maker->arena, &page->people) = row;
}

static void plan_people(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("persone/"), NULL);
}

static void make_people(struct maker *maker, const void *subject, void *values)
{
	struct people_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Persone in carica"), "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Conferenza"), SLICE("conferenza/"));
	for (size_t i = 0; i < maker->site->people.count; i++)
		if (maker->site->people.items[i]->standing == PERSON_POLITICAL)
			add_person(maker, maker->site->people.items[i], page);
}

const struct page_kind people_page_kind = {
	.template = "persone",
	.view = &people_page_view,
	.rank = RANK_LIST,
	.plan = plan_people,
	.make = make_people,
};
