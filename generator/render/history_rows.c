#include "render/history_rows.h"

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

struct version_row version_row_of(struct maker *maker, const struct history_entry *entry)
{
	struct act_row act = act_row_of(maker, entry->act);

	return (struct version_row){ .day = entry->day,
		.day_text = italian_date(entry->day, maker->arena),
		.kind = slice_from(italian_version_kind(entry->kind)),
		.title = act.title,
		.reference = act.reference,
		.url = act.url,
		.has_title = act.has_title,
		.note = entry->note };
}
