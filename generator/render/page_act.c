#include "model/url.h"
#include "render/act_parts.h"
#include "render/attendance.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/rows.h"
#include "render/timeline.h"

/* So much of its chronology does the page of an act tell itself. */
#define HAPPENINGS_SHOWN 3

/* So many headings of its text does the page's index name: of longer texts the text has an index of its own. */
#define HEADINGS_IN_INDEX 12

/* A longer title is set in smaller letters. */
#define TITLE_LONG 140

/* One of the six essential elements. */
struct essential_row {
	struct slice name;
	struct slice url; /* where the page has it; empty: this site lacks it */
};

static const struct view_field essential_row_fields[] = {
	VIEW_TEXT(struct essential_row, name, "elemento"),
	VIEW_URL(struct essential_row, url, "url_elemento"),
};
static const struct view essential_row_view =
    VIEW("elemento essenziale", struct essential_row, essential_row_fields);

/*
 * The page of an act; of one that was removed or is past its time, only a card (design 4.1): nothing but the first
 * block of fields is then filled.
 */
struct act_page {
	struct layout layout;
	bool card;
	struct slice reference, subject, body, date_text, removal;
	struct date date;

	bool has_title, long_title, subject_unknown, uncommitted, not_indexed;
	struct act_content content;

	struct slice status, badge, tone, coming, status_list_url;
	const struct link_row *status_link; /* what brought the status about */
	struct connection_rows incoming;
	bool unconnected;

	unsigned completeness;
	ARRAY(struct essential_row) essentials;
	struct slice missing, untold;

	struct link_rows outline; /* of the text, for the page's index; may be empty */
	bool has_points;          /* with an address each */

	const struct link_row *previous, *next;
	struct slice history, history_url;
	struct timeline timeline;
	struct slice year_url;
	struct slice citation, licence;
};

static const struct view_field act_page_fields[] = {
	LAYOUT_FIELDS(struct act_page),
	VIEW_FLAG(struct act_page, card, "solo_scheda"),
	VIEW_TEXT(struct act_page, reference, "estremi"),
	VIEW_TEXT(struct act_page, subject, "oggetto"),
	VIEW_TEXT(struct act_page, body, "organo"),
	VIEW_TEXT(struct act_page, date_text, "data_in_parole"),
	VIEW_DATE(struct act_page, date, "data"),
	VIEW_TEXT(struct act_page, removal, "rimozione"),
	VIEW_FLAG(struct act_page, has_title, "con_titolo"),
	VIEW_FLAG(struct act_page, long_title, "titolo_lungo"),
	VIEW_FLAG(struct act_page, subject_unknown, "oggetto_ignoto"),
	VIEW_FLAG(struct act_page, uncommitted, "non_registrato"),
	VIEW_FLAG(struct act_page, not_indexed, "non_indicizzato"),
	ACT_CONTENT_FIELDS(struct act_page),
	VIEW_TEXT(struct act_page, status, "stato"),
	VIEW_TEXT(struct act_page, badge, "stato_in_breve"),
	VIEW_ID(struct act_page, tone, "tono_stato"),
	VIEW_TEXT(struct act_page, coming, "stato_futuro"),
	VIEW_OBJECT(struct act_page, status_link, "legame_stato", struct link_row, &link_row_view),
	VIEW_URL(struct act_page, status_list_url, "url_stesso_stato"),
	VIEW_LIST(
	    struct act_page, incoming, "da_altri", struct connection_row, &connection_row_view),
	VIEW_FLAG(struct act_page, unconnected, "senza_legami"),
	VIEW_NUMBER(struct act_page, completeness, "completezza"),
	VIEW_LIST(
	    struct act_page, essentials, "elementi", struct essential_row, &essential_row_view),
	VIEW_TEXT(struct act_page, missing, "mancano"),
	VIEW_TEXT(struct act_page, untold, "senza_notizie"),
	VIEW_LIST(struct act_page, outline, "parti_testo", struct link_row, &link_row_view),
	VIEW_FLAG(struct act_page, has_points, "con_punti"),
	VIEW_OBJECT(struct act_page, previous, "precedente", struct link_row, &link_row_view),
	VIEW_OBJECT(struct act_page, next, "successivo", struct link_row, &link_row_view),
	VIEW_TEXT(struct act_page, history, "storia"),
	VIEW_LIST(struct act_page, timeline.coming, "in_arrivo", struct life_row, &life_row_view),
	VIEW_LIST(
	    struct act_page, timeline.happened, "tappe", struct timeline_row, &timeline_row_view),
	VIEW_NUMBER(struct act_page, timeline.left_out, "tappe_non_mostrate"),
	VIEW_URL(struct act_page, history_url, "url_storia"),
	VIEW_URL(struct act_page, year_url, "url_anno"),
	VIEW_TEXT(struct act_page, citation, "citazione"),
	VIEW_TEXT(struct act_page, licence, "licenza"),
};
static const struct view act_page_view = VIEW("atto", struct act_page, act_page_fields);

static void plan_act(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->acts.count; i++) {
		const struct act *act = plan->site->acts.items[i];

		if (act_is_named(act))
			plan_add(plan, kind, url_act(act), act);
	}
}

static const struct link_row *status_link(struct maker *maker, const struct act_status *status)
{
	const struct external_act *outside = status->event ? status->event->by : NULL;
	struct link_row *row;

	if (status->by)
		return link_row_to(
		    maker, italian_the_act(status->by, maker->arena), url_act(status->by));
	if (!outside || slice_empty(outside->url))
		return NULL;
	row = ARENA_NEW(maker->arena, struct link_row);
	*row = (struct link_row){ outside->reference, outside->url, false };
	return row;
}

/* How a badge looks, beside what it says: does the act hold, as far as this site knows? */
static struct slice tone_of(enum recorded_status status)
{
	switch (status) {
	case STATUS_NONE_RECORDED: return SLICE("stabile");
	case STATUS_AMENDED: return SLICE("cambiato");
	case STATUS_SUSPENDED:
	case STATUS_NOT_ASCERTAINED: return SLICE("incerto");
	default: return SLICE("cessato");
	}
}

static void fill_status(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct act_status *status = &act->status;

	page->status = italian_status_sentence(act, maker->arena);
	page->badge = italian_status_badge(act, maker->arena);
	/* What changed in part still holds for the rest. */
	page->tone = tone_of(status->partial ? STATUS_AMENDED : status->status);
	page->coming = italian_coming_sentence(act, maker->arena);
	page->status_link = status_link(maker, status);
	page->status_list_url = maker_link(maker, url_acts_in_status(status->status, maker->arena));
	act_incoming(maker, act, &page->incoming);
	page->unconnected =
	    page->content.events.count + page->incoming.count + page->content.connections.count ==
	    0;
}

/* The section of the page (parti/atto_*.mustache) that has it. */
static const char *section_of(enum essential essential)
{
	switch (essential) {
	case ESSENTIAL_NUMBER:
	case ESSENTIAL_DATE: return "#sez_dati";
	case ESSENTIAL_ATTENDANCE: return "#sez_presenze";
	case ESSENTIAL_DECISIONS: return "#sez_testo";
	case ESSENTIAL_RECORDING:
	case ESSENTIAL_SIGNATURES: return "#sez_firme";
	}
	return "";
}

static void fill_essentials(struct maker *maker, const struct act *act, struct act_page *page)
{
	page->completeness = act_completeness(act);
	for (unsigned bit = 1; bit < 1U << ESSENTIAL_COUNT; bit <<= 1) {
		enum essential essential = (enum essential)bit;

		*ARENA_PUSH(maker->arena, &page->essentials) = (struct essential_row){
			.name = italian_essential(essential, maker->arena),
			.url = slice_from(act->essentials & bit ? section_of(essential) : ""),
		};
	}
	page->missing = italian_missing_essentials(act->essentials, maker->arena);
	page->untold = italian_untold(act, page->unconnected, maker->arena);
}

static void fill_content(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct meeting *meeting = act->meeting.found;
	size_t count;
	const struct attendance *attendance = act_attendance(act, &count);

	act_content_fill(maker, act, attendance, count, &page->content);
	act_facts_actions(maker, act, &page->content.identity);
	if (meeting && count > 0 && act->attendance.count == 0)
		page->content.attendance_of = link_row_to(maker,
		    italian_date(meeting->date, maker->arena), url_meeting(meeting, maker->arena));
}

static void add_heading(
    struct maker *maker, const struct body_anchor *heading, struct link_rows *rows)
{
	*ARENA_PUSH(maker->arena, rows) = (struct link_row){
		.text = heading->text,
		.url = arena_printf(maker->arena, "#%.*s", SLICE_ARGS(heading->anchor)),
	};
}

/* The page's index names the outermost headings; where it can't name all, the text has an index of its own. */
static void fill_outline(
    struct maker *maker, const struct content_file *file, struct act_page *page)
{
	struct link_rows outermost = { 0 }, all = { 0 };

	for (size_t i = 0; i < file->anchors.count; i++) {
		const struct body_anchor *each = &file->anchors.items[i];

		page->has_points = page->has_points || each->level == 0;
		if (each->level == 1)
			add_heading(maker, each, &outermost);
		if (each->level > 0)
			add_heading(maker, each, &all);
	}
	if (outermost.count <= HEADINGS_IN_INDEX)
		page->outline = outermost;
	if (all.count > page->outline.count)
		page->content.headings = all;
}

static void fill_text(struct maker *maker, const struct act *act, struct act_page *page)
{
	struct md md;

	if (act->text == ACT_TEXT_UNAVAILABLE || !maker_body(maker, act->file, &md))
		return;
	page->content.text = maker_body_html(maker, act->file, &md, 3);
	fill_outline(maker, act->file, page);
}

static void fill_history(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct page_history *history = history_of(maker->renderer->history, act->file);

	page->history_url = maker_link(maker, url_act_history(act, maker->arena));
	timeline_fill(maker, act, HAPPENINGS_SHOWN, SENTENCES_SHOWN, &page->timeline);
	if (!history || history->count == 0)
		return;
	/* When a page began whose first versions are hidden is nobody's to read. */
	page->history = italian_page_history(
	    history->obscured_before ? (struct date){ 0 } : history->entries[0].day,
	    history->entries[history->count - 1].day, maker->arena);
}

static void fill_neighbours(struct maker *maker, const struct act *act, struct act_page *page)
{
	if (act->previous)
		page->previous =
		    link_row_to(maker, act->previous->reference, url_act(act->previous));
	if (act->next)
		page->next = link_row_to(maker, act->next->reference, url_act(act->next));
	page->year_url = maker_link(maker, url_acts_year(act->order_year, maker->arena));
}

static void fill_whole(struct maker *maker, const struct act *act, struct act_page *page)
{
	page->subject = act->subject;
	page->subject_unknown = act->subject_unknown;
	page->uncommitted = act->file->entry->uncommitted;
	page->not_indexed = !act->indexed;
	page->citation = italian_citation(act, maker->arena);
	page->licence = maker->site->settings.licence;
	fill_content(maker, act, page);
	fill_status(maker, act, page);
	fill_essentials(maker, act, page);
	fill_text(maker, act, page);
	fill_neighbours(maker, act, page);
	fill_history(maker, act, page);
}

static void make_act(struct maker *maker, const void *subject, void *values)
{
	struct act_page *page = values;
	const struct act *act = subject;
	struct act_row row = act_row_of(maker, act);

	layout_begin(maker, &page->layout, row.title, "atti/");
	layout_crumb(maker, &page->layout, SLICE("Atti"), SLICE("atti/"));
	if (row.has_title)
		page->layout.head_title =
		    arena_printf(maker->arena, "%.*s: %.*s - %.*s", SLICE_ARGS(act->reference),
			SLICE_ARGS(italian_shortened(row.title, TITLE_LONG, maker->arena)),
			SLICE_ARGS(page->layout.site_title));
	page->layout.noindex = !act->indexed;
	page->layout.draft = row.draft;
	page->layout.description = row.removed ? SLICE("") : act->summary;
	page->card = row.removed;
	page->has_title = row.has_title;
	page->long_title = row.title.len > TITLE_LONG;
	page->reference = act->reference;
	page->body = row.body;
	page->date = row.date;
	page->date_text = row.date_text;
	if (page->card) {
		page->subject = act_card_subject(act);
		page->removal = italian_removal(act, maker->arena);
		return;
	}
	fill_whole(maker, act, page);
}

const struct page_kind act_page_kind = {
	.template = "atto",
	.view = &act_page_view,
	.rank = RANK_PAGE,
	.plan = plan_act,
	.make = make_act,
};
