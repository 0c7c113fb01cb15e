#include "history/kept_pages.h"

#include <errno.h>

#include "base/program.h"
#include "base/unicode.h"
#include "parse/markdown.h"

/* To be raised with every change that neither the sources nor the libraries tell of. */
#define PAGES_FORMAT "changes 1"

#define SECTION "pages"

struct put_page {
	struct digest key;
	struct slice held, made;
};

struct kept_pages {
	const struct site *site;
	struct digest identity;
	struct slice name;
	bool believed;        /* there is a file, and it is right */
	struct map held;      /* by the bytes of a key -> struct slice: what it says of that page */
	size_t held_count;    /* of its pages */
	struct put_page *put; /* one a page of the site; none of those that are not to be kept */
	size_t page_count;
	struct arena *arena;
};

/* --- a page ------------------------------------------------------------------------------------ */

void kept_page_compose(const struct kept_page *page, struct buffer *bytes)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct revision_facts *facts = &page->facts[i];
		const struct kept_revision *revision = &page->revisions[i];

		cache_add_count(bytes, facts->state);
		date_store(bytes, facts->from);
		date_store(bytes, facts->until);
		cache_add_count(bytes, (uint64_t)revision->year);
		cache_add_count(bytes, revision->clean);
		cache_add_count(bytes, revision->against);
		cache_add_text(bytes, revision->changes);
	}
}

static void take_revision(struct cache_reader *reader, size_t index, struct revision_facts *facts,
    struct kept_revision *revision)
{
	uint64_t state = cache_take_count(reader), year, clean, against;

	facts->state = (enum revision_state)state;
	facts->from = date_restore(reader);
	facts->until = date_restore(reader);
	year = cache_take_count(reader);
	clean = cache_take_count(reader);
	against = cache_take_count(reader);
	revision->year = (int32_t)year;
	revision->clean = clean != 0;
	revision->against = (size_t)against;
	revision->changes = cache_take_text(reader);
	reader->failed = reader->failed || state > REVISION_UNUSABLE || year > 2999 || clean > 1 ||
			 against > index;
}

bool kept_page_parse(struct slice bytes, size_t count, struct arena *arena, struct kept_page *page)
{
	struct cache_reader reader = { .rest = bytes };

	page->count = count;
	page->facts = ARENA_COUNT(arena, struct revision_facts, count);
	page->revisions = ARENA_COUNT(arena, struct kept_revision, count);
	for (size_t i = 0; i < count && !reader.failed; i++)
		take_revision(&reader, i, &page->facts[i], &page->revisions[i]);
	return !reader.failed && reader.rest.len == 0;
}

/* --- all of them ------------------------------------------------------------------------------- */

static struct slice key_bytes(const struct digest *key)
{
	return (struct slice){ (const char *)key->bytes, DIGEST_SIZE };
}

/* Texts that came before this one, and the libraries that read them. */
static struct digest identity_of(const struct source *source, struct arena *arena)
{
	return source_cache_identity(
	    source, arena_printf(arena, "%s %s %s %s %s", PAGES_FORMAT, program_sources,
			markdown_library(), yaml_library(), unicode_library()));
}

/* The pages of a section: each a key, a length and so many bytes. False where it makes no sense. */
static bool take_pages(struct kept_pages *kept, struct slice section)
{
	struct cache_reader reader = { .rest = section };

	while (reader.rest.len && !reader.failed) {
		struct slice key = cache_take(&reader, DIGEST_SIZE);
		struct slice *bytes = ARENA_NEW(kept->arena, struct slice);

		*bytes = cache_take_text(&reader);
		if (!reader.failed && !map_put(&kept->held, kept->arena, key, bytes))
			kept->held_count++;
	}
	return !reader.failed;
}

struct kept_pages *kept_pages_open(const struct site *site, size_t page_count, struct arena *arena)
{
	struct kept_pages *kept;
	struct cache_file file;

	if (source_cache(site->source) < 0)
		return NULL;
	kept = ARENA_NEW(arena, struct kept_pages);
	*kept = (struct kept_pages){ .site = site,
		.identity = identity_of(site->source, arena),
		.name = source_cache_name(site->source, "changes", arena),
		.put = ARENA_COUNT(arena, struct put_page, page_count),
		.page_count = page_count,
		.arena = arena };
	/* Drafts change what everyone may see: such a build neither takes nor leaves anything. */
	kept->believed =
	    !site->drafts &&
	    cache_read(source_cache(site->source), kept->name.p, kept->identity, arena, &file) &&
	    take_pages(kept, cache_section(&file, SECTION));
	if (!kept->believed)
		kept->held = (struct map){ 0 };
	return kept;
}

static void add_path(struct digest_state *state, struct slice path)
{
	digest_add(state, path);
	digest_add(state, SLICE("\0"));
}

static struct digest key_of(
    const struct old_text_reader *reader, const struct file_revisions *revisions)
{
	struct digest_state state;
	char kind = (char)reader->kind;

	digest_start(&state);
	digest_add(&state, (struct slice){ &kind, 1 });
	add_path(&state, reader->folder);
	for (size_t i = 0; i < revisions->count; i++) {
		const struct file_revision *revision = &revisions->items[i];

		add_path(&state, revision->path);
		digest_add(&state, revision->has_blob ? SLICE("\1") : SLICE("\0"));
		if (revision->has_blob)
			digest_add(
			    &state, (struct slice){ (const char *)revision->oid, SOURCE_OID_SIZE });
	}
	return digest_finish(&state);
}

struct slice kept_pages_find(const struct kept_pages *kept, const struct old_text_reader *reader,
    const struct file_revisions *revisions)
{
	struct digest key = key_of(reader, revisions);
	const struct slice *held = map_get(&kept->held, key_bytes(&key));

	return held ? *held : SLICE("");
}

void kept_pages_put(struct kept_pages *kept, size_t page, const struct old_text_reader *reader,
    const struct file_revisions *revisions, struct slice held, struct slice made)
{
	kept->put[page] = (struct put_page){ key_of(reader, revisions), held, made };
}

static void write_pages(
    const struct kept_pages *kept, struct buffer *bytes, struct diagnostics *diagnostics)
{
	struct cache_section section = { SLICE(SECTION), buffer_slice(bytes) };
	const struct source *source = kept->site->source;

	if (cache_write(source_cache(source), kept->name.p, kept->identity, &section, 1) != 0)
		source_cache_failed(source, errno, diagnostics);
}

void kept_pages_write(struct kept_pages *kept, bool certain, struct diagnostics *diagnostics)
{
	struct buffer bytes = { 0 };
	size_t count = 0;
	bool added = false;

	for (size_t i = 0; kept && !kept->site->drafts && i < kept->page_count; i++) {
		const struct put_page *page = &kept->put[i];
		bool adds = certain && page->made.len;
		struct slice content = adds ? page->made : page->held;

		if (slice_empty(content))
			continue;
		buffer_add(&bytes, key_bytes(&page->key));
		cache_add_text(&bytes, content);
		added = added || adds;
		count++;
	}
	if (kept && (added || !kept->believed || count != kept->held_count))
		write_pages(kept, &bytes, diagnostics);
	buffer_release(&bytes);
}
