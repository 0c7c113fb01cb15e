#include "render/news_rows.h"

#include <stdlib.h>

#include "render/italiano_news.h"

static const struct view_field news_fold_fields[] = {
	VIEW_DATE(struct news_fold, day, "giorno"),
	VIEW_TEXT(struct news_fold, day_text, "giorno_in_parole"),
	VIEW_TEXT(struct news_fold, text, "quante"),
	VIEW_LIST(struct news_fold, published, "pubblicate", struct version_row, &version_row_view),
	VIEW_LIST(struct news_fold, changed, "cambiate", struct version_row, &version_row_view),
	VIEW_TEXT(struct news_fold, more, "altre"),
	VIEW_URL(struct news_fold, more_url, "url_tutte"),
};
static const struct view news_fold_view =
    VIEW("pubblicazioni di un giorno", struct news_fold, news_fold_fields);

static const struct view_field news_row_fields[] = {
	VIEW_OBJECT(struct news_row, version, "una", struct version_row, &version_row_view),
	VIEW_OBJECT(struct news_row, fold, "insieme", struct news_fold, &news_fold_view),
};
static const struct view news_row_view = VIEW("novità", struct news_row, news_row_fields);

static const struct view_field news_group_fields[] = {
	VIEW_TEXT(struct news_group, title, "gruppo"),
	VIEW_TEXT(struct news_group, count, "quante_modifiche"),
	VIEW_URL(struct news_group, url, "url_gruppo"),
	VIEW_LIST(struct news_group, life, "vita", struct life_row, &life_row_view),
	VIEW_LIST(struct news_group, pages, "pagine", struct news_row, &news_row_view),
};
const struct view news_group_view = VIEW("gruppo di novità", struct news_group, news_group_fields);

/* --- pages ------------------------------------------------------------------------------------- */

/* The first of the news, newest first, whose day is not after this one. */
static size_t first_up_to(const struct site_history *history, struct date day)
{
	size_t low = 0, high = history->news_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (date_cmp(history->news[middle]->day, day) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct entries {
	const struct history_entry **items;
	size_t count, cap;
};

/* What the list holds of the span, up to `most`; returns how many it holds beyond those. */
static size_t find_entries(
    struct maker *maker, const struct news_query *query, struct entries *entries)
{
	const struct site_history *history = maker->renderer->history;
	size_t beyond = 0;

	for (size_t i = history ? first_up_to(history, query->until) : 0;
	     history && i < history->news_count &&
	     date_cmp(history->news[i]->day, query->since) > 0;
	     i++) {
		if (!news_list_holds(&query->list, history->news[i]))
			continue;
		if (entries->count < query->most)
			*ARENA_PUSH(maker->arena, entries) = history->news[i];
		else
			beyond++;
	}
	return beyond;
}

/* Neighbours among entries: of one day and kind of page. */
struct run {
	const struct history_entry *const *entries;
	size_t count, published, changed;
};

static bool same_run(const struct history_entry *a, const struct history_entry *b)
{
	return date_eq(a->day, b->day) && a->history->subject.kind == b->history->subject.kind;
}

static struct run run_at(const struct entries *entries, size_t first)
{
	struct run run = { .entries = entries->items + first };

	while (first + run.count < entries->count &&
	       same_run(run.entries[run.count], run.entries[0])) {
		run.published += run.entries[run.count]->kind == VERSION_PUBLISHED;
		run.changed += run.entries[run.count]->kind == VERSION_UPDATED;
		run.count++;
	}
	return run;
}

/* The list of all pages of a kind. */
static struct slice list_of(enum subject_kind kind)
{
	switch (kind) {
	case SUBJECT_ACT: return SLICE("atti/");
	case SUBJECT_MEETING: return SLICE("sedute/");
	case SUBJECT_REPORT: return SLICE("rapporti/");
	case SUBJECT_REGULATION: return SLICE("regolamenti/");
	default: return SLICE("programma/");
	}
}

/* The entries of the kind that come first; returns how many there are. */
static size_t fold_rows(struct maker *maker, const struct run *run, enum version_kind kind,
    size_t sentences, struct version_rows *rows)
{
	size_t count = 0;

	for (size_t i = 0; i < run->count; i++)
		if (run->entries[i]->kind == kind && count++ < FOLD_SHOWN)
			*ARENA_PUSH(maker->arena, rows) =
			    version_row_of(maker, run->entries[i], sentences);
	return count;
}

static const struct news_fold *fold_of(
    struct maker *maker, const struct run *run, enum version_kind kind, size_t sentences)
{
	const struct history_entry *entry = run->entries[0];
	enum subject_kind subject = entry->history->subject.kind;
	bool published = kind == VERSION_PUBLISHED;
	struct news_fold *fold = ARENA_NEW(maker->arena, struct news_fold);
	size_t count =
	    fold_rows(maker, run, kind, sentences, published ? &fold->published : &fold->changed);

	fold->day = entry->day;
	fold->day_text = italian_date(fold->day, maker->arena);
	fold->text = published ? italian_published_together(subject, count, maker->arena)
			       : italian_changed_together(subject, count, maker->arena);
	if (count <= FOLD_SHOWN)
		return fold;
	fold->more = published ? italian_more_published(count - FOLD_SHOWN, maker->arena)
			       : italian_more_changed(count - FOLD_SHOWN, maker->arena);
	fold->more_url = maker_link(maker, list_of(subject));
	return fold;
}

static void add_fold(struct maker *maker, const struct run *run, enum version_kind kind,
    size_t sentences, struct news_group *group)
{
	*ARENA_PUSH(maker->arena, &group->pages) =
	    (struct news_row){ .fold = fold_of(maker, run, kind, sentences) };
}

static void add_run(
    struct maker *maker, const struct run *run, size_t sentences, struct news_group *group)
{
	bool fold_published = run->published >= FOLD_PUBLISHED_FROM;
	bool fold_changed = run->changed >= FOLD_CHANGED_FROM;

	if (fold_published)
		add_fold(maker, run, VERSION_PUBLISHED, sentences, group);
	if (fold_changed)
		add_fold(maker, run, VERSION_UPDATED, sentences, group);
	for (size_t i = 0; i < run->count; i++) {
		enum version_kind kind = run->entries[i]->kind;
		struct version_row *version;

		if ((fold_published && kind == VERSION_PUBLISHED) ||
		    (fold_changed && kind == VERSION_UPDATED))
			continue;
		version = ARENA_NEW(maker->arena, struct version_row);
		*version = version_row_of(maker, run->entries[i], sentences);
		*ARENA_PUSH(maker->arena, &group->pages) = (struct news_row){ .version = version };
	}
}

/* --- acts -------------------------------------------------------------------------------------- */

/* Asked before the whole life of an act is told: of most there is nothing to tell here. */
static bool may_have_news(const struct act *act)
{
	return act_is_listed(act) &&
	       (act->incoming.count > 0 || act->events.count > 0 ||
		   date_known(act->effective_since) || date_known(act->effective_until));
}

/* Does the other act change it, or only speak of it (richiama, attua)? */
static bool is_changed_by(const struct act *act, const struct act *by)
{
	for (size_t i = 0; i < act->incoming.count; i++)
		if (act->incoming.items[i].from == by &&
		    act->incoming.items[i].link->type <= LINK_ANNULS)
			return true;
	return false;
}

/* Does it change what the act says, or whether it holds? */
static bool is_news(const struct act *act, const struct life_event *event)
{
	switch (event->kind) {
	case LIFE_CHANGED: return is_changed_by(act, event->by);
	case LIFE_FROM_OUTSIDE:
	case LIFE_EFFECT_BEGINS:
	case LIFE_EFFECT_ENDS: return true;
	default: return false;
	}
}

static int newest_day_first(const void *left, const void *right)
{
	const struct life_row *a = left, *b = right;
	int order = date_cmp(b->date, a->date);

	if (order == 0)
		order = slice_cmp(a->reference, b->reference);
	if (order == 0)
		order = slice_cmp(a->before, b->before);
	return order ? order : slice_cmp(a->link, b->link);
}

static void add_life_of(struct maker *maker, const struct act *act, struct date since,
    struct date until, struct life_rows *rows)
{
	struct life_events events = { 0 };

	italian_life(maker->site, act, maker->arena, &events);
	for (size_t i = 0; i < events.count; i++) {
		const struct life_event *event = &events.items[i];

		if (is_news(act, event) && date_full(event->date) &&
		    date_cmp(event->date, since) > 0 && date_cmp(event->date, until) <= 0)
			*ARENA_PUSH(maker->arena, rows) = life_row_of(maker, act, event);
	}
}

static void find_life(
    struct maker *maker, const struct news_query *query, struct date since, struct life_rows *rows)
{
	const struct site *site = maker->site;

	for (size_t i = 0; i < site->acts.count; i++)
		if (may_have_news(site->acts.items[i]) &&
		    news_list_is_about(&query->list, site->acts.items[i]))
			add_life_of(maker, site->acts.items[i], since, query->until, rows);
	if (rows->count > 1)
		qsort(rows->items, rows->count, sizeof *rows->items, newest_day_first);
}

/* --- both -------------------------------------------------------------------------------------- */

/* All that a query finds; groups take it from the front. */
struct found {
	struct entries entries;
	struct life_rows life;
	size_t entry, event; /* so many are taken */
};

/*
 * Where entries were left out, what happened to acts before the last of those that are shown is left out, too; where none
 * is asked for, nothing.
 */
static size_t find(struct maker *maker, const struct news_query *query, struct found *found)
{
	size_t beyond = find_entries(maker, query, &found->entries);
	struct date since = query->since;

	if (beyond > 0 && found->entries.count > 0)
		since = date_add_days(found->entries.items[found->entries.count - 1]->day, -1);
	find_life(maker, query, since, &found->life);
	return beyond;
}

/* Gives the group what is left of days from `first` on. */
static void take(struct maker *maker, const struct news_query *query, struct found *found,
    struct date first, struct news_group *group)
{
	struct entries taken = { .items = found->entries.items + found->entry };

	while (found->entry < found->entries.count &&
	       date_cmp(found->entries.items[found->entry]->day, first) >= 0) {
		found->entry++;
		taken.count++;
	}
	for (size_t i = 0; i < taken.count;) {
		struct run run = run_at(&taken, i);

		add_run(maker, &run, query->sentences, group);
		i += run.count;
	}
	while (found->event < found->life.count &&
	       date_cmp(found->life.items[found->event].date, first) >= 0)
		*ARENA_PUSH(maker->arena, &group->life) = found->life.items[found->event++];
}

size_t news_group_add(struct maker *maker, const struct news_query *query, struct news_group *group)
{
	struct found found = { 0 };
	size_t beyond = find(maker, query, &found);

	take(maker, query, &found, query->since, group);
	return beyond;
}

/* The first day of the newest month of which something is left; unknown where nothing is. */
static struct date next_month(const struct found *found)
{
	struct date day = DATE_NONE, event = DATE_NONE;

	if (found->entry < found->entries.count)
		day = found->entries.items[found->entry]->day;
	if (found->event < found->life.count)
		event = found->life.items[found->event].date;
	if (!date_known(day) || (date_known(event) && date_cmp(event, day) > 0))
		day = event;
	if (date_known(day))
		day.day = 1;
	return day;
}

size_t news_months_add(
    struct maker *maker, const struct news_query *query, struct news_groups *groups)
{
	struct found found = { 0 };
	size_t beyond = find(maker, query, &found);
	struct date month;

	while (date_known(month = next_month(&found))) {
		struct news_list name = { NEWS_OF_MONTH, news_month(month), NULL };
		struct news_group *group = ARENA_PUSH(maker->arena, groups);

		*group = (struct news_group){ .title = news_list_name(&name, maker->arena) };
		take(maker, query, &found, month, group);
	}
	return beyond;
}

struct news_count news_count(struct maker *maker, const struct news_query *query)
{
	struct news_query all = *query;
	struct news_count count = { 0 };
	struct entries entries = { 0 };

	all.most = SIZE_MAX;
	find_entries(maker, &all, &entries);
	for (size_t i = 0; i < entries.count; i++)
		switch (entries.items[i]->kind) {
		case VERSION_PUBLISHED:
		case VERSION_RESTORED: count.published++; break;
		case VERSION_UPDATED: count.changed++; break;
		case VERSION_REMOVED: count.removed++; break;
		}
	return count;
}
