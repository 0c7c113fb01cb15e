#include "search/index_files.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/json.h"
#include "search/vocabulary.h"
#include "search/words.h"

/* Bytes that a part should have, while there are fewer than SEARCH_PARTS_MAX. */
#define PART_SIZE ((size_t)24 * 1024)

struct writer {
	const struct search_table *table;
	struct arena *arena, *scratch;
	struct search_files *files;
};

/* --- lists --- */

static void add_distance(struct buffer *out, uint32_t distance)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	for (; distance >= 32; distance >>= 5)
		buffer_add_byte(out, digits[32 | (distance & 31)]);
	buffer_add_byte(out, digits[distance]);
}

/* What follows the last document of a list: `next` is the number that a distance of 0 stands for. */
static void add_to_list(struct buffer *out, uint32_t document, uint32_t *next)
{
	add_distance(out, document - *next);
	*next = document + 1;
}

static void add_levels(struct buffer *out, const struct search_group *group)
{
	size_t points = 0;

	for (uint8_t level = 0; level < SEARCH_LEVELS; level++, points++) {
		uint32_t next = 0;

		for (size_t i = 0; i < group->count; i++) {
			if (group->postings[i].level != level)
				continue;
			/* Levels behind the last that has documents are left out. */
			for (; points > 0; points--)
				buffer_add_byte(out, '.');
			add_to_list(out, group->postings[i].document, &next);
		}
	}
}

/* --- files --- */

static void keep(struct writer *writer, struct slice path, struct slice json)
{
	*ARENA_PUSH(writer->arena, writer->files) =
	    (struct search_file){ path, ARENA_CONCAT(writer->arena, SLICE(SEARCH_FILE_BEGIN), json,
					    SLICE(SEARCH_FILE_END)) };
}

/* Takes the bytes over under a name that tells them; returns the name. */
static struct slice keep_file(struct writer *writer, const char *stem, struct slice json)
{
	char hex[DIGEST_HEX + 1];
	struct slice path;

	digest_hex(digest_of(json), hex);
	path = arena_printf(writer->arena, SEARCH_FOLDER "%s.%.8s.js", stem, hex);
	keep(writer, path, json);
	return slice_from_index(path, sizeof SEARCH_FOLDER - 1);
}

static struct slice keep_numbered(
    struct writer *writer, char letter, size_t number, struct slice bytes)
{
	return keep_file(writer, arena_printf(writer->scratch, "%c%zu", letter, number).p, bytes);
}

/* --- words --- */

static void add_group(struct json *json, const struct search_group *group)
{
	struct buffer text = { 0 };

	json_text(json, NULL, group->key);
	for (size_t i = 0; i < group->forms.count; i++) {
		if (i)
			buffer_add_byte(&text, ' ');
		buffer_add(&text, slice_from_index(group->forms.items[i], group->key.len));
	}
	json_text(json, NULL, buffer_slice(&text));
	buffer_clear(&text);
	add_levels(&text, group);
	json_text(json, NULL, buffer_slice(&text));
	buffer_release(&text);
}

/* One part being written. */
struct part {
	struct buffer bytes;
	struct json json;
	struct slice first; /* its first key */
	size_t number;
};

static void begin_part(struct part *part, struct slice first)
{
	buffer_clear(&part->bytes);
	part->json = json_writer(&part->bytes, false);
	part->first = first;
	json_open(&part->json, NULL, '[');
}

static void end_part(struct writer *writer, struct part *part, struct json *index)
{
	json_close(&part->json, ']');
	json_open(index, NULL, '[');
	json_text(index, NULL, part->first);
	json_text(
	    index, NULL, keep_numbered(writer, 'p', part->number++, buffer_slice(&part->bytes)));
	json_close(index, ']');
}

static size_t bytes_of_groups(const struct search_groups *groups)
{
	struct buffer bytes = { 0 };
	struct json json = json_writer(&bytes, false);
	size_t size;

	json_open(&json, NULL, '[');
	for (size_t i = 0; i < groups->count; i++)
		add_group(&json, &groups->items[i]);
	size = bytes.len;
	buffer_release(&bytes);
	return size;
}

/*
 * A part ends before a key that is behind every form in it: then each form is found from itself alone. Forms of short
 * keys reach over others ("dat": "data", "dato"), so not every place will do.
 */
static void write_words(struct writer *writer, struct json *index)
{
	const struct search_groups *groups = &writer->table->groups;
	size_t whole = bytes_of_groups(groups), size = whole / (SEARCH_PARTS_MAX - 1) + 1;
	struct part part = { 0 };
	struct slice furthest = SLICE("");

	if (size < PART_SIZE)
		size = PART_SIZE;
	json_open(index, "parti", '[');
	for (size_t i = 0; i < groups->count; i++) {
		const struct search_group *group = &groups->items[i];
		struct slice last = group->forms.items[group->forms.count - 1];

		if (i == 0) {
			begin_part(&part, group->key);
		} else if (part.bytes.len >= size && slice_cmp(furthest, group->key) < 0) {
			end_part(writer, &part, index);
			begin_part(&part, group->key);
		}
		add_group(&part.json, group);
		if (slice_cmp(furthest, last) < 0)
			furthest = last;
	}
	if (groups->count)
		end_part(writer, &part, index);
	json_close(index, ']');
	buffer_release(&part.bytes);
}

/* --- documents --- */

static void add_card(struct writer *writer, struct json *json, size_t number)
{
	const struct search_document *document = &writer->table->documents->items[number];
	const struct act *act = document->kind == SEARCH_ACT ? document->subject : NULL;
	struct slice values[] = { document->path, document->title,
		slice_from(search_kind_name(document->kind)),
		date_iso(document->date, writer->scratch), writer->table->excerpts[number],
		act && !slice_eq(act->reference, document->title) ? act->reference : SLICE(""),
		act ? search_act_status(act, writer->scratch) : SLICE("") };
	size_t count = sizeof values / sizeof *values;

	while (slice_empty(values[count - 1]))
		count--;
	json_open(json, NULL, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, NULL, values[i]);
	json_close(json, ']');
}

static void write_cards(struct writer *writer, struct json *index)
{
	size_t count = writer->table->documents->count;
	struct buffer bytes = { 0 };

	json_open(index, "schede", '[');
	for (size_t from = 0; from < count; from += SEARCH_CARDS_A_FILE) {
		struct json json;

		buffer_clear(&bytes);
		json = json_writer(&bytes, false);
		json_open(&json, NULL, '[');
		for (size_t i = from; i < count && i < from + SEARCH_CARDS_A_FILE; i++)
			add_card(writer, &json, i);
		json_close(&json, ']');
		json_text(index, NULL,
		    keep_numbered(writer, 's', from / SEARCH_CARDS_A_FILE, buffer_slice(&bytes)));
	}
	json_close(index, ']');
	buffer_release(&bytes);
}

/* --- what results can be narrowed to --- */

struct facet_entry {
	enum search_facet facet;
	struct slice value;
	uint32_t document;
};

struct facets {
	struct arena *arena;
	uint32_t document;
	ARRAY(struct facet_entry) entries;
};

static void take_facet(void *context, enum search_facet facet, struct slice value)
{
	struct facets *facets = context;

	*ARENA_PUSH(facets->arena, &facets->entries) =
	    (struct facet_entry){ facet, value, facets->document };
}

static int by_facet(const void *left, const void *right)
{
	const struct facet_entry *a = left, *b = right;
	int order = (int)a->facet - (int)b->facet;

	if (order == 0)
		order = slice_cmp(a->value, b->value);
	return order ? order : (a->document > b->document) - (a->document < b->document);
}

static void add_facets(struct json *json, const struct facets *facets, struct arena *scratch)
{
	const struct facet_entry *entries = facets->entries.items;
	size_t count = facets->entries.count;
	struct buffer list = { 0 };
	size_t at = 0;

	while (at < count) {
		enum search_facet facet = entries[at].facet;

		json_open(json, search_facet_name(facet), '{');
		while (at < count && entries[at].facet == facet) {
			struct slice value = entries[at].value;
			uint32_t next = 0;

			buffer_clear(&list);
			for (; at < count && entries[at].facet == facet &&
			       slice_eq(entries[at].value, value);
			     at++)
				/* An act may name a thing twice. */
				if (entries[at].document >= next)
					add_to_list(&list, entries[at].document, &next);
			json_text(json, arena_cstr(scratch, value), buffer_slice(&list));
		}
		json_close(json, '}');
	}
	buffer_release(&list);
}

static void write_facets(struct writer *writer, struct json *index)
{
	struct facets facets = { .arena = writer->scratch };
	struct buffer bytes = { 0 };
	struct json json = json_writer(&bytes, false);

	for (size_t i = 0; i < writer->table->documents->count; i++) {
		facets.document = (uint32_t)i;
		search_document_facets(
		    &writer->table->documents->items[i], writer->scratch, take_facet, &facets);
	}
	if (facets.entries.count)
		qsort(facets.entries.items, facets.entries.count, sizeof *facets.entries.items,
		    by_facet);
	json_open(&json, NULL, '{');
	add_facets(&json, &facets, writer->scratch);
	json_close(&json, '}');
	json_text(index, "filtri", keep_file(writer, "filtri", buffer_slice(&bytes)));
	buffer_release(&bytes);
}

/* --- what a client reads first --- */

static void write_rules(struct writer *writer, struct json *index)
{
	struct buffer words = { 0 };

	json_int(index, "documenti", (int64_t)writer->table->documents->count);
	json_int(index, "perScheda", SEARCH_CARDS_A_FILE);
	json_open(index, "valori", '[');
	for (size_t i = 0; i < SEARCH_LEVELS; i++)
		json_int(index, NULL, search_level_worth[i]);
	json_close(index, ']');
	for (size_t i = 0; i < search_empty_word_count; i++)
		buffer_addf(&words, "%s%s", i ? " " : "", search_empty_words[i]);
	json_text(index, "vuote", buffer_slice(&words));
	buffer_release(&words);
}

void search_write(const struct search_table *table, struct arena *arena, struct search_files *files)
{
	struct writer writer = { table, arena, arena_new(), files };
	struct buffer bytes = { 0 };
	struct json index = json_writer(&bytes, false);

	json_open(&index, NULL, '{');
	write_rules(&writer, &index);
	write_cards(&writer, &index);
	write_words(&writer, &index);
	write_facets(&writer, &index);
	json_close(&index, '}');
	keep(&writer, SLICE(SEARCH_INDEX), buffer_slice(&bytes));
	buffer_release(&bytes);
	arena_free(writer.scratch);
}
