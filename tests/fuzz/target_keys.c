/*
 * YAML through a key table: the first line names the table (KEY_TABLE), the rest is a mapping, or a list of them. What
 * is not right is an error today, and passed over without a word in an older version; nothing differs from itself.
 */
#include "history/key_changes.h"
#include "model/act.h"
#include "model/programme.h"
#include "target.h"

static const struct key_table *const tables[] = { &act_table, &meeting_table, &programme_table,
	&point_table, &progress_table, &report_table, &regulation_table, &page_table,
	&organisation_table, &person_table, &topic_table, &glossary_table, &event_table,
	&school_table, &legal_source_table, &body_table, &working_table_table, &settings_table,
	&redaction_table, &ceased_table, &public_note_table, &accepted_table };

static const struct key_table *table_named(struct slice name)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (slice_is(name, tables[i]->name))
			return tables[i];
	return NULL;
}

static void check_reference(void *context, const struct key *key, struct reference *reference)
{
	size_t *count = context;

	MUST(key->target > TARGET_NONE && key->target < TARGET_COUNT, reference->id);
	MUST(!reference->found, reference->id);
	*count += 1;
}

static void check_map(struct trial *trial, const struct key_table *table,
    const struct yaml_node *map, const struct yaml_node *root)
{
	struct text_links links = { 0 };
	struct key_reader reader = { .file = trial->file,
		.arena = trial->arena,
		.diagnostics = &trial->diagnostics,
		.root = root,
		.links = &links,
		.history = true };
	size_t count = 0, said = trial->diagnostics.list.count;
	struct changes changes = { 0 };
	void *object = arena_alloc(trial->arena, table->size);

	keys_read(&reader, table, map, object);
	keys_each_reference(table, object, check_reference, &count);
	MUST(trial->diagnostics.list.count == said, trial->bytes);
	key_changes(table, object, object, trial->arena, trial->arena, &changes);
	MUST(changes.count == 0, trial->bytes);

	object = arena_alloc(trial->arena, table->size);
	reader.history = false;
	if (!keys_read(&reader, table, map, object))
		MUST(trial_has_error(trial), trial->bytes);
	keys_each_reference(table, object, check_reference, &count);
}

static void check_root(
    struct trial *trial, const struct key_table *table, const struct yaml_node *root)
{
	if (root->kind == YAML_MAP)
		check_map(trial, table, root, root);
	else
		for (const struct yaml_node *item = root->first; item; item = item->next)
			check_map(trial, table, item, root);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	const struct key_table *table;
	const struct yaml_node *root;
	struct slice text, name;

	trial_begin(&trial, data, size);
	if (trial_text(&trial, &text) && slice_next_line(&text, &name) &&
	    (table = table_named(name))) {
		root = yaml_parse(text, trial.file, 2, trial.arena, &trial.diagnostics);
		if (root)
			check_root(&trial, table, root);
	}
	trial_end(&trial);
	return 0;
}
