#include "render/template_program.h"

#include <assert.h>

/* A section that runs, or, with a null value, a call. */
struct frame {
	size_t operation; /* of the section, or of the call */
	const void *value;
	size_t index, count;
};

struct run {
	const struct template *template;
	struct buffer *out;
	struct template_context data;
	struct frame frames[TEMPLATE_MAX_DEPTH];
	size_t depth;
	size_t at; /* the operation to run next */
};

static struct frame *push_frame(struct run *run)
{
	return run->depth < TEMPLATE_MAX_DEPTH ? &run->frames[run->depth++] : NULL;
}

static void write_value(struct run *run, const struct operation *operation)
{
	const struct template_provider *provider = run->template->provider;
	const void *value = provider->find(operation->reference, &run->data);

	if (value)
		provider->print(operation->reference, value, operation->escape, run->out);
}

/* How often the section shows; *value is what it is about. */
static size_t section_count(
    const struct run *run, const struct operation *operation, const void **value)
{
	const struct template_provider *provider = run->template->provider;

	*value = provider->find(operation->reference, &run->data);
	return *value ? provider->count(operation->reference, *value) : 0;
}

static void set_context(struct run *run, const struct operation *section, const struct frame *frame)
{
	if (section->opens)
		run->data.items[run->data.depth - 1] =
		    run->template->provider->item(section->reference, frame->value, frame->index);
}

static bool begin_section(struct run *run, const struct operation *operation)
{
	const void *value;
	size_t count = section_count(run, operation, &value);
	struct frame *frame;

	if (count == 0) {
		run->at = operation->target;
		return true;
	}
	frame = push_frame(run);
	if (!frame)
		return false;
	*frame = (struct frame){ .operation = run->at, .value = value, .count = count };
	run->data.depth += operation->opens;
	set_context(run, operation, frame);
	run->at++;
	return true;
}

static void end_section(struct run *run)
{
	struct frame *frame = &run->frames[run->depth - 1];
	const struct operation *section = &run->template->operations[frame->operation];

	if (++frame->index < frame->count) {
		set_context(run, section, frame);
		run->at = frame->operation + 1;
		return;
	}
	run->data.depth -= section->opens;
	run->depth--;
	run->at++;
}

static bool call(struct run *run, const struct operation *operation)
{
	struct frame *frame = push_frame(run);

	if (!frame)
		return false;
	*frame = (struct frame){ .operation = run->at };
	run->at = operation->target;
	return true;
}

/* A template that was run where it stands has no call to return to. */
static void end_call(struct run *run, const struct operation *operation)
{
	const struct operation *operations = run->template->operations;
	const struct frame *frame = run->depth ? &run->frames[run->depth - 1] : NULL;

	if (frame && !frame->value && operations[frame->operation].target == operation->target) {
		run->at = frame->operation;
		run->depth--;
	}
	run->at++;
}

static bool step(struct run *run)
{
	const struct operation *operation = &run->template->operations[run->at];
	const void *value;

	switch (operation->kind) {
	case OPERATION_SECTION: return begin_section(run, operation);
	case OPERATION_CALL: return call(run, operation);
	case OPERATION_END: end_section(run); return true;
	case OPERATION_RETURN: end_call(run, operation); return true;
	case OPERATION_INVERTED:
		run->at = section_count(run, operation, &value) ? operation->target : run->at + 1;
		return true;
	case OPERATION_TEXT: buffer_add(run->out, operation->text); break;
	case OPERATION_VALUE: write_value(run, operation); break;
	case OPERATION_BEGIN: break;
	}
	run->at++;
	return true;
}

bool template_run_whole(const struct template *template, const void *page, struct buffer *out)
{
	struct run run = { .template = template, .out = out };

	run.data.items[0] = page;
	run.data.depth = 1;
	while (run.at < template->count)
		if (!step(&run))
			return false;
	return true;
}

void template_run(const struct template *template, const void *page, struct buffer *out)
{
	bool whole = template_run_whole(template, page, out);

	assert(whole); /* the compiler has bounded the depth, and views do not recurse */
	(void)whole;
}
