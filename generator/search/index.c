#include "search/index.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "base/workers.h"
#include "search/index_files.h"
#include "search/vocabulary.h"

struct making {
	const struct site *site;
	struct arena *scratch;
	struct search_documents documents;
	struct read_document *read; /* one a document */
	struct vocabulary *vocabularies;
	unsigned workers;
	struct search_table table;
};

static void read_one(void *context, unsigned worker, size_t job)
{
	struct making *making = context;

	making->read[job].worker = worker;
	vocabulary_read(&making->vocabularies[worker], making->site, &making->documents.items[job],
	    &making->read[job]);
}

static void read_all(struct making *making, struct diagnostics *diagnostics)
{
	making->read = ARENA_COUNT(making->scratch, struct read_document, making->documents.count);
	making->vocabularies = ARENA_COUNT(making->scratch, struct vocabulary, making->workers);
	for (unsigned i = 0; i < making->workers; i++)
		vocabulary_open(&making->vocabularies[i]);
	workers_run(making->workers, making->documents.count, read_one, making);
	for (unsigned i = 0; i < making->workers; i++)
		vocabulary_end(&making->vocabularies[i], diagnostics);
}

/* A form that some worker met. */
struct met_form {
	struct slice stem, folded;
	unsigned worker;
	uint32_t index; /* of the stem there */
};

static int by_stem(const void *left, const void *right)
{
	const struct met_form *a = left, *b = right;
	int order = slice_cmp(a->stem, b->stem);

	return order ? order : slice_cmp(a->folded, b->folded);
}

static struct met_form *forms_of_all(const struct making *making, size_t *count)
{
	struct met_form *forms;
	size_t at = 0;

	*count = 0;
	for (unsigned i = 0; i < making->workers; i++)
		*count += making->vocabularies[i].forms.count;
	forms = ARENA_COUNT(making->scratch, struct met_form, *count + 1);
	for (unsigned i = 0; i < making->workers; i++)
		for (size_t n = 0; n < making->vocabularies[i].forms.count; n++) {
			const struct vocabulary_form *form = making->vocabularies[i].forms.items[n];

			forms[at++] = (struct met_form){ form->stem->stem, form->folded, i,
				form->stem->index };
		}
	qsort(forms, *count, sizeof *forms, by_stem);
	return forms;
}

static size_t shared(struct slice a, struct slice b)
{
	size_t len = 0;

	while (len < a.len && len < b.len && a.p[len] == b.p[len])
		len++;
	return len;
}

static int by_bytes(const void *left, const void *right)
{
	return slice_cmp(*(const struct slice *)left, *(const struct slice *)right);
}

/* Sorted, each once; and what all of them begin with. */
static void order_forms(struct search_group *group)
{
	size_t count = 0;

	qsort(group->forms.items, group->forms.count, sizeof *group->forms.items, by_bytes);
	group->key = group->forms.items[0];
	for (size_t i = 0; i < group->forms.count; i++) {
		struct slice form = group->forms.items[i];

		group->key = slice_sub(group->key, 0, shared(group->key, form));
		if (count == 0 || !slice_eq(group->forms.items[count - 1], form))
			group->forms.items[count++] = form;
	}
	group->forms.count = count;
}

/* Adds the group of forms [from, to) of one stem. */
static void add_group(struct making *making, const struct met_form *forms, size_t from, size_t to)
{
	struct search_group *group = ARENA_PUSH(making->scratch, &making->table.groups);
	struct slice own;
	size_t at = 0;

	*group = (struct search_group){ .stem = forms[from].stem };
	for (size_t i = from; i < to; i++)
		*ARENA_PUSH(making->scratch, &group->forms) = forms[i].folded;
	while (stemmer_own_form(group->stem, &at, &own))
		*ARENA_PUSH(making->scratch, &group->forms) = utf8_fold(own, making->scratch);
	order_forms(group);
}

static int by_key(const void *left, const void *right)
{
	const struct search_group *a = left, *b = right;
	int order = slice_cmp(a->key, b->key);

	return order ? order : slice_cmp(a->stem, b->stem);
}

/* For each worker's stem the number of its group. */
static uint32_t **number_groups(struct making *making, const struct met_form *forms, size_t count)
{
	struct search_groups *groups = &making->table.groups;
	uint32_t **numbers = ARENA_COUNT(making->scratch, uint32_t *, making->workers);
	struct map by_name = { 0 };

	for (unsigned i = 0; i < making->workers; i++)
		numbers[i] =
		    ARENA_COUNT(making->scratch, uint32_t, making->vocabularies[i].stems.count + 1);
	for (size_t i = 0; i < groups->count; i++)
		map_put(&by_name, making->scratch, groups->items[i].stem, &groups->items[i]);
	for (size_t i = 0; i < count; i++) {
		const struct search_group *group = map_get(&by_name, forms[i].stem);

		numbers[forms[i].worker][forms[i].index] = (uint32_t)(group - groups->items);
	}
	return numbers;
}

static void make_groups(struct making *making, uint32_t ***numbers)
{
	size_t count;
	struct met_form *forms = forms_of_all(making, &count);

	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count && slice_eq(forms[to].stem, forms[from].stem); to++)
			continue;
		add_group(making, forms, from, to);
	}
	if (making->table.groups.count)
		qsort(making->table.groups.items, making->table.groups.count,
		    sizeof *making->table.groups.items, by_key);
	*numbers = number_groups(making, forms, count);
}

/* Documents of each group, ascending: counted first, then put in place. */
static void make_postings(struct making *making, uint32_t **numbers)
{
	struct search_group *groups = making->table.groups.items;
	size_t total = 0;
	struct search_posting *postings;

	for (size_t i = 0; i < making->documents.count; i++)
		for (size_t n = 0; n < making->read[i].count; n++)
			groups[numbers[making->read[i].worker][making->read[i].stems[n].stem]]
			    .count++;
	for (size_t i = 0; i < making->table.groups.count; i++)
		total += groups[i].count;
	postings = ARENA_COUNT(making->scratch, struct search_posting, total + 1);
	for (size_t i = 0; i < making->table.groups.count; i++) {
		groups[i].postings = postings;
		postings += groups[i].count;
		groups[i].count = 0;
	}
	for (size_t i = 0; i < making->documents.count; i++)
		for (size_t n = 0; n < making->read[i].count; n++) {
			const struct weighed_stem *stem = &making->read[i].stems[n];
			struct search_group *group =
			    &groups[numbers[making->read[i].worker][stem->stem]];

			group->postings[group->count++] =
			    (struct search_posting){ (uint32_t)i, stem->level };
		}
}

static void make_cards(struct making *making)
{
	making->table.documents = &making->documents;
	making->table.excerpts =
	    ARENA_COUNT(making->scratch, struct slice, making->documents.count + 1);
	for (size_t i = 0; i < making->documents.count; i++)
		making->table.excerpts[i] = making->read[i].excerpt;
}

int search_index(const struct site *site, unsigned workers, struct arena *arena,
    struct diagnostics *diagnostics, struct search_files *files)
{
	struct making making = { .site = site, .scratch = arena_new(), .workers = workers };
	size_t failures = diagnostics_count(diagnostics, LEVEL_FAILURE);
	uint32_t **numbers;

	*files = (struct search_files){ 0 };
	search_documents_of(site, making.scratch, &making.documents);
	read_all(&making, diagnostics);
	make_groups(&making, &numbers);
	make_postings(&making, numbers);
	make_cards(&making);
	search_write(&making.table, arena, files);
	for (unsigned i = 0; i < making.workers; i++)
		vocabulary_close(&making.vocabularies[i]);
	arena_free(making.scratch);
	return diagnostics_count(diagnostics, LEVEL_FAILURE) > failures ? -1 : 0;
}
