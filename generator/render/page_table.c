#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

/* Working tables: /tavoli/ and /tavoli/<id>/. */
struct table_page {
	struct layout layout;
	ARRAY(struct fact_row) facts;
	ARRAY(struct fact_row) meetings; /* the date, the note */
	struct act_rows acts;
};

static const struct view_field table_page_fields[] = {
	LAYOUT_FIELDS(struct table_page),
	VIEW_LIST(struct table_page, facts, "dati", struct fact_row, &fact_row_view),
	VIEW_LIST(struct table_page, meetings, "incontri", struct fact_row, &fact_row_view),
	VIEW_LIST(struct table_page, acts, "atti", struct act_row, &act_row_view),
};
static const struct view table_page_view =
    VIEW("pagina tavolo", struct table_page, table_page_fields);

static void plan_tables(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->tables.count; i++)
		plan_add(plan, kind, url_working_table(plan->site->tables.items[i], plan->arena),
		    plan->site->tables.items[i]);
}

static void add_fact(
    struct maker *maker, struct table_page *page, const char *key, struct slice value)
{
	if (!slice_empty(value))
		*ARENA_PUSH(maker->arena, &page->facts) = (struct fact_row){
			.name =
			    slice_from(key_find(&working_table_table, slice_from(key))->label[0]),
			.value = value
		};
}

static void make_table(struct maker *maker, const void *subject, void *values)
{
	const struct working_table *table = subject;
	struct table_page *page = values;

	layout_begin(maker, &page->layout, table->name, "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Tavoli di lavoro"), SLICE("tavoli/"));
	add_fact(maker, page, "tema", table->theme);
	add_fact(maker, page, "composizione", table->composition);
	add_fact(maker, page, "coordinamento", table->coordination);
	add_fact(maker, page, "periodicita", table->frequency);
	for (size_t i = table->meetings.count; i-- > 0;)
		*ARENA_PUSH(maker->arena, &page->meetings) = (struct fact_row){
			.name = italian_date(table->meetings.items[i].date, maker->arena),
			.value = table->meetings.items[i].note
		};
	act_rows_add(maker, ACTS(table->acts), &page->acts);
}

const struct page_kind table_page_kind = {
	.template = "tavolo",
	.view = &table_page_view,
	.rank = RANK_PAGE,
	.plan = plan_tables,
	.make = make_table,
};

/* --- /tavoli/ --- */

struct tables_page {
	struct layout layout;
	ARRAY(struct fact_row) tables; /* the name, the theme */
};

static const struct view_field tables_page_fields[] = {
	LAYOUT_FIELDS(struct tables_page),
	VIEW_LIST(struct tables_page, tables, "tavoli", struct fact_row, &fact_row_view),
};
static const struct view tables_page_view =
    VIEW("pagina tavoli", struct tables_page, tables_page_fields);

static void plan_list(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("tavoli/"), NULL);
}

static void make_list(struct maker *maker, const void *subject, void *values)
{
	struct tables_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Tavoli di lavoro"), "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Conferenza"), SLICE("conferenza/"));
	for (size_t i = 0; i < maker->site->tables.count; i++) {
		const struct working_table *table = maker->site->tables.items[i];

		*ARENA_PUSH(maker->arena, &page->tables) = (struct fact_row){ table->name,
			table->theme, maker_link(maker, url_working_table(table, maker->arena)) };
	}
}

const struct page_kind tables_page_kind = {
	.template = "tavoli",
	.view = &tables_page_view,
	.rank = RANK_LIST,
	.plan = plan_list,
	.make = make_list,
};
