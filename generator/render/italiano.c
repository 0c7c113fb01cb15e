#include "render/italiano.h"

#include <inttypes.h>

static const char *const months[] = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
	"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" };

const char *italian_month(int month)
{
	return months[month - 1];
}

struct slice italian_date(struct date date, struct arena *arena)
{
	if (!date_known(date))
		return SLICE("");
	if (!date.month)
		return arena_printf(arena, "%d", date.year);
	if (!date.day)
		return arena_printf(arena, "%s %d", italian_month(date.month), date.year);
	return arena_printf(arena, "%d%s %s %d", date.day, date.day == 1 ? "º" : "",
	    italian_month(date.month), date.year);
}

/* Days that begin with a vowel when spoken: l'otto, l'undici. */
static bool day_elides(struct date date)
{
	return date.day == 8 || date.day == 11;
}

/* "il 13 maggio 2024" from "il ", and "l'8 maggio 2024" from "l'". */
static struct slice with_article(
    struct date date, const char *full, const char *elided, struct arena *arena)
{
	return arena_printf(arena, "%s%.*s", day_elides(date) ? elided : full,
	    SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_on_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "il ", "l'", arena);
	return arena_printf(arena, "nel %.*s", SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_since_date(struct date date, struct arena *arena)
{
	if (date_full(date))
		return with_article(date, "dal ", "dall'", arena);
	return arena_printf(
	    arena, "%s %.*s", date.month ? "da" : "dal", SLICE_ARGS(italian_date(date, arena)));
}

struct slice italian_time(struct clock clock, struct arena *arena)
{
	return clock.known ? arena_printf(arena, "%d:%02d", clock.hour, clock.minute) : SLICE("");
}

struct slice italian_count(size_t count, const char *one, const char *many, struct arena *arena)
{
	return arena_printf(arena, "%zu %s", count, count == 1 ? one : many);
}

struct slice italian_list(const struct slice *items, size_t count, struct arena *arena)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < count; i++)
		text = arena_printf(arena, "%.*s%s%.*s", SLICE_ARGS(text),
		    i == 0           ? ""
		    : i + 1 == count ? " e "
				     : ", ",
		    SLICE_ARGS(items[i]));
	return text;
}

/* 12500 as "12.500". */
static struct slice grouped(int64_t number, struct arena *arena)
{
	if (number < 1000)
		return arena_printf(arena, "%" PRId64, number);
	return arena_printf(
	    arena, "%.*s.%03d", SLICE_ARGS(grouped(number / 1000, arena)), (int)(number % 1000));
}

struct slice italian_euros(struct decimal amount, struct arena *arena)
{
	int64_t cents = (amount.thousandths + 5) / 10;

	return arena_printf(
	    arena, "%.*s,%02d euro", SLICE_ARGS(grouped(cents / 100, arena)), (int)(cents % 100));
}

struct slice italian_size(uint64_t bytes, struct arena *arena)
{
	uint64_t tenths = (bytes * 10 + 524288) / 1048576;

	if (bytes < 1024)
		return arena_printf(arena, "%" PRIu64 " byte", bytes);
	if (bytes < 1048576)
		return arena_printf(arena, "%" PRIu64 " KB", (bytes + 512) / 1024);
	return arena_printf(arena, "%" PRIu64 ",%" PRIu64 " MB", tenths / 10, tenths % 10);
}

struct slice italian_word(const struct word *words, int value)
{
	const struct word *word = value ? word_find(words, value) : NULL;

	return slice_from(word ? word->label[0] : "");
}

/* --- acts -------------------------------------------------------------------------------------- */

/* --- programme --------------------------------------------------------------------------------- */

/* --- meetings, bodies, people ------------------------------------------------------------------ */

/* --- history ----------------------------------------------------------------------------------- */
