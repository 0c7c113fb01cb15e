#include "model/url.h"
#include "render/act_parts.h"
#include "render/attendance.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * The page of an act; of one that was removed or is past its time, only a card (design 4.1): nothing but the first
 * block of fields is then filled.
 */
struct act_page {
	struct layout layout;
	bool card;
	struct slice reference, subject, body, date_text, removal;
	struct date date;

	bool has_title, subject_unknown, uncommitted, not_indexed;
	struct act_content content;

	struct slice status, coming, status_list_url;
	const struct link_row *status_link; /* what brought the status about */
	struct connection_rows incoming;
	bool unconnected;

	unsigned completeness;
	struct slice present, missing, untold;

	const struct link_row *previous, *next;
	struct slice history, history_url;
	const struct version_row *last_change; /* of the page; null where it has not changed */
	struct slice year_url;
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
	VIEW_FLAG(struct act_page, subject_unknown, "oggetto_ignoto"),
	VIEW_FLAG(struct act_page, uncommitted, "non_registrato"),
	VIEW_FLAG(struct act_page, not_indexed, "non_indicizzato"),
	ACT_CONTENT_FIELDS(struct act_page),
	VIEW_TEXT(struct act_page, status, "stato"),
	VIEW_TEXT(struct act_page, coming, "stato_futuro"),
	VIEW_OBJECT(struct act_page, status_link, "legame_stato", struct link_row, &link_row_view),
	VIEW_URL(struct act_page, status_list_url, "url_stesso_stato"),
	VIEW_LIST(
	    struct act_page, incoming, "da_altri", struct connection_row, &connection_row_view),
	VIEW_FLAG(struct act_page, unconnected, "senza_legami"),
	VIEW_NUMBER(struct act_page, completeness, "completezza"),
	VIEW_TEXT(struct act_page, present, "presenti"),
	VIEW_TEXT(struct act_page, missing, "mancano"),
	VIEW_TEXT(struct act_page, untold, "senza_notizie"),
	VIEW_OBJECT(struct act_page, previous, "precedente", struct link_row, &link_row_view),
	VIEW_OBJECT(struct act_page, next, "successivo", struct link_row, &link_row_view),
	VIEW_TEXT(struct act_page, history, "storia"),
	VIEW_OBJECT(
	    struct act_page, last_change, "ultima_modifica", struct version_row, &version_row_view),
	VIEW_URL(struct act_page, history_url, "url_storia"),
	VIEW_URL(struct act_page, year_url, "url_anno"),
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

static void fill_status(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct act_status *status = &act->status;

	page->status = italian_status_sentence(act, maker->arena);
	page->coming = italian_coming_sentence(act, maker->arena);
	page->status_link = status_link(maker, status);
	page->status_list_url = maker_link(maker, url_acts_in_status(status->status, maker->arena));
	act_incoming(maker, act, &page->incoming);
	page->unconnected =
	    page->content.events.count + page->incoming.count + page->content.connections.count ==
	    0;
}

static void fill_essentials(struct maker *maker, const struct act *act, struct act_page *page)
{
	page->completeness = act_completeness(act);
	page->present = italian_present_essentials(act->essentials, maker->arena);
	page->missing = italian_missing_essentials(act->essentials, maker->arena);
	page->untold = italian_untold(act, page->unconnected, maker->arena);
}

static void fill_attendance(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct meeting *meeting = act->meeting.found;
	size_t count;
	const struct attendance *attendance = act_attendance(act, &count);

	page->content.attendance = attendance_table_of(maker, attendance, count);
	if (meeting && count > 0 && act->attendance.count == 0)
		page->content.attendance_of = link_row_to(maker,
		    italian_date(meeting->date, maker->arena), url_meeting(meeting, maker->arena));
}

static void fill_text(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct content_file *file = act->file;
	struct md md;

	if (act->text == ACT_TEXT_UNAVAILABLE || !maker_body(maker, file, &md))
		return;
	page->content.text = maker_body_html(maker, file, &md, 3);
	for (size_t i = 0; i < file->anchors.count; i++)
		if (file->anchors.items[i].level > 0)
			*ARENA_PUSH(maker->arena, &page->content.headings) = (struct link_row){
				file->anchors.items[i].text,
				arena_printf(maker->arena, "#%.*s",
				    SLICE_ARGS(file->anchors.items[i].anchor)),
				false,
			};
}

/* The last entry, where it is a change of the page that may be told. */
static const struct version_row *last_change(
    struct maker *maker, const struct page_history *history)
{
	const struct history_entry *last = &history->entries[history->count - 1];
	struct version_row *row;

	if (last->kind != VERSION_UPDATED)
		return NULL;
	row = ARENA_NEW(maker->arena, struct version_row);
	*row = version_row_of(maker, last, SENTENCES_SHOWN);
	return row;
}

static void fill_history(struct maker *maker, const struct act *act, struct act_page *page)
{
	const struct page_history *history = history_of(maker->renderer->history, act->file);

	page->history_url = maker_link(maker, url_act_history(act, maker->arena));
	if (!history || history->count == 0)
		return;
	/* When a page began whose first versions are hidden is nobody's to read. */
	page->history = italian_page_history(
	    history->obscured_before ? (struct date){ 0 } : history->entries[0].day,
	    history->entries[history->count - 1].day, maker->arena);
	page->last_change = last_change(maker, history);
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
	act_content_fill(maker, act, &page->content);
	fill_status(maker, act, page);
	fill_essentials(maker, act, page);
	fill_attendance(maker, act, page);
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
		page->layout.head_title = arena_printf(maker->arena, "%.*s: %.*s",
		    SLICE_ARGS(act->reference), SLICE_ARGS(page->layout.head_title));
	page->layout.noindex = !act->indexed;
	page->layout.draft = row.draft;
	page->layout.description = row.removed ? SLICE("") : act->summary;
	page->card = row.removed;
	page->has_title = row.has_title;
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
