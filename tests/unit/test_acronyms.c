/* Acronyms of the glossary: where they are found, and what a page makes of their first use. */
#include <criterion/criterion.h>

#include "base/buffer.h"
#include "render/md_html.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena *arena;
static const struct acronyms *acronyms;

static const struct glossary_entry entries[] = {
	{ .term = SLICE_INIT("Piano \"educativo\" zonale"), .acronym = SLICE_INIT("PEZ") },
	{ .term = SLICE_INIT("Elevata qualificazione"), .acronym = SLICE_INIT("E.Q.") },
	{ .term = SLICE_INIT("Decreto"), .acronym = SLICE_INIT("D.Lgs.") },
	{ .term = SLICE_INIT("Senza sigla") },
	{ .term = SLICE_INIT("Una"), .acronym = SLICE_INIT("DUE") },
	{ .term = SLICE_INIT("Altra"), .acronym = SLICE_INIT("DUE") },
	{ .term = SLICE_INIT("Con un blank"), .acronym = SLICE_INIT("A B") },
	{ .term = SLICE_INIT("Città"), .acronym = SLICE_INIT("CITTÀ") },
};

static void set_up(void)
{
	struct site site = { 0 };

	arena = arena_new();
	for (size_t i = 0; i < COUNT(entries); i++)
		*ARENA_PUSH(arena, &site.glossary) = (struct glossary_entry *)&entries[i];
	acronyms = acronyms_open(&site, arena);
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(acronyms, .init = set_up, .fini = tear_down);

Test(acronyms, finds_whole_words)
{
	static const struct {
		const char *text, *wanted; /* each in brackets */
	} rows[] = {
		{ "", "" },
		{ "PEZ", "[PEZ]" },
		{ "il PEZ e il PEZ.", "il [PEZ] e il [PEZ]." },
		{ "del PEZ...", "del [PEZ]..." },
		{ "«PEZ», l'“PEZ” e dell’PEZ", "«[PEZ]», l'“[PEZ]” e dell’[PEZ]" },
		{ "(PEZ) PEZ-PEZ", "([PEZ]) [PEZ]-[PEZ]" },
		{ "pez Pez PEZZI SPEZ PEZ2 2PEZ", "pez Pez PEZZI SPEZ PEZ2 2PEZ" },
		{ "èPEZ PEZè", "èPEZ PEZè" },
		{ "a@PEZ PEZ@b PEZ/2024 x/PEZ PEZ_x PEZ.it",
		    "a@PEZ PEZ@b PEZ/2024 x/PEZ PEZ_x PEZ.it" },
		{ "una E.Q. nuova, E.Q.", "una [E.Q.] nuova, [E.Q.]" },
		{ "E.Q EQ E.Q.x", "E.Q EQ E.Q.x" },
		{ "il D.Lgs. 1", "il [D.Lgs.] 1" },
		/* Two entries explain it; it is no word. */
		{ "DUE", "DUE" },
		{ "A B", "A B" },
		{ "CITTÀ", "[CITTÀ]" },
		{ ".PEZ", ".[PEZ]" },
		{ "PEZ\nPEZ\tPEZ", "[PEZ]\n[PEZ]\t[PEZ]" },
		{ "PEZ\xC2\xA0PEZ", "[PEZ]\xC2\xA0[PEZ]" },
		{ "\xE2\x80", "\xE2\x80" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice text = slice_from(rows[i].text);
		struct buffer out = { 0 };
		struct acronym_use use;
		size_t at = 0;

		while (acronyms_next(acronyms, text, at, &use)) {
			struct slice word = slice_sub(text, use.start, use.end);

			cr_expect(slice_eq(word, use.entry->acronym), "%s", rows[i].text);
			cr_expect(use.entry == &entries[use.index], "%s", rows[i].text);
			buffer_add(&out, slice_sub(text, at, use.start));
			buffer_addf(&out, "[%.*s]", SLICE_ARGS(word));
			at = use.end;
		}
		buffer_add(&out, slice_from_index(text, at));
		cr_expect(slice_is(buffer_slice(&out), rows[i].wanted), "'%s': '%.*s'",
		    rows[i].text, SLICE_ARGS(buffer_slice(&out)));
		buffer_release(&out);
	}
}

/* What would take hours if a word were read again and again. */
Test(acronyms, reads_long_texts_once)
{
	static const char *const pieces[] = { "P", ".", "PEZ.", "E.", "P/", "DUE ", "\xC3" };

	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct buffer text = { 0 };
		struct acronym_use use;
		size_t found = 0;

		while (text.len < (size_t)4 << 20)
			buffer_add_str(&text, pieces[i]);
		for (size_t at = 0; acronyms_next(acronyms, buffer_slice(&text), at, &use);
		     at = use.end)
			found++;
		cr_expect(found == 0, "%s: %zu", pieces[i], found);
		buffer_release(&text);
	}
}

static bool any_citation(void *context, const struct citation *citation, struct slice *url)
{
	(void)context;
	(void)citation;
	*url = SLICE("cit/");
	return true;
}

static struct slice to_glossary(void *context, const struct glossary_entry *entry)
{
	(void)context;
	(void)entry;
	return SLICE("g/");
}

#define PEZ                                                                  \
	"<a class=\"sigla\" href=\"g/\"><abbr title=\"Piano &quot;educativo" \
	"&quot; zonale\">PEZ</abbr></a>"

Test(acronyms, are_explained_once_and_in_running_text_alone)
{
	static const struct {
		const char *text, *wanted;
	} rows[] = {
		{ "Il PEZ e il PEZ.", "<p>Il " PEZ " e il PEZ.</p>\n" },
		{ "# PEZ\n\nPEZ", "<h2 id=\"pez\">PEZ</h2>\n<p>" PEZ "</p>\n" },
		{ "> PEZ\n\nPEZ", "<blockquote>\n<p>PEZ</p>\n</blockquote>\n<p>" PEZ "</p>\n" },
		{ "`PEZ` PEZ", "<p><code>PEZ</code> " PEZ "</p>\n" },
		{ "[PEZ](x) PEZ", "<p><a href=\"x\">PEZ</a> " PEZ "</p>\n" },
		{ "**PEZ** PEZ", "<p><strong>" PEZ "</strong> PEZ</p>\n" },
		{ "a & PEZ\n<b", "<p>a &amp; " PEZ "\n&lt;b</p>\n" },
		/* Part of a citation, which is a link. */
		{ "il D.Lgs. 33/2013 e il PEZ",
		    "<p>il <a class=\"citazione\" href=\"cit/\">D.Lgs. 33/2013</a> e il " PEZ
		    "</p>\n" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diagnostics diagnostics;
		bool explained[COUNT(entries)] = { false };
		struct md_html_options options = { .resolve_citation = any_citation,
			.acronyms = acronyms,
			.explained = explained,
			.glossary_url = to_glossary };
		struct md md;
		struct slice html;

		diagnostics_init(&diagnostics);
		cr_assert(md_parse(slice_from(rows[i].text), SLICE("x"), 1, arena, &diagnostics,
			      &md) == 0);
		html = html_markup(md_html(&md, 0, &options, arena));
		cr_expect(
		    slice_is(html, rows[i].wanted), "%s:\n%.*s", rows[i].text, SLICE_ARGS(html));
		/* The next text of the page explains nothing again. */
		html = html_markup(md_html(&md, 0, &options, arena));
		cr_expect(slice_find(html, "<abbr") == SLICE_NONE, "%s:\n%.*s", rows[i].text,
		    SLICE_ARGS(html));
		diagnostics_release(&diagnostics);
	}
}
