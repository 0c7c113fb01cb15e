/*
 * What is new, and when, in Italian: the sentences around the changes themselves (italiano_changes.h).
 */
#ifndef ZONALE_RENDER_ITALIANO_NEWS_H
#define ZONALE_RENDER_ITALIANO_NEWS_H

#include "history/subjects.h"

/* "13 maggio 2024", "maggio 2024, giorno non noto", "2024, giorno e mese non noti"; empty for an unknown date */
struct slice italian_timeline_date(struct date date, struct arena *arena);
/* Pages of one kind, first published on one day: "17 punti del programma pubblicati", "6 sedute pubblicate" */
struct slice italian_published_together(enum subject_kind kind, size_t count, struct arena *arena);
/* Pages of one kind, changed on one day: "12 modifiche alle pagine degli atti" */
struct slice italian_changed_together(enum subject_kind kind, size_t count, struct arena *arena);
/* Behind those changes that are named: "e un'altra modifica", "e altre 40 modifiche" */
struct slice italian_more_changed(size_t count, struct arena *arena);
/* Behind those publications that are named: "e un'altra pubblicazione", "e altre 40 pubblicazioni" */
struct slice italian_more_published(size_t count, struct arena *arena);
/* "Avanzamento dell'azione 12.1" */
struct slice italian_progress_of(const struct action *action, struct arena *arena);
/* Behind the first changes of a page that a list tells: "Un'altra modifica: Delibera n. 1/2031", "Altre 4 modifiche: ..." */
struct slice italian_more_changes(size_t count, struct slice page, struct arena *arena);
/* "Pubblicata il 3 marzo 2031. Da allora non è cambiata." */
struct slice italian_never_changed(struct date published, struct arena *arena);
/* "3 pubblicazioni, 12 modifiche e 1 rimozione"; "nessuna modifica" */
struct slice italian_page_news_count(
    size_t published, size_t changed, size_t removed, struct arena *arena);
/* "Maggio 2031, fino al giorno 16": of a month without its last days */
struct slice italian_month_until(struct date last, struct arena *arena);
/* "212 modifiche": of a month that has a page of its own */
struct slice italian_news_count(size_t count, struct arena *arena);
/* "Negli ultimi 30 giorni, dal 15 maggio 2031 al 13 giugno 2031" */
struct slice italian_last_days(int days, struct date today, struct arena *arena);
/* The same, and how many changes of pages: "... nelle pagine del sito ci sono state: 12 modifiche." */
struct slice italian_recent_news(
    int days, struct date today, struct slice count, struct arena *arena);
/*
 * Which changes the page of a meeting tells: "Dal 14 maggio 2031 al 2 giugno 2031, giorno della seduta successiva.", or
 * up to today, where no later one was held.
 */
struct slice italian_since_meeting(
    struct date first, struct date last, bool later_meeting, struct arena *arena);
/* Before the name of what a sentence refers to: "... Vedi: " */
struct slice italian_see(struct slice sentence, struct arena *arena);
#define ITALIAN_NOTICE_BOARD "pubblicazione all'albo pretorio"

#endif
