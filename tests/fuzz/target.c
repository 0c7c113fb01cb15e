#include "target.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "parse/intake.h"

void must(bool kept, struct slice seen, const char *promise, const char *file, int line)
{
	if (kept)
		return;
	fprintf(stderr, "%s:%d: this does not hold: %s\n", file, line, promise);
	if (seen.len)
		fprintf(stderr, "seen: %.*s\n", SLICE_ARGS(seen));
	abort();
}

void trial_begin(struct trial *trial, const uint8_t *data, size_t size)
{
	*trial = (struct trial){ .arena = arena_new(),
		.file = SLICE("content/prova.md"),
		.bytes = { (const char *)data, size } };
	diagnostics_init(&trial->diagnostics);
}

static void put_into_words(struct trial *trial, enum language language)
{
	for (size_t i = 0; i < trial->diagnostics.list.count; i++) {
		const struct diagnostic *each = &trial->diagnostics.list.items[i];
		struct slice text = diagnostic_text(each, language, trial->arena);

		MUST(text.len > 0, SLICE(""));
		diagnostic_remedy(each, language, trial->arena);
	}
}

void trial_end(struct trial *trial)
{
	diagnostics_sort(&trial->diagnostics);
	MUST(diagnostics_count(&trial->diagnostics, LEVEL_FAILURE) == 0, SLICE(""));
	put_into_words(trial, LANGUAGE_ITALIAN);
	put_into_words(trial, LANGUAGE_ENGLISH);
	diagnostics_release(&trial->diagnostics);
	arena_free(trial->arena);
}

bool trial_text(struct trial *trial, struct slice *text)
{
	if (text_intake(trial->bytes, trial->file, trial->arena, &trial->diagnostics, text) == 0)
		return true;
	MUST(trial_has_error(trial), SLICE(""));
	return false;
}

bool trial_has_error(const struct trial *trial)
{
	return diagnostics_count(&trial->diagnostics, LEVEL_ERROR) > 0;
}

bool lies_in(struct slice part, struct slice whole)
{
	return part.len == 0 || (part.p >= whole.p && part.len <= whole.len &&
				    (size_t)(part.p - whole.p) <= whole.len - part.len);
}

/* Made once, below $TMPDIR; whoever runs the targets takes it away. */
const char *trial_folder(void)
{
	static char path[256];
	const char *below = getenv("TMPDIR");

	if (!path[0]) {
		snprintf(path, sizeof path, "%s/zonale-fuzz-XXXXXX", below ? below : "/tmp");
		MUST(mkdtemp(path) != NULL, slice_from(path));
	}
	return path;
}

void trial_write(const char *name, struct slice bytes)
{
	int folder = open(trial_folder(), O_DIRECTORY | O_CLOEXEC);
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	MUST(fd >= 0 && fd_write_all(fd, bytes) == 0, slice_from(name));
	close(fd);
	close(folder);
}
