/* Places in a text, and what an author must be told of: nothing may vanish from an act unnoticed. */
#include <string.h>

#include "base/map.h"
#include "base/unicode.h"
#include "base/url.h"
#include "parse/markdown_parts.h"

/* A label longer than this is no definition for cmark either. */
#define MAX_LABEL 1000

struct slice md_line(const struct md_source *source, uint32_t line)
{
	if (line < source->first_line || line - source->first_line >= source->line_count)
		return SLICE("");
	return source->lines[line - source->first_line];
}

/* The index of `words` in the line, or SLICE_NONE. */
static size_t find_words(struct slice line, struct slice words)
{
	for (size_t i = 0; words.len > 0 && i + words.len <= line.len; i++)
		if (memcmp(line.p + i, words.p, words.len) == 0)
			return i;
	return SLICE_NONE;
}

struct position md_position(const struct md_source *source, uint32_t line, struct slice words)
{
	struct position at = { .file = source->file, .line = line };
	struct slice text = md_line(source, line);
	size_t found = find_words(text, words);

	if (found != SLICE_NONE) {
		at.column = (uint32_t)utf8_count(slice_sub(text, 0, found)) + 1;
		at.length = (uint32_t)utf8_count(words);
	}
	return at;
}

/* The label of a "[label]:" at a line's begin, past the markers of containers; empty for none. */
static struct slice definition_label(struct slice line)
{
	size_t end;

	while (line.len && (ascii_is_space(line.p[0]) || line.p[0] == '>'))
		line = slice_from_index(line, 1);
	end = slice_find(line, "]:");
	if (!slice_starts(line, "[") || end == SLICE_NONE || end > MAX_LABEL)
		return SLICE("");
	return slice_sub(line, 1, end);
}

struct occurrences {
	unsigned anywhere, definitions, shown;
};

static struct occurrences *count_for(
    struct map *map, struct slice label, struct md_builder *builder)
{
	struct slice key = utf8_fold(slice_trim(label), builder->scratch);
	struct occurrences *found = map_get(map, key);

	if (!found) {
		found = ARENA_NEW(builder->scratch, struct occurrences);
		map_put(map, builder->scratch, key, found);
	}
	return found;
}

/* Calls for every "[label]" of a text that only text could follow; `colon`: only those with a colon behind. */
static void count_labels(struct map *map, struct slice text, bool colon, struct md_builder *builder)
{
	for (size_t i = 0, open = SLICE_NONE; i < text.len; i++) {
		if (text.p[i] == '[') {
			open = i + 1;
		} else if (text.p[i] == ']' && open != SLICE_NONE) {
			struct slice label = slice_sub(text, open, i);
			bool has_colon = i + 1 < text.len && text.p[i + 1] == ':';

			open = SLICE_NONE;
			if (label.len > MAX_LABEL || (colon && !has_colon))
				continue;
			if (colon)
				count_for(map, label, builder)->shown++;
			else
				count_for(map, label, builder)->anywhere++;
		}
	}
}

/* Lines that stand inside fenced code are no definitions. */
static bool *code_lines(struct md_builder *builder)
{
	struct md_source *source = &builder->source;
	bool *is_code = ARENA_COUNT(builder->scratch, bool, source->line_count + 1);

	for (uint32_t i = 0; i < builder->nodes.count; i++) {
		const struct md_node *node = md_at(builder, i);
		size_t line = node->line - source->first_line + 1;

		if (node->kind != MD_CODE_BLOCK)
			continue;
		for (size_t at = 0; at < node->text.len; at++)
			if (node->text.p[at] == '\n' && line < source->line_count)
				is_code[line++] = true;
	}
	return is_code;
}

static bool footnote_kept(struct md_builder *builder, const struct map *notes, struct slice label)
{
	return map_get(notes, utf8_fold(slice_trim(label), builder->scratch)) != NULL;
}

static struct map footnote_labels(struct md_builder *builder)
{
	struct map notes = { 0 };

	for (uint32_t i = 0; i < builder->nodes.count; i++)
		if (md_at(builder, i)->kind == MD_FOOTNOTE)
			map_put(&notes, builder->scratch,
			    utf8_fold(slice_trim(md_at(builder, i)->text), builder->scratch),
			    builder->arena);
	return notes;
}

/* A definition that is neither used nor left in the text as it is written. */
static void check_definition(struct md_builder *builder, struct map *labels,
    const struct map *notes, struct slice label, uint32_t line)
{
	struct diagnostics *d = builder->source.diagnostics;
	const struct occurrences *seen = count_for(labels, label, builder);

	if (seen->shown > 0)
		return;
	if (label.p[0] == '^') {
		label = slice_from_index(label, 1);
		if (!footnote_kept(builder, notes, label))
			diag1(d, DIAG_MD_FOOTNOTE_UNUSED,
			    md_position(&builder->source, line, label), label);
	} else if (seen->anywhere <= seen->definitions) {
		diag1(d, DIAG_MD_DEFINITION_UNUSED, md_position(&builder->source, line, label),
		    label);
	}
}

static void check_definitions(struct md_builder *builder)
{
	const struct md_source *source = &builder->source;
	struct md view = md_view(builder);
	struct map labels = { 0 }, notes;
	struct buffer plain = { 0 };
	const bool *is_code;

	if (slice_find(source->text, "]:") == SLICE_NONE)
		return;
	is_code = code_lines(builder);
	notes = footnote_labels(builder);
	md_plain_text(&view, 0, &plain);
	count_labels(&labels, buffer_slice(&plain), true, builder);
	count_labels(&labels, source->text, false, builder);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < source->line_count; i++) {
			struct slice label = definition_label(source->lines[i]);

			if (label.len == 0 || is_code[i])
				continue;
			if (pass == 0)
				count_for(&labels, label, builder)->definitions++;
			else
				check_definition(builder, &labels, &notes, label,
				    source->first_line + (uint32_t)i);
		}
	buffer_release(&plain);
}

/* Marks of notes that cmark left as text, since there is no such note. */
static void check_footnote_marks(struct md_builder *builder, const struct md_node *node)
{
	struct slice rest = node->text;
	size_t start, length;

	while ((start = slice_find(rest, "[^")) != SLICE_NONE) {
		rest = slice_from_index(rest, start + 2);
		length = slice_find_byte(rest, ']');
		if (length == SLICE_NONE || length == 0)
			continue;
		diag1(builder->source.diagnostics, DIAG_MD_FOOTNOTE_MISSING,
		    md_position(&builder->source, node->line, slice_sub(rest, 0, length)),
		    slice_sub(rest, 0, length));
		rest = slice_from_index(rest, length);
	}
}

void md_check_content(struct md_builder *builder)
{
	struct diagnostics *d = builder->source.diagnostics;

	for (uint32_t i = 0; i < builder->nodes.count; i++) {
		const struct md_node *node = md_at(builder, i);
		struct position at;

		if (node->kind == MD_TEXT)
			check_footnote_marks(builder, node);
		if (node->kind == MD_HEADING && node->first == 0)
			diag0(d, DIAG_MD_HEADING_EMPTY,
			    md_position(&builder->source, node->line, SLICE("#")));
		if (node->kind != MD_LINK && node->kind != MD_IMAGE)
			continue;
		at = md_position(&builder->source, node->line, node->text);
		if (!url_is_safe(node->text))
			diag1(d, DIAG_MD_LINK_REFUSED, at, node->text);
		else if (node->kind == MD_IMAGE)
			diag1(d, DIAG_MD_IMAGE, at, node->text);
	}
	check_definitions(builder);
}
