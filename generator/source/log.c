#include "source/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/unicode.h"
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
	struct arena *arena;                 /* the log's */
	struct arena *scratch;               /* the folders' */
	struct folder *folders;              /* all of them */
	ARRAY(struct source_commit) commits; /* newest first */
	ARRAY(struct source_change) changes; /* commits counted from the newest */
	size_t changing;                     /* the commit whose changes are being found */
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
	struct source_change *change = ARENA_PUSH(walk->arena, &walk->changes);

	*change = (struct source_change){
		.path = arena_printf(
		    walk->arena, "%.*s%.*s", SLICE_ARGS(folder->path), SLICE_ARGS(entry->name)),
		.commit = walk->changing,
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

/*
 * Messages are UTF-8 unless an old client wrote them: then bytes of Latin-1, as git's own guess in its
 * tools has long been.
 */
static struct slice message_text(struct slice message, struct arena *arena)
{
	size_t len = 0;
	char *text;

	if (utf8_invalid_at(message) == SLICE_NONE)
		return arena_slice(arena, message);
	text = arena_alloc(arena, message.len * 2);
	for (size_t i = 0; i < message.len; i++)
		len += utf8_encode((unsigned char)message.p[i], text + len);
	return (struct slice){ text, len };
}

static int read_commit(struct walk *walk, const git_oid *oid, struct raw_commit *commit)
{
	struct repository *repository = walk->source->repository;
	git_odb_object *object =
	    repository_object(repository, oid, GIT_OBJECT_COMMIT, walk->diagnostics);
	struct source_commit *kept;
	int result = 0;

	if (!object)
		return -1;
	if (commit_parse(object_bytes(object), commit)) {
		kept = ARENA_PUSH(walk->arena, &walk->commits);
		memcpy(kept->oid, oid->id, SOURCE_OID_SIZE);
		kept->time = commit->time;
		kept->message = message_text(commit->message, walk->arena);
		commit->message = kept->message;
	} else {
		result = repository_corrupt(repository, oid, walk->diagnostics);
	}
	git_odb_object_free(object);
	return result;
}

/*
 * From the newest commit to the first: each is read after its child, whose changes are the difference between the
 * two. The first commit brought all that it holds.
 */
static int walk_commits(struct walk *walk, struct slice above)
{
	struct folder *root = folder_new(walk, SLICE(""), 0);
	struct raw_commit commit, parent;

	if (read_commit(walk, &walk->source->commit, &commit) != 0)
		return -1;
	for (; commit.has_parent; commit = parent) {
		if (read_commit(walk, &commit.parent, &parent) != 0)
			return -1;
		walk->changing = walk->commits.count - 2;
		if (compare_folder(walk, root, &commit.tree, &parent.tree, above) != 0)
			return -1;
	}
	walk->changing = walk->commits.count - 1;
	return compare_folder(walk, root, &commit.tree, NULL, above);
}

static int order_to_path(const void *path, const void *change)
{
	return slice_cmp(*(const struct slice *)path, ((const struct source_change *)change)->path);
}

static int order_changes(const void *left, const void *right)
{
	const struct source_change *a = left, *b = right;
	int by = order_to_path(&a->path, b);

	return by ? by : (a->commit > b->commit) - (a->commit < b->commit);
}

/* Turns what was found from the newest on into the log's order. */
static void put_in_order(struct walk *walk, struct source_log *log)
{
	struct source_commit *commits = walk->commits.items;
	size_t count = walk->commits.count;

	for (size_t i = 0; i < count / 2; i++) {
		struct source_commit swapped = commits[i];

		commits[i] = commits[count - 1 - i];
		commits[count - 1 - i] = swapped;
	}
	for (size_t i = 0; i < walk->changes.count; i++)
		walk->changes.items[i].commit = count - 1 - walk->changes.items[i].commit;
	if (walk->changes.count)
		qsort(walk->changes.items, walk->changes.count, sizeof *walk->changes.items,
		    order_changes);
	*log = (struct source_log){ commits, count, walk->changes.items, walk->changes.count };
}

/* Is there a history that can be trusted? */
static bool has_history(const struct source *source, struct diagnostics *diagnostics)
{
	enum diag_id id;

	if (!source->repository) {
		diag0(diagnostics, DIAG_HISTORY_NONE, POSITION_NONE);
		return false;
	}
	if (source->has_commit && !repository_shallow(source->repository))
		return true;
	id = source->has_commit ? DIAG_REPOSITORY_SHALLOW : DIAG_REPOSITORY_EMPTY;
	diag1(diagnostics, id, POSITION_NONE, repository_name(source->repository));
	return false;
}

int source_log(struct source *source, struct arena *arena, struct source_log *log,
    struct diagnostics *diagnostics)
{
	struct walk walk = { .source = source, .arena = arena, .diagnostics = diagnostics };
	int result;

	if (!has_history(source, diagnostics))
		return -1;
	walk.scratch = arena_new();
	result = walk_commits(
	    &walk, arena_printf(walk.scratch, "%.*scontent/", SLICE_ARGS(source->prefix)));
	if (result == 0)
		put_in_order(&walk, log);
	for (struct folder *each = walk.folders; each; each = each->next)
		git_odb_object_free(each->object);
	arena_free(walk.scratch);
	return result;
}

const struct source_change *source_log_of(
    const struct source_log *log, struct slice path, size_t *count)
{
	const struct source_change *found = NULL, *end = log->changes + log->change_count;

	*count = 0;
	if (log->change_count)
		found = bsearch(
		    &path, log->changes, log->change_count, sizeof *log->changes, order_to_path);
	if (!found)
		return NULL;
	while (found > log->changes && slice_eq(found[-1].path, path))
		found--;
	while (found + *count < end && slice_eq(found[*count].path, path))
		++*count;
	return found;
}
