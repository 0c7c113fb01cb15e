#include "model/url.h"
#include "render/facts.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/pages.h"

/* --- /rapporti/: the newest first --- */

struct report_row {
	struct slice title, url, date_text, period, summary;
	struct date date;
};

struct reports_page {
	struct layout layout;
	ARRAY(struct report_row) reports;
};

static const struct view_field report_row_fields[] = {
	VIEW_TEXT(struct report_row, title, "titolo_rapporto"),
	VIEW_URL(struct report_row, url, "url"),
	VIEW_DATE(struct report_row, date, "data"),
	VIEW_TEXT(struct report_row, date_text, "data_in_parole"),
	VIEW_TEXT(struct report_row, period, "periodo"),
	VIEW_TEXT(struct report_row, summary, "sintesi"),
};
static const struct view report_row_view =
    VIEW("rapporto in elenco", struct report_row, report_row_fields);

static const struct view_field reports_page_fields[] = {
	LAYOUT_FIELDS(struct reports_page),
	VIEW_LIST(struct reports_page, reports, "rapporti", struct report_row, &report_row_view),
};
static const struct view reports_page_view =
    VIEW("pagina dei rapporti", struct reports_page, reports_page_fields);

static void plan_reports(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("rapporti/"), NULL);
}

static void make_reports(struct maker *maker, const void *subject, void *values)
{
	struct reports_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Rapporti"), "programma/");
	for (size_t i = maker->site->reports.count; i-- > 0;) {
		const struct report *report = maker->site->reports.items[i];

		*ARENA_PUSH(maker->arena, &page->reports) = (struct report_row){ report->title,
			maker_link(maker, url_report(report, maker->arena)),
			italian_date(report->date, maker->arena), report->period, report->summary,
			report->date };
	}
}

const struct page_kind reports_page_kind = {
	.template = "rapporti",
	.view = &reports_page_view,
	.rank = RANK_LIST,
	.plan = plan_reports,
	.make = make_reports,
};

/* --- /rapporti/<id>/ --- */

struct report_page {
	struct layout layout;
	struct slice summary;
	struct facts facts;
	struct html text;
	bool uncommitted;
	const struct link_row *previous, *next; /* by date; may be null */
	struct slice reports_url;
	const struct page_story *story;
};

static const struct view_field report_page_fields[] = {
	LAYOUT_FIELDS(struct report_page),
	VIEW_TEXT(struct report_page, summary, "sintesi"),
	VIEW_LIST(struct report_page, facts, "dati", struct fact, &fact_view),
	VIEW_HTML(struct report_page, text, "testo"),
	VIEW_FLAG(struct report_page, uncommitted, "non_registrato"),
	VIEW_OBJECT(struct report_page, previous, "precedente", struct link_row, &link_row_view),
	VIEW_OBJECT(struct report_page, next, "successivo", struct link_row, &link_row_view),
	VIEW_URL(struct report_page, reports_url, "url_rapporti"),
	STORY_FIELD(struct report_page),
};
static const struct view report_page_view =
    VIEW("pagina di un rapporto", struct report_page, report_page_fields);

static void plan_report(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->reports.count; i++)
		plan_add(plan, kind, url_report(plan->site->reports.items[i], plan->arena),
		    plan->site->reports.items[i]);
}

/* Before or after the report by so many places; null where there is none. */
static const struct link_row *neighbour(
    struct maker *maker, const struct report *report, ptrdiff_t step)
{
	for (size_t i = 0; i < maker->site->reports.count; i++) {
		size_t at = i + (size_t)step; /* wraps round below the first */

		if (maker->site->reports.items[i] == report && at < maker->site->reports.count) {
			const struct report *other = maker->site->reports.items[at];

			return link_row_to(maker, other->title, url_report(other, maker->arena));
		}
	}
	return NULL;
}

static void make_report(struct maker *maker, const void *subject, void *values)
{
	const struct report *report = subject;
	struct report_page *page = values;
	struct slice points = key_label(&report_table, "punti_programma");
	struct md md;

	layout_begin(maker, &page->layout, report->title, "programma/");
	layout_crumb(maker, &page->layout, SLICE("Rapporti"), SLICE("rapporti/"));
	page->layout.description = report->summary;
	page->summary = report->summary;
	page->uncommitted = report->file->entry->uncommitted;
	fact_add(maker, &page->facts, SLICE("Data"), italian_date(report->date, maker->arena),
	    SLICE(""));
	fact_add(
	    maker, &page->facts, key_label(&report_table, "periodo"), report->period, SLICE(""));
	for (size_t i = 0; i < report->points.count; i++) {
		const struct point *point = report->points.items[i].found;

		if (point)
			fact_add(maker, &page->facts, points, italian_point(point, maker->arena),
			    url_point(point, maker->arena));
	}
	if (maker_body(maker, report->file, &md))
		page->text = maker_body_html(maker, report->file, &md, 2);
	page->previous = neighbour(maker, report, -1);
	page->next = neighbour(maker, report, 1);
	page->reports_url = maker_link(maker, SLICE("rapporti/"));
	page->story = page_story_of(maker, &report->file, 1);
}

const struct page_kind report_page_kind = {
	.template = "rapporto",
	.view = &report_page_view,
	.rank = RANK_PAGE,
	.plan = plan_report,
	.make = make_report,
};
