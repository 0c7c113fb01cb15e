#include "model/past.h"

#include "model/file_form.h"
#include "model/load.h"

struct resolving {
	const struct site *site;
	const struct programme *programme;
	struct arena *arena;
};

const void *past_target(const struct site *site, const struct programme *programme,
    enum target target, struct slice id, struct arena *scratch)
{
	const void *found = find_target(site, programme, target, id, scratch);
	const struct act *act = target == TARGET_ACT ? found : NULL;

	return act && act->visibility == VISIBILITY_NOWHERE ? NULL : found;
}

static void resolve(void *context, const struct key *key, struct reference *reference)
{
	const struct resolving *resolving = context;

	if (!slice_empty(reference->id))
		reference->found = past_target(resolving->site, resolving->programme, key->target,
		    reference->id, resolving->arena);
}

static const struct programme *programme_with(const struct site *site, struct slice years)
{
	for (size_t i = 0; i < site->programmes.count; i++)
		if (slice_eq(site->programmes.items[i]->id, years))
			return site->programmes.items[i];
	return NULL;
}

int32_t past_year(enum file_kind kind, struct slice folder, const struct yaml_node *root)
{
	const struct yaml_node *date = yaml_get(root, "data"), *year = yaml_get(root, "anno");
	struct slice text = date ? slice_sub(date->text, 0, 4) : year ? year->text : folder;
	uint32_t number = 0;

	if (kind == FILE_ACT || kind == FILE_REPORT)
		slice_to_uint(text, 2999, &number);
	return (int32_t)number;
}

const struct programme *past_programme(
    const struct site *site, enum file_kind kind, struct slice folder, int32_t year)
{
	return kind == FILE_ACT || kind == FILE_REPORT ? programme_for(site, year)
						       : programme_with(site, folder);
}

static void forget_voters(struct vote *vote)
{
	vote->in_favour.organisations.count = 0;
	vote->against.organisations.count = 0;
	vote->abstaining.organisations.count = 0;
	vote->not_taking_part.organisations.count = 0;
}

/* A secret vote names no one, whatever its lists hold. */
static void forget_secret_voters(struct act *act)
{
	for (size_t i = 0; i < act->votes.count; i++)
		if (act->votes.items[i].manner == VOTE_SECRET)
			forget_voters(&act->votes.items[i]);
}

void *past_read(const struct site *site, enum file_kind kind, struct slice folder,
    const struct yaml_node *root, struct arena *arena, struct diagnostics *unheard)
{
	const struct key_table *table = file_form(kind)->table;
	struct resolving resolving = { site,
		past_programme(site, kind, folder, past_year(kind, folder, root)), arena };
	struct key_reader reader = {
		.arena = arena, .diagnostics = unheard, .root = root, .history = true
	};
	void *object = arena_alloc(arena, table->size);

	keys_read(&reader, table, root, object);
	keys_each_reference(table, object, resolve, &resolving);
	if (kind == FILE_ACT)
		forget_secret_voters(object);
	return object;
}

bool act_has_secret_vote(const struct act *act)
{
	for (size_t i = 0; i < act->votes.count; i++)
		if (act->votes.items[i].manner == VOTE_SECRET)
			return true;
	return false;
}

static bool is_open_today(const struct act *today, const struct vote *then)
{
	for (size_t i = 0; i < today->votes.count; i++) {
		const struct vote *vote = &today->votes.items[i];

		if (vote->manner != VOTE_SECRET && vote->subject == then->subject &&
		    slice_eq(vote->part, then->part))
			return true;
	}
	return false;
}

void past_forget_secret_voters(const struct act *today, struct act *act)
{
	for (size_t i = 0; act_has_secret_vote(today) && i < act->votes.count; i++)
		if (!is_open_today(today, &act->votes.items[i]))
			forget_voters(&act->votes.items[i]);
}

void past_derive_act(const struct act *today, struct act *act, struct arena *arena)
{
	act->file = today->file;
	act->place = today->place;
	act->path = today->path;
	act->order_year = act->date.year ? act->date.year : act->year;
	if (act->order_year == 0)
		act->order_year = today->order_year;
	act_derive_names(act, arena);
}
