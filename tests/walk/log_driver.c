/*
 * The log of a revision as lines of text, or what it cost: for the scripts that lay it beside git's.
 *
 *     log_driver changes|cost REPOSITORY REVISION [CACHE]
 *
 * changes: one line a change, by path, the newest first: commit, committer's time, blob ('-': no file), path.
 * cost: milliseconds of the walk, of processor time in it, of keeping the log; commits and changes; peak memory in KiB.
 * With CACHE the log is read from there and kept there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "source/log.h"

static void print_oid(const unsigned char oid[SOURCE_OID_SIZE])
{
	for (size_t i = 0; i < SOURCE_OID_SIZE; i++)
		printf("%02x", (unsigned)oid[i]);
}

static void print_changes(const struct source_log *log)
{
	for (size_t end = log->change_count; end > 0; end--) {
		const struct source_change *change = &log->changes[end - 1];
		const struct source_commit *commit = &log->commits[change->commit];

		print_oid(commit->oid);
		printf(" %lld ", (long long)commit->time);
		if (change->has_blob)
			print_oid(change->oid);
		else
			putchar('-');
		printf(" %.*s\n", SLICE_ARGS(change->path));
	}
}

static double milliseconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int say_why(const struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < diagnostics->list.count; i++)
		fprintf(stderr, "%.*s\n",
		    SLICE_ARGS(
			diagnostic_text(&diagnostics->list.items[i], LANGUAGE_ENGLISH, arena)));
	arena_free(arena);
	return 1;
}

static bool read_log(struct source *source, const char *cache, struct arena *arena,
    struct source_log *log, bool costs, struct diagnostics *diagnostics)
{
	double begun = milliseconds(CLOCK_MONOTONIC), cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
	double read, cpu_read;
	struct rusage usage;

	if (cache)
		source_use_cache(source, cache, diagnostics);
	if (source_log(source, arena, log, diagnostics) != 0)
		return false;
	read = milliseconds(CLOCK_MONOTONIC);
	cpu_read = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
	if (cache)
		source_log_keep(
		    source, log, ARENA_COUNT(arena, bool, log->commit_count), true, diagnostics);
	getrusage(RUSAGE_SELF, &usage);
	if (costs)
		printf("%.1f %.1f %.1f %zu %zu %ld\n", read - begun, cpu_read - cpu,
		    milliseconds(CLOCK_MONOTONIC) - read, log->commit_count, log->change_count,
		    usage.ru_maxrss);
	return true;
}

int main(int argc, char **argv)
{
	struct diagnostics diagnostics;
	struct arena *arena = arena_new();
	struct source_log log;
	struct source *source;
	bool good, changes;

	if (argc < 4 || argc > 5) {
		fprintf(stderr, "log_driver changes|cost REPOSITORY REVISION [CACHE]\n");
		return 2;
	}
	changes = strcmp(argv[1], "changes") == 0;
	diagnostics_init(&diagnostics);
	source = source_open_revision(
	    &(struct source_revision){ .repository = argv[2], .revision = argv[3] }, &diagnostics);
	good = source &&
	       read_log(source, argc == 5 ? argv[4] : NULL, arena, &log, !changes, &diagnostics);
	if (good && changes)
		print_changes(&log);
	if (!good)
		say_why(&diagnostics);
	source_close(source);
	diagnostics_release(&diagnostics);
	arena_free(arena);
	return good && fflush(stdout) == 0 ? 0 : 1;
}
