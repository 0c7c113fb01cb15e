#include "render/rows.h"

#include "model/url.h"
#include "render/italiano.h"

/* A subject may have a thousand characters: the act's page says it in full, as its subject. */
#define TITLE_MAX 240

static const struct view_field act_row_fields[] = {
	VIEW_TEXT(struct act_row, title, "titolo"),
	VIEW_TEXT(struct act_row, reference, "estremi"),
	VIEW_URL(struct act_row, url, "url"),
	VIEW_DATE(struct act_row, date, "data"),
	VIEW_TEXT(struct act_row, date_text, "data_in_parole"),
	VIEW_TEXT(struct act_row, body, "organo"),
	VIEW_TEXT(struct act_row, summary, "sintesi"),
	VIEW_TEXT(struct act_row, status, "stato"),
	VIEW_FLAG(struct act_row, has_title, "con_titolo"),
	VIEW_FLAG(struct act_row, removed, "rimosso"),
	VIEW_FLAG(struct act_row, draft, "bozza"),
	VIEW_FLAG(struct act_row, uncommitted, "non_registrato"),
};
const struct view act_row_view = VIEW("riga_atto", struct act_row, act_row_fields);

bool act_is_listed(const struct act *act)
{
	return act->visibility == VISIBILITY_PUBLIC;
}

bool act_is_named(const struct act *act)
{
	return act->visibility != VISIBILITY_NOWHERE;
}

bool act_is_draft(const struct act *act, struct date today)
{
	return act->state == ACT_STATE_DRAFT ||
	       (date_known(act->published_since) && date_cmp(act->published_since, today) > 0);
}

bool act_is_withheld(const struct act *act)
{
	return !act_is_listed(act) && act->removal && act->removal->reason == REMOVAL_PERSONAL_DATA;
}

struct slice act_card_subject(const struct act *act)
{
	return act_is_withheld(act) ? SLICE("") : act->subject;
}

size_t acts_listed(const struct act *const *acts, size_t count)
{
	size_t listed = 0;

	for (size_t i = 0; i < count; i++)
		listed += act_is_listed(acts[i]);
	return listed;
}

const struct meeting *meeting_next(const struct site *site)
{
	for (size_t i = 0; i < site->meetings.count; i++)
		if (meeting_is_coming(site->meetings.items[i], site->today))
			return site->meetings.items[i];
	return NULL;
}

static struct slice whose(const struct act *act)
{
	const struct body *body = act->body.found;
	const struct organisation *organisation = act->organisation.found;

	if (body)
		return body->name;
	return organisation ? organisation->name : SLICE("");
}

struct act_row act_row_of(struct maker *maker, const struct act *act)
{
	struct act_row row = { .title = act_card_subject(act),
		.reference = act->reference,
		.url = maker_link(maker, url_act(act)),
		.date = act->date,
		.date_text = italian_act_date(act, maker->arena),
		.body = whose(act),
		.removed = act->visibility == VISIBILITY_CARD };

	if (!row.removed) {
		row.title = act->list_title;
		row.summary = act->summary;
		row.status = italian_status_word(act, maker->arena);
		row.draft = act_is_draft(act, maker->site->today);
		row.uncommitted = act->file->entry->uncommitted;
	}
	if (slice_empty(row.title))
		row.title = act->reference;
	row.has_title = !slice_eq(row.title, act->reference);
	row.title = italian_shortened(row.title, TITLE_MAX, maker->arena);
	/* The title may be the summary itself: once is enough. */
	if (slice_eq(row.title, row.summary))
		row.summary = SLICE("");
	return row;
}

void act_rows_add_latest(struct maker *maker, const struct act *const *acts, size_t count,
    size_t max, struct act_rows *rows)
{
	for (size_t i = count; i-- > 0 && rows->count < max;)
		if (act_is_listed(acts[i]))
			*ARENA_PUSH(maker->arena, rows) = act_row_of(maker, acts[i]);
}

void act_rows_add(
    struct maker *maker, const struct act *const *acts, size_t count, struct act_rows *rows)
{
	act_rows_add_latest(maker, acts, count, SIZE_MAX, rows);
}
