#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "sample_files.h"

static struct memory_file *find_file(struct sample *sample, const char *path)
{
	for (size_t i = 0; i < sample->count; i++)
		if (strcmp(sample->files[i].path + strlen("content/"), path) == 0)
			return &sample->files[i];
	return NULL;
}

static const char *replaced(const char *text, const struct edit *edit, struct arena *arena)
{
	const char *at = strstr(text, edit->from);

	cr_assert(at, "%s: no '%s' to change", edit->path, edit->from);
	return arena_printf(
	    arena, "%.*s%s%s", (int)(at - text), text, edit->to, at + strlen(edit->from))
	    .p;
}

static void apply(struct sample *sample, const struct edit *edit)
{
	struct memory_file *file = find_file(sample, edit->path);

	if (edit->from) {
		cr_assert(file, "no file %s", edit->path);
		file->text = replaced(file->text, edit, sample->arena);
		return;
	}
	if (!edit->to) {
		cr_assert(file, "no file %s", edit->path);
		*file = sample->files[--sample->count];
		return;
	}
	if (!file) {
		file = &sample->files[sample->count++];
		file->path = arena_printf(sample->arena, "content/%s", edit->path).p;
	}
	file->text = edit->to;
}

void sample_load(struct sample *sample, const struct edit *edits)
{
	struct site_options options = { .today = SAMPLE_TODAY, .workers = 1 };

	*sample = (struct sample){ .arena = arena_new(), .count = sample_file_count };
	diagnostics_init(&sample->diagnostics);
	sample->files =
	    ARENA_COUNT(sample->arena, struct memory_file, sample_file_count + MAX_EDITS);
	memcpy(sample->files, sample_files, sample_file_count * sizeof *sample_files);
	for (size_t i = 0; edits && i < MAX_EDITS && edits[i].path; i++)
		apply(sample, &edits[i]);
	sample->source = source_open_memory(sample->files, sample->count, &sample->diagnostics);
	cr_assert(sample->source);
	sample->site = site_load(sample->source, &options, &sample->diagnostics);
	cr_assert(sample->site);
	site_link(sample->site, &sample->diagnostics);
	site_derive(sample->site);
}

void sample_release(struct sample *sample)
{
	site_free(sample->site);
	source_close(sample->source);
	diagnostics_release(&sample->diagnostics);
	arena_free(sample->arena);
}

static void add_place(struct buffer *text, const struct position *at)
{
	struct slice file = at->file;

	if (slice_starts(file, "content/"))
		file = slice_from_index(file, strlen("content/"));
	if (slice_empty(file))
		return;
	buffer_add(text, file);
	if (at->line > 0)
		buffer_addf(text, ":%u:%u", at->line, at->column);
	buffer_add_byte(text, ' ');
}

const char *sample_reported(const struct diagnostics *diagnostics, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *result;

	for (size_t i = 0; i < diagnostics->list.count; i++) {
		const struct diagnostic *each = &diagnostics->list.items[i];

		buffer_add_str(&text, i ? "; " : "");
		add_place(&text, &each->at);
		buffer_addf(&text, "%s%s", diag_name(each->id), each->accepted ? "*" : "");
		for (size_t k = 0; k < DIAG_ARGS && !slice_empty(each->args[k]); k++)
			buffer_addf(&text, "%s%.*s", k ? "," : " ",
			    SLICE_ARGS(diag_argument(each->args[k], LANGUAGE_ITALIAN)));
	}
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

const char *sample_check(const struct edit *edits, unsigned workers, struct arena *arena)
{
	struct sample sample;
	const char *result;

	sample_load(&sample, edits);
	cr_assert(check_site(sample.site, workers, &sample.diagnostics) == 0);
	check_accepted(sample.site, &sample.diagnostics);
	diagnostics_sort(&sample.diagnostics);
	result = sample_reported(&sample.diagnostics, arena);
	sample_release(&sample);
	return result;
}

void sample_check_rows(const struct check_row *rows, size_t count)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++)
		for (unsigned workers = 1; workers <= 3; workers += 2) {
			const char *said = sample_check(rows[i].edits, workers, arena);

			cr_expect_str_eq(said, rows[i].expected, "%s, %u workers: %s", rows[i].name,
			    workers, said);
		}
	arena_free(arena);
}
