#include "model/url.h"
#include "render/attachments.h"
#include "render/italiano.h"
#include "render/italiano_attachments.h"
#include "render/pages.h"

/*
 * /verifica/: is a file the one that this site publishes? The theme's verifica.js holds its SHA-256 against the table of
 * all published ones, which stands in the page itself: so it is of use without scripts, and read from a folder, too.
 */
struct verify_row {
	struct slice title, name, url, format, size;
	struct slice reference, act_url;
	struct digest_text digest;
};

struct verify_page {
	struct layout layout;
	struct slice
	    script_url; /* empty where the theme has none: then files are compared by hand */
	struct slice contacts_url;
	ARRAY(struct verify_row) rows;
};

static const struct view_field verify_row_fields[] = {
	VIEW_TEXT(struct verify_row, title, "titolo_file"),
	VIEW_TEXT(struct verify_row, name, "nome_file"),
	VIEW_URL(struct verify_row, url, "url"),
	VIEW_TEXT(struct verify_row, format, "formato"),
	VIEW_TEXT(struct verify_row, size, "dimensione"),
	VIEW_TEXT(struct verify_row, reference, "estremi"),
	VIEW_URL(struct verify_row, act_url, "url_atto"),
	VIEW_LIST(struct verify_row, digest, "impronta", struct slice, &view_text),
};
static const struct view verify_row_view =
    VIEW("file pubblicato", struct verify_row, verify_row_fields);

static const struct view_field verify_page_fields[] = {
	LAYOUT_FIELDS(struct verify_page),
	VIEW_URL(struct verify_page, script_url, "url_programma_di_verifica"),
	VIEW_URL(struct verify_page, contacts_url, "url_contatti"),
	VIEW_LIST(struct verify_page, rows, "pubblicati", struct verify_row, &verify_row_view),
};
static const struct view verify_page_view =
    VIEW("pagina verifica", struct verify_page, verify_page_fields);

static void plan_verify(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("verifica/"), NULL);
}

static void add_row(
    struct maker *maker, struct verify_page *page, const struct published_attachment *published)
{
	const struct attachment *attachment = published->attachment;
	struct arena *arena = maker->arena;
	struct verify_row *row = ARENA_PUSH(arena, &page->rows);

	*row = (struct verify_row){
		.title = attachment_title(attachment),
		.name = attachment->name,
		.url = maker_link(maker, url_attachment(published->act, attachment->name, arena)),
		.format = italian_attachment_format(attachment, arena),
		.size = italian_bytes(attachment->file->entry->size, arena),
		.reference = published->act->reference,
		.act_url = maker_link(maker, url_act(published->act)),
	};
	digest_text(published->digest, arena, &row->digest);
}

/* The newest act first, the attachments of each in its own order. */
static void add_rows(struct maker *maker, struct verify_page *page)
{
	const struct published_attachments *list = maker->renderer->attachments;

	for (size_t end = list ? list->count : 0, begin; end > 0; end = begin) {
		begin = end - 1;
		while (begin > 0 && list->items[begin - 1].act == list->items[end - 1].act)
			begin--;
		for (size_t i = begin; i < end; i++)
			add_row(maker, page, &list->items[i]);
	}
}

static void make_verify(struct maker *maker, const void *subject, void *values)
{
	const struct theme_file *script = theme_find(maker->renderer->theme, SLICE("verifica.js"));
	struct verify_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Verifica di un file"), NULL);
	page->layout.description =
	    SLICE("Come si controlla se un file è identico, byte per byte, a "
		  "quello pubblicato su questo sito.");
	page->contacts_url = maker_link(maker, SLICE("contatti/"));
	if (script)
		page->script_url = maker_link(maker, asset_path(script, maker->arena));
	add_rows(maker, page);
}

const struct page_kind verify_page_kind = {
	.template = "verifica",
	.view = &verify_page_view,
	.rank = RANK_LIST,
	.plan = plan_verify,
	.make = make_verify,
};
