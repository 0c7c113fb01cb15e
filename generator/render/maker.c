#include "render/maker.h"

#include "model/cite.h"
#include "model/target.h"
#include "parse/front_matter.h"
#include "parse/intake.h"
#include "render/italiano.h"
#include "render/md_html.h"

#define BODY_MAX ((size_t)4 << 20)

static const struct theme_file *style_of(const struct theme *theme)
{
	return theme_find(theme, SLICE("stile.css"));
}

bool renderer_open(struct renderer *renderer, const struct site *site,
    const struct site_history *history, const struct theme *theme, enum link_style links,
    struct arena *arena, struct diagnostics *diagnostics)
{
	const struct theme_file *style = style_of(theme);
	bool good = true;

	*renderer = (struct renderer){ .site = site,
		.history = history,
		.theme = theme,
		.links = links,
		.acronyms = site ? acronyms_open(site, arena) : NULL,
		.templates = ARENA_COUNT(arena, const struct template *, page_kind_count),
		.style_path = style ? asset_path(style, arena) : SLICE("") };
	for (size_t i = 0; i < page_kind_count; i++) {
		renderer->templates[i] = template_compile(theme_templates(theme),
		    slice_from(page_kinds[i]->template), page_kinds[i]->view, arena, diagnostics);
		good = good && renderer->templates[i];
	}
	return good;
}

static const struct template *template_of(
    const struct renderer *renderer, const struct page_kind *kind)
{
	for (size_t i = 0; i < page_kind_count; i++)
		if (page_kinds[i] == kind)
			return renderer->templates[i];
	return NULL;
}

void maker_open(struct maker *maker, const struct renderer *renderer)
{
	*maker =
	    (struct maker){ .renderer = renderer, .site = renderer->site, .arena = arena_new() };
	diagnostics_init(&maker->unheard);
	diagnostics_init(&maker->failures);
}

void maker_close(struct maker *maker, struct diagnostics *diagnostics)
{
	diagnostics_merge(diagnostics, &maker->failures);
	diagnostics_release(&maker->failures);
	diagnostics_release(&maker->unheard);
	arena_free(maker->arena);
	buffer_release(&maker->out);
}

struct slice page_render(struct maker *maker, const struct planned_page *page)
{
	void *values;

	arena_reset(maker->arena);
	diagnostics_clear(&maker->unheard);
	values = arena_alloc(maker->arena, page->kind->view->size);
	maker->path = page->path;
	maker->texts = maker->tables = 0;
	maker->explained = NULL;
	maker->absolute = slice_ends(page->path, ".html");
	page->kind->make(maker, page->subject, values);
	buffer_clear(&maker->out);
	template_run(template_of(maker->renderer, page->kind), values, &maker->out);
	return buffer_slice(&maker->out);
}

struct slice maker_link(const struct maker *maker, struct slice path)
{
	if (maker->absolute)
		return url_absolute(maker->site, path, maker->arena);
	return url_relative(maker->path, path, maker->renderer->links, maker->arena);
}

bool maker_body(struct maker *maker, const struct content_file *file, struct md *md)
{
	struct front_matter parts;
	struct slice bytes, text;

	if (file->body) {
		*md = *file->body;
		return true;
	}
	if (!file->has_body ||
	    source_read(maker->site->source, file->entry, BODY_MAX, maker->arena, &bytes,
		&maker->failures) != 0 ||
	    text_intake(bytes, file->path, maker->arena, &maker->unheard, &text) != 0)
		return false;
	if (file->kind == FILE_POINT_TEXT)
		return md_parse(text, file->path, 1, maker->arena, &maker->unheard, md) == 0;
	return front_matter_split(text, file->path, &maker->unheard, &parts) == 0 &&
	       md_parse(
		   parts.body, file->path, parts.body_line, maker->arena, &maker->unheard, md) == 0;
}

/* What the callbacks of md_html need to know of the text in hand. */
struct text_in_hand {
	struct maker *maker;
	const struct content_file *file;  /* null for a text of a key */
	const struct md_outline *outline; /* of a text that once stood in the file; else null */
};

static bool resolve_citation(void *context, const struct citation *citation, struct slice *url)
{
	const struct text_in_hand *text = context;
	struct cited cited = site_cited(text->maker->site, citation);

	if (cited.ambiguous)
		return false;
	if (cited.act) {
		if (cited.act->visibility == VISIBILITY_NOWHERE ||
		    (text->file && cited.act->file == text->file))
			return false;
		*url = maker_link(text->maker, url_act(cited.act));
		return true;
	}
	*url = cited.source && !slice_empty(cited.source->url)
		   ? cited.source->url
		   : citation_normattiva(citation, text->maker->arena);
	return !slice_empty(*url);
}

static bool has_anchor(const struct md_outline *outline, struct slice anchor)
{
	for (size_t i = 0; i < outline->headings.count; i++)
		if (slice_eq(outline->headings.items[i].anchor, anchor))
			return true;
	for (size_t i = 0; i < outline->points.count; i++)
		if (slice_eq(outline->points.items[i].anchor, anchor))
			return true;
	return false;
}

static bool resolve_link(void *context, struct slice target, struct slice *url)
{
	const struct text_in_hand *text = context;
	struct slice path;

	if (text->outline && slice_starts(target, "#")) {
		*url = target;
		return has_anchor(text->outline, slice_from_index(target, 1));
	}
	switch (
	    site_link_target(text->maker->site, text->file, target, text->maker->arena, &path)) {
	case TARGET_INSIDE: *url = maker_link(text->maker, path); return true;
	case TARGET_OUTSIDE: *url = target; return true;
	case TARGET_BROKEN: break;
	}
	*url = target;
	return !text->outline;
}

static struct slice glossary_url(void *context, const struct glossary_entry *entry)
{
	const struct text_in_hand *text = context;

	return maker_link(text->maker, url_glossary_entry(entry, text->maker->arena));
}

/*
 * Not in the glossary itself, in what a page once read, or in a point's official text: that is shown as it was handed
 * in.
 */
static bool is_explained(const struct text_in_hand *text)
{
	return !text->outline && !(text->file && text->file->kind == FILE_POINT_TEXT) &&
	       !slice_is(text->maker->path, "glossario/");
}

/* Acts and regulations as they are today are cited point by point; what is superseded should not be. */
static bool is_cited_by_point(const struct text_in_hand *text)
{
	return !text->outline && text->file &&
	       (text->file->kind == FILE_ACT || text->file->kind == FILE_REGULATION);
}

/* The text must outlive the options. */
static struct md_html_options options_for(
    struct text_in_hand *text, unsigned first_heading, struct slice id_prefix)
{
	struct maker *maker = text->maker;
	const struct acronyms *acronyms = is_explained(text) ? maker->renderer->acronyms : NULL;

	if (acronyms && !maker->explained)
		maker->explained = ARENA_COUNT(maker->arena, bool, acronyms_count(acronyms) + 1);
	return (struct md_html_options){ .acronyms = acronyms,
		.explained = maker->explained,
		.glossary_url = glossary_url,
		.first_heading = first_heading,
		.id_prefix = id_prefix,
		.resolve_link = resolve_link,
		.resolve_citation = resolve_citation,
		.context = text,
		.sigle = maker->site->initials,
		.sigle_count = maker->site->initials_count,
		.notes_title = SLICE(ITALIAN_NOTES),
		.back_label = SLICE(ITALIAN_BACK_TO_TEXT),
		.table_label = SLICE(ITALIAN_TABLE),
		.point_label = is_cited_by_point(text) ? SLICE(ITALIAN_LINK_TO_POINT) : SLICE(""),
		.tables = &maker->tables };
}

static struct html text_to_html(
    struct text_in_hand *text, const struct md *md, unsigned first_heading, struct slice id_prefix)
{
	struct md_html_options options = options_for(text, first_heading, id_prefix);

	return md_html(md, 0, &options, text->maker->arena);
}

struct md_html_options maker_comparison_options(
    struct maker *maker, const struct content_file *file, unsigned first_heading)
{
	struct text_in_hand *text = ARENA_NEW(maker->arena, struct text_in_hand);

	*text = (struct text_in_hand){ maker, file, ARENA_NEW(maker->arena, struct md_outline) };
	return options_for(text, first_heading, SLICE(""));
}

static struct html md_to_html(struct maker *maker, const struct content_file *file,
    const struct md *md, unsigned first_heading, struct slice id_prefix)
{
	struct text_in_hand text = { .maker = maker, .file = file };

	return text_to_html(&text, md, first_heading, id_prefix);
}

struct html maker_old_body_html(struct maker *maker, const struct content_file *file,
    const struct md *md, unsigned first_heading)
{
	struct md_outline outline;
	struct text_in_hand text = { maker, file, &outline };

	md_outline(md, maker->arena, &outline);
	return text_to_html(&text, md, first_heading, SLICE(""));
}

struct html maker_body_html(struct maker *maker, const struct content_file *file,
    const struct md *md, unsigned first_heading)
{
	return md_to_html(maker, file, md, first_heading, SLICE(""));
}

struct html maker_markdown(struct maker *maker, struct slice text)
{
	struct md md;

	if (slice_empty(text) ||
	    md_parse(text, SLICE(""), 1, maker->arena, &maker->unheard, &md) != 0)
		return HTML_EMPTY;
	return md_to_html(
	    maker, NULL, &md, 3, arena_printf(maker->arena, "testo-%u-", ++maker->texts));
}

struct html maker_official_text(
    struct maker *maker, const struct point *point, unsigned first_heading)
{
	struct md md;

	if (!point->official_text || !maker_body(maker, point->official_text, &md))
		return HTML_EMPTY;
	return md_to_html(maker, point->official_text, &md, first_heading,
	    arena_printf(maker->arena, "punto-%d-", point->number));
}
