#include "render/life_rows.h"

#include "model/url.h"
#include "render/italiano_news.h"

static const struct view_field life_row_fields[] = {
	VIEW_DATE(struct life_row, date, "giorno"),
	VIEW_TEXT(struct life_row, date_text, "giorno_in_parole"),
	VIEW_TEXT(struct life_row, before, "prima"),
	VIEW_TEXT(struct life_row, link, "rimando"),
	VIEW_URL(struct life_row, link_url, "url_rimando"),
	VIEW_TEXT(struct life_row, after, "dopo"),
	VIEW_TEXT(struct life_row, derived, "ricavato"),
	VIEW_TEXT(struct life_row, title, "titolo_atto"),
	VIEW_TEXT(struct life_row, reference, "estremi"),
	VIEW_URL(struct life_row, url, "url"),
	VIEW_FLAG(struct life_row, has_title, "con_titolo"),
};
const struct view life_row_view = VIEW("vita dell'atto", struct life_row, life_row_fields);

/* What an event refers to. */
struct referred {
	struct slice name, url; /* name: as the sentence may have it, but for a capital */
};

static struct referred referred_by(
    struct maker *maker, const struct act *act, const struct life_event *event)
{
	struct arena *arena = maker->arena;

	if (event->by)
		return (
		    struct referred){ event->by->reference, maker_link(maker, url_act(event->by)) };
	if (event->meeting)
		return (struct referred){ italian_meeting(event->meeting, arena),
			maker_link(maker, url_meeting(event->meeting, arena)) };
	if (event->outside)
		return (struct referred){ event->outside->reference, event->outside->url };
	if (event->kind == LIFE_BOARD_BEGINS)
		return (struct referred){ SLICE(ITALIAN_NOTICE_BOARD), act->notice_board->url };
	return (struct referred){ SLICE(""), SLICE("") };
}

/* Where the sentence has the name, with a capital or without; SLICE_NONE where it has not. */
static size_t find_name(struct slice sentence, struct slice name, struct arena *arena)
{
	size_t at = slice_find(sentence, arena_cstr(arena, name));

	if (at != SLICE_NONE)
		return at;
	return slice_find(sentence, arena_cstr(arena, italian_with_capital(name, false, arena)));
}

static void set_sentence(struct maker *maker, const struct act *act, const struct life_event *event,
    struct life_row *row)
{
	struct referred to = referred_by(maker, act, event);
	size_t at =
	    slice_empty(to.url) ? SLICE_NONE : find_name(event->sentence, to.name, maker->arena);

	row->before = event->sentence;
	if (slice_empty(to.url))
		return;
	row->link_url = to.url;
	if (at == SLICE_NONE) {
		row->link = to.name;
		row->before = italian_see(event->sentence, maker->arena);
		row->after = SLICE(".");
		return;
	}
	row->before = slice_sub(event->sentence, 0, at);
	row->link = slice_sub(event->sentence, at, at + to.name.len);
	row->after = slice_from_index(event->sentence, at + to.name.len);
}

struct life_row life_row_of(
    struct maker *maker, const struct act *act, const struct life_event *event)
{
	struct act_row named = act_row_of(maker, act);
	struct life_row row = { .date = event->date,
		.date_text = italian_timeline_date(event->date, maker->arena),
		.derived = event->declared ? SLICE("") : slice_from(italian_declared(event)),
		.title = named.title,
		.reference = named.reference,
		.url = named.url,
		.has_title = named.has_title };

	set_sentence(maker, act, event, &row);
	return row;
}
