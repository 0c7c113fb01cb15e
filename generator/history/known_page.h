/*
 * What is known of the revisions of one page: from the cache as far as it has it, else from their texts, which are read
 * only then.
 */
#ifndef ZONALE_HISTORY_KNOWN_PAGE_H
#define ZONALE_HISTORY_KNOWN_PAGE_H

#include "history/kept_pages.h"

struct known_page {
	/* To be set before it begins. */
	struct old_text_reader reader;
	struct file_revisions revisions;
	struct arena *keep; /* for what outlives the reader's scratch */
	struct kept_pages
	    *kept; /* null where nothing may be kept, from the beginning or as it turns out */

	/* Its own. */
	struct old_text *texts; /* null: none was read yet */
	struct slice held;      /* what the cache had of it, or empty */
	struct kept_page known; /* that, and what was learned since */
	bool learned;           /* is there more than the cache had? */
};

/* What each revision showed, one a revision. */
const struct revision_facts *known_page_begin(struct known_page *page);

/* What changed from one revision to another, in `keep`. Both were shown; one revision is compared with one before it. */
void known_page_changes(
    struct known_page *page, size_t before, size_t after, struct changes *changes);

/* What a revision said; the text of one that was shown to who listens, and in which he found nothing, is not needed. */
struct old_text known_page_text(const struct known_page *page, size_t revision);
bool known_page_clean(const struct known_page *page, size_t revision);
void known_page_heard(struct known_page *page, size_t revision);

/* Keeps what is known, as the page of this index, where it may be kept. */
void known_page_end(const struct known_page *page, size_t index);

#endif
