#include "history/revision_facts.h"

/*
 * The keys that decide whether a text was shown, and when; false where one can't be read: that text was never published,
 * and to take it for one without the key would publish a draft.
 */
static bool read_shown_keys(
    const struct old_text_reader *reader, const struct yaml_node *root, struct act *act)
{
	static const char *const names[] = { "stato", "pubblicato_dal", "pubblica_fino_al" };
	struct key_reader keys = { .arena = reader->scratch,
		.diagnostics = reader->unheard,
		.root = root,
		.history = true };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const struct yaml_node *value = yaml_get(root, names[i]);

		if (value)
			key_read(&keys, key_find(&act_table, slice_from(names[i])), value, act);
	}
	return (act->state || !yaml_get(root, "stato")) &&
	       (date_known(act->published_since) || !yaml_get(root, "pubblicato_dal")) &&
	       (date_known(act->published_until) || !yaml_get(root, "pubblica_fino_al"));
}

static void read_act_facts(
    const struct old_text_reader *reader, const struct old_text *text, struct revision_facts *facts)
{
	struct act shown = { 0 };

	if (!read_shown_keys(reader, text->root, &shown)) {
		facts->state = REVISION_UNUSABLE;
		return;
	}
	facts->from = shown.published_since;
	facts->until = shown.published_until;
	if (shown.state == ACT_STATE_DRAFT || shown.state == ACT_STATE_REMOVED)
		facts->state = REVISION_HIDDEN;
}

struct revision_facts *revision_facts_read(const struct old_text_reader *reader,
    const struct file_revisions *revisions, const struct old_text *texts)
{
	struct revision_facts *facts =
	    ARENA_COUNT(reader->scratch, struct revision_facts, revisions->count);

	for (size_t i = 0; i < revisions->count; i++) {
		facts[i].state = REVISION_HIDDEN;
		if (!revisions->items[i].has_blob)
			continue;
		facts[i].state = texts[i].readable ? REVISION_PUBLISHED : REVISION_UNUSABLE;
		if (texts[i].readable && reader->kind == FILE_ACT)
			read_act_facts(reader, &texts[i], &facts[i]);
	}
	return facts;
}
