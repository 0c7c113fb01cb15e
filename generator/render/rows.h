/*
 * What several pages show alike: an act in a list, and which acts a list may hold. The same for all pages, so that
 * nothing shows on one what another keeps back (design 4.1).
 */
#ifndef ZONALE_RENDER_ROWS_H
#define ZONALE_RENDER_ROWS_H

#include "render/maker.h"

/* An act in a list; of a removed one only what its card may say. */
struct act_row {
	struct slice title; /* what lists call it, shortened; the reference where it has no title */
	struct slice reference; /* "Delibera DCZI n. 1/2024" */
	struct slice url;
	struct date date;       /* as far as it is known */
	struct slice date_text; /* "13 maggio 2024", "2017, giorno non noto" */
	struct slice body;      /* of an organisation's own act: the organisation; may be empty */
	struct slice summary;   /* sintesi; may be empty */
	struct slice status;    /* "revocata"; empty where this site records nothing */
	bool has_title;         /* title is not the reference */
	bool removed;           /* only a card is left */
	bool draft;             /* shown by --drafts alone */
	bool uncommitted;       /* not yet in the site's history */
};

struct act_rows {
	struct act_row *items;
	size_t count, cap;
};

/* parti/riga_atto.mustache writes it: {{#atti}}{{>parti/riga_atto}}{{/atti}} inside a <ul>. */
extern const struct view act_row_view;

/* For site->acts, body->acts, topic->acts...: the items and how many. */
#define ACTS(list) ((const struct act *const *)(list).items), (list).count

/*
 * May lists hold it, may counts count it? Removed acts are in the archive and where another act names them
 * (act_is_named), drafts nowhere.
 */
bool act_is_listed(const struct act *act);

/* May a page say that it exists, by its reference and a link? */
bool act_is_named(const struct act *act);

/* Shown by --drafts alone: a draft, or to be published after today. */
bool act_is_draft(const struct act *act, struct date today);

/* Was it taken away for personal data? Then nothing that may repeat them is shown. */
bool act_is_withheld(const struct act *act);

/* The subject, as far as a card may say it: not where personal data were the reason. */
struct slice act_card_subject(const struct act *act);

/* How many of them are listed. */
size_t acts_listed(const struct act *const *acts, size_t count);

/* The first that is still to be held, or null. */
const struct meeting *meeting_next(const struct site *site);

struct act_row act_row_of(struct maker *maker, const struct act *act);

/* Adds those that are listed, in reverse order: lists of the model have the newest last, pages first. */
void act_rows_add(
    struct maker *maker, const struct act *const *acts, size_t count, struct act_rows *rows);
/* The same until there are `max` rows. */
void act_rows_add_latest(struct maker *maker, const struct act *const *acts, size_t count,
    size_t max, struct act_rows *rows);

#endif
