#include "render/acronyms.h"

#include "base/map.h"

struct known {
	const struct glossary_entry *entry; /* null: two entries have the acronym */
	size_t index;
};

struct acronyms {
	struct map by_acronym; /* -> struct known */
	size_t entries, longest;
	bool begins[256]; /* does one begin with this byte? */
};

const struct acronyms *acronyms_open(const struct site *site, struct arena *arena)
{
	struct acronyms *acronyms = ARENA_NEW(arena, struct acronyms);

	acronyms->entries = site->glossary.count;
	for (size_t i = 0; i < site->glossary.count; i++) {
		const struct glossary_entry *entry = site->glossary.items[i];
		struct known *known, *other;

		if (slice_empty(entry->acronym))
			continue;
		known = ARENA_NEW(arena, struct known);
		*known = (struct known){ entry, i };
		other = map_put(&acronyms->by_acronym, arena, entry->acronym, known);
		if (other)
			known->entry = NULL;
		acronyms->begins[(unsigned char)entry->acronym.p[0]] = true;
		if (entry->acronym.len > acronyms->longest)
			acronyms->longest = entry->acronym.len;
	}
	return acronyms;
}

size_t acronyms_count(const struct acronyms *acronyms)
{
	return acronyms ? acronyms->entries : 0;
}

/* Beyond ASCII all but C2 and E2 (quotation marks, dashes, blanks that do not break) begin letters, in Italian. */
static bool in_word(char c)
{
	return ascii_is_alnum(c) || ((unsigned char)c >= 0x80 && c != '\xC2' && c != '\xE2');
}

/* Of what is no letter, whole. */
static size_t sign_length(char c)
{
	return c == '\xE2' ? 3 : c == '\xC2' ? 2 : 1;
}

/* Signs that make one name of the words at their sides: addresses, names of files. */
static bool joins(char c)
{
	return c == '@' || c == '_' || c == '/' || c == '\\';
}

/* The end of the word that begins here; *letters: without the points behind it. */
static size_t word_end(struct slice text, size_t start, size_t *letters)
{
	size_t end = start;

	for (*letters = start; end < text.len && (in_word(text.p[end]) || text.p[end] == '.');
	     end++)
		if (text.p[end] != '.')
			*letters = end + 1;
	return end;
}

static bool look_up(const struct acronyms *acronyms, struct slice text, struct acronym_use *use)
{
	const struct known *known =
	    use->end - use->start > acronyms->longest
		? NULL
		: map_get(&acronyms->by_acronym, slice_sub(text, use->start, use->end));

	if (!known || !known->entry)
		return false;
	use->entry = known->entry;
	use->index = known->index;
	return true;
}

bool acronyms_next(
    const struct acronyms *acronyms, struct slice text, size_t from, struct acronym_use *use)
{
	size_t letters, end;

	for (size_t at = from; at < text.len; at = end) {
		end = at + sign_length(text.p[at]);
		if (!in_word(text.p[at]))
			continue;
		end = word_end(text, at, &letters);
		if (!acronyms->begins[(unsigned char)text.p[at]] ||
		    (at > 0 && joins(text.p[at - 1])) || (end < text.len && joins(text.p[end])))
			continue;
		/* "E.Q." with its point; "PEZ." without that of the sentence. */
		*use = (struct acronym_use){ .start = at, .end = letters + 1 };
		if (letters < end && look_up(acronyms, text, use))
			return true;
		use->end = letters;
		if (look_up(acronyms, text, use))
			return true;
	}
	return false;
}
