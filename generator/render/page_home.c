#include <stdlib.h>

#include "model/url.h"
#include "render/italiano.h"
#include "render/italiano_news.h"
#include "render/layout.h"
#include "render/news_rows.h"
#include "render/pages.h"
#include "render/programme_parts.h"

/* How many of each the home page shows. */
#define LATEST_ACTS 6
#define NEXT_TERMS 5
#define LATEST_NEWS 5 /* rows: folded ones count once */
#define NEWS_LOOKED_AT 200
#define NEWS_SENTENCES 1
#define RECENT_DAYS 30

/* The box (design 5): what a citizen finds first. */

/* Actions of the programme in one state of progress. */
struct state_count {
	struct slice state;
	const struct state_sign *sign;
	size_t count;
};

/* A part of the site, and what is found there. */
struct part_row {
	struct slice text, url, explanation;
};

struct next_term {
	const struct deadline *deadline;
	struct date day;
	struct slice when, text, point, url;
	bool doubtful;
};

struct home_page {
	struct layout layout;
	struct slice welcome, search_url; /* each may be empty */
	struct act_rows acts;
	struct slice act_count;

	const struct link_row *programme; /* null where there is none */
	struct slice deeds, past_unreported, terms_url;
	ARRAY(struct state_count) progress;
	struct point_progress_rows points;
	ARRAY(struct next_term) terms;

	const struct link_row *meeting; /* the next one, or null */
	struct slice meeting_details;
	const struct news_group *news; /* of the last days, or the last there were */
	struct slice recent;           /* how many changes there were in the last days */
	bool quiet;                    /* there was none: those shown are older */
	struct slice acts_url, news_url, embedding_url;
	ARRAY(struct part_row) parts; /* with what the site has beside the menu */
};

static const struct view_field state_count_fields[] = {
	VIEW_TEXT(struct state_count, state, "avanzamento"),
	VIEW_OBJECT(struct state_count, sign, "segno", struct state_sign, &state_sign_view),
	VIEW_NUMBER(struct state_count, count, "azioni"),
};
static const struct view state_count_view =
    VIEW("stato di avanzamento", struct state_count, state_count_fields);

static const struct view_field part_row_fields[] = {
	VIEW_TEXT(struct part_row, text, "testo"),
	VIEW_URL(struct part_row, url, "url"),
	VIEW_TEXT(struct part_row, explanation, "spiegazione"),
};
static const struct view part_row_view = VIEW("parte del sito", struct part_row, part_row_fields);

static const struct view_field next_term_fields[] = {
	VIEW_DATE(struct next_term, day, "giorno"),
	VIEW_TEXT(struct next_term, when, "quando"),
	VIEW_FLAG(struct next_term, doubtful, "dubbia"),
	VIEW_TEXT(struct next_term, text, "scadenza"),
	VIEW_TEXT(struct next_term, point, "punto"),
	VIEW_URL(struct next_term, url, "url"),
};
static const struct view next_term_view =
    VIEW("prossima scadenza", struct next_term, next_term_fields);

static const struct view_field home_page_fields[] = {
	LAYOUT_FIELDS(struct home_page),
	VIEW_TEXT(struct home_page, welcome, "presentazione"),
	VIEW_URL(struct home_page, search_url, "url_ricerca"),
	VIEW_LIST(struct home_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_TEXT(struct home_page, act_count, "quanti_atti"),
	VIEW_OBJECT(struct home_page, programme, "programma", struct link_row, &link_row_view),
	VIEW_TEXT(struct home_page, deeds, "azioni_contate"),
	VIEW_TEXT(struct home_page, past_unreported, "passate_senza_esito"),
	VIEW_URL(struct home_page, terms_url, "url_scadenze"),
	VIEW_LIST(struct home_page, progress, "avanzamenti", struct state_count, &state_count_view),
	VIEW_LIST(struct home_page, points, "avanzamento_punti", struct point_progress_row,
	    &point_progress_row_view),
	VIEW_LIST(struct home_page, terms, "scadenze", struct next_term, &next_term_view),
	VIEW_OBJECT(struct home_page, meeting, "seduta", struct link_row, &link_row_view),
	VIEW_TEXT(struct home_page, meeting_details, "dati_seduta"),
	VIEW_OBJECT(struct home_page, news, "novita", struct news_group, &news_group_view),
	VIEW_TEXT(struct home_page, recent, "quante_novita"),
	VIEW_FLAG(struct home_page, quiet, "nessuna_recente"),
	VIEW_URL(struct home_page, acts_url, "url_atti"),
	VIEW_URL(struct home_page, news_url, "url_novita"),
	VIEW_URL(struct home_page, embedding_url, "url_incorpora"),
	VIEW_LIST(struct home_page, parts, "parti", struct part_row, &part_row_view),
};
static const struct view home_page_view = VIEW("home", struct home_page, home_page_fields);

static const struct link_row *link_to(struct maker *maker, struct slice text, struct slice path)
{
	struct link_row *row = ARENA_NEW(maker->arena, struct link_row);

	*row = (struct link_row){ text, maker_link(maker, path), false };
	return row;
}

static void fill_acts(struct maker *maker, struct home_page *page)
{
	const struct site *site = maker->site;

	for (size_t i = site->acts.count; i-- > 0 && page->acts.count < LATEST_ACTS;) {
		const struct act *act = site->acts.items[i];
		struct act_row *row;

		if (!act_is_listed(act))
			continue;
		row = ARENA_PUSH(maker->arena, &page->acts);
		*row = act_row_of(maker, act);
		if (slice_empty(row->summary))
			row->summary = act->plain_words;
	}
	page->act_count =
	    italian_count(acts_listed(ACTS(site->acts)), "atto", "atti", maker->arena);
}

/* The newest that has begun; before the first begins, the first. */
static const struct programme *current_programme(const struct site *site)
{
	for (size_t i = site->programmes.count; i-- > 0;)
		if (i == 0 || site->programmes.items[i]->first_year <= site->today.year)
			return site->programmes.items[i];
	return NULL;
}

static bool is_settled(const struct action *deed)
{
	return deed->state == PROGRESS_COMPLETED || deed->state == PROGRESS_CANCELLED;
}

/* The last term that an entry gave the deed, or null. */
static const struct progress *rescheduled(const struct action *deed)
{
	for (size_t i = deed->progress.count; i-- > 0;)
		if (deed->progress.items[i]->new_term)
			return deed->progress.items[i];
	return NULL;
}

/* A term and the day on which it falls. */
struct next_day {
	const struct term *term;
	struct date day;
};

/* Takes the earlier one, where the other is not past; an unknown date sorts after all. */
static void consider(
    struct next_day *next, const struct term *term, struct term_days days, struct date today)
{
	if (days.state == TERM_DATED && date_cmp(days.last, today) >= 0 &&
	    date_cmp(days.last, next->day) < 0)
		*next = (struct next_day){ term, days.last };
}

/*
 * When a deadline falls due next: for the earliest of its actions that are not settled, each as it was last
 * rescheduled. Without a day where all are past, open or settled.
 */
static struct next_day next_due(const struct deadline *deadline, struct date today)
{
	struct next_day next = { NULL, DATE_NONE };

	if (deadline->actions.count == 0)
		consider(&next, deadline->term, deadline->days, today);
	for (size_t i = 0; i < deadline->actions.count; i++) {
		const struct action *action = deadline->actions.items[i].found;
		const struct progress *entry = action ? rescheduled(action->deed) : NULL;

		if (!action || is_settled(action->deed))
			continue;
		if (entry)
			consider(&next, entry->new_term, entry->new_days, today);
		else
			consider(&next, deadline->term, deadline->days, today);
	}
	return next;
}

static int by_day(const void *left, const void *right)
{
	const struct next_term *a = left, *b = right;
	int order = date_cmp(a->day, b->day);

	if (order == 0)
		order = a->deadline->point->number - b->deadline->point->number;
	/* In the order of the point's list. */
	return order ? order : (a->deadline > b->deadline) - (a->deadline < b->deadline);
}

static void add_term(struct maker *maker, struct home_page *page, const struct deadline *deadline,
    struct next_day due)
{
	struct slice words = italian_term(maker->site, due.term, maker->arena);

	*ARENA_PUSH(maker->arena, &page->terms) = (struct next_term){
		.deadline = deadline,
		.day = due.day,
		.when = italian_with_capital(words, true, maker->arena),
		.text = deadline->text,
		.doubtful = !slice_empty(deadline->doubt),
		.point = italian_point(deadline->point, maker->arena),
		.url = maker_link(maker, url_point(deadline->point, maker->arena)),
	};
}

static void fill_terms(
    struct maker *maker, const struct programme *programme, struct home_page *page)
{
	for (size_t i = 0; i < programme->points.count; i++) {
		const struct point *point = programme->points.items[i];

		for (size_t n = 0; n < point->deadlines.count; n++) {
			const struct deadline *deadline = &point->deadlines.items[n];
			struct next_day due = next_due(deadline, maker->site->today);

			if (due.term)
				add_term(maker, page, deadline, due);
		}
	}
	if (page->terms.count > 1)
		qsort(page->terms.items, page->terms.count, sizeof *page->terms.items, by_day);
	if (page->terms.count > NEXT_TERMS)
		page->terms.count = NEXT_TERMS;
}

static void fill_programme(struct maker *maker, struct home_page *page)
{
	const struct programme *programme = current_programme(maker->site);

	if (!programme)
		return;
	page->programme = link_to(maker, programme->title, url_programme(programme, maker->arena));
	page->deeds = italian_deeds(programme, maker->arena);
	page->past_unreported = italian_past_unreported(programme, maker->arena);
	page->terms_url =
	    maker_link(maker, url_programme_part(programme, "scadenze", maker->arena));
	for (int state = 0; state < PROGRESS_STATE_COUNT; state++)
		if (programme->count.by_state[state] > 0)
			*ARENA_PUSH(maker->arena, &page->progress) =
			    (struct state_count){ italian_progress_state(state),
				    state_sign_of(maker, state), programme->count.by_state[state] };
	point_progress_rows_add(maker, programme, &page->points);
	fill_terms(maker, programme, page);
}

static void fill_meeting(struct maker *maker, struct home_page *page)
{
	const struct meeting *meeting = meeting_next(maker->site);

	if (!meeting)
		return;
	page->meeting = link_to(
	    maker, italian_meeting(meeting, maker->arena), url_meeting(meeting, maker->arena));
	page->meeting_details = italian_meeting_details(meeting, maker->arena);
}

static void fill_news(struct maker *maker, struct home_page *page)
{
	const struct site_history *history = maker->renderer->history;
	struct date today = maker->site->today, before = date_add_days(today, -RECENT_DAYS);
	struct news_query last = { { .by = NEWS_NEWEST }, before, today, NEWS_LOOKED_AT,
		NEWS_SENTENCES };
	struct news_count count = news_count(maker, &last);
	struct news_group *news;

	if (!history || history->news_count == 0)
		return;
	news = ARENA_NEW(maker->arena, struct news_group);
	page->recent = italian_recent_news(RECENT_DAYS, today,
	    italian_page_news_count(count.published, count.changed, count.removed, maker->arena),
	    maker->arena);
	/* A quiet month still shows what was last. */
	page->quiet = count.published + count.changed + count.removed == 0;
	if (page->quiet)
		last.since = NEWS_FROM_THE_BEGINNING;
	news_group_add(maker, &last, news);
	if (news->pages.count > LATEST_NEWS)
		news->pages.count = LATEST_NEWS;
	if (news->life.count > LATEST_NEWS)
		news->life.count = LATEST_NEWS;
	page->news = news;
}

/* In the order in which people ask for them. */
static const struct {
	const char *text, *path, *explanation;
} site_parts[] = {
	{ "Gli atti", "atti/",
	    "Le delibere e gli altri atti, per anno, tipo, organo, argomento e Comune." },
	{ "Il programma", "programma/",
	    "Che cosa la zona vuole fare in tre anni, punto per punto, e a che punto è." },
	{ "Le sedute", "sedute/",
	    "Quando si riunisce chi decide, di che cosa discute, chi c'era." },
	{ "La Conferenza", "conferenza/", "Che cos'è, chi ne fa parte, e chi lavora con lei." },
	{ "I Comuni", "comuni/", "Per ogni Comune, gli atti che lo riguardano e le sue presenze." },
	{ "I tavoli di lavoro", "tavoli/", "I gruppi che lavorano su un tema." },
	{ "Le scuole", "scuole/", "Quelle di cui si parla negli atti." },
	{ "I rapporti", "rapporti/", "Che cosa è stato fatto, raccontato un periodo alla volta." },
	{ "I regolamenti", "regolamenti/", "Le regole che valgono, e quelle di prima." },
	{ "Il glossario", "glossario/", "Le parole e le sigle difficili, spiegate." },
	{ "Le norme", "normativa/", "Le leggi e gli altri atti citati in questo sito." },
	{ "La mappa del sito", "mappa/", "Tutte le pagine, in un elenco." },
};

static void fill_parts(struct maker *maker, struct home_page *page)
{
	for (size_t i = 0; i < sizeof site_parts / sizeof site_parts[0]; i++)
		*ARENA_PUSH(maker->arena, &page->parts) =
		    (struct part_row){ slice_from(site_parts[i].text),
			    maker_link(maker, slice_from(site_parts[i].path)),
			    slice_from(site_parts[i].explanation) };
	page->acts_url = maker_link(maker, SLICE("atti/"));
	page->news_url = maker_link(maker, SLICE("novita/"));
	page->embedding_url = maker_link(maker, url_embedding());
}

static void plan_home(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE(""), NULL);
}

static void make_home(struct maker *maker, const void *subject, void *values)
{
	struct home_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, maker->site->settings.title, NULL);
	page->welcome = maker->site->settings.description;
	page->layout.description = page->welcome;
	/* The page has the form at its top: one is enough. */
	page->search_url = page->layout.search_url;
	page->layout.search_url = SLICE("");
	fill_acts(maker, page);
	fill_programme(maker, page);
	fill_meeting(maker, page);
	fill_news(maker, page);
	fill_parts(maker, page);
}

const struct page_kind home_page_kind = {
	.template = "home",
	.view = &home_page_view,
	.rank = RANK_HOME,
	.plan = plan_home,
	.make = make_home,
};
