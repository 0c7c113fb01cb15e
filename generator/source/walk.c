#include "source/walk.h"

#include <string.h>

#include "base/map.h"
#include "source/internal.h"

/*
 * A folder as the newer of two neighbouring commits has it. The walk goes from the newest commit to the oldest; when
 * a folder has been compared, it becomes what the older commit has. So each tree is read once, and one that two
 * commits share is not read at all.
 */
struct folder {
	struct slice path;      /* "content/atti/"; "" above content/ */
	size_t depth;           /* names in the path */
	git_oid oid;            /* of `object` */
	git_odb_object *object; /* null: not read, or not there */
	struct map children;    /* by name */
	struct folder *next;    /* all that were made */
};

struct walk {
	struct source *source;
	struct arena *arena;    /* the changes' */
	struct arena *scratch;  /* the folders', and the walk itself */
	struct folder *folders; /* all of them */
	struct folder *root;
	struct slice above; /* the names to content/: "siti/zona/content/" */
	struct source_changes *changes;
	size_t commit; /* whose changes are being found */
	struct diagnostics *diagnostics;
};

static struct folder *folder_new(struct walk *walk, struct slice path, size_t depth)
{
	struct folder *folder = ARENA_NEW(walk->scratch, struct folder);

	folder->path = path;
	folder->depth = depth;
	folder->next = walk->folders;
	walk->folders = folder;
	return folder;
}

static git_odb_object *read_tree(struct walk *walk, const git_oid *oid)
{
	return repository_object(walk->source->repository, oid, GIT_OBJECT_TREE, walk->diagnostics);
}

/* Makes the folder hold this tree. */
static int folder_hold(struct walk *walk, struct folder *folder, const git_oid *oid)
{
	if (folder->object && git_oid_equal(&folder->oid, oid))
		return 0;
	git_odb_object_free(folder->object);
	folder->object = read_tree(walk, oid);
	git_oid_cpy(&folder->oid, oid);
	return folder->object ? 0 : -1;
}

/* `above`: the names still to go until content/ is entered ("siti/zona/content/"). */
static struct folder *folder_child(
    struct walk *walk, struct folder *parent, struct slice name, struct slice above)
{
	struct folder *child = map_get(&parent->children, name);
	bool outside = above.len > name.len + 1;

	if (child)
		return child;
	child = outside ? folder_new(walk, SLICE(""), 0)
			: folder_new(walk,
			      arena_printf(walk->scratch, "%.*s%.*s/", SLICE_ARGS(parent->path),
				  SLICE_ARGS(name)),
			      parent->depth + 1);
	map_put(&parent->children, walk->scratch, arena_slice(walk->scratch, name), child);
	return child;
}

static void add_change(
    struct walk *walk, const struct folder *folder, const struct tree_entry *entry, bool there)
{
	struct source_change *change = ARENA_PUSH(walk->arena, walk->changes);

	*change = (struct source_change){
		.path = arena_printf(
		    walk->arena, "%.*s%.*s", SLICE_ARGS(folder->path), SLICE_ARGS(entry->name)),
		.commit = walk->commit,
		.has_blob = there && entry->kind == TREE_FILE,
	};
	if (change->has_blob)
		memcpy(change->oid, entry->oid.id, SOURCE_OID_SIZE);
}

static int compare_folder(struct walk *walk, struct folder *folder, const git_oid *newer,
    const git_oid *older, struct slice above);

/*
 * One name in the newer tree, the older tree, or both (as the same kind, file or folder); null where it is not.
 */
static int compare_entry(struct walk *walk, struct folder *folder, const struct tree_entry *newer,
    const struct tree_entry *older, struct slice above)
{
	const struct tree_entry *any = newer ? newer : older;
	struct slice wanted, rest;

	slice_cut(above, '/', &wanted, &rest);
	if (wanted.len && (!slice_eq(any->name, wanted) || any->kind != TREE_FOLDER))
		return 0;
	if (any->kind != TREE_FOLDER) {
		add_change(walk, folder, any, newer != NULL);
		return 0;
	}
	if (folder->depth + 1 >= SOURCE_MAX_DEPTH)
		return 0;
	return compare_folder(walk, folder_child(walk, folder, any->name, above),
	    newer ? &newer->oid : NULL, older ? &older->oid : NULL, rest);
}

/* Moves both cursors past what is the same in them. */
static void skip_equal(struct slice *newer, struct slice *older)
{
	for (;;) {
		const char *end = newer->len ? memchr(newer->p, '\0', newer->len) : NULL;
		size_t size;

		if (!end)
			return;
		size = (size_t)(end - newer->p) + 1 + GIT_OID_RAWSZ;
		if (size > newer->len || size > older->len || memcmp(newer->p, older->p, size) != 0)
			return;
		*newer = slice_from_index(*newer, size);
		*older = slice_from_index(*older, size);
	}
}

/* The entries of two trees in step. Returns 0; 1 when `newer`, 2 when `older` is no tree; -1 after reporting. */
static int compare_trees(struct walk *walk, struct folder *folder, struct slice newer,
    struct slice older, struct slice above)
{
	int result = 0;

	while (result == 0) {
		struct slice newer_rest = newer, older_rest = older;
		struct tree_entry a, b;
		int has_a, has_b, by;

		skip_equal(&newer_rest, &older_rest);
		newer = newer_rest;
		older = older_rest;
		has_a = tree_next(&newer_rest, &a);
		has_b = tree_next(&older_rest, &b);
		if (has_a < 0 || has_b < 0)
			return has_a < 0 ? 1 : 2;
		if (!has_a && !has_b)
			break;
		by = !has_a ? 1 : !has_b ? -1 : tree_order(&a, &b);
		result =
		    compare_entry(walk, folder, by <= 0 ? &a : NULL, by >= 0 ? &b : NULL, above);
		if (by <= 0)
			newer = newer_rest;
		if (by >= 0)
			older = older_rest;
	}
	return result;
}

/* Null ids: the folder is not there. Afterwards it holds the older tree. */
static int compare_folder(struct walk *walk, struct folder *folder, const git_oid *newer,
    const git_oid *older, struct slice above)
{
	git_odb_object *before = NULL;
	struct slice newer_bytes = SLICE(""), older_bytes = SLICE("");
	int result;

	if (newer && older && git_oid_equal(newer, older))
		return 0;
	if (newer && folder_hold(walk, folder, newer) != 0)
		return -1;
	if (older && !(before = read_tree(walk, older)))
		return -1;
	if (newer)
		newer_bytes = object_bytes(folder->object);
	if (before)
		older_bytes = object_bytes(before);
	result = compare_trees(walk, folder, newer_bytes, older_bytes, above);
	if (result > 0)
		result = repository_corrupt(
		    walk->source->repository, result == 1 ? newer : older, walk->diagnostics);
	git_odb_object_free(folder->object);
	folder->object = before;
	if (older)
		git_oid_cpy(&folder->oid, older);
	return result;
}

struct walk *walk_new(struct source *source, struct arena *arena, struct source_changes *changes,
    struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	struct walk *walk = ARENA_NEW(scratch, struct walk);

	*walk = (struct walk){ .source = source,
		.arena = arena,
		.scratch = scratch,
		.above = arena_printf(scratch, "%.*scontent/", SLICE_ARGS(source->prefix)),
		.changes = changes,
		.diagnostics = diagnostics };
	walk->root = folder_new(walk, SLICE(""), 0);
	return walk;
}

int walk_compare(struct walk *walk, const git_oid *newer, const git_oid *older, size_t commit)
{
	walk->commit = commit;
	return compare_folder(walk, walk->root, newer, older, walk->above);
}

void walk_free(struct walk *walk)
{
	if (!walk)
		return;
	for (struct folder *each = walk->folders; each; each = each->next)
		git_odb_object_free(each->object);
	arena_free(walk->scratch);
}
