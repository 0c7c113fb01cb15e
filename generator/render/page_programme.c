#include "model/url.h"
#include "render/history_rows.h"
#include "render/italiano.h"
#include "render/pages.h"
#include "render/programme_parts.h"

/* --- /programma/: the programmes, the newest first --- */

struct programme_row {
	struct slice title, url, schedule_url, deadlines_url, print_url, deeds, told;
	bool current;
};

struct programmes_page {
	struct layout layout;
	ARRAY(struct programme_row) programmes;
	struct slice reports_url;
};

static const struct view_field programme_row_fields[] = {
	VIEW_TEXT(struct programme_row, title, "titolo_programma"),
	VIEW_URL(struct programme_row, url, "url_programma"),
	VIEW_URL(struct programme_row, schedule_url, "url_cronoprogramma"),
	VIEW_URL(struct programme_row, deadlines_url, "url_scadenze"),
	VIEW_URL(struct programme_row, print_url, "url_stampa"),
	VIEW_TEXT(struct programme_row, deeds, "quante_azioni"),
	VIEW_TEXT(struct programme_row, told, "quanto_si_sa"),
	VIEW_FLAG(struct programme_row, current, "in_corso"),
};
static const struct view programme_row_view =
    VIEW("programma in elenco", struct programme_row, programme_row_fields);

static const struct view_field programmes_page_fields[] = {
	LAYOUT_FIELDS(struct programmes_page),
	VIEW_LIST(struct programmes_page, programmes, "programmi", struct programme_row,
	    &programme_row_view),
	VIEW_URL(struct programmes_page, reports_url, "url_rapporti"),
};
static const struct view programmes_page_view =
    VIEW("pagina dei programmi", struct programmes_page, programmes_page_fields);

static struct programme_row programme_row_of(struct maker *maker, const struct programme *programme)
{
	struct arena *arena = maker->arena;
	int year = maker->site->today.year;

	return (struct programme_row){ .title = programme->title,
		.url = maker_link(maker, url_programme(programme, arena)),
		.schedule_url =
		    maker_link(maker, url_programme_part(programme, "cronoprogramma", arena)),
		.deadlines_url =
		    maker_link(maker, url_programme_part(programme, "scadenze", arena)),
		.print_url = maker_link(maker, url_programme_part(programme, "stampa", arena)),
		.deeds = italian_deeds(programme, arena),
		.told = italian_told_deeds(programme, arena),
		.current = programme->first_year <= year && year <= programme->last_year };
}

static void plan_programmes(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("programma/"), NULL);
}

static void make_programmes(struct maker *maker, const void *subject, void *values)
{
	struct programmes_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Programma"), "programma/");
	for (size_t i = maker->site->programmes.count; i-- > 0;)
		*ARENA_PUSH(maker->arena, &page->programmes) =
		    programme_row_of(maker, maker->site->programmes.items[i]);
	page->reports_url = maker_link(maker, SLICE("rapporti/"));
}

const struct page_kind programmes_page_kind = {
	.template = "programmi",
	.view = &programmes_page_view,
	.rank = RANK_LIST,
	.plan = plan_programmes,
	.make = make_programmes,
};

/* --- a programme, and all of it on one page for printing --- */

/* Deeds by what was last told of them, each once. */
struct state_row {
	const struct state_sign *sign;
	struct slice state, state_id;
	size_t count;
	struct link_rows deeds;
};

struct programme_page {
	struct layout layout;
	const struct programme_row *programme; /* where its parts are */
	struct html introduction, official_introduction;
	struct facts facts;
	struct slice today, last_news; /* in print: the day of the copy */
	struct slice past_unreported;
	ARRAY(struct state_row) states;
	struct point_progress_rows progress;
	ARRAY(struct point_block) points; /* in print */
	struct slice reports_url;
	const struct page_story *story;
};

static const struct view_field state_row_fields[] = {
	VIEW_OBJECT(struct state_row, sign, "segno", struct state_sign, &state_sign_view),
	VIEW_TEXT(struct state_row, state, "stato"),
	VIEW_ID(struct state_row, state_id, "id_stato"),
	VIEW_NUMBER(struct state_row, count, "quante"),
	VIEW_LIST(struct state_row, deeds, "azioni", struct link_row, &link_row_view),
};
static const struct view state_row_view =
    VIEW("azioni in uno stato", struct state_row, state_row_fields);

static const struct view_field programme_page_fields[] = {
	LAYOUT_FIELDS(struct programme_page),
	VIEW_OBJECT(
	    struct programme_page, programme, "parti", struct programme_row, &programme_row_view),
	VIEW_HTML(struct programme_page, introduction, "introduzione"),
	VIEW_HTML(struct programme_page, official_introduction, "introduzione_ufficiale"),
	VIEW_LIST(struct programme_page, facts, "dati", struct fact, &fact_view),
	VIEW_TEXT(struct programme_page, today, "oggi"),
	VIEW_TEXT(struct programme_page, last_news, "ultima_notizia"),
	VIEW_TEXT(struct programme_page, past_unreported, "passate_senza_notizie"),
	VIEW_LIST(struct programme_page, states, "stati", struct state_row, &state_row_view),
	VIEW_LIST(struct programme_page, progress, "avanzamento_punti", struct point_progress_row,
	    &point_progress_row_view),
	VIEW_LIST(struct programme_page, points, "punti", struct point_block, &point_block_view),
	VIEW_URL(struct programme_page, reports_url, "url_rapporti"),
	STORY_FIELD(struct programme_page),
};
static const struct view programme_page_view =
    VIEW("pagina del programma", struct programme_page, programme_page_fields);

static void plan_programme(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->programmes.count; i++)
		plan_add(plan, kind, url_programme(plan->site->programmes.items[i], plan->arena),
		    plan->site->programmes.items[i]);
}

static void plan_print(struct plan *plan, const struct page_kind *kind)
{
	plan_programme_part(plan, kind, "stampa");
}

static struct slice label(const char *key)
{
	return key_label(&programme_table, key);
}

/* Unknown is said as unknown: of these three a reader wants to know. */
static void add_approval(
    struct maker *maker, struct facts *facts, const struct programme *programme)
{
	const struct act *act = programme->approved_by.found;
	struct slice date = italian_date(programme->signed_on, maker->arena);

	if (act && act_is_named(act))
		fact_add(maker, facts, label("approvato_con"), act->reference, url_act(act));
	else
		fact_add(maker, facts, label("approvato_con"), SLICE(ITALIAN_UNKNOWN), SLICE(""));
	fact_add(maker, facts, label("accordo"), programme->agreement, SLICE(""));
	fact_add(maker, facts, label("data_firma"),
	    slice_empty(date) ? SLICE(ITALIAN_UNKNOWN_FEMININE) : date, SLICE(""));
}

/* A legal source by its words in norme.yaml, where it is there; those words alone otherwise. */
static void add_legal_source(struct maker *maker, struct facts *facts, struct slice words)
{
	struct slice url = SLICE(""), text = words;

	for (size_t i = 0; i < maker->site->legal_sources.count; i++) {
		const struct legal_source *source = maker->site->legal_sources.items[i];

		if (!slice_eq(source->reference, words))
			continue;
		url = source->url;
		if (slice_empty(url) && source->citation.number)
			url = citation_normattiva(&source->citation, maker->arena);
		if (!slice_empty(source->title))
			text = arena_printf(maker->arena, "%.*s: %.*s", SLICE_ARGS(words),
			    SLICE_ARGS(source->title));
	}
	fact_add_outside(maker, facts, label("norme"), text, url);
}

static void add_facts(struct maker *maker, struct facts *facts, const struct programme *programme)
{
	const struct organisation *lead = programme->lead.found;

	fact_add(maker, facts, label("zona"), programme->area, SLICE(""));
	if (lead)
		fact_add(maker, facts, label("capofila"), lead->name,
		    lead->type == ORGANISATION_MUNICIPALITY ? url_municipality(lead, maker->arena)
							    : SLICE(""));
	fact_add(maker, facts, label("responsabile"), programme->in_charge, SLICE(""));
	add_approval(maker, facts, programme);
	fact_add(maker, facts, label("finanziamento"),
	    slice_empty(programme->funding) ? SLICE(ITALIAN_UNKNOWN) : programme->funding,
	    SLICE(""));
	for (size_t i = 0; i < programme->legal_sources.count; i++)
		add_legal_source(maker, facts, programme->legal_sources.items[i]);
}

/* punti/00-<slug>.md */
static struct html official_introduction(struct maker *maker, const struct programme *programme)
{
	struct md md;

	for (size_t i = 0; i < maker->site->files.count; i++) {
		const struct content_file *file = &maker->site->files.items[i];

		if (file->kind == FILE_POINT_TEXT && slice_eq(file->folder, programme->id) &&
		    slice_starts(file->id, "00-") && maker_body(maker, file, &md))
			return maker_body_html(maker, file, &md, 3);
	}
	return HTML_EMPTY;
}

static void add_deeds(
    struct maker *maker, const struct programme *programme, int state, struct link_rows *links)
{
	for (size_t i = 0; i < programme->points.count; i++)
		for (size_t n = 0; n < programme->points.items[i]->actions.count; n++) {
			const struct action *action = &programme->points.items[i]->actions.items[n];

			if (action->deed == action && action->state == state)
				*ARENA_PUSH(maker->arena, links) = (struct link_row){ action->id,
					maker_link(maker, url_action(action, maker->arena)),
					false };
		}
}

static void fill_programme(
    struct maker *maker, const struct programme *programme, struct programme_page *page)
{
	struct programme_row *parts = ARENA_NEW(maker->arena, struct programme_row);

	*parts = programme_row_of(maker, programme);
	page->programme = parts;
	page->introduction = maker_markdown(maker, programme->introduction);
	page->official_introduction = official_introduction(maker, programme);
	add_facts(maker, &page->facts, programme);
	page->past_unreported = italian_past_unreported(programme, maker->arena);
	for (int place = 0; place < PROGRESS_STATE_COUNT; place++) {
		int state = italian_progress_order(place);
		struct state_row row = { .sign = state_sign_of(maker, state),
			.state = italian_progress_state(state),
			.state_id = progress_state_id(state),
			.count = programme->count.by_state[state] };

		add_deeds(maker, programme, state, &row.deeds);
		*ARENA_PUSH(maker->arena, &page->states) = row;
	}
	point_progress_rows_add(maker, programme, &page->progress);
	page->reports_url = maker_link(maker, SLICE("rapporti/"));
	page->story = page_story_of(maker, &programme->file, 1);
}

static void make_programme(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct programme_page *page = values;

	programme_layout(maker, &page->layout, programme->title, programme);
	fill_programme(maker, programme, page);
}

static void make_print(struct maker *maker, const void *subject, void *values)
{
	const struct programme *programme = subject;
	struct programme_page *page = values;

	programme_layout(maker, &page->layout,
	    italian_programme_part(programme, "stampa", maker->arena), programme);
	page->today = italian_date(maker->site->today, maker->arena);
	page->last_news = italian_last_news(programme, maker->arena);
	fill_programme(maker, programme, page);
	for (size_t i = 0; i < programme->points.count; i++)
		*ARENA_PUSH(maker->arena, &page->points) =
		    point_block_of(maker, programme->points.items[i], 4);
}

const struct page_kind programme_page_kind = {
	.template = "programma",
	.view = &programme_page_view,
	.rank = RANK_LIST,
	.plan = plan_programme,
	.make = make_programme,
};

const struct page_kind programme_print_page_kind = {
	.template = "programma_stampa",
	.view = &programme_page_view,
	.rank = RANK_LIST,
	.plan = plan_print,
	.make = make_print,
};
