/* YAML: a tree within its limits, every node at a place of the file, or an error. */
#include "parse/yaml.h"
#include "target.h"

static void check_node(const struct yaml_node *node, unsigned depth, uint32_t lines)
{
	size_t count = 0;

	MUST(depth <= YAML_MAX_DEPTH, node->key);
	MUST(node->line >= 1 && node->line <= lines + 1 && node->column >= 1, node->text);
	MUST(node->kind != YAML_SCALAR || !node->first, node->text);
	for (const struct yaml_node *child = node->first; child; child = child->next, count++) {
		check_node(child, depth + 1, lines);
		if (node->kind == YAML_MAP)
			MUST(yaml_get(node, "") || child->key.len > 0, child->key);
	}
	MUST(count == node->count, node->key);
}

static uint32_t lines_of(struct slice text)
{
	struct slice line;
	uint32_t count = 0;

	while (slice_next_line(&text, &line))
		count++;
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct slice text;

	trial_begin(&trial, data, size);
	if (trial_text(&trial, &text)) {
		const struct yaml_node *root =
		    yaml_parse(text, trial.file, 1, trial.arena, &trial.diagnostics);

		MUST(root || trial_has_error(&trial), text);
		if (root) {
			MUST(root->kind != YAML_SCALAR, text);
			check_node(root, 0, lines_of(text));
		}
	}
	trial_end(&trial);
	return 0;
}
