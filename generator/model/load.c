#include "model/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "base/workers.h"
#include "model/file_form.h"
#include "parse/front_matter.h"
#include "parse/intake.h"

#define YAML_MAX ((size_t)1 << 20)
#define MARKDOWN_MAX ((size_t)4 << 20)

/*
 * Parsed bodies are kept for rendering while all Markdown of the site comes to no more than this, in bytes: a tree
 * takes about three times its text.
 */
#define KEEP_BODIES_MAX ((uint64_t)32 << 20)

/* Files that name things for others are read first: bodies give the initials that citations use. */
static bool is_read_first(enum file_kind kind)
{
	return kind < FILE_ACT;
}

/* What one worker has for itself. */
struct reader {
	struct arena *arena, *scratch;
	struct diagnostics diagnostics;
};

struct load {
	struct site *site;
	struct record *records; /* one a file */
	struct reader *readers;
	bool keep_bodies;
	bool first; /* the pass over files that are read first */
	const struct slice *initials;
	size_t initials_count;
};

static void read_accepted(struct key_reader *reader, struct content_file *file)
{
	const struct yaml_node *node =
	    file->root->kind == YAML_MAP ? yaml_get(file->root, "accettati") : NULL;

	if (!node)
		return;
	if (node->kind != YAML_LIST) {
		diag1(reader->diagnostics, DIAG_VALUE_NOT_LIST, yaml_position(node, file->path),
		    SLICE("accettati"));
		return;
	}
	for (const struct yaml_node *item = node->first; item; item = item->next)
		keys_read(
		    reader, &accepted_table, item, ARENA_PUSH(reader->arena, &file->accepted));
}

/* A register is a list, or a mapping {elenco, accettati}. */
static const struct yaml_node *register_list(
    const struct key_reader *reader, const struct yaml_node *root)
{
	const struct yaml_node *list = root;

	if (root->kind == YAML_MAP && root->count > 0) {
		list = yaml_get(root, "elenco");
		for (const struct yaml_node *key = root->first; key; key = key->next)
			if (!slice_is(key->key, "elenco") && !slice_is(key->key, "accettati"))
				diag3(reader->diagnostics, DIAG_KEY_UNKNOWN,
				    yaml_key_position(key, reader->file), key->key,
				    SLICE(DIAG_BOTH(
					"un file che è un elenco", "a file that is a list")),
				    SLICE("elenco, accettati"));
	} else if (root->kind == YAML_MAP) {
		return NULL; /* an empty file: an empty list */
	}
	if (list && list->kind != YAML_LIST) {
		diag1(reader->diagnostics, DIAG_VALUE_NOT_LIST, yaml_position(list, reader->file),
		    reader->file);
		return NULL;
	}
	return list;
}

static bool read_register(const struct key_reader *reader, const struct key_table *table,
    const struct yaml_node *root, struct record *record)
{
	const struct yaml_node *list = register_list(reader, root);
	bool good = true;

	if (!list)
		return root->kind == YAML_MAP;
	record->objects = arena_array(reader->arena, table->size, list->count);
	for (const struct yaml_node *item = list->first; item; item = item->next) {
		char *object = (char *)record->objects + table->size * record->count++;

		good = keys_read(reader, table, item, object) && good;
	}
	return good;
}

static void read_record(const struct key_reader *reader, const struct file_form *form,
    struct content_file *file, struct record *record)
{
	if (form->list) {
		file->unreadable = !read_register(reader, form->table, file->root, record);
		return;
	}
	record->objects = arena_alloc(reader->arena, form->table->size);
	record->count = 1;
	file->unreadable = !keys_read(reader, form->table, file->root, record->objects);
}

static void keep_outline(const struct load *load, struct arena *keep, struct arena *scratch,
    const struct md *md, struct content_file *file)
{
	struct md_outline outline = { 0 };
	struct md_citations citations = { 0 };

	md_outline(md, scratch, &outline);
	for (size_t i = 0; i < outline.headings.count; i++) {
		const struct md_outline_entry *entry = &outline.headings.items[i];

		*ARENA_PUSH(keep, &file->anchors) =
		    (struct body_anchor){ arena_slice(keep, entry->text),
			    arena_slice(keep, entry->anchor), entry->line, (uint8_t)entry->depth };
	}
	for (size_t i = 0; i < outline.points.count; i++) {
		const struct md_outline_entry *entry = &outline.points.items[i];

		*ARENA_PUSH(keep, &file->anchors) =
		    (struct body_anchor){ arena_slice(keep, entry->text),
			    arena_slice(keep, entry->anchor), entry->line, 0 };
	}
	text_links_add(md, true, keep, &file->links);
	md_citations(md, load->initials, load->initials_count, scratch, &citations);
	for (size_t i = 0; i < citations.list.count; i++) {
		const struct md_citation *each = &citations.list.items[i];
		struct body_citation *kept = ARENA_PUSH(keep, &file->citations);

		*kept = (struct body_citation){ each->line, arena_slice(keep, each->text),
			each->citation };
		kept->citation.sigla = arena_slice(keep, each->citation.sigla);
		kept->citation.suffix = arena_slice(keep, each->citation.suffix);
		kept->citation.article = arena_slice(keep, each->citation.article);
	}
}

/* Splits a Markdown file, checks its body and keeps its outline; false where there is no front matter. */
static bool read_markdown(const struct load *load, struct reader *worker, struct slice text,
    struct content_file *file, struct front_matter *parts)
{
	struct arena *arena = load->keep_bodies ? worker->arena : worker->scratch;
	struct md *md;

	if (front_matter_split(text, file->path, &worker->diagnostics, parts) != 0)
		return false;
	file->has_body = !slice_empty(slice_trim(parts->body));
	file->body_line = parts->body_line;
	if (!file->has_body)
		return true;
	md = ARENA_NEW(arena, struct md);
	if (md_parse(parts->body, file->path, parts->body_line, arena, &worker->diagnostics, md) !=
	    0) {
		file->unreadable = true;
		return true;
	}
	keep_outline(load, worker->arena, worker->scratch, md, file);
	if (load->keep_bodies)
		file->body = md;
	return true;
}

static void read_text_file(const struct load *load, struct reader *worker,
    const struct file_form *form, struct slice text, struct content_file *file,
    struct record *record)
{
	struct key_reader reader = {
		.file = file->path, .arena = worker->arena, .diagnostics = &worker->diagnostics
	};
	struct front_matter parts = { .yaml = text, .yaml_line = 1 };
	bool broken_body;

	/* The official text of a point is text alone. */
	if (!form->table) {
		parts = (struct front_matter){ .body = text, .body_line = 1 };
		file->has_body = true;
		file->body_line = 1;
		return;
	}
	if (form->markdown && !read_markdown(load, worker, text, file, &parts)) {
		file->unreadable = true;
		return;
	}
	broken_body = file->unreadable;
	file->root = yaml_parse(arena_slice(worker->arena, parts.yaml), file->path, parts.yaml_line,
	    worker->arena, &worker->diagnostics);
	if (!file->root) {
		file->unreadable = true;
		return;
	}
	reader.root = file->root;
	reader.links = &file->links;
	read_accepted(&reader, file);
	read_record(&reader, form, file, record);
	file->unreadable = file->unreadable || broken_body;
}

static void read_file(void *context, unsigned worker_number, size_t job)
{
	struct load *load = context;
	struct reader *worker = &load->readers[worker_number];
	struct content_file *file = &load->site->files.items[job];
	const struct file_form *form = file_form(file->kind);
	struct slice bytes, text;

	if (is_read_first(file->kind) != load->first || (!form->table && !form->markdown) ||
	    file->entry->kind != SOURCE_FILE || file->unreadable)
		return;
	if (source_read(load->site->source, file->entry, form->markdown ? MARKDOWN_MAX : YAML_MAX,
		worker->scratch, &bytes, &worker->diagnostics) != 0 ||
	    text_intake(bytes, file->path, worker->scratch, &worker->diagnostics, &text) != 0)
		file->unreadable = true;
	else
		read_text_file(load, worker, form, text, file, &load->records[job]);
	arena_reset(worker->scratch);
}

/* Files and folders whose names begin with a dot are the tools' business, not content. */
static bool is_hidden(struct slice path)
{
	return slice_find(path, "/.") != SLICE_NONE;
}

static void place_files(struct site *site, struct diagnostics *diagnostics)
{
	size_t count;
	const struct source_entry *entries = source_entries(site->source, &count);

	for (size_t i = 0; i < count; i++) {
		struct content_file file = { .path = entries[i].path, .entry = &entries[i] };
		bool misnamed;

		if (is_hidden(file.path))
			continue;
		file.kind = file_kind_of(file.path, &file, &misnamed);
		if (misnamed) {
			diag1(diagnostics, DIAG_FILE_MISNAMED, position_file(file.path),
			    slice_from(file_name_rule(file.kind)));
			file.unreadable = true;
		} else if (file.kind == FILE_UNKNOWN) {
			struct slice meant = file_root_suggestion(file.path, site->arena);

			diag1(diagnostics, DIAG_PLACE_UNKNOWN, position_file(file.path),
			    slice_empty(meant)
				? meant
				: arena_printf(site->arena, "Forse «%.*s»?", SLICE_ARGS(meant)));
		}
		*ARENA_PUSH(site->arena, &site->files) = file;
	}
	for (size_t i = 0; i < site->files.count; i++)
		map_put(&site->files_by_path, site->arena, site->files.items[i].path,
		    &site->files.items[i]);
}

/* The initials of all bodies' acts, for finding citations. */
static void collect_initials(struct load *load)
{
	ARRAY(struct slice) initials = { 0 };

	for (size_t i = 0; i < load->site->files.count; i++) {
		const struct body *body = load->records[i].objects;

		if (load->site->files.items[i].kind != FILE_BODY || !body || !body->initials)
			continue;
		for (int type = 1; type < ACT_TYPE_COUNT; type++)
			if (!slice_empty(body->initials->of_type[type]))
				*ARENA_PUSH(load->site->arena, &initials) =
				    body->initials->of_type[type];
	}
	load->initials = initials.items;
	load->initials_count = initials.count;
	load->site->initials = initials.items;
	load->site->initials_count = initials.count;
}

static uint64_t markdown_size(const struct site *site)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < site->files.count; i++)
		if (file_form(site->files.items[i].kind)->markdown)
			sum += site->files.items[i].entry->size;
	return sum;
}

struct site *site_load(
    struct source *source, const struct site_options *options, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct site *site = ARENA_NEW(arena, struct site);
	struct load load = { .site = site };

	*site = (struct site){ .arena = arena,
		.workers = options->workers,
		.source = source,
		.today = options->today,
		.drafts = options->drafts };
	place_files(site, diagnostics);
	load.records = ARENA_COUNT(arena, struct record, site->files.count);
	load.readers = ARENA_COUNT(arena, struct reader, site->workers);
	site->worker_arenas = ARENA_COUNT(arena, struct arena *, site->workers);
	for (unsigned i = 0; i < site->workers; i++) {
		site->worker_arenas[i] = arena_new();
		load.readers[i] =
		    (struct reader){ .arena = site->worker_arenas[i], .scratch = arena_new() };
		diagnostics_init(&load.readers[i].diagnostics);
	}
	load.keep_bodies = markdown_size(site) <= KEEP_BODIES_MAX;
	load.first = true;
	workers_run(site->workers, site->files.count, read_file, &load);
	collect_initials(&load);
	load.first = false;
	workers_run(site->workers, site->files.count, read_file, &load);
	for (unsigned i = 0; i < site->workers; i++) {
		diagnostics_merge(diagnostics, &load.readers[i].diagnostics);
		diagnostics_release(&load.readers[i].diagnostics);
		arena_free(load.readers[i].scratch);
	}
	site_gather(site, load.records, diagnostics);
	return site;
}

void site_free(struct site *site)
{
	if (!site)
		return;
	for (unsigned i = 0; i < site->workers; i++)
		arena_free(site->worker_arenas[i]);
	arena_free(site->arena);
}
