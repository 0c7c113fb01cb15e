#include "check/taken_out.h"

#include "check/personal.h"
#include "parse/intake.h"

#define FILE_SIZE_MAX ((size_t)4 << 20)

struct kind {
	enum diag_id rule; /* that speaks of it in today's text */
	const char *name;
};
static const struct kind kinds[] = {
	[PERSONAL_TAX_CODE] = { DIAG_PERSONAL_TAX_CODE, DIAG_BOTH("codice fiscale", "tax code") },
	[PERSONAL_IBAN] = { DIAG_PERSONAL_IBAN, "IBAN" },
	[PERSONAL_PHONE] = { DIAG_PERSONAL_PHONE, DIAG_BOTH("telefono", "telephone") },
	[PERSONAL_EMAIL] = { DIAG_PERSONAL_EMAIL, DIAG_BOTH("posta elettronica", "e-mail") },
};

struct found {
	const struct content_file *file;
	enum personal_kind kind;
	struct date day;
};

struct worker {
	struct arena *scratch, *keep;
	struct diagnostics diagnostics;
	ARRAY(struct found) found;
};

struct taken_out {
	struct arena *arena;
	const struct site *site;
	struct history_listener listener;
	struct worker *workers;
	unsigned worker_count;
};

/* The details of one text, each in one form: letters and digits in lower case. */
struct details {
	struct slice text;
	struct arena *arena;
	ARRAY(struct detail {
		enum personal_kind kind;
		struct slice form;
	})
	list;
};

static void add_detail(void *context, enum personal_kind kind, size_t at, size_t length)
{
	struct details *details = context;
	char *form = arena_alloc(details->arena, length + 1);
	size_t len = 0;

	for (size_t i = at; i < at + length; i++)
		if (ascii_is_alnum(details->text.p[i]))
			form[len++] = ascii_lower(details->text.p[i]);
	*ARENA_PUSH(details->arena, &details->list) = (struct detail){ kind, { form, len } };
}

static bool has_detail(const struct details *details, const struct detail *wanted)
{
	for (size_t i = 0; i < details->list.count; i++)
		if (details->list.items[i].kind == wanted->kind &&
		    slice_eq(details->list.items[i].form, wanted->form))
			return true;
	return false;
}

/* What the file says today; nothing where it can't be read, of which others speak. */
static void read_today(const struct taken_out *taken_out, struct worker *worker,
    const struct content_file *file, struct details *today)
{
	struct diagnostics unheard;
	struct slice bytes;

	diagnostics_init(&unheard);
	if (source_read(taken_out->site->source, file->entry, FILE_SIZE_MAX, worker->scratch,
		&bytes, &worker->diagnostics) == 0 &&
	    text_intake(bytes, file->path, worker->scratch, &unheard, &today->text) == 0)
		personal_find(today->text, add_detail, today);
	diagnostics_release(&unheard);
}

static bool accepts(const struct yaml_node *root, enum diag_id rule)
{
	const struct yaml_node *list = yaml_get(root, "accettati");

	for (const struct yaml_node *entry = list ? list->first : NULL; entry;
	     entry = entry->next) {
		const struct yaml_node *named = yaml_get(entry, "regola");

		if (named && slice_is(named->text, diag_code(rule)))
			return true;
	}
	return false;
}

/* Versions of a file come from one worker, oldest first: the last one stays. */
static void note_found(
    struct worker *worker, const struct earlier_text *earlier, enum personal_kind kind)
{
	for (size_t i = worker->found.count;
	     i-- > 0 && worker->found.items[i].file == earlier->file;)
		if (worker->found.items[i].kind == kind) {
			worker->found.items[i].day = earlier->day;
			return;
		}
	*ARENA_PUSH(worker->keep, &worker->found) =
	    (struct found){ earlier->file, kind, earlier->day };
}

static enum earlier_content look_at(
    void *context, unsigned worker_number, const struct earlier_text *earlier)
{
	struct taken_out *taken_out = context;
	struct worker *worker = &taken_out->workers[worker_number];
	struct details today = { .arena = worker->scratch },
		       then = { .text = earlier->whole, .arena = worker->scratch };
	enum earlier_content content = EARLIER_TO_WATCH;

	/* Nearly all texts have none. */
	if (!personal_any(earlier->whole))
		return EARLIER_CLEAN;
	personal_find(then.text, add_detail, &then);
	read_today(taken_out, worker, earlier->file, &today);
	for (size_t i = 0; i < then.list.count; i++) {
		const struct detail *detail = &then.list.items[i];
		enum diag_id rule = kinds[detail->kind].rule;

		if (has_detail(&today, detail) || accepts(earlier->root, rule) ||
		    accepts(earlier->file->root, rule))
			continue;
		note_found(worker, earlier, detail->kind);
		content = EARLIER_SECRET;
	}
	arena_reset(worker->scratch);
	return content;
}

struct taken_out *taken_out_new(const struct site *site, unsigned workers)
{
	struct arena *arena = arena_new();
	struct taken_out *taken_out = ARENA_NEW(arena, struct taken_out);

	*taken_out = (struct taken_out){ .arena = arena,
		.site = site,
		.listener = { look_at, taken_out },
		.workers = ARENA_COUNT(arena, struct worker, workers),
		.worker_count = workers };
	for (unsigned i = 0; i < workers; i++) {
		taken_out->workers[i].scratch = arena_new();
		taken_out->workers[i].keep = arena_new();
		diagnostics_init(&taken_out->workers[i].diagnostics);
	}
	return taken_out;
}

const struct history_listener *taken_out_listener(const struct taken_out *taken_out)
{
	return &taken_out->listener;
}

static void report(
    const struct found *found, struct arena *scratch, struct diagnostics *diagnostics)
{
	struct slice day = arena_printf(
	    scratch, "%04d-%02d-%02d", found->day.year, found->day.month, found->day.day);

	diag3(diagnostics, DIAG_PERSONAL_TAKEN_OUT, position_file(found->file->path),
	    slice_from(kinds[found->kind].name), day, found->file->path);
}

void taken_out_end(struct taken_out *taken_out, struct diagnostics *diagnostics)
{
	for (unsigned i = 0; i < taken_out->worker_count; i++) {
		struct worker *worker = &taken_out->workers[i];

		for (size_t n = 0; n < worker->found.count; n++)
			report(&worker->found.items[n], worker->scratch, diagnostics);
		diagnostics_merge(diagnostics, &worker->diagnostics);
		diagnostics_release(&worker->diagnostics);
		arena_free(worker->scratch);
		arena_free(worker->keep);
	}
	arena_free(taken_out->arena);
}
