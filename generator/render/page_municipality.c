#include "render/italiano_people.h"
#include "render/layout.h"
#include "render/membership.h"
#include "render/news_lists.h"
#include "render/pages.h"
#include "render/rows.h"

/*
 * The municipalities of the zone: /comuni/ and /comuni/<id>/. What each did is counted out of what is known, and set
 * beside no other's.
 */
#define LATEST_ACTS 10

struct municipality_row {
	struct slice name, url, acts;
};

/* How it voted, where an act names who voted what. */
struct cast_row {
	struct slice act, url, about, vote, outcome;
};

struct municipality_page {
	struct layout layout;
	struct slice website;
	ARRAY(struct fact_row) bodies;  /* it belongs or belonged to, and when */
	ARRAY(struct fact_row) offices; /* political ones: name, role and time */
	ARRAY(struct fact_row) past_offices;
	ARRAY(struct fact_row) attendance; /* by meeting: the meeting, what it did */
	struct slice attendance_sums, untold_attendance;
	ARRAY(struct cast_row) votes;
	struct slice vote_sums;
	ARRAY(struct link_row) schools;
	struct act_rows acts; /* the latest */
	struct slice acts_count, acts_url;
	struct slice news_url; /* of what changed about it; may be empty */
};

static const struct view_field cast_row_fields[] = {
	VIEW_TEXT(struct cast_row, act, "estremi"),
	VIEW_URL(struct cast_row, url, "url"),
	VIEW_TEXT(struct cast_row, about, "su_che_cosa"),
	VIEW_TEXT(struct cast_row, vote, "voto"),
	VIEW_TEXT(struct cast_row, outcome, "esito"),
};
static const struct view cast_row_view =
    VIEW("voto di un Comune", struct cast_row, cast_row_fields);

static const struct view_field municipality_page_fields[] = {
	LAYOUT_FIELDS(struct municipality_page),
	VIEW_URL(struct municipality_page, website, "sito_del_comune"),
	VIEW_LIST(struct municipality_page, bodies, "organi", struct fact_row, &fact_row_view),
	VIEW_LIST(struct municipality_page, offices, "incarichi", struct fact_row, &fact_row_view),
	VIEW_LIST(struct municipality_page, past_offices, "incarichi_finiti", struct fact_row,
	    &fact_row_view),
	VIEW_LIST(
	    struct municipality_page, attendance, "presenze", struct fact_row, &fact_row_view),
	VIEW_TEXT(struct municipality_page, attendance_sums, "conto_presenze"),
	VIEW_TEXT(struct municipality_page, untold_attendance, "presenze_non_note"),
	VIEW_LIST(struct municipality_page, votes, "voti", struct cast_row, &cast_row_view),
	VIEW_TEXT(struct municipality_page, vote_sums, "conto_voti"),
	VIEW_LIST(struct municipality_page, schools, "scuole", struct link_row, &link_row_view),
	VIEW_LIST(struct municipality_page, acts, "atti", struct act_row, &act_row_view),
	VIEW_TEXT(struct municipality_page, acts_count, "quanti_atti"),
	VIEW_URL(struct municipality_page, acts_url, "url_atti"),
	VIEW_URL(struct municipality_page, news_url, "url_novita"),
};
static const struct view municipality_page_view =
    VIEW("pagina comune", struct municipality_page, municipality_page_fields);

static void plan_municipalities(struct plan *plan, const struct page_kind *kind)
{
	for (size_t i = 0; i < plan->site->organisations.count; i++) {
		const struct organisation *each = plan->site->organisations.items[i];

		if (each->type == ORGANISATION_MUNICIPALITY)
			plan_add(plan, kind, url_municipality(each, plan->arena), each);
	}
}

static void add_bodies(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	for (size_t i = 0; i < maker->site->bodies.count; i++) {
		const struct body *body = maker->site->bodies.items[i];

		for (size_t n = 0; n < body->members.count; n++) {
			const struct body_member *member = &body->members.items[n];

			if (member->organisation.found == own)
				*ARENA_PUSH(maker->arena, &page->bodies) =
				    (struct fact_row){ .name = body->name,
					    .url = maker_link(maker, url_body(body, maker->arena)),
					    .value = italian_period(
						member->since, member->until, maker->arena) };
		}
	}
}

static void add_office(struct maker *maker, const struct person *person,
    const struct office *office, struct municipality_page *page)
{
	struct slice parts[] = { office->role,
		italian_period(office->since, office->until, maker->arena) };
	struct fact_row row = { .name = person->name,
		.value = italian_join(parts, sizeof parts / sizeof parts[0], maker->arena) };

	if (span_time_of(office->since, office->until, maker->site->today) == SPAN_PAST)
		*ARENA_PUSH(maker->arena, &page->past_offices) = row;
	else
		*ARENA_PUSH(maker->arena, &page->offices) = row;
}

/* Staff appear where they act, never in a list of their own (design 4.3). */
static void add_offices(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	for (size_t i = 0; i < maker->site->people.count; i++) {
		const struct person *person = maker->site->people.items[i];

		for (size_t n = 0;
		     person->standing == PERSON_POLITICAL && n < person->offices.count; n++)
			if (person->offices.items[n].organisation.found == own)
				add_office(maker, person, &person->offices.items[n], page);
	}
}

/* What the meeting says of it; null where it says nothing. */
static const struct attendance *attendance_in(
    const struct meeting *meeting, const struct organisation *own)
{
	for (size_t i = 0; i < meeting->attendance.count; i++)
		if (meeting->attendance.items[i].organisation.found == own)
			return &meeting->attendance.items[i];
	return NULL;
}

/* Did it belong to the body on that day, as far as is known? */
static bool is_member_on(const struct body *body, const struct organisation *own, struct date day)
{
	for (size_t i = 0; body && i < body->members.count; i++)
		if (body->members.items[i].organisation.found == own &&
		    span_time_of(body->members.items[i].since, body->members.items[i].until, day) ==
			SPAN_NOW)
			return true;
	return false;
}

static void count_outcome(struct attendance_sums *sums, int outcome)
{
	switch (outcome) {
	case ATTENDANCE_PRESENT: sums->present++; break;
	case ATTENDANCE_ABSENT: sums->absent++; break;
	case ATTENDANCE_EXCUSED: sums->excused++; break;
	default: sums->untold++; break;
	}
}

static void add_attendance(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	struct attendance_sums sums = { 0 };

	for (size_t i = maker->site->meetings.count; i-- > 0;) {
		const struct meeting *meeting = maker->site->meetings.items[i];
		const struct attendance *there = attendance_in(meeting, own);
		bool took_place =
		    meeting->state == MEETING_HELD || meeting->state == MEETING_NO_QUORUM;

		if (!there) {
			sums.untold +=
			    took_place && is_member_on(meeting->body.found, own, meeting->date);
			continue;
		}
		count_outcome(&sums, there->outcome);
		*ARENA_PUSH(maker->arena, &page->attendance) = (struct fact_row){
			.name = italian_meeting(meeting, maker->arena),
			.value = italian_word(attendance_outcome_words, there->outcome),
			.url = maker_link(maker, url_meeting(meeting, maker->arena)),
		};
	}
	page->attendance_sums = italian_attendance_sums(&sums, maker->arena);
	page->untold_attendance = italian_untold_attendance(&sums, maker->arena);
}

static bool is_named_in(const struct tally *tally, const struct organisation *own)
{
	for (size_t i = 0; i < tally->organisations.count; i++)
		if (tally->organisations.items[i].found == own)
			return true;
	return false;
}

/* CAST_COUNT where the vote does not name it. A secret vote names no one, whatever its file says. */
static enum cast_vote cast_by(const struct vote *vote, const struct organisation *own)
{
	const struct tally *tallies[CAST_COUNT] = {
		[CAST_IN_FAVOUR] = &vote->in_favour,
		[CAST_AGAINST] = &vote->against,
		[CAST_ABSTAINING] = &vote->abstaining,
		[CAST_NOT] = &vote->not_taking_part,
	};
	int cast = 0;

	if (vote->manner == VOTE_SECRET)
		return CAST_COUNT;
	while (cast < CAST_COUNT && !is_named_in(tallies[cast], own))
		cast++;
	return (enum cast_vote)cast;
}

static void add_votes(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	size_t sums[CAST_COUNT] = { 0 };

	for (size_t i = maker->site->acts.count; i-- > 0;) {
		const struct act *act = maker->site->acts.items[i];

		for (size_t n = 0; act_is_listed(act) && n < act->votes.count; n++) {
			const struct vote *vote = &act->votes.items[n];
			enum cast_vote cast = cast_by(vote, own);

			if (cast == CAST_COUNT)
				continue;
			sums[cast]++;
			*ARENA_PUSH(maker->arena, &page->votes) = (struct cast_row){
				.act = act->reference,
				.url = maker_link(maker, url_act(act)),
				.about = italian_vote_subject(vote, maker->arena),
				.vote = slice_from(italian_cast_vote(cast)),
				.outcome = italian_word(vote_outcome_words, vote->outcome),
			};
		}
	}
	page->vote_sums = italian_vote_sums(sums, maker->arena);
}

static void add_acts(
    struct maker *maker, const struct organisation *own, struct municipality_page *page)
{
	size_t count = acts_listed(ACTS(own->acts));

	act_rows_add_latest(maker, ACTS(own->acts), LATEST_ACTS, &page->acts);
	page->acts_count =
	    italian_latest_of(count, page->acts.count, "atto", "atti", false, maker->arena);
	if (page->acts.count < count)
		page->acts_url = maker_link(maker, url_acts_by("comune", own->id, maker->arena));
}

static void make_municipality(struct maker *maker, const void *subject, void *values)
{
	const struct organisation *own = subject;
	struct municipality_page *page = values;

	layout_begin(maker, &page->layout, own->name, "conferenza/");
	layout_crumb(maker, &page->layout, SLICE("Comuni"), SLICE("comuni/"));
	page->website = own->url;
	add_bodies(maker, own, page);
	add_offices(maker, own, page);
	add_attendance(maker, own, page);
	add_votes(maker, own, page);
	for (size_t i = 0; i < maker->site->schools.count; i++)
		if (maker->site->schools.items[i]->organisation.found == own)
			*ARENA_PUSH(maker->arena, &page->schools) =
			    (struct link_row){ maker->site->schools.items[i]->name,
				    maker_link(maker, SLICE("scuole/")), false };
	add_acts(maker, own, page);
	page->news_url = news_list_link(maker, NEWS_OF_MUNICIPALITY, own);
}

const struct page_kind municipality_page_kind = {
	.template = "comune",
	.view = &municipality_page_view,
	.rank = RANK_PAGE,
	.plan = plan_municipalities,
	.make = make_municipality,
};

/* --- /comuni/ --- */

struct municipalities_page {
	struct layout layout;
	ARRAY(struct municipality_row) municipalities;
};

static const struct view_field municipality_row_fields[] = {
	VIEW_TEXT(struct municipality_row, name, "nome"),
	VIEW_URL(struct municipality_row, url, "url"),
	VIEW_TEXT(struct municipality_row, acts, "quanti_atti"),
};
static const struct view municipality_row_view =
    VIEW("comune", struct municipality_row, municipality_row_fields);

static const struct view_field municipalities_page_fields[] = {
	LAYOUT_FIELDS(struct municipalities_page),
	VIEW_LIST(struct municipalities_page, municipalities, "comuni", struct municipality_row,
	    &municipality_row_view),
};
static const struct view municipalities_page_view =
    VIEW("pagina comuni", struct municipalities_page, municipalities_page_fields);

static void plan_list(struct plan *plan, const struct page_kind *kind)
{
	plan_add(plan, kind, SLICE("comuni/"), NULL);
}

static void make_list(struct maker *maker, const void *subject, void *values)
{
	struct municipalities_page *page = values;

	(void)subject;
	layout_begin(maker, &page->layout, SLICE("Comuni della zona"), "conferenza/");
	for (size_t i = 0; i < maker->site->organisations.count; i++) {
		const struct organisation *each = maker->site->organisations.items[i];
		size_t acts = acts_listed(ACTS(each->acts));

		if (each->type == ORGANISATION_MUNICIPALITY)
			*ARENA_PUSH(maker->arena, &page->municipalities) =
			    (struct municipality_row){ each->name,
				    maker_link(maker, url_municipality(each, maker->arena)),
				    acts == 0 ? SLICE("nessun atto che lo riguarda")
					      : italian_count(acts, "atto che lo riguarda",
						    "atti che lo riguardano", maker->arena) };
	}
}

const struct page_kind municipalities_page_kind = {
	.template = "comuni",
	.view = &municipalities_page_view,
	.rank = RANK_LIST,
	.plan = plan_list,
	.make = make_list,
};
