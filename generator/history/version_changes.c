#include "history/version_changes.h"

#include "history/key_changes.h"
#include "history/text_comparison.h"
#include "history/unseen_acts.h"
#include "model/file_form.h"

/* One of them can't be parsed: that they are not the same, letter by letter, is all there is to say. */
static void add_unreadable(const struct old_text *before, const struct old_text *after,
    struct arena *arena, struct changes *changes)
{
	if (before->refused && after->refused && slice_eq(before->body, after->body))
		return;
	*ARENA_PUSH(arena, changes) =
	    (struct change){ .verb = CHANGE_REPLACED, .place = CHANGE_OF_UNREADABLE_TEXT };
}

/* Trees take many times the room of their texts: those of larger ones are made again for each comparison. */
#define KEPT_TREE_TEXT_MAX ((size_t)32 << 10)

static const struct md *tree_of(
    const struct old_text_reader *reader, struct old_text *text, struct arena *once)
{
	struct old_text_reader aside = *reader;
	struct old_text copy = *text;
	const struct md *tree;

	if (text->body.len <= KEPT_TREE_TEXT_MAX)
		return old_text_tree(reader, text);
	aside.scratch = once;
	tree = old_text_tree(&aside, &copy);
	text->refused = copy.refused;
	return tree;
}

static void compare_texts(const struct old_text_reader *reader, struct old_text *before,
    struct old_text *after, struct arena *once, struct arena *arena, struct changes *changes)
{
	struct text_comparison comparison;
	const struct md *old = tree_of(reader, before, once), *new = tree_of(reader, after, once);

	if (before->refused || after->refused) {
		add_unreadable(before, after, arena, changes);
		return;
	}
	text_compare(old, new, once, once, &comparison);
	text_changes(&comparison, arena, changes);
}

static void add_text(const struct old_text_reader *reader, struct old_text *before,
    struct old_text *after, struct arena *arena, struct changes *changes)
{
	struct arena *once;

	if (slice_eq(before->body, after->body) && !slice_empty(before->body))
		return;
	once = arena_new();
	compare_texts(reader, before, after, once, arena, changes);
	arena_free(once);
}

/* Of what no table reads nobody knows what it is. */
static bool has_unread(const struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].place == CHANGE_OF_UNKNOWN_KEY)
			return true;
	return false;
}

bool version_changes(const struct old_text_reader *reader, struct old_text *before,
    struct old_text *after, struct arena *arena, struct changes *changes)
{
	const struct file_form *form = file_form(reader->kind);
	bool whole = true;

	if (before->root != after->root)
		key_changes(form->table, old_text_keys(reader, before),
		    old_text_keys(reader, after), arena, reader->scratch, changes);
	whole = !leave_out_unseen_acts(reader->site, reader->today, reader->scratch, changes) &&
		!has_unread(changes);
	if (form->markdown)
		add_text(reader, before, after, arena, changes);
	return whole;
}

static bool is_of_key(const struct change *change, const char *name)
{
	return change->key && slice_is(slice_from(change->key->name), name);
}

static bool is_of_text(const struct change *change)
{
	return change->place == CHANGE_OF_TEXT || change->place == CHANGE_OF_UNREADABLE_TEXT;
}

/* What it says was fixed once: it changes only because it had been written down wrongly. */
static bool is_record(enum file_kind file)
{
	return file == FILE_ACT || file == FILE_REGULATION || file == FILE_PROGRESS;
}

enum change_kind version_change_kind(
    enum file_kind file, const struct changes *changes, enum change_kind declared)
{
	bool attachments = true, additions = true, few_words = true, data = true, of_page = true;

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		attachments = attachments && is_of_key(change, "allegati");
		additions = additions && change->verb == CHANGE_ADDED;
		data = data && !is_of_text(change);
		few_words = few_words && is_of_text(change) && change->text.few_words;
		of_page = of_page && change->key && change->key->of_page;
	}
	return declared != KIND_NONE ? declared
	       : attachments         ? KIND_ATTACHMENT
	       : additions           ? KIND_ADDITION
	       : !is_record(file)    ? KIND_UPDATE
	       : few_words           ? KIND_COPY
	       : data && !of_page    ? KIND_DATA
				     : KIND_UPDATE;
}

bool version_owes_reason(const struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (is_of_text(&changes->items[i]) || is_of_key(&changes->items[i], "votazioni"))
			return true;
	return false;
}
