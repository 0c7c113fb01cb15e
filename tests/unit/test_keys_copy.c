/* Copies of what was read say the same, and hold nothing of what they were made from. */
#include <criterion/criterion.h>
#include <string.h>

#include "key_change_rows.h"
#include "model/keys_copy.h"
#include "model/keys_sense.h"

static void *read_keys(const struct key_table *table, const char *yaml, struct arena *arena)
{
	void *object = arena_alloc(arena, table->size);
	struct diagnostics diagnostics;
	struct key_reader reader = {
		.file = SLICE("f"), .arena = arena, .diagnostics = &diagnostics, .history = true
	};

	diagnostics_init(&diagnostics);
	reader.root =
	    yaml_parse(arena_slice(arena, slice_from(yaml)), SLICE("f"), 1, arena, &diagnostics);
	cr_assert(reader.root, "%s", yaml);
	keys_read(&reader, table, reader.root, object);
	diagnostics_release(&diagnostics);
	return object;
}

/* Under ARENA_DEBUG a slice that still points into the text is seen. */
Test(keys_copy, of_every_kind_of_file)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < key_change_row_count; i++) {
		const struct key_table *table = key_change_rows[i].table;
		struct arena *texts = arena_new();
		void *object = read_keys(table, key_change_rows[i].before, texts);
		struct slice sense = keys_sense(table, object, arena);
		void *copy = keys_copy(table, object, arena);

		arena_free(texts);
		cr_expect(
		    slice_eq(keys_sense(table, copy, arena), sense), "%s", key_change_rows[i].name);
	}
	arena_free(arena);
}

Test(keys_copy, of_what_is_linked)
{
	static const int organisation;
	struct arena *arena = arena_new();
	struct act *act = read_keys(&act_table,
	    "ente: alfa\nvotazioni: [{favorevoli: 0}, {favorevoli: [alfa]}]\nenti: [alfa]\n"
	    "albo: {ente: alfa}\nallegati: [{file: a.pdf}]\n",
	    arena);
	const struct act *copy;

	act->organisation.found = &organisation;
	act->votes.items[1].in_favour.organisations.items[0].found = &organisation;
	act->organisations.items[0].found = &organisation;
	act->notice_board->organisation.found = &organisation;
	act->attachments.items[0].file = (const struct content_file *)&organisation;
	act->visibility = VISIBILITY_PUBLIC;
	copy = keys_copy(&act_table, act, arena);

	cr_expect_null(copy->node);
	cr_expect_null(copy->organisation.node);
	cr_expect_eq(copy->organisation.found, &organisation);
	cr_expect_eq(copy->organisations.items[0].found, &organisation);
	cr_expect_eq(copy->notice_board->organisation.found, &organisation);
	cr_expect_neq(copy->notice_board, act->notice_board);
	cr_expect_null(copy->notice_board->node);

	cr_expect(copy->votes.items[0].in_favour.node, "a count is given, though it is 0");
	cr_expect_eq(copy->votes.items[0].in_favour.node->kind, YAML_SCALAR);
	cr_expect(copy->votes.items[1].in_favour.node);
	cr_expect_eq(copy->votes.items[1].in_favour.organisations.items[0].found, &organisation);
	cr_expect_null(copy->votes.items[0].against.node);

	cr_expect_null(copy->attachments.items[0].file, "what linking adds is left out");
	cr_expect_eq(copy->visibility, VISIBILITY_NOWHERE);
	arena_free(arena);
}

Test(keys_copy, of_a_word_for_a_reference)
{
	struct arena *arena = arena_new(), *texts = arena_new();
	const struct programme *read =
	    read_keys(&programme_table, "approvato_con: ignoto\n", texts);
	const struct key *key = key_find(&programme_table, SLICE("approvato_con"));
	const struct reference *copy = key_copy(key, &read->approved_by, arena);

	arena_free(texts);
	cr_expect(slice_empty(copy->id));
	cr_assert(copy->node);
	cr_expect(slice_is(copy->node->text, "ignoto"));
	arena_free(arena);
}

Test(keys_copy, of_one_value)
{
	struct arena *arena = arena_new(), *texts = arena_new();
	const struct act *act = read_keys(&act_table,
	    "data: 2031-02-03\nproposta: {numero: A}\nenti: [alfa, beta]\nfondi: [{importo: 1.50}]\n",
	    texts);
	const struct key *date = key_find(&act_table, SLICE("data"));
	const struct key *proposal = key_find(&act_table, SLICE("proposta"));
	const struct key *organisations = key_find(&act_table, SLICE("enti"));
	const struct key *funding = key_find(&act_table, SLICE("fondi"));
	const struct date *date_copy = key_copy(date, &act->date, arena);
	struct proposal *const *proposal_copy = key_copy(proposal, &act->proposal, arena);
	const struct reference *item =
	    key_item_copy(organisations, &act->organisations.items[1], arena);
	const struct funding *fund = key_item_copy(funding, &act->funding.items[0], arena);

	arena_free(texts);
	cr_expect(date_eq(*date_copy, (struct date){ 2031, 2, 3 }));
	cr_expect(slice_is((*proposal_copy)->number, "A"));
	cr_expect(slice_is(item->id, "beta"));
	cr_expect_eq(fund->amount.thousandths, 1500);
	cr_expect(slice_is(fund->amount.text, "1.50"));
	arena_free(arena);
}

/* A number that is 0 stands for one that is not given: no key may take it for a value. */
static void expect_numbers_from_one(const struct key_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct key *key = &table->keys[i];

		cr_expect(key->type != VALUE_NUMBER || key->min > 0, "%s.%s takes 0", table->name,
		    key->name);
		cr_expect(!key->absent || key->type == VALUE_WORD, "%s.%s", table->name, key->name);
		if (key->of)
			expect_numbers_from_one(key->of);
	}
}

Test(keys_sense, of_numbers)
{
	static const struct key_table *const tables[] = { &act_table, &meeting_table,
		&programme_table, &point_table, &progress_table, &report_table, &regulation_table,
		&page_table };

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		expect_numbers_from_one(tables[i]);
}

/* The order of an agenda says something, that of other lists does not. */
Test(keys_sense, of_order)
{
	static const struct {
		const struct key_table *table;
		const char *key, *a, *b;
		bool same;
	} cases[] = {
		{ &meeting_table, "ordine_del_giorno",
		    "ordine_del_giorno: [{n: 1, titolo: A}, {n: 2, titolo: B}]\n",
		    "ordine_del_giorno: [{n: 2, titolo: B}, {n: 1, titolo: A}]\n", false },
		{ &act_table, "presenze", "presenze: [{ente: alfa}, {ente: beta}]\n",
		    "presenze: [{ente: beta}, {ente: alfa}]\n", true },
		{ &act_table, "presenze", "presenze: [{ente: alfa}, {ente: alfa}]\n",
		    "presenze: [{ente: alfa}]\n", false },
		{ &act_table, "enti", "enti: [alfa, beta]\n", "enti: [beta, alfa, beta]\n", true },
		{ &act_table, "enti", "enti: [alfa, beta]\n", "enti: [alfabeta]\n", false },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct key *key = key_find(cases[i].table, slice_from(cases[i].key));
		const void *a = read_keys(cases[i].table, cases[i].a, arena);
		const void *b = read_keys(cases[i].table, cases[i].b, arena);

		cr_expect_eq(key_same(key, key_place(key, a), key_place(key, b), arena),
		    cases[i].same, "%s", cases[i].b);
	}
	arena_free(arena);
}

Test(keys_sense, of_text)
{
	static const struct {
		const char *text, *line;
	} cases[] = { { "", "" }, { " \n\t ", "" }, { "a", "a" }, { "  a \n b\t\tc  ", "a b c" } };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect(
		    slice_is(text_on_one_line(slice_from(cases[i].text), arena), cases[i].line),
		    "'%s'", cases[i].text);
	arena_free(arena);
}
