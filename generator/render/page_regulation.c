#include "model/url.h"
#include "render/act_parts.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * Regulations: a list, a page each with the text that holds today, and one for each text that it ever had. Of the
 * site's acts only regulations are said to be in force (design 4.1).
 */

/* One text of a regulation; texts of one id stand side by side, the oldest first. */
struct regulation_row {
	struct slice title, url, status, date_text;
	struct date date;
	bool current; /* the text that the page shows */
};

static const struct view_field regulation_row_fields[] = {
	VIEW_TEXT(struct regulation_row, title, "titolo_regolamento"),
	VIEW_URL(struct regulation_row, url, "url"),
	VIEW_TEXT(struct regulation_row, status, "vigore"),
	VIEW_DATE(struct regulation_row, date, "data"),
	VIEW_TEXT(struct regulation_row, date_text, "data_in_parole"),
	VIEW_FLAG(struct regulation_row, current, "questa"),
};
static const struct view regulation_row_view =
    VIEW("regolamento in elenco", struct regulation_row, regulation_row_fields);

/* The text that is in force; null where none is. */
static const struct regulation *current_of(const struct site *site, struct slice id)
{
	for (size_t i = 0; i < site->regulations.count; i++)
		if (site->regulations.items[i]->current &&
		    slice_eq(site->regulations.items[i]->id, id))
			return site->regulations.items[i];
	return NULL;
}

/* For each id the text that its page shows: the one in force, else the newest. Null for the other texts. */
static const struct regulation *shown_at(const struct site *site, size_t at)
{
	const struct regulation *newest = site->regulations.items[at], *current;

	if (at + 1 < site->regulations.count &&
	    slice_eq(site->regulations.items[at + 1]->id, newest->id))
		return NULL;
	current = current_of(site, newest->id);
	return current ? current : newest;
}

static struct slice status_of(struct maker *maker, const struct regulation *regulation)
{
	return italian_regulation_status(
	    regulation, current_of(maker->site, regulation->id), maker->site->today, maker->arena);
}

static struct regulation_row row_of(
    struct maker *maker, const struct regulation *regulation, struct slice path)
{
	return (struct regulation_row){ .title = regulation->title,
		.url = maker_link(maker, path),
		.status = status_of(maker, regulation),
		.date = regulation->date,
		.date_text = italian_date(regulation->date, maker->arena) };
}

/* --- /regolamenti/ --- */

struct regulations_page {
	struct layout layout;
	ARRAY(struct regulation_row) regulations;
};

static const struct view_field regulations_page_fields[] = {
	LAYOUT_FIELDS(struct regulations_page),
	VIEW_LIST(struct regulations_page, regulations, "regolamenti", struct regulation_row,
	    &regulation_row_view),
};
static const struct view regulations_page_view =
    VIEW("pagina dei regolamenti", struct regulations_page, regulations_page_fields);

static void plan_regulations(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("regolamenti/"), NULL);
}

static void make_regulations(struct maker *maker, const void *subject, void *values)
{
	struct regulations_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Regolamenti"), "conferenza/");
	for (size_t i = 0; i < maker->site->regulations.count; i++) {
		const struct regulation *shown = shown_at(maker->site, i);

		if (shown)
			*ARENA_PUSH(maker->arena, &page->regulations) =
			    row_of(maker, shown, url_regulations(shown->id, maker->arena));
	}
}

const struct page_kind regulations_page_kind = {
	.template = "regolamenti",
	.view = &regulations_page_view,
	.rank = RANK_LIST,
	.plan = plan_regulations,
	.make = make_regulations,
};

/* --- /regolamenti/<id>/ and /regolamenti/<id>/<date>/ --- */

struct regulation_page {
	struct layout layout;
	struct slice status;
	struct slice current_url; /* of the regulation's page, where this text is not shown there */
	struct facts facts;
	struct html text;
	ARRAY(struct regulation_row) versions; /* the newest first */
	struct connection_rows acts;           /* what acts of this site do to it */
	bool uncommitted;
	const struct page_story *story;
};

static const struct view_field regulation_page_fields[] = {
	LAYOUT_FIELDS(struct regulation_page),
	VIEW_TEXT(struct regulation_page, status, "vigore"),
	VIEW_URL(struct regulation_page, current_url, "url_vigente"),
	VIEW_LIST(struct regulation_page, facts, "dati", struct fact, &fact_view),
	VIEW_HTML(struct regulation_page, text, "testo"),
	VIEW_LIST(struct regulation_page, versions, "versioni", struct regulation_row,
	    &regulation_row_view),
	VIEW_LIST(
	    struct regulation_page, acts, "atti", struct connection_row, &connection_row_view),
	VIEW_FLAG(struct regulation_page, uncommitted, "non_registrato"),
	STORY_FIELD(struct regulation_page),
};
static const struct view regulation_page_view =
    VIEW("pagina di un regolamento", struct regulation_page, regulation_page_fields);

static void plan_regulation(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->regulations.count; i++) {
		const struct regulation *shown = shown_at(plan->site, i);

		plan_add(plan, kind, url_regulation(plan->site->regulations.items[i], plan->arena),
		    plan->site->regulations.items[i]);
		if (shown)
			plan_add(plan, kind, url_regulations(shown->id, plan->arena), shown);
	}
}

static void add_acts(
    struct maker *maker, const struct regulation *regulation, struct regulation_page *page)
{
	for (size_t i = 0; i < maker->site->acts.count; i++) {
		const struct act *act = maker->site->acts.items[i];

		for (size_t n = 0; n < act->links.count; n++) {
			const struct act_link *link = &act->links.items[n];
			const struct regulation *target = link->regulation.found;

			if (!act_is_listed(act) || !target || !slice_eq(target->id, regulation->id))
				continue;
			*ARENA_PUSH(maker->arena, &page->acts) = (struct connection_row){
				.text = italian_with_capital(
				    italian_the_act(act, maker->arena), true, maker->arena),
				.url = maker_link(maker, url_act(act)),
				.after = italian_link_to_regulation(link, maker->arena),
				.note = link->note,
			};
		}
	}
}

static void add_versions(
    struct maker *maker, const struct regulation *regulation, struct regulation_page *page)
{
	for (size_t i = maker->site->regulations.count; i-- > 0;) {
		const struct regulation *each = maker->site->regulations.items[i];
		struct regulation_row *row;

		if (!slice_eq(each->id, regulation->id))
			continue;
		row = ARENA_PUSH(maker->arena, &page->versions);
		*row = row_of(maker, each, url_regulation(each, maker->arena));
		row->current = each == regulation;
	}
}

static void add_facts(struct maker *maker, const struct regulation *regulation, struct facts *facts)
{
	const struct act *act = regulation->approved_by.found;
	struct slice approved = key_label(&regulation_table, "approvato_da");

	if (act && act_is_named(act))
		fact_add(maker, facts, approved, act->reference, url_act(act));
	else
		fact_add(maker, facts, approved, SLICE(ITALIAN_UNKNOWN), SLICE(""));
	fact_add(maker, facts, key_label(&regulation_table, "vigente_dal"),
	    date_known(regulation->in_force_since)
		? italian_date(regulation->in_force_since, maker->arena)
		: SLICE(ITALIAN_UNKNOWN),
	    SLICE(""));
	fact_add(maker, facts, key_label(&regulation_table, "vigente_al"),
	    italian_date(regulation->in_force_until, maker->arena), SLICE(""));
}

static void make_regulation(struct maker *maker, const void *subject, void *values)
{
	const struct regulation *regulation = subject;
	struct regulation_page *page = values;
	struct slice general = url_regulations(regulation->id, maker->arena);
	bool one_version = !slice_eq(maker->path, general);
	struct md md;

	layout_begin(maker, &page->layout,
	    one_version ? italian_regulation_version(regulation, maker->arena) : regulation->title,
	    "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Regolamenti"), SLICE("regolamenti/"));
	if (one_version) {
		page->current_url = maker_link(maker, general);
		layout_crumb(maker, &page->layout, regulation->title, general);
	}
	page->status = status_of(maker, regulation);
	page->uncommitted = regulation->file->entry->uncommitted;
	add_facts(maker, regulation, &page->facts);
	if (maker_body(maker, regulation->file, &md))
		page->text = maker_body_html(maker, regulation->file, &md, 3);
	add_versions(maker, regulation, page);
	add_acts(maker, regulation, page);
	page->story = page_story_of(maker, &regulation->file, 1);
}

const struct page_kind regulation_page_kind = {
	.template = "regolamento",
	.view = &regulation_page_view,
	.rank = RANK_PAGE,
	.plan = plan_regulation,
	.make = make_regulation,
};
