#include "render/pages.h"

const struct page_kind *const page_kinds[] = {
	&home_page_kind,
	&acts_page_kind,
	&act_page_kind,
	&chronology_page_kind,
	&redirect_page_kind,
	&redirect_lines_page_kind,
	&archive_page_kind,
	&news_page_kind,
	&meetings_page_kind,
	&meeting_page_kind,
	&conference_page_kind,
	&bodies_page_kind,
	&body_page_kind,
	&municipalities_page_kind,
	&municipality_page_kind,
	&people_page_kind,
	&tables_page_kind,
	&table_page_kind,
	&norms_page_kind,
	&glossary_page_kind,
	&schools_page_kind,
	&text_page_kind,
	&map_page_kind,
	&error_page_kind,
};
const size_t page_kind_count = sizeof page_kinds / sizeof page_kinds[0];
