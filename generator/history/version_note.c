#include "history/version_note.h"

static bool names_commit(struct slice prefix, const unsigned char *oid)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < prefix.len && i < 2 * SOURCE_OID_SIZE; i++) {
		unsigned char byte = oid[i / 2];

		if (ascii_lower(prefix.p[i]) != digits[i % 2 ? byte & 15 : byte >> 4])
			return false;
	}
	return !slice_empty(prefix);
}

/* The entry of note_pubbliche.yaml for this version, or null. */
static const struct public_note *entry_for(const struct site *site,
    const struct source_commit *commit, struct slice path, struct slice path_then, struct date day)
{
	for (size_t i = 0; i < site->public_notes.count; i++) {
		const struct public_note *note = site->public_notes.items[i];

		if (!slice_eq(note->path, path) && !slice_eq(note->path, path_then))
			continue;
		if (names_commit(note->commit, commit->oid) ||
		    (slice_empty(note->commit) && date_known(note->date) &&
			date_eq(note->date, day)))
			return note;
	}
	return NULL;
}

struct commit_note version_note_of(const struct site *site, const struct source_log *log,
    struct slice path, const struct file_revisions *revisions, const struct versions *versions,
    size_t which, struct arena *scratch, struct diagnostics *diagnostics)
{
	const struct version *version = &versions->items[which];
	const struct file_revision *revision = &revisions->items[version->revision];
	const struct source_commit *commit = &log->commits[revision->commit];
	const struct public_note *own = entry_for(site, commit, path, revision->path, version->day);
	struct commit_note said = commit_note_read(commit, scratch, diagnostics);

	if (which > 0 && versions->items[which - 1].revision == version->revision &&
	    version->kind == VERSION_REMOVED)
		return (struct commit_note){ 0 };
	if (own && !slice_empty(own->note))
		said.note = own->note;
	if (own && change_kind_from(own->type) != KIND_NONE)
		said.kind = change_kind_from(own->type);
	return said;
}
