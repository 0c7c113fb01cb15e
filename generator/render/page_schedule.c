#include "model/url.h"
#include "render/drawing.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/schedule_rows.h"

/* .../cronoprogramma/: all that falls due, drawn along the years point by point, and the same as a table. */

#define HEADER_HEIGHT 54
#define HEADING_HEIGHT 26
#define DRAWING_MAX 900 /* a drawing that is higher becomes two: each fits on a sheet */

/* What a point says falls due. */
struct schedule_group {
	struct slice title, url;
	int32_t number; /* the point's */
	int y, height;  /* in its drawing: its rows begin from there */
	ARRAY(struct schedule_row) rows;
};

/* Some points, drawn together. */
struct schedule_drawing {
	size_t number;
	struct slice title;
	int height;
	struct {
		struct schedule_group *items;
		size_t count, cap;
	} groups;
};

struct schedule_page {
	struct layout layout;
	struct schedule_axis axis;
	ARRAY(struct schedule_drawing) drawings;
	ARRAY(struct schedule_group) groups;
};

static const struct view_field schedule_group_fields[] = {
	VIEW_TEXT(struct schedule_group, title, "nome_punto"),
	VIEW_URL(struct schedule_group, url, "url_punto"),
	VIEW_NUMBER(struct schedule_group, y, "y_punto"),
	VIEW_LIST(struct schedule_group, rows, "righe", struct schedule_row, &schedule_row_view),
};
static const struct view schedule_group_view =
    VIEW("scadenze di un punto", struct schedule_group, schedule_group_fields);

static const struct view_field schedule_drawing_fields[] = {
	VIEW_NUMBER(struct schedule_drawing, number, "numero"),
	VIEW_TEXT(struct schedule_drawing, title, "titolo_disegno"),
	VIEW_NUMBER(struct schedule_drawing, height, "altezza"),
	VIEW_LIST(struct schedule_drawing, groups, "punti_disegnati", struct schedule_group,
	    &schedule_group_view),
};
static const struct view schedule_drawing_view =
    VIEW("disegno", struct schedule_drawing, schedule_drawing_fields);

static const struct view_field schedule_page_fields[] = {
	LAYOUT_FIELDS(struct schedule_page),
	SCHEDULE_AXIS_FIELDS(struct schedule_page),
	VIEW_LIST(struct schedule_page, drawings, "disegni", struct schedule_drawing,
	    &schedule_drawing_view),
	VIEW_LIST(
	    struct schedule_page, groups, "punti", struct schedule_group, &schedule_group_view),
};
static const struct view schedule_page_view =
    VIEW("cronoprogramma", struct schedule_page, schedule_page_fields);

/* --- points ------------------------------------------------------------------------------------ */

static void add_point(struct maker *maker, struct schedule_page *page,
    const struct time_scale *scale, const struct point *point)
{
	struct schedule_group *group;
	struct dues dues = { 0 };

	dues_add(maker->arena, point, &dues);
	if (dues.count == 0)
		return;
	group = ARENA_PUSH(maker->arena, &page->groups);
	*group = (struct schedule_group){ .title = italian_point(point, maker->arena),
		.url = maker_link(maker, url_point(point, maker->arena)),
		.number = point->number,
		.height = HEADING_HEIGHT };
	for (size_t i = 0; i < dues.count; i++) {
		struct schedule_row row =
		    schedule_row_of(maker, scale, &dues.items[i], group->height);

		group->height += row.height;
		*ARENA_PUSH(maker->arena, &group->rows) = row;
	}
}

/* --- drawings ---------------------------------------------------------------------------------- */

/* Groups from `first` on, those of one part, one below the other. */
static void add_drawing(struct maker *maker, const struct programme *programme,
    struct schedule_page *page, size_t first, size_t count)
{
	struct schedule_drawing *drawing = ARENA_PUSH(maker->arena, &page->drawings);
	struct schedule_group *groups = page->groups.items + first;

	*drawing = (struct schedule_drawing){ .number = page->drawings.count,
		.height = HEADER_HEIGHT,
		.title = italian_schedule_drawing(
		    programme, groups[0].number, groups[count - 1].number, maker->arena) };
	drawing->groups.items = groups;
	drawing->groups.count = count;
	for (size_t i = 0; i < count; i++) {
		groups[i].y = drawing->height;
		drawing->height += groups[i].height;
	}
}

static void add_drawings(
    struct maker *maker, const struct programme *programme, struct schedule_page *page)
{
	size_t count = page->groups.count, *part = ARENA_COUNT(maker->arena, size_t, count);
	int *heights = ARENA_COUNT(maker->arena, int, count);

	for (size_t i = 0; i < count; i++)
		heights[i] = page->groups.items[i].height;
	drawing_parts(heights, count, DRAWING_MAX, part);
	for (size_t first = 0, i = 1; i <= count; i++)
		if (i == count || part[i] != part[first]) {
			add_drawing(maker, programme, page, first, i - first);
			first = i;
		}
}

static void plan_schedule(struct plan *plan, const struct page_kind *kind)
{
	plan_programme_part(plan, kind, "cronoprogramma");
}

static void make_schedule(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct schedule_page *page = values;
	struct time_scale scale = schedule_scale_of(maker, programme);

	programme_layout(maker, &page->layout,
	    italian_programme_part(programme, "cronoprogramma", maker->arena), programme);
	page->axis = schedule_axis_of(maker, &scale);
	for (size_t i = 0; i < programme->points.count; i++)
		add_point(maker, page, &scale, programme->points.items[i]);
	add_drawings(maker, programme, page);
}

const struct page_kind schedule_page_kind = {
	.template = "cronoprogramma",
	.view = &schedule_page_view,
	.rank = RANK_LIST,
	.plan = plan_schedule,
	.make = make_schedule,
};
