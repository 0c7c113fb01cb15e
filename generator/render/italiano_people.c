#include "render/italiano_people.h"

struct slice italian_members(size_t count, bool municipalities, struct arena *arena)
{
	if (count == 0)
		return SLICE("A questo sito non risulta chi ne faccia parte oggi.");
	if (count == 1)
		return municipalities ? SLICE("A questo sito risulta che ne fa parte un Comune.")
				      : SLICE("A questo sito risulta che ne fa parte un ente.");
	return arena_printf(arena, "A questo sito risulta che ne fanno parte %zu %s.", count,
	    municipalities ? "Comuni" : "enti");
}

struct slice italian_latest_of(size_t count, size_t shown, const char *one, const char *many,
    bool feminine, struct arena *arena)
{
	struct slice all = italian_count(count, one, many, arena);
	const char *article = feminine ? "le" : "i";

	if (count <= shown)
		return all;
	if (shown == 1)
		return arena_printf(
		    arena, "%.*s; qui %s più recente", SLICE_ARGS(all), feminine ? "la" : "il");
	return arena_printf(arena, "%.*s; qui %s %zu più recenti", SLICE_ARGS(all), article, shown);
}

/* Adds "presente a 3" to the parts, where it is any. */
static size_t add_part(
    struct slice *parts, size_t at, const char *words, size_t count, struct arena *arena)
{
	if (count == 0)
		return at;
	parts[at] = arena_printf(arena, "%s %zu", words, count);
	return at + 1;
}

struct slice italian_attendance_sums(const struct attendance_sums *sums, struct arena *arena)
{
	size_t known = sums->present + sums->absent + sums->excused, count = 0;
	struct slice parts[3];

	if (known == 0)
		return SLICE("");
	count = add_part(parts, count, "presente a", sums->present, arena);
	count = add_part(parts, count, "assente a", sums->absent, arena);
	count = add_part(parts, count, "assente giustificato a", sums->excused, arena);
	return arena_printf(arena, "Di %.*s si sa se c'era: %.*s.",
	    SLICE_ARGS(italian_count(known, "seduta", "sedute", arena)),
	    SLICE_ARGS(italian_join(parts, count, arena)));
}

struct slice italian_untold_attendance(const struct attendance_sums *sums, struct arena *arena)
{
	bool others = sums->present + sums->absent + sums->excused > 0;

	if (sums->untold == 0)
		return SLICE("");
	if (sums->untold == 1)
		return arena_printf(arena,
		    "Di un%s seduta degli organi di cui fa parte non si sa se c'era.",
		    others ? "'altra" : "a");
	return arena_printf(arena,
	    "Di %s%zu sedute degli organi di cui fa parte non si sa se c'era.",
	    others ? "altre " : "", sums->untold);
}

const char *italian_cast_vote(enum cast_vote vote)
{
	static const char *const words[CAST_COUNT] = {
		[CAST_IN_FAVOUR] = "favorevole",
		[CAST_AGAINST] = "contrario",
		[CAST_ABSTAINING] = "astenuto",
		[CAST_NOT] = "non ha partecipato al voto",
	};

	return words[vote];
}

struct slice italian_vote_sums(const size_t sums[CAST_COUNT], struct arena *arena)
{
	static const char *const words[CAST_COUNT] = {
		[CAST_IN_FAVOUR] = "favorevole in",
		[CAST_AGAINST] = "contrario in",
		[CAST_ABSTAINING] = "astenuto in",
		[CAST_NOT] = "non partecipante in",
	};
	struct slice parts[CAST_COUNT];
	size_t known = 0, count = 0;

	for (int i = 0; i < CAST_COUNT; i++) {
		known += sums[i];
		count = add_part(parts, count, words[i], sums[i], arena);
	}
	if (known == 0)
		return SLICE("");
	return arena_printf(arena, "Di %.*s si sa come ha votato: %.*s.",
	    SLICE_ARGS(italian_count(known, "votazione", "votazioni", arena)),
	    SLICE_ARGS(italian_join(parts, count, arena)));
}
