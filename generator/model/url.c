#include "model/url.h"

#include <assert.h>

struct slice url_act(const struct act *act)
{
	return act->path;
}

struct slice url_act_history(const struct act *act, struct arena *arena)
{
	return ARENA_CONCAT(arena, act->path, SLICE("cronologia/"));
}

struct slice url_act_version(const struct act *act, struct slice version, struct arena *arena)
{
	return ARENA_CONCAT(arena, act->path, SLICE("versioni/"), version, SLICE("/"));
}

struct slice url_act_comparison(const struct act *act, struct slice version, struct arena *arena)
{
	return ARENA_CONCAT(arena, act->path, SLICE("versioni/"), version, SLICE("/confronto/"));
}

struct slice url_act_whole_comparison(const struct act *act, struct arena *arena)
{
	return ARENA_CONCAT(arena, act->path, SLICE("cronologia/confronto/"));
}

bool url_tells_versions(struct slice path)
{
	return slice_starts(path, "atti/") && (slice_find(path, "/cronologia/") != SLICE_NONE ||
						  slice_find(path, "/versioni/") != SLICE_NONE);
}

struct slice url_attachment(const struct act *act, struct slice name, struct arena *arena)
{
	return arena_printf(arena, "%.*sallegati/%.*s", SLICE_ARGS(act->path), SLICE_ARGS(name));
}

struct slice url_acts_year(int32_t year, struct arena *arena)
{
	return arena_printf(arena, "atti/%04d/", year);
}

struct slice url_acts_by(const char *kind, struct slice value, struct arena *arena)
{
	return arena_printf(arena, "atti/%s/%.*s/", kind, SLICE_ARGS(value));
}

/* No underscore in addresses: protocollo_intesa is protocollo-intesa. */
static struct slice type_in_url(int type)
{
	const struct word *word = word_find(act_type_words, type);

	if (type == ACT_PROTOCOL)
		return SLICE("protocollo-intesa");
	return slice_from(word ? word->name : "altro");
}

struct slice url_acts_of_type(int type, struct arena *arena)
{
	return url_acts_by("tipo", type_in_url(type), arena);
}

struct slice url_acts_in_status(enum recorded_status status, struct arena *arena)
{
	static const char *const names[STATUS_COUNT] = {
		[STATUS_NONE_RECORDED] = "senza-modifiche-registrate",
		[STATUS_NOT_ASCERTAINED] = "non-accertati",
		[STATUS_NOT_ADOPTED] = "non-adottati",
		[STATUS_AMENDED] = "modificati",
		[STATUS_SUSPENDED] = "sospesi",
		[STATUS_REPLACED] = "sostituiti",
		[STATUS_REVOKED] = "revocati",
		[STATUS_ANNULLED] = "annullati",
		[STATUS_LAPSED] = "cessati",
		[STATUS_EXPIRED] = "scaduti",
	};

	return url_acts_by("stato", slice_from(names[status]), arena);
}

struct slice url_acts_of_point(int32_t number, struct arena *arena)
{
	return arena_printf(arena, "atti/punto/%d/", number);
}

struct slice url_meeting(const struct meeting *meeting, struct arena *arena)
{
	return arena_printf(arena, "sedute/%.*s/", SLICE_ARGS(meeting->id));
}

struct slice url_programme(const struct programme *programme, struct arena *arena)
{
	return arena_printf(arena, "programma/%.*s/", SLICE_ARGS(programme->id));
}

struct slice url_programme_part(
    const struct programme *programme, const char *part, struct arena *arena)
{
	return arena_printf(arena, "programma/%.*s/%s/", SLICE_ARGS(programme->id), part);
}

struct slice url_point(const struct point *point, struct arena *arena)
{
	return arena_printf(arena, "programma/%.*s/punti/%.*s/", SLICE_ARGS(point->programme->id),
	    SLICE_ARGS(point->file->id));
}

struct slice url_action(const struct action *action, struct arena *arena)
{
	return arena_printf(arena, "%.*s#azione-%.*s", SLICE_ARGS(url_point(action->point, arena)),
	    SLICE_ARGS(action->id));
}

struct slice url_body(const struct body *body, struct arena *arena)
{
	return arena_printf(arena, "organi/%.*s/", SLICE_ARGS(body->id));
}

struct slice url_municipality(const struct organisation *organisation, struct arena *arena)
{
	return arena_printf(arena, "comuni/%.*s/", SLICE_ARGS(organisation->id));
}

struct slice url_working_table(const struct working_table *table, struct arena *arena)
{
	return arena_printf(arena, "tavoli/%.*s/", SLICE_ARGS(table->id));
}

struct slice url_report(const struct report *report, struct arena *arena)
{
	return arena_printf(arena, "rapporti/%.*s/", SLICE_ARGS(report->id));
}

struct slice url_regulations(struct slice id, struct arena *arena)
{
	return arena_printf(arena, "regolamenti/%.*s/", SLICE_ARGS(id));
}

struct slice url_regulation(const struct regulation *regulation, struct arena *arena)
{
	return arena_printf(arena, "regolamenti/%.*s/%.*s/", SLICE_ARGS(regulation->id),
	    SLICE_ARGS(date_iso(regulation->date, arena)));
}

struct slice url_page(const struct page *page, struct arena *arena)
{
	return arena_printf(arena, "%.*s/", SLICE_ARGS(page->id));
}

bool url_is_reserved(struct slice name)
{
	static const char *const names[] = { "atti", "sedute", "programma", "conferenza", "organi",
		"comuni", "persone", "tavoli", "rapporti", "regolamenti", "normativa", "scuole",
		"novita", "archivio", "cerca", "dati", "glossario", "verifica", "iscriviti",
		"mappa", "risorse" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (slice_is(name, names[i]))
			return true;
	return false;
}

struct slice url_glossary_entry(const struct glossary_entry *entry, struct arena *arena)
{
	return ARENA_CONCAT(arena, SLICE("glossario/#"), entry->anchor);
}

struct slice url_news_year(int32_t year, struct arena *arena)
{
	return arena_printf(arena, "novita/%04d/", year);
}

struct slice url_news_month(int year, int month, struct arena *arena)
{
	return arena_printf(arena, "novita/%04d/%02d/", year, month);
}

struct slice url_news_by(const char *kind, struct slice value, struct arena *arena)
{
	return arena_printf(arena, "novita/%s/%.*s/", kind, SLICE_ARGS(value));
}

struct slice url_news_of_type(int type, struct arena *arena)
{
	return url_news_by("tipo", type_in_url(type), arena);
}

struct slice url_news_of_point(int32_t number, struct arena *arena)
{
	return arena_printf(arena, "novita/punto/%d/", number);
}

struct slice url_embedded_acts(void)
{
	return SLICE("_incorpora/ultimi-atti.html");
}

struct slice url_embedded_fragment(void)
{
	return SLICE("_incorpora/ultimi-atti.frammento.html");
}

struct slice url_embedding(void)
{
	return SLICE("_incorpora/");
}

static bool is_folder(struct slice path)
{
	return slice_empty(path) || slice_ends(path, "/");
}

struct slice url_file(struct slice path, struct arena *arena)
{
	return is_folder(path) ? ARENA_CONCAT(arena, path, SLICE("index.html")) : path;
}

/* As far up as any path of the site goes. */
#define UP "../../../../../../../../"

/* The bytes of both up to and with the last slash that they share. */
static size_t shared_folders(struct slice a, struct slice b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a.len && i < b.len && a.p[i] == b.p[i]; i++)
		if (a.p[i] == '/')
			shared = i + 1;
	return shared;
}

struct slice url_relative(
    struct slice from, struct slice to, enum link_style style, struct arena *arena)
{
	struct slice path, fragment, rest, up = SLICE("");
	bool has_fragment = slice_cut(to, '#', &path, &fragment);
	size_t shared = shared_folders(from, path);

	for (size_t i = shared; i < from.len; i++)
		up.len += from.p[i] == '/' ? 3 : 0;
	assert(up.len <= sizeof UP - 1);
	up.p = UP;
	rest = slice_from_index(path, shared);
	if (style == LINKS_FILE && is_folder(path))
		rest = ARENA_CONCAT(arena, rest, SLICE("index.html"));
	/* A link to the folder that the page itself is in must say something: an empty one means the page. */
	if (slice_empty(up) && slice_empty(rest) && !(has_fragment && slice_eq(from, path)))
		up = SLICE("./");
	return ARENA_CONCAT(arena, up, rest, has_fragment ? SLICE("#") : SLICE(""), fragment);
}

struct slice url_absolute(const struct site *site, struct slice path, struct arena *arena)
{
	return ARENA_CONCAT(arena, site->settings.base_url, path);
}

struct slice url_on_server(const struct site *site, struct slice path, struct arena *arena)
{
	struct slice rest = site->settings.base_url;
	size_t host = slice_find(rest, "://");

	if (host != SLICE_NONE)
		rest = slice_from_index(rest, host + 3);
	return ARENA_CONCAT(arena, slice_from_index(rest, slice_find_byte(rest, '/')), path);
}
