#include "render/italiano.h"
#include "render/layout.h"
#include "render/pages.h"

/*
 * Pages of content/pagine, and those that every site must have: contacts, legal notes, privacy, accessibility. What
 * sito.yaml says of them stands on them as facts, beside the text of content/pagine where there is one (design 4.3);
 * what is not given is said to be missing.
 */
struct duty {
	const char *path, *title;
	void (*add_facts)(struct maker *maker, const struct settings *settings, void *page);
};

struct page_subject {
	const struct page *page; /* null: only what sito.yaml says */
	const struct duty *duty; /* null: a page of content/pagine like any other */
};

struct text_page {
	struct layout layout;
	struct html text;
	ARRAY(struct fact_row) facts;
};

static const struct view_field text_page_fields[] = {
	LAYOUT_FIELDS(struct text_page),
	VIEW_HTML(struct text_page, text, "testo"),
	VIEW_LIST(struct text_page, facts, "dati", struct fact_row, &fact_row_view),
};
static const struct view text_page_view = VIEW("pagina", struct text_page, text_page_fields);

static void add_fact(
    struct maker *maker, void *values, const char *name, struct slice value, struct slice url)
{
	struct text_page *page = values;

	*ARENA_PUSH(maker->arena, &page->facts) = (struct fact_row){ slice_from(name), value, url };
}

static struct slice mail_url(struct maker *maker, struct slice address)
{
	return slice_empty(address)
		   ? address
		   : arena_printf(maker->arena, "mailto:%.*s", SLICE_ARGS(address));
}

static void add_contacts(struct maker *maker, const struct settings *settings, void *page)
{
	const struct contacts none = { 0 };
	const struct contacts *contacts = settings->contacts ? settings->contacts : &none;

	add_fact(maker, page, "Ufficio", contacts->office, SLICE(""));
	add_fact(maker, page, "E-mail", contacts->email, mail_url(maker, contacts->email));
	add_fact(maker, page, "PEC", contacts->certified_email,
	    mail_url(maker, contacts->certified_email));
	add_fact(maker, page, "Telefono", contacts->phone, SLICE(""));
	add_fact(maker, page, "Indirizzo", contacts->address, SLICE(""));
}

static void add_legal_facts(struct maker *maker, const struct settings *settings, void *page)
{
	const struct site_links none = { 0 };
	const struct site_links *links = settings->links ? settings->links : &none;

	add_fact(maker, page, "Licenza dei contenuti", settings->licence, SLICE(""));
	add_fact(maker, page, "Albo pretorio online",
	    slice_empty(links->notice_board) ? SLICE("") : SLICE("Vai all'albo pretorio"),
	    links->notice_board);
	add_fact(maker, page, "Amministrazione trasparente",
	    slice_empty(links->transparency) ? SLICE("") : SLICE("Vai alla sezione"),
	    links->transparency);
}

static void add_privacy_facts(struct maker *maker, const struct settings *settings, void *page)
{
	const struct contacts *contacts = settings->contacts;
	const struct site_links *links = settings->links;
	bool notice = links && !slice_empty(links->privacy);

	add_fact(maker, page, "Responsabile della protezione dei dati",
	    contacts ? contacts->data_protection_officer : SLICE(""), SLICE(""));
	add_fact(maker, page, "Informativa del Comune",
	    notice ? SLICE("Leggi l'informativa") : SLICE(""), notice ? links->privacy : SLICE(""));
}

static void add_accessibility_facts(
    struct maker *maker, const struct settings *settings, void *page)
{
	bool given = settings->accessibility != NULL;

	add_fact(maker, page, "Dichiarazione di accessibilità",
	    given ? SLICE("Leggi la dichiarazione") : SLICE(""),
	    given ? settings->accessibility->declaration_url : SLICE(""));
}

static const struct duty duties[] = {
	{ "contatti/", "Contatti", add_contacts },
	{ "note-legali/", "Note legali", add_legal_facts },
	{ "privacy/", "Privacy", add_privacy_facts },
	{ "accessibilita/", "Accessibilità", add_accessibility_facts },
};

static const struct duty *duty_at(struct slice path)
{
	for (size_t i = 0; i < sizeof duties / sizeof duties[0]; i++)
		if (slice_is(path, duties[i].path))
			return &duties[i];
	return NULL;
}

static void plan_page(struct plan *plan, const struct page_kind *kind, struct slice path,
    const struct page *page, const struct duty *duty)
{
	struct page_subject *subject = ARENA_NEW(plan->arena, struct page_subject);

	*subject = (struct page_subject){ page, duty };
	plan_add(plan, kind, path, subject);
}

static void plan_pages(struct plan *plan, const struct page_kind *kind)
{
	bool have[sizeof duties / sizeof duties[0]] = { false };

	for (size_t i = 0; i < plan->site->pages.count; i++) {
		const struct page *page = plan->site->pages.items[i];
		struct slice path = url_page(page, plan->arena);
		const struct duty *duty = duty_at(path);

		if (duty)
			have[duty - duties] = true;
		plan_page(plan, kind, path, page, duty);
	}
	for (size_t i = 0; i < sizeof duties / sizeof duties[0]; i++)
		if (!have[i])
			plan_page(plan, kind, slice_from(duties[i].path), NULL, &duties[i]);
}

static void make_page(struct maker *maker, const void *subject, void *values)
{
	const struct page_subject *of = subject;
	struct text_page *page = values;
	struct md md;

	layout_begin(
	    maker, &page->layout, of->page ? of->page->title : slice_from(of->duty->title), NULL);
	if (of->page) {
		page->layout.description = of->page->description;
		if (maker_body(maker, of->page->file, &md))
			page->text = maker_body_html(maker, of->page->file, &md, 2);
	}
	if (of->duty)
		of->duty->add_facts(maker, &maker->site->settings, page);
}

const struct page_kind text_page_kind = {
	.template = "testo",
	.view = &text_page_view,
	.rank = RANK_PAGE,
	.plan = plan_pages,
	.make = make_page,
};
