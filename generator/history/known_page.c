#include "history/known_page.h"

#include "history/revision_facts.h"
#include "history/unseen_acts.h"
#include "history/version_changes.h"
#include "model/file_form.h"
#include "model/past.h"

static void read_texts(struct known_page *page)
{
	if (!page->texts)
		page->texts = old_texts_read(&page->reader, &page->revisions);
}

static void learn(struct known_page *page)
{
	const struct old_text_reader *reader = &page->reader;
	size_t count = page->revisions.count;

	read_texts(page);
	page->learned = true;
	page->held = SLICE("");
	page->known =
	    (struct kept_page){ .facts = revision_facts_read(reader, &page->revisions, page->texts),
		    .revisions = ARENA_COUNT(reader->scratch, struct kept_revision, count),
		    .count = count };
	for (size_t i = 0; i < count; i++)
		if (page->texts[i].readable)
			page->known.revisions[i].year =
			    past_year(reader->kind, reader->folder, page->texts[i].root);
}

const struct revision_facts *known_page_begin(struct known_page *page)
{
	if (page->kept)
		page->held = kept_pages_find(page->kept, &page->reader, &page->revisions);
	if (slice_empty(page->held) ||
	    !kept_page_parse(page->held, page->revisions.count, page->reader.scratch, &page->known))
		learn(page);
	return page->known.facts;
}

static const struct programme *programme_then(const struct known_page *page, size_t revision)
{
	return past_programme(page->reader.site, page->reader.kind, page->reader.folder,
	    page->known.revisions[revision].year);
}

/* From the cache; false where it does not know, or where by now something is to be left out. */
static bool restore(
    const struct known_page *page, size_t before, size_t after, struct changes *changes)
{
	const struct kept_revision *revision = &page->known.revisions[after];
	const struct old_text_reader *reader = &page->reader;
	struct key_restore restore = { .reader = { .rest = revision->changes },
		.site = reader->site,
		.programme = programme_then(page, after),
		.arena = page->keep };

	if (revision->against != before + 1)
		return false;
	changes_restore(
	    &restore, file_form(reader->kind)->table, programme_then(page, before), changes);
	return !restore.reader.failed && restore.reader.rest.len == 0 && !restore.unresolved &&
	       !leave_out_unseen_acts(reader->site, reader->today, reader->scratch, changes);
}

static void store(
    struct known_page *page, size_t before, size_t after, const struct changes *changes)
{
	struct kept_revision *revision = &page->known.revisions[after];
	struct buffer bytes = { 0 };
	struct key_store store = { .bytes = &bytes };

	changes_store(&store, file_form(page->reader.kind)->table, changes);
	revision->against = before + 1;
	revision->changes = arena_slice(page->reader.scratch, buffer_slice(&bytes));
	page->learned = true;
	if (store.unresolved)
		page->kept = NULL;
	buffer_release(&bytes);
}

void known_page_changes(
    struct known_page *page, size_t before, size_t after, struct changes *changes)
{
	if (page->kept && restore(page, before, after, changes))
		return;
	read_texts(page);
	*changes = (struct changes){ 0 };
	if (!version_changes(
		&page->reader, &page->texts[before], &page->texts[after], page->keep, changes))
		page->kept = NULL;
	if (page->kept)
		store(page, before, after, changes);
}

struct old_text known_page_text(const struct known_page *page, size_t revision)
{
	struct old_text text;

	if (page->texts)
		return page->texts[revision];
	old_text_read(&page->reader, &page->revisions.items[revision], NULL, &text);
	return text;
}

bool known_page_clean(const struct known_page *page, size_t revision)
{
	return page->known.revisions[revision].clean;
}

void known_page_heard(struct known_page *page, size_t revision)
{
	page->known.revisions[revision].clean = page->learned = true;
}

void known_page_end(const struct known_page *page, size_t index)
{
	struct buffer bytes = { 0 };
	struct slice made = SLICE("");

	if (!page->kept)
		return;
	if (page->learned) {
		kept_page_compose(&page->known, &bytes);
		made = arena_slice(page->keep, buffer_slice(&bytes));
	}
	kept_pages_put(page->kept, index, &page->reader, &page->revisions, page->held, made);
	buffer_release(&bytes);
}
