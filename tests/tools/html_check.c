/*
 * Are the pages of a site well made, and are its links whole? html_check OUT BASE_URL
 *
 * Each .html below OUT is read (html_page.h). Links that are relative, or begin with BASE_URL, lead to a file of OUT,
 * and a fragment to an id there; the canonical address of a page leads to the page itself; each page but error pages,
 * redirections and lists that are still empty can be reached from the home. What ends in .frammento.html is a piece of
 * HTML for pages of others. Says each fault as page:line: what, and ends with 1.
 *
 * html_check --outside OUT BASE_URL lists the addresses that lead elsewhere instead, each once, in order.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html_page.h"
#include "site_folder.h"

struct site_check {
	struct arena *arena;
	struct site_folder out;
	struct slice base;
	struct html_page *pages; /* in the order of out.paths; without links where it is no page */
	struct map by_path;      /* of a page -> struct html_page */
	struct map reached;
	ARRAY(struct slice) to_follow;
	ARRAY(struct slice) outside;
	struct map outside_seen;
};

static int order_of_slices(const void *a, const void *b)
{
	const struct slice *left = a, *right = b;

	return slice_cmp(*left, *right);
}

static bool is_page(struct slice path)
{
	return slice_ends(path, ".html");
}

/* A list of the acts of a body, a topic...: while it is empty its address answers, and nothing offers it. */
static bool is_choice_of_acts(struct slice path)
{
	return slice_starts(path, "atti/") && path.len > 5 && ascii_is_alpha(path.p[5]) &&
	       !slice_is(path, "atti/index.html");
}

static bool stands_alone(const struct html_page *page, struct slice path)
{
	return page->redirects || slice_is(path, "404.html") || slice_is(path, "410.html") ||
	       is_choice_of_acts(path);
}

static bool inside(const struct site_check *check, struct slice *url)
{
	if (!slice_starts(*url, check->base.p))
		return !link_leads_out(*url) || slice_starts(*url, "#");
	*url = arena_printf(
	    check->arena, "/%.*s", SLICE_ARGS(slice_from_index(*url, check->base.len)));
	return true;
}

static struct slice fragment(struct slice url)
{
	size_t hash = slice_find_byte(url, '#');

	return hash == SLICE_NONE ? SLICE("") : slice_from_index(url, hash + 1);
}

static void check_link(struct site_check *check, struct slice path, struct html_page *page,
    const struct page_link *link)
{
	struct slice url = link->url, target;
	struct html_page *other;

	if (!inside(check, &url)) {
		if (!map_put(&check->outside_seen, check->arena, url, page))
			*ARENA_PUSH(check->arena, &check->outside) = url;
		return;
	}
	target = slice_starts(url, "#") ? path : link_target(path, url, check->arena);
	other = map_get(&check->by_path, target);
	if (!map_get(&check->out.by_path, target))
		html_page_fault(
		    page, link->line, "the link '%.*s' leads to no file", SLICE_ARGS(link->url));
	else if (link->canonical && !page->redirects && !slice_eq(target, path))
		html_page_fault(
		    page, link->line, "canonical is another page: '%.*s'", SLICE_ARGS(link->url));
	else if (!slice_empty(fragment(url)) && (!other || !map_get(&other->ids, fragment(url))))
		html_page_fault(page, link->line, "the link '%.*s' leads to no id there",
		    SLICE_ARGS(link->url));
	else if (other && !link->canonical)
		*ARENA_PUSH(check->arena, &check->to_follow) = target;
}

static void check_links(struct site_check *check, struct slice path)
{
	struct html_page *page = map_get(&check->by_path, path);

	for (size_t i = 0; page && i < page->links.count; i++)
		check_link(check, path, page, &page->links.items[i]);
}

/* From the home along the links; then what none of them led to. */
static void check_all_links(struct site_check *check)
{
	*ARENA_PUSH(check->arena, &check->to_follow) = SLICE("index.html");
	for (size_t i = 0; i < check->to_follow.count; i++) {
		struct slice path = check->to_follow.items[i];

		if (!map_put(&check->reached, check->arena, path, check))
			check_links(check, path);
	}
	for (size_t i = 0; i < check->out.paths.count; i++) {
		struct slice path = check->out.paths.items[i];
		struct html_page *page = map_get(&check->by_path, path);

		if (!page || map_get(&check->reached, path))
			continue;
		if (!stands_alone(page, path))
			html_page_fault(page, 1, "no link leads here");
		check_links(check, path);
	}
}

static void read_pages(struct site_check *check)
{
	size_t count = check->out.paths.count;

	qsort(check->out.paths.items, count, sizeof *check->out.paths.items, order_of_slices);
	check->pages = ARENA_COUNT(check->arena, struct html_page, count);
	for (size_t i = 0; i < count; i++) {
		struct slice path = check->out.paths.items[i];

		if (!is_page(path))
			continue;
		html_page_read_file(&check->pages[i], path,
		    site_folder_read(&check->out, path, check->arena), check->arena);
		map_put(&check->by_path, check->arena, path, &check->pages[i]);
	}
}

static size_t say_faults(const struct site_check *check)
{
	size_t said = 0;

	for (size_t i = 0; i < check->out.paths.count; i++)
		for (size_t n = 0; n < check->pages[i].faults.count; n++, said++)
			printf("%.*s:%zu: %.*s\n", SLICE_ARGS(check->out.paths.items[i]),
			    check->pages[i].faults.items[n].line,
			    SLICE_ARGS(check->pages[i].faults.items[n].what));
	return said;
}

static size_t say_outside(struct site_check *check)
{
	size_t count = check->outside.count;

	if (count)
		qsort(check->outside.items, count, sizeof *check->outside.items, order_of_slices);
	for (size_t i = 0; i < count; i++)
		printf("%.*s\n", SLICE_ARGS(check->outside.items[i]));
	return 0;
}

int main(int argc, char **argv)
{
	struct site_check check = { .arena = arena_new() };
	bool outside = argc == 4 && strcmp(argv[1], "--outside") == 0;
	size_t faults;

	if (argc != 3 && !outside) {
		fprintf(stderr, "html_check [--outside] OUT BASE_URL\n");
		return 2;
	}
	check.base = slice_from(argv[argc - 1]);
	site_folder_open(&check.out, argv[argc - 2], check.arena);
	read_pages(&check);
	check_all_links(&check);
	faults = outside ? say_outside(&check) : say_faults(&check);
	arena_free(check.arena);
	return faults ? 1 : 0;
}
