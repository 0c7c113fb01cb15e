#include "history/kept_log.h"

#include "history/trailers.h"

#define ACTS_FOLDER "content/atti/"

struct keeping {
	const struct site_history *history;
	const struct source_log *log;
	bool *hidden;        /* one a commit */
	struct map by_place; /* where an act that is public stands or stood -> struct act */
	struct arena *scratch;
};

static void hide(struct keeping *keeping, struct slice path, size_t before)
{
	source_log_hide(keeping->log, path, before, keeping->hidden);
}

/* --- what oscuramenti.yaml hides --------------------------------------------------------------- */

/* So many commits, from the first one on, are hidden: all before the last one of an earlier time. */
static size_t hidden_before(
    const struct redaction *redaction, size_t commit, const struct source_log *log)
{
	size_t before = log->commit_count;
	int64_t time;

	if (!date_known(redaction->before.day))
		return commit;
	time = moment_to_unix(redaction->before);
	while (before && log->commits[before - 1].time >= time)
		before--;
	return before;
}

/* "2024/dczi-1" of an act's file, and of what lies in its folder; empty for other paths. */
static struct slice place_of(struct slice path)
{
	struct slice below = slice_from_index(path, sizeof ACTS_FOLDER - 1), year, name, rest;

	if (!slice_starts(path, ACTS_FOLDER) || !slice_cut(below, '/', &year, &rest))
		return SLICE("");
	if (!slice_cut(rest, '/', &name, &rest)) {
		if (!slice_ends(name, ".md"))
			return SLICE("");
		name.len -= sizeof ".md" - 1;
	}
	return slice_sub(below, 0, year.len + 1 + name.len);
}

static void hide_place(struct keeping *keeping, struct slice place, size_t before)
{
	struct arena *scratch = keeping->scratch;

	hide(keeping, act_file_path(place, scratch), before);
	hide(keeping, ARENA_CONCAT(scratch, SLICE(ACTS_FOLDER), place, SLICE("/")), before);
}

static bool stood_at(const struct act *act, struct slice place)
{
	bool found = slice_eq(act->place, place);

	for (size_t i = 0; !found && i < act->former_places.count; i++)
		found = slice_eq(act->former_places.items[i], place);
	return found;
}

/* An entry for an act's file or an attachment hides all of the act, wherever it stood. */
static void hide_redacted(struct keeping *keeping, const struct redaction *redaction, size_t before)
{
	const struct site *site = keeping->history->site;
	struct slice place = place_of(redaction->path);

	hide(keeping, redaction->path, before);
	if (slice_empty(place))
		return;
	hide_place(keeping, place, before);
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (!stood_at(act, place))
			continue;
		hide_place(keeping, act->place, before);
		for (size_t n = 0; n < act->former_places.count; n++)
			hide_place(keeping, act->former_places.items[n], before);
	}
}

/* --- what the site does not show --------------------------------------------------------------- */

static void find_public(struct keeping *keeping)
{
	const struct site *site = keeping->history->site;

	for (size_t i = 0; i < site->acts.count; i++) {
		struct act *act = site->acts.items[i];

		if (act_visibility(act, site->today, false) != VISIBILITY_PUBLIC)
			continue;
		map_put(&keeping->by_place, keeping->scratch, act->place, act);
		for (size_t n = 0; n < act->former_places.count; n++)
			map_put(
			    &keeping->by_place, keeping->scratch, act->former_places.items[n], act);
	}
}

/* Is it the file or an attachment of a public act, where that is or was? */
static bool is_of_public_act(const struct keeping *keeping, struct slice path)
{
	struct slice place = place_of(path);
	const struct act *act = map_get(&keeping->by_place, place);
	size_t folder = sizeof ACTS_FOLDER - 1 + place.len + 1;

	if (!act)
		return false;
	for (size_t i = 0; i < act->attachments.count; i++)
		if (slice_eq(act->attachments.items[i].name, slice_from_index(path, folder)))
			return true;
	return slice_is(slice_from_index(path, folder - 1), ".md");
}

static bool is_shown(const struct keeping *keeping, struct slice path)
{
	const struct content_file *file;

	if (slice_starts(path, ACTS_FOLDER))
		return is_of_public_act(keeping, path);
	file = map_get(&keeping->history->site->files_by_path, path);
	return file && file->kind != FILE_UNKNOWN;
}

static void hide_unshown(struct keeping *keeping)
{
	const struct source_log *log = keeping->log;

	for (size_t i = 0; i < log->change_count; i++) {
		struct slice path = log->changes[i].path;

		if ((i == 0 || !slice_eq(log->changes[i - 1].path, path)) &&
		    !is_shown(keeping, path))
			hide(keeping, path, log->commit_count);
	}
}

/* --- notes ------------------------------------------------------------------------------------- */

/* Commits whose note a page quotes. */
static bool *find_quoted(struct keeping *keeping, struct diagnostics *unheard)
{
	const struct site_history *history = keeping->history;
	bool *quoted = ARENA_COUNT(keeping->scratch, bool, keeping->log->commit_count);

	for (size_t i = 0; i < history->page_count; i++)
		for (size_t n = 0; n < history->pages[i].count; n++) {
			const struct history_entry *entry = &history->pages[i].entries[n];
			size_t commit = history->shown[i][n].commit;
			struct commit_note said;

			if (slice_empty(keeping->log->commits[commit].message))
				continue;
			said = commit_note_read(
			    &keeping->log->commits[commit], keeping->scratch, unheard);
			if (slice_eq(entry->note, said.note))
				quoted[commit] = true;
		}
	return quoted;
}

static void hide_unquoted(struct keeping *keeping)
{
	struct diagnostics unheard;
	bool *quoted;

	diagnostics_init(&unheard);
	quoted = find_quoted(keeping, &unheard);
	for (size_t i = 0; i < keeping->log->commit_count; i++)
		if (!slice_empty(keeping->log->commits[i].message) && !quoted[i])
			keeping->hidden[i] = true;
	diagnostics_release(&unheard);
}

void log_keep(const struct site_history *history, const struct source_log *log,
    const size_t *redaction_commits, struct diagnostics *diagnostics)
{
	const struct site *site = history->site;
	struct keeping keeping = { .history = history, .log = log, .scratch = arena_new() };

	if (source_cache(site->source) >= 0) {
		keeping.hidden = ARENA_COUNT(keeping.scratch, bool, log->commit_count);
		for (size_t i = 0; i < site->redactions.count; i++)
			hide_redacted(&keeping, site->redactions.items[i],
			    hidden_before(site->redactions.items[i], redaction_commits[i], log));
		find_public(&keeping);
		hide_unshown(&keeping);
		hide_unquoted(&keeping);
		source_log_keep(site->source, log, keeping.hidden,
		    !diagnostics_blocking(diagnostics), diagnostics);
	}
	arena_free(keeping.scratch);
}
