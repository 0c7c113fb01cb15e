#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

/* /archivio/: the acts of which only a card is left, and why. */
struct archive_row {
	struct act_row act;
	struct slice removal;
};

struct archive_page {
	struct layout layout;
	ARRAY(struct archive_row) acts;
};

static const struct view_field archive_row_fields[] = {
	VIEW_TEXT(struct archive_row, act.title, "titolo_atto"),
	VIEW_TEXT(struct archive_row, act.reference, "estremi"),
	VIEW_URL(struct archive_row, act.url, "url"),
	VIEW_DATE(struct archive_row, act.date, "data"),
	VIEW_TEXT(struct archive_row, act.date_text, "data_in_parole"),
	VIEW_TEXT(struct archive_row, act.body, "organo"),
	VIEW_FLAG(struct archive_row, act.has_title, "con_titolo"),
	VIEW_TEXT(struct archive_row, removal, "rimozione"),
};
static const struct view archive_row_view =
    VIEW("atto in archivio", struct archive_row, archive_row_fields);

static const struct view_field archive_page_fields[] = {
	LAYOUT_FIELDS(struct archive_page),
	VIEW_LIST(struct archive_page, acts, "atti", struct archive_row, &archive_row_view),
};
static const struct view archive_page_view =
    VIEW("archivio", struct archive_page, archive_page_fields);

static void plan_archive(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("archivio/"), NULL);
}

static void make_archive(struct maker *maker, const void *subject, void *values)
{
	struct archive_page *page = values;
	const struct site *site = maker->site;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Archivio degli atti rimossi"), "atti/");
	layout_crumb(maker, &page->layout, SLICE("Atti"), SLICE("atti/"));
	page->layout.noindex = true;
	for (size_t i = site->acts.count; i-- > 0;)
		if (site->acts.items[i]->visibility == VISIBILITY_CARD)
			*ARENA_PUSH(maker->arena, &page->acts) = (struct archive_row){
				act_row_of(maker, site->acts.items[i]),
				italian_removal(site->acts.items[i], maker->arena),
			};
}

const struct page_kind archive_page_kind = {
	.template = "archivio",
	.view = &archive_page_view,
	.rank = RANK_LIST,
	.plan = plan_archive,
	.make = make_archive,
};
