#include "check/pdf_facts.h"

#include "base/child.h"
#include "base/workers.h"
#include "check/rule.h"

#define PDF_MAX ((size_t)50 << 20)

/* A text may be cut where this ends: there is one then. */
static const struct child_limits limits = {
	.seconds = 10, .memory = (size_t)1 << 30, .output = (size_t)1 << 16
};

struct pdf {
	const struct act *act;
	const struct attachment *attachment;
};

struct pdf_checks {
	ARRAY(struct pdf) pdfs;
	struct check *workers;
	struct diagnostics *lists; /* one a worker */
	int *results;              /* one a worker */
};

uint32_t pdf_pages_said(struct slice facts)
{
	struct slice line, value;
	uint32_t pages;

	while (slice_next_line(&facts, &line)) {
		if (!slice_starts(line, "Pages:"))
			continue;
		value = slice_trim(slice_from_index(line, sizeof "Pages:" - 1));
		if (slice_to_uint(value, UINT32_MAX, &pages))
			return pages;
	}
	return 0;
}

static void check_pages(struct check *check, const struct pdf *pdf, struct slice bytes)
{
	static const char *const pdfinfo[] = { "pdfinfo", "-", NULL };
	const struct attachment *attachment = pdf->attachment;
	struct buffer facts = { 0 };
	uint32_t counted = child_run(pdfinfo, bytes, &limits, &facts) == 0
			       ? pdf_pages_said(buffer_slice(&facts))
			       : 0;

	if (counted > 0 && counted != (uint32_t)attachment->pages)
		diag3(check->diagnostics, DIAG_ATTACHMENT_PAGES,
		    at_key(pdf->act->file, attachment->node, "pagine"), attachment->name,
		    shown_number(check, attachment->pages), shown_number(check, counted));
	buffer_release(&facts);
}

static void check_text(struct check *check, const struct pdf *pdf, struct slice bytes)
{
	static const char *const pdftotext[] = { "pdftotext", "-q", "-", "-", NULL };
	const struct attachment *attachment = pdf->attachment;
	struct buffer text = { 0 };

	if (child_run(pdftotext, bytes, &limits, &text) == 0 &&
	    slice_empty(slice_trim(buffer_slice(&text))))
		diag1(check->diagnostics, DIAG_ATTACHMENT_NO_TEXT,
		    at_key(pdf->act->file, attachment->node, "file"), attachment->name);
	buffer_release(&text);
}

static void check_pdf(void *context, unsigned worker, size_t job)
{
	struct pdf_checks *checks = context;
	struct check *check = &checks->workers[worker];
	const struct pdf *pdf = &checks->pdfs.items[job];
	struct slice bytes;

	if (source_read(check->site->source, pdf->attachment->file->entry, PDF_MAX, check->scratch,
		&bytes, check->diagnostics) == 0) {
		if (pdf->attachment->pages > 0)
			check_pages(check, pdf, bytes);
		if (pdf->attachment->accessible != YES_NO_NO)
			check_text(check, pdf, bytes);
	} else {
		checks->results[worker] = -1;
	}
	arena_reset(check->scratch);
}

static void find_pdfs(const struct site *site, struct arena *arena, struct pdf_checks *checks)
{
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		for (size_t n = 0; n < act->attachments.count; n++) {
			const struct attachment *each = &act->attachments.items[n];

			if (each->file && each->file->entry->size <= PDF_MAX &&
			    slice_ends(each->name, ".pdf"))
				*ARENA_PUSH(arena, &checks->pdfs) = (struct pdf){ act, each };
		}
	}
}

int check_pdf_facts(const struct site *site, unsigned workers, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct pdf_checks checks = {
		.workers = ARENA_COUNT(arena, struct check, workers),
		.lists = ARENA_COUNT(arena, struct diagnostics, workers),
		.results = ARENA_COUNT(arena, int, workers),
	};
	int result = 0;

	find_pdfs(site, arena, &checks);
	for (unsigned i = 0; i < workers; i++) {
		diagnostics_init(&checks.lists[i]);
		checks.workers[i] = (struct check){ site, &checks.lists[i], arena_new() };
	}
	workers_run(workers, checks.pdfs.count, check_pdf, &checks);
	for (unsigned i = 0; i < workers; i++) {
		diagnostics_merge(diagnostics, &checks.lists[i]);
		diagnostics_release(&checks.lists[i]);
		arena_free(checks.workers[i].scratch);
		result |= checks.results[i];
	}
	arena_free(arena);
	return result;
}
