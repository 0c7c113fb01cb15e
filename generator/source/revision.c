#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "source/internal.h"

static int revision_read(struct source *source, const struct source_entry *entry, size_t limit,
    struct arena *arena, struct slice *bytes, struct diagnostics *diagnostics)
{
	git_oid oid = { 0 };

	(void)limit;
	memcpy(oid.id, entry->oid, SOURCE_OID_SIZE);
	return repository_blob(source->repository, &oid, arena, bytes, diagnostics);
}

static const struct source_type revision_type = { revision_read, NULL, NULL };

static enum source_kind kind_listed(enum tree_kind kind)
{
	switch (kind) {
	case TREE_SYMLINK: return SOURCE_SYMLINK;
	case TREE_SUBMODULE: return SOURCE_SUBMODULE;
	case TREE_FILE:
	case TREE_FOLDER: break;
	}
	return SOURCE_FILE;
}

static int take_entry(
    struct source *source, const struct listed *listed, struct diagnostics *diagnostics)
{
	struct source_entry *entry;

	if (listed->kind == TREE_FOLDER) {
		source_too_deep(listed->path, diagnostics);
		return 0;
	}
	entry = source_add(source, listed->path, kind_listed(listed->kind), diagnostics);
	if (!entry || listed->kind != TREE_FILE)
		return 0;
	entry->has_oid = true;
	memcpy(entry->oid, listed->oid.id, SOURCE_OID_SIZE);
	return repository_blob_size(source->repository, &listed->oid, &entry->size, diagnostics);
}

static int list_revision(struct source *source, struct slice shown, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	struct listing listing;
	int result = commit_list(
	    source->repository, &source->commit, source->prefix, scratch, &listing, diagnostics);

	if (result == 0) {
		diag1(diagnostics, DIAG_CONTENT_MISSING, POSITION_NONE, shown);
		result = -1;
	}
	for (size_t i = 0; result > 0 && i < listing.count; i++)
		if (take_entry(source, &listing.items[i], diagnostics) != 0)
			result = -1;
	if (result > 0)
		result = source_finish(source, diagnostics);
	arena_free(scratch);
	return result;
}

/* "./siti//zona/" as "siti/zona/", the root as "". */
static struct slice prefix_from(struct slice site, struct arena *arena)
{
	struct slice prefix = SLICE(""), name;

	while (site.len) {
		slice_cut(site, '/', &name, &site);
		if (name.len && !slice_is(name, "."))
			prefix =
			    arena_printf(arena, "%.*s%.*s/", SLICE_ARGS(prefix), SLICE_ARGS(name));
	}
	return prefix;
}

bool site_prefix(const struct repository *repository, const char *site, struct arena *arena,
    struct slice *prefix)
{
	const char *work = git_repository_workdir(repository_handle(repository));
	char *site_path = realpath(site, NULL), *work_path = work ? realpath(work, NULL) : NULL;
	bool inside = site_path && work_path && slice_starts(slice_from(site_path), work_path);

	if (inside) {
		struct slice below = slice_from_index(slice_from(site_path), strlen(work_path));

		inside =
		    below.len == 0 || below.p[0] == '/' || slice_is(slice_from(work_path), "/");
		*prefix = prefix_from(below, arena);
	}
	free(site_path);
	free(work_path);
	return inside;
}

static int open_repository(
    struct source *source, const struct source_revision *revision, struct diagnostics *diagnostics)
{
	enum repository_where where = revision->from_environment ? REPOSITORY_ENVIRONMENT
				      : revision->discover       ? REPOSITORY_AROUND
								 : REPOSITORY_AT;
	const char *path = revision->repository;

	if (repository_open(path, where, &source->repository, diagnostics) != 0)
		return -1;
	if (!source->repository) {
		diag1(diagnostics, DIAG_REPOSITORY_NONE, POSITION_NONE,
		    slice_from(path && *path ? path : "."));
		return -1;
	}
	if (!revision->discover)
		source->prefix = prefix_from(slice_from(revision->site), source->arena);
	else if (!site_prefix(source->repository, path, source->arena, &source->prefix))
		source->prefix = SLICE("");
	return 0;
}

struct source *source_open_revision(
    const struct source_revision *revision, struct diagnostics *diagnostics)
{
	struct source *source = source_new(&revision_type, sizeof *source);
	const char *site = revision->discover ? revision->repository : revision->site;

	if (open_repository(source, revision, diagnostics) == 0 &&
	    repository_resolve(
		source->repository, revision->revision, &source->commit, diagnostics) == 0) {
		source->has_commit = true;
		if (list_revision(source, slice_from(site && *site ? site : revision->revision),
			diagnostics) == 0)
			return source;
	}
	source_close(source);
	return NULL;
}
