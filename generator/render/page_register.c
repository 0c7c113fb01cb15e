#include "base/unicode.h"
#include "render/attendance.h"
#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

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

/* The terms that begin with one letter. */
struct letter_row {
	struct slice letter, anchor; /* "A", "a"; what begins with none is "altro" */
	ARRAY(struct term_row) terms;
};

struct glossary_page {
	struct layout layout;
	ARRAY(struct letter_row) letters;
	bool has_index; /* more than one letter */
};

static const struct view_field term_row_fields[] = {
	VIEW_TEXT(struct term_row, term, "termine"),
	VIEW_TEXT(struct term_row, acronym, "sigla"),
	VIEW_ID(struct term_row, anchor, "id"),
	VIEW_HTML(struct term_row, explanation, "spiegazione"),
};
static const struct view term_row_view = VIEW("voce", struct term_row, term_row_fields);

static const struct view_field letter_row_fields[] = {
	VIEW_TEXT(struct letter_row, letter, "lettera"),
	VIEW_ID(struct letter_row, anchor, "id_lettera"),
	VIEW_LIST(struct letter_row, terms, "voci", struct term_row, &term_row_view),
};
static const struct view letter_row_view = VIEW("lettera", struct letter_row, letter_row_fields);

static const struct view_field glossary_page_fields[] = {
	LAYOUT_FIELDS(struct glossary_page),
	VIEW_LIST(struct glossary_page, letters, "lettere", struct letter_row, &letter_row_view),
	VIEW_FLAG(struct glossary_page, has_index, "con_indice"),
};
static const struct view glossary_page_view =
    VIEW("pagina glossario", struct glossary_page, glossary_page_fields);

static void plan_glossary(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("glossario/"), NULL);
}

/* The letters so far are few, and not always in a row: what begins with none may stand before and behind them. */
static struct letter_row *letter_of(
    struct maker *maker, struct glossary_page *page, struct slice term)
{
	struct slice folded = utf8_fold(term, maker->arena);
	bool is_letter = folded.len > 0 && ascii_is_alpha(folded.p[0]);
	struct slice anchor =
	    is_letter ? arena_printf(maker->arena, "%c", folded.p[0]) : SLICE("altro");
	struct letter_row *row;

	for (size_t i = 0; i < page->letters.count; i++)
		if (slice_eq(page->letters.items[i].anchor, anchor))
			return &page->letters.items[i];
	row = ARENA_PUSH(maker->arena, &page->letters);
	row->anchor = anchor;
	row->letter = italian_with_capital(anchor, true, maker->arena);
	return row;
}

static void make_glossary(struct maker *maker, const void *subject, void *values)
{
	struct glossary_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Glossario"), NULL);
	for (size_t i = 0; i < maker->site->glossary.count; i++) {
		const struct glossary_entry *entry = maker->site->glossary.items[i];
		struct letter_row *letter = letter_of(maker, page, entry->term);

		*ARENA_PUSH(maker->arena, &letter->terms) = (struct term_row){ entry->term,
			entry->acronym, entry->anchor, maker_markdown(maker, entry->explanation) };
	}
	page->has_index = page->letters.count > 1;
}

const struct page_kind glossary_page_kind = {
	.template = "glossario",
	.view = &glossary_page_view,
	.rank = RANK_LIST,
	.plan = plan_glossary,
	.make = make_glossary,
};

/* --- /scuole/ --- */

struct school_row {
	struct slice name;
	struct act_rows acts; /* that concern it, the newest first */
};

/* The schools of one municipality. */
struct school_group {
	struct slice name, url, anchor;
	ARRAY(struct school_row) schools;
};

struct schools_page {
	struct layout layout;
	ARRAY(struct school_group) groups;
};

static const struct view_field school_row_fields[] = {
	VIEW_TEXT(struct school_row, name, "nome"),
	VIEW_LIST(struct school_row, acts, "atti", struct act_row, &act_row_view),
};
static const struct view school_row_view = VIEW("scuola", struct school_row, school_row_fields);

static const struct view_field school_group_fields[] = {
	VIEW_TEXT(struct school_group, name, "comune"),
	VIEW_URL(struct school_group, url, "url_comune"),
	VIEW_ID(struct school_group, anchor, "id"),
	VIEW_LIST(struct school_group, schools, "scuole", struct school_row, &school_row_view),
};
static const struct view school_group_view =
    VIEW("scuole di un Comune", struct school_group, school_group_fields);

static const struct view_field schools_page_fields[] = {
	LAYOUT_FIELDS(struct schools_page),
	VIEW_LIST(struct schools_page, groups, "gruppi", struct school_group, &school_group_view),
};
static const struct view schools_page_view =
    VIEW("pagina scuole", struct schools_page, schools_page_fields);

static void plan_schools(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("scuole/"), NULL);
}

static void add_acts_of(struct maker *maker, const struct school *school, struct act_rows *rows)
{
	for (size_t i = maker->site->acts.count; i-- > 0;) {
		const struct act *act = maker->site->acts.items[i];

		for (size_t n = 0; act_is_listed(act) && n < act->schools.count; n++)
			if (act->schools.items[n].found == school)
				*ARENA_PUSH(maker->arena, rows) = act_row_of(maker, act);
	}
}

/* Adds the place's schools, where there are any; null: those of which the place is not said. */
static void add_group(
    struct maker *maker, const struct organisation *place, struct schools_page *page)
{
	struct slice path = organisation_path(place, maker->arena);
	struct school_group group = { .name = place ? place->name : SLICE("Comune non indicato"),
		.url = slice_empty(path) ? path : maker_link(maker, path),
		.anchor = place ? place->id : SLICE("non-indicato") };

	for (size_t i = 0; i < maker->site->schools.count; i++) {
		const struct school *school = maker->site->schools.items[i];
		struct school_row row = { .name = school->name };

		if (school->organisation.found != place)
			continue;
		add_acts_of(maker, school, &row.acts);
		*ARENA_PUSH(maker->arena, &group.schools) = row;
	}
	if (group.schools.count > 0)
		*ARENA_PUSH(maker->arena, &page->groups) = group;
}

static void make_schools(struct maker *maker, const void *subject, void *values)
{
	struct schools_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Scuole"), NULL);
	for (size_t i = 0; i < maker->site->organisations.count; i++)
		add_group(maker, maker->site->organisations.items[i], page);
	add_group(maker, NULL, page);
}

const struct page_kind schools_page_kind = {
	.template = "scuole",
	.view = &schools_page_view,
	.rank = RANK_LIST,
	.plan = plan_schools,
	.make = make_schools,
};
