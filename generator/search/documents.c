#include "search/documents.h"

#include <stdlib.h>

#include "model/url.h"
#include "search/plain.h"
#include "search/services.h"

/* Characters of a title made from a text. */
#define TITLE_MAX 160

static const char *const kind_names[SEARCH_KIND_COUNT] = { "atto", "seduta", "programma", "punto",
	"azione", "rapporto", "regolamento", "organo", "comune", "tavolo", "scuola", "voce",
	"norma", "pagina", "pagina" };

const char *search_kind_name(enum search_kind kind)
{
	return kind_names[kind];
}

/* What is being listed. */
struct listing {
	const struct site *site;
	struct arena *arena;
	struct search_documents *documents;
};

static void add(struct listing *listing, enum search_kind kind, const void *subject,
    struct slice path, struct slice title, struct date date)
{
	*ARENA_PUSH(listing->arena, listing->documents) =
	    (struct search_document){ kind, subject, path, title, date };
}

static void add_acts(struct listing *listing)
{
	for (size_t i = 0; i < listing->site->acts.count; i++) {
		const struct act *act = listing->site->acts.items[i];
		struct date date = act->date;

		if (act->visibility != VISIBILITY_PUBLIC)
			continue;
		if (!date_known(date))
			date.year = (int16_t)act->order_year;
		add(listing, SEARCH_ACT, act, url_act(act), act->list_title, date);
	}
}

static void add_meetings(struct listing *listing)
{
	for (size_t i = 0; i < listing->site->meetings.count; i++) {
		const struct meeting *meeting = listing->site->meetings.items[i];
		const struct body *body = meeting->body.found;

		add(listing, SEARCH_MEETING, meeting, url_meeting(meeting, listing->arena),
		    body ? body->name : meeting->body.id, meeting->date);
	}
}

static void add_points(struct listing *listing, const struct programme *programme)
{
	struct arena *arena = listing->arena;

	for (size_t i = 0; i < programme->points.count; i++) {
		const struct point *point = programme->points.items[i];
		struct slice title =
		    slice_empty(point->simple_title) ? point->title : point->simple_title;

		add(listing, SEARCH_POINT, point, url_point(point, arena),
		    arena_printf(arena, "Punto %d: %.*s", point->number, SLICE_ARGS(title)),
		    DATE_NONE);
		for (size_t n = 0; n < point->actions.count; n++) {
			const struct action *action = &point->actions.items[n];
			struct slice text =
			    plain_cut(plain_markdown(action->text, arena), TITLE_MAX, arena);

			add(listing, SEARCH_ACTION, action, url_action(action, arena),
			    arena_printf(arena, "Azione %.*s: %.*s", SLICE_ARGS(action->id),
				SLICE_ARGS(text)),
			    DATE_NONE);
		}
	}
}

static void add_programmes(struct listing *listing)
{
	for (size_t i = 0; i < listing->site->programmes.count; i++) {
		const struct programme *programme = listing->site->programmes.items[i];

		add(listing, SEARCH_PROGRAMME, programme, url_programme(programme, listing->arena),
		    programme->title, DATE_NONE);
		add_points(listing, programme);
	}
	for (size_t i = 0; i < listing->site->reports.count; i++) {
		const struct report *report = listing->site->reports.items[i];

		add(listing, SEARCH_REPORT, report, url_report(report, listing->arena),
		    report->title, report->date);
	}
}

/* The text in force, or where none is, the newest: the one that its general address shows. */
static void add_regulations(struct listing *listing)
{
	const struct site *site = listing->site;

	for (size_t i = 0; i < site->regulations.count;) {
		const struct regulation *shown = site->regulations.items[i];
		size_t end = i + 1;

		while (end < site->regulations.count &&
		       slice_eq(site->regulations.items[end]->id, site->regulations.items[i]->id)) {
			const struct regulation *each = site->regulations.items[end++];

			if (!shown->current)
				shown = each;
		}
		add(listing, SEARCH_REGULATION, shown, url_regulations(shown->id, listing->arena),
		    shown->title, shown->date);
		i = end;
	}
}

static void add_conference(struct listing *listing)
{
	const struct site *site = listing->site;
	struct arena *arena = listing->arena;

	for (size_t i = 0; i < site->bodies.count; i++)
		add(listing, SEARCH_BODY, site->bodies.items[i],
		    url_body(site->bodies.items[i], arena), site->bodies.items[i]->name, DATE_NONE);
	for (size_t i = 0; i < site->organisations.count; i++)
		if (site->organisations.items[i]->type == ORGANISATION_MUNICIPALITY)
			add(listing, SEARCH_MUNICIPALITY, site->organisations.items[i],
			    url_municipality(site->organisations.items[i], arena),
			    site->organisations.items[i]->name, DATE_NONE);
	for (size_t i = 0; i < site->tables.count; i++)
		add(listing, SEARCH_TABLE, site->tables.items[i],
		    url_working_table(site->tables.items[i], arena), site->tables.items[i]->name,
		    DATE_NONE);
	for (size_t i = 0; i < site->schools.count; i++)
		add(listing, SEARCH_SCHOOL, site->schools.items[i], SLICE("scuole/"),
		    site->schools.items[i]->name, DATE_NONE);
}

static void add_registers(struct listing *listing)
{
	const struct site *site = listing->site;
	struct arena *arena = listing->arena;

	for (size_t i = 0; i < site->glossary.count; i++)
		add(listing, SEARCH_TERM, site->glossary.items[i],
		    ARENA_CONCAT(arena, SLICE("glossario/#"), site->glossary.items[i]->anchor),
		    site->glossary.items[i]->term, DATE_NONE);
	for (size_t i = 0; i < site->legal_sources.count; i++)
		add(listing, SEARCH_NORM, site->legal_sources.items[i], SLICE("normativa/"),
		    site->legal_sources.items[i]->reference, DATE_NONE);
	for (size_t i = 0; i < site->pages.count; i++)
		add(listing, SEARCH_PAGE, site->pages.items[i],
		    url_page(site->pages.items[i], arena), site->pages.items[i]->title, DATE_NONE);
}

/* Those that no page of the content stands for. */
static void add_services(struct listing *listing)
{
	for (size_t i = 0; i < search_service_count; i++) {
		struct slice path = slice_from(search_services[i].path);
		bool told = false;

		for (size_t n = 0; n < listing->site->pages.count; n++)
			told =
			    told ||
			    slice_eq(url_page(listing->site->pages.items[n], listing->arena), path);
		if (!told)
			add(listing, SEARCH_SERVICE, &search_services[i], path,
			    slice_from(search_services[i].title), DATE_NONE);
	}
}

/* A partial date stands behind the full ones of its span; what has none, before all. */
static int by_date(const void *left, const void *right)
{
	const struct search_document *a = left, *b = right;
	int order = date_known(a->date) - date_known(b->date);

	if (order == 0)
		order = date_cmp(a->date, b->date);
	if (order == 0)
		order = (int)a->kind - (int)b->kind;
	if (order == 0)
		order = slice_cmp(a->path, b->path);
	return order ? order : slice_cmp(a->title, b->title);
}

void search_documents_of(
    const struct site *site, struct arena *arena, struct search_documents *documents)
{
	struct listing listing = { site, arena, documents };

	*documents = (struct search_documents){ 0 };
	add_acts(&listing);
	add_meetings(&listing);
	add_programmes(&listing);
	add_regulations(&listing);
	add_conference(&listing);
	add_registers(&listing);
	add_services(&listing);
	if (documents->count)
		qsort(documents->items, documents->count, sizeof *documents->items, by_date);
}

/* --- what results can be narrowed to --- */

static const char *const facet_names[FACET_COUNT] = { "genere", "tipo", "anno", "organo",
	"argomento", "comune", "stato" };

const char *search_facet_name(enum search_facet facet)
{
	return facet_names[facet];
}

/* "revocati" of "atti/stato/revocati/". */
static struct slice last_part(struct slice path)
{
	struct slice whole = slice_sub(path, 0, path.len - 1);

	return slice_from_index(whole, slice_find_last_byte(whole, '/') + 1);
}

struct slice search_act_status(const struct act *act, struct arena *arena)
{
	if (act->status.status == STATUS_NONE_RECORDED ||
	    act->status.status == STATUS_NOT_ASCERTAINED)
		return SLICE("");
	return last_part(url_acts_in_status(act->status.status, arena));
}

/* Who is told the values of one document. */
struct facet_values {
	void (*value)(void *context, enum search_facet facet, struct slice value);
	void *context;
	struct arena *arena;
};

static void tell(const struct facet_values *values, enum search_facet facet, struct slice value)
{
	if (!slice_empty(value))
		values->value(values->context, facet, value);
}

static void tell_year(const struct facet_values *values, int32_t year)
{
	tell(values, FACET_YEAR, arena_printf(values->arena, "%d", year));
}

static void tell_municipality(
    const struct facet_values *values, const struct organisation *organisation)
{
	if (organisation && organisation->type == ORGANISATION_MUNICIPALITY)
		tell(values, FACET_MUNICIPALITY, organisation->id);
}

static void act_facets(const struct facet_values *values, const struct act *act)
{
	tell(values, FACET_TYPE, last_part(url_acts_of_type(act->type, values->arena)));
	tell_year(values, act->order_year);
	tell(values, FACET_BODY, act->body.id);
	for (size_t i = 0; i < act->topics.count; i++)
		tell(values, FACET_TOPIC, act->topics.items[i].id);
	tell_municipality(values, act->organisation.found);
	for (size_t i = 0; i < act->organisations.count; i++)
		tell_municipality(values, act->organisations.items[i].found);
	tell(
	    values, FACET_STATUS, last_part(url_acts_in_status(act->status.status, values->arena)));
}

void search_document_facets(const struct search_document *document, struct arena *arena,
    void (*value)(void *context, enum search_facet facet, struct slice value), void *context)
{
	struct facet_values values = { value, context, arena };

	tell(&values, FACET_KIND, slice_from(search_kind_name(document->kind)));
	if (document->kind == SEARCH_ACT) {
		act_facets(&values, document->subject);
		return;
	}
	if (date_known(document->date))
		tell_year(&values, document->date.year);
	if (document->kind == SEARCH_MEETING)
		tell(&values, FACET_BODY, ((const struct meeting *)document->subject)->body.id);
	if (document->kind == SEARCH_BODY)
		tell(&values, FACET_BODY, ((const struct body *)document->subject)->id);
	if (document->kind == SEARCH_MUNICIPALITY)
		tell(&values, FACET_MUNICIPALITY,
		    ((const struct organisation *)document->subject)->id);
}
