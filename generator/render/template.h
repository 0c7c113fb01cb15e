/*
 * Templates: Mustache (specification 1.4, with the optional inheritance module) compiled against a
 * view and then run.
 *
 *   {{name}}               a value, escaped for its place; {{a.b}} goes through objects
 *   {{{name}}} {{&name}}   html, and nothing else
 *   {{#name}}..{{/name}}   a section; {{^name}}..{{/name}} its contrary (see render/view.h)
 *   {{! comment }}         nothing
 *   {{>name}}              another template of the theme, in the context of this place
 *   {{<name}}{{$block}}..{{/block}}{{/name}}   the same, with its {{$block}}..{{/block}} replaced
 *   {{=<% %>=}}            other delimiters until the end of the file
 *
 * A tag alone on its line takes the line with it; {{>name}} and {{<name}} alone on their line
 * indent all lines of what they bring (empty ones stay empty). Partials, parents and blocks are
 * compiled at their place, so a name is resolved in the views that are open there: what reaches it
 * from where is known before the first page is made. A template that includes itself is an error,
 * as are: a name that no open view has, a template that is missing, a value in a place where no
 * escaper makes it safe (an unquoted attribute, a tag's or attribute's name, script, style, an
 * event handler, a comment), html in an attribute, text at the beginning of a URL, a section that
 * begins in one place of the HTML and ends in another. All errors of a template are reported.
 *
 * A compiled template is const: workers share it. Running it allocates nothing but the output.
 */
#ifndef ZONALE_RENDER_TEMPLATE_H
#define ZONALE_RENDER_TEMPLATE_H

#include "base/diag.h"
#include "render/view.h"

/* Sections, partials, parents and blocks that may be open at once. */
#define TEMPLATE_MAX_DEPTH 32

struct template;

struct template_text {
	struct slice
	    name; /* as in {{>name}}: the file's path below the theme without ".mustache" */
	struct slice file; /* as named to its author */
	struct slice text;
};

/* Where templates come from; theme_templates (render/theme.h) gives it. Names are unique. */
struct template_set {
	const struct template_text *items;
	size_t count;
};

/*
 * Compiles the template for pages that the view describes. Returns null after at least one error
 * was reported. The template lives in the arena and borrows nothing but the view.
 */
const struct template *template_compile(const struct template_set *set, struct slice name,
    const struct view *view, struct arena *arena, struct diagnostics *diagnostics);

/* Appends the page to out; `page` is the struct that the view describes. */
void template_run(const struct template *template, const void *page, struct buffer *out);

#endif
