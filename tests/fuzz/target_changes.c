/*
 * Changes that were kept: the bytes as they are, and the changes between two texts of a file's keys (the first line names
 * the table, a line with '%' parts them), written down, altered here and there, and read again. What is believed can be
 * written down and read again: the same.
 */
#include "history/changes_stored.h"
#include "history/kept_pages.h"
#include "history/key_changes.h"
#include "model/act.h"
#include "model/programme.h"
#include "target.h"

static const struct key_table *const tables[] = { &act_table, &meeting_table, &programme_table,
	&point_table, &progress_table, &report_table, &regulation_table, &page_table };
#define TABLES (sizeof tables / sizeof *tables)

#define ALTERED_MAX 40

static const struct site nothing_registered;

static void store(
    struct buffer *bytes, const struct key_table *table, const struct changes *changes)
{
	struct key_store store = { .bytes = bytes };

	buffer_clear(bytes);
	changes_store(&store, table, changes);
}

static bool restore(
    struct slice bytes, const struct key_table *table, struct arena *arena, struct changes *changes)
{
	struct key_restore restore = {
		.reader = { .rest = bytes }, .site = &nothing_registered, .arena = arena
	};

	changes_restore(&restore, table, NULL, changes);
	return !restore.reader.failed && restore.reader.rest.len == 0;
}

/* Is what these bytes say still said when it is written down in our own way? */
static bool check_bytes(struct trial *trial, struct slice bytes, const struct key_table *table)
{
	struct buffer first = { 0 }, second = { 0 };
	struct changes changes, again;
	bool good = restore(bytes, table, trial->arena, &changes);

	if (good) {
		store(&first, table, &changes);
		MUST(restore(buffer_slice(&first), table, trial->arena, &again), bytes);
		store(&second, table, &again);
		MUST(slice_eq(buffer_slice(&first), buffer_slice(&second)), bytes);
	}
	buffer_release(&first);
	buffer_release(&second);
	return good;
}

static void check_altered(struct trial *trial, struct buffer *bytes, const struct key_table *table)
{
	size_t step = bytes->len / ALTERED_MAX + 1;

	for (size_t i = 0; i < bytes->len; i += step) {
		char was = bytes->p[i];

		bytes->p[i] = (char)(was ^ (1 << i % 8));
		check_bytes(trial, buffer_slice(bytes), table);
		bytes->p[i] = was;
		MUST(
		    !check_bytes(trial, slice_sub(buffer_slice(bytes), 0, i), table), trial->bytes);
	}
}

static const void *keys_of(struct trial *trial, const struct key_table *table, struct slice text)
{
	struct key_reader reader = { .file = trial->file,
		.arena = trial->arena,
		.diagnostics = &trial->diagnostics,
		.root = yaml_parse(text, trial->file, 1, trial->arena, &trial->diagnostics),
		.history = true };
	void *object = arena_alloc(trial->arena, table->size);

	if (!reader.root || reader.root->kind != YAML_MAP)
		return NULL;
	keys_read(&reader, table, reader.root, object);
	return object;
}

static void check_pair(struct trial *trial, const struct key_table *table, struct slice text)
{
	size_t at = slice_find(text, "\n%\n");
	const void *before, *after;
	struct changes changes = { 0 };
	struct buffer bytes = { 0 };

	if (at == SLICE_NONE)
		return;
	before = keys_of(trial, table, slice_sub(text, 0, at + 1));
	after = keys_of(trial, table, slice_from_index(text, at + 3));
	if (!before || !after)
		return;
	key_changes(table, before, after, trial->arena, trial->arena, &changes);
	store(&bytes, table, &changes);
	MUST(check_bytes(trial, buffer_slice(&bytes), table), text);
	check_altered(trial, &bytes, table);
	buffer_release(&bytes);
}

/* Three revisions as good as any. */
static void check_page(struct trial *trial)
{
	struct kept_page page, again;
	struct buffer bytes = { 0 };

	if (kept_page_parse(trial->bytes, 3, trial->arena, &page)) {
		kept_page_compose(&page, &bytes);
		MUST(kept_page_parse(buffer_slice(&bytes), 3, trial->arena, &again), trial->bytes);
		MUST(slice_eq(page.revisions[2].changes, again.revisions[2].changes), trial->bytes);
	}
	buffer_release(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice text, name;
	struct trial trial;

	trial_begin(&trial, data, size);
	for (size_t i = 0; i < TABLES; i++)
		check_bytes(&trial, trial.bytes, tables[i]);
	check_page(&trial);
	if (trial_text(&trial, &text) && slice_next_line(&text, &name))
		for (size_t i = 0; i < TABLES; i++)
			if (slice_is(name, tables[i]->name))
				check_pair(&trial, tables[i], text);
	trial_end(&trial);
	return 0;
}
