#include "history/old_text.h"

#include <string.h>

#include "base/buffer.h"
#include "history/old_blob.h"
#include "model/file_form.h"
#include "model/past.h"
#include "parse/front_matter.h"
#include "parse/intake.h"

#define MARKDOWN_MAX ((size_t)4 << 20)
#define YAML_MAX ((size_t)1 << 20)

/* Most corrections leave the keys alone: those of a neighbour with the same text are taken. */
static void read_root(const struct old_text_reader *reader, struct slice path, uint32_t line,
    const struct old_text *neighbour, struct old_text *old)
{
	if (neighbour && neighbour->readable && !slice_empty(old->front_matter) &&
	    slice_eq(neighbour->front_matter, old->front_matter)) {
		old->root = neighbour->root;
		old->keys = neighbour->keys;
	} else {
		old->root =
		    yaml_parse(old->front_matter, path, line, reader->scratch, reader->unheard);
	}
	old->readable = old->root && old->root->kind == YAML_MAP;
}

/* A body that the page does not show is as good as none: no comparison tells what it says. */
static void leave_out_unshown(const struct old_text_reader *reader, struct old_text *old)
{
	const struct yaml_node *shown = yaml_get(old->root, "testo");
	const struct word *word = word_find(act_text_words, ACT_TEXT_UNAVAILABLE);

	if (reader->kind != FILE_ACT || !shown || !slice_is(shown->text, word->name))
		return;
	old->body = SLICE("");
	old->tree = NULL;
}

static void read_from_blob(const struct old_text_reader *reader,
    const struct file_revision *revision, const struct old_text *neighbour, struct old_text *old)
{
	bool markdown = file_form(reader->kind)->markdown;
	struct front_matter parts = { .yaml_line = 1 };
	struct slice bytes;

	*old = (struct old_text){ 0 };
	if (old_blob_read(reader->site->source, revision->oid, revision->path,
		markdown ? MARKDOWN_MAX : YAML_MAX, reader->scratch, &bytes,
		reader->diagnostics) != 1 ||
	    text_intake(bytes, revision->path, reader->scratch, reader->unheard, &old->whole) != 0)
		return;
	if (!markdown)
		parts.yaml = old->whole;
	else if (front_matter_split(old->whole, revision->path, reader->unheard, &parts) != 0)
		return;
	old->front_matter = parts.yaml;
	if (markdown && !slice_empty(slice_trim(parts.body))) {
		old->body = parts.body;
		old->body_line = parts.body_line;
	}
	read_root(reader, revision->path, parts.yaml_line, neighbour, old);
}

/* Is it the very text that the site was loaded from, all of it at hand? Then nothing needs to be read. */
static bool is_today(const struct content_file *file, const struct file_revision *revision)
{
	return file && file->entry->has_oid && file->root && file->root->kind == YAML_MAP &&
	       (file->body || !file->has_body) &&
	       memcmp(file->entry->oid, revision->oid, sizeof revision->oid) == 0;
}

static void take_today(const struct content_file *file, struct old_text *old)
{
	*old = (struct old_text){ .readable = true,
		.front_matter = file->front_matter,
		.tree = file->body,
		.root = file->root };
}

void old_text_read(const struct old_text_reader *reader, const struct file_revision *revision,
    const struct old_text *neighbour, struct old_text *old)
{
	if (is_today(reader->today, revision))
		take_today(reader->today, old);
	else
		read_from_blob(reader, revision, neighbour, old);
	if (old->readable)
		leave_out_unshown(reader, old);
}

struct old_text *old_texts_read(
    const struct old_text_reader *reader, const struct file_revisions *revisions)
{
	struct old_text *texts = ARENA_COUNT(reader->scratch, struct old_text, revisions->count);
	const struct old_text *neighbour = NULL;

	for (size_t i = revisions->count; i-- > 0;) {
		if (!revisions->items[i].has_blob)
			continue;
		old_text_read(reader, &revisions->items[i], neighbour, &texts[i]);
		neighbour = &texts[i];
	}
	return texts;
}

static void *read_keys(const struct old_text_reader *reader, const struct yaml_node *root)
{
	void *keys = past_read(
	    reader->site, reader->kind, reader->folder, root, reader->scratch, reader->unheard);

	if (reader->act)
		past_forget_secret_voters(reader->act, keys);
	return keys;
}

const void *old_text_keys(const struct old_text_reader *reader, struct old_text *old)
{
	if (!old->keys)
		old->keys = read_keys(reader, old->root);
	return old->keys;
}

const struct md *old_text_tree(const struct old_text_reader *reader, struct old_text *old)
{
	struct md *tree;

	if (old->tree || old->refused || slice_empty(old->body))
		return old->tree;
	tree = ARENA_NEW(reader->scratch, struct md);
	old->refused = md_parse(old->body, SLICE(""), old->body_line, reader->scratch,
			   reader->unheard, tree) != 0;
	if (!old->refused)
		old->tree = tree;
	return old->tree;
}

struct slice old_text_unparsed(const struct old_text_reader *reader, const struct old_text *old)
{
	struct slice rest = old->refused ? old->body : SLICE(""), text;
	struct buffer kept = { 0 };
	size_t begin, end;

	while ((begin = slice_find(rest, "<!--")) != SLICE_NONE) {
		buffer_add(&kept, slice_sub(rest, 0, begin));
		rest = slice_from_index(rest, begin);
		end = slice_find(rest, "-->");
		rest = slice_from_index(rest, end == SLICE_NONE ? rest.len : end + 3);
	}
	buffer_add(&kept, rest);
	text = arena_slice(reader->scratch, buffer_slice(&kept));
	buffer_release(&kept);
	return text;
}
