#include "model/url.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/news_lists.h"
#include "render/pages.h"
#include "render/schedule_rows.h"

/* /programma/<AAAA-AAAA>/punti/NN-<slug>/ */
struct point_page {
	struct layout layout;
	const struct point_block *point;
	struct schedule_axis axis;
	ARRAY(struct schedule_row) times; /* all that falls due in it */
	struct link_rows reports;         /* about it, the newest first */
	const struct link_row *previous, *next;
	struct slice programme_title, programme_url, schedule_url;
	struct slice news_url; /* of all that changed about it, with its acts; may be empty */
	const struct page_story *story;
};

static const struct view_field point_page_fields[] = {
	LAYOUT_FIELDS(struct point_page),
	VIEW_OBJECT(struct point_page, point, "punto", struct point_block, &point_block_view),
	SCHEDULE_AXIS_FIELDS(struct point_page),
	VIEW_LIST(struct point_page, times, "tempi", struct schedule_row, &schedule_row_view),
	VIEW_URL(struct point_page, schedule_url, "url_cronoprogramma"),
	VIEW_LIST(struct point_page, reports, "rapporti", struct link_row, &link_row_view),
	VIEW_OBJECT(struct point_page, previous, "precedente", struct link_row, &link_row_view),
	VIEW_OBJECT(struct point_page, next, "successivo", struct link_row, &link_row_view),
	VIEW_TEXT(struct point_page, programme_title, "programma"),
	VIEW_URL(struct point_page, programme_url, "url_programma"),
	VIEW_URL(struct point_page, news_url, "url_novita"),
	STORY_FIELD(struct point_page),
};
static const struct view point_page_view =
    VIEW("pagina di un punto", struct point_page, point_page_fields);

static void plan_points(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->programmes.count; i++) {
		const struct programme *programme = plan->site->programmes.items[i];

		for (size_t n = 0; n < programme->points.count; n++)
			plan_add(plan, kind, url_point(programme->points.items[n], plan->arena),
			    programme->points.items[n]);
	}
}

/* Before or after the point by so many places; null where there is none. */
static const struct link_row *neighbour(
    struct maker *maker, const struct point *point, ptrdiff_t step)
{
	const struct programme *programme = point->programme;
	struct link_row *link;

	for (size_t i = 0; i < programme->points.count; i++) {
		size_t at = i + (size_t)step; /* wraps round below the first */

		if (programme->points.items[i] != point || at >= programme->points.count)
			continue;
		link = ARENA_NEW(maker->arena, struct link_row);
		*link = (struct link_row){ italian_point(programme->points.items[at], maker->arena),
			maker_link(maker, url_point(programme->points.items[at], maker->arena)),
			false };
		return link;
	}
	return NULL;
}

struct files {
	const struct content_file **items;
	size_t count, cap;
};

static void add_file(struct arena *arena, const struct content_file *file, struct files *files)
{
	for (size_t i = 0; i < files->count; i++)
		if (files->items[i] == file)
			return;
	*ARENA_PUSH(arena, files) = file;
}

/* The page tells of the point, and of the progress of its actions. */
static const struct page_story *story_of(struct maker *maker, const struct point *point)
{
	struct files files = { 0 };

	add_file(maker->arena, point->file, &files);
	for (size_t i = 0; i < point->actions.count; i++) {
		const struct action *deed = point->actions.items[i].deed;

		for (size_t n = 0; n < deed->progress.count; n++)
			add_file(maker->arena, deed->progress.items[n]->file, &files);
	}
	return page_story_of(maker, files.items, files.count);
}

static void add_times(struct maker *maker, const struct point *point, struct point_page *page)
{
	struct time_scale scale = schedule_scale_of(maker, point->programme);
	struct dues dues = { 0 };

	dues_add(maker->arena, point, &dues);
	page->axis = schedule_axis_of(maker, &scale);
	for (size_t i = 0; i < dues.count; i++)
		*ARENA_PUSH(maker->arena, &page->times) =
		    schedule_row_of(maker, &scale, &dues.items[i], 0);
}

static bool tells_of(const struct report *report, const struct point *point)
{
	for (size_t i = 0; i < report->points.count; i++)
		if (report->points.items[i].found == point)
			return true;
	return false;
}

static void add_reports(struct maker *maker, const struct point *point, struct link_rows *links)
{
	for (size_t i = maker->site->reports.count; i-- > 0;) {
		const struct report *report = maker->site->reports.items[i];

		if (tells_of(report, point))
			*ARENA_PUSH(maker->arena, links) = (struct link_row){ report->title,
				maker_link(maker, url_report(report, maker->arena)), false };
	}
}

static void make_point(struct maker *maker, const void *subject, void *values)
{
	const struct point *point = subject;
	struct point_page *page = values;
	struct point_block *block = ARENA_NEW(maker->arena, struct point_block);

	*block = point_block_of(maker, point, 3);
	page->point = block;
	programme_layout(maker, &page->layout, block->name, point->programme);
	page->layout.description = italian_point_description(point, maker->arena);
	add_times(maker, point, page);
	add_reports(maker, point, &page->reports);
	page->schedule_url =
	    maker_link(maker, url_programme_part(point->programme, "cronoprogramma", maker->arena));
	page->previous = neighbour(maker, point, -1);
	page->next = neighbour(maker, point, 1);
	page->programme_title = point->programme->title;
	page->programme_url = maker_link(maker, url_programme(point->programme, maker->arena));
	page->news_url = news_list_link(maker, NEWS_OF_POINT, point);
	page->story = story_of(maker, point);
}

const struct page_kind point_page_kind = {
	.template = "punto",
	.view = &point_page_view,
	.rank = RANK_PAGE,
	.plan = plan_points,
	.make = make_point,
};
