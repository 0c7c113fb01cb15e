#include "history/progress_history.h"

#include "history/meaning.h"
#include "history/old_blob.h"
#include "parse/intake.h"

#define PROGRESS_MAX ((size_t)1 << 20)

/* What older texts are read with. */
struct reading {
	const struct site *site;
	const struct source_log *log;
	struct arena *scratch;
	struct diagnostics unheard;
	struct diagnostics *diagnostics;
};

/* False where the text can't be read: the site stayed as it was then. Fails only with the system. */
static int meaning_at(struct reading *reading, const struct source_change *change, bool *readable,
    struct digest *meaning)
{
	struct slice bytes, text;
	struct yaml_node *root;
	int read = old_blob_read(reading->site->source, change->oid, change->path, PROGRESS_MAX,
	    reading->scratch, &bytes, reading->diagnostics);

	*readable = false;
	if (read < 0)
		return -1;
	if (read == 0 ||
	    text_intake(bytes, change->path, reading->scratch, &reading->unheard, &text) != 0)
		return 0;
	root = yaml_parse(text, change->path, 1, reading->scratch, &reading->unheard);
	*readable = root && root->kind == YAML_MAP;
	if (*readable)
		*meaning = meaning_of_keys(&progress_table, root, reading->scratch);
	return 0;
}

/* The day of the last change of meaning; the first text that could be read is none. */
static int last_change(struct reading *reading, struct slice path, struct date *day)
{
	size_t count;
	const struct source_change *changes = source_log_of(reading->log, path, &count);
	struct digest before, now;
	bool known = false, readable;

	for (size_t i = 0; i < count; i++) {
		if (!changes[i].has_blob)
			continue;
		if (meaning_at(reading, &changes[i], &readable, &now) != 0)
			return -1;
		if (!readable)
			continue;
		if (known && !digest_eq(before, now))
			*day = moment_in_rome(reading->log->commits[changes[i].commit].time).day;
		before = now;
		known = true;
	}
	return 0;
}

static bool is_obscured(const struct site *site, struct slice path)
{
	for (size_t i = 0; i < site->redactions.count; i++)
		if (slice_eq(site->redactions.items[i]->path, path))
			return true;
	return false;
}

static int read_programme(struct reading *reading, const struct programme *programme,
    struct arena *arena, struct progress_changes *changes)
{
	for (size_t i = 0; i < programme->progress.count; i++) {
		const struct progress *progress = programme->progress.items[i];
		struct date day = DATE_NONE;

		if (is_obscured(reading->site, progress->file->path))
			continue;
		if (last_change(reading, progress->file->path, &day) != 0)
			return -1;
		if (date_known(day))
			*ARENA_PUSH(arena, changes) = (struct progress_change){ progress, day };
		arena_reset(reading->scratch);
		diagnostics_clear(&reading->unheard);
	}
	return 0;
}

int progress_changes_read(const struct site *site, const struct source_log *log,
    struct arena *arena, struct progress_changes *changes, struct diagnostics *diagnostics)
{
	struct reading reading = {
		.site = site, .log = log, .scratch = arena_new(), .diagnostics = diagnostics
	};
	int result = 0;

	diagnostics_init(&reading.unheard);
	for (size_t i = 0; i < site->programmes.count && result == 0; i++)
		result = read_programme(&reading, site->programmes.items[i], arena, changes);
	diagnostics_release(&reading.unheard);
	arena_free(reading.scratch);
	return result;
}

struct date progress_changed_on(
    const struct progress_changes *changes, const struct progress *progress)
{
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].progress == progress)
			return changes->items[i].day;
	return DATE_NONE;
}
