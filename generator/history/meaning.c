#include "history/meaning.h"

#include <stdlib.h>
#include <string.h>

/* Marks between the parts of what is digested: bytes that no text may hold (parse/intake.h). */
enum mark {
	MARK_KEY = 1,
	MARK_SCALAR,
	MARK_LIST,
	MARK_MAP,
	MARK_END,
	MARK_NODE,
	MARK_LEAVE,
};

/* What is digested goes through a few bytes at a time: a call for each would cost more than its work. */
struct feed {
	struct digest_state state;
	size_t len;
	char pending[512];
};

static void flush(struct feed *feed)
{
	digest_add(&feed->state, (struct slice){ feed->pending, feed->len });
	feed->len = 0;
}

static void add_byte(struct feed *feed, char byte)
{
	if (feed->len == sizeof feed->pending)
		flush(feed);
	feed->pending[feed->len++] = byte;
}

static void add_bytes(struct feed *feed, struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		add_byte(feed, text.p[i]);
}

static struct digest finish(struct feed *feed)
{
	flush(feed);
	return digest_finish(&feed->state);
}

/* Runs of white space count as one blank, at the ends as none. */
static void add_text(struct feed *feed, struct slice text)
{
	bool blank = false, begun = false;

	for (size_t i = 0; i < text.len; i++) {
		if (ascii_is_space(text.p[i])) {
			blank = begun;
			continue;
		}
		if (blank)
			add_byte(feed, ' ');
		add_byte(feed, text.p[i]);
		blank = false;
		begun = true;
	}
}

static int by_key(const void *left, const void *right)
{
	const struct yaml_node *a = *(const struct yaml_node *const *)left;
	const struct yaml_node *b = *(const struct yaml_node *const *)right;

	return slice_cmp(a->key, b->key);
}

/* A key left without a value, and an empty list or group, say what a key that is not there says. */
static bool is_empty(const struct yaml_node *value)
{
	return value->kind == YAML_SCALAR ? slice_empty(slice_trim(value->text)) : !value->count;
}

static bool has_meaning(const struct key_table *table, const struct yaml_node *value)
{
	const struct key *row = table ? key_find(table, value->key) : NULL;

	return !is_empty(value) && !(table && slice_is(value->key, "accettati")) &&
	       !(row && row->no_meaning);
}

static void add_node(struct feed *feed, const struct yaml_node *node, const struct key_table *table,
    struct arena *scratch);

static void add_map(struct feed *feed, const struct yaml_node *map, const struct key_table *table,
    struct arena *scratch)
{
	const struct yaml_node **children =
	    ARENA_COUNT(scratch, const struct yaml_node *, map->count + 1);
	size_t count = 0;

	for (const struct yaml_node *child = map->first; child; child = child->next)
		if (has_meaning(table, child))
			children[count++] = child;
	qsort(children, count, sizeof *children, by_key);
	for (size_t i = 0; i < count; i++) {
		add_byte(feed, MARK_KEY);
		add_bytes(feed, children[i]->key);
		add_node(feed, children[i], NULL, scratch);
	}
}

static void add_node(struct feed *feed, const struct yaml_node *node, const struct key_table *table,
    struct arena *scratch)
{
	if (node->kind == YAML_SCALAR) {
		add_byte(feed, MARK_SCALAR);
		add_text(feed, node->text);
		return;
	}
	add_byte(feed, node->kind == YAML_LIST ? MARK_LIST : MARK_MAP);
	if (node->kind == YAML_MAP)
		add_map(feed, node, table, scratch);
	else
		for (const struct yaml_node *item = node->first; item; item = item->next)
			add_node(feed, item, NULL, scratch);
	add_byte(feed, MARK_END);
}

/* Text and line breaks run together: where a paragraph is broken into lines says nothing. */
static void add_markdown(struct feed *feed, const struct md *md)
{
	for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];

		if (node->kind == MD_SOFT_BREAK) {
			if (walk.entering)
				add_byte(feed, ' ');
		} else if (node->kind == MD_TEXT) {
			if (walk.entering)
				add_bytes(feed, node->text);
		} else if (walk.entering) {
			add_byte(feed, MARK_NODE);
			add_byte(feed, (char)(node->kind + 32));
			add_byte(feed, (char)(node->level + 32));
			add_bytes(feed, node->text);
			if (node->kind == MD_LINK || node->kind == MD_IMAGE ||
			    node->kind == MD_CODE_BLOCK) {
				add_byte(feed, MARK_KEY);
				add_bytes(feed, node->extra);
			}
		} else {
			add_byte(feed, MARK_LEAVE);
		}
	}
}

struct digest meaning_of_keys(
    const struct key_table *table, const struct yaml_node *root, struct arena *scratch)
{
	struct feed feed = { .len = 0 };

	digest_start(&feed.state);
	add_node(&feed, root, table, scratch);
	return finish(&feed);
}

struct digest meaning_of(struct digest keys, const struct md *md)
{
	struct feed feed = { .len = 0 };

	digest_start(&feed.state);
	add_bytes(&feed, (struct slice){ (const char *)keys.bytes, sizeof keys.bytes });
	if (md)
		add_markdown(&feed, md);
	return finish(&feed);
}

struct digest meaning_unlike(size_t number)
{
	struct digest digest = { { 0 } };

	/* Nobody has found a text whose SHA-256 is mostly zeros. */
	memcpy(digest.bytes, &number, sizeof number);
	return digest;
}
