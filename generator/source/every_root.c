#include "source/every_root.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "source/every_file.h"

#define TEXT_LIMIT ((size_t)16 << 20)

struct roots {
	struct repository *repository;
	struct arena *arena;
	every_root_visit *visit;
	void *context;
	struct diagnostics *diagnostics;
	int result;
};

static int unreadable(struct roots *roots, const char *what)
{
	diag2(roots->diagnostics, DIAG_REPOSITORY_UNREADABLE, POSITION_NONE,
	    repository_name(roots->repository), slice_from(what));
	roots->result = -1;
	return -1;
}

static int order_names(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static void show_reference(struct roots *roots, const char *name)
{
	git_oid oid;
	int error = git_reference_name_to_id(&oid, repository_handle(roots->repository), name);

	if (error == 0)
		roots->visit(
		    roots->context, &oid, arena_slice(roots->arena, slice_from(name)), SLICE(""));
	/* An unborn branch, or one that names another that is gone. */
	else if (error != GIT_ENOTFOUND)
		unreadable(roots, name);
}

static void show_references(struct roots *roots)
{
	git_strarray names = { 0 };

	if (git_reference_list(&names, repository_handle(roots->repository)) != 0) {
		unreadable(roots, "refs");
		return;
	}
	if (names.count)
		qsort(names.strings, names.count, sizeof *names.strings, order_names);
	for (size_t i = 0; i < names.count; i++)
		show_reference(roots, names.strings[i]);
	git_strarray_dispose(&names);
	show_reference(roots, "HEAD");
}

static void show_index(struct roots *roots)
{
	git_index *index = NULL;

	if (git_repository_is_bare(repository_handle(roots->repository)))
		return;
	if (git_repository_index(&index, repository_handle(roots->repository)) != 0) {
		unreadable(roots, "index");
		return;
	}
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		const git_index_entry *entry = git_index_get_byindex(index, i);

		if (entry->mode == GIT_FILEMODE_COMMIT)
			continue;
		roots->visit(roots->context, &entry->id, SLICE("index"),
		    arena_slice(roots->arena, slice_from(entry->path)));
	}
	git_index_free(index);
}

static bool parse_id(struct slice text, git_oid *oid)
{
	return text.len >= GIT_OID_HEXSZ && git_oid_fromstrn(oid, text.p, GIT_OID_HEXSZ) == 0;
}

/* A file whose lines begin with an id, as MERGE_HEAD's do. */
static void show_lines(struct roots *roots, const char *git, const char *name)
{
	struct slice text, line;
	git_oid oid;

	if (file_read(AT_FDCWD, arena_printf(roots->arena, "%s%s", git, name).p, TEXT_LIMIT,
		roots->arena, &text) != 0) {
		if (errno != ENOENT)
			unreadable(roots, name);
		return;
	}
	while (slice_next_line(&text, &line))
		if (parse_id(line, &oid))
			roots->visit(roots->context, &oid, slice_from(name), SLICE(""));
}

static bool all_files(void *context, struct slice path)
{
	(void)context;
	(void)path;
	return true;
}

/* "old new person<tab>message" a line, the newest last: git counts them from there. */
static void show_reflog(void *context, const struct stored_file *file)
{
	struct roots *roots = context;
	struct slice rest = file->bytes, line;
	size_t lines = 0;

	for (size_t i = 0; i < rest.len; i++)
		lines += rest.p[i] == '\n';
	for (size_t at = lines; slice_next_line(&rest, &line); at--) {
		git_oid ids[2];

		if (line.len < 2 * GIT_OID_HEXSZ + 1 || !parse_id(line, &ids[0]) ||
		    !parse_id(slice_from_index(line, GIT_OID_HEXSZ + 1), &ids[1]))
			continue;
		for (int i = 1; i >= 0; i--)
			if (!git_oid_is_zero(&ids[i]))
				roots->visit(roots->context, &ids[i],
				    arena_printf(roots->arena, "%.*s@{%zu}", SLICE_ARGS(file->path),
					at ? at - (size_t)(i == 1) : 0),
				    SLICE(""));
	}
}

int every_root(struct repository *repository, const char *git, struct arena *arena,
    every_root_visit *visit, void *context, struct diagnostics *diagnostics)
{
	static const char *const files[] = { "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD",
		"CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD", "BISECT_HEAD", "AUTO_MERGE" };
	struct roots roots = { repository, arena, visit, context, diagnostics, 0 };
	const char *logs = arena_printf(arena, "%slogs", git).p;

	show_references(&roots);
	show_index(&roots);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		show_lines(&roots, git, files[i]);
	if (access(logs, F_OK) == 0 &&
	    every_file(logs, all_files, show_reflog, &roots, diagnostics) != 0)
		roots.result = -1;
	return roots.result;
}
