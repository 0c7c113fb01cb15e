/* What versions said, read again for the pages that show them: see history/site_history.h. */
#include "history/site_history.h"
#include "history/version_changes.h"
#include "model/past.h"

/* What one version is read with, and what it said. */
struct reading_version {
	struct old_text_reader reader;
	struct diagnostics unheard;
	struct old_text text;
};

static void read_version(struct reading_version *reading, const struct site_history *history,
    const struct history_entry *entry, struct arena *arena, struct diagnostics *diagnostics)
{
	const struct page_history *page = entry->history;
	const struct content_file *file = page->subject.file;
	const struct file_revision *revision =
	    &history->shown[page - history->pages][entry - page->entries];

	*reading = (struct reading_version){
		.reader = { .site = history->site,
		    .kind = file->kind,
		    .folder = file->folder,
		    .today = file,
		    .act = page->subject.kind == SUBJECT_ACT ? page->subject.item : NULL,
		    .scratch = arena,
		    .unheard = &reading->unheard,
		    .diagnostics = diagnostics },
	};
	diagnostics_init(&reading->unheard);
	old_text_read(&reading->reader, revision, NULL, &reading->text);
}

int history_version_read(const struct site_history *history, const struct history_entry *entry,
    struct arena *arena, struct old_version *version, struct diagnostics *diagnostics)
{
	const struct act *today = entry->history->subject.item;
	struct reading_version reading;
	bool readable;

	read_version(&reading, history, entry, arena, diagnostics);
	*version = (struct old_version){ 0 };
	readable = reading.text.readable;
	if (readable) {
		struct act *act = ARENA_NEW(arena, struct act);

		*act = *(const struct act *)old_text_keys(&reading.reader, &reading.text);
		past_derive_act(today, act, arena);
		version->act = act;
		version->body = old_text_tree(&reading.reader, &reading.text);
		version->text = old_text_unparsed(&reading.reader, &reading.text);
	}
	diagnostics_release(&reading.unheard);
	return readable ? 0 : -1;
}

int history_versions_compare(const struct site_history *history, const struct history_entry *before,
    const struct history_entry *after, struct arena *arena, struct changes *changes,
    struct diagnostics *diagnostics)
{
	struct reading_version old, new;

	read_version(&old, history, before, arena, diagnostics);
	read_version(&new, history, after, arena, diagnostics);
	if (old.text.readable && new.text.readable)
		version_changes(&new.reader, &old.text, &new.text, arena, changes);
	diagnostics_release(&old.unheard);
	diagnostics_release(&new.unheard);
	return old.text.readable && new.text.readable ? 0 : -1;
}
