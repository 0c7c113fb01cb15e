#include "build.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/workers.h"
#include "check/check.h"
#include "check/pdf_facts.h"
#include "check/taken_out.h"
#include "history/site_history.h"
#include "render/attachments.h"
#include "render/maker.h"
#include "search/index.h"

/* What the stages of one build hand on. */
struct build {
	const struct build_options *options;
	struct diagnostics *diagnostics;
	struct arena *arena;
	struct source *source;
	struct site *site;
	struct history_log *log; /* read while the site is loaded */
	struct site_history *history;
	struct publish *publish;
	struct renderer renderer;
	struct plan plan;
	struct maker *makers; /* one a worker */
	struct published_attachments attachments;
};

struct source *build_open(const struct build_options *options, struct diagnostics *diagnostics)
{
	bool inside = !options->repository;
	struct source_revision revision = { .repository =
						inside ? options->site : options->repository,
		.revision = options->revision ? options->revision : "HEAD",
		.site = inside ? NULL : options->site,
		.discover = inside,
		.from_environment = options->from_environment };

	if (inside && !options->revision)
		return source_open_tree(options->site, diagnostics);
	return source_open_revision(&revision, diagnostics);
}

static bool good_so_far(const struct build *build)
{
	return !diagnostics_blocking(build->diagnostics);
}

/* The absolute path without symbolic links, as far as it exists: OUT may still be to be made. */
static struct slice resolved(struct build *build, const char *path)
{
	char *absolute = realpath(path, NULL);
	struct slice known, rest, whole = slice_from(path);
	size_t slash = slice_find_last_byte(whole, '/');

	if (absolute) {
		known = arena_slice(build->arena, slice_from(absolute));
		free(absolute);
		return known;
	}
	rest = slash == SLICE_NONE ? whole : slice_from_index(whole, slash + 1);
	if (slash == 0 || slice_is(whole, "."))
		return whole;
	known = resolved(build,
	    slash == SLICE_NONE ? "." : arena_cstr(build->arena, slice_sub(whole, 0, slash)));
	return arena_printf(build->arena, "%.*s/%.*s", SLICE_ARGS(known), SLICE_ARGS(rest));
}

/* OUT must be a folder for itself: not the site's own, nor its content or inside that. */
static void check_out(struct build *build)
{
	const struct build_options *options = build->options;
	struct slice site, out, content;

	if (options->repository)
		return;
	site = resolved(build, options->site);
	out = resolved(build, options->out);
	content = arena_printf(build->arena, "%.*s/content/", SLICE_ARGS(site));
	if (slice_eq(site, out) ||
	    slice_starts(arena_printf(build->arena, "%.*s/", SLICE_ARGS(out)), content.p))
		diag1(build->diagnostics, DIAG_OUT_IS_CONTENT, POSITION_NONE,
		    slice_from(options->out));
}

static void open_out(struct build *build)
{
	if (!build->options->out || build->options->verify)
		return;
	check_out(build);
	if (good_so_far(build))
		build->publish = publish_open(
		    build->options->out, build->options->wait_seconds, build->diagnostics);
}

static void begin_log(struct build *build)
{
	if (build->options->no_history)
		return;
	source_use_cache(build->source, build->options->cache, build->diagnostics);
	build->log = history_log_begin(build->source, build->options->workers > 1);
}

static void load(struct build *build)
{
	struct site_options options = { .today = build->options->today,
		.workers = build->options->workers,
		.drafts = build->options->drafts };

	build->site = site_load(build->source, &options, build->diagnostics);
	if (!slice_empty(build->options->base_url))
		build->site->settings.base_url = build->options->base_url;
	site_link(build->site, build->diagnostics);
	site_derive(build->site);
	site_check_links(build->site, build->diagnostics);
}

static void read_history(struct build *build)
{
	unsigned workers = build->options->workers;
	struct taken_out *taken_out;

	if (build->options->no_history)
		return;
	taken_out = taken_out_new(build->site, workers);
	build->history = site_history_read(
	    build->site, build->log, workers, taken_out_listener(taken_out), build->diagnostics);
	taken_out_end(taken_out, build->diagnostics);
	if (build->history)
		check_history(build->history, build->diagnostics);
}

static void check(struct build *build)
{
	check_site(build->site, build->options->workers, build->diagnostics);
	if (!build->options->out)
		check_pdf_facts(build->site, build->options->workers, build->diagnostics);
	check_accepted(build->site, build->diagnostics);
	if (build->history)
		site_history_keep(build->history, build->diagnostics);
}

/* The theme of --theme, or that of sito.yaml's `tema`; null after an error. */
static const struct theme *open_theme(struct build *build)
{
	const struct settings *settings = &build->site->settings;

	if (build->options->theme)
		return theme_open_dir(build->options->theme, build->arena, build->diagnostics);
	if (slice_empty(settings->theme) || theme_is_builtin(settings->theme))
		return theme_open_builtin(settings->theme, build->arena, build->diagnostics);
	diag2(build->diagnostics, DIAG_THEME_UNKNOWN,
	    key_position(settings->node, "tema", SLICE("content/sito.yaml")), settings->theme,
	    theme_builtin_names(build->arena));
	return NULL;
}

static void plan(struct build *build)
{
	const struct theme *theme = open_theme(build);

	if (theme && renderer_open(&build->renderer, build->site, build->history, theme,
			 build->options->links, build->arena, build->diagnostics))
		plan_site(&build->plan, build->site, build->history, build->arena);
}

static enum publish_class class_of(enum page_rank rank)
{
	switch (rank) {
	case RANK_LIST: return PUBLISH_LIST;
	case RANK_HOME: return PUBLISH_HOME;
	default: return PUBLISH_PAGE;
	}
}

static void render_page(void *context, unsigned worker, size_t job)
{
	struct build *build = context;
	struct maker *maker = &build->makers[worker];
	const struct planned_page *page = &build->plan.pages.items[job];
	struct slice bytes = page_render(maker, page);

	publish_file(build->publish, url_file(page->path, maker->arena), class_of(page->kind->rank),
	    bytes, &maker->failures);
}

static void render(struct build *build)
{
	unsigned workers = build->options->workers;

	build->makers = ARENA_COUNT(build->arena, struct maker, workers);
	for (unsigned i = 0; i < workers; i++)
		maker_open(&build->makers[i], &build->renderer);
	workers_run(workers, build->plan.pages.count, render_page, build);
	for (unsigned i = 0; i < workers; i++)
		maker_close(&build->makers[i], build->diagnostics);
}

static void publish_theme(struct build *build)
{
	size_t count;
	const struct theme_file *files = theme_assets(build->renderer.theme, &count);

	for (size_t i = 0; i < count; i++)
		publish_file(build->publish, asset_path(&files[i], build->arena), PUBLISH_ASSET,
		    files[i].bytes, build->diagnostics);
}

static void publish_search(struct build *build)
{
	struct arena *scratch = arena_new();
	struct search_files files;

	search_index(build->site, build->options->workers, scratch, build->diagnostics, &files);
	for (size_t i = 0; i < files.count; i++)
		publish_file(build->publish, files.items[i].path, PUBLISH_ASSET,
		    files.items[i].bytes, build->diagnostics);
	arena_free(scratch);
}

/* Copied by the kernel from a working tree; read from a repository, one in memory at a time. */
static void publish_attachment(struct build *build, struct published_attachment *each)
{
	const struct source_entry *entry = each->attachment->file->entry;
	struct arena *scratch = arena_new();
	struct slice path = url_attachment(each->act, each->attachment->name, scratch), bytes;
	int fd = source_open_file(build->source, entry);

	if (fd >= 0) {
		publish_copy(build->publish, path, fd, &each->digest, build->diagnostics);
		close(fd);
	} else if (source_read(build->source, entry, PUBLISH_COPY_MAX, scratch, &bytes,
		       build->diagnostics) == 0) {
		publish_file(build->publish, path, PUBLISH_ASSET, bytes, build->diagnostics);
		each->digest = digest_of(bytes);
	}
	arena_free(scratch);
}

/* Before the pages: those tell the digest of what is published. */
static void publish_attachments(struct build *build)
{
	attachments_find(build->site, build->arena, &build->attachments);
	for (size_t i = 0; i < build->attachments.count; i++)
		publish_attachment(build, &build->attachments.items[i]);
	build->renderer.attachments = &build->attachments;
}

/* What an OUT may not mix: another site, drafts, a build without history, links for a folder. */
static struct slice mode_of(const struct build *build)
{
	const struct build_options *options = build->options;

	return arena_printf(build->arena, "%.*s%s%s%s", SLICE_ARGS(build->site->settings.base_url),
	    options->drafts ? " bozze" : "", options->no_history ? " senza-storia" : "",
	    options->links == LINKS_FILE ? " file" : "");
}

static void publish(struct build *build, struct build_result *result)
{
	struct publish_options options = { .mode = mode_of(build), .adopt = build->options->adopt };

	if (publish_begin(build->publish, &options, build->diagnostics) != 0)
		return;
	publish_attachments(build);
	render(build);
	publish_theme(build);
	publish_search(build);
	if (good_so_far(build))
		publish_commit(build->publish, &result->published, build->diagnostics);
}

static void close_build(struct build *build)
{
	publish_close(build->publish);
	history_log_free(build->log);
	site_history_free(build->history);
	site_free(build->site);
	arena_free(build->arena);
}

static void tell(const struct build *build)
{
	if (build->history)
		build->options->told(build->options->context, build->history);
}

static void make(struct build *build, struct build_result *result)
{
	check(build);
	if (good_so_far(build))
		plan(build);
	result->pages = build->plan.pages.count;
	if (!good_so_far(build))
		return;
	if (build->publish)
		publish(build, result);
	else if (build->options->verify)
		verify_versions(&build->renderer, &build->plan, build->options->out,
		    build->options->workers, &result->verified, build->diagnostics);
}

void build(const struct build_options *options, struct source **source, struct build_result *result,
    struct diagnostics *diagnostics)
{
	struct build build = {
		.options = options, .diagnostics = diagnostics, .arena = arena_new()
	};

	*result = (struct build_result){ 0 };
	open_out(&build);
	if (good_so_far(&build))
		build.source = build_open(options, diagnostics);
	if (build.source) {
		begin_log(&build);
		load(&build);
		read_history(&build);
	}
	if (build.source && options->told)
		tell(&build);
	else if (build.source)
		make(&build, result);
	*source = build.source;
	close_build(&build);
}
