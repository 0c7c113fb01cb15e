/*
 * The parts of an act's page: what its keys say (design 4.1), in the shapes that the template shows. Nothing here
 * asks who may see the act itself: page_act.c does.
 */
#ifndef ZONALE_RENDER_ACT_PARTS_H
#define ZONALE_RENDER_ACT_PARTS_H

#include "render/attachments.h"
#include "render/attendance.h"
#include "render/facts.h"

/* act_facts.c: description lists. */
void act_facts_identity(struct maker *maker, const struct act *act, struct facts *facts);
/* The actions of the programme that name it as evidence of their progress. */
void act_facts_actions(struct maker *maker, const struct act *act, struct facts *facts);
void act_facts_effects(struct maker *maker, const struct act *act, struct facts *facts);
void act_facts_signing(struct maker *maker, const struct act *act, struct facts *facts);
void act_facts_publishing(struct maker *maker, const struct act *act, struct facts *facts);

struct vote_row {
	struct slice subject, manner, outcome, in_favour, against, abstaining, not_taking_part;
	struct slice sentence; /* "Sull'atto: approvata" */
	struct pictogram picture;
};
struct vote_rows {
	struct vote_row *items;
	size_t count, cap;
};
extern const struct view vote_row_view;

/* attendance: that which holds for the act, to draw who was away. */
void act_votes(struct maker *maker, const struct act *act, const struct attendance *attendance,
    size_t count, struct vote_rows *rows);

/* "Revoca " "la delibera DCZI n. 1/2024" ", parte: punto 3": a link inside a sentence. */
struct connection_row {
	struct slice before, text, url, after, note;
};
struct connection_rows {
	struct connection_row *items;
	size_t count, cap;
};
extern const struct view connection_row_view;

/* What the act does to others, what others of this site do to it, and what befell it from outside. */
void act_connections(struct maker *maker, const struct act *act, struct connection_rows *rows);
void act_incoming(struct maker *maker, const struct act *act, struct connection_rows *rows);
void act_events(struct maker *maker, const struct act *act, struct connection_rows *rows);

/*
 * What an act says, as its page and those of its old versions show it (parti/atto_*.mustache): what this site derives,
 * and what others say of it, is not among it.
 */
struct act_content {
	struct slice summary, plain_words, original;
	struct link_rows topics;
	struct facts identity, effects, signing, publishing;
	const struct attendance_table *attendance;
	const struct link_row *attendance_of; /* the meeting that the attendance is taken from */
	struct vote_rows votes;
	struct connection_rows events, connections;
	struct attachment_rows attachments;
	struct html text;
	bool extract;
	struct link_rows headings;
};

#define ACT_CONTENT_FIELDS(type)                                                               \
	VIEW_TEXT(type, content.summary, "sintesi"),                                           \
	    VIEW_TEXT(type, content.plain_words, "in_parole_semplici"),                        \
	    VIEW_TEXT(type, content.original, "originale"),                                    \
	    VIEW_LIST(type, content.identity, "dati", struct fact, &fact_view),                \
	    VIEW_LIST(type, content.topics, "argomenti", struct link_row, &link_row_view),     \
	    VIEW_LIST(type, content.effects, "effetti", struct fact, &fact_view),              \
	    VIEW_LIST(type, content.signing, "firme", struct fact, &fact_view),                \
	    VIEW_LIST(type, content.publishing, "pubblicazione", struct fact, &fact_view),     \
	    VIEW_OBJECT(type, content.attendance, "presenze", struct attendance_table,         \
		&attendance_table_view),                                                       \
	    VIEW_OBJECT(type, content.attendance_of, "presenze_della_seduta", struct link_row, \
		&link_row_view),                                                               \
	    VIEW_LIST(type, content.votes, "votazioni", struct vote_row, &vote_row_view),      \
	    VIEW_LIST(                                                                         \
		type, content.events, "vicende", struct connection_row, &connection_row_view), \
	    VIEW_LIST(type, content.connections, "verso_altri", struct connection_row,         \
		&connection_row_view),                                                         \
	    VIEW_LIST(type, content.attachments, "allegati", struct attachment_row,            \
		&attachment_row_view),                                                         \
	    VIEW_HTML(type, content.text, "testo_atto"),                                       \
	    VIEW_FLAG(type, content.extract, "estratto"),                                      \
	    VIEW_LIST(type, content.headings, "indice", struct link_row, &link_row_view)

/* Fills all but the text, with the attendance that holds for the act. */
void act_content_fill(struct maker *maker, const struct act *act,
    const struct attendance *attendance, size_t count, struct act_content *content);

#endif
