#include "history/history.h"

/* The page as the events of its history leave it. */
struct telling {
	const struct version_facts *facts;
	struct arena *arena;
	ARRAY(struct version) versions;
	size_t obscured; /* so many revisions, from the oldest, are not to be told of */
	bool shown;      /* is there a page? */
	bool ever;       /* was there one? */
	size_t showing;  /* shown: which revision */
	bool obscured_before;
};

static void add_version(struct telling *telling, enum version_kind kind, size_t revision,
    size_t before, struct date day)
{
	size_t count = telling->versions.count;
	const struct version *last = count ? &telling->versions.items[count - 1] : NULL;
	struct version version = {
		.kind = kind, .revision = revision, .before = before, .day = day, .number = 1
	};

	/* What was shown just before may be hidden, or say what something hidden says. */
	version.follows = kind == VERSION_UPDATED && last;
	if (last && date_cmp(day, last->day) <= 0) {
		version.day = last->day;
		version.number = last->number + 1;
	}
	version.name = date_iso(version.day, telling->arena);
	if (version.number > 1)
		version.name = arena_printf(
		    telling->arena, "%.*s-%u", SLICE_ARGS(version.name), version.number);
	*ARENA_PUSH(telling->arena, &telling->versions) = version;
}

static void page_shown(struct telling *telling, size_t revision, struct date day)
{
	const struct version_facts *facts = telling->facts;
	size_t before = telling->showing;
	enum version_kind kind = telling->shown  ? VERSION_UPDATED
				 : telling->ever ? VERSION_RESTORED
						 : VERSION_PUBLISHED;
	bool same = telling->shown && !facts->differs(facts->context, before, revision);

	telling->shown = telling->ever = true;
	telling->showing = revision;
	if (same)
		return;
	if (revision < telling->obscured)
		telling->obscured_before = true;
	else
		add_version(telling, kind, revision, before, day);
}

static void page_gone(struct telling *telling, size_t revision, struct date day)
{
	if (telling->shown && revision >= telling->obscured)
		add_version(telling, VERSION_REMOVED, revision, telling->showing, day);
	telling->shown = false;
}

static struct date later(struct date a, struct date b)
{
	return date_cmp(a, b) >= 0 ? a : b;
}

/*
 * One revision in force from its day to that of the one that replaces it (`replaced`, or none): within that time its
 * page may begin and end by date.
 */
static void tell_revision(struct telling *telling, size_t index, const struct revision_facts *facts,
    struct date day, struct date replaced, struct date today)
{
	struct date begin = day, end;

	if (facts->state == REVISION_HIDDEN) {
		page_gone(telling, index, day);
		return;
	}
	if (date_known(facts->from))
		begin = later(day, date_first_day(facts->from));
	if (date_cmp(begin, day) > 0) {
		page_gone(telling, index, day);
		if (date_cmp(begin, today) > 0 ||
		    (date_known(replaced) && date_cmp(begin, replaced) > 0))
			return;
	}
	if (!date_known(facts->until)) {
		page_shown(telling, index, begin);
		return;
	}
	end = date_add_days(date_last_day(facts->until), 1);
	if (date_cmp(end, begin) <= 0) {
		page_gone(telling, index, day);
		return;
	}
	page_shown(telling, index, begin);
	if (date_cmp(end, today) <= 0 && (!date_known(replaced) || date_cmp(end, replaced) <= 0))
		page_gone(telling, index, end);
}

/*
 * How many revisions to hide: up to the last that an entry covers, so that a wrong clock on one of them
 * uncovers nothing.
 */
static size_t count_obscured(const struct version_facts *facts)
{
	size_t hidden = 0;

	for (size_t i = 0; i < facts->count; i++)
		for (size_t k = 0; k < facts->obscuring_count; k++) {
			const struct obscuring *obscuring = &facts->obscurings[k];
			const struct file_revision *revision = &facts->revisions[i];

			if (obscuring->by_time ? revision->time < obscuring->time
					       : revision->commit < obscuring->commit)
				hidden = i + 1;
		}
	return hidden;
}

/* The next revision that took the place of this one on the site, or the count of all. */
static size_t next_usable(const struct version_facts *facts, size_t from)
{
	while (from < facts->count && facts->facts[from].state == REVISION_UNUSABLE)
		from++;
	return from;
}

struct versions history_versions(
    const struct version_facts *facts, struct date today, struct arena *arena)
{
	struct telling telling = { .facts = facts, .arena = arena };
	size_t next;

	telling.obscured = count_obscured(facts);
	for (size_t i = next_usable(facts, 0); i < facts->count; i = next) {
		next = next_usable(facts, i + 1);
		tell_revision(&telling, i, &facts->facts[i], facts->revisions[i].day,
		    next < facts->count ? facts->revisions[next].day : DATE_NONE, today);
	}
	return (struct versions){ telling.versions.items, telling.versions.count,
		telling.obscured_before };
}
