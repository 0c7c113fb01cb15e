#include "history/old_blob.h"

int old_blob_read(struct source *source, const unsigned char oid[SOURCE_OID_SIZE],
    struct slice path, size_t limit, struct arena *arena, struct slice *bytes,
    struct diagnostics *diagnostics)
{
	struct diagnostics said;
	int result = 1;

	diagnostics_init(&said);
	if (source_read_blob(source, oid, path, limit, arena, bytes, &said) != 0)
		result = diagnostics_count(&said, LEVEL_FAILURE) > 0 ? -1 : 0;
	if (result < 0)
		diagnostics_merge(diagnostics, &said);
	diagnostics_release(&said);
	return result;
}
