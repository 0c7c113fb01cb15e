#include "render/membership.h"

#include "render/attendance.h"
#include "render/drawing.h"
#include "render/italiano_people.h"

#define DRAWING_WIDTH 336
#define YEARS_DRAWN 12
#define YEARS_AHEAD 3
#define DRAWING_TOP 22 /* the years' names stand above */
#define BAR_HEIGHT 8
#define ROW_HEIGHT 34
#define NAME_DROP 16    /* from a row's top to the foot of its name */
#define BAR_DROP 21     /* and to its bar */
#define EDGE 14         /* half of a year's name */
#define NAMES_APART 40  /* at least, from one year's name to the next */
#define LONGEST_NAME 46 /* characters that fit */

static const struct view_field membership_row_fields[] = {
	VIEW_TEXT(struct membership_row, name, "nome"),
	VIEW_URL(struct membership_row, url, "url"),
	VIEW_TEXT(struct membership_row, period, "periodo"),
	VIEW_TEXT(struct membership_row, since, "dal"),
	VIEW_TEXT(struct membership_row, until, "al"),
	VIEW_TEXT(struct membership_row, share, "quota"),
};
static const struct view membership_row_view =
    VIEW("componente", struct membership_row, membership_row_fields);

static const struct view_field membership_bar_fields[] = {
	VIEW_TEXT(struct membership_bar, name, "nome"),
	VIEW_NUMBER(struct membership_bar, name_y, "y_nome"),
	VIEW_NUMBER(struct membership_bar, y, "y"),
	VIEW_NUMBER(struct membership_bar, x, "x"),
	VIEW_NUMBER(struct membership_bar, width, "larghezza_barra"),
	VIEW_NUMBER(struct membership_bar, unknown_x, "x_ignoto"),
	VIEW_NUMBER(struct membership_bar, unknown_width, "larghezza_ignoto"),
};
static const struct view membership_bar_view =
    VIEW("riga del disegno", struct membership_bar, membership_bar_fields);

static const struct view_field membership_year_fields[] = {
	VIEW_NUMBER(struct membership_year, x, "x_anno"),
	VIEW_NUMBER(struct membership_year, year, "anno"),
};
static const struct view membership_year_view =
    VIEW("anno del disegno", struct membership_year, membership_year_fields);

static const struct view_field membership_drawing_fields[] = {
	VIEW_NUMBER(struct membership_drawing, width, "larghezza"),
	VIEW_NUMBER(struct membership_drawing, height, "altezza"),
	VIEW_LIST(struct membership_drawing, years, "anni", struct membership_year,
	    &membership_year_view),
	VIEW_LIST(
	    struct membership_drawing, bars, "barre", struct membership_bar, &membership_bar_view),
	VIEW_NUMBER(struct membership_drawing, today_x, "x_oggi"),
	VIEW_FLAG(struct membership_drawing, cut, "non_tutti_gli_anni"),
};
static const struct view membership_drawing_view =
    VIEW("disegno della composizione", struct membership_drawing, membership_drawing_fields);

static const struct view_field membership_fields[] = {
	VIEW_TEXT(struct membership, summary, "quanti_enti"),
	VIEW_LIST(struct membership, now, "di_oggi", struct membership_row, &membership_row_view),
	VIEW_LIST(struct membership, past, "di_prima", struct membership_row, &membership_row_view),
	VIEW_LIST(
	    struct membership, coming, "di_domani", struct membership_row, &membership_row_view),
	VIEW_LIST(struct membership, all, "enti", struct membership_row, &membership_row_view),
	VIEW_FLAG(struct membership, has_shares, "con_quote"),
	VIEW_FLAG(struct membership, has_table, "con_tabella"),
	VIEW_FLAG(struct membership, unknown_since, "inizio_non_noto"),
	VIEW_OBJECT(struct membership, drawing, "disegno", struct membership_drawing,
	    &membership_drawing_view),
};
const struct view membership_view = VIEW("composizione", struct membership, membership_fields);

enum span_time span_time_of(struct date since, struct date until, struct date today)
{
	if (date_known(until) && date_cmp(date_last_day(until), today) < 0)
		return SPAN_PAST;
	if (date_known(since) && date_cmp(date_first_day(since), today) > 0)
		return SPAN_COMING;
	return SPAN_NOW;
}

static struct membership_row row_of(struct maker *maker, const struct body_member *member)
{
	const struct organisation *organisation = member->organisation.found;
	struct slice path = organisation_path(organisation, maker->arena);

	return (struct membership_row){
		.name = organisation->name,
		.url = slice_empty(path) ? path : maker_link(maker, path),
		.period = italian_period(member->since, member->until, maker->arena),
		.since = italian_date(member->since, maker->arena),
		.until = italian_date(member->until, maker->arena),
		.share = italian_decimal(member->share, maker->arena),
	};
}

/* --- the drawing ------------------------------------------------------------------------------- */

struct years {
	int first, last;
	bool known; /* any date at all */
	bool cut;   /* there are others before or after */
};

static void widen_years(struct years *years, struct date date)
{
	if (!date_known(date))
		return;
	years->known = true;
	years->first = date.year < years->first ? date.year : years->first;
	years->last = date.year > years->last ? date.year : years->last;
}

/* The years that anything is known of and today's: as many as fit on a phone, and of those to come a few. */
static struct years years_of(const struct body *body, struct date today)
{
	struct years years = { .first = today.year, .last = today.year };
	int whole_first, whole_last;

	for (size_t i = 0; i < body->members.count; i++) {
		widen_years(&years, body->members.items[i].since);
		widen_years(&years, body->members.items[i].until);
	}
	whole_first = years.first;
	whole_last = years.last;
	if (years.last > today.year + YEARS_AHEAD)
		years.last = today.year + YEARS_AHEAD;
	if (years.first <= years.last - YEARS_DRAWN)
		years.first = years.last - YEARS_DRAWN + 1;
	years.cut = years.first != whole_first || years.last != whole_last;
	return years;
}

/* As many of the years as have room for their names. */
static void add_years(
    struct maker *maker, const struct time_scale *scale, struct membership_drawing *drawing)
{
	int step = (NAMES_APART + scale->year_width - 1) / scale->year_width;

	for (int year = scale->first_year; year <= scale->last_year; year += step)
		*ARENA_PUSH(maker->arena, &drawing->years) = (struct membership_year){
			time_scale_start(scale, (struct date){ (int16_t)year, 1, 1 }), year
		};
}

/* What has no end goes on to today, or to where it begins if that is to come. */
static void add_bar(struct maker *maker, const struct time_scale *scale,
    const struct body_member *member, struct membership_drawing *drawing)
{
	const struct organisation *organisation = member->organisation.found;
	int top = DRAWING_TOP + (int)drawing->bars.count * ROW_HEIGHT;
	struct date today = maker->site->today;
	int end = date_known(member->until) ? time_scale_end(scale, date_last_day(member->until))
					    : time_scale_end(scale, today);
	struct membership_bar bar = {
		.name = italian_shortened(organisation->name, LONGEST_NAME, maker->arena),
		.name_y = top + NAME_DROP,
		.y = top + BAR_DROP,
	};

	if (date_known(member->since)) {
		bar.x = time_scale_start(scale, date_first_day(member->since));
		if (end < bar.x)
			end = time_scale_right(scale);
		bar.width = end - bar.x;
	} else {
		bar.unknown_x = scale->left;
		bar.unknown_width = end > scale->left ? end - scale->left : 0;
	}
	*ARENA_PUSH(maker->arena, &drawing->bars) = bar;
}

static const struct membership_drawing *drawing_of(struct maker *maker, const struct body *body)
{
	struct membership_drawing *drawing;
	struct years years = years_of(body, maker->site->today);
	struct time_scale scale;

	if (!years.known)
		return NULL;
	drawing = ARENA_NEW(maker->arena, struct membership_drawing);
	drawing->cut = years.cut;
	scale = time_scale_of(years.first, years.last, EDGE, DRAWING_WIDTH - 2 * EDGE);
	add_years(maker, &scale, drawing);
	for (size_t i = 0; i < body->members.count; i++)
		if (body->members.items[i].organisation.found)
			add_bar(maker, &scale, &body->members.items[i], drawing);
	drawing->today_x = time_scale_end(&scale, maker->site->today);
	drawing->width = time_scale_right(&scale) + EDGE;
	drawing->height = DRAWING_TOP + (int)drawing->bars.count * ROW_HEIGHT + BAR_HEIGHT;
	return drawing;
}

/* --- all of it --------------------------------------------------------------------------------- */

static void add_rows(struct maker *maker, const struct body *body, struct membership *membership,
    enum span_time wanted)
{
	for (size_t i = 0; i < body->members.count; i++) {
		const struct body_member *member = &body->members.items[i];
		struct membership_row row;

		if (!member->organisation.found ||
		    span_time_of(member->since, member->until, maker->site->today) != wanted)
			continue;
		row = row_of(maker, member);
		*ARENA_PUSH(maker->arena, &membership->all) = row;
		membership->has_shares = membership->has_shares || !slice_empty(row.share);
		switch (wanted) {
		case SPAN_NOW:
			*ARENA_PUSH(maker->arena, &membership->now) = row;
			membership->unknown_since =
			    membership->unknown_since || !date_known(member->since);
			break;
		case SPAN_PAST: *ARENA_PUSH(maker->arena, &membership->past) = row; break;
		case SPAN_COMING: *ARENA_PUSH(maker->arena, &membership->coming) = row; break;
		}
	}
}

/* Are all of today's municipalities? */
static bool are_municipalities(const struct membership *membership)
{
	for (size_t i = 0; i < membership->now.count; i++)
		if (slice_empty(membership->now.items[i].url))
			return false;
	return true;
}

const struct membership *membership_of(struct maker *maker, const struct body *body)
{
	struct membership *membership = ARENA_NEW(maker->arena, struct membership);

	add_rows(maker, body, membership, SPAN_NOW);
	add_rows(maker, body, membership, SPAN_PAST);
	add_rows(maker, body, membership, SPAN_COMING);
	if (membership->all.count == 0)
		return NULL;
	membership->summary =
	    italian_members(membership->now.count, are_municipalities(membership), maker->arena);
	membership->drawing = drawing_of(maker, body);
	membership->has_table = membership->drawing || membership->has_shares;
	return membership;
}
