#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

/* /mappa/: the whole site on one page, in the order of its parts. */
struct map_part {
	struct slice title, url;
	ARRAY(struct link_row) links;
};

struct map_page {
	struct layout layout;
	ARRAY(struct map_part) parts;
};

static const struct view_field map_part_fields[] = {
	VIEW_TEXT(struct map_part, title, "titolo_parte"),
	VIEW_URL(struct map_part, url, "url"),
	VIEW_LIST(struct map_part, links, "pagine", struct link_row, &link_row_view),
};
static const struct view map_part_view = VIEW("parte", struct map_part, map_part_fields);

static const struct view_field map_page_fields[] = {
	LAYOUT_FIELDS(struct map_page),
	VIEW_LIST(struct map_page, parts, "parti", struct map_part, &map_part_view),
};
static const struct view map_page_view = VIEW("pagina mappa", struct map_page, map_page_fields);

static struct map_part *add_part(
    struct maker *maker, struct map_page *page, const char *title, const char *path)
{
	struct map_part *part = ARENA_PUSH(maker->arena, &page->parts);

	*part = (struct map_part){ .title = slice_from(title),
		.url = maker_link(maker, slice_from(path)) };
	return part;
}

static void add_link(
    struct maker *maker, struct map_part *part, struct slice text, struct slice path)
{
	*ARENA_PUSH(maker->arena, &part->links) =
	    (struct link_row){ text, maker_link(maker, path), false };
}

/* The years that have an act which lists may hold, newest first. */
static void add_acts(struct maker *maker, struct map_part *part)
{
	int32_t last = 0;

	for (size_t i = maker->site->acts.count; i-- > 0;) {
		const struct act *act = maker->site->acts.items[i];

		if (!act_is_listed(act) || act->order_year == last)
			continue;
		last = act->order_year;
		add_link(maker, part, arena_printf(maker->arena, "Atti del %d", last),
		    url_acts_year(last, maker->arena));
	}
	add_link(maker, part, SLICE("Archivio degli atti rimossi"), SLICE("archivio/"));
}

static void add_programme(struct maker *maker, struct map_part *part)
{
	struct arena *arena = maker->arena;

	for (size_t i = maker->site->programmes.count; i-- > 0;) {
		const struct programme *programme = maker->site->programmes.items[i];

		add_link(maker, part, programme->title, url_programme(programme, arena));
		add_link(maker, part, SLICE("Cronoprogramma"),
		    url_programme_part(programme, "cronoprogramma", arena));
		add_link(maker, part, SLICE("Scadenze"),
		    url_programme_part(programme, "scadenze", arena));
		add_link(maker, part, SLICE("Versione per la stampa"),
		    url_programme_part(programme, "stampa", arena));
		for (size_t n = 0; n < programme->points.count; n++) {
			const struct point *point = programme->points.items[n];

			add_link(maker, part,
			    arena_printf(arena, "%d. %.*s", point->number,
				SLICE_ARGS(slice_empty(point->simple_title) ? point->title
									    : point->simple_title)),
			    url_point(point, arena));
		}
	}
	add_link(maker, part, SLICE("Rapporti"), SLICE("rapporti/"));
}

static void add_conference(struct maker *maker, struct map_part *part)
{
	const struct site *site = maker->site;

	add_link(maker, part, SLICE("Organi"), SLICE("organi/"));
	for (size_t i = 0; i < site->bodies.count; i++)
		add_link(maker, part, site->bodies.items[i]->name,
		    url_body(site->bodies.items[i], maker->arena));
	add_link(maker, part, SLICE("Comuni della zona"), SLICE("comuni/"));
	for (size_t i = 0; i < site->organisations.count; i++)
		if (site->organisations.items[i]->type == ORGANISATION_MUNICIPALITY)
			add_link(maker, part, site->organisations.items[i]->name,
			    url_municipality(site->organisations.items[i], maker->arena));
	add_link(maker, part, SLICE("Persone in carica"), SLICE("persone/"));
	add_link(maker, part, SLICE("Tavoli di lavoro"), SLICE("tavoli/"));
	add_link(maker, part, SLICE("Scuole"), SLICE("scuole/"));
	add_link(maker, part, SLICE("Regolamenti"), SLICE("regolamenti/"));
}

static void add_information(struct maker *maker, struct map_part *part)
{
	static const struct {
		const char *text, *path;
	} fixed[] = {
		{ "Novità", "novita/" },
		{ "Cerca", "cerca/" },
		{ "Verifica di un file", "verifica/" },
		{ "Glossario", "glossario/" },
		{ "Normativa", "normativa/" },
		{ "Come funziona questo sito", "come-funziona/" },
		{ "Contatti", "contatti/" },
		{ "Note legali", "note-legali/" },
		{ "Privacy", "privacy/" },
		{ "Accessibilità", "accessibilita/" },
		{ "Gli ultimi atti su un altro sito", "_incorpora/" },
	};

	for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
		add_link(maker, part, slice_from(fixed[i].text), slice_from(fixed[i].path));
	for (size_t i = 0; i < maker->site->pages.count; i++) {
		const struct page *page = maker->site->pages.items[i];
		struct slice path = url_page(page, maker->arena);
		bool known = false;

		for (size_t n = 0; n < sizeof fixed / sizeof fixed[0]; n++)
			known = known || slice_is(path, fixed[n].path);
		if (!known)
			add_link(maker, part, page->title, path);
	}
}

static void plan_map(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("mappa/"), NULL);
}

static void make_map(struct maker *maker, const void *subject, void *values)
{
	struct map_page *page = values;
	struct map_part *part;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Mappa del sito"), NULL);
	add_acts(maker, add_part(maker, page, "Atti", "atti/"));
	part = add_part(maker, page, "Sedute", "sedute/");
	for (size_t i = maker->site->meetings.count; i-- > 0;)
		add_link(maker, part, italian_meeting(maker->site->meetings.items[i], maker->arena),
		    url_meeting(maker->site->meetings.items[i], maker->arena));
	add_programme(maker, add_part(maker, page, "Programma", "programma/"));
	add_conference(maker, add_part(maker, page, "Conferenza", "conferenza/"));
	add_information(maker, add_part(maker, page, "Informazioni", ""));
}

const struct page_kind map_page_kind = {
	.template = "mappa",
	.view = &map_page_view,
	.rank = RANK_LIST,
	.plan = plan_map,
	.make = make_map,
};
