#include "history/revision_facts.h"

#include "base/unicode.h"

/* The keys of an act that decide whether its text was shown, and when. */
static const char *const deciding[] = { "stato", "pubblicato_dal", "pubblica_fino_al" };

#define DECIDING_COUNT (sizeof deciding / sizeof deciding[0])

static bool is_deciding(struct slice name)
{
	for (size_t i = 0; i < DECIDING_COUNT; i++)
		if (slice_is(name, deciding[i]))
			return true;
	return false;
}

static bool reads_like_deciding(struct slice name, struct arena *scratch)
{
	struct slice names[DECIDING_COUNT];

	for (size_t i = 0; i < DECIDING_COUNT; i++)
		names[i] = slice_from(deciding[i]);
	return !slice_empty(nearest_word(name, names, DECIDING_COUNT, scratch));
}

/*
 * Is one of them written in a way that no table reads ("Stato"), or indented below another key? No site was built of such
 * a file, and who wrote it may have meant a draft.
 */
static bool is_misspelt(const struct yaml_node *root, struct arena *scratch)
{
	for (const struct yaml_node *key = root->first; key; key = key->next) {
		if (!key_find(&act_table, key->key) && reads_like_deciding(key->key, scratch))
			return true;
		if (key->kind != YAML_MAP)
			continue;
		for (const struct yaml_node *inner = key->first; inner; inner = inner->next)
			if (is_deciding(inner->key))
				return true;
	}
	return false;
}

/*
 * Reads those keys; false where one can't be read: that text was never published, and to take it for one without the key
 * would publish a draft.
 */
static bool read_shown_keys(
    const struct old_text_reader *reader, const struct yaml_node *root, struct act *act)
{
	struct key_reader keys = { .arena = reader->scratch,
		.diagnostics = reader->unheard,
		.root = root,
		.history = true };

	for (size_t i = 0; i < DECIDING_COUNT; i++) {
		const struct yaml_node *value = yaml_get(root, deciding[i]);

		if (value)
			key_read(&keys, key_find(&act_table, slice_from(deciding[i])), value, act);
	}
	return (act->state || !yaml_get(root, "stato")) &&
	       (date_known(act->published_since) || !yaml_get(root, "pubblicato_dal")) &&
	       (date_known(act->published_until) || !yaml_get(root, "pubblica_fino_al"));
}

static void read_act_facts(
    const struct old_text_reader *reader, const struct old_text *text, struct revision_facts *facts)
{
	struct act shown = { 0 };

	if (is_misspelt(text->root, reader->scratch) ||
	    !read_shown_keys(reader, text->root, &shown)) {
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
