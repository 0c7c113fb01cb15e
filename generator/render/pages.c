#include "render/pages.h"

const struct page_kind *const page_kinds[] = {
	&acts_page_kind,
	&error_page_kind,
};
const size_t page_kind_count = sizeof page_kinds / sizeof page_kinds[0];
