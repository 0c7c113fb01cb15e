#include "verify.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/workers.h"
#include "write/ledger.h"

struct verifying {
	const struct plan *plan;
	const char *out;
	int out_fd;
	struct maker *makers; /* one a worker */
};

/* The published bytes: 1 with them, 0 where there is no such file, or one that is longer than ours; -1 after reporting. */
static int read_published(const struct verifying *verifying, struct slice file, size_t expected,
    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics)
{
	if (file_read(verifying->out_fd, arena_cstr(arena, file), expected, arena, bytes) == 0)
		return 1;
	if (errno == ENOENT || errno == ENOTDIR || errno == EFBIG)
		return 0;
	return file_failed(diagnostics, file, errno);
}

static void verify_page(void *context, unsigned worker, size_t job)
{
	const struct verifying *verifying = context;
	struct maker *maker = &verifying->makers[worker];
	const struct planned_page *page = &verifying->plan->pages.items[job];
	struct slice bytes, published = SLICE("");
	int found;

	if (!page->kind->tells_versions)
		return;
	bytes = page_render(maker, page);
	found = read_published(verifying, url_file(page->path, maker->arena), bytes.len,
	    maker->arena, &published, &maker->failures);
	if (found == 0 || (found > 0 && !slice_eq(bytes, published)))
		diag2(&maker->failures, DIAG_VERSION_NOT_AS_PUBLISHED, POSITION_NONE, page->path,
		    slice_from(verifying->out));
}

/* Pages of versions that an earlier build published, and that no version is behind any more. */
static void find_left_over(
    const struct verifying *verifying, struct arena *arena, struct diagnostics *diagnostics)
{
	int own = openat(verifying->out_fd, ".zonale", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct map planned = { 0 };
	struct ledger ledger;
	size_t line;

	if (own < 0 || ledger_read(own, arena, &ledger, &line) != 0) {
		diag1(diagnostics, DIAG_VERIFY_NOT_OURS, POSITION_NONE, slice_from(verifying->out));
		if (own >= 0)
			close(own);
		return;
	}
	close(own);
	for (size_t i = 0; i < verifying->plan->pages.count; i++)
		map_put(&planned, arena, url_file(verifying->plan->pages.items[i].path, arena),
		    &verifying->plan->pages.items[i]);
	for (size_t i = 0; i < ledger.entries.count; i++) {
		struct slice path = ledger.entries.items[i]->path;

		if (url_tells_versions(path) && !map_get(&planned, path))
			diag2(diagnostics, DIAG_VERSION_LEFT_OVER, POSITION_NONE, path,
			    slice_from(verifying->out));
	}
}

void verify_versions(const struct renderer *renderer, const struct plan *plan, const char *out,
    unsigned workers, struct verified *verified, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct verifying verifying = { .plan = plan,
		.out = out,
		.out_fd = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
		.makers = ARENA_COUNT(arena, struct maker, workers) };

	*verified = (struct verified){ 0 };
	if (verifying.out_fd < 0) {
		file_failed(diagnostics, slice_from(out), errno);
		arena_free(arena);
		return;
	}
	for (unsigned i = 0; i < workers; i++)
		maker_open(&verifying.makers[i], renderer);
	workers_run(workers, plan->pages.count, verify_page, &verifying);
	for (unsigned i = 0; i < workers; i++)
		maker_close(&verifying.makers[i], diagnostics);
	for (size_t i = 0; i < plan->pages.count; i++)
		verified->pages += plan->pages.items[i].kind->tells_versions;
	find_left_over(&verifying, arena, diagnostics);
	close(verifying.out_fd);
	arena_free(arena);
}
