/*
 * What the search adds to a build: index_cost SITE
 *
 * Prints milliseconds of processor time for making the index (not for writing its files), its files and its bytes.
 */
#include <stdio.h>
#include <time.h>

#include "search/index.h"
#include "source/source.h"

static double processor_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool measure(struct source *source, struct arena *arena, struct diagnostics *diagnostics)
{
	struct site_options options = { .today = { 2031, 1, 1 }, .workers = 1 };
	struct site *site = site_load(source, &options, diagnostics);
	struct search_files files;
	size_t bytes = 0;
	double begun, ended;
	int status;

	site_link(site, diagnostics);
	site_derive(site);
	begun = processor_milliseconds();
	status = search_index(site, 1, arena, diagnostics, &files);
	ended = processor_milliseconds();
	for (size_t i = 0; i < files.count; i++)
		bytes += files.items[i].bytes.len;
	printf("%.0f %zu %zu\n", ended - begun, files.count, bytes);
	site_free(site);
	return status == 0 && diagnostics_count(diagnostics, LEVEL_ERROR) == 0;
}

int main(int argc, char **argv)
{
	struct diagnostics diagnostics;
	struct arena *arena = arena_new();
	struct source *source;
	bool good = false;

	diagnostics_init(&diagnostics);
	source = argc == 2 ? source_open_tree(argv[1], &diagnostics) : NULL;
	if (source) {
		good = measure(source, arena, &diagnostics);
		source_close(source);
	}
	diagnostics_release(&diagnostics);
	arena_free(arena);
	if (!good)
		fputs("index_cost: the site can't be read\n", stderr);
	return good ? 0 : 1;
}
