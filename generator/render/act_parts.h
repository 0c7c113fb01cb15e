/*
 * The parts of an act's page: what its keys say (design 4.1), in the shapes that the template shows. Nothing here
 * asks who may see the act itself: page_act.c does.
 */
#ifndef ZONALE_RENDER_ACT_PARTS_H
#define ZONALE_RENDER_ACT_PARTS_H

#include "render/facts.h"

/* act_facts.c: description lists. */
void act_facts_identity(struct maker *maker, const struct act *act, struct facts *facts);
void act_facts_effects(struct maker *maker, const struct act *act, struct facts *facts);
void act_facts_signing(struct maker *maker, const struct act *act, struct facts *facts);
void act_facts_publishing(struct maker *maker, const struct act *act, struct facts *facts);

struct vote_row {
	struct slice subject, manner, outcome, in_favour, against, abstaining, not_taking_part;
};
struct vote_rows {
	struct vote_row *items;
	size_t count, cap;
};
extern const struct view vote_row_view;

void act_votes(struct maker *maker, const struct act *act, struct vote_rows *rows);

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

struct attachment_row {
	struct slice title, url, details;
	struct slice alternative, alternative_url; /* another form of it; may be empty */
};
struct attachment_rows {
	struct attachment_row *items;
	size_t count, cap;
};
extern const struct view attachment_row_view;

void act_attachments(struct maker *maker, const struct act *act, struct attachment_rows *rows);

/* The path of an attachment of the act by its name, where it is there; else empty. */
struct slice attachment_path(const struct act *act, struct slice name, struct arena *arena);

#endif
