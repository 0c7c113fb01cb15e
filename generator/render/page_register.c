#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"

/* Registers that are a page each: /normativa/, /glossario/, /scuole/. */

/* --- /normativa/ --- */

struct norms_page {
	struct layout layout;
	ARRAY(struct fact_row) norms; /* how it is cited, what it is about, where it stands */
};

static const struct view_field norms_page_fields[] = {
	LAYOUT_FIELDS(struct norms_page),
	VIEW_LIST(struct norms_page, norms, "norme", struct fact_row, &fact_row_view),
};
static const struct view norms_page_view =
    VIEW("pagina normativa", struct norms_page, norms_page_fields);

static void plan_norms(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("normativa/"), NULL);
}

static void make_norms(struct maker *maker, const void *subject, void *values)
{
	struct norms_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Normativa"), NULL);
	for (size_t i = 0; i < maker->site->legal_sources.count; i++) {
		const struct legal_source *source = maker->site->legal_sources.items[i];
		struct slice url = source->url;

		if (slice_empty(url) && source->citation.number)
			url = citation_normattiva(&source->citation, maker->arena);
		*ARENA_PUSH(maker->arena, &page->norms) =
		    (struct fact_row){ source->reference, source->title, url };
	}
}

const struct page_kind norms_page_kind = {
	.template = "normativa",
	.view = &norms_page_view,
	.rank = RANK_LIST,
	.plan = plan_norms,
	.make = make_norms,
};

/* --- /glossario/ --- */

struct term_row {
	struct slice term, acronym, anchor;
	struct html explanation;
};

struct glossary_page {
	struct layout layout;
	ARRAY(struct term_row) terms;
};

static const struct view_field term_row_fields[] = {
	VIEW_TEXT(struct term_row, term, "termine"),
	VIEW_TEXT(struct term_row, acronym, "sigla"),
	VIEW_ID(struct term_row, anchor, "id"),
	VIEW_HTML(struct term_row, explanation, "spiegazione"),
};
static const struct view term_row_view = VIEW("voce", struct term_row, term_row_fields);

static const struct view_field glossary_page_fields[] = {
	LAYOUT_FIELDS(struct glossary_page),
	VIEW_LIST(struct glossary_page, terms, "voci", struct term_row, &term_row_view),
};
static const struct view glossary_page_view =
    VIEW("pagina glossario", struct glossary_page, glossary_page_fields);

static void plan_glossary(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("glossario/"), NULL);
}

static void make_glossary(struct maker *maker, const void *subject, void *values)
{
	struct glossary_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Glossario"), NULL);
	for (size_t i = 0; i < maker->site->glossary.count; i++) {
		const struct glossary_entry *entry = maker->site->glossary.items[i];

		*ARENA_PUSH(maker->arena, &page->terms) = (struct term_row){ entry->term,
			entry->acronym, entry->anchor, maker_markdown(maker, entry->explanation) };
	}
}

const struct page_kind glossary_page_kind = {
	.template = "glossario",
	.view = &glossary_page_view,
	.rank = RANK_LIST,
	.plan = plan_glossary,
	.make = make_glossary,
};

/* --- /scuole/ --- */

struct schools_page {
	struct layout layout;
	ARRAY(struct fact_row) schools; /* the name, its municipality and that one's page */
};

static const struct view_field schools_page_fields[] = {
	LAYOUT_FIELDS(struct schools_page),
	VIEW_LIST(struct schools_page, schools, "scuole", struct fact_row, &fact_row_view),
};
static const struct view schools_page_view =
    VIEW("pagina scuole", struct schools_page, schools_page_fields);

static void plan_schools(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("scuole/"), NULL);
}

static void make_schools(struct maker *maker, const void *subject, void *values)
{
	struct schools_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Scuole"), NULL);
	for (size_t i = 0; i < maker->site->schools.count; i++) {
		const struct school *school = maker->site->schools.items[i];
		const struct organisation *place = school->organisation.found;

		*ARENA_PUSH(maker->arena, &page->schools) =
		    (struct fact_row){ school->name, place ? place->name : SLICE(""),
			    place && place->type == ORGANISATION_MUNICIPALITY
				? maker_link(maker, url_municipality(place, maker->arena))
				: SLICE("") };
	}
}

const struct page_kind schools_page_kind = {
	.template = "scuole",
	.view = &schools_page_view,
	.rank = RANK_LIST,
	.plan = plan_schools,
	.make = make_schools,
};
