#include "site_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

#define FILE_MAX ((size_t)64 * 1024 * 1024)

static void list_folder(struct site_folder *site, const char *below, struct arena *arena)
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

void site_folder_open(struct site_folder *site, const char *folder, struct arena *arena)
{
	site->folder = folder;
	list_folder(site, "", arena);
}

struct slice site_folder_read(
    const struct site_folder *site, struct slice path, struct arena *arena)
{
	struct slice text = { 0 };
	const char *name = arena_printf(arena, "%s/%.*s", site->folder, SLICE_ARGS(path)).p;

	if (file_read(AT_FDCWD, name, FILE_MAX, arena, &text) != 0) {
		perror(name);
		exit(2);
	}
	return text;
}

bool link_leads_out(struct slice link)
{
	size_t colon = slice_find_byte(link, ':'), slash = slice_find_byte(link, '/');

	return link.len == 0 || link.p[0] == '#' || slice_starts(link, "//") ||
	       (colon != SLICE_NONE && (slash == SLICE_NONE || colon < slash));
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

struct slice link_target(struct slice page, struct slice link, struct arena *arena)
{
	return percent_decoded(resolve(page, link, arena), arena);
}
