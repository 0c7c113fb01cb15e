/*
 * Lists of acts (design 5): all, and by what they have in common. Which there are, what is in them, and the choice
 * between them that several pages offer.
 */
#ifndef ZONALE_RENDER_ACTS_LISTS_H
#define ZONALE_RENDER_ACTS_LISTS_H

#include "render/maker.h"

enum acts_by {
	BY_NOTHING,
	BY_YEAR,
	BY_TYPE,
	BY_BODY,
	BY_STATUS,
	BY_TOPIC,
	BY_MUNICIPALITY,
	BY_POINT,
	BY_COUNT
};

/* What a list's acts share: a number (year, type, status, point) or a struct of the model. */
struct acts_list {
	enum acts_by by;
	int32_t value;
	const void *common;
};

struct acts_lists {
	struct acts_list *items;
	size_t count, cap;
};

/* Every list but the whole one, in the order in which they are offered. */
struct acts_lists acts_lists_of(const struct site *site, struct arena *arena);

bool acts_list_holds(const struct acts_list *list, const struct act *act);
size_t acts_list_count(const struct site *site, const struct acts_list *list);
struct slice acts_list_path(const struct acts_list *list, struct arena *arena);

/* What the list's acts share, as a choice names it. */
struct slice acts_list_name(const struct acts_list *list, struct arena *arena);

/* Pages about bodies, topics, municipalities and points lead to their list even where it is empty. */
bool acts_list_is_always_there(const struct acts_list *list);

/* A list to choose, and how many acts it has. */
struct acts_choice {
	struct slice text, url, count;
	struct slice value; /* the last part of its address: what the search narrows results to */
	bool current;       /* it is the list in hand */
};
struct acts_choices {
	struct acts_choice *items;
	size_t count, cap;
};

extern const struct view acts_choice_view;

/* Fills `choices`, one for each enum acts_by, with the lists that have an act. */
void acts_choices_fill(struct maker *maker, struct acts_choices *choices);

/* The lists of the same kind as this one, itself among them; none for the whole list. */
void acts_choices_beside(
    struct maker *maker, const struct acts_list *list, struct acts_choices *choices);

#define ACTS_CHOICES(type, member, by, name) \
	VIEW_LIST(type, member[by], name, struct acts_choice, &acts_choice_view)

/* parti/scelte_atti.mustache writes them. */
#define ACTS_CHOICES_FIELDS(type, member)                              \
	ACTS_CHOICES(type, member, BY_YEAR, "per_anno"),               \
	    ACTS_CHOICES(type, member, BY_TYPE, "per_tipo"),           \
	    ACTS_CHOICES(type, member, BY_BODY, "per_organo"),         \
	    ACTS_CHOICES(type, member, BY_STATUS, "per_stato"),        \
	    ACTS_CHOICES(type, member, BY_TOPIC, "per_argomento"),     \
	    ACTS_CHOICES(type, member, BY_MUNICIPALITY, "per_comune"), \
	    ACTS_CHOICES(type, member, BY_POINT, "per_punto")

#endif
