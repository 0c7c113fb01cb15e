/*
 * Publishes generation N of a small invented site: publish_driver GENERATION OUT
 *
 * About two hundred pages lead to each other in circles; from one generation to the next some come, some
 * go (whole years among them), some change, and each leads only to what its generation has. For the scripts
 * beside this file, which kill it or fill its disk. Exit status: 0, 3 (said on standard error), 2 wrong use.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/workers.h"
#include "write/publish.h"

#define PAGES 200u
#define YEARS 10u
#define PAGES_A_YEAR (PAGES / YEARS)
#define LINKS 12u
#define WORKERS 2

struct driver {
	struct publish *publish;
	unsigned generation;
	struct diagnostics diagnostics[WORKERS];
};

static bool year_exists(unsigned year, unsigned generation)
{
	return (year + generation) % 4 != 0;
}

static bool page_exists(unsigned page, unsigned generation)
{
	return year_exists(page / PAGES_A_YEAR, generation) &&
	       (page * 31 + generation * 17) % 10 >= 2;
}

static bool has_attachment(unsigned page)
{
	return page % 3 == 0;
}

/* A third of the pages have another text from one generation to the next. */
static unsigned version(unsigned page, unsigned generation)
{
	return (page + generation) / 3;
}

static void fill(struct buffer *text, unsigned seed, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		seed = seed * 1103515245u + 12345u;
		buffer_add_byte(text, (char)('a' + (seed >> 16) % 26));
		if (i % 80 == 79)
			buffer_add_byte(text, '\n');
	}
}

static void add_head(struct buffer *text, const char *root, unsigned generation)
{
	/* Two generations share a style sheet of one name. */
	buffer_addf(text,
	    "<!doctype html>\n<html lang=\"it\"><head><title>prova</title>"
	    "<link rel=\"stylesheet\" href=\"%sstile-%u.css\"></head><body>\n",
	    root, generation / 2);
}

static void give(struct driver *driver, unsigned worker, const char *path, enum publish_class class,
    struct buffer *text)
{
	(void)publish_file(driver->publish, slice_from(path), class, buffer_slice(text),
	    &driver->diagnostics[worker]);
	buffer_clear(text);
}

static void give_attachment(
    struct driver *driver, unsigned worker, unsigned page, const char *path, struct buffer *text)
{
	int fd = memfd_create("attachment", MFD_CLOEXEC);

	fill(text, version(page, driver->generation), 2000 + page * 20);
	if (fd < 0 || fd_write_all(fd, buffer_slice(text)) != 0)
		abort();
	(void)publish_copy(
	    driver->publish, slice_from(path), fd, NULL, &driver->diagnostics[worker]);
	close(fd);
	buffer_clear(text);
}

static void give_page(void *context, unsigned worker, size_t job)
{
	struct driver *driver = context;
	unsigned page = (unsigned)job, generation = driver->generation;
	struct buffer text = { 0 };
	char path[80];

	if (!page_exists(page, generation))
		return;
	add_head(&text, "../../../", generation);
	for (unsigned i = 1; i <= LINKS; i++) {
		unsigned other = (page + i * i * 7) % PAGES;

		if (page_exists(other, generation))
			buffer_addf(&text, "<a href=\"../../%u/atto-%u/\">atto</a>\n",
			    2000 + other / PAGES_A_YEAR, other);
	}
	if (has_attachment(page))
		buffer_add_str(&text, "<a href=\"allegati/testo.txt\">allegato</a>\n");
	buffer_add_str(&text, "<a href=\"../../../\">inizio</a>\n<p>");
	fill(&text, page * 1000 + version(page, generation), 300 + page * 10);
	snprintf(path, sizeof path, "atti/%u/atto-%u/index.html", 2000 + page / PAGES_A_YEAR, page);
	give(driver, worker, path, PUBLISH_PAGE, &text);
	if (has_attachment(page)) {
		snprintf(path, sizeof path, "atti/%u/atto-%u/allegati/testo.txt",
		    2000 + page / PAGES_A_YEAR, page);
		give_attachment(driver, worker, page, path, &text);
	}
	buffer_release(&text);
}

static void add_year(struct buffer *text, const char *root, unsigned year, unsigned generation)
{
	for (unsigned page = year * PAGES_A_YEAR; page < (year + 1) * PAGES_A_YEAR; page++)
		if (page_exists(page, generation))
			buffer_addf(text, "<a href=\"%s%u/atto-%u/\">atto %u</a>\n", root,
			    2000 + year, page, page);
}

static void give_lists(struct driver *driver)
{
	struct buffer text = { 0 }, all = { 0 };
	unsigned generation = driver->generation;
	char path[80];

	add_head(&all, "", generation);
	buffer_add_str(&all, "<a href=\"atti/\">atti</a>\n");
	add_head(&text, "../", generation);
	for (unsigned year = 0; year < YEARS; year++)
		if (year_exists(year, generation))
			buffer_addf(&text, "<a href=\"%u/\">anno</a>\n", 2000 + year);
	give(driver, 0, "atti/index.html", PUBLISH_LIST, &text);
	for (unsigned year = 0; year < YEARS; year++) {
		if (!year_exists(year, generation))
			continue;
		add_head(&text, "../../", generation);
		add_year(&text, "../", year, generation);
		snprintf(path, sizeof path, "atti/%u/index.html", 2000 + year);
		give(driver, 0, path, PUBLISH_LIST, &text);
		add_year(&all, "atti/", year, generation);
	}
	give(driver, 0, "index.html", PUBLISH_HOME, &all);
	fill(&text, generation / 2, 3000 + generation);
	snprintf(path, sizeof path, "stile-%u.css", generation / 2);
	give(driver, 0, path, PUBLISH_ASSET, &text);
	buffer_release(&text);
	buffer_release(&all);
}

static int say(struct driver *driver, int status)
{
	struct arena *arena = arena_new();
	struct diagnostics *d = &driver->diagnostics[0];

	for (unsigned i = 1; i < WORKERS; i++)
		diagnostics_merge(d, &driver->diagnostics[i]);
	diagnostics_sort(d);
	for (size_t i = 0; i < d->list.count; i++) {
		struct slice text = diagnostic_text(&d->list.items[i], LANGUAGE_ITALIAN, arena);

		fprintf(stderr, "%s %.*s\n", diag_code(d->list.items[i].id), SLICE_ARGS(text));
	}
	for (unsigned i = 0; i < WORKERS; i++)
		diagnostics_release(&driver->diagnostics[i]);
	arena_free(arena);
	return status;
}

static int run(struct driver *driver, const char *out)
{
	const struct publish_options options = { .mode = SLICE("prova") };
	struct publish_result result;
	int status = 3;

	driver->publish = publish_open(out, 60, &driver->diagnostics[0]);
	if (!driver->publish)
		return status;
	if (publish_begin(driver->publish, &options, &driver->diagnostics[0]) == 0) {
		workers_run(WORKERS, PAGES, give_page, driver);
		give_lists(driver);
		if (publish_commit(driver->publish, &result, &driver->diagnostics[0]) == 0)
			status = 0;
	}
	publish_close(driver->publish);
	return status;
}

int main(int argc, char **argv)
{
	struct driver driver = { 0 };

	if (argc != 3) {
		fprintf(stderr, "publish_driver GENERATION OUT\n");
		return 2;
	}
	driver.generation = (unsigned)strtoul(argv[1], NULL, 10);
	for (unsigned i = 0; i < WORKERS; i++)
		diagnostics_init(&driver.diagnostics[i]);
	return say(&driver, run(&driver, argv[2]));
}
