#include <assert.h>
#include <string.h>

#include "base/buffer.h"
#include "parse/front_matter.h"
#include "parse/intake.h"
#include "parse/markdown.h"
#include "search/documents.h"
#include "search/plain.h"
#include "search/services.h"

/* Characters that a result shows of its document. */
#define EXCERPT_MAX 240

/* One document while it is read. */
struct reader {
	struct search_reading *reading;
	const struct search_sink *sink;
	struct slice excerpt; /* the first text that tells what it is about */
};

static void tell(struct reader *reader, enum search_field field, struct slice text)
{
	if (!slice_empty(text))
		reader->sink->text(reader->sink->context, field, text);
}

static void suggest(struct reader *reader, struct slice text)
{
	if (slice_empty(reader->excerpt) && !slice_empty(text))
		reader->excerpt = plain_cut(
		    plain_line(text, reader->reading->arena), EXCERPT_MAX, reader->reading->arena);
}

static struct slice tell_markdown(struct reader *reader, enum search_field field, struct slice text)
{
	struct slice plain = plain_markdown(text, reader->reading->arena);

	tell(reader, field, plain);
	return plain;
}

static void name(struct reader *reader, struct slice key)
{
	reader->sink->name(reader->sink->context, key);
}

/* The body of a Markdown file, as maker_body of the pages has it. */
static bool body_of(struct reader *reader, const struct content_file *file, struct md *md)
{
	struct search_reading *reading = reader->reading;
	struct front_matter parts;
	struct slice bytes, text;

	if (file->body) {
		*md = *file->body;
		return true;
	}
	if (!file->has_body ||
	    source_read(reading->site->source, file->entry, MD_MAX_BYTES, reading->arena, &bytes,
		reading->failures) != 0 ||
	    text_intake(bytes, file->path, reading->arena, reading->unheard, &text) != 0)
		return false;
	if (file->kind == FILE_POINT_TEXT)
		return md_parse(text, file->path, 1, reading->arena, reading->unheard, md) == 0;
	return front_matter_split(text, file->path, reading->unheard, &parts) == 0 &&
	       md_parse(parts.body, file->path, parts.body_line, reading->arena, reading->unheard,
		   md) == 0;
}

static void tell_body(struct reader *reader, const struct content_file *file)
{
	struct buffer plain = { 0 };
	struct md md;

	if (!file || !body_of(reader, file, &md))
		return;
	md_plain_text(&md, 0, &plain);
	tell(reader, FIELD_TEXT, buffer_slice(&plain));
	suggest(reader, slice_sub(buffer_slice(&plain), 0, (size_t)8 * EXCERPT_MAX));
	buffer_release(&plain);
}

/* "5/2017", "5bis/2017"; "dczi 5", "delibera 5". Folding is for who takes them. */
static void name_act(struct reader *reader, const struct act *act)
{
	struct arena *arena = reader->reading->arena;
	const struct word *type = word_find(act_type_words, act->type);
	const struct body *body = act->body.found;
	struct slice initials = SLICE("");

	if (act->number <= 0)
		return;
	name(reader, arena_printf(arena, "%d/%d", act->number, act->order_year));
	if (!slice_empty(act->suffix))
		name(reader, arena_printf(arena, "%d%.*s/%d", act->number, SLICE_ARGS(act->suffix),
				 act->order_year));
	if (body && body->initials && act->type)
		initials = body->initials->of_type[act->type];
	if (!slice_empty(initials))
		name(reader, arena_printf(arena, "%.*s %d", SLICE_ARGS(initials), act->number));
	if (type)
		name(reader, arena_printf(arena, "%s %d", type->label[0], act->number));
}

/* "2017-04-13", "2017-04": of that day, of that month. */
static void name_date(struct reader *reader, struct date date)
{
	struct slice iso = date_iso(date, reader->reading->arena);
	const size_t month = strlen("2017-04");

	if (iso.len >= month)
		name(reader, slice_sub(iso, 0, month));
	if (iso.len > month)
		name(reader, iso);
}

/* What it is about, by names that stand elsewhere. */
static void tell_connections(struct reader *reader, const struct act *act)
{
	const struct body *body = act->body.found;

	for (size_t i = 0; i < act->topics.count; i++) {
		const struct topic *topic = act->topics.items[i].found;

		if (topic)
			tell(reader, FIELD_SUMMARY, topic->name);
	}
	for (size_t i = 0; i < act->organisations.count; i++) {
		const struct organisation *each = act->organisations.items[i].found;

		if (each)
			tell(reader, FIELD_TEXT, each->name);
	}
	for (size_t i = 0; i < act->schools.count; i++) {
		const struct school *school = act->schools.items[i].found;

		if (school)
			tell(reader, FIELD_SUMMARY, school->name);
	}
	for (size_t i = 0; i < act->school_years.count; i++)
		tell(reader, FIELD_SUMMARY,
		    arena_printf(reader->reading->arena, "%d/%d", act->school_years.items[i],
			act->school_years.items[i] + 1));
	for (size_t i = 0; i < act->attachments.count; i++)
		if (act->attachments.items[i].file)
			tell(reader, FIELD_TEXT, act->attachments.items[i].title);
	if (body)
		tell(reader, FIELD_TEXT, body->name);
}

static void read_act(struct reader *reader, const struct act *act)
{
	name_act(reader, act);
	tell(reader, FIELD_TITLE, act->reference);
	tell(reader, FIELD_TITLE, act->short_title);
	tell(reader, FIELD_SUBJECT, act->subject);
	tell(reader, FIELD_SUMMARY, act->summary);
	tell(reader, FIELD_SUMMARY, act->plain_words);
	tell(reader, FIELD_TEXT, act->office);
	tell_connections(reader, act);
	suggest(reader, act->plain_words);
	suggest(reader, act->summary);
	if (!slice_eq(act->subject, act->list_title))
		suggest(reader, act->subject);
	if (act->text != ACT_TEXT_UNAVAILABLE)
		tell_body(reader, act->file);
}

static void read_meeting(struct reader *reader, const struct meeting *meeting)
{
	const struct body *body = meeting->body.found;
	struct buffer agenda = { 0 };

	tell(reader, FIELD_TITLE, SLICE("Seduta"));
	if (body)
		tell(reader, FIELD_TITLE, body->name);
	tell(reader, FIELD_TEXT, meeting->place);
	for (size_t i = 0; i < meeting->agenda.count; i++) {
		const struct agenda_item *item = &meeting->agenda.items[i];
		const struct act *act = item->act.found;

		/* An item is called like its act: what is kept off the site may stand here too. */
		if (act && act->visibility != VISIBILITY_PUBLIC)
			continue;
		tell(reader, FIELD_SUMMARY, item->title);
		buffer_addf(&agenda, "%s%.*s", agenda.len ? "; " : "", SLICE_ARGS(item->title));
	}
	suggest(reader, buffer_slice(&agenda));
	buffer_release(&agenda);
}

static void read_programme(struct reader *reader, const struct programme *programme)
{
	tell(reader, FIELD_TITLE, programme->title);
	tell(reader, FIELD_TITLE, programme->id);
	tell(reader, FIELD_SUMMARY, programme->area);
	suggest(reader, tell_markdown(reader, FIELD_TEXT, programme->introduction));
	tell_markdown(reader, FIELD_TEXT, programme->agreement);
	tell_markdown(reader, FIELD_TEXT, programme->funding);
}

static void tell_progress(struct reader *reader, const struct action *action)
{
	for (size_t i = 0; i < action->progress.count; i++)
		tell_markdown(reader, FIELD_TEXT, action->progress.items[i]->note);
}

static void read_point(struct reader *reader, const struct point *point)
{
	name(reader, arena_printf(reader->reading->arena, "punto %d", point->number));
	tell(reader, FIELD_TITLE, point->simple_title);
	tell(reader, slice_empty(point->simple_title) ? FIELD_TITLE : FIELD_SUBJECT, point->title);
	suggest(reader, tell_markdown(reader, FIELD_SUMMARY, point->situation));
	tell_markdown(reader, FIELD_SUMMARY, point->weaknesses);
	tell_markdown(reader, FIELD_TEXT, point->indicators);
	for (size_t i = 0; i < point->goals.count; i++)
		suggest(reader, tell_markdown(reader, FIELD_SUMMARY, point->goals.items[i].text));
	for (size_t i = 0; i < point->actions.count; i++)
		tell_markdown(reader, FIELD_TEXT, point->actions.items[i].text);
	for (size_t i = 0; i < point->deadlines.count; i++) {
		tell_markdown(reader, FIELD_TEXT, point->deadlines.items[i].text);
		tell_markdown(reader, FIELD_TEXT, point->deadlines.items[i].expected);
	}
	tell_body(reader, point->official_text);
}

static void read_action(struct reader *reader, const struct action *action)
{
	name(reader, action->id);
	name(reader, arena_printf(reader->reading->arena, "azione %d", action->point->number));
	tell_markdown(reader, FIELD_SUBJECT, action->text);
	tell(reader, FIELD_SUMMARY, action->point->simple_title);
	tell(reader, FIELD_TEXT, action->in_charge);
	for (size_t i = 0; i < action->expected_acts.count; i++)
		tell(reader, FIELD_TEXT, action->expected_acts.items[i]);
	for (size_t i = 0; i < action->deadlines.count; i++)
		tell_markdown(reader, FIELD_TEXT, action->deadlines.items[i]->text);
	tell_progress(reader, action);
	suggest(reader, slice_empty(action->point->simple_title) ? action->point->title
								 : action->point->simple_title);
}

static void read_report(struct reader *reader, const struct report *report)
{
	tell(reader, FIELD_TITLE, report->title);
	tell(reader, FIELD_SUMMARY, report->summary);
	tell(reader, FIELD_TEXT, report->period);
	suggest(reader, report->summary);
	tell_body(reader, report->file);
}

static void read_regulation(struct reader *reader, const struct regulation *regulation)
{
	tell(reader, FIELD_TITLE, regulation->title);
	tell_body(reader, regulation->file);
}

static void read_body(struct reader *reader, const struct body *body)
{
	tell(reader, FIELD_TITLE, body->name);
	for (size_t i = 0; body->initials && i < ACT_TYPE_COUNT; i++)
		tell(reader, FIELD_SUBJECT, body->initials->of_type[i]);
	suggest(reader, tell_markdown(reader, FIELD_TEXT, body->description));
	tell(reader, FIELD_TEXT, body->basis);
}

static void read_table(struct reader *reader, const struct working_table *table)
{
	tell(reader, FIELD_TITLE, table->name);
	tell(reader, FIELD_SUBJECT, table->theme);
	suggest(reader, table->theme);
	suggest(reader, tell_markdown(reader, FIELD_TEXT, table->composition));
	tell_markdown(reader, FIELD_TEXT, table->coordination);
	tell(reader, FIELD_TEXT, table->frequency);
	for (size_t i = 0; i < table->meetings.count; i++)
		tell_markdown(reader, FIELD_TEXT, table->meetings.items[i].note);
}

static void read_school(struct reader *reader, const struct school *school)
{
	const struct organisation *place = school->organisation.found;

	tell(reader, FIELD_TITLE, school->name);
	if (place)
		tell(reader, FIELD_TEXT, place->name);
	suggest(reader, place ? place->name : SLICE(""));
}

static void read_term(struct reader *reader, const struct glossary_entry *entry)
{
	tell(reader, FIELD_TITLE, entry->term);
	tell(reader, FIELD_TITLE, entry->acronym);
	suggest(reader, tell_markdown(reader, FIELD_SUMMARY, entry->explanation));
}

static void read_norm(struct reader *reader, const struct legal_source *source)
{
	const struct citation *citation = &source->citation;

	tell(reader, FIELD_TITLE, source->reference);
	tell(reader, FIELD_SUMMARY, source->title);
	suggest(reader, source->title);
	if (citation->number)
		name(reader, arena_printf(reader->reading->arena, "%u/%u",
				 (unsigned)citation->number, (unsigned)citation->year));
}

static void read_service(struct reader *reader, const struct search_service *service)
{
	/* Three times: who asks for a list by its name wants it before what only speaks of such things. */
	for (int i = 0; i < 3; i++)
		tell(reader, FIELD_TITLE, slice_from(service->title));
	tell(reader, FIELD_SUMMARY, slice_from(service->words));
	suggest(reader, slice_from(service->words));
}

static void read_page(struct reader *reader, const struct page *page, struct slice path)
{
	const struct search_service *service = search_service_at(path);

	tell(reader, FIELD_TITLE, page->title);
	tell(reader, FIELD_SUMMARY, page->description);
	if (service)
		tell(reader, FIELD_SUMMARY, slice_from(service->words));
	suggest(reader, page->description);
	tell_body(reader, page->file);
}

struct slice search_document_read(struct search_reading *reading,
    const struct search_document *document, const struct search_sink *sink)
{
	struct reader reader = { .reading = reading, .sink = sink };
	const void *subject = document->subject;

	name_date(&reader, document->date);
	switch (document->kind) {
	case SEARCH_ACT: read_act(&reader, subject); break;
	case SEARCH_MEETING: read_meeting(&reader, subject); break;
	case SEARCH_PROGRAMME: read_programme(&reader, subject); break;
	case SEARCH_POINT: read_point(&reader, subject); break;
	case SEARCH_ACTION: read_action(&reader, subject); break;
	case SEARCH_REPORT: read_report(&reader, subject); break;
	case SEARCH_REGULATION: read_regulation(&reader, subject); break;
	case SEARCH_BODY: read_body(&reader, subject); break;
	case SEARCH_MUNICIPALITY: tell(&reader, FIELD_TITLE, document->title); break;
	case SEARCH_TABLE: read_table(&reader, subject); break;
	case SEARCH_SCHOOL: read_school(&reader, subject); break;
	case SEARCH_TERM: read_term(&reader, subject); break;
	case SEARCH_NORM: read_norm(&reader, subject); break;
	case SEARCH_PAGE: read_page(&reader, subject, document->path); break;
	case SEARCH_SERVICE: read_service(&reader, subject); break;
	case SEARCH_KIND_COUNT: assert(false); break;
	}
	return reader.excerpt;
}
