/* Addresses: each function's, and links between pages in both styles. */
#include <criterion/criterion.h>

#include "model/url.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(url, .init = set_up, .fini = tear_down);

Test(url, makes_relative_links)
{
	static const struct {
		const char *from, *to, *web, *file;
	} rows[] = {
		{ "", "", "./", "index.html" },
		{ "", "novita/", "novita/", "novita/index.html" },
		{ "novita/", "", "../", "../index.html" },
		{ "novita/", "novita/", "./", "index.html" },
		{ "novita/", "novita/2031/", "2031/", "2031/index.html" },
		{ "novita/2031/", "novita/", "../", "../index.html" },
		{ "atti/2031/dczi-1/", "novita/", "../../../novita/",
		    "../../../novita/index.html" },
		{ "atti/2031/dczi-1/", "atti/2031/dczi-2/", "../dczi-2/", "../dczi-2/index.html" },
		/* Shared letters are no shared folder. */
		{ "atti/2031/dczi-1/", "atti/2031/dczi-11/", "../dczi-11/",
		    "../dczi-11/index.html" },
		{ "atti/2031/dczi-11/", "atti/2031/dczi-1/", "../dczi-1/", "../dczi-1/index.html" },
		{ "atti/2031/dczi-1/", "atti/2031/dczi-1/allegati/a.pdf", "allegati/a.pdf",
		    "allegati/a.pdf" },
		{ "atti/2031/dczi-1/cronologia/", "atti/2031/dczi-1/allegati/a.pdf",
		    "../allegati/a.pdf", "../allegati/a.pdf" },
		{ "404.html", "novita/", "novita/", "novita/index.html" },
		{ "404.html", "", "./", "index.html" },
		{ "", "stile.css", "stile.css", "stile.css" },
		{ "novita/", "_tema/stile.css", "../_tema/stile.css", "../_tema/stile.css" },
		{ "novita/", "glossario/#nido", "../glossario/#nido",
		    "../glossario/index.html#nido" },
		{ "glossario/", "glossario/#nido", "#nido", "index.html#nido" },
		{ "", "#contenuto", "#contenuto", "index.html#contenuto" },
		{ "glossario/a/", "glossario/#nido", "../#nido", "../index.html#nido" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice from = slice_from(rows[i].from), to = slice_from(rows[i].to);
		struct slice web = url_relative(from, to, LINKS_WEB, arena);
		struct slice file = url_relative(from, to, LINKS_FILE, arena);

		cr_expect(slice_is(web, rows[i].web), "'%s' to '%s': %.*s", rows[i].from,
		    rows[i].to, SLICE_ARGS(web));
		cr_expect(slice_is(file, rows[i].file), "'%s' to '%s': %.*s", rows[i].from,
		    rows[i].to, SLICE_ARGS(file));
	}
}

Test(url, names_the_files_behind_paths)
{
	static const struct {
		const char *path, *file;
	} rows[] = {
		{ "", "index.html" },
		{ "atti/2031/", "atti/2031/index.html" },
		{ "404.html", "404.html" },
		{ "atti/2031/dczi-1/allegati/a.pdf", "atti/2031/dczi-1/allegati/a.pdf" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice file = url_file(slice_from(rows[i].path), arena);

		cr_expect(slice_is(file, rows[i].file), "%s: %.*s", rows[i].path, SLICE_ARGS(file));
	}
}

#define EXPECT_URL(expression, expected)                                                          \
	do {                                                                                      \
		struct slice url_made = expression;                                               \
                                                                                                  \
		cr_expect(                                                                        \
		    slice_is(url_made, expected), "%s: %.*s", #expression, SLICE_ARGS(url_made)); \
	} while (0)

Test(url, gives_each_thing_its_address)
{
	static const struct edit edits[] = {
		{ "tavoli/inclusione.yaml", NULL, "id: inclusione\nnome: Tavolo\n" },
		{ "rapporti/2031-05-01-primo.md", NULL, "---\ntitolo: Primo\n---\nTesto.\n" },
		{ "regolamenti/nidi/2031-01-01.md", NULL, "---\ntitolo: Nidi\n---\nTesto.\n" },
		{ "pagine/come-funziona.md", NULL, "---\ntitolo: Come\n---\nTesto.\n" },
		{ 0 },
	};
	struct sample sample;
	const struct site *site;
	const struct act *act;
	const struct programme *programme;
	const struct point *point;

	sample_load(&sample, edits);
	site = sample.site;
	act = site->acts.items[0];
	programme = site->programmes.items[0];
	point = programme->points.items[0];
	EXPECT_URL(url_act(act), "atti/2031/dczi-1/");
	EXPECT_URL(url_act_history(act, arena), "atti/2031/dczi-1/cronologia/");
	EXPECT_URL(url_act_version(act, SLICE("2031-04-15-2"), arena),
	    "atti/2031/dczi-1/versioni/2031-04-15-2/");
	EXPECT_URL(url_act_comparison(act, SLICE("2031-04-15-2"), arena),
	    "atti/2031/dczi-1/versioni/2031-04-15-2/confronto/");
	EXPECT_URL(url_act_whole_comparison(act, arena), "atti/2031/dczi-1/cronologia/confronto/");
	EXPECT_URL(url_attachment(act, SLICE("a.pdf"), arena), "atti/2031/dczi-1/allegati/a.pdf");
	EXPECT_URL(url_acts_year(2031, arena), "atti/2031/");
	EXPECT_URL(url_acts_by("argomento", SLICE("nidi"), arena), "atti/argomento/nidi/");
	EXPECT_URL(url_acts_of_point(16, arena), "atti/punto/16/");
	EXPECT_URL(url_news_year(2031, arena), "novita/2031/");
	EXPECT_URL(url_news_month(2031, 4, arena), "novita/2031/04/");
	EXPECT_URL(url_news_by("comune", SLICE("alfa"), arena), "novita/comune/alfa/");
	EXPECT_URL(url_news_of_type(ACT_PROTOCOL, arena), "novita/tipo/protocollo-intesa/");
	EXPECT_URL(url_news_of_point(16, arena), "novita/punto/16/");
	EXPECT_URL(url_embedding(), "_incorpora/");
	EXPECT_URL(url_embedded_acts(), "_incorpora/ultimi-atti.html");
	EXPECT_URL(url_embedded_fragment(), "_incorpora/ultimi-atti.frammento.html");
	EXPECT_URL(url_meeting(site->meetings.items[0], arena), "sedute/2031-03-05-conferenza/");
	EXPECT_URL(url_programme(programme, arena), "programma/2030-2032/");
	EXPECT_URL(
	    url_programme_part(programme, "scadenze", arena), "programma/2030-2032/scadenze/");
	EXPECT_URL(url_point(point, arena), "programma/2030-2032/punti/01-primo/");
	EXPECT_URL(url_action(&point->actions.items[1], arena),
	    "programma/2030-2032/punti/01-primo/#azione-1.2");
	EXPECT_URL(url_body(site->bodies.items[0], arena), "organi/conferenza/");
	EXPECT_URL(url_municipality(site->organisations.items[0], arena), "comuni/alfa/");
	EXPECT_URL(url_working_table(site->tables.items[0], arena), "tavoli/inclusione/");
	EXPECT_URL(url_report(site->reports.items[0], arena), "rapporti/2031-05-01-primo/");
	EXPECT_URL(url_regulations(SLICE("nidi"), arena), "regolamenti/nidi/");
	EXPECT_URL(
	    url_regulation(site->regulations.items[0], arena), "regolamenti/nidi/2031-01-01/");
	EXPECT_URL(url_page(site->pages.items[0], arena), "come-funziona/");
	EXPECT_URL(url_absolute(site, SLICE("atti/2031/"), arena),
	    "https://www.example.org/zona/atti/2031/");
	EXPECT_URL(url_absolute(site, SLICE(""), arena), "https://www.example.org/zona/");
	sample_release(&sample);
}

/* An address for each kind and each status: lower case, ASCII, no underscore, no two alike. */
Test(url, gives_each_kind_and_status_its_own_list)
{
	struct slice urls[ACT_TYPE_COUNT + STATUS_COUNT];
	size_t count = 0;

	for (int type = 1; type < ACT_TYPE_COUNT; type++)
		urls[count++] = url_acts_of_type(type, arena);
	for (int status = 1; status < STATUS_COUNT; status++)
		urls[count++] = url_acts_in_status((enum recorded_status)status, arena);
	for (size_t i = 0; i < count; i++) {
		for (size_t n = 0; n < urls[i].len; n++)
			cr_expect((urls[i].p[n] >= 'a' && urls[i].p[n] <= 'z') ||
				  urls[i].p[n] == '-' || urls[i].p[n] == '/');
		cr_expect(slice_ends(urls[i], "/") && !slice_ends(urls[i], "//"));
		for (size_t n = 0; n < i; n++)
			cr_expect_not(slice_eq(urls[i], urls[n]), "%.*s", SLICE_ARGS(urls[i]));
	}
	EXPECT_URL(url_acts_of_type(ACT_RESOLUTION, arena), "atti/tipo/delibera/");
	EXPECT_URL(url_acts_of_type(ACT_PROTOCOL, arena), "atti/tipo/protocollo-intesa/");
	EXPECT_URL(url_acts_in_status(STATUS_REVOKED, arena), "atti/stato/revocati/");
}

Test(url, says_where_the_server_has_it)
{
	static const struct {
		const char *base, *path, *wanted;
	} rows[] = {
		{ "https://www.example.org/", "_incorpora/", "/_incorpora/" },
		{ "https://www.example.org/a/b/", "", "/a/b/" },
		{ "http://www.example.org:8080/a/", "novita/", "/a/novita/" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct site site = { .settings = { .base_url = slice_from(rows[i].base) } };
		struct slice got = url_on_server(&site, slice_from(rows[i].path), arena);

		cr_expect(slice_is(got, rows[i].wanted), "%s: %.*s", rows[i].base, SLICE_ARGS(got));
	}
}
