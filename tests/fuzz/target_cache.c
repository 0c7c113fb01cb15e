/*
 * The cache of the log: believed whole or not at all, and what is believed can be written and read again. The bytes are
 * a file; what stands between a right beginning and a right end of one; and the sections of a log, each behind a byte
 * that says how long it is.
 */
#include "base/cache_file.h"
#include "source/log_cache.h"
#include "target.h"

static void check_order(const struct cached_log *log, struct slice seen)
{
	for (size_t i = 0; i < log->change_count; i++) {
		const struct source_change *change = &log->changes[i];
		int by = i ? slice_cmp(change[-1].path, change->path) : -1;

		MUST(change->commit < log->commit_count && !log->hidden[change->commit], seen);
		MUST(change->path.len > 0 && by <= 0, seen);
		MUST(by < 0 || change[-1].commit < change->commit, seen);
	}
}

/* What was read is written and read again: the same. */
static void check_again(struct trial *trial, const struct cached_log *cached)
{
	struct source_log log = { cached->commits, cached->commit_count, cached->changes,
		cached->change_count };
	struct buffer bytes[LOG_SECTIONS] = { 0 };
	struct cache_section sections[LOG_SECTIONS];
	struct cache_file file = { .sections = sections, .count = LOG_SECTIONS };
	struct cached_log again;

	cached_log_compose(&log, cached->hidden, bytes, sections);
	MUST(cached_log_parse(&file, trial->arena, &again), trial->bytes);
	MUST(again.commit_count == cached->commit_count, trial->bytes);
	MUST(again.change_count == cached->change_count, trial->bytes);
	MUST(digest_eq(cached_log_state(again.commits, again.hidden, again.commit_count),
		 cached_log_state(cached->commits, cached->hidden, cached->commit_count)),
	    trial->bytes);
	for (size_t i = 0; i < LOG_SECTIONS; i++)
		buffer_release(&bytes[i]);
}

static void check_log(struct trial *trial, const struct cache_file *file)
{
	struct cached_log log;

	if (!cached_log_parse(file, trial->arena, &log)) {
		MUST(log.commit_count == 0 && log.change_count == 0, trial->bytes);
		return;
	}
	check_order(&log, trial->bytes);
	check_again(trial, &log);
}

/* The last section is all the rest. */
static void check_sections(struct trial *trial)
{
	static const char *const names[LOG_SECTIONS] = { "ids", "hidden", "commits", "changes" };
	struct cache_section sections[LOG_SECTIONS];
	struct cache_reader reader = { .rest = trial->bytes };

	for (size_t i = 0; i < LOG_SECTIONS; i++) {
		bool last = i + 1 == LOG_SECTIONS;

		sections[i] = (struct cache_section){ slice_from(names[i]),
			last ? reader.rest : cache_take(&reader, cache_take_number(&reader, 1)) };
	}
	check_log(trial, &(struct cache_file){ .sections = sections, .count = LOG_SECTIONS });
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct digest identity = digest_of(SLICE(""));
	struct buffer whole = { 0 };
	struct cache_file file;
	struct digest checksum;
	struct trial trial;

	trial_begin(&trial, data, size);
	MUST(!cache_parse(trial.bytes, identity, trial.arena, &file), trial.bytes);
	check_sections(&trial);
	/* The bytes between a right beginning and a right end. */
	cache_compose(&whole, identity, NULL, 0);
	whole.len -= DIGEST_SIZE;
	buffer_add(&whole, trial.bytes);
	checksum = digest_of(buffer_slice(&whole));
	buffer_add(&whole, (struct slice){ (const char *)checksum.bytes, DIGEST_SIZE });
	if (cache_parse(buffer_slice(&whole), identity, trial.arena, &file)) {
		for (size_t i = 0; i < file.count; i++)
			MUST(lies_in(file.sections[i].content, buffer_slice(&whole)), trial.bytes);
		check_log(&trial, &file);
	}
	buffer_release(&whole);
	trial_end(&trial);
	return 0;
}
