/* Templates, one behind the other with a NUL between: refused with an error, or run to an end. */
#include "../unit/template_sample.h"
#include "render/template_provider.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[SAMPLE_TEMPLATES] = { "pagina", "a", "b", "c", "d" };
	struct trial trial;
	struct template_text texts[SAMPLE_TEMPLATES];
	struct template_set set = { texts, 0 };
	const struct template *template;
	struct slice rest;
	bool more = true;

	trial_begin(&trial, data, size);
	for (rest = trial.bytes; more && set.count < SAMPLE_TEMPLATES; set.count++) {
		struct template_text *each = &texts[set.count];

		each->name = each->file = slice_from(names[set.count]);
		more = slice_cut(rest, '\0', &each->text, &rest);
	}
	template =
	    template_compile(&set, SLICE("pagina"), &sample_view, trial.arena, &trial.diagnostics);
	MUST(template != NULL || trial_has_error(&trial), trial.bytes);
	if (template) {
		struct sample page = sample_page(trial.arena);
		struct buffer out = { 0 };

		MUST(template_run_whole(template, &page, &out), trial.bytes);
		buffer_release(&out);
	}
	trial_end(&trial);
	return 0;
}
