#include "history/site_history.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/workers.h"
#include "history/old_blob.h"
#include "history/revision_facts.h"
#include "parse/intake.h"

#define REDACTIONS_MAX ((size_t)1 << 20)
#define REDACTIONS_PATH "content/oscuramenti.yaml"

struct worker {
	struct arena *scratch;
	struct diagnostics unheard; /* old versions are read without a word */
	struct diagnostics diagnostics;
};

struct reading {
	const struct site *site;
	struct site_history *history;
	const struct source_log *log;
	struct worker *workers;
	struct arena **keep;             /* one a worker: what the history keeps */
	const size_t *redaction_commits; /* one a redaction without prima_di */
};

/* --- what is obscured -------------------------------------------------------------------------- */

static struct slice act_path(struct arena *arena, struct slice place)
{
	return arena_printf(arena, "content/atti/%.*s.md", SLICE_ARGS(place));
}

/* Is it the act's file, one of its attachments, or the same at a former place? */
static bool covers(const struct redaction *redaction, const struct act *act, struct arena *scratch)
{
	for (size_t i = 0; i <= act->former_places.count; i++) {
		struct slice place = i ? act->former_places.items[i - 1] : act->place;
		struct slice folder =
		    arena_printf(scratch, "content/atti/%.*s/", SLICE_ARGS(place));

		if (slice_eq(redaction->path, act_path(scratch, place)) ||
		    slice_eq(slice_sub(redaction->path, 0, folder.len), folder))
			return true;
	}
	return false;
}

static size_t obscurings_of(struct reading *reading, const struct act *act, struct arena *scratch,
    struct obscuring **obscurings)
{
	const struct site *site = reading->site;
	size_t count = 0;

	*obscurings = ARENA_COUNT(scratch, struct obscuring, site->redactions.count);
	for (size_t i = 0; i < site->redactions.count; i++) {
		const struct redaction *redaction = site->redactions.items[i];
		bool by_time = date_known(redaction->before.day);

		if (covers(redaction, act, scratch))
			(*obscurings)[count++] = (struct obscuring){ .by_time = by_time,
				.time = by_time ? moment_to_unix(redaction->before) : 0,
				.commit = reading->redaction_commits[i] };
	}
	return count;
}

/* How many entries for the path without prima_di this text of oscuramenti.yaml holds. */
static size_t count_entries(const struct yaml_node *root, struct slice path)
{
	const struct yaml_node *list = root->kind == YAML_MAP ? yaml_get(root, "elenco") : root;
	size_t count = 0;

	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		const struct yaml_node *where =
		    item->kind == YAML_MAP ? yaml_get(item, "percorso") : NULL;

		count += where && slice_eq(where->text, path) && !yaml_get(item, "prima_di");
	}
	return count;
}

/* Which of the entries for its path without prima_di the redaction is, from 1. */
static size_t rank_of(const struct site *site, size_t which)
{
	size_t rank = 1;

	for (size_t i = 0; i < which; i++)
		rank += slice_eq(
			    site->redactions.items[i]->path, site->redactions.items[which]->path) &&
			!date_known(site->redactions.items[i]->before.day);
	return rank;
}

/*
 * For each redaction without a time, the first commit that holds it; behind the last one where it is not yet
 * committed, so that everything is hidden from the moment it is written. A second entry for a path, of a second
 * mishap, is held by the first commit that holds two; one that was taken out and put back, by the one that put it back.
 */
static int find_redaction_commits(
    struct reading *reading, struct worker *worker, struct arena *arena)
{
	const struct site *site = reading->site;
	size_t *commits = ARENA_COUNT(arena, size_t, site->redactions.count);
	bool *begun = ARENA_COUNT(arena, bool, site->redactions.count);
	size_t count;
	const struct source_change *changes =
	    source_log_of(reading->log, SLICE(REDACTIONS_PATH), &count);

	for (size_t n = 0; n < site->redactions.count; n++)
		commits[n] = reading->log->commit_count;
	for (size_t i = count; i-- > 0;) {
		struct slice bytes, text;
		struct yaml_node *root;
		int read;

		/* An entry that was taken out and put back is a new one. */
		if (!changes[i].has_blob)
			break;
		read = old_blob_read(site->source, changes[i].oid, changes[i].path, REDACTIONS_MAX,
		    worker->scratch, &bytes, &worker->diagnostics);
		if (read < 0)
			return -1;
		if (read == 0 || text_intake(bytes, changes[i].path, worker->scratch,
				     &worker->unheard, &text) != 0)
			continue;
		root = yaml_parse(text, changes[i].path, 1, worker->scratch, &worker->unheard);
		for (size_t n = 0; root && n < site->redactions.count; n++) {
			begun[n] =
			    begun[n] ||
			    count_entries(root, site->redactions.items[n]->path) < rank_of(site, n);
			if (!begun[n])
				commits[n] = changes[i].commit;
		}
	}
	reading->redaction_commits = commits;
	return 0;
}

/* --- public notes ------------------------------------------------------------------------------ */

static bool names_commit(struct slice prefix, const unsigned char *oid)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < prefix.len && i < 2 * SOURCE_OID_SIZE; i++) {
		unsigned char byte = oid[i / 2];

		if (ascii_lower(prefix.p[i]) != digits[i % 2 ? byte & 15 : byte >> 4])
			return false;
	}
	return !slice_empty(prefix);
}

/* The note of note_pubbliche.yaml for this version, or null. */
static const struct public_note *note_for(const struct reading *reading, const struct act *act,
    const struct file_revision *revision, struct date day)
{
	const struct source_commit *commit = &reading->log->commits[revision->commit];

	for (size_t i = 0; i < reading->site->public_notes.count; i++) {
		const struct public_note *note = reading->site->public_notes.items[i];

		if (!slice_eq(note->path, act->file->path) && !slice_eq(note->path, revision->path))
			continue;
		if (names_commit(note->commit, commit->oid) ||
		    (slice_empty(note->commit) && date_known(note->date) &&
			date_eq(note->date, day)))
			return note;
	}
	return NULL;
}

/*
 * note_pubbliche.yaml speaks instead of the commit, where it has something to say. That a page ended on its last day is
 * no commit's doing: the revision is then the one that the version before it showed.
 */
static struct slice note_of(const struct reading *reading, struct worker *worker,
    const struct act *act, const struct file_revisions *revisions, const struct versions *versions,
    size_t which)
{
	const struct version *version = &versions->items[which];
	const struct file_revision *revision = &revisions->items[version->revision];
	const struct public_note *own = note_for(reading, act, revision, version->day);
	struct commit_note said = commit_note_read(
	    &reading->log->commits[revision->commit], worker->scratch, &worker->diagnostics);

	if (which > 0 && versions->items[which - 1].revision == version->revision &&
	    version->kind == VERSION_REMOVED)
		return SLICE("");
	return own && !slice_empty(own->note) ? own->note : said.note;
}

/* --- one act ----------------------------------------------------------------------------------- */

static void keep_entries(struct reading *reading, struct worker *worker, struct arena *keep,
    const struct file_revisions *revisions, const struct versions *versions,
    struct act_history *history)
{
	history->obscured_before = versions->obscured_before;
	history->count = versions->count;
	history->entries = ARENA_COUNT(keep, struct history_entry, versions->count);
	for (size_t i = 0; i < versions->count; i++) {
		const struct version *version = &versions->items[i];

		history->entries[i] = (struct history_entry){ .act = history->act,
			.kind = version->kind,
			.day = version->day,
			.number = version->number,
			.name = arena_slice(keep, version->name),
			.note = arena_slice(
			    keep, note_of(reading, worker, history->act, revisions, versions, i)) };
	}
}

static struct revision_facts *read_facts(const struct reading *reading, struct worker *worker,
    const struct act *current, const struct file_revisions *revisions)
{
	return revision_facts_read(reading->site->source, current, revisions, worker->scratch,
	    &worker->unheard, &worker->diagnostics);
}

static struct slice *former_paths(const struct act *act, struct arena *scratch)
{
	struct slice *paths = ARENA_COUNT(scratch, struct slice, act->former_places.count);

	for (size_t i = 0; i < act->former_places.count; i++)
		paths[i] = act_path(scratch, act->former_places.items[i]);
	return paths;
}

static void read_act(void *context, unsigned worker_number, size_t job)
{
	struct reading *reading = context;
	struct worker *worker = &reading->workers[worker_number];
	const struct act *act = reading->site->acts.items[job];
	struct act_history *history = &reading->history->acts[job];
	struct slice *former = former_paths(act, worker->scratch);
	struct file_revisions revisions;
	struct obscuring *obscurings;
	struct versions versions;
	size_t obscuring_count;

	history->act = act;
	for (size_t i = 0; i < act->former_places.count; i++)
		history_check_former(reading->log, former[i], act->former_places.items[i],
		    key_position(act->node, "gia", act->file->path), &worker->diagnostics);
	if (act->visibility == VISIBILITY_PUBLIC) {
		revisions = history_revisions(reading->log, act->file->path, former,
		    act->former_places.count, worker->scratch);
		obscuring_count = obscurings_of(reading, act, worker->scratch, &obscurings);
		versions = history_versions(revisions.items,
		    read_facts(reading, worker, act, &revisions), revisions.count, obscurings,
		    obscuring_count, reading->site->today, worker->scratch);
		keep_entries(
		    reading, worker, reading->keep[worker_number], &revisions, &versions, history);
	}
	arena_reset(worker->scratch);
	diagnostics_clear(&worker->unheard);
}

/* --- the site ---------------------------------------------------------------------------------- */

static int newest_first(const void *left, const void *right)
{
	const struct history_entry *a = *(const struct history_entry *const *)left;
	const struct history_entry *b = *(const struct history_entry *const *)right;
	int order = date_cmp(b->day, a->day);

	if (order == 0)
		order = act_cmp(b->act, a->act);
	return order ? order : (a->number < b->number) - (a->number > b->number);
}

static void collect_news(struct site_history *history)
{
	size_t count = 0;

	for (size_t i = 0; i < history->act_count; i++)
		count += history->acts[i].count;
	history->news = ARENA_COUNT(history->arena, const struct history_entry *, count);
	for (size_t i = 0; i < history->act_count; i++)
		for (size_t n = 0; n < history->acts[i].count; n++)
			history->news[history->news_count++] = &history->acts[i].entries[n];
	if (count > 1)
		qsort(history->news, count, sizeof *history->news, newest_first);
}

static bool is_act_path(struct slice path)
{
	struct content_file parts = { .path = path };
	bool misnamed;

	return file_kind_of(path, &parts, &misnamed) == FILE_ACT && !misnamed;
}

/* Was the file at this path public at some time up to today? */
static bool was_public(struct reading *reading, struct worker *worker, struct slice path)
{
	struct file_revisions revisions =
	    history_revisions(reading->log, path, NULL, 0, worker->scratch);
	struct revision_facts *facts = read_facts(reading, worker, NULL, &revisions);
	struct versions versions = history_versions(revisions.items, facts, revisions.count, NULL,
	    0, reading->site->today, worker->scratch);

	return versions.count > 0;
}

/* Acts' files of the log that nobody sees now: most are none, so this needs no workers. */
static void find_once_public(struct reading *reading)
{
	const struct source_log *log = reading->log;
	struct worker *worker = &reading->workers[0];

	for (size_t i = 0; i < log->change_count; i++) {
		struct slice path = log->changes[i].path;
		const struct content_file *file;
		const struct act *act = NULL;

		if ((i > 0 && slice_eq(log->changes[i - 1].path, path)) || !is_act_path(path))
			continue;
		file = map_get(&reading->site->files_by_path, path);
		if (file)
			act = map_get(&reading->site->by_id[TARGET_ACT],
			    slice_sub(path, sizeof "content/atti/" - 1, path.len - 3));
		if (act && act->visibility != VISIBILITY_NOWHERE)
			continue;
		if (was_public(reading, worker, path))
			*ARENA_PUSH(reading->history->arena, &reading->history->once_public) =
			    arena_slice(reading->history->arena, path);
		arena_reset(worker->scratch);
	}
}

static void open_workers(struct reading *reading, unsigned count)
{
	struct arena *arena = reading->history->arena;

	reading->workers = ARENA_COUNT(arena, struct worker, count);
	reading->keep = ARENA_COUNT(arena, struct arena *, count);
	reading->history->keep = reading->keep;
	reading->history->keep_count = count;
	for (unsigned i = 0; i < count; i++) {
		reading->workers[i].scratch = arena_new();
		reading->keep[i] = arena_new();
		diagnostics_init(&reading->workers[i].diagnostics);
		diagnostics_init(&reading->workers[i].unheard);
	}
}

static void close_workers(struct reading *reading, unsigned count, struct diagnostics *diagnostics)
{
	for (unsigned i = 0; i < count; i++) {
		diagnostics_merge(diagnostics, &reading->workers[i].diagnostics);
		diagnostics_release(&reading->workers[i].diagnostics);
		diagnostics_release(&reading->workers[i].unheard);
		arena_free(reading->workers[i].scratch);
	}
}

struct history_log {
	struct source *source;
	struct arena *arena;
	struct diagnostics diagnostics;
	struct source_log log;
	bool good;
	bool running; /* on the thread, which is to be joined */
	pthread_t thread;
};

static void *read_log(void *argument)
{
	struct history_log *log = argument;

	log->good = source_log(log->source, log->arena, &log->log, &log->diagnostics) == 0;
	return NULL;
}

struct history_log *history_log_begin(struct source *source, bool aside)
{
	struct arena *arena = arena_new();
	struct history_log *log = ARENA_NEW(arena, struct history_log);

	*log = (struct history_log){ .source = source, .arena = arena };
	diagnostics_init(&log->diagnostics);
	log->running = aside && pthread_create(&log->thread, NULL, read_log, log) == 0;
	if (!log->running)
		read_log(log);
	return log;
}

static void wait_for_log(struct history_log *log)
{
	if (log->running)
		pthread_join(log->thread, NULL);
	log->running = false;
}

void history_log_free(struct history_log *log)
{
	if (!log)
		return;
	wait_for_log(log);
	diagnostics_release(&log->diagnostics);
	arena_free(log->arena);
}

struct site_history *site_history_read(const struct site *site, struct history_log *log,
    unsigned workers, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct site_history *history = ARENA_NEW(arena, struct site_history);
	struct reading reading = { .site = site, .history = history, .log = &log->log };
	bool good;

	*history =
	    (struct site_history){ .site = site, .arena = arena, .act_count = site->acts.count };
	history->acts = ARENA_COUNT(arena, struct act_history, site->acts.count);
	open_workers(&reading, workers);
	wait_for_log(log);
	diagnostics_merge(diagnostics, &log->diagnostics);
	good = log->good && find_redaction_commits(&reading, &reading.workers[0], arena) == 0 &&
	       progress_changes_read(
		   site, reading.log, arena, &history->progress_changes, diagnostics) == 0;
	if (good) {
		workers_run(workers, site->acts.count, read_act, &reading);
		find_once_public(&reading);
		collect_news(history);
	}
	close_workers(&reading, workers, diagnostics);
	if (good && diagnostics_count(diagnostics, LEVEL_FAILURE) == 0)
		return history;
	site_history_free(history);
	return NULL;
}

void site_history_free(struct site_history *history)
{
	if (!history)
		return;
	for (unsigned i = 0; i < history->keep_count; i++)
		arena_free(history->keep[i]);
	arena_free(history->arena);
}

const struct act_history *history_of(const struct site_history *history, const struct act *act)
{
	const struct site *site = history ? history->site : NULL;
	size_t low = 0, high = site ? site->acts.count : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = act_cmp(site->acts.items[middle], act);

		if (order == 0)
			return &history->acts[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}
