#include "template_sample.h"

#include "render/html_raw.h"
#include "reported.h"

static const struct view sample_item_view;

static const struct view_field sample_item_fields[] = {
	VIEW_TEXT(struct sample_item, name, "nome"),
	VIEW_TEXT(struct sample_item, title, "titolo"),
	VIEW_URL(struct sample_item, url, "url"),
	VIEW_FLAG(struct sample_item, last, "ultimo"),
	VIEW_OBJECT(struct sample_item, next, "prossimo", struct sample_item, &sample_item_view),
	VIEW_LIST(struct sample_item, labels, "etichette", struct slice, &view_text),
};

static const struct view sample_item_view = VIEW("voce", struct sample_item, sample_item_fields);

static const struct view_field sample_fields[] = {
	VIEW_TEXT(struct sample, title, "titolo"),
	VIEW_TEXT(struct sample, empty, "vuoto"),
	VIEW_URL(struct sample, url, "url"),
	VIEW_ID(struct sample, id, "id"),
	VIEW_JSON(struct sample, json, "json"),
	VIEW_HTML(struct sample, html, "html"),
	VIEW_HTML(struct sample, no_html, "niente_html"),
	VIEW_DATE(struct sample, day, "giorno"),
	VIEW_DATE(struct sample, month, "mese"),
	VIEW_DATE(struct sample, no_day, "niente_giorno"),
	VIEW_FLAG(struct sample, yes, "si"),
	VIEW_FLAG(struct sample, no, "no"),
	VIEW_NUMBER(struct sample, negative, "negativo"),
	VIEW_NUMBER(struct sample, number, "numero"),
	VIEW_NUMBER(struct sample, zero, "zero"),
	VIEW_LIST(struct sample, items, "voci", struct sample_item, &sample_item_view),
	VIEW_LIST(struct sample, nothing, "niente", struct sample_item, &sample_item_view),
	VIEW_LIST(struct sample, labels, "etichette", struct slice, &view_text),
	VIEW_OBJECT(struct sample, head, "capo", struct sample_item, &sample_item_view),
	VIEW_OBJECT(struct sample, absent, "assente", struct sample_item, &sample_item_view),
};

const struct view sample_view = VIEW("campione", struct sample, sample_fields);

struct sample sample_page(struct arena *arena)
{
	struct sample page = {
		.title = SLICE("Titolo"),
		.url = SLICE("../a/?b=1&c=2"),
		.id = SLICE("dczi-1"),
		.json = SLICE("{\"a\":\"</script>&\xE2\x80\xA8\"}"),
		.html = html_from_markup(SLICE("<b>x</b>")),
		.day = { 2031, 4, 15 },
		.month = { 2031, 4, 0 },
		.yes = true,
		.negative = -3,
		.number = 7,
	};
	struct sample_item *items = ARENA_COUNT(arena, struct sample_item, 2);

	items[0] =
	    (struct sample_item){ .name = SLICE("uno"), .url = SLICE("1/"), .next = &items[1] };
	*ARENA_PUSH(arena, &items[0].labels) = SLICE("a");
	*ARENA_PUSH(arena, &items[0].labels) = SLICE("b");
	items[1] = (struct sample_item){ .name = SLICE("due"), .title = SLICE("T2"), .last = true };
	page.items.items = items;
	page.items.count = page.items.cap = 2;
	*ARENA_PUSH(arena, &page.labels) = SLICE("x");
	*ARENA_PUSH(arena, &page.labels) = SLICE("<y>");
	page.head = &items[0];
	return page;
}

const struct template *sample_compile(
    const struct sample_templates *templates, struct arena *arena, struct diagnostics *diagnostics)
{
	static const char *const names[SAMPLE_TEMPLATES] = { "pagina", "a", "b", "c", "d" };
	struct template_text texts[SAMPLE_TEMPLATES];
	struct template_set set = { texts, 0 };

	for (size_t i = 0; i < SAMPLE_TEMPLATES; i++)
		if (templates->texts[i])
			texts[set.count++] = (struct template_text){ slice_from(names[i]),
				slice_from(names[i]), slice_from(templates->texts[i]) };
	return template_compile(&set, SLICE("pagina"), &sample_view, arena, diagnostics);
}

const char *sample_run(
    const struct sample_templates *templates, const struct sample *sample, struct arena *arena)
{
	struct diagnostics diagnostics;
	const struct template *template;
	struct buffer out = { 0 };
	const char *result;

	diagnostics_init(&diagnostics);
	template = sample_compile(templates, arena, &diagnostics);
	if (template)
		template_run(template, sample, &out);
	diagnostics_sort(&diagnostics);
	result = template && diagnostics.list.count == 0
		     ? arena_cstr(arena, buffer_slice(&out))
		     : arena_printf(arena, "! %s", reported(&diagnostics, arena)).p;
	buffer_release(&out);
	diagnostics_release(&diagnostics);
	return result;
}
