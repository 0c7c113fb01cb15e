#include "history/revision_facts.h"

#include <string.h>

#include "history/meaning.h"
#include "history/old_blob.h"
#include "parse/front_matter.h"
#include "parse/intake.h"

#define ACT_MAX ((size_t)4 << 20)

/* Where old texts are read from, and what is kept while they are compared. */
struct past {
	struct source *source;
	struct arena *scratch;
	struct diagnostics *unheard, *diagnostics;
};

/* A text of an act, as far as it was needed to say what it showed. */
struct old_text {
	bool readable;
	struct slice front_matter, body; /* body: empty where there is no text in it */
	const struct yaml_node *root;
	const struct md *md;   /* of the body, where it is at hand already */
	struct digest letters; /* of the body: zeros without one */
	struct act shown;      /* its stato, pubblicato_dal and pubblica_fino_al alone */
};

/*
 * The keys that decide whether a text was shown, and when; false where one can't be read: that text was never published,
 * and to take it for one without the key would publish a draft.
 */
static bool read_shown_keys(
    const struct key_reader *reader, const struct yaml_node *root, struct act *act)
{
	static const char *const names[] = { "stato", "pubblicato_dal", "pubblica_fino_al" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const struct yaml_node *value = yaml_get(root, names[i]);

		if (value)
			key_read(reader, key_find(&act_table, slice_from(names[i])), value, act);
	}
	return (act->state || !yaml_get(root, "stato")) &&
	       (date_known(act->published_since) || !yaml_get(root, "pubblicato_dal")) &&
	       (date_known(act->published_until) || !yaml_get(root, "pubblica_fino_al"));
}

/* Most corrections leave the keys alone: those of a neighbour with the same front matter are taken. */
static bool read_keys(const struct past *past, struct slice path, uint32_t line,
    const struct old_text *neighbour, struct old_text *old)
{
	struct key_reader reader = {
		.file = path, .arena = past->scratch, .diagnostics = past->unheard, .history = true
	};
	struct yaml_node *root;

	if (neighbour && neighbour->readable &&
	    slice_eq(neighbour->front_matter, old->front_matter)) {
		old->root = neighbour->root;
		old->shown = neighbour->shown;
		return true;
	}
	root = yaml_parse(old->front_matter, path, line, past->scratch, past->unheard);
	if (!root || root->kind != YAML_MAP)
		return false;
	reader.root = root;
	old->root = root;
	return read_shown_keys(&reader, root, &old->shown);
}

static void read_text(const struct past *past, const struct file_revision *revision,
    const struct old_text *neighbour, struct old_text *old)
{
	struct front_matter parts;
	struct slice bytes, text;

	if (old_blob_read(past->source, revision->oid, revision->path, ACT_MAX, past->scratch,
		&bytes, past->diagnostics) != 1 ||
	    text_intake(bytes, revision->path, past->scratch, past->unheard, &text) != 0 ||
	    front_matter_split(text, revision->path, past->unheard, &parts) != 0)
		return;
	old->front_matter = parts.yaml;
	if (!slice_empty(slice_trim(parts.body))) {
		old->body = parts.body;
		old->letters = letters_digest(parts.body);
	}
	old->readable = read_keys(past, revision->path, parts.yaml_line, neighbour, old);
}

/* Is it the very text that the site was loaded from, all of it at hand? Then nothing needs to be read. */
static bool is_current(const struct act *act, const struct file_revision *revision)
{
	const struct content_file *file = act ? act->file : NULL;

	return file && file->entry->has_oid && (file->body || !file->has_body) &&
	       memcmp(file->entry->oid, revision->oid, sizeof revision->oid) == 0;
}

static void take_current(const struct act *act, struct old_text *old)
{
	*old = (struct old_text){ .readable = true,
		.front_matter = act->file->front_matter,
		.md = act->file->body,
		.root = act->file->root,
		.letters = act->file->body_letters };
	old->shown.state = act->state;
	old->shown.published_since = act->published_since;
	old->shown.published_until = act->published_until;
}

/* Newest first, so that the text at hand is there for those that it may be compared with. */
static struct old_text *read_texts(
    const struct past *past, const struct act *current, const struct file_revisions *revisions)
{
	struct old_text *texts = ARENA_COUNT(past->scratch, struct old_text, revisions->count);
	const struct old_text *neighbour = NULL;

	for (size_t i = revisions->count; i-- > 0;) {
		if (!revisions->items[i].has_blob)
			continue;
		if (is_current(current, &revisions->items[i]))
			take_current(current, &texts[i]);
		else
			read_text(past, &revisions->items[i], neighbour, &texts[i]);
		neighbour = &texts[i];
	}
	return texts;
}

/* The keys' meaning in two texts: the same tree, or trees that say the same. */
static bool same_keys(const struct past *past, const struct old_text *a, const struct old_text *b)
{
	return a->root == b->root || digest_eq(meaning_of_keys(&act_table, a->root, past->scratch),
					 meaning_of_keys(&act_table, b->root, past->scratch));
}

/*
 * The text's meaning, among those of the same act. A body is parsed only where another one has the same letters and
 * digits: then white space may be all the difference.
 */
static struct digest meaning_among(
    const struct past *past, const struct old_text *texts, size_t count, size_t which)
{
	const struct old_text *text = &texts[which];
	const struct md *body = text->md;
	bool resembles = false;
	struct md md;

	for (size_t i = 0; i < count && !resembles; i++)
		resembles = i != which && texts[i].readable &&
			    digest_eq(texts[i].letters, text->letters) &&
			    same_keys(past, &texts[i], text);
	if (!resembles)
		return meaning_unlike(which);
	if (!body && !slice_empty(text->body) &&
	    md_parse(text->body, SLICE(""), 1, past->scratch, past->unheard, &md) == 0)
		body = &md;
	return meaning_of(meaning_of_keys(&act_table, text->root, past->scratch), body);
}

struct revision_facts *revision_facts_read(struct source *source, const struct act *current,
    const struct file_revisions *revisions, struct arena *scratch, struct diagnostics *unheard,
    struct diagnostics *diagnostics)
{
	const struct past past_in_hand = { source, scratch, unheard, diagnostics };
	const struct past *past = &past_in_hand;
	struct old_text *texts = read_texts(past, current, revisions);
	struct revision_facts *facts =
	    ARENA_COUNT(past->scratch, struct revision_facts, revisions->count);

	for (size_t i = 0; i < revisions->count; i++) {
		const struct act *shown = &texts[i].shown;
		bool hidden = shown->state == ACT_STATE_DRAFT || shown->state == ACT_STATE_REMOVED;

		facts[i].state = REVISION_HIDDEN;
		if (!revisions->items[i].has_blob)
			continue;
		facts[i].state = REVISION_UNUSABLE;
		if (!texts[i].readable)
			continue;
		facts[i] = (struct revision_facts){
			.state = hidden ? REVISION_HIDDEN : REVISION_PUBLISHED,
			.from = shown->published_since,
			.until = shown->published_until,
			.meaning = meaning_among(past, texts, revisions->count, i),
		};
	}
	return facts;
}
