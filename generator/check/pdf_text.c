#include "check/pdf_text.h"

#include <errno.h>

#include "base/child.h"

static const struct child_limits limits = {
	.seconds = 20, .memory = (size_t)1 << 30, .output = (size_t)64 << 20
};

enum pdf_answer pdf_text_read(void *context, struct slice pdf, struct buffer *text)
{
	/* As it is read, and in the order of the file: columns and tables part words differently. */
	static const char *const texts[][5] = { { "pdftotext", "-q", "-", "-" },
		{ "pdftotext", "-raw", "-", "-" } };
	static const char *const properties[][4] = { { "pdfinfo", "-custom", "-" },
		{ "pdfinfo", "-meta", "-" } };
	size_t begin = text->len;
	bool locked = false, empty;

	(void)context;
	for (size_t i = 0; i < sizeof texts / sizeof *texts && !locked; i++) {
		int status = child_run(texts[i], pdf, &limits, text);

		if (status < 0 && errno == ENOENT)
			return PDF_NO_READER;
		locked |= status != 0;
	}
	empty = slice_trim(slice_from_index(buffer_slice(text), begin)).len == 0;
	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
		child_run(properties[i], pdf, &limits, text);
	return locked ? PDF_LOCKED : empty ? PDF_NO_TEXT : PDF_READ;
}
