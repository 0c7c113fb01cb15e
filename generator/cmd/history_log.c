#include <unistd.h>

#include "base/json.h"
#include "cmd/command.h"
#include "history/site_history.h"
#include "render/italiano_changes.h"

/* What `history log` was asked for, and what it has to say. */
struct telling {
	const struct invocation *invocation;
	struct arena *arena;
	struct buffer out;
	bool found;
};

/* The file that PATH means: as in content/, or an act's place or address; any of them behind the site's folder. */
static struct slice path_meant(const struct telling *telling)
{
	const struct invocation *invocation = telling->invocation;
	struct slice path = slice_from(invocation->path);
	size_t content;

	while (slice_starts(path, "./"))
		path = slice_from_index(path, 2);
	content = slice_find(path, "content/");
	if (content != SLICE_NONE && (content == 0 || path.p[content - 1] == '/'))
		return slice_from_index(path, content);
	if (slice_starts(path, "/"))
		path = slice_from_index(path, 1);
	if (slice_starts(path, "atti/"))
		path = slice_from_index(path, 5);
	if (path.len > 0 && path.p[path.len - 1] == '/')
		path.len--;
	return act_file_path(path, telling->arena);
}

static void add_json(struct json *json, const struct site *site, const struct history_entry *entry,
    struct arena *arena)
{
	struct sentences sentences = { 0 };

	italian_version_told(site, entry, arena, &sentences);
	json_open(json, NULL, '{');
	json_text(json, "versione", entry->name);
	json_text(json, "data", date_iso(entry->day, arena));
	json_text(json, "famiglia", SLICE("pagina"));
	json_text(json, "tipo", slice_from(italian_kind(entry)));
	json_open(json, "frasi", '[');
	for (size_t i = 0; i < sentences.count; i++)
		json_text(json, NULL, sentences.items[i]);
	json_close(json, ']');
	if (slice_empty(entry->note))
		json_nothing(json, "nota_pubblica");
	else
		json_text(json, "nota_pubblica", entry->note);
	json_bool(json, "motivo_mancante", entry->reason_missing);
	json_close(json, '}');
}

static void tell_json(
    struct telling *telling, const struct site *site, const struct page_history *page)
{
	struct json json = json_writer(&telling->out, true);

	json_open(&json, NULL, '{');
	json_text(&json, "percorso", page->subject.file->path);
	json_bool(&json, "versioni_oscurate", page->obscured_before);
	json_open(&json, "versioni", '[');
	for (size_t i = 0; i < page->count; i++)
		add_json(&json, site, &page->entries[i], telling->arena);
	json_close(&json, ']');
	json_close(&json, '}');
	buffer_add_str(&telling->out, "\n");
}

static void add_line(struct telling *telling, struct slice line)
{
	buffer_addf(&telling->out, "    %.*s\n", SLICE_ARGS(line));
}

static void tell_entry(
    struct telling *telling, const struct site *site, const struct history_entry *entry)
{
	struct sentences sentences = { 0 };

	italian_version_told(site, entry, telling->arena, &sentences);
	buffer_addf(&telling->out, "%.*s  %s\n", SLICE_ARGS(entry->name), italian_kind(entry));
	for (size_t i = 0; i < sentences.count; i++)
		add_line(telling, sentences.items[i]);
	if (!slice_empty(entry->note))
		add_line(telling, italian_public_note(entry->note, telling->arena));
}

static void tell_text(
    struct telling *telling, const struct site *site, const struct page_history *page)
{
	buffer_addf(&telling->out, "%.*s\n", SLICE_ARGS(page->subject.file->path));
	if (page->count == 0 && !page->obscured_before)
		add_line(telling, SLICE(ITALIAN_NO_VERSIONS));
	if (page->obscured_before)
		add_line(telling, SLICE(ITALIAN_OBSCURED));
	for (size_t i = 0; i < page->count; i++)
		tell_entry(telling, site, &page->entries[i]);
}

static void tell(void *context, const struct site_history *history)
{
	struct telling *telling = context;
	const struct page_history *page = map_get(&history->by_path, path_meant(telling));

	telling->found = page != NULL;
	if (page && telling->invocation->json)
		tell_json(telling, history->site, page);
	else if (page)
		tell_text(telling, history->site, page);
}

static int say_unknown(const struct invocation *invocation)
{
	const struct slice args[] = { slice_from(invocation->path) };
	struct output out;

	output_init(&out, STDERR_FILENO);
	say(&out, invocation->language, TEXT_LOG_UNKNOWN, args, 1);
	output_finish(&out);
	return EXIT_USE;
}

int command_history_log(const struct invocation *invocation)
{
	struct telling telling = { .invocation = invocation, .arena = arena_new() };
	struct build_options options = build_options_of(invocation);
	int status;

	options.told = tell;
	options.context = &telling;
	status = run_telling(invocation, &options);
	if (status == EXIT_GOOD && !telling.found)
		status = say_unknown(invocation);
	if (status == EXIT_GOOD && fd_write_all(STDOUT_FILENO, buffer_slice(&telling.out)) != 0)
		status = EXIT_SYSTEM;
	buffer_release(&telling.out);
	arena_free(telling.arena);
	return status;
}
