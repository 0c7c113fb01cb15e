/*
 * Italian sentences on the versions of an act's page.
 */
#ifndef ZONALE_RENDER_ITALIANO_VERSIONS_H
#define ZONALE_RENDER_ITALIANO_VERSIONS_H

#include "history/site_history.h"
#include "render/italiano.h"

/* "versione del 10 febbraio 2031"; of the second on that day "versione n. 2 del 10 febbraio 2031" */
struct slice italian_version(const struct history_entry *entry, struct arena *arena);

/* "versione di oggi"; where the file was changed since, "pagina di oggi, che ha modifiche non ancora registrate" */
struct slice italian_version_of_today(const struct act *act);

/*
 * "Versione superata del 10 febbraio 2031: questo sito l'ha mostrata fino al 30 aprile 2031."; "...: questo sito l'ha
 * sostituita lo stesso giorno." The entry is not its page's last.
 */
struct slice italian_superseded(const struct history_entry *entry, struct arena *arena);

#endif
