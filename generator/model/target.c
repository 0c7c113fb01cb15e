#include "model/target.h"

#include "model/url.h"

/* Pages whose path is a word of its own. */
static const char *const fixed_paths[] = {
	"",
	"atti/",
	"sedute/",
	"programma/",
	"conferenza/",
	"persone/",
	"comuni/",
	"organi/",
	"tavoli/",
	"rapporti/",
	"regolamenti/",
	"normativa/",
	"scuole/",
	"novita/",
	"archivio/",
	"glossario/",
	"mappa/",
	"contatti/",
	"note-legali/",
	"privacy/",
	"accessibilita/",
};

static bool is_external(struct slice target)
{
	return slice_starts(target, "http://") || slice_starts(target, "https://") ||
	       slice_starts(target, "mailto:") || slice_starts(target, "tel:");
}

static bool has_anchor(const struct content_file *file, struct slice anchor)
{
	for (size_t i = 0; file && i < file->anchors.count; i++)
		if (slice_eq(file->anchors.items[i].anchor, anchor))
			return true;
	return false;
}

/* Is there such a place in the file? What a fragment means in an attachment its reader knows ("#page=2"). */
static bool has_place(const struct content_file *file, bool has_fragment, struct slice fragment)
{
	return !has_fragment || file->kind == FILE_ATTACHMENT || has_anchor(file, fragment);
}

static const struct act *act_of_file(
    const struct site *site, const struct content_file *file, struct arena *arena)
{
	struct slice place =
	    file->kind == FILE_ATTACHMENT
		? file->folder
		: arena_printf(arena, "%.*s/%.*s", SLICE_ARGS(file->folder), SLICE_ARGS(file->id));

	return map_get(&site->by_id[TARGET_ACT], place);
}

static bool act_page(const struct site *site, const struct content_file *file, struct arena *arena,
    struct slice *path)
{
	const struct act *act = act_of_file(site, file, arena);

	if (!act || act->visibility == VISIBILITY_NOWHERE)
		return false;
	*path = url_act(act);
	return true;
}

static bool attachment_page(const struct site *site, const struct content_file *file,
    struct arena *arena, struct slice *path)
{
	const struct act *act = act_of_file(site, file, arena);

	for (size_t i = 0; act && i < act->attachments.count; i++)
		if (act->attachments.items[i].file == file &&
		    act->visibility == VISIBILITY_PUBLIC) {
			*path = url_attachment(act, file->id, arena);
			return true;
		}
	return false;
}

/* The page of a content file, where it has one that people can see. */
static bool file_page(const struct site *site, const struct content_file *file, struct arena *arena,
    struct slice *path)
{
	struct slice id = file->id, folder = file->folder;

	switch (file->kind) {
	case FILE_ACT: return act_page(site, file, arena, path);
	case FILE_ATTACHMENT: return attachment_page(site, file, arena, path);
	case FILE_BODY: *path = arena_printf(arena, "organi/%.*s/", SLICE_ARGS(id)); break;
	case FILE_MEETING: *path = arena_printf(arena, "sedute/%.*s/", SLICE_ARGS(id)); break;
	case FILE_WORKING_TABLE: *path = arena_printf(arena, "tavoli/%.*s/", SLICE_ARGS(id)); break;
	case FILE_REPORT: *path = arena_printf(arena, "rapporti/%.*s/", SLICE_ARGS(id)); break;
	case FILE_PAGE: *path = arena_printf(arena, "%.*s/", SLICE_ARGS(id)); break;
	case FILE_PROGRAMME:
		*path = arena_printf(arena, "programma/%.*s/", SLICE_ARGS(folder));
		break;
	case FILE_POINT:
		*path = arena_printf(
		    arena, "programma/%.*s/punti/%.*s/", SLICE_ARGS(folder), SLICE_ARGS(id));
		break;
	case FILE_REGULATION:
		*path = arena_printf(
		    arena, "regolamenti/%.*s/%.*s/", SLICE_ARGS(folder), SLICE_ARGS(id));
		break;
	default: return false;
	}
	return true;
}

static bool is_fixed(struct slice path)
{
	for (size_t i = 0; i < sizeof fixed_paths / sizeof fixed_paths[0]; i++)
		if (slice_is(path, fixed_paths[i]))
			return true;
	return false;
}

/* The part of a path behind a prefix and before its last slash; false where it is not of that form. */
static bool between(struct slice path, const char *prefix, struct slice *part)
{
	if (!slice_starts(path, prefix) || !slice_ends(path, "/"))
		return false;
	*part = slice_from_index(path, slice_from(prefix).len);
	if (part->len)
		part->len--;
	return !slice_empty(*part);
}

static bool is_page_of_programme(const struct site *site, struct slice rest)
{
	for (size_t i = 0; i < site->programmes.count; i++) {
		const struct programme *programme = site->programmes.items[i];
		struct slice years, part;

		slice_cut(rest, '/', &years, &part);
		if (!slice_eq(years, programme->id))
			continue;
		if (slice_empty(part) || slice_is(part, "cronoprogramma") ||
		    slice_is(part, "scadenze") || slice_is(part, "stampa"))
			return true;
		for (size_t n = 0; n < programme->points.count; n++)
			if (slice_starts(part, "punti/") &&
			    slice_eq(
				slice_from_index(part, 6), programme->points.items[n]->file->id))
				return true;
	}
	return false;
}

static bool is_attachment_path(const struct site *site, struct slice path)
{
	size_t at = slice_find(path, "/allegati/");
	const struct act *act;
	struct slice name;

	if (!slice_starts(path, "atti/") || at == SLICE_NONE)
		return false;
	act = map_get(&site->by_id[TARGET_ACT], slice_sub(path, 5, at));
	name = slice_from_index(path, at + 10);
	for (size_t i = 0; act && i < act->attachments.count; i++)
		if (act->visibility == VISIBILITY_PUBLIC && act->attachments.items[i].file &&
		    slice_eq(act->attachments.items[i].name, name))
			return true;
	return false;
}

/* Of acts by year, kind and status there is a list where an act would stand in it. */
static bool is_list_of_acts(const struct site *site, struct slice path, struct arena *arena)
{
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (act->visibility == VISIBILITY_PUBLIC &&
		    (slice_eq(path, url_acts_year(act->order_year, arena)) ||
			slice_eq(path, url_acts_of_type(act->type, arena)) ||
			slice_eq(path, url_acts_in_status(act->status.status, arena))))
			return true;
	}
	return false;
}

static bool is_municipality(const struct site *site, struct slice id)
{
	const struct organisation *found = map_get(&site->by_id[TARGET_ORGANISATION], id);

	return found && found->type == ORGANISATION_MUNICIPALITY;
}

static bool is_point_number(const struct site *site, struct slice number, struct arena *arena)
{
	for (size_t i = 0; i < site->programmes.count; i++)
		if (map_get(&site->by_id[TARGET_POINT],
			arena_printf(arena, "%.*s/%.*s", SLICE_ARGS(site->programmes.items[i]->id),
			    SLICE_ARGS(number))))
			return true;
	return false;
}

/* What the rest of "atti/<rest>/" names: an act, or a list. */
static bool is_path_of_acts(
    const struct site *site, struct slice path, struct slice rest, struct arena *arena)
{
	const struct act *act = map_get(&site->by_id[TARGET_ACT], rest);
	struct slice kind, value;

	if (act)
		return act->visibility != VISIBILITY_NOWHERE;
	slice_cut(rest, '/', &kind, &value);
	if (slice_is(kind, "organo"))
		return map_get(&site->by_id[TARGET_BODY], value) != NULL;
	if (slice_is(kind, "argomento"))
		return map_get(&site->by_id[TARGET_TOPIC], value) != NULL;
	if (slice_is(kind, "comune"))
		return is_municipality(site, value);
	if (slice_is(kind, "punto"))
		return is_point_number(site, value, arena);
	return is_list_of_acts(site, path, arena);
}

/* "<id>" or "<id>/<date>" */
static bool is_regulation(const struct site *site, struct slice part)
{
	struct slice id, day;
	struct date date;

	if (!slice_cut(part, '/', &id, &day))
		return map_get(&site->by_id[TARGET_REGULATION], id) != NULL;
	for (size_t i = 0; i < site->regulations.count && date_parse(day, &date); i++)
		if (slice_eq(site->regulations.items[i]->id, id) &&
		    date_eq(site->regulations.items[i]->date, date))
			return true;
	return false;
}

static bool is_site_path(const struct site *site, struct slice path, struct arena *arena)
{
	struct slice part;

	if (is_fixed(path) || is_attachment_path(site, path))
		return true;
	if (between(path, "atti/", &part))
		return is_path_of_acts(site, path, part, arena);
	if (between(path, "programma/", &part))
		return is_page_of_programme(site, part);
	if (between(path, "sedute/", &part))
		return map_get(&site->by_id[TARGET_MEETING], part) != NULL;
	if (between(path, "organi/", &part))
		return map_get(&site->by_id[TARGET_BODY], part) != NULL;
	if (between(path, "comuni/", &part))
		return is_municipality(site, part);
	if (between(path, "tavoli/", &part))
		return map_get(&site->by_id[TARGET_WORKING_TABLE], part) != NULL;
	if (between(path, "rapporti/", &part))
		return map_get(&site->by_id[TARGET_REPORT], part) != NULL;
	if (between(path, "regolamenti/", &part))
		return is_regulation(site, part);
	for (size_t i = 0; i < site->pages.count; i++)
		if (between(path, "", &part) && slice_eq(part, site->pages.items[i]->id))
			return true;
	return false;
}

/* "content/atti/2024/x.md" and "../2023/y.md" give "content/atti/2023/y.md"; empty where it leads out. */
static struct slice joined_path(struct slice from, struct slice relative, struct arena *arena)
{
	struct slice folder = slice_sub(from, 0, slice_find_last_byte(from, '/'));
	struct slice name;

	while (slice_starts(relative, "./"))
		relative = slice_from_index(relative, 2);
	while (slice_starts(relative, "../")) {
		size_t slash = slice_find_last_byte(folder, '/');

		if (slash == SLICE_NONE)
			return SLICE("");
		folder = slice_sub(folder, 0, slash);
		relative = slice_from_index(relative, 3);
	}
	name = arena_printf(arena, "%.*s/%.*s", SLICE_ARGS(folder), SLICE_ARGS(relative));
	return name;
}

/* The act that stood at "atti/<place>/" or in "content/atti/<place>.md", and is whole elsewhere now; or null. */
static const struct act *act_moved_from(
    const struct site *site, struct slice path, const char *before, const char *behind)
{
	size_t start = slice_from(before).len, end = slice_from(behind).len;
	struct slice place;

	if (!slice_starts(path, before) || !slice_ends(path, behind) || path.len < start + end)
		return NULL;
	place = slice_sub(path, start, path.len - end);
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		for (size_t n = 0; n < act->former_places.count; n++)
			if (slice_eq(act->former_places.items[n], place))
				return act->visibility == VISIBILITY_PUBLIC ? act : NULL;
	}
	return NULL;
}

/* A link to a former place leads to where the act is now: moving an act breaks no text of others. */
static enum link_target moved_target(const struct act *act, bool has_fragment,
    struct slice fragment, struct arena *arena, struct slice *path)
{
	if (!act || !has_place(act->file, has_fragment, fragment))
		return TARGET_BROKEN;
	*path = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(act->path), has_fragment ? "#" : "",
	    SLICE_ARGS(fragment));
	return TARGET_INSIDE;
}

enum link_target site_link_target(const struct site *site, const struct content_file *file,
    struct slice target, struct arena *arena, struct slice *path)
{
	const struct content_file *other;
	struct slice place, fragment, found;
	bool has_fragment = slice_cut(target, '#', &place, &fragment);

	if (is_external(target))
		return TARGET_OUTSIDE;
	if (slice_empty(place))
		return file && has_anchor(file, fragment) ? TARGET_OUTSIDE : TARGET_BROKEN;
	if (slice_starts(place, "/")) {
		place = slice_from_index(place, 1);
		*path = slice_from_index(target, 1);
		if (is_site_path(site, place, arena))
			return TARGET_INSIDE;
		return moved_target(
		    act_moved_from(site, place, "atti/", "/"), has_fragment, fragment, arena, path);
	}
	if (!file)
		return TARGET_BROKEN;
	place = joined_path(file->path, place, arena);
	other = map_get(&site->files_by_path, place);
	if (!other)
		return moved_target(act_moved_from(site, place, "content/atti/", ".md"),
		    has_fragment, fragment, arena, path);
	if (!file_page(site, other, arena, &found) || !has_place(other, has_fragment, fragment))
		return TARGET_BROKEN;
	*path = has_fragment
		    ? arena_printf(arena, "%.*s#%.*s", SLICE_ARGS(found), SLICE_ARGS(fragment))
		    : found;
	return TARGET_INSIDE;
}
