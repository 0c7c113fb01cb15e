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

/* The page of a content file, where it has one that people can see. */
static bool file_page(const struct site *site, const struct content_file *file, struct arena *arena,
    struct slice *path)
{
	const struct act *act;

	if (file->kind == FILE_ACT || file->kind == FILE_ATTACHMENT) {
		struct slice place = file->kind == FILE_ATTACHMENT
					 ? file->folder
					 : arena_printf(arena, "%.*s/%.*s",
					       SLICE_ARGS(file->folder), SLICE_ARGS(file->id));

		act = map_get(&site->by_id[TARGET_ACT], place);
		if (!act || act->visibility == VISIBILITY_NOWHERE)
			return false;
		if (file->kind == FILE_ACT) {
			*path = url_act(act);
			return true;
		}
		for (size_t i = 0; i < act->attachments.count; i++)
			if (act->attachments.items[i].file == file &&
			    act->visibility == VISIBILITY_PUBLIC) {
				*path = url_attachment(act, file->id, arena);
				return true;
			}
		return false;
	}
	if (file->kind == FILE_PAGE) {
		*path = arena_printf(arena, "%.*s/", SLICE_ARGS(file->id));
		return true;
	}
	return false;
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

static bool is_site_path(const struct site *site, struct slice path)
{
	const struct act *act;
	struct slice part;

	if (is_fixed(path) || is_attachment_path(site, path))
		return true;
	if (between(path, "atti/", &part)) {
		act = map_get(&site->by_id[TARGET_ACT], part);
		return act && act->visibility != VISIBILITY_NOWHERE;
	}
	if (between(path, "programma/", &part))
		return is_page_of_programme(site, part);
	if (between(path, "sedute/", &part))
		return map_get(&site->by_id[TARGET_MEETING], part) != NULL;
	if (between(path, "organi/", &part))
		return map_get(&site->by_id[TARGET_BODY], part) != NULL;
	if (between(path, "comuni/", &part)) {
		const struct organisation *found = map_get(&site->by_id[TARGET_ORGANISATION], part);

		return found && found->type == ORGANISATION_MUNICIPALITY;
	}
	if (between(path, "tavoli/", &part))
		return map_get(&site->by_id[TARGET_WORKING_TABLE], part) != NULL;
	if (between(path, "rapporti/", &part))
		return map_get(&site->by_id[TARGET_REPORT], part) != NULL;
	if (between(path, "regolamenti/", &part))
		return map_get(&site->by_id[TARGET_REGULATION], part) != NULL;
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
		*path = slice_from_index(target, 1);
		return is_site_path(site, slice_from_index(place, 1)) ? TARGET_INSIDE
								      : TARGET_BROKEN;
	}
	if (!file)
		return TARGET_BROKEN;
	other = map_get(&site->files_by_path, joined_path(file->path, place, arena));
	if (!other || !file_page(site, other, arena, &found) ||
	    (has_fragment && !has_anchor(other, fragment)))
		return TARGET_BROKEN;
	*path = has_fragment
		    ? arena_printf(arena, "%.*s#%.*s", SLICE_ARGS(found), SLICE_ARGS(fragment))
		    : found;
	return TARGET_INSIDE;
}
