#include "render/italiano_versions.h"

#include <assert.h>

/* "del 10 febbraio 2031", "n. 2 del 10 febbraio 2031" */
static struct slice which(const struct history_entry *entry, struct arena *arena)
{
	struct slice day = italian_of_date(entry->day, arena);

	if (entry->number < 2)
		return day;
	return arena_printf(arena, "n. %u %.*s", entry->number, SLICE_ARGS(day));
}

struct slice italian_version(const struct history_entry *entry, struct arena *arena)
{
	return arena_printf(arena, "versione %.*s", SLICE_ARGS(which(entry, arena)));
}

struct slice italian_version_of_today(const struct act *act)
{
	return act->file->entry->uncommitted
		   ? SLICE("pagina di oggi, che ha modifiche non ancora registrate")
		   : SLICE("versione di oggi");
}

struct slice italian_superseded(const struct history_entry *entry, struct arena *arena)
{
	const struct page_history *history = entry->history;
	struct date end;

	assert(entry + 1 < history->entries + history->count);
	end = entry[1].day;
	if (date_cmp(end, entry->day) == 0)
		return arena_printf(arena,
		    "Versione superata %.*s: questo sito l'ha sostituita lo stesso giorno.",
		    SLICE_ARGS(which(entry, arena)));
	return arena_printf(arena, "Versione superata %.*s: questo sito l'ha mostrata %.*s.",
	    SLICE_ARGS(which(entry, arena)), SLICE_ARGS(italian_until_date(end, arena)));
}
