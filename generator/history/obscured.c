#include "history/obscured.h"

#include "history/old_blob.h"
#include "parse/intake.h"

#define REDACTIONS_MAX ((size_t)1 << 20)
#define REDACTIONS_PATH "content/oscuramenti.yaml"

/* Is it the act's file, one of its attachments, or the same at a former place? */
static bool covers(const struct redaction *redaction, const struct act *act, struct arena *scratch)
{
	for (size_t i = 0; i <= act->former_places.count; i++) {
		struct slice place = i ? act->former_places.items[i - 1] : act->place;
		struct slice folder =
		    arena_printf(scratch, "content/atti/%.*s/", SLICE_ARGS(place));

		if (slice_eq(redaction->path, act_file_path(place, scratch)) ||
		    slice_eq(slice_sub(redaction->path, 0, folder.len), folder))
			return true;
	}
	return false;
}

size_t obscurings_of(const struct site *site, const size_t *redaction_commits,
    const struct content_file *file, const struct act *act, struct arena *arena,
    struct obscuring **obscurings)
{
	size_t count = 0;

	*obscurings = ARENA_COUNT(arena, struct obscuring, site->redactions.count);
	for (size_t i = 0; i < site->redactions.count; i++) {
		const struct redaction *redaction = site->redactions.items[i];
		bool by_time = date_known(redaction->before.day);

		if (slice_eq(redaction->path, file->path) || (act && covers(redaction, act, arena)))
			(*obscurings)[count++] = (struct obscuring){ .by_time = by_time,
				.time = by_time ? moment_to_unix(redaction->before) : 0,
				.commit = redaction_commits[i] };
	}
	return count;
}

/* How many entries for the path without prima_di this text of oscuramenti.yaml holds. */
static size_t count_entries(const struct yaml_node *root, struct slice path)
{
	const struct yaml_node *list = root->kind == YAML_MAP ? yaml_get(root, "elenco") : root;
	size_t count = 0;

	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		const struct yaml_node *where =
		    item->kind == YAML_MAP ? yaml_get(item, "percorso") : NULL;

		count += where && slice_eq(where->text, path) && !yaml_get(item, "prima_di");
	}
	return count;
}

/* Which of the entries for its path without prima_di the redaction is, from 1. */
static size_t rank_of(const struct site *site, size_t which)
{
	size_t rank = 1;

	for (size_t i = 0; i < which; i++)
		rank += slice_eq(
			    site->redactions.items[i]->path, site->redactions.items[which]->path) &&
			!date_known(site->redactions.items[i]->before.day);
	return rank;
}

/* What the search through the older texts of oscuramenti.yaml has in hand. */
struct search {
	const struct site *site;
	size_t *commits; /* one a redaction, as redaction_commits_find gives them */
	bool *begun;     /* an older text lacks it */
	struct arena *scratch;
	struct diagnostics unheard, *diagnostics;
};

/* Takes the commit for all entries that this text holds still. Fails only with the system. */
static int search_text(struct search *search, const struct source_change *change)
{
	const struct site *site = search->site;
	struct slice bytes, text;
	struct yaml_node *root;
	int read = old_blob_read(site->source, change->oid, change->path, REDACTIONS_MAX,
	    search->scratch, &bytes, search->diagnostics);

	if (read < 0)
		return -1;
	if (read == 0 ||
	    text_intake(bytes, change->path, search->scratch, &search->unheard, &text) != 0)
		return 0;
	root = yaml_parse(text, change->path, 1, search->scratch, &search->unheard);
	for (size_t n = 0; root && n < site->redactions.count; n++) {
		search->begun[n] =
		    search->begun[n] ||
		    count_entries(root, site->redactions.items[n]->path) < rank_of(site, n);
		if (!search->begun[n])
			search->commits[n] = change->commit;
	}
	return 0;
}

const size_t *redaction_commits_find(const struct site *site, const struct source_log *log,
    struct arena *arena, struct diagnostics *diagnostics)
{
	struct search search = { .site = site,
		.commits = ARENA_COUNT(arena, size_t, site->redactions.count + 1),
		.begun = ARENA_COUNT(arena, bool, site->redactions.count),
		.scratch = arena_new(),
		.diagnostics = diagnostics };
	size_t count;
	const struct source_change *changes = source_log_of(log, SLICE(REDACTIONS_PATH), &count);
	int result = 0;

	diagnostics_init(&search.unheard);
	for (size_t n = 0; n < site->redactions.count; n++)
		search.commits[n] = log->commit_count;
	/* An entry that was taken out and put back is a new one: nothing is looked for behind a file that was gone. */
	for (size_t i = count; i-- > 0 && changes[i].has_blob && result == 0;)
		result = search_text(&search, &changes[i]);
	diagnostics_release(&search.unheard);
	arena_free(search.scratch);
	return result == 0 ? search.commits : NULL;
}

/* --- what was withdrawn ------------------------------------------------------------------------ */

/* Until when an entry of an older text hid, in unix seconds: its prima_di, or the commit that brought that text. */
static int64_t hid_until(const struct yaml_node *entry, int64_t committed)
{
	const struct yaml_node *before = yaml_get(entry, "prima_di");
	struct moment moment;

	return before && moment_parse(before->text, &moment) ? moment_to_unix(moment) : committed;
}

static bool hides_still(const struct site *site, struct slice path, int64_t until)
{
	for (size_t i = 0; i < site->redactions.count; i++) {
		const struct redaction *each = site->redactions.items[i];

		if (slice_eq(each->path, path) &&
		    (!date_known(each->before.day) || moment_to_unix(each->before) >= until))
			return true;
	}
	return false;
}

/* Does a path mean anything of today's site? Of what is gone nothing can come back. */
static bool is_of_site(const struct site *site, struct slice path, struct arena *scratch)
{
	const struct redaction entry = { .path = path };

	if (map_get(&site->files_by_path, path))
		return true;
	for (size_t i = 0; i < site->acts.count; i++)
		if (covers(&entry, site->acts.items[i], scratch))
			return true;
	return false;
}

static void add_withdrawn(const struct site *site, const struct yaml_node *root, int64_t committed,
    struct arena *arena, struct arena *scratch, struct withdrawn_paths *withdrawn)
{
	const struct yaml_node *list = root->kind == YAML_MAP ? yaml_get(root, "elenco") : root;

	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		const struct yaml_node *path =
		    item->kind == YAML_MAP ? yaml_get(item, "percorso") : NULL;
		bool known = false;

		if (!path || hides_still(site, path->text, hid_until(item, committed)) ||
		    !is_of_site(site, path->text, scratch))
			continue;
		for (size_t i = 0; i < withdrawn->count && !known; i++)
			known = slice_eq(withdrawn->items[i], path->text);
		if (!known)
			*ARENA_PUSH(arena, withdrawn) = arena_slice(arena, path->text);
	}
}

int redactions_find_withdrawn(const struct site *site, const struct source_log *log,
    struct arena *arena, struct withdrawn_paths *withdrawn, struct diagnostics *diagnostics)
{
	struct arena *scratch = arena_new();
	struct diagnostics unheard;
	size_t count;
	const struct source_change *changes = source_log_of(log, SLICE(REDACTIONS_PATH), &count);
	int read = 1;

	diagnostics_init(&unheard);
	for (size_t i = 0; i < count && read >= 0; i++) {
		struct slice bytes, text;
		struct yaml_node *root;

		if (!changes[i].has_blob)
			continue;
		read = old_blob_read(site->source, changes[i].oid, changes[i].path, REDACTIONS_MAX,
		    scratch, &bytes, diagnostics);
		if (read != 1 || text_intake(bytes, changes[i].path, scratch, &unheard, &text) != 0)
			continue;
		root = yaml_parse(text, changes[i].path, 1, scratch, &unheard);
		if (root)
			add_withdrawn(site, root, log->commits[changes[i].commit].time, arena,
			    scratch, withdrawn);
	}
	diagnostics_release(&unheard);
	arena_free(scratch);
	return read < 0 ? -1 : 0;
}
