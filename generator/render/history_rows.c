#include "render/history_rows.h"

#include "model/url.h"
#include "render/italiano.h"

static const struct view_field version_row_fields[] = {
	VIEW_DATE(struct version_row, day, "giorno"),
	VIEW_TEXT(struct version_row, day_text, "giorno_in_parole"),
	VIEW_TEXT(struct version_row, kind, "che_cosa"),
	VIEW_TEXT(struct version_row, title, "titolo_atto"),
	VIEW_TEXT(struct version_row, reference, "estremi"),
	VIEW_URL(struct version_row, url, "url"),
	VIEW_FLAG(struct version_row, has_title, "con_titolo"),
	VIEW_TEXT(struct version_row, note, "nota"),
};
const struct view version_row_view = VIEW("versione", struct version_row, version_row_fields);

/* What a row calls what was changed, and where that is. */
static void name_subject(
    struct maker *maker, const struct history_subject *subject, struct version_row *row)
{
	struct arena *arena = maker->arena;
	struct slice path = SLICE("");

	switch (subject->kind) {
	case SUBJECT_ACT: {
		struct act_row act = act_row_of(maker, subject->item);

		row->title = act.title;
		row->reference = act.reference;
		row->has_title = act.has_title;
		row->url = act.url;
		return;
	}
	case SUBJECT_MEETING: {
		const struct meeting *meeting = subject->item;

		row->reference = italian_meeting(meeting, arena);
		path = url_meeting(meeting, arena);
		break;
	}
	case SUBJECT_PROGRAMME: {
		const struct programme *programme = subject->item;

		row->reference = programme->title;
		path = url_programme(programme, arena);
		break;
	}
	case SUBJECT_POINT: {
		const struct point *point = subject->item;

		row->reference = italian_point(point, arena);
		path = url_point(point, arena);
		break;
	}
	case SUBJECT_PROGRESS: {
		const struct action *action =
		    ((const struct progress *)subject->item)->action.found;

		row->reference =
		    arena_printf(arena, "Avanzamento dell'azione %.*s", SLICE_ARGS(action->id));
		path = url_action(action, arena);
		break;
	}
	case SUBJECT_REPORT: {
		const struct report *report = subject->item;

		row->reference = report->title;
		path = url_report(report, arena);
		break;
	}
	case SUBJECT_REGULATION: {
		const struct regulation *regulation = subject->item;

		row->reference = regulation->title;
		path = url_regulation(regulation, arena);
		break;
	}
	case SUBJECT_KIND_COUNT: break;
	}
	row->title = row->reference;
	row->url = maker_link(maker, path);
}

struct version_row version_row_of(struct maker *maker, const struct history_entry *entry)
{
	struct version_row row = { .day = entry->day,
		.day_text = italian_date(entry->day, maker->arena),
		.kind = slice_from(italian_version_kind(entry->kind)),
		.note = entry->note };

	name_subject(maker, &entry->history->subject, &row);
	return row;
}
