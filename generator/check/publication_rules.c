/* What is kept about publishing itself: oscuramenti, cessati, note_pubbliche, and acts that vanished (design 4.1, 6, 10). */
#include "check/rule.h"

/* "2024/dczi-1" from "content/atti/2024/dczi-1.md"; empty for another kind of path. */
static struct slice place_of_path(struct slice path)
{
	static const char folder[] = "content/atti/";
	struct slice place = SLICE("");

	if (slice_starts(path, folder) && slice_ends(path, ".md"))
		place = slice_sub(path, sizeof folder - 1, path.len - 3);
	/* One folder below: what stands deeper is an attachment. */
	if (slice_find_byte(place, '/') != slice_find_last_byte(place, '/'))
		return SLICE("");
	return place;
}

/* "2024/dczi-1" from "/atti/2024/dczi-1/". */
static struct slice place_of_url(struct slice url)
{
	static const char folder[] = "/atti/";

	if (!slice_starts(url, folder) || !slice_ends(url, "/") || url.len < sizeof folder)
		return SLICE("");
	return slice_sub(url, sizeof folder - 1, url.len - 1);
}

static bool is_ceased(const struct site *site, struct slice place)
{
	for (size_t i = 0; i < site->ceased.count; i++)
		if (!slice_empty(place) &&
		    slice_eq(place_of_url(site->ceased.items[i]->url), place))
			return true;
	return false;
}

/* The act that names the place in `gia`, or null. */
static const struct act *successor_of(const struct site *site, struct slice place)
{
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		for (size_t n = 0; n < act->former_places.count; n++)
			if (slice_eq(act->former_places.items[n], place))
				return act;
	}
	return NULL;
}

/* A file that is there, stood there under `gia`, or is gone as cessati.yaml says. */
static bool is_known_path(const struct check *check, struct slice path)
{
	struct slice place = place_of_path(path);

	return check_file(check, path) || is_ceased(check->site, place) ||
	       (!slice_empty(place) && successor_of(check->site, place));
}

/*
 * An attachment of an act that is known: one that is gone by now too, since an entry for it covers the act's earlier
 * versions, which name it.
 */
static bool is_beside_act(const struct check *check, struct slice path)
{
	static const char folder[] = "content/atti/";
	struct slice rest, year, id, name;

	if (!slice_starts(path, folder))
		return false;
	rest = slice_from_index(path, sizeof folder - 1);
	return slice_cut(rest, '/', &year, &rest) && slice_cut(rest, '/', &id, &name) && name.len &&
	       is_known_path(check, arena_printf(check->scratch, "%s%.*s/%.*s.md", folder,
					SLICE_ARGS(year), SLICE_ARGS(id)));
}

static struct slice shown_moment(const struct check *check, struct moment moment)
{
	return arena_printf(check->scratch, "%.*sT%02d:%02d",
	    SLICE_ARGS(shown_date(check, moment.day)), moment.hour, moment.minute);
}

static void check_redactions(struct check *check)
{
	static const struct slice path = SLICE_INIT("content/oscuramenti.yaml");
	const struct site *site = check->site;

	for (size_t i = 0; i < site->redactions.count; i++) {
		const struct redaction *each = site->redactions.items[i];

		if (!slice_empty(each->path) && !is_known_path(check, each->path) &&
		    !is_beside_act(check, each->path))
			diag1(check->diagnostics, DIAG_REDACTION_PATH_UNKNOWN,
			    key_position(each->node, "percorso", path), each->path);
		if (date_surely_before(site->today, each->before.day))
			diag1(check->diagnostics, DIAG_REDACTION_FUTURE,
			    key_position(each->node, "prima_di", path),
			    shown_moment(check, each->before));
	}
}

/* A path of design 5: /atti/2024/dczi-1/ or a file below one. */
static bool is_site_url(struct slice url)
{
	struct slice last = slice_from_index(url, slice_find_last_byte(url, '/') + 1);

	if (!slice_starts(url, "/") || url.len < 2 || slice_find(url, "//") != SLICE_NONE ||
	    slice_find(url, "..") != SLICE_NONE)
		return false;
	for (size_t i = 0; i < url.len; i++)
		if (!ascii_is_alnum(url.p[i]) &&
		    slice_find_byte(SLICE("/-_."), url.p[i]) == SLICE_NONE)
			return false;
	return slice_empty(last) || slice_find_byte(last, '.') != SLICE_NONE;
}

static void check_ceased(struct check *check)
{
	static const struct slice path = SLICE_INIT("content/cessati.yaml");
	const struct site *site = check->site;

	for (size_t i = 0; i < site->ceased.count; i++) {
		const struct ceased *each = site->ceased.items[i];
		struct position at = key_position(each->node, "url", path);
		const struct act *act;

		if (slice_empty(each->url))
			continue;
		if (!is_site_url(each->url))
			diag1(check->diagnostics, DIAG_CEASED_URL, at, each->url);
		act = map_get(&site->by_id[TARGET_ACT], place_of_url(each->url));
		if (act && act_visibility(act, site->today, false) != VISIBILITY_NOWHERE)
			diag2(check->diagnostics, DIAG_CEASED_LIVE, at, each->url, act->file->path);
	}
}

static void check_notes(struct check *check)
{
	static const struct slice path = SLICE_INIT("content/note_pubbliche.yaml");
	const struct site *site = check->site;

	for (size_t i = 0; i < site->public_notes.count; i++) {
		const struct public_note *each = site->public_notes.items[i];
		int named = has_key(each->node, "commit") + has_key(each->node, "data");

		if (!slice_empty(each->path) && !is_known_path(check, each->path))
			diag1(check->diagnostics, DIAG_PUBLIC_NOTE_PATH,
			    key_position(each->node, "percorso", path), each->path);
		if (named != 1)
			diag1(check->diagnostics, DIAG_PUBLIC_NOTE_WHICH,
			    yaml_position(each->node, path), shown_number(check, named));
		if (!slice_empty(each->type) && change_kind_from(each->type) == KIND_NONE)
			diag1(check->diagnostics, DIAG_PUBLIC_NOTE_KIND,
			    key_position(each->node, "tipo", path), each->type);
	}
}

void check_vanished(const struct site *site, const struct slice *once_public, size_t count,
    struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < count; i++) {
		struct slice place = place_of_path(once_public[i]);
		const struct content_file *file = map_get(&site->files_by_path, once_public[i]);
		const struct act *act = map_get(&site->by_id[TARGET_ACT], place);

		if (slice_empty(place) || is_ceased(site, place) || successor_of(site, place))
			continue;
		if (!file) {
			diag1(diagnostics, DIAG_ACT_VANISHED, position_file(once_public[i]), place);
			continue;
		}
		/* What could not be read has errors of its own. */
		if (!act || file->unreadable ||
		    act_visibility(act, site->today, false) != VISIBILITY_NOWHERE)
			continue;
		diag1(diagnostics, DIAG_ACT_WITHDRAWN,
		    key_position(act->node,
			act->state == ACT_STATE_DRAFT ? "stato" : "pubblicato_dal", file->path),
		    place);
	}
}

static const struct rule rules[] = {
	{ .site = check_redactions, REPORTS(DIAG_REDACTION_PATH_UNKNOWN, DIAG_REDACTION_FUTURE) },
	{ .site = check_ceased, REPORTS(DIAG_CEASED_URL, DIAG_CEASED_LIVE) },
	{ .site = check_notes,
	    REPORTS(DIAG_PUBLIC_NOTE_PATH, DIAG_PUBLIC_NOTE_WHICH, DIAG_PUBLIC_NOTE_KIND) },
};

const struct rule_table publication_rules = { rules, sizeof rules / sizeof *rules };
