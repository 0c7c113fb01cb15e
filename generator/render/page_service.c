#include "base/unicode.h"
#include "render/italiano.h"
#include "render/italiano_articles.h"
#include "render/layout.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * The pages that every site must have: contacts, legal notes, privacy, accessibility, how the site works. What is true
 * of every such site stands in their templates, what only the organisation can say comes from sito.yaml and from a page
 * of content/pagine with the same name, whose text comes first. What it has not said is said to be missing, and who
 * must give it.
 */
struct status_row {
	struct slice name, meaning,
	    url; /* url: of the list of such acts; empty where there is none */
};

struct service_page {
	struct layout layout;
	struct html text;
	struct slice owner, of_owner, to_owner; /* "il Comune di Alfa", with prepositions */
	struct slice owner_url;                 /* may be empty, as all that follows */
	struct slice office, email, certified_email, phone, address;
	struct slice write_to; /* where reports go: the e-mail address, else the certified one */
	struct slice controller, officer, officer_url;
	struct slice licence;
	struct slice report_url; /* of the part of the contacts where personal data are reported */
	struct slice transparency_url, notice_board_url, privacy_url, declaration_url;
	bool reachable;    /* there is at least one way to turn to the office */
	bool open_licence; /* CC BY 4.0 */
	ARRAY(struct status_row) statuses;
};

static const struct view_field status_row_fields[] = {
	VIEW_TEXT(struct status_row, name, "nome"),
	VIEW_TEXT(struct status_row, meaning, "significato"),
	VIEW_URL(struct status_row, url, "url"),
};
static const struct view status_row_view =
    VIEW("stato registrato", struct status_row, status_row_fields);

static const struct view_field service_page_fields[] = {
	LAYOUT_FIELDS(struct service_page),
	VIEW_HTML(struct service_page, text, "testo"),
	VIEW_TEXT(struct service_page, owner, "ente"),
	VIEW_TEXT(struct service_page, of_owner, "dell_ente"),
	VIEW_TEXT(struct service_page, to_owner, "all_ente"),
	VIEW_URL(struct service_page, owner_url, "url_ente"),
	VIEW_TEXT(struct service_page, office, "ufficio"),
	VIEW_TEXT(struct service_page, email, "email"),
	VIEW_TEXT(struct service_page, certified_email, "pec"),
	VIEW_TEXT(struct service_page, phone, "telefono"),
	VIEW_TEXT(struct service_page, address, "indirizzo"),
	VIEW_TEXT(struct service_page, write_to, "scrivere_a"),
	VIEW_TEXT(struct service_page, controller, "titolare"),
	VIEW_TEXT(struct service_page, officer, "responsabile"),
	VIEW_URL(struct service_page, officer_url, "url_responsabile"),
	VIEW_TEXT(struct service_page, licence, "licenza"),
	VIEW_URL(struct service_page, report_url, "url_segnala_dato"),
	VIEW_URL(struct service_page, transparency_url, "url_trasparenza"),
	VIEW_URL(struct service_page, notice_board_url, "url_albo"),
	VIEW_URL(struct service_page, privacy_url, "url_informativa"),
	VIEW_URL(struct service_page, declaration_url, "url_dichiarazione"),
	VIEW_FLAG(struct service_page, reachable, "raggiungibile"),
	VIEW_FLAG(struct service_page, open_licence, "licenza_aperta"),
	VIEW_LIST(struct service_page, statuses, "stati", struct status_row, &status_row_view),
};
static const struct view service_page_view =
    VIEW("pagina di servizio", struct service_page, service_page_fields);

struct service {
	const struct page_kind *kind;
	const char *path, *title, *description;
};

static const struct service services[] = {
	{ &contacts_page_kind, "contatti/", "Contatti",
	    "A chi rivolgersi, come segnalare un errore o un dato personale, come chiedere un "
	    "documento." },
	{ &legal_notes_page_kind, "note-legali/", "Note legali",
	    "Il valore di queste pagine e la licenza dei contenuti." },
	{ &privacy_page_kind, "privacy/", "Privacy",
	    "Che cosa succede ai dati di chi visita il sito e a chi rivolgersi." },
	{ &accessibility_page_kind, "accessibilita/", "Accessibilità",
	    "La dichiarazione di accessibilità e come segnalare un ostacolo." },
	{ &explanation_page_kind, "come-funziona/", "Come funziona questo sito",
	    "Da dove vengono gli atti, che cosa sono le versioni e lo stato registrato, che cosa questo "
	    "sito non è." },
};

static const struct service *service_of(const struct page_kind *kind)
{
	const struct service *found = services;

	while (found->kind != kind)
		found++;
	return found;
}

bool is_service_path(struct slice path)
{
	for (size_t i = 0; i < sizeof services / sizeof services[0]; i++)
		if (slice_is(path, services[i].path))
			return true;
	return false;
}

/* "CC BY 4.0", however its parts are joined: "CC-BY 4.0", "cc-by-4.0". */
static bool is_open_licence(struct slice licence, struct arena *arena)
{
	struct slice small = utf8_lower(licence, arena);
	char *letters = ARENA_COUNT(arena, char, small.len);
	size_t count = 0;

	for (size_t i = 0; i < small.len; i++)
		if (small.p[i] != ' ' && small.p[i] != '-')
			letters[count++] = small.p[i];
	return slice_eq((struct slice){ letters, count }, SLICE("ccby4.0"));
}

static bool is_address(struct slice text)
{
	return slice_find_byte(text, '@') != SLICE_NONE && slice_find_byte(text, ' ') == SLICE_NONE;
}

static void add_owner(struct maker *maker, struct service_page *page)
{
	const struct organisation *organisation = maker->site->settings.organisation.found;
	struct arena *arena = maker->arena;

	page->owner = organisation ? italian_the_organisation(organisation, arena)
				   : SLICE("l'ente che pubblica questo sito");
	page->of_owner = italian_preposed(ITALIAN_OF, page->owner, arena);
	page->to_owner = italian_preposed(ITALIAN_TO, page->owner, arena);
	page->owner_url = organisation ? organisation->url : SLICE("");
}

static void add_settings(
    struct maker *maker, const struct settings *settings, struct service_page *page)
{
	const struct contacts *contacts = settings->contacts;
	const struct site_links *links = settings->links;

	if (contacts) {
		page->office = contacts->office;
		page->email = contacts->email;
		page->certified_email = contacts->certified_email;
		page->phone = contacts->phone;
		page->address = contacts->address;
		page->controller = contacts->data_controller;
		page->officer = contacts->data_protection_officer;
	}
	page->write_to = slice_empty(page->email) ? page->certified_email : page->email;
	page->reachable = !slice_empty(page->write_to) || !slice_empty(page->phone);
	if (is_address(page->officer))
		page->officer_url =
		    arena_printf(maker->arena, "mailto:%.*s", SLICE_ARGS(page->officer));
	page->report_url = maker_link(maker, SLICE("contatti/#sez_dato_personale"));
	page->licence = settings->licence;
	page->open_licence = is_open_licence(settings->licence, maker->arena);
	if (links) {
		page->transparency_url = links->transparency;
		page->notice_board_url = links->notice_board;
		page->privacy_url = links->privacy;
	}
	if (settings->accessibility)
		page->declaration_url = settings->accessibility->declaration_url;
}

/* What each recorded status says, with its acts where the site has any. */
static void add_statuses(struct maker *maker, struct service_page *page)
{
	bool present[STATUS_COUNT] = { false };

	for (size_t i = 0; i < maker->site->acts.count; i++)
		if (act_is_listed(maker->site->acts.items[i]))
			present[maker->site->acts.items[i]->status.status] = true;
	for (enum recorded_status status = STATUS_NONE_RECORDED; status < STATUS_COUNT; status++)
		*ARENA_PUSH(maker->arena, &page->statuses) = (struct status_row){
			slice_from(italian_acts_in_status(status)),
			slice_from(italian_status_meaning(status)),
			present[status]
			    ? maker_link(maker, url_acts_in_status(status, maker->arena))
			    : SLICE(""),
		};
}

/* Its page of content/pagine; null where there is none. */
static void plan_service(struct plan *plan, const struct page_kind *kind)
{
	const struct service *service = service_of(kind);
	const struct page *found = NULL;

	for (size_t i = 0; i < plan->site->pages.count; i++)
		if (slice_is(url_page(plan->site->pages.items[i], plan->arena), service->path))
			found = plan->site->pages.items[i];
	plan_add(plan, kind, slice_from(service->path), found);
}

static void make_service(struct maker *maker, const void *subject, void *values)
{
	const struct page *own = subject;
	struct service_page *page = values;
	const struct service *service = services;
	struct md md;

	while (!slice_is(maker->path, service->path))
		service++;
	layout_begin(maker, &page->layout, own ? own->title : slice_from(service->title), NULL);
	page->layout.description = own && !slice_empty(own->description)
				       ? own->description
				       : slice_from(service->description);
	if (own && maker_body(maker, own->file, &md))
		page->text = maker_body_html(maker, own->file, &md, 2);
	add_owner(maker, page);
	add_settings(maker, &maker->site->settings, page);
	if (service->kind == &explanation_page_kind)
		add_statuses(maker, page);
}

#define SERVICE_KIND(template_)                                                       \
	{                                                                             \
		.template = template_, .view = &service_page_view, .rank = RANK_PAGE, \
		.plan = plan_service, .make = make_service                            \
	}
const struct page_kind contacts_page_kind = SERVICE_KIND("contatti");
const struct page_kind legal_notes_page_kind = SERVICE_KIND("note_legali");
const struct page_kind privacy_page_kind = SERVICE_KIND("privacy");
const struct page_kind accessibility_page_kind = SERVICE_KIND("accessibilita");
const struct page_kind explanation_page_kind = SERVICE_KIND("come_funziona");
