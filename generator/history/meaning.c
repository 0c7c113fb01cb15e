#include "history/meaning.h"

#include <stdlib.h>

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

static void add_mark(struct digest_state *state, unsigned char mark)
{
	digest_add(state, (struct slice){ (const char *)&mark, 1 });
}

/* Runs of white space count as one blank, at the ends as none. */
static void add_text(struct digest_state *state, struct slice text)
{
	bool blank = false, begun = false;

	for (size_t i = 0; i < text.len; i++) {
		if (ascii_is_space(text.p[i])) {
			blank = begun;
			continue;
		}
		if (blank)
			digest_add(state, SLICE(" "));
		digest_add(state, slice_sub(text, i, i + 1));
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

static bool has_meaning(const struct key_table *table, struct slice name)
{
	const struct key *row = table ? key_find(table, name) : NULL;

	if (table && (slice_is(name, "accettati") || slice_is(name, "stato")))
		return false;
	return !row || !row->no_meaning;
}

static void add_node(struct digest_state *state, const struct yaml_node *node,
    const struct key_table *table, struct arena *scratch);

static void add_map(struct digest_state *state, const struct yaml_node *map,
    const struct key_table *table, struct arena *scratch)
{
	const struct yaml_node **children =
	    ARENA_COUNT(scratch, const struct yaml_node *, map->count + 1);
	size_t count = 0;

	for (const struct yaml_node *child = map->first; child; child = child->next)
		if (has_meaning(table, child->key))
			children[count++] = child;
	qsort(children, count, sizeof *children, by_key);
	for (size_t i = 0; i < count; i++) {
		add_mark(state, MARK_KEY);
		digest_add(state, children[i]->key);
		add_node(state, children[i], NULL, scratch);
	}
}

static void add_node(struct digest_state *state, const struct yaml_node *node,
    const struct key_table *table, struct arena *scratch)
{
	if (node->kind == YAML_SCALAR) {
		add_mark(state, MARK_SCALAR);
		add_text(state, node->text);
		return;
	}
	add_mark(state, node->kind == YAML_LIST ? MARK_LIST : MARK_MAP);
	if (node->kind == YAML_MAP)
		add_map(state, node, table, scratch);
	else
		for (const struct yaml_node *item = node->first; item; item = item->next)
			add_node(state, item, NULL, scratch);
	add_mark(state, MARK_END);
}

/* Text and line breaks run together: where a paragraph is broken into lines says nothing. */
static void add_markdown(struct digest_state *state, const struct md *md)
{
	for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) {
		const struct md_node *node = &md->nodes[walk.node];

		if (node->kind == MD_SOFT_BREAK) {
			if (walk.entering)
				digest_add(state, SLICE(" "));
		} else if (node->kind == MD_TEXT) {
			if (walk.entering)
				digest_add(state, node->text);
		} else if (walk.entering) {
			add_mark(state, MARK_NODE);
			add_mark(state, (unsigned char)(node->kind + 32));
			add_mark(state, (unsigned char)(node->level + 32));
			digest_add(state, node->text);
			if (node->kind == MD_LINK || node->kind == MD_IMAGE ||
			    node->kind == MD_CODE_BLOCK) {
				add_mark(state, MARK_KEY);
				digest_add(state, node->extra);
			}
		} else {
			add_mark(state, MARK_LEAVE);
		}
	}
}

struct digest meaning_of(const struct key_table *table, const struct yaml_node *root,
    const struct md *md, struct arena *scratch)
{
	struct digest_state state;

	digest_start(&state);
	add_node(&state, root, table, scratch);
	if (md)
		add_markdown(&state, md);
	return digest_finish(&state);
}
