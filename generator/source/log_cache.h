/*
 * A log, kept for the next build (base/cache_file.h): what no new commit can change. For generator/source/ only.
 *
 * A commit's id names all that came before it, so what is kept of a commit holds for every branch that it is on, after
 * a force push or a gc as well. Kept are ids and times of commits, their trailers (source/message.h), paths and ids of
 * blobs; of a hidden commit its id alone: it is read again each time.
 */
#ifndef ZONALE_SOURCE_LOG_CACHE_H
#define ZONALE_SOURCE_LOG_CACHE_H

#include "base/cache_file.h"
#include "source/log.h"

struct cached_log {
	struct source_commit *commits; /* oldest first */
	bool *hidden;                  /* one a commit; true: all but its id is to be read again */
	size_t commit_count;
	struct source_change *changes; /* of commits that are not hidden, in the log's order */
	size_t change_count;
};

/* Texts point into the file's bytes. False, with an empty log, when it makes no sense. */
bool cached_log_parse(const struct cache_file *file, struct arena *arena, struct cached_log *log);

/* The log that the source's cache has; an empty one without. */
void cached_log_read(struct source *source, struct arena *arena, struct cached_log *log);

/* Which log it is, and which of its commits are hidden. */
struct digest cached_log_state(
    const struct source_commit *commits, const bool *hidden, size_t commit_count);

/* The sections of a file, their bytes in `bytes`, which the caller releases. */
#define LOG_SECTIONS 4
void cached_log_compose(const struct source_log *log, const bool *hidden,
    struct buffer bytes[LOG_SECTIONS], struct cache_section sections[LOG_SECTIONS]);

#endif
