/* Attachments: what kind they are, and personal data in them, by their bytes alone. */
#include "check/personal.h"
#include "check/sniff.h"
#include "target.h"

struct finds {
	struct slice text;
	size_t behind, count;
};

static void take_find(void *context, enum personal_kind kind, size_t at, size_t length)
{
	struct finds *finds = context;

	(void)kind;
	MUST(at >= finds->behind && length > 0, finds->text);
	MUST(at <= finds->text.len && length <= finds->text.len - at, finds->text);
	finds->behind = at + length;
	finds->count++;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const extensions[] = { "pdf", "p7m", "png", "jpg", "ods", "odt", "csv",
		"txt", "xml", "json" };
	struct trial trial;
	struct finds finds;
	struct slice masked;

	trial_begin(&trial, data, size);
	MUST(content_name(content_sniff(trial.bytes)) != NULL, SLICE(""));
	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
		if (content_fits(slice_from(extensions[i]), trial.bytes))
			MUST(content_sniff(trial.bytes) != CONTENT_ACTIVE, trial.bytes);
	finds = (struct finds){ .text = trial.bytes };
	personal_find(trial.bytes, take_find, &finds);
	MUST(personal_any(trial.bytes) == (finds.count > 0), trial.bytes);
	masked = personal_masked(trial.bytes, trial.arena);
	MUST(finds.count > 0 || slice_eq(masked, trial.bytes), masked);
	trial_end(&trial);
	return 0;
}
