/* Registers, bodies, regulations and the site's settings (design 4.3, 10). */
#include "base/unicode.h"
#include "check/rule.h"

/* An entry that another one repeats: reports the later, by its place in the file. */
static void check_double(struct check *check, struct map *seen, struct position at,
    const struct yaml_node *node, struct slice name)
{
	struct slice key = utf8_fold(name, check->scratch);
	const struct yaml_node *other;

	if (slice_empty(key))
		return;
	other = map_put(seen, check->scratch, key, (void *)(uintptr_t)node);
	if (other)
		diag2(check->diagnostics, DIAG_REGISTER_DOUBLE, at, name,
		    shown_number(check, other->line));
}

static int by_line(const struct glossary_entry *a, const struct glossary_entry *b)
{
	return (a->node->line > b->node->line) - (a->node->line < b->node->line);
}

/* The glossary is kept by term; its doubles are told in the order of the file. */
static void check_glossary(struct check *check)
{
	static const struct slice path = SLICE_INIT("content/glossario.yaml");
	const struct site *site = check->site;
	struct map terms = { 0 }, acronyms = { 0 };
	const struct glossary_entry **entries =
	    ARENA_COUNT(check->scratch, const struct glossary_entry *, site->glossary.count);

	for (size_t i = 0; i < site->glossary.count; i++) {
		size_t at = i;

		for (; at > 0 && by_line(entries[at - 1], site->glossary.items[i]) > 0; at--)
			entries[at] = entries[at - 1];
		entries[at] = site->glossary.items[i];
	}
	for (size_t i = 0; i < site->glossary.count; i++) {
		check_double(check, &terms, key_position(entries[i]->node, "termine", path),
		    entries[i]->node, entries[i]->term);
		check_double(check, &acronyms, key_position(entries[i]->node, "sigla", path),
		    entries[i]->node, entries[i]->acronym);
	}
}

static void check_legal_sources(struct check *check)
{
	const struct site *site = check->site;
	struct map seen = { 0 };

	for (size_t i = 0; i < site->legal_sources.count; i++) {
		const struct legal_source *each = site->legal_sources.items[i];

		check_double(check, &seen,
		    key_position(each->node, "estremi", SLICE("content/norme.yaml")), each->node,
		    each->reference);
	}
}

static void check_people(struct check *check)
{
	const struct content_file *file = check_file(check, SLICE("content/persone.yaml"));

	for (size_t i = 0; i < check->site->people.count; i++) {
		const struct person *person = check->site->people.items[i];

		if (person->standing == PERSON_POLITICAL && person->offices.count == 0)
			diag1(check->diagnostics, DIAG_PERSON_NO_OFFICE,
			    at_key(file, person->node, "qualifica"), person->id);
		for (size_t n = 0; n < person->offices.count; n++) {
			const struct office *office = &person->offices.items[n];
			int of = has_key(office->node, "ente") + has_key(office->node, "organo");

			if (of != 1)
				diag1(check->diagnostics, DIAG_OFFICE_OF,
				    yaml_position(office->node, file->path),
				    shown_number(check, of));
			check_span(check, file, office->node, office->since, office->until, "al");
		}
	}
}

/* Two members that are one organisation, at the same time. */
static void check_member(struct check *check, const struct body *body, size_t index)
{
	const struct body_member *member = &body->members.items[index];

	check_span(check, body->file, member->node, member->since, member->until, "al");
	for (size_t i = 0; i < index; i++) {
		const struct body_member *other = &body->members.items[i];

		if (!slice_eq(member->organisation.id, other->organisation.id) ||
		    date_surely_before(member->until, other->since) ||
		    date_surely_before(other->until, member->since))
			continue;
		diag2(check->diagnostics, DIAG_REGISTER_DOUBLE,
		    at_key(body->file, member->node, "ente"), member->organisation.id,
		    shown_number(check, other->node->line));
		return;
	}
}

static void check_members(struct check *check, const struct body *body)
{
	for (size_t i = 0; i < body->members.count; i++)
		check_member(check, body, i);
}

/* The later body, by id, that has the same initials for a kind of act as one before it. */
static void check_initials(struct check *check, const struct body *body)
{
	const struct site *site = check->site;

	for (int type = 1; body->initials && type < ACT_TYPE_COUNT; type++) {
		struct slice own = body->initials->of_type[type];
		const struct word *word = word_find(act_type_words, type);

		for (size_t i = 0; i < site->bodies.count; i++) {
			const struct body *other = site->bodies.items[i];

			if (other == body)
				break;
			if (slice_empty(own) || !other->initials || !word ||
			    !slice_eq(utf8_fold(own, check->scratch),
				utf8_fold(other->initials->of_type[type], check->scratch)))
				continue;
			diag3(check->diagnostics, DIAG_BODIES_SHARE_INITIALS,
			    at_key(body->file, body->initials->node, word->name), own,
			    slice_from(word->name), other->id);
		}
	}
}

static void check_regulations(struct check *check)
{
	for (size_t i = 0; i < check->site->regulations.count; i++) {
		const struct regulation *each = check->site->regulations.items[i];

		check_span(check, each->file, each->node, each->in_force_since,
		    each->in_force_until, "vigente_al");
	}
}

/*
 * http or https, a host, nothing that a path can't be added to, and no character that means something in a web
 * server's settings: some files of the site are included there.
 */
static bool is_base_url(struct slice url)
{
	struct slice rest;

	if (slice_starts(url, "https://"))
		rest = slice_from_index(url, 8);
	else if (slice_starts(url, "http://"))
		rest = slice_from_index(url, 7);
	else
		return false;
	for (size_t i = 0; i < rest.len; i++)
		if (!ascii_is_alnum(rest.p[i]) &&
		    slice_find_byte(SLICE("-._~:/%"), rest.p[i]) == SLICE_NONE)
			return false;
	return !slice_empty(rest) && rest.p[0] != '/';
}

static void check_base_url(struct check *check)
{
	const struct content_file *file = check_file(check, SLICE("content/sito.yaml"));
	const struct settings *settings = &check->site->settings;

	if (file && !slice_empty(settings->base_url) && !is_base_url(settings->base_url))
		diag1(check->diagnostics, DIAG_SETTINGS_BASE_URL,
		    at_key(file, settings->node, "base_url"), settings->base_url);
}

/* The keys of sito.yaml that the legal and contact pages can't do without, and the page. */
static const struct {
	const char *map, *key, *page; /* map: the key that it stands in, or null */
} wanted[] = {
	{ "contatti", "titolare", "Privacy" },
	{ "contatti", "dpo", "Privacy" },
	{ "link", "privacy", "Privacy" },
	{ "link", "amministrazione_trasparente", "Note legali" },
	{ "accessibilita", "dichiarazione_url", "Accessibilità" },
	{ NULL, "licenza", "Note legali" },
};

/* One of these is enough to be reached. */
static const char *const ways_to_reach[] = { "email", "pec", "telefono" };

/* Is it in the mapping `map` of sito.yaml, or is it, or all of that mapping, said to be awaited? */
static bool setting_is_there(const struct settings *settings, const char *map, const char *key)
{
	const struct yaml_node *inside = map ? yaml_get(settings->node, map) : settings->node;

	return inside && (yaml_get(inside, key) || key_is_awaited(inside));
}

static struct slice setting_name(struct check *check, const char *map, const char *key)
{
	return map ? arena_printf(check->scratch, "%s.%s", map, key) : slice_from(key);
}

static void report_awaited(struct check *check, const struct content_file *file,
    const struct yaml_node *value, const char *map, const char *key)
{
	if (value && key_is_awaited(value))
		diag1(check->diagnostics, DIAG_SETTINGS_AWAITED, yaml_position(value, file->path),
		    setting_name(check, map, key));
}

/* Each place of sito.yaml where something is said to be awaited. */
static void check_awaited(struct check *check, const struct content_file *file)
{
	const struct yaml_node *root = check->site->settings.node;

	for (size_t i = 0; i < settings_table.count; i++) {
		const struct key *row = &settings_table.keys[i];
		const struct yaml_node *value = yaml_get(root, row->name);

		if (row->may_be_awaited)
			report_awaited(check, file, value, NULL, row->name);
		for (size_t n = 0; row->may_be_awaited && row->of && n < row->of->count; n++)
			report_awaited(check, file, yaml_get(value, row->of->keys[n].name),
			    row->name, row->of->keys[n].name);
	}
}

static void check_settings(struct check *check)
{
	const struct content_file *file = check_file(check, SLICE("content/sito.yaml"));
	const struct settings *settings = &check->site->settings;
	bool reachable = false;

	if (!file)
		return;
	for (size_t i = 0; i < sizeof ways_to_reach / sizeof *ways_to_reach; i++)
		reachable = reachable || setting_is_there(settings, "contatti", ways_to_reach[i]);
	if (!reachable)
		diag2(check->diagnostics, DIAG_SETTINGS_MISSING, position_file(file->path),
		    SLICE("contatti.email"), SLICE("Contatti"));
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!setting_is_there(settings, wanted[i].map, wanted[i].key))
			diag2(check->diagnostics, DIAG_SETTINGS_MISSING, position_file(file->path),
			    setting_name(check, wanted[i].map, wanted[i].key),
			    slice_from(wanted[i].page));
	check_awaited(check, file);
}

static void check_declaration(struct check *check)
{
	const struct content_file *file = check_file(check, SLICE("content/sito.yaml"));
	const struct accessibility *given = check->site->settings.accessibility;

	if (file && given && !slice_empty(given->declaration_url) &&
	    !slice_starts(given->declaration_url, "https://form.agid.gov.it/view/"))
		diag1(check->diagnostics, DIAG_SETTINGS_DECLARATION,
		    at_key(file, given->node, "dichiarazione_url"), given->declaration_url);
}

static const struct rule rules[] = {
	{ .site = check_glossary, REPORTS(DIAG_REGISTER_DOUBLE) },
	{ .site = check_legal_sources, REPORTS(DIAG_REGISTER_DOUBLE) },
	{ .site = check_people,
	    REPORTS(DIAG_PERSON_NO_OFFICE, DIAG_OFFICE_OF, DIAG_DATES_REVERSED) },
	{ .body = check_members, REPORTS(DIAG_REGISTER_DOUBLE, DIAG_DATES_REVERSED) },
	{ .body = check_initials, REPORTS(DIAG_BODIES_SHARE_INITIALS) },
	{ .site = check_regulations, REPORTS(DIAG_DATES_REVERSED) },
	{ .site = check_base_url, REPORTS(DIAG_SETTINGS_BASE_URL) },
	{ .site = check_settings, REPORTS(DIAG_SETTINGS_MISSING, DIAG_SETTINGS_AWAITED) },
	{ .site = check_declaration, REPORTS(DIAG_SETTINGS_DECLARATION) },
};

const struct rule_table register_rules = { rules, sizeof rules / sizeof *rules };
