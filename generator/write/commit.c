/* The commit: the only code that changes what stands in OUT. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "write/plan.h"
#include "write/stage.h"

/* What the ledger says before the first rename, and (`done`) after the last. */

static void add_item(struct buffer *text, const struct item *item, bool done)
{
	struct ledger_entry entry = { .path = item->path, .class = item->class };

	if (done || !item->staged) {
		entry.has = true;
		entry.content = item->content;
	} else {
		entry.planned = true;
		entry.plan = item->content;
		if (item->place != PLACE_ABSENT) {
			entry.has = true;
			entry.content = item->there;
		}
	}
	entry.loose = !done && item->before && item->before->has && item->before->loose;
	ledger_add_entry(text, &entry);
}

static void add_forgotten(struct buffer *text, const struct ledger_entry *before)
{
	struct ledger_entry entry = *before;

	entry.leaving = entry.has;
	entry.forgone = entry.planned;
	if (entry.has || entry.planned)
		ledger_add_entry(text, &entry);
}

static void ledger_text(struct buffer *text, const struct publish *publish, bool done)
{
	struct ledger_entry *const *before = publish->ledger.entries.items;
	size_t at = 0, count = done ? 0 : publish->ledger.entries.count;

	ledger_add_head(text, publish->options.mode);
	for (size_t i = 0; i < publish->items.count; i++) {
		const struct item *item = publish->items.items[i];

		for (; at < count && slice_cmp(before[at]->path, item->path) < 0; at++)
			add_forgotten(text, before[at]);
		if (at < count && slice_eq(before[at]->path, item->path))
			at++;
		add_item(text, item, done);
	}
	for (; at < count; at++)
		add_forgotten(text, before[at]);
	ledger_add_end(text);
}

/* New folders are put together in staging. */

static const char *staged_folder(struct arena *arena, const struct folder *folder)
{
	const struct folder *top = folder->top;

	return arena_printf(arena, "t%zu%s", top->number, folder->path.p + top->path.len).p;
}

static int make_new_folders(const struct plan *plan, int stage_fd)
{
	struct stat status;
	mode_t mode;

	if (fstat(stage_fd, &status) != 0)
		return -1;
	mode = 0755 | (status.st_mode & S_ISGID);
	for (size_t i = 0; i < plan->folders.count; i++) {
		const struct folder *folder = plan->folders.items[i];
		const char *name;

		if (!folder->top)
			continue;
		name = staged_folder(plan->arena, folder);
		if (mkdirat(stage_fd, name, 0700) != 0 || fchmodat(stage_fd, name, mode, 0) != 0)
			return -1;
	}
	return 0;
}

static int fill_new_folders(const struct plan *plan, const struct publish *publish)
{
	for (size_t i = 0; i < publish->items.count; i++) {
		const struct item *item = publish->items.items[i];
		const struct folder *folder = plan_folder(plan, item);
		char from[STAGE_NAME_MAX];
		const char *to;

		if (!item->staged || !folder->top)
			continue;
		stage_name(from, item->stage);
		to = arena_printf(plan->arena, "t%zu%s", folder->top->number,
		    item->path.p + folder->top->path.len)
			 .p;
		if (renameat(publish->stage_fd, from, publish->stage_fd, to) != 0)
			return -1;
	}
	return 0;
}

/* Steps */

/* A file that came to stand there meanwhile is not ours to replace. */
static int rename_fresh(int from_fd, const char *from, int to_fd, const char *to)
{
	if (renameat2(from_fd, from, to_fd, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	return renameat(from_fd, from, to_fd, to);
}

static int take_step_in(
    const struct publish *publish, const struct step *step, int parent_fd, const char *name)
{
	char from[STAGE_NAME_MAX];

	switch (step->kind) {
	case STEP_FOLDER:
		snprintf(from, sizeof from, "t%zu", step->number);
		return renameat(publish->stage_fd, from, parent_fd, name);
	case STEP_FILE:
		stage_name(from, step->number);
		if (step->fresh)
			return rename_fresh(publish->stage_fd, from, parent_fd, name);
		return renameat(publish->stage_fd, from, parent_fd, name);
	case STEP_REMOVE: return unlinkat(parent_fd, name, 0) == 0 || errno == ENOENT ? 0 : -1;
	}
	return 0;
}

/* The folder above the path, open, and the path's last name. */
static int open_parent(
    const struct publish *publish, struct slice path, char name[PLACE_NAME_MAX + 1])
{
	struct slice parent = place_parent(path);
	char text[PLACE_PATH_MAX + 1];
	size_t start = parent.len ? parent.len + 1 : 0;

	memcpy(text, path.p, parent.len);
	text[parent.len] = '\0';
	memcpy(name, path.p + start, path.len - start);
	name[path.len - start] = '\0';
	return place_open_folder(publish->out_fd, text);
}

static int take_step(const struct publish *publish, const struct step *step)
{
	char name[PLACE_NAME_MAX + 1];
	int parent_fd = open_parent(publish, step->path, name);
	int result, error;

	if (parent_fd < 0)
		return -1;
	result = take_step_in(publish, step, parent_fd, name);
	error = errno;
	close(parent_fd);
	errno = error;
	return result;
}

/* Removes a folder where nothing is left in it; whatever else stands there is let be. */
static void remove_if_empty(const struct publish *publish, struct slice path)
{
	char name[PLACE_NAME_MAX + 1];
	int parent_fd = open_parent(publish, path, name);

	if (parent_fd < 0)
		return;
	(void)unlinkat(parent_fd, name, AT_REMOVEDIR);
	close(parent_fd);
}

static int interrupted(struct publish *publish, struct slice path, int error, struct diagnostics *d)
{
	diag2(d, DIAG_PUBLISH_INTERRUPTED, POSITION_NONE, publish_shown(publish, path, d->arena),
	    slice_from(strerror(error)));
	return -1;
}

static int take_steps(struct publish *publish, const struct plan *plan, struct diagnostics *d)
{
	for (size_t i = 0; i < plan->steps.count; i++)
		if (take_step(publish, plan->steps.items[i]) != 0)
			return interrupted(publish, plan->steps.items[i]->path, errno, d);
	return 0;
}

/*
 * All that is needed to go on after a kill is on the disk before the first step: the new files, and what
 * the ledger says about them.
 */
static int prepare(struct publish *publish, const struct plan *plan, struct diagnostics *d)
{
	const struct slice own = SLICE(PLACE_OWN_FOLDER);
	struct buffer text = { 0 };
	int result;

	if (make_new_folders(plan, publish->stage_fd) != 0 || fill_new_folders(plan, publish) != 0)
		return publish_failed(publish, own, errno, d);
	ledger_text(&text, publish, false);
	result = ledger_write_aside(publish->own_fd, buffer_slice(&text));
	if (result == 0)
		result = syncfs(publish->out_fd);
	if (result == 0)
		result = ledger_replace(publish->own_fd);
	if (result != 0)
		publish_failed(publish, own, errno, d);
	buffer_release(&text);
	return result;
}

static int finish_ledger(struct publish *publish, struct slice text, struct diagnostics *d)
{
	if (ledger_write_aside(publish->own_fd, text) == 0 && ledger_replace(publish->own_fd) == 0)
		return 0;
	return interrupted(publish, SLICE(PLACE_OWN_FOLDER "/" LEDGER_NAME), errno, d);
}

static int execute(
    struct publish *publish, const struct plan *plan, struct slice done, struct diagnostics *d)
{
	if (plan->steps.count) {
		if (prepare(publish, plan, d) != 0 || take_steps(publish, plan, d) != 0)
			return -1;
	}
	for (size_t i = 0; i < plan->emptied.count; i++)
		remove_if_empty(publish, plan->emptied.items[i]);
	if (plan->steps.count && syncfs(publish->out_fd) != 0)
		return interrupted(publish, SLICE(""), errno, d);
	if (plan->steps.count || !slice_eq(done, publish->ledger.text))
		return finish_ledger(publish, done, d);
	return 0;
}

static struct publish_result count(const struct publish *publish, const struct plan *plan)
{
	struct publish_result result = { .removed = plan->removals };

	for (size_t i = 0; i < publish->items.count; i++) {
		const struct item *item = publish->items.items[i];

		if (item->staged) {
			result.written++;
			result.bytes += item->content.size;
		} else {
			result.unchanged++;
		}
	}
	return result;
}

int publish_commit(
    struct publish *publish, struct publish_result *result, struct diagnostics *diagnostics)
{
	struct plan plan = { .arena = publish->arena };
	struct buffer done = { 0 };
	int status;

	if (plan_make(&plan, publish, diagnostics) != 0 || atomic_load(&publish->failed))
		return -1;
	ledger_text(&done, publish, true);
	status = execute(publish, &plan, buffer_slice(&done), diagnostics);
	buffer_release(&done);
	if (status == 0)
		*result = count(publish, &plan);
	return status;
}
