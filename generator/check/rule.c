#include "check/rule.h"

const struct content_file *check_file(const struct check *check, struct slice path)
{
	return map_get(&check->site->files_by_path, path);
}

struct slice shown_date(const struct check *check, struct date date)
{
	return date_iso(date, check->scratch);
}

struct slice shown_number(const struct check *check, int64_t number)
{
	return arena_printf(check->scratch, "%lld", (long long)number);
}

bool date_surely_before(struct date a, struct date b)
{
	return date_known(a) && date_known(b) && date_cmp(date_last_day(a), date_first_day(b)) < 0;
}

void check_not_before(struct check *check, const struct content_file *file, struct dated_key later,
    struct dated_key earlier)
{
	if (date_surely_before(later.date, earlier.date))
		diag4(check->diagnostics, DIAG_DATES_ORDER, at_key(file, later.map, later.key),
		    slice_from(later.shown), shown_date(check, later.date),
		    slice_from(earlier.shown), shown_date(check, earlier.date));
}

void check_span(struct check *check, const struct content_file *file, const struct yaml_node *map,
    struct date begin, struct date end, const char *end_key)
{
	if (date_surely_before(end, begin))
		diag2(check->diagnostics, DIAG_DATES_REVERSED, at_key(file, map, end_key),
		    shown_date(check, end), shown_date(check, begin));
}

void check_person(
    struct check *check, const struct content_file *file, const struct yaml_node *map, bool needed)
{
	bool person = has_key(map, "persona"), name = has_key(map, "nome");

	/* A scalar in place of the mapping is the one or the other. */
	if (!map || map->kind != YAML_MAP)
		return;
	if (person && name)
		diag0(check->diagnostics, DIAG_PERSON_AND_NAME, at_key(file, map, "nome"));
	else if (needed && !person && !name)
		diag0(check->diagnostics, DIAG_PERSON_MISSING, yaml_position(map, file->path));
}
