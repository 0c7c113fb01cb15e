#include "check/check.h"
#include "check/personal.h"

bool diag_acceptable(enum diag_id id)
{
	return diag_level(id) <= LEVEL_WARNING || diag_is_personal(id);
}

/*
 * Whose `accettati` speak for a place: the file's own; for what has none, an act's for its attachments and
 * their folder, a point's for its official text.
 */
static const struct content_file *owner_of(
    const struct site *site, struct slice path, struct arena *scratch)
{
	const struct content_file *file = map_get(&site->files_by_path, path);

	if (!file)
		return map_get(
		    &site->files_by_path, arena_printf(scratch, "%.*s.md", SLICE_ARGS(path)));
	if (file->kind == FILE_ATTACHMENT)
		return map_get(&site->files_by_path,
		    arena_printf(scratch, "content/atti/%.*s.md", SLICE_ARGS(file->folder)));
	if (file->kind == FILE_POINT_TEXT)
		return map_get(&site->files_by_path,
		    arena_printf(scratch, "%.*s.yaml",
			SLICE_ARGS(slice_sub(file->path, 0, file->path.len - 3))));
	return file;
}

/* Marks what the entry silences among the first `count`; how many that are. */
static size_t silence(const struct site *site, const struct content_file *file, enum diag_id id,
    struct diagnostics *diagnostics, size_t count, struct arena *scratch)
{
	size_t silenced = 0;

	for (size_t i = 0; i < count; i++) {
		struct diagnostic *each = &diagnostics->list.items[i];

		if (each->id != id || owner_of(site, each->at.file, scratch) != file)
			continue;
		each->accepted = true;
		silenced++;
	}
	return silenced;
}

static void apply(const struct site *site, const struct content_file *file,
    const struct accepted *entry, struct diagnostics *diagnostics, size_t count,
    struct arena *scratch)
{
	struct position at = key_position(entry->node, "regola", file->path);
	enum diag_id id = diag_by_code(entry->rule);

	if (slice_empty(entry->rule))
		return;
	if (id == DIAG_COUNT)
		diag1(diagnostics, DIAG_ACCEPTED_UNKNOWN, at, entry->rule);
	else if (!diag_acceptable(id))
		diag1(diagnostics, DIAG_ACCEPTED_NOT_ALLOWED, at, entry->rule);
	else if (silence(site, file, id, diagnostics, count, scratch) == 0)
		diag1(diagnostics, DIAG_ACCEPTED_IDLE, at, entry->rule);
}

void check_accepted(const struct site *site, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	size_t count = diagnostics->list.count;

	for (size_t i = 0; i < site->files.count; i++)
		for (size_t n = 0; n < site->files.items[i].accepted.count; n++) {
			apply(site, &site->files.items[i], &site->files.items[i].accepted.items[n],
			    diagnostics, count, scratch);
			arena_reset(scratch);
		}
	arena_free(scratch);
}
