/*
 * For tests/changelog.sh.
 *
 *   changed_keys SITE DAY    of which keys did the versions of the site's files say that they changed? Every key that
 *                            has a meaning must have been touched, or there is a sentence that nobody ever read.
 *   changed_keys --json      reads what `history log --format json` says, and says it as `history log` does
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "build.h"
#include "history/site_history.h"
#include "model/act.h"
#include "model/programme.h"

static const struct key_table *const tables[] = { &act_table, &meeting_table, &programme_table,
	&point_table, &progress_table, &report_table, &regulation_table };

/* What no change is ever told of: of a removed act no version is; of other keys another item is told, added and removed. */
static const char *const untouchable[] = {
	"atto.rimozione",
	"atto.rimozione.data",
	"atto.rimozione.motivo",
	"atto.votazioni.oggetto",
	"atto.collegamenti.atto",
	"atto.collegamenti.regolamento",
};

struct touched {
	struct arena *arena;
	struct map paths; /* "atto.pareri.esito changed" */
	size_t missing, seen;
};

static const char *const verbs[] = { [CHANGE_ADDED] = "added",
	[CHANGE_REMOVED] = "removed",
	[CHANGE_REPLACED] = "changed",
	[CHANGE_MOVED] = "moved" };

static struct slice path_of(struct touched *touched, const struct key_table *table,
    const struct key *key, const struct key *inner, const char *verb)
{
	return arena_printf(touched->arena, "%s.%s%s%s %s", table->name, key->name,
	    inner ? "." : "", inner ? inner->name : "", verb);
}

static void note(struct touched *touched, const struct key_table *table, const struct key *key,
    const struct key *inner, const char *verb)
{
	map_put(
	    &touched->paths, touched->arena, path_of(touched, table, key, inner, verb), touched);
}

static bool is_untouchable(
    const struct key_table *table, const struct key *key, const struct key *inner)
{
	char path[100];

	snprintf(path, sizeof path, "%s.%s%s%s", table->name, key->name, inner ? "." : "",
	    inner ? inner->name : "");
	for (size_t i = 0; i < sizeof untouchable / sizeof untouchable[0]; i++)
		if (strcmp(path, untouchable[i]) == 0)
			return true;
	return false;
}

static void want(struct touched *touched, const struct key_table *table, const struct key *key,
    const struct key *inner, const char *verb)
{
	struct slice path = path_of(touched, table, key, inner, verb);

	touched->seen++;
	if (map_get(&touched->paths, path) || is_untouchable(table, key, inner))
		return;
	touched->missing++;
	printf("no step has %.*s\n", SLICE_ARGS(path));
}

/* Inside an item or an object one verb is enough: all share one sentence, and the table above tells them apart. */
static void want_inner(struct touched *touched, const struct key_table *table,
    const struct key *key, const struct key *inner)
{
	for (size_t verb = CHANGE_ADDED; verb <= CHANGE_REPLACED; verb++)
		if (map_get(&touched->paths, path_of(touched, table, key, inner, verbs[verb])))
			return;
	want(touched, table, key, inner, "changed");
}

static void want_key(struct touched *touched, const struct key_table *table, const struct key *key)
{
	static const char *const of_items[] = { "one added", "several added", "one removed",
		"several removed" };
	bool has_items = key->type == VALUE_LIST;

	for (size_t i = 0; has_items && i < sizeof of_items / sizeof of_items[0]; i++)
		want(touched, table, key, NULL, of_items[i]);
	/* A key whose absence says something is changed from that. */
	if (!has_items && !key->required && !key->absent) {
		want(touched, table, key, NULL, "added");
		want(touched, table, key, NULL, "removed");
	}
	if (!has_items && !key->of)
		want(touched, table, key, NULL, "changed");
	for (size_t i = 0; key->of && i < key->of->count; i++)
		if (!key->of->keys[i].no_meaning)
			want_inner(touched, table, key, &key->of->keys[i]);
}

/* Items of the same list that were added, or removed, with this one: one and several are told in other words. */
static bool is_of_several(const struct changes *changes, const struct change *item)
{
	size_t count = 0;

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		count += change->place == CHANGE_OF_ITEM && change->key == item->key &&
			 change->verb == item->verb;
	}
	return count > 1;
}

static void read_entry(struct touched *touched, const struct history_entry *entry)
{
	static const char *const items[2][2] = { { "one added", "one removed" },
		{ "several added", "several removed" } };

	for (size_t i = 0; i < entry->changes.count; i++) {
		const struct change *change = &entry->changes.items[i];
		const char *verb = verbs[change->verb];

		if (change->place == CHANGE_OF_ITEM)
			verb = items[is_of_several(&entry->changes, change)]
				    [change->verb == CHANGE_REMOVED];
		if (change->key && change->place != CHANGE_OF_UNKNOWN_KEY)
			note(touched, change->table, change->key, change->inner, verb);
	}
}

static void read_history(void *context, const struct site_history *history)
{
	struct touched *touched = context;

	for (size_t i = 0; i < history->page_count; i++)
		for (size_t n = 0; n < history->pages[i].count; n++)
			read_entry(touched, &history->pages[i].entries[n]);
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		for (size_t n = 0; n < tables[i]->count; n++)
			if (!tables[i]->keys[n].no_meaning)
				want_key(touched, tables[i], &tables[i]->keys[n]);
}

static int check_keys(const char *site, const char *day)
{
	struct touched touched = { .arena = arena_new() };
	struct diagnostics diagnostics;
	struct build_options options = {
		.site = site, .workers = 1, .told = read_history, .context = &touched
	};
	struct source *source = NULL;
	struct build_result result = { 0 };
	int status = 1;

	if (!date_parse(slice_from(day), &options.today))
		return 2;
	diagnostics_init(&diagnostics);
	build(&options, &source, &result, &diagnostics);
	if (touched.seen == 0)
		puts("the site has no history");
	else if (touched.missing == 0)
		status = 0;
	source_close(source);
	diagnostics_release(&diagnostics);
	arena_free(touched.arena);
	return status;
}

/* --- JSON as text ------------------------------------------------------------------------------ */

static const char *text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "?";
}

static void print_version(const json_t *version)
{
	const json_t *sentences = json_object_get(version, "frasi");

	printf("%s  %s\n", text_of(version, "versione"), text_of(version, "tipo"));
	for (size_t i = 0; i < json_array_size(sentences); i++)
		printf("    %s\n", json_string_value(json_array_get(sentences, i)));
	if (json_is_string(json_object_get(version, "nota_pubblica")))
		printf("    La segreteria scrive: \"%s\"\n", text_of(version, "nota_pubblica"));
}

static int print_json(void)
{
	json_error_t error;
	json_t *root = json_loadf(stdin, JSON_REJECT_DUPLICATES, &error);
	const json_t *versions = json_object_get(root, "versioni");

	if (!root) {
		printf("no JSON: %s, line %d\n", error.text, error.line);
		return 1;
	}
	printf("%s\n", text_of(root, "percorso"));
	if (json_array_size(versions) == 0)
		puts("    Nessuna versione che si possa leggere oggi.");
	if (json_is_true(json_object_get(root, "versioni_oscurate")))
		puts(
		    "    Una versione precedente di questa pagina non è più consultabile, per tutelare "
		    "dati personali.");
	for (size_t i = 0; i < json_array_size(versions); i++)
		print_version(json_array_get(versions, i));
	json_decref(root);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--json") == 0)
		return print_json();
	if (argc == 3)
		return check_keys(argv[1], argv[2]);
	fputs("changed_keys SITE DAY | --json\n", stderr);
	return 2;
}
