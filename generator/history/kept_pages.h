/*
 * What reading and comparing the revisions of pages found, kept for the next build in the source's cache
 * (base/cache_file.h), so that only what is new is read.
 *
 * A page is kept under all that its revisions are: their paths, their blobs, the kind of the file. What is found there is
 * therefore right after a force push, a rebase and on every branch; there is no other way in which it could grow old but
 * through another version of the program, whose files nobody believes. Names are not kept but ids, which are resolved
 * again each time.
 *
 * Nothing is kept of a page of which oscuramenti.yaml hides anything, of one that is not public or was once taken away, of
 * one whose changes name something that nobody may see or that no page ever showed, and of one with an earlier text in which
 * something personal stands that today's
 * lacks. What an earlier build kept of it ends with the next one, whether that publishes the site or not.
 */
#ifndef ZONALE_HISTORY_KEPT_PAGES_H
#define ZONALE_HISTORY_KEPT_PAGES_H

#include "history/changes_stored.h"
#include "history/old_text.h"

struct kept_revision {
	int32_t year;         /* past_year of its keys */
	bool clean;           /* who listens to earlier texts need not hear this one again */
	size_t against;       /* the revision with which it was compared, from 1; 0: with none */
	struct slice changes; /* from that one to this, as bytes */
};

/* What is kept of a page, one a revision. */
struct kept_page {
	struct revision_facts *facts;
	struct kept_revision *revisions;
	size_t count;
};

/* A page as bytes, and back, into the arena: false where they make no sense for so many revisions. */
void kept_page_compose(const struct kept_page *page, struct buffer *bytes);
bool kept_page_parse(struct slice bytes, size_t count, struct arena *arena, struct kept_page *page);

struct kept_pages;

/*
 * What the cache of the site's source has, for a site of so many pages, in the arena; null where there is no cache. The
 * site is derived.
 */
struct kept_pages *kept_pages_open(const struct site *site, size_t page_count, struct arena *arena);

/* What the cache has of these revisions of a file; empty where it has nothing. For several threads at once. */
struct slice kept_pages_find(const struct kept_pages *kept, const struct old_text_reader *reader,
    const struct file_revisions *revisions);

/*
 * Keeps a page: `held` as it was found, or empty; `made` in its place where something is to be added, else empty. Both
 * must outlive `kept`. What is not put is not kept. For several threads at once, each page once.
 */
void kept_pages_put(struct kept_pages *kept, size_t page, const struct old_text_reader *reader,
    const struct file_revisions *revisions, struct slice held, struct slice made);

/*
 * Writes them where they differ from what the cache has. certain: false where errors in the content may keep from view
 * what is to be hidden; then nothing is kept that was not held before. null is allowed.
 */
void kept_pages_write(struct kept_pages *kept, bool certain, struct diagnostics *diagnostics);

#endif
