#include <criterion/criterion.h>

#include "render/attachments.h"
#include "render/italiano_attachments.h"

static void expect(const char *row, struct slice got, const char *wanted)
{
	cr_expect(
	    slice_is(got, wanted), "%s: got \"%.*s\", wanted \"%s\"", row, SLICE_ARGS(got), wanted);
}

Test(italiano_attachments, kinds)
{
	static const struct {
		const char *name, *wanted;
	} rows[] = {
		{ "a.pdf", "documento PDF" },
		{ "a.b.ods", "foglio di calcolo ODS" },
		{ "a.txt", "testo semplice TXT" },
		{ "a.pdf.p7m", "documento PDF firmato, in formato P7M" },
		{ "a.p7m", "file firmato P7M" },
		{ "pdf", "file" },
		{ "a.docx", "file" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].name, italian_file_kind(slice_from(rows[i].name), arena),
		    rows[i].wanted);
	arena_free(arena);
}

Test(italiano_attachments, sizes)
{
	static const struct {
		uint64_t bytes;
		const char *wanted;
	} rows[] = {
		{ 0, "0 byte" },
		{ 999, "999 byte" },
		{ 1000, "1.000 byte" },
		{ 20480, "20.480 byte" },
		{ 1258291, "1.258.291 byte" },
		{ 52428800, "52.428.800 byte" },
		{ 1000000007, "1.000.000.007 byte" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect(rows[i].wanted, italian_bytes(rows[i].bytes, arena), rows[i].wanted);
	arena_free(arena);
}

Test(italiano_attachments, sentences)
{
	struct source_entry entry = { .size = 1258291 };
	struct content_file file = { .entry = &entry };
	struct attachment known = { .name = SLICE("a.b.pdf"),
		.type = SLICE("relazione"),
		.language = SLICE("de"),
		.form = 2,
		.is_signed = YES_NO_NO,
		.accessible = YES_NO_YES,
		.pages = 12,
		.file = &file };
	struct attachment unread = { .name = SLICE("a.pdf"), .accessible = YES_NO_NO };
	struct attachment other = {
		.name = SLICE("a.pdf"), .accessible = YES_NO_NO, .alternative = SLICE("a.txt")
	};
	struct attachment plain = { .name = SLICE("a.csv"), .language = SLICE("it") };
	struct attachment boxed = { .name = SLICE("a.pdf.p7m"), .language = SLICE("eo") };
	struct arena *arena = arena_new();

	expect(
	    "format", italian_attachment_format(&known, arena), "documento PDF, 1,2 MB, 12 pagine");
	known.pages = 1;
	expect("one page", italian_attachment_format(&known, arena),
	    "documento PDF, 1,2 MB, 1 pagina");
	expect("no file", italian_attachment_format(&plain, arena),
	    "tabella CSV, file non disponibile");
	expect("all keys", italian_attachment(&known, arena),
	    "relazione, copia, non firmato, in tedesco");
	expect("no keys", italian_attachment(&plain, arena), "");
	expect("a language without a name", italian_attachment(&boxed, arena), "lingua: eo");
	expect("opening", italian_attachment_opening(&boxed),
	    "Per aprirlo serve un programma che legge le firme digitali.");
	expect("nothing to open it with", italian_attachment_opening(&known), "");
	expect("readable", italian_attachment_reading(&known, true, arena),
	    "Si legge anche con un lettore di schermo.");
	expect("not known", italian_attachment_reading(&plain, true, arena), "");
	expect("with another form", italian_attachment_reading(&other, true, arena),
	    "Non si legge con un lettore di schermo.");
	expect("without, and without a text", italian_attachment_reading(&unread, false, arena),
	    "Non si legge con un lettore di schermo, e su questo sito non ce n'è una versione "
	    "accessibile.");
	expect("without, the text on the page", italian_attachment_reading(&unread, true, arena),
	    "Non si legge con un lettore di schermo, e su questo sito non ce n'è una versione "
	    "accessibile. Il testo dell'atto si legge in questa pagina.");
	arena_free(arena);
}

/* FIPS 180-4: the digest of "abc". */
Test(attachments, digest_text)
{
	static const char *const wanted[] = { "ba7816bf", "8f01cfea", "414140de", "5dae2223",
		"b00361a3", "96177a9c", "b410ff61", "f20015ad" };
	struct arena *arena = arena_new();
	struct digest_text text = { 0 };

	digest_text(digest_of(SLICE("abc")), arena, &text);
	cr_assert(text.count == sizeof wanted / sizeof *wanted);
	for (size_t i = 0; i < text.count; i++)
		expect(wanted[i], text.items[i], wanted[i]);
	arena_free(arena);
}

#define ACT(in_year, seen, of)                                                                \
	{                                                                                     \
		.place = SLICE_INIT(#in_year), .order_year = (in_year), .visibility = (seen), \
		.attachments = {                                                              \
			(of),                                                                 \
			sizeof(of) / sizeof *(of),                                            \
			0                                                                     \
		}                                                                             \
	}

/* What nobody may see, or is not there, has no place in the list, and so no digest anywhere. */
Test(attachments, published)
{
	struct content_file file = { 0 };
	struct attachment hidden[] = { { .name = SLICE_INIT("bozza.pdf"), .file = &file } };
	struct attachment removed[] = { { .name = SLICE_INIT("rimosso.pdf"), .file = &file } };
	struct attachment shown[] = { { .name = SLICE_INIT("b.pdf"), .file = &file },
		{ .name = SLICE_INIT("manca.pdf") },
		{ .name = SLICE_INIT("a.pdf"), .file = &file } };
	struct attachment later[] = { { .name = SLICE_INIT("c.pdf"), .file = &file } };
	struct act acts[] = { ACT(2030, VISIBILITY_NOWHERE, hidden),
		ACT(2031, VISIBILITY_CARD, removed), ACT(2032, VISIBILITY_PUBLIC, shown),
		ACT(2033, VISIBILITY_PUBLIC, later) };
	struct act *all[] = { &acts[0], &acts[1], &acts[2], &acts[3] };
	struct site site = { .acts = { all, 4, 0 } };
	static const char *const wanted[] = { "b.pdf", "a.pdf", "c.pdf" };
	struct arena *arena = arena_new();
	struct published_attachments list = { 0 };

	attachments_find(&site, arena, &list);
	cr_assert(list.count == sizeof wanted / sizeof *wanted, "%zu are published", list.count);
	for (size_t i = 0; i < list.count; i++)
		expect(wanted[i], list.items[i].attachment->name, wanted[i]);
	arena_free(arena);
}
