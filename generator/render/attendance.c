#include "render/attendance.h"

#include "model/url.h"
#include "render/facts.h"
#include "render/italiano.h"

static const struct view_field attendance_row_fields[] = {
	VIEW_TEXT(struct attendance_row, organisation, "ente"),
	VIEW_URL(struct attendance_row, organisation_url, "url_ente"),
	VIEW_TEXT(struct attendance_row, representative, "rappresentante"),
	VIEW_TEXT(struct attendance_row, outcome, "presenza"),
	VIEW_TEXT(struct attendance_row, share, "quota"),
};
static const struct view attendance_row_view =
    VIEW("riga delle presenze", struct attendance_row, attendance_row_fields);

static const struct view_field attendance_table_fields[] = {
	PICTOGRAM_FIELD(struct attendance_table, picture),
	VIEW_FLAG(struct attendance_table, has_shares, "con_quote"),
	VIEW_LIST(
	    struct attendance_table, rows, "righe", struct attendance_row, &attendance_row_view),
};
const struct view attendance_table_view =
    VIEW("presenze", struct attendance_table, attendance_table_fields);

struct slice name_of(const struct reference *person, struct slice name)
{
	const struct person *found = person->found;

	return found ? found->name : name;
}

struct slice organisation_path(const struct organisation *organisation, struct arena *arena)
{
	if (!organisation || organisation->type != ORGANISATION_MUNICIPALITY)
		return SLICE("");
	return url_municipality(organisation, arena);
}

static struct attendance_row row_of(struct maker *maker, const struct attendance *attendance)
{
	const struct organisation *organisation = attendance->organisation.found;
	struct slice path = organisation_path(organisation, maker->arena);

	return (struct attendance_row){
		.organisation = organisation ? organisation->name : attendance->organisation.id,
		.organisation_url = slice_empty(path) ? path : maker_link(maker, path),
		.representative = italian_representative(attendance, maker->arena),
		.outcome = italian_attendance(attendance, maker->arena),
		.share = italian_decimal(attendance->share, maker->arena),
	};
}

const struct attendance_table *attendance_table_of(
    struct maker *maker, const struct attendance *attendance, size_t count)
{
	struct attendance_table *table = ARENA_NEW(maker->arena, struct attendance_table);

	for (size_t i = 0; i < count; i++) {
		*ARENA_PUSH(maker->arena, &table->rows) = row_of(maker, &attendance[i]);
		table->has_shares = table->has_shares || attendance[i].share.text.len > 0;
	}
	pictogram_of_attendance(maker, attendance, count, &table->picture);
	return count ? table : NULL;
}
