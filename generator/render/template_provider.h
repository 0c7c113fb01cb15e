/*
 * What stands between the template engine and the data: names are resolved once, at compile time,
 * to references of the provider's own, and looked up through them at run time. Static views
 * (render/view.h) are the provider of the program; a second one, over the JSON of the Mustache
 * specification, is in the tests.
 *
 * A context is what a section has opened: at compile time its type, at run time a pointer to its
 * data. Both stacks have the page itself at 0 and grow together.
 */
#ifndef ZONALE_RENDER_TEMPLATE_PROVIDER_H
#define ZONALE_RENDER_TEMPLATE_PROVIDER_H

#include "render/template.h"

enum escape {
	ESCAPE_NONE,
	ESCAPE_TEXT,
	ESCAPE_ATTRIBUTE,
	ESCAPE_URL,      /* a whole URL in an attribute */
	ESCAPE_URL_PART, /* a segment, a query's value or a fragment, behind a URL that has begun */
	ESCAPE_JSON,     /* in a script element */
};

struct template_context {
	const void *items[TEMPLATE_MAX_DEPTH + 1];
	size_t depth;
};

struct template_provider {
	/*
	 * Takes what the specification takes: unknown names and missing partials are empty,
	 * recursion runs, text directly in a parent is ignored, and every value goes anywhere,
	 * escaped as text.
	 */
	bool lax;

	/* The reference for a name, dotted or "."; null after reporting an error at `at`. */
	const void *(*resolve)(const struct template_context *types, struct slice name,
	    struct position at, struct arena *arena, struct diagnostics *diagnostics);
	enum view_kind (*kind)(const void *reference);
	/* The type of the context that a section of it opens; null where it opens none. */
	const void *(*opens)(const void *reference);

	/* The value; null where it is absent. */
	const void *(*find)(const void *reference, const struct template_context *data);
	/* How often a section shows, and the context for the index-th time. `value` is not null. */
	size_t (*count)(const void *reference, const void *value);
	const void *(*item)(const void *reference, const void *value, size_t index);
	void (*print)(
	    const void *reference, const void *value, enum escape escape, struct buffer *out);
};

/* template_compile with another provider; `type` is what its resolve finds as the page's type. */
const struct template *template_compile_for(const struct template_provider *provider,
    const void *type, const struct template_set *set, struct slice name, struct arena *arena,
    struct diagnostics *diagnostics);

/*
 * template_run that says whether all was written: false where a lax provider's recursion went
 * deeper than TEMPLATE_MAX_DEPTH. `page` is not null.
 */
bool template_run_whole(const struct template *template, const void *page, struct buffer *out);

/* The provider of static views; types are struct view. */
extern const struct template_provider template_views;

/* Appends the text through the escaper. */
void template_escape(struct buffer *out, enum escape escape, struct slice text);

#endif
