/*
 * Is a folder, whose publishing was cut short, a site all the same? check_site OUT GENERATION...
 *
 * Each GENERATION is a folder that holds a whole site: those between which OUT may be. Checks that
 *   - each file of OUT is, byte for byte, the file of that name in one of them;
 *   - what is in all of them is in OUT;
 *   - from the pages that are in all of them, and from OUT's home, following links leads only to files that
 *     are there (pages on their way in or out that nothing leads to may be incomplete).
 * With one GENERATION that means: OUT is that site. Says what is wrong, one line each, and ends with 1.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"

#define FILE_MAX ((size_t)64 * 1024 * 1024)

struct site {
	const char *folder;
	ARRAY(struct slice) paths;
	struct map by_path;
};

struct check {
	struct arena *arena;
	struct site out;
	struct site *generations;
	size_t count;
	size_t wrong;
	ARRAY(struct slice) reached;
	struct map seen;
};

static void list_folder(struct site *site, const char *below, struct arena *arena)
{
	const char *path = arena_printf(arena, "%s/%s", site->folder, below).p;
	struct dirent *item;
	DIR *folder = opendir(path);

	if (!folder) {
		perror(path);
		exit(2);
	}
	while ((item = readdir(folder))) {
		struct slice name =
		    arena_printf(arena, "%s%s%s", below, *below ? "/" : "", item->d_name);
		struct stat status;

		if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0 ||
		    slice_is(name, ".zonale"))
			continue;
		if (fstatat(dirfd(folder), item->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (S_ISDIR(status.st_mode)) {
			list_folder(site, name.p, arena);
		} else {
			*ARENA_PUSH(arena, &site->paths) = name;
			map_put(&site->by_path, arena, name, site);
		}
	}
	closedir(folder);
}

static struct slice content(const struct site *site, struct slice path, struct arena *arena)
{
	struct slice text = { 0 };
	const char *name = arena_printf(arena, "%s/%.*s", site->folder, SLICE_ARGS(path)).p;

	if (file_read(AT_FDCWD, name, FILE_MAX, arena, &text) != 0) {
		perror(name);
		exit(2);
	}
	return text;
}

static void check_bytes(struct check *check, struct slice path)
{
	struct arena *scratch = arena_new();
	struct slice text = content(&check->out, path, scratch);
	bool found = false;

	for (size_t i = 0; i < check->count && !found; i++)
		found = map_get(&check->generations[i].by_path, path) &&
			slice_eq(text, content(&check->generations[i], path, scratch));
	if (!found) {
		printf("neither old nor new: %.*s (%zu bytes)\n", SLICE_ARGS(path), text.len);
		check->wrong++;
	}
	arena_free(scratch);
}

static bool stays(const struct check *check, struct slice path)
{
	for (size_t i = 0; i < check->count; i++)
		if (!map_get(&check->generations[i].by_path, path))
			return false;
	return true;
}

static void reach(struct check *check, struct slice path)
{
	if (map_get(&check->seen, path))
		return;
	map_put(&check->seen, check->arena, path, check);
	*ARENA_PUSH(check->arena, &check->reached) = path;
}

static struct slice percent_decoded(struct slice text, struct arena *arena)
{
	char *copy = arena_cstr(arena, text);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char hex[3] = { 0 };

		copy[len] = text.p[i];
		if (text.p[i] == '%' && i + 2 < text.len) {
			memcpy(hex, text.p + i + 1, 2);
			copy[len] = (char)strtoul(hex, NULL, 16);
			i += 2;
		}
		len++;
	}
	return (struct slice){ copy, len };
}

/* The path of a link from a page, "." and ".." resolved, or an empty slice where it leads out of the site. */
static struct slice resolve(struct slice page, struct slice link, struct arena *arena)
{
	char *path = arena_alloc(arena, page.len + link.len + sizeof "/index.html");
	size_t len = slice_find_last_byte(page, '/'), cut;
	bool more = true;

	link = slice_sub(link, 0, slice_find_byte(link, '#'));
	link = slice_sub(link, 0, slice_find_byte(link, '?'));
	len = len == SLICE_NONE ? 0 : len;
	if (slice_starts(link, "/")) {
		len = 0;
		link = slice_from_index(link, 1);
	}
	memcpy(path, page.p, len);
	while (more) {
		struct slice name, rest;

		more = slice_cut(link, '/', &name, &rest);
		link = rest;
		if (slice_is(name, "..")) {
			cut = slice_find_last_byte((struct slice){ path, len }, '/');
			len = cut == SLICE_NONE ? 0 : cut;
			continue;
		}
		if (slice_is(name, ".") || (name.len == 0 && more))
			continue;
		if (name.len == 0)
			name = SLICE("index.html");
		if (len)
			path[len++] = '/';
		memcpy(path + len, name.p, name.len);
		len += name.len;
		if (!more)
			return (struct slice){ path, len };
	}
	if (len)
		path[len++] = '/';
	memcpy(path + len, "index.html", sizeof "index.html" - 1);
	return (struct slice){ path, len + sizeof "index.html" - 1 };
}

static bool leads_out(struct slice link)
{
	size_t colon = slice_find_byte(link, ':'), slash = slice_find_byte(link, '/');

	return link.len == 0 || link.p[0] == '#' || slice_starts(link, "//") ||
	       (colon != SLICE_NONE && (slash == SLICE_NONE || colon < slash));
}

static void follow(struct check *check, struct slice page, struct slice link)
{
	struct slice target;

	if (leads_out(link))
		return;
	target = percent_decoded(resolve(page, link, check->arena), check->arena);
	if (map_get(&check->out.by_path, target)) {
		reach(check, target);
		return;
	}
	printf("broken link: %.*s leads to %.*s\n", SLICE_ARGS(page), SLICE_ARGS(target));
	check->wrong++;
}

static void follow_links(struct check *check, struct slice page)
{
	static const char *const attributes[] = { " href=\"", " src=\"" };
	struct arena *scratch = arena_new();
	struct slice text = content(&check->out, page, scratch);

	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		struct slice rest = text;
		size_t at;

		while ((at = slice_find(rest, attributes[i])) != SLICE_NONE) {
			struct slice link;

			rest = slice_from_index(rest, at + strlen(attributes[i]));
			slice_cut(rest, '"', &link, &rest);
			follow(check, page, link);
		}
	}
	arena_free(scratch);
}

static void check_out(struct check *check)
{
	struct slice home = SLICE("index.html");

	for (size_t i = 0; i < check->out.paths.count; i++)
		check_bytes(check, check->out.paths.items[i]);
	for (size_t i = 0; i < check->generations[0].paths.count; i++) {
		struct slice path = check->generations[0].paths.items[i];

		if (!stays(check, path))
			continue;
		if (map_get(&check->out.by_path, path)) {
			reach(check, path);
			continue;
		}
		printf("missing: %.*s\n", SLICE_ARGS(path));
		check->wrong++;
	}
	if (map_get(&check->out.by_path, home))
		reach(check, home);
	for (size_t i = 0; i < check->reached.count; i++)
		if (slice_ends(check->reached.items[i], ".html"))
			follow_links(check, check->reached.items[i]);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct check check = { .arena = arena };

	if (argc < 3) {
		fprintf(stderr, "check_site OUT GENERATION...\n");
		return 2;
	}
	check.out.folder = argv[1];
	check.count = (size_t)argc - 2;
	check.generations = ARENA_COUNT(arena, struct site, check.count);
	list_folder(&check.out, "", arena);
	for (size_t i = 0; i < check.count; i++) {
		check.generations[i].folder = argv[i + 2];
		list_folder(&check.generations[i], "", arena);
	}
	check_out(&check);
	arena_free(arena);
	return check.wrong ? 1 : 0;
}
