/*
 * One content file through the whole program: the first line says its path below content/, the rest is its text. It
 * joins, or replaces a file of, a small site that is right in every detail; where the site is still without errors,
 * every page is made and read without pity.
 */
#include <string.h>

#include "../tools/html_page.h"
#include "../unit/sample_files.h"
#include "check/check.h"
#include "render/maker.h"
#include "target.h"

static const struct date today = { 2031, 6, 15 };

/* Its templates are compiled once. */
static struct renderer *the_renderer(const struct site *site, struct arena *of_site)
{
	static struct renderer renderer;
	static struct arena *arena;
	struct diagnostics diagnostics;

	if (!arena) {
		arena = arena_new();
		diagnostics_init(&diagnostics);
		MUST(renderer_open(&renderer, NULL, NULL,
			 theme_open_builtin(SLICE("base"), arena, &diagnostics), LINKS_WEB, arena,
			 &diagnostics),
		    SLICE(""));
		diagnostics_release(&diagnostics);
	}
	renderer.site = site;
	renderer.acronyms = acronyms_open(site, of_site);
	return &renderer;
}

static void check_page(struct maker *maker, const struct planned_page *planned, struct arena *arena)
{
	struct slice bytes = page_render(maker, planned);
	struct html_page page = { 0 };

	/* Lines for web servers are planned like pages. */
	if (!slice_ends(url_file(planned->path, arena), ".html"))
		return;
	html_page_read_file(&page, url_file(planned->path, arena), bytes, arena);
	if (page.faults.count > 0)
		MUST(page.faults.count == 0,
		    arena_printf(arena, "%.*s:%zu: %.*s\n%.*s", SLICE_ARGS(planned->path),
			page.faults.items[0].line, SLICE_ARGS(page.faults.items[0].what),
			SLICE_ARGS(bytes)));
}

static void make_pages(struct trial *trial, const struct site *site)
{
	struct arena *scratch = arena_new();
	struct maker maker;
	struct plan plan = { 0 };

	maker_open(&maker, the_renderer(site, trial->arena));
	plan_site(&plan, site, NULL, trial->arena);
	for (size_t i = 0; i < plan.pages.count; i++) {
		check_page(&maker, &plan.pages.items[i], scratch);
		arena_reset(scratch);
	}
	maker_close(&maker, &trial->diagnostics);
	arena_free(scratch);
}

static struct source *source_with(struct trial *trial, const char *path, const char *text)
{
	struct memory_file *files =
	    ARENA_COUNT(trial->arena, struct memory_file, sample_file_count + 1);
	size_t count = 0;

	files[count++] = (struct memory_file){ path, text };
	for (size_t i = 0; i < sample_file_count; i++)
		if (strcmp(sample_files[i].path, path) != 0)
			files[count++] = sample_files[i];
	return source_open_memory(files, count, &trial->diagnostics);
}

static void check_source(struct trial *trial, struct source *source)
{
	struct site_options options = { .today = today, .workers = 1 };
	struct site *site = site_load(source, &options, &trial->diagnostics);

	site_link(site, &trial->diagnostics);
	site_derive(site);
	site_check_links(site, &trial->diagnostics);
	check_site(site, 1, &trial->diagnostics);
	check_accepted(site, &trial->diagnostics);
	if (!diagnostics_blocking(&trial->diagnostics))
		make_pages(trial, site);
	site_free(site);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct slice path, text;
	struct source *source;

	trial_begin(&trial, data, size);
	if (slice_cut(trial.bytes, '\n', &path, &text)) {
		path = arena_printf(trial.arena, "content/%s", arena_cstr(trial.arena, path));
		source = source_with(&trial, path.p, arena_cstr(trial.arena, text));
		if (source)
			check_source(&trial, source);
		source_close(source);
	}
	trial_end(&trial);
	return 0;
}
