/* Whom a change is about: of each pair of texts, which of three municipalities. */
#include <criterion/criterion.h>

#include "base/buffer.h"
#include "history/change_names.h"
#include "history/key_changes.h"
#include "model/act.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct organisation organisations[] = {
	{ .id = SLICE_INIT("alfa") },
	{ .id = SLICE_INIT("beta") },
	{ .id = SLICE_INIT("gamma") },
};

static void find(void *context, const struct key *key, struct reference *reference)
{
	(void)context, (void)key;
	for (size_t i = 0; i < COUNT(organisations); i++)
		if (slice_eq(reference->id, organisations[i].id))
			reference->found = &organisations[i];
}

static void *read_keys(const struct key_table *table, const char *yaml, struct arena *arena)
{
	void *object = arena_alloc(arena, table->size);
	struct diagnostics diagnostics;
	struct key_reader reader = {
		.file = SLICE("f"), .arena = arena, .diagnostics = &diagnostics, .history = true
	};

	diagnostics_init(&diagnostics);
	reader.root = yaml_parse(slice_from(yaml), SLICE("f"), 1, arena, &diagnostics);
	cr_assert(reader.root && keys_read(&reader, table, reader.root, object), "%s", yaml);
	keys_each_reference(table, object, find, NULL);
	diagnostics_release(&diagnostics);
	return object;
}

/* "alfa gamma": those that any of the changes is about */
static const char *named(const struct changes *changes, struct arena *arena)
{
	struct buffer text = { 0 };
	const char *result;

	for (size_t i = 0; i < COUNT(organisations); i++) {
		bool about = false;

		for (size_t n = 0; n < changes->count; n++)
			about = about || change_names(&changes->items[n], &organisations[i]);
		if (about)
			buffer_addf(
			    &text, "%s%.*s", text.len ? " " : "", SLICE_ARGS(organisations[i].id));
	}
	result = arena_cstr(arena, buffer_slice(&text));
	buffer_release(&text);
	return result;
}

#define VOTE(favour) "votazioni: [{oggetto: atto, favorevoli: " favour "}]"

Test(change_names, of_each_pair)
{
	static const struct {
		const char *name;
		const struct key_table *table;
		const char *before, *after, *expected;
	} rows[] = {
		{ "an attendance is added", &act_table, "numero: 1",
		    "numero: 1\npresenze: [{ente: alfa, esito: presente}]", "alfa" },
		{ "one of two is taken out", &meeting_table,
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: assente}]",
		    "presenze: [{ente: alfa, esito: presente}]", "beta" },
		{ "an outcome is corrected", &meeting_table,
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: assente}]",
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: presente}]",
		    "beta" },
		{ "a vote is added to a list", &act_table, VOTE("[alfa]"), VOTE("[alfa, gamma]"),
		    "gamma" },
		{ "a vote is given to another", &act_table, VOTE("[alfa, beta]"),
		    VOTE("[alfa, gamma]"), "beta gamma" },
		{ "a count names no one", &act_table, VOTE("2"), VOTE("3"), "" },
		{ "a count becomes a list", &act_table, VOTE("2"), VOTE("[alfa, beta]"),
		    "alfa beta" },
		{ "an ente is named", &act_table, "enti: [alfa]", "enti: [alfa, beta]", "beta" },
		{ "whose act it is", &act_table, "ente: alfa", "ente: gamma", "alfa gamma" },
		{ "the notice board's", &act_table, "albo: {ente: alfa, dal: 2031-01-01}",
		    "albo: {ente: beta, dal: 2031-01-01}", "alfa beta" },
		{ "a whole object", &act_table, "numero: 1", "numero: 1\nalbo: {ente: beta}",
		    "beta" },
		{ "nothing that names", &act_table, "ente: alfa\nnumero: 1",
		    "ente: alfa\nnumero: 2", "" },
		{ "an unknown key", &act_table, "numero: 1", "numero: 1\nignota: alfa", "" },
	};
	struct arena *arena = arena_new(), *scratch = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct changes changes = { 0 };

		key_changes(rows[i].table, read_keys(rows[i].table, rows[i].before, arena),
		    read_keys(rows[i].table, rows[i].after, arena), arena, scratch, &changes);
		cr_expect(changes.count > 0, "%s: no change", rows[i].name);
		cr_expect_str_eq(named(&changes, arena), rows[i].expected, "%s: %s", rows[i].name,
		    named(&changes, arena));
	}
	arena_free(scratch);
	arena_free(arena);
}

Test(change_names, of_a_text)
{
	struct change change = {
		.verb = CHANGE_REPLACED, .place = CHANGE_OF_TEXT, .text = { .unit = TEXT_POINT }
	};

	cr_expect_not(change_names(&change, &organisations[0]));
}
