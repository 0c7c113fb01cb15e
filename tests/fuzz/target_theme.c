/* theme.yaml, in a theme that has nothing else. */
#include "render/theme.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	const struct theme *theme;

	trial_begin(&trial, data, size);
	trial_write("theme.yaml", trial.bytes);
	theme = theme_open_dir(trial_folder(), trial.arena, &trial.diagnostics);
	MUST(theme || trial_has_error(&trial), trial.bytes);
	if (theme)
		MUST(theme_name(theme).len > 0 && theme_version(theme).len > 0, trial.bytes);
	trial_end(&trial);
	return 0;
}
