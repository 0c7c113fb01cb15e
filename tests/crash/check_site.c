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
#include <stdio.h>
#include <string.h>

#include "site_folder.h"

struct check {
	struct arena *arena;
	struct site_folder out;
	struct site_folder *generations;
	size_t count;
	size_t wrong;
	ARRAY(struct slice) reached;
	struct map seen;
};

static void check_bytes(struct check *check, struct slice path)
{
	struct arena *scratch = arena_new();
	struct slice text = site_folder_read(&check->out, path, scratch);
	bool found = false;

	for (size_t i = 0; i < check->count && !found; i++)
		found = map_get(&check->generations[i].by_path, path) &&
			slice_eq(text, site_folder_read(&check->generations[i], path, scratch));
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

static void follow(struct check *check, struct slice page, struct slice link)
{
	struct slice target;

	if (link_leads_out(link))
		return;
	target = link_target(page, link, check->arena);
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
	struct slice text = site_folder_read(&check->out, page, scratch);

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
	check.count = (size_t)argc - 2;
	check.generations = ARENA_COUNT(arena, struct site_folder, check.count);
	site_folder_open(&check.out, argv[1], arena);
	for (size_t i = 0; i < check.count; i++)
		site_folder_open(&check.generations[i], argv[i + 2], arena);
	check_out(&check);
	arena_free(arena);
	return check.wrong ? 1 : 0;
}
