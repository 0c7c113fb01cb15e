#include "check/pdf_pages.h"

#include "base/child.h"
#include "check/rule.h"

#define PDF_MAX ((size_t)50 << 20)

static const struct child_limits limits = {
	.seconds = 10, .memory = (size_t)1 << 30, .output = (size_t)1 << 16
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

static bool is_counted(const struct attachment *attachment)
{
	return attachment->pages > 0 && attachment->file &&
	       attachment->file->entry->size <= PDF_MAX && slice_ends(attachment->name, ".pdf");
}

static int check_pages(
    struct check *check, const struct act *act, const struct attachment *attachment)
{
	static const char *const pdfinfo[] = { "pdfinfo", "-", NULL };
	struct buffer facts = { 0 };
	struct slice bytes;
	uint32_t counted;

	if (source_read(check->site->source, attachment->file->entry, PDF_MAX, check->scratch,
		&bytes, check->diagnostics) != 0)
		return -1;
	counted = child_run(pdfinfo, bytes, &limits, &facts) == 0
		      ? pdf_pages_said(buffer_slice(&facts))
		      : 0;
	if (counted > 0 && counted != (uint32_t)attachment->pages)
		diag3(check->diagnostics, DIAG_ATTACHMENT_PAGES,
		    at_key(act->file, attachment->node, "pagine"), attachment->name,
		    shown_number(check, attachment->pages), shown_number(check, counted));
	buffer_release(&facts);
	return 0;
}

int check_pdf_pages(const struct site *site, struct diagnostics *diagnostics)
{
	struct check check = { site, diagnostics, arena_new() };
	int result = 0;

	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		for (size_t n = 0; n < act->attachments.count; n++) {
			if (is_counted(&act->attachments.items[n]))
				result |= check_pages(&check, act, &act->attachments.items[n]);
			arena_reset(check.scratch);
		}
	}
	arena_free(check.scratch);
	return result;
}
