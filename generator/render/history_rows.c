#include "render/history_rows.h"

#include <stdlib.h>

#include "model/url.h"
#include "render/italiano_news.h"
#include "render/italiano_versions.h"
#include "render/version_paths.h"

static const struct view_field version_row_fields[] = {
	VIEW_DATE(struct version_row, day, "giorno"),
	VIEW_TEXT(struct version_row, day_text, "giorno_in_parole"),
	VIEW_TEXT(struct version_row, version_text, "versione"),
	VIEW_TEXT(struct version_row, kind, "che_cosa"),
	VIEW_TEXT(struct version_row, title, "titolo_atto"),
	VIEW_TEXT(struct version_row, reference, "estremi"),
	VIEW_URL(struct version_row, url, "url"),
	VIEW_FLAG(struct version_row, has_title, "con_titolo"),
	VIEW_LIST(struct version_row, sentences, "frasi", struct slice, &view_text),
	VIEW_TEXT(struct version_row, more, "altre"),
	VIEW_URL(struct version_row, all_url, "url_altre"),
	VIEW_TEXT(struct version_row, closing, "conclusione"),
	VIEW_TEXT(struct version_row, note, "nota"),
	VIEW_URL(struct version_row, version_url, "url_versione"),
	VIEW_URL(struct version_row, comparison_url, "url_confronto"),
};
const struct view version_row_view = VIEW("versione", struct version_row, version_row_fields);

static const struct view_field page_story_fields[] = {
	VIEW_LIST(struct page_story, versions, "versioni", struct version_row, &version_row_view),
	VIEW_TEXT(struct page_story, never_changed, "mai_cambiata"),
	VIEW_FLAG(struct page_story, several, "di_piu_cose"),
	VIEW_FLAG(struct page_story, obscured_before, "oscurata"),
};
const struct view page_story_view = VIEW("storia", struct page_story, page_story_fields);

/* --- a row ------------------------------------------------------------------------------------- */

/* Where a page tells how it changed (parti/storia.mustache). */
static struct slice story_of(struct slice path, struct arena *arena)
{
	return ARENA_CONCAT(arena, path, SLICE("#storia"));
}

static void name_act(struct maker *maker, const struct act *act, struct version_row *row)
{
	struct act_row named = act_row_of(maker, act);

	row->title = named.title;
	row->reference = named.reference;
	row->has_title = named.has_title;
	row->url = named.url;
	row->all_url = maker_link(maker, url_act_history(act, maker->arena));
}

/* Of what is called by a name and has its story at the end of its page. */
static void name_page(
    struct maker *maker, struct slice name, struct slice path, struct version_row *row)
{
	row->title = row->reference = name;
	row->url = maker_link(maker, path);
	row->all_url = maker_link(maker, story_of(path, maker->arena));
}

static void name_progress(
    struct maker *maker, const struct progress *progress, struct version_row *row)
{
	const struct action *action = progress->action.found;
	struct arena *arena = maker->arena;

	row->title = row->reference = italian_progress_of(action, arena);
	row->url = maker_link(maker, url_action(action, arena));
	row->all_url = maker_link(maker, story_of(url_point(action->point, arena), arena));
}

/* What a row calls what was changed, and where that is. */
static void name_subject(
    struct maker *maker, const struct history_subject *subject, struct version_row *row)
{
	struct arena *arena = maker->arena;
	const struct programme *programme = subject->item;
	const struct report *report = subject->item;
	const struct regulation *regulation = subject->item;

	switch (subject->kind) {
	case SUBJECT_ACT: name_act(maker, subject->item, row); return;
	case SUBJECT_MEETING:
		name_page(maker, italian_meeting(subject->item, arena),
		    url_meeting(subject->item, arena), row);
		return;
	case SUBJECT_PROGRAMME:
		name_page(maker, programme->title, url_programme(programme, arena), row);
		return;
	case SUBJECT_POINT:
		name_page(maker, italian_point(subject->item, arena),
		    url_point(subject->item, arena), row);
		return;
	case SUBJECT_PROGRESS: name_progress(maker, subject->item, row); return;
	case SUBJECT_REPORT:
		name_page(maker, report->title, url_report(report, arena), row);
		return;
	case SUBJECT_REGULATION:
		name_page(maker, regulation->title, url_regulation(regulation, arena), row);
		return;
	case SUBJECT_KIND_COUNT: return;
	}
}

/* How many of its sentences tell what changed: behind those stands what did not, and that no reason was given. */
static size_t changes_told(
    struct maker *maker, const struct history_entry *entry, const struct sentences *told)
{
	struct change_context context = change_context_of(maker->site, entry);
	size_t count = told->count;

	if (count == 0 || entry->changes.count == 0)
		return count;
	if (!slice_empty(italian_act_unchanged(&context, &entry->changes)))
		count--;
	return entry->reason_missing ? count - 1 : count;
}

/*
 * That a page was published, removed or restored says its kind already; the news of an action say more than that.
 */
static bool says_no_more_than_its_kind(const struct history_entry *entry)
{
	return entry->kind != VERSION_UPDATED && entry->history->subject.kind != SUBJECT_PROGRESS;
}

static void tell_changes(
    struct maker *maker, const struct history_entry *entry, size_t most, struct version_row *row)
{
	struct sentences told = { 0 };
	size_t changes;

	if (!says_no_more_than_its_kind(entry))
		italian_version_told(maker->site, entry, maker->arena, &told);
	changes = changes_told(maker, entry, &told);
	for (size_t i = changes; i < told.count; i++)
		row->closing = ARENA_CONCAT(
		    maker->arena, row->closing, slice_from(i > changes ? " " : ""), told.items[i]);
	row->sentences = told;
	/* One more would take no more room than the words that there is one. */
	if (most < ALL_SENTENCES && changes == most + 1)
		most++;
	row->sentences.count = changes < most ? changes : most;
	if (changes > most)
		row->more = italian_more_changes(changes - most, row->reference, maker->arena);
	else
		row->all_url = SLICE("");
}

static struct slice link_where(struct maker *maker, struct slice path)
{
	return slice_empty(path) ? path : maker_link(maker, path);
}

struct version_row version_row_of(
    struct maker *maker, const struct history_entry *entry, size_t sentences)
{
	struct version_row row = { .day = entry->day,
		.day_text = italian_date(entry->day, maker->arena),
		.version_text = italian_version(entry, maker->arena),
		.kind = slice_from(italian_kind(entry)),
		.note = italian_public_note(entry->note, maker->arena) };

	name_subject(maker, &entry->history->subject, &row);
	tell_changes(maker, entry, sentences, &row);
	if (entry->history->subject.kind == SUBJECT_ACT) {
		row.version_url = link_where(maker, version_path(entry, maker->arena));
		row.comparison_url = link_where(maker, comparison_path(entry, maker->arena));
	}
	return row;
}

bool history_hides_silently(const struct page_history *history)
{
	bool hides = history && history->obscured_before;

	for (size_t i = 0; hides && i < history->count; i++)
		if (history->entries[i].change_kind == KIND_OBSCURING)
			hides = false;
	return hides;
}

/* --- a page's own story ------------------------------------------------------------------------ */

struct entries {
	const struct history_entry **items;
	size_t count, cap;
};

/* Newest first; of one day in the order of the site's files, and of a file the later one first. */
static int newest_first(const void *left, const void *right)
{
	const struct history_entry *a = *(const struct history_entry *const *)left;
	const struct history_entry *b = *(const struct history_entry *const *)right;
	int order = date_cmp(b->day, a->day);

	if (order == 0)
		order = (a->history > b->history) - (a->history < b->history);
	return order ? order : (a->number < b->number) - (a->number > b->number);
}

static void take_entries(struct maker *maker, const struct content_file *file,
    struct page_story *story, struct entries *entries)
{
	const struct page_history *history = history_of(maker->renderer->history, file);

	for (size_t i = 0; history && i < history->count; i++)
		*ARENA_PUSH(maker->arena, entries) = &history->entries[i];
	story->obscured_before = story->obscured_before || (history && history->obscured_before);
}

const struct page_story *page_story_of(
    struct maker *maker, const struct content_file *const *files, size_t count)
{
	struct page_story *story = ARENA_NEW(maker->arena, struct page_story);
	struct entries entries = { 0 };

	story->several = count > 1;
	for (size_t i = 0; i < count; i++)
		take_entries(maker, files[i], story, &entries);
	if (entries.count == 0)
		return NULL;
	if (entries.count == 1 && entries.items[0]->kind == VERSION_PUBLISHED &&
	    !story->obscured_before && slice_empty(entries.items[0]->note)) {
		story->never_changed = italian_never_changed(entries.items[0]->day, maker->arena);
		return story;
	}
	qsort(entries.items, entries.count, sizeof *entries.items, newest_first);
	for (size_t i = 0; i < entries.count; i++)
		*ARENA_PUSH(maker->arena, &story->versions) =
		    version_row_of(maker, entries.items[i], ALL_SENTENCES);
	return story;
}
