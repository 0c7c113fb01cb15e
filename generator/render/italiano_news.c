#include "render/italiano_news.h"

#include "render/italiano.h"

struct slice italian_timeline_date(struct date date, struct arena *arena)
{
	struct slice text = italian_date(date, arena);

	if (slice_empty(text) || date_full(date))
		return text;
	return arena_printf(arena, "%.*s, %s", SLICE_ARGS(text),
	    date.month ? "giorno non noto" : "giorno e mese non noti");
}

struct slice italian_published_together(enum subject_kind kind, size_t count, struct arena *arena)
{
	static const struct {
		const char *one, *many;
	} words[SUBJECT_KIND_COUNT] = {
		[SUBJECT_ACT] = { "atto pubblicato", "atti pubblicati" },
		[SUBJECT_MEETING] = { "seduta pubblicata", "sedute pubblicate" },
		[SUBJECT_PROGRAMME] = { "programma pubblicato", "programmi pubblicati" },
		[SUBJECT_POINT] = { "punto del programma pubblicato",
		    "punti del programma pubblicati" },
		[SUBJECT_PROGRESS] = { "notizia sull'avanzamento delle azioni pubblicata",
		    "notizie sull'avanzamento delle azioni pubblicate" },
		[SUBJECT_REPORT] = { "rapporto pubblicato", "rapporti pubblicati" },
		[SUBJECT_REGULATION] = { "testo di regolamento pubblicato",
		    "testi di regolamenti pubblicati" },
	};

	return italian_count(count, words[kind].one, words[kind].many, arena);
}

struct slice italian_changed_together(enum subject_kind kind, size_t count, struct arena *arena)
{
	static const char *const what[SUBJECT_KIND_COUNT] = {
		[SUBJECT_ACT] = "alle pagine degli atti",
		[SUBJECT_MEETING] = "alle pagine delle sedute",
		[SUBJECT_PROGRAMME] = "alle pagine dei programmi",
		[SUBJECT_POINT] = "ai punti del programma",
		[SUBJECT_PROGRESS] = "alle notizie sull'avanzamento delle azioni",
		[SUBJECT_REPORT] = "alle pagine dei rapporti",
		[SUBJECT_REGULATION] = "ai testi dei regolamenti",
	};

	return arena_printf(arena, "%.*s %s",
	    SLICE_ARGS(italian_count(count, "modifica", "modifiche", arena)), what[kind]);
}

struct slice italian_more_changed(size_t count, struct arena *arena)
{
	if (count == 1)
		return SLICE("e un'altra modifica");
	return arena_printf(arena, "e altre %zu modifiche", count);
}

struct slice italian_more_published(size_t count, struct arena *arena)
{
	if (count == 1)
		return SLICE("e un'altra pubblicazione");
	return arena_printf(arena, "e altre %zu pubblicazioni", count);
}

struct slice italian_progress_of(const struct action *action, struct arena *arena)
{
	return arena_printf(arena, "Avanzamento dell'azione %.*s", SLICE_ARGS(action->id));
}

struct slice italian_more_changes(size_t count, struct slice page, struct arena *arena)
{
	if (count == 1)
		return arena_printf(arena, "Un'altra modifica: %.*s", SLICE_ARGS(page));
	return arena_printf(arena, "Altre %zu modifiche: %.*s", count, SLICE_ARGS(page));
}

struct slice italian_never_changed(struct date published, struct arena *arena)
{
	return arena_printf(arena, "Pubblicata %.*s. Da allora non è cambiata.",
	    SLICE_ARGS(italian_on_date(published, arena)));
}

struct slice italian_page_news_count(
    size_t published, size_t changed, size_t removed, struct arena *arena)
{
	struct slice parts[3];
	size_t count = 0;

	if (published)
		parts[count++] = italian_count(published, "pubblicazione", "pubblicazioni", arena);
	if (changed)
		parts[count++] = italian_count(changed, "modifica", "modifiche", arena);
	if (removed)
		parts[count++] = italian_count(removed, "rimozione", "rimozioni", arena);
	return count ? italian_list(parts, count, arena) : SLICE("nessuna modifica");
}

struct slice italian_month_until(struct date last, struct arena *arena)
{
	struct date month = { last.year, last.month, 0 };
	struct slice text = italian_with_capital(italian_date(month, arena), true, arena);

	return arena_printf(arena, "%.*s, fino al giorno %d", SLICE_ARGS(text), last.day);
}

struct slice italian_news_count(size_t count, struct arena *arena)
{
	return italian_count(count, "modifica", "modifiche", arena);
}

/* "dal 15 maggio 2031 al 13 giugno 2031" */
static struct slice from_to(struct date first, struct date last, struct arena *arena)
{
	return arena_printf(arena, "%.*s %.*s", SLICE_ARGS(italian_since_date(first, arena)),
	    SLICE_ARGS(italian_to_date(last, arena)));
}

struct slice italian_last_days(int days, struct date today, struct arena *arena)
{
	return arena_printf(arena, "Negli ultimi %d giorni, %.*s", days,
	    SLICE_ARGS(from_to(date_add_days(today, 1 - days), today, arena)));
}

struct slice italian_recent_news(
    int days, struct date today, struct slice count, struct arena *arena)
{
	return arena_printf(arena, "%.*s, nelle pagine del sito: %.*s.",
	    SLICE_ARGS(italian_last_days(days, today, arena)), SLICE_ARGS(count));
}

struct slice italian_since_meeting(
    struct date first, struct date last, bool later_meeting, struct arena *arena)
{
	struct slice span = italian_with_capital(from_to(first, last, arena), true, arena);

	return arena_printf(arena, "%.*s%s.", SLICE_ARGS(span),
	    later_meeting ? ", giorno della seduta successiva"
			  : "; dopo questa non risultano altre sedute svolte");
}

struct slice italian_see(struct slice sentence, struct arena *arena)
{
	return arena_printf(arena, "%.*s Vedi: ", SLICE_ARGS(sentence));
}
