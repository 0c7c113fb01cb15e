#include "check/rule.h"

#include <assert.h>

#include "base/workers.h"

static const struct rule_table *const tables[] = {
	&act_rules,
	&act_link_rules,
	&attendance_rules,
	&meeting_rules,
	&attachment_rules,
	&programme_rules,
	&official_text_rules,
	&register_rules,
	&publication_rules,
	&personal_rules,
};

/* Its own, what reading a text again says (1xx), and failures of the system. */
static bool may_report(const struct rule *rule, enum diag_id id)
{
	for (size_t i = 0; rule->reports[i] != DIAG_COUNT; i++)
		if (rule->reports[i] == id)
			return true;
	return diag_level(id) == LEVEL_FAILURE || diag_code(id)[1] == '1';
}

/* Every report since the list had this length is one of the rule's, and its scratch memory ends. */
static void rule_done(struct check *check, const struct rule *rule, size_t before)
{
	for (size_t i = before; i < check->diagnostics->list.count; i++)
		assert(may_report(rule, check->diagnostics->list.items[i].id));
	arena_reset(check->scratch);
}

#define APPLY(check, rule, call)                                   \
	do {                                                       \
		size_t before_ = (check)->diagnostics->list.count; \
		call;                                              \
		rule_done(check, rule, before_);                   \
	} while (0)

static void apply_to_programmes(struct check *check, const struct rule *rule)
{
	for (size_t i = 0; i < check->site->programmes.count; i++) {
		const struct programme *programme = check->site->programmes.items[i];

		for (size_t n = 0; rule->point && n < programme->points.count; n++)
			APPLY(check, rule, rule->point(check, programme->points.items[n]));
		for (size_t n = 0; rule->progress && n < programme->progress.count; n++)
			APPLY(check, rule,
			    rule->progress(check, programme, programme->progress.items[n]));
	}
}

static void apply_to_model(struct check *check, const struct rule *rule)
{
	const struct site *site = check->site;

	if (rule->site)
		APPLY(check, rule, rule->site(check));
	for (size_t i = 0; rule->act && i < site->acts.count; i++)
		APPLY(check, rule, rule->act(check, site->acts.items[i]));
	for (size_t i = 0; rule->meeting && i < site->meetings.count; i++)
		APPLY(check, rule, rule->meeting(check, site->meetings.items[i]));
	for (size_t i = 0; rule->body && i < site->bodies.count; i++)
		APPLY(check, rule, rule->body(check, site->bodies.items[i]));
	apply_to_programmes(check, rule);
}

struct file_checks {
	struct check *workers;
	struct diagnostics *lists; /* one a worker */
	int *results;              /* one a worker */
};

static void check_one_file(void *context, unsigned worker, size_t job)
{
	struct file_checks *checks = context;
	struct check *check = &checks->workers[worker];
	const struct content_file *file = &check->site->files.items[job];

	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
		for (size_t r = 0; r < tables[t]->count; r++) {
			const struct rule *rule = &tables[t]->rules[r];

			if (rule->file)
				APPLY(check, rule,
				    checks->results[worker] |= rule->file(check, file));
		}
}

static int check_files(
    const struct site *site, unsigned workers, struct arena *arena, struct diagnostics *diagnostics)
{
	struct file_checks checks = {
		.workers = ARENA_COUNT(arena, struct check, workers),
		.lists = ARENA_COUNT(arena, struct diagnostics, workers),
		.results = ARENA_COUNT(arena, int, workers),
	};
	int result = 0;

	for (unsigned i = 0; i < workers; i++) {
		diagnostics_init(&checks.lists[i]);
		checks.workers[i] = (struct check){ site, &checks.lists[i], arena_new() };
	}
	workers_run(workers, site->files.count, check_one_file, &checks);
	for (unsigned i = 0; i < workers; i++) {
		diagnostics_merge(diagnostics, &checks.lists[i]);
		diagnostics_release(&checks.lists[i]);
		arena_free(checks.workers[i].scratch);
		result |= checks.results[i];
	}
	return result;
}

int check_site(const struct site *site, unsigned workers, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct check check = { site, diagnostics, arena_new() };
	int result;

	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
		for (size_t r = 0; r < tables[t]->count; r++)
			apply_to_model(&check, &tables[t]->rules[r]);
	result = check_files(site, workers, arena, diagnostics);
	arena_free(check.scratch);
	arena_free(arena);
	return result ? -1 : 0;
}
