#include "search/vocabulary.h"

#include <assert.h>

#include "base/unicode.h"
#include "search/words.h"

const int search_level_worth[SEARCH_LEVELS] = { 100, 88, 76, 64, 52, 40, 28, 16 };

void vocabulary_open(struct vocabulary *vocabulary)
{
	*vocabulary = (struct vocabulary){
		.arena = arena_new(), .scratch = arena_new(), .stemmer = stemmer_new()
	};
	diagnostics_init(&vocabulary->unheard);
	diagnostics_init(&vocabulary->failures);
}

void vocabulary_end(struct vocabulary *vocabulary, struct diagnostics *diagnostics)
{
	diagnostics_merge(diagnostics, &vocabulary->failures);
	diagnostics_release(&vocabulary->failures);
	diagnostics_release(&vocabulary->unheard);
	stemmer_free(vocabulary->stemmer);
	arena_free(vocabulary->scratch);
}

void vocabulary_close(struct vocabulary *vocabulary)
{
	arena_free(vocabulary->arena);
}

/* The stem as people may type it, and a form of it; numbers and keys are their own. */
static struct vocabulary_form *new_form(
    struct vocabulary *vocabulary, struct slice lower, struct slice folded, bool has_stem)
{
	struct vocabulary_form *form = ARENA_NEW(vocabulary->arena, struct vocabulary_form);
	struct slice key = arena_slice(vocabulary->arena, lower), stem;

	form->folded = arena_slice(vocabulary->arena, folded);
	stem = form->folded;
	if (has_stem)
		stem = utf8_fold(
		    stemmer_stem(vocabulary->stemmer, lower, vocabulary->arena), vocabulary->arena);
	form->stem = map_get(&vocabulary->by_stem, stem);
	if (!form->stem) {
		form->stem = ARENA_NEW(vocabulary->arena, struct vocabulary_stem);
		form->stem->stem = stem;
		form->stem->index = (uint32_t)vocabulary->stems.count;
		*ARENA_PUSH(vocabulary->arena, &vocabulary->stems) = form->stem;
		map_put(&vocabulary->by_stem, vocabulary->arena, stem, form->stem);
	}
	map_put(&vocabulary->words, vocabulary->arena, key, form);
	*ARENA_PUSH(vocabulary->arena, &vocabulary->forms) = form;
	return form;
}

/* The stem as met in the document in hand. */
static struct vocabulary_stem *meet(
    struct vocabulary *vocabulary, struct slice lower, struct slice folded, bool has_stem)
{
	struct vocabulary_form *form = map_get(&vocabulary->words, lower);
	struct vocabulary_stem *stem;

	if (!form)
		form = new_form(vocabulary, lower, folded, has_stem);
	stem = form->stem;
	if (stem->document != vocabulary->document) {
		stem->document = vocabulary->document;
		stem->is_name = false;
		for (size_t i = 0; i < FIELD_COUNT; i++)
			stem->counts[i] = 0;
		*ARENA_PUSH(vocabulary->arena, &vocabulary->met) = stem;
	}
	return stem;
}

static void take_key(struct vocabulary *vocabulary, enum search_field field, struct slice key)
{
	meet(vocabulary, key, key, false)->counts[field]++;
}

static void take_text(void *context, enum search_field field, struct slice text)
{
	struct vocabulary *vocabulary = context;
	struct search_words words = { text, 0 };
	struct search_word word;
	struct search_key keys[SEARCH_KEYS_MAX];

	while (search_words_next(&words, &word)) {
		struct slice folded = { word.folded, word.folded_len };

		vocabulary->lengths[field]++;
		if (search_word_is_empty(folded))
			continue;
		meet(
		    vocabulary, (struct slice){ word.lower, word.lower_len }, folded, !word.numeric)
		    ->counts[field]++;
		for (size_t i = search_keys_at(&words, &word, keys); i-- > 0;)
			take_key(vocabulary, field, (struct slice){ keys[i].text, keys[i].len });
	}
}

static void take_name(void *context, struct slice name)
{
	struct vocabulary *vocabulary = context;
	struct slice key = utf8_fold(name, vocabulary->scratch);

	meet(vocabulary, key, key, false)->is_name = true;
}

/*
 * BM25F in whole numbers, so that any machine gives the same. What a field adds grows with each time that the word
 * stands in it, less in long fields, and all of it comes nearer and nearer to 1. In 64ths.
 */
static uint32_t field_weight(const struct vocabulary *vocabulary, enum search_field field)
{
	static const struct {
		uint32_t weight, usual; /* length in words at which the weight is just that */
		uint32_t even;          /* tenths of it that no length changes */
	} fields[FIELD_COUNT] = {
		[FIELD_TITLE] = { 8 * 64, 8, 5 },
		[FIELD_SUBJECT] = { 5 * 64, 20, 6 },
		[FIELD_SUMMARY] = { 3 * 64, 60, 6 },
		[FIELD_TEXT] = { 64, 300, 4 },
	};
	uint32_t length = vocabulary->lengths[field];

	/* weight / (even + (1 - even) * length / usual) */
	return fields[field].weight * 10 * fields[field].usual /
	       (fields[field].even * fields[field].usual + (10 - fields[field].even) * length);
}

static uint8_t level_of(const struct vocabulary_stem *stem, const uint32_t weights[FIELD_COUNT])
{
	uint64_t weight = 0;
	int worth;
	uint8_t level;

	if (stem->is_name)
		return 0;
	for (size_t i = 0; i < FIELD_COUNT; i++)
		weight += (uint64_t)stem->counts[i] * weights[i];
	worth = (int)(100 * weight / (weight + 4 * 64));
	for (level = 1; level + 1 < SEARCH_LEVELS; level++)
		if (worth >= (search_level_worth[level] + search_level_worth[level + 1]) / 2)
			break;
	return level;
}

static void weigh(struct vocabulary *vocabulary, struct read_document *result)
{
	struct weighed_stem *stems =
	    ARENA_COUNT(vocabulary->arena, struct weighed_stem, vocabulary->met.count);
	uint32_t weights[FIELD_COUNT];

	for (size_t i = 0; i < FIELD_COUNT; i++)
		weights[i] = field_weight(vocabulary, (enum search_field)i);
	for (size_t i = 0; i < vocabulary->met.count; i++)
		stems[i] = (struct weighed_stem){ vocabulary->met.items[i]->index,
			level_of(vocabulary->met.items[i], weights) };
	result->stems = stems;
	result->count = vocabulary->met.count;
}

void vocabulary_read(struct vocabulary *vocabulary, const struct site *site,
    const struct search_document *document, struct read_document *result)
{
	struct search_reading reading = { site, vocabulary->scratch, &vocabulary->unheard,
		&vocabulary->failures };
	struct search_sink sink = { take_text, take_name, vocabulary };

	arena_reset(vocabulary->scratch);
	diagnostics_clear(&vocabulary->unheard);
	vocabulary->document++;
	vocabulary->met.count = 0;
	for (size_t i = 0; i < FIELD_COUNT; i++)
		vocabulary->lengths[i] = 0;
	result->excerpt =
	    arena_slice(vocabulary->arena, search_document_read(&reading, document, &sink));
	weigh(vocabulary, result);
}
