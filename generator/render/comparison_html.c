#include "render/comparison_html.h"

#include "render/md_html_comparison.h"

struct html comparison_html(struct maker *maker, const struct content_file *file,
    const struct text_comparison *comparison, unsigned first_heading)
{
	struct md_html_options options = maker_comparison_options(maker, file, first_heading);

	return md_html_comparison(comparison, &options, maker->arena);
}
