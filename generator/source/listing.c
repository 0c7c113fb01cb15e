#include <stdlib.h>

#include "source/internal.h"

struct lister {
	struct repository *repository;
	struct arena *arena;
	ARRAY(struct listed) found;
	struct diagnostics *diagnostics;
};

static int list_folder(
    struct lister *lister, const git_oid *oid, struct slice folder, size_t depth);

static int list_entry(
    struct lister *lister, const struct tree_entry *entry, struct slice folder, size_t depth)
{
	struct slice path =
	    arena_printf(lister->arena, "%.*s/%.*s", SLICE_ARGS(folder), SLICE_ARGS(entry->name));

	if (entry->kind == TREE_FOLDER && depth + 1 < SOURCE_MAX_DEPTH)
		return list_folder(lister, &entry->oid, path, depth + 1);
	*ARENA_PUSH(lister->arena, &lister->found) =
	    (struct listed){ path, entry->kind, entry->oid };
	return 0;
}

/* `depth` counts the names of `folder`. */
static int list_folder(struct lister *lister, const git_oid *oid, struct slice folder, size_t depth)
{
	git_odb_object *object =
	    repository_object(lister->repository, oid, GIT_OBJECT_TREE, lister->diagnostics);
	struct tree_entry entry;
	struct slice rest;
	int more = 1, result = 0;

	if (!object)
		return -1;
	rest = object_bytes(object);
	while (result == 0 && lister->found.count <= SOURCE_MAX_FILES &&
	       (more = tree_next(&rest, &entry)) > 0)
		result = list_entry(lister, &entry, folder, depth);
	if (more < 0)
		result = repository_corrupt(lister->repository, oid, lister->diagnostics);
	git_odb_object_free(object);
	return result;
}

/* Replaces *tree by the folder of this name in it. Returns 1; 0 without one; -1 after reporting. */
static int enter_folder(struct repository *repository, git_oid *tree, struct slice name,
    struct diagnostics *diagnostics)
{
	git_odb_object *object = repository_object(repository, tree, GIT_OBJECT_TREE, diagnostics);
	struct tree_entry entry;
	struct slice rest;
	int more, result = 0;

	if (!object)
		return -1;
	rest = object_bytes(object);
	while (result == 0 && (more = tree_next(&rest, &entry)) != 0) {
		if (more < 0) {
			result = repository_corrupt(repository, tree, diagnostics);
		} else if (entry.kind == TREE_FOLDER && slice_eq(entry.name, name)) {
			git_oid_cpy(tree, &entry.oid);
			result = 1;
		}
	}
	git_odb_object_free(object);
	return result;
}

/* The tree of content/ in the commit; as enter_folder. */
static int find_content(struct repository *repository, const git_oid *commit, struct slice prefix,
    git_oid *tree, struct diagnostics *diagnostics)
{
	git_odb_object *object =
	    repository_object(repository, commit, GIT_OBJECT_COMMIT, diagnostics);
	struct raw_commit parsed;
	struct slice name;
	bool valid;
	int result = 1;

	if (!object)
		return -1;
	valid = commit_parse(object_bytes(object), &parsed);
	git_odb_object_free(object);
	if (!valid)
		return repository_corrupt(repository, commit, diagnostics);
	git_oid_cpy(tree, &parsed.tree);
	while (result > 0 && prefix.len) {
		slice_cut(prefix, '/', &name, &prefix);
		result = enter_folder(repository, tree, name, diagnostics);
	}
	return result > 0 ? enter_folder(repository, tree, SLICE("content"), diagnostics) : result;
}

static int order_listed(const void *a, const void *b)
{
	return slice_cmp(((const struct listed *)a)->path, ((const struct listed *)b)->path);
}

int commit_list(struct repository *repository, const git_oid *commit, struct slice prefix,
    struct arena *arena, struct listing *listing, struct diagnostics *diagnostics)
{
	struct lister lister = {
		.repository = repository, .arena = arena, .diagnostics = diagnostics
	};
	git_oid tree;
	int result = find_content(repository, commit, prefix, &tree, diagnostics);

	if (result <= 0)
		return result;
	if (list_folder(&lister, &tree, SLICE("content"), 1) != 0)
		return -1;
	if (lister.found.count)
		qsort(lister.found.items, lister.found.count, sizeof *lister.found.items,
		    order_listed);
	/* A tree that holds one name twice is none that git makes. */
	for (size_t i = 1; i < lister.found.count; i++)
		if (slice_eq(lister.found.items[i - 1].path, lister.found.items[i].path))
			return repository_corrupt(repository, &tree, diagnostics);
	*listing = (struct listing){ lister.found.items, lister.found.count };
	return 1;
}
