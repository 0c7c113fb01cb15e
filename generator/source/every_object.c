#include "source/every_object.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "source/every_root.h"
#include "source/internal.h"

#define TEXT_LIMIT ((size_t)16 << 20)

/* Objects that can't be read are told one by one up to here, then counted: a partial clone may lack thousands. */
#define REPORTED_MAX 20

struct object_store {
	struct repository *repository;
	git_odb *objects;
	char *git, *work;
};

/* An object that was met: by a name, or on the way through all that there are. */
struct met {
	git_oid oid;
	const struct met *above; /* the tree in which it was met; null: at the top of a commit */
	struct slice name;
	struct slice from;
	int64_t time;
	bool has_time, done;
};

struct object_walk {
	struct object_store *store;
	every_object_visit *visit;
	void *context;
	struct object_figures *figures;
	struct diagnostics *diagnostics;
	struct arena *arena;
	struct map met;              /* by the bytes of the id */
	struct map names;            /* all that stood in trees */
	ARRAY(struct met *) waiting; /* commits, tags and trees to be entered, the first first */
	size_t next;
	ARRAY(struct met *) blobs; /* in the order in which they were met */
	int result;
};

static struct slice oid_key(const git_oid *oid)
{
	return (struct slice){ (const char *)oid->id, GIT_OID_RAWSZ };
}

/* The object with this id; *fresh: it was not known. */
static struct met *meet(struct object_walk *walk, const git_oid *oid, bool *fresh)
{
	struct met *met = map_get(&walk->met, oid_key(oid));

	*fresh = !met;
	if (met)
		return met;
	met = ARENA_NEW(walk->arena, struct met);
	git_oid_cpy(&met->oid, oid);
	map_put(&walk->met, walk->arena, oid_key(&met->oid), met);
	return met;
}

/* Whoever meets an object first gives it its name. */
static void expect(struct object_walk *walk, const git_oid *oid, const struct met *by,
    const struct met *above, struct slice name, bool is_blob)
{
	bool fresh;
	struct met *met = meet(walk, oid, &fresh);

	if (!fresh)
		return;
	met->above = above;
	met->name = name;
	met->from = by->from;
	met->time = by->time;
	met->has_time = by->has_time;
	if (is_blob)
		*ARENA_PUSH(walk->arena, &walk->blobs) = met;
	else
		*ARENA_PUSH(walk->arena, &walk->waiting) = met;
}

static struct slice path_of(const struct met *met, struct arena *arena)
{
	struct slice path = met->name;

	for (const struct met *above = met->above; above; above = above->above)
		if (above->name.len)
			path = ARENA_CONCAT(arena, above->name, SLICE("/"), path);
	return path;
}

static enum stored_kind stored_kind_of(git_object_t type)
{
	switch (type) {
	case GIT_OBJECT_COMMIT: return STORED_COMMIT;
	case GIT_OBJECT_TREE: return STORED_TREE;
	case GIT_OBJECT_TAG: return STORED_TAG;
	default: return STORED_BLOB;
	}
}

static void show(struct object_walk *walk, const struct met *met, enum stored_kind kind,
    struct slice bytes, bool too_large)
{
	struct arena *scratch = arena_new();
	struct stored_object shown = {
		.kind = kind,
		.from = met->from,
		.path =
		    kind == STORED_BLOB || kind == STORED_TREE ? path_of(met, scratch) : SLICE(""),
		.has_time = met->has_time,
		.time = met->time,
		.bytes = bytes,
		.too_large = too_large,
	};

	git_oid_tostr(shown.id, sizeof shown.id, &met->oid);
	walk->visit(walk->context, &shown);
	arena_free(scratch);
}

static void unreadable_object(struct object_walk *walk, const git_oid *oid, int error)
{
	if (walk->figures->unreadable++ < REPORTED_MAX)
		repository_object_failed(walk->store->repository, oid, error, walk->diagnostics);
	walk->result = -1;
}

/* The commits and the tree that a commit leads to. */
static void enter_commit(struct object_walk *walk, struct met *met, struct slice bytes)
{
	struct raw_commit commit;
	struct slice line, hex;
	git_oid oid;

	if (commit_parse(bytes, &commit) && commit.has_time) {
		met->time = commit.time;
		met->has_time = true;
	}
	while (slice_next_line(&bytes, &line) && line.len) {
		bool tree = slice_starts(line, "tree ");

		if (!tree && !slice_starts(line, "parent "))
			continue;
		hex = slice_from_index(line, tree ? 5 : 7);
		if (hex.len != GIT_OID_HEXSZ || git_oid_fromstrn(&oid, hex.p, hex.len) != 0) {
			unreadable_object(walk, &met->oid, 0);
			return;
		}
		/* The parents of a shallow clone's oldest commits are elsewhere, as everybody knows. */
		if (!tree && walk->figures->shallow && !git_odb_exists(walk->store->objects, &oid))
			continue;
		expect(walk, &oid, met, NULL, SLICE(""), false);
	}
}

static void enter_tag(struct object_walk *walk, struct met *met, struct slice bytes)
{
	struct slice line, type, rest = bytes;
	git_oid oid;

	if (!slice_next_line(&rest, &line) || !slice_starts(line, "object ") ||
	    line.len != 7 + GIT_OID_HEXSZ ||
	    git_oid_fromstrn(&oid, line.p + 7, GIT_OID_HEXSZ) != 0 ||
	    !slice_next_line(&rest, &type)) {
		unreadable_object(walk, &met->oid, 0);
		return;
	}
	expect(walk, &oid, met, NULL, SLICE(""), slice_is(type, "type blob"));
}

/* Adds the name where no tree had it yet. */
static struct slice note_name(struct object_walk *walk, struct slice name, struct buffer *fresh)
{
	struct slice *known = map_get(&walk->names, name);

	if (known)
		return *known;
	known = ARENA_NEW(walk->arena, struct slice);
	*known = arena_slice(walk->arena, name);
	map_put(&walk->names, walk->arena, *known, known);
	buffer_add(fresh, name);
	buffer_add_byte(fresh, '\n');
	return *known;
}

static void enter_tree(
    struct object_walk *walk, const struct met *met, struct slice bytes, struct buffer *fresh)
{
	struct tree_entry entry;
	int got;

	while ((got = tree_next(&bytes, &entry)) > 0) {
		struct slice name = note_name(walk, entry.name, fresh);

		if (entry.kind != TREE_SUBMODULE)
			expect(walk, &entry.oid, met, met, name, entry.kind != TREE_FOLDER);
	}
	if (got < 0)
		unreadable_object(walk, &met->oid, 0);
}

/* Reads an object, shows it, and follows what it leads to. */
static void enter(struct object_walk *walk, struct met *met)
{
	git_odb_object *object = NULL;
	struct buffer names = { 0 };
	struct slice bytes;
	enum stored_kind kind;
	git_object_t type;
	size_t size;
	bool too_large;
	int error;

	if (met->done)
		return;
	met->done = true;
	error = git_odb_read_header(&size, &type, walk->store->objects, &met->oid);
	too_large = error == 0 && type == GIT_OBJECT_BLOB && size > EVERY_OBJECT_LIMIT;
	if (error == 0 && !too_large)
		error = git_odb_read(&object, walk->store->objects, &met->oid);
	if (error != 0) {
		unreadable_object(walk, &met->oid, error);
		return;
	}
	kind = stored_kind_of(type);
	walk->figures->objects[kind]++;
	walk->figures->unreachable += met->from.len == 0;
	walk->figures->too_large += too_large;
	bytes = object ? object_bytes(object) : SLICE("");
	if (kind == STORED_COMMIT)
		enter_commit(walk, met, bytes);
	if (kind == STORED_TAG)
		enter_tag(walk, met, bytes);
	if (kind == STORED_TREE) {
		enter_tree(walk, met, bytes, &names);
		bytes = buffer_slice(&names);
	}
	if (kind != STORED_TREE || bytes.len)
		show(walk, met, kind, bytes, too_large);
	buffer_release(&names);
	git_odb_object_free(object);
}

static void enter_waiting(struct object_walk *walk)
{
	while (walk->next < walk->waiting.count)
		enter(walk, walk->waiting.items[walk->next++]);
	walk->next = walk->waiting.count = 0;
}

/* Follows one thing that leads to objects, before the next one is looked at. */
static void follow_root(void *context, const git_oid *oid, struct slice from, struct slice path)
{
	struct object_walk *walk = context;
	struct met by = { .from = from };

	bool current = (slice_starts(from, "refs/") && slice_find(from, "@{") == SLICE_NONE) ||
		       slice_is(from, "HEAD") || slice_is(from, "index");

	/* What a reflog or FETCH_HEAD tells of may have been cleared away since. */
	if (!current && !git_odb_exists(walk->store->objects, oid))
		return;
	expect(walk, oid, &by, NULL, path, false);
	enter_waiting(walk);
}

struct collected {
	struct arena *arena;
	ARRAY(git_oid) list;
};

static int collect(const git_oid *oid, void *context)
{
	struct collected *collected = context;

	git_oid_cpy(ARENA_PUSH(collected->arena, &collected->list), oid);
	return 0;
}

/* Whatever else is there: in the order of the packs, which is read fastest. */
static void enter_others(struct object_walk *walk)
{
	struct collected all = { .arena = walk->arena };
	int error = git_odb_foreach(walk->store->objects, collect, &all);

	if (error != 0) {
		git_oid none = { 0 };

		unreadable_object(walk, &none, error);
	}
	for (size_t i = 0; i < all.list.count; i++) {
		bool fresh;

		enter(walk, meet(walk, &all.list.items[i], &fresh));
		enter_waiting(walk);
	}
	/* Those that something leads to and that are not there. */
	for (size_t i = 0; i < walk->blobs.count; i++)
		enter(walk, walk->blobs.items[i]);
}

static bool is_leftover(struct slice name, const char *folder, struct arena *arena)
{
	struct slice index;

	if (slice_starts(name, "tmp_") || slice_starts(name, ".tmp-") ||
	    slice_starts(name, "incoming-"))
		return true;
	if (!slice_ends(name, ".pack"))
		return false;
	index =
	    arena_printf(arena, "%s%.*s.idx", folder, SLICE_ARGS(slice_sub(name, 0, name.len - 5)));
	return access(index.p, F_OK) != 0;
}

/* What git's own reading passes by: half-written files, a pack without its index. */
static size_t count_leftovers(const char *objects, struct arena *arena)
{
	static const char *const folders[] = { "", "pack/" };
	size_t count = 0;

	for (size_t i = 0; i < 2; i++) {
		const char *folder = arena_printf(arena, "%s%s", objects, folders[i]).p;
		DIR *dir = opendir(folder);
		struct dirent *entry;

		while (dir && (entry = readdir(dir)))
			count += is_leftover(slice_from(entry->d_name), folder, arena);
		if (dir)
			closedir(dir);
	}
	return count;
}

static size_t count_names(const char *folder)
{
	DIR *dir = opendir(folder);
	size_t count = 0;
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		count += entry->d_name[0] != '.';
	if (dir)
		closedir(dir);
	return count;
}

static void look_around(struct object_walk *walk)
{
	const char *git = walk->store->git;
	struct arena *scratch = arena_new();
	struct slice text;

	walk->figures->shallow = repository_shallow(walk->store->repository);
	walk->figures->borrows =
	    file_read(AT_FDCWD, arena_printf(scratch, "%sobjects/info/alternates", git).p,
		TEXT_LIMIT, scratch, &text) == 0 &&
	    slice_trim(text).len > 0;
	walk->figures->leftovers =
	    count_leftovers(arena_printf(scratch, "%sobjects/", git).p, scratch);
	walk->figures->worktrees = count_names(arena_printf(scratch, "%sworktrees", git).p);
	arena_free(scratch);
}

int every_object(struct object_store *store, every_object_visit *visit, void *context,
    struct object_figures *figures, struct diagnostics *diagnostics)
{
	struct object_walk walk = { .store = store,
		.visit = visit,
		.context = context,
		.figures = figures,
		.diagnostics = diagnostics,
		.arena = arena_new() };

	*figures = (struct object_figures){ 0 };
	look_around(&walk);
	if (every_root(
		store->repository, store->git, walk.arena, follow_root, &walk, diagnostics) != 0)
		walk.result = -1;
	enter_others(&walk);
	arena_free(walk.arena);
	return walk.result;
}

static char *copy_of(const char *text)
{
	char *copy = text ? strdup(text) : NULL;

	if (text && !copy)
		abort();
	return copy;
}

struct object_store *object_store_open(
    const char *path, bool search_above, struct diagnostics *diagnostics)
{
	struct repository *repository;
	struct object_store *store;
	git_repository *handle;

	if (repository_open(path, search_above ? REPOSITORY_AROUND : REPOSITORY_AT, &repository,
		diagnostics) != 0)
		return NULL;
	if (!repository) {
		diag1(diagnostics, DIAG_REPOSITORY_NONE, POSITION_NONE, slice_from(path));
		return NULL;
	}
	handle = repository_handle(repository);
	store = calloc(1, sizeof *store);
	if (!store)
		abort();
	store->repository = repository;
	/* A linked working tree's own folder is below the common one. */
	store->git = copy_of(git_repository_commondir(handle));
	store->work = copy_of(git_repository_workdir(handle));
	if (git_repository_odb(&store->objects, handle) == 0)
		return store;
	diag2(diagnostics, DIAG_REPOSITORY_UNREADABLE, POSITION_NONE, slice_from(path),
	    SLICE("objects"));
	object_store_close(store);
	return NULL;
}

void object_store_close(struct object_store *store)
{
	if (!store)
		return;
	git_odb_free(store->objects);
	repository_close(store->repository);
	free(store->git);
	free(store->work);
	free(store);
}

const char *object_store_git_folder(const struct object_store *store)
{
	return store->git;
}

const char *object_store_work_folder(const struct object_store *store)
{
	return store->work;
}
