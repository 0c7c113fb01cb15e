#include "render/plan.h"

void plan_add(
    struct plan *plan, const struct page_kind *kind, struct slice path, const void *subject)
{
	*ARENA_PUSH(plan->arena, &plan->pages) = (struct planned_page){ kind, subject, path };
}

void plan_site(struct plan *plan, const struct site *site, const struct site_history *history,
    struct arena *arena)
{
	*plan = (struct plan){ .site = site, .history = history, .arena = arena };
	for (size_t i = 0; i < page_kind_count; i++)
		page_kinds[i]->plan(plan, page_kinds[i]);
}
