#include "history/version_changes.h"

#include "history/meaning.h"
#include "model/file_form.h"

void version_changes(const struct old_text_reader *reader, struct old_text *before,
    struct old_text *after, struct arena *arena, struct changes *changes)
{
	const struct key_table *table = file_form(reader->kind)->table;
	struct digest before_keys = meaning_of_keys(table, before->root, reader->scratch);
	struct digest after_keys = meaning_of_keys(table, after->root, reader->scratch);

	if (!digest_eq(before->letters, after->letters) ||
	    !digest_eq(meaning_of(before_keys, old_text_tree(reader, before)),
		meaning_of(after_keys, old_text_tree(reader, after))))
		*ARENA_PUSH(arena, changes) = (struct change){ .verb = CHANGE_REPLACED,
			.place = CHANGE_OF_TEXT,
			.text = { .unit = TEXT_WHOLE } };
}

static bool is_of_attachments(const struct change *change)
{
	return change->key && slice_is(slice_from(change->key->name), "allegati");
}

static bool is_of_text(const struct change *change)
{
	return change->place == CHANGE_OF_TEXT || change->place == CHANGE_OF_UNREADABLE_TEXT;
}

enum change_kind version_change_kind(const struct changes *changes, enum change_kind declared)
{
	bool attachments = true, additions = true, few_words = true, data = true;

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		attachments = attachments && is_of_attachments(change);
		additions = additions && change->verb == CHANGE_ADDED;
		data = data && !is_of_text(change);
		few_words = few_words && is_of_text(change) && change->text.few_words;
	}
	return declared != KIND_NONE ? declared
	       : attachments         ? KIND_ATTACHMENT
	       : additions           ? KIND_ADDITION
	       : few_words           ? KIND_COPY
	       : data                ? KIND_DATA
				     : KIND_UPDATE;
}

bool version_owes_reason(const struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (is_of_text(&changes->items[i]) ||
		    slice_is(slice_from(changes->items[i].key->name), "votazioni"))
			return true;
	return false;
}
