/* git's commits and trees from their raw bytes: all parts lie in them. */
#include "source/object.h"
#include "target.h"

static void check_commit(struct slice bytes)
{
	struct raw_commit commit;

	if (commit_parse(bytes, &commit))
		MUST(lies_in(commit.message, bytes) && commit.time >= 0, bytes);
}

static void check_tree(struct slice bytes)
{
	struct slice rest = bytes;
	struct tree_entry entry, before = { 0 };
	size_t taken = 0;
	bool first = true;

	for (; tree_next(&rest, &entry) == 1; before = entry, first = false) {
		taken += entry.raw.len;
		MUST(lies_in(entry.raw, bytes) && lies_in(entry.name, entry.raw), bytes);
		MUST(entry.name.len > 0 && taken + rest.len == bytes.len, bytes);
		MUST(tree_order(&entry, &entry) == 0, bytes);
		if (!first)
			MUST((tree_order(&before, &entry) < 0) == (tree_order(&entry, &before) > 0),
			    bytes);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice bytes = { (const char *)data, size };

	check_commit(bytes);
	check_tree(bytes);
	return 0;
}
