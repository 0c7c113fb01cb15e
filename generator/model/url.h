/*
 * All addresses of the site (design 5): lower case, ASCII, ending in a slash, for ever. A path is relative to
 * the site's root, without a slash before it: "atti/2024/dczi-1/"; "" is the home page. Pages link relatively
 * to each other (url_relative); only feeds, canonical links, 404 and 410 use the base URL.
 */
#ifndef ZONALE_MODEL_URL_H
#define ZONALE_MODEL_URL_H

#include "model/site.h"

/* How links between pages are written: for a web server, or for reading from a folder (--links file). */
enum link_style { LINKS_WEB, LINKS_FILE };

struct slice url_act(const struct act *act);
struct slice url_act_history(const struct act *act, struct arena *arena);
/* Is this path, or this file under OUT, an act's chronology, an old version of it or a comparison? */
bool url_tells_versions(struct slice path);
struct slice url_attachment(const struct act *act, struct slice name, struct arena *arena);
/* An old version of its page, by the version's name ("2031-04-15-2"), and what that version changed. */
struct slice url_act_version(const struct act *act, struct slice version, struct arena *arena);
struct slice url_act_comparison(const struct act *act, struct slice version, struct arena *arena);
/* From its first version to the one of today. */
struct slice url_act_whole_comparison(const struct act *act, struct arena *arena);

struct slice url_acts_year(int32_t year, struct arena *arena);
/* kind: tipo, organo, stato, argomento, comune, punto */
struct slice url_acts_by(const char *kind, struct slice value, struct arena *arena);
/* Acts of one kind: "atti/tipo/delibera/"; in one recorded status: "atti/stato/revocati/". */
struct slice url_acts_of_type(int type, struct arena *arena);
struct slice url_acts_in_status(enum recorded_status status, struct arena *arena);
/* "atti/punto/16/": of all programmes that have a point with this number. */
struct slice url_acts_of_point(int32_t number, struct arena *arena);

struct slice url_meeting(const struct meeting *meeting, struct arena *arena);
struct slice url_programme(const struct programme *programme, struct arena *arena);
/* part: cronoprogramma, scadenze, stampa */
struct slice url_programme_part(
    const struct programme *programme, const char *part, struct arena *arena);
struct slice url_point(const struct point *point, struct arena *arena);
/* The action on its point's page: ".../punti/12-nome/#azione-12.1" */
struct slice url_action(const struct action *action, struct arena *arena);

struct slice url_body(const struct body *body, struct arena *arena);
struct slice url_municipality(const struct organisation *organisation, struct arena *arena);
struct slice url_working_table(const struct working_table *table, struct arena *arena);
struct slice url_report(const struct report *report, struct arena *arena);
struct slice url_regulation(const struct regulation *regulation, struct arena *arena);
struct slice url_regulations(struct slice id, struct arena *arena);
struct slice url_page(const struct page *page, struct arena *arena);
/* Is this the first part of addresses that belong to the site itself (design 5)? No page may be called so. */
bool url_is_reserved(struct slice name);
/* Its entry on the glossary's page: "glossario/#piano-educativo-zonale" */
struct slice url_glossary_entry(const struct glossary_entry *entry, struct arena *arena);
struct slice url_news_year(int32_t year, struct arena *arena);
struct slice url_news_month(int year, int month, struct arena *arena);
/* kind: tipo, organo, comune */
struct slice url_news_by(const char *kind, struct slice value, struct arena *arena);
struct slice url_news_of_type(int type, struct arena *arena);
struct slice url_news_of_point(int32_t number, struct arena *arena);

/*
 * What other sites take in: the latest acts as a page for a frame, and as a fragment without a frame of its own; and the
 * page that tells webmasters how.
 */
struct slice url_embedded_acts(void);
struct slice url_embedded_fragment(void);
struct slice url_embedding(void);

/* The file under OUT that answers at a path: "atti/2024/dczi-1/index.html"; a path to a file is itself. */
struct slice url_file(struct slice path, struct arena *arena);

/*
 * From one page's path to another path, as written in a link: "../../novita/". A fragment behind '#' is
 * kept. In LINKS_FILE, "../../novita/index.html".
 */
struct slice url_relative(
    struct slice from, struct slice to, enum link_style style, struct arena *arena);

/* As the web server knows it: "/conferenza-zonale/novita/" of "https://www.example.org/conferenza-zonale/". */
struct slice url_on_server(const struct site *site, struct slice path, struct arena *arena);

/* base_url and the path. */
struct slice url_absolute(const struct site *site, struct slice path, struct arena *arena);

#endif
