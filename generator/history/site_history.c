#include "history/site_history.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/workers.h"
#include "history/kept_log.h"
#include "history/known_page.h"
#include "history/obscured.h"
#include "history/version_changes.h"
#include "history/version_note.h"
#include "model/past.h"

struct worker {
	struct arena *scratch, *keep; /* keep: what the history keeps */
	struct diagnostics unheard;   /* old versions are read without a word */
	struct diagnostics diagnostics;
};

struct reading {
	const struct site *site;
	struct site_history *history;
	const struct source_log *log;
	struct worker *workers;
	const size_t *redaction_commits; /* one a redaction without prima_di */
	const struct history_listener *listener;
};

/* --- one page ---------------------------------------------------------------------------------- */

/* The page in hand, and what changed on the way to each of its revisions. */
struct telling_page {
	struct reading *reading;
	struct worker *worker;
	unsigned worker_number;
	struct known_page known;
	struct changes *changes; /* one a revision: against the one shown before it */
};

static bool differs(void *context, size_t before, size_t after)
{
	struct telling_page *page = context;

	known_page_changes(&page->known, before, after, &page->changes[after]);
	return page->changes[after].count > 0;
}

/* Whoever took a page away did not mean to leave its versions readable, even where it came back. */
static bool is_withheld(const struct versions *versions, size_t which)
{
	for (size_t i = which + 1; i < versions->count; i++)
		if (versions->items[i].kind == VERSION_REMOVED)
			return true;
	return false;
}

static struct history_entry entry_of(struct telling_page *page, const struct page_history *history,
    const struct versions *versions, size_t which)
{
	const struct version *version = &versions->items[which];
	struct arena *keep = page->worker->keep;
	struct commit_note said = version_note_of(page->reading->site, page->reading->log,
	    history->subject.file->path, &page->known.revisions, versions, which,
	    page->worker->scratch, &page->worker->diagnostics);
	struct history_entry entry = { .history = history,
		.kind = version->kind,
		.day = version->day,
		.number = version->number,
		.name = arena_slice(keep, version->name),
		.withheld = is_withheld(versions, which) };

	if (!entry.withheld)
		entry.note = arena_slice(keep, said.note);
	if (version->kind != VERSION_UPDATED)
		return entry;
	entry.change_kind = KIND_OBSCURING;
	if (!version->follows)
		return entry;
	entry.change_kind = version_change_kind(
	    history->subject.file->kind, &page->changes[version->revision], said.kind);
	if (entry.withheld)
		return entry;
	entry.changes = page->changes[version->revision];
	entry.reason_missing = history->subject.kind == SUBJECT_ACT && slice_empty(said.note) &&
			       version_owes_reason(&entry.changes);
	return entry;
}

/* An entry's text, where it is not today's. */
static void tell_listener(struct telling_page *page, const struct version *version)
{
	const struct history_listener *listener = page->reading->listener;
	struct old_text text;
	struct earlier_text earlier;
	enum earlier_content content;

	if (!listener || version->kind == VERSION_REMOVED ||
	    known_page_clean(&page->known, version->revision))
		return;
	text = known_page_text(&page->known, version->revision);
	if (slice_empty(text.whole))
		return;
	earlier =
	    (struct earlier_text){ page->known.reader.today, version->day, text.whole, text.root };
	content = listener->earlier(listener->context, page->worker_number, &earlier);
	if (content == EARLIER_CLEAN)
		known_page_heard(&page->known, version->revision);
	else if (content == EARLIER_SECRET)
		page->known.kept = NULL;
}

static void keep_entries(
    struct telling_page *page, const struct versions *versions, struct page_history *history)
{
	struct arena *keep = page->worker->keep;
	struct file_revision *shown = ARENA_COUNT(keep, struct file_revision, versions->count);

	history->obscured_before = versions->obscured_before;
	history->count = versions->count;
	history->entries = ARENA_COUNT(keep, struct history_entry, versions->count);
	for (size_t i = 0; i < versions->count; i++) {
		history->entries[i] = entry_of(page, history, versions, i);
		if (history->entries[i].withheld)
			page->known.kept = NULL;
		else
			tell_listener(page, &versions->items[i]);
		shown[i] = page->known.revisions.items[versions->items[i].revision];
		shown[i].path = arena_slice(keep, shown[i].path);
	}
	page->reading->history->shown[history - page->reading->history->pages] = shown;
}

static struct slice *former_paths(const struct act *act, struct arena *scratch)
{
	struct slice *paths = ARENA_COUNT(scratch, struct slice, act->former_places.count);

	for (size_t i = 0; i < act->former_places.count; i++)
		paths[i] = act_file_path(act->former_places.items[i], scratch);
	return paths;
}

/* The revisions of a file at its path of today and at former ones. */
static struct known_page known_page_of(const struct reading *reading, struct worker *worker,
    const struct content_file *file, const struct slice *former, size_t former_count)
{
	return (struct known_page){ .reader = { .site = reading->site,
					.kind = file->kind,
					.folder = file->folder,
					.today = file,
					.scratch = worker->scratch,
					.unheard = &worker->unheard,
					.diagnostics = &worker->diagnostics },
		.revisions = history_revisions(
		    reading->log, file->path, former, former_count, worker->scratch),
		.keep = worker->keep };
}

static struct version_facts version_facts_of(struct known_page *known)
{
	return (struct version_facts){ .revisions = known->revisions.items,
		.facts = known_page_begin(known),
		.count = known->revisions.count };
}

static void tell_page(struct telling_page *page, const struct act *act, const struct slice *former,
    struct page_history *history)
{
	const struct reading *reading = page->reading;
	const struct content_file *file = history->subject.file;
	struct arena *scratch = page->worker->scratch;
	struct version_facts facts;
	struct obscuring *obscurings;
	size_t obscuring_count = obscurings_of(
	    reading->site, reading->redaction_commits, file, act, scratch, &obscurings);
	struct versions versions;

	page->known =
	    known_page_of(reading, page->worker, file, former, act ? act->former_places.count : 0);
	page->known.reader.act = act;
	/* Nothing of a page is kept of which something is hidden; and of one without a past there is nothing. */
	if (obscuring_count == 0 && page->known.revisions.count > 1 &&
	    !(act && act_has_secret_vote(act)))
		page->known.kept = reading->history->kept;
	page->changes = ARENA_COUNT(scratch, struct changes, page->known.revisions.count);
	facts = version_facts_of(&page->known);
	facts.obscurings = obscurings;
	facts.obscuring_count = obscuring_count;
	facts.differs = differs;
	facts.context = page;
	versions = history_versions(&facts, reading->site->today, scratch);
	keep_entries(page, &versions, history);
	known_page_end(&page->known, (size_t)(history - reading->history->pages));
}

static void read_page(void *context, unsigned worker_number, size_t job)
{
	struct reading *reading = context;
	struct worker *worker = &reading->workers[worker_number];
	struct page_history *history = &reading->history->pages[job];
	const struct act *act = history->subject.kind == SUBJECT_ACT ? history->subject.item : NULL;
	struct slice *former = act ? former_paths(act, worker->scratch) : NULL;
	struct telling_page page = {
		.reading = reading, .worker = worker, .worker_number = worker_number
	};

	for (size_t i = 0; act && i < act->former_places.count; i++)
		history_check_former(reading->log, former[i], act->former_places.items[i],
		    key_position(act->node, "gia", act->file->path), &worker->diagnostics);
	if (!act || act->visibility == VISIBILITY_PUBLIC)
		tell_page(&page, act, former, history);
	arena_reset(worker->scratch);
	diagnostics_clear(&worker->unheard);
}

/* --- the site ---------------------------------------------------------------------------------- */

/* Newest days first; of one day acts before the others, the newest of each kind first. */
static int newest_first(const void *left, const void *right)
{
	const struct history_entry *a = *(const struct history_entry *const *)left;
	const struct history_entry *b = *(const struct history_entry *const *)right;
	enum subject_kind kind = a->history->subject.kind, other = b->history->subject.kind;
	int order = date_cmp(b->day, a->day);

	if (order == 0)
		order = (kind > other) - (kind < other);
	if (order == 0)
		order = (a->history < b->history) - (a->history > b->history);
	return order ? order : (a->number < b->number) - (a->number > b->number);
}

static void collect_news(struct site_history *history)
{
	size_t count = 0;

	for (size_t i = 0; i < history->page_count; i++)
		count += history->pages[i].count;
	history->news = ARENA_COUNT(history->arena, const struct history_entry *, count);
	for (size_t i = 0; i < history->page_count; i++)
		for (size_t n = 0; n < history->pages[i].count; n++)
			history->news[history->news_count++] = &history->pages[i].entries[n];
	if (count > 1)
		qsort(history->news, count, sizeof *history->news, newest_first);
}

static bool is_act_path(struct slice path, struct content_file *file)
{
	bool misnamed;

	*file = (struct content_file){ .path = path };
	return file_kind_of(path, file, &misnamed) == FILE_ACT && !misnamed;
}

static bool always(void *context, size_t before, size_t after)
{
	(void)context, (void)before, (void)after;
	return true;
}

/* Was the file at this path public at some time up to today? */
static bool was_public(struct reading *reading, const struct content_file *file)
{
	struct worker *worker = &reading->workers[0];
	struct known_page known = known_page_of(reading, worker, file, NULL, 0);
	struct version_facts facts;

	known.reader.kind = FILE_ACT;
	known.reader.today = NULL;
	facts = version_facts_of(&known);
	facts.differs = always;
	return history_versions(&facts, reading->site->today, worker->scratch).count > 0;
}

/* Acts' files of the log that nobody sees now: most are none, so this needs no workers. */
static void find_once_public(struct reading *reading)
{
	const struct source_log *log = reading->log;
	struct arena *arena = reading->history->arena;

	for (size_t i = 0; i < log->change_count; i++) {
		struct slice path = log->changes[i].path;
		const struct act *act = NULL;
		struct content_file file;

		if ((i > 0 && slice_eq(log->changes[i - 1].path, path)) ||
		    !is_act_path(path, &file))
			continue;
		if (map_get(&reading->site->files_by_path, path))
			act = map_get(&reading->site->by_id[TARGET_ACT],
			    slice_sub(path, sizeof "content/atti/" - 1, path.len - 3));
		if (act && act->visibility != VISIBILITY_NOWHERE)
			continue;
		if (was_public(reading, &file))
			*ARENA_PUSH(arena, &reading->history->once_public) =
			    arena_slice(arena, path);
		arena_reset(reading->workers[0].scratch);
		diagnostics_clear(&reading->workers[0].unheard);
	}
}

static void open_workers(struct reading *reading, unsigned count)
{
	struct arena *arena = reading->history->arena;

	reading->workers = ARENA_COUNT(arena, struct worker, count);
	reading->history->keep = ARENA_COUNT(arena, struct arena *, count);
	reading->history->keep_count = count;
	for (unsigned i = 0; i < count; i++) {
		reading->workers[i].scratch = arena_new();
		reading->workers[i].keep = reading->history->keep[i] = arena_new();
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

/* A history without a version yet: one page a subject. */
static struct site_history *history_new(const struct site *site)
{
	struct arena *arena = arena_new();
	struct site_history *history = ARENA_NEW(arena, struct site_history);
	struct history_subject *subjects;

	*history = (struct site_history){ .site = site, .arena = arena };
	subjects = subjects_of(site, arena, &history->page_count);
	history->pages = ARENA_COUNT(arena, struct page_history, history->page_count);
	history->shown = ARENA_COUNT(arena, const struct file_revision *, history->page_count);
	for (size_t i = 0; i < history->page_count; i++) {
		history->pages[i].subject = subjects[i];
		map_put(&history->by_path, arena, subjects[i].file->path, &history->pages[i]);
	}
	return history;
}

struct site_history *site_history_read(const struct site *site, struct history_log *log,
    unsigned workers, const struct history_listener *listener, struct diagnostics *diagnostics)
{
	struct site_history *history = history_new(site);
	struct reading reading = {
		.site = site, .history = history, .log = &log->log, .listener = listener
	};
	bool good;

	open_workers(&reading, workers);
	wait_for_log(log);
	diagnostics_merge(diagnostics, &log->diagnostics);
	if (log->good)
		reading.redaction_commits =
		    redaction_commits_find(site, reading.log, history->arena, diagnostics);
	good = reading.redaction_commits != NULL &&
	       redactions_find_withdrawn(
		   site, reading.log, history->arena, &history->withdrawn, diagnostics) == 0;
	if (good) {
		history->kept = kept_pages_open(site, history->page_count, history->arena);
		workers_run(workers, history->page_count, read_page, &reading);
		find_once_public(&reading);
		collect_news(history);
		log_keep(history, reading.log, reading.redaction_commits, diagnostics);
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

void site_history_keep(const struct site_history *history, struct diagnostics *diagnostics)
{
	kept_pages_write(history->kept, !diagnostics_blocking(diagnostics), diagnostics);
}

const struct page_history *history_of(
    const struct site_history *history, const struct content_file *file)
{
	return history ? map_get(&history->by_path, file->path) : NULL;
}

struct date history_changed_on(const struct site_history *history, const struct content_file *file)
{
	const struct page_history *page = history_of(history, file);

	for (size_t i = page ? page->count : 0; i-- > 0;)
		if (page->entries[i].changes.count > 0)
			return page->entries[i].day;
	return DATE_NONE;
}
