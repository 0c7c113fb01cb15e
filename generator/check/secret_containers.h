/* What lies packed inside other bytes: PDF, ZIP and what is made of it, gzip, texts in PNG, signed files. */
#ifndef ZONALE_CHECK_SECRET_CONTAINERS_H
#define ZONALE_CHECK_SECRET_CONTAINERS_H

#include "check/secret_search.h"

/* One thing that lay inside, and the one enum secret_way by which it did; 0: it was in pieces. */
typedef void secret_part(void *context, struct slice bytes, unsigned way);

struct secret_opener {
	secret_part *part;
	void *context;
	pdf_reader *read_pdf; /* may be null */
	void *pdf_context;
	size_t budget; /* so many bytes may still be unpacked */
};

/* Shows all that lies directly in the bytes. Returns enum secret_gap as bits. */
unsigned secret_open(struct secret_opener *opener, struct slice bytes);

#endif
