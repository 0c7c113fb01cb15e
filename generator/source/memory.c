#include <assert.h>

#include "source/internal.h"

struct memory_source {
	struct source base;
	const struct memory_file *files;
	size_t count;
};

static const struct memory_file *file_at(const struct memory_source *source, struct slice path)
{
	for (size_t i = 0; i < source->count; i++)
		if (slice_is(path, source->files[i].path))
			return &source->files[i];
	return NULL;
}

static int memory_read(struct source *source, const struct source_entry *entry, size_t limit,
    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics)
{
	const struct memory_file *file = file_at((struct memory_source *)source, entry->path);

	(void)arena;
	(void)limit;
	(void)diagnostics;
	assert(file);
	*bytes = slice_from(file->text);
	return 0;
}

static const struct source_type memory_type = { memory_read, NULL, NULL };

struct source *source_open_memory(
    const struct memory_file *files, size_t count, struct diagnostics *diagnostics)
{
	struct memory_source *source = source_new(&memory_type, sizeof *source);

	source->files = files;
	source->count = count;
	for (size_t i = 0; i < count; i++) {
		struct slice path = slice_from(files[i].path);
		struct source_entry *entry =
		    source_add(&source->base, path, SOURCE_FILE, diagnostics);

		if (entry)
			entry->size = slice_from(files[i].text).len;
	}
	if (source_finish(&source->base, diagnostics) == 0)
		return &source->base;
	source_close(&source->base);
	return NULL;
}
